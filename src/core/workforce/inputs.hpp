// The numbers of a configuration that a what-if changes, by their keys: those of the configuration, and "money.hiring"
// and the other prices.
#pragma once

#include "core/base/field.hpp"
#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace harmony::workforce {

/// An input's value: what it is when it is not given (learning_probability: automation_factor; new_tasks: 0). Error
/// 22023 for a key that the model does not have, or that no what-if changes (n_iterations, n_steps).
double input_of(const config &asked, std::string_view input);
/// The values that it may take. Errors as input_of().
bounds range_of(const config &asked, std::string_view input);
/// What an input of that range takes of a value: the next whole number where it must be one.
double taken(const bounds &range, double value);
/// The configuration with another value, as taken(). Errors as input_of(), 22023
/// beyond its range.
config with_input(const config &asked, std::string_view input, double value);

/// Ends between which an input is varied.
struct input_span {
  std::string input;
  double low, high;
};
/// Its value less and more `span`, cut at its range, as taken(). Errors as input_of(), 22023 unless the span is above
/// 0.
input_span span_of(const config &asked, std::string_view input, double span);

/// The mean over the iterations of a metric of all roles together at the last step, or of "npv" (version 2).
double outcome_of(const config &asked, std::string_view metric);
/// Error 22023 for a metric that outcome_of() does not know.
void check_outcome(const config &asked, std::string_view metric);

/// Error 54000 where so many runs together are more agents times steps times iterations than `most`.
void check_runs(const config &asked, double runs, double most);

}  // namespace harmony::workforce
