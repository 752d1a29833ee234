// Networks against plain definitions on random graphs, and against figures in the literature.
#include "core/network/communities.hpp"
#include "core/network/paths.hpp"
#include "core/network/prestige.hpp"
#include "core/network/structure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <utility>

namespace harmony::network {
namespace {

struct row {
  int source, target;  // a negative target is NULL
  double weight = 1;
};
using rows = std::vector<row>;

edge_list list_of(const rows &all, bool weighted = false) {
  edge_list made(weighted);
  for (const row &r : all)
    if (r.target < 0)
      made.add_node(std::int64_t{r.source});
    else
      made.add_edge(std::int64_t{r.source}, std::int64_t{r.target}, r.weight);
  return made;
}

graph graph_of(const edge_list &list, bool directed) { return make_graph(list, list.nodes().ordered(), directed); }
graph graph_of(const rows &all, bool directed, bool weighted = false) {
  return graph_of(list_of(all, weighted), directed);
}

rows random_rows(std::mt19937 &random, int nodes, int edges) {
  rows all;
  for (int v = 0; v < nodes; ++v) all.push_back({v, -1});
  for (int k = 0; k < edges; ++k)
    all.push_back({static_cast<int>(random() % static_cast<unsigned>(nodes)),
                   static_cast<int>(random() % static_cast<unsigned>(nodes)), 1 + static_cast<double>(random() % 3)});
  return all;
}

// All shortest lengths and numbers of paths, by Floyd and Warshall: lengths are small whole numbers.
struct all_pairs {
  std::vector<std::vector<double>> length, paths;
};
all_pairs by_definition(const graph &g) {
  const double none = std::numeric_limits<double>::infinity();
  const std::size_t n = g.n;
  std::vector<std::vector<double>> edge(n, std::vector<double>(n, none));
  for (std::uint32_t v = 0; v < g.n; ++v)
    for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k) edge[v][g.out.node[k]] = g.out.weight_at(k);
  all_pairs made{edge, std::vector<std::vector<double>>(n, std::vector<double>(n, 0))};
  for (std::size_t v = 0; v < n; ++v) made.length[v][v] = 0;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        made.length[i][j] = std::min(made.length[i][j], made.length[i][k] + made.length[k][j]);
  for (std::size_t s = 0; s < n; ++s) {  // paths to the nearest first
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return made.length[s][a] < made.length[s][b]; });
    made.paths[s][s] = 1;
    for (const std::size_t w : order)
      for (std::size_t v = 0; v < n && w != s; ++v)
        if (std::isfinite(made.length[s][w]) && made.length[s][v] + edge[v][w] == made.length[s][w])
          made.paths[s][w] += made.paths[s][v];
  }
  return made;
}

void expect_paths(const graph &g) {
  const all_pairs all = by_definition(g);
  const std::vector<double> between = betweenness(g), close = closeness(g);
  for (std::uint32_t v = 0; v < g.n; ++v) {
    double through = 0, reached = 0, sum = 0;
    for (std::uint32_t s = 0; s < g.n; ++s) {
      if (s != v && std::isfinite(all.length[v][s])) {
        ++reached;
        sum += all.length[v][s];
      }
      for (std::uint32_t t = 0; t < g.n; ++t)
        if (s != v && t != v && s != t && std::isfinite(all.length[s][t]) &&
            all.length[s][v] + all.length[v][t] == all.length[s][t])
          through += all.paths[s][v] * all.paths[v][t] / all.paths[s][t];
    }
    EXPECT_NEAR(between[v], g.is_directed ? through : through / 2, 1e-9 * (1 + through));
    EXPECT_NEAR(close[v], reached == 0 ? 0 : reached / (g.n - 1) * reached / sum, 1e-12);
  }
}

TEST(Paths, AreThoseOfTheDefinition) {
  std::mt19937 random(1);
  for (int trial = 0; trial < 200; ++trial) {
    const int nodes = 1 + static_cast<int>(random() % 12);
    const rows all = random_rows(random, nodes, static_cast<int>(random() % 40));
    for (const bool directed : {false, true})
      for (const bool weighted : {false, true}) expect_paths(graph_of(all, directed, weighted));
  }
}

TEST(Paths, CountMoreThanADoubleHolds) {
  rows chain;  // 1,100 diamonds one after the other: 2^1100 shortest paths
  const int diamonds = 1100;
  for (int k = 0; k < diamonds; ++k)
    for (const int way : {1, 2}) {
      chain.push_back({3 * k, 3 * k + way});
      chain.push_back({3 * k + way, 3 * k + 3});
    }
  const std::vector<double> between = betweenness(graph_of(chain, true));
  const int middle = diamonds / 2;
  EXPECT_NEAR(between[static_cast<std::size_t>(3 * middle)], 3.0 * middle * 3.0 * (diamonds - middle), 1e-3);
}

TEST(Paths, TakeWeightsOfAnySize) {
  const double tiny = 5e-324, huge = 1e307;
  for (const double w : {tiny, huge}) {
    const graph g = graph_of({{0, 1, w}, {1, 2, w}}, false, true);
    EXPECT_EQ(betweenness(g)[1], 1);
  }
  EXPECT_NEAR(closeness(graph_of({{0, 1, huge}, {1, 2, huge}}, false, true))[1] * huge, 1, 1e-12);
  EXPECT_THROW(graph_of({{0, 1, 1e308}, {1, 2, 1e308}}, false, true), error);
}

TEST(Graph, MergesAndCounts) {
  const graph g = graph_of({{1, 2, .1}, {2, 1, .2}, {1, 2, .3}, {3, 3}, {4, -1}, {1, 1}}, false, true);
  EXPECT_EQ(g.n, 4U);
  EXPECT_EQ(g.edges, 1U);
  EXPECT_EQ(g.loops, 2);
  EXPECT_DOUBLE_EQ(g.out.weight[0], .6);
  EXPECT_EQ(graph_of({{1, 2}, {2, 1}, {1, 2}}, true).edges, 2U);
}

TEST(Graph, DoesNotDependOnTheOrderOfTheRows) {
  std::mt19937 random(2);
  rows all = random_rows(random, 40, 300);
  for (row &r : all) r.weight = 1e-3 + static_cast<double>(random()) / 7;
  const graph first = graph_of(all, true, true);
  for (int trial = 0; trial < 10; ++trial) {
    std::shuffle(all.begin(), all.end(), random);
    const std::size_t cut = random() % all.size();
    edge_list parts = list_of(rows(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(cut)), true);
    const edge_list rest = list_of(rows(all.begin() + static_cast<std::ptrdiff_t>(cut), all.end()), true);
    native_writer out;
    rest.serialize(out);
    native_reader in(out.bytes());
    parts.merge(edge_list::deserialize(in));
    in.finish();
    const graph g = graph_of(parts, true);
    EXPECT_EQ(g.out.node, first.out.node);
    EXPECT_EQ(g.out.weight, first.out.weight);  // to the last bit
    EXPECT_EQ(g.in.weight, first.in.weight);
  }
}

TEST(Graph, RefusesWeights) {
  edge_list list(true);
  for (const double w : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()})
    EXPECT_THROW(list.add_edge<std::string_view>("a", "b", w), error);
}

TEST(Graph, KeepsNamesAndNumbersApart) {
  edge_list names(false), numbers(false);
  for (const int k : {9, 10, -1, 9}) {
    names.add_edge<std::string_view>(std::to_string(k), "10");
    numbers.add_edge(std::int64_t{k}, std::int64_t{10});
  }
  EXPECT_EQ(names.loops(), 1);
  EXPECT_EQ(numbers.loops(), 1);
  const auto in_order = [](const edge_list &list) {
    std::string all;
    for (const std::uint32_t node : list.nodes().ordered()) all += list.nodes().name(node) + " ";
    return all;
  };
  EXPECT_EQ(in_order(names), "-1 10 9 ");
  EXPECT_EQ(in_order(numbers), "-1 9 10 ");
}

TEST(Graph, HasALimit) {
  edge_list list(false);
  for (std::size_t k = 0; k < most_edges; ++k) list.add_edge(std::int64_t{1}, std::int64_t{2});
  try {
    list.add_edge(std::int64_t{1}, std::int64_t{2});
    FAIL();
  } catch (const error &e) {
    EXPECT_EQ(std::string(e.sqlstate()), sqlstate::program_limit_exceeded);
  }
}

TEST(Structure, OfDegenerateNetworks) {
  const structure one = describe(graph_of({{1, -1}}, true));
  EXPECT_TRUE(std::isnan(one.density) && std::isnan(one.reciprocity) && std::isnan(one.transitivity));
  EXPECT_EQ(one.components, 1);
  const structure triangle = describe(graph_of({{1, 2}, {2, 3}, {3, 1}, {4, -1}}, true));
  EXPECT_EQ(triangle.transitivity, 1);
  EXPECT_EQ(triangle.reciprocity, 0);
  EXPECT_EQ(triangle.components, 2);
  EXPECT_EQ(triangle.largest_component, 3);
  EXPECT_EQ(triangle.component, (std::vector<std::int32_t>{1, 1, 1, 2}));
}

TEST(Prestige, OfDegenerateNetworks) {
  EXPECT_EQ(pagerank(graph_of({{1, 1}}, true)), std::vector<double>{1});
  EXPECT_EQ(eigenvector(graph_of({{1, -1}}, false)).value, std::vector<double>{1});
  const auto pair = eigenvector(graph_of({{1, -1}, {2, 3}}, false)).value;
  EXPECT_EQ(pair, (std::vector<double>{0, 1, 1}));
  const auto star = eigenvector(graph_of({{1, 2}, {1, 3}, {1, 4}, {1, 5}}, false)).value;
  EXPECT_NEAR(star[1], .5, 1e-12);
  const auto heavy = pagerank(graph_of({{1, 2, 1e-320}, {2, 1, 1e300}}, true, true));
  EXPECT_NEAR(heavy[0], .5, 1e-12);
}

TEST(Communities, OfDegenerateNetworks) {
  const communities_result alone = communities(graph_of({{1, -1}, {2, -1}}, false), 1, 1);
  EXPECT_EQ(alone.communities, 2);
  EXPECT_TRUE(std::isnan(alone.modularity));
  EXPECT_THROW(communities(graph_of({{1, 2}}, false), 1, std::nan("")), error);
  EXPECT_THROW(communities(graph_of({{1, 2}}, false), 1, -1), error);
  EXPECT_EQ(communities(graph_of({{1, 2}, {2, 3}, {3, 4}}, false), 1, 0).communities, 1);
}

// Modularity from its definition.
double modularity_of(const graph &g, const std::vector<std::int32_t> &community) {
  double m = 0, inside = 0;
  std::vector<double> strength(g.n + 1, 0);
  for (std::uint32_t v = 0; v < g.n; ++v)
    for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k) {
      m += g.out.weight_at(k) / 2;
      strength[static_cast<std::size_t>(community[v])] += g.out.weight_at(k);
      if (community[v] == community[g.out.node[k]]) inside += g.out.weight_at(k) / 2;
    }
  double q = inside / m;
  for (const double d : strength) q -= d / (2 * m) * d / (2 * m);
  return q;
}

TEST(Communities, AreNoWorseThanEveryPartition) {
  std::mt19937 random(3);
  for (int trial = 0; trial < 20; ++trial) {
    const graph g = graph_of(random_rows(random, 7, 12), false, true);
    if (g.edges == 0) continue;
    const communities_result found = communities(g, trial, 1);
    EXPECT_NEAR(found.modularity, modularity_of(g, found.community), 1e-12);
    double best = -1;
    std::vector<std::int32_t> label(g.n, 1);  // all restricted growth strings
    const auto walk = [&](const auto &self, std::size_t at, std::int32_t most) -> void {
      if (at == g.n) {
        best = std::max(best, modularity_of(g, label));
        return;
      }
      for (label[at] = 1; label[at] <= most + 1; ++label[at]) self(self, at + 1, std::max(most, label[at]));
    };
    walk(walk, 0, 0);
    EXPECT_NEAR(found.modularity, best, 1e-12);
  }
}

bool is_pending() { return true; }

TEST(Loops, AnswerACancel) {
  std::mt19937 random(4);
  const graph g = graph_of(random_rows(random, 2000, 20000), false);
  interrupt_pending = is_pending;
  EXPECT_THROW(betweenness(g), cancelled);
  EXPECT_THROW(closeness(g), cancelled);
  EXPECT_THROW(communities(g, 1, 1), cancelled);
  interrupt_pending = nullptr;
}

}  // namespace
}  // namespace harmony::network
