// Any 64-bit numbers as 0, 1, 2 …
#pragma once

#include "core/base/span.hpp"

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace harmony::delivery {

/// Different numbers, counted 0, 1, 2 …: where they lie close together from the least one on, so that some places are
/// no number's, else in the order of their first appearance.
class numbering {
 public:
  /// O(n) in time. Numbers that lie close together take no memory, others about 16 bytes each. Error 54000 beyond 2^31
  /// numbers.
  explicit numbering(std::initializer_list<nullable_span<std::int64_t>> lists);

  std::size_t size() const { return size_; }
  std::int64_t number(std::size_t place) const {
    return is_dense_ ? static_cast<std::int64_t>(static_cast<std::uint64_t>(least_) + place) : numbers_[place];
  }
  /// Of x, that was given at this index of all lists, one after the other, and is not missing.
  std::uint32_t place(std::size_t index, std::int64_t x) const {
    return is_dense_ ? static_cast<std::uint32_t>(static_cast<std::uint64_t>(x) - static_cast<std::uint64_t>(least_))
                     : places_[index];
  }

 private:
  bool is_dense_ = true;
  std::int64_t least_ = 0;
  std::size_t size_ = 0;
  std::vector<std::int64_t> numbers_;  // these two of numbers that lie far apart
  std::vector<std::uint32_t> places_;
};

}  // namespace harmony::delivery
