// Clusters against every way to cut, stars and contributions by hand.
#include "core/signals/contributions.hpp"
#include "core/signals/kmeans.hpp"
#include "core/signals/stars.hpp"

#include "core/base/error.hpp"
#include "core/base/native_serialization.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

namespace harmony::signals {
namespace {

nullable_span<double> all_of(const std::vector<double> &values) { return {values.data(), nullptr, values.size()}; }

double cost_of_labels(const std::vector<double> &values, const std::vector<std::int32_t> &labels) {
  double cost = 0.0;
  for (std::int32_t label = 1; label <= *std::max_element(labels.begin(), labels.end()); ++label) {
    double n = 0, sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (labels[i] == label) ++n, sum += values[i];
    for (std::size_t i = 0; i < values.size(); ++i)
      if (labels[i] == label) cost += std::pow(values[i] - sum / n, 2);
  }
  return cost;
}

// The least cost of cutting sorted values [from, n) into at most k.
double least_cost(const std::vector<double> &sorted, std::size_t from, int k) {
  if (from == sorted.size()) return 0.0;
  if (k == 0) return infinity;
  double best = infinity;
  for (std::size_t end = from + 1; end <= sorted.size(); ++end) {
    double sum = 0, squares = 0;
    for (std::size_t i = from; i < end; ++i) sum += sorted[i];
    for (std::size_t i = from; i < end; ++i) squares += std::pow(sorted[i] - sum / static_cast<double>(end - from), 2);
    best = std::min(best, squares + least_cost(sorted, end, k - 1));
  }
  return best;
}

TEST(signal_clusters, no_cut_is_better) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> values(1 + random() % 11);
    for (double &x : values) x = round % 2 == 0 ? random() % 7 : std::uniform_real_distribution<>(-1, 1)(random);
    const auto k = static_cast<std::int32_t>(1 + random() % 5);
    const auto labels = kmeans_1d(all_of(values), k);
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_NEAR(cost_of_labels(values, labels), least_cost(sorted, 0, k), 1e-12);
    for (std::size_t i = 0; i < values.size(); ++i)
      for (std::size_t j = 0; j < values.size(); ++j) {
        if (values[i] == values[j]) {
          EXPECT_EQ(labels[i], labels[j]);
        }
        if (values[i] < values[j]) {
          EXPECT_LE(labels[i], labels[j]);
        }
      }
  }
}

TEST(signal_clusters, large_numbers_lose_no_digits) {
  std::vector<double> values;
  for (int i = 0; i < 30; ++i) values.push_back(1e12 + (i / 10) * 0.5 + (i % 10) * 0.01);
  const auto labels = kmeans_1d(all_of(values), 3);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(labels[static_cast<std::size_t>(i)], i / 10 + 1);
}

TEST(signal_clusters, many_values_take_no_square_of_time) {
  std::mt19937 random(4);
  std::vector<double> values(200000);
  for (double &x : values) x = std::normal_distribution<>()(random);
  const auto labels = kmeans_1d(all_of(values), 5);  // 2e10 steps, were it square
  EXPECT_EQ(*std::max_element(labels.begin(), labels.end()), 5);
}

TEST(signal_clusters, ends) {
  EXPECT_TRUE(kmeans_1d({}, 3).empty());
  EXPECT_EQ(kmeans_1d(all_of({7}), 3), std::vector<std::int32_t>{1});
  EXPECT_EQ(kmeans_1d(all_of({1e300, -1e300, 0}), 2).size(), 3u);
  EXPECT_EQ(kmeans_1d(all_of({5e-324, 0, 1e-323}), 3), (std::vector<std::int32_t>{2, 1, 3}));
  EXPECT_THROW(kmeans_1d(all_of({1}), 0), error);
  EXPECT_THROW(kmeans_1d(all_of({infinity}), 1), error);
}

TEST(signal_contributions, sum_to_the_difference) {
  const std::vector<double> child{2.0, 0.5, 1.0, 3.0}, weight{1.0, 2.0, 0.0, 5.0};
  const auto found = contributions(1.5, all_of(child), all_of(weight));
  double sum = 0.0;
  for (const contribution &c : found) sum += c.excess;
  EXPECT_NEAR(sum, (2.0 + 1.0 + 15.0) / 8.0 - 1.5, 1e-15);
  EXPECT_EQ(found[3].rank, 1);
  EXPECT_STREQ(found[2].direction, "neutral");
  EXPECT_EQ(found[2].rank, 4);
  EXPECT_TRUE(std::isnan(found[2].cumulative));
  EXPECT_EQ(found[1].cumulative, 1.0);
  EXPECT_TRUE(std::isnan(contributions(0.0, all_of({1}), all_of({1}))[0].percent_of_parent));
  EXPECT_NEAR(contributions(1.0, all_of({2, 2}), all_of({1.7e308, 1.7e308}))[1].excess, 0.5, 1e-15);
  EXPECT_EQ(contributions(1.0, all_of({2}), all_of({5e-324}))[0].share, 1.0);
  EXPECT_THROW(contributions(1.0, all_of({2}), all_of({-1})), error);
  EXPECT_THROW(contributions(1.0, all_of({2}), all_of({1, 2})), error);
  EXPECT_THROW(contributions(-1.7e308, all_of({1.7e308}), all_of({1})), error);
}

const char *group_of[] = {"mortality", "safety", "readmission", "experience", "effectiveness"};

star_measures sample_of_stars(int facilities, int groups, int measures) {
  star_measures all;
  for (int f = 0; f < facilities; ++f)
    for (int g = 0; g < groups; ++g)
      for (int m = 0; m < measures; ++m)
        all.add("f" + std::to_string(100 + f), group_of[g], "m" + std::to_string(m), f * f + (g + m + f) % 3);
  return all;
}

TEST(signal_stars, follow_the_summary) {
  const auto stars = sample_of_stars(20, 3, 3).ratings();
  ASSERT_EQ(stars.size(), 20u);
  EXPECT_EQ(stars.front().stars, 1);
  EXPECT_EQ(stars.back().stars, 5);
  for (std::size_t i = 1; i < stars.size(); ++i)
    EXPECT_EQ(stars[i].summary >= stars[i - 1].summary, stars[i].stars >= stars[i - 1].stars);
}

TEST(signal_stars, few_are_not_rated) {
  for (const star_measures &all : {sample_of_stars(20, 2, 9), sample_of_stars(20, 5, 2), sample_of_stars(4, 5, 3)})
    for (const facility_stars &f : all.ratings()) EXPECT_EQ(f.stars, 0);
  EXPECT_TRUE(star_measures().ratings().empty());
}

TEST(signal_stars, peers_have_as_many_groups) {
  star_measures all = sample_of_stars(10, 3, 3);
  for (int f = 0; f < 10; ++f)
    for (int g = 0; g < 4; ++g)
      for (int m = 0; m < 3; ++m) all.add("g" + std::to_string(f), group_of[g], "m" + std::to_string(m), 1000 + f * f);
  int best = 0;
  for (const facility_stars &f : all.ratings())
    if (f.stars == 5) best |= f.groups == 3 ? 1 : 2;
  EXPECT_EQ(best, 3);  // each kind has its own five
}

TEST(signal_stars, parts_join_and_travel) {
  star_measures one, other;
  for (int f = 0; f < 20; ++f)
    for (int g = 2; g >= 0; --g)
      for (int m = 0; m < 3; ++m)
        (f % 3 == 0 ? one : other)
            .add("f" + std::to_string(100 + f), group_of[g], "m" + std::to_string(m), f * f + (g + m + f) % 3);
  native_writer out;
  other.serialize(out);
  native_reader in(out.bytes());
  one.merge(star_measures::deserialize(in));
  const auto whole = sample_of_stars(20, 3, 3).ratings(), joined = one.ratings();
  for (std::size_t i = 0; i < 20; ++i) {
    EXPECT_EQ(whole[i].summary, joined[i].summary);
    EXPECT_EQ(whole[i].stars, joined[i].stars);
  }
}

TEST(signal_stars, refuse) {
  star_measures all;
  EXPECT_THROW(all.add("f", "fame", "m", 1), error);
  EXPECT_THROW(all.add("f", "safety", "m", infinity), error);
  all.add("f", "safety", "m", 1);
  all.add("f", "safety", "m", 1);
  EXPECT_THROW(all.ratings(), error);
}

}  // namespace
}  // namespace harmony::signals
