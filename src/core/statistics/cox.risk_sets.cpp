#include "core/statistics/cox.risk_sets.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/sort_polling.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

void check_time(const char *name, double t) {
  if (t >= 0.0 && std::isfinite(t)) return;
  if (std::isfinite(t))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must not be below 0",
                "It is " + format_number(t) + ".");
  throw error(sqlstate::invalid_parameter_value, std::string(name) + " is " + (std::isnan(t) ? "NaN" : "infinite"),
              "A row with a NULL is skipped.");
}

void check_row(const row_blocks::block &block, std::uint32_t i, cox_columns where) {
  const double time = block.column(static_cast<std::size_t>(where.time))[i];
  const double event = block.column(static_cast<std::size_t>(where.event))[i];
  check_time(where.start < 0 ? "time" : "stop", time);
  if (event != 0.0 && event != 1.0)
    throw error(sqlstate::invalid_parameter_value, "event must be 0 or 1, or boolean",
                "It is " + format_number(event) + ".");
  if (where.start < 0) return;
  const double start = block.column(static_cast<std::size_t>(where.start))[i];
  check_time("start", start);
  if (!(start < time))
    throw error(sqlstate::invalid_parameter_value, "start must be below stop",
                "They are " + format_number(start) + " and " + format_number(time) + ".");
}

// Distinct event times in order.
std::vector<double> event_times(const row_blocks &rows, cox_columns where) {
  std::vector<double> out;
  for (std::size_t b = 0; b < rows.blocks(); ++b) {
    poll_interrupt();
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i)
      if (rows[b].column(static_cast<std::size_t>(where.event))[i] == 1.0)
        out.push_back(rows[b].column(static_cast<std::size_t>(where.time))[i]);
  }
  sort_polling(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// A row's place in the risk sets.
struct stay {
  std::uint32_t first, last;
  bool dies;
};

}  // namespace

void check_cox_rows(const row_blocks &rows, cox_columns where) {
  for (std::size_t b = 0; b < rows.blocks(); ++b) {
    poll_interrupt();
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i) check_row(rows[b], i, where);
  }
}

risk_sets::risk_sets(const row_blocks &rows, cox_columns where, std::vector<risk_column> columns)
    : columns_(std::move(columns)), is_nested_(where.start < 0) {
  const std::vector<double> times = event_times(rows, where);
  const auto passed = [&](double t) {
    return static_cast<std::uint32_t>(std::upper_bound(times.begin(), times.end(), t) - times.begin());
  };
  const std::size_t n = static_cast<std::size_t>(rows.rows()), keys = 2 * times.size() + 2;
  std::vector<stay> stays(n);
  std::vector<std::uint32_t> places(keys + 1, 0);  // by key: the latest end first, the dying first
  const auto key_of = [&](const stay &s) { return 2 * (times.size() - s.last) + (s.dies ? 0 : 1); };
  const auto is_used = [](const stay &s) { return s.dies || s.first < s.last; };
  std::size_t at = 0;
  for (std::size_t b = 0; b < rows.blocks(); ++b)
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i, ++at) {
      const double time = rows[b].column(static_cast<std::size_t>(where.time))[i];
      stay &s = stays[at];
      s.dies = rows[b].column(static_cast<std::size_t>(where.event))[i] == 1.0;
      s.last = passed(time) - (s.dies ? 1 : 0);
      s.first = is_nested_ ? 0 : passed(rows[b].column(static_cast<std::size_t>(where.start))[i]);
      if (is_used(s)) ++places[key_of(s) + 1];
      if (s.dies) ++events_;
    }
  for (std::size_t k = 1; k < places.size(); ++k) places[k] += places[k - 1];
  for (std::size_t k = 0; k < times.size(); ++k) {
    const std::size_t key = 2 * (times.size() - k);
    deaths_.push_back({places[key], places[key + 1]});
  }
  const std::size_t width = columns_.size() + 1, used = places.back();
  last_.resize(used);
  source_.resize(used);
  if (!is_nested_) first_.resize(used);
  values_.reset(new double[used * width]);
  at = 0;
  std::vector<const double *> from(columns_.size());
  for (std::size_t b = 0; b < rows.blocks(); ++b) {
    poll_interrupt();
    for (std::size_t k = 0; k < columns_.size(); ++k)
      from[k] = rows[b].column(static_cast<std::size_t>(where.x + columns_[k].index));
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i, ++at) {
      const stay &s = stays[at];
      if (!is_used(s)) continue;
      const std::size_t place = places[key_of(s)]++;
      last_[place] = s.last;
      source_[place] = static_cast<std::uint32_t>(at);
      if (!is_nested_) first_[place] = s.first;
      double *to = values_.get() + place * width;
      *to++ = 1.0;
      for (std::size_t k = 0; k + 1 < width; ++k) *to++ = (from[k][i] - columns_[k].shift) * columns_[k].scale;
    }
  }
}

void risk_sets::set_linear_predictors(const Eigen::VectorXd &b, std::vector<double> *to) const {
  to->resize(size());
  for (std::size_t i = 0; i < size(); ++i) {
    const double *x = row(i) + 1;
    double sum = 0.0;
    for (int k = 0; k < predictors(); ++k) sum += x[k] * b[k];
    (*to)[i] = sum;
  }
}

std::vector<double> risk_sets::linear_predictors(const Eigen::VectorXd &b) const {
  std::vector<double> out;
  set_linear_predictors(b, &out);
  return out;
}

tied_sums::tied_sums(double at_risk, double dying, std::uint32_t deaths)
    : total(at_risk + dying), logarithms(deaths * std::log(total)) {
  const double d = deaths, rest = at_risk / total, own = dying / total;
  for (std::uint32_t l = 0; l < deaths; ++l) {
    const double g = (d - l) / d, z = rest + g * own, one = 1.0 / z;
    inverse += one;
    share += g * one;
    inverse_square += one * one;
    share_inverse += g * one * one;
    share_square += g * g * one * one;
    if (l > 0) logarithms += std::log(z);
  }
}

}  // namespace harmony::statistics
