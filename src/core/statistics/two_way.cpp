#include "core/statistics/two_way.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace harmony::statistics {

namespace {

constexpr std::size_t most_factor_levels = 1000;
constexpr double rounding_share = 1e-26;  // of the cells' sum of squares: what is left of effects that are not there

// The cells, with the means as deviations from the grand mean.
struct cell_layout {
  std::size_t rows = 0, cols = 0;
  std::vector<std::size_t> row, col;  // of each cell
  Eigen::VectorXd n, deviation;       // of each cell
  Eigen::VectorXd row_n, col_n, row_mean, col_mean;
};

std::map<std::string_view, std::size_t> places_of(const std::vector<std::string_view> &levels) {
  std::map<std::string_view, std::size_t> out;
  for (std::size_t i = 0; i < levels.size(); ++i) out[levels[i]] = i;
  return out;
}

Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

cell_layout lay_out(const std::vector<table_entry> &entries, const std::vector<std::string_view> &a,
                    const std::vector<std::string_view> &b) {
  cell_layout out;
  out.rows = a.size();
  out.cols = b.size();
  out.n.resize(index(entries.size()));
  out.deviation.resize(index(entries.size()));
  const double origin = entries.front().values.shift;
  double_double sum;
  double n = 0.0;
  std::vector<double_double> means;
  for (const table_entry &entry : entries) {
    const double_double mean = entry.values.mean() - origin;
    means.push_back(mean);
    sum += mean * static_cast<double>(entry.values.n);
    n += static_cast<double>(entry.values.n);
  }
  const double_double grand = sum / n;
  const auto row = places_of(a), col = places_of(b);
  out.row_n = out.row_mean = Eigen::VectorXd::Zero(index(out.rows));
  out.col_n = out.col_mean = Eigen::VectorXd::Zero(index(out.cols));
  for (std::size_t k = 0; k < entries.size(); ++k) {
    out.row.push_back(row.at(entries[k].parts[0]));
    out.col.push_back(col.at(entries[k].parts[1]));
    const double weight = static_cast<double>(entries[k].values.n), off = static_cast<double>(means[k] - grand);
    out.n[index(k)] = weight;
    out.deviation[index(k)] = off;
    out.row_n[index(out.row[k])] += weight;
    out.col_n[index(out.col[k])] += weight;
    out.row_mean[index(out.row[k])] += weight * off;
    out.col_mean[index(out.col[k])] += weight * off;
  }
  out.row_mean = out.row_mean.cwiseQuotient(out.row_n);
  out.col_mean = out.col_mean.cwiseQuotient(out.col_n);
  return out;
}

cell_layout transposed_cells(const cell_layout &of) {
  cell_layout out = of;
  std::swap(out.rows, out.cols);
  std::swap(out.row, out.col);
  std::swap(out.row_n, out.col_n);
  std::swap(out.row_mean, out.col_mean);
  return out;
}

// What the columns' effects add to the rows' in the additive model.
struct added_effects {
  double ss = 0.0;
  int rank = 0;
  double interaction = 0.0;  // what the additive model leaves of the cells' means
};

added_effects columns_given_rows(const cell_layout &cells) {
  Eigen::MatrixXd normal = cells.col_n.asDiagonal();
  Eigen::VectorXd score = cells.col_n.cwiseProduct(cells.col_mean);
  std::vector<std::vector<std::size_t>> of_row(cells.rows);
  for (std::size_t k = 0; k < cells.row.size(); ++k) of_row[cells.row[k]].push_back(k);
  for (std::size_t i = 0; i < cells.rows; ++i) {
    poll_interrupt();
    for (const std::size_t k : of_row[i]) {
      const double share = cells.n[index(k)] / cells.row_n[index(i)];
      score[index(cells.col[k])] -= cells.n[index(k)] * cells.row_mean[index(i)];
      for (const std::size_t l : of_row[i])
        normal(index(cells.col[k]), index(cells.col[l])) -= share * cells.n[index(l)];
    }
  }
  const Eigen::VectorXd scale = cells.col_n.cwiseSqrt().cwiseInverse();
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
  solver.setThreshold(1e-10);
  solver.compute(scale.asDiagonal() * normal * scale.asDiagonal());
  const Eigen::VectorXd effect = scale.cwiseProduct(solver.solve(scale.cwiseProduct(score)));
  added_effects out;
  out.rank = static_cast<int>(solver.rank());
  out.ss = std::max(0.0, effect.dot(score));
  Eigen::VectorXd row_effect = cells.row_mean;
  for (std::size_t k = 0; k < cells.row.size(); ++k)
    row_effect[index(cells.row[k])] -=
        cells.n[index(k)] / cells.row_n[index(cells.row[k])] * effect[index(cells.col[k])];
  for (std::size_t k = 0; k < cells.row.size(); ++k) {
    const double rest = cells.deviation[index(k)] - row_effect[index(cells.row[k])] - effect[index(cells.col[k])];
    out.interaction += cells.n[index(k)] * rest * rest;
  }
  return out;
}

// The rows' sum of squares of type III: every cell has values.
double unweighted_rows(const cell_layout &cells) {
  Eigen::VectorXd mean = Eigen::VectorXd::Zero(index(cells.rows)), variance = mean;
  const auto cols = static_cast<double>(cells.cols);
  for (std::size_t k = 0; k < cells.row.size(); ++k) {
    mean[index(cells.row[k])] += cells.deviation[index(k)] / cols;
    variance[index(cells.row[k])] += 1.0 / cells.n[index(k)] / (cols * cols);
  }
  const Eigen::VectorXd weight = variance.cwiseInverse();
  const double middle = weight.dot(mean) / weight.sum();
  return (weight.array() * (mean.array() - middle).square()).sum();
}

struct cell_error {
  double ss, df;
};

void test_term(double ss, int df, const cell_error &error_of, double &f, double &p) {
  if (std::isnan(ss) || df < 1 || !(error_of.df > 0.0) || !(ss + error_of.ss > 0.0)) return;
  f = ss / df / (error_of.ss / error_of.df);
  p = f_upper(f, df, error_of.df);
}

// df_2: of type II, which cells that are not connected make smaller.
two_way_term make_term(const char *name, int df, int df_2, const double (&ss)[3], const cell_error &error_of) {
  two_way_term out;
  out.term = name;
  out.df = df;
  out.ss_1 = ss[0];
  out.ss_2 = ss[1];
  out.ss_3 = ss[2];
  test_term(ss[0], df, error_of, out.f_1, out.p_1);
  test_term(ss[1], df_2, error_of, out.f_2, out.p_2);
  test_term(ss[2], df, error_of, out.f_3, out.p_3);
  if (ss[2] + error_of.ss > 0.0) out.partial_eta_squared = ss[2] / (ss[2] + error_of.ss);
  return out;
}

// In the order of the levels.
void describe_cells(const std::vector<table_entry> &entries, const cell_layout &cells, two_way_result &r) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return cells.row[i] != cells.row[j] ? cells.row[i] < cells.row[j] : cells.col[i] < cells.col[j];
  });
  for (const std::size_t k : order) {
    const table_entry &entry = entries[k];
    r.cell_stats.push_back(
        {entry.parts[0], entry.parts[1], entry.values.n, static_cast<double>(entry.values.mean()), entry.values.sd()});
  }
}

}  // namespace

two_way_result anova_two_way(const table_header *state) {
  table_expect(state, table_shape::cells);
  two_way_result r;
  r.n_skipped = state->n_skipped;
  const std::vector<table_entry> entries = table_entries(state);
  if (entries.empty()) {
    r.warnings.push_back("there are no rows");
    return r;
  }
  const auto a = part_levels(entries, 0, (state->numeric & 1) != 0);
  const auto b = part_levels(entries, 1, (state->numeric & 2) != 0);
  if (a.size() > most_factor_levels || b.size() > most_factor_levels)
    throw error(sqlstate::program_limit_exceeded, "too many levels", "A factor may have at most 1000.");
  double_double ss;
  for (const table_entry &entry : entries) {
    r.n += entry.values.n;
    ss += entry.values.deviations();
  }
  r.cells = static_cast<std::int32_t>(entries.size());
  r.empty_cells = static_cast<std::int32_t>(a.size() * b.size() - entries.size());
  r.df_within = r.n - r.cells;
  r.ss_within = static_cast<double>(ss);
  if (r.df_within > 0) r.ms_within = r.ss_within / static_cast<double>(r.df_within);
  const cell_layout by_a = lay_out(entries, a, b), by_b = transposed_cells(by_a);
  const double only_a = by_a.row_n.dot(by_a.row_mean.cwiseAbs2());
  const added_effects b_after_a = columns_given_rows(by_a), a_after_b = columns_given_rows(by_b);
  const double total = by_a.n.dot(by_a.deviation.cwiseAbs2());
  if (!std::isfinite(total + r.ss_within + only_a + b_after_a.ss + a_after_b.ss))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  if (total < 0x1p-900 && by_a.deviation.cwiseAbs().maxCoeff() > 0.0)
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: underflow");
  const auto counted = [&](double x) { return x > rounding_share * total ? x : 0.0; };
  const bool full = r.empty_cells == 0;
  const cell_error error_of{r.ss_within, static_cast<double>(r.df_within)};
  const int df_a = static_cast<int>(a.size()) - 1, df_ab = r.cells - 1 - df_a - b_after_a.rank;
  const double ab = df_ab > 0 ? counted(b_after_a.interaction) : 0.0, b_ss = counted(b_after_a.ss);
  const double a_3 = full ? counted(unweighted_rows(by_a)) : missing;
  const double b_3 = full ? counted(unweighted_rows(by_b)) : missing;
  r.terms = {make_term("a", df_a, a_after_b.rank, {counted(only_a), counted(a_after_b.ss), a_3}, error_of),
             make_term("b", b_after_a.rank, b_after_a.rank, {b_ss, b_ss, b_3}, error_of),
             make_term("a:b", df_ab, df_ab, {ab, ab, full ? ab : missing}, error_of)};
  if (!full)
    r.warnings.push_back(std::to_string(r.empty_cells) + " of " + std::to_string(a.size() * b.size()) +
                         " cells have no values: sums of squares of type III are not defined");
  describe_cells(entries, by_a, r);
  return r;
}

}  // namespace harmony::statistics
