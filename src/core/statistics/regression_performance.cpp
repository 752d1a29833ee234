#include "core/statistics/regression_performance.hpp"

#include "core/statistics/moments.hpp"
#include "core/statistics/order_statistics.hpp"
#include "core/statistics/power_scale.hpp"
#include "core/statistics/samples.hpp"

#include <cmath>
#include <vector>

namespace harmony::statistics {

namespace {

void refuse_overflow(double figure) {
  if (std::isinf(figure)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
}

// |f − y|/|y| of a y other than 0; f − y may overflow where the quotient does not.
double relative_error(double actual, double predicted) {
  const double off = predicted - actual;
  return std::isfinite(off) ? std::fabs(off / actual) : std::fabs((0.5 * predicted - 0.5 * actual) / (0.5 * actual));
}

}  // namespace

void regression_performance_state::add(double actual, double predicted) {
  check_value(actual, "actual");
  check_value(predicted, "predicted");
  check_room(rows_.size() + 1);
  rows_.push_back({actual + 0.0, predicted + 0.0});  // no negative zero
}

void regression_performance_state::merge(const regression_performance_state &other) {
  check_room(rows_.size() + other.rows_.size());
  rows_.append(other.rows_.data(), other.rows_.size());
}

regression_performance_result regression_performance_state::finish() {
  regression_performance_result out;
  out.n = static_cast<std::int64_t>(rows_.size());
  if (rows_.size() == 0) return out;
  sort_polling(rows_.data(), rows_.data() + rows_.size(), [](const row &a, const row &b) {
    return a.actual != b.actual ? a.actual < b.actual : a.predicted < b.predicted;
  });
  power_scale scale, scale_of_actual;
  for (const row &r : rows_) {
    scale.cover(r.actual);
    scale.cover(r.predicted);
    scale_of_actual.cover(r.actual);
  }
  scale.settle();
  scale_of_actual.settle();
  std::vector<double> errors;
  errors.reserve(rows_.size());
  power_scale scale_of_error;
  for (const row &r : rows_) {
    errors.push_back(scale.down(r.predicted) - scale.down(r.actual));
    scale_of_error.cover(errors.back());
  }
  scale_of_error.settle();

  double_double sum, absolute, squares, relative;
  moments actual;
  std::int64_t with_actual = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i % 65536 == 0) poll_interrupt();
    const double error = errors[i], near_one = scale_of_error.down(error);
    sum += error;
    absolute += std::fabs(error);
    squares += two_prod(near_one, near_one);
    actual.add(scale_of_actual.down(rows_[i].actual));
    errors[i] = std::fabs(error);
    if (rows_[i].actual == 0.0) continue;
    ++with_actual;
    const double off = relative_error(rows_[i].actual, rows_[i].predicted);
    refuse_overflow(off);
    relative += off;
  }
  const double n = static_cast<double>(out.n);
  out.bias = scale.up(static_cast<double>(sum) / n) + 0.0;  // no negative zero
  out.mae = scale.up(static_cast<double>(absolute) / n);
  out.rmse = scale.up(scale_of_error.up(std::sqrt(static_cast<double>(squares) / n)));
  out.median_ae = scale.up(median_interval(errors, 0.95).median);
  if (with_actual > 0) out.mape = 100.0 * static_cast<double>(relative) / static_cast<double>(with_actual);
  refuse_overflow(out.mape);
  if (rows_[0].actual != rows_[rows_.size() - 1].actual) {
    const int exponent = 2 * (scale.exponent() + scale_of_error.exponent() - scale_of_actual.exponent());
    out.r_squared = 1.0 - std::ldexp(static_cast<double>(squares / actual.deviations()), exponent);
    refuse_overflow(out.r_squared);
  }
  return out;
}

void regression_performance_state::serialize(native_writer &out) const {
  out.values(span<row>(rows_.data(), rows_.size()));
}

regression_performance_state regression_performance_state::deserialize(native_reader &in) {
  regression_performance_state read;
  const auto rows = in.values<row>();
  read.rows_.append(rows.data(), rows.size());
  return read;
}

}  // namespace harmony::statistics
