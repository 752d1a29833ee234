#include "core/signals/narrative.hpp"

#include "core/base/interrupt.hpp"
#include "core/signals/narrative.cells.hpp"

#include <algorithm>
#include <cstdio>

namespace harmony::signals {

namespace {

// Keys in the order of reading; others behind them, as they come.
constexpr std::string_view fact_order[] = {"facility",     "metric",   "value",
                                           "generated_at", "segments", "facility_segments"};
constexpr std::string_view section_order[] = {"peers", "up", "down", "hierarchy"};
constexpr std::string_view column_order[] = {"metric", "dimension", "segment",          "value",  "weight",
                                             "excess", "trend",     "slope_percentile", "mean_z", "z",
                                             "label",  "multi_kpi", "cumulative"};

template <std::size_t n>
std::size_t place_of(std::string_view key, const std::string_view (&order)[n]) {
  return static_cast<std::size_t>(std::find(order, order + n, key) - order);
}

template <class Item, std::size_t n, class Key>
std::vector<const Item *> in_order(const std::vector<Item> &items, const std::string_view (&order)[n], Key key) {
  std::vector<const Item *> sorted;
  for (const Item &item : items) sorted.push_back(&item);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Item *a, const Item *b) { return place_of(key(*a), order) < place_of(key(*b), order); });
  return sorted;
}

const narrative_value *find(const narrative_fields &fields, std::string_view key) {
  for (const auto &[name, value] : fields)
    if (name == key) return &value;
  return nullptr;
}

// The columns of a section: which keys its rows have, and whether any has children.
struct section_columns {
  std::vector<std::string> keys;
  bool has_children = false;

  explicit section_columns(const std::vector<narrative_row> &rows) {
    collect(rows);
    std::stable_sort(keys.begin(), keys.end(), [](const std::string &a, const std::string &b) {
      return place_of(a, column_order) < place_of(b, column_order);
    });
  }

  bool has_level() const { return has_children || keys.empty(); }

 private:
  void collect(const std::vector<narrative_row> &rows) {
    for (const narrative_row &row : rows) {
      for (const auto &field : row.fields)
        if (std::find(keys.begin(), keys.end(), field.first) == keys.end()) keys.push_back(field.first);
      if (!row.children) continue;
      has_children = true;
      collect(*row.children);
    }
  }
};

void write_rows(std::string &out, const std::vector<narrative_row> &rows, const section_columns &columns,
                std::size_t level) {
  for (const narrative_row &row : rows) {
    poll_interrupt();
    out += '|';
    if (columns.has_level()) out += ' ' + std::to_string(level) + " |";
    for (const std::string &key : columns.keys) {
      const narrative_value *value = find(row.fields, key);
      out += ' ' + (value == nullptr ? std::string() : cell_of(*value)) + (value == nullptr ? "|" : " |");
    }
    if (columns.has_children) out += row.children ? ' ' + std::to_string(row.children->size()) + " |" : " |";
    out += '\n';
    if (row.children) write_rows(out, *row.children, columns, level + 1);
  }
}

void write_section(std::string &out, std::string_view key, const std::vector<narrative_row> &rows) {
  out += "\n## " + escaped_text(key) + '\n';
  if (rows.empty()) return;
  const section_columns columns(rows);
  std::string head = "|", rule = "|";
  const auto add = [&](const std::string &name) {
    head += ' ' + name + " |";
    rule += "---|";
  };
  if (columns.has_level()) add("#");
  for (const std::string &name : columns.keys) add(escaped_text(name));
  if (columns.has_children) add("children");
  out += '\n' + head + '\n' + rule + '\n';
  write_rows(out, rows, columns, 1);
}

// ---- JSON ----

void put_string(std::string &out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
      continue;
    }
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += code;
  }
  out += '"';
}

void put_key(std::string &out, std::string_view key) {
  if (out.back() != '{') out += ',';
  put_string(out, key);
  out += ':';
}

void put_fields(std::string &out, const narrative_fields &fields) {
  for (const auto &[key, value] : fields) {
    put_key(out, key);
    if (value.type == narrative_value::kind::string)
      put_string(out, value.text);
    else
      out += value.type == narrative_value::kind::null ? "null" : value.text;
  }
}

void put_rows(std::string &out, const std::vector<narrative_row> &rows) {
  out += '[';
  for (const narrative_row &row : rows) {
    if (out.back() != '[') out += ',';
    out += '{';
    put_fields(out, row.fields);
    if (row.children) {
      put_key(out, "children");
      put_rows(out, *row.children);
    }
    out += '}';
  }
  out += ']';
}

}  // namespace

std::string narrative_markdown(const narrative &told) {
  std::string out, facts;
  for (const auto *fact : in_order(told.facts, fact_order, [](const auto &f) { return std::string_view(f.first); })) {
    if (fact->first == "facility" && fact->second.type == narrative_value::kind::string)
      out = "# " + cell_of(fact->second) + '\n';
    else
      facts += "- " + escaped_text(fact->first) + ": " + cell_of(fact->second) + '\n';
  }
  out += facts.empty() || out.empty() ? facts : '\n' + facts;
  for (const auto *section :
       in_order(told.sections, section_order, [](const auto &s) { return std::string_view(s.first); }))
    write_section(out, section->first, section->second);
  return out;
}

std::string narrative_json(const narrative &told) {
  std::string out = "{";
  put_fields(out, told.facts);
  for (const auto &[key, rows] : told.sections) {
    put_key(out, key);
    put_rows(out, rows);
  }
  return out + '}';
}

}  // namespace harmony::signals
