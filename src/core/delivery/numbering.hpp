// Any 64-bit numbers as 0, 1, 2 …
#pragma once

#include "core/base/span.hpp"

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace harmony::delivery {

/// The numbers that are different, and which of them each one given is.
struct numbering {
  std::vector<std::int64_t> numbers;
  std::vector<std::uint32_t> place;  // of all lists, one after the other; no meaning for what is missing
};

/// Numbers that lie close together are looked up in a table, and come out in ascending order; others in a hash table,
/// in the order of their first appearance. O(n) in time, and about 8 bytes a number beside the result. Error 54000
/// beyond 2^31 numbers.
numbering numbering_of(std::initializer_list<nullable_span<std::int64_t>> lists);

}  // namespace harmony::delivery
