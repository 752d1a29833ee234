// What is told of a fitted Cox model row by row: score residuals by cluster, and the order of the hazards.
#include "core/statistics/cox.risk_sets.hpp"

#include "core/base/sort_polling.hpp"
#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

// How many there are of ranks 0 … n - 1, and below each (Fenwick 1994).
class rank_counts {
 public:
  explicit rank_counts(std::size_t n) : counts_(n, 0), sums_(n + 1, 0) {}
  void add(std::uint32_t rank, int count) {
    total_ += count;
    counts_[rank] += count;
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i] += count;
  }
  int at(std::uint32_t rank) const { return counts_[rank]; }
  int below(std::uint32_t rank) const {
    int out = 0;
    for (std::size_t i = rank; i > 0; i &= i - 1) out += sums_[i];
    return out;
  }
  int total() const { return total_; }

 private:
  std::vector<int> counts_, sums_;
  int total_ = 0;
};

// The rank of every value among the distinct ones; how many these are.
std::size_t set_ranks(const std::vector<double> &values, std::vector<std::uint32_t> *ranks) {
  struct placed {
    double value;
    std::uint32_t place;
  };
  std::vector<placed> sorted(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) sorted[i] = {values[i], static_cast<std::uint32_t>(i)};
  sort_polling(sorted, [](const placed &a, const placed &b) { return a.value < b.value; });
  ranks->resize(values.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].value > sorted[i - 1].value) ++rank;
    (*ranks)[sorted[i].place] = rank;
  }
  return sorted.empty() ? 0 : rank + 1;
}

// Of an event time, for rows at risk that do not die: the sum of 1/Z and of x̄/Z over the ties, and the same weighted
// for those who die, with the mean of x̄.
struct time_terms {
  double rest, dying;
  vector rest_mean, dying_mean, mean;
};

}  // namespace

matrix clustered_scores(const risk_sets &sets, const std::vector<double> &weights, const row_blocks &rows,
                        std::size_t clusters) {
  const Index m = sets.predictors();
  std::vector<time_terms> terms(sets.times());
  weighted_products dying(sets, weights);
  sets.each_event_time(weighted_products(sets, weights), [&](std::size_t k, const weighted_products &rest) {
    const auto [from, to] = sets.deaths(k);
    std::fill(dying.sums.begin(), dying.sums.end(), 0.0);
    for (std::size_t i = from; i < to; ++i) dying.add(i);
    const tied_sums t(rest.weight(), dying.weight(), to - from);
    vector r(m), e(m);
    for (Index j = 0; j < m; ++j) {
      r[j] = rest.moment(static_cast<int>(j)) / t.total;
      e[j] = dying.moment(static_cast<int>(j)) / t.total;
    }
    terms[k] = {t.inverse / t.total, t.share / t.total, (t.inverse_square * r + t.share_inverse * e) / t.total,
                (t.share_inverse * r + t.share_square * e) / t.total,
                (t.inverse * r + t.share * e) / static_cast<double>(to - from)};
  });
  for (std::size_t k = 1; k < terms.size(); ++k) {  // sums over the times so far
    terms[k].rest += terms[k - 1].rest;
    terms[k].rest_mean += terms[k - 1].rest_mean;
  }
  std::vector<std::uint32_t> cluster_of(static_cast<std::size_t>(rows.rows()));
  std::size_t at = 0;
  for (std::size_t b = 0; b < rows.blocks(); ++b)
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i)
      cluster_of[at++] = static_cast<std::uint32_t>(rows[b].column(0)[i]);
  matrix scores = matrix::Zero(m, static_cast<Index>(clusters));
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (i % 4096 == 0) poll_interrupt();
    const Eigen::Map<const vector> x(sets.row(i) + 1, m);
    auto score = scores.col(static_cast<Index>(cluster_of[sets.source(i)]));
    const std::size_t last = sets.last(i);
    if (last > 0) score -= weights[i] * (terms[last - 1].rest * x - terms[last - 1].rest_mean);
    if (last < sets.times() && i >= sets.deaths(last).first && i < sets.deaths(last).second)
      score += x - terms[last].mean - weights[i] * (terms[last].dying * x - terms[last].dying_mean);
  }
  return scores * scores.transpose();
}

double concordance(const risk_sets &sets, const std::vector<double> &predictors) {
  std::vector<std::uint32_t> ranks, late;
  rank_counts at_risk(set_ranks(predictors, &ranks));
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (sets.first(i) > 0) late.push_back(static_cast<std::uint32_t>(i));
  sort_polling(late, [&](std::uint32_t a, std::uint32_t b) { return sets.first(a) > sets.first(b); });
  std::size_t added = 0, removed = 0;
  double pairs = 0.0, agreeing = 0.0;
  for (std::size_t k = sets.times(); k-- > 0;) {
    if (k % 1024 == 0) poll_interrupt();
    for (; added < sets.size() && sets.last(added) > k; ++added) at_risk.add(ranks[added], 1);
    for (; removed < late.size() && sets.first(late[removed]) > k; ++removed) at_risk.add(ranks[late[removed]], -1);
    for (std::size_t i = sets.deaths(k).first; i < sets.deaths(k).second; ++i) {
      pairs += at_risk.total();
      agreeing += at_risk.below(ranks[i]) + 0.5 * at_risk.at(ranks[i]);
    }
  }
  return pairs > 0.0 ? agreeing / pairs : missing;
}

}  // namespace harmony::statistics
