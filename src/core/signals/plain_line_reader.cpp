#include "core/signals/plain_line_reader.hpp"

#include <charconv>

namespace harmony::signals {
namespace {

constexpr std::size_t most_plain_names = 16, most_plain_digits = 30;

bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

plain_line_reader::plain_line_reader(std::string_view line, artifact_json &built)
    : built_(built), begin_(line.data()), at_(begin_), end_(begin_ + line.size()) {
  built_.values_.clear();
  built_.base_ = begin_;
}

void plain_line_reader::skip_blanks() {
  while (!at_end() && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
}

bool plain_line_reader::read() {
  skip_blanks();
  do {
    if (at_end() || !add_value() || !go_on()) return false;
  } while (!at_end());
  return n_open_ == 0;
}

bool plain_line_reader::add_value() {
  is_empty_ = false;
  if (*at_ == '"') return add_string();
  if (*at_ == '{' || *at_ == '[') return open();
  return is_plain_digit(*at_) || *at_ == '-' ? add_number() : add_literal();
}

bool plain_line_reader::add_string() {
  const char *start = ++at_;
  while (!at_end() && *at_ >= ' ' && *at_ < '\x7F' && *at_ != '"' && *at_ != '\\') ++at_;
  if (at_end() || *at_ != '"') return false;
  built_.values_.push_back(
      {kind::string, 0, static_cast<std::size_t>(start - begin_), static_cast<std::size_t>(at_ - begin_)});
  ++at_;
  return true;
}

bool plain_line_reader::add_name() {
  if (at_end() || *at_ != '"' || !add_string()) return false;
  skip_blanks();
  if (at_end() || *at_ != ':') return false;
  ++at_;
  skip_blanks();
  return true;
}

// -?(0|[1-9][0-9]*)(.[0-9]+)?
bool plain_line_reader::add_number() {
  const char *start = at_;
  if (*at_ == '-') ++at_;
  const char *whole = at_;
  while (!at_end() && is_plain_digit(*at_)) ++at_;
  if (at_ == whole || (*whole == '0' && at_ - whole > 1)) return false;
  if (!at_end() && *at_ == '.') {
    const char *fraction = ++at_;
    while (!at_end() && is_plain_digit(*at_)) ++at_;
    if (at_ == fraction) return false;
  }
  if (static_cast<std::size_t>(at_ - start) > most_plain_digits) return false;
  double number = 0;
  const auto [behind, failure] = std::from_chars(start, at_, number, std::chars_format::fixed);
  built_.values_.push_back({kind::number, number + 0.0, 0, 0});  // no -0
  return failure == std::errc() && behind == at_;
}

bool plain_line_reader::add_literal() {
  const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
  for (const std::string_view literal : {"null", "true", "false"}) {
    if (rest.substr(0, literal.size()) != literal) continue;
    at_ += literal.size();
    built_.values_.push_back({literal == "null" ? kind::null : kind::boolean, 0, 0, 0});
    return true;
  }
  return false;
}

bool plain_line_reader::open() {
  if (n_open_ == open_.size()) return false;
  const bool is_object = *at_ == '{';
  open_[n_open_++] = built_.values_.size();
  built_.values_.push_back({is_object ? kind::object : kind::array, 0, 0, 0});
  ++at_;
  skip_blanks();
  is_empty_ = !at_end() && *at_ == (is_object ? '}' : ']');
  return true;
}

bool plain_line_reader::close() {
  const std::size_t closed = open_[--n_open_];
  built_.values_[closed].end = built_.values_.size();
  ++at_;
  return built_.values_[closed].type == kind::array || names_differ(closed);
}

bool plain_line_reader::go_on() {
  if (!built_.values_.empty() && n_open_ > 0 && open_[n_open_ - 1] == built_.values_.size() - 1 && !is_empty_)
    return built_.values_.back().type == kind::array || add_name();  // opened just now
  for (;;) {
    skip_blanks();
    if (n_open_ == 0 || at_end()) return n_open_ == 0 && at_end();
    const bool is_object = built_.values_[open_[n_open_ - 1]].type == kind::object;
    if (*at_ == ',') {
      ++at_;
      skip_blanks();
      return !is_object || add_name();
    }
    if (*at_ != (is_object ? '}' : ']') || !close()) return false;
  }
}

bool plain_line_reader::names_differ(std::size_t object) const {
  std::array<std::string_view, most_plain_names> names;
  std::size_t n = 0;
  for (std::size_t at = object + 1; at < built_.values_.size(); at = built_.behind(at + 1)) {
    const std::string_view name = built_.text_at(at);
    for (std::size_t before = 0; before < n; ++before)
      if (names[before] == name) return false;
    if (n == names.size()) return false;
    names[n++] = name;
  }
  return true;
}

}  // namespace harmony::signals
