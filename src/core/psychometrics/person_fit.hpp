// Person fit: how likely a person's answers are under the item parameters, given the person's own level.
#pragma once

#include "core/psychometrics/adaptive.hpp"
#include "core/psychometrics/forced_choice.hpp"
#include "core/psychometrics/likert.hpp"

namespace harmony::psychometrics {

/// Fewer answers than this say nothing of fit.
inline constexpr int fewest_for_fit = 5;

/// lz (Drasgow, Levine and Williams 1985): the log-likelihood of the answers, less its expectation, over its standard
/// deviation, all at the person's own θ: (Σ ln P(answer) − Σ E)/√Σ V, E = P ln P + Q ln Q, V = P Q (ln(P/Q))². Low =
/// hard items solved and easy ones missed. Its variance is below 1, since θ is estimated from the same answers
/// (Snijders 2001), so that a cut-off of the normal distribution is crossed by fewer than it says.
///
/// Under the two-parameter logistic model, θ where the posterior under N(0, 1) is highest. Answers: 1 right, 0 wrong,
/// missing not answered. Missing below `fewest_for_fit` answers. Rounded to 9 decimals. Errors as ability_2pl().
double person_fit_2pl(const answers &given, const item_bank &items);

/// lz of a test from the options chosen and the right ones; an item whose discrimination or difficulty is missing is
/// left out. Errors: 22023 for lengths that differ, and for a parameter out of its range.
double person_fit_of_test(const answers &given, span<std::int16_t> correct, nullable_span<double> a,
                          nullable_span<double> b);

/// lz of a forced-choice form at the traits that score_forced_choice() found; the pairs of a trait that has no score
/// are left out. Errors as score_forced_choice().
double person_fit_pairs(const answers &given, const forced_choice_form &form,
                        const std::vector<forced_choice_score> &scores);

}  // namespace harmony::psychometrics
