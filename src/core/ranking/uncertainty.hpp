// How uncertain g_fit and ŷ of one candidate are, because traits are measured with error (docs/reference/ranking.md,
// "Uncertainty").
//
// Delta method: the variance of a score is Σ (∂score/∂trait)² SE² over traits with independent errors. The derivatives
// of a trait that enters several terms are added before they are squared, and those of a derived trait go to the
// measured traits it was derived from. Members of the team, the environment, the leader and the weights are taken as
// known.
//
// Scores have kinks: a benchmark that is reached, the least agreeable member, σ' at its cap, equal preferences. On a
// kink the steeper side counts. The clamp of ŷ to 0…100 is no kink: the interval is that of the unclamped ŷ, clamped.
#pragma once

#include "core/ranking/imputation.hpp"
#include "core/ranking/uncertainty_model.hpp"
#include "core/recruitment/competencies.hpp"
#include "core/recruitment/mlpsm.hpp"
#include "core/team/team_fit.hpp"

namespace harmony::ranking {

/// The derivatives of a score by the traits of a profile, each by the trait in its own unit.
using trait_gradient = std::array<double, trait_count>;

/// What each trait weighs in g_fit of a person with these countable() traits; they sum to 1, or to 0 without a score.
struct fit_weights {
  trait_mask counted = 0;
  std::array<double, trait_count> weight{};
};
fit_weights fit_weights_of(trait_mask counted, const recruitment::competency_model &model) noexcept;

/// ∂ g_fit, by the weights of the person's countable() traits.
trait_gradient gradient_of_fit(const person::profile &person, const recruitment::benchmarks &asked,
                               const fit_weights &weights) noexcept;

/// What F_team looks like from the candidate: the team with him or her, and its fit.
struct joined_team {
  const team::team_summary &summary;
  const team::team_fit &fit;
};

/// What the terms of ŷ are computed from, beside the candidate.
struct success_context {
  const person::trait_weights &p_ind;
  const joined_team &team;
  const team::team_model &team_model;
  double environment_ratio;  // R/D, or missing
  const recruitment::environment_model &environment;
  const recruitment::leadership *leader;  // or nullptr
};

/// ∂ ŷ before it is clamped, with the β of the prediction (0 for a missing term).
trait_gradient gradient_of_success(const person::profile &person, const success_context &context,
                                   const std::array<double, recruitment::term_count> &beta) noexcept;

/// The standard errors of traits that were measured, and of those that the mean of the pool stands in for.
struct error_sources {
  trait_errors measured;
  trait_errors imputed;
};

/// An imputed trait's error is the pool's standard deviation: that of the model's assumption where fewer than two
/// people have the trait, and never less than a measurement's.
error_sources error_sources_of(const uncertainty_model &model, const pool_traits &pool);

/// √Σ g² SE² after the derivatives of derived traits went to the traits that they come from. `person` is completed() by
/// the `imputed` traits. Not finite only where a model's constants are beyond all reason; never NaN.
double propagated_error(trait_gradient gradient, const person::profile &person, trait_mask imputed,
                        const error_sources &errors) noexcept;

/// The error of a prediction: that of ŷ, and the model's residual standard deviation once it has one.
double with_residual(double error, const uncertainty_model &model) noexcept;

/// The standard normal quantile of a two-sided 90 % interval.
inline constexpr double z_90 = 1.6448536269514722;

struct score_interval {
  double low = missing;
  double high = missing;
};

/// unclamped ± z_90 · error, clamped to 0…100; holds clamp_score(unclamped). Missing where either is.
score_interval interval_of(double unclamped, double error) noexcept;

}  // namespace harmony::ranking
