// A role's course in words.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/score.hpp"
#include "core/workforce/config.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::workforce {

/// Means of the steps 0...n_steps.
struct role_course {
  const role &of;
  std::uint32_t n_steps;
  std::vector<double> count, salary, automation_rate;
};

struct explanation {
  std::string role;
  double staff_start = missing, staff_end = missing;
  double payroll_start = missing, payroll_end = missing;      // a year
  double automatable_time = missing;                          // share of the time
  double automatable_skill = missing, other_skill = missing;  // means; NaN where there is no such task
  double yearly_change = missing;                             // mean of the automation rate's change in a year
  /// Of the automation rate: none where it changes by less than .1 in all, early or late where more than 60 % of the
  /// change falls into the first or second half of the months, else balanced.
  const char *pattern = "none";
  std::vector<std::string> limits;  // what holds automation up or makes it fast
  std::vector<std::string> text;    // sentences
};

explanation explain(const role_course &course);

/// What a run takes for granted, in sentences: first that it is a what-if of them and not a forecast.
std::vector<std::string> assumptions_of(const config &asked);

}  // namespace harmony::workforce
