#include "core/statistics/anova.hpp"
#include "core/base/score.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <limits>

namespace harmony::statistics {

namespace {

// All figures NaN; those that the data determine are filled in.
anova_result unknown_result() {
  anova_result r;
  for (double *field :
       {&r.ss_between, &r.ss_within, &r.df_between, &r.df_within, &r.ms_between, &r.ms_within, &r.f, &r.p,
        &r.eta_squared, &r.omega_squared, &r.icc1, &r.icc2, &r.welch_f, &r.welch_df1, &r.welch_df2, &r.welch_p})
    *field = missing;
  return r;
}

void poll_at(std::size_t group) {
  if (group % 4096 == 0) poll_interrupt();
}

// The same sums in any order of the groups, down to the last bits of double-double.
double_double grand_mean(const grouped_moments &groups, std::int64_t n) {
  const double origin = groups.of(0).shift;
  double_double sum;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    poll_at(i);
    const moments &g = groups.of(i);
    sum += g.sum + two_diff(g.shift, origin) * static_cast<double>(g.n);
  }
  return double_double(origin) + sum / static_cast<double>(n);
}

double_double between(const grouped_moments &groups, double_double mean) {
  double_double ss;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    poll_at(i);
    const double_double d = groups.of(i).mean() - mean;
    ss += d * d * static_cast<double>(groups.of(i).n);
  }
  return ss;
}

double_double within(const grouped_moments &groups) {
  double_double ss;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    poll_at(i);
    ss += groups.of(i).deviations();
  }
  return ss;
}

// Differences of group means below the rounding noise, 2^-95 of the size and the spread of the values, count as zero.
bool vanishes(double_double ss_between, double_double ss_within, double_double mean, std::int64_t n) {
  constexpr double noise = 0x1p-95;
  const double apart = std::sqrt(ss_between.hi);
  const double scale = std::fabs(mean.hi) + std::sqrt(ss_within.hi) + apart;
  return apart <= noise * std::sqrt(static_cast<double>(n)) * scale;
}

void welch(const grouped_moments &groups, anova_result &r) {
  if (r.k < 2) return;
  const double origin = groups.of(0).shift;
  double_double weights, weighted;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    poll_at(i);
    const moments &g = groups.of(i);
    const double_double deviations = g.deviations();
    if (g.n < 2 || !(deviations.hi > 0)) return;
    const auto n = static_cast<double>(g.n);
    const double_double w = double_double(n) * (n - 1.0) / deviations;
    weights += w;
    weighted += w * (g.mean() - origin);
  }
  const double_double mean = weighted / weights;
  double_double numerator, spread;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const moments &g = groups.of(i);
    const auto n = static_cast<double>(g.n);
    const double_double w = double_double(n) * (n - 1.0) / g.deviations();
    const double_double d = g.mean() - origin - mean;
    const double_double rest = double_double(1.0) - w / weights;
    numerator += w * d * d;
    spread += rest * rest / (n - 1.0);
  }
  const auto k = static_cast<double>(r.k);
  const double lambda = static_cast<double>(spread) / (k * k - 1.0);
  r.welch_df1 = k - 1.0;
  r.welch_df2 = 1.0 / (3.0 * lambda);
  r.welch_f = static_cast<double>(numerator) / (k - 1.0) / (1.0 + 2.0 * (k - 2.0) * lambda);
  if (!std::isfinite(r.welch_f) || !std::isfinite(r.welch_df2)) {
    r.welch_f = r.welch_df1 = r.welch_df2 = missing;
    return;
  }
  r.welch_p = f_upper(r.welch_f, r.welch_df1, r.welch_df2);
}

void test(double_double ssb, double_double ssw, anova_result &r) {
  const double_double msb = ssb / r.df_between, msw = ssw / r.df_within;
  const double_double total = ssb + ssw;
  r.ms_between = static_cast<double>(msb);
  r.ms_within = static_cast<double>(msw);
  if (!(total.hi > 0)) return;
  r.f = msw.hi > 0 ? static_cast<double>(msb / msw) : std::numeric_limits<double>::infinity();
  r.p = f_upper(r.f, r.df_between, r.df_within);
  r.omega_squared = static_cast<double>((ssb - msw * r.df_between) / (total + msw));
  const double_double size = double_double(static_cast<double>(r.n)) / static_cast<double>(r.k);
  r.icc1 = static_cast<double>((msb - msw) / (msb + (size - 1.0) * msw));
  if (msb.hi > 0) r.icc2 = static_cast<double>((msb - msw) / msb);
}

}  // namespace

anova_result anova(const grouped_moments &groups) {
  anova_result r = unknown_result();
  r.k = static_cast<std::int64_t>(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) r.n += groups.of(i).n;
  if (r.n == 0) return r;
  const double_double mean = grand_mean(groups, r.n);
  double_double ssb = between(groups, mean);
  const double_double ssw = within(groups);
  if (!is_finite(ssb) || !is_finite(ssw))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  if (vanishes(ssb, ssw, mean, r.n)) ssb = 0.0;
  r.ss_between = static_cast<double>(ssb);
  r.ss_within = static_cast<double>(ssw);
  r.df_between = static_cast<double>(r.k - 1);
  r.df_within = static_cast<double>(r.n - r.k);
  if (r.k > 1 && (ssb + ssw).hi > 0) r.eta_squared = static_cast<double>(ssb / (ssb + ssw));
  if (r.k > 1) r.ms_between = r.ss_between / r.df_between;
  if (r.n > r.k) r.ms_within = r.ss_within / r.df_within;
  if (r.k > 1 && r.n > r.k) test(ssb, ssw, r);
  welch(groups, r);
  return r;
}

}  // namespace harmony::statistics
