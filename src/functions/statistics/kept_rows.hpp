// The state of the aggregates that keep their rows, and its transitions. A row is (option text,) (group of any type,)
// numbers …, where the option is that of the first row, and the group becomes a number in column 0. For shells only.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/statistics/groups.hpp"
#include "core/statistics/row_blocks.hpp"
#include "functions/shell.hpp"
#include "postgres/number_arguments.hpp"

namespace harmony::functions {

struct kept_rows {
  statistics::row_blocks rows;
  std::string option;
  statistics::group_index groups;
  bool by_number = false;  // names of groups are whole numbers
  // Of this process alone: how its arguments are read.
  postgres::number_arguments arguments = {};
  postgres::value_namer namer = {};

  void merge(kept_rows &&other) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < other.groups.size(); ++i) numbers.push_back(groups.find_or_add(other.groups.name(i)));
    if (option.empty()) option = other.option;
    by_number = by_number || other.by_number;
    rows.merge(std::move(other.rows), other.groups.size() > 0 ? 0 : -1, numbers);
  }
  void serialize(native_writer &out) const {
    out.text(option);
    out.value(by_number);
    groups.serialize(out);
    rows.serialize(out);
  }
  static kept_rows deserialize(native_reader &in) {
    std::string option(in.text());
    const bool by_number = in.value<bool>();
    statistics::group_index groups = statistics::group_index::deserialize(in);
    return {statistics::row_blocks::deserialize(in), std::move(option), std::move(groups), by_number, {}, {}};
  }
};

/// What stands before the numbers.
struct row_layout {
  bool has_option, has_group;

  constexpr int group() const { return has_option ? 2 : 1; }
  constexpr int numbers() const { return group() + (has_group ? 1 : 0); }
};
inline constexpr row_layout plain_rows{false, false}, optioned_rows{true, false}, grouped_rows{false, true},
    optioned_grouped_rows{true, true};

/// The running aggregate's row of numbers alone, straight into its block; false where it must take the slow path.
inline bool fast_kept_row(FunctionCallInfo fcinfo) {
  kept_rows *state = aggregate_state<kept_rows>::running(fcinfo);
  if (state == nullptr || !state->arguments.is_fast || !state->rows.has_room()) return false;
  bool is_null;
  if (!postgres::read_plain_numbers(fcinfo, state->arguments, state->rows.width(), state->rows.slot(),
                                    state->rows.stride(), &is_null))
    return false;
  if (is_null)
    state->rows.skip();
  else
    state->rows.commit();
  return true;
}

/// The first row tells the types of the arguments and the option.
void describe_kept_row(FunctionCallInfo fcinfo, kept_rows &state, row_layout layout);
/// Adds a row by the slow path.
Datum add_kept_row(FunctionCallInfo fcinfo, row_layout layout);

template <bool has_option, bool has_group>
Datum add_kept_row_body(FunctionCallInfo fcinfo) {
  return add_kept_row(fcinfo, {has_option, has_group});
}

}  // namespace harmony::functions
