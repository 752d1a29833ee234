// Numbers in messages.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdio>
#include <string>

namespace harmony {

/// A number for a message, up to 15 significant digits.
inline std::string format_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

}  // namespace harmony
