// Non-negative least squares: Lawson and Hanson's active set method on the Gram matrix, in double-double.
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

// Columns have sums of squares in [1, 4): a gradient below this times |y| is what rounding in double-double leaves.
constexpr double gradient_tolerance = 1e-24;

// The predictors that may be positive, in the order in which they entered, with the Cholesky factor of their products.
class passive_set {
 public:
  explicit passive_set(const linear_system &sys) : sys_(sys), lower_(sys.p) {}

  const std::vector<int> &members() const { return members_; }

  // False when column j depends on the members.
  bool append(int j) {
    poll_interrupt();
    const int k = static_cast<int>(members_.size());
    for (int i = 0; i < k; ++i) lower_.set(k, i, reduced(k, i, product(j, members_[at(i)])) / lower_.get(i, i));
    const double_double own = product(j, j), pivot = reduced(k, k, own);
    if (!(pivot.hi > pivot_tolerance * own.hi)) return false;
    lower_.set(k, k, sqrt(pivot));
    members_.push_back(j);
    return true;
  }

  // Drops members for which drop(j) holds; the factor is rebuilt from the first of them on.
  template <typename Predicate>
  void remove(Predicate drop) {
    std::vector<int> old = std::move(members_);
    members_.clear();
    std::size_t same = 0;
    while (same < old.size() && !drop(old[same])) ++same;
    members_.assign(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(same));
    for (std::size_t i = same; i < old.size(); ++i)
      if (!drop(old[i])) append(old[i]);
  }

  // Unconstrained least squares on the members; 0 elsewhere.
  std::vector<double_double> solve() const {
    const int k = static_cast<int>(members_.size());
    std::vector<double_double> z(at(k)), b(at(sys_.p));
    for (int i = 0; i < k; ++i) {
      double_double sum = sys_.products.get(members_[at(i)], sys_.p);
      for (int m = 0; m < i; ++m) sum -= lower_.get(i, m) * z[at(m)];
      z[at(i)] = sum / lower_.get(i, i);
    }
    for (int i = k - 1; i >= 0; --i) {
      double_double sum = z[at(i)];
      for (int m = i + 1; m < k; ++m) sum -= lower_.get(m, i) * b[at(members_[at(m)])];
      b[at(members_[at(i)])] = sum / lower_.get(i, i);
    }
    return b;
  }

  double_double product(int i, int j) const { return sys_.products.get(std::min(i, j), std::max(i, j)); }

 private:
  double_double reduced(int row, int column, double_double value) const {
    for (int m = 0; m < column; ++m) value -= lower_.get(row, m) * lower_.get(column, m);
    return value;
  }

  const linear_system &sys_;
  dd_matrix lower_;
  std::vector<int> members_;
};

// The predictor outside the set along which the fit improves most; -1 for none. Ties go to the first.
int steepest(const linear_system &sys, const passive_set &set, const std::vector<double_double> &b,
             const std::vector<char> &barred) {
  const double enough = gradient_tolerance * std::sqrt(sys.products.get(sys.p, sys.p).hi);
  int best = -1;
  double_double most = enough;
  for (int j = 0; j < sys.p; ++j) {
    if (barred[at(j)] != 0) continue;
    double_double gradient = sys.products.get(j, sys.p);
    for (const int k : set.members()) gradient -= set.product(j, k) * b[at(k)];
    if (!(gradient > most)) continue;
    most = gradient;
    best = j;
  }
  return best;
}

// Moves from b towards the target as far as all stay non-negative, and drops those that reach 0.
void step_back(passive_set *set, std::vector<double_double> *b, const std::vector<double_double> &target) {
  double_double part = 1.0;
  for (const int j : set->members()) {
    if (target[at(j)].hi > 0.0) continue;
    const double_double reach = (*b)[at(j)] / ((*b)[at(j)] - target[at(j)]);
    if (reach < part) part = reach;
  }
  for (const int j : set->members()) {
    const bool limits = target[at(j)].hi <= 0.0 && !(part < (*b)[at(j)] / ((*b)[at(j)] - target[at(j)]));
    (*b)[at(j)] = limits ? double_double() : (*b)[at(j)] + (target[at(j)] - (*b)[at(j)]) * part;
  }
  set->remove([b](int j) { return !((*b)[at(j)].hi > 0.0); });
}

bool all_positive(const passive_set &set, const std::vector<double_double> &b) {
  for (const int j : set.members())
    if (!(b[at(j)].hi > 0.0)) return false;
  return true;
}

// False when the iteration limit was hit (the best point so far is kept).
bool active_set(const linear_system &sys, const std::vector<char> &varies, std::vector<double_double> *b) {
  passive_set set(sys);
  b->assign(at(sys.p), {});
  std::vector<char> barred(at(sys.p));
  const auto bar = [&] {
    for (int j = 0; j < sys.p; ++j) barred[at(j)] = varies[at(j)] == 0;
    for (const int j : set.members()) barred[at(j)] = 1;
  };
  bar();
  for (int step = 0; step < 30 * sys.p + 30; ++step) {
    poll_interrupt();
    const int j = steepest(sys, set, *b, barred);
    if (j < 0) return true;
    barred[at(j)] = 1;
    if (!set.append(j)) continue;
    std::vector<double_double> target = set.solve();
    if (!(target[at(j)].hi > 0.0)) {  // by rounding: leave this predictor out of this step
      set.remove([j](int k) { return k == j; });
      continue;
    }
    while (!all_positive(set, target)) {
      poll_interrupt();
      step_back(&set, b, target);
      target = set.solve();
    }
    *b = target;
    bar();
  }
  return false;
}

}  // namespace

linear_model fit_nnls(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  linear_model m;
  if (sys.n == 0) {
    set_reduced_model(&m, sys, {}, {}, 0.0);
    m.warnings.push_back("there are no rows");
    return m;
  }
  const std::vector<char> varies = varying_predictors(&m, sys);
  std::vector<double_double> b;
  if (!active_set(sys, varies, &b)) m.warnings.push_back("the iteration limit was reached");
  double_double rest = sys.products.get(sys.p, sys.p);
  m.rank = 1;
  for (int j = 0; j < sys.p; ++j) {
    rest -= b[at(j)] * sys.products.get(j, sys.p);
    m.rank += b[at(j)].hi > 0.0 ? 1 : 0;
  }
  m.df = static_cast<double>(sys.n - m.rank);
  set_reduced_model(&m, sys, varies, b, rest.hi < 0.0 ? double_double() : rest);
  return m;
}

}  // namespace harmony::statistics
