#include "core/recruitment/competencies.hpp"

#include "core/base/error.hpp"
#include "core/base/field.hpp"
#include "core/base/format_number.hpp"

#include <algorithm>

namespace harmony::recruitment {

using person::bit_of;
using person::polarity_of;
using person::trait_name;
using person::weighted_trait;

namespace {

void check_benchmark(double b, const std::string &whose) {
  if (b >= 0.0 && b <= 100.0) return;
  throw error(sqlstate::invalid_parameter_value, whose + " must be between 0 and 100",
              "The benchmark is " + format_number(b) + ".");
}

/// against_benchmark() for a benchmark that was checked.
double compare(double x, double b, polarity how) noexcept {
  if (std::isnan(x)) return missing;
  switch (how) {
    case polarity::high:
      return b > 0.0 ? std::min(100.0, 100.0 * x / b) : 100.0;
    case polarity::low:
      return b < 100.0 ? std::min(100.0, 100.0 * (100.0 - x) / (100.0 - b)) : 100.0;
    case polarity::moderate:
      break;
  }
  return 100.0 - 100.0 * std::fabs(x - b) / std::max(b, 100.0 - b);
}

double compare(double x, trait which, const benchmark &asked) noexcept {
  return compare(x, asked.value, asked.how.value_or(polarity_of(which)));
}

double without_benchmark(double x, trait which) noexcept {
  if (std::isnan(x)) return missing;
  return polarity_of(which) == polarity::low ? 100.0 - x : x;
}

/// The trait itself against its own benchmark, or as it is.
double counted_directly(const profile &person, trait which, const benchmarks &position) noexcept {
  const std::optional<benchmark> &asked = position[which];
  return asked ? compare(person.percent(which), which, *asked) : without_benchmark(person.percent(which), which);
}

double counted_gca(const profile &person, const benchmarks &position) noexcept {
  trait_mask measured = 0;
  for (const trait which : cognitive_traits)
    if (person.measured(which)) measured |= bit_of(which);
  if (!cognitive_benchmark_applies(measured, position)) return counted_directly(person, trait::gca, position);

  double sum = 0.0;
  int count = 0;
  for (const trait which : cognitive_traits) {
    if ((measured & bit_of(which)) == 0) continue;
    sum += counted_directly(person, which, position);
    ++count;
  }
  return sum / count;
}

double counted_stability(const profile &person, const benchmarks &position) noexcept {
  const std::optional<benchmark> &asked = position[trait::neuroticism];
  if (position[trait::emotional_stability] || !asked)
    return counted_directly(person, trait::emotional_stability, position);
  return compare(100.0 - person.get(trait::emotional_stability), trait::neuroticism, *asked);
}

/// The trait that is counted under a key: emotional stability stands in for resilience.
trait source_of(const profile &person, trait which) noexcept {
  return which == trait::resilience && !person.measured(which) ? trait::emotional_stability : which;
}

/// Calls visit(weighted trait, source, counted value) for all that can be counted with a weight.
template <typename visitor>
void visit_counted(const profile &person, const trait_weights &weights, const benchmarks &position, visitor visit) {
  for (const weighted_trait &entry : weights) {
    if (!(entry.weight > 0.0)) continue;
    const trait source = source_of(person, entry.which);
    const double counted = counted_value(person, source, position);
    if (!std::isnan(counted)) visit(entry, source, counted);
  }
}

[[noreturn]] void refuse_model(const std::string &why) { throw error(sqlstate::invalid_parameter_value, why); }

}  // namespace

void benchmarks::set(trait which, double value, std::optional<polarity> how) {
  check_benchmark(value, "benchmark of trait \"" + std::string(trait_name(which)) + "\"");
  values_[static_cast<std::size_t>(which)] = benchmark{value, how};
}

double against_benchmark(double x, double b, polarity how) {
  check_benchmark(b, "benchmark");
  return compare(x, b, how);
}

bool cognitive_benchmark_applies(trait_mask measured, const benchmarks &position) noexcept {
  if (position[trait::gca]) return false;
  return std::any_of(cognitive_traits.begin(), cognitive_traits.end(),
                     [&](trait which) { return position[which].has_value() && (measured & bit_of(which)) != 0; });
}

double counted_value(const profile &person, trait which, const benchmarks &position) noexcept {
  if (which == trait::emotional_stability) return counted_stability(person, position);
  if (which == trait::gca) return counted_gca(person, position);
  return counted_directly(person, which, position);
}

trait_mask countable(trait_mask measured, const benchmarks &position) noexcept {
  return cognitive_benchmark_applies(measured, position) ? measured | bit_of(trait::gca) : measured;
}

void competency_model::check() const {
  if (competencies.empty()) refuse_model("competency model must have a competency");
  if (competencies.size() > max_competencies)
    throw error(sqlstate::program_limit_exceeded, "competency model has too many competencies",
                "The limit is " + std::to_string(max_competencies) + ".");
  double total = 0.0;
  for (const competency &entry : competencies) {
    if (entry.name.empty()) refuse_model("competency must have a name");
    for (const competency *other = competencies.data(); other != &entry; ++other)
      if (other->name == entry.name) refuse_model("competency \"" + entry.name + "\" occurs more than once");
    if (!(entry.importance >= 0.0))
      refuse_model("importance of competency \"" + entry.name + "\" must not be negative");
    entry.weights.check();
    total += entry.importance;
  }
  if (!(total > 0.0 && total <= largest_constant))
    refuse_model("importances must sum to a finite number above 0, at most 1e100");
}

const competency_model &default_competency_model() {
  static const competency_model model{
      {{"individual_performance", {{trait::gca, 0.60}, {trait::conscientiousness, 0.40}}},
       {"team_fit",
        {{trait::agreeableness, 0.40}, {trait::conscientiousness, 0.20}, {trait::emotional_stability, 0.40}}},
       {"environmental_fit", {{trait::resilience, 0.55}, {trait::emotional_stability, 0.30}, {trait::openness, 0.15}}},
       {"leadership_fit", {{trait::autonomy, 0.40}, {trait::feedback, 0.30}, {trait::structure, 0.30}}}}};
  return model;
}

competency_score evaluate_competency(trait_mask available, const trait_weights &weights) noexcept {
  competency_score result;
  result.data_quality = weights.share_of(available);
  if ((available & bit_of(trait::resilience)) != 0 || (available & bit_of(trait::emotional_stability)) == 0)
    return result;
  for (const weighted_trait &entry : weights)
    if (entry.which == trait::resilience) result.resilience_proxy = entry.weight > 0.0;
  return result;
}

competency_score score_competency(const profile &person, const trait_weights &weights, const benchmarks &position) {
  weights.check();
  competency_score result = evaluate_competency(countable(person.measured_mask(), position), weights);
  double sum = 0.0, total = 0.0;
  visit_counted(person, weights, position, [&](const weighted_trait &entry, trait, double counted) {
    sum += entry.weight * counted;
    total += entry.weight;
  });
  if (total > 0.0) result.score = clamp_score(sum / total);
  return result;
}

std::vector<trait_contribution> explain_competency(const profile &person, const trait_weights &weights,
                                                   const benchmarks &position) {
  weights.check();
  std::vector<trait_contribution> parts;
  double total = 0.0;
  visit_counted(person, weights, position, [&](const weighted_trait &entry, trait source, double counted) {
    parts.push_back({entry.which, source, counted, entry.weight, 0.0});
    total += entry.weight;
  });
  for (trait_contribution &entry : parts) {
    entry.share /= total;
    entry.contribution = entry.share * entry.counted;
  }
  return parts;
}

double g_fit_of(const competency_model &model, const double *scores) noexcept {
  double sum = 0.0, total = 0.0;
  for (std::size_t k = 0; k < model.competencies.size(); ++k) {
    if (std::isnan(scores[k])) continue;
    sum += model.competencies[k].importance * scores[k];
    total += model.competencies[k].importance;
  }
  return total > 0.0 ? clamp_score(sum / total) : missing;
}

double g_fit_quality(const competency_model &model, trait_mask available) noexcept {
  double sum = 0.0, total = 0.0;
  for (const competency &entry : model.competencies) {
    sum += entry.importance * entry.weights.share_of(available);
    total += entry.importance;
  }
  return total > 0.0 ? sum / total : 0.0;
}

scored g_fit(const profile &person, const benchmarks &position, const competency_model &model) {
  model.check();
  std::array<double, max_competencies> scores{};
  for (std::size_t k = 0; k < model.competencies.size(); ++k)
    scores[k] = score_competency(person, model.competencies[k].weights, position).score;
  return {g_fit_of(model, scores.data()), g_fit_quality(model, countable(person.measured_mask(), position))};
}

}  // namespace harmony::recruitment
