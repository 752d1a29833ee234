// By hand.
#include "core/statistics/category_drift.hpp"
#include "core/statistics/drift.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/drift_level.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace harmony::statistics {
namespace {

drift_state state_of(const std::vector<double> &reference, const std::vector<double> &current, int bins = 10) {
  drift_state state(bins);
  for (const double x : reference) state.add(x, true);
  for (const double x : current) state.add(x, false);
  return state;
}

std::vector<double> steps(int n, double first, double step) {
  std::vector<double> out;
  for (int i = 0; i < n; ++i) out.push_back(first + step * i);
  return out;
}

TEST(js_distance, is_0_of_equal_shares_and_1_of_disjoint_ones) {
  EXPECT_EQ(js_distance(std::vector<double>{1, 3}, std::vector<double>{2, 6}), 0.0);
  EXPECT_EQ(js_distance(std::vector<double>{1, 0}, std::vector<double>{0, 5}), 1.0);
  // p (1, 0), q (1/2, 1/2), m (3/4, 1/4): (log2(4/3) + log2(2/3)/2 + 1/2)/2
  EXPECT_NEAR(js_distance(std::vector<double>{1, 0}, std::vector<double>{1, 1}),
              std::sqrt((std::log2(4.0 / 3.0) + 0.5 * std::log2(2.0 / 3.0) + 0.5) / 2.0), 1e-15);
}

TEST(drift, counts_edges_up_to_a_value) {
  // The quartiles of 1, 2, 3, 4, 5 are 2, 3, 4; shares of the reference .2 .2 .2 .4, of the current values 0 .5 .5 0.
  const drift_result r = state_of({5, 1, 4, 2, 3}, {2, 3}, 4).finish();
  EXPECT_NEAR(
      r.psi,
      (1e-4 - 0.2) * std::log(1e-4 / 0.2) + 2 * (0.5 - 0.2) * std::log(0.5 / 0.2) + (1e-4 - 0.4) * std::log(1e-4 / 0.4),
      1e-14);
  EXPECT_NEAR(r.wasserstein, 0.9, 1e-15);  // |F - G| is .2, .1, .4, .2 between the values: 1·.2 + .1 + .4 + .2
  EXPECT_NEAR(r.wasserstein_sd, 0.9 / std::sqrt(2.5), 1e-15);
}

TEST(drift, takes_size_and_evidence) {
  EXPECT_STREQ(state_of(steps(500, 0, 1), steps(500, 250, 1)).finish().level, "major");
  EXPECT_STREQ(state_of(steps(5, 0, 1), steps(5, 3, 1)).finish().level, "none");               // large, but five values
  EXPECT_STREQ(state_of(steps(100000, 0, 1), steps(100000, 2000, 1)).finish().level, "none");  // certain, but small
  EXPECT_LT(state_of(steps(100000, 0, 1), steps(100000, 2000, 1)).finish().ks_p, 1e-10);
  EXPECT_STREQ(state_of(steps(10000, 0, 1), steps(10000, 500, 1)).finish().level, "moderate");
}

TEST(drift, sees_what_leaves_a_constant) {
  const std::vector<double> constant(1000, 5.0);
  const drift_result gone = state_of(constant, steps(1000, 6, 1)).finish();
  EXPECT_EQ(gone.psi, 0.0);  // the one edge has all values on its upper side
  EXPECT_TRUE(std::isnan(gone.wasserstein_sd));
  EXPECT_STREQ(gone.level, "major");
  EXPECT_STREQ(state_of(constant, constant).finish().level, "none");
  std::vector<double> one_in_a_thousand = constant;
  one_in_a_thousand[0] = 1e300;
  EXPECT_STREQ(state_of(constant, one_in_a_thousand).finish().level, "none");
}

TEST(drift, takes_numbers_of_any_size) {
  const double most = std::numeric_limits<double>::max(), least = std::numeric_limits<double>::denorm_min();
  for (const double unit : {least, 1e-300, 1e300}) {
    const drift_result r = state_of({-4 * unit, 4 * unit}, {0.0, 4 * unit}).finish();
    EXPECT_EQ(r.wasserstein, 2 * unit);
    EXPECT_NEAR(r.wasserstein_sd, 2 / std::sqrt(32.0), 1e-14);
  }
  EXPECT_EQ(state_of({-most, most}, {0.0, most}).finish().wasserstein, most / 2);
  EXPECT_THROW(state_of({-most}, {most}).finish(), error);
}

TEST(drift, a_distance_too_small_for_a_number_is_one_in_deviations) {
  const double least = std::numeric_limits<double>::denorm_min();
  const drift_result r = state_of({0, least, 0, least}, {least, least}).finish();
  EXPECT_EQ(r.wasserstein, 0.0);  // half of the least number
  EXPECT_NEAR(r.wasserstein_sd, 0.5 / std::sqrt(1.0 / 3.0), 1e-15);
  EXPECT_THROW(state_of({0, least}, {1}).finish(), error);
}

TEST(drift, is_the_same_however_it_is_divided) {
  const auto reference = steps(1000, 0, 0.1), current = steps(700, 3, 0.17);
  const drift_result whole = state_of(reference, current).finish();
  drift_state joined(10);
  for (std::size_t i = reference.size(); i-- > 0;) {
    drift_state part(10);
    part.add(reference[i], true);
    if (i < current.size()) part.add(current[i], false);
    native_writer out;
    part.serialize(out);
    native_reader in(out.bytes());
    joined.merge(drift_state::deserialize(in));
  }
  const drift_result r = joined.finish();
  EXPECT_EQ(r.psi, whole.psi);
  EXPECT_EQ(r.ks_p, whole.ks_p);
  EXPECT_EQ(r.wasserstein_sd, whole.wasserstein_sd);
}

TEST(drift, knows_what_is_missing) {
  drift_state state(10);
  EXPECT_TRUE(std::isnan(state.finish().missing_reference));
  state.add(1.0, true);
  state.add_missing(true);
  state.add_missing(false);
  const drift_result r = state.finish();
  EXPECT_EQ(r.missing_reference, 0.5);
  EXPECT_EQ(r.missing_current, 1.0);
  EXPECT_EQ(r.level, nullptr);
  EXPECT_TRUE(std::isnan(r.ks_d));
}

TEST(drift, refuses) {
  drift_state state(10);
  EXPECT_THROW(state.add(missing, true), error);
  EXPECT_THROW(state.add(infinity, false), error);
  EXPECT_THROW(state.check_bins(11), error);
  EXPECT_THROW(state.merge(drift_state(11)), error);
  EXPECT_THROW(drift_state(1), error);
  EXPECT_THROW(drift_state(1001), error);
}

TEST(category_drift, judges_two_samples) {
  category_drift_state state;
  for (int i = 0; i < 10; ++i) {
    state.add(i < 6 ? "a" : "b", true);
    state.add(i < 2 ? "a" : (i < 9 ? "b" : "c"), false);
  }
  const category_drift_result r = state.finish();
  // Expected 4, 5.5 and .5 in both rows: 2·(4/4 + 2.25/5.5 + .25/.5)
  EXPECT_NEAR(r.chi2, 2 * (1 + 2.25 / 5.5 + 0.5), 1e-14);
  EXPECT_EQ(r.df, 2);
  EXPECT_NEAR(r.p, std::exp(-r.chi2 / 2), 1e-15);
  EXPECT_NEAR(r.cramers_v, std::sqrt(r.chi2 / 20), 1e-15);
  ASSERT_EQ(r.new_categories->size(), 1u);
  EXPECT_EQ(r.new_categories->front(), "c");
  EXPECT_STREQ(r.level, "none");  // of ten rows
}

TEST(category_drift, one_category_cannot_drift) {
  category_drift_state state;
  state.add("a", true);
  EXPECT_EQ(state.finish().level, nullptr);
  EXPECT_FALSE(state.finish().new_categories);
  state.add("a", false);
  const category_drift_result r = state.finish();
  EXPECT_EQ(r.chi2, 0.0);
  EXPECT_EQ(r.p, 1.0);
  EXPECT_TRUE(std::isnan(r.cramers_v));
  EXPECT_STREQ(r.level, "none");
}

TEST(category_drift, is_the_same_however_it_is_divided) {
  category_drift_state whole, joined;
  for (int i = 0; i < 3000; ++i) {
    const std::string name = "c" + std::to_string(i * i % 17);
    whole.add(name, i % 3 == 0);
    category_drift_state part;
    const int k = 2999 - i;
    part.add("c" + std::to_string(k * k % 17), k % 3 == 0);
    native_writer out;
    part.serialize(out);
    native_reader in(out.bytes());
    joined.merge(category_drift_state::deserialize(in));
  }
  EXPECT_EQ(joined.finish().psi, whole.finish().psi);
  EXPECT_EQ(joined.finish().p, whole.finish().p);
}

// Every beginning of a state's bytes is one too few.
template <class State>
void refuses_what_ends_too_soon(const State &state) {
  native_writer out;
  state.serialize(out);
  for (std::size_t n = 0; n < out.bytes().size(); ++n) {
    const std::string cut = out.bytes().substr(0, n);
    native_reader in(cut);
    EXPECT_THROW(State::deserialize(in), error) << n;
  }
}

TEST(drift_states, refuse_bytes_that_end_too_soon) {
  category_drift_state categories;
  for (const char *name : {"a", "b", "a", ""}) categories.add(name, true);
  refuses_what_ends_too_soon(categories);
  refuses_what_ends_too_soon(state_of({1, 2, 3}, {2, 3}));
}

TEST(drift_level, takes_the_larger_size) {
  EXPECT_STREQ(drift_level(0, 2, 0.009), "major");
  EXPECT_STREQ(drift_level(1, 0, 0.009), "moderate");
  EXPECT_STREQ(drift_level(2, 2, 0.01), "none");
  EXPECT_STREQ(drift_level(2, 2, missing), "none");
  EXPECT_EQ(drift_level_again("major", 0.009), "major");
  EXPECT_EQ(drift_level_again("major", 0.01), "none");
  EXPECT_EQ(drift_level_again("major", missing), "none");
  EXPECT_EQ(drift_size(0.25, psi_cutoffs), 2);
  EXPECT_EQ(drift_size(0.1, psi_cutoffs), 1);
  EXPECT_EQ(drift_size(missing, psi_cutoffs), 0);
}

}  // namespace
}  // namespace harmony::statistics
