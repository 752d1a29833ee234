// The columns of harmony.mixed_model. For shells only.
#pragma once

#include "core/statistics/mixed_model.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

/// A model with the groups that its effects are of.
struct described_mixed_model {
  statistics::mixed_model model;
  const statistics::grouped_sums *groups;
};

inline square_matrix covariance_of_mixed(const described_mixed_model &row) {
  return {row.model.covariance, row.model.coefficients.size()};
}

/// [{"group", "n", "effect"}, …] in the order of the names; nothing where there are no effects.
std::optional<jsonb_document> effects_of_mixed(const described_mixed_model &row);

inline constexpr auto in_mixed = &described_mixed_model::model;
inline constexpr column<described_mixed_model> mixed_columns[] = {
    {"n", from<in_mixed, &statistics::mixed_model::n>},
    {"n_skipped", from<in_mixed, &statistics::mixed_model::n_skipped>},
    {"groups", from<in_mixed, &statistics::mixed_model::groups>},
    {"rank", from<in_mixed, &statistics::mixed_model::rank>},
    {"converged", from<in_mixed, &statistics::mixed_model::converged>},
    {"coefficients", from<in_mixed, &statistics::mixed_model::coefficients>},
    {"std_errors", from<in_mixed, &statistics::mixed_model::std_errors>},
    {"df", from<in_mixed, &statistics::mixed_model::df>},
    {"t_statistics", from<in_mixed, &statistics::mixed_model::t_statistics>},
    {"p_values", from<in_mixed, &statistics::mixed_model::p_values>},
    {"ci_low", from<in_mixed, &statistics::mixed_model::ci_low>},
    {"ci_high", from<in_mixed, &statistics::mixed_model::ci_high>},
    {"covariance", from<covariance_of_mixed>},
    {"sigma2", from<in_mixed, &statistics::mixed_model::sigma2>},
    {"tau2", from<in_mixed, &statistics::mixed_model::tau2>},
    {"icc", from<in_mixed, &statistics::mixed_model::icc>},
    {"log_likelihood", from<in_mixed, &statistics::mixed_model::log_likelihood>},
    {"group_effects", from<effects_of_mixed>},
    {"warnings", from<in_mixed, &statistics::mixed_model::warnings>},
};

}  // namespace harmony::functions
