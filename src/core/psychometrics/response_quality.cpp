#include "core/psychometrics/response_quality.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/mahalanobis.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::psychometrics {

namespace {

void check_times(const response_times &times, std::size_t n_items) {
  if (times.empty()) return;
  check_length("response times", n_items, times.size);
  for (std::size_t i = 0; i < times.size; ++i) {
    poll_at_step(i);
    if (!times.is_missing(i) && times.values[i] < 0)
      throw error(sqlstate::invalid_parameter_value, "response time " + std::to_string(times.values[i]) + " of item " +
                                                         std::to_string(i + 1) + " is negative");
  }
}

void check_finite(const char *what, span<double> values) {
  for (std::size_t i = 0; i < values.size; ++i) {
    poll_at_step(i);
    if (!std::isfinite(values[i]))
      throw error(sqlstate::invalid_parameter_value, std::string(what) + " of the population must be finite");
  }
}

void check_population(const item_population &population, std::size_t n_items) {
  if (population.mean.empty() && population.covariance.empty()) return;
  check_length("population means", n_items, population.mean.size);
  check_length("population covariances", n_items * n_items, population.covariance.size);
  check_finite("means", population.mean);
  check_finite("covariances", population.covariance);
}

void check_ability_test(const quality_input &input) {
  check_has_items(input.given.size);
  if (!input.traits.empty()) check_length("answers", input.traits.size, input.given.size);
}

int count_answered(const answers &given) {
  int n = 0;
  for (std::size_t i = 0; i < given.size; ++i) n += given.is_missing(i) ? 0 : 1;
  return n;
}

int longest_run(const answers &given) {
  int longest = 0;
  int run = 0;
  for (std::size_t i = 0; i < given.size; ++i) {
    const bool continues = run > 0 && !given.is_missing(i) && given.values[i] == given.values[i - 1];
    if (given.is_missing(i))
      run = 0;
    else
      run = continues ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

double sample_deviation(const answers &given, int n_answered) {
  if (n_answered < 2) return missing;
  // Whole numbers: n Σx² − (Σx)² is exact, so a deviation of exactly 0.5 is computed as 0.5.
  std::int64_t sum = 0, sum_of_squares = 0;
  for (std::size_t i = 0; i < given.size; ++i) {
    if (given.is_missing(i)) continue;
    sum += given.values[i];
    sum_of_squares += static_cast<std::int64_t>(given.values[i]) * given.values[i];
  }
  const double n = n_answered;
  const double squares = n * static_cast<double>(sum_of_squares) - static_cast<double>(sum) * static_cast<double>(sum);
  return std::sqrt(squares / (n * (n - 1)));
}

double share_at_ends(const quality_input &input, int n_answered) {
  const bool two_points = static_cast<std::int64_t>(input.scale_max) - input.scale_min == 1;
  if (n_answered == 0 || two_points) return missing;
  int n = 0;
  for (std::size_t i = 0; i < input.given.size; ++i) {
    if (input.given.is_missing(i)) continue;
    const int value = input.given.values[i];
    n += value == input.scale_min || value == input.scale_max ? 1 : 0;
  }
  return static_cast<double>(n) / n_answered;
}

/// The items of one trait split by their position within it: [0] = first, third, ...; [1] = second, fourth, ...
struct trait_halves {
  int n_items = 0;
  double sum[2] = {0, 0};
  int n_answered[2] = {0, 0};

  bool both_answered() const { return n_answered[0] > 0 && n_answered[1] > 0; }
};

std::vector<trait_halves> split_traits(const quality_input &input) {
  const trait_index index = index_traits(input.traits);
  std::vector<trait_halves> traits(index.names.size());
  for (std::size_t i = 0; i < input.given.size; ++i) {
    poll_at_step(i);
    trait_halves &trait = traits[index.of_item[i]];
    const int half = trait.n_items % 2;
    trait.n_items += 1;
    if (input.given.is_missing(i)) continue;
    trait.sum[half] += keyed_answer(input.given.values[i], input.keyed[i], input.scale_min, input.scale_max);
    trait.n_answered[half] += 1;
  }
  return traits;
}

/// Pearson's r; missing where a side does not vary. Everything is taken relative to the first pair, so that a side
/// whose values are all equal has a variance of exactly zero.
double pearson(const std::vector<double> &x, const std::vector<double> &y) {
  const auto n = static_cast<double>(x.size());
  double x_mean = 0, y_mean = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    x_mean += (x[i] - x[0]) / n;
    y_mean += (y[i] - y[0]) / n;
  }
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double dx = x[i] - x[0] - x_mean;
    const double dy = y[i] - y[0] - y_mean;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (xx == 0 || yy == 0) return missing;
  return std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

/// 2r/(1 + r) for a test of double length, at least −1 (which it reaches at r = −1/3). Missing stays missing.
double spearman_brown(double r) { return r <= -1.0 / 3.0 ? -1.0 : 2 * r / (1 + r); }

double even_odd_consistency(const quality_input &input, double min_traits) {
  std::vector<double> odd, even;
  for (const trait_halves &trait : split_traits(input)) {
    if (!trait.both_answered()) continue;
    odd.push_back(trait.sum[0] / trait.n_answered[0]);
    even.push_back(trait.sum[1] / trait.n_answered[1]);
  }
  if (odd.empty() || static_cast<double>(odd.size()) < min_traits) return missing;
  return spearman_brown(pearson(odd, even));
}

double median(std::vector<std::int32_t> &values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  const double below = *std::max_element(values.begin(), middle);
  return (below + *middle) / 2;
}

void evaluate_times(const response_times &times, double fast_ms, response_quality &quality) {
  std::vector<std::int32_t> taken;
  taken.reserve(times.size);
  for (std::size_t i = 0; i < times.size; ++i)
    if (!times.is_missing(i)) taken.push_back(times.values[i]);
  if (taken.empty()) return;
  const auto n_fast = std::count_if(taken.begin(), taken.end(), [&](std::int32_t time) { return time < fast_ms; });
  quality.fast_share = static_cast<double>(n_fast) / static_cast<double>(taken.size());
  quality.median_ms = median(taken);
}

double squared_distance(const answers &given, const item_population &population, int n_answered) {
  if (population.mean.empty() || n_answered < 2) return missing;
  std::vector<double> answered(given.size, missing);
  for (std::size_t i = 0; i < given.size; ++i)
    if (!given.is_missing(i)) answered[i] = given.values[i];
  return statistics::mahalanobis(answered, population.mean, population.covariance);
}

void evaluate_ratings(const quality_input &input, const quality_cutoffs &cutoffs, response_quality &quality) {
  quality.irv = sample_deviation(input.given, quality.n_answered);
  quality.extreme_share = share_at_ends(input, quality.n_answered);
  quality.even_odd = even_odd_consistency(input, cutoffs.even_odd_traits);
  quality.mahalanobis = squared_distance(input.given, input.population, quality.n_answered);
  if (!std::isnan(quality.mahalanobis))
    quality.mahalanobis_cutoff = statistics::chi2_quantile(cutoffs.outlier_probability, quality.n_answered);
}

/// Comparisons with a missing value are false: what was not evaluated raises no flag.
void raise_flags(double scale_width, const quality_cutoffs &cutoffs, response_quality &quality) {
  const auto raise_if = [&](bool condition, quality_flag flag) {
    if (condition) quality.flags.push_back(flag);
  };
  const bool speeding = quality.fast_share > cutoffs.fast_share || quality.median_ms < cutoffs.median_ms;
  const bool longstring =
      quality.longstring >= cutoffs.longstring || quality.longstring >= cutoffs.longstring_share * quality.n_items;
  raise_if(speeding, quality_flag::speeding);
  raise_if(longstring, quality_flag::longstring);
  raise_if(quality.extreme_share > cutoffs.extreme_share, quality_flag::extreme);
  raise_if(quality.irv < cutoffs.irv_of_5_points * scale_width / 4, quality_flag::low_variability);
  raise_if(quality.even_odd < cutoffs.even_odd, quality_flag::inconsistent);
  raise_if(quality.mahalanobis > quality.mahalanobis_cutoff, quality_flag::outlier);
  raise_if(quality.completeness < cutoffs.completeness, quality_flag::incomplete);
  const bool too_many = static_cast<double>(quality.flags.size()) >= cutoffs.unreliable_flags;
  quality.reliable = !(too_many || speeding || longstring);
}

}  // namespace

std::string_view flag_name(quality_flag flag) {
  constexpr std::string_view names[] = {"SPEEDING",     "LONGSTRING", "EXTREME",   "LOW_VARIABILITY",
                                        "INCONSISTENT", "OUTLIER",    "INCOMPLETE"};
  return names[static_cast<std::size_t>(flag)];
}

response_quality assess_response_quality(const quality_input &input, const quality_cutoffs &cutoffs) {
  const bool is_ability_test = input.keyed.empty();
  if (is_ability_test)
    check_ability_test(input);
  else
    check_likert(input.given, input.keyed, input.traits, input.scale_min, input.scale_max);
  check_times(input.times, input.given.size);
  if (!is_ability_test) check_population(input.population, input.given.size);

  response_quality quality;
  quality.n_items = static_cast<int>(input.given.size);
  quality.n_answered = count_answered(input.given);
  quality.completeness = static_cast<double>(quality.n_answered) / quality.n_items;
  quality.longstring = longest_run(input.given);
  evaluate_times(input.times, cutoffs.fast_ms, quality);
  if (!is_ability_test) evaluate_ratings(input, cutoffs, quality);
  raise_flags(static_cast<double>(input.scale_max) - input.scale_min, cutoffs, quality);
  return quality;
}

}  // namespace harmony::psychometrics
