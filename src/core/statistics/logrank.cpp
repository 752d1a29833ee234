#include "core/statistics/logrank.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/sort_polling.hpp"
#include "core/statistics/distributions.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>

namespace harmony::statistics {

void check_time(double time) {
  check_value(time, "time");
  if (time < 0.0) throw error(sqlstate::invalid_parameter_value, "time must not be negative");
}

namespace {

constexpr std::size_t most_risk_groups = 1000;

struct timed_count {
  double time;
  bool event;
  std::size_t group;
  std::int64_t count;
};

// The counts in descending order of time.
std::vector<timed_count> timed_counts(const std::vector<table_entry> &entries,
                                      const std::vector<std::string_view> &groups) {
  std::map<std::string_view, std::size_t> place;
  for (std::size_t g = 0; g < groups.size(); ++g) place[groups[g]] = g;
  std::vector<timed_count> out;
  out.reserve(entries.size());
  for (const table_entry &entry : entries)
    out.push_back({part_number(entry.parts[0]), entry.parts[1] == "1", place[entry.parts[2]], entry.count});
  sort_polling(out, [](const timed_count &a, const timed_count &b) { return a.time > b.time; });
  return out;
}

struct risk_sums {
  Eigen::VectorXd at_risk, observed, expected;
  Eigen::MatrixXd variance;

  explicit risk_sums(std::size_t groups) {
    const auto k = static_cast<Eigen::Index>(groups);
    at_risk = observed = expected = Eigen::VectorXd::Zero(k);
    variance = Eigen::MatrixXd::Zero(k, k);
  }

  // The events of one time, those at risk counted in.
  void add(double events) {
    if (!(events > 0.0)) return;
    const double n = at_risk.sum();
    const Eigen::VectorXd share = at_risk / n;
    expected += events * share;
    if (!(n > 1.0)) return;
    const double factor = events * (n - events) / (n - 1.0);
    variance.noalias() -= factor * share * share.transpose();
    variance.diagonal() += factor * share;
  }
};

void test_groups(const risk_sums &sums, logrank_result &r) {
  std::vector<Eigen::Index> used;
  for (Eigen::Index g = 0; g < sums.expected.size(); ++g)
    if (sums.expected[g] > 0.0) used.push_back(g);
  if (used.size() < 2) return;
  used.pop_back();  // one group follows from the others
  const auto df = static_cast<Eigen::Index>(used.size());
  Eigen::VectorXd off(df);
  Eigen::MatrixXd variance(df, df);
  for (Eigen::Index i = 0; i < df; ++i) {
    const Eigen::Index g = used[static_cast<std::size_t>(i)];
    off[i] = sums.observed[g] - sums.expected[g];
    for (Eigen::Index j = 0; j < df; ++j) variance(i, j) = sums.variance(g, used[static_cast<std::size_t>(j)]);
  }
  if (!(variance.diagonal().maxCoeff() > 0.0)) return;
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
  solver.setThreshold(1e-12);
  solver.compute(variance);
  r.df = static_cast<std::int32_t>(df);
  r.chi2 = std::max(0.0, off.dot(solver.solve(off)));
  r.p = chi2_upper(r.chi2, static_cast<double>(df));
}

}  // namespace

logrank_result logrank(const table_header *state) {
  table_expect(state, table_shape::times);
  const std::vector<table_entry> entries = table_entries(state);
  const auto groups = part_levels(entries, 2, (state->numeric & 4) != 0);
  if (groups.size() > most_risk_groups)
    throw error(sqlstate::program_limit_exceeded, "too many groups", "There may be at most 1000.");
  logrank_result r;
  r.k = static_cast<std::int32_t>(groups.size());
  for (const std::string_view group : groups) r.groups.push_back({group});
  risk_sums sums(groups.size());
  const std::vector<timed_count> counts = timed_counts(entries, groups);
  for (std::size_t i = 0; i < counts.size();) {
    poll_interrupt();
    const double time = counts[i].time;
    double events = 0.0;
    for (; i < counts.size() && counts[i].time == time; ++i) {
      const auto count = static_cast<double>(counts[i].count);
      const auto g = static_cast<Eigen::Index>(counts[i].group);
      sums.at_risk[g] += count;
      r.groups[counts[i].group].n += counts[i].count;
      r.n += counts[i].count;
      if (!counts[i].event) continue;
      sums.observed[g] += count;
      events += count;
    }
    sums.add(events);
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    r.groups[g].observed = sums.observed[static_cast<Eigen::Index>(g)];
    r.groups[g].expected = sums.expected[static_cast<Eigen::Index>(g)];
  }
  test_groups(sums, r);
  return r;
}

}  // namespace harmony::statistics
