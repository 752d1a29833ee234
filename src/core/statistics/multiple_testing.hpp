// Many tests at once: the false discovery rate.
#pragma once

#include "core/base/span.hpp"

#include <vector>

namespace harmony::statistics {

/// Benjamini and Hochberg's (1995) adjusted p-values, in the order given: min over the p-values from this one up of
/// m p₍ᵢ₎/i, at most 1; rejecting those up to q holds the expected share of false rejections at q. As R's p.adjust: a
/// missing p-value (NaN) stays missing and does not count. Errors: 22023 unless 0 <= p <= 1. O(m log m).
std::vector<double> fdr_bh(span<double> p);

}  // namespace harmony::statistics
