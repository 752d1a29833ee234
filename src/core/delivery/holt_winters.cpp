#include "core/delivery/holt_winters.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/moments.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <array>

namespace harmony::delivery {

namespace {

constexpr int most_parameters = 3;
using parameters = std::array<double, most_parameters>;  // alpha, beta, gamma
using gradient = Eigen::Vector3d;

// A number with its derivatives by the parameters.
struct dual {
  double value = 0.0;
  gradient slope = gradient::Zero();
};

dual operator+(const dual &a, const dual &b) { return {a.value + b.value, a.slope + b.slope}; }
dual operator-(const dual &a, const dual &b) { return {a.value - b.value, a.slope - b.slope}; }
dual operator*(const dual &a, const dual &b) { return {a.value * b.value, a.slope * b.value + b.slope * a.value}; }

struct start_values {
  double level, trend;
  std::vector<double> season;  // of the first season; empty without
  std::size_t first;           // the value whose error is the first
};

start_values start_without_season(span<double> x) { return {x[1], x[1] - x[0], {}, 2}; }

// The moving average over a season of the first two; of an even season with half the weight at both ends.
std::vector<double> moving_average(span<double> x, std::size_t season) {
  const std::size_t half = season / 2;
  std::vector<double> out;
  for (std::size_t centre = half; centre + half < 2 * season; ++centre) {
    double sum = 0.0;
    for (std::size_t k = centre - half; k <= centre + half; ++k) {
      const bool is_half = season % 2 == 0 && (k == centre - half || k == centre + half);
      sum += is_half ? 0.5 * x[k] : x[k];
    }
    out.push_back(sum / static_cast<double>(season));
  }
  return out;
}

start_values start_with_season(span<double> x, std::size_t season) {
  const std::vector<double> average = moving_average(x, season);
  // The line through the average at 1, 2, …; its level is that at 0.
  const auto n = static_cast<double>(average.size());
  const double middle = 0.5 * (n + 1.0);
  double mean = 0.0, product = 0.0, square = 0.0;
  for (const double y : average) mean += y / n;
  for (std::size_t k = 0; k < average.size(); ++k) {
    const double t = static_cast<double>(k) + 1.0 - middle;
    product += t * (average[k] - mean);
    square += t * t;
  }
  start_values out{0.0, square > 0.0 ? product / square : 0.0, std::vector<double>(season), season};
  out.level = mean - out.trend * middle;
  std::vector<double> count(season);
  for (std::size_t k = 0; k < average.size(); ++k) {
    const std::size_t at = k + season / 2;
    out.season[at % season] += x[at] - average[k];
    ++count[at % season];
  }
  double centre = 0.0;
  for (std::size_t k = 0; k < season; ++k) {
    out.season[k] /= count[k];
    centre += out.season[k] / static_cast<double>(season);
  }
  for (double &s : out.season) s -= centre;
  return out;
}

// The smoothing with parameters of type T (a number, or one with derivatives); tells each error one step ahead.
template <class T>
struct smoothing {
  T level, trend;
  std::vector<T> season;

  explicit smoothing(const start_values &start) : level{}, trend{} {
    set(level, start.level);
    set(trend, start.trend);
    season.resize(start.season.size());
    for (std::size_t k = 0; k < season.size(); ++k) set(season[k], start.season[k]);
  }

  static void set(double &to, double value) { to = value; }
  static void set(dual &to, double value) { to.value = value; }

  template <class Error>
  void run(span<double> x, std::size_t first, const std::array<T, most_parameters> &by, Error &&error) {
    for (std::size_t i = first; i < x.size; ++i) {
      if (i % poll_every == 0) poll_interrupt();
      const T before = level;
      T seasonal{}, observed{};
      if (!season.empty()) seasonal = season[(i - first) % season.size()];
      set(observed, x[i]);
      const T miss = observed - (before + trend + seasonal);
      error(miss);
      level = before + trend + by[0] * miss;
      trend = trend + by[1] * (level - before - trend);
      if (!season.empty()) season[(i - first) % season.size()] = seasonal + by[2] * (observed - level - seasonal);
    }
  }
};

// Least squares over the box [0, 1]^n.
class fit {
 public:
  fit(span<double> x, const start_values &start) : x_(x), start_(start), n_(start.season.empty() ? 2 : 3) {}

  // The best of what is found from several starts; R's own comes first, and is left for a clearly better one only.
  parameters best() {
    parameters best = nearest();
    double least = sse(best);
    for (const parameters &start : grid()) {
      const parameters found = descend(start);
      const double here = sse(found);
      if (!(here < least * (1.0 - 1e-9))) continue;
      least = here;
      best = found;
    }
    return best;
  }

  // What is found from R's start alone.
  parameters nearest() const { return descend({0.3, 0.1, n_ == 3 ? 0.1 : 0.0}); }

  double sse(const parameters &by) const {
    smoothing<double> state(start_);
    double sum = 0.0;
    state.run(x_, start_.first, by, [&](double miss) { sum += miss * miss; });
    return sum;
  }

 private:
  // The starts of the smallest sums on a coarse grid.
  std::vector<parameters> grid() const {
    constexpr std::array<double, 5> at{0.02, 0.2, 0.5, 0.8, 0.98};
    std::vector<std::pair<double, parameters>> points;
    for (const double a : at)
      for (const double b : at)
        for (const double c : at) {
          if (n_ == 2 && c > at[0]) continue;
          const parameters p{a, b, n_ == 3 ? c : 0.0};
          points.emplace_back(sse(p), p);
        }
    constexpr std::size_t kept = 4;
    std::partial_sort(points.begin(), points.begin() + kept, points.end(),
                      [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<parameters> out;
    for (std::size_t k = 0; k < kept; ++k) out.push_back(points[k].second);
    return out;
  }

  struct equations {
    double sse = 0.0;
    gradient right = gradient::Zero();               // J'e
    Eigen::Matrix3d left = Eigen::Matrix3d::Zero();  // J'J
  };

  equations at(const parameters &p) const {
    std::array<dual, most_parameters> by;
    for (int k = 0; k < most_parameters; ++k) {
      by[static_cast<std::size_t>(k)].value = p[static_cast<std::size_t>(k)];
      if (k < n_) by[static_cast<std::size_t>(k)].slope[k] = 1.0;
    }
    equations out;
    smoothing<dual> state(start_);
    state.run(x_, start_.first, by, [&](const dual &miss) {
      out.sse += miss.value * miss.value;
      out.right += miss.value * miss.slope;
      out.left += miss.slope * miss.slope.transpose();
    });
    return out;
  }

  // Levenberg and Marquardt's steps, cut at the walls of the box; a parameter at a wall that the sum falls towards
  // stays.
  parameters descend(parameters p) const {
    constexpr int most_steps = 200;
    double damping = 1e-3;
    equations here = at(p);
    for (int step = 0; step < most_steps && std::isfinite(here.sse); ++step) {
      const parameters next = step_from(p, here, damping);
      const equations there = at(next);
      if (!(there.sse < here.sse)) {
        if ((damping *= 8.0) > 1e12) break;
        continue;
      }
      const bool is_done = here.sse - there.sse <= 1e-13 * here.sse;
      p = next;
      here = there;
      damping = std::max(damping / 8.0, 1e-12);
      if (is_done) break;
    }
    return p;
  }

  parameters step_from(const parameters &p, const equations &here, double damping) const {
    Eigen::Matrix3d left = here.left;
    gradient right = here.right;
    for (int k = 0; k < most_parameters; ++k) {
      const double value = p[static_cast<std::size_t>(k)];
      const bool is_held = k >= n_ || (value <= 0.0 && right[k] > 0.0) || (value >= 1.0 && right[k] < 0.0);
      if (is_held) {
        left.row(k).setZero();
        left.col(k).setZero();
        left(k, k) = 1.0;
        right[k] = 0.0;
      } else {
        left(k, k) += damping * (left(k, k) + 1e-12 * here.left.trace());
      }
    }
    const gradient move = left.ldlt().solve(right);
    parameters out = p;
    for (int k = 0; k < n_; ++k) {
      const double moved = p[static_cast<std::size_t>(k)] - move[k];
      if (std::isfinite(moved)) out[static_cast<std::size_t>(k)] = std::clamp(moved, 0.0, 1.0);
    }
    return out;
  }

  span<double> x_;
  const start_values &start_;
  int n_;
};

struct fitted {
  parameters by;
  double sse;
  std::vector<double> forecast;
};

fitted fit_and_forecast(span<double> x, std::size_t season, std::size_t horizon, bool from_everywhere) {
  const start_values start = season > 1 ? start_with_season(x, season) : start_without_season(x);
  fit least(x, start);
  fitted out{from_everywhere ? least.best() : least.nearest(), 0.0, {}};
  smoothing<double> state(start);
  state.run(x, start.first, out.by, [&](double miss) { out.sse += miss * miss; });
  for (std::size_t h = 0; h < horizon; ++h) {
    double next = state.level + static_cast<double>(h + 1) * state.trend;
    if (season > 1) next += state.season[(x.size - start.first + h) % season];
    out.forecast.push_back(next);
  }
  return out;
}

void check_finite(const fitted &found) {
  bool is_finite = std::isfinite(found.sse);
  for (const double y : found.forecast) is_finite = is_finite && std::isfinite(y);
  if (!is_finite)
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "The values lie so far apart that their squares exceed the range of double precision.");
}

}  // namespace

holt_winters_result holt_winters(span<double> values, std::int32_t season, std::int32_t horizon) {
  constexpr std::int32_t most = 10000;
  if (season < 1 || season > most)
    throw error(sqlstate::invalid_parameter_value, "season must be between 1 and " + std::to_string(most));
  if (horizon < 0 || horizon > most)
    throw error(sqlstate::invalid_parameter_value, "horizon must be between 0 and " + std::to_string(most));
  for (const double x : values) statistics::check_value(x);
  const auto period = static_cast<std::size_t>(season);
  const std::size_t least = period > 1 ? 2 * period + 1 : 3;
  holt_winters_result out;
  if (values.size < least) return out;
  const fitted found = fit_and_forecast(values, period, static_cast<std::size_t>(horizon), true);
  check_finite(found);
  out.alpha = found.by[0];
  out.beta = found.by[1];
  if (period > 1) out.gamma = found.by[2];
  out.sse = found.sse;
  out.forecast = found.forecast;
  constexpr std::size_t most_origins = 20;
  const std::size_t origins = std::min(values.size - least, most_origins);
  double sum = 0.0;
  for (std::size_t known = values.size - origins; known < values.size; ++known) {
    poll_interrupt();
    sum += std::fabs(values[known] - fit_and_forecast({values.data, known}, period, 1, false).forecast[0]);
  }
  if (origins > 0) out.rolling_error = sum / static_cast<double>(origins);
  return out;
}

}  // namespace harmony::delivery
