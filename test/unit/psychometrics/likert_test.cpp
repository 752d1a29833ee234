#include "core/psychometrics/likert.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <climits>
#include <cmath>
#include <memory>
#include <string>

namespace harmony::psychometrics {
namespace {

constexpr int none = -9999;  // not answered

/// Owns answers; `none` becomes a missing one whose value would be refused if anybody looked at it.
struct owned_answers {
  std::vector<std::int16_t> values;
  std::unique_ptr<bool[]> missing;

  explicit owned_answers(const std::vector<int> &given) : missing(new bool[given.size() + 1]) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      values.push_back(static_cast<std::int16_t>(given[i]));
      missing[i] = given[i] == none;
    }
  }
  answers view() const { return {values.data(), missing.get(), values.size()}; }
};

using keys = std::vector<std::int16_t>;
using names = std::vector<std::string_view>;

std::vector<trait_score> score(const std::vector<int> &given, const keys &keyed, const names &traits, int min,
                               int max) {
  const owned_answers owned(given);
  return score_likert(owned.view(), keyed, traits, min, max);
}

void expect_error(const char *sqlstate, const std::string &message, const std::vector<int> &given, const keys &keyed,
                  const names &traits, int min, int max) {
  try {
    score(given, keyed, traits, min, max);
    ADD_FAILURE() << "no error: " << message;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), sqlstate);
    EXPECT_EQ(e.message(), message);
  }
}

TEST(Likert, TwoTraitsWithReversedItems) {
  // a: 4, 6 − 2 = 4, 5 -> sum 13, mean 13/3, 100 (13/3 − 1)/4 = 100 · 10/12 = 83.333...
  // b: 1, 6 − 5 = 1    -> sum 2, mean 1, 0
  const auto scores = score({4, 1, 2, 5, 5}, {1, 1, -1, -1, 1}, {"a", "b", "a", "b", "a"}, 1, 5);
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_EQ(scores[0].trait, "a");
  EXPECT_EQ(scores[0].n_items, 3);
  EXPECT_EQ(scores[0].n_answered, 3);
  EXPECT_EQ(scores[0].raw, 13);
  EXPECT_EQ(scores[0].score, 1000.0 / 12);
  EXPECT_EQ(scores[1].trait, "b");
  EXPECT_EQ(scores[1].raw, 2);
  EXPECT_EQ(scores[1].score, 0);
}

TEST(Likert, TraitsInOrderOfFirstAppearance) {
  const auto scores = score({1, 2, 3, 4}, {1, 1, 1, 1}, {"z", "a", "m", "a"}, 1, 5);
  ASSERT_EQ(scores.size(), 3u);
  EXPECT_EQ(scores[0].trait, "z");
  EXPECT_EQ(scores[1].trait, "a");
  EXPECT_EQ(scores[2].trait, "m");
  EXPECT_EQ(scores[1].raw, 6);
  EXPECT_EQ(scores[1].score, 50);  // mean 3 of 1 to 5
}

TEST(Likert, EndsOfTheScaleScoreExactly0And100) {
  EXPECT_EQ(score({7, 7, 7}, {1, 1, 1}, {"t", "t", "t"}, 1, 7)[0].score, 100);
  EXPECT_EQ(score({7, 7, 7}, {-1, -1, -1}, {"t", "t", "t"}, 1, 7)[0].score, 0);
}

TEST(Likert, ScaleMayBeNegativeOrStartAtZero) {
  EXPECT_EQ(score({-1, 2}, {1, 1}, {"t", "t"}, -3, 3)[0].score, 100.0 * 3.5 / 6);  // mean .5: (.5 + 3)/6
  EXPECT_EQ(score({-1}, {-1}, {"t"}, -3, 3)[0].raw, 1);                            // −3 + 3 + 1
  EXPECT_EQ(score({0, 1}, {1, -1}, {"t", "t"}, 0, 1)[0].score, 0);                 // 0 and 0 + 1 − 1
  EXPECT_EQ(score({1}, {1}, {"t"}, INT_MIN, INT_MAX)[0].n_answered, 1);            // no overflow
}

TEST(Likert, ExactlyHalfAnsweredIsScored) {
  const auto scores = score({5, none, 4, none}, {1, 1, -1, 1}, {"t", "t", "t", "t"}, 1, 5);
  EXPECT_EQ(scores[0].n_items, 4);
  EXPECT_EQ(scores[0].n_answered, 2);
  EXPECT_EQ(scores[0].raw, 7);       // 5 + (6 − 4)
  EXPECT_EQ(scores[0].score, 62.5);  // mean 3.5: 100 · 2.5/4
}

TEST(Likert, LessThanHalfAnsweredIsNotScored) {
  const auto scores = score({5, none, 4, none, none}, {1, 1, 1, 1, 1}, {"t", "t", "t", "t", "t"}, 1, 5);
  EXPECT_EQ(scores[0].n_answered, 2);
  EXPECT_EQ(scores[0].raw, 9);
  EXPECT_TRUE(std::isnan(scores[0].score));
}

TEST(Likert, NothingAnsweredIsNotScored) {
  const auto scores = score({none, 3}, {1, 1}, {"empty", "full"}, 1, 5);
  EXPECT_EQ(scores[0].n_answered, 0);
  EXPECT_TRUE(std::isnan(scores[0].score));
  EXPECT_EQ(scores[1].score, 50);
}

TEST(Likert, AnswersWithoutMissingFlags) {
  const std::vector<std::int16_t> values = {1, 5};
  const auto scores = score_likert({values.data(), nullptr, 2}, keys{1, 1}, names{"t", "t"}, 1, 5);
  EXPECT_EQ(scores[0].score, 50);
}

TEST(Likert, Errors) {
  expect_error("22023", "the list of items is empty", {}, {}, {}, 1, 5);
  expect_error("22023", "expected 2 answers but got 1", {1}, {1, 1}, {"t", "t"}, 1, 5);
  expect_error("22023", "expected 2 answers but got 3", {1, 1, 1}, {1, 1}, {"t", "t"}, 1, 5);
  expect_error("22023", "expected 2 keys but got 1", {1, 1}, {1}, {"t", "t"}, 1, 5);
  expect_error("22023", "key 0 of item 2 is neither 1 nor -1", {1, 1}, {1, 0}, {"t", "t"}, 1, 5);
  expect_error("22023", "scale minimum 5 is not below scale maximum 5", {5}, {1}, {"t"}, 5, 5);
  expect_error("22003", "answer 7 to item 3 is outside the scale 1 to 5", {1, 5, 7}, {1, 1, 1}, {"t", "t", "t"}, 1, 5);
  expect_error("22003", "answer 0 to item 1 is outside the scale 1 to 5", {0}, {1}, {"t"}, 1, 5);
}

TEST(Likert, LengthErrorHasADetail) {
  try {
    score({1}, {1, 1}, {"t", "t"}, 1, 5);
    ADD_FAILURE();
  } catch (const error &e) {
    EXPECT_EQ(e.detail(), "Every array must have one element for each of the 2 items.");
  }
}

TEST(Likert, ManyTraitsKeepTheirOrderAroundTheHashTable) {
  for (const std::size_t n : {15u, 16u, 17u, 18u, 40u}) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < n; ++i) codes.push_back("trait" + std::to_string(i));
    names traits;
    for (int round = 0; round < 2; ++round) traits.insert(traits.end(), codes.begin(), codes.end());
    const trait_index index = index_traits(traits);
    ASSERT_EQ(index.names.size(), n);
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(index.names[i], codes[i]);
      EXPECT_EQ(index.of_item[i], i);
      EXPECT_EQ(index.of_item[n + i], i);
    }
  }
}

TEST(Likert, AMillionTraitsTakeNoQuadraticTime) {
  constexpr std::size_t n = 1000000;
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < n; ++i) codes.push_back(std::to_string(i));
  const names traits(codes.begin(), codes.end());
  const std::vector<std::int16_t> values(n, 3);
  const keys keyed(n, 1);
  const std::clock_t start = std::clock();
  const auto scores = score_likert({values.data(), nullptr, n}, keyed, traits, 1, 5);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 200);  // processor time; quadratic: hours
  ASSERT_EQ(scores.size(), n);
  EXPECT_EQ(scores[n - 1].trait, "999999");
  EXPECT_EQ(scores[n - 1].score, 50);
}

TEST(Likert, LongInputCanBeCancelled) {
  const std::vector<std::int16_t> values(5000, 3);
  const keys keyed(5000, 1);
  const names traits(5000, "t");
  interrupt_pending = [] { return true; };
  EXPECT_THROW(score_likert({values.data(), nullptr, 5000}, keyed, traits, 1, 5), cancelled);
  EXPECT_THROW(index_traits(traits), cancelled);
  interrupt_pending = nullptr;
}

TEST(score_likert, items_of_several_traits) {
  // Facets a and b of two items; the domain takes all four, c the third turned.
  const owned_answers given({5, 2, 4, none});
  const std::vector<std::int32_t> position{1, 2, 3, 3, 4};
  const names more{"d", "d", "c", "d", "d"}, traits{"a", "a", "b", "b"};
  const keys keyed{1, -1, 1, -1}, turned{1, -1, -1, 1, -1};
  const auto found = score_likert(given.view(), keyed, traits, 1, 5, {position, more, turned});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].trait, "a");
  EXPECT_EQ(found[0].score, 87.5);  // 5 and 4: 7 of 8
  EXPECT_EQ(found[1].score, 75.0);  // 4 alone
  EXPECT_EQ(found[2].trait, "d");
  EXPECT_EQ(found[2].n_items, 4);
  EXPECT_EQ(found[2].n_answered, 3);
  EXPECT_EQ(found[2].raw, 13.0);
  EXPECT_EQ(found[3].trait, "c");
  EXPECT_EQ(found[3].score, 25.0);  // 4 turned is 2
  for (const std::int32_t at : {0, 5, INT_MIN, INT_MAX}) {
    const std::vector<std::int32_t> beyond{at};
    const names one{"d"};
    const keys key{1};
    EXPECT_THROW(score_likert(given.view(), keyed, traits, 1, 5, {beyond, one, key}), error) << at;
    EXPECT_THROW(score_likert(given.view(), keyed, traits, 1, 5, {beyond, one, {}}), error) << at;
  }
}

}  // namespace
}  // namespace harmony::psychometrics
