// Shell of the Mahalanobis distance.
#include <cmath>
#include <string>
#include <vector>

#include "core/statistics/mahalanobis.hpp"
#include "core/statistics/moments.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

void check_dimensions(std::size_t values, std::size_t means, int rows, int columns) {
  if (means == values && static_cast<std::size_t>(rows) == values && rows == columns) return;
  throw error(sqlstate::invalid_parameter_value, "mean and covariance must have the dimensions of x",
              "There are " + std::to_string(values) + " values, " + std::to_string(means) +
                  " means, and covariances of " + std::to_string(rows) + " by " + std::to_string(columns) + ".");
}

void check_finite(const std::vector<double> &values, const char *name) {
  for (const double x : values)
    if (std::isinf(x)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
}

}  // namespace

// mahalanobis(x, mean, covariance)
HARMONY_FUNCTION(mahalanobis) {
  int rows = 0, columns = 0;
  const std::vector<double> x = float8_values_or_nan(PG_GETARG_DATUM(0), "x");
  const std::vector<double> mean = float8_values(PG_GETARG_DATUM(1), "mean");
  const std::vector<double> covariance = float8_matrix(PG_GETARG_DATUM(2), "covariance", rows, columns);
  check_dimensions(x.size(), mean.size(), rows, columns);
  check_finite(x, "x");
  for (const double v : mean) statistics::check_value(v, "mean");
  for (const double v : covariance) statistics::check_value(v, "covariance");
  return return_nullable(fcinfo, statistics::mahalanobis(x, mean, covariance));
}

}  // namespace harmony::functions
