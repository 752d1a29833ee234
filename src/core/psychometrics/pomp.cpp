#include "core/psychometrics/pomp.hpp"

#include "core/base/error.hpp"

#include <string>

namespace harmony::psychometrics {

double pomp(int answer, int scale_min, int scale_max, bool inverted) {
  if (scale_min >= scale_max)
    throw error(sqlstate::invalid_parameter_value, "scale must run from a smaller to a larger number",
                "It is " + std::to_string(scale_min) + " to " + std::to_string(scale_max) + ".");
  if (answer < scale_min || answer > scale_max)
    throw error(sqlstate::numeric_value_out_of_range, "answer " + std::to_string(answer) + " is outside the scale " +
                                                          std::to_string(scale_min) + " to " +
                                                          std::to_string(scale_max));
  const double length = static_cast<double>(scale_max) - scale_min;
  const double steps = inverted ? static_cast<double>(scale_max) - answer : static_cast<double>(answer) - scale_min;
  return 100.0 * steps / length;
}

}  // namespace harmony::psychometrics
