#include "postgres/numeric.hpp"

#include "core/base/error.hpp"

#include <algorithm>
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

// Writes the short form; the first of the digits has that weight.
void store(bool is_negative, int decimals, int weight, const digit *digits, int n, stored_numeric &out) {
  const auto header =
      static_cast<std::uint16_t>(short_form | (is_negative ? negative : 0) | decimals << decimals_shift |
                                 (static_cast<unsigned>(weight) & weight_mask));
  out.size = VARHDRSZ + sizeof header + static_cast<std::size_t>(n) * sizeof(digit);
  SET_VARSIZE(out.bytes, out.size);
  std::memcpy(out.bytes + VARHDRSZ, &header, sizeof header);
  if (n > 0) std::memcpy(out.bytes + VARHDRSZ + sizeof header, digits, static_cast<std::size_t>(n) * sizeof(digit));
}

// [-]digits[.digits][e[+-]digits]
struct decimal_text {
  bool is_negative = false;
  int n = 0, decimals = 0, exponent = 0;  // digits, those behind the point, and the power of ten
  signed char digits[24];

  bool read(std::string_view text) {
    std::size_t k = 0;
    if (k < text.size() && text[k] == '-') is_negative = ++k > 0;
    bool behind_point = false;
    for (; k < text.size() && text[k] != 'e'; ++k) {
      if (text[k] == '.') {
        behind_point = true;
        continue;
      }
      if (text[k] < '0' || text[k] > '9' || n == static_cast<int>(std::size(digits))) return false;
      if (n > 0 || text[k] != '0') digits[n++] = static_cast<signed char>(text[k] - '0');
      decimals += behind_point ? 1 : 0;
    }
    if (k == text.size()) return true;
    const bool below_one = ++k < text.size() && text[k] == '-';
    if (k < text.size() && (text[k] == '-' || text[k] == '+')) ++k;
    for (; k < text.size(); ++k) {
      if (text[k] < '0' || text[k] > '9') return false;
      exponent = 10 * exponent + (text[k] - '0');
    }
    if (below_one) exponent = -exponent;
    return true;
  }
};

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
  std::reverse(digits, digits + n);
  store(scaled < 0, decimals, weight, digits, n, out);
  return true;
}

bool to_stored_numeric(std::string_view shortest, stored_numeric &out) {
  constexpr int most_digits = 17, digits_a_group = 4, most_decimals = 63, least_weight = -64, most_weight = 63;
  decimal_text text;
  if (!text.read(shortest) || text.n > most_digits) return false;
  // The last group of four decimal digits ends where a power of the base does: behind `padding` zeros.
  const int exponent = text.exponent - text.decimals;
  const int padding = ((exponent % digits_a_group) + digits_a_group) % digits_a_group;
  const int length = text.n + padding, groups = (length + digits_a_group - 1) / digits_a_group;
  digit digits[6] = {};
  for (int k = 0; k < length; ++k) {
    digit &one = digits[groups - 1 - (length - 1 - k) / digits_a_group];
    one = static_cast<digit>(10 * one + (k < text.n ? text.digits[k] : 0));
  }
  int weight = (exponent - padding) / digits_a_group + groups - 1, first = 0, end = groups;
  for (; first < end && digits[first] == 0; ++first) --weight;
  while (end > first && digits[end - 1] == 0) --end;
  const bool is_zero = first == end;
  const int decimals = std::max(0, text.decimals - text.exponent);
  if (is_zero) weight = 0;
  if (decimals > most_decimals || weight < least_weight || weight > most_weight) return false;
  store(text.is_negative && !is_zero, decimals, weight, digits + first, end - first, out);
  return true;
}

}  // namespace harmony::postgres
