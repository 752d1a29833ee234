// States of the statistics that need every value: 8 bytes a value (16 with its group), and as much again while growing.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/sort_polling.hpp"
#include "core/statistics/groups.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// At most so many values in one state, so that a parallel worker can pass it in one datum. Error 54000 beyond.
inline constexpr std::size_t most_values = 60000000;

inline void check_room(std::size_t n) {
  if (n > most_values)
    throw error(sqlstate::program_limit_exceeded, "too many values",
                "A statistic that ranks values holds at most 60000000 of them.");
}

/// One sample. The order of its values has no meaning.
struct sample {
  std::vector<double> values;

  void add(double value) {
    check_value(value);
    check_room(values.size() + 1);
    values.push_back(value + 0.0);  // no negative zero
  }
  void merge(const sample &other) {
    check_room(values.size() + other.values.size());
    values.insert(values.end(), other.values.begin(), other.values.end());
  }
  void serialize(native_writer &out) const { out.values(values); }
  static sample deserialize(native_reader &in) { return {in.values<double>()}; }
};

/// Two samples.
struct two_samples {
  sample first, second;

  void add(double value, bool in_first) {
    check_room(first.values.size() + second.values.size() + 1);
    (in_first ? first : second).add(value);
  }
  void merge(const two_samples &other) {
    check_room(first.values.size() + second.values.size() + other.first.values.size() + other.second.values.size());
    first.merge(other.first);
    second.merge(other.second);
  }
  void sort() {
    sort_polling(first.values);
    sort_polling(second.values);
  }
  void serialize(native_writer &out) const {
    first.serialize(out);
    second.serialize(out);
  }
  static two_samples deserialize(native_reader &in) {
    two_samples s;
    s.first = sample::deserialize(in);
    s.second = sample::deserialize(in);
    return s;
  }
};

/// Values with the group each belongs to.
class grouped_samples {
 public:
  struct row {
    double value;
    std::uint32_t group;
  };

  /// As grouped_moments(by_number); here no result is by group, so how groups are named does not matter.
  explicit grouped_samples(bool = false) {}

  void add(double value, std::string_view group) {
    check_value(value);
    check_room(rows_.size() + 1);
    rows_.push_back({value, index_.find_or_add(group)});
  }
  void merge(const grouped_samples &other) {
    check_room(rows_.size() + other.rows_.size());
    std::vector<std::uint32_t> number(other.index_.size());
    for (std::size_t i = 0; i < number.size(); ++i) number[i] = index_.find_or_add(other.index_.name(i));
    for (const row &r : other.rows_) rows_.push_back({r.value, number[r.group]});
  }
  void sort() {
    sort_polling(rows_, [](const row &a, const row &b) { return a.value < b.value; });
  }
  const std::vector<row> &rows() const { return rows_; }
  std::size_t group_count() const { return index_.size(); }

  void serialize(native_writer &out) const {
    index_.serialize(out);
    out.values(rows_);
  }
  static grouped_samples deserialize(native_reader &in) {
    grouped_samples s;
    s.index_ = group_index::deserialize(in);
    s.rows_ = in.values<row>();
    for (const row &r : s.rows_)
      if (r.group >= s.index_.size())
        throw error(sqlstate::invalid_binary_representation, "aggregate state has a value of an unknown group");
    return s;
  }

 private:
  group_index index_;
  std::vector<row> rows_;
};

}  // namespace harmony::statistics
