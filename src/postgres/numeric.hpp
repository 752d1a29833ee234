// Numbers in and out of the stored form of a numeric. The server's own way leads through text, and was most of the time
// of reading and writing documents; short numbers, which scores are, go directly.
#pragma once

#include <cstddef>
#include <cstdint>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// Exactly rounded: equal to `numeric::float8`. May throw backend_error for what is not short.
double numeric_to_double(Numeric value);

/// A numeric as it is stored, with a header of four bytes.
struct stored_numeric {
  static constexpr std::size_t most_bytes = 16;
  alignas(std::int32_t) char bytes[most_bytes];
  std::size_t size;
};

/// scaled/10^decimals with `decimals` decimals, 0 to 4, byte by byte as the server would store it, for |scaled| up to
/// 10^12; false for any other.
bool to_stored_numeric(std::int64_t scaled, int decimals, stored_numeric &out);

}  // namespace harmony::postgres
