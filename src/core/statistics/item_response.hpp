// Item response models by marginal maximum likelihood: two-parameter logistic and graded.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/response_patterns.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.irt_2pl` and `harmony.irt_graded` answer; NaN means NULL, an empty list too.
struct irt_result {
  std::int64_t n = 0;  // rows with an answer
  int items = 0;
  std::int64_t patterns = 0;  // distinct
  int iterations = 0;
  bool converged = false;
  bool graded = false;
  std::vector<double> a, se_a;                  // an item: slope; NaN where the item left the fit
  std::vector<double> b, se_b;                  // an item: difficulty, of answers 0 and 1
  std::vector<std::vector<double>> thresholds;  // an item: b_1 .. b_m of graded answers; none where it left the fit
  double log_likelihood = missing;
  std::vector<std::string> warnings;
};

/// P(answer >= c | theta) = 1/(1 + exp(-a (theta - b_c))), c = 1 .. m (Samejima 1969); with m = 1 the two-parameter
/// logistic model. theta ~ N(0, 1), on 61 equal nodes from -8 to 8. The marginal likelihood (Bock and Aitkin 1981) is
/// brought up by EM, accelerated (Varadhan and Roland 2008), then by Newton steps to a gradient of 1e-6. Standard
/// errors by the observed information. The mean of the slopes is positive. Missing answers are missing at random. An
/// item whose answers do not vary leaves the fit, with a warning; with fewer than three left nothing is estimated. A
/// threshold below the lowest answer given is NaN. Errors: 22023 for a category without answers between others, 54000
/// for more than 4,000 parameters.
irt_result fit_item_response(const response_patterns &patterns, bool graded);

}  // namespace harmony::statistics
