// Kept rows as the design of a regression: which predictors the data determine, and the predictors about their means,
// scaled to about 1 by powers of two, 128 rows at a time.
#pragma once

#include "core/statistics/linear_model.hpp"
#include "core/statistics/row_blocks.hpp"

#include <Eigen/Core>

#include <array>
#include <vector>

namespace harmony::statistics {

/// Where a row has what: predictors from column `x` to the last.
struct row_columns {
  int y = 0, x = 1;
  int extra = -1;                // a column that goes along with y: weight, exposure
  const char *extra_name = "x";  // in messages
};

/// 128 rows: column 0 of ones, then the kept predictors, standardised; zeros behind the last row.
class design_chunk {
 public:
  explicit design_chunk(std::size_t columns);
  int rows = 0;
  const double *y = nullptr, *extra = nullptr;  // as they are; `rows` of them
  const double *const *columns() const { return pointers_.data(); }
  double *column(std::size_t j) { return values_.data() + j * linear_block_leading; }
  const double *column(std::size_t j) const { return values_.data() + j * linear_block_leading; }
  int width() const { return static_cast<int>(pointers_.size()); }

 private:
  std::vector<double> values_;
  std::vector<const double *> pointers_;
};

class design {
 public:
  /// Folds all rows once: rank and means by the rules of fit_ols(). Errors: 22023 for NaN and infinity, naming the
  /// argument; 54000 for too many predictors.
  design(const row_blocks &rows, row_columns columns);

  std::int64_t n() const { return rows_.rows(); }
  int predictors() const { return p_; }
  const std::vector<int> &kept() const { return kept_; }  // predictors that take part, from 0
  int width() const { return static_cast<int>(kept_.size()) + 1; }
  int rank() const { return width(); }
  /// The least squares fit of y on the predictors, with the warnings about those dropped.
  const linear_model &least_squares() const { return ols_; }
  std::vector<std::string> dropped_warnings() const;

  double shift(std::size_t k) const { return shift_[k]; }
  double scale(std::size_t k) const { return scale_[k]; }  // standardised = (x - shift) scale
  double y_sum() const { return y_sum_; }

  /// Calls visit(chunk) for the rows of every `step`-th block.
  template <class Visit>
  void each_chunk(Visit &&visit, std::size_t step = 1) const {
    design_chunk chunk(static_cast<std::size_t>(width()));
    for (std::size_t b = 0; b < rows_.blocks(); b += step) {
      poll_block();
      for (std::uint32_t from = 0; from < rows_.rows_of(b); from += linear_block_rows) {
        fill(b, from, &chunk);
        visit(static_cast<const design_chunk &>(chunk));
      }
    }
  }
  std::size_t blocks() const { return rows_.blocks(); }

  /// Weighted least squares of `respond`'s values on the kept predictors as they are, error-free: respond(chunk,
  /// values, weights) writes both.
  template <class Respond>
  linear_model fold(Respond &&respond) const {
    std::vector<double> state = new_state();
    each_chunk([&](const design_chunk &chunk) {
      std::array<double, linear_block_rows> values, weights;
      respond(chunk, values.data(), weights.data());
      fold_chunk(&state, chunk, values.data(), weights.data());
    });
    return fit_unit_variance(reinterpret_cast<const linear_header *>(state.data()));
  }

  /// Standardised coefficients, the intercept first, as true ones and `step` added to them (all predictors; NaN where
  /// dropped), in double-double.
  std::vector<double> coefficients(const Eigen::VectorXd &standardised, const linear_model &step) const;
  /// True coefficients (a step of fold()) as standardised.
  Eigen::VectorXd standardised(const linear_model &step) const;
  /// The covariance of kept coefficients as that of all; NaN where dropped.
  std::vector<double> covariance_of_all(const std::vector<double> &kept) const;

 private:
  static void poll_block();
  void fill(std::size_t block, std::uint32_t from, design_chunk *chunk) const;
  std::vector<double> new_state() const;
  void fold_chunk(std::vector<double> *state, const design_chunk &chunk, const double *values,
                  const double *weights) const;
  void check_values() const;

  const row_blocks &rows_;
  row_columns columns_;
  int p_;
  std::vector<int> kept_;
  std::vector<double> shift_, scale_;
  linear_model ols_;
  double y_sum_ = 0.0;
  mutable std::size_t block_ = 0;
  mutable std::uint32_t from_ = 0;  // of the chunk that was filled last
};

/// The rows without those whose weight, in column `weight`, is 0: they count as skipped. Errors: 22023 for a weight
/// that is NaN, infinite, negative or outside 2^-200 .. 2^200.
row_blocks weighted_rows(const row_blocks &rows, std::size_t weight);

/// Adds rows, column by column (x1 .. xp, y, and the weight where the state has one), to a state that has a block.
void linear_add_columns(linear_header *state, const std::vector<const double *> &columns, std::uint32_t rows);

}  // namespace harmony::statistics
