// Shell of mlpsm_betas: coefficients of a fit as the betas of the success model.
#include <string>

#include "core/base/rounding.hpp"
#include "core/recruitment/mlpsm.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

// mlpsm_betas(coefficients float8[], std_errors float8[]); NULL stays null: a coefficient that could not be determined.
HARMONY_FUNCTION(mlpsm_betas) {
  const auto given = float8_array(PG_GETARG_DATUM(0), "coefficients");
  const auto errors = float8_array(PG_GETARG_DATUM(1), "std_errors");
  recruitment::betas model;
  const auto table = fields_of(model);
  if (given.size() != table.fields.size)
    throw error(sqlstate::invalid_parameter_value, "coefficients must be five: the intercept and one for each term",
                "There are " + std::to_string(given.size()) + ".");
  if (errors.size() != given.size())
    throw error(sqlstate::invalid_parameter_value, "std_errors must be as many as coefficients",
                "There are " + std::to_string(errors.size()) + ".");
  for (std::size_t k = 0; k < given.size(); ++k) {
    const auto &entry = table.fields[k];
    const bool is_null = given.missing() != nullptr && given.missing()[k];
    const bool is_known = errors.missing() == nullptr || !errors.missing()[k];
    const double value = is_null ? missing : rounded_to_error(given.values[k], is_known ? errors.values[k] : missing);
    if (!is_null && !entry.within.hold(value)) refuse_value(table.what, table.kind, entry.name, entry.within, value);
    model.*entry.member = value;
  }
  return guarded([&] {
    json_writer json;
    postgres::write_numbers(json, model);
    return json.finish();
  });
}

}  // namespace harmony::functions
