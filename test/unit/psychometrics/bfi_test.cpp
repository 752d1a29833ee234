// Scoring and response quality on real answers, against R: the 2800 people and 25 items of psych::bfi. The figures are
// those of bfi/reference.json under the keys named beside them (R 4.2.2, psych 2.2.9, careless 1.2.2).
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <utility>

namespace harmony::psychometrics {
namespace {

constexpr std::size_t n_items = 25;

struct person {
  std::string id;
  std::int16_t values[n_items];
  bool missing[n_items];

  answers view() const { return {values, missing, n_items}; }
  bool is_complete() const {
    return std::none_of(missing, missing + n_items, [](bool m) { return m; });
  }
};

std::vector<person> read_people() {
  const char *folder = std::getenv("HARMONY_DATA");
  std::ifstream file(std::string(folder != nullptr ? folder : "../shared/data") + "/bfi/bfi.csv");
  std::string line, field;
  std::getline(file, line);  // the names of the columns
  std::vector<person> people;
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    person p;
    std::getline(fields, field, ',');
    p.id = field.substr(1, field.size() - 2);  // without the quotes
    for (std::size_t i = 0; i < n_items; ++i) {
      std::getline(fields, field, ',');
      p.missing[i] = field.empty();
      p.values[i] = static_cast<std::int16_t>(std::atoi(field.c_str()));
    }
    people.push_back(p);
  }
  return people;
}

struct summary {
  double mean, sd, min, max, median;
};

summary summarize(std::vector<double> x) {
  std::sort(x.begin(), x.end());
  const auto n = static_cast<double>(x.size());
  double sum = 0, squares = 0;
  for (const double value : x) sum += value;
  for (const double value : x) squares += (value - sum / n) * (value - sum / n);
  const std::size_t half = x.size() / 2;
  const double median = x.size() % 2 == 1 ? x[half] : (x[half - 1] + x[half]) / 2;
  return {sum / n, std::sqrt(squares / (n - 1)), x.front(), x.back(), median};
}

void expect_summary(const summary &expected, const std::vector<double> &values) {
  const summary got = summarize(values);
  EXPECT_NEAR(got.mean, expected.mean, 1e-9);
  EXPECT_NEAR(got.sd, expected.sd, 1e-9);
  EXPECT_NEAR(got.min, expected.min, 1e-9);
  EXPECT_NEAR(got.max, expected.max, 1e-9);
  EXPECT_NEAR(got.median, expected.median, 1e-9);
}

class Bfi : public testing::Test {
 protected:
  static void SetUpTestSuite() { people = read_people(); }
  void SetUp() override {
    if (people.empty()) GTEST_SKIP() << "no bfi/bfi.csv in $HARMONY_DATA or ../shared/data";
    ASSERT_EQ(people.size(), 2800u);
    keyed.assign(n_items, 1);
    for (const std::size_t reversed : {0, 8, 9, 10, 11, 21, 24}) keyed[reversed] = -1;  // A1 C4 C5 E1 E2 O2 O5
    for (const char *trait : {"agree", "conscientious", "extraversion", "neuroticism", "openness"})
      traits.insert(traits.end(), 5, trait);
  }

  response_quality assess(const person &p, const item_population &population = {}) const {
    quality_input input;
    input.given = p.view();
    input.keyed = keyed;
    input.traits = traits;
    input.scale_min = 1;
    input.scale_max = 6;
    const auto compared =
        population.mean.empty() ? nullptr : prepared(population, quality_cutoffs().synonym_correlation);
    input.population = compared.get();
    return assess_response_quality(input);
  }

  static std::vector<person> people;
  std::vector<std::int16_t> keyed;
  std::vector<std::string_view> traits;
};

std::vector<person> Bfi::people;

TEST_F(Bfi, ScaleMeans) {
  // scoreItems.impute_none: scores_mean and scores_first20, mean answers per scale. Person 9 left out E3, person 12 N4.
  const double first[20][5] = {
      {4, 2.8, 3.8, 2.8, 3},     {4.2, 4, 5, 3.8, 4},       {3.8, 4, 4.2, 3.6, 4.8},   {4.6, 3, 3.6, 2.8, 3.2},
      {4, 4.4, 4.8, 3.2, 3.6},   {4.6, 5.6, 5.6, 3, 5},     {4.6, 4.4, 4.2, 1.4, 5.4}, {2.6, 3.4, 2.4, 4.2, 4.2},
      {3.6, 4, 3.25, 3.6, 5},    {5.4, 5.6, 4.8, 4.2, 5.2}, {4.6, 4.2, 4.2, 3, 4.8},   {5, 3.8, 4.2, 3.5, 3.4},
      {4.4, 4.4, 3.4, 1.8, 4.6}, {4.8, 4.6, 5, 1.2, 4},     {2.6, 5, 4.2, 2.6, 4.4},   {4.2, 4.2, 5.6, 4.6, 4.2},
      {4.4, 3.6, 5.2, 4.2, 5.2}, {4.2, 4.4, 5.2, 4.8, 4.6}, {3.8, 3.6, 5, 4.6, 4},     {4.6, 1.2, 5.4, 3.4, 4.6}};
  const double means[5] = {4.65209523809524, 4.26573214285714, 4.14508333333333, 3.16226785714286, 4.58664880952381};
  double sums[5] = {};
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto scores = score_likert(people[i].view(), keyed, traits, 1, 6);
    ASSERT_EQ(scores.size(), 5u);
    for (std::size_t t = 0; t < 5; ++t) {
      const double mean = scores[t].raw / scores[t].n_answered;
      sums[t] += mean;
      if (i < 20) {
        EXPECT_NEAR(mean, first[i][t], 1e-12);
        EXPECT_NEAR(scores[t].score, 20 * (first[i][t] - 1), 1e-12);  // POMP of 1 to 6
      }
    }
  }
  for (std::size_t t = 0; t < 5; ++t) EXPECT_NEAR(sums[t] / 2800, means[t], 1e-9);
}

TEST_F(Bfi, Longstring) {
  std::vector<double> runs;
  std::map<int, int> counts;
  for (const person &p : people) {
    const int run = assess(p).longstring;
    runs.push_back(run);
    ++counts[run];
  }
  expect_summary({3.44464285714286, 1.46208722403329, 1, 25, 3}, runs);  // careless.longstring
  const std::map<int, int> expected = {{1, 5},  {2, 612}, {3, 1110}, {4, 615}, {5, 292}, {6, 95},
                                       {7, 47}, {8, 14},  {9, 5},    {10, 1},  {25, 4}};
  EXPECT_EQ(counts, expected);  // careless.longstring_counts
}

TEST_F(Bfi, IntraIndividualVariability) {
  std::vector<double> deviations;
  for (const person &p : people) deviations.push_back(assess(p).irv);
  expect_summary({1.59054088324845, 0.344504929169704, 0, 2.54950975679639, 1.59373774505092}, deviations);  // .irv
}

TEST_F(Bfi, EvenOdd) {
  // careless.evenodd, with the sign turned as its note tells.
  std::vector<double> consistencies;
  for (const person &p : people) {
    const double even_odd = assess(p).even_odd;
    if (!std::isnan(even_odd)) consistencies.push_back(even_odd);
  }
  EXPECT_EQ(consistencies.size(), 2794u);
  expect_summary({0.665226697875757, 0.463256767930047, -1, 1, 0.847917086444224}, consistencies);
}

TEST_F(Bfi, Mahalanobis) {
  // careless.mahalanobis and .mahad_D2_complete: means and sample covariance of the complete rows.
  std::vector<person> complete;
  std::copy_if(people.begin(), people.end(), std::back_inserter(complete),
               [](const person &p) { return p.is_complete(); });
  ASSERT_EQ(complete.size(), 2436u);
  std::vector<double> mean(n_items, 0), covariance(n_items * n_items, 0);
  for (const person &p : complete)
    for (std::size_t i = 0; i < n_items; ++i) mean[i] += p.values[i] / 2436.0;
  for (const person &p : complete)
    for (std::size_t i = 0; i < n_items; ++i)
      for (std::size_t j = 0; j < n_items; ++j)
        covariance[i * n_items + j] += (p.values[i] - mean[i]) * (p.values[j] - mean[j]) / 2435;

  std::vector<double> distances;
  std::vector<std::pair<double, std::string>> by_distance;
  int n_outliers = 0;
  for (const person &p : complete) {
    const response_quality quality = assess(p, {mean, covariance});
    ASSERT_NEAR(quality.mahalanobis_cutoff, 52.6196557761728, 1e-9);  // chi2_crit_999
    distances.push_back(quality.mahalanobis);
    by_distance.emplace_back(quality.mahalanobis, p.id);
    n_outliers += std::count(quality.flags.begin(), quality.flags.end(), quality_flag::outlier) > 0 ? 1 : 0;
  }
  expect_summary({24.98973727422, 12.5330516410032, 4.40659587753059, 106.28047661372, 22.4352568296867}, distances);
  EXPECT_EQ(n_outliers, 84);  // n_flag_999

  const std::pair<double, std::string> top5[] = {{106.28047661372, "63467"},
                                                 {90.744543090727, "65407"},
                                                 {85.9316056114489, "65439"},
                                                 {82.7266607862016, "63763"},
                                                 {81.4182681521643, "67288"}};
  std::sort(by_distance.rbegin(), by_distance.rend());
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(by_distance[i].second, top5[i].second);
    EXPECT_NEAR(by_distance[i].first, top5[i].first, 1e-9);
  }
}

}  // namespace
}  // namespace harmony::psychometrics
