// Agreement of raters on categories: Cohen's, Fleiss' and Krippendorff's coefficients.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/table_state.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL.
struct kappa_result {
  std::int64_t n = 0;  // what was rated
  std::int32_t raters = 2, categories = 0;
  double agreement = missing, expected = missing, kappa = missing;
  double std_error = missing;       // two raters: Fleiss, Cohen and Everitt (1969)
  double std_error_null = missing;  // where kappa is 0
  double low = missing, high = missing, z = missing, p = missing;
};

enum class kappa_weights { none, linear, quadratic };
/// 'linear' or 'quadratic', else error 22023.
kappa_weights kappa_weights_of(std::string_view name);

/// Cohen's (1960, 1968) kappa of a table of pairs: (p_o − p_e)/(1 − p_e), weights 1 − d/max d or 1 − (d/max d)² of the
/// distance d of two categories as numbers. z and p by the error under independence. NaN where one category was used.
/// Errors: 22023 for weights of categories that are no finite numbers; 54000 for more than 2,000 categories.
kappa_result cohen_kappa(const table_header *state, kappa_weights weights);

/// Fleiss' (1971) kappa of a table of ratings, as many in every unit (22023), with the error of Fleiss, Nee and Landis
/// (1979). NaN as above, and for one rating a unit.
kappa_result fleiss_kappa(const table_header *state);

/// Adds a unit's ratings, by name. A unit of one tells nothing of agreement: it is left out, or kept as what the number
/// of ratings is compared with. Error 54000 for more than 2,000 different ones.
table_header *add_ratings(table_header *state, const std::vector<std::string> &names, bool keep_single,
                          table_allocator allocate);

enum class krippendorff_metric { nominal, ordinal, interval, ratio };
/// Error 22023 for another name.
krippendorff_metric krippendorff_metric_of(std::string_view name);

/// NaN means NULL.
struct krippendorff_result {
  std::int64_t units = 0, values = 0;  // that can be paired
  double alpha = missing, observed_disagreement = missing, expected_disagreement = missing;
};
/// Krippendorff's (2011) alpha 1 − D_o/D_e of a table of ratings. NaN where fewer than two values are used. Errors as
/// cohen_kappa(), names being numbers for all metrics but nominal.
krippendorff_result krippendorff_alpha(const table_header *state, krippendorff_metric metric);

}  // namespace harmony::statistics
