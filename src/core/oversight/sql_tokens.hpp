// The tokens of a statement, by the lexical rules of PostgreSQL (manual, 4.1): of any text, also of what no parser
// takes.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <string_view>

namespace harmony::oversight {

enum class sql_token_kind { blank, comment, word, quoted_name, string, number, parameter, sign };

struct sql_token {
  sql_token_kind kind;
  std::string_view text;
};

class sql_tokens {
 public:
  /// `standard_strings`: a backslash is a letter like any other in '...'.
  sql_tokens(std::string_view sql, bool standard_strings) : sql_(sql), standard_strings_(standard_strings) {}

  /// The next token; false at the end. Together the tokens are the text. What is open at the end ends there.
  bool next(sql_token &token);

 private:
  sql_token_kind read();
  void read_string(bool backslashes);
  void read_quoted(char quote, bool backslashes);
  void read_number();
  void read_comment();
  sql_token_kind read_dollar();
  char at(std::size_t k) const { return k < sql_.size() ? sql_[k] : '\0'; }

  std::string_view sql_;
  bool standard_strings_;
  std::size_t at_ = 0;
};

/// Where the first comment starts, in bytes; npos where there is none.
std::size_t first_comment(std::string_view sql, bool standard_strings);

}  // namespace harmony::oversight
