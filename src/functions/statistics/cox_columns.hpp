// The columns of harmony.cox_model. For shells only.
#pragma once

#include "core/statistics/cox.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

using statistics::cox_model;

inline square_matrix covariance_of_cox(const cox_model &model) { return {model.covariance, model.coefficients.size()}; }

inline constexpr column<cox_model> cox_columns[] = {
    {"n", from<&cox_model::n>},
    {"n_skipped", from<&cox_model::n_skipped>},
    {"events", from<&cox_model::events>},
    {"rank", from<&cox_model::rank>},
    {"iterations", from<&cox_model::iterations>},
    {"converged", from<&cox_model::converged>},
    {"separated", from<&cox_model::separated>},
    {"coefficients", from<&cox_model::coefficients>},
    {"std_errors", from<&cox_model::std_errors>},
    {"statistics", from<&cox_model::statistics>},
    {"p_values", from<&cox_model::p_values>},
    {"ci_low", from<&cox_model::ci_low>},
    {"ci_high", from<&cox_model::ci_high>},
    {"covariance", from<covariance_of_cox>},
    {"log_likelihood", from<&cox_model::log_likelihood>},
    {"null_log_likelihood", from<&cox_model::null_log_likelihood>},
    {"chi2", from<&cox_model::chi2>},
    {"score_chi2", from<&cox_model::score_chi2>},
    {"wald_chi2", from<&cox_model::wald_chi2>},
    {"concordance", from<&cox_model::concordance>},
    {"clusters", from<&cox_model::clusters>},
    {"warnings", from<&cox_model::warnings>},
};

}  // namespace harmony::functions
