// The columns of harmony.linear_model. For shells only.
#pragma once

#include <string_view>

#include "core/statistics/linear_model.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

using statistics::linear_model;

inline square_matrix covariance_of_fit(const linear_model &model) {
  return {model.covariance, model.covariance.empty() ? 0 : model.coefficients.size()};
}

inline constexpr column<linear_model> linear_model_columns[] = {
    {"n", from<&linear_model::n>},
    {"n_skipped", from<&linear_model::n_skipped>},
    {"rank", from<&linear_model::rank>},
    {"df", from<&linear_model::df>},
    {"coefficients", from<&linear_model::coefficients>},
    {"std_errors", from<&linear_model::std_errors>},
    {"t_statistics", from<&linear_model::t_statistics>},
    {"p_values", from<&linear_model::p_values>},
    {"ci_low", from<&linear_model::ci_low>},
    {"ci_high", from<&linear_model::ci_high>},
    {"r_squared", from<&linear_model::r_squared>},
    {"adj_r_squared", from<&linear_model::adj_r_squared>},
    {"residual_std_error", from<&linear_model::residual_std_error>},
    {"f_statistic", from<&linear_model::f_statistic>},
    {"f_p_value", from<&linear_model::f_p_value>},
    {"condition_number", from<&linear_model::condition_number>},
    {"vif", from<&linear_model::vif>},
    {"log_likelihood", from<&linear_model::log_likelihood>},
    {"aic", from<&linear_model::aic>},
    {"bic", from<&linear_model::bic>},
    {"covariance", from<covariance_of_fit>},
    {"x_means", from<&linear_model::x_means>},
    {"fit_at_means", from<&linear_model::fit_at_means>},
    {"std_error_at_means", from<&linear_model::std_error_at_means>},
    {"cross_validated_r_squared", from<&linear_model::cross_validated_r_squared>},
    {"warnings", from<&linear_model::warnings>},
};

// The place of a column in the table, at compile time.
constexpr std::size_t place_of(std::string_view name) {
  std::size_t k = 0;
  while (linear_model_columns[k].name != name) ++k;
  return k;
}

}  // namespace harmony::functions
