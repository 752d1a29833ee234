// Shell of mlpsm_betas: coefficients of a fit as the betas of the success model. Contract:
// sql/extension/recruitment/functions.sql.
#include <cmath>
#include <string>
#include <vector>

#include "core/recruitment/mlpsm.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

// NULL stays null: a coefficient that could not be determined.
HARMONY_FUNCTION(mlpsm_betas) {
  auto given = float8_array(PG_GETARG_DATUM(0), "coefficients");
  std::vector<double> &coefficients = given.values;
  if (coefficients.size() != 1 + recruitment::term_count)
    throw error(sqlstate::invalid_parameter_value, "coefficients must be five: the intercept and one for each term",
                "There are " + std::to_string(coefficients.size()) + ".");
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    if (given.missing() != nullptr && given.missing()[k])
      coefficients[k] = missing;
    else if (!std::isfinite(coefficients[k]))
      throw error(sqlstate::invalid_parameter_value, "coefficients must be finite");
  }
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("intercept");
    json.number(coefficients[0]);
    for (std::size_t k = 0; k < recruitment::term_count; ++k) {
      json.key(recruitment::term_names[k]);
      json.number(coefficients[k + 1]);
    }
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
