#include "core/crypto/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace harmony::crypto {
namespace {

using library = nlohmann::basic_json<std::map, std::vector, secret_string, bool, std::int64_t, std::uint64_t, double,
                                     wiping_allocator>;

// What the library's parser, which works in a loop, calls for each thing that it reads; false ends it.
class builder {
 public:
  explicit builder(unique_names where) : where_(where) {}

  json take() { return std::move(root_); }

  bool null() { return add({}); }
  bool boolean(bool value) {
    json added;
    added.type = json::kind::boolean;
    added.boolean = value;
    return add(std::move(added));
  }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, std::string_view) { return number(value); }
  bool string(secret_string &value) {
    json added;
    added.type = json::kind::string;
    added.text = std::move(value);
    return add(std::move(added));
  }
  bool start_object(std::size_t) { return open(json::kind::object); }
  bool key(secret_string &name) {
    if ((open_.size() == 1 || where_ == unique_names::everywhere) && !seen_.back().insert(name).second) return false;
    open_.back()->names.push_back(std::move(name));
    return true;
  }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(json::kind::array); }
  bool end_array() { return close(); }

  bool binary(library::binary_t &) { return false; }
  bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) { return false; }

 private:
  bool number(double value) {
    json added;
    added.type = json::kind::number;
    added.number = value;
    return add(std::move(added));
  }
  bool add(json &&value) {
    if (open_.empty()) return false;  // no object
    open_.back()->elements.push_back(std::move(value));
    return true;
  }
  // A container does not move while it is open: the one around it gets no other element.
  bool open(json::kind kind) {
    if (open_.size() == deepest_json || (open_.empty() && kind != json::kind::object)) return false;
    json *opened = &root_;
    if (!open_.empty()) {
      add({});
      opened = &open_.back()->elements.back();
    }
    opened->type = kind;
    open_.push_back(opened);
    seen_.emplace_back();
    return true;
  }
  bool close() {
    open_.pop_back();
    seen_.pop_back();
    return true;
  }

  unique_names where_;
  json root_;
  std::vector<json *> open_;
  std::vector<std::set<secret_string>> seen_;  // names of the open objects
};

}  // namespace

const json *json::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &elements[static_cast<std::size_t>(found - names.begin())];
}

const json &json::operator[](std::string_view name) const {
  static const json missing;
  const json *found = find(name);
  return found == nullptr ? missing : *found;
}

// The library skips a byte order mark, and takes a zero byte for the end.
json parse_object(std::string_view text, unique_names where) {
  if (text.find('\0') != std::string_view::npos || text.substr(0, 1) == "\xEF") return {};
  builder built(where);
  if (!library::sax_parse(text.begin(), text.end(), &built)) return {};
  return built.take();
}

std::string quoted(std::string_view text) { return nlohmann::json(std::string(text)).dump(); }

}  // namespace harmony::crypto
