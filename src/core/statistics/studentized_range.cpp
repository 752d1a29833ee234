#include "core/statistics/studentized_range.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace harmony::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double known_variance =
    1e10;  // df from where s deviates from 1 by less than 1e-5, its square enters the result
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

// The tail for one number of degrees of freedom. U is needed at w = e^(i step) alone, whatever q is, so that each of
// its values is computed once.
class studentized_range::over_df {
 public:
  over_df(const studentized_range &range, double df) : range_(range), df_(df) {
    // The step follows the narrower of t's own width, 1/√(2 df), and that of log w in U(w), about 0.45/ln k.
    const double k = range.k_;
    step_ = std::min(0.11, 0.7 / std::sqrt(2.0 * df + std::log(k) * std::log(k) / (0.45 * 0.45)));
    for (const int direction : {-1, 1})
      for (int i = direction < 0 ? 0 : 1;; ++i) {
        const double term = density(direction * step_ * i);
        total_ += term;
        if (term < nothing * total_ * step_ * df_) break;
      }
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
  static constexpr double nothing = 1e-17;

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

  const studentized_range &range_;
  double df_, step_, total_ = 0.0;
  std::unordered_map<int, double> known_;  // U(e^(i step))
};

double studentized_range::upper(double q, double df) const {
  check(q, df);
  if (q <= 0.0) return 1.0;
  if (std::isinf(q)) return 0.0;
  if (k_ == 2) return std::isinf(df) ? 2.0 * phi_below(-q * M_SQRT1_2) : student_t_two_sided(q * M_SQRT1_2, df);
  if (df > known_variance) return range_upper(q);
  return std::min(1.0, over_df(*this, df).upper(q));
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
  const double any_df = std::min(df, known_variance);
  over_df tail(*this, any_df);
  const auto miss = [&](double q) {
    const double upper = df > known_variance ? range_upper(q) : std::min(1.0, tail.upper(q));
    return by_upper ? std::log(upper) - std::log(p) : std::log1p(-p) - std::log(1.0 - upper);
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
  for (int i = 0; i < 60 && high - low > 1e-12 * high; ++i) {
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
