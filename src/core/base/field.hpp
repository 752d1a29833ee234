// The numbers of a struct as one table: their keys in documents, their members, and the values they may hold. Reading,
// writing, checking and the list of known keys all follow from the table, so that a new number takes a member and a
// line.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/span.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace harmony {

/// No constant of a model may be larger than this, nor may a sum of weights: weighted sums of scores stay numbers.
inline constexpr double largest_constant = 1e100;

/// The values that a field may hold, both ends included.
struct bounds {
  double low, high;
  bool whole = false;  // whole numbers only

  bool hold(double value) const noexcept {
    return value >= low && value <= high && (!whole || std::floor(value) == value);
  }
};
inline constexpr bounds any_number{-largest_constant, largest_constant};
inline constexpr bounds not_negative{0.0, largest_constant};
inline constexpr bounds above_zero{std::numeric_limits<double>::denorm_min(), largest_constant};
inline constexpr bounds unit_interval{0.0, 1.0};
inline constexpr bounds score_range{0.0, 100.0};

template <class Model>
struct field {
  std::string_view name;  // the key in documents
  double Model::*member;
  bounds within;
  std::string_view weight_of = {};  // the weights of one thing stand together and must sum to more than 0
};

/// Constants are always there; a measure may be missing, and so may an optional constant.
enum class field_kind { constant, optional_constant, measure };

/// A struct gets its table from a function fields_of(const Model &) that stands beside it.
template <class Model>
struct field_table {
  const char *what;  // the struct's name in messages
  field_kind kind;
  span<field<Model>> fields;

  template <std::size_t n>
  field_table(const char *what_, field_kind kind_, const field<Model> (&fields_)[n])
      : what(what_), kind(kind_), fields(fields_, n) {}

  const field<Model> *find(std::string_view name) const noexcept {
    for (const field<Model> &entry : fields)
      if (entry.name == name) return &entry;
    return nullptr;
  }

  std::string known_keys() const {
    std::string keys;
    for (const field<Model> &entry : fields) keys += (keys.empty() ? "" : ", ") + std::string(entry.name);
    return keys;
  }
};

/// Error 22023 for a constant, 22003 for a measure, naming the key and its bounds.
[[noreturn]] void refuse_value(const char *what, field_kind kind, std::string_view name, const bounds &within,
                               double value);

/// Error 22023 unless the weights of one thing sum to a number above 0, at most `largest_constant`.
void check_sum(std::string_view weight_of, double sum);

/// Checks every field of a struct against its table: bounds, and sums of weights. Errors as refuse_value() and
/// check_sum().
template <class Model>
void check_fields(const Model &object) {
  const field_table<Model> table = fields_of(object);
  std::string_view weight_of;
  double sum = 0.0;
  for (const field<Model> &entry : table.fields) {
    const double value = object.*entry.member;
    const bool may_be = table.kind != field_kind::constant && std::isnan(value);
    if (!may_be && !entry.within.hold(value)) refuse_value(table.what, table.kind, entry.name, entry.within, value);
    if (entry.weight_of != weight_of) {
      if (!weight_of.empty()) check_sum(weight_of, sum);
      weight_of = entry.weight_of;
      sum = 0.0;
    }
    sum += value;
  }
  if (!weight_of.empty()) check_sum(weight_of, sum);
}

/// True when no field of a struct is missing.
template <class Model>
bool complete(const Model &object) noexcept {
  for (const field<Model> &entry : fields_of(object).fields)
    if (std::isnan(object.*entry.member)) return false;
  return true;
}

}  // namespace harmony
