// How far two distributions lie apart: Kolmogorov-Smirnov, Wasserstein, Jensen-Shannon, population stability
// index.
#pragma once

#include "core/base/span.hpp"
#include "core/statistics/samples.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct ks_result {
  std::int64_t n_first = 0, n_second = 0;
  double d;   // largest |F₁(x) − F₂(x)|, 0 to 1
  double at;  // the smallest x where it is reached
  double p;
  bool exact = false;
};

/// Two-sample Kolmogorov-Smirnov test, two-sided. Exact given the pooled sample, ties included (Schröer and Trenkler
/// 1995), for n₁n₂ below 10,000, otherwise by Kolmogorov's limit distribution: as R's ks.test. NaN for an empty sample.
/// Sorts the samples. O(n log n), and n₁n₂ where exact.
ks_result ks_2samp(two_samples &samples);
/// The same of samples that are sorted.
ks_result ks_of_sorted(span<double> first, span<double> second);

/// P(K ≥ x) of Kolmogorov's limit distribution.
double kolmogorov_upper(double x);

/// First Wasserstein (earth mover's) distance ∫ |F₁ − F₂| dx, in the unit of the values; NaN for an empty sample. Sorts
/// the samples.
double wasserstein(two_samples &samples);
/// The same of samples that are sorted.
double wasserstein_of_sorted(span<double> first, span<double> second);

/// Population stability index Σ (aᵢ − eᵢ) ln(aᵢ/eᵢ) over the bins, a and e the shares of actual and expected (counts or
/// shares, each taken relative to its sum) and at least `floor` each, so that an empty bin counts finitely. Symmetric,
/// not negative. NaN where a side has sum 0. Errors: 22023 for sides of different length or without bins, a negative or
/// not finite entry, or a floor outside of 0 < floor < 1.
double psi(span<double> expected, span<double> actual, double floor);

/// Jensen-Shannon distance √(½ Σ e log₂(e/m) + ½ Σ a log₂(a/m)), m = (e + a)/2, over the bins as psi takes them,
/// without a floor: 0 for equal shares, 1 where no bin has both (Endres and Schindelin 2003). NaN and errors as psi.
double js_distance(span<double> expected, span<double> actual);

}  // namespace harmony::statistics
