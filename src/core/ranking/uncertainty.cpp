#include "core/ranking/uncertainty.hpp"

#include "core/person/derived_traits.hpp"

#include <algorithm>
#include <limits>

namespace harmony::ranking {

using person::bit_of;
using person::derived_part;
using person::derived_trait;
using person::is_preference;
using person::polarity;
using person::polarity_of;
using person::profile;
using person::trait;
using person::trait_mask;
using person::weighted_trait;
using recruitment::benchmark;
using recruitment::benchmarks;
using recruitment::competency;
using recruitment::competency_model;
using recruitment::leadership;
using recruitment::term_count;

namespace {

/// A gradient under construction: derivatives are added in percent of a trait's range, as models that mix traits see
/// it.
class gradient_sum {
 public:
  void add(trait which, double slope) noexcept {
    sum_[static_cast<std::size_t>(which)] += is_preference(which) ? 100.0 * slope : slope;
  }
  void add_in_own_unit(trait which, double slope) noexcept { sum_[static_cast<std::size_t>(which)] += slope; }
  const trait_gradient &get() const noexcept { return sum_; }

 private:
  trait_gradient sum_{};
};

/// The derivative of against_benchmark() by x. On the kink of a benchmark that is just reached the side that still
/// counts; on the top of `moderate` the rising side.
double slope_against(double x, double b, polarity how) noexcept {
  switch (how) {
    case polarity::high:
      return b > 0.0 && x <= b ? 100.0 / b : 0.0;
    case polarity::low:
      return b < 100.0 && x >= b ? -100.0 / (100.0 - b) : 0.0;
    case polarity::moderate:
      break;
  }
  return (x <= b ? 100.0 : -100.0) / std::max(b, 100.0 - b);
}

double own_slope(trait which) noexcept { return polarity_of(which) == polarity::low ? -1.0 : 1.0; }

double slope_of(const profile &person, trait which, const benchmarks &asked) noexcept {
  const std::optional<benchmark> &own = asked[which];
  return own ? slope_against(person.percent(which), own->value, own->how.value_or(polarity_of(which)))
             : own_slope(which);
}

/// Adds weight · ∂ counted_value(which), which is not missing.
void add_counted(gradient_sum &sum, double weight, const profile &person, trait which,
                 const benchmarks &asked) noexcept {
  if (which == trait::emotional_stability && !asked[which] && asked[trait::neuroticism]) {
    const benchmark &other_end = *asked[trait::neuroticism];
    const double x = 100.0 - person.get(which);
    return sum.add(which, -weight * slope_against(x, other_end.value, other_end.how.value_or(polarity::low)));
  }
  if (which != trait::gca || !recruitment::cognitive_benchmark_applies(person.measured_mask(), asked))
    return sum.add(which, weight * slope_of(person, which, asked));
  int count = 0;
  for (const trait part : recruitment::cognitive_traits) count += person.measured(part) ? 1 : 0;
  for (const trait part : recruitment::cognitive_traits)
    if (person.measured(part)) sum.add(part, weight / count * slope_of(person, part, asked));
}

/// The trait that is counted under a key; `count` where there is none.
trait source_of(trait_mask countable, trait key) noexcept {
  if ((countable & bit_of(key)) != 0) return key;
  const bool proxy = key == trait::resilience && (countable & bit_of(trait::emotional_stability)) != 0;
  return proxy ? trait::emotional_stability : trait::count;
}

void add_p_ind(gradient_sum &sum, double beta, const profile &person, const person::trait_weights &weights) noexcept {
  double total = 0.0;
  for (const weighted_trait &entry : weights)
    if (person.measured(entry.which)) total += entry.weight;
  if (!(total > 0.0)) return;
  for (const weighted_trait &entry : weights)
    if (person.measured(entry.which)) sum.add(entry.which, beta * entry.weight / total * own_slope(entry.which));
}

/// ∂σ/∂x of the sample standard deviation of n values by one of them; where all are equal, of the way up.
double slope_of_sd(double x, double mean, double sd, std::uint32_t n) noexcept {
  return sd > 0.0 ? (x - mean) / ((n - 1) * sd) : 1.0 / std::sqrt(static_cast<double>(n));
}

void add_f_team(gradient_sum &sum, double beta, const profile &person, const success_context &context) noexcept {
  using team::part;
  const auto weight = [&](part which) { return beta * context.team.fit.weight[static_cast<std::size_t>(which)]; };
  const team::team_summary &team = context.team.summary;
  const double agreeableness = person.get(trait::agreeableness),
               conscientiousness = person.get(trait::conscientiousness);
  if (agreeableness <= team.min_agreeableness) sum.add(trait::agreeableness, weight(part::min_agreeableness));
  const double sd = context.team.fit.sd_conscientiousness, cap = context.team_model.sd_cap;
  if (!std::isnan(conscientiousness) && sd <= cap)
    sum.add(trait::conscientiousness,
            -weight(part::homogeneity) * 100.0 / cap *
                slope_of_sd(conscientiousness, team.mean_conscientiousness, sd, team.n_conscientiousness));
  if (person.measured(trait::emotional_stability))
    sum.add(trait::emotional_stability, weight(part::mean_emotional_stability) / team.n_emotional_stability);
}

/// Where every preference is the leader's, as if all gaps were equal.
void add_f_lmx(gradient_sum &sum, double beta, const profile &person, const leadership &leader) noexcept {
  constexpr std::array<trait, 3> preferences{trait::autonomy, trait::feedback, trait::structure};
  const std::array<double, 3> of_leader{leader.autonomy, leader.feedback, leader.structure};
  std::array<double, 3> gap{};
  double sum_of_squares = 0.0;
  for (std::size_t k = 0; k < gap.size(); ++k) {
    gap[k] = of_leader[k] - person.get(preferences[k]);
    sum_of_squares += gap[k] * gap[k];
  }
  if (std::isnan(sum_of_squares)) return;
  if (!(sum_of_squares > 0.0)) {
    gap.fill(1.0);
    sum_of_squares = 3.0;
  }
  const double size = std::sqrt(3.0 * sum_of_squares);
  for (std::size_t k = 0; k < gap.size(); ++k) sum.add_in_own_unit(preferences[k], beta * 100.0 * gap[k] / size);
}

/// Hands the derivative of a derived trait on to its parts: those it was derived from, or, of one that a document gives
/// beside its parts, those that were measured.
void fold(const derived_trait &rule, const profile &person, trait_mask imputed, trait_gradient &gradient) noexcept {
  double &whole = gradient[static_cast<std::size_t>(rule.which)];
  if (rule.is_estimate || whole == 0.0 || (imputed & bit_of(rule.which)) != 0) return;
  const trait_mask left_out = person.is_derived(rule.which) ? 0 : imputed;
  const auto counts = [&](const derived_part &part) {
    return part.weight > 0.0 && person.measured(part.from) && (left_out & bit_of(part.from)) == 0;
  };
  double total = 0.0;
  for (const derived_part &part : rule.parts)
    if (counts(part)) total += part.weight;
  if (!(total > 0.0)) return;
  for (const derived_part &part : rule.parts)
    if (counts(part))
      gradient[static_cast<std::size_t>(part.from)] += (part.reversed ? -whole : whole) * part.weight / total;
  whole = 0.0;
}

}  // namespace

void uncertainty_model::check() const { check_fields(*this); }

trait_errors standard_errors(const uncertainty_model &model) {
  model.check();
  const double assumed = model.assumed_sd * std::sqrt(1.0 - model.assumed_reliability);
  trait_errors errors{};
  for (std::size_t k = 0; k < trait_count; ++k) {
    const auto which = static_cast<trait>(k);
    const double stated = model.*fields_of(model).find(person::trait_name(which))->member;
    errors[k] = std::isnan(stated) ? assumed * trait_maximum(which) / 100.0 : stated;
  }
  if (std::isnan(model.emotional_stability))
    errors[static_cast<std::size_t>(trait::emotional_stability)] = errors[static_cast<std::size_t>(trait::neuroticism)];
  return errors;
}

fit_weights fit_weights_of(trait_mask counted, const competency_model &model) noexcept {
  fit_weights result;
  result.counted = counted;
  double importance = 0.0;
  for (const competency &entry : model.competencies) {
    double total = 0.0;
    for (const weighted_trait &part : entry.weights)
      if (source_of(counted, part.which) != trait::count) total += part.weight;
    if (!(total > 0.0)) continue;
    importance += entry.importance;
    for (const weighted_trait &part : entry.weights) {
      const trait source = source_of(counted, part.which);
      if (source != trait::count)
        result.weight[static_cast<std::size_t>(source)] += entry.importance * (part.weight / total);
    }
  }
  for (double &weight : result.weight) weight = importance > 0.0 ? weight / importance : 0.0;
  return result;
}

trait_gradient gradient_of_fit(const profile &person, const benchmarks &asked, const fit_weights &weights) noexcept {
  gradient_sum sum;
  for (std::size_t k = 0; k < trait_count; ++k)
    if (weights.weight[k] > 0.0) add_counted(sum, weights.weight[k], person, static_cast<trait>(k), asked);
  return sum.get();
}

trait_gradient gradient_of_success(const profile &person, const success_context &context,
                                   const std::array<double, term_count> &beta) noexcept {
  gradient_sum sum;
  add_p_ind(sum, beta[0], person, context.p_ind);
  if (!std::isnan(context.team.fit.score)) add_f_team(sum, beta[1], person, context);
  const recruitment::environment_model &environment = context.environment;
  if (!std::isnan(context.environment_ratio) && person.measured(trait::resilience))
    sum.add(trait::resilience,
            beta[2] * std::min(context.environment_ratio, environment.ratio_cap) / environment.ratio_cap);
  if (context.leader != nullptr) add_f_lmx(sum, beta[3], person, *context.leader);
  return sum.get();
}

error_sources error_sources_of(const uncertainty_model &model, const pool_traits &pool) {
  error_sources errors{standard_errors(model), {}};
  for (std::size_t k = 0; k < trait_count; ++k) {
    const double assumed = model.assumed_sd * trait_maximum(static_cast<trait>(k)) / 100.0;
    errors.imputed[k] = std::max(errors.measured[k], std::isnan(pool[k].sd) ? assumed : pool[k].sd);
  }
  return errors;
}

double propagated_error(trait_gradient gradient, const profile &person, trait_mask imputed,
                        const error_sources &errors) noexcept {
  for (const derived_trait &rule : person::derived_traits()) fold(rule, person, imputed, gradient);
  double variance = 0.0;
  for (std::size_t k = 0; k < trait_count; ++k) {
    const double part = gradient[k] * errors.measured[k];
    variance += part * part;
  }
  for (std::size_t k = 0; imputed >> k != 0; ++k) {
    if ((imputed >> k & 1U) == 0) continue;
    const double measured = gradient[k] * errors.measured[k], part = gradient[k] * errors.imputed[k];
    variance += part * part - measured * measured;  // the pool's is the larger
  }
  return std::isnan(variance) ? std::numeric_limits<double>::infinity() : std::sqrt(variance);
}

double with_residual(double error, const uncertainty_model &model) noexcept {
  return std::isnan(model.residual_sd) ? error : std::sqrt(error * error + model.residual_sd * model.residual_sd);
}

score_interval interval_of(double unclamped, double error) noexcept {
  if (std::isnan(unclamped) || std::isnan(error)) return {};
  const double estimate = clamp_score(unclamped);
  return {std::min(estimate, clamp_score(unclamped - z_90 * error)),
          std::max(estimate, clamp_score(unclamped + z_90 * error))};
}

}  // namespace harmony::ranking
