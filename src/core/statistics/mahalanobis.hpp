// Distance of a point from a population with correlated dimensions.
#pragma once

#include "core/base/span.hpp"

namespace harmony::statistics {

/// D² = (x − μ)ᵀ Σ⁻¹ (x − μ), the squared Mahalanobis distance, over the dimensions that are measured: those of x that
/// are not NaN, with their part of μ and Σ (the exact marginal distance). Σ row by row; its lower triangle is read. NaN
/// where nothing is measured, where Σ is not positive definite (a dimension that the others determine counts as that)
/// or where the result is not finite. The caller has checked the sizes. Cubic in the number of measured dimensions.
double mahalanobis(span<double> x, span<double> mean, span<double> covariance);

}  // namespace harmony::statistics
