#include "postgres/jsonb.hpp"

#include <cmath>

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"
#include "postgres/server.hpp"

namespace harmony::postgres {

double numeric_to_double(Numeric value) {
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

void json_writer::key(std::string_view name) {
  JsonbValue v;
  v.type = jbvString;
  v.val.string.val = const_cast<char *>(name.data());
  v.val.string.len = static_cast<int>(name.size());
  push(WJB_KEY, &v);
}

void json_writer::string(std::string_view text) {
  JsonbValue v;
  v.type = jbvString;
  v.val.string.val = const_cast<char *>(text.data());
  v.val.string.len = static_cast<int>(text.size());
  scalar(&v);
}

void json_writer::null() {
  JsonbValue v;
  v.type = jbvNull;
  scalar(&v);
}

void json_writer::boolean(bool value) {
  JsonbValue v;
  v.type = jbvBool;
  v.val.boolean = value;
  scalar(&v);
}

void json_writer::rounded(double value, int decimals) {
  if (std::isnan(value)) return null();
  JsonbValue v;
  v.type = jbvNumeric;
  v.val.numeric = int64_div_fast_to_numeric(round_scaled(value, decimals), decimals);
  scalar(&v);
}

void json_writer::number(double value) {
  if (std::isnan(value)) return null();
  JsonbValue v;
  v.type = jbvNumeric;
  // Through the shortest text that reads back as the same double: a cast to numeric would keep 15 digits.
  char *text = float8out_internal(value);
  v.val.numeric = DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid),
                                                      Int32GetDatum(-1)));
  scalar(&v);
}

void json_writer::integer(std::int64_t value) {
  JsonbValue v;
  v.type = jbvNumeric;
  v.val.numeric = int64_to_numeric(value);
  scalar(&v);
}

}  // namespace harmony::postgres
