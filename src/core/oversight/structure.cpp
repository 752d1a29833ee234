#include "core/oversight/structure.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace harmony::oversight {

namespace {

using kind = document::kind;

constexpr int deepest = 32;
constexpr std::array<std::string_view, 7> types{"string", "number", "integer", "boolean", "array", "object", "null"};

[[noreturn]] void refuse_declaration(const std::string &what) {
  throw error(sqlstate::invalid_parameter_value, "the declared structure is not valid: " + what);
}

void require(bool holds, std::string_view word, const char *what) {
  if (!holds) refuse_declaration("\"" + std::string(word) + "\" must be " + what);
}

void check_type_names(const document &value) {
  if (value.is == kind::string)
    require(std::find(types.begin(), types.end(), value.text) != types.end(), "type", "a type of JSON");
  else
    require(value.is == kind::array && !value.elements.empty(), "type", "a type of JSON, or an array of them");
  for (const document &one : value.elements) {
    require(one.is == kind::string, "type", "a type of JSON, or an array of them");
    check_type_names(one);
  }
}

void check_declaration(const document &declared, int depth) {
  if (depth > deepest) refuse_declaration("it is deeper than 32");
  if (declared.is != kind::object) refuse_declaration("it must be an object");
  const auto is_count = [](const document &v) {
    return v.is == kind::number && v.number >= 0 && v.number == std::floor(v.number);
  };
  for (const auto &[word, value] : declared.fields) {
    if (word == "type") {
      check_type_names(value);
    } else if (word == "enum") {
      require(value.is == kind::array, word, "an array");
    } else if (word == "minimum" || word == "maximum") {
      require(value.is == kind::number, word, "a number");
    } else if (word == "minLength" || word == "maxLength" || word == "minItems" || word == "maxItems") {
      require(is_count(value), word, "a whole number from 0");
    } else if (word == "format") {
      require(value.is == kind::string && (value.text == "date" || value.text == "date-time" || value.text == "uuid"),
              word, "date, date-time or uuid");
    } else if (word == "properties") {
      require(value.is == kind::object, word, "an object");
      for (const auto &property : value.fields) check_declaration(property.second, depth + 1);
    } else if (word == "required") {
      require(value.is == kind::array, word, "an array of names");
      for (const document &name : value.elements) require(name.is == kind::string, word, "an array of names");
    } else if (word == "additionalProperties") {
      require(value.is == kind::boolean, word, "true or false");
    } else if (word == "items") {
      check_declaration(value, depth + 1);
    } else if (word != "title" && word != "description") {
      refuse_declaration("\"" + std::string(word) + "\" is not known");
    }
  }
}

bool is_same(const document &a, const document &b) {
  if (a.is != b.is) return false;
  switch (a.is) {
    case kind::null:
      return true;
    case kind::boolean:
      return a.truth == b.truth;
    case kind::number:
      return a.number == b.number;
    case kind::string:
      return a.text == b.text;
    default:
      return false;  // lists of values are of scalars
  }
}

bool has_type(const document &value, std::string_view type) {
  switch (value.is) {
    case kind::null:
      return type == "null";
    case kind::boolean:
      return type == "boolean";
    case kind::number:
      return type == "number" || (type == "integer" && value.number == std::floor(value.number));
    case kind::string:
      return type == "string";
    case kind::array:
      return type == "array";
    default:
      return type == "object";
  }
}

bool matches_type(const document &value, const document &type) {
  if (type.is == kind::string) return has_type(value, type.text);
  return std::any_of(type.elements.begin(), type.elements.end(),
                     [&](const document &one) { return has_type(value, one.text); });
}

// The digits of a text at a place as a number; -1 where they are none.
int digits(std::string_view text, std::size_t at, std::size_t n) {
  if (at + n > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = 10 * value + (text[i] - '0');
  }
  return value;
}

bool is_date(std::string_view text) {
  const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 1 || month < 1 || month > 12 || day < 1)
    return false;
  constexpr int length[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= length[month - 1] + (month == 2 && leap ? 1 : 0);
}

// RFC 3339, section 5.6.
bool is_date_time(std::string_view text) {
  if (text.size() < 20 || !is_date(text.substr(0, 10)) || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
    return false;
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || text[13] != ':' ||
      text[16] != ':')
    return false;
  std::size_t at = 19;
  if (text[at] == '.') {
    const std::size_t first = ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == first) return false;
  }
  const std::string_view zone = text.substr(at);
  if (zone == "Z" || zone == "z") return true;
  const int hours = digits(zone, 1, 2), minutes = digits(zone, 4, 2);
  return zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' && hours >= 0 && hours <= 23 &&
         minutes >= 0 && minutes <= 59;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !digit) return false;
  }
  return true;
}

bool has_format(std::string_view text, std::string_view format) {
  return format == "date" ? is_date(text) : format == "uuid" ? is_uuid(text) : is_date_time(text);
}

std::string shown(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", number);
  return text;
}

std::string listed(const document &values) {
  std::string text;
  for (const document &value : values.elements) {
    if (!text.empty()) text += ", ";
    text += value.is == kind::string    ? std::string(value.text)
            : value.is == kind::number  ? shown(value.number)
            : value.is == kind::boolean ? (value.truth ? "true" : "false")
                                        : "null";
  }
  return text;
}

std::string type_of(const document &type) { return type.is == kind::string ? std::string(type.text) : listed(type); }

class checker {
 public:
  checker(std::vector<structure_error> &errors, std::size_t row, std::size_t most)
      : errors_(errors), row_(row), most_(errors.size() + most) {}

  void check(const document &value, const document &declared, const std::string &path) {
    poll_interrupt();
    const document *type = declared.field("type");
    if (type != nullptr && !matches_type(value, *type)) return tell(path, "must be of type " + type_of(*type));
    const document *allowed = declared.field("enum");
    const auto same = [&](const document &one) { return is_same(one, value); };
    if (allowed != nullptr && std::none_of(allowed->elements.begin(), allowed->elements.end(), same))
      tell(path, "must be one of " + listed(*allowed));
    if (value.is == kind::number) check_number(value.number, declared, path);
    if (value.is == kind::string) check_text(value.text, declared, path);
    if (value.is == kind::array) check_array(value, declared, path);
    if (value.is == kind::object) check_object(value, declared, path);
  }

 private:
  // An object may have many fields, and many may be looked for.
  static const document *field_of(const document &object, std::string_view name) {
    poll_interrupt();
    return object.field(name);
  }

  void tell(const std::string &path, std::string message) {
    if (errors_.size() < most_) errors_.push_back({row_, path, std::move(message)});
  }

  void check_number(double number, const document &declared, const std::string &path) {
    const document *least = declared.field("minimum"), *most = declared.field("maximum");
    if (least != nullptr && number < least->number) tell(path, "must be at least " + shown(least->number));
    if (most != nullptr && number > most->number) tell(path, "must be at most " + shown(most->number));
  }

  void check_count(std::size_t n, const document &declared, const char *least, const char *most, const char *of,
                   const std::string &path) {
    const document *low = declared.field(least), *high = declared.field(most);
    if (low != nullptr && static_cast<double>(n) < low->number)
      tell(path, "must have at least " + shown(low->number) + of);
    if (high != nullptr && static_cast<double>(n) > high->number)
      tell(path, "must have at most " + shown(high->number) + of);
  }

  void check_text(std::string_view text, const document &declared, const std::string &path) {
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    check_count(static_cast<std::size_t>(letters), declared, "minLength", "maxLength", " characters", path);
    const document *format = declared.field("format");
    if (format != nullptr && !has_format(text, format->text)) tell(path, "must be a " + std::string(format->text));
  }

  void check_array(const document &value, const document &declared, const std::string &path) {
    check_count(value.elements.size(), declared, "minItems", "maxItems", " elements", path);
    const document *items = declared.field("items");
    if (items == nullptr) return;
    for (std::size_t i = 0; i < value.elements.size(); ++i)
      check(value.elements[i], *items, path + "[" + std::to_string(i) + "]");
  }

  void check_object(const document &value, const document &declared, const std::string &path) {
    const auto inside = [&](std::string_view name) { return path + (path.empty() ? "" : ".") + std::string(name); };
    const document *required = declared.field("required"), *properties = declared.field("properties");
    if (required != nullptr)
      for (const document &name : required->elements)
        if (field_of(value, name.text) == nullptr) tell(inside(name.text), "is missing");
    if (properties != nullptr)
      for (const auto &[name, property] : properties->fields)
        if (const document *found = field_of(value, name)) check(*found, property, inside(name));
    const document *additional = declared.field("additionalProperties");
    if (additional == nullptr || additional->truth) return;
    for (const auto &field : value.fields)
      if (properties == nullptr || field_of(*properties, field.first) == nullptr)
        tell(inside(field.first), "is not declared");
  }

  std::vector<structure_error> &errors_;
  std::size_t row_, most_;
};

}  // namespace

const document *document::field(std::string_view name) const {
  for (const auto &one : fields)
    if (one.first == name) return &one.second;
  return nullptr;
}

std::vector<structure_error> check_structure(const document &rows, const document &declared, std::size_t most) {
  check_declaration(declared, 0);
  std::vector<structure_error> errors;
  if (rows.is != kind::array) {
    checker(errors, 1, most).check(rows, declared, "");
    return errors;
  }
  for (std::size_t i = 0; i < rows.elements.size() && errors.size() < most; ++i)
    checker(errors, i + 1, most - errors.size()).check(rows.elements[i], declared, "");
  return errors;
}

}  // namespace harmony::oversight
