// Distance of a point from a population with correlated dimensions.
#pragma once

#include "core/base/span.hpp"

#include <cstddef>
#include <vector>

namespace harmony::statistics {

/// D² = (x − μ)ᵀ Σ⁻¹ (x − μ), the squared Mahalanobis distance, over the dimensions that are measured: those of x that
/// are not NaN, with their part of μ and Σ (the exact marginal distance). Σ row by row. NaN
/// where nothing is measured, where Σ is not positive definite (a dimension that the others determine counts as that)
/// or where the result is not finite. Errors:
/// 22023 for a Σ that is not symmetric, see check_symmetric(). The caller has checked the sizes. Cubic
/// in the number of measured dimensions.
double mahalanobis(span<double> x, span<double> mean, span<double> covariance);

/// Error 22023 unless the n × n matrix is symmetric: up to 1e-9 of the element or of the standard deviations, as sums
/// of the same numbers in another order differ in their last digits.
void check_symmetric(span<double> matrix, std::size_t n);

/// Σ⁻¹, n × n; empty where Σ is not positive definite, judged as above. Cubic in n.
std::vector<double> covariance_inverse(span<double> covariance, std::size_t n);

/// What mahalanobis() gives, from Σ⁻¹: squared in the number of dimensions and cubic in the number that is not
/// measured. The exact marginal distance is the least that any values of those would give.
double mahalanobis_by_inverse(span<double> x, span<double> mean, span<double> inverse);

}  // namespace harmony::statistics
