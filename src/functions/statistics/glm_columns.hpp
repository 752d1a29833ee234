// The columns of harmony.glm_model and harmony.clustered_model. For shells only.
#pragma once

#include "core/statistics/glm.hpp"
#include "core/statistics/robust_model.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

using statistics::clustered_model;
using statistics::glm_model;

inline square_matrix covariance_of_glm(const glm_model &model) {
  return {model.covariance, model.covariance.empty() ? 0 : model.coefficients.size()};
}
inline square_matrix covariance_of_clustered(const clustered_model &model) {
  return {model.covariance, model.covariance.empty() ? 0 : model.coefficients.size()};
}

inline constexpr column<glm_model> glm_columns[] = {
    {"family", from<&glm_model::family>},
    {"n", from<&glm_model::n>},
    {"n_skipped", from<&glm_model::n_skipped>},
    {"events", from<&glm_model::events>},
    {"rank", from<&glm_model::rank>},
    {"df", from<&glm_model::df>},
    {"iterations", from<&glm_model::iterations>},
    {"converged", from<&glm_model::converged>},
    {"separated", from<&glm_model::separated>},
    {"coefficients", from<&glm_model::coefficients>},
    {"std_errors", from<&glm_model::std_errors>},
    {"statistics", from<&glm_model::statistics>},
    {"p_values", from<&glm_model::p_values>},
    {"ci_low", from<&glm_model::ci_low>},
    {"ci_high", from<&glm_model::ci_high>},
    {"covariance", from<covariance_of_glm>},
    {"log_likelihood", from<&glm_model::log_likelihood>},
    {"null_log_likelihood", from<&glm_model::null_log_likelihood>},
    {"deviance", from<&glm_model::deviance>},
    {"null_deviance", from<&glm_model::null_deviance>},
    {"chi2", from<&glm_model::chi2>},
    {"chi2_df", from<&glm_model::chi2_df>},
    {"chi2_p", from<&glm_model::chi2_p>},
    {"aic", from<&glm_model::aic>},
    {"bic", from<&glm_model::bic>},
    {"dispersion", from<&glm_model::dispersion>},
    {"pseudo_r_squared", from<&glm_model::pseudo_r_squared>},
    {"warnings", from<&glm_model::warnings>},
};

inline constexpr column<clustered_model> clustered_columns[] = {
    {"kind", from<&clustered_model::kind>},
    {"n", from<&clustered_model::n>},
    {"n_skipped", from<&clustered_model::n_skipped>},
    {"clusters", from<&clustered_model::clusters>},
    {"rank", from<&clustered_model::rank>},
    {"coefficients", from<&clustered_model::coefficients>},
    {"std_errors", from<&clustered_model::std_errors>},
    {"df", from<&clustered_model::df>},
    {"t_statistics", from<&clustered_model::t_statistics>},
    {"p_values", from<&clustered_model::p_values>},
    {"ci_low", from<&clustered_model::ci_low>},
    {"ci_high", from<&clustered_model::ci_high>},
    {"covariance", from<covariance_of_clustered>},
    {"r_squared", from<&clustered_model::r_squared>},
    {"warnings", from<&clustered_model::warnings>},
};

}  // namespace harmony::functions
