#include "core/team/sociogram.hpp"

#include "core/base/error.hpp"
#include "people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace harmony::team;
using harmony::person::profile;

sociogram_member member(const char *id, double agreeableness, double conscientiousness, double stability) {
  return {id, "", "", false, member_with(agreeableness, conscientiousness, stability, 50)};
}

TEST(sociogram, nodes_and_edges) {
  sociogram_member leader = member("b", 80, 70, 70);
  leader.role = "captain";  // roles compare without regard to case
  const sociogram picture =
      draw({leader, member("a", 60, 60, 45), {"c", "", "", true, profile()}, member("d", 60, 60, 44)});
  ASSERT_EQ(picture.nodes.size(), 4U);
  EXPECT_EQ(picture.nodes[0].member.id, "a");
  EXPECT_STREQ(picture.nodes[0].colour, "amber");
  EXPECT_STREQ(picture.nodes[1].colour, "green");
  EXPECT_EQ(picture.nodes[1].size, 1.0);
  EXPECT_EQ(picture.nodes[0].size, 0.6);
  EXPECT_STREQ(picture.nodes[2].colour, "grey");
  EXPECT_STREQ(picture.nodes[3].colour, "red");
  ASSERT_EQ(picture.edges.size(), 3U);  // c cannot be scored
  EXPECT_EQ(picture.edges[0].source, 0U);
  EXPECT_EQ(picture.edges[0].target, 1U);
  EXPECT_NEAR(picture.edges[0].score, 0.4 * 0.8 + 0.35 * 0.9 + 0.25 * 0.7 * 0.45, 1e-12);
  const sociogram_summary s = summarise(picture);
  EXPECT_EQ(s.pairs, 6U);
  EXPECT_EQ(s.scored, 3U);
  EXPECT_EQ(s.synergy + s.neutral + s.friction, 3U);
}

TEST(sociogram, layout_is_that_of_the_distances) {
  // Three alike: equal distances, so an equilateral triangle around the origin.
  const sociogram three = draw({member("a", 50, 50, 50), member("b", 50, 50, 50), member("c", 50, 50, 50)});
  const auto apart = [](const sociogram_node &i, const sociogram_node &j) { return std::hypot(i.x - j.x, i.y - j.y); };
  EXPECT_NEAR(apart(three.nodes[0], three.nodes[1]), apart(three.nodes[1], three.nodes[2]), 2e-4);
  EXPECT_NEAR(apart(three.nodes[0], three.nodes[1]), apart(three.nodes[0], three.nodes[2]), 2e-4);
  // Two alike and one unlike both: the two stand together.
  const sociogram odd = draw({member("a", 90, 90, 80), member("b", 90, 88, 80), member("z", 10, 10, 20)});
  EXPECT_LT(apart(odd.nodes[0], odd.nodes[1]) * 3, apart(odd.nodes[0], odd.nodes[2]));
  for (const sociogram_node &node : odd.nodes) {
    EXPECT_LE(std::fabs(node.x), 1.0);
    EXPECT_LE(std::fabs(node.y), 1.0);
  }
  EXPECT_EQ(draw({member("a", 90, 90, 80)}).nodes[0].x, 0.0);
  EXPECT_TRUE(draw({}).nodes.empty());
}

TEST(sociogram, order_does_not_matter_and_bad_members_are_refused) {
  std::vector<sociogram_member> members;
  for (int k = 0; k < 12; ++k) {
    const std::string id = "m" + std::to_string(k);
    members.push_back(member(id.c_str(), k * 31 % 101, k * 47 % 101, k * 61 % 101));
  }
  const sociogram expected = draw(members);
  std::reverse(members.begin(), members.end());
  const sociogram again = draw(members);
  for (std::size_t k = 0; k < 12; ++k) {
    EXPECT_EQ(again.nodes[k].x, expected.nodes[k].x);
    EXPECT_EQ(again.nodes[k].y, expected.nodes[k].y);
  }
  EXPECT_THROW(draw({member("a", 1, 1, 1), member("a", 2, 2, 2)}), harmony::error);
  EXPECT_THROW(draw({member("", 1, 1, 1)}), harmony::error);
  EXPECT_THROW(draw(std::vector<sociogram_member>(max_sociogram_members + 1)), harmony::error);
}

}  // namespace
