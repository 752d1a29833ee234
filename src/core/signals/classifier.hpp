// The nine types of signals: a glass box, whose indicators and reasons come with the answer.
#pragma once

#include "core/base/score.hpp"
#include "core/signals/cutoffs.hpp"

#include <array>
#include <cstdint>

namespace harmony::signals {

enum class position : std::uint8_t { none, excellent, favorable, normal, marginal, elevated, severe };
enum class slope_trend : std::uint8_t { rapidly_improving, improving, stable, worsening, rapidly_worsening };
enum class momentum : std::uint8_t { neutral, accelerating, decelerating };
enum class consistency : std::uint8_t { consistent, variable };
enum class signal_type : std::uint8_t {
  suspect_data,
  volatility_alert,
  critical_trajectory,
  chronic_underperformer,
  recovering,
  sustained_excellence,
  improving_leader,
  emerging_risk,
  baseline
};

/// Names as results spell them; null for position::none.
const char *name_of(position value);
const char *name_of(slope_trend value);
const char *name_of(momentum value);
const char *name_of(consistency value);
const char *name_of(signal_type value);

/// What a signal is made of, low values good; NaN means NULL.
struct signal_inputs {
  double z = missing;                 // mean of monthly z, else the node's
  double slope_percentile = missing;  // 0 to 100, 100 the worst
  double acceleration = missing;
  double sd = missing;         // of at least two monthly z
  double max_abs_z = missing;  // of the monthly z
  bool suppressed = false;
  std::int64_t periods = 0;  // observed months
};

/// What moved the severity away from its base.
struct refinements {
  int slope_percentile = 0, acceleration = 0, z = 0;

  int total() const { return slope_percentile + acceleration + z; }
};

struct classified_signal {
  signal_type type = signal_type::baseline;
  int severity = 0, base = 0;  // 0 to 100
  position at = position::none;
  slope_trend trend = slope_trend::stable;
  momentum moves = momentum::neutral;
  consistency steadiness = consistency::variable;
  bool spike = false;
  refinements refined{};
};

/// The first type that fits, and its severity. Errors: 22023 for an input that is infinite, a percentile outside 0 to
/// 100, a negative sd, max_abs_z or number of periods. O(1).
classified_signal classify(const signal_inputs &inputs, const classifier_cutoffs &cutoffs);

/// A sentence that says why; at most 200 bytes.
struct sentence {
  std::array<char, 256> bytes;
  std::size_t size = 0;
};
sentence reason_of(const classified_signal &signal, const signal_inputs &inputs);

/// Tiers by their lower bounds. `percentile` of the magnitude is turned like the rest: 100 is the worst. A magnitude
/// that is missing has no tier (null), a missing slope percentile is stable.
const char *magnitude_tier(double percentile, const tier_cutoffs &cutoffs);
const char *trajectory_tier(double slope_percentile, const tier_cutoffs &cutoffs);
const char *consistency_tier(double sd, std::int64_t periods, const tier_cutoffs &cutoffs);

}  // namespace harmony::signals
