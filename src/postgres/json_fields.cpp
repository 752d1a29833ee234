#include "postgres/json_fields.hpp"

#include "core/base/error.hpp"

namespace harmony::postgres {

void refuse_key(std::string_view what, std::string_view key, std::string_view known) {
  constexpr int longest_shown = 64;
  const int shown = pg_mbcliplen(key.data(), static_cast<int>(key.size()), longest_shown);
  std::string name(key.substr(0, static_cast<std::size_t>(shown)));
  if (name.size() < key.size()) name += "...";
  throw error(sqlstate::invalid_parameter_value, "unrecognized key \"" + name + "\" in " + std::string(what), "",
              "Known keys: " + std::string(known) + ".");
}

std::string required_string(const json_view &value, std::string_view what) {
  if (!value.is_string())
    throw error(sqlstate::invalid_parameter_value, "\"" + std::string(what) + "\" must be a string");
  return std::string(value.string());
}

void require_array(const json_view &value, std::string_view what) {
  if (!value.is_array())
    throw error(sqlstate::invalid_parameter_value, "\"" + std::string(what) + "\" must be a JSON array");
}

void read_fields(const json_view &json, const char *what, readers fields) {
  require_object(json, what);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    for (const auto &field : fields)
      if (field.first == key) {
        if (!value.is_null()) field.second(value);
        return;
      }
    std::string known;
    for (const auto &field : fields) known += (known.empty() ? "" : ", ") + std::string(field.first);
    refuse_key(what, key, known);
  });
}

}  // namespace harmony::postgres
