// Do newly learnt weights predict better than those in use? Both judged on clusters that neither has seen, with their
// level and scale refitted, so that only the order they give counts.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"
#include "core/statistics/clustered_rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

inline constexpr std::uint32_t bootstrap_draws = 1000;

/// NaN means NULL.
struct weights_comparison {
  std::int64_t n = 0, clusters = 0, owners = 0;
  double effective_n = missing;           // (Σ w)²/Σ w² (Kish 1965)
  double fitted_r_squared = missing;      // cross-validated, of the weights learnt
  double rival_r_squared = missing;       // of those in use
  double share_won = missing;             // of the bootstrap draws
  std::vector<std::string> lost_without;  // owners without whose rows the learnt weights do not win
};

/// Folds are whole clusters, by fold_of() of the name. For each fold, from the rows outside of it: the learnt weights
/// by non-negative least squares; the rival's slopes as given, or, where rows are marked as seen by it, by non-negative
/// least squares on the seen rows alone; of both, level and scale (not below 0) by least squares on all rows outside.
/// R² = 1 − Σ w (y − prediction)²/Σ w (y − mean)² over the rows inside. share_won: of 1,000 draws of as many clusters,
/// with replacement, in which the learnt weights have the smaller sum of squared errors, by more than 1e-9 of the total
/// (equal weights never win); the draws depend on the number of clusters alone. lost_without: owners without whose
/// rows, for level and scale as for the errors, the learnt slopes (to which they have contributed) do not win. NaN: R²
/// for constant y, everything but the counts where a fold holds all clusters. Errors: 22023 unless rival has p finite
/// slopes and 1 <= folds <= 1000.
weights_comparison compare_weights(const clustered_rows &rows, span<double> rival, int folds);

/// Rows with what they are to be judged against: the state of the aggregate.
struct contested_rows {
  clustered_rows rows;
  std::vector<double> rival;
  int folds = 0;

  void merge(const contested_rows &other) { rows.merge(other.rows); }
  void serialize(native_writer &out) const {
    rows.serialize(out);
    out.values(rival);
    out.value(folds);
  }
  static contested_rows deserialize(native_reader &in) {
    contested_rows made;
    made.rows = clustered_rows::deserialize(in);
    made.rival = in.values<double>();
    made.folds = in.value<int>();
    return made;
  }
};

/// What a row of each owner counts so that none has more than `most` of the sum, or than its equal share where there
/// are fewer than 1/most owners: 1 for the smaller ones, less for those capped, then all scaled to the mean 1 over
/// rows. An owner without rows has 0. Errors: 22023 unless counts >= 0 and 0 < most <= 1.
std::vector<double> capped_weights(span<std::int64_t> counts, double most);

/// Thorndike's (1949) case 2: the correlation in the whole pool where it is r among the selected, whose standard
/// deviation of the predictor is u times the pool's: (r/u)/√(1 + r² (1/u² − 1)). NaN for u = 0. Errors: 22023 unless
/// |r| <= 1 and u is finite and >= 0.
double unrestricted_correlation(double r, double u);

}  // namespace harmony::statistics
