#include "core/network/paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace harmony::network {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();
constexpr double tie = 1e-12;

// From one source over all edges of length 1.
class breadth_first {
 public:
  explicit breadth_first(const adjacency &rows, std::uint32_t n) : rows_(rows), distance_(n, unseen), order_(n) {}

  void search(std::uint32_t source) {
    for (std::uint32_t k = 0; k < reached_; ++k) distance_[order_[k]] = unseen;
    reached_ = 1;
    order_[0] = source;
    distance_[source] = 0;
    for (std::uint32_t k = 0; k < reached_; ++k) {
      const std::uint32_t v = order_[k], next = distance_[v] + 1;
      poll_.made(1 + rows_.degree(v));
      for (std::uint32_t i = rows_.first[v]; i < rows_.first[v + 1]; ++i) {
        const std::uint32_t w = rows_.node[i];
        if (distance_[w] != unseen) continue;
        distance_[w] = next;
        order_[reached_++] = w;
      }
    }
  }
  std::uint32_t reached() const { return reached_; }
  std::uint32_t at(std::uint32_t k) const { return order_[k]; }
  double distance(std::uint32_t v) const { return distance_[v]; }
  // Calls visit(w) of each node that a shortest path goes on to from v.
  template <class Visit>
  void onwards(std::uint32_t v, Visit visit) {
    const std::uint32_t next = distance_[v] + 1;
    poll_.made(1 + rows_.degree(v));
    for (std::uint32_t i = rows_.first[v]; i < rows_.first[v + 1]; ++i)
      if (distance_[rows_.node[i]] == next) visit(rows_.node[i]);
  }

 private:
  static constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

  const adjacency &rows_;
  std::vector<std::uint32_t> distance_, order_;
  std::uint32_t reached_ = 0;
  step_poll poll_;
};

// From one source over edges of any lengths (Dijkstra 1959).
class by_length {
 public:
  explicit by_length(const adjacency &rows, std::uint32_t n) : rows_(rows), distance_(n, far), rank_(n, 0), order_(n) {}

  void search(std::uint32_t source) {
    std::fill(distance_.begin(), distance_.end(), far);
    std::fill(rank_.begin(), rank_.end(), 0U);
    poll_.made(distance_.size());
    reached_ = 0;
    distance_[source] = 0;
    push(0, source);
    while (!waiting_.empty()) {
      const auto [d, v] = waiting_.front();
      std::pop_heap(waiting_.begin(), waiting_.end(), later);
      waiting_.pop_back();
      if (rank_[v] != 0 || d > distance_[v]) continue;
      order_[reached_] = v;
      rank_[v] = ++reached_;
      poll_.made(16 * (1 + std::size_t{rows_.degree(v)}));
      for (std::uint32_t i = rows_.first[v]; i < rows_.first[v + 1]; ++i) {
        const std::uint32_t w = rows_.node[i];
        const double through = d + rows_.weight[i];
        if (rank_[w] != 0 || through >= distance_[w]) continue;
        distance_[w] = through;
        push(through, w);
      }
    }
  }
  std::uint32_t reached() const { return reached_; }
  std::uint32_t at(std::uint32_t k) const { return order_[k]; }
  double distance(std::uint32_t v) const { return distance_[v]; }
  template <class Visit>
  void onwards(std::uint32_t v, Visit visit) {
    poll_.made(1 + rows_.degree(v));
    for (std::uint32_t i = rows_.first[v]; i < rows_.first[v + 1]; ++i) {
      const std::uint32_t w = rows_.node[i];
      if (rank_[w] > rank_[v] && distance_[v] + rows_.weight[i] <= distance_[w] * (1 + tie)) visit(w);
    }
  }

 private:
  using entry = std::pair<double, std::uint32_t>;
  static bool later(const entry &a, const entry &b) { return a > b; }
  void push(double d, std::uint32_t v) {
    waiting_.emplace_back(d, v);
    std::push_heap(waiting_.begin(), waiting_.end(), later);
  }

  const adjacency &rows_;
  std::vector<double> distance_;
  std::vector<std::uint32_t> rank_, order_;  // rank: the place among the nodes reached, from 1
  std::vector<entry> waiting_;
  std::uint32_t reached_ = 0;
  step_poll poll_;
};

// Counts of paths as a Count; false where one is beyond it.
template <class Count, class Search>
bool add_betweenness(const graph &g, std::vector<double> &sum) {
  Search search(g.out, g.n);
  std::vector<Count> paths(g.n), share(g.n);
  std::vector<double> passing(g.n);
  for (std::uint32_t source = 0; source < g.n; ++source) {
    search.search(source);
    const std::uint32_t reached = search.reached();
    for (std::uint32_t k = 0; k < reached; ++k) paths[search.at(k)] = 0;
    paths[source] = 1;
    Count most = 1;
    for (std::uint32_t k = 0; k < reached; ++k) {
      const std::uint32_t v = search.at(k);
      most = std::max(most, paths[v]);
      search.onwards(v, [&](std::uint32_t w) { paths[w] += paths[v]; });
    }
    if (!std::isfinite(most)) return false;
    for (std::uint32_t k = reached; k-- > 1;) {
      const std::uint32_t v = search.at(k);
      Count through = 0;
      search.onwards(v, [&](std::uint32_t w) { through += share[w]; });
      const Count passes = paths[v] * through;
      share[v] = (1 + passes) / paths[v];
      passing[v] = static_cast<double>(passes);
    }
    for (std::uint32_t k = 1; k < reached; ++k) sum[search.at(k)] += passing[search.at(k)];
  }
  return true;
}

template <class Search>
std::vector<double> betweenness_by(const graph &g) {
  std::vector<double> sum(g.n, 0);
  if (!add_betweenness<double, Search>(g, sum)) {
    sum.assign(g.n, 0);
    if (!add_betweenness<long double, Search>(g, sum))
      throw error(sqlstate::numeric_value_out_of_range, "too many shortest paths between two nodes");
  }
  if (!g.is_directed)
    for (double &value : sum) value /= 2;
  return sum;
}

template <class Search>
std::vector<double> closeness_by(const graph &g) {
  Search search(g.out, g.n);
  std::vector<double> value(g.n, 0);
  for (std::uint32_t source = 0; source < g.n; ++source) {
    search.search(source);
    const double others = search.reached() - 1;
    if (others == 0) continue;
    // The mean, so that no sum is out of range.
    double mean = 0;
    for (std::uint32_t k = 1; k <= search.reached() - 1; ++k) mean += search.distance(search.at(k)) / others;
    value[source] = others / (g.n - 1.0) / mean;
  }
  return value;
}

}  // namespace

std::vector<double> betweenness(const graph &g) {
  return g.out.weight.empty() ? betweenness_by<breadth_first>(g) : betweenness_by<by_length>(g);
}

std::vector<double> closeness(const graph &g) {
  return g.out.weight.empty() ? closeness_by<breadth_first>(g) : closeness_by<by_length>(g);
}

}  // namespace harmony::network
