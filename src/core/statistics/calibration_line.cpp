#include "core/statistics/calibration_line.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/double_double.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace harmony::statistics {

namespace {

constexpr int most_line_steps = 100, most_line_halvings = 40;
constexpr double small_line_step = 1e-6;
// Sums of many rows are this uncertain, so that a fall by less is none.
constexpr double loss_noise = 1e-11;
// Of so many rows every 64th gives a line to start from, which spares about half of the passes over all.
constexpr std::size_t many_rows = 65536, thinning = 64;
constexpr std::size_t block = 512;  // factors of at most 2 whose product is a double

struct line_coefficients {
  double at_centre = 0.0, slope = 1.0;
};

// Minus the log likelihood, its gradient and its second derivatives.
struct line_loss {
  double value = 0.0, gradient[2] = {}, information[3] = {};

  void add_rows(span<double> x, double centre, line_coefficients line, double sign) {
    for (std::size_t from = 0; from < x.size; from += block) {
      if (from % (256 * block) == 0) poll_interrupt();
      add_block(x.data + from, std::min(block, x.size - from), centre, line, sign);
    }
  }

 private:
  // log(1 + exp u) of each row, u = sign (a + b x), sign 1 for y = 0 and -1 for y = 1.
  void add_block(const double *x, std::size_t n, double centre, line_coefficients line, double sign) {
    double product = 1.0, linear = 0.0, g[2] = {}, h[3] = {};
    for (std::size_t i = 0; i < n; ++i) {
      const double d = x[i] - centre, u = sign * (line.at_centre + line.slope * d);
      const double e = std::exp(-std::fabs(u)), odds = 1.0 / (1.0 + e), p = u >= 0.0 ? odds : e * odds;
      const double weight = e * odds * odds;
      product *= 1.0 + e;
      linear += u > 0.0 ? u : 0.0;
      g[0] += p;
      g[1] += p * d;
      h[0] += weight;
      h[1] += weight * d;
      h[2] += weight * d * d;
    }
    value += linear + std::log(product);
    for (const int k : {0, 1}) gradient[k] += sign * g[k];
    for (const int k : {0, 1, 2}) information[k] += h[k];
  }
};

std::vector<double> thinned(span<double> sorted) {
  std::vector<double> out;
  for (std::size_t i = thinning / 2; i < sorted.size; i += thinning) out.push_back(sorted[i]);
  return out;
}

// The rows of both outcomes, their x about a centre.
class line_fit {
 public:
  line_fit(span<double> negatives, span<double> positives) : negatives_(negatives), positives_(positives) {
    double_double sum;
    for (const span<double> side : {negatives, positives})
      for (const double x : side) sum += x;
    centre_ = static_cast<double>(sum) / static_cast<double>(negatives.size + positives.size);
  }

  // Newton's method from a line, steps halved while the loss rises; NaN where that does not end at a minimum.
  calibration_line from(line_coefficients line) const {
    line_loss now = loss_of(line);
    for (int step = 0; step < most_line_steps; ++step) {
      const double *g = now.gradient, *h = now.information, determinant = h[0] * h[2] - h[1] * h[1];
      const double da = -(h[2] * g[0] - h[1] * g[1]) / determinant, db = -(h[0] * g[1] - h[1] * g[0]) / determinant;
      if (!(determinant > 0.0) || !std::isfinite(da) || !std::isfinite(db)) return {};
      if (std::fabs(da) <= small_line_step * (1.0 + std::fabs(line.at_centre)) &&
          std::fabs(db) <= small_line_step * (1.0 + std::fabs(line.slope))) {
        line = {line.at_centre + da, line.slope + db};  // the error after it is about the square of the step
        return {line.at_centre - line.slope * centre_, line.slope};
      }
      double factor = 1.0;
      line_loss next = loss_of({line.at_centre + da, line.slope + db});
      for (int halved = 0; !(next.value <= now.value * (1.0 + loss_noise)) && halved < most_line_halvings; ++halved) {
        factor /= 2.0;
        next = loss_of({line.at_centre + factor * da, line.slope + factor * db});
      }
      if (!(next.value <= now.value * (1.0 + loss_noise))) return {};
      line = {line.at_centre + factor * da, line.slope + factor * db};
      now = next;
    }
    return {};
  }

  calibration_line from(calibration_line line) const {
    return from(line_coefficients{line.intercept + line.slope * centre_, line.slope});
  }
  // The line without a slope: every row has its full weight there, so that no step is lost in rounding.
  calibration_line from_level() const {
    return from(
        line_coefficients{std::log(static_cast<double>(positives_.size) / static_cast<double>(negatives_.size)), 0.0});
  }

 private:
  line_loss loss_of(line_coefficients line) const {
    line_loss loss;
    loss.add_rows(negatives_, centre_, line, 1.0);
    loss.add_rows(positives_, centre_, line, -1.0);
    return loss;
  }

  span<double> negatives_, positives_;
  double centre_;
};

}  // namespace

calibration_line fit_calibration_line(span<double> negatives, span<double> positives) {
  if (negatives.empty() || positives.empty()) return {};
  if (negatives[negatives.size - 1] <= positives[0] || positives[positives.size - 1] <= negatives[0]) return {};
  calibration_line start;
  if (negatives.size + positives.size >= many_rows)
    start = fit_calibration_line(thinned(negatives), thinned(positives));
  if (std::isnan(start.slope)) start = {0.0, 1.0};
  const line_fit fit(negatives, positives);
  const calibration_line line = fit.from(start);
  return std::isnan(line.slope) ? fit.from_level() : line;
}

}  // namespace harmony::statistics
