// Shells of item response theory: forced choice and adaptive testing.
#include <string_view>
#include <vector>

#include "core/psychometrics/adaptive_score.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using psychometrics::ability;
using psychometrics::expected_result;
using psychometrics::forced_choice_score;
using psychometrics::next_item;

// Arguments 1 … 12 of score_forced_choice; the last four, the metric, may be NULL together.
psychometrics::forced_choice_form form_argument(FunctionCallInfo fcinfo, span<std::string_view> traits) {
  const auto left = text_array(PG_GETARG_DATUM(1), "left_traits"),
             right = text_array(PG_GETARG_DATUM(2), "right_traits");
  const auto left_loadings = float8_values(PG_GETARG_DATUM(3), "left_loadings"),
             right_loadings = float8_values(PG_GETARG_DATUM(4), "right_loadings"),
             left_intercepts = float8_values(PG_GETARG_DATUM(5), "left_intercepts"),
             right_intercepts = float8_values(PG_GETARG_DATUM(6), "right_intercepts");
  const int given = 4 - PG_ARGISNULL(9) - PG_ARGISNULL(10) - PG_ARGISNULL(11) - PG_ARGISNULL(12);
  if (given != 0 && given != 4)
    throw error(sqlstate::invalid_parameter_value, "equated_mean, equated_sd, theta_mean and theta_sd go together");
  std::vector<double> mean, sd, theta_mean, theta_sd;
  if (given == 4) {
    mean = float8_values(PG_GETARG_DATUM(9), "equated_mean");
    sd = float8_values(PG_GETARG_DATUM(10), "equated_sd");
    theta_mean = float8_values(PG_GETARG_DATUM(11), "theta_mean");
    theta_sd = float8_values(PG_GETARG_DATUM(12), "theta_sd");
    psychometrics::check_length("means", traits.size, mean.size());
  }
  return form_of(PG_GETARG_DATUM(8), traits,
                 {without_nulls(left, "left_traits"), without_nulls(right, "right_traits"), left_loadings,
                  right_loadings, left_intercepts, right_intercepts},
                 {mean, sd, theta_mean, theta_sd});
}

struct scored_trait {
  std::string_view trait;
  forced_choice_score score;
};

constexpr column<scored_trait> forced_choice_score_columns[] = {
    {"trait", from<&scored_trait::trait>},
    {"raw", from<&scored_trait::score, &forced_choice_score::theta>},
    {"n_items", from<&scored_trait::score, &forced_choice_score::n_items>},
    {"n_answered", from<&scored_trait::score, &forced_choice_score::n_answered>},
    {"score", from<&scored_trait::score, &forced_choice_score::score>},
    {"standard_error", from<&scored_trait::score, &forced_choice_score::standard_error>},
    {"score_low", from<&scored_trait::score, &forced_choice_score::score_low>},
    {"score_high", from<&scored_trait::score, &forced_choice_score::score_high>},
    {"percentile", from<&scored_trait::score, &forced_choice_score::percentile>},
};

}  // namespace

// In the order of traits.
HARMONY_FUNCTION(score_forced_choice) {
  std::vector<scored_trait> rows;
  for (int i = 0; i < 9; ++i)
    if (PG_ARGISNULL(i)) return return_set(fcinfo, forced_choice_score_columns, rows);
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto traits = text_array(PG_GETARG_DATUM(7), "traits");
  const auto scores =
      psychometrics::score_forced_choice(answers_of(answers), form_argument(fcinfo, without_nulls(traits, "traits")));
  for (std::size_t k = 0; k < scores.size(); ++k) rows.push_back({traits.values[k], scores[k]});
  return return_set(fcinfo, forced_choice_score_columns, rows);
}

namespace {

constexpr column<ability> ability_columns[] = {
    {"theta", from<&ability::theta>},
    {"standard_error", from<&ability::standard_error>},
    {"n_answered", from<&ability::n_answered>},
};

constexpr column<expected_result> expected_score_columns[] = {
    {"raw", from<&expected_result::raw>},
    {"score", from<&expected_result::score>},
    {"standard_error", from<&expected_result::standard_error>},
};

std::optional<std::int32_t> item_number(const next_item &next) {
  return next.item == 0 ? std::nullopt : std::optional(static_cast<std::int32_t>(next.item));
}

constexpr column<next_item> next_item_columns[] = {
    {"item", from<item_number>},
    {"information", from<&next_item::information>},
    {"theta", from<&next_item::so_far, &ability::theta>},
    {"standard_error", from<&next_item::so_far, &ability::standard_error>},
    {"n_answered", from<&next_item::so_far, &ability::n_answered>},
    {"stop", from<&next_item::stop>},
};

}  // namespace

HARMONY_FUNCTION(ability_2pl) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto a = float8_values(PG_GETARG_DATUM(1), "a"), b = float8_values(PG_GETARG_DATUM(2), "b");
  return return_row(fcinfo, ability_columns, psychometrics::ability_2pl(answers_of(answers), {a, b}));
}

// expected_score(theta, standard_error, a, b, n_options)
HARMONY_FUNCTION(expected_score) {
  const auto a = float8_values(PG_GETARG_DATUM(2), "a"), b = float8_values(PG_GETARG_DATUM(3), "b");
  return return_row(
      fcinfo, expected_score_columns,
      psychometrics::expected_score(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), {a, b}, PG_GETARG_INT32(4)));
}

// next_item(answers, a, b, target_se, max_items); max_items NULL: no limit.
HARMONY_FUNCTION(next_item) {
  for (const int i : {0, 1, 2, 3})
    if (PG_ARGISNULL(i)) PG_RETURN_NULL();
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto a = float8_values(PG_GETARG_DATUM(1), "a"), b = float8_values(PG_GETARG_DATUM(2), "b");
  psychometrics::stopping_rule rule;
  rule.target_se = PG_GETARG_FLOAT8(3);
  if (!PG_ARGISNULL(4)) rule.max_items = PG_GETARG_INT32(4);
  return return_row(fcinfo, next_item_columns, psychometrics::choose_next(answers_of(answers), {a, b}, rule));
}

}  // namespace harmony::functions
