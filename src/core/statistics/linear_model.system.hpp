// The normal equations in double-double, from which every fit (OLS, ridge, non-negative least squares, covariances)
// starts. Internal to linear_model.*.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// Of a pivot, relative to the centred sum of squares: exactly dependent columns leave 1e-29, Filip's tenth power
/// 1e-15.
inline constexpr double pivot_tolerance = 1e-25;

/// The index of a column in arrays.
inline std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// A square matrix of double-doubles, its words apart so that the kernels can run along rows.
class dd_matrix {
 public:
  explicit dd_matrix(int size = 0) : size_(static_cast<std::size_t>(size)), hi_(size_ * size_), lo_(size_ * size_) {}
  int size() const { return static_cast<int>(size_); }
  double_double get(int i, int j) const { return {hi_[at(i, j)], lo_[at(i, j)]}; }
  void set(int i, int j, double_double v) {
    hi_[at(i, j)] = v.hi;
    lo_[at(i, j)] = v.lo;
  }
  double *hi(int i, int j) { return &hi_[at(i, j)]; }
  double *lo(int i, int j) { return &lo_[at(i, j)]; }
  const double *hi(int i, int j) const { return &hi_[at(i, j)]; }
  const double *lo(int i, int j) const { return &lo_[at(i, j)]; }

 private:
  std::size_t at(int i, int j) const { return static_cast<std::size_t>(i) * size_ + static_cast<std::size_t>(j); }
  std::size_t size_;
  std::vector<double> hi_, lo_;
};

/// A figure below this times its largest terms is their rounding in double-double, and counts as 0.
inline constexpr double dd_rounding = 0x1p-98;

/// Cross products of x1 .. xp, y (index p) about their means (or about zero), every column scaled by a power of two to
/// a sum of squares in [1, 4): true column = scaled column * 2^exponent.
struct linear_system {
  int p = 0;
  std::int64_t n = 0, n_skipped = 0;
  bool centred = true;
  double_double weight;             // sum of weights; n without them
  double_double log_weight;         // sum of their logarithms
  std::vector<int> exponent;        // p + 1
  std::vector<double_double> mean;  // p + 1: mean of the scaled column (0 when not centred)
  std::vector<double> uncentred;    // p + 1: sum of squares of the scaled column before centring, about the shift
  dd_matrix products;               // (p + 1)², upper triangle filled
};

/// Takes the sums out of a state (waiting rows folded into a copy) and centres them where asked.
linear_system make_system(const linear_header *state, bool centred);

/// Upper triangular factor U of the products, U'U = C over the kept columns; the last column is U'^-1 c, c = X'y.
struct linear_factor {
  dd_matrix upper;         // (p + 1)²
  std::vector<char> kept;  // p
  int rank = 0;            // kept columns
  double_double rest;      // y'y - b'c, the residual sum of squares (scaled); not negative
};

/// Cholesky in the order of the columns. A pivot that is only rounding (see the tolerances in the source) drops the
/// column, as does a rank that the rows already exhaust.
linear_factor factorise(const linear_system &system);

/// b of the kept columns by back substitution; 0 for the dropped.
std::vector<double_double> solve(const linear_factor &factor);

/// The factor of the products with lambda diag(C)/n on the diagonal, and the slopes of the ridge regression from it,
/// scaled as the system (lambda 0: least squares).
struct penalised_fit {
  linear_factor factor;
  std::vector<double_double> slopes;
};
penalised_fit fit_penalised(const linear_system &system, double lambda);

/// Error 22023 unless lambda is finite and >= 0.
void check_penalty(double lambda);

/// Row i holds row i of U'^-1 (lower triangular); rows and columns of dropped predictors are 0. p x p.
dd_matrix inverse_factor(const linear_factor &factor);

/// (X'X)^-1 over the kept columns from inverse_factor(): the lower triangle, p x p.
dd_matrix inverse_products(const linear_factor &factor, const dd_matrix &inverse);

/// True where the sum of squares of column j is 0 up to rounding.
bool is_constant(const linear_system &system, int j);

/// Condition number (2-norm) of the kept columns of X, the intercept's first where centred, each scaled to length 1.
double scaled_condition(const linear_system &system, const linear_factor &factor);

/// Sets what ridge and nnls have in common with OLS: sizes, coefficients of the used predictors, R², residual error
/// (model->df set before; rest = scaled residual sum of squares). Everything else stays NaN.
void set_reduced_model(linear_model *model, const linear_system &system, const std::vector<char> &used,
                       const std::vector<double_double> &slopes, double_double rest);

/// Warns of constant predictors and says which are not: 1 where column j varies.
std::vector<char> varying_predictors(linear_model *model, const linear_system &system);

}  // namespace harmony::statistics
