// Means, covariances and correlations, from the same normal equations.
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <cmath>

namespace harmony::statistics {
namespace {

// Order of the SQL arguments: y, x1 .. xp, from the system's x1 .. xp, y.
int column_of(const linear_system &sys, int argument) { return argument == 0 ? sys.p : argument - 1; }

double_double product(const linear_system &sys, int i, int j) {
  return i <= j ? sys.products.get(i, j) : sys.products.get(j, i);
}

}  // namespace

std::vector<double> column_means(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  std::vector<double> means(at(sys.p) + 1, missing);
  if (sys.n == 0) return means;
  for (int i = 0; i <= sys.p; ++i) {
    const std::size_t j = at(column_of(sys, i));
    means[at(i)] = static_cast<double>(ldexp(sys.mean[j], sys.exponent[j]));
  }
  return means;
}

std::vector<double> column_deviations(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  std::vector<double> out(at(sys.p) + 1, missing);
  if (sys.n == 0) return out;
  for (int i = 0; i <= sys.p; ++i) {
    const int j = column_of(sys, i);
    const double_double value = is_constant(sys, j) ? double_double() : sqrt(sys.products.get(j, j) / sys.weight);
    out[at(i)] = static_cast<double>(ldexp(value, sys.exponent[at(j)]));
  }
  return out;
}

column_matrix covariance_matrix(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  column_matrix out;
  out.k = sys.p + 1;
  out.values.assign(at(out.k) * at(out.k), missing);
  if (sys.n < 2) return out;
  const double n = static_cast<double>(sys.n);
  const double_double divisor = sys.weight * (n - 1.0) / double_double(n);
  for (int i = 0; i < out.k; ++i) {
    poll_interrupt();
    for (int j = 0; j < out.k; ++j) {
      const int a = column_of(sys, i), b = column_of(sys, j);
      const double_double value = a == b && is_constant(sys, a) ? double_double() : product(sys, a, b) / divisor;
      out.values[at(i) * at(out.k) + at(j)] =
          static_cast<double>(ldexp(value, sys.exponent[at(a)] + sys.exponent[at(b)]));
    }
  }
  return out;
}

column_matrix correlation_matrix(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  column_matrix out;
  out.k = sys.p + 1;
  out.values.assign(at(out.k) * at(out.k), missing);
  if (sys.n < 2) return out;
  for (int i = 0; i < out.k; ++i) {
    poll_interrupt();
    for (int j = 0; j < out.k; ++j) {
      const int a = column_of(sys, i), b = column_of(sys, j);
      if (is_constant(sys, a) || is_constant(sys, b)) continue;
      const double_double r = product(sys, a, b) / sqrt(sys.products.get(a, a)) / sqrt(sys.products.get(b, b));
      out.values[at(i) * at(out.k) + at(j)] = i == j ? 1.0 : std::fmax(-1.0, std::fmin(1.0, static_cast<double>(r)));
    }
  }
  return out;
}

}  // namespace harmony::statistics
