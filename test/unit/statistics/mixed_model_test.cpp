// A random intercept against its definition: the restricted likelihood of the whole covariance matrix.
#include "core/base/error.hpp"
#include "core/statistics/mixed_model.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

struct sample {
  std::vector<std::vector<double>> rows;  // x, y
  std::vector<int> groups;
};

grouped_sums sums_of(const sample &s) {
  grouped_sums out;
  for (std::size_t i = 0; i < s.rows.size(); ++i) out.add(s.rows[i], std::to_string(s.groups[i]));
  return out;
}

sample random_sample(unsigned seed, double between) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal;
  sample out;
  const int groups = 5 + static_cast<int>(seed % 7);
  for (int g = 0; g < groups; ++g) {
    const double u = between * normal(random);
    for (int i = 0, n = 1 + static_cast<int>(random() % 6); i < n; ++i) {
      const double x = normal(random), w = 100.0 + g % 3;
      out.rows.push_back({x, w, 2 + x - 0.1 * w + u + normal(random)});
      out.groups.push_back(g);
    }
  }
  return out;
}

// The definition, with everything as matrices.
double restricted(const sample &s, double sigma2, double tau2) {
  const auto n = static_cast<Eigen::Index>(s.rows.size());
  matrix x(n, 3), v(n, n);
  vector y(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto &row = s.rows[static_cast<std::size_t>(i)];
    x.row(i) << 1, row[0], row[1];
    y[i] = row[2];
    for (Eigen::Index j = 0; j < n; ++j)
      v(i, j) = (i == j ? sigma2 : 0) +
                (s.groups[static_cast<std::size_t>(i)] == s.groups[static_cast<std::size_t>(j)] ? tau2 : 0);
  }
  const Eigen::LLT<matrix> of_v(v);
  const matrix a = x.transpose() * of_v.solve(x);
  const Eigen::LLT<matrix> of_a(a);
  const vector b = of_a.solve(x.transpose() * of_v.solve(y)), rest = y - x * b;
  const auto log_det = [](const Eigen::LLT<matrix> &f) { return 2 * f.matrixLLT().diagonal().array().log().sum(); };
  return -0.5 * ((static_cast<double>(n) - 3) * std::log(2 * M_PI) + log_det(of_v) + log_det(of_a) +
                 rest.dot(of_v.solve(rest)));
}

TEST(MixedModel, MaximisesTheRestrictedLikelihood) {
  int inside = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const sample s = random_sample(seed, seed % 4 == 0 ? 0.1 : 2.0);
    const mixed_model m = fit_random_intercept(sums_of(s));
    ASSERT_TRUE(m.converged) << seed;
    const double top = restricted(s, m.sigma2, m.tau2);
    EXPECT_NEAR(m.log_likelihood, top, 1e-8) << seed;
    for (const double f : {0.5, 0.9, 1.1, 2.0, 20.0}) {
      EXPECT_LE(restricted(s, m.sigma2, std::max(m.tau2, 0.01) * f), top + 1e-9) << seed;
      EXPECT_LE(restricted(s, m.sigma2 * f, m.tau2), top + 1e-9) << seed;
    }
    inside += m.tau2 > 0;
  }
  EXPECT_GT(inside, 20);
}

TEST(MixedModel, PartsJoin) {
  const sample s = random_sample(3, 1.5);
  sample a, b;
  for (std::size_t i = 0; i < s.rows.size(); ++i) {
    sample &to = i % 3 == 0 ? a : b;
    to.rows.push_back(s.rows[i]);
    to.groups.push_back(s.groups[i]);
  }
  grouped_sums joined = sums_of(a), other = sums_of(b);
  native_writer out;
  other.serialize(out);
  native_reader in(out.bytes());
  joined.merge(grouped_sums::deserialize(in));
  const mixed_model whole = fit_random_intercept(sums_of(s)), parts = fit_random_intercept(joined);
  EXPECT_NEAR(parts.tau2, whole.tau2, 1e-12);
  for (int j = 0; j < 3; ++j) EXPECT_NEAR(parts.coefficients[j], whole.coefficients[j], 1e-11);
}

TEST(MixedModel, Degenerate) {
  EXPECT_EQ(fit_random_intercept(grouped_sums()).n, 0);
  sample s = random_sample(5, 1);
  for (int &g : s.groups) g = 0;
  EXPECT_TRUE(std::isnan(fit_random_intercept(sums_of(s)).tau2));
  grouped_sums rows;
  EXPECT_THROW(rows.add({1, NAN}, "a"), error);
  EXPECT_THROW(rows.add({INFINITY, 1}, "a"), error);
  rows.add({1, 2}, "a");
  EXPECT_THROW(rows.add({1, 2, 3}, "a"), error);
}

}  // namespace
}  // namespace harmony::statistics
