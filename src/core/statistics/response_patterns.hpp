// Answers to the items of a test as distinct patterns with their counts: what a fit of item response models needs.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/statistics/groups.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::statistics {

inline constexpr std::uint8_t no_answer = 255;
inline constexpr int highest_answer = 254;

/// The state: a byte an answer, and about 40 more a pattern. At most 1 GB (54000).
class response_patterns {
 public:
  /// `highest`: what an answer may be at most.
  explicit response_patterns(int highest) : highest_(highest) {}

  /// Adds a row of answers; NaN is no answer. A row without any answer says nothing, and is passed over. Errors: 22023
  /// for what is not a whole number from 0 to the highest, or another number of items than before; 54000 for more than
  /// 2,000 items.
  void add(const std::vector<double> &answers, std::int64_t times = 1);

  /// Adds the rows of `other`. Error 22023 for another number of items.
  void merge(const response_patterns &other);

  int highest() const { return highest_; }
  std::size_t items() const { return items_; }
  std::size_t size() const { return counts_.size(); }
  std::int64_t n() const;
  std::int64_t count(std::size_t i) const { return counts_[i]; }
  /// A byte an item, no_answer where there is none.
  std::string_view pattern(std::size_t i) const { return index_.name(i); }
  /// The patterns in an order that does not depend on that of the rows.
  std::vector<std::uint32_t> ordered() const { return index_.ordered(false); }

  void serialize(native_writer &out) const;
  static response_patterns deserialize(native_reader &in);

 private:
  void add_pattern(std::string_view pattern, std::int64_t times);

  int highest_;
  std::size_t items_ = 0;
  group_index index_;
  std::vector<std::int64_t> counts_;
  std::string row_;  // of add(), kept for its room
};

}  // namespace harmony::statistics
