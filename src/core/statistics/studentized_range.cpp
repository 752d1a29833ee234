#include "core/statistics/studentized_range.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double grid_low = -9.0, grid_high = 36.0;  // φ beyond is below 1e-280; what lies below is negligible

double phi_below(double z) { return 0.5 * std::erfc(-z * M_SQRT1_2); }

void check(double q, double df) {
  if (std::isnan(q)) throw error(sqlstate::invalid_parameter_value, "q is NaN");
  if (!(df >= 1.0)) throw error(sqlstate::invalid_parameter_value, "df must be at least 1");
}

}  // namespace

studentized_range::studentized_range(int k) : k_(k) {
  if (k < 2 || k > 100000)
    throw error(sqlstate::invalid_parameter_value, "number of groups must be between 2 and 100000");
  // The largest of k normal values has a width of about 1/√(2 ln k).
  step_ = std::min(0.2, 0.3 / std::sqrt(2.0 * std::log(k)));
  const auto n = static_cast<std::size_t>((grid_high - grid_low) / step_) + 1;
  for (std::size_t i = 0; i < n; ++i) {
    const double z = grid_low + step_ * static_cast<double>(i);
    z_.push_back(z);
    density_.push_back(k * step_ * std::exp(-0.5 * z * z) / std::sqrt(2.0 * M_PI));
    below_.push_back(phi_below(z));
    power_.push_back(std::exp((k - 1) * std::log1p(-phi_below(-z))));
  }
}

double studentized_range::range_upper(double w) const {
  if (!(w > 0.0)) return 1.0;
  // Φ(z − w) φ(z) lies around z = w/2, and further up only where Φ(z − w) is near 1.
  const double low = std::max(grid_low, std::min(w / 2 - 9.0, grid_high));
  const double high = std::min(grid_high, std::max(9.0, w / 2 + 9.0));
  const auto first = static_cast<std::size_t>((low - grid_low) / step_);
  const auto last = std::min(z_.size() - 1, static_cast<std::size_t>((high - grid_low) / step_) + 1);
  double sum = 0.0;
  for (std::size_t i = first; i <= last; ++i) {
    const double share = phi_below(z_[i] - w) / below_[i];
    sum -= density_[i] * power_[i] * std::expm1((k_ - 1) * std::log1p(-share));
  }
  return std::min(1.0, sum);
}

double studentized_range::upper(double q, double df) const {
  check(q, df);
  if (q <= 0.0) return 1.0;
  if (std::isinf(q)) return 0.0;
  if (k_ == 2) return std::isinf(df) ? 2.0 * phi_below(-q * M_SQRT1_2) : student_t_two_sided(q * M_SQRT1_2, df);
  if (df > 1e10) return range_upper(q);  // s deviates from 1 by less than 1e-5, its square enters the result

  // Density of t = log s but for its constant: exp(df (t − (e^2t − 1)/2)), with its mode at 0. The sum of the densities
  // over the same nodes is the constant. The step follows the narrower of t's own width, 1/√(2 df), and that of log w
  // in U(w), about 0.45/ln k.
  const double narrowness = std::sqrt(2.0 * df + std::log(k_) * std::log(k_) / (0.45 * 0.45));
  const double step = std::min(0.11, 0.7 / narrowness);
  constexpr double nothing = 1e-17;
  double sum = 0.0, total = 0.0;
  for (const int direction : {-1, 1}) {
    for (int i = direction < 0 ? 0 : 1;; ++i) {
      const double t = direction * step * i;
      const double density = std::exp(df * (t - 0.5 * std::expm1(2.0 * t)));
      const double term = density * range_upper(q * std::exp(t));
      total += density;
      sum += term;
      // Below the mode U may still rise to 1, above it the term falls with the density.
      const bool vanished = direction < 0 ? density < nothing * sum && density < nothing * total * df
                                          : density < nothing * total && term <= nothing * sum;
      if (vanished || density == 0.0) break;
    }
    poll_interrupt();
  }
  return std::min(1.0, sum / total);
}

double studentized_range::upper_quantile(double p, double df) const {
  if (!(p >= 0.0 && p <= 1.0)) throw error(sqlstate::invalid_parameter_value, "probability must lie between 0 and 1");
  check(0.0, df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? infinity : 0.0;
  if (k_ == 2) {
    const double t = std::isinf(df) ? normal_quantile(p / 2) : student_t_quantile(p / 2, df);
    return -t * M_SQRT2;
  }
  // Where the tail is small its logarithm is nearly straight, where it is large the other side's is.
  const bool by_upper = p < 0.5;
  const auto miss = [&](double q) {
    return by_upper ? std::log(upper(q, df)) - std::log(p) : std::log1p(-p) - std::log(cdf(q, df));
  };
  // The power of two next above it, in steps that grow and then shrink: with few degrees of freedom it may be far away.
  constexpr int most = 996;
  int below = 0, above = 2;
  for (int step = 1; miss(std::ldexp(1.0, above)) > 0.0; step *= 2) {
    if (above == most) throw error(sqlstate::numeric_value_out_of_range, "quantile could not be computed");
    below = above;
    above = std::min(above + step, most);
  }
  while (below > 0 && above - below > 1) {
    const int middle = (below + above) / 2;
    (miss(std::ldexp(1.0, middle)) > 0.0 ? below : above) = middle;
  }
  double low = below > 0 ? std::ldexp(1.0, below) : 0.0, high = std::ldexp(1.0, above);
  // Regula falsi with the Anderson-Björck step, inside the bracket.
  double at_low = low > 0.0 ? miss(low) : (by_upper ? -std::log(p) : infinity), at_high = miss(high);
  if (std::isinf(at_low)) at_low = 50.0;
  for (int i = 0; i < 200 && high - low > 1e-12 * high; ++i) {
    double q = high - at_high * (high - low) / (at_high - at_low);
    if (!(q > low && q < high)) q = 0.5 * (low + high);
    const double at_q = miss(q);
    if (at_q == 0.0) return q;
    if ((at_q > 0.0) == (at_low > 0.0)) {
      const double m = 1.0 - at_q / at_low;
      at_high *= m > 0.0 ? m : 0.5;
      low = q;
      at_low = at_q;
    } else {
      const double m = 1.0 - at_q / at_high;
      at_low *= m > 0.0 ? m : 0.5;
      high = q;
      at_high = at_q;
    }
    if (std::fabs(at_q) < 1e-14) return q;
  }
  return 0.5 * (low + high);
}

}  // namespace harmony::statistics
