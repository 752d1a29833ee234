// Parallel analysis: how many eigenvalues of a correlation matrix are larger than chance makes them.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.parallel_analysis` answers.
struct parallel_result {
  int factors = 0;
  std::vector<double> eigenvalues;  // of the correlation matrix, descending
  std::vector<double> random_mean;  // of the same eigenvalue over the draws
  std::vector<double> random_95;    // its 95th centile (type 7 of Hyndman and Fan 1996)
};

/// Error 22023 unless there are 1 to 100000 draws.
void check_draws(std::int64_t draws);

/// Eigenvalues, descending, of the correlations of n rows of k independent normal items: draw number `draw` of a seed.
/// The cross products are drawn as Bartlett (1933) decomposed them, which is the distribution of the n rows at the cost
/// of k² numbers. Number i of a draw is word pair i mod 2 of Philox's block (i/2, draw, 0, 0) under the key of the
/// seed's low and high words, of 53 bits, through the inverse of its distribution function.
std::vector<double> random_eigenvalues(std::int64_t n, int k, std::int64_t seed, std::uint32_t draw);

/// Horn (1965) with the 95th centile (Glorfeld 1995): `factors` counts the leading eigenvalues above random_95. The
/// rows of `state` are n rows of p + 1 items that vary (else an empty result, `why_not` says why). Errors: check_draws;
/// 54000 for more than 2e7 random eigenvalues.
parallel_result analyse_parallel(const linear_header *state, std::int64_t seed, std::int64_t draws,
                                 std::string *why_not);

}  // namespace harmony::statistics
