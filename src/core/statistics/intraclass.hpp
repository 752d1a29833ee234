// Intraclass correlations: how far raters of the same targets agree.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL.
struct icc_form {
  const char *form;
  double value = missing, f = missing, df1 = missing, df2 = missing, p = missing, low = missing, high = missing;
};

/// NaN means NULL.
struct icc_result {
  std::int64_t n = 0;
  std::int32_t k = 0;
  std::int64_t n_skipped = 0;
  double ms_targets = missing, ms_raters = missing, ms_error = missing;
  std::vector<icc_form> forms;  // ICC(1), ICC(A,1), ICC(C,1), ICC(k), ICC(A,k), ICC(C,k)
};

/// Shrout and Fleiss (1979), McGraw and Wong (1996), of a state whose columns are the raters, its rows the targets;
/// limits as R's psych. In double-double up to the mean squares. NaN: everything for n < 2; the forms for one rater and
/// where nothing varies. Without error F is infinite.
icc_result intraclass(const linear_header *state);

}  // namespace harmony::statistics
