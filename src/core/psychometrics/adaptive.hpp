// Ability under the two-parameter logistic model, and which item to ask next (Birnbaum 1968; van der Linden and Glas
// 2010).
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <limits>

namespace harmony::psychometrics {

/// Item parameters, aligned: P(right) = 1/(1 + exp(−a (θ − b))).
struct item_bank {
  span<double> a;  // discrimination, above 0, at most 10
  span<double> b;  // difficulty, −10…10

  /// Error 22023 when the lengths differ or a parameter is out of its range.
  void check() const;

  /// check(), and of answers: 22023 for another number than that of the items, 22003 for one that is not 0 or 1.
  void check(nullable_span<std::int16_t> given) const;
};

struct ability {
  double theta = 0.0;           // posterior mean
  double standard_error = 1.0;  // posterior SD
  int n_answered = 0;
};

/// θ under the prior N(0, 1), expected a posteriori (Bock and Mislevy 1982), by the trapezoidal rule around the
/// posterior's maximum, with steps that follow its curvature; right to 1e-9 of its SD. Answers: 1 right, 0 wrong,
/// missing not asked. Errors: as check(); 22023 when the number of answers is not that of the items, 22003 for any
/// other answer.
ability ability_2pl(nullable_span<std::int16_t> answers, const item_bank &items);

/// Fisher's information of an item at θ: a² P (1 − P).
double item_information(double a, double b, double theta) noexcept;

struct stopping_rule {
  double target_se = 0.4;  // stop at this standard error or below
  int max_items = std::numeric_limits<int>::max();

  /// Error 22023 unless target_se is above 0 and max_items at least 1.
  void check() const;
};

struct next_item {
  std::size_t item = 0;          // from 1; 0 when there is none to ask
  double information = missing;  // at the ability so far
  ability so_far;
  const char *stop = nullptr;  // precise, limit, exhausted; nullptr while there is an item to ask
};

/// The item not asked yet with the most information at the ability so far; of equals the first. Errors as ability_2pl()
/// and stopping_rule::check().
next_item choose_next(nullable_span<std::int16_t> answers, const item_bank &items, const stopping_rule &rule = {});

}  // namespace harmony::psychometrics
