// SQL shells of the aggregates over (value, group): anova, games_howell, tukey_hsd, kruskal.
// Contracts: sql/extension/56_tests.sql.
#include <charconv>
#include <vector>

#include "core/statistics/anova.hpp"
#include "core/statistics/pairwise.hpp"
#include "core/statistics/rank_tests.hpp"
#include "functions/statistics/aggregate_functions.hpp"
#include "postgres/json_writer.hpp"

namespace core = harmony::statistics;
using namespace harmony::postgres;

namespace {

// Adds a row whose group is a text, read in place unless it is compressed or stored out of line.
template <class T>
Datum add_to_text_group(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  T &groups = state::of(fcinfo, [] { return T(); });
  struct varlena *stored = reinterpret_cast<struct varlena *>(DatumGetPointer(fcinfo->args[2].value)), *name = stored;
  if (VARATT_IS_COMPRESSED(stored) || VARATT_IS_EXTERNAL(stored))
    name = guarded([&] { return pg_detoast_datum_packed(stored); });
  groups.add(PG_GETARG_FLOAT8(1), {VARDATA_ANY(name), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(name))});
  if (name != stored) pfree(name);
  return state::datum(groups);
}

// How values of the type of argument 2 become names; kept between rows.
struct group_type {
  Oid base;
  FmgrInfo output;
};

const group_type &group_type_of(FunctionCallInfo fcinfo) {
  FmgrInfo *flinfo = fcinfo->flinfo;
  if (flinfo->fn_extra == nullptr) {
    flinfo->fn_extra = guarded([&]() -> void * {
      const Oid type = get_fn_expr_argtype(flinfo, 2);
      if (!OidIsValid(type)) elog(ERROR, "could not determine the type of the groups");
      auto *made = static_cast<group_type *>(MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(group_type)));
      Oid output;
      bool is_varlena;
      getTypeOutputInfo(type, &output, &is_varlena);
      fmgr_info_cxt(output, &made->output, flinfo->fn_mcxt);
      made->base = getBaseType(type);
      return made;
    });
  }
  return *static_cast<const group_type *>(flinfo->fn_extra);
}

bool is_whole_number(Oid type) { return type == INT4OID || type == INT8OID || type == INT2OID; }

long long whole_number(Oid type, Datum value) {
  if (type == INT2OID) return DatumGetInt16(value);
  return type == INT4OID ? DatumGetInt32(value) : DatumGetInt64(value);
}

// … is of any type: a whole number's decimal digits are its name, otherwise what its output function gives.
template <class T>
Datum add_to_any_group(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  const group_type &type = group_type_of(fcinfo);
  const bool whole = is_whole_number(type.base);
  const Datum value = fcinfo->args[2].value;
  T &groups = state::of(fcinfo, [&] { return T(whole); });
  if (whole) {
    char digits[24];
    const char *end = std::to_chars(digits, digits + sizeof digits, whole_number(type.base, value)).ptr;
    groups.add(PG_GETARG_FLOAT8(1), {digits, static_cast<std::size_t>(end - digits)});
  } else {
    char *name = guarded([&] {
      // 1.0 and 1.00 are one number.
      const Datum plain = type.base == NUMERICOID ? DirectFunctionCall1(numeric_trim_scale, value) : value;
      return OutputFunctionCall(const_cast<FmgrInfo *>(&type.output), plain);
    });
    groups.add(PG_GETARG_FLOAT8(1), name);
    pfree(name);
  }
  return state::datum(groups);
}

}  // namespace

HARMONY_FUNCTION(grouped_moments_text) { return add_to_text_group<core::grouped_moments>(fcinfo); }
HARMONY_FUNCTION(grouped_moments_any) { return add_to_any_group<core::grouped_moments>(fcinfo); }
HARMONY_STATE(grouped_moments, core::grouped_moments)

HARMONY_FUNCTION(grouped_samples_text) { return add_to_text_group<core::grouped_samples>(fcinfo); }
HARMONY_FUNCTION(grouped_samples_any) { return add_to_any_group<core::grouped_samples>(fcinfo); }
HARMONY_STATE(grouped_samples, core::grouped_samples)

// ---- results ----

namespace {

using moments_state = aggregate_state<core::grouped_moments>;

// [{"group", "n", "mean", "sd"}, …] in the order of the names. May raise.
Datum group_stats(const core::grouped_moments &groups, const std::uint32_t *order, const double *means,
                  const double *sds) {
  json_writer json;
  json.begin_array();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    CHECK_FOR_INTERRUPTS();
    json.begin_object();
    json.key("group");
    json.string(groups.name(order[i]));
    json.key("n");
    json.integer(groups.of(order[i]).n);
    json.key("mean");
    json.number(means[i]);
    json.key("sd");
    json.number(sds[i]);
    json.end_object();
  }
  json.end_array();
  return json.finish();
}

}  // namespace

HARMONY_FUNCTION(anova_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::grouped_moments &groups = moments_state::argument(fcinfo, 0);
  const core::anova_result r = core::anova(groups);
  const std::vector<std::uint32_t> order = groups.ordered();
  std::vector<double> means, sds;
  for (const std::uint32_t group : order) {
    means.push_back(static_cast<double>(groups.of(group).mean()));
    sds.push_back(groups.of(group).sd());
  }
  return guarded([&] {
    row_builder<19> row;
    row.add(Int64GetDatum(r.k));
    row.add(Int64GetDatum(r.n));
    for (const double x :
         {r.ss_between, r.ss_within, r.df_between, r.df_within, r.ms_between, r.ms_within, r.f, r.p, r.eta_squared,
          r.omega_squared, r.icc1, r.icc2, r.welch_f, r.welch_df1, r.welch_df2, r.welch_p})
      row.add(nullable(x));
    row.add(group_stats(groups, order.data(), means.data(), sds.data()));
    return row.finish(result_row_type(fcinfo));
  });
}

namespace {

// pair_comparison[]; fewer than two groups give an empty array.
Datum return_pairs(FunctionCallInfo fcinfo, const core::grouped_moments &groups,
                   const std::vector<core::pair_comparison> &pairs) {
  return guarded([&] {
    const array_element_type type = result_element_type(fcinfo);
    row_array_builder rows;
    for (const core::pair_comparison &pair : pairs) {
      CHECK_FOR_INTERRUPTS();
      row_builder<9> row;
      row.add(text_datum(groups.name(pair.first)));
      row.add(text_datum(groups.name(pair.second)));
      for (const double x : {pair.difference, pair.std_error, pair.t, pair.df, pair.p, pair.low, pair.high})
        row.add(nullable(x));
      rows.add(row.finish(type.row));
    }
    return rows.finish(type.oid);
  });
}

}  // namespace

HARMONY_FUNCTION(games_howell_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::grouped_moments &groups = moments_state::argument(fcinfo, 0);
  return return_pairs(fcinfo, groups, core::games_howell(groups));
}

HARMONY_FUNCTION(tukey_hsd_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::grouped_moments &groups = moments_state::argument(fcinfo, 0);
  return return_pairs(fcinfo, groups, core::tukey_hsd(groups));
}

HARMONY_FUNCTION(kruskal_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::kruskal_result r = core::kruskal(aggregate_state<core::grouped_samples>::argument(fcinfo, 0));
  return guarded([&] {
    row_builder<6> row;
    row.add(Int64GetDatum(r.k));
    row.add(Int64GetDatum(r.n));
    for (const double x : {r.h, r.df, r.p, r.epsilon_squared}) row.add(nullable(x));
    return row.finish(result_row_type(fcinfo));
  });
}
