// The restricted likelihood of a random intercept as a function of lambda = tau²/sigma². Internal to mixed_model.*.
#pragma once

#include "core/statistics/linear_model.system.hpp"
#include "core/statistics/mixed_model.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// The columns 1, the kept predictors, and the residual of least squares, about the means of all rows and in powers of
/// two; and the way back.
struct mixed_frame {
  std::vector<std::size_t> places = {0};  // of the design's columns among all coefficients
  Eigen::MatrixXd back;                   // true coefficients = back b
  int y_exponent = 0;
  double exponents = 0;  // the sum over kept predictors

  mixed_frame(const grouped_sums &rows, const linear_model &ols);
  Eigen::Index width() const { return static_cast<Eigen::Index>(places.size()); }
  double residual_squares() const { return static_cast<double>(factor_.rest); }
  /// Products of the columns behind the 1 over all rows, the residual last.
  double_double product(Eigen::Index i, Eigen::Index j) const;
  /// The means of all columns in a group, the residual's last.
  void set_group_means(const grouped_sums &rows, std::size_t group, std::vector<double_double> *means) const;

 private:
  linear_system system_;
  linear_factor factor_;
  std::vector<double_double> slopes_, shift_;  // of the predictors; true means of x1 .. xp, y
};

/// Estimates at one lambda: coefficients as differences from least squares, sigma² and (X'V^-1 X)^-1 sigma^-2.
struct ratio_fit {
  double ratio = 0, sigma2 = missing, log_determinant = 0;
  Eigen::VectorXd b;
  Eigen::MatrixXd inverse;
};

class restricted_likelihood {
 public:
  restricted_likelihood(const grouped_sums &rows, const mixed_frame &frame);

  double rows() const { return n_; }
  /// -2 times the likelihood but for a constant, and its derivative by lambda.
  struct point {
    double value, slope;
  };
  point at(double ratio) const;
  ratio_fit fit(double ratio) const;
  double log_likelihood(const ratio_fit &fit, const mixed_frame &frame) const;
  /// Degrees of freedom of the contrast of b.
  double satterthwaite(const ratio_fit &fit, const Eigen::VectorXd &contrast) const;

 private:
  // Groups of one size: how many, and the sum of the products of their means.
  struct size_class {
    double size, groups;
    Eigen::MatrixXd between;
  };
  // Σ of the groups' products with factors of size/(1 + size lambda).
  template <class Factor>
  Eigen::MatrixXd sum_of(double ratio, Factor &&factor) const {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(within_.rows(), within_.cols());
    for (const size_class &each : classes_) out += factor(each.size / (1.0 + each.size * ratio)) * each.between;
    return out;
  }

  double n_;
  Eigen::MatrixXd within_;
  std::vector<size_class> classes_;
};

}  // namespace harmony::statistics
