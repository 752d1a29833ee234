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

}  // namespace harmony::oversight
