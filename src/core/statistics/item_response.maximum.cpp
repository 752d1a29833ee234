#include "core/statistics/item_response.maximum.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/response_patterns.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double flat_likelihood = 1e-6;

// Slopes of 1, and thresholds from the shares of the answers at or above each category.
VectorXd first_parameters(const answer_table &table) {
  std::vector<double> given(static_cast<std::size_t>(table.categories));
  for (std::size_t pattern = 0; pattern < table.patterns(); ++pattern)
    for (std::size_t i = 0; i < table.items.size(); ++i) {
      const std::uint8_t answer = table.row(pattern)[i];
      if (answer != no_answer)
        given[static_cast<std::size_t>(table.items[i].first_category + answer)] += table.counts[pattern];
    }
  VectorXd out(table.parameters);
  for (const graded_item &item : table.items) {
    const auto first = given.begin() + item.first_category;
    double below = 0.0, above = 0.0;
    for (int c = 0; c < item.categories; ++c) above += first[c];
    out[item.first_parameter] = 1.0;
    for (int c = 1; c < item.categories; ++c) {
      below += first[c - 1];
      above -= first[c - 1];
      out[item.first_parameter + c] = 1.2 * std::log(above / below);
    }
  }
  return out;
}

// The log-likelihood of an item's expected answers, to within what does not depend on its parameters, is concave:
// Newton steps, halved while the model is none. An EM step takes a few of them.
void maximise_item(const answer_table &table, const graded_item &item, const std::vector<at_nodes> &expected,
                   VectorXd *parameters) {
  constexpr int item_steps = 4, halvings = 30;
  constexpr double longest = 1.0;
  const int first = item.first_parameter, n = item.categories;
  for (int step = 0; step < item_steps; ++step) {
    const item_derivatives at = derivatives_of(item, *parameters, expected);
    const Eigen::LLT<MatrixXd> factor(-at.second);
    if (factor.info() != Eigen::Success) return;
    VectorXd move = factor.solve(at.first);
    const double size = move.cwiseAbs().maxCoeff();
    if (!std::isfinite(size) || size < 1e-10) return;
    if (size > longest) move *= longest / size;
    VectorXd next = *parameters;
    for (int halving = 0; halving < halvings; ++halving, move *= 0.5) {
      next.segment(first, n) = parameters->segment(first, n) + move;
      if (is_graded_model(table, next)) break;
    }
    if (!is_graded_model(table, next)) return;
    *parameters = next;
  }
}

VectorXd em_step(const answer_table &table, const VectorXd &parameters, const irt_expectation &expectation) {
  VectorXd out = parameters;
  for (const graded_item &item : table.items) maximise_item(table, item, expectation.expected, &out);
  return out;
}

// A point of the search.
struct irt_point {
  VectorXd parameters;
  irt_expectation expectation;
};

irt_point irt_point_at(const answer_table &table, const VectorXd &parameters) {
  return {parameters, irt_expect(table, parameters)};
}

// Two EM steps and the leap that their difference suggests (Varadhan and Roland 2008), taken where the likelihood is
// not less for it.
irt_point leap(const answer_table &table, const irt_point &from) {
  const irt_point one = irt_point_at(table, em_step(table, from.parameters, from.expectation));
  const VectorXd two = em_step(table, one.parameters, one.expectation);
  const VectorXd r = one.parameters - from.parameters, v = two - one.parameters - r;
  const double length = v.norm() > 0.0 ? std::max(1.0, r.norm() / v.norm()) : 1.0;
  const VectorXd far = from.parameters + 2.0 * length * r + length * length * v;
  if (length > 1.0 && is_graded_model(table, far)) {
    irt_point leapt = irt_point_at(table, far);
    if (leapt.expectation.log_likelihood >= one.expectation.log_likelihood) return leapt;
  }
  return irt_point_at(table, two);
}

// A Newton step, halved until the likelihood is not less; false where there is none.
bool newton_step(const answer_table &table, const VectorXd &gradient, irt_point *at) {
  constexpr double longest = 3.0, noise = 1e-13;
  constexpr int halvings = 8;
  const Eigen::LLT<MatrixXd> factor(irt_information(table, at->parameters, at->expectation));
  if (factor.info() != Eigen::Success) return false;
  VectorXd move = factor.solve(gradient);
  const double size = move.cwiseAbs().maxCoeff();
  if (!std::isfinite(size)) return false;
  if (size > longest) move *= longest / size;
  const double least = at->expectation.log_likelihood - noise * std::fabs(at->expectation.log_likelihood);
  for (int halving = 0; halving <= halvings; ++halving, move *= 0.5) {
    const VectorXd parameters = at->parameters + move;
    if (!is_graded_model(table, parameters)) continue;
    irt_point next = irt_point_at(table, parameters);
    if (!(next.expectation.log_likelihood >= least)) continue;
    *at = std::move(next);
    return true;
  }
  return false;
}

}  // namespace

irt_maximum maximise_graded(const answer_table &table) {
  constexpr int leaps_before_newton = 4, irt_iterations = 500;
  irt_point at = irt_point_at(table, first_parameters(table));
  int iterations = 0;
  const auto em = [&](int leaps) {
    for (int k = 0; k < leaps; ++k, iterations += 2) at = leap(table, at);
  };
  em(leaps_before_newton);
  while (iterations < irt_iterations) {
    const VectorXd gradient = irt_gradient(table, at.parameters, at.expectation);
    if (gradient.cwiseAbs().maxCoeff() < flat_likelihood)
      return {at.parameters, std::move(at.expectation), iterations, true};
    ++iterations;
    if (!newton_step(table, gradient, &at)) em(leaps_before_newton);
  }
  return {at.parameters, std::move(at.expectation), iterations, false};
}

}  // namespace harmony::statistics
