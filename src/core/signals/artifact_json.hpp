// A line of an artifact, read as JSON (RFC 8259) into one flat buffer that serves line after line.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::signals {

/// Why a line is not loaded; thrown while it is read. The reason is a fragment without a full stop.
struct line_refused {
  std::string reason;
};

/// More levels of arrays and objects than this are refused.
inline constexpr std::size_t deepest_line = 64;

class artifact_json;

/// A value of the line that was read last.
class json_value {
 public:
  bool exists() const { return document_ != nullptr; }
  bool is_null() const;
  bool is_number() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;

  double number() const;
  std::string_view string() const;

  /// The member of that name, which does not exist where there is none, or this is no object.
  json_value operator[](std::string_view name) const;
  /// Calls visit(name, value) for each member of an object, visit(value) for each element of an array.
  template <class Visit>
  void for_each_member(Visit &&visit) const;
  template <class Visit>
  void for_each(Visit &&visit) const;

 private:
  friend class artifact_json;
  json_value() = default;
  json_value(const artifact_json *document, std::size_t at) : document_(document), at_(at) {}

  const artifact_json *document_ = nullptr;
  std::size_t at_ = 0;
};

class artifact_json {
 public:
  /// `is_text` tells whether the database has all letters of a text in UTF-8; empty: it has all there are.
  explicit artifact_json(std::function<bool(std::string_view)> is_text) : is_text_(std::move(is_text)) {}

  /// Reads a line, which outlives what is asked of it; throws line_refused for what is no JSON, and for what a database
  /// could not hold: a zero character, a letter that its encoding lacks, a number beyond the range of double, a name
  /// twice in an object, too deep a nest.
  void read(std::string_view line);
  json_value root() const { return {this, 0}; }
  /// The same without the fast path for plain lines: what the library says of them. For tests.
  void read_by_library(std::string_view line);

 private:
  friend class json_value;
  friend class artifact_json_builder;
  friend class plain_line_reader;

  enum class kind : std::uint8_t { null, boolean, number, string, array, object };
  // In the order of the text. A member of an object is two values, its name and what it is.
  struct value {
    kind type;
    double number;      // of a number
    std::size_t start;  // of a string, from base_
    std::size_t end;    // of a string, from base_; of an array or object the first value behind it
  };

  std::string_view text_at(std::size_t at) const {
    return {base_ + values_[at].start, values_[at].end - values_[at].start};
  }
  std::size_t behind(std::size_t at) const {
    const bool holds_others = values_[at].type == kind::array || values_[at].type == kind::object;
    return holds_others ? values_[at].end : at + 1;
  }

  std::function<bool(std::string_view)> is_text_;
  std::vector<value> values_;
  std::string text_;            // of strings, where they are not as in the line
  const char *base_ = nullptr;  // of the line, or of text_
};

inline bool json_value::is_null() const {
  return exists() && document_->values_[at_].type == artifact_json::kind::null;
}
inline bool json_value::is_number() const {
  return exists() && document_->values_[at_].type == artifact_json::kind::number;
}
inline bool json_value::is_string() const {
  return exists() && document_->values_[at_].type == artifact_json::kind::string;
}
inline bool json_value::is_array() const {
  return exists() && document_->values_[at_].type == artifact_json::kind::array;
}
inline bool json_value::is_object() const {
  return exists() && document_->values_[at_].type == artifact_json::kind::object;
}
inline double json_value::number() const { return document_->values_[at_].number; }
inline std::string_view json_value::string() const { return document_->text_at(at_); }

template <class Visit>
void json_value::for_each_member(Visit &&visit) const {
  const std::size_t end = document_->values_[at_].end;
  for (std::size_t at = at_ + 1; at < end; at = document_->behind(at + 1))
    visit(document_->text_at(at), json_value(document_, at + 1));
}
template <class Visit>
void json_value::for_each(Visit &&visit) const {
  const std::size_t end = document_->values_[at_].end;
  for (std::size_t at = at_ + 1; at < end; at = document_->behind(at)) visit(json_value(document_, at));
}

}  // namespace harmony::signals
