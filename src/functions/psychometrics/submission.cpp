// Shell that scores and judges a whole submission.
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/uuid_text.hpp"
#include "core/psychometrics/adaptive_score.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/snapshot_state.hpp"
#include "core/statistics/norms.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "functions/psychometrics/submission_key.hpp"
#include "functions/shell.hpp"
#include "postgres/record.hpp"

namespace harmony::functions {

namespace {

using psychometrics::quality_input;
using psychometrics::response_quality;
using psychometrics::trait_score;

// ---- scoring ----

struct scored_answers {
  std::vector<trait_score> scores;
  response_quality quality;
};

scored_answers score_likert(const submission &given, quality_input input) {
  const auto key = smallints(given, field::keyed);
  quality_arguments of_quality;
  input.keyed = without_nulls(key, "keyed");
  array_values<std::int32_t> position;
  array_values<std::string_view> more;
  array_values<std::int16_t> turned;
  psychometrics::further_scales further;
  if (!given.any_null(field::also_positions, field::also_keyed)) {
    position = integer_array(given[field::also_positions], given.name(field::also_positions));
    more = texts(given, field::also_traits);
    turned = smallints(given, field::also_keyed);
    further = {without_nulls(position, "also_positions"), without_nulls(more, "also_traits"),
               without_nulls(turned, "also_keyed")};
  }
  auto scores =
      psychometrics::score_likert(input.given, input.keyed, input.traits, input.scale_min, input.scale_max, further);
  of_quality.read_times(given.response_ms, input);
  of_quality.read_population(given.item_mean, given.item_covariance, input);
  return {std::move(scores), psychometrics::assess_response_quality(input)};
}

// Of a test and of a forced choice completeness, runs, cycles, times and person fit are judged.
response_quality evaluate_choices(const submission &given, quality_input input) {
  quality_arguments of_quality;
  of_quality.read_times(given.response_ms, input);
  return psychometrics::assess_response_quality(input);
}

scored_answers score_cognitive(const submission &given, quality_input input) {
  const auto key = smallints(given, field::correct);
  auto scores = psychometrics::score_cognitive(input.given, without_nulls(key, "correct"), input.traits,
                                               DatumGetInt32(given[field::n_options]));
  input.person_fit_lz = fit_of_test(input.given, given.key[field::correct], given.key[field::discriminations],
                                    given.key[field::difficulties]);
  return {std::move(scores), evaluate_choices(given, input)};
}

scored_answers score_session(const submission &given, const quality_input &input) {
  if (bytes_of(given[field::kind]) != "cognitive" || given.any_null(field::discriminations, field::target_se))
    throw error(sqlstate::invalid_parameter_value, "instrument is not given adaptively", "",
                "An adaptive test is a cognitive one with item parameters and a target_se.");
  const auto key = smallints(given, field::correct);
  const auto a = float8_array(given[field::discriminations], given.name(field::discriminations)),
             b = float8_array(given[field::difficulties], given.name(field::difficulties));
  psychometrics::adaptive_form form;
  form.correct = without_nulls(key, "correct");
  form.traits = input.traits;
  form.a = {a.values.data(), a.missing(), a.size()};
  form.b = {b.values.data(), b.missing(), b.size()};
  form.n_options = DatumGetInt32(given[field::n_options]);
  form.rule.target_se = DatumGetFloat8(given[field::target_se]);
  if (!given.key[field::max_items].isnull) form.rule.max_items = DatumGetInt32(given[field::max_items]);
  quality_arguments of_quality;
  quality_input judged = input;
  of_quality.read_times(given.response_ms, judged);
  return {psychometrics::score_adaptive(input.given, form), psychometrics::judge_session(judged)};
}

scored_answers score_choice(const submission &given, quality_input input) {
  const auto names = texts(given, field::trait_order);
  const span<std::string_view> order = without_nulls(names, "trait_order");
  const auto right = texts(given, field::right_traits);
  const auto ll = numbers(given, field::left_loadings), lr = numbers(given, field::right_loadings);
  const auto ml = numbers(given, field::left_intercepts), mr = numbers(given, field::right_intercepts);
  std::vector<double> mean, sd, theta_mean, theta_sd;
  if (!given.any_null(field::equated_mean, field::theta_sd)) {
    mean = numbers(given, field::equated_mean);
    sd = numbers(given, field::equated_sd);
    theta_mean = numbers(given, field::theta_mean);
    theta_sd = numbers(given, field::theta_sd);
  }
  const auto form =
      form_of(given[field::trait_correlation], order,
              {input.traits, without_nulls(right, "right_traits"), ll, lr, ml, mr}, {mean, sd, theta_mean, theta_sd});
  const auto found = psychometrics::score_forced_choice(input.given, form);
  std::vector<trait_score> scores;
  for (std::size_t k = 0; k < found.size(); ++k)
    scores.push_back(
        {order[k], found[k].theta, found[k].n_items, found[k].n_answered, found[k].score, found[k].score_error});
  input.is_forced_choice = true;
  input.person_fit_lz = psychometrics::person_fit_pairs(input.given, form, found);
  return {std::move(scores), evaluate_choices(given, input)};
}

scored_answers score(const submission &given) {
  const std::string_view kind = bytes_of(given[field::kind]);
  const auto answers = smallint_array(given.answers.value, "answers");
  const auto names = texts(given, field::traits);
  quality_input input;
  input.given = answers_of(answers);
  input.traits = without_nulls(names, "traits");
  input.scale_min = DatumGetInt16(given[field::scale_min]);
  input.scale_max = DatumGetInt16(given[field::scale_max]);
  if (given.is_adaptive) return score_session(given, input);
  if (kind == "likert") return score_likert(given, input);
  if (kind == "cognitive") return score_cognitive(given, input);
  if (kind == "forced_choice") return score_choice(given, input);
  throw error(sqlstate::invalid_parameter_value, "unknown kind of instrument \"" + std::string(kind) + "\"", "",
              "Known kinds: likert, cognitive, forced_choice.");
}

// ---- where the scores stand ----

struct standing {
  double t_score = missing, percentile = missing, sem = missing;
};

// By trait, in the population of the key's norm.
std::vector<standing> standings(const submission &given, const std::vector<trait_score> &scores) {
  std::vector<standing> found(scores.size());
  if (given.any_null(field::norm_mean, field::norm_quantiles)) return found;
  const auto mean = float8_elements(given[field::norm_mean]), sd = float8_elements(given[field::norm_sd]),
             reliability = float8_elements(given[field::norm_reliability]),
             quantiles = float8_elements(given[field::norm_quantiles]);
  constexpr std::size_t percentiles = 99;
  for (const auto *values : {&mean, &sd, &reliability})
    psychometrics::check_length("norms", found.size(), values->size());
  psychometrics::check_length("quantiles", found.size() * percentiles, quantiles.size());
  for (std::size_t k = 0; k < found.size(); ++k) {
    if (std::isnan(mean[k]) || std::isnan(scores[k].score)) continue;
    found[k].t_score = statistics::t_score(scores[k].score, mean[k], sd[k]);
    found[k].percentile =
        statistics::norm_percentile(scores[k].score, span<double>(quantiles.data() + k * percentiles, percentiles));
    if (!std::isnan(reliability[k])) found[k].sem = statistics::sem(sd[k], reliability[k]);
  }
  return found;
}

// ---- the result ----

// A score with what else its row holds, the flags encoded once for all rows.
struct submission_score {
  trait_score of;
  standing where;
  std::string_view family;
  bool reliable;
  Datum flags;
};

constexpr auto scored = &submission_score::of;
constexpr auto where = &submission_score::where;
constexpr column<submission_score> submission_score_columns[] = {
    {"trait", from<scored, &trait_score::trait>},
    {"family", from<&submission_score::family>},
    {"raw", from<scored, &trait_score::raw>},
    {"n_items", from<scored, &trait_score::n_items>},
    {"n_answered", from<scored, &trait_score::n_answered>},
    {"score", from<scored, &trait_score::score>},
    {"standard_error", from<scored, &trait_score::standard_error>},
    {"t_score", from<where, &standing::t_score>},
    {"percentile", from<where, &standing::percentile>},
    {"sem", from<where, &standing::sem>},
    {"reliable", from<&submission_score::reliable>},
    {"flags", TEXTARRAYOID,
     [](const submission_score &row) {
       return NullableDatum{row.flags, false};
     }},
};

// Both columns are encoded before the row.
struct encoded_submission {
  Datum scores;
  NullableDatum state;
};

constexpr column<encoded_submission> scored_submission_columns[] = {
    {"scores", any_row_array,
     [](const encoded_submission &row) {
       return NullableDatum{row.scores, false};
     }},
    {"state", BYTEAOID, [](const encoded_submission &row) { return row.state; }},
};

struct submission_call {
  postgres::record_type key;
  postgres::row_type result, score;
};

// The state of harmony_internal.snapshot_state for these scores alone.
std::vector<unsigned char> state_of(const submission &given, const scored_answers &found,
                                    span<std::string_view> families, span<std::string_view> flags) {
  std::string_view instrument;
  if (!given.key[field::instrument].isnull) instrument = bytes_of(given[field::instrument]);
  const std::int64_t time = DatumGetTimestampTz(given.measured_at.value);
  psychometrics::snapshot_builder builder;
  for (std::size_t k = 0; k < found.scores.size(); ++k)
    builder.add(
        {found.scores[k].trait, families[k], found.scores[k].score, found.quality.reliable, time, instrument, flags});
  return psychometrics::pack_results(builder);
}

// The traits that have a score. May raise: inside guarded().
Datum scores_datum(const postgres::row_type &type, const scored_answers &found, span<std::string_view> families,
                   const std::vector<standing> &places, Datum flags) {
  postgres::row_array_builder rows;
  for (std::size_t k = 0; k < found.scores.size(); ++k) {
    if (std::isnan(found.scores[k].score)) continue;
    const submission_score row{found.scores[k], places[k], families[k], found.quality.reliable, flags};
    rows.add(postgres::encode_row(type, submission_score_columns, row));
  }
  return rows.finish(type);
}

Datum return_scored(FunctionCallInfo fcinfo, const submission &given, const scored_answers &found,
                    span<std::string_view> families) {
  const std::vector<std::string_view> flags = flag_names(found.quality);
  const std::vector<standing> places = standings(given, found.scores);
  std::vector<unsigned char> state;
  if (!given.measured_at.isnull) state = state_of(given, found, families, flags);
  return guarded([&] {
    auto &call = postgres::call_site<submission_call>(fcinfo);
    const postgres::row_type &result = postgres::bind_result(fcinfo, call.result, scored_submission_columns);
    const Oid scores = TupleDescAttr(result.descriptor, result.place[0])->atttypid;
    const postgres::row_type &row = postgres::bind_elements(fcinfo, call.score, submission_score_columns, scores);
    const Datum encoded_flags = postgres::encoding<std::vector<std::string_view>>::datum(flags).value;
    const encoded_submission encoded{
        scores_datum(row, found, families, places, encoded_flags),
        given.measured_at.isnull ? given.measured_at : NullableDatum{bytea_datum(state), false}};
    return postgres::encode_row(result, scored_submission_columns, encoded);
  });
}

}  // namespace

namespace {

// The key, and the answers; false where they are not complete.
bool read_submission(FunctionCallInfo fcinfo, postgres::record_type &key, submission &given) {
  given.answers = fcinfo->args[1];
  given.response_ms = fcinfo->args[2];
  postgres::read_record(fcinfo, PG_GETARG_DATUM(0), "key", key_fields, std::size(key_fields), key, given.key);
  return given.is_complete();
}

}  // namespace

namespace {

// score(given); among the many submissions of a statement an error says whose answers they are.
scored_answers score_of(const submission &given, NullableDatum person) {
  try {
    return score(given);
  } catch (const error &reason) {
    if (person.isnull) throw;
    std::string whose = "These are answers of person " + uuid_text(postgres::uuid_of(person.value));
    if (!given.key[field::instrument].isnull)
      whose += " to instrument " + std::string(bytes_of(given[field::instrument]));
    const std::string before = reason.detail().empty() ? "" : reason.detail() + " ";
    throw error(reason.sqlstate(), reason.message(), before + whose + ".", reason.hint());
  }
}

}  // namespace

// score_submission(key, answers, response_ms, measured_at, is_adaptive, item_mean, item_covariance, person)
HARMONY_FUNCTION(score_submission) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  submission given;
  given.measured_at = fcinfo->args[3];
  given.is_adaptive = !PG_ARGISNULL(4) && PG_GETARG_BOOL(4);
  given.item_mean = fcinfo->args[5];
  given.item_covariance = fcinfo->args[6];
  auto &call = *guarded([&] { return &postgres::call_site<submission_call>(fcinfo); });
  if (!read_submission(fcinfo, call.key, given)) PG_RETURN_NULL();
  const scored_answers found = score_of(given, fcinfo->args[7]);
  const auto family = texts(given, field::families);
  if (family.size() != found.scores.size())
    throw error(
        sqlstate::invalid_parameter_value,
        "expected " + std::to_string(found.scores.size()) + " families but got " + std::to_string(family.size()),
        "There must be one for each trait, in the order of the traits' first items or in trait_order.");
  return return_scored(fcinfo, given, found, without_nulls(family, "families"));
}

// submission_quality(key, answers, response_ms, item_mean, item_covariance)
HARMONY_FUNCTION(submission_quality) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  submission given;
  given.item_mean = fcinfo->args[3];
  given.item_covariance = fcinfo->args[4];
  auto &call = *guarded([&] { return &postgres::call_site<submission_call>(fcinfo); });
  if (!read_submission(fcinfo, call.key, given)) PG_RETURN_NULL();
  return return_quality(fcinfo, call.result, score(given).quality);
}

}  // namespace harmony::functions
