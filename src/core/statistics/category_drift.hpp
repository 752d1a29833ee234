// Whether the shares of categories have drifted from a reference.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/groups.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct category_drift_result {
  double psi = missing, js_distance = missing;
  double chi2 = missing;
  std::int32_t df = 0;  // has a meaning where chi2 has
  double p = missing, cramers_v = missing;
  std::optional<std::vector<std::string_view>> new_categories;    // in the state's memory, by bytes
  double missing_reference = missing, missing_current = missing;  // shares, 0 to 1
  const char *level = nullptr;                                    // none, moderate, major; null: not known
};

/// The state of a comparison of categories with reference ones: about 50 bytes a category and its name, nothing a row.
class category_drift_state {
 public:
  void add(std::string_view category, bool is_reference);
  void add_missing(bool is_reference) { ++n_missing_[is_reference ? 0 : 1]; }
  void merge(const category_drift_state &other);

  /// Over the k categories of both sides: PSI with shares of at least psi_floor, Jensen-Shannon distance without it,
  /// Pearson's χ² of the 2 × k table with k − 1 degrees of freedom, so that the reference counts as the sample that it
  /// is, its p, and Cramér's V √(χ²/n) (1946). One category: χ² 0, df 0, p 1, V NaN. level: the larger of the sizes PSI
  /// (psi_cutoffs) and V (cramers_v_cutoffs), none unless p is below drift_evidence. new_categories are those of the
  /// current side that the reference lacks. Without values on either side all figures are NaN. O(k log k).
  category_drift_result finish() const;

  void serialize(native_writer &out) const;
  static category_drift_state deserialize(native_reader &in);

 private:
  struct counts {
    std::int64_t side[2] = {};  // reference, current
  };

  group_index index_;
  std::vector<counts> counts_;
  std::int64_t n_missing_[2] = {};
};

}  // namespace harmony::statistics
