#include "core/statistics/item_response.likelihood.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/response_patterns.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t chunk_of_patterns = 256;  // patterns whose posteriors fit into the second cache

struct node_grid {
  at_nodes theta, log_weight;
};

const node_grid &theta_grid() {
  static const node_grid made = [] {
    constexpr double end = 8.0;
    node_grid out;
    out.theta.setZero();
    out.log_weight.setConstant(-1e6);  // of what pads the nodes
    for (int q = 0; q < irt_nodes; ++q) {
      out.theta[q] = -end + 2.0 * end * q / (irt_nodes - 1);
      out.log_weight[q] = -0.5 * out.theta[q] * out.theta[q];
    }
    out.log_weight -= std::log(out.log_weight.head(irt_nodes).exp().sum());
    return out;
  }();
  return made;
}

at_nodes log_logistic_at_nodes(const at_nodes &z) { return z.min(0.0) - (-z.abs()).exp().log1p(); }
at_nodes logistic_at_nodes(const at_nodes &z) { return log_logistic_at_nodes(z).exp(); }

// One answer of an item: u = a theta + d_c and v = a theta + d_(c+1); P = logistic_at_nodes(u) - logistic_at_nodes(v) =
// logistic_at_nodes(u) logistic_at_nodes(-v) (1 - exp(v - u)), with u infinite for the lowest answer and v for the
// highest.
struct answer_curve {
  const graded_item &item;
  int answer;
  double a, d_u = 0.0, d_v = 0.0;

  answer_curve(const graded_item &of, const VectorXd &parameters, int c)
      : item(of), answer(c), a(parameters[of.first_parameter]) {
    if (has_u()) d_u = parameters[of.first_parameter + c];
    if (has_v()) d_v = parameters[of.first_parameter + c + 1];
  }
  bool has_u() const { return answer > 0; }
  bool has_v() const { return answer + 1 < item.categories; }
  at_nodes u() const { return a * theta_grid().theta + d_u; }
  at_nodes v() const { return a * theta_grid().theta + d_v; }
  /// 1/(exp(u - v) - 1).
  double closeness() const { return has_u() && has_v() ? 1.0 / std::expm1(d_u - d_v) : 0.0; }

  at_nodes log_probability() const {
    at_nodes out = at_nodes::Zero();
    if (has_u()) out += log_logistic_at_nodes(u());
    if (has_v()) out += log_logistic_at_nodes(-v());
    if (has_u() && has_v()) out += std::log(-std::expm1(d_v - d_u));
    return out;
  }
  /// Derivatives of log P in u and v; 0 for the one that is infinite.
  at_nodes slope_u() const {
    return has_u() ? at_nodes(logistic_at_nodes(-u()) + closeness()) : at_nodes(at_nodes::Zero());
  }
  at_nodes slope_v() const {
    return has_v() ? at_nodes(-logistic_at_nodes(v()) - closeness()) : at_nodes(at_nodes::Zero());
  }
};

std::vector<at_nodes> log_probabilities(const answer_table &table, const VectorXd &parameters) {
  std::vector<at_nodes> out;
  out.reserve(static_cast<std::size_t>(table.categories));
  for (const graded_item &item : table.items)
    for (int c = 0; c < item.categories; ++c) out.push_back(answer_curve(item, parameters, c).log_probability());
  return out;
}

// The distribution of theta given a pattern; returns the log of the pattern's probability.
double posterior_of(const answer_table &table, const std::vector<at_nodes> &log_p, std::size_t pattern, at_nodes *out) {
  const std::uint8_t *answers = table.row(pattern);
  at_nodes sum = theta_grid().log_weight;
  for (std::size_t i = 0; i < table.items.size(); ++i)
    if (answers[i] != no_answer) sum += log_p[static_cast<std::size_t>(table.items[i].first_category + answers[i])];
  const double most = sum.maxCoeff();
  *out = (sum - most).exp();
  const double total = out->sum();
  *out /= total;
  return most + std::log(total);
}

// The parts of an answer's score at each node: in a, in d_c, in d_(c+1).
struct score_parts {
  at_nodes part[3];
  int parameter[3];
  int n = 1;
};

std::vector<score_parts> scores_of(const answer_table &table, const VectorXd &parameters) {
  std::vector<score_parts> out;
  out.reserve(static_cast<std::size_t>(table.categories));
  for (const graded_item &item : table.items)
    for (int c = 0; c < item.categories; ++c) {
      const answer_curve curve(item, parameters, c);
      score_parts s;
      const at_nodes u = curve.slope_u(), v = curve.slope_v();
      s.part[0] = theta_grid().theta * (u + v);
      s.parameter[0] = item.first_parameter;
      if (curve.has_u()) {
        s.parameter[s.n] = item.first_parameter + c;
        s.part[s.n++] = u;
      }
      if (curve.has_v()) {
        s.parameter[s.n] = item.first_parameter + c + 1;
        s.part[s.n++] = v;
      }
      out.push_back(s);
    }
  return out;
}

// Posteriors of a chunk of patterns, each times its count, and its answers.
struct weighted_chunk {
  std::size_t first = 0, size = 0;
  std::vector<at_nodes> weights = std::vector<at_nodes>(chunk_of_patterns);
};

// Adds sum over patterns and nodes of the products of the scores of items i and j to the information, with minus.
void subtract_pair(const answer_table &table, const std::vector<score_parts> &scores, const weighted_chunk &rows,
                   std::size_t i, std::size_t j, std::vector<at_nodes> *joint, MatrixXd *information) {
  const graded_item &first = table.items[i], &second = table.items[j];
  const auto columns = static_cast<std::size_t>(second.categories);
  joint->assign(static_cast<std::size_t>(first.categories) * columns, at_nodes::Zero());
  for (std::size_t k = 0; k < rows.size; ++k) {
    const std::uint8_t *answers = table.row(rows.first + k);
    if (answers[i] == no_answer || answers[j] == no_answer) continue;
    (*joint)[answers[i] * columns + answers[j]] += rows.weights[k];
  }
  for (std::size_t c = 0; c < static_cast<std::size_t>(first.categories); ++c)
    for (std::size_t d = 0; d < columns; ++d) {
      const score_parts &x = scores[static_cast<std::size_t>(first.first_category) + c];
      const score_parts &y = scores[static_cast<std::size_t>(second.first_category) + d];
      for (int s = 0; s < x.n; ++s) {
        const at_nodes weighted = (*joint)[c * columns + d] * x.part[s];
        for (int t = 0; t < y.n; ++t) (*information)(y.parameter[t], x.parameter[s]) -= (weighted * y.part[t]).sum();
      }
    }
}

// The score of a pattern.
void add_pattern_score(const answer_table &table, const std::vector<score_parts> &scores, std::size_t pattern,
                       const at_nodes &weights, Eigen::Ref<VectorXd> score) {
  const std::uint8_t *answers = table.row(pattern);
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    if (answers[i] == no_answer) continue;
    const score_parts &s = scores[static_cast<std::size_t>(table.items[i].first_category + answers[i])];
    for (int k = 0; k < s.n; ++k) score[s.parameter[k]] += (weights * s.part[k]).sum();
  }
}

// Minus the complete information of each item and its squared scores; of an item with itself.
void set_diagonal_blocks(const answer_table &table, const VectorXd &parameters, const irt_expectation &expectation,
                         const std::vector<score_parts> &scores, MatrixXd *information) {
  for (const graded_item &item : table.items) {
    const auto block = derivatives_of(item, parameters, expectation.expected);
    information->block(item.first_parameter, item.first_parameter, item.categories, item.categories) -= block.second;
    for (int c = 0; c < item.categories; ++c) {
      const auto at = static_cast<std::size_t>(item.first_category + c);
      const score_parts &s = scores[at];
      for (int x = 0; x < s.n; ++x)
        for (int y = 0; y < s.n; ++y)
          (*information)(s.parameter[x], s.parameter[y]) -= (expectation.expected[at] * s.part[x] * s.part[y]).sum();
    }
  }
}

}  // namespace

bool is_graded_model(const answer_table &table, const Eigen::VectorXd &parameters) {
  constexpr double least_distance = 1e-9;
  if (!parameters.allFinite() || parameters.cwiseAbs().maxCoeff() > 1e4) return false;
  for (const graded_item &item : table.items)
    for (int c = 1; c + 1 < item.categories; ++c)
      if (!(parameters[item.first_parameter + c] - parameters[item.first_parameter + c + 1] > least_distance))
        return false;
  return true;
}

irt_expectation irt_expect(const answer_table &table, const Eigen::VectorXd &parameters) {
  const std::vector<at_nodes> log_p = log_probabilities(table, parameters);
  irt_expectation out{0.0, std::vector<at_nodes>(log_p.size(), at_nodes::Zero())};
  at_nodes weights;
  for (std::size_t pattern = 0; pattern < table.patterns(); ++pattern) {
    if (pattern % chunk_of_patterns == 0) poll_interrupt();
    const double count = table.counts[pattern];
    out.log_likelihood += count * posterior_of(table, log_p, pattern, &weights);
    weights *= count;
    const std::uint8_t *answers = table.row(pattern);
    for (std::size_t i = 0; i < table.items.size(); ++i)
      if (answers[i] != no_answer)
        out.expected[static_cast<std::size_t>(table.items[i].first_category + answers[i])] += weights;
  }
  return out;
}

item_derivatives derivatives_of(const graded_item &item, const Eigen::VectorXd &parameters,
                                const std::vector<at_nodes> &expected) {
  const at_nodes &theta = theta_grid().theta;
  item_derivatives out{VectorXd::Zero(item.categories), MatrixXd::Zero(item.categories, item.categories)};
  for (int c = 0; c < item.categories; ++c) {
    const answer_curve curve(item, parameters, c);
    const at_nodes &weight = expected[static_cast<std::size_t>(item.first_category + c)];
    const double w = curve.closeness(), bend = weight.sum() * w * (1.0 + w);
    const auto add = [&](bool has, const at_nodes &slope, const at_nodes &z, int d) {
      if (!has) return;
      const at_nodes curvature = weight * logistic_at_nodes(z) * logistic_at_nodes(-z);
      out.first[d] += (weight * slope).sum();
      out.first[0] += (weight * theta * slope).sum();
      out.second(d, d) -= curvature.sum() + bend;
      out.second(0, 0) -= (curvature * theta * theta).sum();
      const double mixed = (curvature * theta).sum();
      out.second(0, d) -= mixed;
      out.second(d, 0) -= mixed;
    };
    add(curve.has_u(), curve.slope_u(), curve.u(), c);
    add(curve.has_v(), curve.slope_v(), curve.v(), c + 1);
    if (curve.has_u() && curve.has_v()) {
      out.second(c, c + 1) += bend;
      out.second(c + 1, c) += bend;
    }
  }
  return out;
}

Eigen::VectorXd irt_gradient(const answer_table &table, const Eigen::VectorXd &parameters,
                             const irt_expectation &expectation) {
  VectorXd out(table.parameters);
  for (const graded_item &item : table.items)
    out.segment(item.first_parameter, item.categories) = derivatives_of(item, parameters, expectation.expected).first;
  return out;
}

Eigen::MatrixXd irt_information(const answer_table &table, const Eigen::VectorXd &parameters,
                                const irt_expectation &expectation) {
  const std::vector<at_nodes> log_p = log_probabilities(table, parameters);
  const std::vector<score_parts> scores = scores_of(table, parameters);
  MatrixXd information = MatrixXd::Zero(table.parameters, table.parameters);  // its lower triangle
  weighted_chunk rows;
  std::vector<at_nodes> joint;
  MatrixXd pattern_scores(table.parameters, static_cast<Eigen::Index>(chunk_of_patterns));
  for (rows.first = 0; rows.first < table.patterns(); rows.first += chunk_of_patterns) {
    rows.size = std::min(chunk_of_patterns, table.patterns() - rows.first);
    pattern_scores.setZero();
    for (std::size_t k = 0; k < rows.size; ++k) {
      const double count = table.counts[rows.first + k];
      posterior_of(table, log_p, rows.first + k, &rows.weights[k]);
      auto score = pattern_scores.col(static_cast<Eigen::Index>(k));
      add_pattern_score(table, scores, rows.first + k, rows.weights[k], score);
      score *= std::sqrt(count);
      rows.weights[k] *= count;
    }
    information.selfadjointView<Eigen::Lower>().rankUpdate(pattern_scores);
    for (std::size_t i = 0; i < table.items.size(); ++i) {
      poll_interrupt();
      for (std::size_t j = i + 1; j < table.items.size(); ++j)
        subtract_pair(table, scores, rows, i, j, &joint, &information);
    }
  }
  information = information.selfadjointView<Eigen::Lower>();
  set_diagonal_blocks(table, parameters, expectation, scores, &information);
  return information;
}

}  // namespace harmony::statistics
