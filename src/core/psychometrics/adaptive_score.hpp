// The score of an adaptive test on the metric of the full form: the test characteristic curve.
#pragma once

#include "core/psychometrics/adaptive.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// What somebody of an ability is expected to reach on a form.
struct expected_result {
  double raw = missing;             // items right, corrected for guessing
  double score = missing;           // percentage of the items, 0 to 100
  double standard_error = missing;  // of the score
};

/// The expected percentage right on all items of the bank at θ, every item answered: with P from the two-parameter
/// model, 100 Σ P/n, and with n_options = k from 2 corrected for guessing as the full form's score is (formula_score):
/// right − wrong/(k − 1), at least 0. Its standard error is that of θ times the slope of the curve there (delta
/// method): 100 Σ a P (1 − P)/n, times k/(k − 1) with the correction. It holds the doubt about θ alone, not the luck of
/// single items that a full form's score holds too. Without items: missing.
///
/// Errors: as item_bank::check() and check_options(); 22023 for a θ that is not finite, a standard error that is not
/// finite or negative.
/// Source: Lord (1980), Applications of item response theory to practical testing problems, chapter 4.
expected_result expected_score(double theta, double standard_error, const item_bank &items, int n_options = 0);

/// A form that is given adaptively, one element an item; an item without parameters is not asked.
struct adaptive_form {
  span<std::int16_t> correct;
  span<std::string_view> traits;
  nullable_span<double> a, b;
  int n_options = 0;
  stopping_rule rule;
};

/// An item that was asked and left out: it counts as wrong.
inline constexpr std::int16_t skipped = 0;

/// Scores an adaptive session by trait, in order of first appearance of the trait. Missing answers were not asked. One
/// ability stands behind all items: each trait's raw, score and standard error are expected_score() of its own items
/// with parameters at the ability of all answers, also where none of them was asked. A session that has not reached its
/// stopping rule, and a trait without parameters, has no score.
///
/// Errors: as choose_next(); 22023 for lengths that differ, an item with one parameter, an answer to an item without
/// parameters; 22003 for an answer that is neither `skipped` nor an option.
std::vector<trait_score> score_adaptive(const answers &given, const adaptive_form &form);

/// The response quality of an adaptive session: of its flags only SPEEDING counts. Runs and completeness mean nothing
/// where the items asked depend on the answers. Errors as assess_response_quality().
response_quality judge_session(const quality_input &input);

}  // namespace harmony::psychometrics
