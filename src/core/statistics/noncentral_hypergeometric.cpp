#include "core/statistics/noncentral_hypergeometric.hpp"
#include "core/base/score.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.tails.hpp"
#include "core/statistics/double_double.hpp"

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/log1p.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace harmony::statistics {
namespace {

constexpr double nothing = 1e-20;  // a sum of decreasing terms ends at a term below this share of it
constexpr double least = 1e-290;   // a weight below this, relative to the largest, counts as 0
constexpr double wide = 1e3;       // standard deviation from which sums are integrals
constexpr double tolerance = 1.0 + 1e-7;

}  // namespace

double margins::low() const { return std::fmax(0.0, first_row - second_column); }
double margins::high() const { return std::fmin(first_row, first_column); }

noncentral_hypergeometric::noncentral_hypergeometric(const margins &table, double psi)
    : table_(table), psi_(psi), mode_(find_mode()) {
  cells_[0] = mode_;
  cells_[1] = table.first_row - mode_;
  cells_[2] = table.first_column - mode_;
  cells_[3] = table.second_column - table.first_row + mode_;
  double information = 0.0;
  for (const double cell : cells_) information += 1.0 / (cell + 1.0);
  sd_ = 1.0 / std::sqrt(information);
  is_wide_ = sd_ > wide;
  const double_double across = two_prod(cells_[1], cells_[2]);
  const double surplus = static_cast<double>(two_prod(cells_[0], cells_[3]) - across);
  log_shift_ = is_wide_ ? std::log(psi) - std::log1p(surplus / across.hi) : 0.0;
}

// w(x + 1)/w(x), falling in x.
double noncentral_hypergeometric::ratio(double x) const {
  return psi_ * (table_.first_column - x) * (table_.first_row - x) /
         ((x + 1.0) * (table_.second_column - table_.first_row + x + 1.0));
}

// The smallest x from which the weights do not rise.
double noncentral_hypergeometric::find_mode() const {
  double from = table_.low(), to = table_.high();
  while (from < to) {
    const double middle = std::floor(0.5 * (from + to));
    if (ratio(middle) > 1.0)
      from = middle + 1.0;
    else
      to = middle;
  }
  return from;
}

// log w(mode + distance)/w(mode) where cells are large, by Stirling's formula for each: its terms of 1/cell³ are below
// 1e-20. Minus infinity where a cell is half of what it is at the mode: the weight is below e^-100000.
double noncentral_hypergeometric::log_weight(double distance) const {
  double sum = distance * log_shift_;
  for (int i = 0; i < 4; ++i) {
    const double cell = cells_[i], by = i == 0 || i == 3 ? distance : -distance, share = by / cell;
    if (share < -0.5) return -infinity;
    const double log_share = std::log1p(share);
    const double curved = share > 0.5 ? log_share - share : boost::math::log1pmx(share, distribution_policy());
    sum -= cell * curved + (by + 0.5) * log_share - by / (12.0 * cell * (cell + by));
  }
  return sum;
}

// w(x)/w(mode), 0 below 1e-290.
double noncentral_hypergeometric::relative_weight(double x) const {
  double w = 1.0;
  if (is_wide_) {
    w = std::exp(log_weight(x - mode_));
    return w > least ? w : 0.0;
  }
  std::size_t steps = 0;
  for (double y = mode_; y < x && w > least; y += 1.0, ++steps) {
    if (steps % 65536 == 0) poll_interrupt();
    w *= ratio(y);
  }
  for (double y = mode_; y > x && w > least; y -= 1.0, ++steps) {
    if (steps % 65536 == 0) poll_interrupt();
    w /= ratio(y - 1.0);
  }
  return w > least ? w : 0.0;
}

// Weight and first moment about x0, both relative to w(x0), of x0 and all beyond it in one direction.
noncentral_hypergeometric::sums noncentral_hypergeometric::beyond(double x0, int direction) const {
  sums s{1.0, 0.0};
  double w = 1.0;
  std::size_t steps = 0;
  for (double x = x0; direction > 0 ? x < table_.high() : x > table_.low(); x += direction) {
    if (++steps % 65536 == 0) poll_interrupt();
    w = direction > 0 ? w * ratio(x) : w / ratio(x - 1.0);
    s.weight += w;
    s.moment += w * std::fabs(x + direction - x0);
    if (w < nothing * s.weight) break;
  }
  return s;
}

// The same weight as the integral from x0 - 1/2 on, in panels of a few times the length over which the weight falls to
// 1/e, and the midpoint rule's correction by the derivatives there.
double noncentral_hypergeometric::smooth_beyond(double x0, int direction) const {
  const double distance = x0 - mode_, at_x0 = log_weight(distance);  // about the mode t keeps its digits
  const auto relative = [&](double t) { return std::exp(log_weight(distance + direction * (t - 0.5)) - at_x0); };
  const auto fall = [&](double t) { return -direction * std::log(ratio(x0 + direction * (t - 0.5) - 0.5)); };
  double sum = 0.0;
  for (double from = 0.0;;) {
    const double length = std::fmin(2.0 * sd_, 8.0 / std::fmax(0.0, fall(from)));
    const double part = boost::math::quadrature::gauss<double, 20>::integrate(relative, from, from + length);
    sum += part;
    from += length;
    if (!(part > nothing * sum)) break;
  }
  const double slope = fall(0.0), square = slope * slope;
  const double third = square - 3.0 / (sd_ * sd_), fifth = square * square;  // derivatives over the first
  return sum - relative(0.0) * slope * (1.0 / 24.0 - 7.0 / 5760.0 * third + 31.0 / 967680.0 * fifth);
}

double noncentral_hypergeometric::weight_beyond(double x0, int direction) const {
  return is_wide_ ? smooth_beyond(x0, direction) : beyond(x0, direction).weight;
}

// The sum of all weights relative to w(mode), and of their products with x - mode. The trapezoidal rule with a step of
// half a standard deviation is exact to e^-79 (Poisson's summation formula).
noncentral_hypergeometric::sums noncentral_hypergeometric::about_mode() const {
  if (!is_wide_) {
    const sums up = beyond(mode_, 1), down = beyond(mode_, -1);
    return {up.weight + down.weight - 1.0, up.moment - down.moment};
  }
  const double step = std::floor(0.5 * sd_);
  sums all{1.0, 0.0};
  for (const int direction : {-1, 1})
    for (double x = direction * step;; x += direction * step) {
      const double w = std::exp(log_weight(x));
      all.weight += w;
      all.moment += w * x;
      if (w < nothing) break;
    }
  return {step * all.weight, step * all.moment};
}

double noncentral_hypergeometric::mean() const {
  const sums all = about_mode();
  return mode_ + all.moment / all.weight;
}

double noncentral_hypergeometric::tail(double x, int direction) const {
  const bool holds_mode = direction > 0 ? x <= mode_ : x >= mode_;
  if (holds_mode) {  // most of the distribution: one minus the rest
    const double rest = x - direction;
    if (rest < table_.low() || rest > table_.high()) return 1.0;
    return 1.0 - tail(rest, -direction);
  }
  const double w = relative_weight(x);
  return w > 0.0 ? std::fmin(1.0, w * weight_beyond(x, direction) / about_mode().weight) : 0.0;
}

double noncentral_hypergeometric::two_sided(double x) const {
  if (is_wide_) return smooth_two_sided(x);
  const double limit = relative_weight(x) * tolerance;
  if (limit >= 1.0) return 1.0;
  double sum = 0.0;
  for (const int direction : {-1, 1}) {
    double y = mode_, w = 1.0;
    std::size_t steps = 0;
    while (w > limit && w > least && (direction > 0 ? y < table_.high() : y > table_.low())) {
      if (++steps % 65536 == 0) poll_interrupt();
      w = direction > 0 ? w * ratio(y) : w / ratio(y - 1.0);
      y += direction;
    }
    if (w <= limit) sum += w * beyond(y, direction).weight;
  }
  return std::fmin(1.0, sum / about_mode().weight);
}

// How far from the mode weights are at most e^log_limit; infinite where none is.
double noncentral_hypergeometric::first_at_most(double log_limit, int direction) const {
  double from = 0.0, to = direction > 0 ? table_.high() - mode_ : mode_ - table_.low();
  if (log_weight(direction * to) > log_limit) return infinity;
  while (to - from > 1.0) {
    const double middle = std::floor(0.5 * (from + to));
    (log_weight(direction * middle) > log_limit ? from : to) = middle;
  }
  return to;
}

double noncentral_hypergeometric::smooth_two_sided(double x) const {
  const double w = relative_weight(x), log_limit = log_weight(x - mode_) + std::log(tolerance);
  if (w == 0.0 || log_limit >= 0.0) return w == 0.0 ? 0.0 : 1.0;
  double sum = 0.0;
  for (const int direction : {-1, 1}) {
    const double distance = first_at_most(log_limit, direction);
    if (std::isinf(distance)) continue;
    const double y = mode_ + direction * distance;
    sum += relative_weight(y) * smooth_beyond(y, direction);
  }
  return std::fmin(1.0, sum / about_mode().weight);
}

}  // namespace harmony::statistics
