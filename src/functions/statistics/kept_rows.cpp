#include "functions/statistics/kept_rows.hpp"

#include "core/base/error.hpp"
#include "functions/statistics/linear.hpp"

namespace harmony::functions {

void describe_kept_row(FunctionCallInfo fcinfo, kept_rows &state, row_layout layout) {
  if (layout.has_option) {
    if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "kind must not be null");
    state.option = std::string(bytes_of(PG_GETARG_DATUM(1)));
  }
  if (layout.has_group) {
    state.namer = postgres::describe_names(fcinfo, layout.group(), aggregate_state<kept_rows>::context_of(fcinfo));
    state.by_number = state.namer.is_whole_number;
  }
  state.arguments = postgres::describe_numbers(fcinfo, layout.numbers());
}

Datum add_kept_row(FunctionCallInfo fcinfo, row_layout layout) {
  using state = aggregate_state<kept_rows>;
  kept_rows &kept = state::of(fcinfo, [] { return kept_rows(); });
  if (!kept.arguments.is_known) describe_kept_row(fcinfo, kept, layout);
  if (layout.has_group && PG_ARGISNULL(layout.group())) {
    kept.rows.skip();
    return state::datum(kept);
  }
  const postgres::number_row row = postgres::read_numbers(fcinfo, kept.arguments);
  const std::size_t before = layout.has_group ? 1 : 0;
  if (row.is_size_known) kept.rows.set_width(row.values.size() + before);
  if (row.is_null) {
    kept.rows.skip();
    return state::datum(kept);
  }
  kept.rows.make_room();
  double *slot = kept.rows.slot();
  const std::size_t stride = kept.rows.stride();
  if (layout.has_group) {
    postgres::name_room room;
    *slot = kept.groups.find_or_add(postgres::name_of(kept.namer, PG_GETARG_DATUM(layout.group()), room));
    slot += stride;
  }
  for (std::size_t j = 0; j < row.values.size(); ++j, slot += stride) *slot = row.values[j];
  kept.rows.commit();
  return state::datum(kept);
}

HARMONY_TRANSITION(kept_rows_transition, fast_kept_row(fcinfo), (add_kept_row_body<false, false>))
HARMONY_TRANSITION(kept_option_rows_transition, fast_kept_row(fcinfo), (add_kept_row_body<true, false>))
HARMONY_FUNCTION(kept_group_rows_transition) { return add_kept_row(fcinfo, grouped_rows); }
HARMONY_FUNCTION(kept_option_group_rows_transition) { return add_kept_row(fcinfo, optioned_grouped_rows); }
HARMONY_STATE(kept_rows, kept_rows)

}  // namespace harmony::functions
