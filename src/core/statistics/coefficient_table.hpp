// Reading a model: its coefficients as a table, contrasts of them, tests of several at once.
#pragma once

#include "core/base/score.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// What models of every kind have in common. NaN means NULL. Arrays have the intercept first, where there is one.
struct fitted_model {
  std::vector<double> coefficients, std_errors, statistics, p_values;
  std::vector<double> low, high;   // at 95 %
  std::vector<double> df;          // of t, one a coefficient; empty: normal
  std::vector<double> covariance;  // row-major
  bool has_intercept = true;
  double df_of_tests = missing;  // second df of F; NaN where df are those of coefficients: the smallest that is used
  bool has_other_levels = true;  // false where intervals come from a likelihood's profile
};

struct coefficient {
  std::string term;
  double estimate = missing, std_error = missing, statistic = missing, df = missing, p_value = missing;
  double low = missing, high = missing;
  double ratio = missing, ratio_low = missing, ratio_high = missing;  // exp, where asked
};

struct coefficient_options {
  const std::vector<std::string_view> *names = nullptr;  // of the predictors; without: x1, x2, …
  double level = 0.95;
  bool exponentiate = false;
  std::optional<int> digits;  // decimals that figures are rounded to
};

/// Errors: 22023 for another number of names than of predictors, a level outside 0 and 1, digits outside 0 to 9,
/// arrays of the model that do not fit.
std::vector<coefficient> coefficient_table(const fitted_model &model, const coefficient_options &options);

struct contrast_result {
  double estimate = missing, std_error = missing, statistic = missing, df = missing, p_value = missing;
  double low = missing, high = missing;
};

/// w'b, tested against `value`; interval at 95 %. All NaN where a coefficient with a weight is NaN. df: of the
/// coefficient where one alone has a weight, else that of the tests. Errors: 22023 for another number of weights, a
/// weight that is not finite.
contrast_result contrast(const fitted_model &model, const std::vector<double> &weights, double value);

struct wald_result {
  double statistic = missing;
  int df1 = 0;
  double df2 = missing, p_value = missing;
};

/// (Kb)'(K V K')^-1 Kb: chi-squared, or over the number of rows F. All NaN where a coefficient with a weight is NaN, or
/// V is singular. Errors: 22023 for rows of another length or that depend on each other.
wald_result wald_test(const fitted_model &model, const std::vector<double> &weights, int rows, int columns);

// ---- builders of predictors ----

/// 0/1 of every level but the first, which is the reference. Error 22023 for a value that is no level, or no levels.
std::vector<double> dummies(std::string_view value, const std::vector<std::string_view> &levels);
/// The same for sum-to-zero effects: every level but the last, which is -1 throughout.
std::vector<double> effects_coded(std::string_view value, const std::vector<std::string_view> &levels);
/// Products of every a with every b, b fastest.
std::vector<double> interact(const std::vector<double> &a, const std::vector<double> &b);
std::vector<std::string> dummy_names(std::string_view name, const std::vector<std::string_view> &levels);
std::vector<std::string> interact_names(const std::vector<std::string_view> &a, const std::vector<std::string_view> &b);

}  // namespace harmony::statistics
