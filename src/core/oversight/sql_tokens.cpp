#include "core/oversight/sql_tokens.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>

namespace harmony::oversight {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return is_in(" \t\n\r\f\v", c); }
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) { return starts_name(c) || is_digit(c); }

}  // namespace

bool sql_tokens::next(sql_token &token) {
  if (at_ >= sql_.size()) return false;
  const std::size_t start = at_;
  token.kind = read();
  at_ = std::min(at_, sql_.size());
  token.text = sql_.substr(start, at_ - start);
  return true;
}

sql_token_kind sql_tokens::read() {
  const char c = at(at_), after = at(at_ + 1);
  if (is_blank(c)) {
    while (at_ < sql_.size() && is_blank(sql_[at_])) ++at_;
    return sql_token_kind::blank;
  }
  if ((c == '-' && after == '-') || (c == '/' && after == '*')) {
    read_comment();
    return sql_token_kind::comment;
  }
  if (c == '\'') {
    read_string(!standard_strings_);
    return sql_token_kind::string;
  }
  if (is_in("bBeEnNxX", c) && after == '\'') {
    ++at_;
    read_string(is_in("eE", c) || (is_in("nN", c) && !standard_strings_));
    return sql_token_kind::string;
  }
  if (is_in("uU", c) && after == '&' && is_in("'\"", at(at_ + 2)) && at(at_ + 2) != '\0') {
    at_ += 2;
    const bool is_string = sql_[at_] == '\'';
    if (is_string)
      read_string(false);
    else
      read_quoted('"', false);
    return is_string ? sql_token_kind::string : sql_token_kind::quoted_name;
  }
  if (c == '"') {
    read_quoted('"', false);
    return sql_token_kind::quoted_name;
  }
  if (c == '$') return read_dollar();
  if (is_digit(c) || (c == '.' && is_digit(after))) {
    read_number();
    return sql_token_kind::number;
  }
  if (!starts_name(c)) {
    ++at_;
    return sql_token_kind::sign;
  }
  while (at_ < sql_.size() && (continues_name(sql_[at_]) || sql_[at_] == '$')) ++at_;
  return sql_token_kind::word;
}

void sql_tokens::read_quoted(char quote, bool backslashes) {
  for (++at_; at_ < sql_.size(); ++at_) {
    if (backslashes && sql_[at_] == '\\') {
      ++at_;
    } else if (sql_[at_] == quote) {
      ++at_;
      if (at(at_) != quote) return;  // a doubled one stands for itself
    }
  }
}

// With the pieces that follow on other lines: 'a' and 'b' are one string where a new line lies between.
void sql_tokens::read_string(bool backslashes) {
  for (;;) {
    read_quoted('\'', backslashes);
    std::size_t behind = at_;
    bool has_line = false;
    for (; behind < sql_.size() && is_blank(sql_[behind]); ++behind) has_line |= is_in("\n\r", sql_[behind]);
    if (!has_line || at(behind) != '\'') return;
    at_ = behind;
  }
}

void sql_tokens::read_number() {
  // Underscores and 0x from 16 on; what is wrong in it is part of it.
  while (at_ < sql_.size()) {
    const char c = sql_[at_];
    const bool is_exponent = (c == 'e' || c == 'E') && at_ + 1 < sql_.size() && is_in("+-", sql_[at_ + 1]);
    if (c == '.' && at(at_ + 1) == '.') return;  // a range of integers
    if (!continues_name(c) && c != '.') return;
    at_ += is_exponent ? 2 : 1;
  }
}

void sql_tokens::read_comment() {
  if (sql_[at_] == '-') {
    at_ = std::min(sql_.find_first_of("\n\r", at_), sql_.size());
    return;
  }
  std::size_t depth = 0;
  while (at_ < sql_.size()) {
    const bool opens = sql_[at_] == '/' && at(at_ + 1) == '*', closes = sql_[at_] == '*' && at(at_ + 1) == '/';
    at_ += opens || closes ? 2 : 1;
    if (opens) ++depth;
    if (closes && --depth == 0) return;
  }
}

sql_token_kind sql_tokens::read_dollar() {
  std::size_t end = at_ + 1;
  if (is_digit(at(end))) {
    while (is_digit(at(end))) ++end;
    at_ = end;
    return sql_token_kind::parameter;
  }
  while (end < sql_.size() && continues_name(sql_[end])) ++end;
  if (at(end) != '$') {
    ++at_;
    return sql_token_kind::sign;
  }
  const std::string_view tag = sql_.substr(at_, end + 1 - at_);
  const std::size_t closing = sql_.find(tag, end + 1);
  at_ = closing == std::string_view::npos ? sql_.size() : closing + tag.size();
  return sql_token_kind::string;
}

std::size_t first_comment(std::string_view sql, bool standard_strings) {
  if (sql.find("--") == std::string_view::npos && sql.find("/*") == std::string_view::npos)
    return std::string_view::npos;
  sql_tokens tokens(sql, standard_strings);
  sql_token token{};
  while (tokens.next(token))
    if (token.kind == sql_token_kind::comment) return static_cast<std::size_t>(token.text.data() - sql.data());
  return std::string_view::npos;
}

}  // namespace harmony::oversight
