// Distance of a point from a population with correlated dimensions.
#pragma once

#include "core/base/span.hpp"

#include <cstddef>

namespace harmony::statistics {

/// D² = (x − μ)ᵀ Σ⁻¹ (x − μ), the squared Mahalanobis distance, over the dimensions that are measured: those of x that
/// are not NaN, with their part of μ and Σ (the exact marginal distance). Σ row by row. NaN
/// where nothing is measured, where Σ is not positive definite (a dimension that the others determine counts as that)
/// or where the result is not finite. Errors:
/// 22023 for a Σ that is not symmetric (beyond a relative 1e-12 of rounding). The caller has checked the sizes. Cubic
/// in the number of measured dimensions.
double mahalanobis(span<double> x, span<double> mean, span<double> covariance);

/// Error 22023 unless the n × n matrix is symmetric up to a relative 1e-12.
void check_symmetric(span<double> matrix, std::size_t n);

}  // namespace harmony::statistics
