// Social relations against the formulas for complete answers, and against least squares where some are missing; phases
// against figures of NumPy 1.24.
#include "core/affinity/social_relations.hpp"
#include "core/affinity/validation.hpp"

#include "core/base/error.hpp"

#include <Eigen/Dense>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::affinity {
namespace {

struct answer {
  std::int64_t actor, partner;
  double value;
};

std::vector<answer> random_answers(std::uint32_t seed, int n, bool with_gaps) {
  std::mt19937 random(seed);
  std::normal_distribution<> normal;
  std::vector<answer> out;
  for (int i = 1; i <= n; ++i)
    for (int j = 1; j <= n; ++j)
      if (i != j && !(with_gaps && random() % 3 == 0)) out.push_back({i, j, 10 + i % 3 + normal(random)});
  return out;
}

social_relations fitted(const std::vector<answer> &answers) {
  social_answers all;
  for (const answer &a : answers) all.add(a.actor, a.partner, a.value);
  return all.fit();
}

TEST(social_relations, of_complete_answers_are_those_of_warner) {
  for (const int n : {4, 5, 9}) {
    const auto answers = random_answers(static_cast<std::uint32_t>(n), n, false);
    Eigen::MatrixXd x = Eigen::MatrixXd::Zero(n, n);
    for (const answer &a : answers) x(a.actor - 1, a.partner - 1) = a.value;
    const double m = n, mean = x.sum() / (m * (m - 1));
    const Eigen::VectorXd row = x.rowwise().sum() / (m - 1), column = x.colwise().sum().transpose() / (m - 1);
    const auto effects = [&](const Eigen::VectorXd &own, const Eigen::VectorXd &other) {
      return Eigen::VectorXd((m - 1) * (m - 1) / (m * (m - 2)) * own.array() + (m - 1) / (m * (m - 2)) * other.array() -
                             (m - 1) / (m - 2) * mean);
    };
    const Eigen::VectorXd actor = effects(row, column), partner = effects(column, row);
    double sums = 0.0, differences = 0.0;
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < i; ++j) {
        const double a = x(i, j) - actor[i] - partner[j] - mean, b = x(j, i) - actor[j] - partner[i] - mean;
        sums += (a + b) * (a + b) / 2;
        differences += (a - b) * (a - b) / 2;
      }
    const double free = (m - 1) * (m - 2) / 2, between = sums / (free - 1), within = differences / free;
    const double pair = (between + within) / 2, dyad = (between - within) / 2, own = (m - 1) / (m * (m - 2));
    const social_relations found = fitted(answers);
    EXPECT_NEAR(found.mean, mean, 1e-12);
    EXPECT_NEAR(found.relationship_variance, pair, 1e-12);
    EXPECT_NEAR(found.dyadic_covariance, dyad, 1e-12);
    EXPECT_NEAR(found.actor_variance, actor.squaredNorm() / (m - 1) - pair * own - dyad / (m * (m - 2)), 1e-12);
    EXPECT_NEAR(found.partner_variance, partner.squaredNorm() / (m - 1) - pair * own - dyad / (m * (m - 2)), 1e-12);
    EXPECT_NEAR(found.actor_partner_covariance, actor.dot(partner) / (m - 1) - dyad * own - pair / (m * (m - 2)),
                1e-12);
    for (const social_effect &e : found.effects) {
      EXPECT_NEAR(e.actor, actor[e.person - 1], 1e-12);
      EXPECT_NEAR(e.partner, partner[e.person - 1], 1e-12);
    }
  }
}

TEST(social_relations, fit_least_squares_to_what_is_there) {
  const int n = 11;
  const auto answers = random_answers(3, n, true);
  const auto rows = static_cast<Eigen::Index>(answers.size());
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(rows, 2 * n + 1);
  Eigen::VectorXd y(rows);
  for (Eigen::Index k = 0; k < rows; ++k) {
    const answer &a = answers[static_cast<std::size_t>(k)];
    design(k, 0) = design(k, a.actor) = design(k, n + a.partner) = 1.0;
    y[k] = a.value;
  }
  const Eigen::VectorXd rest = y - design * design.completeOrthogonalDecomposition().solve(y);
  const social_relations found = fitted(answers);
  ASSERT_EQ(found.pairs.size(), answers.size());
  for (std::size_t k = 0; k < answers.size(); ++k)
    EXPECT_NEAR(found.pairs[k].effect, rest[static_cast<Eigen::Index>(k)], 1e-10);
  double of_actors = 0.0, of_partners = 0.0;
  for (const social_effect &e : found.effects) of_actors += e.actor, of_partners += e.partner;
  EXPECT_NEAR(of_actors, 0.0, 1e-10);
  EXPECT_NEAR(of_partners, 0.0, 1e-10);
}

// Over many sets of answers with the same gaps the estimates lie about what the answers were made with.
TEST(social_relations, are_not_biased_by_gaps) {
  std::mt19937 random(8);
  std::normal_distribution<> normal;
  const int n = 10, rounds = 1500;
  double actor = 0, partner = 0, pair = 0, both = 0, dyad = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> a, b;
    for (int i = 0; i < n; ++i) {
      const double common = normal(random);
      a.push_back(common);                               // variance 1
      b.push_back(0.5 * common + 0.5 * normal(random));  // .5, covariance .5
    }
    social_answers all;
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < i; ++j) {
        const double common = normal(random);  // of a pair: variance 2, covariance 1
        if ((i * 7 + j * 3) % 4 != 0) all.add(i, j, a[i] + b[j] + common + normal(random));
        if ((i * 5 + j) % 3 != 0) all.add(j, i, a[j] + b[i] + common + normal(random));
      }
    const social_relations found = all.fit();
    actor += found.actor_variance, partner += found.partner_variance, pair += found.relationship_variance;
    both += found.actor_partner_covariance, dyad += found.dyadic_covariance;
  }
  EXPECT_NEAR(actor / rounds, 1.0, 0.08);
  EXPECT_NEAR(partner / rounds, 0.5, 0.08);
  EXPECT_NEAR(pair / rounds, 2.0, 0.08);
  EXPECT_NEAR(both / rounds, 0.5, 0.06);
  EXPECT_NEAR(dyad / rounds, 1.0, 0.08);
}

TEST(social_relations, do_not_depend_on_the_order_of_rows) {
  std::mt19937 random(9);
  auto answers = random_answers(5, 9, true);
  const social_relations first = fitted(answers);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(answers.begin(), answers.end(), random);
    social_answers all, rest;
    for (std::size_t k = 0; k < answers.size(); ++k)
      (k % 2 == 0 ? all : rest).add(answers[k].actor, answers[k].partner, answers[k].value);
    native_writer written;
    rest.serialize(written);
    native_reader in(written.bytes());
    all.merge(social_answers::deserialize(in));
    const social_relations again = all.fit();
    EXPECT_EQ(again.actor_variance, first.actor_variance);
    EXPECT_EQ(again.mean, first.mean);
    for (std::size_t k = 0; k < again.effects.size(); ++k) EXPECT_EQ(again.effects[k].actor, first.effects[k].actor);
  }
}

TEST(social_relations, say_what_they_cannot_tell) {
  EXPECT_EQ(social_answers().fit().n, 0);
  social_answers two;
  two.add(1, 2, 3);
  const social_relations found = two.fit();
  EXPECT_TRUE(std::isnan(found.actor_variance));
  EXPECT_DOUBLE_EQ(found.mean, 3.0);
  EXPECT_THROW(two.add(1, 1, 1), error);
  EXPECT_THROW(two.add(1, 3, std::nan("")), error);
  two.add(1, 2, 4);
  EXPECT_THROW(two.fit(), error);
  social_answers far;
  far.add(1, 2, 1e308);
  far.add(2, 1, -1e308);
  EXPECT_THROW(far.fit(), error);
  // One side answers about the other alone: no covariances.
  social_answers sides;
  for (int i = 1; i <= 5; ++i)
    for (int j = 101; j <= 105; ++j) sides.add(i, j, i * j % 7);
  const social_relations half = sides.fit();
  EXPECT_FALSE(std::isnan(half.actor_variance));
  EXPECT_TRUE(std::isnan(half.dyadic_covariance));
  EXPECT_TRUE(std::isnan(half.actor_partner_covariance));
}

TEST(validation, does_not_depend_on_the_order_of_rows) {
  std::mt19937 random(10);
  auto answers = random_answers(6, 12, true);
  std::vector<phase_validity> first;
  for (int round = 0; round < 4; ++round) {
    validated_pairs all(2, {50, 7}), rest(2, {50, 7});
    for (std::size_t k = 0; k < answers.size(); ++k) {
      const answer &a = answers[k];
      const double scores[] = {std::fmod(a.value * 37, 100.0), std::fmod(a.value * 91, 100.0)};
      const bool missing_scores[] = {false, a.actor % 4 == 0};
      (k % 2 == 0 ? all : rest).add(a.actor, a.partner, a.value > 11, {scores, missing_scores, 2}, {50, 7});
    }
    native_writer written;
    rest.serialize(written);
    native_reader in(written.bytes());
    all.merge(validated_pairs::deserialize(in));
    const auto found = all.validities();
    if (round == 0) first = found;
    for (std::size_t k = 0; k < found.size(); ++k) {
      EXPECT_EQ(found[k].auc, first[k].auc);
      EXPECT_EQ(found[k].auc_low, first[k].auc_low);
      EXPECT_EQ(found[k].slope_high, first[k].slope_high);
      EXPECT_EQ(found[k].incremental_r_squared, first[k].incremental_r_squared);
      EXPECT_LE(found[k].auc_low, found[k].auc_high);
    }
    std::shuffle(answers.begin(), answers.end(), random);
  }
}

TEST(validation, refuses_and_says_what_it_cannot_tell) {
  const double scores[] = {50, 60, 101};
  EXPECT_THROW(validated_pairs(0, {}), error);
  EXPECT_THROW(validated_pairs(9, {}), error);
  EXPECT_THROW(validated_pairs(1, {10001, 1}), error);
  validated_pairs pairs(2, {10, 1});
  EXPECT_TRUE(std::isnan(pairs.validities()[1].auc));
  EXPECT_THROW(pairs.add(1, 1, true, {scores, nullptr, 2}, {10, 1}), error);
  EXPECT_THROW(pairs.add(1, 2, true, {scores, nullptr, 3}, {10, 1}), error);
  EXPECT_THROW(pairs.add(1, 2, true, {scores + 1, nullptr, 2}, {10, 1}), error);
  EXPECT_THROW(pairs.add(1, 2, true, {scores, nullptr, 2}, {10, 2}), error);
  pairs.add(1, 2, true, {scores, nullptr, 2}, {10, 1});
  const auto found = pairs.validities();
  EXPECT_EQ(found[0].pairs, 1);
  EXPECT_DOUBLE_EQ(found[0].brier, 0.25);
  EXPECT_TRUE(std::isnan(found[0].auc));
  EXPECT_TRUE(std::isnan(found[0].slope));
  EXPECT_TRUE(std::isnan(pairs.weights().intercept));
}

}  // namespace
}  // namespace harmony::affinity
