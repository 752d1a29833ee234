// By hand, and against whole sets of ancestors.
#include "core/delivery/first_containing.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>

namespace harmony::delivery {
namespace {

constexpr std::int64_t none = -1;  // of a parent, or a head: missing
using edges = std::vector<std::pair<std::int64_t, std::int64_t>>;
using found_heads = std::map<std::int64_t, std::int32_t>;

// Lists with what is missing.
struct list {
  std::vector<std::int64_t> values;
  std::unique_ptr<bool[]> missing;

  explicit list(const std::vector<std::int64_t> &from) : values(from), missing(new bool[from.size()]) {
    for (std::size_t i = 0; i < from.size(); ++i) missing[i] = from[i] == none;
  }
  nullable_span<std::int64_t> all() const { return {values.data(), missing.get(), values.size()}; }
};

found_heads walk(const edges &graph, const std::vector<std::int64_t> &heads) {
  std::vector<std::int64_t> child, parent;
  for (const auto &[c, p] : graph) {
    child.push_back(c);
    parent.push_back(p);
  }
  found_heads out;
  first_containing found(child, list(parent).all(), list(heads).all());
  for (contained_commit c; found.next(c);) EXPECT_TRUE(out.emplace(c.commit_id, c.head).second) << "twice";
  return out;
}

TEST(first_containing, after_a_rollback_nothing_comes_twice) {
  const edges chain = {{1, none}, {2, 1}, {3, 2}, {4, 3}, {5, 4}};
  EXPECT_EQ(walk(chain, {3, 2, 3, 5}), (found_heads{{1, 1}, {2, 1}, {3, 1}, {4, 4}, {5, 4}}));
}

TEST(first_containing, of_dirty_data) {
  EXPECT_EQ(walk({}, {1}), found_heads{});
  EXPECT_EQ(walk({{1, none}}, {}), found_heads{});
  EXPECT_EQ(walk({{1, none}}, {7, none, 1}), (found_heads{{1, 3}}));                      // unknown, missing
  EXPECT_EQ(walk({{1, 2}, {2, 3}, {3, 1}}, {2}), (found_heads{{1, 1}, {2, 1}, {3, 1}}));  // a cycle
  EXPECT_EQ(walk({{1, 1}}, {1, 1}), (found_heads{{1, 1}}));
  EXPECT_EQ(walk({{2, 1}, {2, 1}, {2, none}, {1, none}}, {2}), (found_heads{{1, 1}, {2, 1}}));
  EXPECT_EQ(walk({{5, none}}, {0}), found_heads{});  // a head between the numbers of no commit
  const std::vector<std::int64_t> one = {1};
  EXPECT_THROW(first_containing(one, {}, list({1}).all()), error);
}

TEST(first_containing, a_chain_of_a_million_and_a_merge_of_a_thousand) {
  edges graph;
  constexpr std::int64_t n = 1000000;
  for (std::int64_t i = 1; i < n; ++i) graph.emplace_back(i, i - 1);
  for (std::int64_t p = 0; p < 1000; ++p) graph.emplace_back(n, p * 7);
  const found_heads found = walk(graph, {n, n - 1});
  EXPECT_EQ(found.size(), static_cast<std::size_t>(n) + 1);
  EXPECT_EQ(found.at(999 * 7), 1);
  EXPECT_EQ(found.at(999 * 7 + 1), 2);
}

std::uint64_t next_random(std::uint64_t &state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 33;
}

// Numbers that lie close together, and numbers far apart.
class first_containing_random : public testing::TestWithParam<std::uint64_t> {};

TEST_P(first_containing_random, as_by_whole_sets) {
  std::uint64_t state = GetParam();
  for (int round = 0; round < 60; ++round) {
    const auto commits = static_cast<std::int64_t>(1 + next_random(state) % 60);
    const auto name = [&](std::int64_t k) {
      return static_cast<std::int64_t>(static_cast<std::uint64_t>(k + 1) * GetParam());
    };
    edges graph;
    std::map<std::int64_t, std::set<std::int64_t>> ancestors;
    for (std::int64_t k = 0; k < commits; ++k) {
      ancestors[k].insert(k);
      graph.emplace_back(name(k), none);
      for (std::uint64_t parents = k > 0 ? next_random(state) % 3 : 0; parents > 0; --parents) {
        const auto p = static_cast<std::int64_t>(next_random(state) % static_cast<std::uint64_t>(k));
        graph.emplace_back(name(k), name(p));
        ancestors[k].insert(ancestors[p].begin(), ancestors[p].end());
      }
    }
    std::vector<std::int64_t> heads;
    found_heads want;
    for (std::int32_t h = 1; h <= 5; ++h) {
      const auto head = static_cast<std::int64_t>(next_random(state) % static_cast<std::uint64_t>(commits));
      heads.push_back(name(head));
      for (const std::int64_t k : ancestors[head]) want.emplace(name(k), h);
    }
    EXPECT_EQ(walk(graph, heads), want);
  }
}

INSTANTIATE_TEST_SUITE_P(names, first_containing_random, testing::Values(1, 3, 1000003, 0x9e3779b97f4a7c15U));

TEST(first_containing, numbers_at_both_ends_of_the_range) {
  const std::int64_t least = INT64_MIN, most = INT64_MAX;
  EXPECT_EQ(walk({{least, most}, {most, 0}}, {least}), (found_heads{{least, 1}, {0, 1}, {most, 1}}));
}

TEST(first_containing, is_cancelled) {
  std::vector<std::int64_t> child(200000);
  for (std::size_t i = 0; i < child.size(); ++i) child[i] = static_cast<std::int64_t>(i);
  interrupt_pending = [] { return true; };
  EXPECT_THROW(first_containing(child, {child.data(), nullptr, child.size()}, {child.data(), nullptr, child.size()}),
               cancelled);
  interrupt_pending = nullptr;
}

}  // namespace
}  // namespace harmony::delivery
