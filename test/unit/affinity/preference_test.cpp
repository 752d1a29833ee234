// Leave-one-out against refits without the row, the choice of lambda, what is not determined, hostile input.
#include "core/affinity/preference.hpp"

#include "core/base/error.hpp"

#include <Eigen/Dense>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace harmony::affinity {
namespace {

struct photos {
  std::size_t n, d;
  std::vector<double> embeddings, ratings, prior, center, scale;

  rated_photos view() const {
    return {embeddings, n, d, {ratings.data(), nullptr, ratings.size()}, prior, center, scale};
  }
};

photos random_photos(std::uint32_t seed, std::size_t n, std::size_t d) {
  std::mt19937 random(seed);
  std::normal_distribution<> normal;
  photos out{n, d, {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < n * d; ++i) out.embeddings.push_back(3.0 * normal(random) + 1.0);
  for (std::size_t i = 0; i < n; ++i) out.ratings.push_back(1.0 + static_cast<double>(random() % 5));
  out.ratings[0] = 1.0;
  out.ratings[1] = 5.0;
  return out;
}

// What ridge with a free intercept, fitted to all rows but one, predicts for that row.
double left_out(const Eigen::MatrixXd &z, const Eigen::VectorXd &y, Eigen::Index left, double lambda) {
  const Eigen::Index n = z.rows() - 1, d = z.cols();
  Eigen::MatrixXd x(n, d);
  Eigen::VectorXd target(n);
  for (Eigen::Index i = 0, k = 0; i <= n; ++i) {
    if (i == left) continue;
    x.row(k) = z.row(i);
    target[k++] = y[i];
  }
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const double level = target.mean();
  x.rowwise() -= mean;
  const Eigen::MatrixXd gram = x.transpose() * x + lambda * Eigen::MatrixXd::Identity(d, d);
  const Eigen::VectorXd w = gram.ldlt().solve(x.transpose() * (target.array() - level).matrix());
  return level + (z.row(left) - mean) * w;
}

double press(const Eigen::MatrixXd &z, const Eigen::VectorXd &y, double lambda) {
  double sum = 0.0;
  for (Eigen::Index i = 0; i < z.rows(); ++i) sum += std::pow(y[i] - left_out(z, y, i, lambda), 2);
  return sum;
}

TEST(preference, leaves_each_out_as_a_refit_does) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    photos p = random_photos(seed, 10 + seed % 5, 2 + 5 * (seed % 4));
    p.center.assign(p.d, 0.5);
    p.scale.assign(p.d, 2.0);
    if (seed % 2 == 0) p.prior.assign(p.d, 0.1);
    const auto fitted = fit_preference(p.view());
    ASSERT_TRUE(fitted);
    const auto n = static_cast<Eigen::Index>(p.n), d = static_cast<Eigen::Index>(p.d);
    Eigen::MatrixXd z(n, d);
    Eigen::VectorXd y(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < d; ++j) z(i, j) = (p.embeddings[static_cast<std::size_t>(i * d + j)] - 0.5) / 2.0;
      y[i] = p.ratings[static_cast<std::size_t>(i)] - (p.prior.empty() ? 0.0 : 0.1 * z.row(i).sum());
    }
    EXPECT_NEAR(fitted->loo_rmse, std::sqrt(press(z, y, fitted->lambda) / static_cast<double>(n)), 1e-9);
    const Eigen::MatrixXd about = z.rowwise() - z.colwise().mean();
    const double tau = about.squaredNorm() / static_cast<double>(n);
    for (int j = -12; j <= 12; ++j)
      EXPECT_GE(press(z, y, tau * std::pow(10.0, j / 4.0)), press(z, y, fitted->lambda) * (1.0 - 1e-9)) << j;
  }
}

TEST(preference, takes_the_largest_lambda_where_all_leave_out_alike) {
  photos p{10, 10, std::vector<double>(100, 0.0), {1, 2, 3, 4, 5, 1, 2, 3, 4, 5}, {}, {}, {}};
  for (std::size_t i = 0; i < 10; ++i) p.embeddings[i * 10 + i] = 1.0;  // as far from each other as from all others
  p.center.assign(10, 0.0);
  p.scale.assign(10, 1.0);
  const auto fitted = fit_preference(p.view());
  ASSERT_TRUE(fitted);
  EXPECT_NEAR(fitted->lambda, 900.0, 1e-9);  // tau = .9
}

TEST(preference, does_not_depend_on_the_order_of_the_photos) {
  std::mt19937 random(4);
  const photos p = random_photos(4, 14, 33);
  const auto whole = fit_preference(p.view());
  ASSERT_TRUE(whole);
  std::vector<std::size_t> order(p.n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < 20; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    photos shuffled = p;
    for (std::size_t i = 0; i < p.n; ++i) {
      shuffled.ratings[i] = p.ratings[order[i]];
      std::copy_n(p.embeddings.begin() + static_cast<std::ptrdiff_t>(order[i] * p.d), p.d,
                  shuffled.embeddings.begin() + static_cast<std::ptrdiff_t>(i * p.d));
    }
    const auto again = fit_preference(shuffled.view());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->weights, whole->weights);
    EXPECT_EQ(again->intercept, whole->intercept);
    EXPECT_EQ(again->loo_rmse, whole->loo_rmse);
  }
}

TEST(preference, is_none_where_the_ratings_do_not_tell) {
  EXPECT_FALSE(fit_preference(random_photos(1, 9, 3).view()));
  photos equal = random_photos(1, 12, 3);
  equal.ratings.assign(12, 4.0);
  EXPECT_FALSE(fit_preference(equal.view()));
  photos same = random_photos(1, 12, 3);
  same.embeddings.assign(36, 0.1);  // whose mean is not .1 in doubles
  EXPECT_FALSE(fit_preference(same.view()));
  EXPECT_FALSE(fit_preference({{}, 0, 0, {}, {}, {}, {}}));
  photos some = random_photos(1, 12, 3);
  const bool missing_ratings[12] = {true, false, true, true};
  rated_photos view = some.view();
  view.ratings.missing = missing_ratings;
  EXPECT_FALSE(fit_preference(view)) << "nine are left";
}

TEST(preference, passes_a_constant_dimension_over) {
  photos p = random_photos(2, 12, 4);
  for (std::size_t i = 0; i < p.n; ++i) p.embeddings[i * 4 + 2] = 0.1;
  const auto fitted = fit_preference(p.view());
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->weights[2], 0.0);
  EXPECT_EQ(fitted->scale[2], 1.0);
}

TEST(preference, scales_with_the_embeddings) {
  const photos p = random_photos(3, 12, 5);
  const auto fitted = fit_preference(p.view());
  for (const double by : {1e-250, 1e250}) {
    photos far = p;
    for (double &x : far.embeddings) x *= by;
    const auto again = fit_preference(far.view());
    ASSERT_TRUE(again);
    EXPECT_NEAR(again->loo_rmse, fitted->loo_rmse, 1e-9);
  }
}

TEST(preference, refuses_what_is_no_calibration) {
  const auto refused = [](auto &&change, const char *state) {
    photos p = random_photos(5, 12, 3);
    change(p);
    try {
      fit_preference(p.view());
      ADD_FAILURE() << "not refused";
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), state) << e.what();
    }
  };
  refused([](photos &p) { p.embeddings[4] = std::nan(""); }, "22023");
  refused([](photos &p) { p.embeddings[4] = infinity; }, "22023");
  refused([](photos &p) { p.ratings[4] = 5.5; }, "22023");
  refused([](photos &p) { p.ratings[4] = std::nan(""); }, "22023");
  refused([](photos &p) { p.ratings.pop_back(); }, "22023");
  refused([](photos &p) { p.prior = {1, 2}; }, "22023");
  refused([](photos &p) { p.center = {1, 2, infinity}; }, "22023");
  refused([](photos &p) { p.scale = {1, 2, -1}; }, "22023");
  refused([](photos &p) { p.embeddings[0] = -1.7e308, p.embeddings[3] = 1.7e308; }, "22003");
  refused([](photos &p) { p.scale = {1, 1, 5e-324}; }, "22003");
  refused([](photos &p) { p.prior = {1e308, 1e308, 1e308}; }, "22003");
  refused([](photos &p) { p = random_photos(5, 201, 2); }, "54000");
}

TEST(preference, scores_a_photo) {
  // prediction 2 + (3 − 1)/2; R 4.2: qt(.975, 9) = 2.2621571627982049.
  const preference taste{10, 1.0, 0.4, 2.0, {1.0, 0.0}, {1.0, 7.0}, {2.0, 1.0}};
  const std::vector<double> photo = {3.0, 1e300};
  const visual_result found = visual_score(taste, photo);
  EXPECT_DOUBLE_EQ(found.prediction, 3.0);
  EXPECT_DOUBLE_EQ(found.score, 50.0);
  EXPECT_NEAR(found.high - found.score, 25.0 * 2.2621571627982049 * 0.4 * std::sqrt(1.1), 1e-12);
  EXPECT_NEAR(found.score - found.low, found.high - found.score, 1e-12);
  const std::vector<double> far = {1e4, 0.0};
  EXPECT_EQ(visual_score(taste, far).low, 100.0);
}

TEST(preference, refuses_a_forged_taste) {
  const std::vector<double> photo = {1.0};
  const auto refused = [&](const preference &taste, const std::vector<double> &embedding) {
    EXPECT_THROW(visual_score(taste, embedding), error);
  };
  refused({10, 1.0, 0.4, 2.0, {1.0}, {1.0}, {0.0}}, photo);
  refused({10, 1.0, 0.4, 2.0, {1.0}, {1.0, 2.0}, {1.0}}, photo);
  refused({10, 1.0, -0.4, 2.0, {1.0}, {1.0}, {1.0}}, photo);
  refused({1, 1.0, 0.4, 2.0, {1.0}, {1.0}, {1.0}}, photo);
  refused({10, 1.0, 0.4, 2.0, {1e308}, {-1e308}, {5e-324}}, photo);
  refused({10, 1.0, 0.4, 2.0, {infinity}, {1.0}, {1.0}}, photo);
  refused({10, 1.0, 0.4, 2.0, {1.0}, {1.0}, {1.0}}, {1.0, 2.0});
  refused({10, 1.0, 0.4, 2.0, {1.0}, {1.0}, {1.0}}, {std::nan("")});
}

}  // namespace
}  // namespace harmony::affinity
