#include "core/statistics/studentized_range.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distributions.tails.hpp"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace harmony::statistics {

namespace {

constexpr double known_variance =
    1e10;  // df from where s deviates from 1 by less than 1e-5, its square enters the result
constexpr double nothing = 1e-17;
constexpr double vanished = -800.0;                  // a logarithm below that of any double
constexpr double nearly_one = 0.99;                  // an upper tail above it leaves too few digits for the lower one
constexpr double grid_low = -9.0, grid_high = 36.0;  // φ beyond is below 1e-280; what lies below is negligible

double phi_below(double z) { return 0.5 * std::erfc(-z * M_SQRT1_2); }

// Φ(z) − Φ(z − w) with all its digits: from the smaller tails, by Gauss and Legendre's three points where they are
// alike.
double normal_between(double z, double w) {
  constexpr double short_step = 0.01;
  if (w >= short_step) return z > 0.5 * w ? phi_below(w - z) - phi_below(-z) : phi_below(z) - phi_below(z - w);
  const auto density = [](double x) { return std::exp(-0.5 * x * x); };
  const double middle = z - 0.5 * w, reach = 0.5 * w * std::sqrt(0.6);
  return w / std::sqrt(2.0 * M_PI) *
         (8.0 * density(middle) + 5.0 * (density(middle - reach) + density(middle + reach))) / 18.0;
}

// The root of `miss` between low and high, where it has different signs, to a relative `close`.
template <class Miss>
double root_between(double low, double high, double at_low, double at_high, double close, Miss &&miss) {
  if (at_low == 0.0 || at_high == 0.0) return at_low == 0.0 ? low : high;
  std::uintmax_t most = 40;
  const auto [a, b] = boost::math::tools::toms748_solve(
      miss, low, high, at_low, at_high, [=](double x, double y) { return std::fabs(y - x) <= close * std::fabs(y); },
      most, distribution_policy());
  return 0.5 * (a + b);
}

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
  // 1 − U(w) is at most k times the power of what lies within w/2 of 0.
  if ((k_ - 1) * std::log(std::erf(w / (2.0 * M_SQRT2))) < std::log(nothing / k_)) return 1.0;
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

// P(range of k normal values < w) = k ∫ φ(z) (Φ(z) − Φ(z − w))^(k−1) dz. The integrand is log-concave: from w/2, where
// its second factor is largest, in both directions until it vanishes.
double studentized_range::range_lower(double w) const {
  const double step = std::min(0.2, 0.15 / std::sqrt(2.0 * std::log(k_))), from = std::min(0.5 * w, 6.0);
  double sum = 0.0;
  for (const int direction : {-1, 1})
    for (int i = direction < 0 ? 0 : 1;; ++i) {
      const double z = from + direction * step * i;
      const double term = std::exp((k_ - 1) * std::log(normal_between(z, w)) - 0.5 * z * z);
      sum += term;
      if (!(term > nothing * sum)) break;
    }
  return std::min(1.0, k_ * step / std::sqrt(2.0 * M_PI) * sum);
}

// A tail for one number of degrees of freedom. U, or 1 − U, is needed at w = e^(i step) alone, whatever q is, so that
// each of its values is computed once.
class studentized_range::over_df {
 public:
  enum class side { lower, upper };

  over_df(const studentized_range &range, double df, side which) : range_(range), df_(df) {
    // The step follows the narrower of t's own width, 1/√(2 df), and that of log w in U(w), about 0.45/ln k, or in the
    // part of 1 − U(w) above 1e-17, about 1.8/(ln k)².
    const double log_k = std::log(range.k_), part = log_k / 0.45;
    const double finer = which == side::upper ? 1.0 : std::max(1.0, log_k / 4.0);
    step_ = std::min(0.11, 0.7 / std::sqrt(2.0 * df + part * part * finer * finer));
    for (const int direction : {-1, 1})
      for (int i = direction < 0 ? 0 : 1;; ++i) {
        const double term = density(direction * step_ * i);
        total_ += term;
        if (term < nothing * total_ * step_ * df_) break;
      }
  }

  double lower(double q) {
    const double log_q = std::log(q);
    const int start = static_cast<int>(std::floor(log_q / step_));
    double sum = 0.0;
    for (const int direction : {1, -1})  // down from the mode of the density both factors fall
      for (int i = direction > 0 ? start : start - 1;; i += direction) {
        if (i % 256 == 0) poll_interrupt();
        const double weight = density(step_ * i - log_q);
        const double term = weight > 0.0 ? weight * range_lower(i) : 0.0;
        sum += term;
        if (weight == 0.0 || (direction > 0 ? weight : term) < nothing * sum || (direction < 0 && term == 0.0)) break;
      }
    return std::min(1.0, sum / total_);
  }

  double upper(double q) {
    // From where U vanishes, or the density of log s, down to where U is 1.
    const double log_q = std::log(q), beyond = std::log(range_.vanishing_);
    const double y = 80.0 / df_;  // s² - 1 - log s² exceeds y from s² = 1 + 2 y + 2 √y on: the density is below e^-40
    const double top = std::min(beyond, log_q + 0.5 * std::log1p(2.0 * y + 2.0 * std::sqrt(y)));
    const int highest = static_cast<int>(std::ceil(top / step_));
    double sum = 0.0;
    for (int i = highest;; --i) {
      if (i % 256 == 0) poll_interrupt();
      const double t = step_ * i - log_q, weight = density(t);
      if (weight > 0.0) {
        const double tail = range_upper(i);
        if (tail == 1.0) return (sum + rest_of_density(t, weight)) / total_;
        sum += weight * tail;
      }
      if (t < 0.0 && weight * (1.0 + 1.0 / (df_ * step_)) < nothing * sum) return sum / total_;
      if (t < 0.0 && weight == 0.0) return sum / total_;
    }
  }

 private:
  // Density of t = log s but for its constant, with its mode at 0. The sum over the nodes is the constant.
  double density(double t) const { return std::exp(df_ * (t - 0.5 * std::expm1(2.0 * t))); }

  // Sum of the densities at t, t - step, … : far below 0 they fall like e^(df t).
  double rest_of_density(double t, double weight) const {
    double sum = 0.0;
    for (; weight > nothing * sum; t -= step_, weight = density(t)) {
      if (std::exp(2.0 * t) * df_ < nothing) return sum + weight / -std::expm1(-df_ * step_);
      sum += weight;
    }
    return sum;
  }

  double range_upper(int i) {
    const auto [place, is_new] = known_.try_emplace(i, 0.0);
    if (is_new) place->second = range_.range_upper(std::exp(step_ * i));
    return place->second;
  }

  double range_lower(int i) {
    const auto [place, is_new] = known_.try_emplace(i, 0.0);
    if (is_new) place->second = range_.range_lower(std::exp(step_ * i));
    return place->second;
  }

  const studentized_range &range_;
  double df_, step_, total_ = 0.0;
  std::unordered_map<int, double> known_;  // U(e^(i step)) or, for the lower side, 1 − U
};

double studentized_range::upper(double q, double df) const {
  check(q, df);
  if (q <= 0.0) return 1.0;
  if (std::isinf(q)) return 0.0;
  if (k_ == 2) return std::isinf(df) ? 2.0 * phi_below(-q * M_SQRT1_2) : student_t_two_sided(q * M_SQRT1_2, df);
  if (df > known_variance) return range_upper(q);
  return std::min(1.0, over_df(*this, df, over_df::side::upper).upper(q));
}

double studentized_range::cdf(double q, double df) const {
  const double above = upper(q, df);
  if (!(above > nearly_one) || q <= 0.0) return 1.0 - above;
  if (k_ == 2) return std::isinf(df) ? std::erf(0.5 * q) : 2.0 * student_centre(q * M_SQRT1_2, df);
  return df > known_variance ? range_lower(q) : over_df(*this, df, over_df::side::lower).lower(q);
}

// By log q, in which the logarithm of the lower tail is concave and at first straight.
double studentized_range::lower_quantile(double p, double df) const {
  over_df tail(*this, std::min(df, known_variance), over_df::side::lower);
  const auto miss = [&](double log_q) {
    const double q = std::exp(log_q), below = df > known_variance ? range_lower(q) : tail.lower(q);
    return std::log(p) - std::max(vanished, std::log(below));
  };
  double low = 0.0, at_low = miss(low), high = low, at_high = at_low;
  for (double step = 0.5; at_high > 0.0; step *= 2.0) at_high = miss(high += step);
  for (double step = 0.5; at_low <= 0.0; step *= 2.0) at_low = miss(low -= step);
  return std::exp(root_between(low, high, at_low, at_high, 1e-14, miss));
}

double studentized_range::upper_quantile(double p, double df) const {
  if (!(p >= 0.0 && p <= 1.0)) throw error(sqlstate::invalid_parameter_value, "probability must lie between 0 and 1");
  check(0.0, df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? infinity : 0.0;
  if (k_ == 2) {
    const double t = std::isinf(df) ? normal_quantile(p / 2) : student_t_quantile(p / 2, df);
    return -t * M_SQRT2;
  }
  if (p > nearly_one) return lower_quantile(1.0 - p, df);
  // Where the tail is small its logarithm is nearly straight, where it is large the other side's is.
  const bool by_upper = p < 0.5;
  over_df tail(*this, std::min(df, known_variance), over_df::side::upper);
  const auto miss = [&](double q) {
    const double upper = df > known_variance ? range_upper(q) : std::min(1.0, tail.upper(q));
    return by_upper ? std::max(vanished, std::log(upper)) - std::log(p) : std::log1p(-p) - std::log(1.0 - upper);
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
  const double low = below > 0 ? std::ldexp(1.0, below) : 0.0, high = std::ldexp(1.0, above);
  const double at_low = low > 0.0 ? miss(low) : (by_upper ? -std::log(p) : infinity);
  return root_between(low, high, std::isinf(at_low) ? 50.0 : at_low, miss(high), 1e-12, miss);
}

}  // namespace harmony::statistics
