#include "core/psychometrics/forced_choice.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/normal_tail.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <string>

namespace harmony::psychometrics {

namespace {

using statistics::log_normal_cdf;
using statistics::normal_hazard;
using vector = Eigen::VectorXd;
using matrix = Eigen::MatrixXd;

constexpr double least_psi = 0.1;
constexpr double largest_intercept = 100.0;
constexpr double z_95 = 1.959963984540054;
constexpr int most_steps = 200, most_step_halvings = 60;
// Newton's squared decrement: below the first rounding hides the differences of the loss, so full steps are taken;
// below the second θ has converged to 1e-11.
constexpr double whole_steps_below = 1e-8, done_below = 1e-22;

[[noreturn]] void refuse(std::string message, std::string detail = {}) {
  throw error(sqlstate::invalid_parameter_value, std::move(message), std::move(detail));
}

/// An answered pair as a probit: P(the answer) = Φ(constant + l θ[left] + r θ[right]).
struct probit {
  int left, right;
  double constant, l, r;

  double eta(const vector &theta) const { return constant + l * theta[left] + r * theta[right]; }
};

double psi_squared(double loading) noexcept { return std::max(1.0 - loading * loading, least_psi * least_psi); }

probit probit_of(const statement_pair &pair, bool chose_left) {
  const double scale =
      (chose_left ? 1.0 : -1.0) / std::sqrt(psi_squared(pair.left.loading) + psi_squared(pair.right.loading));
  return {pair.left.trait, pair.right.trait, scale * (pair.left.intercept - pair.right.intercept),
          scale * pair.left.loading, -scale * pair.right.loading};
}

std::vector<probit> answered(nullable_span<std::int16_t> answers, const forced_choice_form &form) {
  if (answers.size != form.pairs.size())
    refuse("number of answers must be that of the pairs", "There are " + std::to_string(answers.size) + " answers to " +
                                                              std::to_string(form.pairs.size()) + " pairs.");
  std::vector<probit> terms;
  for (std::size_t k = 0; k < answers.size; ++k) {
    if (answers.is_missing(k)) continue;
    const std::int16_t answer = answers.values[k];
    if (answer != 1 && answer != 2)
      throw error(sqlstate::numeric_value_out_of_range, "answer " + std::to_string(k + 1) + " must be 1 or 2",
                  "It is " + std::to_string(answer) + ".", "1 is the left statement, 2 the right one.");
    terms.push_back(probit_of(form.pairs[k], answer == 1));
  }
  return terms;
}

/// Adds w a aᵀ of a pair's two entries.
void add_outer(matrix &sum, const probit &term, double weight) {
  sum(term.left, term.left) += weight * term.l * term.l;
  sum(term.right, term.right) += weight * term.r * term.r;
  sum(term.left, term.right) += weight * term.l * term.r;
  sum(term.right, term.left) += weight * term.r * term.l;
}

/// −log posterior, up to a constant.
double loss(const std::vector<probit> &terms, const matrix &precision, const vector &theta) {
  double sum = 0.5 * theta.dot(precision * theta);
  for (const probit &term : terms) sum -= log_normal_cdf(term.eta(theta));
  return sum;
}

/// The largest step of 1, ½, ¼ … that lowers the loss.
double length_that_falls(const std::vector<probit> &terms, const matrix &precision, const vector &theta,
                         const vector &direction, double current) {
  double length = 1.0;
  for (int halving = 0; halving < most_step_halvings && !(loss(terms, precision, theta - length * direction) < current);
       ++halving)
    length *= 0.5;
  return length;
}

/// The maximum of the posterior. The loss is strictly convex, so Newton with step halving converges to it.
vector maximise(const std::vector<probit> &terms, const matrix &precision) {
  vector theta = vector::Zero(precision.rows());
  double current = loss(terms, precision, theta);
  for (int step = 0; step < most_steps; ++step) {
    poll_interrupt();
    vector gradient = precision * theta;
    matrix hessian = precision;
    for (const probit &term : terms) {
      const double eta = term.eta(theta), hazard = normal_hazard(eta);
      gradient[term.left] -= hazard * term.l;
      gradient[term.right] -= hazard * term.r;
      add_outer(hessian, term, std::min(std::max(hazard * (hazard + eta), 0.0), 1.0));
    }
    const vector direction = hessian.llt().solve(gradient);
    const double decrement = gradient.dot(direction);
    const double length =
        decrement < whole_steps_below ? 1.0 : length_that_falls(terms, precision, theta, direction, current);
    theta -= length * direction;
    if (decrement < done_below) break;
    current = loss(terms, precision, theta);
  }
  return theta;
}

/// Posterior information: Fisher's of every answered pair, and the prior's.
matrix information_at(const std::vector<probit> &terms, const matrix &precision, const vector &theta) {
  matrix information = precision;
  for (const probit &term : terms) {
    const double eta = term.eta(theta);
    add_outer(information, term, normal_hazard(eta) * normal_hazard(-eta));
  }
  return information;
}

void count_pairs(nullable_span<std::int16_t> answers, const forced_choice_form &form,
                 std::vector<forced_choice_score> &scores) {
  for (std::size_t k = 0; k < form.pairs.size(); ++k) {
    const int left = form.pairs[k].left.trait, right = form.pairs[k].right.trait;
    const int answered_here = answers.is_missing(k) ? 0 : 1;
    scores[static_cast<std::size_t>(left)].n_items += 1;
    scores[static_cast<std::size_t>(left)].n_answered += answered_here;
    if (left == right) continue;
    scores[static_cast<std::size_t>(right)].n_items += 1;
    scores[static_cast<std::size_t>(right)].n_answered += answered_here;
  }
}

void check_statement(const statement &side, int n_traits, std::size_t pair) {
  if (side.trait < 0 || side.trait >= n_traits) refuse("pair " + std::to_string(pair) + " names an unknown trait");
  if (!(side.loading >= -1.0 && side.loading <= 1.0))
    refuse("loadings of pair " + std::to_string(pair) + " must lie between -1 and 1");
  if (!(std::fabs(side.intercept) <= largest_intercept))
    refuse("intercepts of pair " + std::to_string(pair) + " must lie between -100 and 100");
}

void check_metric(const equating &metric, std::size_t trait) {
  const auto in = [](double value, double low, double high) { return value >= low && value <= high; };
  if (!(in(metric.mean, 0.0, 100.0) && metric.sd > 0.0 && in(metric.sd, 0.0, 100.0) &&
        in(metric.theta_mean, -10.0, 10.0) && metric.theta_sd > 0.0 && in(metric.theta_sd, 0.0, 10.0)))
    refuse("metric of trait " + std::to_string(trait) + " is out of range",
           "The mean must lie between 0 and 100, the SD above 0 and at most 100; the mean of theta between -10 and 10, "
           "its SD above 0 and at most 10.");
}

/// θ on the metric of the rating scale.
void equate(const equating &metric, forced_choice_score &score) {
  const double place = metric.mean + metric.sd * ((score.theta - metric.theta_mean) / metric.theta_sd);
  score.score = clamp_score(place);
  score.score_error = metric.sd * score.standard_error;
  score.score_low = clamp_score(place - z_95 * score.score_error);
  score.score_high = clamp_score(place + z_95 * score.score_error);
}

matrix precision_of(const forced_choice_form &form) {
  const Eigen::Map<const matrix> correlation(form.correlation.data(), form.n_traits, form.n_traits);
  const Eigen::LLT<matrix> cholesky(correlation);
  if (cholesky.info() != Eigen::Success || !(cholesky.rcond() > 1e-12))
    refuse("correlation matrix is not positive definite");
  return cholesky.solve(matrix::Identity(form.n_traits, form.n_traits));
}

}  // namespace

double preference(const statement_pair &pair, double left_theta, double right_theta) noexcept {
  const probit left_chosen = probit_of(pair, true);
  return left_chosen.constant + left_chosen.l * left_theta + left_chosen.r * right_theta;
}

void forced_choice_form::check() const {
  if (n_traits > max_forced_choice_traits)
    throw error(sqlstate::program_limit_exceeded, "forced-choice form has too many traits",
                "The limit is " + std::to_string(max_forced_choice_traits) + ".");
  const auto size = static_cast<std::size_t>(n_traits);
  if (n_traits < 1 || correlation.size() != size * size)
    refuse("correlation matrix must have a row and a column for each trait");
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) {
      const double value = correlation[i * size + j];
      if (!std::isfinite(value) || value != correlation[j * size + i] || (i == j && value != 1.0))
        refuse("correlation matrix must be symmetric with ones in its diagonal");
    }
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    check_statement(pairs[k].left, n_traits, k + 1);
    check_statement(pairs[k].right, n_traits, k + 1);
  }
  if (!metric.empty() && metric.size() != size) refuse("metric must have an element for each trait");
  for (std::size_t t = 0; t < metric.size(); ++t) check_metric(metric[t], t + 1);
}

std::vector<forced_choice_score> score_forced_choice(nullable_span<std::int16_t> given,
                                                     const forced_choice_form &form) {
  form.check();
  const std::vector<probit> terms = answered(given, form);
  const matrix precision = precision_of(form);
  std::vector<forced_choice_score> scores(static_cast<std::size_t>(form.n_traits));
  count_pairs(given, form, scores);
  if (terms.empty()) return scores;
  const vector theta = maximise(terms, precision);
  const matrix covariance =
      information_at(terms, precision, theta).llt().solve(matrix::Identity(form.n_traits, form.n_traits));
  for (int t = 0; t < form.n_traits; ++t) {
    forced_choice_score &score = scores[static_cast<std::size_t>(t)];
    if (score.n_answered == 0 || 2 * score.n_answered < score.n_items) continue;
    score.theta = theta[t];
    score.standard_error = std::sqrt(covariance(t, t));
    score.percentile = 100.0 * statistics::normal_cdf(theta[t]);
    if (!form.metric.empty()) equate(form.metric[static_cast<std::size_t>(t)], score);
  }
  return scores;
}

}  // namespace harmony::psychometrics
