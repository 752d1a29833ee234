// Traits, visual traits and willingness by hand.
#include "core/affinity/traits.hpp"
#include "core/affinity/visual_traits.hpp"
#include "core/affinity/pair_score.hpp"
#include "core/affinity/willingness.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace harmony::affinity {
namespace {

using seven = std::array<double, trait_count>;

nullable_span<double> all_of(const seven &values) { return {values.data(), nullptr, values.size()}; }

TEST(traits, are_as_alike_as_they_are_near) {
  const seven low = {}, high = {100, 100, 100, 100, 100, 100, 100}, one = {30};
  EXPECT_EQ(trait_similarity(all_of(low), all_of(high), 100), 0.0);
  EXPECT_EQ(trait_similarity(all_of(low), all_of(low), 100), 100.0);
  EXPECT_NEAR(trait_similarity(all_of(low), all_of(one), 100), 100.0 - 30.0 / std::sqrt(7.0), 1e-12);
  EXPECT_EQ(trait_similarity(all_of(low), all_of(one), 30), trait_similarity(all_of(one), all_of(low), 30));
}

TEST(traits, need_four_in_common) {
  const seven a = {1, 2, 3, 4, 5, 6, 7}, b = {2, 3, 4, 5, 6, 7, 8};
  const bool three[7] = {false, false, false, true, true, true, true}, others[7] = {true, true, true};
  const bool four[7] = {false, false, false, false, true, true, true};
  EXPECT_TRUE(std::isnan(trait_similarity({a.data(), three, 7}, all_of(b), 100)));
  EXPECT_TRUE(std::isnan(trait_similarity({a.data(), four, 7}, {b.data(), others, 7}, 100))) << "one in common";
  EXPECT_NEAR(trait_similarity({a.data(), four, 7}, all_of(b), 100), 99.0, 1e-12);
  EXPECT_TRUE(std::isnan(perceived_similarity({a.data(), three, 7}, all_of(b), {}, {}, 0, 100).raw));
}

TEST(traits, refuse_what_is_no_trait) {
  seven a = {};
  const seven b = {};
  for (const double x : {std::nan(""), infinity, -infinity, 1e308}) {
    a[3] = x;
    EXPECT_THROW(trait_similarity(all_of(a), all_of(b), 100), error);
    EXPECT_THROW(perceived_similarity(all_of(a), all_of(b), {}, {}, 0, 100), error);
  }
  EXPECT_THROW(trait_similarity({b.data(), nullptr, 6}, all_of(b), 100), error);
  EXPECT_THROW(trait_similarity(all_of(b), all_of(b), 0), error);
  EXPECT_THROW(trait_similarity(all_of(b), all_of(b), infinity), error);
  EXPECT_THROW(perceived_similarity(all_of(b), all_of(b), {}, {}, 0, 0), error);
  EXPECT_THROW(perceived_similarity(all_of(b), all_of(b), {}, {}, -1e308, 1e308), error);
  a[3] = 1.5;
  EXPECT_THROW(perceived_similarity(all_of(b), all_of(b), all_of(a), {}, 0, 100), error);
  a[3] = 5e-324;
  EXPECT_EQ(trait_similarity(all_of(a), all_of(b), 100), 100.0);
}

TEST(traits, are_shared_strictly_beyond_the_middle) {
  seven a = {55, 55, 55, 55, 55, 55, 55};
  const seven b = {90, 90, 90, 90, 90, 90, 90};
  EXPECT_TRUE(perceived_similarity(all_of(a), all_of(b), {}, {}, 0, 100).shared.empty());
  a[4] = 55.001;
  const perceived_result found = perceived_similarity(all_of(a), all_of(b), {}, {}, 0, 100);
  ASSERT_EQ(found.shared.size(), 1U);
  EXPECT_EQ(found.shared[0], "wrath");
  EXPECT_NEAR(found.raw, 1.5 * (1 - .34999) / 7.4, 1e-12);
  EXPECT_EQ(found.tier, "low");
}

TEST(visual_traits, need_both_sides) {
  const std::vector<double> ratings = {5, 5, 4, 4}, strengths = {1, 1, 1, 1};
  EXPECT_TRUE(trait_preferences({ratings.data(), nullptr, 4}, strengths, 4, 1).empty());
  const std::vector<double> both = {5, 4, 1, 2}, shown = {0.9, 0.5, 0.1, 0.1};
  const auto found = trait_preferences({both.data(), nullptr, 4}, shown, 4, 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, trait_kind::mandatory);  // .7 in the mean, exactly the limit
  EXPECT_NEAR(found[0].value, 0.7, 1e-15);
}

TEST(visual_traits, make_the_total) {
  const std::vector<detected_trait> none;
  EXPECT_DOUBLE_EQ(visual_total(50, none), 30 + 12.5 + 15);
  const std::vector<detected_trait> some = {
      {trait_kind::mandatory, 0.8, 1.0}, {trait_kind::preferred, 0.4, 0.0}, {trait_kind::aversion, 0.5, 0.5}};
  EXPECT_DOUBLE_EQ(visual_total(50, some), 30 + 25 * 0.8 + 7.5);
  const std::vector<detected_trait> wrong = {{trait_kind::mandatory, 1.5, 1.0}};
  EXPECT_THROW(visual_total(50, wrong), error);
  EXPECT_THROW(visual_total(std::nan(""), none), error);
}

TEST(willingness, shares_out_what_is_missing) {
  const willingness_result found = willingness({80, 60, 50, missing}, {}, mean_kind::geometric);
  EXPECT_NEAR(found.a_to_b, (32 + 15) / 0.7, 1e-12);
  EXPECT_NEAR(found.score, std::sqrt((32 + 15) / 0.7 * (24 + 15) / 0.7), 1e-12);
  EXPECT_EQ(found.missing_phases, std::vector<std::string_view>{"biological"});
  EXPECT_TRUE(std::isnan(willingness({80, missing, 50, 50}, {}, mean_kind::minimum).score));
  EXPECT_TRUE(std::isnan(willingness({80, 80, missing, missing}, {}, mean_kind::minimum).score));
  EXPECT_TRUE(std::isnan(willingness({80, 80, 10, missing}, {0, 0, 1}, mean_kind::minimum).score));
  EXPECT_EQ(willingness({0, 0, 0, 0}, {}, mean_kind::harmonic).score, 0.0);
  EXPECT_THROW(willingness({101, 0, 0, 0}, {}, mean_kind::harmonic), error);
  EXPECT_THROW(mean_named("mode"), error);
  const std::vector<std::string_view> none_but_traits = {"visual", "biological"};
  EXPECT_EQ(willingness({80, missing, 50, missing}, {}, mean_kind::minimum).missing_phases, none_but_traits);
}

TEST(pair_score, tells_steps_and_bands) {
  const phase_scores told = as_told({44.9, 100, 33.3, 69.9}, {});
  EXPECT_EQ(told.visual_ab, 40.0);
  EXPECT_EQ(told.visual_ba, 100.0);
  EXPECT_EQ(told.personality, 33.3);
  EXPECT_EQ(told.biological, 55.0);
  EXPECT_EQ(as_told({98, 0, 0, 0}, {7, 40, 70}).visual_ab, 98.0);
  EXPECT_EQ(as_told({100, 0, 0, 70}, {7, 40, 70}).visual_ab, 98.0);
  EXPECT_EQ(as_told({99, 0, 0, 100}, {30, 40, 70}).visual_ab, 90.0);
  EXPECT_EQ(as_told({0, 0, 0, 39.999}, {}).biological, 20.0);
  EXPECT_EQ(as_told({0, 0, 0, 100}, {}).biological, 85.0);
  EXPECT_TRUE(std::isnan(as_told({missing, 0, 0, missing}, {}).visual_ab));
  EXPECT_EQ(band_of(39.9, {}), "low");
  EXPECT_EQ(band_of(40, {}), "middle");
  EXPECT_EQ(band_of(70, {}), "high");
  EXPECT_EQ(band_of(missing, {}), "");
  EXPECT_THROW(as_told({101, 0, 0, 0}, {}), error);
  EXPECT_THROW(as_told({0, 0, 0, 0}, {0, 40, 70}), error);
  EXPECT_THROW(as_told({0, 0, 0, 0}, {10, 70, 40}), error);
  EXPECT_THROW(band_of(1, {10, std::nan(""), 70}), error);
}

TEST(pair_score, keeps_the_middle_of_a_band_in_it) {
  for (const disclosure told : {disclosure{10, 40, 70}, disclosure{10, 0, 0}, disclosure{10, 50, 50},
                                disclosure{10, 100, 100}, disclosure{10, 0, 100}})
    for (double score = 0.0; score <= 100.0; score += 0.5) {
      const double middle = middle_of_band(score, told);
      EXPECT_EQ(band_of(middle, told), band_of(score, told));
      EXPECT_EQ(middle_of_band(middle, told), middle);
    }
  EXPECT_TRUE(std::isnan(middle_of_band(missing, {})));
  EXPECT_THROW(middle_of_band(100.5, {}), error);
  EXPECT_THROW(middle_of_band(-0.5, {}), error);
}

TEST(pair_score, rounds_traits_to_steps) {
  const seven traits = {0, 4.9, 15, 25, 44.7, 96, 100}, tens = {0, 0, 20, 20, 40, 100, 100};
  const trait_values coarse = traits_in_steps(all_of(traits), 10);
  EXPECT_TRUE(std::equal(coarse.begin(), coarse.end(), tens.begin()));
  EXPECT_EQ(traits_in_steps(all_of(traits), 60)[6], 100.0);  // 120 would be nearer
  EXPECT_NEAR(traits_in_steps(all_of(traits), 0.001)[4], 44.7, 1e-9);
  const bool gone[7] = {true, false, false, false, false, false, false};
  EXPECT_TRUE(std::isnan(traits_in_steps({traits.data(), gone, 7}, 10)[0]));
  EXPECT_THROW(traits_in_steps({traits.data(), nullptr, 6}, 10), error);
  EXPECT_THROW(traits_in_steps(all_of({0, 0, 0, 0, 0, 0, 100.1}), 10), error);
  EXPECT_THROW(traits_in_steps(all_of({0, 0, 0, 0, 0, 0, std::nan("")}), 10), error);
  EXPECT_THROW(traits_in_steps(all_of(traits), 0), error);
  EXPECT_THROW(traits_in_steps(all_of(traits), std::nan("")), error);
}

}  // namespace
}  // namespace harmony::affinity
