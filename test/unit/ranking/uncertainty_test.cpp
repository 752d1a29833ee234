// Errors of scores: against numeric differentiation of the scores themselves, and against R 4.2 (rnorm, 4,000,000 draws
// of every trait with its error, the model written anew there).
#include "core/ranking/uncertainty.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::ranking {
namespace {

using person::bit_of;
using person::polarity;
using person::trait_maximum;
using person::trait_name;

fit_weights weights_of(const profile &person, const benchmarks &asked, const recruitment::competency_model &model) {
  return fit_weights_of(recruitment::countable(person.measured_mask(), asked), model);
}

/// What a request asks for, with its model.
struct scorer {
  const match_request &asked;
  double ratio = missing;

  explicit scorer(const match_request &request) : asked(request) {
    if (request.environment) ratio = evaluate_environment(*request.environment, request.model.environment).ratio;
  }

  double g_fit(const profile &person) const { return recruitment::g_fit(person, asked.asked, asked.model.fit).score; }

  prediction success(const profile &person) const {
    const team::team_fit team = fit_of(team::summarise(asked.members).with(person), asked.model.team);
    const double leader = asked.leader ? f_lmx(person, *asked.leader).score : missing;
    return mlpsm({recruitment::p_ind(person, asked.model.p_ind).score, team.score,
                  f_env_score(ratio, person.get(trait::resilience), asked.model.environment), leader},
                 asked.model.success);
  }

  double fit_error(const profile &person) const {
    return propagated_error(gradient_of_fit(person, asked.asked, weights_of(person, asked.asked, asked.model.fit)),
                            person, 0, error_sources_of(asked.model.uncertainty, {}));
  }

  double success_error(const profile &person) const {
    const team::team_summary together = team::summarise(asked.members).with(person);
    const team::team_fit fit = fit_of(together, asked.model.team);
    const success_context context{asked.model.p_ind,       {together, fit},
                                  asked.model.team,        ratio,
                                  asked.model.environment, asked.leader ? &*asked.leader : nullptr};
    return propagated_error(gradient_of_success(person, context, success(person).beta), person, 0,
                            error_sources_of(asked.model.uncertainty, {}));
  }
};

/// Values of traits that were measured themselves.
using measured_values = std::vector<weighted_trait>;

profile derived(const measured_values &values) {
  profile person;
  for (const weighted_trait &entry : values) person.set(entry.which, entry.weight);
  person.derive();
  return person;
}

/// √Σ (Δ score/Δ trait)² SE² by differences; missing near a kink, where the two sides differ.
template <class Score>
double numeric_error(const measured_values &values, const trait_errors &errors, Score score) {
  double variance = 0.0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const double step = 1e-5 * trait_maximum(values[k].which);
    measured_values up = values, down = values;
    up[k].weight += step;
    down[k].weight -= step;
    const double here = score(derived(values));
    const double rise = (score(derived(up)) - here) / step, fall = (here - score(derived(down))) / step;
    if (std::fabs(rise - fall) > 1e-3 * (std::fabs(rise) + std::fabs(fall)) + 1e-6) return missing;
    const double part = (rise + fall) / 2.0 * errors[static_cast<std::size_t>(values[k].which)];
    variance += part * part;
  }
  return std::sqrt(variance);
}

measured_values random_values(std::mt19937 &random, int in_ten) {
  constexpr trait drawn[] = {trait::openness,   trait::conscientiousness, trait::agreeableness, trait::neuroticism,
                             trait::logical,    trait::numerical,         trait::verbal,        trait::intrinsic,
                             trait::identified, trait::resilience,        trait::autonomy,      trait::feedback,
                             trait::structure};
  measured_values values;
  for (const trait which : drawn)
    if (static_cast<int>(random() % 10) < in_ten)
      values.push_back({which, (1.0 + static_cast<double>(random() % 9800) / 100.0) / 100.0 * trait_maximum(which)});
  return values;
}

match_request any_request(std::mt19937 &random) {
  match_request request = request_for(static_cast<int>(random() % 6));
  if (random() % 4 == 0) request.environment.reset();
  if (random() % 4 == 0) request.leader.reset();
  for (const trait which : {trait::openness, trait::agreeableness, trait::neuroticism, trait::gca, trait::logical,
                            trait::emotional_stability, trait::autonomy, trait::resilience})
    if (random() % 3 == 0) request.asked.set(which, static_cast<double>(random() % 101));
  if (random() % 2 == 0) request.asked.set(trait::conscientiousness, 60.0, polarity::moderate);
  if (random() % 4 == 0) request.model.success.f_lmx = -0.1;
  return request;
}

TEST(uncertainty, is_that_of_numeric_differentiation) {
  std::mt19937 random(11);
  int compared = 0;
  for (int k = 0; k < 2000; ++k) {
    const match_request request = any_request(random);
    const scorer score(request);
    const measured_values values = random_values(random, k % 3 == 0 ? 7 : 10);
    if (values.empty()) continue;
    const profile person = derived(values);
    const trait_errors errors = standard_errors(request.model.uncertainty);
    const double fit = numeric_error(values, errors, [&](const profile &p) { return score.g_fit(p); });
    if (!std::isnan(fit)) {
      ASSERT_NEAR(score.fit_error(person), fit, 1e-4 * (1.0 + fit)) << k;
    }
    const double success = numeric_error(values, errors, [&](const profile &p) { return score.success(p).unclamped; });
    if (!std::isnan(success)) {
      ASSERT_NEAR(score.success_error(person), success, 1e-4 * (1.0 + success)) << k;
    }
    compared += (std::isnan(fit) ? 0 : 1) + (std::isnan(success) ? 0 : 1);
  }
  EXPECT_GT(compared, 3000);
}

match_request request_of_r() {
  match_request request;
  request.members = {
      person_with({{trait::agreeableness, 80}, {trait::conscientiousness, 40}, {trait::neuroticism, 30}}),
      person_with({{trait::agreeableness, 60}, {trait::conscientiousness, 50}, {trait::neuroticism, 50}})};
  request.asked.set(trait::conscientiousness, 99.0);
  request.asked.set(trait::neuroticism, 10.0);
  request.environment = recruitment::environment{0.6, 0.4, 0.8, 0.5, 0.7};
  request.leader = leadership{0.9, 0.1, 0.95};
  return request;
}

profile person_of_r() {
  return person_with({{trait::conscientiousness, 76},
                      {trait::agreeableness, 30},
                      {trait::neuroticism, 40},
                      {trait::openness, 50},
                      {trait::logical, 70},
                      {trait::numerical, 60},
                      {trait::resilience, 55},
                      {trait::intrinsic, 80},
                      {trait::identified, 60},
                      {trait::autonomy, 0.4},
                      {trait::feedback, 0.6},
                      {trait::structure, 0.5}});
}

// g_fit is linear here: R sums its ten squares, with the errors before they were rounded to 4 decimals. The SD of ŷ
// over the draws has an error of .0007; curvature of σ and F_lmx adds some .001.
TEST(uncertainty, is_that_of_simulation_in_r) {
  const match_request request = request_of_r();
  const scorer score(request);
  EXPECT_NEAR(score.g_fit(person_of_r()), 57.6193181818, 1e-9);
  EXPECT_NEAR(score.success(person_of_r()).unclamped, 50.2334404217, 1e-9);
  EXPECT_NEAR(score.fit_error(person_of_r()), 2.73541786474905, 2e-5);
  EXPECT_NEAR(score.fit_error(person_of_r()), 2.7347638, 0.003);
  EXPECT_NEAR(score.success_error(person_of_r()), 2.0129721, 0.006);
}

TEST(uncertainty, errors_are_those_of_the_norm_or_assumed) {
  const trait_errors errors = standard_errors({});
  const auto of = [&](trait which) { return errors[static_cast<std::size_t>(which)]; };
  EXPECT_NEAR(of(trait::openness), 15.0905 * std::sqrt(1 - 0.8058), 5e-5);
  EXPECT_NEAR(of(trait::conscientiousness), 17.9383 * std::sqrt(1 - 0.8253), 5e-5);
  EXPECT_NEAR(of(trait::extraversion), 22.8077 * std::sqrt(1 - 0.9024), 5e-5);
  EXPECT_NEAR(of(trait::agreeableness), 17.0806 * std::sqrt(1 - 0.8405), 5e-5);
  EXPECT_NEAR(of(trait::neuroticism), 21.4564 * std::sqrt(1 - 0.885), 5e-5);
  EXPECT_EQ(of(trait::emotional_stability), of(trait::neuroticism));
  EXPECT_NEAR(of(trait::resilience), 18.8747 * std::sqrt(0.2), 1e-12);
  EXPECT_NEAR(of(trait::structure), 0.188747 * std::sqrt(0.2), 1e-14);

  uncertainty_model stated;
  stated.emotional_stability = 5.0;
  stated.gca = 0.0;
  stated.autonomy = 0.25;
  const trait_errors changed = standard_errors(stated);
  EXPECT_EQ(changed[static_cast<std::size_t>(trait::emotional_stability)], 5.0);
  EXPECT_EQ(changed[static_cast<std::size_t>(trait::gca)], 0.0);
  EXPECT_EQ(changed[static_cast<std::size_t>(trait::autonomy)], 0.25);
}

TEST(uncertainty, model_has_a_key_for_every_trait) {
  const auto fields = fields_of(uncertainty_model{}).fields;
  ASSERT_EQ(fields.size, trait_count + 3);
  for (std::size_t k = 0; k < trait_count; ++k) {
    EXPECT_EQ(fields[k].name, trait_name(static_cast<trait>(k)));
    EXPECT_EQ(fields[k].within.high, trait_maximum(static_cast<trait>(k)));
  }
}

TEST(uncertainty, model_out_of_bounds_is_refused) {
  uncertainty_model model;
  model.autonomy = 1.5;
  EXPECT_THROW(standard_errors(model), error);
  model.autonomy = missing;
  model.assumed_reliability = -0.1;
  EXPECT_THROW(standard_errors(model), error);
}

trait_gradient gradient_by(std::initializer_list<weighted_trait> slopes) {
  trait_gradient gradient{};
  for (const weighted_trait &entry : slopes) gradient[static_cast<std::size_t>(entry.which)] = entry.weight;
  return gradient;
}

// A derivative reaches the parts of a derived trait; a trait that stands alone keeps its own error. By hand.
TEST(uncertainty, derived_traits_have_the_errors_of_their_parts) {
  const error_sources errors = error_sources_of({}, {});
  const double assumed = 18.8747 * std::sqrt(0.2), neuroticism = 7.2762;
  const trait_gradient by_gca = gradient_by({{trait::gca, 1.0}});
  EXPECT_NEAR(propagated_error(by_gca, person_with({{trait::gca, 50}}), 0, errors), assumed, 1e-12);
  EXPECT_NEAR(propagated_error(by_gca, person_with({{trait::logical, 50}, {trait::verbal, 60}}), 0, errors),
              assumed / std::sqrt(2.0), 1e-12);
  // A snapshot gives gca beside its parts.
  EXPECT_NEAR(
      propagated_error(by_gca, person_with({{trait::gca, 55}, {trait::logical, 50}, {trait::verbal, 60}}), 0, errors),
      assumed / std::sqrt(2.0), 1e-12);
  // Emotional stability and neuroticism are one scale: what enters by both is added before it is squared.
  const trait_gradient both = gradient_by({{trait::emotional_stability, 0.5}, {trait::neuroticism, -0.5}});
  EXPECT_NEAR(propagated_error(both, person_with({{trait::neuroticism, 40}}), 0, errors), neuroticism, 1e-12);
  EXPECT_NEAR(
      propagated_error(both, person_with({{trait::emotional_stability, 40}, {trait::neuroticism, 60}}), 0, errors),
      neuroticism, 1e-12);
}

// The pool's SD; the assumed SD where fewer than two have it; never less than a measurement's error. By hand.
TEST(uncertainty, imputed_traits_have_the_spread_of_the_pool) {
  pool_traits pool;
  pool[static_cast<std::size_t>(trait::resilience)] = {50.0, 20.0, 9.0};
  pool[static_cast<std::size_t>(trait::openness)] = {50.0, 2.0, 9.0};
  pool[static_cast<std::size_t>(trait::numerical)] = {50.0, 12.0, 9.0};
  const error_sources errors = error_sources_of({}, pool);
  const auto imputed = [&](trait which) {
    return propagated_error(gradient_by({{which, 1.0}}), person_with({{which, 50 * trait_maximum(which) / 100}}),
                            bit_of(which), errors);
  };
  EXPECT_EQ(imputed(trait::resilience), 20.0);
  EXPECT_EQ(imputed(trait::openness), 6.6501);
  EXPECT_EQ(imputed(trait::verbal), 18.8747);
  EXPECT_NEAR(imputed(trait::feedback), 0.188747, 1e-15);
  // gca of a measured and an imputed part.
  const profile person = person_with({{trait::logical, 60}, {trait::numerical, 50}});
  EXPECT_NEAR(propagated_error(gradient_by({{trait::gca, 1.0}}), person, bit_of(trait::numerical), errors),
              0.5 * std::sqrt(18.8747 * 18.8747 * 0.2 + 144.0), 1e-12);
}

// On a kink the steeper side counts. By hand.
TEST(uncertainty, kinks_count_by_their_steeper_side) {
  const profile person = person_with({{trait::conscientiousness, 60}});
  recruitment::benchmarks asked;
  const recruitment::competency_model one{{{"c", {{trait::conscientiousness, 1}}}}};
  const auto slope = [&] {
    return gradient_of_fit(person, asked,
                           weights_of(person, asked, one))[static_cast<std::size_t>(trait::conscientiousness)];
  };
  EXPECT_EQ(slope(), 1.0);
  asked.set(trait::conscientiousness, 60.0);
  EXPECT_DOUBLE_EQ(slope(), 100.0 / 60.0);
  asked.set(trait::conscientiousness, 59.9);
  EXPECT_EQ(slope(), 0.0);
  asked.set(trait::conscientiousness, 0.0);
  EXPECT_EQ(slope(), 0.0);
  asked.set(trait::conscientiousness, 60.0, polarity::low);
  EXPECT_DOUBLE_EQ(slope(), -100.0 / 40.0);
  asked.set(trait::conscientiousness, 100.0, polarity::low);
  EXPECT_EQ(slope(), 0.0);
  asked.set(trait::conscientiousness, 60.0, polarity::moderate);
  EXPECT_DOUBLE_EQ(slope(), 100.0 / 60.0);
  asked.set(trait::conscientiousness, 59.0, polarity::moderate);
  EXPECT_DOUBLE_EQ(slope(), -100.0 / 59.0);
}

TEST(uncertainty, equal_teams_and_equal_preferences_have_an_error) {
  match_request request;
  const profile equal = person_with({{trait::agreeableness, 60},
                                     {trait::conscientiousness, 60},
                                     {trait::neuroticism, 40},
                                     {trait::autonomy, 0.5},
                                     {trait::feedback, 0.5},
                                     {trait::structure, 0.5}});
  request.members = {equal, equal};
  request.model.success = {0.0, 0.0, 1.0, 0.0, 0.0};
  const trait_errors errors = standard_errors({});
  // F_team: 0.4 of the least agreeable; 0.3 · 100/35 · 1/√3 of conscientiousness; 0.3/3 of stability.
  const double by_hand =
      std::sqrt(std::pow(0.4 * errors[3], 2) + std::pow(30.0 / 35.0 / std::sqrt(3.0) * errors[1], 2) +
                std::pow(0.1 * errors[4], 2));
  EXPECT_NEAR(scorer(request).success_error(equal), by_hand, 1e-12);

  request.members.clear();
  request.leader = leadership{0.5, 0.5, 0.5};
  request.model.success = {0.0, 0.0, 0.0, 0.0, 1.0};
  EXPECT_NEAR(scorer(request).success_error(equal), 100.0 / 3.0 * std::sqrt(3.0) * 0.188747 * std::sqrt(0.2), 1e-12);
}

TEST(uncertainty, interval_holds_the_estimate_within_the_scale) {
  const score_interval middle = interval_of(50.0, 4.0);
  EXPECT_NEAR(middle.low, 50.0 - 4.0 * 1.6448536269514722, 1e-12);
  EXPECT_NEAR(middle.high, 50.0 + 4.0 * 1.6448536269514722, 1e-12);
  const score_interval top = interval_of(103.0, 4.0), beyond = interval_of(120.0, 4.0);
  EXPECT_NEAR(top.low, 103.0 - 4.0 * 1.6448536269514722, 1e-12);
  EXPECT_EQ(top.high, 100.0);
  EXPECT_EQ(beyond.low, 100.0);
  EXPECT_EQ(beyond.high, 100.0);
  const score_interval unknown = interval_of(50.0, std::numeric_limits<double>::infinity());
  EXPECT_EQ(unknown.low, 0.0);
  EXPECT_EQ(unknown.high, 100.0);
  EXPECT_TRUE(std::isnan(interval_of(missing, 4.0).low) && std::isnan(interval_of(50.0, missing).high));
}

// A benchmark as small as a number can be makes a slope beyond all numbers: an interval still, never NaN.
TEST(uncertainty, is_a_number_for_every_model) {
  match_request request = request_of_r();
  request.asked.set(trait::conscientiousness, 5e-324);
  request.asked.set(trait::agreeableness, 5e-324);
  request.model.team.sd_cap = 5e-324;
  request.model.success = {0.0, 1e100, -1e100, 1e100, 1e100};
  profile person = person_of_r();
  person.set(trait::conscientiousness, 0.0);
  person.set(trait::agreeableness, 0.0);
  const scorer score(request);
  EXPECT_FALSE(std::isnan(score.fit_error(person)));
  EXPECT_FALSE(std::isnan(score.success_error(person)));
}

}  // namespace
}  // namespace harmony::ranking
