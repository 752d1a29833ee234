// Delimited text: the records of a CSV file, in whatever form a program writes one.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::import {

inline constexpr std::size_t most_content = std::size_t{512} << 20;
inline constexpr std::size_t most_cells = 10000;

/// Of , ; tab | the most frequent outside quotes in the first line with text; of several the earlier.
char likely_delimiter(std::string_view text);

/// A record: its number from 1 among all records, those without text too, and the line where it starts.
struct record {
  std::int64_t row = 0, line = 0;
  std::vector<std::string_view> cells;
};

/// Reads records one after the other. A cell in quotes may hold delimiters, line ends and doubled quotes; a quote
/// inside any other cell is text. LF, CRLF and CR end a line, mixed. A record without text is counted and passed over.
class delimited_reader {
 public:
  /// The text in UTF-8; it must outlive the reader. `delimiter` 0: likely_delimiter().
  explicit delimited_reader(std::string_view text, char delimiter = 0);

  /// The next record with text, null after the last; valid until the next call. Polls for interrupts. Errors, with
  /// the line: 22P04 text after a closing quote, a quote that is not closed; 54000 beyond most_cells.
  const record *next();

 private:
  void read_record();
  std::string_view read_quoted();
  void skip_line_end();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  record record_;
  std::deque<std::string> unescaped_;  // cells of the record that held doubled quotes
};

}  // namespace harmony::import
