#include "postgres/numeric.hpp"

#include "core/base/error.hpp"

#include <cmath>
#include <cstring>
#include <iterator>

namespace harmony::postgres {

namespace {

// The server's headers leave this form out; pg_upgrade keeps it (numeric.c). After the length, in the short form, a
// word with sign, number of decimals shown and weight, then digits of base 10,000: Σ digit·10000^(weight − k), without
// zeros at either end. Weights lie between −64 and 63.
constexpr std::uint16_t form_mask = 0xC000, short_form = 0x8000, negative = 0x2000, weight_mask = 0x007F,
                        weight_sign = 0x0040;
constexpr int decimals_shift = 7;
using digit = std::int16_t;
constexpr std::int64_t base = 10000;

// A value of up to three digits over a power of the base up to the fifth: both are doubles, so one division rounds
// exactly, as the server's way through text does. False for any other.
bool is_short_ratio(Numeric value, double &result) {
  constexpr double powers[] = {1, 1e4, 1e8, 1e12, 1e16, 1e20};
  if (!VARATT_IS_4B_U(value)) return false;
  std::uint16_t header;
  std::memcpy(&header, VARDATA(value), sizeof header);
  const int n = static_cast<int>((VARSIZE(value) - VARHDRSZ - sizeof header) / sizeof(digit));
  if ((header & form_mask) != short_form || n < 1 || n > 3) return false;
  const int weight = (header & weight_mask) - ((header & weight_sign) != 0 ? weight_mask + 1 : 0);
  const int exponent = n - 1 - weight;
  if (exponent < 0 || exponent >= static_cast<int>(std::size(powers))) return false;
  double digits = 0;
  for (int k = 0; k < n; ++k) {
    digit one;
    std::memcpy(&one, VARDATA(value) + sizeof header + static_cast<std::size_t>(k) * sizeof one, sizeof one);
    digits = digits * base + one;
  }
  result = (header & negative) != 0 ? -(digits / powers[exponent]) : digits / powers[exponent];
  return true;
}

}  // namespace

double numeric_to_double(Numeric value) {
  double result;
  if (is_short_ratio(value, result)) return result;
  // Not the cast, whose error repeats the number with all its digits, up to 147,000.
  result =
      guarded([&] { return DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value))); });
  if (std::isinf(result)) throw error(sqlstate::numeric_value_out_of_range, "number is too large");
  return result;
}

bool to_stored_numeric(std::int64_t scaled, int decimals, stored_numeric &out) {
  constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10000};
  constexpr std::int64_t most = 1000000000000;
  if (decimals < 0 || decimals > 4 || scaled < -most || scaled > most) return false;

  // The decimals fill one digit, the rest those before it: backwards from the last.
  digit digits[6];
  int n = 0, weight = decimals > 0 ? -1 : 0;  // of the last digit
  std::int64_t rest = (scaled < 0 ? -scaled : scaled) * (decimals > 0 ? powers[4 - decimals] : 1);
  for (; rest > 0; rest /= base) {
    const digit last = static_cast<digit>(rest % base);
    if (n == 0 && last == 0)
      ++weight;
    else
      digits[n++] = last;
  }
  weight = n == 0 ? 0 : weight + n - 1;
  const bool is_negative = scaled < 0;
  const auto header =
      static_cast<std::uint16_t>(short_form | (is_negative ? negative : 0) | decimals << decimals_shift |
                                 (static_cast<unsigned>(weight) & weight_mask));
  out.size = VARHDRSZ + sizeof header + static_cast<std::size_t>(n) * sizeof(digit);
  SET_VARSIZE(out.bytes, out.size);
  std::memcpy(out.bytes + VARHDRSZ, &header, sizeof header);
  for (int k = 0; k < n; ++k)
    std::memcpy(out.bytes + VARHDRSZ + sizeof header + static_cast<std::size_t>(k) * sizeof(digit), &digits[n - 1 - k],
                sizeof(digit));
  return true;
}

}  // namespace harmony::postgres
