// The options of the SQL guard.
#include <algorithm>
#include <tuple>

#include "functions/oversight/guard.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions::sql_guard {

namespace {

using names = std::vector<std::string>;

[[noreturn]] void refuse_option(std::string_view option, const char *what) {
  throw error(sqlstate::invalid_parameter_value, "\"" + std::string(option) + "\" must be " + what);
}

// The parts of a name with dots, as SQL reads it: folded to lower case unless in double quotes.
names parts_of(std::string_view text, std::string_view option) {
  names parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      while (++at < text.size() && !(text[at] == '"' && (at + 1 == text.size() || text[++at] != '"')))
        parts.back() += text[at];
      at += at < text.size() && text[at] == '"' ? 1 : 0;
    } else if (c == '.') {
      parts.emplace_back();
      ++at;
    } else {
      parts.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++at;
    }
  }
  for (const std::string &part : parts)
    if (part.empty()) refuse_option(option, "names without empty parts");
  return parts;
}

template <class Visit>
void for_each_string(const json_view &value, std::string_view option, Visit visit) {
  if (!value.is_array()) refuse_option(option, "an array of strings");
  value.for_each_element([&](const json_view &element) {
    if (!element.is_string()) refuse_option(option, "an array of strings");
    visit(element.string());
  });
}

std::vector<listed_name> read_names(const json_view &value, std::string_view option, bool columns) {
  std::vector<listed_name> list;
  for_each_string(value, option, [&](std::string_view text) {
    const names parts = parts_of(text, option);
    if (parts.size() != (columns ? 3u : 2u))
      refuse_option(option, columns ? "an array of names schema.relation.column" : "an array of names schema.name");
    list.push_back({parts[0], parts[1], columns ? parts[2] : std::string()});
  });
  std::sort(list.begin(), list.end(), [](const listed_name &a, const listed_name &b) {
    return std::tie(a.name, a.schema, a.column) < std::tie(b.name, b.schema, b.column);
  });
  return list;
}

bool read_boolean(const json_view &value, std::string_view option) {
  if (!value.is_boolean()) refuse_option(option, "true or false");
  return value.boolean();
}

std::int64_t read_whole(const json_view &value, std::string_view option, std::int64_t least) {
  constexpr double most = 9007199254740992.0;
  const double number = value.is_number() ? value.number() : -1;
  if (!(number >= static_cast<double>(least) && number <= most) || number != std::floor(number))
    refuse_option(option, least == 1 ? "a whole number from 1" : "a whole number from 0");
  return static_cast<std::int64_t>(number);
}

double read_bound(const json_view &value, std::string_view option) {
  const double number = value.is_number() ? value.number() : -1;
  if (!(number >= 0) || !std::isfinite(number)) refuse_option(option, "a number from 0");
  return number;
}

// What every table has, and so holds no tenant.
bool is_system_column(std::string_view name) {
  constexpr std::string_view all[] = {"tableoid", "cmax", "xmax", "cmin", "xmin", "ctid"};
  return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

tenant_rule read_tenant(const json_view &value) {
  tenant_rule rule;
  bool has_value = false;
  postgres::read_fields(value, "\"tenant\"",
                        {{"column",
                          [&](const json_view &v) {
                            if (!v.is_string() || v.string().empty()) refuse_option("column", "the name of a column");
                            const names parts = parts_of(v.string(), "column");
                            if (parts.size() != 1) refuse_option("column", "the name of a column");
                            if (is_system_column(parts.front())) refuse_option("column", "a column of the relations");
                            rule.column = parts.front();
                          }},
                         {"value",
                          [&](const json_view &v) {
                            if (!v.is_string() && !v.is_number()) refuse_option("value", "a string or a number");
                            rule.value = v.is_string() ? std::string(v.string()) : v.number_text();
                            has_value = true;
                          }},
                         {"parameter", [&](const json_view &v) {
                            rule.parameter =
                                static_cast<int>(std::min<std::int64_t>(read_whole(v, "parameter", 1), 65535));
                          }}});
  if (rule.column.empty()) refuse_option("tenant", "an object with the key \"column\"");
  if (has_value == (rule.parameter != 0)) refuse_option("tenant", "an object with either \"value\" or \"parameter\"");
  return rule;
}

std::vector<Oid> read_types(const json_view &value) {
  std::vector<Oid> types;
  for_each_string(value, "parameters", [&](std::string_view text) {
    const std::string name(text);
    const Oid type = guarded([&] { return postgres::type_named(name.c_str()); });
    if (type == InvalidOid) throw error(sqlstate::invalid_parameter_value, "type \"" + name + "\" does not exist");
    types.push_back(type);
  });
  if (types.size() > 65535) refuse_option("parameters", "an array of at most 65535 types");
  return types;
}

std::vector<oversight::lexicon_row> read_lexicon(const json_view &value) {
  if (!value.is_array()) refuse_option("lexicon", "an array of objects");
  std::vector<oversight::lexicon_row> rows;
  value.for_each_element([&](const json_view &element) {
    oversight::lexicon_row row;
    postgres::read_fields(
        element, "a row of \"lexicon\"",
        {{"phrase", [&](const json_view &v) { row.phrase = postgres::required_string(v, "phrase"); }},
         {"feature", [&](const json_view &v) { row.feature = postgres::required_string(v, "feature"); }},
         {"weak", [&](const json_view &v) { row.weak = read_boolean(v, "weak"); }}});
    if (row.phrase.empty()) refuse_option("phrase", "a phrase");
    rows.push_back(std::move(row));
  });
  return rows;
}

}  // namespace

// Sorted by name first, in which most differ at once.
const listed_name *find_listed(const std::vector<listed_name> &list, const char *schema, const char *name) {
  if (list.empty()) return nullptr;
  const auto found = std::lower_bound(list.begin(), list.end(), name, [&](const listed_name &a, const char *wanted) {
    const int order = a.name.compare(wanted);
    return order != 0 ? order < 0 : a.schema.compare(schema) < 0;
  });
  return found != list.end() && found->name == name && found->schema == schema ? &*found : nullptr;
}

guard_options read_options(const json_view &json) {
  guard_options options;
  postgres::read_fields(
      json, "options",
      {{"relations", [&](const json_view &v) { options.relations = read_names(v, "relations", false); }},
       {"columns_denied", [&](const json_view &v) { options.columns_denied = read_names(v, "columns_denied", true); }},
       {"personal", [&](const json_view &v) { options.personal = read_names(v, "personal", true); }},
       {"functions", [&](const json_view &v) { options.functions = read_names(v, "functions", false); }},
       {"tenant", [&](const json_view &v) { options.tenant = read_tenant(v); }},
       {"parameters", [&](const json_view &v) { options.parameters = read_types(v); }},
       {"explain", [&](const json_view &v) { options.explain = read_boolean(v, "explain"); }},
       {"trust_views", [&](const json_view &v) { options.trust_views = read_boolean(v, "trust_views"); }},
       {"require_limit", [&](const json_view &v) { options.require_limit = read_whole(v, "require_limit", 0); }},
       {"max_cost", [&](const json_view &v) { options.max_cost = read_bound(v, "max_cost"); }},
       {"max_rows", [&](const json_view &v) { options.max_rows = read_bound(v, "max_rows"); }},
       {"lexicon", [&](const json_view &v) { options.lexicon = read_lexicon(v); }}});
  return options;
}

}  // namespace harmony::functions::sql_guard
