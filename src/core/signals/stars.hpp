// One to five stars from measures in five groups, after the method of the American hospital ratings of 2021.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/groups.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::signals {

struct facility_stars {
  std::uint32_t facility = 0;
  std::int32_t groups = 0;   // with at least three measures
  double summary = missing;  // weighted mean of standardised groups; NaN where it is not rated
  std::int32_t stars = 0;    // 1 to 5; 0 where it is not rated
};

/// The measures of all facilities: what the aggregate star_ratings holds. 16 bytes a value, and the names once.
class star_measures {
 public:
  /// A value, higher is better; NaN: it was not measured. Errors: 22023 for an infinite value or an unknown group.
  void add(std::string_view facility, std::string_view group, std::string_view measure, double value);
  void merge(const star_measures &other);
  void serialize(native_writer &out) const;
  static star_measures deserialize(native_reader &in);

  /// Every facility, by the bytes of its name. Measures are standardised over all facilities (population SD; equal
  /// values are 0), the mean of a group's measures again; the summary weighs mortality, safety, readmission and
  /// experience .22, effectiveness .12, and shares out the weight of missing groups. Rated are facilities with three
  /// groups of three measures, among those with as many such groups, by five exact clusters; fewer than five different
  /// summaries are not rated. Errors: 22023 for two values of one measure.
  std::vector<facility_stars> ratings() const;
  std::string_view facility_name(std::uint32_t facility) const { return facilities_.name(facility); }

 private:
  friend class star_rater;
  struct row {
    std::uint32_t facility, measure;
    double value;
  };

  std::vector<row> sorted() const;

  statistics::group_index facilities_;
  statistics::group_index measures_;  // named by the number of their group, a digit, and their own name
  std::vector<row> rows_;
};

}  // namespace harmony::signals
