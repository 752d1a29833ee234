#include "core/psychometrics/pomp.hpp"

#include "core/base/error.hpp"

#include <string>

namespace harmony::psychometrics {

void check_scale(int scale_min, int scale_max) {
  if (scale_min >= scale_max)
    throw error(sqlstate::invalid_parameter_value, "scale minimum " + std::to_string(scale_min) +
                                                       " is not below scale maximum " + std::to_string(scale_max));
}

double pomp(int answer, int scale_min, int scale_max, bool inverted) {
  check_scale(scale_min, scale_max);
  if (answer < scale_min || answer > scale_max)
    throw error(sqlstate::numeric_value_out_of_range, "answer " + std::to_string(answer) + " is outside the scale " +
                                                          std::to_string(scale_min) + " to " +
                                                          std::to_string(scale_max));
  return percentage_of_maximum(inverted ? reversed(answer, scale_min, scale_max) : answer, 1, scale_min, scale_max);
}

}  // namespace harmony::psychometrics
