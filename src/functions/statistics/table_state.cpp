// Shells of the type harmony.table_state and of the aggregates over it: contingency tables, two shares, two-way
// analysis of variance, equivalence tests.
#include <string>
#include <vector>

#include "core/statistics/association.hpp"
#include "core/statistics/correlation.hpp"
#include "core/statistics/table_state.hpp"
#include "core/statistics/two_way.hpp"
#include "functions/statistics/table_arguments.hpp"

namespace harmony::functions {

namespace {

using statistics::chi_square_result;
using statistics::tost_result;
using statistics::two_proportions_result;
using statistics::two_way_cell;
using statistics::two_way_result;
using statistics::two_way_term;

}  // namespace

// ---- the type ----

HARMONY_FUNCTION(table_state_in) {
  return PointerGetDatum(statistics::table_from_text(PG_GETARG_CSTRING(0), allocate_value));
}
HARMONY_FUNCTION(table_state_recv) {
  std::size_t size;
  const unsigned char *message = received(fcinfo, &size);
  return PointerGetDatum(statistics::table_from_binary(message, size, allocate_value));
}
HARMONY_FUNCTION(table_state_out) { return text_output(statistics::table_to_text(table_argument(fcinfo, 0))); }
HARMONY_FUNCTION(table_state_send) { return binary_output(statistics::table_to_binary(table_argument(fcinfo, 0))); }

HARMONY_FUNCTION(table_combine) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  const table_header *other = table_argument(fcinfo, 1);
  if (PG_ARGISNULL(0)) return value_datum(other, VARSIZE(other));
  return PointerGetDatum(statistics::table_merge(writable_value<table_header>(fcinfo), other, allocate_value));
}

// ---- rows ----

// (state, a, b)
HARMONY_FUNCTION(table_pairs) {
  table_header *state = table_of(fcinfo, table_shape::pairs);
  return add_pair(fcinfo, state, 1);
}

// (state, value, a, b)
HARMONY_FUNCTION(table_cells) {
  table_header *state = table_of(fcinfo, table_shape::cells);
  if (any_null(fcinfo, 1, 3)) return skipped_row(state);
  const double value = PG_GETARG_FLOAT8(1);
  statistics::check_value(value);
  ++state->rows;
  table_key key;
  add_name(fcinfo, 2, 0, state, &key);
  add_name(fcinfo, 3, 1, state, &key);
  return PointerGetDatum(statistics::table_value(state, key.bytes(), value, allocate_value));
}

// (state, success, in first)
HARMONY_FUNCTION(table_outcomes) {
  table_header *state = table_of(fcinfo, table_shape::outcomes);
  if (any_null(fcinfo, 1, 2)) return skipped_row(state);
  ++state->rows;
  table_key key;
  key.part(PG_GETARG_BOOL(1) ? "1" : "0").part(PG_GETARG_BOOL(2) ? "1" : "0");
  return PointerGetDatum(statistics::table_count(state, key.bytes(), 1, allocate_value));
}

namespace {

// The bounds of an equivalence test, arguments 1 and 2; the values of a row go under names of them.
void check_bound_arguments(FunctionCallInfo fcinfo) {
  if (any_null(fcinfo, 1, 2)) throw error(sqlstate::null_value_not_allowed, "low and high must not be null");
  statistics::check_bounds(PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2));
}

table_header *add_bounded(FunctionCallInfo fcinfo, table_header *state, const char *name, double value) {
  table_key key;
  key.part(PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)).part(name);
  return statistics::table_value(state, key.bytes(), value, allocate_value);
}

}  // namespace

// (state, low, high, value, in first)
HARMONY_FUNCTION(table_bounded_samples) {
  check_bound_arguments(fcinfo);
  table_header *state = table_of(fcinfo, table_shape::bounds);
  if (any_null(fcinfo, 3, 4)) return skipped_row(state);
  const double value = PG_GETARG_FLOAT8(3);
  statistics::check_value(value);
  ++state->rows;
  return PointerGetDatum(add_bounded(fcinfo, state, PG_GETARG_BOOL(4) ? "1" : "2", value));
}

// (state, low, high, x, y)
HARMONY_FUNCTION(table_bounded_pairs) {
  check_bound_arguments(fcinfo);
  table_header *state = table_of(fcinfo, table_shape::bounds);
  if (any_null(fcinfo, 3, 4)) return skipped_row(state);
  const double x = PG_GETARG_FLOAT8(3), y = PG_GETARG_FLOAT8(4);
  statistics::check_value(x, "x");
  statistics::check_value(y, "y");
  statistics::check_value(x - y, "x - y");
  ++state->rows;
  state = add_bounded(fcinfo, state, "x", x);
  state = add_bounded(fcinfo, state, "y", y);
  return PointerGetDatum(add_bounded(fcinfo, state, "d", x - y));
}

// ---- answers ----

namespace {

struct described_chi_square {
  chi_square_result test;
  jsonb_document counts;
};

constexpr auto table_test = &described_chi_square::test;
constexpr column<described_chi_square> chi_square_columns[] = {
    {"n", from<table_test, &chi_square_result::n>},
    {"rows", from<table_test, &chi_square_result::rows>},
    {"cols", from<table_test, &chi_square_result::cols>},
    {"chi2", from<table_test, &chi_square_result::chi2>},
    {"df", from<table_test, &chi_square_result::df>},
    {"p", from<table_test, &chi_square_result::p>},
    {"g", from<table_test, &chi_square_result::g>},
    {"g_p", from<table_test, &chi_square_result::g_p>},
    {"cramers_v", from<table_test, &chi_square_result::cramers_v>},
    {"cramers_v_corrected", from<table_test, &chi_square_result::cramers_v_corrected>},
    {"contingency", from<table_test, &chi_square_result::contingency>},
    {"min_expected", from<table_test, &chi_square_result::min_expected>},
    {"cells_below_5", from<table_test, &chi_square_result::cells_below_5>},
    {"counts", from<&described_chi_square::counts>},
};

void write_names(json_writer &json, const char *key, const std::vector<std::string_view> &names) {
  json.key(key);
  json.begin_array();
  for (const std::string_view name : names) json.string(name);
  json.end_array();
}

// {"rows": names, "cols": names, "counts": [[…], …]}; a table that was given has no names.
jsonb_document counts_document(const statistics::contingency_table &table) {
  json_writer json;
  json.begin_object();
  if (!table.row_names.empty()) {
    write_names(json, "rows", table.row_names);
    write_names(json, "cols", table.col_names);
  }
  json.key("counts");
  json.begin_array();
  for (std::size_t i = 0; i < table.rows; ++i) {
    CHECK_FOR_INTERRUPTS();
    json.begin_array();
    for (std::size_t j = 0; j < table.cols; ++j) json.integer(table.counts[i * table.cols + j]);
    json.end_array();
  }
  json.end_array();
  json.end_object();
  return {json.finish()};
}

Datum return_chi_square(FunctionCallInfo fcinfo, const statistics::contingency_table &table) {
  const described_chi_square row{statistics::chi_square(table.counts, table.rows, table.cols), counts_document(table)};
  return return_row(fcinfo, chi_square_columns, row);
}

}  // namespace

HARMONY_FUNCTION(chi_square_state) {
  if (PG_ARGISNULL(0) || table_argument(fcinfo, 0)->rows == 0) PG_RETURN_NULL();
  return return_chi_square(fcinfo, statistics::contingency(table_argument(fcinfo, 0)));
}

// (counts)
HARMONY_FUNCTION(chi_square_counts) {
  statistics::contingency_table table;
  table.counts = postgres::bigint_matrix(PG_GETARG_DATUM(0), "counts", table.rows, table.cols);
  statistics::drop_empty(table.counts, table.rows, table.cols);
  if (table.counts.empty()) PG_RETURN_NULL();
  return return_chi_square(fcinfo, table);
}

namespace {

constexpr column<two_proportions_result> two_proportions_columns[] = {
    {"p1", from<&two_proportions_result::p1>},
    {"p2", from<&two_proportions_result::p2>},
    {"difference", from<&two_proportions_result::difference>},
    {"low", from<&two_proportions_result::low>},
    {"high", from<&two_proportions_result::high>},
    {"z", from<&two_proportions_result::z>},
    {"p", from<&two_proportions_result::p>},
    {"cohens_h", from<&two_proportions_result::cohens_h>},
    {"risk_ratio", from<&two_proportions_result::risk_ratio>},
    {"risk_ratio_low", from<&two_proportions_result::risk_ratio_low>},
    {"risk_ratio_high", from<&two_proportions_result::risk_ratio_high>},
    {"odds_ratio", from<&two_proportions_result::odds_ratio>},
    {"odds_ratio_low", from<&two_proportions_result::odds_ratio_low>},
    {"odds_ratio_high", from<&two_proportions_result::odds_ratio_high>},
};

constexpr column<tost_result> tost_columns[] = {
    {"n1", from<&tost_result::n1>},
    {"n2", from<&tost_result::n2>},
    {"difference", from<&tost_result::difference>},
    {"std_error", from<&tost_result::std_error>},
    {"df", from<&tost_result::df>},
    {"t_low", from<&tost_result::t_low>},
    {"p_low", from<&tost_result::p_low>},
    {"t_high", from<&tost_result::t_high>},
    {"p_high", from<&tost_result::p_high>},
    {"p", from<&tost_result::p>},
    {"equivalent", from<&tost_result::equivalent>},
    {"low", from<&tost_result::low>},
    {"high", from<&tost_result::high>},
};

}  // namespace

HARMONY_FUNCTION(two_proportions_state) {
  if (PG_ARGISNULL(0) || table_argument(fcinfo, 0)->rows == 0) PG_RETURN_NULL();
  return return_row(fcinfo, two_proportions_columns, statistics::two_proportions(table_argument(fcinfo, 0)));
}

// (x1, n1, x2, n2, level)
HARMONY_FUNCTION(two_proportions_counts) {
  return return_row(fcinfo, two_proportions_columns,
                    statistics::two_proportions(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2),
                                                PG_GETARG_INT64(3), PG_GETARG_FLOAT8(4)));
}

HARMONY_FUNCTION(tost_state) {
  if (PG_ARGISNULL(0) || table_argument(fcinfo, 0)->rows == 0) PG_RETURN_NULL();
  return return_row(fcinfo, tost_columns, statistics::tost(table_argument(fcinfo, 0)));
}
HARMONY_FUNCTION(tost_paired_state) {
  if (PG_ARGISNULL(0) || table_argument(fcinfo, 0)->rows == 0) PG_RETURN_NULL();
  return return_row(fcinfo, tost_columns, statistics::tost_paired(table_argument(fcinfo, 0)));
}

namespace {

constexpr column<two_way_term> term_columns[] = {
    {"term", from<&two_way_term::term>}, {"df", from<&two_way_term::df>},
    {"ss_1", from<&two_way_term::ss_1>}, {"f_1", from<&two_way_term::f_1>},
    {"p_1", from<&two_way_term::p_1>},   {"ss_2", from<&two_way_term::ss_2>},
    {"f_2", from<&two_way_term::f_2>},   {"p_2", from<&two_way_term::p_2>},
    {"ss_3", from<&two_way_term::ss_3>}, {"f_3", from<&two_way_term::f_3>},
    {"p_3", from<&two_way_term::p_3>},   {"partial_eta_squared", from<&two_way_term::partial_eta_squared>},
};

// The terms and the cells are encoded before the row.
struct encoded_two_way {
  const two_way_result &found;
  Datum terms, cell_stats;
};

template <auto member>
auto two_way_value(const encoded_two_way &row) {
  return row.found.*member;
}

constexpr column<encoded_two_way> two_way_columns[] = {
    {"n", from<two_way_value<&two_way_result::n>>},
    {"n_skipped", from<two_way_value<&two_way_result::n_skipped>>},
    {"cells", from<two_way_value<&two_way_result::cells>>},
    {"empty_cells", from<two_way_value<&two_way_result::empty_cells>>},
    {"df_within", from<two_way_value<&two_way_result::df_within>>},
    {"ss_within", from<two_way_value<&two_way_result::ss_within>>},
    {"ms_within", from<two_way_value<&two_way_result::ms_within>>},
    {"terms", any_row_array,
     [](const encoded_two_way &row) {
       return NullableDatum{row.terms, false};
     }},
    {"cell_stats", JSONBOID,
     [](const encoded_two_way &row) {
       return NullableDatum{row.cell_stats, false};
     }},
    {"warnings", from<two_way_value<&two_way_result::warnings>>},
};

Datum cell_stats(const two_way_result &result) {
  json_writer json;
  json.begin_array();
  for (const two_way_cell &cell : result.cell_stats) {
    CHECK_FOR_INTERRUPTS();
    json.begin_object();
    json.key("a");
    json.string(cell.a);
    json.key("b");
    json.string(cell.b);
    json.key("n");
    json.integer(cell.n);
    json.key("mean");
    json.number(cell.mean);
    json.key("sd");
    json.number(cell.sd);
    json.end_object();
  }
  json.end_array();
  return json.finish();
}

struct two_way_call {
  postgres::row_type result, term;
};

}  // namespace

HARMONY_FUNCTION(anova_two_way_state) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const two_way_result result = statistics::anova_two_way(table_argument(fcinfo, 0));
  two_way_call &call = *guarded([&] {
    auto *types = &postgres::call_site<two_way_call>(fcinfo);
    const postgres::row_type &row = postgres::bind_result(fcinfo, types->result, two_way_columns);
    const Oid terms = TupleDescAttr(row.descriptor, row.place[7])->atttypid;
    postgres::bind_elements(fcinfo, types->term, term_columns, terms);
    return types;
  });
  const Datum terms =
      postgres::row_array(call.term, term_columns, result.terms.size(), [&](std::size_t k) { return result.terms[k]; });
  const encoded_two_way row{result, terms, cell_stats(result)};
  return guarded([&] { return postgres::encode_row(call.result, two_way_columns, row); });
}

}  // namespace harmony::functions
