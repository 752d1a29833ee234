// Agreement of two rankings of the same things.
#pragma once

#include "core/base/span.hpp"

namespace harmony::statistics {

/// Kendall's τ-b, −1…1, ties counted (Kendall 1945), in O(n log n) (Knight 1966). NaN below two pairs and where one
/// side is constant. Error 22023 when the sizes differ or a value is NaN.
double kendall_tau(span<double> x, span<double> y);

/// Spearman's ρ, −1…1: Pearson's correlation of the mid-ranks, in O(n log n). NaN and errors as kendall_tau().
double spearman_rho(span<double> x, span<double> y);

}  // namespace harmony::statistics
