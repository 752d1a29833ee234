// Groups by name: which number a name has, and the moments of each group's values.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/statistics/moments.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// Names numbered 0, 1, … in order of first appearance, compared by bytes. Looking up a known name allocates nothing.
class group_index {
 public:
  /// The number of that name; a new one gets the next. Error 54000 beyond 2^31 names.
  std::uint32_t find_or_add(std::string_view name);

  std::size_t size() const { return ends_.size(); }
  std::string_view name(std::size_t group) const;
  /// Of all names together.
  std::size_t name_bytes() const { return names_.size(); }

  /// The groups in the order of their names: by bytes, or as whole numbers (shorter first) where `by_number`.
  std::vector<std::uint32_t> ordered(bool by_number) const;

  void serialize(native_writer &out) const;
  static group_index deserialize(native_reader &in);

 private:
  void grow();

  std::string names_;                 // concatenated
  std::vector<std::uint64_t> ends_;   // where each ends
  std::vector<std::uint64_t> slots_;  // open addressing: high half of the hash | number + 1; 0 is free
  std::uint32_t last_ = 0;
};

/// The state of a one-way layout: about 150 bytes a group and nothing a row.
class grouped_moments {
 public:
  /// Names that are whole numbers are ordered as such.
  explicit grouped_moments(bool by_number = false) : by_number_(by_number) {}

  /// Adds a row. Error 22023 for a value that is not finite.
  void add(double value, std::string_view group) {
    check_value(value);
    const std::uint32_t i = index_.find_or_add(group);
    if (i == moments_.size()) moments_.emplace_back();
    moments_[i].add(value);
  }
  void merge(const grouped_moments &other);

  std::size_t size() const { return moments_.size(); }
  std::vector<std::uint32_t> ordered() const { return index_.ordered(by_number_); }
  std::string_view name(std::size_t group) const { return index_.name(group); }
  const moments &of(std::size_t group) const { return moments_[group]; }

  void serialize(native_writer &out) const;
  static grouped_moments deserialize(native_reader &in);

 private:
  bool by_number_;
  group_index index_;
  std::vector<moments> moments_;
};

}  // namespace harmony::statistics
