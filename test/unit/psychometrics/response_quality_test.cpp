#include "core/psychometrics/response_quality.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <string>

namespace harmony::psychometrics {
namespace {

constexpr int none = -9999;  // not answered, or not timed

using flags = std::vector<quality_flag>;

/// Owns the input of one assessment: a rating scale of 1 to 5, all items keyed +1 and of one trait, without times.
struct submission {
  std::vector<int> given;
  std::vector<int> times = {};
  std::vector<std::int16_t> keyed = std::vector<std::int16_t>(given.size(), 1);
  std::vector<std::string_view> traits = std::vector<std::string_view>(given.size(), "t");
  int min = 1;
  int max = 5;
  std::vector<double> mean = {};
  std::vector<double> covariance = {};
  quality_cutoffs cutoffs = {};

  response_quality assess() const {
    const std::vector<std::int16_t> values(given.begin(), given.end());
    const auto missing = missing_flags(given);
    const auto untimed = missing_flags(times);
    quality_input input;
    input.given = {values.data(), missing.get(), values.size()};
    input.keyed = keyed;
    input.traits = traits;
    input.scale_min = min;
    input.scale_max = max;
    input.times = {times.data(), untimed.get(), times.size()};
    const auto population =
        mean.empty() && covariance.empty() ? nullptr : prepared({mean, covariance}, cutoffs.synonym_correlation);
    input.population = population.get();
    harmony::check_fields(cutoffs);
    return assess_response_quality(input, cutoffs);
  }

  void expect_error(const char *sqlstate, const std::string &message) const {
    try {
      assess();
      ADD_FAILURE() << "no error: " << message;
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), sqlstate);
      EXPECT_EQ(e.message(), message);
    }
  }

  static std::unique_ptr<bool[]> missing_flags(const std::vector<int> &values) {
    std::unique_ptr<bool[]> missing(new bool[values.size() + 1]);
    for (std::size_t i = 0; i < values.size(); ++i) missing[i] = values[i] == none;
    return missing;
  }
};

bool has(const response_quality &quality, quality_flag flag) {
  for (const quality_flag raised : quality.flags)
    if (raised == flag) return true;
  return false;
}

/// n answers without a run, a cycle or flags: 2, 3, 4, 3, 4, 2, 4, 2, 3, ... (their deviation is above 0.5).
std::vector<int> varied(std::size_t n) {
  std::vector<int> given;
  for (std::size_t i = 0; i < n; ++i) given.push_back(2 + static_cast<int>((i + i / 3) % 3));
  return given;
}

/// varied(n), but starting with a run of 5.
submission with_run(std::size_t run, std::size_t n) {
  submission s{varied(n)};
  for (std::size_t i = 0; i < run; ++i) s.given[i] = 5;
  return s;
}

TEST(ResponseQuality, CleanSubmission) {
  const response_quality quality = submission{varied(12), std::vector<int>(12, 3000)}.assess();
  EXPECT_EQ(quality.n_items, 12);
  EXPECT_EQ(quality.n_answered, 12);
  EXPECT_EQ(quality.completeness, 1);
  EXPECT_EQ(quality.longstring, 1);
  EXPECT_DOUBLE_EQ(quality.irv, std::sqrt(8.0 / 11));  // mean 3, eight deviations of ±1
  EXPECT_EQ(quality.extreme_share, 0);
  EXPECT_TRUE(std::isnan(quality.even_odd));  // one trait only
  EXPECT_EQ(quality.median_ms, 3000);
  EXPECT_EQ(quality.fast_share, 0);
  EXPECT_TRUE(std::isnan(quality.mahalanobis));
  EXPECT_TRUE(std::isnan(quality.mahalanobis_cutoff));
  EXPECT_EQ(quality.flags, flags{});
  EXPECT_TRUE(quality.reliable);
}

TEST(ResponseQuality, LongestRun) {
  EXPECT_EQ((submission{{1, 1, 2, 2, 2, 1}}.assess().longstring), 3);
  EXPECT_EQ((submission{{2, 2, none, 2, 2, 2}}.assess().longstring), 3);  // an unanswered item ends the run
  EXPECT_EQ((submission{{none, none, none}}.assess().longstring), 0);
  EXPECT_EQ((submission{{none, 4, none}}.assess().longstring), 1);
  EXPECT_EQ((submission{{4, 4, 4, 4}}.assess().longstring), 4);
}

TEST(ResponseQuality, LongstringFlag) {
  EXPECT_FALSE(has(with_run(9, 30).assess(), quality_flag::longstring));
  EXPECT_TRUE(has(with_run(10, 30).assess(), quality_flag::longstring));
  EXPECT_TRUE(has(with_run(5, 10).assess(), quality_flag::longstring));   // exactly half
  EXPECT_FALSE(has(with_run(5, 11).assess(), quality_flag::longstring));  // 5/11 < half
  EXPECT_FALSE(with_run(10, 30).assess().reliable);                       // alone it makes the result unreliable
  EXPECT_EQ(with_run(10, 30).assess().flags.size(), 1u);
}

TEST(ResponseQuality, IntraIndividualVariability) {
  EXPECT_DOUBLE_EQ((submission{{1, 2, 3, 4, 5}}.assess().irv), std::sqrt(2.5));  // squares 10, n − 1 = 4
  EXPECT_DOUBLE_EQ((submission{{1, none, 3, none, 5}}.assess().irv), 2);         // squares 8, n − 1 = 2
  EXPECT_EQ((submission{{3, 3, 3}}.assess().irv), 0);
  EXPECT_TRUE(std::isnan(submission({{3, none, none}}).assess().irv));
  submission reversed{{1, 5, 1, 5}};  // raw answers count: squares 16, n − 1 = 3
  reversed.keyed = {1, -1, 1, -1};
  EXPECT_DOUBLE_EQ(reversed.assess().irv, std::sqrt(16.0 / 3));
}

TEST(ResponseQuality, LowVariabilityFlag) {
  submission s{{3, 3, 3, 4}};  // mean 3.25, squares 3/16 + 9/16 = .75, sd √(.75/3) = .5 exactly
  EXPECT_EQ(s.assess().irv, 0.5);
  EXPECT_FALSE(has(s.assess(), quality_flag::low_variability));
  s.max = 6;  // cut-off .5 · 5/4 = .625
  EXPECT_TRUE(has(s.assess(), quality_flag::low_variability));
  s.min = 2;
  s.max = 5;  // cut-off .375
  EXPECT_FALSE(has(s.assess(), quality_flag::low_variability));
  EXPECT_TRUE(has(submission{{3, 3, 3, 3, 4}}.assess(), quality_flag::low_variability));  // sd √.2 = .447
}

TEST(ResponseQuality, ExtremeFlag) {
  const submission at{{1, 5, 1, 5, 1, 5, 1, 3, 2, 4}};  // 7 of 10
  EXPECT_EQ(at.assess().extreme_share, 0.7);
  EXPECT_EQ(at.assess().flags, flags{});
  const submission above{{1, 5, 1, 5, 1, 5, 1, none, 2, 4}};  // 7 of 9 answered
  EXPECT_EQ(above.assess().extreme_share, 7.0 / 9);
  EXPECT_EQ(above.assess().flags, flags{quality_flag::extreme});
  EXPECT_TRUE(above.assess().reliable);  // one flag alone, other than speeding and longstring, does no harm
}

TEST(ResponseQuality, ExtremeIsNotJudgedOnTwoPoints) {
  submission s{{0, 1, 0, 1, 0, 1}};
  s.min = 0;
  s.max = 1;
  EXPECT_TRUE(std::isnan(s.assess().extreme_share));
  EXPECT_EQ(s.assess().flags, flags{});
}

TEST(ResponseQuality, SpeedingByShare) {
  const submission quarter{{2, 3, 4, 2}, {1999, 2000, 2000, 9000}};
  EXPECT_EQ(quarter.assess().fast_share, 0.25);  // exactly 25 %: not flagged
  EXPECT_EQ(quarter.assess().median_ms, 2000);
  EXPECT_EQ(quarter.assess().flags, flags{});
  const submission third{{2, 3, 4, 2}, {1999, none, 2000, 9000}};  // one of three timed items
  EXPECT_EQ(third.assess().fast_share, 1.0 / 3);
  EXPECT_EQ(third.assess().flags, flags{quality_flag::speeding});
  EXPECT_FALSE(third.assess().reliable);  // alone it makes the result unreliable
}

TEST(ResponseQuality, SpeedingByMedian) {
  // With the shipped cut-offs a median below 1500 means that half are below 2000 already; so let the share pass.
  submission s{{2, 3, 4, 2}, {1000, 1400, 1600, 5000}};
  s.cutoffs.fast_share = 1;
  EXPECT_EQ(s.assess().median_ms, 1500);  // (1400 + 1600)/2: exactly on the cut-off
  EXPECT_EQ(s.assess().flags, flags{});
  s.times[2] = 1598;
  EXPECT_EQ(s.assess().median_ms, 1499);
  EXPECT_EQ(s.assess().flags, flags{quality_flag::speeding});
  s.times[1] = none;  // 1000, 1598, 5000
  EXPECT_EQ(s.assess().median_ms, 1598);
}

TEST(ResponseQuality, MissingTimesAreNotJudged) {
  for (const std::vector<int> &times : {std::vector<int>{}, std::vector<int>{none, none, none}}) {
    const response_quality quality = submission{{2, 3, 4}, times}.assess();
    EXPECT_TRUE(std::isnan(quality.median_ms));
    EXPECT_TRUE(std::isnan(quality.fast_share));
    EXPECT_EQ(quality.flags, flags{});
  }
}

TEST(ResponseQuality, LargeTimesDoNotOverflow) {
  const int most = std::numeric_limits<int>::max();
  EXPECT_EQ((submission{{2, 3}, {most, most}}.assess().median_ms), most);
}

/// Three traits of two items: the first items 1, 2, 3, the second ones as given.
submission three_traits(int a, int b, int c) {
  submission s{{1, a, 2, b, 3, c}};
  s.traits = {"a", "a", "b", "b", "c", "c"};
  return s;
}

TEST(ResponseQuality, EvenOddConsistency) {
  EXPECT_DOUBLE_EQ(three_traits(2, 3, 4).assess().even_odd, 1);        // r = 1
  EXPECT_DOUBLE_EQ(three_traits(1, 3, 2).assess().even_odd, 2.0 / 3);  // Σxy 1, Σx² 2, Σy² 2: r = .5, 1/1.5
  EXPECT_NEAR(three_traits(4, 1, 4).assess().even_odd, 0, 1e-15);      // r = 0
  EXPECT_EQ(three_traits(3, 2, 1).assess().even_odd, -1);              // r = −1: −∞, limited
  EXPECT_EQ(three_traits(2, 3, 1).assess().even_odd, -1);              // r = −.5: −2, limited
}

TEST(ResponseQuality, InconsistentFlag) {
  EXPECT_TRUE(has(three_traits(4, 1, 4).assess(), quality_flag::inconsistent));
  submission s = three_traits(1, 3, 2);
  EXPECT_FALSE(has(s.assess(), quality_flag::inconsistent));
  s.cutoffs.even_odd = s.assess().even_odd;  // exactly on the cut-off
  EXPECT_FALSE(has(s.assess(), quality_flag::inconsistent));
}

TEST(ResponseQuality, EvenOddUsesKeyedAnswers) {
  submission s = three_traits(5, 3, 4);  // keyed −1: 1, 3, 2
  s.keyed = {1, -1, 1, -1, 1, -1};
  EXPECT_DOUBLE_EQ(s.assess().even_odd, 2.0 / 3);
}

TEST(ResponseQuality, EvenOddKeepsThePositionsOfUnansweredItems) {
  // Traits interleaved, three items each. a: 1 _ 1 | 2; b: _ 3 _ ... positions 1 and 3 are one half, 2 the other.
  //   a: odd (1 + 3)/2 = 2, even 1;  b: odd 4 (its first is unanswered), even 3;  c: odd 3 (its third is), even 2
  submission s{{1, none, 3, 1, 3, 2, 3, 4, none}};
  s.traits = {"a", "b", "c", "a", "b", "c", "a", "b", "c"};
  EXPECT_DOUBLE_EQ(s.assess().even_odd, 1);  // (2, 1), (4, 3), (3, 2) lie on a line
  s.given[5] = none;                         // c has no even half any more: two traits are too few
  EXPECT_TRUE(std::isnan(s.assess().even_odd));
  EXPECT_FALSE(has(s.assess(), quality_flag::inconsistent));
}

TEST(ResponseQuality, EvenOddWithoutVarianceIsNotJudged) {
  EXPECT_TRUE(std::isnan(three_traits(4, 4, 4).assess().even_odd));
  submission thirds;  // the odd half of every trait is (1 + 1 + 2)/3, which no double holds
  for (const std::string_view trait : {"a", "b", "c", "d"}) {
    thirds.given.insert(thirds.given.end(), {1, static_cast<int>(trait[0] - 'a') + 1, 1, 3, 2});
    thirds.traits.insert(thirds.traits.end(), 5, trait);
  }
  thirds.keyed.assign(20, 1);
  EXPECT_TRUE(std::isnan(thirds.assess().even_odd));
}

/// Two items, means 3, variances 1, covariance .5.
submission in_population(int a, int b) {
  submission s{{a, b}};
  s.mean = {3, 3};
  s.covariance = {1, 0.5, 0.5, 1};
  return s;
}

TEST(ResponseQuality, MahalanobisDistance) {
  // Σ⁻¹ = [1 −.5; −.5 1]/.75. d = (2, 0): 4/.75 = 5.333...; d = (1, 1): (1 − .5 − .5 + 1)/.75 = 4/3
  EXPECT_DOUBLE_EQ(in_population(5, 3).assess().mahalanobis, 16.0 / 3);
  EXPECT_DOUBLE_EQ(in_population(4, 4).assess().mahalanobis, 4.0 / 3);
  EXPECT_EQ(in_population(3, 3).assess().mahalanobis, 0);
  // χ² with 2 degrees of freedom has the quantile −2 ln(1 − p): −2 ln .001 = 13.8155...
  EXPECT_NEAR(in_population(5, 3).assess().mahalanobis_cutoff, -2 * std::log(0.001), 1e-12);
}

TEST(ResponseQuality, OutlierFlag) {
  EXPECT_FALSE(has(in_population(5, 3).assess(), quality_flag::outlier));
  // d = (2, −2): (4 + 2 + 2 + 4)/.75 = 16 > 13.8
  EXPECT_DOUBLE_EQ(in_population(5, 1).assess().mahalanobis, 16);
  EXPECT_TRUE(has(in_population(5, 1).assess(), quality_flag::outlier));
}

TEST(ResponseQuality, MahalanobisOfTheAnsweredItems) {
  submission s{{5, none, 3}};  // items 1 and 3: Σ = [1 .5; .5 1], d = (2, 0)
  s.mean = {3, 100, 3};
  s.covariance = {1, 7, 0.5, 7, 1, 7, 0.5, 7, 1};
  EXPECT_DOUBLE_EQ(s.assess().mahalanobis, 16.0 / 3);
  EXPECT_NEAR(s.assess().mahalanobis_cutoff, -2 * std::log(0.001), 1e-12);  // 2 degrees of freedom, not 3
  s.given[2] = none;
  EXPECT_TRUE(std::isnan(s.assess().mahalanobis));  // one answer
}

TEST(ResponseQuality, MahalanobisIsNotJudgedWithoutAPositiveDefiniteCovariance) {
  submission s = in_population(5, 1);
  for (const std::vector<double> &covariance :
       {std::vector<double>{1, 1, 1, 1}, {1, 2, 2, 1}, {0, 0, 0, 1}, {-1, 0, 0, 1}, {0.1, 0.3, 0.3, 0.9}}) {
    s.covariance = covariance;
    EXPECT_TRUE(std::isnan(s.assess().mahalanobis)) << covariance[1];
    EXPECT_TRUE(std::isnan(s.assess().mahalanobis_cutoff));
    EXPECT_FALSE(has(s.assess(), quality_flag::outlier));
  }
}

TEST(ResponseQuality, IncompleteFlag) {
  const submission at{{2, 3, 4, 2, none}};  // 4 of 5 = .80
  EXPECT_EQ(at.assess().completeness, 0.8);
  EXPECT_FALSE(has(at.assess(), quality_flag::incomplete));
  const submission below{{2, 3, 4, 2, 3, 4, none, none}};  // .75
  EXPECT_EQ(below.assess().flags, flags{quality_flag::incomplete});
  EXPECT_TRUE(below.assess().reliable);
}

TEST(ResponseQuality, TwoFlagsMakeItUnreliable) {
  const submission s{{1, 5, 1, 5, none, none}};  // EXTREME, and 4 of 6 answered
  EXPECT_EQ(s.assess().flags, (flags{quality_flag::extreme, quality_flag::incomplete}));
  EXPECT_FALSE(s.assess().reliable);
}

TEST(ResponseQuality, NothingAnswered) {
  submission s{{none, none, none}};
  s.mean = {3, 3, 3};
  s.covariance = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  const response_quality quality = s.assess();
  EXPECT_EQ(quality.completeness, 0);
  EXPECT_TRUE(std::isnan(quality.irv));
  EXPECT_TRUE(std::isnan(quality.extreme_share));
  EXPECT_EQ(quality.flags, flags{quality_flag::incomplete});
}

TEST(ResponseQuality, AllFlagsInTheFixedOrder) {
  // Three traits of three items, straight-lined at 5 but for the second answer; one item of ten unanswered.
  submission s{{5, 4, 5, 5, 5, 5, 5, 5, none}, std::vector<int>(9, 500)};
  s.traits = {"a", "a", "a", "b", "b", "b", "c", "c", "c"};
  s.keyed = {1, 1, 1, -1, 1, 1, 1, 1, -1};
  // odd: a 5, b (1 + 5)/2 = 3, c 5; even: a 4, b 5, c 5. x − 13/3: 2/3, −4/3, 2/3; y − 14/3: −2/3, 1/3, 1/3
  // Σxy = −4/9 − 4/9 + 2/9 = −2/3, Σx² = 8/3, Σy² = 2/3: r = −.5 -> −1. irv: squares 7/8, √(1/8) = .354 < .5
  s.mean = std::vector<double>(9, 3);
  s.covariance.assign(81, 0);
  for (std::size_t i = 0; i < 9; ++i) s.covariance[i * 9 + i] = 0.5;  // D² = (7 · 4 + 1)/.5 = 58 > 26.1
  s.cutoffs.completeness = 0.9;                                       // 8/9 = .889
  const response_quality quality = s.assess();
  EXPECT_EQ(quality.even_odd, -1);
  EXPECT_DOUBLE_EQ(quality.irv, std::sqrt(0.125));
  EXPECT_DOUBLE_EQ(quality.mahalanobis, 58);
  EXPECT_EQ(quality.longstring, 6);
  const std::string_view expected[] = {"SPEEDING",     "LONGSTRING", "EXTREME",   "LOW_VARIABILITY",
                                       "INCONSISTENT", "OUTLIER",    "INCOMPLETE"};
  ASSERT_EQ(quality.flags.size(), 7u);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(flag_name(quality.flags[i]), expected[i]);
  EXPECT_FALSE(quality.reliable);
}

TEST(ResponseQuality, AbilityTestIsJudgedByCompletenessRunsAndTimes) {
  submission s{{1, 1, 1, 1, none, none}, {500, 500, 500, 500, 500, 500}};
  s.keyed = {};
  s.min = s.max = 0;  // no rating scale: not looked at
  s.mean = {1, 2};    // nor is this
  s.covariance = {1, 0, 0, 1};
  const response_quality quality = s.assess();
  EXPECT_EQ(quality.longstring, 4);
  EXPECT_TRUE(std::isnan(quality.irv));
  EXPECT_TRUE(std::isnan(quality.extreme_share));
  EXPECT_TRUE(std::isnan(quality.even_odd));
  EXPECT_TRUE(std::isnan(quality.mahalanobis));
  EXPECT_EQ(quality.flags, (flags{quality_flag::speeding, quality_flag::longstring, quality_flag::incomplete}));
  s.traits = {};
  EXPECT_EQ(s.assess().flags.size(), 3u);
}

TEST(ResponseQuality, Errors) {
  submission{{}}.expect_error("22023", "the list of items is empty");
  submission{{1, 6}}.expect_error("22003", "answer 6 to item 2 is outside the scale 1 to 5");
  submission{{1, 2}, {1}}.expect_error("22023", "expected 2 response times but got 1");
  submission{{1, 2}, {1, -5}}.expect_error("22023", "response time -5 of item 2 is negative");
  submission s{{1, 2}};
  s.keyed = {1, 2};
  s.expect_error("22023", "key 2 of item 2 is neither 1 nor -1");
  s.keyed = {1};
  s.expect_error("22023", "expected 2 keys but got 1");
  s.keyed = {};
  s.traits = {"t"};
  s.expect_error("22023", "expected 1 answers but got 2");
  s.traits = {};
  s.given = {};
  s.expect_error("22023", "the list of items is empty");
}

TEST(ResponseQuality, PopulationErrors) {
  submission s = in_population(1, 2);
  s.mean = {3};
  s.covariance = {1};
  s.expect_error("22023", "expected 2 population means but got 1");
  s = in_population(1, 2);
  s.mean = {};
  s.expect_error("22023", "expected 0 population covariances but got 4");
  s = in_population(1, 2);
  s.covariance = {1, 0, 1};
  s.expect_error("22023", "expected 4 population covariances but got 3");
  s.covariance = {1, 0, std::numeric_limits<double>::infinity(), 1};
  s.expect_error("22023", "covariances of the population must be finite");
  s.covariance = {1, 1e300, 0.2, 1};
  s.expect_error("22023", "covariance matrix is not symmetric");
  s.covariance = {1, 0, 0, 1};
  s.mean[1] = std::numeric_limits<double>::quiet_NaN();
  s.expect_error("22023", "means of the population must be finite");
}

TEST(ResponseQuality, LongestCycle) {
  EXPECT_EQ((submission{{1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 2}}.assess().longest_cycle), 10);
  EXPECT_EQ((submission{{5, 1, 2, 1, 2, 1, 3}}.assess().longest_cycle), 5);     // 1 2 1 2 1
  EXPECT_EQ((submission{{1, 2, 3, 1, 2, 4}}.assess().longest_cycle), 0);        // the pattern is not there twice
  EXPECT_EQ((submission{{1, 2, 1, 2, none, 2, 1}}.assess().longest_cycle), 4);  // an unanswered item ends it
  EXPECT_EQ((submission{{3, 3, 3, 1}}.assess().longest_cycle), 3);              // one answer is a pattern too
}

TEST(ResponseQuality, CyclingFlag) {
  submission s{{}};
  for (int i = 0; i < 14; ++i) s.given.push_back(1 + i % 5);
  s.given.insert(s.given.end(), {1, 3, 2, 4, 1, 2, 5, 2, 1, 4, 3, 3, 5, 2, 1, 4});
  s.keyed.assign(30, 1);
  s.traits.assign(30, "t");
  EXPECT_EQ(s.assess().longest_cycle, 14);
  EXPECT_EQ(s.assess().flags, flags{});
  s.given[14] = 5;
  EXPECT_EQ(s.assess().longest_cycle, 15);
  EXPECT_EQ(s.assess().flags, flags{quality_flag::cycling});
  EXPECT_FALSE(s.assess().reliable);  // alone it makes the result unreliable
  const response_quality straight = submission{std::vector<int>(20, 3)}.assess();
  EXPECT_EQ(straight.longest_cycle, 20);
  EXPECT_TRUE(has(straight, quality_flag::longstring));
  EXPECT_FALSE(has(straight, quality_flag::cycling));  // one answer throughout is one sign, not two
}

TEST(ResponseQuality, CyclingOfTwoAnswersNeedsMore) {
  submission s{{}};
  for (int i = 0; i < 21; ++i) s.given.push_back(1 + i % 2);
  s.given.insert(s.given.end(), {1, 1, 2});
  s.keyed = {};
  s.traits = {};
  s.min = 1, s.max = 2;
  EXPECT_EQ(s.assess().longest_cycle, 21);
  EXPECT_EQ(s.assess().flags, flags{});
  s.given[21] = 2;
  EXPECT_EQ(s.assess().flags, flags{quality_flag::cycling});
}

TEST(ResponseQuality, SignsOfOneThingCountOnce) {
  submission s{{1, 2, 3, 4, 5, 2, 2, 3, 4, 5, 1, 3, 4, 4, 4, 1, 2, 2, 5, 5}};
  for (std::size_t i = 0; i < 20; ++i) s.traits[i] = std::string_view("abcde").substr(i % 5, 1);
  EXPECT_EQ(s.assess().resampled_reliability, 0.966874332);  // as in split_halves_test.cpp
  EXPECT_EQ(s.assess().flags, flags{});
  s.cutoffs.even_odd = s.cutoffs.resampled_reliability = 1;
  EXPECT_EQ(s.assess().flags, (flags{quality_flag::inconsistent, quality_flag::unstable}));
  EXPECT_TRUE(s.assess().reliable);
  s.cutoffs.extreme_share = 0.3;  // a sign of something else: 7 of 20
  EXPECT_FALSE(s.assess().reliable);
}

TEST(ResponseQuality, MisfitFlag) {
  const std::vector<std::int16_t> values = {1, 2, 1, 2, 2, 1};
  quality_input input;
  input.given = {values.data(), nullptr, values.size()};
  input.person_fit_lz = -2;
  EXPECT_EQ(assess_response_quality(input).flags, flags{});
  input.person_fit_lz = -2.000000001;
  EXPECT_EQ(assess_response_quality(input).flags, flags{quality_flag::misfit});
  EXPECT_TRUE(assess_response_quality(input).reliable);  // one flag, and no cut-off of the probability of a test
  input.person_fit_lz = -0.1;
  input.is_forced_choice = true;
  EXPECT_EQ(assess_response_quality(input).flags, flags{quality_flag::misfit});
}

TEST(ResponseQuality, TheVerdictDecides) {
  careless_model model;
  model.without_norm = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5};
  const submission s = three_traits(2, 3, 4);
  const std::vector<std::int16_t> values(s.given.begin(), s.given.end());
  quality_input input;
  input.given = {values.data(), nullptr, values.size()};
  input.keyed = s.keyed;
  input.traits = s.traits;
  input.scale_min = 1, input.scale_max = 5;
  EXPECT_TRUE(std::isnan(assess_response_quality(input, {}, model).careless_probability));  // two answers a scale
  quality_cutoffs cutoffs;
  cutoffs.answers_a_scale = 2;
  EXPECT_EQ(assess_response_quality(input, cutoffs, model).careless_probability, 0.5);
  EXPECT_TRUE(assess_response_quality(input, cutoffs, model).reliable);  // exactly on the cut-off
  model.without_norm.intercept = 0.001;
  EXPECT_FALSE(assess_response_quality(input, cutoffs, model).reliable);
}

}  // namespace
}  // namespace harmony::psychometrics
