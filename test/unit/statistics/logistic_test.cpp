// Published and R's figures, separation, the area under the ROC curve by hand.
#include "core/statistics/discrimination.hpp"
#include "core/statistics/logistic.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

const std::vector<double> one_to_eight = {1, 2, 3, 4, 5, 6, 7, 8};

TEST(logistic, gives_what_glm_gives) {  // R 4.2: glm(y ~ x, binomial)
  const std::vector<std::uint8_t> y = {0, 0, 1, 0, 1, 0, 1, 1};
  const logistic_fit found = fit_logistic({one_to_eight, 1, y, {}});
  EXPECT_TRUE(found.converged);
  EXPECT_NEAR(found.coefficients[0], -2.67338, 5e-6);
  EXPECT_NEAR(found.coefficients[1], 0.594084, 5e-7);
  EXPECT_NEAR(found.std_errors[1], 0.432242, 5e-7);
  EXPECT_NEAR(found.log_likelihood, -4.22479, 5e-6);
  EXPECT_NEAR(found.null_log_likelihood, 8 * std::log(0.5), 1e-12);
}

TEST(logistic, sets_the_gradient_to_zero) {
  std::mt19937 random(1);
  std::normal_distribution<> normal;
  for (int round = 0; round < 20; ++round) {
    std::vector<double> x, w;
    std::vector<std::uint8_t> y;
    for (int i = 0; i < 80; ++i) {
      const double a = 50 + 20 * normal(random), b = 1e6 + normal(random);
      x.insert(x.end(), {a, b});
      y.push_back(normal(random) + (a - 50) / 20 > 0);
      w.push_back(random() % 3);
    }
    const logistic_fit found = fit_logistic({x, 2, y, w});
    ASSERT_TRUE(found.converged);
    double gradient[3] = {};
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double eta =
          found.coefficients[0] + found.coefficients[1] * x[2 * i] + found.coefficients[2] * x[2 * i + 1];
      const double rest = w[i] * (y[i] - 1 / (1 + std::exp(-eta)));
      gradient[0] += rest, gradient[1] += rest * (x[2 * i] - 50), gradient[2] += rest * (x[2 * i + 1] - 1e6);
    }
    EXPECT_NEAR(gradient[0], 0, 1e-6);
    EXPECT_NEAR(gradient[1], 0, 1e-5);
    EXPECT_NEAR(gradient[2], 0, 1e-6);
    const logistic_fit warm = fit_logistic({x, 2, y, w}, found.coefficients);
    EXPECT_NEAR(warm.coefficients[1], found.coefficients[1], 1e-10);
    EXPECT_LE(warm.iterations, 2);
  }
}

TEST(logistic, tells_separated_outcomes) {
  const std::vector<std::uint8_t> parted = {0, 0, 0, 0, 1, 1, 1, 1}, touching = {0, 0, 0, 1, 0, 1, 1, 1};
  const logistic_fit found = fit_logistic({one_to_eight, 1, parted, {}});
  EXPECT_TRUE(found.separated);
  EXPECT_TRUE(std::isnan(found.coefficients[1]));
  EXPECT_FALSE(fit_logistic({one_to_eight, 1, touching, {}}).separated);
  const std::vector<double> tied = {1, 2, 3, 4, 4, 5, 6, 7};  // parted but for one value that both have
  EXPECT_TRUE(fit_logistic({tied, 1, parted, {}}).separated);
}

TEST(logistic, leaves_open_what_is_not_determined) {
  const std::vector<std::uint8_t> y = {0, 0, 1, 0, 1, 0, 1, 1}, all(8, 1);
  EXPECT_TRUE(std::isnan(fit_logistic({one_to_eight, 1, all, {}}).coefficients[1]));
  EXPECT_TRUE(std::isnan(fit_logistic({std::vector<double>(8, 0.1), 1, y, {}}).coefficients[1]));
  std::vector<double> twice;
  for (const double x : one_to_eight) twice.insert(twice.end(), {x, 2 * x + 1});
  EXPECT_TRUE(std::isnan(fit_logistic({twice, 2, y, {}}).coefficients[1]));
  EXPECT_TRUE(std::isnan(fit_logistic({{}, 1, {}, {}}).coefficients[1]));
  const std::vector<double> wrong = {1, 2, 3, 4, 5, 6, 7, std::nan("")}, negative(8, -1.0);
  EXPECT_THROW(fit_logistic({wrong, 1, y, {}}), error);
  EXPECT_THROW(fit_logistic({one_to_eight, 1, y, negative}), error);
  EXPECT_THROW(fit_logistic({one_to_eight, 2, y, {}}), error);
}

TEST(discrimination, counts_pairs_in_order) {
  const std::vector<double> scores = {1, 2, 2, 3};
  const std::vector<std::uint8_t> y = {0, 1, 0, 1};
  const ranked_outcomes ranked(scores, y);
  EXPECT_DOUBLE_EQ(ranked.auc(), 3.5 / 4);
  const std::vector<double> weights = {0, 2, 1, 1};  // of three pairs that are left, two are tied
  EXPECT_DOUBLE_EQ(ranked.auc(weights), 2.0 / 3);
  const std::vector<double> one_side = {1, 0, 1, 0};
  EXPECT_TRUE(std::isnan(ranked.auc(one_side)));
  EXPECT_TRUE(std::isnan(ranked_outcomes({}, {}).auc()));
  EXPECT_THROW(ranked_outcomes(std::vector<double>{infinity}, std::vector<std::uint8_t>{1}), error);
  EXPECT_THROW(ranked_outcomes(scores, std::vector<std::uint8_t>{1}), error);
}

TEST(discrimination, takes_the_mean_square_off) {
  const std::vector<double> p = {0.5, 0.9, 0.2};
  const std::vector<std::uint8_t> y = {1, 1, 0};
  EXPECT_NEAR(brier(p, y), (0.25 + 0.01 + 0.04) / 3, 1e-15);
  EXPECT_TRUE(std::isnan(brier({}, {})));
  EXPECT_THROW(brier(std::vector<double>{1.5}, std::vector<std::uint8_t>{1}), error);
}

}  // namespace
}  // namespace harmony::statistics
