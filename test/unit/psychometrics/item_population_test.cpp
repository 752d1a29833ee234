// By hand.
#include "core/psychometrics/careless.hpp"
#include "core/psychometrics/item_population.hpp"
#include "core/statistics/mahalanobis.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::psychometrics {
namespace {

constexpr double correlation = 0.6;

/// Five pairs of items that correlate .8, the fifth one -.8, and two items beside.
struct population {
  std::vector<double> mean = std::vector<double>(12, 3), covariance = std::vector<double>(144, 0);
  population() {
    for (std::size_t i = 0; i < 12; ++i) covariance[i * 13] = 4;
    for (std::size_t k = 0; k < 5; ++k) {
      const double shared = k == 4 ? -3.2 : 3.2;
      covariance[(2 * k) * 12 + 2 * k + 1] = shared;
      covariance[(2 * k + 1) * 12 + 2 * k] = shared;
    }
    covariance[10 * 12 + 11] = covariance[11 * 12 + 10] = 2.4;  // exactly .6: no synonyms
  }
  std::shared_ptr<const prepared_population> prepare() const { return prepared({mean, covariance}, correlation); }
  double synonyms(const std::vector<std::int16_t> &given, const bool *gaps = nullptr) const {
    return prepare()->synonym_consistency({given.data(), gaps, given.size()}, 1, 5, 5);
  }
};

TEST(synonyms, are_the_pairs_beyond_the_correlation) {
  const auto pairs = population().prepare()->synonyms();
  ASSERT_EQ(pairs.size(), 5u);
  EXPECT_EQ(pairs[1].first, 2u);
  EXPECT_EQ(pairs[1].second, 3u);
  EXPECT_FALSE(pairs[3].opposite);
  EXPECT_TRUE(pairs[4].opposite);
}

TEST(synonyms, consistency_is_a_correlation_over_the_pairs) {
  // First items 1 2 3 4 5, second ones 1 2 3 4 and 1 turned to 5.
  EXPECT_EQ(population().synonyms({1, 1, 2, 2, 3, 3, 4, 4, 5, 1, 3, 3}), 1.0);
  // Second ones 2 1 4 3 and 1 turned to 5: sum of products of deviations 8, of squares 10: .8
  EXPECT_EQ(population().synonyms({1, 2, 2, 1, 3, 4, 4, 3, 5, 1, 3, 3}), 0.8);
  EXPECT_TRUE(std::isnan(population().synonyms({1, 3, 2, 3, 3, 3, 4, 3, 5, 3, 3, 3})));  // one side does not vary
  const bool gaps[12] = {true};
  EXPECT_TRUE(std::isnan(population().synonyms({1, 1, 2, 2, 3, 3, 4, 4, 5, 1, 3, 3}, gaps)));  // four pairs
}

TEST(distance, is_that_of_mahalanobis_with_and_without_gaps) {
  const population of;
  const auto made = of.prepare();
  const std::vector<std::int16_t> given = {1, 5, 2, 2, 3, 4, 4, 1, 5, 5, 2, 3};
  for (int n_gaps = 0; n_gaps <= 11; ++n_gaps) {
    bool gaps[12] = {};
    std::vector<double> x(given.begin(), given.end());
    for (int k = 0; k < n_gaps; ++k) gaps[(5 * k) % 12] = true, x[static_cast<std::size_t>((5 * k) % 12)] = NAN;
    const double expected = statistics::mahalanobis(x, of.mean, of.covariance);
    const double got = made->squared_distance({given.data(), gaps, 12}, 12 - n_gaps);
    if (n_gaps == 11) {
      EXPECT_TRUE(std::isnan(got));
    } else {
      EXPECT_NEAR(got, expected, 1e-12 * expected);
    }
  }
}

TEST(distance, as_a_normal_deviate) {
  // (D²/n)^(1/3) = 1 at D² = n: (2/(9n))/sqrt(2/(9n)) = sqrt(2/(9n)); n = 2: 1/3
  EXPECT_NEAR(distance_deviate(2, 2), 1.0 / 3, 1e-15);
  EXPECT_NEAR(distance_deviate(0, 2), -(1 - 1.0 / 9) * 3, 1e-15);
}

TEST(careless, weighs_what_there_is) {
  careless_model model;
  model.with_norm = {1, -2, 0, 3, 0, 0.25, 0, 0, 0, 0, 0.5};
  model.without_norm = {-1, -2, 0, 0, 0, 0, 0, 0, 0, 0, 0.5};
  const auto logistic = [](double x) { return std::nearbyint(1e9 / (1 + std::exp(-x))) / 1e9; };
  EXPECT_EQ(judge_carelessness({0.5, missing, 1, missing}, model).probability, logistic(3));        // 1 - 1 + 3
  EXPECT_EQ(judge_carelessness({missing, missing, 1, missing}, model).probability, logistic(3.5));  // typical .25
  EXPECT_EQ(judge_carelessness({0.5, missing, missing, missing}, model).probability, logistic(-2));
  EXPECT_TRUE(judge_carelessness({0.5, missing, 1, missing}, model).careless);
  EXPECT_FALSE(judge_carelessness({0.5, missing, missing, missing}, model).careless);
  EXPECT_TRUE(std::isnan(judge_carelessness({}, model).probability));
  EXPECT_FALSE(judge_carelessness({}, model).careless);
}

TEST(careless, shipped_weights_are_within_their_bounds) {
  const careless_model model;
  careless_model::for_each_part(model,
                                [](std::string_view, const careless_weights &weights) { check_fields(weights); });
}

}  // namespace
}  // namespace harmony::psychometrics
