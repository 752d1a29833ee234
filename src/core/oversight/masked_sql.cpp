#include "core/oversight/masked_sql.hpp"

#include "core/base/ascii.hpp"
#include "core/base/interrupt.hpp"
#include "core/oversight/sql_tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace harmony::oversight {

namespace {

struct typed_string {
  std::string_view type, value;
};
// What stands in for the string of a typed constant.
constexpr typed_string typed_strings[] = {{"date", "2000-01-01"},
                                          {"timestamp", "2000-01-01"},
                                          {"timestamptz", "2000-01-01"},
                                          {"time", "00:00"},
                                          {"timetz", "00:00"},
                                          {"zone", "2000-01-01 00:00"},
                                          {"interval", "1 day"},
                                          {"bool", "true"},
                                          {"boolean", "true"},
                                          {"numeric", "0"},
                                          {"decimal", "0"},
                                          {"integer", "0"},
                                          {"int", "0"},
                                          {"int4", "0"},
                                          {"bigint", "0"},
                                          {"int8", "0"},
                                          {"smallint", "0"},
                                          {"float8", "0"},
                                          {"real", "0"},
                                          {"precision", "0"},
                                          {"json", "{}"},
                                          {"jsonb", "{}"},
                                          {"text", "?"},
                                          {"bytea", ""},
                                          {"uuid", "00000000-0000-0000-0000-000000000000"}};
// Words before a string that make no type of it.
constexpr std::string_view before_values[] = {
    "like", "ilike",   "escape", "in", "then",   "else",  "when",  "and",    "or",   "not",   "from",    "to",    "by",
    "as",   "between", "is",     "on", "select", "where", "limit", "offset", "case", "using", "similar", "values"};
// Types that take numbers in brackets.
constexpr std::string_view sized_types[] = {"varchar", "char",      "character",   "varying", "numeric",  "decimal",
                                            "bit",     "timestamp", "timestamptz", "time",    "interval", "float"};

template <std::size_t n>
bool is_one_of(const std::string_view (&list)[n], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// A name in double quotes that says no more than one without them could.
bool is_plain_name(std::string_view quoted) {
  if (quoted.size() < 3 || quoted.front() != '"' || quoted.back() != '"') return false;
  const std::string_view name = quoted.substr(1, quoted.size() - 2);
  const auto is_plain = [](char c) {
    const char small = to_lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return (name.front() < '0' || name.front() > '9') && std::all_of(name.begin(), name.end(), is_plain);
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

class masker {
 public:
  masker(std::string_view sql, bool standard_strings, const std::vector<std::string_view> &kept, word_filter keeps)
      : tokens_(sql, standard_strings), kept_(kept), keeps_(keeps) {
    sql_tokens all(sql, standard_strings);
    sql_token token{};
    while (all.next(token))
      if (token.kind == sql_token_kind::parameter) next_ = std::max(next_, number_of(token.text) + 1);
  }

  std::string masked() {
    sql_token token{};
    for (std::size_t n = 0; tokens_.next(token); ++n) {
      if (n % 4096 == 0) poll_interrupt();
      put(token);
    }
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  static std::int64_t number_of(std::string_view parameter) {
    std::int64_t number = 0;
    for (const char c : parameter.substr(1)) {
      if (c < '0' || c > '9' || number > 100000) break;
      number = 10 * number + (c - '0');
    }
    return number;
  }

  void put(const sql_token &token) {
    switch (token.kind) {
      case sql_token_kind::blank:
      case sql_token_kind::comment:
        if (!out_.empty() && out_.back() != ' ') out_ += ' ';
        return;
      case sql_token_kind::string:
        put_string(token.text);
        break;
      case sql_token_kind::number:
        put_number(token.text);
        break;
      case sql_token_kind::sign:
        put_sign(token.text.front());
        break;
      case sql_token_kind::word:
        put_word(token.text);
        break;
      case sql_token_kind::quoted_name:
        put_name(token.text);
        break;
      case sql_token_kind::parameter:
        out_ += token.text;
    }
    if (token.kind == sql_token_kind::word) {
      last_ = lowered(token.text);
      see(last_);
    } else {
      last_.clear();
    }
  }

  void put_word(std::string_view word) {
    if (keeps_ == nullptr || keeps_(word))
      out_ += word;
    else
      put_unknown("?");
  }

  void put_name(std::string_view quoted) {
    if (keeps_ != nullptr)
      put_unknown("?");
    else if (is_plain_name(quoted))
      out_ += quoted;
    else
      out_ += "\"?\"";
  }

  // Several one behind the other are one.
  void put_unknown(std::string_view mark) {
    const std::string before = std::string(mark) + ' ';
    if (out_.size() < before.size() || out_.compare(out_.size() - before.size(), before.size(), before) != 0)
      out_ += mark;
  }

  void put_string(std::string_view text) {
    const std::string_view inside = text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
    if (text.front() == '\'' && std::find(kept_.begin(), kept_.end(), inside) != kept_.end()) {
      out_ += text;
    } else if (!last_.empty() && !is_one_of(before_values, last_)) {
      const auto *known = std::find_if(std::begin(typed_strings), std::end(typed_strings),
                                       [&](const typed_string &one) { return one.type == last_; });
      const bool is_type = last_ != "zone" || zone_is_type_;  // timestamp with time zone '...', but at time zone '...'
      if (!is_type)
        put_parameter();
      else
        out_.append("'").append(known != std::end(typed_strings) ? known->value : "?").append("'");
    } else {
      put_parameter();
    }
  }

  void put_number(std::string_view text) {
    const bool names_column = by_depth_ == depth_ && follows_list_;
    const bool counts_rows = last_ == "limit" || last_ == "offset" || last_ == "first" || last_ == "next";
    const bool is_short = text.size() <= 4;  // no one's number
    if (is_short && (names_column || counts_rows || (sized_depth_ >= 0 && depth_ > sized_depth_)))
      out_ += text;
    else
      put_parameter();
  }

  void put_parameter() { out_ += '$' + std::to_string(next_++); }

  void put_sign(char c) {
    out_ += c;
    if (c == '(' || c == '[') {
      ++depth_;
      if (c == '(' && sized_depth_ < 0 && is_one_of(sized_types, last_)) sized_depth_ = depth_ - 1;
    } else if (c == ')' || c == ']') {
      --depth_;
      if (depth_ <= sized_depth_) sized_depth_ = -1;
      if (depth_ < by_depth_) by_depth_ = none;
    }
    follows_list_ = c == ',' && by_depth_ == depth_;
  }

  // ORDER BY and GROUP BY begin a list, which another clause ends.
  void see(std::string_view word) {
    follows_list_ = word == "by";
    if (word == "with" || word == "without" || word == "at") zone_is_type_ = word != "at";
    if (word == "by")
      by_depth_ = depth_;
    else if (word == "limit" || word == "offset" || word == "having" || word == "union" || word == "window" ||
             word == "for")
      by_depth_ = none;
  }

  static constexpr int none = std::numeric_limits<int>::min();
  sql_tokens tokens_;
  const std::vector<std::string_view> &kept_;
  word_filter keeps_;
  std::string out_, last_;
  std::int64_t next_ = 1;
  int depth_ = 0, by_depth_ = none, sized_depth_ = -1;
  bool follows_list_ = false, zone_is_type_ = false;
};

}  // namespace

std::string masked_sql(std::string_view sql, bool standard_strings, const std::vector<std::string_view> &kept,
                       word_filter keeps) {
  return masker(sql, standard_strings, kept, keeps).masked();
}

}  // namespace harmony::oversight
