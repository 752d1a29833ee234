// Whether a likelihood has no maximum: a direction along which it never falls.
#include "core/statistics/glm.solver.hpp"
#include "core/statistics/gram_kernel.hpp"

#include <Eigen/Eigenvalues>

#include <algorithm>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using vector = Eigen::VectorXd;

constexpr double near_zero = 1e-4;       // of the largest movement: the row hardly moves
constexpr double null_space = 1e-12;     // of the largest eigenvalue
constexpr double movement_noise = 1e-9;  // of the largest movement

// How a row's likelihood moves along the direction: never down where s >= 0. Rows with events of a Poisson model must
// not move at all.
double movement(const glm_problem &problem, double y, double along) {
  if (problem.family == glm_family::binomial) return y > 0.5 ? along : -along;
  return -along;
}
bool must_stay(const glm_problem &problem, double y) { return problem.family == glm_family::poisson && y > 0.0; }

struct extent {
  double most = 0.0, least = 0.0;
};

// Calls visit(chunk, i, s) for every row.
template <class Visit>
void each_movement(const glm_problem &problem, const vector &d, Visit &&visit) {
  double along[linear_block_rows];
  problem.rows.each_chunk([&](const design_chunk &chunk) {
    kernels().combine(chunk.columns(), d.data(), chunk.width(), along);
    for (int i = 0; i < chunk.rows; ++i) visit(chunk, i, movement(problem, chunk.y[i], along[i]));
  });
}

}  // namespace

bool find_separation(const glm_problem &problem, vector *d) {
  const int m = problem.rows.width();
  double largest = 0.0;
  each_movement(problem, *d, [&](const design_chunk &chunk, int i, double s) {
    if (!must_stay(problem, chunk.y[i])) largest = std::max(largest, std::fabs(s));
  });
  if (!(largest > 0.0)) return false;
  const auto stays = [&](double y, double s) { return must_stay(problem, y) || std::fabs(s) < near_zero * largest; };
  std::vector<double> gram(static_cast<std::size_t>(m * (m + 1) / 2), 0.0);
  double along[linear_block_rows], weight[linear_block_rows];
  problem.rows.each_chunk([&](const design_chunk &chunk) {
    kernels().combine(chunk.columns(), d->data(), m, along);
    std::fill_n(weight, linear_block_rows, 0.0);
    for (int i = 0; i < chunk.rows; ++i)
      weight[i] = stays(chunk.y[i], movement(problem, chunk.y[i], along[i])) ? 1.0 : 0.0;
    kernels().weighted_gram(chunk.columns(), weight, m, gram.data());
  });
  Eigen::MatrixXd staying(m, m);
  for (Index i = 0, k = 0; i < m; ++i)
    for (Index j = 0; j <= i; ++j, ++k) staying(i, j) = staying(j, i) = gram[static_cast<std::size_t>(k)];
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(staying);
  const double limit = null_space * std::max(solver.eigenvalues().maxCoeff(), 0.0);
  vector projected = vector::Zero(m);
  for (Index k = 0; k < m; ++k) {
    if (solver.eigenvalues()[k] > limit) continue;
    const vector axis = solver.eigenvectors().col(k);
    projected += axis.dot(*d) * axis;
  }
  if (!(projected.norm() > movement_noise * d->norm())) return false;
  extent range;
  // The rows that stay are told by the old direction: on the new one their movement is 0 but for rounding.
  problem.rows.each_chunk([&](const design_chunk &chunk) {
    double moved[linear_block_rows];
    kernels().combine(chunk.columns(), d->data(), m, along);
    kernels().combine(chunk.columns(), projected.data(), m, moved);
    for (int i = 0; i < chunk.rows; ++i) {
      if (stays(chunk.y[i], movement(problem, chunk.y[i], along[i]))) continue;
      const double s = movement(problem, chunk.y[i], moved[i]);
      range.most = std::max(range.most, s);
      range.least = std::min(range.least, s);
    }
  });
  if (!(range.most > movement_noise * largest) || range.least < -movement_noise * range.most) return false;
  *d = projected;
  return true;
}

std::string names_of(const design &rows, const vector &direction) {
  double largest = 0.0;
  for (Index k = 1; k < direction.size(); ++k) largest = std::max(largest, std::fabs(direction[k]));
  std::string out;
  for (Index k = 1; k < direction.size(); ++k)
    if (std::fabs(direction[k]) > 1e-6 * largest)
      out += (out.empty() ? "x" : ", x") + std::to_string(rows.kept()[static_cast<std::size_t>(k) - 1] + 1);
  return out.empty() ? "the intercept" : out;
}

}  // namespace harmony::statistics
