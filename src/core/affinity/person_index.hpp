// Numbers for the people of a pool, 0, 1, … in order of first appearance.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/plain_store.hpp"

#include <cstdint>
#include <vector>

namespace harmony::affinity {

/// About 20 bytes a person.
class person_index {
 public:
  person_index() : seed_(reinterpret_cast<std::uintptr_t>(this)) {}

  /// The number of that person; a new one gets the next.
  std::uint32_t find_or_add(std::int64_t id);

  std::size_t size() const { return ids_.size(); }
  std::int64_t id(std::size_t number) const { return ids_[number]; }

  /// For each number its place in the order of the ids, and the ids in that order.
  struct order {
    std::vector<std::uint32_t> place;
    std::vector<std::int64_t> ids;
  };
  order by_id() const;

  void serialize(native_writer &out) const { out.values(span<std::int64_t>(ids_.data(), ids_.size())); }
  static person_index deserialize(native_reader &in);

 private:
  std::size_t slot_of(std::int64_t id) const;
  void grow();

  plain_store<std::int64_t> ids_;
  std::vector<std::uint32_t> slots_;  // open addressing: number + 1; 0 is free
  std::uint64_t seed_;                // where it lay in memory, so that nobody can choose ids that collide
};

}  // namespace harmony::affinity
