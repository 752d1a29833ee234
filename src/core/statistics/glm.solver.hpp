// What the fits of glm.*.cpp share. Internal to them.
#pragma once

#include "core/statistics/design.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/glm.hpp"

#include <Eigen/Core>

#include <cmath>
#include <utility>
#include <vector>

namespace harmony::statistics {

enum class glm_family { binomial, poisson };

/// Mean, weight and residual of the rows of a chunk at linear predictors eta: the derivatives of the likelihood.
struct glm_chunk {
  double mean[linear_block_rows], weight[linear_block_rows], residual[linear_block_rows];
};

/// The family with what goes along with y.
struct glm_problem {
  const design &rows;
  glm_family family;
  bool has_extra;  // a weight (binomial) or an exposure (poisson)

  /// Log-likelihood of a chunk without the part that does not depend on eta; fills `out`, zeros behind the last row.
  double evaluate(const design_chunk &chunk, const double *eta, glm_chunk *out) const;
};

/// Sums over all rows at b: likelihood, gradient, information (packed lower triangle), how far out the rows are.
struct glm_sums {
  double log_likelihood = missing, farthest = 0.0;
  Eigen::VectorXd gradient;
  Eigen::MatrixXd information;
};

/// d with information d = gradient; *is_doubtful where the information is too near to a singular one for doubles.
Eigen::VectorXd newton_step(const glm_sums &sums, bool *is_doubtful);

/// Whether moving along d for ever never lowers the likelihood: `d`, projected onto the null space of the rows that it
/// hardly moves, is the direction then (Albert and Anderson 1984).
bool find_separation(const glm_problem &problem, Eigen::VectorXd *d);

/// What a model holds before anything is fitted; all NaN.
glm_model empty_glm(const char *family, const design &rows);
/// Tests and intervals of coefficients and errors that are there: z.
template <class Model>
void set_wald_tests(Model *m) {
  const double z = normal_quantile(0.975);
  for (std::size_t i = 0; i < m->coefficients.size(); ++i) {
    const double b = m->coefficients[i], se = m->std_errors[i];
    if (std::isnan(b) || std::isnan(se)) continue;
    m->statistics[i] = b == 0.0 && se == 0.0 ? missing : b / se;
    if (!std::isnan(m->statistics[i])) m->p_values[i] = 2.0 * normal_cdf(-std::fabs(m->statistics[i]));
    m->ci_low[i] = b - z * se;
    m->ci_high[i] = b + z * se;
  }
}
/// chi2, its p, aic, bic, pseudo_r_squared from the likelihoods.
void set_likelihood_tests(glm_model *model);
/// Names of the predictors that take part in a direction.
std::string names_of(const design &rows, const Eigen::VectorXd &direction);
/// Error 22023 unless y is 0 or 1, or, for Poisson, a whole number from 0.
void check_outcome(glm_family family, double y);

}  // namespace harmony::statistics
