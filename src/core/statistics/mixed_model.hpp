// A linear model with a random intercept a group (people of a team), from sums: restricted maximum likelihood.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/score.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/groups.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// The state: cross products of all rows, and of every group its rows and the sums of its columns, in double-double.
/// 16 (p + 2) bytes a group and nothing a row.
class grouped_sums {
 public:
  /// Adds a row x1 .. xp, y. Errors: 22023 for NaN or infinity, naming the argument, or another number of predictors
  /// than before; 54000 beyond 1600.
  void add(const std::vector<double> &row, std::string_view group);
  void skip() { ++n_skipped_; }
  void merge(grouped_sums &&other);

  bool by_number = false;  // names of groups are whole numbers

  int predictors() const { return p_; }  // -1 without rows
  std::int64_t skipped() const { return n_skipped_; }
  const group_index &groups() const { return groups_; }
  std::int64_t rows_of(std::size_t group) const { return rows_[group]; }
  /// The sum of x1 .. xp, y (column p) of a group.
  double_double sum(std::size_t group, int column) const {
    return sums_[group * static_cast<std::size_t>(p_ + 1) + static_cast<std::size_t>(column)];
  }
  const linear_header *all_rows() const { return reinterpret_cast<const linear_header *>(all_.data()); }

  void serialize(native_writer &out) const;
  static grouped_sums deserialize(native_reader &in);

 private:
  void set_width(int p);
  linear_header *all() { return reinterpret_cast<linear_header *>(all_.data()); }
  std::uint32_t group_of(std::string_view name);

  int p_ = -1;
  std::int64_t n_skipped_ = 0;
  group_index groups_;
  std::vector<std::int64_t> rows_;
  std::vector<double_double> sums_;
  std::vector<double> all_;  // a linear_state
};

/// What `harmony.mixed_model` holds. NaN means NULL. Arrays have the intercept first.
struct mixed_model {
  std::int64_t n = 0, n_skipped = 0, groups = 0;
  int rank = 0;
  bool converged = false;
  std::vector<double> coefficients, std_errors, df, t_statistics, p_values, ci_low, ci_high;  // ci: 95 %
  std::vector<double> covariance;                                                             // row-major
  double sigma2 = missing, tau2 = missing;  // variances within groups, and of their intercepts
  double icc = missing;                     // tau2/(tau2 + sigma2)
  double log_likelihood = missing;          // restricted
  std::vector<double> effects;              // of the groups, in their order of appearance: best linear unbiased
  std::vector<std::string> warnings;
};

/// y = x'b + u of the group + e by restricted maximum likelihood (Patterson and Thompson 1971): the likelihood of
/// lambda = tau²/sigma² alone, b and sigma² being known for each, searched at 0 and over a grid of log lambda, then the
/// zero of its derivative. df by Satterthwaite from the inverse second derivatives (Giesbrecht and Burns 1985); n -
/// rank where tau² is 0. One group, or one row a group: least squares, tau2 and icc NaN, a warning. Where the rows of a
/// group do not differ beyond what x says, no maximum exists: everything NaN, a warning. O(G p²), and O(p³) for each of
/// some 150 values of lambda and each size of group.
mixed_model fit_random_intercept(const grouped_sums &rows);

}  // namespace harmony::statistics
