// Stable pairs against every possible set, on random instances with ties and gaps.
#include "core/affinity/matching.hpp"
#include "core/affinity/roommates.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace harmony::affinity {
namespace {

using scores = std::map<id_pair, double>;

// Whether `who` would rather have a than b; 0 is nobody, and whoever is not ranked is worse than that.
bool rather(const scores &of, std::int64_t who, std::int64_t a, std::int64_t b) {
  const auto of_a = of.find({who, a}), of_b = of.find({who, b});
  if (of_a == of.end()) return false;
  if (of_b == of.end()) return true;
  return of_a->second != of_b->second ? of_a->second > of_b->second : a < b;
}

using partners = std::map<std::int64_t, std::int64_t>;

std::int64_t partner(const partners &of, std::int64_t who) {
  const auto found = of.find(who);
  return found == of.end() ? 0 : found->second;
}

bool is_stable(const scores &of, const partners &with) {
  return std::none_of(of.begin(), of.end(), [&](const auto &entry) {
    const auto [a, b] = entry.first;
    return of.count({b, a}) > 0 && rather(of, a, b, partner(with, a)) && rather(of, b, a, partner(with, b));
  });
}

// Calls look(partners) for every set of mutually acceptable pairs.
template <class Look>
void every_set(const scores &of, const std::vector<std::int64_t> &people, std::size_t from, partners &with,
               Look &&look) {
  while (from < people.size() && with.count(people[from]) > 0) ++from;
  if (from == people.size()) return look(with);
  const std::int64_t a = people[from];
  every_set(of, people, from + 1, with, look);
  for (std::size_t k = from + 1; k < people.size(); ++k) {
    const std::int64_t b = people[k];
    if (with.count(b) > 0 || of.count({a, b}) == 0 || of.count({b, a}) == 0) continue;
    with[a] = b, with[b] = a;
    every_set(of, people, from + 1, with, look);
    with.erase(a), with.erase(b);
  }
}

partners partners_of(const std::vector<id_pair> &pairs) {
  partners with;
  for (const auto &[a, b] : pairs) with[a] = b, with[b] = a;
  return with;
}

TEST(matching, is_stable_and_the_best_for_proposers) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const int proposers = 1 + static_cast<int>(random() % 4), acceptors = 1 + static_cast<int>(random() % 4);
    scores of;
    std::vector<std::int64_t> people;
    std::vector<id_pair> rows;
    for (int a = 1; a <= proposers; ++a) people.push_back(a);
    for (int b = 101; b <= 100 + acceptors; ++b) people.push_back(b);
    for (int a = 1; a <= proposers; ++a)
      for (int b = 101; b <= 100 + acceptors; ++b) {
        if (random() % 5 == 0) continue;
        of[{a, b}] = static_cast<double>(random() % 4);
        of[{b, a}] = static_cast<double>(random() % 4);
        rows.emplace_back(a, b);
      }
    std::vector<id_pair> first;
    for (int order = 0; order < 3; ++order) {
      std::shuffle(rows.begin(), rows.end(), random);
      mutual_offers offers, rest;
      for (std::size_t k = 0; k < rows.size(); ++k)
        (k % 2 == 0 ? offers : rest)
            .add(rows[k].first, rows[k].second, of.at(rows[k]), of.at({rows[k].second, rows[k].first}));
      native_writer written;
      rest.serialize(written);
      native_reader in(written.bytes());
      offers.merge(mutual_offers::deserialize(in));
      const auto found = offers.stable_pairs();
      if (order == 0) first = found;
      EXPECT_EQ(found, first);
    }
    EXPECT_TRUE(std::is_sorted(first.begin(), first.end()));
    const partners with = partners_of(first);
    ASSERT_TRUE(is_stable(of, with));
    partners other;
    every_set(of, people, 0, other, [&](const partners &set) {
      if (!is_stable(of, set)) return;
      for (int a = 1; a <= proposers; ++a) EXPECT_FALSE(rather(of, a, partner(set, a), partner(with, a)));
    });
  }
}

TEST(matching, refuses_and_passes_over) {
  mutual_offers offers;
  EXPECT_TRUE(offers.stable_pairs().empty());
  EXPECT_THROW(offers.add(1, 2, std::nan(""), 1), error);
  EXPECT_THROW(offers.add(1, 2, 1, infinity), error);
  offers.add(1, 1, 5e-324, 1e308);  // sides do not share ids
  EXPECT_EQ(offers.stable_pairs(), (std::vector<id_pair>{{1, 1}}));
  offers.add(1, 1, 2, 2);
  EXPECT_THROW(offers.stable_pairs(), error);
}

TEST(roommates, are_stable_wherever_a_stable_set_exists) {
  std::mt19937 random(12);
  int none = 0;
  for (int round = 0; round < 3000; ++round) {
    const int n = 2 + static_cast<int>(random() % 7);
    const std::uint32_t gaps = round % 3 == 0 ? 1000 : 4;
    scores of;
    std::vector<std::int64_t> people;
    roommate_choices choices, rest;
    for (int a = 1; a <= n; ++a) people.push_back(a);
    for (int a = 1; a <= n; ++a)
      for (int b = 1; b <= n; ++b) {
        if (a == b || random() % gaps == 0) continue;
        of[{a, b}] = static_cast<double>(random() % (round % 2 == 0 ? 100000 : 3));
        ((a + b) % 2 == 0 ? choices : rest).add(a, b, of.at({a, b}));
      }
    native_writer written;
    rest.serialize(written);
    native_reader in(written.bytes());
    choices.merge(roommate_choices::deserialize(in));
    bool exists = false;
    partners with;
    every_set(of, people, 0, with, [&](const partners &set) { exists = exists || is_stable(of, set); });
    const auto found = choices.stable_pairs();
    ASSERT_EQ(found.has_value(), exists) << "round " << round;
    none += exists ? 0 : 1;
    if (found) {
      EXPECT_TRUE(is_stable(of, partners_of(*found)));
    }
  }
  EXPECT_GT(none, 50);
}

TEST(roommates, of_a_large_pool_are_stable) {
  std::mt19937 random(13);
  int found_some = 0;
  for (int round = 0; round < 40; ++round) {
    scores of;
    roommate_choices choices;
    for (int a = 1; a <= 60; ++a)
      for (int b = 1; b <= 60; ++b) {
        if (a == b || random() % 3 == 0) continue;
        of[{a, b}] = static_cast<double>(random() % 1000);
        choices.add(a, b, of.at({a, b}));
      }
    const auto found = choices.stable_pairs();
    if (!found) continue;
    ++found_some;
    EXPECT_TRUE(is_stable(of, partners_of(*found)));
  }
  EXPECT_GT(found_some, 5);
}

TEST(roommates, refuse_and_pass_over) {
  roommate_choices choices;
  EXPECT_TRUE(choices.stable_pairs()->empty());
  EXPECT_THROW(choices.add(1, 1, 1), error);
  EXPECT_THROW(choices.add(1, 2, -infinity), error);
  choices.add(1, 2, 1);  // who does not choose back
  EXPECT_TRUE(choices.stable_pairs()->empty());
  choices.add(1, 2, 2);
  EXPECT_THROW(choices.stable_pairs(), error);
}

}  // namespace
}  // namespace harmony::affinity
