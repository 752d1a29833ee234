// Rows of a linear model that come in clusters (people of a team): a weighted linear state a cluster, from which
// cluster-robust inference and cross-validation by whole clusters follow without the rows themselves.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/statistics/groups.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// What a row is besides y and x. Every row of a cluster has the same weight and the same block (clusters of one
/// owner).
struct row_origin {
  std::string_view cluster, block;
  double weight = 1.0;
  bool seen = false;  // an earlier model was fitted to it
};

/// About 8 (p² + 7 p + 14) bytes a cluster and nothing a row. Any order of rows and any division among workers give the
/// same sums.
class clustered_rows {
 public:
  static constexpr int most_predictors = 20;

  /// Adds x1 .. xp, y. A weight of 0 skips the row. Errors: 22023 where a value is not finite, the number of predictors
  /// changes, the weight is not 0 or 2^-200 .. 2^200, or weight or block differ within a cluster; 54000 beyond 20
  /// predictors.
  void add(const std::vector<double> &row, const row_origin &origin);
  void skip() { ++n_skipped_; }
  /// Errors as add().
  void merge(const clustered_rows &other);

  int predictors() const { return p_; }  // -1 without rows
  std::int64_t skipped() const { return n_skipped_; }
  std::size_t size() const { return parts_.size(); }  // clusters
  std::size_t blocks() const { return blocks_.size(); }
  /// The clusters in the order of their names.
  std::vector<std::uint32_t> ordered() const { return clusters_.ordered(false); }
  std::string_view name(std::size_t cluster) const { return clusters_.name(cluster); }
  std::string_view block_name(std::size_t block) const { return blocks_.name(block); }
  std::uint32_t block_of(std::size_t cluster) const { return parts_[cluster].block; }
  double weight_of(std::size_t cluster) const { return parts_[cluster].weight; }

  /// The weighted state of a cluster's rows, all of them or those seen; null for none.
  const linear_header *state(std::size_t cluster, bool seen) const;
  bool has_seen() const;

  void serialize(native_writer &out) const;
  static clustered_rows deserialize(native_reader &in);

 private:
  using state_bytes = std::vector<double>;  // of a linear_state without block
  struct part {
    double weight;
    std::uint32_t block;
    state_bytes all, seen;
  };
  part &part_of(const row_origin &origin);
  void check_width(int p);

  int p_ = -1;
  std::int64_t n_skipped_ = 0;
  group_index clusters_, blocks_;
  std::vector<part> parts_;
};

/// An empty weighted state of p predictors, for linear_merge.
std::vector<double> empty_weighted_state(int p);
inline linear_header *state_in(std::vector<double> &bytes) { return reinterpret_cast<linear_header *>(bytes.data()); }
inline const linear_header *state_in(const std::vector<double> &bytes) {
  return reinterpret_cast<const linear_header *>(bytes.data());
}

}  // namespace harmony::statistics
