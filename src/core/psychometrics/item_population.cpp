#include "core/psychometrics/item_population.hpp"

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"
#include "core/psychometrics/paired_sums.hpp"
#include "core/psychometrics/recent.hpp"
#include "core/statistics/mahalanobis.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace harmony::psychometrics {

namespace {

void check_finite(const char *what, span<double> values) {
  for (std::size_t i = 0; i < values.size; ++i) {
    poll_at_step(i);
    if (!std::isfinite(values[i]))
      throw error(sqlstate::invalid_parameter_value, std::string(what) + " of the population must be finite");
  }
}

std::vector<synonym_pair> find_synonyms(span<double> covariance, std::size_t n, double correlation) {
  std::vector<synonym_pair> pairs;
  for (std::size_t i = 0; i < n; ++i) {
    poll_at_step(i);
    for (std::size_t j = i + 1; j < n; ++j) {
      const double shared = covariance[i * n + j];
      const double most = std::sqrt(covariance[i * n + i]) * std::sqrt(covariance[j * n + j]);
      if (std::fabs(shared) > correlation * most)
        pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), shared < 0});
    }
  }
  return pairs;
}

bool equal(const std::vector<double> &kept, span<double> values) {
  return kept.size() == values.size && std::memcmp(kept.data(), values.data, values.size * sizeof(double)) == 0;
}

}  // namespace

prepared_population::prepared_population(const item_population &population, double synonym_correlation)
    : synonym_correlation_(synonym_correlation) {
  check_length("population covariances", population.mean.size * population.mean.size, population.covariance.size);
  check_finite("means", population.mean);
  check_finite("covariances", population.covariance);
  const std::size_t n = population.mean.size;
  statistics::check_symmetric(population.covariance, n);
  inverse_ = statistics::covariance_inverse(population.covariance, n);
  if (!inverse_.empty()) synonyms_ = find_synonyms(population.covariance, n, synonym_correlation);
  mean_.assign(population.mean.begin(), population.mean.end());
  covariance_.assign(population.covariance.begin(), population.covariance.end());
}

bool prepared_population::is_of(const item_population &population, double synonym_correlation) const {
  return synonym_correlation == synonym_correlation_ && equal(mean_, population.mean) &&
         equal(covariance_, population.covariance);
}

double prepared_population::squared_distance(const answers &given, int n_answered) const {
  if (n_answered < 2) return missing;
  std::vector<double> answered(given.size, missing);
  for (std::size_t i = 0; i < given.size; ++i)
    if (!given.is_missing(i)) answered[i] = given.values[i];
  // Half of the items make a smaller matrix than the others; and a part of Σ may have an inverse where Σ has none.
  if (inverse_.empty() || 2 * static_cast<std::size_t>(n_answered) < given.size)
    return statistics::mahalanobis(answered, mean_, covariance_);
  return statistics::mahalanobis_by_inverse(answered, mean_, inverse_);
}

double prepared_population::synonym_consistency(const answers &given, int scale_min, int scale_max,
                                                double min_pairs) const {
  paired_sums sums;
  for (const synonym_pair &pair : synonyms_) {
    if (given.is_missing(pair.first) || given.is_missing(pair.second)) continue;
    const std::int32_t second = given.values[pair.second];
    const double a = given.values[pair.first] - scale_min;
    const double b = pair.opposite ? scale_max - second : second - scale_min;
    sums.add(a, b);
  }
  if (sums.n < min_pairs || !(sums.x_spread() > 0 && sums.y_spread() > 0)) return missing;
  const double correlation = sums.shared() / (std::sqrt(sums.x_spread()) * std::sqrt(sums.y_spread()));
  return without_noise(std::clamp(correlation, -1.0, 1.0));
}

std::shared_ptr<const prepared_population> prepared(const item_population &population, double synonym_correlation) {
  constexpr std::size_t most_items = 500;  // 4 MB
  static thread_local recent<prepared_population, 4> populations;
  const auto is_same = [&](const prepared_population &kept) { return kept.is_of(population, synonym_correlation); };
  if (auto kept = populations.find(is_same)) return kept;
  const auto made = std::make_shared<const prepared_population>(population, synonym_correlation);
  if (population.mean.size <= most_items) populations.keep(made);
  return made;
}

double distance_deviate(double squared_distance, int n_answered) {
  const double spread = 2.0 / (9.0 * n_answered);
  return (std::cbrt(squared_distance / n_answered) - (1.0 - spread)) / std::sqrt(spread);
}

}  // namespace harmony::psychometrics
