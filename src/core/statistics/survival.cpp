#include "core/statistics/survival.hpp"

#include "core/statistics/distributions.hpp"

#include <cmath>

namespace harmony::statistics {

void survival_times::add(double time, bool event) {
  check_value(time, "time");
  if (time < 0.0) throw error(sqlstate::invalid_parameter_value, "time must not be negative");
  times_.add(time, event);
}

void survival_times::merge(const survival_times &other) {
  times_.merge(other.times_);
  n_skipped_ += other.n_skipped_;
}

const two_samples &survival_times::sorted() {
  times_.sort();
  return times_;
}

void survival_times::serialize(native_writer &out) const {
  times_.serialize(out);
  out.value(n_skipped_);
}

survival_times survival_times::deserialize(native_reader &in) {
  survival_times read;
  read.times_ = two_samples::deserialize(in);
  read.n_skipped_ = in.value<std::int64_t>();
  return read;
}

namespace {

// Where a curve that falls crosses 1/2; of points without a value nothing is known.
double half_time(const std::vector<survival_point> &curve, double survival_point::*value) {
  constexpr double tolerance = 1e-12;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const double here = curve[i].*value;
    if (!(here < 0.5 + tolerance)) continue;  // a missing one too
    if (here < 0.5 - tolerance) return curve[i].time;
    for (std::size_t next = i + 1; next < curve.size(); ++next)
      if (curve[next].*value < here - tolerance) return 0.5 * curve[i].time + 0.5 * curve[next].time;
    return curve[i].time;
  }
  return missing;
}

// Survival along the times. Between two times at which somebody is cut off it is one quotient of those at risk: as
// exact as numbers are without any.
class survival_estimate {
 public:
  void step(survival_point &point) {
    const auto at_risk = static_cast<double>(point.at_risk), events = static_cast<double>(point.events);
    if (anchor_at_risk_ == 0.0) anchor_at_risk_ = at_risk;
    const double left = at_risk - events;
    if (point.events > 0) {
      survival_ = anchor_ * (left / anchor_at_risk_);
      greenwood_ += events / (at_risk * left);
    }
    point.survival = survival_;
    if (point.censored > 0) {
      anchor_ = survival_;
      anchor_at_risk_ = left - static_cast<double>(point.censored);
    }
    if (!(survival_ > 0.0)) return;
    point.std_error = survival_ * std::sqrt(greenwood_);
    if (survival_ < 1.0) set_limits(point);
  }

 private:
  void set_limits(survival_point &point) const {
    const double cumulative = std::log(survival_);  // below 0
    const double width = std::exp(z_ * std::sqrt(greenwood_) / -cumulative);
    point.low = std::exp(cumulative * width);
    point.high = std::exp(cumulative / width);
  }

  const double z_ = normal_quantile(0.975);
  double survival_ = 1.0, greenwood_ = 0.0;
  double anchor_ = 1.0, anchor_at_risk_ = 0.0;
};

}  // namespace

survival_result kaplan_meier(survival_times &times) {
  const two_samples &sorted = times.sorted();
  const std::vector<double> &events = sorted.first.values, &censored = sorted.second.values;
  survival_result out;
  out.n_skipped = times.n_skipped();
  out.events = static_cast<std::int64_t>(events.size());
  out.n = out.events + static_cast<std::int64_t>(censored.size());
  survival_estimate estimate;
  for (std::size_t i = 0, j = 0, block = 0; i < events.size() || j < censored.size(); ++block) {
    if (block % poll_every == 0) poll_interrupt();
    const bool next_is_event = i < events.size() && (j >= censored.size() || events[i] <= censored[j]);
    survival_point point;
    point.time = next_is_event ? events[i] : censored[j];
    const std::size_t i0 = i, j0 = j;
    while (i < events.size() && events[i] == point.time) ++i;
    while (j < censored.size() && censored[j] == point.time) ++j;
    point.at_risk = out.n - static_cast<std::int64_t>(i0 + j0);
    point.events = static_cast<std::int64_t>(i - i0);
    point.censored = static_cast<std::int64_t>(j - j0);
    estimate.step(point);
    out.curve.push_back(point);
  }
  out.median = half_time(out.curve, &survival_point::survival);
  out.median_low = half_time(out.curve, &survival_point::low);
  out.median_high = half_time(out.curve, &survival_point::high);
  return out;
}

}  // namespace harmony::statistics
