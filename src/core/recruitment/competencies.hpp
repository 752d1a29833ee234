// Stage 1 of hiring: traits against a position's benchmarks, competencies, and g_fit (docs/reference/ranking.md,
// "Stage 1: fit to the position").
#pragma once

#include "core/person/profile.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace harmony::recruitment {

using person::polarity;
using person::profile;
using person::trait;
using person::trait_count;
using person::trait_mask;
using person::trait_weights;

/// What a position asks of a trait, on 0…100 (preferences too); `how` overrides the trait's own polarity.
struct benchmark {
  double value;
  std::optional<polarity> how = std::nullopt;
};

/// A position's benchmarks, at most one a trait.
class benchmarks {
 public:
  /// Sets or replaces a trait's benchmark. Error 22023 when the value is not within 0…100.
  void set(trait which, double value, std::optional<polarity> how = std::nullopt);

  const std::optional<benchmark> &operator[](trait which) const noexcept {
    return values_[static_cast<std::size_t>(which)];
  }

 private:
  std::array<std::optional<benchmark>, trait_count> values_{};
};

/// A trait's value x (0…100) against a benchmark b (0…100):
///   high      min(100, 100 x/b), and 100 at b = 0
///   low       min(100, 100 (100 − x)/(100 − b)), and 100 at b = 100
///   moderate  100 − 100 |x − b|/max(b, 100 − b)
/// A missing x gives missing. Error 22023 when b is not within 0…100.
double against_benchmark(double x, double b, polarity how);

/// What a trait counts in a competency, 0…100; missing when it was not measured.
///   - a benchmark on the trait itself: against_benchmark();
///   - emotional_stability with a benchmark on neuroticism only: neuroticism = 100 − ES against that benchmark;
///   - gca without a benchmark, where one of logical, numerical and verbal has one and is measured: the mean of the
///     measured cognitive traits, each against its benchmark where it has one;
///   - else as it is, low polarity as 100 − x.
double counted_value(const profile &person, trait which, const benchmarks &position) noexcept;

/// The traits that gca is counted from where a benchmark on one of them applies.
inline constexpr std::array<trait, 3> cognitive_traits{trait::logical, trait::numerical, trait::verbal};

/// True when counted_value() counts gca from the measured cognitive traits.
bool cognitive_benchmark_applies(trait_mask measured, const benchmarks &position) noexcept;

/// The traits that counted_value() can give for a person with these measured traits.
trait_mask countable(trait_mask measured, const benchmarks &position) noexcept;

struct competency {
  std::string name;
  trait_weights weights;
  double importance = 1.0;  // weight in g_fit
};

/// At most this many competencies in a model.
inline constexpr std::size_t max_competencies = 16;

/// An ordered list of competencies.
struct competency_model {
  std::vector<competency> competencies;

  /// Error 22023 when there is no competency, a name is empty or occurs twice, weights or importances are negative, not
  /// finite or sum to 0; error 54000 beyond `max_competencies`.
  void check() const;
};

/// The model of docs/reference/ranking.md: individual_performance, team_fit, environmental_fit, leadership_fit, equally
/// important.
const competency_model &default_competency_model();

struct competency_score {
  double score = missing;         // 0…100
  double data_quality = 0.0;      // measured share of the weight, 0…1
  bool resilience_proxy = false;  // emotional stability stood in for resilience: flag RESILIENCE_PROXY
};

/// S = Σ w x / Σ w over the traits that can be counted, clamped to 0…100; missing when there is none.
/// Where resilience was not measured, emotional stability stands in with resilience's weight and its own counted value;
/// that weight does not count as measured. Error 22023 when the weights do not sum to a number above 0.
competency_score score_competency(const profile &person, const trait_weights &weights, const benchmarks &position = {});

/// data_quality and resilience_proxy alone, from the set countable() gives. `score` stays missing.
competency_score evaluate_competency(trait_mask available, const trait_weights &weights) noexcept;

/// One trait's part in a competency.
struct trait_contribution {
  trait which;          // the key in the weights
  trait source;         // the trait that was counted: `which`, or emotional_stability for resilience
  double counted;       // 0…100
  double share;         // its rescaled weight, 0…1; the shares sum to 1
  double contribution;  // share × counted; the contributions sum to the score
};

/// The parts of score_competency() in the order of the weights; empty when the score is missing.
std::vector<trait_contribution> explain_competency(const profile &person, const trait_weights &weights,
                                                   const benchmarks &position = {});

/// g_fit of a model's competency scores (in the model's order): the importance-weighted mean of those that are not
/// missing, 0…100; missing when there is none.
double g_fit_of(const competency_model &model, const double *scores) noexcept;

/// Data quality of g_fit: the importance-weighted mean of the data quality of all competencies, 0…1, from the set that
/// countable() gives.
double g_fit_quality(const competency_model &model, trait_mask available) noexcept;

/// g_fit of a person with its data quality. Errors as competency_model::check().
scored g_fit(const profile &person, const benchmarks &position = {},
             const competency_model &model = default_competency_model());

}  // namespace harmony::recruitment
