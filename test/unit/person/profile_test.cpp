#include "core/person/profile.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

using harmony::missing;
using namespace harmony::person;

template <typename action>
std::string sqlstate_of(action act) {
  try {
    act();
  } catch (const harmony::error &caught) {
    return caught.sqlstate();
  }
  return "none";
}

TEST(profile, names_and_traits_are_one_to_one) {
  for (std::size_t k = 0; k < trait_count; ++k) {
    const auto which = static_cast<trait>(k);
    ASSERT_TRUE(find_trait(trait_name(which)).has_value()) << trait_name(which);
    EXPECT_EQ(*find_trait(trait_name(which)), which);
  }
  for (const char *wrong : {"", "o", "Openness", "opennesx", "emotional_stabilitx", "emotional_stability_of_crew",
                            "resilience ", "\xff\xff\xff"})
    EXPECT_FALSE(find_trait(wrong).has_value()) << wrong;
}

TEST(profile, polarity) {
  for (std::size_t k = 0; k < trait_count; ++k) {
    const auto which = static_cast<trait>(k);
    const bool low = which == trait::neuroticism || which == trait::amotivation;
    EXPECT_EQ(polarity_of(which), low ? polarity::low : polarity::high);
  }
  EXPECT_EQ(find_polarity("moderate"), polarity::moderate);
  EXPECT_FALSE(find_polarity("High").has_value());
  EXPECT_EQ(polarity_name(polarity::low), "low");
}

TEST(profile, ranges) {
  profile person;
  person.set(trait::openness, 0.0);
  person.set(trait::openness, 100.0);
  person.set(trait::autonomy, 1.0);
  EXPECT_EQ(person.percent(trait::autonomy), 100.0);
  EXPECT_EQ(person.percent(trait::openness), 100.0);
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double wrong : {-0.001, 100.001, infinity, -infinity, missing})
    EXPECT_EQ(sqlstate_of([&] { person.set(trait::openness, wrong); }), "22003") << wrong;
  EXPECT_EQ(sqlstate_of([&] { person.set(trait::autonomy, 42.0); }), "22003");
  try {
    person.set(trait::verbal, 101.0);
    FAIL();
  } catch (const harmony::error &caught) {
    EXPECT_EQ(caught.message(), "trait \"verbal\" is out of range");
    EXPECT_EQ(caught.detail(), "The value is 101; it must be between 0 and 100.");
  }
  EXPECT_FALSE(person.measured(trait::verbal));
}

TEST(profile, derive_fills_what_was_not_given) {
  profile person;
  person.set(trait::neuroticism, 31.0);
  person.set(trait::logical, 70.0);
  person.set(trait::verbal, 61.0);
  person.set(trait::intrinsic, 80.0);
  person.derive();
  EXPECT_DOUBLE_EQ(person.get(trait::emotional_stability), 69.0);  // 100 − 31
  EXPECT_DOUBLE_EQ(person.get(trait::gca), 65.5);                  // (70 + 61)/2
  EXPECT_DOUBLE_EQ(person.get(trait::autonomy_drive), 80.0);       // intrinsic alone
  EXPECT_EQ(person.measured_mask(), bit_of(trait::neuroticism) | bit_of(trait::logical) | bit_of(trait::verbal) |
                                        bit_of(trait::intrinsic) | bit_of(trait::emotional_stability) |
                                        bit_of(trait::gca) | bit_of(trait::autonomy_drive));

  profile given;
  given.set(trait::neuroticism, 31.0);
  given.set(trait::emotional_stability, 50.0);
  given.set(trait::numerical, 10.0);
  given.set(trait::gca, 62.0);
  given.derive();
  EXPECT_EQ(given.get(trait::emotional_stability), 50.0);
  EXPECT_EQ(given.get(trait::gca), 62.0);
  EXPECT_FALSE(given.measured(trait::autonomy_drive));
}

// The set is kept beside the values, whichever way these come in.
TEST(profile, mask_is_that_of_the_values) {
  const auto expect_same = [](const profile &person) {
    for (std::size_t k = 0; k < trait_count; ++k)
      EXPECT_EQ((person.measured_mask() >> k & 1U) != 0, person.measured(static_cast<trait>(k))) << k;
  };
  profile person;
  expect_same(person);
  person.set(trait::neuroticism, 40.0);
  person.set(trait::verbal, 0.0);
  expect_same(person);
  person.derive();
  expect_same(person);
  EXPECT_TRUE(person.measured(trait::emotional_stability) && person.measured(trait::gca));
  person.fill(trait::resilience, 50.0);
  person.fill(trait::intrinsic, 60.0);
  person.derive();
  expect_same(person);
}

TEST(profile, in_steps) {
  profile person;
  person.set(trait::agreeableness, 65.0);  // a tie: to the even multiple, as its reverse
  person.set(trait::neuroticism, 35.0);
  person.set(trait::openness, 64.9);
  person.set(trait::intrinsic, 52.0);
  person.set(trait::identified, 58.0);
  person.set(trait::autonomy, 0.34);
  person.set(trait::structure, 1.0);
  person.derive();
  const profile coarse = person.in_steps(10.0);
  EXPECT_EQ(coarse.get(trait::agreeableness), 60.0);
  EXPECT_EQ(coarse.get(trait::neuroticism), 40.0);
  EXPECT_EQ(coarse.get(trait::emotional_stability), 60.0);
  EXPECT_EQ(coarse.get(trait::openness), 60.0);
  EXPECT_EQ(coarse.get(trait::autonomy_drive), 55.0);  // of 50 and 60, not of 52 and 58
  EXPECT_DOUBLE_EQ(coarse.get(trait::autonomy), 0.3);
  EXPECT_EQ(coarse.get(trait::structure), 1.0);
  EXPECT_FALSE(coarse.measured(trait::extraversion));
  EXPECT_EQ(coarse.measured_mask(), person.measured_mask());
  EXPECT_EQ(person.in_steps(100.0).get(trait::openness), 100.0);
  EXPECT_EQ(person.in_steps(70.0).get(trait::structure), 0.7);  // never above the maximum
  EXPECT_EQ(person.in_steps(0.001).get(trait::openness), 64.9);
  for (const double wrong : {0.0, 5e-324, -1.0, 100.1, missing})
    EXPECT_EQ(sqlstate_of([&] { person.in_steps(wrong); }), "22023") << wrong;
}

TEST(profile, weights) {
  const trait_weights weights{{trait::gca, 3.0}, {trait::verbal, 1.0}, {trait::openness, 0.0}};
  EXPECT_EQ(weights.size(), 3U);
  EXPECT_DOUBLE_EQ(weights.total(), 4.0);
  EXPECT_DOUBLE_EQ(weights.share_of(bit_of(trait::verbal)), 0.25);
  EXPECT_DOUBLE_EQ(weights.share_of(0), 0.0);
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double wrong : {-0.1, infinity, missing})
    EXPECT_EQ(sqlstate_of([&] { trait_weights{{trait::gca, wrong}}; }), "22023") << wrong;
  EXPECT_EQ(sqlstate_of([] { trait_weights{{trait::gca, 0.0}}; }), "22023");
  EXPECT_EQ(sqlstate_of([] { trait_weights{{trait::gca, 1.0}, {trait::gca, 1.0}}; }), "22023");
  EXPECT_EQ(sqlstate_of([] { trait_weights().check(); }), "22023");
  EXPECT_EQ(sqlstate_of([] { trait_weights{{trait::gca, 1e308}, {trait::verbal, 1e308}}; }), "22023");
}

}  // namespace
