#include "core/signals/metric_signals.hpp"

#include "core/base/interrupt.hpp"
#include "core/signals/peers.hpp"
#include "core/signals/trend.hpp"
#include "core/statistics/multiple_testing.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace harmony::signals {

namespace {

std::int32_t month_index(std::int32_t period) { return period / 100 * 12 + period % 100 - 1; }

// The distance from a target range; else the value.
double judged(double value, const metric_options &options) {
  if (options.direction != polarity::target_range) return value;
  return std::fmax(0.0, std::fmax(options.low - value, value - options.high));
}

}  // namespace

polarity polarity_named(std::string_view name) {
  if (name == "lower_is_better") return polarity::lower_is_better;
  if (name == "higher_is_better") return polarity::higher_is_better;
  if (name == "target_range") return polarity::target_range;
  throw error(sqlstate::invalid_parameter_value, "unknown polarity \"" + std::string(name) + "\"", "",
              "It is lower_is_better, higher_is_better or target_range.");
}

void metric_options::check() const {
  cutoffs.check();
  if (direction != polarity::target_range) return;
  if (!std::isfinite(low) || !std::isfinite(high))
    throw error(sqlstate::invalid_parameter_value, "a target range must have two finite ends");
  if (low > high) throw error(sqlstate::invalid_parameter_value, "ends of a target range must be in order");
}

// ---- the rows ----

void metric_observations::check_options(std::string_view given) const {
  if (given != given_)
    throw error(sqlstate::invalid_parameter_value, "options must be the same in every row of a metric");
}

void metric_observations::add(std::int32_t facility, std::int32_t period, double value) {
  if (std::isinf(value)) throw error(sqlstate::invalid_parameter_value, "value must be finite");
  statistics::check_room(size_ + 1);
  if (rows_.size() == block_rows) {
    blocks_.push_back(std::move(rows_));
    rows_ = {};
    rows_.reserve(block_rows);
  }
  rows_.push_back({facility, period, value + 0.0});  // no negative zero
  ++size_;
}

void metric_observations::add_month(std::int32_t facility, std::int32_t period, double value) {
  const std::int32_t month = period % 100;
  if (period < 101 || period > 999912 || month < 1 || month > 12)
    throw error(sqlstate::invalid_parameter_value, "period " + std::to_string(period) + " is no month", "",
                "A period is written YYYYMM.");
  add(facility, period, value);
}

void metric_observations::merge(const metric_observations &other) {
  check_options(other.given_);
  statistics::check_room(size_ + other.size_);
  blocks_.insert(blocks_.end(), other.blocks_.begin(), other.blocks_.end());
  blocks_.push_back(other.rows_);
  size_ += other.size_;
}

void metric_observations::serialize(native_writer &out) const {
  out.text(given_);
  out.value(options_);
  out.value(static_cast<std::uint64_t>(blocks_.size()));
  out.reserve(size_ * sizeof(row));
  for (const std::vector<row> &block : blocks_) out.values(block);
  out.values(rows_);
}

metric_observations metric_observations::deserialize(native_reader &in) {
  const std::string given(in.text());
  metric_observations read(given, in.value<metric_options>());
  for (auto blocks = in.value<std::uint64_t>(); blocks > 0; --blocks) read.blocks_.push_back(in.values<row>());
  read.rows_ = in.values<row>();
  read.size_ = read.rows_.size();
  for (const std::vector<row> &block : read.blocks_) read.size_ += block.size();
  return read;
}

std::vector<metric_observations::row> metric_observations::sorted() const {
  std::vector<row> rows;
  rows.reserve(size_);
  for (const std::vector<row> &block : blocks_) rows.insert(rows.end(), block.begin(), block.end());
  rows.insert(rows.end(), rows_.begin(), rows_.end());
  const auto before = [](const row &a, const row &b) {
    return a.facility != b.facility ? a.facility < b.facility : a.period < b.period;
  };
  // As a run brings them, the aggregates come first and the months behind them, each in order.
  const auto second = std::is_sorted_until(rows.begin(), rows.end(), before);
  if (std::is_sorted(second, rows.end(), before))
    std::inplace_merge(rows.begin(), second, rows.end(), before);
  else
    sort_polling(rows, before);
  const auto twice = std::adjacent_find(rows.begin(), rows.end(), [](const row &a, const row &b) {
    return a.facility == b.facility && a.period == b.period;
  });
  if (twice == rows.end()) return rows;
  const std::string of = twice->period == 0 ? "aggregates" : "values of period " + std::to_string(twice->period);
  throw error(sqlstate::invalid_parameter_value,
              "facility " + std::to_string(twice->facility) + " has two " + of + " of one metric");
}

// ---- the figures ----

// Works through sorted rows step by step; each step needs the one before.
class metric_finish {
 public:
  metric_finish(const std::vector<metric_observations::row> &rows, const metric_options &options)
      : rows_(rows), options_(options), peers_(options.cutoffs.peers) {
    find_facilities();
    find_months();
  }

  std::vector<facility_month> months() const {
    std::vector<facility_month> told;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i % poll_every == 0) poll_interrupt();
      if (rows_[i].period != 0) told.push_back({rows_[i].facility, rows_[i].period, rows_[i].value, turned(z_at(i))});
    }
    return told;
  }

  std::vector<facility_signal> signals() {
    score_aggregates();
    for (std::size_t k = 0; k < out_.size(); ++k) {
      if (k % 4096 == 0) poll_interrupt();
      score_months(k);
      fit_trend(k);
    }
    rank_slopes();
    for (facility_signal &signal : out_) conclude(signal);
    std::size_t told = 0;
    for (std::size_t k = 0; k < out_.size(); ++k)
      if (places_[k].aggregate) out_[told++] = out_[k];
    out_.resize(told);
    return std::move(out_);
  }

 private:
  // Of a facility's rows: whether the first is its aggregate, and where its months are.
  struct place {
    bool aggregate;
    std::size_t first_month, end;
  };
  struct month {
    peer_moments moments;
    bool suppressed = true;
  };

  double judged_at(std::size_t i) const { return judged(rows_[i].value, options_); }
  std::int32_t step_at(std::size_t i) const { return month_index(rows_[i].period) - first_; }
  // Of a month's value among its peers, not yet turned.
  double z_at(std::size_t i) const {
    const month &peers = months_[static_cast<std::size_t>(step_at(i))];
    return peers.suppressed ? missing : peers.moments.z(judged_at(i), peers_.monthly_floor);
  }
  // So that high is bad.
  double turned(double figure) const {
    return options_.direction == polarity::higher_is_better ? 0.0 - figure : figure;
  }

  void find_facilities() {
    std::size_t facilities = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      facilities += i == 0 || rows_[i].facility != rows_[i - 1].facility ? 1 : 0;
    places_.reserve(facilities);
    out_.reserve(facilities);
    for (std::size_t i = 0; i < rows_.size();) {
      const std::int32_t facility = rows_[i].facility;
      const bool aggregate = rows_[i].period == 0;
      facility_signal signal;
      signal.facility = facility;
      if (aggregate) signal.value = rows_[i].value;
      const std::size_t first = aggregate ? i + 1 : i;
      for (; i < rows_.size() && rows_[i].facility == facility; ++i)
        if (rows_[i].period != 0) note_month(month_index(rows_[i].period));
      signal.periods = static_cast<std::int64_t>(i - first);
      places_.push_back({aggregate, first, i});
      out_.push_back(signal);
    }
  }

  void note_month(std::int32_t index) {
    first_ = std::min(first_, index);
    last_ = std::max(last_, index);
  }

  // The peers of every month. Values are put month by month, within one in the order of facilities.
  void find_months() {
    if (first_ > last_) return;
    const auto length = static_cast<std::size_t>(last_ - first_) + 1;
    std::vector<std::size_t> ends(length + 1, 0);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].period != 0) ++ends[static_cast<std::size_t>(step_at(i)) + 1];
    for (std::size_t m = 0; m < length; ++m) ends[m + 1] += ends[m];
    std::vector<double> values(ends[length]);
    std::vector<std::size_t> next = ends;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].period != 0) values[next[static_cast<std::size_t>(step_at(i))]++] = judged_at(i);
    months_.resize(length);
    for (std::size_t m = 0; m < length; ++m) {
      poll_interrupt();
      const span<double> peers(values.data() + ends[m], ends[m + 1] - ends[m]);
      months_[m].suppressed = static_cast<double>(peers.size) < peers_.monthly_min_peers;
      if (!months_[m].suppressed) months_[m].moments = moments_of_peers(peers);
    }
  }

  void score_aggregates() {
    std::vector<double> values(out_.size());
    std::vector<std::uint8_t> none(out_.size());
    for (std::size_t k = 0; k < out_.size(); ++k) {
      values[k] = judged(out_[k].value, options_);
      none[k] = std::isnan(out_[k].value);
    }
    const peer_rule rule{peers_.floor, static_cast<std::int64_t>(peers_.min_peers)};
    const auto scores = peer_scores({values.data(), reinterpret_cast<const bool *>(none.data()), values.size()}, rule);
    for (std::size_t k = 0; k < out_.size(); ++k) {
      out_[k].suppressed = scores[k].suppressed;
      if (none[k]) continue;
      out_[k].z = scores[k].z;
      out_[k].robust_z = scores[k].robust_z;
      out_[k].percentile = scores[k].percentile;
    }
  }

  void score_months(std::size_t k) {
    z_.clear();
    for (std::size_t i = places_[k].first_month; i < places_[k].end; ++i) {
      const double z = z_at(i);
      if (!std::isnan(z)) z_.push_back(z);
    }
    if (z_.empty()) return;
    const peer_moments all = moments_of_peers(z_);
    out_[k].mean_z = all.mean;
    if (z_.size() >= 2) out_[k].sd_z = all.sd;
    out_[k].max_abs_z = 0.0;
    for (const double z : z_) out_[k].max_abs_z = std::fmax(out_[k].max_abs_z, std::fabs(z));
  }

  void fit_trend(std::size_t k) {
    if (static_cast<double>(out_[k].periods) < peers_.trend_min_periods) return;
    steps_.clear();
    values_.clear();
    for (std::size_t i = places_[k].first_month; i < places_[k].end; ++i) {
      steps_.push_back(step_at(i));
      values_.push_back(judged_at(i));
    }
    const trend_result line = trend_of(steps_, values_, last_ - first_ + 1);
    out_[k].slope = line.slope;
    out_[k].p_value = line.p_value;
    out_[k].acceleration = line.acceleration;
  }

  void rank_slopes() {
    std::vector<double> p;
    std::vector<ranked_value> slopes;
    for (std::size_t k = 0; k < out_.size(); ++k) {
      p.push_back(out_[k].p_value);
      if (!std::isnan(out_[k].slope)) slopes.push_back({out_[k].slope, k});
    }
    const std::vector<double> q = statistics::fdr_bh(p);
    for (std::size_t k = 0; k < out_.size(); ++k) out_[k].q_value = q[k];
    if (static_cast<double>(slopes.size()) < peers_.trend_min_peers) return;
    std::vector<double> placed(out_.size(), missing);
    set_percentiles(slopes, placed.data());
    for (std::size_t k = 0; k < out_.size(); ++k) out_[k].slope_percentile = placed[k];
  }

  // Turns the figures, so that high is bad; then type and tiers.
  void conclude(facility_signal &s) const {
    double bad_percentile = s.percentile;
    for (double facility_signal::*figure :
         {&facility_signal::z, &facility_signal::robust_z, &facility_signal::mean_z, &facility_signal::acceleration})
      s.*figure = turned(s.*figure);
    if (options_.direction == polarity::higher_is_better) {
      s.slope_percentile = 100.0 - s.slope_percentile;
      bad_percentile = 100.0 - bad_percentile;
    }
    const tier_cutoffs &tiers = options_.cutoffs.tiers;
    s.magnitude = magnitude_tier(bad_percentile, tiers);
    s.trajectory = trajectory_tier(s.slope_percentile, tiers);
    s.steadiness = consistency_tier(s.sd_z, s.periods, tiers);
    signal_inputs in;
    in.z = std::isnan(s.mean_z) ? s.z : s.mean_z;
    in.slope_percentile = s.slope_percentile;
    in.acceleration = s.acceleration;
    in.sd = s.sd_z;
    in.max_abs_z = s.max_abs_z;
    in.suppressed = s.suppressed;
    in.periods = s.periods;
    s.found = classify(in, options_.cutoffs.classifier);
  }

  const std::vector<metric_observations::row> &rows_;
  const metric_options &options_;
  const peer_cutoffs &peers_;
  std::vector<facility_signal> out_;
  std::vector<place> places_;
  std::vector<month> months_;
  std::int32_t first_ = std::numeric_limits<std::int32_t>::max(), last_ = -1;  // months
  std::vector<double> z_, values_;                                             // of one facility
  std::vector<std::int32_t> steps_;
};

std::vector<facility_signal> metric_observations::signals() const {
  const std::vector<row> rows = sorted();
  return metric_finish(rows, options_).signals();
}

std::vector<facility_month> metric_observations::months() const {
  const std::vector<row> rows = sorted();
  return metric_finish(rows, options_).months();
}

}  // namespace harmony::signals
