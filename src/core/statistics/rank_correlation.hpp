// Agreement of two rankings of the same things.
#pragma once

#include "core/base/span.hpp"
#include "core/statistics/correlation.hpp"
#include "core/statistics/row_blocks.hpp"

namespace harmony::statistics {

/// Kendall's τ-b, −1…1, ties counted (Kendall 1945), in O(n log n) (Knight 1966). NaN below two pairs and where one
/// side is constant. Error 22023 when the sizes differ or a value is NaN.
double kendall_tau(span<double> x, span<double> y);

/// Spearman's ρ, −1…1: Pearson's correlation of the mid-ranks, in O(n log n). NaN and errors as kendall_tau().
double spearman_rho(span<double> x, span<double> y);

/// Spearman's ρ of the pairs (columns 0 and 1) with its test. Up to nine pairs without ties p is exact: twice the
/// smaller tail of Σ d², the squared differences of the ranks, over all n! orders, at most 1; else by t = r √(df/(1 −
/// r²)), df = n − 2. Limits 95 %: tanh(atanh r ± z √((1 + r²/2)/(n − 3))) (Bonett and Wright 2000), NaN below four
/// pairs. NaN: r of a side that is constant. Interruptible.
correlation_result spearman(const row_blocks &pairs);

}  // namespace harmony::statistics
