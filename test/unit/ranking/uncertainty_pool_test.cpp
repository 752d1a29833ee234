// Intervals, ties and chances of the top in a pool: by hand, against plain counting, and against R 4.2 (qnorm, and
// integrate() for the chance to be first).
#include "core/base/interrupt.hpp"
#include "core/ranking/uncertainty_draws.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::ranking {
namespace {

person_id id(std::uint32_t number) {
  person_id bytes{};
  for (std::size_t k = 0; k < 4; ++k) bytes[15 - k] = static_cast<std::uint8_t>(number >> (8 * k));
  return bytes;
}

match_pool pool_of(const match_request &request, std::uint32_t n, std::uint32_t seed = 7) {
  std::mt19937 random(seed);
  match_pool pool(prepare(request));
  for (std::uint32_t k = 0; k < n; ++k) pool.add(id(k), random_person(random));
  return pool;
}

TEST(uncertainty_pool, intervals_hold_their_scores) {
  match_request request = request_for(4);
  request.model.success.intercept = 30.0;  // some reach the end of the scale
  match_pool pool = pool_of(request, 500);
  const match_result ranked = pool.rank();
  for (std::size_t k = 0; k < ranked.size(); ++k) {
    const match_row row = ranked.row(k);
    const bool out = row.level == safety_level::disqualified;
    ASSERT_EQ(std::isnan(row.fit_interval.low), out || std::isnan(row.audit_g_fit));
    ASSERT_EQ(std::isnan(row.success_interval.low), std::isnan(row.success.score));
    ASSERT_EQ(row.tied_with.has_value(), !std::isnan(row.success.score));
    if (out) continue;
    ASSERT_TRUE(row.fit_interval.low <= row.g_fit && row.g_fit <= row.fit_interval.high);
    ASSERT_TRUE(row.success_interval.low <= row.success.score && row.success.score <= row.success_interval.high);
    ASSERT_TRUE(row.success_interval.low >= 0.0 && row.success_interval.high <= 100.0);
    ASSERT_TRUE(std::isnan(row.p_top));  // no draws were asked for
  }
}

TEST(uncertainty_pool, ties_are_those_of_counting_pairs) {
  for (const std::size_t top : {0, 7}) {
    match_request request = request_for(3), all = request;
    request.top = top;
    match_pool whole = pool_of(all, 300), pool = pool_of(request, 300);
    const match_result everybody = whole.rank(), ranked = pool.rank();
    for (std::size_t k = 0; k < ranked.size(); ++k) {
      const match_row row = ranked.row(k);
      if (!row.tied_with) continue;
      const double unclamped = row.success.unclamped;
      ASSERT_TRUE(row.success_interval.low > 0.0);
      const double margin = (unclamped - row.success_interval.low) * std::sqrt(2.0);
      std::int64_t ties = 0;
      for (std::size_t i = 0; i < everybody.size(); ++i) {
        const match_row other = everybody.row(i);
        if (other.person != row.person && std::fabs(other.success.score - row.success.score) <= margin + 1e-9) ++ties;
      }
      ASSERT_EQ(*row.tied_with, ties) << k;
    }
  }
}

TEST(uncertainty_pool, a_learned_residual_widens_the_prediction_alone) {
  match_request request = request_for(3), learned = request;
  learned.model.uncertainty.residual_sd = 12.0;
  match_pool before = pool_of(request, 20), after = pool_of(learned, 20);
  const match_row one = before.rank().row(0), other = after.rank().row(0);
  const double error = (one.success.score - one.success_interval.low) / 1.6448536269514722;
  EXPECT_NEAR(other.success.score - other.success_interval.low, 1.6448536269514722 * std::sqrt(error * error + 144.0),
              1e-9);
  EXPECT_EQ(one.fit_interval.low, other.fit_interval.low);
  EXPECT_GT(*other.tied_with, *one.tied_with);
}

TEST(uncertainty_pool, what_was_not_measured_widens_the_interval) {
  const profile whole = person_with({{trait::conscientiousness, 60},
                                     {trait::agreeableness, 60},
                                     {trait::neuroticism, 40},
                                     {trait::gca, 60},
                                     {trait::resilience, 50},
                                     {trait::openness, 50},
                                     {trait::intrinsic, 60},
                                     {trait::autonomy, 0.4},
                                     {trait::feedback, 0.6},
                                     {trait::structure, 0.5}});
  profile part = person_with({{trait::conscientiousness, 60},
                              {trait::agreeableness, 60},
                              {trait::neuroticism, 40},
                              {trait::gca, 60},
                              {trait::openness, 50},
                              {trait::intrinsic, 60},
                              {trait::autonomy, 0.4},
                              {trait::feedback, 0.6},
                              {trait::structure, 0.5}});
  match_pool pool(prepare(request_for(3)));
  profile high = whole, low = whole;
  high.set(trait::resilience, 80), low.set(trait::resilience, 20);
  pool.add(id(1), whole), pool.add(id(2), part), pool.add(id(3), high), pool.add(id(4), low);
  const match_result ranked = pool.rank();
  match_row measured, imputed;
  for (std::size_t k = 0; k < ranked.size(); ++k) {
    if (ranked.row(k).person == id(1)) measured = ranked.row(k);
    if (ranked.row(k).person == id(2)) imputed = ranked.row(k);
  }
  EXPECT_NEAR(measured.success.score, imputed.success.score, 1e-12);  // the mean of 50, 80 and 20 is 50
  // F_env = R/D/2 resilience: the SD 30 instead of 18.8747 √.2.
  const double slope = 0.20 * recruitment::evaluate_environment({0.8, 0.5, 0.7, 0.6, 0.4}, {}).ratio / 2.0;
  const auto variance = [](const match_row &row) {
    return std::pow((row.success.score - row.success_interval.low) / 1.6448536269514722, 2);
  };
  EXPECT_NEAR(variance(imputed) - variance(measured), slope * slope * (900.0 - 18.8747 * 18.8747 * 0.2), 1e-9);
}

TEST(uncertainty_draws, normals_are_those_of_r) {
  EXPECT_NEAR(normal_of_bits(0), -6.3379578, 2e-6);  // qnorm(2^-33)
  EXPECT_NEAR(normal_of_bits(0x00000fff), -4.7630257, 2e-6);
  EXPECT_NEAR(normal_of_bits(0x0fffffff), -1.5341205, 1e-6);
  EXPECT_NEAR(normal_of_bits(0x40000000), -0.6744898, 1e-6);
  EXPECT_NEAR(normal_of_bits(0xc0000000), 0.6744898, 1e-6);
  EXPECT_NEAR(normal_of_bits(0xffffffff), 6.3379578, 2e-6);
  for (const std::uint32_t bits : {1U, 77777U, 0x12345678U, 0x13333333U, 0x7fffffffU})
    EXPECT_EQ(normal_of_bits(bits), -normal_of_bits(~bits));
}

std::vector<double> chances(const std::vector<drawn_candidate> &candidates, std::size_t top, std::size_t draws = 10000,
                            double residual_sd = 0.0) {
  std::vector<double> scores;
  for (const drawn_candidate &entry : candidates) scores.push_back(entry.success);
  std::sort(scores.begin(), scores.end());
  return top_probabilities(candidates, spread_of(span<double>(scores)), {top, draws, 42, residual_sd});
}

// Three people: no regression to the mean (James and Stein). R: integrate(function(x) dnorm(x, 60, 5) * pnorm(x, 55, 5)
// * pnorm(x, 50, 5), -Inf, Inf), so for the second, the third is the rest; 10,000 draws have a standard error of .005.
TEST(uncertainty_draws, chances_of_the_first_place_are_those_of_r) {
  const std::vector<double> p = chances({{id(1), 60, 5}, {id(2), 55, 5}, {id(3), 50, 5}}, 1);
  EXPECT_NEAR(p[0], 0.7288, 0.015);
  EXPECT_NEAR(p[1], 0.2241, 0.015);
  EXPECT_NEAR(p[2], 0.0472, 0.015);
}

// Eleven people with true scores spread by 6 and errors of 4: chances are right in the long run. By simulation: who was
// given a chance p is among the best three in a share of p.
TEST(uncertainty_draws, chances_come_true) {
  std::mt19937 random(3);
  std::normal_distribution<double> normal(0.0, 1.0);
  std::array<double, 5> promised{}, kept{}, n{};
  for (int round = 0; round < 1500; ++round) {
    std::vector<drawn_candidate> candidates;
    std::vector<double> truth;
    for (std::uint32_t k = 0; k < 11; ++k) {
      truth.push_back(55.0 + 6.0 * normal(random));
      candidates.push_back(
          {id(1000 * static_cast<std::uint32_t>(round) + k), truth.back() + 4.0 * normal(random), 4.0});
    }
    std::vector<double> sorted = truth;
    std::sort(sorted.rbegin(), sorted.rend());
    const std::vector<double> p = chances(candidates, 3, 200);
    for (std::size_t k = 0; k < p.size(); ++k) {
      const auto bin = static_cast<std::size_t>(std::min(4.0, 5.0 * p[k]));
      promised[bin] += p[k], n[bin] += 1.0, kept[bin] += truth[k] >= sorted[2] ? 1.0 : 0.0;
    }
  }
  for (std::size_t bin = 0; bin < n.size(); ++bin) EXPECT_NEAR(promised[bin] / n[bin], kept[bin] / n[bin], 0.04) << bin;
}

TEST(uncertainty_draws, sum_to_the_places_there_are) {
  std::vector<drawn_candidate> candidates;
  for (std::uint32_t k = 0; k < 40; ++k) candidates.push_back({id(k), 50.0 + k % 7, 3.0});
  const std::vector<double> p = chances(candidates, 10, 100);
  EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 10.0, 1e-9);
  EXPECT_EQ(chances(candidates, 40), std::vector<double>(40, 1.0));
  EXPECT_EQ(chances(candidates, 100), std::vector<double>(40, 1.0));
  // Nothing is uncertain, and four tie for the last place.
  for (drawn_candidate &entry : candidates) entry.error = 0.0, entry.success = 50.0;
  for (std::uint32_t k = 0; k < 9; ++k) candidates[k].success = 60.0;
  const std::vector<double> tied = chances(candidates, 10, 50);
  EXPECT_EQ(tied[0], 1.0);
  EXPECT_NEAR(tied[20], 1.0 / 31.0, 1e-12);
  EXPECT_TRUE(chances({}, 10).empty());
}

// Errors far larger than the spread: everybody has the same chance, within chance.
TEST(uncertainty_draws, who_cannot_be_told_apart_has_the_same_chance) {
  std::vector<drawn_candidate> candidates;
  for (std::uint32_t k = 0; k < 20; ++k) candidates.push_back({id(k), 50.0 + 0.01 * k, 10.0});
  for (const double p : chances(candidates, 5)) EXPECT_NEAR(p, 0.25, 0.03);
}

TEST(uncertainty_draws, depend_on_seed_and_person_alone) {
  match_request request = request_for(3);
  request.draws = 400;
  request.seed = 9;
  match_pool straight(prepare(request)), shuffled(prepare(request)), half(prepare(request)), rest(prepare(request));
  std::mt19937 random(5);
  std::vector<std::pair<person_id, profile>> people;
  for (std::uint32_t k = 0; k < 1300; ++k) people.emplace_back(id(k), random_person(random));
  for (const auto &[person, traits] : people) straight.add(person, traits);
  std::shuffle(people.begin(), people.end(), random);
  for (std::size_t k = 0; k < people.size(); ++k) {
    shuffled.add(people[k].first, people[k].second);
    (k % 3 == 0 ? half : rest).add(people[k].first, people[k].second);
  }
  half.merge(rest);
  const match_result one = straight.rank(), two = shuffled.rank(), three = half.rank();
  double sum = 0.0;
  for (std::size_t k = 0; k < one.size(); ++k) {
    const double p = one.row(k).p_top;
    ASSERT_EQ(std::isnan(p), k >= 1000 || std::isnan(one.row(k).success.score)) << k;
    if (std::isnan(p)) continue;
    sum += p;
    ASSERT_EQ(p, two.row(k).p_top);
    ASSERT_EQ(p, three.row(k).p_top);
  }
  EXPECT_NEAR(sum, 10.0, 1e-9);

  // Fewer rows are returned; the same are drawn, of whom so many are wanted.
  request.top = 10;
  match_pool short_list(prepare(request));
  for (const auto &[person, traits] : people) short_list.add(person, traits);
  const match_result first = short_list.rank();
  ASSERT_EQ(first.size(), 10U);
  for (std::size_t k = 0; k < first.size(); ++k) EXPECT_EQ(first.row(k).p_top, one.row(k).p_top);
  request.seed = 10;
  match_pool other(prepare(request));
  for (const auto &[person, traits] : people) other.add(person, traits);
  EXPECT_NE(other.rank().row(3).p_top, first.row(3).p_top);
}

TEST(uncertainty_draws, can_be_cancelled) {
  match_request request = request_for(3);
  request.draws = 10000;
  match_pool pool = pool_of(request, 200);
  static int polls;
  polls = 0;
  interrupt_pending = [] { return ++polls == 50; };
  EXPECT_THROW(pool.rank(), cancelled);
  interrupt_pending = nullptr;
  EXPECT_EQ(polls, 50);
}

}  // namespace
}  // namespace harmony::ranking
