#include "core/affinity/social_relations.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/samples.hpp"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace harmony::affinity {

// People are numbered by id, rows sorted by actor and partner; answers are relative to their mean.
class relations_fit {
 public:
  explicit relations_fit(const social_answers &all) : people_(all.people_.by_id()) {
    for (const auto &given : all.rows_)
      rows_.push_back({given.answer, people_.place[given.actor], people_.place[given.partner]});
    sort_polling(
        rows_, [](const row &a, const row &b) { return std::tie(a.actor, a.partner) < std::tie(b.actor, b.partner); });
    for (std::size_t k = 1; k < rows_.size(); ++k)
      if (rows_[k].actor == rows_[k - 1].actor && rows_[k].partner == rows_[k - 1].partner)
        throw error(sqlstate::invalid_parameter_value, "a pair comes twice",
                    "Actor " + std::to_string(people_.ids[rows_[k].actor]) + ", partner " +
                        std::to_string(people_.ids[rows_[k].partner]) + ".");
    const std::size_t n = people_.ids.size();
    given_.assign(n, 0.0);
    received_ = sum_given_ = sum_received_ = mutual_ = given_;
    center();
    count();
  }

  social_relations fit() {
    social_relations out;
    out.n = static_cast<std::int64_t>(rows_.size());
    if (rows_.empty()) return out;
    const auto some = [](double x) { return x > 0.0; };
    out.actors = std::count_if(given_.begin(), given_.end(), some);
    out.partners = std::count_if(received_.begin(), received_.end(), some);
    estimate_variances(out);
    estimate_effects(out);
    return out;
  }

 private:
  using row = social_answers::row;
  using values = std::vector<double>;

  void center() {
    const double first = rows_.empty() ? 0.0 : rows_.front().answer;
    double sum = 0.0;
    for (const row &r : rows_) sum += r.answer - first;
    center_ = first + sum / static_cast<double>(rows_.size());
    for (row &r : rows_) {
      r.answer -= center_;
      largest_ = std::fmax(largest_, std::fabs(r.answer));
    }
    if (!(largest_ < 1e150)) throw error(sqlstate::numeric_value_out_of_range, "answers are too far apart");
    if (largest_ > 0.0)  // so that no square vanishes
      for (row &r : rows_) r.answer /= largest_;
  }

  void count() {
    for (const row &r : rows_) {
      given_[r.actor] += 1.0;
      received_[r.partner] += 1.0;
      sum_given_[r.actor] += r.answer;
      sum_received_[r.partner] += r.answer;
      squares_ += r.answer * r.answer;
      const double back = answer_of(r.partner, r.actor);
      if (std::isnan(back)) continue;
      mutual_[r.actor] += 1.0;
      products_ += r.answer * back;
    }
  }

  double answer_of(std::uint32_t actor, std::uint32_t partner) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), std::tie(actor, partner),
                                        [](const row &a, const auto &b) { return std::tie(a.actor, a.partner) < b; });
    const bool is_there = found != rows_.end() && found->actor == actor && found->partner == partner;
    return is_there ? found->answer : missing;
  }

  // Unknowns: mean², variances of actor and partner, their covariance, variance and covariance of pairs.
  void estimate_variances(social_relations &out) const {
    enum unknown { mean_squared, actor, partner, both, relationship, dyad, unknowns };
    using equations = Eigen::Matrix<double, unknowns, unknowns>;
    equations expected = equations::Zero();
    Eigen::Matrix<double, unknowns, 1> found = Eigen::Matrix<double, unknowns, 1>::Zero();
    const auto n = static_cast<double>(rows_.size());
    const auto actors = static_cast<double>(out.actors), partners = static_cast<double>(out.partners);
    double mutual = 0.0, in_both = 0.0;
    expected.row(0) << n, n, n, 0.0, n, 0.0;
    found[0] = squares_;
    expected.row(1) << n, n, actors, 0.0, actors, 0.0;
    expected.row(2) << n, partners, n, 0.0, partners, 0.0;
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const double r = given_[i], c = received_[i], m = mutual_[i];
      mutual += m;
      if (r > 0.0) found[1] += sum_given_[i] * sum_given_[i] / r;
      if (c > 0.0) found[2] += sum_received_[i] * sum_received_[i] / c;
      expected(5, actor) += r * r / n;
      expected(5, partner) += c * c / n;
      expected(5, both) += 2.0 * r * c / n;
      if (r == 0.0 || c == 0.0) continue;
      in_both += 1.0;
      found[4] += sum_given_[i] * sum_received_[i] / (r * c);
      expected.row(4) += Eigen::RowVectorXd{{1.0, 0.0, 0.0, 1.0 + m / (r * c), 0.0, m / (r * c)}};
    }
    found[3] = products_;
    expected.row(3) << mutual, 0.0, 0.0, 2.0 * mutual, 0.0, mutual;
    expected(5, mean_squared) = n;
    expected(5, relationship) = 1.0;
    expected(5, dyad) = mutual / n;
    if (mutual == 0.0) expected(3, dyad) = 1.0;  // says nothing, and stands alone
    if (in_both == 0.0) expected(4, both) = 1.0;
    const Eigen::FullPivLU<equations> solver(expected);
    if (!solver.isInvertible()) return;
    const Eigen::Matrix<double, unknowns, 1> solved = solver.solve(found);
    const double unit = largest_ * largest_;  // may vanish, where shares do not
    out.actor_variance = solved[actor] * unit;
    out.partner_variance = solved[partner] * unit;
    out.relationship_variance = solved[relationship] * unit;
    if (in_both > 0.0) out.actor_partner_covariance = solved[both] * unit;
    if (mutual > 0.0) out.dyadic_covariance = solved[dyad] * unit;
    const double of_actor = std::fmax(0.0, solved[actor]), of_partner = std::fmax(0.0, solved[partner]),
                 of_pair = std::fmax(0.0, solved[relationship]), sum = of_actor + of_partner + of_pair;
    if (!(sum > 0.0)) return;
    out.actor_share = of_actor / sum;
    out.partner_share = of_partner / sum;
    out.relationship_share = of_pair / sum;
  }

  // The normal equations, scaled to a diagonal of 1: unknowns are √given·actor and √received·partner.
  void apply(const values &in, values &out) const {
    out = in;
    for (std::size_t i = 0; i < given_.size(); ++i)
      if (given_[i] == 0.0) out[i] = 0.0;
    for (std::size_t j = 0; j < received_.size(); ++j)
      if (received_[j] == 0.0) out[given_.size() + j] = 0.0;
    for (const row &r : rows_) {
      const double w = 1.0 / std::sqrt(given_[r.actor] * received_[r.partner]);
      out[r.actor] += w * in[given_.size() + r.partner];
      out[given_.size() + r.partner] += w * in[r.actor];
    }
  }

  static double dot(const values &a, const values &b) {
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
  }

  // Conjugate gradients from 0: of the solutions the shortest. False where they did not get there.
  bool solve(values &x) const {
    constexpr int most_steps = 20000;
    constexpr double small_enough = 1e-28;  // of the squared length
    const std::size_t n = given_.size();
    values rest(2 * n, 0.0), image;
    for (std::size_t i = 0; i < n; ++i) {
      if (given_[i] > 0.0) rest[i] = sum_given_[i] / std::sqrt(given_[i]);
      if (received_[i] > 0.0) rest[n + i] = sum_received_[i] / std::sqrt(received_[i]);
    }
    x.assign(2 * n, 0.0);
    values direction = rest;
    double length = dot(rest, rest);
    const double enough = small_enough * length;
    for (int step = 0; step < most_steps && length > enough; ++step) {
      poll_interrupt();
      apply(direction, image);
      const double curvature = dot(direction, image);
      if (!(curvature > 0.0)) break;
      const double along = length / curvature;
      for (std::size_t k = 0; k < x.size(); ++k) {
        x[k] += along * direction[k];
        rest[k] -= along * image[k];
      }
      const double next = dot(rest, rest);
      for (std::size_t k = 0; k < x.size(); ++k) direction[k] = rest[k] + next / length * direction[k];
      length = next;
    }
    return length <= 1e-18 * (enough / small_enough) || enough == 0.0;
  }

  void estimate_effects(social_relations &out) const {
    values x;
    const bool is_solved = solve(x);
    const std::size_t n = given_.size();
    double mean_actor = 0.0, mean_partner = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      if (given_[i] > 0.0) mean_actor += x[i] /= std::sqrt(given_[i]);
      if (received_[i] > 0.0) mean_partner += x[n + i] /= std::sqrt(received_[i]);
    }
    mean_actor /= static_cast<double>(out.actors);
    mean_partner /= static_cast<double>(out.partners);
    if (!is_solved) return;
    out.mean = center_ + largest_ * (mean_actor + mean_partner);
    for (std::size_t i = 0; i < n; ++i) {
      social_effect effect{people_.ids[i], static_cast<std::int64_t>(given_[i]),
                           static_cast<std::int64_t>(received_[i])};
      if (given_[i] > 0.0) effect.actor = largest_ * (x[i] - mean_actor);
      if (received_[i] > 0.0) effect.partner = largest_ * (x[n + i] - mean_partner);
      out.effects.push_back(effect);
    }
    for (const row &r : rows_)
      out.pairs.push_back(
          {people_.ids[r.actor], people_.ids[r.partner], largest_ * (r.answer - x[r.actor] - x[n + r.partner])});
  }

  const person_index::order people_;
  std::vector<row> rows_;
  double center_ = 0.0, largest_ = 0.0, squares_ = 0.0, products_ = 0.0;
  values given_, received_, sum_given_, sum_received_, mutual_;  // of each person
};

void social_answers::add(std::int64_t actor, std::int64_t partner, double answer) {
  statistics::check_value(answer, "answer");
  if (actor == partner)
    throw error(sqlstate::invalid_parameter_value, "answers about oneself are not part of the model",
                "Person " + std::to_string(actor) + ".");
  statistics::check_room(rows_.size() + 1);
  rows_.push_back({answer, people_.find_or_add(actor), people_.find_or_add(partner)});
}

void social_answers::merge(const social_answers &other) {
  statistics::check_room(rows_.size() + other.rows_.size());
  for (std::size_t k = 0; k < other.rows_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const row &added = other.rows_[k];
    rows_.push_back({added.answer, people_.find_or_add(other.people_.id(added.actor)),
                     people_.find_or_add(other.people_.id(added.partner))});
  }
}

social_relations social_answers::fit() const { return relations_fit(*this).fit(); }

void social_answers::serialize(native_writer &out) const {
  people_.serialize(out);
  out.values(span<row>(rows_.data(), rows_.size()));
}

social_answers social_answers::deserialize(native_reader &in) {
  social_answers made;
  const person_index people = person_index::deserialize(in);
  for (const row &read : in.values<row>()) {
    if (read.actor >= people.size() || read.partner >= people.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has an answer of nobody");
    made.rows_.push_back({read.answer, made.people_.find_or_add(people.id(read.actor)),
                          made.people_.find_or_add(people.id(read.partner))});
  }
  return made;
}

}  // namespace harmony::affinity
