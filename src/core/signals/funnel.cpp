#include "core/signals/funnel.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/scale.hpp"
#include "core/statistics/binomial.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/multiple_testing.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::signals {

namespace {

using statistics::check_value;

constexpr double pi = 3.14159265358979323846;
constexpr double z_95 = 1.95996398454005424, z_998 = 3.09023230616781355;  // normal quantiles at .975 and .999

// The scale on which the variance does not depend on the value, and back.
struct stable_scale {
  funnel_kind kind;

  double of(double value) const {
    return kind == funnel_kind::proportion ? std::asin(std::sqrt(value)) : std::sqrt(value);
  }
  double back(double y) const {
    if (kind == funnel_kind::ratio) return check_range(std::pow(std::fmax(0.0, y), 2), "a limit");
    return std::pow(std::sin(std::clamp(y, 0.0, pi / 2.0)), 2);
  }
};

// The sites that have a value, on the stable scale.
struct funnel_sites {
  std::vector<std::size_t> places;
  std::vector<double> values, y, s, z;
  double target = missing;  // on the scale of the data

  std::size_t size() const { return places.size(); }
  double theta(funnel_kind kind) const { return stable_scale{kind}.of(target); }
};

void check_part(double value, const char *name) {
  check_value(value, name);
  if (value < 0.0) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must not be negative");
}

void check_site(funnel_kind kind, double observed, double size) {
  if (size == 0.0 && observed > 0.0)
    throw error(sqlstate::invalid_parameter_value, "size must be greater than 0 where observed is");
  if (kind == funnel_kind::proportion && observed > size)
    throw error(sqlstate::invalid_parameter_value, "observed must not exceed size in a funnel of proportions");
}

funnel_sites read_sites(funnel_kind kind, nullable_span<double> observed, nullable_span<double> sizes,
                        const funnel_options &options) {
  funnel_sites sites;
  exact_sum total, total_size;
  for (std::size_t i = 0; i < observed.size; ++i) {
    if (i % poll_every == 0) poll_interrupt();
    if (!observed.is_missing(i)) check_part(observed.values[i], "observed");
    if (!sizes.is_missing(i)) check_part(sizes.values[i], "size");
    if (observed.is_missing(i) || sizes.is_missing(i)) continue;
    check_site(kind, observed.values[i], sizes.values[i]);
    if (sizes.values[i] == 0.0) continue;
    sites.places.push_back(i);
    sites.values.push_back(check_range(observed.values[i] / sizes.values[i], "value"));
    sites.y.push_back(stable_scale{kind}.of(sites.values.back()));
    sites.s.push_back(0.5 / std::sqrt(sizes.values[i]));
    total.add(observed.values[i]);
    total_size.add(sizes.values[i]);
  }
  sites.target = options.target;
  if (!std::isnan(sites.target)) return sites;
  if (kind == funnel_kind::ratio)
    sites.target = 1.0;
  else if (sites.size() > 0)
    sites.target = check_range(total.total() / total_size.total(), "target");
  return sites;
}

// Hyndman and Fan's type 7.
double quantile_of(const std::vector<double> &sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto k = static_cast<std::size_t>(place);
  if (k + 1 >= sorted.size()) return sorted.back();
  return sorted[k] + (place - static_cast<double>(k)) * (sorted[k + 1] - sorted[k]);
}

double phi_of(const std::vector<double> &z, double winsorise) {
  std::vector<double> sorted = z;
  sort_polling(sorted);
  const double low = quantile_of(sorted, winsorise), high = quantile_of(sorted, 1.0 - winsorise);
  exact_sum sum;
  for (const double x : z) {
    const double held = std::clamp(x, low, high);
    sum.add(held * held);
  }
  return sum.total() / static_cast<double>(z.size());
}

// Variance between sites by the method of moments (DerSimonian and Laird 1986).
double tau2_of(const std::vector<double> &s, double phi) {
  const auto n = static_cast<double>(s.size());
  if (s.size() < 2 || !(n * phi > n - 1.0)) return 0.0;
  // Weights 1/s² relative to the largest, so that their squares stay in range.
  const double least = *std::min_element(s.begin(), s.end());
  exact_sum sum, squares;
  for (const double x : s) {
    const double weight = std::pow(least / x, 2);
    sum.add(weight);
    squares.add(weight * weight);
  }
  const double rest = sum.total() - squares.total() / sum.total();
  return rest > 0.0 ? std::fmax(0.0, (n * phi - n + 1.0) / rest * (least * least)) : 0.0;
}

// The mean of y by the whole variance.
double mean_of(const funnel_sites &sites, double tau2) {
  const double least = *std::min_element(sites.s.begin(), sites.s.end());
  exact_sum sum, weights;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const double weight = (least * least + tau2) / (sites.s[i] * sites.s[i] + tau2);
    weights.add(weight);
    sum.add(weight * sites.y[i]);
  }
  return sum.total() / weights.total();
}

funnel_point point_of(funnel_kind kind, const funnel_sites &sites, std::size_t i, double tau2, double mean) {
  const stable_scale scale{kind};
  const double theta = sites.theta(kind), variance = sites.s[i] * sites.s[i], sd = std::sqrt(variance + tau2);
  funnel_point p;
  p.value = sites.values[i];
  p.z = sites.z[i];
  p.z_adjusted = (sites.y[i] - theta) / sd;
  p.lower_95 = scale.back(theta - z_95 * sd);
  p.upper_95 = scale.back(theta + z_95 * sd);
  p.lower_998 = scale.back(theta - z_998 * sd);
  p.upper_998 = scale.back(theta + z_998 * sd);
  p.p_value = std::fmin(1.0, 2.0 * statistics::normal_cdf(-std::fabs(p.z_adjusted)));
  p.reliability = tau2 / (tau2 + variance);
  p.shrunken = scale.back(mean + p.reliability * (sites.y[i] - mean));
  return p;
}

void check_target(funnel_kind kind, double target) {
  check_value(target, "target");
  if (kind == funnel_kind::proportion && !(target >= 0.0 && target <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "target must be between 0 and 1 in a funnel of proportions");
  if (kind == funnel_kind::ratio && !(target > 0.0))
    throw error(sqlstate::invalid_parameter_value, "target must be greater than 0 in a funnel of ratios");
}

// The limits with a tail of p below and above; the upper by the upper tail, since 1 - p would lose what is small.
std::array<double, 2> binomial_limits(double n, double target, double p) {
  using statistics::binomial_cdf, statistics::binomial_upper;
  if (target == 0.0 || target == 1.0) return {target, target};
  const double low = statistics::binomial_quantile(p, n, target);
  const double high = statistics::binomial_upper_quantile(p, n, target);
  const double at = binomial_cdf(low, n, target), above = binomial_upper(high, n, target);
  const double lower = low - (at - p) / (at - binomial_cdf(low - 1.0, n, target));
  const double upper = high - (p - above) / (binomial_upper(high - 1.0, n, target) - above);
  return {std::clamp(lower / n, 0.0, 1.0), std::clamp(upper / n, 0.0, 1.0)};
}

}  // namespace

funnel_kind funnel_kind_named(std::string_view name) {
  if (name == "proportion") return funnel_kind::proportion;
  if (name == "ratio") return funnel_kind::ratio;
  throw error(sqlstate::invalid_parameter_value, "unknown kind of funnel \"" + std::string(name) + "\"", "",
              "Known are proportion, ratio.");
}

void funnel_options::check(funnel_kind kind) const {
  if (!(winsorise >= 0.0 && winsorise < 0.5))
    throw error(sqlstate::invalid_parameter_value, "winsorise must be from 0 to below 0.5");
  if (!std::isnan(target)) check_target(kind, target);
}

funnel_result funnel(funnel_kind kind, nullable_span<double> observed, nullable_span<double> sizes,
                     const funnel_options &options) {
  options.check(kind);
  if (observed.size != sizes.size)
    throw error(sqlstate::invalid_parameter_value, "observed and size must have the same number of elements",
                "There are " + std::to_string(observed.size) + " and " + std::to_string(sizes.size) + ".");
  funnel_sites sites = read_sites(kind, observed, sizes, options);
  funnel_result out;
  out.points.resize(observed.size);
  out.target = sites.target;
  if (sites.size() == 0) return out;
  const double theta = sites.theta(kind);
  for (std::size_t i = 0; i < sites.size(); ++i) sites.z.push_back(check_range((sites.y[i] - theta) / sites.s[i], "z"));
  out.phi = check_range(phi_of(sites.z, options.winsorise), "phi");
  out.tau2 = options.overdispersion ? check_range(tau2_of(sites.s, out.phi), "tau2") : 0.0;
  const double mean = mean_of(sites, out.tau2);
  std::vector<double> p;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (i % 4096 == 0) poll_interrupt();
    out.points[sites.places[i]] = point_of(kind, sites, i, out.tau2, mean);
    p.push_back(out.points[sites.places[i]]->p_value);
  }
  const std::vector<double> q = statistics::fdr_bh(p);
  for (std::size_t i = 0; i < sites.size(); ++i) out.points[sites.places[i]]->q_value = q[i];
  return out;
}

std::array<double, 2> funnel_limits(funnel_kind kind, double size, double target, double p) {
  check_value(size, "size");
  if (size < 0.0) throw error(sqlstate::invalid_parameter_value, "size must not be negative");
  check_target(kind, target);
  if (!(p > 0.0 && p < 0.5)) throw error(sqlstate::invalid_parameter_value, "p must be between 0 and 0.5");
  if (size == 0.0) return {missing, missing};
  if (kind == funnel_kind::proportion) {
    if (std::floor(size) != size || size > 0x1p53)
      throw error(sqlstate::invalid_parameter_value, "size must be a whole number in a funnel of proportions");
    return binomial_limits(size, target, p);
  }
  const double twice = 2.0 * check_range(size * target, "size times target");
  if (!(twice > 0.0)) return {missing, missing};
  return {check_range(statistics::chi2_quantile(p, twice) / 2.0 / size, "a limit"),
          check_range(statistics::chi2_upper_quantile(p, twice + 2.0) / 2.0 / size, "a limit")};
}

}  // namespace harmony::signals
