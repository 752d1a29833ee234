#include "postgres/jsonb.hpp"

#include <cstring>
#include <iterator>

#include "core/base/error.hpp"
#include "postgres/server.hpp"

namespace harmony::postgres {

namespace {

// The stored form of a numeric, which the server's headers leave out and pg_upgrade keeps (numeric.c): after the length a
// word of flags, in the short form with sign and weight, then digits of base 10,000. Its value is Σ digit·10000^(weight − k).
constexpr std::uint16_t form_mask = 0xC000, short_form = 0x8000, negative = 0x2000, weight_sign = 0x0040, weight_mask = 0x003F;
constexpr int most_digits = 3, most_exponent = 5;

// A value of up to twelve digits over a power of ten up to 10^20: both are doubles, so one division rounds exactly, as the
// server's way through text does. False for any other.
bool is_short_ratio(Numeric value, double &result) {
  constexpr double powers[] = {1, 1e4, 1e8, 1e12, 1e16, 1e20};
  static_assert(std::size(powers) == most_exponent + 1);
  if (!VARATT_IS_4B_U(value)) return false;
  std::uint16_t header;
  std::memcpy(&header, VARDATA(value), sizeof header);
  const int n = static_cast<int>((VARSIZE(value) - VARHDRSZ) / sizeof(std::int16_t)) - 1;
  if ((header & form_mask) != short_form || n > most_digits) return false;
  const int weight = (header & weight_sign) != 0 ? (header & weight_mask) - weight_sign : header & weight_mask;
  const int exponent = n - 1 - weight;  // of 1/10000
  if (n == 0 || exponent < 0 || exponent > most_exponent) return false;
  double digits = 0;
  for (int k = 1; k <= n; ++k) {
    std::int16_t digit;
    std::memcpy(&digit, VARDATA(value) + k * sizeof digit, sizeof digit);
    digits = digits * 10000 + digit;
  }
  result = (header & negative) != 0 ? -(digits / powers[exponent]) : digits / powers[exponent];
  return true;
}

}  // namespace

double numeric_to_double(Numeric value) {
  double result;
  if (is_short_ratio(value, result)) return result;
  return guarded([&] { return DatumGetFloat8(DirectFunctionCall1(numeric_float8, NumericGetDatum(value))); });
}

json_view json_view::argument(FunctionCallInfo fcinfo, int i) {
  return document(guarded([&] { return DatumGetJsonbP(fcinfo->args[i].value); }));
}

json_view json_view::child(std::uint32_t index, const char *base, std::uint32_t offset) const {
  const JEntry entry = container_->children[index];
  json_view out;
  if (JBE_ISNULL(entry)) return out;
  if (JBE_ISBOOL(entry)) {
    out.kind_ = kind::boolean;
    out.length_ = JBE_ISBOOL_TRUE(entry) ? 1 : 0;
  } else if (JBE_ISSTRING(entry)) {
    out.kind_ = kind::string;
    out.bytes_ = base + offset;
    out.length_ = entry_length(index, offset);
  } else if (JBE_ISNUMERIC(entry)) {
    out.kind_ = kind::number;
    out.bytes_ = base + INTALIGN(offset);
  } else {
    out.kind_ = kind::container;
    out.container_ = reinterpret_cast<const JsonbContainer *>(base + INTALIGN(offset));
  }
  return out;
}

json_view json_view::field(std::string_view name) const {
  json_view found;
  if (!is_object()) return found;
  for_each_field([&](std::string_view key, const json_view &value) {
    if (key == name) found = value;
  });
  return found;
}

double required_number(const json_view &value, std::string_view what) {
  if (!value.is_number())
    throw error(sqlstate::invalid_parameter_value, "\"" + std::string(what) + "\" must be a number");
  return value.number();
}

void require_object(const json_view &value, std::string_view what) {
  if (!value.is_object())
    throw error(sqlstate::invalid_parameter_value, std::string(what) + " must be a JSON object");
}

}  // namespace harmony::postgres
