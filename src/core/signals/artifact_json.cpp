#include "core/signals/artifact_json.hpp"

#include "core/signals/plain_line_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace harmony::signals {
namespace {

// What a server's numeric takes: of fewer digits than this, and an exponent below it.
constexpr std::size_t most_digits = 400;
constexpr long most_exponent = 400;
constexpr const char *beyond_double = "a number beyond the range of double";
// What is computed of numbers up to this does not overflow.
constexpr double largest_number = 1e100;

// Whether a number is as near to what the text says as a double can be, and the text is one that a numeric can hold.
bool is_faithful(double number, const std::string &text) {
  const std::size_t exponent = text.find_first_of("eE");
  const std::string_view digits = std::string_view(text).substr(0, exponent);
  if (digits.size() > most_digits) return false;
  if (exponent != std::string::npos && std::labs(std::strtol(text.c_str() + exponent + 1, nullptr, 10)) > most_exponent)
    return false;
  return number != 0 || digits.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

// What the library's parser, which works in a loop, calls for each thing that it reads; false ends it.
class artifact_json_builder {
 public:
  explicit artifact_json_builder(artifact_json &built) : built_(built) {}

  std::string reason;

  bool null() { return add({kind::null, 0, 0, 0}); }
  bool boolean(bool) { return add({kind::boolean, 0, 0, 0}); }
  bool number_integer(std::int64_t value) { return add({kind::number, static_cast<double>(value), 0, 0}); }
  bool number_unsigned(std::uint64_t value) { return add({kind::number, static_cast<double>(value), 0, 0}); }
  bool number_float(double value, const std::string &text) {
    if (std::fabs(value) > largest_number) return refuse("a number beyond 1e100");
    return is_faithful(value, text) ? add({kind::number, value + 0.0, 0, 0}) : refuse(beyond_double);
  }
  bool string(const std::string &value) { return add_text(value); }
  bool key(const std::string &name) { return add_text(name); }
  bool start_object(std::size_t) { return open(kind::object); }
  bool start_array(std::size_t) { return open(kind::array); }
  bool end_array() { return close(); }
  bool end_object() { return names_differ(open_.back()) ? close() : refuse("a name twice in an object"); }

  bool binary(const nlohmann::json::binary_t &) { return false; }
  bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &error) {
    constexpr int out_of_range = 406;  // of its documentation
    return refuse(error.id == out_of_range ? beyond_double : "not JSON");
  }

 private:
  using kind = artifact_json::kind;

  bool refuse(const char *why) {
    reason = why;
    return false;
  }
  bool add(const artifact_json::value &value) {
    built_.values_.push_back(value);
    return true;
  }
  bool add_text(const std::string &text) {
    if (text.find('\0') != std::string::npos) return refuse("a zero character");
    if (built_.is_text_ && !built_.is_text_(text)) return refuse("a letter that the database's encoding does not have");
    const std::size_t start = built_.text_.size();
    built_.text_ += text;
    built_.base_ = built_.text_.data();
    return add({kind::string, 0, start, built_.text_.size()});
  }
  bool open(kind type) {
    if (open_.size() == deepest_line) return refuse("nested deeper than 64 levels");
    open_.push_back(built_.values_.size());
    return add({type, 0, 0, 0});
  }
  bool close() {
    built_.values_[open_.back()].end = built_.values_.size();
    open_.pop_back();
    return true;
  }
  bool names_differ(std::size_t object) {
    names_.clear();
    for (std::size_t at = object + 1; at < built_.values_.size(); at = built_.behind(at + 1))
      names_.push_back(built_.text_at(at));
    std::sort(names_.begin(), names_.end());
    return std::adjacent_find(names_.begin(), names_.end()) == names_.end();
  }

  artifact_json &built_;
  std::vector<std::size_t> open_;
  std::vector<std::string_view> names_;
};

// The library takes a zero byte for the end, and skips a byte order mark.
void artifact_json::read_by_library(std::string_view line) {
  values_.clear();
  text_.clear();
  if (line.find('\0') != std::string_view::npos) throw line_refused{"a zero character"};
  artifact_json_builder builder(*this);
  const bool is_read = line.substr(0, 1) != "\xEF" && nlohmann::json::sax_parse(line.begin(), line.end(), &builder);
  if (is_read) return;
  const bool names_no_number =
      line.find("NaN") != std::string_view::npos || line.find("Infinity") != std::string_view::npos;
  if (builder.reason.empty()) builder.reason = "not JSON";
  if (builder.reason == "not JSON" && names_no_number) builder.reason += ", which has no NaN and no Infinity";
  throw line_refused{builder.reason};
}

void artifact_json::read(std::string_view line) {
  if (!plain_line_reader(line, *this).read()) read_by_library(line);
}

json_value json_value::operator[](std::string_view name) const {
  json_value found;
  if (!is_object()) return found;
  const std::size_t end = document_->values_[at_].end;
  for (std::size_t at = at_ + 1; at < end; at = document_->behind(at + 1))
    if (document_->text_at(at) == name) return {document_, at + 1};
  return found;
}

}  // namespace harmony::signals
