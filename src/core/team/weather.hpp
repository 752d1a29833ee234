// The weather of a team, from its members' pulses: their level, variability and trend (docs/reference/team.md,
// "Weather").
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/score.hpp"
#include "core/team/pulse_scale.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace harmony::team {

struct weather_model {
  double neutral = 3.0;        // the value that the mean of few days is shrunk to
  double days = 7.0;           // the weather is of the last so many days; as many observed days count in full
  double trend_days = 30.0;    // swings and trend are of the last so many days
  double outlook_days = 30.0;  // how far ahead the outlook is
  double excellent_from = 4.5, stable_from = 3.5, turbulent_from = 2.5;

  /// Errors as check_fields(); 22023 when days exceed trend_days.
  void check() const;
};

inline field_table<weather_model> fields_of(const weather_model &) {
  constexpr bounds whole_days{1.0, 3660.0, true};
  static constexpr field<weather_model> fields[] = {
      {"days", &weather_model::days, whole_days},
      {"trend_days", &weather_model::trend_days, whole_days},
      {"outlook_days", &weather_model::outlook_days, whole_days},
      {"neutral", &weather_model::neutral, pulse_scale},
      {"excellent_from", &weather_model::excellent_from, any_number},
      {"stable_from", &weather_model::stable_from, any_number},
      {"turbulent_from", &weather_model::turbulent_from, any_number},
  };
  return {"weather", field_kind::constant, fields};
}

/// One answer of one person. Trivially copyable, without padding.
struct pulse {
  std::array<std::uint8_t, 16> person;
  std::int64_t day;  // any count of days
  double value;
};

struct weather {
  std::size_t n_pulses = 0, n_people = 0;  // of the last 7 days; pulses of a person and day count once
  std::uint32_t days_observed = 0;
  double mean = missing;                             // 1…5
  double shrunk = missing;                           // ew = mean k + 3 (1 − k), k = min(1, days_observed/7)
  const char *status = nullptr;                      // of the mean: excellent, stable, turbulent, critical
  double rmssd = missing;                            // pooled over people
  std::size_t n_differences = 0;                     // behind it
  std::uint32_t trend_days = 0;                      // days with a mean, of the last 30
  double slope = missing;                            // a day
  double slope_low = missing, slope_high = missing;  // 95 %
  const char *trend = nullptr;                       // improving, declining, or steady where the interval holds 0
  double outlook = missing;                          // 1…5, in 30 days
  double outlook_low = missing, outlook_high = missing;
  const char *outlook_status = nullptr;
};

/// Pulses of one team up to a day. Nothing depends on the order in which they were added.
class pulse_pool {
 public:
  /// Errors as weather_model::check().
  pulse_pool(std::int64_t as_of, const weather_model &model);

  /// Keeps a pulse of the last `trend_days` days, as_of included, and ignores all others. Error 22003 for a value off
  /// the scale.
  void add(const pulse &answer);

  /// Adds the pulses of another pool. Error 22023 when it has another day.
  void merge(const pulse_pool &other);

  /// Errors of deserialize(): 22P03, and those of the constructor and add().
  void serialize(native_writer &out) const;
  static pulse_pool deserialize(native_reader &in);

  std::int64_t as_of() const noexcept { return as_of_; }
  const std::vector<pulse> &pulses() const noexcept { return pulses_; }

  /// Everything, in O(n log n).
  ///   rmssd = √(Σ (x_t − x_{t−1})²/m) over the m successive pairs within persons (Jahng, Wood and Trull 2008)
  ///   slope of the daily means on the day, by ordinary least squares; interval from three days on
  ///   outlook = ew + outlook_days · slope, slope counted only where its interval excludes 0; low and high with the
  ///   ends of the interval; all clamped to the scale, and missing without weather or interval
  weather finish() const;

 private:
  std::int64_t as_of_;
  weather_model model_;
  std::vector<pulse> pulses_;
};

}  // namespace harmony::team
