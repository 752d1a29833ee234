// Ridge regression, from the same normal equations.
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <cmath>

namespace harmony::statistics {
namespace {

// lambda diag(C) / w: the penalty of a standardised predictor in units of its own column.
double_double penalty(const linear_system &sys, double lambda, int j) {
  return sys.products.get(j, j) * lambda / sys.weight;
}

linear_system penalised(const linear_system &sys, double lambda) {
  linear_system out = sys;
  for (int j = 0; j < sys.p; ++j) out.products.set(j, j, sys.products.get(j, j) + penalty(sys, lambda, j));
  return out;
}

// With a positive penalty more predictors than rows are solvable: the rows do not limit the rank.
void lift_row_limit(linear_system *sys, double lambda) {
  if (lambda > 0.0) sys->n = sys->p + 2;
}

// trace(A^-1 C) = kept - sum (A^-1)_jj penalty_j.
double_double effective_predictors(const linear_system &sys, const linear_factor &f, double lambda) {
  const dd_matrix inverse = inverse_products(f, inverse_factor(f));
  double_double trace = f.rank;
  for (int j = 0; j < sys.p; ++j)
    if (f.kept[at(j)] != 0) trace -= inverse.get(j, j) * penalty(sys, lambda, j);
  return trace;
}

// y'y - b'c - b' D b: with (C + D) b = c the residual sum of squares.
double_double residual_sum(const linear_system &sys, const std::vector<double_double> &b, double lambda) {
  double_double rest = sys.products.get(sys.p, sys.p);
  for (int j = 0; j < sys.p; ++j)
    rest -= b[at(j)] * sys.products.get(j, sys.p) + b[at(j)] * b[at(j)] * penalty(sys, lambda, j);
  return rest.hi < 0.0 ? double_double() : rest;
}

}  // namespace

penalised_fit fit_penalised(const linear_system &sys, double lambda) {
  linear_system with_penalty = penalised(sys, lambda);
  lift_row_limit(&with_penalty, lambda);
  penalised_fit fit;
  fit.factor = factorise(with_penalty);
  fit.slopes = solve(fit.factor);
  return fit;
}

void check_penalty(double lambda) {
  if (!(lambda >= 0.0) || std::isinf(lambda))
    throw error(sqlstate::invalid_parameter_value, "lambda must be finite and not negative");
}

std::vector<char> varying_predictors(linear_model *model, const linear_system &sys) {
  std::vector<char> varies(at(sys.p), 1);
  for (int j = 0; j < sys.p; ++j) {
    if (!is_constant(sys, j)) continue;
    varies[at(j)] = 0;
    model->warnings.push_back("x" + std::to_string(j + 1) + " is constant: it has no coefficient");
  }
  return varies;
}

linear_model fit_ridge(const linear_header *state, double lambda) {
  check_penalty(lambda);
  const linear_system sys = make_system(state, true);
  linear_model m;
  if (sys.n == 0) {
    set_reduced_model(&m, sys, {}, {}, 0.0);
    m.warnings.push_back("there are no rows");
    return m;
  }
  const penalised_fit fit = fit_penalised(sys, lambda);
  const linear_factor &f = fit.factor;
  const std::vector<double_double> &b = fit.slopes;
  m.rank = f.rank + 1;
  m.df = static_cast<double>(double_double(static_cast<double>(sys.n) - 1.0) - effective_predictors(sys, f, lambda));
  varying_predictors(&m, sys);
  set_reduced_model(&m, sys, f.kept, b, residual_sum(sys, b, lambda));
  for (int j = 0; j < sys.p; ++j)
    if (f.kept[at(j)] == 0 && !is_constant(sys, j))
      m.warnings.push_back("x" + std::to_string(j + 1) +
                           " depends linearly on the predictors before it: it has no coefficient");
  return m;
}

}  // namespace harmony::statistics
