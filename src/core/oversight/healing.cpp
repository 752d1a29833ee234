#include "core/oversight/healing.hpp"

#include "core/base/error.hpp"

namespace harmony::oversight {

double fix_confidence(std::int64_t successes, std::int64_t failures) {
  if (successes < 0 || failures < 0) throw error(sqlstate::invalid_parameter_value, "counts must not be negative");
  const auto s = static_cast<double>(successes), f = static_cast<double>(failures);
  return (s + 1) / (s + f + 2);
}

}  // namespace harmony::oversight
