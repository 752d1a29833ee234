// Least squares whose errors hold where the variance differs between rows, or where rows of a cluster are alike.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/groups.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/row_blocks.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// Ordinary least squares of y on x … (columns y, x …) with errors, tests, intervals, covariance and F of the kind HC0,
/// HC1, HC2 or HC3 (White 1980; MacKinnon and White 1985); t with n - rank df, F = Wald's statistic/(rank - 1). Where a
/// row alone determines a coefficient (leverage above 1 - 1e-12), HC2 and HC3 have none: NaN and a warning. x_means and
/// fit_at_means stay, std_error_at_means is NaN. Errors: 22023 for another kind, NaN, infinity.
linear_model fit_robust(std::string_view kind, const row_blocks &rows);

/// What `harmony.clustered_model` holds. NaN means NULL. Arrays have the intercept first.
struct clustered_model {
  std::string kind;
  std::int64_t n = 0, n_skipped = 0, clusters = 0;
  int rank = 0;
  std::vector<double> coefficients, std_errors, df, t_statistics, p_values, ci_low, ci_high;  // ci: 95 %
  std::vector<double> covariance;                                                             // row-major
  double r_squared = missing;
  std::vector<std::string> warnings;
};

/// The same for clusters: CR0, CR1 (G/(G - 1)), CR1S (times (n - 1)/(n - rank)), CR2 (Pustejovsky and Tipton 2018). t
/// with G - 1 df, for CR2 with Satterthwaite's of each coefficient. Columns: number of the cluster, y, x …. One
/// cluster: errors NaN and a warning. Errors: 22023 for another kind, NaN, infinity. O(n p² + G p³).
clustered_model fit_clustered(std::string_view kind, const row_blocks &rows, std::size_t clusters);

/// One linear state a cluster, packed.
class cluster_states {
 public:
  /// Errors: 22023 for another number of predictors than before, or a weighted state. States of no rows bring what they
  /// skipped alone.
  void add(const linear_header *state);
  void merge(cluster_states &&other);
  std::size_t size() const { return states_.size(); }
  const linear_header *operator[](std::size_t i) const {
    return reinterpret_cast<const linear_header *>(states_[i].data());
  }
  std::int64_t skipped() const { return n_skipped_; }
  std::string option;

  void serialize(native_writer &out) const;
  static cluster_states deserialize(native_reader &in);

 private:
  std::int64_t n_skipped_ = 0;
  std::vector<std::vector<double>> states_;
};

clustered_model fit_clustered(std::string_view kind, const cluster_states &states);

}  // namespace harmony::statistics
