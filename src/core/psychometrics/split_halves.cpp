#include "core/psychometrics/split_halves.hpp"

#include "core/base/rounding.hpp"
#include "core/base/score.hpp"
#include "core/psychometrics/paired_sums.hpp"
#include "core/psychometrics/recent.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::psychometrics {

namespace {

/// An answer in the direction of its scale, from 0.
std::int32_t points(const keyed_sheet &sheet, std::size_t i) {
  return sheet.keyed[i] > 0 ? sheet.given.values[i] - sheet.scale_min : sheet.scale_max - sheet.given.values[i];
}

/// 2r/(1 + r) with r = cov/root, at least −1.
double stepped_up(double covariance, double root) {
  return 3.0 * covariance <= -root ? -1.0 : std::min(2.0 * covariance / (root + covariance), 1.0);
}

// ---- even and odd positions ----

/// One scale split by position: [0] = first, third, ...; [1] = second, fourth, ...
struct scale_halves {
  std::int64_t n_items = 0;
  std::int64_t sum[2] = {0, 0};
  std::int64_t n[2] = {0, 0};

  bool both_answered() const { return n[0] > 0 && n[1] > 0; }
};

std::vector<scale_halves> split_by_position(const keyed_sheet &sheet) {
  std::vector<scale_halves> scales(sheet.scales.names.size());
  for (std::size_t i = 0; i < sheet.given.size; ++i) {
    poll_at_step(i);
    scale_halves &scale = scales[sheet.scales.of_item[i]];
    const auto half = static_cast<std::size_t>(scale.n_items % 2);
    scale.n_items += 1;
    if (sheet.given.is_missing(i)) continue;
    scale.sum[half] += points(sheet, i);
    scale.n[half] += 1;
  }
  return scales;
}

/// What all averages are whole multiples of the inverse of; 0 where sums of their products would not be exact.
std::int64_t common_denominator(const std::vector<scale_halves> &scales, std::int64_t width) {
  constexpr std::int64_t exact_below = std::int64_t{1} << 26;  // its square is a whole number that doubles hold
  std::int64_t denominator = 1;
  for (const scale_halves &scale : scales)
    for (const std::int64_t n : scale.n) {
      if (n > 0) denominator = std::lcm(denominator, n);
      if (denominator * width > exact_below / static_cast<std::int64_t>(scales.size())) return 0;
    }
  return denominator;
}

double exact_consistency(const paired_sums &sum) {
  const auto xx = static_cast<std::int64_t>(sum.x_spread());
  const auto yy = static_cast<std::int64_t>(sum.y_spread());
  if (xx == 0 || yy == 0) return missing;
  // √(xx yy) without the factor that both have: a whole root comes out whole.
  const std::int64_t common = std::gcd(xx, yy);
  const double root =
      static_cast<double>(common) * std::sqrt(static_cast<double>(xx / common) * static_cast<double>(yy / common));
  return stepped_up(sum.shared(), root);
}

/// Of averages that have no common denominator. Everything is taken relative to the first pair, so that a side whose
/// values are all equal has a variance of exactly zero.
double rounded_consistency(const std::vector<double> &x, const std::vector<double> &y) {
  const auto n = static_cast<double>(x.size());
  double x_mean = 0, y_mean = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    x_mean += (x[i] - x[0]) / n;
    y_mean += (y[i] - y[0]) / n;
  }
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double dx = x[i] - x[0] - x_mean, dy = y[i] - y[0] - y_mean;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx == 0 || yy == 0 ? missing : stepped_up(xy, std::sqrt(xx) * std::sqrt(yy));
}

// ---- divisions at random ----

/// Sebastiano Vigna's SplitMix64 (2015): small, the same on every machine.
class split_mix {
 public:
  /// A whole number from 0 to n − 1.
  std::uint32_t below(std::uint32_t n) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return static_cast<std::uint32_t>(((z >> 32) * n) >> 32);
  }

 private:
  std::uint64_t state_ = 20160;  // the seed
};

constexpr auto n_splits = static_cast<std::size_t>(n_random_splits);
using split_counts = std::int32_t[n_splits];

/// Which items are in the first half of which division.
struct split_plan {
  std::vector<std::uint32_t> of_item;
  std::vector<std::int32_t> in_first;  // by item and division: −1 in the first half, else 0, as masks
};

split_plan draw_plan(const trait_index &scales) {
  split_plan plan;
  plan.of_item = scales.of_item;
  plan.in_first.assign(plan.of_item.size() * n_splits, 0);
  std::vector<std::vector<std::uint32_t>> items(scales.names.size());
  for (std::size_t i = 0; i < plan.of_item.size(); ++i) items[plan.of_item[i]].push_back(static_cast<std::uint32_t>(i));
  split_mix random;
  for (std::size_t split = 0; split < n_splits; ++split) {
    poll_interrupt();
    for (std::vector<std::uint32_t> &scale : items) {
      const auto size = static_cast<std::uint32_t>(scale.size());
      for (std::uint32_t k = 0; k < size / 2; ++k) {
        std::swap(scale[k], scale[k + random.below(size - k)]);
        plan.in_first[scale[k] * n_splits + split] = -1;
      }
    }
  }
  return plan;
}

/// The divisions of these scales. Drawing them takes longer than using them, and sheets come from few instruments.
std::shared_ptr<const split_plan> plan_of(const trait_index &scales) {
  constexpr std::size_t most_items = 1000;  // 400 bytes an item
  static thread_local recent<split_plan, 16> plans;
  if (auto plan = plans.find([&](const split_plan &kept) { return kept.of_item == scales.of_item; })) return plan;
  const auto drawn = std::make_shared<const split_plan>(draw_plan(scales));
  if (scales.of_item.size() <= most_items) plans.keep(drawn);
  return drawn;
}

/// One scale of a sheet in all divisions: the sum of the answers of the first half, and of both.
struct scale_splits {
  split_counts sum = {};
  std::int32_t whole_sum = 0, n_answered = 0;

  void add(const std::int32_t *__restrict in_first, std::int32_t value) {
    for (std::size_t s = 0; s < n_splits; ++s) sum[s] += in_first[s] & value;
    whole_sum += value;
    n_answered += 1;
  }
};

/// How many of the items of one scale that were not answered are in the first half of each division.
struct scale_gaps {
  split_counts n = {};

  void add(const std::int32_t *__restrict in_first) {
    for (std::size_t s = 0; s < n_splits; ++s) n[s] -= in_first[s];
  }
};

/// The moments of all divisions, of half averages relative to `centre`. A scale counts where both halves are answered.
struct split_moments {
  double n[n_splits] = {}, x[n_splits] = {}, y[n_splits] = {};
  double xx[n_splits] = {}, yy[n_splits] = {}, xy[n_splits] = {};

  void add(std::size_t s, double a, double b) {
    x[s] += a;
    y[s] += b;
    xx[s] += a * a;
    yy[s] += b * b;
    xy[s] += a * b;
  }

  /// A scale of which all is answered: the halves have the same size in every division.
  void add(const scale_splits &scale, double centre) {
    const std::int32_t n_first = scale.n_answered / 2, n_second = scale.n_answered - n_first;
    if (n_first == 0) return;
    const double first_share = 1.0 / n_first, second_share = 1.0 / n_second;
    for (std::size_t s = 0; s < n_splits; ++s)
      add(s, scale.sum[s] * first_share - centre, (scale.whole_sum - scale.sum[s]) * second_share - centre);
    for (double &count : n) count += 1.0;
  }

  void add(const scale_splits &scale, const scale_gaps &gaps, std::int32_t n_items, double centre) {
    for (std::size_t s = 0; s < n_splits; ++s) {
      const std::int32_t n_first = n_items / 2 - gaps.n[s], n_second = scale.n_answered - n_first;
      if (n_first == 0 || n_second == 0) continue;
      add(s, static_cast<double>(scale.sum[s]) / n_first - centre,
          static_cast<double>(scale.whole_sum - scale.sum[s]) / n_second - centre);
      n[s] += 1.0;
    }
  }
};

double mean_consistency(const split_moments &of, double min_scales, double width) {
  const double no_variance = 1e-12 * width * width;  // above the noise of the averages, below what they differ by
  double sum = 0;
  int n_judged = 0;
  for (std::size_t s = 0; s < n_splits; ++s) {
    const double xx = of.n[s] * of.xx[s] - of.x[s] * of.x[s], yy = of.n[s] * of.yy[s] - of.y[s] * of.y[s];
    if (of.n[s] < min_scales || !(xx > no_variance && yy > no_variance)) continue;
    sum += stepped_up(of.n[s] * of.xy[s] - of.x[s] * of.y[s], std::sqrt(xx * yy));
    n_judged += 1;
  }
  return 2 * n_judged < n_random_splits ? missing : without_noise(sum / n_judged);
}

}  // namespace

double even_odd_consistency(const keyed_sheet &sheet, double min_scales) {
  std::vector<scale_halves> scales = split_by_position(sheet);
  scales.erase(std::remove_if(scales.begin(), scales.end(), [](const auto &scale) { return !scale.both_answered(); }),
               scales.end());
  if (scales.empty() || static_cast<double>(scales.size()) < min_scales) return missing;
  const std::int64_t denominator = common_denominator(scales, std::int64_t{sheet.scale_max} - sheet.scale_min);
  if (denominator > 0) {
    paired_sums sum;
    for (const scale_halves &scale : scales)
      sum.add(static_cast<double>(scale.sum[0] * (denominator / scale.n[0])),
              static_cast<double>(scale.sum[1] * (denominator / scale.n[1])));
    return exact_consistency(sum);
  }
  std::vector<double> odd, even;
  for (const scale_halves &scale : scales) {
    odd.push_back(static_cast<double>(scale.sum[0]) / static_cast<double>(scale.n[0]));
    even.push_back(static_cast<double>(scale.sum[1]) / static_cast<double>(scale.n[1]));
  }
  return rounded_consistency(odd, even);
}

double resampled_reliability(const keyed_sheet &sheet, double min_scales) {
  const bool too_few_scales = static_cast<double>(sheet.scales.names.size()) < min_scales;
  if (too_few_scales || sheet.given.size > most_items_to_split) return missing;
  const auto plan = plan_of(sheet.scales);
  std::vector<scale_splits> scales(sheet.scales.names.size());
  std::vector<scale_gaps> gaps;
  std::vector<std::int32_t> n_items(scales.size(), 0);
  double sum = 0, n_answered = 0;
  for (std::size_t i = 0; i < sheet.given.size; ++i) {
    poll_at_step(i);
    const std::size_t scale = plan->of_item[i];
    n_items[scale] += 1;
    if (sheet.given.is_missing(i)) {
      gaps.resize(scales.size());
      gaps[scale].add(&plan->in_first[i * n_splits]);
      continue;
    }
    const std::int32_t value = points(sheet, i);
    scales[scale].add(&plan->in_first[i * n_splits], value);
    sum += value;
    n_answered += 1;
  }
  if (n_answered == 0) return missing;
  split_moments of_splits;
  for (std::size_t k = 0; k < scales.size(); ++k)
    if (scales[k].n_answered == n_items[k])
      of_splits.add(scales[k], sum / n_answered);
    else
      of_splits.add(scales[k], gaps[k], n_items[k], sum / n_answered);
  return mean_consistency(of_splits, min_scales, static_cast<double>(sheet.scale_max) - sheet.scale_min);
}

}  // namespace harmony::psychometrics
