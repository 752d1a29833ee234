// Item response models: Bock and Lieberman's LSAT 6 as published, derivatives beside differences, degenerate answers.
#include "core/statistics/item_response.hpp"

#include "core/base/error.hpp"
#include "core/statistics/item_response.likelihood.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// How many of 1,000 people gave each of the 32 patterns, 00000 first (Bock and Lieberman 1970).
constexpr int lsat_6[] = {3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                          10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};

response_patterns answers_to_lsat_6(bool turned = false) {
  response_patterns out(1);
  for (int pattern = 0; pattern < 32; ++pattern) {
    const int shown = turned ? 31 - pattern : pattern;
    std::vector<double> answers;
    for (int item = 4; item >= 0; --item) answers.push_back((shown >> item) & 1);
    if (lsat_6[pattern] > 0) out.add(answers, lsat_6[pattern]);
  }
  return out;
}

TEST(item_response, lsat_6) {
  const irt_result found = fit_item_response(answers_to_lsat_6(), false);
  EXPECT_TRUE(found.converged);
  EXPECT_EQ(found.n, 1000);
  EXPECT_EQ(found.patterns, 30);
  EXPECT_NEAR(found.log_likelihood, -2466.6534, 5e-5);
  const double a[] = {0.8257, 0.7227, 0.8909, 0.6884, 0.6569};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(found.a[i], a[i], 5e-5);
  EXPECT_NEAR(found.b[0], -3.3588, 5e-5);
  EXPECT_TRUE(found.thresholds.empty());
  EXPECT_TRUE(found.warnings.empty());
}

TEST(item_response, turned_answers_turn_the_difficulties) {
  const irt_result one = fit_item_response(answers_to_lsat_6(), false);
  const irt_result other = fit_item_response(answers_to_lsat_6(true), false);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(one.a[i], other.a[i], 1e-6);
    EXPECT_NEAR(one.b[i], -other.b[i], 1e-6);
    EXPECT_NEAR(one.se_b[i], other.se_b[i], 1e-6);
  }
}

TEST(item_response, graded_answers_0_and_1_are_the_same) {
  const irt_result two = fit_item_response(answers_to_lsat_6(), false);
  const irt_result graded = fit_item_response(answers_to_lsat_6(), true);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(two.a[i], graded.a[i]);
    EXPECT_EQ(graded.thresholds[i], std::vector<double>{two.b[i]});
  }
  EXPECT_TRUE(graded.b.empty());
}

// 60 patterns of 2, 3, 4 and 2 categories, some answers missing.
answer_table some_answers() {
  answer_table out;
  for (const int categories : {2, 3, 4, 2}) {
    out.items.push_back({categories, out.categories, out.parameters});
    out.categories += categories;
    out.parameters += categories;
  }
  std::mt19937 source(3);
  for (int pattern = 0; pattern < 60; ++pattern) {
    for (const graded_item &item : out.items)
      out.answers.push_back(
          source() % 7 == 0 ? no_answer : static_cast<std::uint8_t>(source() % static_cast<unsigned>(item.categories)));
    out.counts.push_back(1 + source() % 4);
  }
  return out;
}

TEST(item_response, derivatives_are_those_of_the_likelihood) {
  const answer_table table = some_answers();
  VectorXd at(table.parameters);
  at << 1.2, 0.3, -0.7, 0.9, -0.4, 1.6, 1.5, 0.2, -1.0, 0.5, -0.6;
  const auto gradient = [&](const VectorXd &p) { return irt_gradient(table, p, irt_expect(table, p)); };
  const MatrixXd information = irt_information(table, at, irt_expect(table, at));
  constexpr double h = 1e-5;
  for (Eigen::Index j = 0; j < at.size(); ++j) {
    VectorXd up = at, down = at;
    up[j] += h;
    down[j] -= h;
    const double slope = (irt_expect(table, up).log_likelihood - irt_expect(table, down).log_likelihood) / (2.0 * h);
    EXPECT_NEAR(gradient(at)[j], slope, 1e-6) << j;
    const VectorXd bend = (gradient(down) - gradient(up)) / (2.0 * h);
    EXPECT_LT((information.col(j) - bend).cwiseAbs().maxCoeff(), 1e-6) << j;
  }
}

TEST(item_response, an_item_without_variation_leaves) {
  response_patterns with(1), without(1);
  std::mt19937 source(5);
  for (int row = 0; row < 200; ++row) {
    const double theta = static_cast<double>(source() % 100) / 20.0 - 2.5;
    std::vector<double> answers;
    for (int item = 0; item < 4; ++item) answers.push_back((source() % 1000) < 1000.0 / (1.0 + std::exp(-theta)));
    without.add(answers);
    answers.insert(answers.begin() + 1, 1.0);
    with.add(answers);
  }
  const irt_result found = fit_item_response(with, false), expected = fit_item_response(without, false);
  EXPECT_EQ(found.warnings, std::vector<std::string>{"item 2 does not vary"});
  EXPECT_TRUE(std::isnan(found.a[1]) && std::isnan(found.b[1]) && std::isnan(found.se_a[1]));
  EXPECT_EQ(found.log_likelihood, expected.log_likelihood);
  EXPECT_EQ(found.a[2], expected.a[1]);
}

TEST(item_response, two_items_are_too_few) {
  response_patterns patterns(1);
  patterns.add({0, 1, 1});
  patterns.add({1, 0, 1});
  const irt_result found = fit_item_response(patterns, false);
  EXPECT_EQ(found.warnings.back(), "fewer than three items vary");
  EXPECT_TRUE(found.a.empty());
  EXPECT_FALSE(found.converged);
  EXPECT_TRUE(std::isnan(found.log_likelihood));
}

TEST(item_response, graded_answers_without_the_lowest) {
  response_patterns from_0(highest_answer), from_1(highest_answer);
  std::mt19937 source(11);
  for (int row = 0; row < 300; ++row) {
    const double level = source() % 3;
    std::vector<double> answers;
    for (int item = 0; item < 4; ++item) answers.push_back(std::min(2.0, level + source() % 2));
    from_0.add(answers);
    for (double &answer : answers) answer += 1.0;
    from_1.add(answers);
  }
  const irt_result one = fit_item_response(from_0, true), other = fit_item_response(from_1, true);
  EXPECT_EQ(one.a, other.a);
  ASSERT_EQ(other.thresholds[3].size(), 3u);
  EXPECT_TRUE(std::isnan(other.thresholds[3][0]));
  EXPECT_EQ(other.thresholds[3][1], one.thresholds[3][0]);
  EXPECT_EQ(other.warnings.at(3), "answer 0 to item 4 was never given");
}

TEST(item_response, refuses_answers) {
  const double nan = std::nan("");
  response_patterns patterns(3);
  EXPECT_THROW(patterns.add({}), error);
  for (const double answer : {-1.0, 4.0, 0.5, infinity, -infinity}) EXPECT_THROW(patterns.add({0, answer}), error);
  patterns.add({nan, nan});  // says nothing
  EXPECT_EQ(patterns.n(), 0);
  patterns.add({0, 3});
  EXPECT_THROW(patterns.add({0, 1, 2}), error);
}

TEST(item_response, refuses_an_answer_between_others_that_was_never_given) {
  response_patterns patterns(9);
  for (const double answer : {0.0, 1.0, 3.0}) patterns.add({answer, 1, 0});
  try {
    fit_item_response(patterns, true);
    FAIL();
  } catch (const error &e) {
    EXPECT_EQ(e.detail(), "Item 1 has no answer 2.");
  }
}

TEST(item_response, steep_items_are_told) {  // a Guttman scale
  response_patterns patterns(1);
  for (int level = 0; level <= 4; ++level)
    patterns.add({level > 0 ? 1.0 : 0.0, level > 1 ? 1.0 : 0.0, level > 2 ? 1.0 : 0.0, level > 3 ? 1.0 : 0.0}, 50);
  const irt_result found = fit_item_response(patterns, false);
  bool told = !found.converged;
  for (const std::string &warning : found.warnings) told = told || warning.find("is beyond 20") != std::string::npos;
  EXPECT_TRUE(told);
}

TEST(response_patterns, merge_and_come_back) {
  response_patterns all(1), first(1), second(1);
  std::mt19937 source(2);
  for (int row = 0; row < 500; ++row) {
    std::vector<double> answers;
    for (int item = 0; item < 6; ++item) answers.push_back(source() % 5 == 0 ? std::nan("") : source() % 2);
    all.add(answers);
    (row % 3 == 0 ? first : second).add(answers);
  }
  native_writer out;
  second.serialize(out);
  native_reader in(out.bytes());
  first.merge(response_patterns::deserialize(in));
  EXPECT_EQ(first.n(), all.n());
  EXPECT_EQ(first.size(), all.size());
  const irt_result one = fit_item_response(first, false), other = fit_item_response(all, false);
  EXPECT_EQ(one.a, other.a);
  EXPECT_EQ(one.log_likelihood, other.log_likelihood);
}

}  // namespace
}  // namespace harmony::statistics
