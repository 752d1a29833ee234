#include "core/statistics/resampling.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/philox.hpp"
#include "core/base/sort_polling.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace harmony::statistics {

namespace {

using counts = std::vector<std::uint32_t>;

// Values in units of a power of two, so that the largest is 0.5 to 1, and from their mean on, where `is_centred`.
struct scaled_values {
  std::vector<double> value;
  double centre = 0;
  int exponent = 0;

  void scale(bool is_centred) {
    double largest = 0;
    for (const double x : value) largest = std::max(largest, std::fabs(x));
    if (largest > 0) std::frexp(largest, &exponent);
    for (double &x : value) x = std::ldexp(x, -exponent);
    if (!is_centred) return;
    for (const double x : value) centre += x / static_cast<double>(value.size());
    for (double &x : value) x -= centre;
  }
};

// A sample in order, and the statistic of draws from it, each given by how often it has which row.
class sample_of_rows {
 public:
  sample_of_rows(resampled statistic, const row_blocks &rows) : statistic_(statistic) {
    read(rows);
    x_.scale(statistic != resampled::median);
    if (statistic == resampled::correlation) y_.scale(true);
  }

  std::size_t size() const { return x_.value.size(); }
  bool is_constant() const { return x_.value.front() == x_.value.back(); }

  // Of a draw of n rows, in the units of the sample; NaN where it has none.
  double of(const counts &times, std::size_t n) const {
    switch (statistic_) {
      case resampled::median:
        return (at_rank(times, (n - 1) / 2) + at_rank(times, n / 2)) / 2;
      case resampled::trimmed_mean:
        return trimmed_mean(times, n);
      case resampled::sd:
        return n < 2 ? missing : std::sqrt(products(times, n, x_, x_) / static_cast<double>(n - 1));
      case resampled::correlation:
        return correlation(times, n);
      default:
        return mean(times, n, x_);
    }
  }

  // Of all rows but each one.
  std::vector<double> without_one() const {
    const std::size_t n = size();
    std::vector<double> made(n);
    const sums all = sums_of_all();
    counts times(n, 1);
    for (std::size_t i = 0; i < n; ++i) {
      if (i % 1024 == 0) poll_interrupt();
      made[i] = without(i, all, times);
    }
    return made;
  }

  // From the units of the sample: a value of the statistic, and a difference of two.
  double value(double in_units) const {
    const bool is_place = statistic_ != resampled::sd && statistic_ != resampled::correlation;
    return difference(in_units + (is_place ? x_.centre : 0));
  }
  double difference(double in_units) const {
    const double made = statistic_ == resampled::correlation ? in_units : std::ldexp(in_units, x_.exponent);
    if (std::isinf(made)) throw error(sqlstate::numeric_value_out_of_range, "statistic of the values is out of range");
    return made;
  }

 private:
  void read(const row_blocks &rows) {
    std::vector<std::pair<double, double>> all;
    all.reserve(static_cast<std::size_t>(rows.rows()));
    const bool is_pair = statistic_ == resampled::correlation;
    for (std::size_t b = 0; b < rows.blocks(); ++b)
      for (std::uint32_t i = 0; i < rows.rows_of(b); ++i)
        all.emplace_back(rows[b].column(0)[i], is_pair ? rows[b].column(1)[i] : 0);
    sort_polling(all);
    for (const auto &[x, y] : all) {
      x_.value.push_back(x);
      if (is_pair) y_.value.push_back(y);
    }
  }

  static double mean(const counts &times, std::size_t n, const scaled_values &of) {
    double sum = 0;
    for (std::size_t i = 0; i < times.size(); ++i) sum += times[i] * of.value[i];
    return sum / static_cast<double>(n);
  }
  // Sum of products of the deviations from the means.
  static double products(const counts &times, std::size_t n, const scaled_values &a, const scaled_values &b) {
    const double mean_a = mean(times, n, a), mean_b = mean(times, n, b);
    double sum = 0;
    for (std::size_t i = 0; i < times.size(); ++i) sum += times[i] * ((a.value[i] - mean_a) * (b.value[i] - mean_b));
    return sum;
  }
  static bool varies(const counts &times, const scaled_values &of) {
    const double *first = nullptr;
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (times[i] == 0) continue;
      if (first == nullptr) first = &of.value[i];
      if (of.value[i] != *first) return true;
    }
    return false;
  }
  double correlation(const counts &times, std::size_t n) const {
    if (!varies(times, x_) || !varies(times, y_)) return missing;
    const double within = products(times, n, x_, x_) * products(times, n, y_, y_);
    return within > 0 ? std::clamp(products(times, n, x_, y_) / std::sqrt(within), -1.0, 1.0) : missing;
  }
  double at_rank(const counts &times, std::size_t rank) const {
    std::size_t i = 0;
    for (std::size_t below = times[0]; below <= rank; below += times[i]) ++i;
    return x_.value[i];
  }
  double trimmed_mean(const counts &times, std::size_t n) const {
    const std::size_t cut = n / 5;
    double sum = 0;
    std::size_t below = 0;
    for (std::size_t i = 0; i < times.size(); below += times[i++]) {
      const std::size_t from = std::max(below, cut), to = std::min(below + times[i], n - cut);
      if (from < to) sum += static_cast<double>(to - from) * x_.value[i];
    }
    return sum / static_cast<double>(n - 2 * cut);
  }

  // Of all rows: deviations' products, and the sums of the values up to each.
  struct sums {
    double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
    std::vector<double> up_to = {0};
  };
  sums sums_of_all() const {
    sums made;
    const counts once(size(), 1);
    for (const double x : x_.value) made.up_to.push_back(made.up_to.back() + x);
    made.mean_x = mean(once, size(), x_);
    made.xx = products(once, size(), x_, x_);
    if (statistic_ != resampled::correlation) return made;
    made.mean_y = mean(once, size(), y_);
    made.yy = products(once, size(), y_, y_);
    made.xy = products(once, size(), x_, y_);
    return made;
  }
  // The statistic without row i; `times` is all 1.
  double without(std::size_t i, const sums &all, counts &times) const {
    const std::size_t n = size(), left = n - 1;
    const double share = static_cast<double>(n) / static_cast<double>(left);
    switch (statistic_) {
      case resampled::median: {
        const auto at = [&](std::size_t rank) { return x_.value[rank < i ? rank : rank + 1]; };
        return (at((left - 1) / 2) + at(left / 2)) / 2;
      }
      case resampled::trimmed_mean: {
        const std::size_t from = left / 5, to = left - from;  // ranks among those that are left
        const double sum = all.up_to[to + (i < to ? 1 : 0)] - all.up_to[from + (i < from ? 1 : 0)];
        return (sum - (i >= from && i < to ? x_.value[i] : 0)) / static_cast<double>(to - from);
      }
      case resampled::mean:
        return (all.up_to[n] - x_.value[i]) / static_cast<double>(left);
      default:
        break;
    }
    constexpr double most_lost = 1e-3;  // where one row has nearly all, what is left is summed anew
    const bool is_pair = statistic_ == resampled::correlation;
    const double x = x_.value[i] - all.mean_x, xx = all.xx - x * x * share;
    const double y = is_pair ? y_.value[i] - all.mean_y : 0, yy = all.yy - y * y * share;
    if (xx > most_lost * all.xx && (!is_pair || yy > most_lost * all.yy))
      return is_pair ? std::clamp((all.xy - x * y * share) / std::sqrt(xx * yy), -1.0, 1.0)
                     : std::sqrt(xx / static_cast<double>(left - 1));
    times[i] = 0;
    const double made = of(times, left);
    times[i] = 1;
    return made;
  }

  resampled statistic_;
  scaled_values x_, y_;
};

// Draw b of n rows: how often it has which.
void draw(std::uint32_t b, philox_key key, counts &times) {
  const std::size_t n = times.size();
  std::fill(times.begin(), times.end(), 0U);
  philox_counter words{};
  for (std::size_t i = 0; i < n; ++i) {
    if (i % 4 == 0) words = philox({static_cast<std::uint32_t>(i / 4), b, 0, 0}, key);
    if (i % poll_every == 0) poll_interrupt();
    ++times[static_cast<std::size_t>((std::uint64_t{words[i % 4]} * n) >> 32U)];
  }
}

// Type 7 of Hyndman and Fan, of sorted values.
double quantile(const std::vector<double> &sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(place);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

// Skewness of the statistic without one row each, by 6; 0 where it is the same without any, NaN where it has none.
double acceleration(const sample_of_rows &sample) {
  const std::size_t n = sample.size();
  if (n < 2) return missing;
  if (sample.is_constant()) return 0;
  const std::vector<double> without = sample.without_one();
  double mean = 0, squares = 0, cubes = 0;
  for (const double t : without) mean += t / static_cast<double>(n);
  double largest = 0;
  for (const double t : without) largest = std::max(largest, std::fabs(mean - t));
  if (std::isnan(mean)) return missing;
  constexpr double rounding = 1e-14;
  if (largest < rounding) return 0;
  for (const double t : without) {
    const double d = (mean - t) / largest;
    squares += d * d;
    cubes += d * d * d;
  }
  return cubes / (6 * squares * std::sqrt(squares));
}

constexpr double tail = 0.025;

void add_bca(const sample_of_rows &sample, const std::vector<double> &sorted, double estimate, bootstrap_result &made) {
  constexpr double rounding = 1e-13;  // in units of the sample's largest value
  const auto first = std::lower_bound(sorted.begin(), sorted.end(), estimate - rounding);
  const auto last = std::upper_bound(first, sorted.end(), estimate + rounding);
  const double below = static_cast<double>(first - sorted.begin()) + static_cast<double>(last - first) / 2;
  const double share = below / static_cast<double>(sorted.size());
  const double a = acceleration(sample);
  if (std::isnan(a) || share <= 0 || share >= 1) return;
  const double z0 = normal_quantile(share);
  const auto limit = [&](double z) {
    const double shrink = 1 - a * (z0 + z);
    return shrink > 0 ? sample.value(quantile(sorted, normal_cdf(z0 + (z0 + z) / shrink))) : missing;
  };
  made.bca_low = limit(normal_quantile(tail));
  made.bca_high = limit(-normal_quantile(tail));
}

}  // namespace

resampled resampled_by_name(std::string_view name) {
  if (name == "mean") return resampled::mean;
  if (name == "median") return resampled::median;
  if (name == "sd") return resampled::sd;
  if (name == "trimmed_mean") return resampled::trimmed_mean;
  throw error(sqlstate::invalid_parameter_value, "unknown statistic \"" + std::string(name) + "\"", "",
              "It is mean, median, sd or trimmed_mean.");
}

void check_draws(std::int32_t draws) {
  if (draws < 1 || draws > 1000000)
    throw error(sqlstate::invalid_parameter_value, "draws must be from 1 to 1000000",
                "It is " + std::to_string(draws) + ".");
}

bootstrap_result bootstrap(resampled statistic, const row_blocks &rows, std::int64_t seed, std::int32_t draws) {
  check_draws(draws);
  const sample_of_rows sample(statistic, rows);
  const std::size_t n = sample.size();
  bootstrap_result made;
  made.n = static_cast<std::int64_t>(n);
  if (n == 0) return made;
  counts times(n, 1);
  const double estimate = sample.of(times, n);
  if (std::isnan(estimate)) return made;
  made.estimate = sample.value(estimate);
  const auto bits = static_cast<std::uint64_t>(seed);
  const philox_key key{static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32U)};
  std::vector<double> drawn;
  for (std::int32_t b = 0; b < draws; ++b) {
    draw(static_cast<std::uint32_t>(b), key, times);
    const double value = sample.of(times, n);
    if (!std::isnan(value)) drawn.push_back(value);
  }
  made.draws = static_cast<std::int32_t>(drawn.size());
  if (drawn.empty()) return made;
  double bias = 0, squares = 0;
  for (const double t : drawn) bias += (t - estimate) / static_cast<double>(drawn.size());
  for (const double t : drawn) squares += (t - estimate - bias) * (t - estimate - bias);
  made.bias = sample.difference(bias);
  if (drawn.size() > 1) made.std_error = sample.difference(std::sqrt(squares / static_cast<double>(drawn.size() - 1)));
  sort_polling(drawn);
  made.percentile_low = sample.value(quantile(drawn, tail));
  made.percentile_high = sample.value(quantile(drawn, 1 - tail));
  add_bca(sample, drawn, estimate, made);
  return made;
}

}  // namespace harmony::statistics
