// Who is at risk at which event time. Internal to cox.*.
#pragma once

#include "core/base/interrupt.hpp"
#include "core/statistics/design.hpp"
#include "core/statistics/glm.solver.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace harmony::statistics {

/// Where a row has what: predictors from column `x` to the last.
struct cox_columns {
  int start, time, event, x;  // start: -1 where everybody is at risk from the beginning
};

/// Errors: 22023 for a time below 0, NaN or infinity, an event other than 0 and 1, start >= stop.
void check_cox_rows(const row_blocks &rows, cox_columns where);

/// A predictor that takes part, standardised as (x - shift) scale.
struct risk_column {
  int index;
  double shift, scale;
};

/// The rows that are at risk at an event time at least, those with the latest ends first, the dying before the
/// censored. Event times are numbered 0, 1, ….
class risk_sets {
 public:
  risk_sets(const row_blocks &rows, cox_columns where, std::vector<risk_column> columns);

  const std::vector<risk_column> &columns() const { return columns_; }
  int predictors() const { return static_cast<int>(columns_.size()); }
  std::size_t size() const { return last_.size(); }
  std::size_t times() const { return deaths_.size(); }
  std::int64_t events() const { return events_; }

  /// 1, then the standardised predictors.
  const double *row(std::size_t i) const { return values_.get() + i * (columns_.size() + 1); }
  /// A row is at risk without dying at the event times first <= k < last; one that dies, dies at `last`.
  std::uint32_t first(std::size_t i) const { return is_nested_ ? 0 : first_[i]; }
  std::uint32_t last(std::size_t i) const { return last_[i]; }
  /// The rows that die at an event time: from, to.
  const std::pair<std::uint32_t, std::uint32_t> &deaths(std::size_t k) const { return deaths_[k]; }
  /// Where a row came from, in the order of the blocks.
  std::uint32_t source(std::size_t i) const { return source_[i]; }

  /// x'b of every row.
  std::vector<double> linear_predictors(const Eigen::VectorXd &b) const;
  void set_linear_predictors(const Eigen::VectorXd &b, std::vector<double> *to) const;

  /// Calls visit(k, set) for every event time, the last first, where set.add(i) was called for every row at risk that
  /// does not die then. Nothing is ever taken out of a set: where rows come late, times are halved again and again, and
  /// a row is added to the halves that it covers whole.
  template <class Set, class Visit>
  void each_event_time(Set set, Visit &&visit) const {
    if (is_nested_) {
      std::size_t i = 0;
      for (std::size_t k = times(); k-- > 0;) {
        for (; i < size() && last_[i] > k; ++i) {
          if (i % 4096 == 0) poll_interrupt();
          set.add(i);
        }
        if (k % 4096 == 0) poll_interrupt();
        visit(k, set);
      }
    } else if (times() > 0) {
      std::vector<std::uint32_t> all(size());
      for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
      each_of_half(0, times(), std::move(all), std::move(set), visit);
    }
  }

 private:
  template <class Set, class Visit>
  void each_of_half(std::size_t from, std::size_t to, std::vector<std::uint32_t> rows, Set set, Visit &&visit) const {
    poll_interrupt();
    const std::size_t middle = from + (to - from) / 2;
    std::vector<std::uint32_t> early, late;
    for (const std::uint32_t i : rows) {
      if (first_[i] <= from && last_[i] >= to) {
        set.add(i);
        continue;
      }
      if (first_[i] < middle && last_[i] > from) early.push_back(i);
      if (first_[i] < to && last_[i] > middle) late.push_back(i);
    }
    if (to - from == 1) return visit(from, set);
    std::vector<std::uint32_t>().swap(rows);
    each_of_half(middle, to, std::move(late), set, visit);
    each_of_half(from, middle, std::move(early), std::move(set), visit);
  }

  std::vector<risk_column> columns_;
  bool is_nested_;
  std::int64_t events_ = 0;
  std::unique_ptr<double[]> values_;
  std::vector<std::uint32_t> first_, last_, source_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> deaths_;
};

/// Sums of the lower triangle of z z' with weights, z = (1, x): of a risk set, or of those who die.
struct weighted_products {
  const risk_sets *sets;
  const double *weights;
  std::vector<double> sums;

  weighted_products(const risk_sets &of, const std::vector<double> &w)
      : sets(&of),
        weights(w.data()),
        sums(static_cast<std::size_t>((of.predictors() + 1) * (of.predictors() + 2) / 2)) {}
  void add(std::size_t i) {
    const double *z = sets->row(i), w = weights[i];
    double *to = sums.data();
    for (int a = 0; a <= sets->predictors(); ++a) {
      const double wa = w * z[a];
      for (int b = 0; b <= a; ++b) *to++ += wa * z[b];
    }
  }
  double weight() const { return sums[0]; }
  double moment(int a) const { return sums[static_cast<std::size_t>((a + 1) * (a + 2) / 2)]; }  // of predictor a
};

/// Efron's denominators of the d deaths of an event time, Z_l = R + g E with g = 1, (d - 1)/d, …, 1/d, over
/// total = R + E: the sums over l that everything else is made of.
struct tied_sums {
  double total;
  double inverse = 0, share = 0;                                   // Σ 1/Z, Σ g/Z
  double inverse_square = 0, share_inverse = 0, share_square = 0;  // Σ 1/Z², Σ g/Z², Σ g²/Z²
  double logarithms;                                               // Σ log Z, of Z as it is

  tied_sums(double at_risk, double dying, std::uint32_t deaths);
};

/// Whether moving along d for ever never lowers the likelihood; *d is that direction then.
bool find_monotone(const risk_sets &sets, Eigen::VectorXd *d);

/// The share of pairs, of which one is known to have died first, whose hazards are in that order; ties count half.
double concordance(const risk_sets &sets, const std::vector<double> &predictors);

/// Σ over clusters of (Σ score residuals)(…)', at weights exp(x'b) of any common factor.
Eigen::MatrixXd clustered_scores(const risk_sets &sets, const std::vector<double> &weights, const row_blocks &rows,
                                 std::size_t clusters);

}  // namespace harmony::statistics
