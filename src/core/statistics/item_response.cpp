#include "core/statistics/item_response.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/item_response.maximum.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <utility>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t least_items = 3;
constexpr int most_parameters = 4000;

// The answers that were given to an item; an answer's category is what it is above the lowest.
struct given_answers {
  int lowest = 0, highest = -1;

  bool varies() const { return highest > lowest; }
};

std::vector<given_answers> answers_given(const response_patterns &patterns) {
  std::vector<std::vector<bool>> seen(patterns.items(), std::vector<bool>(highest_answer + 1));
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    if (p % poll_every == 0) poll_interrupt();
    const std::string_view pattern = patterns.pattern(p);
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (const auto answer = static_cast<std::uint8_t>(pattern[i]); answer != no_answer) seen[i][answer] = true;
  }
  std::vector<given_answers> out;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    given_answers given;
    for (int c = 0; c <= highest_answer; ++c) {
      if (!seen[i][static_cast<std::size_t>(c)]) continue;
      if (given.highest >= 0 && given.highest + 1 != c)
        throw error(sqlstate::invalid_parameter_value, "an answer between others was never given",
                    "Item " + std::to_string(i + 1) + " has no answer " + std::to_string(given.highest + 1) + ".",
                    "Number the answers that were given from 0 on.");
      if (given.highest < 0) given.lowest = c;
      given.highest = c;
    }
    out.push_back(given);
  }
  return out;
}

// The items of the fit, by their place among all, and their answers.
struct fitted_items {
  std::vector<std::size_t> place;
  answer_table table;
};

fitted_items items_to_fit(const response_patterns &patterns, const std::vector<given_answers> &given) {
  fitted_items out;
  answer_table &table = out.table;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!given[i].varies()) continue;
    const int categories = given[i].highest - given[i].lowest + 1;
    out.place.push_back(i);
    table.items.push_back({categories, table.categories, table.parameters});
    table.categories += categories;
    table.parameters += categories;
  }
  for (const std::uint32_t p : patterns.ordered()) {
    const std::string_view pattern = patterns.pattern(p);
    for (const std::size_t i : out.place) {
      const auto answer = static_cast<std::uint8_t>(pattern[i]);
      table.answers.push_back(answer == no_answer ? no_answer : static_cast<std::uint8_t>(answer - given[i].lowest));
    }
    table.counts.push_back(static_cast<double>(patterns.count(p)));
  }
  return out;
}

// Turns theta round where the mean of the slopes is negative.
void orient(const answer_table &table, VectorXd *parameters, MatrixXd *covariance) {
  double sum = 0.0;
  for (const graded_item &item : table.items) sum += (*parameters)[item.first_parameter];
  if (sum >= 0.0) return;
  for (const graded_item &item : table.items) {
    (*parameters)[item.first_parameter] *= -1.0;
    covariance->row(item.first_parameter) *= -1.0;
    covariance->col(item.first_parameter) *= -1.0;
  }
}

// Inverse of the information; NaN where it is not positive definite.
MatrixXd covariance_of_graded(const answer_table &table, const irt_maximum &found, irt_result *out) {
  const Eigen::LLT<MatrixXd> factor(irt_information(table, found.parameters, found.expectation));
  if (factor.info() == Eigen::Success) return factor.solve(MatrixXd::Identity(table.parameters, table.parameters));
  out->warnings.emplace_back("information is not positive definite: no standard errors");
  return MatrixXd::Constant(table.parameters, table.parameters, missing);
}

void warn_if_far(const char *what, std::size_t item, double value, irt_result *out) {
  constexpr double far = 20.0;
  if (std::fabs(value) > far)
    out->warnings.push_back(std::string(what) + " of item " + std::to_string(item + 1) + " is beyond 20");
}

// b_c = -d_c/a with its error by the delta method.
void set_item(const graded_item &item, std::size_t place, const given_answers &given, const VectorXd &parameters,
              const MatrixXd &covariance, irt_result *out) {
  const int first = item.first_parameter;
  const double a = parameters[first];
  out->a[place] = a;
  out->se_a[place] = std::sqrt(covariance(first, first));
  warn_if_far("slope", place, a, out);
  std::vector<double> thresholds(static_cast<std::size_t>(given.lowest), missing);
  if (out->graded && given.lowest > 0)
    out->warnings.push_back("answer 0 to item " + std::to_string(place + 1) + " was never given");
  for (int c = 1; c < item.categories; ++c) {
    const double d = parameters[first + c];
    thresholds.push_back(-d / a);
    warn_if_far(out->graded ? "a threshold" : "difficulty", place, -d / a, out);
    if (out->graded) continue;
    const double variance = d * d * covariance(first, first) / (a * a) - 2.0 * d * covariance(first, first + c) / a +
                            covariance(first + c, first + c);
    out->b[place] = -d / a;
    out->se_b[place] = std::sqrt(variance) / std::fabs(a);
  }
  if (out->graded) out->thresholds[place] = std::move(thresholds);
}

}  // namespace

irt_result fit_item_response(const response_patterns &patterns, bool graded) {
  irt_result out;
  out.n = patterns.n();
  out.items = static_cast<int>(patterns.items());
  out.patterns = static_cast<std::int64_t>(patterns.size());
  out.graded = graded;
  const std::vector<given_answers> given = answers_given(patterns);
  for (std::size_t i = 0; i < given.size(); ++i)
    if (!given[i].varies()) out.warnings.push_back("item " + std::to_string(i + 1) + " does not vary");
  const fitted_items fitted = items_to_fit(patterns, given);
  if (fitted.place.size() < least_items) {
    out.warnings.emplace_back("fewer than three items vary");
    return out;
  }
  if (fitted.table.parameters > most_parameters)
    throw error(sqlstate::program_limit_exceeded, "too many parameters of items",
                "There are " + std::to_string(fitted.table.parameters) + "; a fit takes at most " +
                    std::to_string(most_parameters) + ".");
  irt_maximum found = maximise_graded(fitted.table);
  out.iterations = found.iterations;
  out.converged = found.converged;
  out.log_likelihood = found.expectation.log_likelihood;
  if (!out.converged) out.warnings.emplace_back("maximum likelihood did not converge");
  MatrixXd covariance = covariance_of_graded(fitted.table, found, &out);
  orient(fitted.table, &found.parameters, &covariance);
  for (std::vector<double> *list : {&out.a, &out.se_a}) list->assign(patterns.items(), missing);
  if (graded)
    out.thresholds.resize(patterns.items());
  else
    for (std::vector<double> *list : {&out.b, &out.se_b}) list->assign(patterns.items(), missing);
  for (std::size_t i = 0; i < fitted.place.size(); ++i)
    set_item(fitted.table.items[i], fitted.place[i], given[fitted.place[i]], found.parameters, covariance, &out);
  return out;
}

}  // namespace harmony::statistics
