// Forced choice between two statements: Thurstonian item response theory (Brown and Maydeu-Olivares 2011).
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace harmony::psychometrics {

/// One side of a pair.
struct statement {
  int trait;         // index into the traits
  double loading;    // λ, −1…1, standardised; negative for a reversed statement
  double intercept;  // μ, −100…100
};

struct statement_pair {
  statement left, right;
};

/// η with P(left over right) = Φ(η) at these traits: (μl − μr + λl θl − λr θr)/√(ψl² + ψr²), ψ² = 1 − λ², ψ at least
/// .1.
double preference(const statement_pair &pair, double left_theta, double right_theta) noexcept;

/// How a trait's θ goes to the metric of a rating scale: mean and SD of the rating scale's scores in a population, and
/// mean and SD of the form's θ estimates there. These are not quite 0 and 1: an estimate of limited reliability
/// shrinks, and the maximum of a skewed posterior lies off its mean.
struct equating {
  double mean, sd, theta_mean, theta_sd;
};

/// A form: its pairs, the traits' correlations, and the metric of its scores.
struct forced_choice_form {
  int n_traits = 0;
  std::vector<statement_pair> pairs;
  std::vector<double> correlation;    // n_traits × n_traits, row by row
  std::vector<equating> metric = {};  // one a trait; empty: not known, and there are no scores

  /// Error 22023 unless loadings and intercepts are in their range, traits exist, the matrix is symmetric, positive
  /// definite and has ones in its diagonal, and the metric has a mean of 0…100, an SD above 0 to 100, a θ mean of
  /// −10…10 and a θ SD above 0 to 10 for each trait; 54000 beyond 64 traits.
  void check() const;
};

inline constexpr int max_forced_choice_traits = 64;

struct forced_choice_score {
  double theta = missing;  // population: mean 0, SD 1
  double standard_error = missing;
  double percentile = missing;  // 100 Φ(θ): the share of the population below
  double score = missing;       // 0…100 on the metric of the rating scale
  double score_error = missing;
  double score_low = missing, score_high = missing;
  int n_items = 0, n_answered = 0;  // pairs with a statement of the trait
};

/// P(left over right) = Φ((μl − μr + λl θl − λr θr)/√(ψl² + ψr²)), ψ² = 1 − λ², ψ at least .1. θ is the maximum of the
/// posterior under N(0, R): Newton with the exact gradient and Hessian of the log posterior, which is strictly concave,
/// and step halving. Standard errors from the posterior information at the maximum, Fisher's of the answered pairs plus
/// R⁻¹.
///
/// The score is on the percentage-of-maximum metric of the rating scale, by linear equating: mean + sd (θ −
/// theta_mean)/theta_sd within 0…100 (Kolen and Brennan 2014). Its standard error is sd · SE: that of a score with SD
/// sd whose reliability is 1 − SE², as for the rating scale. score_low and score_high are score ± 1.96 of it, within
/// 0…100. A form without metric has θ and percentile, which is another metric, and no scores.
///
/// Answers: 1 left, 2 right, missing not answered. All answered pairs speak for all traits; a trait of which fewer than
/// half of the pairs were answered has no score. Errors: as check(); 22023 when the number of answers is not that of
/// the pairs, 22003 for any other answer.
std::vector<forced_choice_score> score_forced_choice(nullable_span<std::int16_t> answers,
                                                     const forced_choice_form &form);

}  // namespace harmony::psychometrics
