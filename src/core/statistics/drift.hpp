// Whether the values of a variable have drifted from a reference.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/plain_store.hpp"
#include "core/base/score.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct drift_result {
  std::int64_t n_reference = 0, n_current = 0;                    // values that are there
  double missing_reference = missing, missing_current = missing;  // shares, 0 to 1
  double psi = missing, psi_p = missing, js_distance = missing;   // over bins of the reference's quantiles
  double ks_d = missing, ks_p = missing;                          // as ks_2samp
  double wasserstein = missing, wasserstein_sd = missing;         // in the unit of the values; in SDs of the reference
  const char *level = nullptr;                                    // none, moderate, major; null: not known
};

/// The state of a comparison of current values with reference ones: 8 bytes a value.
class drift_state {
 public:
  static constexpr int default_bins = 10, least_bins = 2, most_bins = 1000;

  /// Errors: 22023 unless least_bins <= bins <= most_bins.
  explicit drift_state(int bins = default_bins);

  /// Errors: 22023 for a value that is not finite.
  void add(double value, bool is_reference);
  void add_missing(bool is_reference) { ++side_of(is_reference).n_missing; }
  /// Errors: 22023 for a number of bins that is not the state's.
  void check_bins(int bins) const;
  void merge(const drift_state &other);

  /// Bins: the type 7 quantiles i/bins of the reference (Hyndman and Fan 1996), equal ones once, are the edges; a value
  /// is in the bin of the number of edges <= it. PSI Σ (q − p) ln(q/p), p and q the shares of reference and current of
  /// a bin, at least psi_floor each; psi_p = P(χ² of B − 1 >= PSI/(1/n + 1/m)), B bins (Yurdakul 2018), 1 for one bin;
  /// js_distance without the floor; wasserstein_sd relative to the SD of the reference (divisor n − 1), NaN where that
  /// is 0. level: the larger of the sizes PSI (psi_cutoffs) and wasserstein_sd (wasserstein_sd_cutoffs), none unless
  /// ks_p is below drift_evidence; where the reference is constant, which leaves no SD and one edge, the PSI of the
  /// shares below, at and above it stands for both. Without values on either side all figures are NaN. Errors: 22003
  /// where the distance is beyond the range of double. Sorts the values: O(n log n), no copies.
  drift_result finish();

  void serialize(native_writer &out) const;
  static drift_state deserialize(native_reader &in);

 private:
  struct side {
    plain_store<double> values;
    std::int64_t n_missing = 0;

    span<double> sorted() const { return {values.data(), values.size()}; }
    double missing_share() const;
  };

  side &side_of(bool is_reference) { return is_reference ? reference_ : current_; }
  void compare(drift_result &out) const;

  int bins_;
  side reference_, current_;
};

}  // namespace harmony::statistics
