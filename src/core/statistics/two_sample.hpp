// Two samples and their means: Welch's t test and the standardised difference.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/statistics/moments.hpp"

namespace harmony::statistics {

/// Count, mean and standard deviation of a sample.
struct sample_summary {
  double n, mean, sd;
};

/// The state of a comparison of two samples: constant in size.
struct two_moments {
  moments first, second;

  void add(double value, bool in_first) {
    check_value(value);
    (in_first ? first : second).add(value);
  }
  void merge(const two_moments &other) {
    first.merge(other.first);
    second.merge(other.second);
  }
  void serialize(native_writer &out) const { out.value(*this); }
  static two_moments deserialize(native_reader &in) { return in.value<two_moments>(); }
};

/// NaN means NULL (undefined for these data).
struct t_test_result {
  sample_summary first, second;
  double difference, std_error;  // mean of the first − mean of the second
  double t, df;
  double p_two_sided, p_less, p_greater;
  double low, high;
};

/// Welch's (1947) t test without equal variances: std_error² = s₁²/n₁ + s₂²/n₂, df by Satterthwaite; p_less is
/// P(T ≤ t), small where the first mean is the smaller; interval of the difference at `level`. NaN: what needs a mean
/// of an empty sample or a variance of fewer than two values; t, p and the interval where neither sample varies.
/// Errors: 22023 unless 0 < level < 1 and, in the summary form, n is a whole number ≥ 0 and the rest finite with sd ≥
/// 0.
t_test_result welch_t(const two_moments &samples, double level = 0.95);
t_test_result welch_t(const sample_summary &first, const sample_summary &second, double level = 0.95);

/// NaN means NULL (undefined for these data).
struct effect_size {
  sample_summary first, second;
  double d;         // (mean₁ − mean₂)/pooled sd
  double hedges_g;  // d without its bias
  double low, high;
};

/// Cohen's d with the pooled standard deviation, Hedges' (1981) exact correction g = d Γ(m/2)/(√(m/2) Γ((m−1)/2)), m =
/// n₁ + n₂ − 2, and the 95 % interval of the population's effect by the noncentral t (Cumming and Finch 2001), to
/// 1e-11; where |t| > 450 √m, to 1e-5, by χ² alone. NaN: everything but the summaries where a sample is empty, m < 1 or
/// the pooled variance is 0; hedges_g for m < 2.
effect_size cohens_d(const two_moments &samples, double level = 0.95);

}  // namespace harmony::statistics
