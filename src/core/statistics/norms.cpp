#include "core/statistics/norms.hpp"
#include "core/base/score.hpp"
#include "core/base/sort_polling.hpp"

#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

constexpr std::size_t percentiles = 99;

void check_sd(double sd) {
  check_value(sd, "sd");
  if (sd < 0.0) throw error(sqlstate::invalid_parameter_value, "sd must not be negative");
}

double in_range(double value) {
  if (std::isinf(value)) throw error(sqlstate::numeric_value_out_of_range, "score is out of range");
  return value;
}

// z, infinite where it is out of range.
double z_of(double score, double mean, double sd) {
  check_value(score, "score");
  check_value(mean, "mean");
  check_sd(sd);
  return sd > 0.0 ? (score - mean) / sd : missing;
}

// ⌊2 z + shift⌋ within 1 … most; 0 where z is missing.
int half_sd_steps(double score, double mean, double sd, double shift, double most) {
  const double z = z_of(score, mean, sd);
  return std::isnan(z) ? 0 : static_cast<int>(std::clamp(std::floor(2.0 * z + shift), 1.0, most));
}

}  // namespace

norms_result norms(sample &scores) {
  sort_polling(scores.values);
  const std::vector<double> &x = scores.values;
  moments all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i % 65536 == 0) poll_interrupt();
    all.add(x[i]);
  }
  norms_result r;
  r.n = all.n;
  r.mean = static_cast<double>(all.mean());
  r.sd = all.sd();
  for (std::size_t p = 1; p <= percentiles; ++p) {
    const std::size_t position = (x.size() - 1) * p, k = position / 100;
    const double share = static_cast<double>(position % 100) / 100.0;
    r.quantiles.push_back(share > 0.0 ? x[k] + share * (x[k + 1] - x[k]) : x[k]);
  }
  return r;
}

double z_score(double score, double mean, double sd) { return in_range(z_of(score, mean, sd)); }

double t_score(double score, double mean, double sd) { return in_range(50.0 + 10.0 * z_of(score, mean, sd)); }

int sten(double score, double mean, double sd) { return half_sd_steps(score, mean, sd, 6.0, 10.0); }

int stanine(double score, double mean, double sd) { return half_sd_steps(score, mean, sd, 5.5, 9.0); }

double norm_percentile(double score, span<double> quantiles) {
  check_value(score, "score");
  if (quantiles.size != percentiles)
    throw error(sqlstate::invalid_parameter_value, "quantiles must be the percentiles 1 to 99",
                "There are " + std::to_string(quantiles.size) + ".");
  for (std::size_t i = 0; i < percentiles; ++i) {
    check_value(quantiles[i], "quantile");
    if (i > 0 && quantiles[i] < quantiles[i - 1])
      throw error(sqlstate::invalid_parameter_value, "quantiles must be in ascending order");
  }
  const double *above = std::upper_bound(quantiles.begin(), quantiles.end(), score);
  const double *from = std::lower_bound(quantiles.begin(), quantiles.end(), score);
  const auto n_below = static_cast<double>(from - quantiles.begin());
  if (from != above) return 0.5 * (n_below + 1.0 + static_cast<double>(above - quantiles.begin()));
  if (from == quantiles.begin()) return 0.5;
  if (from == quantiles.end()) return 99.5;
  return n_below + (score - from[-1]) / (*from - from[-1]);
}

double sem(double sd, double reliability) {
  check_sd(sd);
  check_value(reliability, "reliability");
  if (reliability > 1.0) throw error(sqlstate::invalid_parameter_value, "reliability must not exceed 1");
  return sd * std::sqrt(1.0 - std::fmax(0.0, reliability));
}

namespace {

score_interval interval_at(double score, double sem, double level, double factor) {
  check_value(score, "score");
  check_value(sem, "sem");
  if (sem < 0.0) throw error(sqlstate::invalid_parameter_value, "sem must not be negative");
  if (!(level > 0.0 && level < 1.0)) throw error(sqlstate::invalid_parameter_value, "level must lie between 0 and 1");
  const double half = -normal_quantile((1.0 - level) / 2.0) * factor * sem;
  return {in_range(score - half), in_range(score + half)};
}

}  // namespace

score_interval interval_of_score(double score, double sem, double level) { return interval_at(score, sem, level, 1.0); }

score_interval interval_of_retest(double score, double sem, double level) {
  return interval_at(score, sem, level, std::sqrt(2.0));
}

}  // namespace harmony::statistics
