// Differential item functioning: whether people of equal standing in two groups solve an item equally often.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/table_state.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN and null mean NULL.
struct dif_mh_result {
  std::int64_t n = 0;
  std::int32_t strata = 0;  // that compare both groups
  double odds_ratio = missing, log_odds_ratio = missing, std_error = missing, low = missing, high = missing;
  double chi2 = missing, p = missing, delta = missing;
  const char *size_class = nullptr;
};
/// Mantel and Haenszel (1959) over a table of the shape `strata`: odds of the reference group over those of the focal
/// one, error by Robins, Breslow and Greenland (1986); ½ is taken off |Σ(A − E)| where it is ½ or more; delta = −2.35
/// ln OR; classes A, B, C of the ETS (Zieky 1993). NaN where no stratum has both groups and both answers.
dif_mh_result dif_mantel_haenszel(const table_header *state);

/// NaN and null mean NULL.
struct dif_logistic_result {
  std::int64_t n = 0;
  double uniform_chi2 = missing, uniform_p = missing, nonuniform_chi2 = missing, nonuniform_p = missing;
  double chi2 = missing, p = missing, log_odds_ratio = missing, r_squared_change = missing;
  const char *size_class = nullptr;
};
/// Swaminathan and Rogers (1990) over a table of the shape `scores`: likelihood ratios of score, + group, + product;
/// Nagelkerke's R² between first and last; classes by .035 and .07, A where the joint test keeps its null hypothesis
/// (Jodoin and Gierl 2001). NaN where a model has no maximum.
dif_logistic_result dif_logistic(const table_header *state);

}  // namespace harmony::statistics
