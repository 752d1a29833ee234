#include "core/signals/classifier.hpp"

#include "core/base/error.hpp"
#include "core/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>

namespace harmony::signals {

namespace {

// Severities of a type; the base is the middle, a half rounded down.
struct severity_range {
  int low, high;

  int base() const { return (low + high) / 2; }
};
constexpr severity_range severity_ranges[] = {{50, 50}, {76, 80}, {91, 100}, {81, 90}, {71, 75},
                                              {0, 12},  {13, 25}, {60, 70},  {26, 59}};

position position_of(double z, const classifier_cutoffs &c) {
  if (std::isnan(z)) return position::none;
  if (z <= c.excellent) return position::excellent;
  if (z <= c.favorable) return position::favorable;
  if (z < c.marginal) return position::normal;
  if (z < c.elevated) return position::marginal;
  return z < c.severe ? position::elevated : position::severe;
}

slope_trend trend_at(double slope_percentile, const classifier_cutoffs &c) {
  if (std::isnan(slope_percentile)) return slope_trend::stable;
  if (slope_percentile < c.improving) return slope_trend::rapidly_improving;
  if (slope_percentile < c.stable) return slope_trend::improving;
  if (slope_percentile < c.worsening) return slope_trend::stable;
  return slope_percentile < c.rapidly_worsening ? slope_trend::worsening : slope_trend::rapidly_worsening;
}

momentum momentum_of(double acceleration, const classifier_cutoffs &c) {
  if (!(std::fabs(acceleration) > c.neutral_acceleration)) return momentum::neutral;
  return acceleration > 0.0 ? momentum::accelerating : momentum::decelerating;
}

bool has_spike(const signal_inputs &in, const classifier_cutoffs &c) {
  return in.max_abs_z >= c.spike && in.max_abs_z - std::fabs(in.z) >= c.spike_gap;
}

bool is_worsening(slope_trend trend) { return trend >= slope_trend::worsening; }
bool is_improving(slope_trend trend) { return trend <= slope_trend::improving; }

signal_type type_of(const classified_signal &s, bool is_suspect) {
  const bool is_high = s.at >= position::elevated, is_severe = s.at == position::severe;
  if (is_suspect) return signal_type::suspect_data;
  if (s.spike && s.steadiness == consistency::variable) return signal_type::volatility_alert;
  if (is_high && is_worsening(s.trend))
    return is_severe || s.moves == momentum::accelerating ? signal_type::critical_trajectory
                                                          : signal_type::chronic_underperformer;
  if (is_high && is_improving(s.trend)) return signal_type::recovering;
  if (is_severe) return signal_type::chronic_underperformer;
  if (s.at == position::excellent && s.trend == slope_trend::stable && s.steadiness == consistency::consistent)
    return signal_type::sustained_excellence;
  if (s.at <= position::normal && is_improving(s.trend)) return signal_type::improving_leader;
  if ((s.at == position::normal || s.at == position::marginal) && is_worsening(s.trend))
    return signal_type::emerging_risk;
  return signal_type::baseline;
}

// -2 to 2 by four bounds.
int step_of(double value, const double (&upper)[4]) {
  if (std::isnan(value)) return 0;
  return static_cast<int>(std::count_if(upper, upper + 4, [&](double bound) { return value >= bound; })) - 2;
}
constexpr double slope_steps[4] = {20.0, 40.0, 60.0, 80.0};
constexpr double z_steps[4] = {-1.0, -0.5, 0.5, 1.0};
constexpr double strong_acceleration = 0.01, some_acceleration = 0.005;

refinements refine(signal_type type, const signal_inputs &in) {
  refinements out;
  const int slope = step_of(in.slope_percentile, slope_steps);
  switch (type) {
    case signal_type::baseline:
      return {slope, 0, step_of(in.z, z_steps)};
    case signal_type::improving_leader:
      return {slope, in.acceleration < -strong_acceleration ? -2 : 0, 0};
    case signal_type::emerging_risk:
      out.acceleration = in.acceleration > strong_acceleration ? 2 : in.acceleration > some_acceleration ? 1 : 0;
      break;
    case signal_type::chronic_underperformer:
      break;
    default:
      return out;
  }
  out.slope_percentile = slope;
  out.z = in.z >= 0.5 ? 1 : 0;
  return out;
}

void check_input(double value, double low, double high, const char *name, const char *range) {
  if (std::isnan(value)) return;
  statistics::check_value(value, name);
  if (!(value >= low && value <= high)) throw error(sqlstate::invalid_parameter_value, std::string(name) + range);
}

void check_inputs(const signal_inputs &in) {
  check_input(in.z, -infinity, infinity, "z", "");
  check_input(in.slope_percentile, 0.0, 100.0, "slope_percentile", " must be between 0 and 100");
  check_input(in.acceleration, -infinity, infinity, "acceleration", "");
  check_input(in.sd, 0.0, infinity, "sd", " must not be negative");
  check_input(in.max_abs_z, 0.0, infinity, "max_abs_z", " must not be negative");
  if (in.periods < 0) throw error(sqlstate::invalid_parameter_value, "periods must not be negative");
}

// Words one after the other; what does not fit is cut.
class sentence_writer {
 public:
  sentence_writer &operator<<(std::string_view words) {
    const std::size_t n = std::min(words.size(), text.bytes.size() - text.size);
    std::memcpy(text.bytes.data() + text.size, words.data(), n);
    text.size += n;
    return *this;
  }
  // A name, its underlines as blanks.
  sentence_writer &name(const char *name) {
    const std::size_t begin = text.size;
    *this << name;
    std::replace(text.bytes.data() + begin, text.bytes.data() + text.size, '_', ' ');
    return *this;
  }
  sentence text;
};

const char *suspicion(const classified_signal &s, const signal_inputs &in) {
  if (in.suppressed) return "Too few peers to compare with.";
  return s.at == position::none ? "There is no z to judge by." : "Too few observed months to judge by.";
}

}  // namespace

const char *name_of(position value) {
  static constexpr const char *names[] = {nullptr,    "excellent", "favorable", "normal",
                                          "marginal", "elevated",  "severe"};
  return names[static_cast<std::size_t>(value)];
}

const char *name_of(slope_trend value) {
  static constexpr const char *names[] = {"rapidly_improving", "improving", "stable", "worsening", "rapidly_worsening"};
  return names[static_cast<std::size_t>(value)];
}

const char *name_of(momentum value) {
  static constexpr const char *names[] = {"neutral", "accelerating", "decelerating"};
  return names[static_cast<std::size_t>(value)];
}

const char *name_of(consistency value) { return value == consistency::consistent ? "consistent" : "variable"; }

const char *name_of(signal_type value) {
  static constexpr const char *names[] = {"suspect_data",           "volatility_alert", "critical_trajectory",
                                          "chronic_underperformer", "recovering",       "sustained_excellence",
                                          "improving_leader",       "emerging_risk",    "baseline"};
  return names[static_cast<std::size_t>(value)];
}

classified_signal classify(const signal_inputs &in, const classifier_cutoffs &cutoffs) {
  check_inputs(in);
  classified_signal out;
  out.at = position_of(in.z, cutoffs);
  out.trend = trend_at(in.slope_percentile, cutoffs);
  out.moves = momentum_of(in.acceleration, cutoffs);
  out.steadiness = in.sd < cutoffs.consistent_sd ? consistency::consistent : consistency::variable;
  out.spike = has_spike(in, cutoffs);
  const bool few = static_cast<double>(in.periods) < cutoffs.min_periods;
  out.type = type_of(out, in.suppressed || out.at == position::none || few);
  const severity_range range = severity_ranges[static_cast<std::size_t>(out.type)];
  out.base = range.base();
  out.refined = refine(out.type, in);
  out.severity = std::clamp(out.base + out.refined.total(), range.low, range.high);
  return out;
}

sentence reason_of(const classified_signal &s, const signal_inputs &in) {
  sentence_writer out;
  if (s.type == signal_type::suspect_data) return (out << suspicion(s, in)).text;
  out << "Position is ";
  out.name(name_of(s.at)) << (std::isnan(in.slope_percentile) ? ", trend is not known and counts as " : ", trend is ");
  out.name(name_of(s.trend)) << ", momentum is " << name_of(s.moves) << ", months are " << name_of(s.steadiness);
  out << (s.spike ? ", one stands out: " : ": ");
  return (out.name(name_of(s.type)) << ".").text;
}

const char *magnitude_tier(double percentile, const tier_cutoffs &c) {
  if (std::isnan(percentile)) return nullptr;
  if (percentile >= c.critical) return "critical";
  if (percentile >= c.severe) return "severe";
  if (percentile >= c.elevated) return "elevated";
  if (percentile >= c.marginal) return "marginal";
  if (percentile >= c.expected) return "expected";
  return percentile >= c.favorable ? "favorable" : "excellent";
}

const char *trajectory_tier(double slope_percentile, const tier_cutoffs &c) {
  if (std::isnan(slope_percentile)) return "stable";
  if (slope_percentile >= c.rapidly_deteriorating) return "rapidly_deteriorating";
  if (slope_percentile >= c.deteriorating) return "deteriorating";
  if (slope_percentile >= c.stable) return "stable";
  return slope_percentile >= c.improving ? "improving" : "rapidly_improving";
}

const char *consistency_tier(double sd, std::int64_t periods, const tier_cutoffs &c) {
  const auto months = static_cast<double>(periods);
  if (months < c.min_periods || sd > c.transient_sd) return "transient";
  return sd < c.persistent_sd && months >= c.persistent_periods ? "persistent" : "variable";
}

}  // namespace harmony::signals
