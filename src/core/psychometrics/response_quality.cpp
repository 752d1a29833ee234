#include "core/psychometrics/response_quality.hpp"

#include "core/base/error.hpp"
#include "core/person/bands.hpp"
#include "core/psychometrics/split_halves.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::psychometrics {

using person::exceeds;
using person::falls_below;

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

/// The longest stretch with the same answers at a distance of `period`; 0 where it does not hold the pattern twice.
int longest_repetition(const answers &given, std::size_t period) {
  std::size_t longest = 0, repeated = 0;
  for (std::size_t i = period; i < given.size; ++i) {
    const bool repeats =
        !given.is_missing(i) && !given.is_missing(i - period) && given.values[i] == given.values[i - period];
    repeated = repeats ? repeated + 1 : 0;
    longest = std::max(longest, repeated);
  }
  return longest < period ? 0 : static_cast<int>(longest + period);
}

int longest_cycle(const answers &given) {
  constexpr std::size_t longest_period = 5;
  int longest = 0;
  for (std::size_t period = 1; period <= longest_period; ++period)
    longest = std::max(longest, longest_repetition(given, period));
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

/// The quantile of χ²: that of the last number of answers is kept, since finding it takes as long as a sheet.
double outlier_cutoff(double probability, int n_answered) {
  static thread_local struct {
    double probability = missing, cutoff = missing;
    int n = 0;
  } last;
  if (last.probability != probability || last.n != n_answered)
    last = {probability, statistics::chi2_quantile(probability, n_answered), n_answered};
  return last.cutoff;
}

void compare(const quality_input &input, const quality_cutoffs &cutoffs, response_quality &quality) {
  if (input.population == nullptr) return;
  const prepared_population &population = *input.population;
  quality.synonym_consistency =
      population.synonym_consistency(input.given, input.scale_min, input.scale_max, cutoffs.synonym_pairs);
  quality.mahalanobis = population.squared_distance(input.given, quality.n_answered);
  if (!std::isnan(quality.mahalanobis))
    quality.mahalanobis_cutoff = outlier_cutoff(cutoffs.outlier_probability, quality.n_answered);
}

/// Returns the number of scales.
std::size_t evaluate_ratings(const quality_input &input, const quality_cutoffs &cutoffs, response_quality &quality) {
  quality.irv = sample_deviation(input.given, quality.n_answered);
  quality.extreme_share = share_at_ends(input, quality.n_answered);
  const trait_index scales = index_traits(input.traits);
  const keyed_sheet sheet{input.given, input.keyed, scales, input.scale_min, input.scale_max};
  quality.even_odd = even_odd_consistency(sheet, cutoffs.even_odd_traits);
  quality.resampled_reliability = resampled_reliability(sheet, cutoffs.even_odd_traits);
  compare(input, cutoffs, quality);
  return scales.names.size();
}

careless_signs signs_of(const response_quality &quality, std::size_t n_scales, double answers_a_scale) {
  const bool is_weighed = quality.n_answered >= answers_a_scale * static_cast<double>(n_scales);
  return {is_weighed ? quality.resampled_reliability : missing, quality.synonym_consistency,
          std::isnan(quality.mahalanobis) ? missing : distance_deviate(quality.mahalanobis, quality.n_answered),
          quality.person_fit_lz};
}

// Comparisons with a missing value are false: what was not evaluated raises no flag.
void raise_flags(const quality_input &input, const quality_cutoffs &cutoffs, response_quality &quality) {
  const auto raise_if = [&](bool condition, quality_flag flag) {
    if (condition) quality.flags.push_back(flag);
    return condition;
  };
  const double scale_width = static_cast<double>(input.scale_max) - input.scale_min;
  const bool speeding =
      raise_if(exceeds(quality.fast_share, cutoffs.fast_share) || falls_below(quality.median_ms, cutoffs.median_ms),
               quality_flag::speeding);
  const bool longstring = raise_if(
      quality.longstring >= cutoffs.longstring || quality.longstring >= cutoffs.longstring_share * quality.n_items,
      quality_flag::longstring);
  const bool cycling =
      raise_if(quality.longest_cycle > quality.longstring &&
                   quality.longest_cycle >= (scale_width == 1 ? cutoffs.cycle_of_2_points : cutoffs.cycle),
               quality_flag::cycling);
  raise_if(exceeds(quality.extreme_share, cutoffs.extreme_share), quality_flag::extreme);
  raise_if(falls_below(quality.irv, cutoffs.irv_of_5_points * scale_width / 4), quality_flag::low_variability);
  const int inconsistent =
      raise_if(falls_below(quality.even_odd, cutoffs.even_odd), quality_flag::inconsistent) +
      raise_if(falls_below(quality.resampled_reliability, cutoffs.resampled_reliability), quality_flag::unstable) +
      raise_if(falls_below(quality.synonym_consistency, cutoffs.synonym_consistency), quality_flag::synonyms);
  raise_if(exceeds(quality.mahalanobis, quality.mahalanobis_cutoff), quality_flag::outlier);
  raise_if(falls_below(quality.person_fit_lz, input.is_forced_choice ? cutoffs.misfit_of_pairs : cutoffs.misfit),
           quality_flag::misfit);
  raise_if(falls_below(quality.completeness, cutoffs.completeness), quality_flag::incomplete);
  const int n_signs = static_cast<int>(quality.flags.size()) - std::max(0, inconsistent - 1);
  quality.reliable = !(n_signs >= cutoffs.unreliable_flags || speeding || longstring || cycling);
}

}  // namespace

std::string_view flag_name(quality_flag flag) {
  constexpr std::string_view names[] = {"SPEEDING",        "LONGSTRING",   "CYCLING",   "EXTREME",
                                        "LOW_VARIABILITY", "INCONSISTENT", "UNSTABLE",  "SYNONYMS",
                                        "OUTLIER",         "MISFIT",       "INCOMPLETE"};
  return names[static_cast<std::size_t>(flag)];
}

response_quality assess_response_quality(const quality_input &input, const quality_cutoffs &cutoffs,
                                         const careless_model &model) {
  const bool is_ability_test = input.keyed.empty();
  if (is_ability_test)
    check_ability_test(input);
  else
    check_likert(input.given, input.keyed, input.traits, input.scale_min, input.scale_max);
  check_times(input.times, input.given.size);
  if (!is_ability_test && input.population != nullptr)
    check_length("population means", input.given.size, input.population->mean().size());

  response_quality quality;
  quality.n_items = static_cast<int>(input.given.size);
  quality.n_answered = count_answered(input.given);
  quality.completeness = static_cast<double>(quality.n_answered) / quality.n_items;
  quality.longstring = longest_run(input.given);
  quality.longest_cycle = longest_cycle(input.given);
  quality.person_fit_lz = input.person_fit_lz;
  evaluate_times(input.times, cutoffs.fast_ms, quality);
  std::size_t n_scales = 0;
  if (!is_ability_test) n_scales = evaluate_ratings(input, cutoffs, quality);
  raise_flags(input, cutoffs, quality);
  const careless_verdict verdict = judge_carelessness(signs_of(quality, n_scales, cutoffs.answers_a_scale), model);
  quality.careless_probability = verdict.probability;
  quality.reliable = quality.reliable && !verdict.careless;
  return quality;
}

}  // namespace harmony::psychometrics
