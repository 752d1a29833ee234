// The nodes of a network: which number a node has among them.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/statistics/groups.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::network {

/// Nodes numbered 0, 1, … in order of first appearance. All are known by names, or all by whole numbers, which are
/// found in half the time.
class node_index {
 public:
  /// The place of that node; a new one gets the next.
  std::uint32_t find_or_add(std::string_view name) { return names_.find_or_add(name); }
  std::uint32_t find_or_add(std::int64_t number) {
    if (last_ < numbers_.size() && numbers_[last_] == number) return last_;
    return last_ = find_number(number);
  }
  /// The same for a node of another index.
  std::uint32_t find_or_add(const node_index &other, std::size_t node);

  std::size_t size() const { return names_.size() + numbers_.size(); }
  /// About what they take in memory.
  std::size_t bytes() const { return size() * bytes_a_node + names_.name_bytes(); }
  /// A number's name is its decimal digits.
  std::string name(std::size_t node) const;
  /// The nodes in the order of their numbers, or of their names by bytes.
  std::vector<std::uint32_t> ordered() const;

  void serialize(native_writer &out) const;
  static node_index deserialize(native_reader &in);

 private:
  struct slot {
    std::int64_t number;
    std::uint32_t node;  // from 1; 0 is free
  };
  static constexpr std::size_t bytes_a_node = 40;

  std::uint32_t find_number(std::int64_t number);
  slot &place_of(std::int64_t number);
  void grow();

  statistics::group_index names_;
  std::vector<std::int64_t> numbers_;
  std::vector<slot> slots_;  // open addressing
  std::uint32_t last_ = 0;
};

}  // namespace harmony::network
