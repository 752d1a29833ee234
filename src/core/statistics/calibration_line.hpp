// Cox's calibration of probabilities: a logistic regression on one predictor, for many rows.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

namespace harmony::statistics {

struct calibration_line {
  double intercept = missing, slope = missing;
};

/// logit P(y = 1) = intercept + slope x by maximum likelihood, from the x of the rows with y = 0 and of those with y =
/// 1, each sorted. NaN where no maximum exists: one outcome only, or x that parts the outcomes, even if they meet in
/// one value. Newton's method from the line of perfect calibration, of many rows from that of a part of them; steps
/// halved while the likelihood falls. Where that does not do, as with x far out on the wrong side, whose weight is lost
/// in rounding, from the line without a slope; at most 100 steps each. As fit_logistic, in one pass a step and without
/// copies. O(n) a step.
calibration_line fit_calibration_line(span<double> negatives, span<double> positives);

}  // namespace harmony::statistics
