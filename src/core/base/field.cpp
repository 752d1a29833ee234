#include "core/base/field.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"

namespace harmony {

namespace {

std::string described(const bounds &within) {
  const std::string number = within.whole ? "a whole number " : "";
  if (within.low == above_zero.low) return number + "above 0 and at most " + format_number(within.high);
  return number + "between " + format_number(within.low) + " and " + format_number(within.high);
}

}  // namespace

void refuse_value(const char *what, field_kind kind, std::string_view name, const bounds &within, double value) {
  const bool measure = kind == field_kind::measure;
  throw error(
      measure ? sqlstate::numeric_value_out_of_range : sqlstate::invalid_parameter_value,
      "\"" + std::string(name) + "\" is out of range",
      "The value in " + std::string(what) + " is " + format_number(value) + "; it must be " + described(within) + ".");
}

void check_sum(std::string_view weight_of, double sum) {
  if (sum > 0.0 && sum <= largest_constant) return;
  throw error(
      sqlstate::invalid_parameter_value,
      "weights of " + std::string(weight_of) + " must sum to more than 0, at most " + format_number(largest_constant));
}

}  // namespace harmony
