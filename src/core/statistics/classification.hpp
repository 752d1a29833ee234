// What probabilities of two classes were worth: rank, calibration, and the decisions of a threshold. With outcomes, and
// without them yet.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/plain_store.hpp"
#include "core/base/score.hpp"
#include "core/statistics/wilson.hpp"

#include <array>
#include <cstdint>

namespace harmony::statistics {

inline constexpr double default_threshold = 0.5;

/// Errors: 22023 for what is not between 0 and 1, and for a threshold that is not the state's.
void check_threshold(double threshold);
void check_same_threshold(double threshold, double of_state);
void check_predicted_probability(double p);

inline double ratio(double part, double whole) { return whole > 0.0 ? part / whole : missing; }

/// The decisions of a threshold, p >= t being positive: counts, or what they are expected to be.
struct confusion {
  double tp = 0.0, fp = 0.0, fn = 0.0, tn = 0.0;

  /// NaN where a denominator is 0.
  double accuracy() const;
  double precision() const;
  double recall() const;
  double f1() const;   // 2 TP/(2 TP + FP + FN)
  double mcc() const;  // (TP TN − FP FN)/√((TP + FP)(TP + FN)(TN + FP)(TN + FN)), Matthews (1975)
};

/// Rows of the probabilities of [low, high), the last bin closed.
struct calibration_bin {
  double low = 0.0, high = 0.0;
  std::int64_t n = 0;
  double predicted = missing, observed = missing;  // mean probability, share of positives
  share_interval interval;                         // of observed: Wilson's, of 95 %
};

struct area_difference {
  double difference, low, high;
};
/// The difference of two independent areas under a curve, a − b ± z √(a_se² + b_se²), cut to −1…1. Errors: 22023 unless
/// areas are in 0…1, standard errors finite and not negative, and 0 < level < 1.
area_difference difference_of_areas(double a, double a_se, double b, double b_se, double level);

/// NaN means NULL (undefined for these data).
struct binary_performance_result {
  std::int64_t n = 0, positives = 0;
  double auc = missing, auc_se = missing, average_precision = missing;
  double brier = missing, brier_skill = missing, log_loss = missing;
  confusion decided;
  double ks = missing, ece = missing;
  double calibration_intercept = missing, calibration_slope = missing;
  std::array<calibration_bin, 10> calibration;
  share_interval auc_interval;  // 95 %: auc ± z auc_se, cut to 0…1
};

/// Probabilities with the outcome that followed: 8 bytes a row.
class binary_performance_state {
 public:
  /// Errors: 22023 unless 0 <= threshold <= 1.
  explicit binary_performance_state(double threshold = default_threshold);

  /// Errors: 22023 unless 0 <= probability <= 1.
  void add(bool outcome, double probability);
  /// Errors: 22023 for a threshold that is not the state's.
  void check_threshold(double threshold) const;
  void merge(const binary_performance_state &other);

  /// m positives, n negatives. auc: P(a positive's p is the higher) + P(equal)/2, and DeLong, DeLong and
  /// Clarke-Pearson's (1988) standard error, which takes two rows of each outcome; average_precision Σ (Rₖ − Rₖ₋₁) Pₖ
  /// over the different p as thresholds; brier mean (p − y)² and brier_skill 1 − brier/(base rate (1 − base rate));
  /// log_loss mean −ln of the probability of what happened, which counts as at least 1e-15; ks largest |F₁(p) − F₀(p)|;
  /// ece Σ nᵦ/n |mean p − mean y| over ten bins of equal width; calibration: y on logit p by maximum likelihood (Cox
  /// 1958), p held to 1e-15 from 0 and 1, NaN where p does not vary or separates the outcomes. With one outcome only,
  /// NaN: auc, auc_se, average_precision, brier_skill, mcc, ks, calibration line. Counts are exact. Sorts the rows: O(n
  /// log n), and 8 bytes more a row for the calibration line.
  binary_performance_result finish();

  void serialize(native_writer &out) const;
  static binary_performance_state deserialize(native_reader &in);

 private:
  double threshold_;
  plain_store<std::uint64_t> rows_;  // the bits of p without the sign, which p has none of, then the outcome
};

/// NaN means NULL (undefined for these data).
struct estimated_performance_result {
  std::int64_t n = 0;
  confusion expected;
  double auc = missing;
};

/// Probabilities whose outcome is not known yet: 8 bytes a row.
class estimated_performance_state {
 public:
  /// Errors: 22023 unless 0 <= threshold <= 1.
  explicit estimated_performance_state(double threshold = default_threshold);

  /// Errors: 22023 unless 0 <= probability <= 1.
  void add(double probability);
  /// Errors: 22023 for a threshold that is not the state's.
  void check_threshold(double threshold) const;
  void merge(const estimated_performance_state &other);

  /// What the figures are expected to be if the probabilities are calibrated: TP = Σ p and FP = Σ (1 − p) over p >= t,
  /// FN and TN likewise below; auc = Σᵢⱼ pᵢ (1 − pⱼ) [pᵢ > pⱼ, ½ where equal]/(Σp Σ(1 − p)). NaN where a denominator is
  /// 0. Sorts the rows: O(n log n).
  estimated_performance_result finish();

  void serialize(native_writer &out) const;
  static estimated_performance_state deserialize(native_reader &in);

 private:
  double threshold_;
  plain_store<double> rows_;
};

}  // namespace harmony::statistics
