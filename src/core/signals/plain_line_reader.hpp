// The fast path for a plain line of JSON: printing ASCII without an escape, numbers without an exponent. Most lines
// are plain, and the library takes four times as long; whatever is not is left to it, with the reason of a refusal.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/signals/artifact_json.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace harmony::signals {

class plain_line_reader {
 public:
  plain_line_reader(std::string_view line, artifact_json &built);

  /// Whether it was a plain line; else nothing has been read.
  bool read();

 private:
  using kind = artifact_json::kind;

  bool at_end() const { return at_ == end_; }
  void skip_blanks();
  bool add_value();
  bool add_string();
  bool add_name();
  bool add_number();
  bool add_literal();
  bool open();
  bool close();
  bool go_on();  // behind a value, up to the next one
  bool names_differ(std::size_t object) const;

  artifact_json &built_;
  const char *const begin_;
  const char *at_;
  const char *const end_;
  std::array<std::size_t, deepest_line> open_;
  std::size_t n_open_ = 0;
  bool is_empty_ = false;  // the container that was opened last
};

}  // namespace harmony::signals
