#include "core/psychometrics/cognitive.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

namespace harmony::psychometrics {
namespace {

constexpr int none = -9999;  // skipped

using options = std::vector<std::int16_t>;
using names = std::vector<std::string_view>;

std::vector<trait_score> score(const std::vector<int> &given, const options &correct, const names &traits,
                               int n_options = 0) {
  const options values(given.begin(), given.end());
  const std::unique_ptr<bool[]> missing(new bool[given.size() + 1]);
  for (std::size_t i = 0; i < given.size(); ++i) missing[i] = given[i] == none;
  return score_cognitive({values.data(), missing.get(), values.size()}, correct, traits, n_options);
}

void expect_error(const char *sqlstate, const std::string &message, const std::vector<int> &given,
                  const options &correct, const names &traits, int n_options) {
  try {
    score(given, correct, traits, n_options);
    ADD_FAILURE() << "no error: " << message;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), sqlstate);
    EXPECT_EQ(e.message(), message);
  }
}

const names five(5, "logical");

TEST(Cognitive, SkippedCountsAsWrong) {
  const auto scores = score({1, 2, 3, none, 4}, {1, 2, 1, 4, 4}, five);  // right, right, wrong, skipped, right
  ASSERT_EQ(scores.size(), 1u);
  EXPECT_EQ(scores[0].trait, "logical");
  EXPECT_EQ(scores[0].n_items, 5);
  EXPECT_EQ(scores[0].n_answered, 4);
  EXPECT_EQ(scores[0].raw, 3);
  EXPECT_EQ(scores[0].score, 60);  // 100 · 3/5
}

TEST(Cognitive, CorrectedForGuessing) {
  const auto scores = score({1, 2, 3, none, 4}, {1, 2, 1, 4, 4}, five, 4);
  EXPECT_EQ(scores[0].raw, 8.0 / 3);           // 3 − 1/3
  EXPECT_EQ(scores[0].score, 100.0 * 8 / 15);  // 53.333...
  EXPECT_EQ(scores[0].n_answered, 4);
}

TEST(Cognitive, CorrectionDoesNotGoBelowZero) {
  const auto scores = score({1, 2, 2, 2, 2}, {1, 1, 1, 1, 1}, five, 2);  // 1 − 4/1 = −3
  EXPECT_EQ(scores[0].raw, 0);
  EXPECT_EQ(scores[0].score, 0);
}

TEST(Cognitive, CorrectionIsZeroAtChanceLevel) {
  const auto scores = score({1, 1, 1, 1}, {1, 2, 3, 4}, names(4, "t"), 4);  // 1 − 3/3
  EXPECT_EQ(scores[0].score, 0);
}

TEST(Cognitive, AllRightIs100) {
  EXPECT_EQ(score({3, 3, 3}, {3, 3, 3}, names(3, "t"))[0].score, 100);
  EXPECT_EQ(score({3, 3, 3}, {3, 3, 3}, names(3, "t"), 5)[0].score, 100);
}

TEST(Cognitive, UntouchedTraitIsNotScored) {
  const auto scores = score({none, none, 2}, {1, 1, 1}, {"a", "a", "b"}, 4);
  EXPECT_TRUE(std::isnan(scores[0].score));
  EXPECT_EQ(scores[0].n_items, 2);
  EXPECT_EQ(scores[0].n_answered, 0);
  EXPECT_EQ(scores[0].raw, 0);
  EXPECT_EQ(scores[1].score, 0);  // one wrong answer is a score of 0, not a missing score
}

TEST(Cognitive, OneAnswerIsEnoughForAScore) {
  EXPECT_EQ(score({1, none, none, none, none}, {1, 1, 1, 1, 1}, five)[0].score, 20);
}

TEST(Cognitive, Errors) {
  expect_error("22023", "the list of items is empty", {}, {}, {}, 0);
  expect_error("22023", "expected 2 answers but got 1", {1}, {1, 1}, {"t", "t"}, 0);
  expect_error("22023", "expected 2 right options but got 3", {1, 1}, {1, 1, 1}, {"t", "t"}, 0);
  expect_error("22023", "number of options must be 0 or at least 2, not 1", {1}, {1}, {"t"}, 1);
  expect_error("22023", "number of options must be 0 or at least 2, not -4", {1}, {1}, {"t"}, -4);
  expect_error("22023", "right option 5 to item 1 is outside the options 1 to 4", {1}, {5}, {"t"}, 4);
  expect_error("22023", "right option 0 to item 1 is below 1", {1}, {0}, {"t"}, 0);
  expect_error("22003", "answer 5 to item 2 is outside the options 1 to 4", {1, 5}, {1, 1}, {"t", "t"}, 4);
  expect_error("22003", "answer 0 to item 1 is outside the options 1 to 4", {0}, {1}, {"t"}, 4);
  expect_error("22003", "answer 0 to item 2 is below 1", {1, 0}, {1, 1}, {"t", "t"}, 0);
}

TEST(Cognitive, LongInputCanBeCancelled) {
  const options values(5000, 1);
  const names traits(5000, "t");
  interrupt_pending = [] { return true; };
  EXPECT_THROW(score_cognitive({values.data(), nullptr, 5000}, values, traits), cancelled);
  interrupt_pending = nullptr;
}

TEST(right_answers, by_item) {
  const options given{1, 2, 0, 4}, correct{1, 3, 2, 4};
  const bool missing[] = {false, false, false, true};
  const std::vector<double> right = right_answers({given.data(), missing, 4}, correct);
  EXPECT_EQ(right[0], 1.0);
  EXPECT_EQ(right[1], 0.0);
  EXPECT_EQ(right[2], 0.0);  // a skipped item is wrong
  EXPECT_TRUE(std::isnan(right[3]));
  EXPECT_THROW(right_answers({given.data(), nullptr, 4}, options{1, 2}), error);
}

TEST(right_answers, of_one_trait) {
  const options given{1, 2, 3, 4}, correct{1, 3, 3, 4};
  const bool missing[] = {false, false, false, true};
  const names traits{"a", "a", "b", "a"};
  EXPECT_EQ(trait_right_answers({given.data(), missing, 4}, correct, traits, "a"), (std::vector<double>{1, 0, 0}));
  EXPECT_EQ(trait_right_answers({given.data(), missing, 4}, correct, traits, "b"), (std::vector<double>{1}));
  EXPECT_TRUE(trait_right_answers({given.data(), missing, 4}, correct, traits, "c").empty());
  EXPECT_THROW(trait_right_answers({given.data(), missing, 4}, correct, names{"a"}, "a"), error);
}

}  // namespace
}  // namespace harmony::psychometrics
