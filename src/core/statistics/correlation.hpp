// Correlations with their tests, and tests of paired values, from a linear_state; equivalence tests.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/linear_state.hpp"
#include "core/statistics/table_state.hpp"
#include "core/statistics/two_sample.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace harmony::statistics {

/// NaN, or an empty optional, means NULL.
struct correlation_result {
  std::int64_t n = 0;
  double r = missing;
  std::int64_t df = 0;
  double statistic = missing, p = missing;  // t with df
  double low = missing, high = missing;     // 95 %, Fisher's z
  std::optional<bool> exact;                // of rank correlations alone
};

/// Columns i and j of a state (1 is y, 2 is x1, …) with all others held constant; of two columns Pearson's r. In
/// double-double. t = r √(df/(1 − r²)), df = n − 2 − k with k independent others; limits tanh(atanh r ± z/√(n − k −
/// 3)), NaN below n − k = 4. |r| = 1: p 0, statistic infinite. NaN: r of a column without variance, or that the others
/// determine. Error 22023 for i = j or a column that there is not, and for a weighted state.
correlation_result partial_correlation(const linear_header *state, int i, int j);

struct correlation_pair {
  std::int32_t i, j;
  std::int64_t n;
  double r, p, partial, partial_p;
};
/// All pairs i < j of the columns; partial: all others held constant. O(k³) for k columns.
std::vector<correlation_pair> correlations(const linear_header *state);

/// NaN means NULL.
struct paired_t_result {
  std::int64_t n = 0;
  double mean_difference = missing, sd = missing, t = missing;
  std::int64_t df = 0;
  double p_two_sided = missing, p_less = missing, p_greater = missing;
  double low = missing, high = missing;  // 95 % of the mean difference
  double d_z = missing, correlation = missing;
};
/// Student's t test of the differences y − x1 of a state of two columns. A standard deviation below the rounding of the
/// values is 0: t, p and the interval are NaN then, as for n < 2.
paired_t_result paired_t(const linear_header *state);

/// NaN, or an empty optional, means NULL.
struct tost_result {
  std::int64_t n1 = 0, n2 = 0;
  double difference = missing, std_error = missing, df = missing;
  double t_low = missing, p_low = missing, t_high = missing, p_high = missing, p = missing;
  std::optional<bool> equivalent;
  double low = missing, high = missing;  // 90 %
};
/// Two one-sided tests (Schuirmann 1987) that a difference lies between two bounds, from a table of the shape `bounds`:
/// of means by Welch's t (values "1" in the first sample, "2" in the second), and of pairs (values "x", "y" and "d",
/// their difference). Error 22023 where the bounds differ between rows.
tost_result tost(const table_header *state);
tost_result tost_paired(const table_header *state);

/// Error 22023 unless both are finite and low < high.
void check_bounds(double low, double high);

/// Thorndike's (1949) case II: r u/√(1 − r² + r²u²), u = sd_unrestricted/sd_restricted. Error 22023 for |r| > 1, an sd
/// that is not above 0 and finite.
double correct_range_restriction(double r, double sd_unrestricted, double sd_restricted);
/// Spearman (1904): r/√(rxx ryy), which may be above 1. Error 22023 for |r| > 1 and a reliability outside (0, 1].
double correct_attenuation(double r, double rxx, double ryy);

}  // namespace harmony::statistics
