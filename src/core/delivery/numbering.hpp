// Any 64-bit numbers as 0, 1, 2 … in their order.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <vector>

namespace harmony::delivery {

/// The numbers that are different, ascending, and which of them each one given is.
struct numbering {
  std::vector<std::int64_t> numbers;
  std::vector<std::uint32_t> place;
};

/// O(n): numbers that lie close together are looked up in a table, others sorted by radix. Error 54000 beyond 2^31
/// numbers.
numbering numbering_of(const std::vector<std::int64_t> &given);

}  // namespace harmony::delivery
