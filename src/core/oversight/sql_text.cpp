#include "core/oversight/sql_text.hpp"

namespace harmony::oversight {

namespace {

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

// Behind the quoted text that starts at `at`.
std::size_t behind_quoted(std::string_view sql, std::size_t at, bool backslashes) {
  const char quote = sql[at++];
  while (at < sql.size()) {
    if (backslashes && sql[at] == '\\')
      at += 2;
    else if (sql[at] == quote)
      return at + 1;  // a doubled quote starts the next piece of the same text
    else
      ++at;
  }
  return sql.size();
}

// Behind $tag$ ... $tag$ that starts at `at`; behind the dollar where that is none.
std::size_t behind_dollars(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sql.size() && is_name_letter(sql[end])) ++end;
  const bool is_number = end > at + 1 && sql[at + 1] >= '0' && sql[at + 1] <= '9';
  if (end >= sql.size() || sql[end] != '$' || is_number) return at + 1;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const std::size_t closing = sql.find(tag, end + 1);
  return closing == std::string_view::npos ? sql.size() : closing + tag.size();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Behind the comment that starts at `at`; those between /* and */ nest.
std::size_t behind_comment(std::string_view sql, std::size_t at) {
  if (sql[at] == '-') {
    const std::size_t end = sql.find_first_of("\n\r", at);
    return end == std::string_view::npos ? sql.size() : end;
  }
  int depth = 0;
  while (at < sql.size()) {
    const std::string_view two = sql.substr(at, 2);
    if (two == "/*") {
      ++depth;
      at += 2;
    } else if (two == "*/") {
      at += 2;
      if (--depth == 0) return at;
    } else {
      ++at;
    }
  }
  return sql.size();
}

// Behind all pieces of the quoted text that starts at `at`: '' inside is one quote.
std::size_t behind_text(std::string_view sql, std::size_t at, bool backslashes) {
  while (at < sql.size() && sql[at] == '\'') at = behind_quoted(sql, at, backslashes);
  return at < sql.size() ? at : sql.size();
}

std::size_t behind_number(std::string_view sql, std::size_t at) {
  while (at < sql.size()) {
    const bool is_sign = (sql[at] == '+' || sql[at] == '-') && (sql[at - 1] == 'e' || sql[at - 1] == 'E');
    if (!is_name_letter(sql[at]) && sql[at] != '.' && !is_sign) break;
    ++at;
  }
  return at;
}

}  // namespace

std::size_t first_comment(std::string_view sql, bool standard_strings) {
  if (sql.find("--") == std::string_view::npos && sql.find("/*") == std::string_view::npos)
    return std::string_view::npos;
  std::size_t at = 0;
  bool escapes = false;  // the string that starts here is E'...'
  while (at < sql.size()) {
    const char c = sql[at];
    const char after = at + 1 < sql.size() ? sql[at + 1] : '\0';
    if ((c == '-' && after == '-') || (c == '/' && after == '*')) return at;
    if (c == '\'') {
      at = behind_quoted(sql, at, escapes || !standard_strings);
      if (at < sql.size() && sql[at] == '\'') continue;
    } else if (c == '"') {
      at = behind_quoted(sql, at, false);
    } else if (c == '$') {
      at = behind_dollars(sql, at);
    } else if (is_name_letter(c)) {
      const std::size_t start = at;
      while (at < sql.size() && (is_name_letter(sql[at]) || (sql[at] == '$' && at > start))) ++at;
      escapes = at - start == 1 && (c == 'e' || c == 'E') && at < sql.size() && sql[at] == '\'';
      continue;
    } else {
      ++at;
    }
    escapes = false;
  }
  return std::string_view::npos;
}

std::string masked_statement(std::string_view sql, bool standard_strings) {
  std::string out;
  bool blank = false;
  const auto put = [&](std::string_view piece) {
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += piece;
  };
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t start = at;
    const char c = sql[at], after = at + 1 < sql.size() ? sql[at + 1] : '\0';
    if (is_blank(c)) {
      blank = true;
      ++at;
    } else if ((c == '-' && after == '-') || (c == '/' && after == '*')) {
      blank = true;
      at = behind_comment(sql, at);
    } else if (c == '\'') {
      at = behind_text(sql, at, !standard_strings);
      put("?");
    } else if (std::string_view("eEbBxXnN").find(c) != std::string_view::npos && after == '\'') {
      at = behind_text(sql, at + 1, c == 'e' || c == 'E' || !standard_strings);
      put("?");
    } else if (c == '$') {
      at = is_digit(after) ? behind_number(sql, at + 1) : behind_dollars(sql, at);
      put(is_digit(after) || at == start + 1 ? sql.substr(start, at - start) : "?");
    } else if (is_digit(c) || (c == '.' && is_digit(after))) {
      at = behind_number(sql, at + 1);
      put("?");
    } else if (c == '"') {
      at = behind_quoted(sql, at, false);
      put(sql.substr(start, at - start));
    } else if (is_name_letter(c)) {
      while (at < sql.size() && (is_name_letter(sql[at]) || sql[at] == '$')) ++at;
      put(sql.substr(start, at - start));
    } else {
      put(sql.substr(at++, 1));
    }
  }
  return out;
}

}  // namespace harmony::oversight
