#include "core/signals/narrative.cells.hpp"

#include <cctype>

namespace harmony::signals {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A JSON number without an exponent, as numeric is written.
bool is_number(std::string_view text) {
  std::size_t i = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == whole || (text[whole] == '0' && i > whole + 1)) return false;
  if (i == text.size()) return true;
  if (text[i] != '.' || i + 1 == text.size()) return false;
  for (++i; i < text.size(); ++i)
    if (!is_digit(text[i])) return false;
  return true;
}

bool is_word(std::string_view text) { return text == "null" || text == "true" || text == "false"; }

bool is_mark(char c) {
  constexpr std::string_view plain = ",-'%/;";
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::ispunct(byte) != 0 && plain.find(c) == std::string_view::npos;
}

std::string reference(char c) { return "&#" + std::to_string(static_cast<int>(static_cast<unsigned char>(c))) + ';'; }

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80;
}

// A mark that means nothing where it stands: _ within a word, : and . within a number.
bool is_harmless(std::string_view text, std::size_t i) {
  if (i == 0 || i + 1 == text.size()) return false;
  const char before = text[i - 1], after = text[i + 1];
  if (text[i] == '_') return is_letter(before) && is_letter(after);
  return (text[i] == ':' || text[i] == '.') && is_digit(before) && is_digit(after);
}

// The letter of a reference that begins at `at`, which moves to its end; 0 where there is none.
char read_reference(std::string_view text, std::size_t &at) {
  if (text.substr(at, 2) != "&#") return 0;
  int code = 0;
  std::size_t i = at + 2;
  for (; i < text.size() && is_digit(text[i]) && i < at + 5; ++i) code = 10 * code + (text[i] - '0');
  if (i == at + 2 || i == text.size() || text[i] != ';' || code == 0 || code > 127) return 0;
  at = i;
  return static_cast<char>(code);
}

std::optional<std::string> unescaped(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == '\\') {
      if (++i == cell.size() || !is_mark(cell[i])) return std::nullopt;
      text += cell[i];
    } else if (c == '&') {
      const char letter = read_reference(cell, i);
      if (letter == 0) return std::nullopt;
      text += letter;
    } else if (is_control(c) || (is_mark(c) && std::string_view("_:.").find(c) == std::string_view::npos)) {
      return std::nullopt;
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string escaped_text(std::string_view text) {
  if (text.empty()) return "\"\"";
  const bool ambiguous = is_number(text) || is_word(text) || text[0] == '-';
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_end = i == 0 || i + 1 == text.size();
    if (is_control(c) || (i == 0 && ambiguous) || (c == ' ' && at_end))
      out += reference(c);
    else if (is_mark(c) && !is_harmless(text, i))
      out += {'\\', c};
    else
      out += c;
  }
  return out;
}

std::string cell_of(const narrative_value &value) {
  if (value.type == narrative_value::kind::string) return escaped_text(value.text);
  return value.type == narrative_value::kind::null ? "null" : value.text;
}

std::optional<narrative_value> value_of_cell(std::string_view cell) {
  using kind = narrative_value::kind;
  if (cell == "null") return narrative_value{kind::null, {}};
  if (is_word(cell)) return narrative_value{kind::boolean, std::string(cell)};
  if (is_number(cell)) return narrative_value{kind::number, std::string(cell)};
  if (cell == "\"\"") return narrative_value{kind::string, {}};
  const std::optional<std::string> text = unescaped(cell);
  if (!text || text->empty()) return std::nullopt;
  return narrative_value{kind::string, *text};
}

}  // namespace harmony::signals
