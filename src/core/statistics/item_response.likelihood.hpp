// The marginal likelihood of a graded response model with its derivatives. Internal to item_response.
#pragma once

#include "core/base/no_postgres.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace harmony::statistics {

inline constexpr int irt_nodes = 61, irt_padded_nodes = 64;
using at_nodes = Eigen::Array<double, irt_padded_nodes, 1>;

/// An item's place: its categories are `first_category` on in lists of all items' categories, its parameters a, d_1 ..
/// d_(categories - 1), descending, are `first_parameter` on. P(answer >= c) = 1/(1 + exp(-(a theta + d_c))).
struct graded_item {
  int categories = 0;
  int first_category = 0;
  int first_parameter = 0;
};

/// Patterns of answers to the items, no_answer where there is none.
struct answer_table {
  std::vector<graded_item> items;
  std::vector<std::uint8_t> answers;  // a row a pattern
  std::vector<double> counts;
  int categories = 0;  // of all items
  int parameters = 0;

  std::size_t patterns() const { return counts.size(); }
  const std::uint8_t *row(std::size_t pattern) const { return answers.data() + pattern * items.size(); }
};

/// The log-likelihood at some parameters, and how often an answer is expected to be given at each node.
struct irt_expectation {
  double log_likelihood = 0.0;
  std::vector<at_nodes> expected;  // a category of an item
};

/// Whether the model is one at these parameters: finite, d descending.
bool is_graded_model(const answer_table &table, const Eigen::VectorXd &parameters);

irt_expectation irt_expect(const answer_table &table, const Eigen::VectorXd &parameters);

/// First and second derivatives of the expected complete log-likelihood of one item; the first are those of the
/// marginal likelihood too.
struct item_derivatives {
  Eigen::VectorXd first;
  Eigen::MatrixXd second;
};
item_derivatives derivatives_of(const graded_item &item, const Eigen::VectorXd &parameters,
                                const std::vector<at_nodes> &expected);

/// Of all items.
Eigen::VectorXd irt_gradient(const answer_table &table, const Eigen::VectorXd &parameters,
                             const irt_expectation &expectation);

/// Less the second derivatives of the marginal log-likelihood (Louis 1982): the observed information.
Eigen::MatrixXd irt_information(const answer_table &table, const Eigen::VectorXd &parameters,
                                const irt_expectation &expectation);

}  // namespace harmony::statistics
