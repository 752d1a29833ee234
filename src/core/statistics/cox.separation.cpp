// Whether the partial likelihood has no maximum: a direction along which no event ever falls behind those at risk.
#include "core/statistics/cox.risk_sets.hpp"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <limits>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double near_leader = 1e-4;     // of the largest movement: the pair hardly moves
constexpr double staying_space = 1e-12;  // of the largest eigenvalue
constexpr double leading_noise = 1e-9;   // of the largest movement
constexpr double beyond = std::numeric_limits<double>::infinity();

// Of rows, the least and the largest movement along a direction.
struct movement_range {
  const std::vector<double> *along;
  double least = beyond, most = -beyond;

  void add(std::size_t i) {
    least = std::min(least, (*along)[i]);
    most = std::max(most, (*along)[i]);
  }
};

// Of rows, those that move along a direction as far as any but for `band`: the squares of their differences from one of
// them, and how far they and the others move along another direction.
struct leading_rows {
  const risk_sets *sets;
  const std::vector<double> *along, *other;
  double band;
  matrix differences;
  double most = -beyond;
  std::size_t leader = 0;
  double leading = -beyond, behind = -beyond, least = beyond;  // along the other direction

  void add(std::size_t i) {
    const double s = (*along)[i], moved = (*other)[i];
    least = std::min(least, moved);
    if (s < most - band) {
      behind = std::max(behind, moved);
    } else if (s > most + band) {
      behind = std::max(behind, leading);
      leading = moved;
      leader = i;
      most = s;
      differences.setZero();
    } else {
      const Index m = differences.rows();
      const Eigen::Map<const vector> x(sets->row(i) + 1, m), from(sets->row(leader) + 1, m);
      differences += (x - from) * (x - from).transpose();
      leading = std::max(leading, moved);
      most = std::max(most, s);
    }
  }
};

double largest_movement(const risk_sets &sets, const std::vector<double> &along) {
  double out = 0.0;
  sets.each_event_time(movement_range{&along}, [&](std::size_t k, movement_range all) {
    const auto [from, to] = sets.deaths(k);
    for (std::size_t i = from; i < to; ++i) all.add(i);
    for (std::size_t i = from; i < to; ++i) out = std::max({out, along[i] - all.least, all.most - along[i]});
  });
  return out;
}

// Calls visit(k, rows at risk, the dying among them) for every event time.
template <class Visit>
void each_leading(const risk_sets &sets, const std::vector<double> &along, const std::vector<double> &other,
                  double band, Visit &&visit) {
  const Index m = sets.predictors();
  const leading_rows none{&sets, &along, &other, band, matrix::Zero(m, m)};
  sets.each_event_time(none, [&](std::size_t k, leading_rows &set) {
    leading_rows all = set;
    for (std::size_t i = sets.deaths(k).first; i < sets.deaths(k).second; ++i) all.add(i);
    set.differences.setZero();  // counted once
    visit(k, all);
  });
}

}  // namespace

bool find_monotone(const risk_sets &sets, vector *d) {
  const Index m = sets.predictors();
  const std::vector<double> along = sets.linear_predictors(*d);
  const double largest = largest_movement(sets, along), band = near_leader * largest;
  if (!(largest > 0.0)) return false;
  matrix staying = matrix::Zero(m, m);
  bool leads = true;
  each_leading(sets, along, along, band, [&](std::size_t k, const leading_rows &all) {
    staying += all.differences;
    for (std::size_t i = sets.deaths(k).first; i < sets.deaths(k).second; ++i)
      leads = leads && along[i] >= all.most - 2.0 * band;
  });
  if (!leads) return false;
  const Eigen::SelfAdjointEigenSolver<matrix> solver(staying);
  const double limit = staying_space * std::max(solver.eigenvalues().maxCoeff(), 0.0);
  vector projected = vector::Zero(m);
  for (Index k = 0; k < m; ++k) {
    if (solver.eigenvalues()[k] > limit) continue;
    const vector axis = solver.eigenvectors().col(k);
    projected += axis.dot(*d) * axis;
  }
  if (!(projected.norm() > leading_noise * d->norm())) return false;
  const std::vector<double> moved = sets.linear_predictors(projected);
  double most = 0.0, least = 0.0;
  each_leading(sets, along, moved, band, [&](std::size_t k, const leading_rows &all) {
    for (std::size_t i = sets.deaths(k).first; i < sets.deaths(k).second; ++i) {
      most = std::max(most, moved[i] - all.least);
      if (all.behind > -beyond) least = std::min(least, moved[i] - all.behind);
    }
  });
  if (!(most > leading_noise * largest) || least < -leading_noise * most) return false;
  *d = projected;
  return true;
}

}  // namespace harmony::statistics
