#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/narrative.cells.hpp"

#include <algorithm>

namespace harmony::signals {

namespace {

// What no key can be.
const std::string level_column(1, '\0');

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \r");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

// The cells of a line of a table.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  std::size_t begin = 1;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      cells.push_back(trimmed(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return cells;
}

// Reads line after line.
class narrative_parser {
 public:
  narrative parse(std::string_view text) {
    while (!text.empty()) {
      if (++line_ % 1024 == 0) poll_interrupt();
      const std::size_t end = std::min(text.find('\n'), text.size());
      read(trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    close_section();
    return std::move(told_);
  }

 private:
  struct flat_row {
    std::size_t line;
    narrative_row row;
    std::size_t level, children;  // level 0: not given
  };

  [[noreturn]] void refuse(const char *why) const { refuse_at(line_, why); }
  [[noreturn]] static void refuse_at(std::size_t line, const char *why) {
    throw error(sqlstate::invalid_parameter_value,
                "line " + std::to_string(line) + " of text is no part of a narrative", why,
                "Take what harmony.narrative_text wrote.");
  }

  void read(std::string_view line) {
    if (line.empty()) return;
    if (line.substr(0, 3) == "## ") return open_section(trimmed(line.substr(3)));
    if (line.substr(0, 2) == "# " && told_.facts.empty() && !in_section_)
      return add_fact("facility", value(trimmed(line.substr(2))));
    if (line.substr(0, 2) == "- " && !in_section_) return read_fact(line.substr(2));
    if (line[0] == '|' && line.back() == '|' && in_section_) return read_table_line(line);
    refuse("It is neither a title, a fact, a heading nor a line of a table in its place.");
  }

  narrative_value value(std::string_view cell) const {
    std::optional<narrative_value> found = value_of_cell(cell);
    if (!found) refuse("Its text is not escaped as it has to be.");
    return *found;
  }
  std::string name(std::string_view cell) const {
    const narrative_value found = value(cell);
    if (found.type != narrative_value::kind::string) refuse("A name must be a string.");
    return found.text;
  }

  void add_fact(const std::string &key, narrative_value fact) {
    check_new(told_.facts, key);
    told_.facts.emplace_back(key, std::move(fact));
  }

  // "key: value"; a colon of the key with a blank behind it has a backslash before it.
  void read_fact(std::string_view line) {
    std::size_t colon = 0;
    while (colon < line.size() && line.substr(colon, 2) != ": ") colon += line[colon] == '\\' ? 2 : 1;
    if (colon >= line.size()) refuse("A fact is written \"key: value\".");
    add_fact(name(trimmed(line.substr(0, colon))), value(trimmed(line.substr(colon + 1))));
  }

  template <class Fields>
  void check_new(const Fields &fields, const std::string &key) const {
    for (const auto &field : fields)
      if (field.first == key) refuse("The name is there already.");
  }

  void open_section(std::string_view title) {
    close_section();
    const std::string key = name(title);
    check_new(told_.facts, key);
    check_new(told_.sections, key);
    told_.sections.emplace_back(key, std::vector<narrative_row>());
    in_section_ = true;
  }

  void close_section() {
    if (!in_section_) return;
    if (!columns_.empty() && table_lines_ < 2) refuse("A table has a line of dashes.");
    for (std::size_t next = 0; next < rows_.size();) told_.sections.back().second.push_back(take(next, 1));
    rows_.clear();
    columns_.clear();
    table_lines_ = 0;
  }

  // The row at `next`, with its children, which follow it.
  narrative_row take(std::size_t &next, std::size_t level) {
    flat_row &flat = rows_[next++];
    if (level > deepest_narrative) refuse_at(flat.line, "Rows are nested too deeply.");
    if (flat.level != 0 && flat.level != level) refuse_at(flat.line, "Its level does not fit the children before it.");
    if (flat.row.children)
      for (std::size_t i = 0; i < flat.children; ++i) {
        if (next == rows_.size()) refuse_at(flat.line, "It has fewer children than it says.");
        narrative_row child = take(next, level + 1);
        flat.row.children->push_back(std::move(child));
      }
    return std::move(flat.row);
  }

  void read_table_line(std::string_view line) {
    const std::vector<std::string_view> cells = cells_of(line);
    switch (table_lines_++) {
      case 0:
        return read_columns(cells);
      case 1:
        for (const std::string_view cell : cells)
          if (cell != "---") refuse("The second line of a table is dashes.");
        break;
      default:
        read_row(cells);
    }
    if (cells.size() != columns_.size()) refuse("It has another number of cells than the table has columns.");
  }

  void read_columns(const std::vector<std::string_view> &cells) {
    for (const std::string_view cell : cells) {
      const std::string column = cell == "#" && columns_.empty() ? level_column : name(cell);
      if (std::find(columns_.begin(), columns_.end(), column) != columns_.end()) refuse("The name is there already.");
      columns_.push_back(column);
    }
    if (columns_.empty()) refuse("A table has columns.");
  }

  std::size_t count(std::string_view cell) const {
    if (cell.empty() || cell.size() > 9 || cell.find_first_not_of("0123456789") != std::string_view::npos)
      refuse("A level and a number of children are whole numbers.");
    return std::stoul(std::string(cell));
  }

  void read_row(const std::vector<std::string_view> &cells) {
    if (cells.size() != columns_.size()) refuse("It has another number of cells than the table has columns.");
    flat_row flat{line_, {}, 0, 0};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i == 0 && columns_[0] == level_column)
        flat.level = count(cells[0]);
      else if (cells[i].empty())
        continue;
      else if (columns_[i] == "children") {
        flat.row.children.emplace();
        flat.children = count(cells[i]);
      } else
        flat.row.fields.emplace_back(columns_[i], value(cells[i]));
    }
    rows_.push_back(std::move(flat));
  }

  narrative told_;
  std::size_t line_ = 0;
  bool in_section_ = false;
  std::size_t table_lines_ = 0;
  std::vector<std::string> columns_;
  std::vector<flat_row> rows_;
};

}  // namespace

narrative parse_narrative(std::string_view markdown) { return narrative_parser().parse(markdown); }

}  // namespace harmony::signals
