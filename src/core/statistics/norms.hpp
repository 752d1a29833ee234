// Norms of a score in a population, and where a single score stands: T, sten, stanine, percentile, standard error.
#pragma once

#include "core/base/span.hpp"
#include "core/statistics/samples.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL.
struct norms_result {
  std::int64_t n = 0;
  double mean, sd;                // sd with divisor n − 1; NaN for n < 2
  std::vector<double> quantiles;  // percentiles 1 to 99, interpolated (Hyndman and Fan's type 7, as percentile_cont)
};

/// Norms of a sample that is not empty. Sorts it.
norms_result norms(sample &scores);

/// (score − mean)/sd. NaN for sd = 0. Errors: 22023 for arguments that are not finite or sd < 0; so for all that
/// follow.
double z_score(double score, double mean, double sd);

/// 50 + 10 z (McCall 1922).
double t_score(double score, double mean, double sd);

/// Standard ten: ⌊2 z⌋ + 6 within 1 to 10; half an sd a step, the mean between 5 and 6 (Cattell). 0 for sd = 0.
int sten(double score, double mean, double sd);

/// Standard nine: ⌊2 z + 5.5⌋ within 1 to 9; half an sd a step, 5 around the mean. 0 for sd = 0.
int stanine(double score, double mean, double sd);

/// Percentile of a score, 0.5 to 99.5, from percentiles 1 to 99 of a population: interpolated between the two around
/// it; where several are equal to it, the middle of them (mid-rank); 0.5 below the first, 99.5 above the last. Errors:
/// 22023 unless there are 99, finite and in order.
double norm_percentile(double score, span<double> quantiles);

/// Standard error of measurement sd √(1 − reliability). A negative reliability, which alpha can have, counts as 0.
/// Errors: 22023 for sd < 0, reliability > 1 or what is not finite.
double sem(double sd, double reliability);

/// score ± z sem, which covers the true score with probability `level` (a second score of the same person falls inside
/// less often: with 0.834 for 0.95). Errors: 22023 unless 0 < level < 1, sem ≥ 0.
struct score_interval {
  double low, high;
};
score_interval interval_of_score(double score, double sem, double level);

/// score ± z √2 sem, in which a second score of the same person falls with probability `level`: both have an error
/// (Gulliksen 1950; Jacobson and Truax 1991). Errors as interval_of_score().
score_interval interval_of_retest(double score, double sem, double level);

}  // namespace harmony::statistics
