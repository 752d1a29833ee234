// What the phases' scores are worth: against what people answered about meeting each other.
#pragma once

#include "core/affinity/person_index.hpp"
#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::affinity {

inline constexpr std::size_t most_phases = 8;
inline constexpr std::int32_t most_draws = 10000;

/// NaN: the answers do not determine it.
struct phase_validity {
  std::int32_t phase = 0;  // from 1
  std::int64_t pairs = 0, people = 0;
  double auc = missing, auc_low = missing, auc_high = missing;
  double brier = missing;
  double slope = missing, slope_low = missing, slope_high = missing;
  double incremental_r_squared = missing;
};

/// NaN: the answers do not determine it. Arrays have an element a phase.
struct phase_weights {
  std::int64_t pairs = 0, people = 0, willing = 0;
  double intercept = missing;
  std::vector<double> coefficients, low, high;  // a point of the score
  std::vector<double> weights;                  // of the phases, 0 or above, sum 1
};

/// How the intervals are drawn; the same in every row.
struct validation_options {
  std::int32_t draws = 1000;
  std::int64_t seed = 1;
};

/// Answers about pairs, with their scores: the state of the aggregate. 16 bytes a row, 8 a score and 20 a person; twice
/// that more while it fits.
class validated_pairs {
 public:
  explicit validated_pairs(std::size_t phases, validation_options options);

  /// Whether `person` is willing to meet `other`, and the scores, 0 to 100, of each phase. Errors: 22023 for another
  /// number of phases or other options than in the rows before, for a score outside 0 to 100, for oneself.
  void add(std::int64_t person, std::int64_t other, bool willing, nullable_span<double> scores,
           validation_options options);
  void merge(const validated_pairs &other);

  /// For each phase, over the answers for which its score is there: the area under the ROC curve, ties half; Brier's
  /// score of score/100; Cox's calibration slope, of a logistic regression on log(p/(1 − p)), p = score/100 held to
  /// .005 … .995. incremental_r_squared is what the phase adds to R² of least squares on those before, over the answers
  /// for which all of these are there. 95 % intervals by a bootstrap of people: each draw takes as many people as there
  /// are, with replacement, and a pair counts as often as one times the other was taken, since it belongs to both (Owen
  /// 2007; Davezies, D'Haultfoeuille and Guyonvarch 2021); limits are quantiles (type 7) of the draws in which the
  /// figure is determined, at least nine of ten. Person i of draw b, in the order of the ids: word i mod 4 of Philox's
  /// counter (⌊i/4⌋, b, 0, 0) under the seed, times the number of people, >> 32.
  std::vector<phase_validity> validities() const;

  /// The logistic regression of the answers on all phases, once the rarer answer was given ten times a phase (Peduzzi
  /// and others 1996), with intervals drawn as above; weights are its coefficients, those below 0 left out, over their
  /// sum.
  phase_weights weights() const;

  void serialize(native_writer &out) const;
  static validated_pairs deserialize(native_reader &in);

 private:
  struct row {
    std::uint32_t person, other;
    std::uint8_t willing;
  };

  void check_options(std::size_t phases, validation_options options) const;

  std::size_t phases_;
  validation_options options_;
  person_index people_;
  plain_store<row> rows_;
  plain_store<double> scores_;  // of each row, NaN where there is none

  friend class pair_sample;
};

}  // namespace harmony::affinity
