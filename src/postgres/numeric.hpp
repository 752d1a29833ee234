// Numbers in and out of the stored form of a numeric. The server's own way leads through text, and was most of the time
// of reading and writing documents; short numbers, which scores are, go directly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// Exactly rounded: equal to `numeric::float8`. May throw backend_error for what is not short.
double numeric_to_double(Numeric value);

/// A numeric as it is stored, with a header of four bytes.
struct stored_numeric {
  static constexpr std::size_t most_bytes = 24;
  alignas(std::int32_t) char bytes[most_bytes];
  std::size_t size;
};

/// scaled/10^decimals with `decimals` decimals, 0 to 4, byte by byte as the server would store it, for |scaled| up to
/// 10^12; false for any other.
bool to_stored_numeric(std::int64_t scaled, int decimals, stored_numeric &out);

/// What numeric_in() makes of a number's shortest decimal text (digits with a point or an exponent, up to 17 of them),
/// byte by byte; false for any other text and what the short form does not hold.
bool to_stored_numeric(std::string_view shortest, stored_numeric &out);

}  // namespace harmony::postgres
