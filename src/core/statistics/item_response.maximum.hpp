// The maximum of the marginal likelihood of a graded response model. Internal to item_response.
#pragma once

#include "core/statistics/item_response.likelihood.hpp"

#include <Eigen/Core>

namespace harmony::statistics {

/// Where the search ended, with the likelihood there.
struct irt_maximum {
  Eigen::VectorXd parameters;
  irt_expectation expectation;
  int iterations = 0;  // of EM and of Newton's method
  bool converged = false;
};

/// EM from slopes of 1, then Newton steps to a gradient of 1e-6.
irt_maximum maximise_graded(const answer_table &table);

}  // namespace harmony::statistics
