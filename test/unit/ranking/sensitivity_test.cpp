#include "core/ranking/sensitivity.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using namespace harmony::person;
using namespace harmony::ranking;
using namespace harmony::recruitment;

// ---- sensitivity ----

person_id id(std::size_t number) {
  person_id bytes{};
  bytes[14] = static_cast<std::uint8_t>(number / 256);
  bytes[15] = static_cast<std::uint8_t>(number % 256);
  return bytes;
}

const rank_change &find(const std::vector<rank_change> &all, std::string_view weight, double change) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const rank_change &c) { return c.weight == weight && c.change == change; });
}

TEST(sensitivity, by_hand) {
  // ŷ of P_ind and F_lmx alone (no team, no environment), β .25 and .20. First: 80, 60; second: 70, 75 …
  match_request request;
  request.leader = leadership{0.5, 0.5, 0.5};
  match_pool pool(prepare(request));
  const auto candidate = [](double ability, double away) {
    return person_with({{trait::gca, ability},
                        {trait::autonomy, 0.5 + away},
                        {trait::feedback, 0.5 + away},
                        {trait::structure, 0.5 + away}});
  };
  pool.add(id(1), candidate(80, 0.40));   // F_lmx 60: .25 · 80 + .20 · 60 = 32
  pool.add(id(2), candidate(70, 0.275));  // F_lmx 72.5: 17.5 + 14.5 = 32 … a tie, the lower id first
  pool.add(id(3), candidate(40, 0.0));    // F_lmx 100: 10 + 20 = 30
  const std::vector<rank_change> all = rank_sensitivity(pool);
  EXPECT_EQ(all.size(), 16U);                       // 4 competencies and 4 β, down and up
  const rank_change &up = find(all, "p_ind", 0.2);  // 36 , 35.5, 32: the tie is broken, the order stays
  EXPECT_STREQ(up.stage, "y_success");
  EXPECT_EQ(up.n, 3U);
  EXPECT_EQ(up.new_top.front(), id(1));
  EXPECT_EQ(up.top_changed, 0U);
  // One tie on the left side: τ-b = 2/√(2 · 3)
  EXPECT_NEAR(up.kendall_tau, 2.0 / std::sqrt(6.0), 1e-12);
  const rank_change &down = find(all, "p_ind", -0.2);  // 28, 28.5, 28: 2 leads, 1 and 3 tie
  EXPECT_EQ(down.new_top.front(), id(2));
  EXPECT_NEAR(find(all, "f_team", 0.2).kendall_tau, 1.0, 1e-12);  // nobody has it
}

TEST(sensitivity, leaves_out_who_cannot_be_ranked) {
  match_request request;
  request.top = 2;
  match_pool pool(prepare(request));
  pool.add(id(1), person_with({{trait::gca, 80}, {trait::conscientiousness, 20}}));
  pool.add(id(2), person_with({{trait::gca, 60}, {trait::conscientiousness, 90}}));
  pool.add(id(3), person_with({{trait::gca, 60}, {trait::agreeableness, 5}}));  // disqualified
  pool.add(id(4), profile());                                                   // no score
  for (const rank_change &change : rank_sensitivity(pool)) {
    EXPECT_EQ(change.n, 2U);
    EXPECT_EQ(change.top, 2U);
    EXPECT_EQ(change.top_changed, 0U);
  }
  match_pool nobody(prepare(request));
  for (const rank_change &change : rank_sensitivity(nobody)) {
    EXPECT_EQ(change.n, 0U);
    EXPECT_TRUE(change.new_top.empty());
    EXPECT_TRUE(std::isnan(change.kendall_tau));
  }
}

TEST(sensitivity, row_order_does_not_matter) {
  std::mt19937 random(17);
  std::vector<profile> people;
  for (int k = 0; k < 500; ++k) people.push_back(random_person(random));
  const auto prepared = prepare(request_for(3));
  match_pool forward(prepared), backward(prepared);
  for (std::size_t k = 0; k < people.size(); ++k) forward.add(id(k), people[k]);
  for (std::size_t k = people.size(); k-- > 0;) backward.add(id(k), people[k]);
  const auto one = rank_sensitivity(forward), other = rank_sensitivity(backward);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t k = 0; k < one.size(); ++k) {
    EXPECT_EQ(one[k].kendall_tau, other[k].kendall_tau);
    EXPECT_EQ(one[k].new_top, other[k].new_top);
    EXPECT_EQ(one[k].top_changed, other[k].top_changed);
    EXPECT_LT(one[k].spearman_rho, 1.0 + 1e-12);
  }
}

}  // namespace
