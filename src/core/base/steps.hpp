// Coarse values: what is told to whom no more may be found out.
#pragma once

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony {

/// Passes for a step of a scale of 0 to 100 from 0.001 to 100, else error 22023 that names it.
inline void check_step(double step, const char *name) {
  if (!(step >= 0.001 && step <= 100.0))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be from 0.001 to 100",
                "It is " + format_number(step) + ".");
}

/// The multiple of `step` that is nearest to x, `most` where that is smaller; of two as near the even one.
inline double nearest_step(double x, double step, double most) {
  return std::min(most, std::nearbyint(without_noise(x / step)) * step);
}

}  // namespace harmony
