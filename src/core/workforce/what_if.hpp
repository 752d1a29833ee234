// One input changed after the other, and one input sought.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/inputs.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::workforce {

struct tornado_bar {
  input_span span;
  double at_low, at_high;
};
struct tornado {
  double base = missing;
  std::vector<tornado_bar> bars;  // the widest first, equal ones by name
};

/// The outcome with each input at both ends of its span, all others as they are, under the same draws. Error 54000
/// where the runs are together more than `most` agents times steps times iterations.
tornado draw_tornado(const config &asked, const std::vector<input_span> &spans, std::string_view metric, double most);

struct sought {
  double value = missing;    // of the input
  double outcome = missing;  // of the metric there
  bool reached = false;      // false: the goal is not between the outcomes at both ends; value is the nearer end
  std::uint32_t evaluations = 0;
};

/// The input's value at which the outcome is the goal, by bisection between low and high: the automation rate is
/// monotone in what is learnt under the same draws, other metrics nearly. Ends at 1e-6 of the bracket or after 60
/// evaluations, with the end of the last bracket whose outcome is nearer to the goal. low and high are as taken().
/// Errors: 22023 unless low < high, both in the input's range, and for a goal that is not finite; 54000 as above, of 60
/// runs.
sought seek(const config &asked, std::string_view input, std::string_view metric, double goal, double low, double high,
            double most);

}  // namespace harmony::workforce
