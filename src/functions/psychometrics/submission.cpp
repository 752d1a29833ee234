// SQL shell that scores and judges a whole submission. Contract: sql/extension/26_submission.sql.
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/snapshot_state.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/record.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;
using harmony::span;

namespace {

// The arguments: what was answered, and the fields of the key.
enum argument {
  answers, response_ms,
  instrument, kind, scale_min, scale_max, keyed, traits, families, correct, n_options,
  item_mean, item_covariance,
  right_traits, left_loadings, right_loadings, left_intercepts, right_intercepts, trait_order, trait_correlation,
  n_arguments
};

constexpr record_field key_fields[] = {  // in the order of assessment.scoring_key
    {"instrument", TEXTOID},
    {"kind", TEXTOID},
    {"scale_min", INT2OID},
    {"scale_max", INT2OID},
    {"keyed", INT2ARRAYOID},
    {"traits", TEXTARRAYOID},
    {"families", TEXTARRAYOID},
    {"correct", INT2ARRAYOID},
    {"n_options", INT4OID},
    {"item_mean", FLOAT8ARRAYOID},
    {"item_covariance", FLOAT8ARRAYOID},
    {"right_traits", TEXTARRAYOID},
    {"left_loadings", FLOAT8ARRAYOID},
    {"right_loadings", FLOAT8ARRAYOID},
    {"left_intercepts", FLOAT8ARRAYOID},
    {"right_intercepts", FLOAT8ARRAYOID},
    {"trait_order", TEXTARRAYOID},
    {"trait_correlation", FLOAT8ARRAYOID},
};
static_assert(std::size(key_fields) == argument::n_arguments - argument::instrument);

struct scored_submission {
  std::vector<core::trait_score> scores;
  core::response_quality quality;
};

core::quality_input input_of(const array_values<std::int16_t> &given, const array_values<std::string_view> &names) {
  core::quality_input input;
  input.given = answers_of(given);
  input.traits = without_nulls(names, "traits");
  return input;
}

scored_submission score_likert(FunctionCallInfo fcinfo, core::quality_input input) {
  const auto key = smallint_array(fcinfo, argument::keyed, "keyed");
  quality_arguments of_quality;
  input.keyed = without_nulls(key, "keyed");
  input.scale_min = PG_GETARG_INT16(argument::scale_min);
  input.scale_max = PG_GETARG_INT16(argument::scale_max);
  auto scores = core::score_likert(input.given, input.keyed, input.traits, input.scale_min, input.scale_max);
  of_quality.read_times(fcinfo, argument::response_ms, input);
  of_quality.read_population(fcinfo, argument::item_mean, input);
  return {std::move(scores), core::assess_response_quality(input)};
}

// Of a test and of a forced choice only completeness, runs and times are judged.
core::response_quality evaluate_choices(FunctionCallInfo fcinfo, core::quality_input input) {
  quality_arguments of_quality;
  of_quality.read_times(fcinfo, argument::response_ms, input);
  return core::assess_response_quality(input);
}

scored_submission score_cognitive(FunctionCallInfo fcinfo, const core::quality_input &input) {
  const auto key = smallint_array(fcinfo, argument::correct, "correct");
  auto scores = core::score_cognitive(input.given, without_nulls(key, "correct"), input.traits,
                                      PG_GETARG_INT32(argument::n_options));
  return {std::move(scores), evaluate_choices(fcinfo, input)};
}

scored_submission score_choice(FunctionCallInfo fcinfo, const core::quality_input &input) {
  const auto names = text_array(fcinfo, argument::trait_order, "trait_order");
  const span<std::string_view> order = without_nulls(names, "trait_order");
  const auto right = text_array(fcinfo, argument::right_traits, "right_traits");
  const auto ll = float8_array(fcinfo, argument::left_loadings, "left_loadings");
  const auto lr = float8_array(fcinfo, argument::right_loadings, "right_loadings");
  const auto ml = float8_array(fcinfo, argument::left_intercepts, "left_intercepts");
  const auto mr = float8_array(fcinfo, argument::right_intercepts, "right_intercepts");
  const pair_arguments pairs = {input.traits, without_nulls(right, "right_traits"), without_nulls(ll, "left_loadings"),
                                without_nulls(lr, "right_loadings"), without_nulls(ml, "left_intercepts"),
                                without_nulls(mr, "right_intercepts")};
  const auto form = form_of(fcinfo, argument::trait_correlation, order, pairs);
  const auto found = core::score_forced_choice(input.given, form);
  std::vector<core::trait_score> scores;
  for (std::size_t k = 0; k < found.size(); ++k)
    scores.push_back({order[k], found[k].theta, found[k].n_items, found[k].n_answered, found[k].score});
  return {std::move(scores), evaluate_choices(fcinfo, input)};
}

// The state of harmony_internal.snapshot_state for these scores alone; NULL without a time.
NullableDatum state_datum(NullableDatum measured_at, std::string_view instrument, const scored_submission &scored,
                          span<std::string_view> families, span<std::string_view> flags) {
  if (measured_at.isnull) return measured_at;
  const std::int64_t time = DatumGetTimestampTz(measured_at.value);
  core::snapshot_builder builder;
  for (std::size_t k = 0; k < scored.scores.size(); ++k) {
    const core::trait_score &score = scored.scores[k];
    builder.add({score.trait, families[k], score.score, scored.quality.reliable, time, instrument, flags});
  }
  const std::vector<unsigned char> bytes = core::pack_results(builder);
  return {guarded([&] { return bytea_datum(bytes); }), false};
}

// The traits that have a score, as harmony.submission_score[]. May raise: inside guarded().
Datum scores_datum(TupleDesc result, const scored_submission &scored, span<std::string_view> families,
                   span<std::string_view> flags) {
  const Oid row_type = get_element_type(TupleDescAttr(result, 0)->atttypid);
  const TupleDesc type = lookup_rowtype_tupdesc(row_type, -1);
  const Datum flags_datum = text_array_datum(flags.data, flags.size);
  row_array_builder rows;
  for (std::size_t k = 0; k < scored.scores.size(); ++k) {
    const core::trait_score &score = scored.scores[k];
    if (std::isnan(score.score)) continue;
    row_builder<8> row;
    row.add(text_datum(score.trait));
    row.add(text_datum(families[k]));
    row.add(Float8GetDatum(score.raw));
    row.add(Int32GetDatum(score.n_items));
    row.add(Int32GetDatum(score.n_answered));
    row.add(Float8GetDatum(score.score));
    row.add(BoolGetDatum(scored.quality.reliable));
    row.add(flags_datum);
    rows.add(row.finish(type));
  }
  ReleaseTupleDesc(type);
  return rows.finish(row_type);
}

bool any_null(FunctionCallInfo fcinfo, int first, int last) {
  for (int i = first; i <= last; ++i)
    if (PG_ARGISNULL(i)) return true;
  return false;
}

// `fcinfo` holds the arguments as listed above.
scored_submission score(FunctionCallInfo fcinfo) {
  const std::string_view kind = text_argument(fcinfo, argument::kind);
  const auto given = smallint_array(fcinfo, argument::answers, "answers");
  const auto names = text_array(fcinfo, argument::traits, "traits");
  const core::quality_input input = input_of(given, names);
  if (kind == "likert") return score_likert(fcinfo, input);
  if (kind == "cognitive") return score_cognitive(fcinfo, input);
  if (kind == "forced_choice") return score_choice(fcinfo, input);
  throw harmony::error(sqlstate::invalid_parameter_value, "unknown kind of instrument \"" + std::string(kind) + "\"", "",
                       "Known kinds: likert, cognitive, forced_choice.");
}

bool is_complete(FunctionCallInfo fcinfo) {
  if (any_null(fcinfo, argument::answers, argument::answers) || any_null(fcinfo, argument::kind, argument::n_options)) return false;
  return text_argument(fcinfo, argument::kind) != "forced_choice" ||
         !any_null(fcinfo, argument::right_traits, argument::trait_correlation);
}

}  // namespace

// score_submission(key, answers, response_ms, measured_at)
HARMONY_FUNCTION(score_submission) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  LOCAL_FCINFO(arguments, argument::n_arguments);
  InitFunctionCallInfoData(*arguments, nullptr, argument::n_arguments, InvalidOid, nullptr, nullptr);
  arguments->args[argument::answers] = fcinfo->args[1];
  arguments->args[argument::response_ms] = fcinfo->args[2];
  read_record(fcinfo, 0, "key", key_fields, std::size(key_fields), arguments->args + argument::instrument);
  if (!is_complete(arguments)) PG_RETURN_NULL();
  const scored_submission scored = score(arguments);
  const auto family = text_array(arguments, argument::families, "families");
  if (family.size() != scored.scores.size())
    throw harmony::error(sqlstate::invalid_parameter_value,
                         "expected " + std::to_string(scored.scores.size()) + " families but got " + std::to_string(family.size()),
                         "There must be one for each trait, in the order of the traits' first items or in trait_order.");
  const span<std::string_view> families = without_nulls(family, "families");
  std::vector<std::string_view> flags;
  for (core::quality_flag flag : scored.quality.flags) flags.push_back(core::flag_name(flag));
  std::string_view instrument;
  if (!any_null(arguments, argument::instrument, argument::instrument))
    instrument = text_argument(arguments, argument::instrument);
  const NullableDatum state = state_datum(fcinfo->args[3], instrument, scored, families, flags);
  return guarded([&] {
    const TupleDesc type = result_row_type(fcinfo);
    row_builder<2> result;
    result.add(scores_datum(type, scored, families, flags));
    result.add(state);
    return result.finish(type);
  });
}
