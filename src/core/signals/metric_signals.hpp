// One metric of many facilities: all figures of their signals, in one go.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/signals/classifier.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::signals {

enum class polarity : std::uint8_t { lower_is_better, higher_is_better, target_range };

struct metric_options {
  polarity direction = polarity::lower_is_better;
  double low = missing, high = missing;  // of a target range
  signal_cutoffs cutoffs{};

  /// Errors: 22023 for a target range without ends, or with ends out of order.
  void check() const;
};

/// The polarity of that name. Error 22023 for any other.
polarity polarity_named(std::string_view name);

/// What is told of a facility; NaN and null mean NULL. Figures are turned so that high is bad, but for value,
/// percentile and slope, which are as measured (of a target range: percentile and slope of the distance from it).
struct facility_signal {
  std::int32_t facility = 0;
  double value = missing;
  double z = missing, robust_z = missing, percentile = missing;  // among the aggregates
  double mean_z = missing, sd_z = missing, max_abs_z = missing;  // of the monthly z
  double slope = missing, slope_percentile = missing, acceleration = missing;
  std::int64_t periods = 0;  // observed months
  bool suppressed = false;
  double p_value = missing, q_value = missing;  // of the slope; q by Benjamini and Hochberg over the facilities
  const char *magnitude = nullptr, *trajectory = nullptr, *steadiness = nullptr;  // tiers
  classified_signal found{};
};

/// A month of a facility: the value as measured, and its z among the facilities of the month, high is bad; NaN where
/// the month has too few of them.
struct facility_month {
  std::int32_t facility, period;
  double value, z;
};

/// The rows of one metric: what the aggregate metric_signals holds. 16 bytes a row.
class metric_observations {
 public:
  /// `given` are the options as they came: every row must have the same (22023).
  metric_observations(std::string_view given, const metric_options &options) : given_(given), options_(options) {}

  /// Refuses options that differ from those given first (22023).
  void check_options(std::string_view given) const;
  /// The aggregate of a facility; NaN: it has none.
  void add_aggregate(std::int32_t facility, double value) { add(facility, 0, value); }
  /// A month, YYYYMM. Errors: 22023 for a period that is no month.
  void add_month(std::int32_t facility, std::int32_t period, double value);
  void merge(const metric_observations &other);
  void serialize(native_writer &out) const;
  static metric_observations deserialize(native_reader &in);

  /// A row of each facility that has an aggregate row, by number. Months of others count as peers. Errors: 22023 for
  /// two values of a facility and period; 22003. O(n log n).
  std::vector<facility_signal> signals() const;
  /// Every month of every facility, by facility and month. Errors and time as signals().
  std::vector<facility_month> months() const;

 private:
  friend class metric_finish;
  struct row {
    std::int32_t facility, period;  // period 0: the aggregate
    double value;
  };
  static constexpr std::size_t block_rows = 2048;

  void add(std::int32_t facility, std::int32_t period, double value);
  std::vector<row> sorted() const;

  std::string given_;
  metric_options options_;
  std::vector<row> rows_;                 // the newest
  std::vector<std::vector<row>> blocks_;  // full ones: a list that grows by doubling would touch twice the memory
  std::size_t size_ = 0;
};

}  // namespace harmony::signals
