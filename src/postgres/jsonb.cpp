#include "postgres/jsonb.hpp"

#include "core/base/error.hpp"
#include "postgres/server.hpp"

namespace harmony::postgres {

json_view json_view::of(Datum jsonb) {
  return document(guarded([&] { return DatumGetJsonbP(jsonb); }));
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

std::string json_view::number_text() const {
  const Numeric value = reinterpret_cast<Numeric>(const_cast<char *>(bytes_));
  return guarded([&] { return DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value))); });
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
  if (!value.is_object()) throw error(sqlstate::invalid_parameter_value, std::string(what) + " must be a JSON object");
}

}  // namespace harmony::postgres
