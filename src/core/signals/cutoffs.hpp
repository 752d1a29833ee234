// The cut-offs of signals: what is few, what is high, what is steady. Constants of a document of three parts.
#pragma once

#include "core/base/field.hpp"

namespace harmony::signals {

/// Under how many peers nothing is told, and the least divisors of z.
struct peer_cutoffs {
  double floor = 0.01;  // of an aggregate
  double min_peers = 15.0;
  double monthly_floor = 0.05;  // of a month
  double monthly_min_peers = 10.0;
  double trend_min_periods = 6.0;  // observed months that slope and acceleration take
  double trend_min_peers = 10.0;   // slopes that their percentile takes
};

/// Tiers: lower bounds of percentiles, inclusive; of the consistency the SD of monthly z and months.
struct tier_cutoffs {
  double critical = 99.0, severe = 95.0, elevated = 85.0, marginal = 75.0, expected = 25.0, favorable = 10.0;
  double rapidly_deteriorating = 90.0, deteriorating = 70.0, stable = 30.0, improving = 10.0;
  double min_periods = 3.0;    // fewer: transient
  double transient_sd = 1.1;   // above: transient
  double persistent_sd = 0.9;  // below, with persistent_periods: persistent
  double persistent_periods = 6.0;
};

/// Of the nine types.
struct classifier_cutoffs {
  double excellent = -1.5, favorable = -0.5;            // z, inclusive upper bounds of the position
  double marginal = 0.5, elevated = 1.0, severe = 2.0;  // z, inclusive lower bounds of the position
  double improving = 10.0, stable = 30.0;               // slope percentile, lower bounds of the trend
  double worsening = 70.0, rapidly_worsening = 90.0;
  double neutral_acceleration = 0.005;  // |acceleration| up to here: neutral
  double consistent_sd = 0.5;           // SD of monthly z below: consistent
  double spike = 2.0, spike_gap = 1.0;  // max |z|, and its distance from |z|
  double min_periods = 3.0;             // fewer: suspect_data
};

struct signal_cutoffs {
  peer_cutoffs peers{};
  tier_cutoffs tiers{};
  classifier_cutoffs classifier{};

  /// Errors: 22023 for a number out of its bounds, and cut-offs of one scale that are not in order.
  void check() const;

  /// Calls visit(key, part) for every part of the document; `cutoffs` may be const.
  template <class Cutoffs, class Visit>
  static void for_each_part(Cutoffs &cutoffs, Visit visit) {
    visit("peers", cutoffs.peers);
    visit("tiers", cutoffs.tiers);
    visit("classifier", cutoffs.classifier);
  }
};

field_table<peer_cutoffs> fields_of(const peer_cutoffs &);
field_table<tier_cutoffs> fields_of(const tier_cutoffs &);
field_table<classifier_cutoffs> fields_of(const classifier_cutoffs &);

}  // namespace harmony::signals
