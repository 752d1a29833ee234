#include "core/statistics/mixed_model.profile.hpp"

#include "core/base/interrupt.hpp"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <boost/math/constants/constants.hpp>

#include <cmath>
#include <map>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

double log_determinant_of(const Eigen::LLT<matrix> &factor) {
  return 2.0 * factor.matrixLLT().diagonal().array().log().sum();
}

}  // namespace

mixed_frame::mixed_frame(const grouped_sums &rows, const linear_model &ols)
    : system_(make_system(rows.all_rows(), true)), factor_(factorise(system_)), slopes_(solve(factor_)) {
  for (std::size_t j = 1; j < ols.coefficients.size(); ++j)
    if (!std::isnan(ols.coefficients[j])) places.push_back(j);
  for (std::size_t j = 0; j < system_.mean.size(); ++j) shift_.push_back(ldexp(system_.mean[j], system_.exponent[j]));
  y_exponent = system_.exponent.back();
  back = matrix::Zero(width(), width());
  back(0, 0) = std::ldexp(1.0, y_exponent);
  for (Index k = 1; k < width(); ++k) {
    const std::size_t j = places[static_cast<std::size_t>(k)] - 1;
    back(k, k) = std::ldexp(1.0, y_exponent - system_.exponent[j]);
    back(0, k) = -static_cast<double>(shift_[j]) * back(k, k);
    exponents += system_.exponent[j];
  }
}

double_double mixed_frame::product(Index i, Index j) const {
  if (i == width() - 1 || j == width() - 1) return i == j ? factor_.rest : double_double();
  const int a = static_cast<int>(places[static_cast<std::size_t>(i) + 1]) - 1;
  const int b = static_cast<int>(places[static_cast<std::size_t>(j) + 1]) - 1;
  return a <= b ? system_.products.get(a, b) : system_.products.get(b, a);
}

void mixed_frame::set_group_means(const grouped_sums &rows, std::size_t group,
                                  std::vector<double_double> *means) const {
  const double_double n = static_cast<double>(rows.rows_of(group));
  const auto mean_of = [&](int column) {
    const auto j = static_cast<std::size_t>(column);
    return ldexp(rows.sum(group, column) / n - shift_[j], -system_.exponent[j]);
  };
  means->assign(1, 1.0);
  double_double residual = mean_of(system_.p);
  for (std::size_t k = 1; k < places.size(); ++k) {
    const int column = static_cast<int>(places[k]) - 1;
    means->push_back(mean_of(column));
    residual -= slopes_[static_cast<std::size_t>(column)] * means->back();
  }
  means->push_back(residual);
}

restricted_likelihood::restricted_likelihood(const grouped_sums &rows, const mixed_frame &frame)
    : n_(static_cast<double>(linear_rows(rows.all_rows()))) {
  const Index m = frame.width();
  std::vector<double_double> within(static_cast<std::size_t>(m * m));
  for (Index i = 0; i < m; ++i)
    for (Index j = 0; j <= i; ++j) within[static_cast<std::size_t>(i * m + j)] = frame.product(i, j);
  std::map<std::int64_t, std::size_t> class_of;
  std::vector<double_double> means;
  for (std::size_t g = 0; g < rows.groups().size(); ++g) {
    if (g % 4096 == 0) poll_interrupt();
    frame.set_group_means(rows, g, &means);
    const double n = static_cast<double>(rows.rows_of(g));
    const auto [found, is_new] = class_of.emplace(rows.rows_of(g), classes_.size());
    if (is_new) classes_.push_back({n, 0.0, matrix::Zero(m + 1, m + 1)});
    size_class &same = classes_[found->second];
    same.groups += 1.0;
    for (Index i = 0; i <= m; ++i)
      for (Index j = 0; j <= i; ++j) {
        const double_double product = means[static_cast<std::size_t>(i)] * means[static_cast<std::size_t>(j)];
        same.between(i, j) += static_cast<double>(product);
        if (j > 0) within[static_cast<std::size_t>((i - 1) * m + j - 1)] -= product * n;
      }
  }
  for (size_class &each : classes_) each.between.triangularView<Eigen::StrictlyUpper>() = each.between.transpose();
  within_ = matrix::Zero(m + 1, m + 1);
  for (Index i = 0; i < m; ++i)
    for (Index j = 0; j <= i; ++j)
      within_(i + 1, j + 1) = within_(j + 1, i + 1) = static_cast<double>(within[static_cast<std::size_t>(i * m + j)]);
}

ratio_fit restricted_likelihood::fit(double ratio) const {
  const Index m = within_.rows() - 1;
  const matrix all = within_ + sum_of(ratio, [](double k) { return k; });
  const Eigen::LLT<matrix> factor(all.topLeftCorner(m, m));
  ratio_fit out;
  out.ratio = ratio;
  out.b = factor.solve(vector(all.col(m).head(m)));
  out.sigma2 = (all(m, m) - all.col(m).head(m).dot(out.b)) / (n_ - static_cast<double>(m));
  out.inverse = factor.solve(matrix::Identity(m, m));
  out.log_determinant = log_determinant_of(factor);
  for (const size_class &each : classes_) out.log_determinant += each.groups * std::log1p(each.size * ratio);
  return out;
}

restricted_likelihood::point restricted_likelihood::at(double ratio) const {
  poll_interrupt();
  const Index m = within_.rows() - 1;
  const ratio_fit here = fit(ratio);
  const matrix first = sum_of(ratio, [](double k) { return -k * k; });
  vector v(m + 1);
  v << -here.b, 1.0;
  double slope = v.dot(first * v) / here.sigma2 + here.inverse.cwiseProduct(first.topLeftCorner(m, m)).sum();
  for (const size_class &each : classes_) slope += each.groups * each.size / (1.0 + each.size * ratio);
  return {(n_ - static_cast<double>(m)) * std::log(here.sigma2) + here.log_determinant, slope};
}

double restricted_likelihood::log_likelihood(const ratio_fit &fit, const mixed_frame &frame) const {
  const double free = n_ - static_cast<double>(frame.width()), two = std::log(2.0);
  const double log_sigma2 = std::log(fit.sigma2) + 2.0 * two * frame.y_exponent;
  return -0.5 * (free * (std::log(2.0 * boost::math::constants::pi<double>()) + log_sigma2 + 1.0) +
                 fit.log_determinant + 2.0 * two * frame.exponents);
}

// Of the variance c'Vc as a function of (lambda, log sigma²), whose covariance is twice the inverse of the second
// derivatives of -2 times the likelihood.
double restricted_likelihood::satterthwaite(const ratio_fit &fit, const vector &contrast) const {
  const Index m = within_.rows() - 1;
  const matrix first = sum_of(fit.ratio, [](double k) { return -k * k; });
  const matrix second = sum_of(fit.ratio, [](double k) { return 2.0 * k * k * k; });
  vector v(m + 1);
  v << -fit.b, 1.0;
  const vector gradient = (first * v).head(m);
  const double rss_first = v.dot(first * v);
  const double rss_second = v.dot(second * v) - 2.0 * gradient.dot(fit.inverse * gradient);
  const matrix turned = fit.inverse * first.topLeftCorner(m, m);
  double log_second = fit.inverse.cwiseProduct(second.topLeftCorner(m, m)).sum() - (turned * turned).trace();
  for (const size_class &each : classes_) {
    const double k = each.size / (1.0 + each.size * fit.ratio);
    log_second -= each.groups * k * k;
  }
  Eigen::Matrix2d curvature;
  curvature(0, 0) = log_second + rss_second / fit.sigma2;
  curvature(0, 1) = curvature(1, 0) = -rss_first / fit.sigma2;
  curvature(1, 1) = n_ - static_cast<double>(m);
  const vector turned_contrast = fit.inverse * contrast;
  const double variance = contrast.dot(turned_contrast);
  const Eigen::Vector2d slopes(-turned_contrast.dot(first.topLeftCorner(m, m) * turned_contrast), variance);
  return variance * variance / slopes.dot(curvature.inverse() * slopes);
}

}  // namespace harmony::statistics
