#include "core/recruitment/competencies.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using harmony::missing;
using harmony::scored;
using namespace harmony::person;
using namespace harmony::recruitment;

profile person_with(std::initializer_list<weighted_trait> values) {
  profile person;
  for (const weighted_trait &entry : values) person.set(entry.which, entry.weight);
  person.derive();
  return person;
}

/// The snapshot of docs/reference/assessment.md.
profile example() {
  return person_with({{trait::openness, 62.5},
                      {trait::conscientiousness, 71.0},
                      {trait::extraversion, 55.2},
                      {trait::agreeableness, 68.1},
                      {trait::neuroticism, 31.0},
                      {trait::logical, 70.0},
                      {trait::numerical, 55.0},
                      {trait::verbal, 61.0},
                      {trait::resilience, 58.3},
                      {trait::autonomy, 0.42},
                      {trait::feedback, 0.61},
                      {trait::structure, 0.55}});
}

benchmarks asking(std::initializer_list<weighted_trait> values) {
  benchmarks position;
  for (const weighted_trait &entry : values) position.set(entry.which, entry.weight);
  return position;
}

TEST(competencies, against_benchmark) {
  EXPECT_DOUBLE_EQ(against_benchmark(40.0, 80.0, polarity::high), 50.0);    // 100·40/80
  EXPECT_DOUBLE_EQ(against_benchmark(90.0, 80.0, polarity::high), 100.0);   // held to 100
  EXPECT_DOUBLE_EQ(against_benchmark(0.0, 0.0, polarity::high), 100.0);     // nothing asked
  EXPECT_DOUBLE_EQ(against_benchmark(40.0, 20.0, polarity::low), 75.0);     // 100·60/80
  EXPECT_DOUBLE_EQ(against_benchmark(10.0, 20.0, polarity::low), 100.0);    // 100·90/80, held
  EXPECT_DOUBLE_EQ(against_benchmark(100.0, 100.0, polarity::low), 100.0);  // nothing asked
  EXPECT_DOUBLE_EQ(against_benchmark(40.0, 60.0, polarity::moderate), 100.0 - 100.0 * 20.0 / 60.0);
  EXPECT_DOUBLE_EQ(against_benchmark(40.0, 30.0, polarity::moderate), 100.0 - 100.0 * 10.0 / 70.0);
  EXPECT_DOUBLE_EQ(against_benchmark(0.0, 100.0, polarity::moderate), 0.0);
  EXPECT_TRUE(std::isnan(against_benchmark(missing, 50.0, polarity::high)));
  for (const double wrong : {-1.0, 100.5, missing})
    EXPECT_THROW(against_benchmark(50.0, wrong, polarity::high), harmony::error);
  benchmarks position;
  EXPECT_THROW(position.set(trait::openness, 101.0), harmony::error);
}

TEST(competencies, as_they_are_without_a_position) {
  const profile person = person_with({{trait::neuroticism, 31.0}, {trait::amotivation, 5.0}, {trait::autonomy, 0.42}});
  EXPECT_DOUBLE_EQ(counted_value(person, trait::neuroticism, {}), 69.0);
  EXPECT_DOUBLE_EQ(counted_value(person, trait::amotivation, {}), 95.0);
  EXPECT_DOUBLE_EQ(counted_value(person, trait::autonomy, {}), 42.0);
  EXPECT_TRUE(std::isnan(counted_value(person, trait::openness, {})));
}

TEST(competencies, neuroticism_benchmark_holds_for_emotional_stability) {
  const profile person = person_with({{trait::neuroticism, 31.0}});
  // 100·69/(100 − 15)
  EXPECT_DOUBLE_EQ(counted_value(person, trait::emotional_stability, asking({{trait::neuroticism, 15.0}})),
                   100.0 * 69.0 / 85.0);
  // 100·69/65, held to 100
  EXPECT_DOUBLE_EQ(counted_value(person, trait::emotional_stability, asking({{trait::neuroticism, 35.0}})), 100.0);
  // its own benchmark goes first: 100·69/92
  EXPECT_DOUBLE_EQ(counted_value(person, trait::emotional_stability,
                                 asking({{trait::neuroticism, 15.0}, {trait::emotional_stability, 92.0}})),
                   75.0);
}

TEST(competencies, cognitive_benchmarks_hold_for_gca) {
  const profile person = person_with({{trait::logical, 70.0}, {trait::numerical, 55.0}, {trait::gca, 62.0}});
  EXPECT_DOUBLE_EQ(counted_value(person, trait::gca, {}), 62.0);
  EXPECT_DOUBLE_EQ(counted_value(person, trait::gca, asking({{trait::gca, 80.0}, {trait::logical, 90.0}})), 77.5);
  // (100·70/80 + 55)/2 = (87.5 + 55)/2
  EXPECT_DOUBLE_EQ(counted_value(person, trait::gca, asking({{trait::logical, 80.0}})), 71.25);
  // verbal has a benchmark but was not measured
  EXPECT_DOUBLE_EQ(counted_value(person, trait::gca, asking({{trait::verbal, 80.0}})), 62.0);
  EXPECT_DOUBLE_EQ(counted_value(person, trait::logical, asking({{trait::logical, 80.0}})), 87.5);
  EXPECT_TRUE(std::isnan(counted_value(profile(), trait::gca, asking({{trait::logical, 80.0}}))));
}

TEST(competencies, explicit_polarity_overrides) {
  benchmarks position;
  position.set(trait::extraversion, 40.0, polarity::moderate);
  const profile person = person_with({{trait::extraversion, 70.0}});
  EXPECT_DOUBLE_EQ(counted_value(person, trait::extraversion, position), 50.0);  // 100 − 100·30/60
}

TEST(competencies, default_model_by_hand) {
  const profile person = example();
  const std::vector<competency> &model = default_competency_model().competencies;
  ASSERT_EQ(model.size(), 4U);
  // gca = (70 + 55 + 61)/3 = 62; .60·62 + .40·71 = 37.2 + 28.4
  EXPECT_NEAR(score_competency(person, model[0].weights).score, 65.6, 1e-12);
  // .40·68.1 + .20·71 + .40·69 = 27.24 + 14.2 + 27.6
  EXPECT_NEAR(score_competency(person, model[1].weights).score, 69.04, 1e-12);
  // .55·58.3 + .30·69 + .15·62.5 = 32.065 + 20.7 + 9.375
  EXPECT_NEAR(score_competency(person, model[2].weights).score, 62.14, 1e-12);
  // .40·42 + .30·61 + .30·55 = 16.8 + 18.3 + 16.5
  EXPECT_NEAR(score_competency(person, model[3].weights).score, 51.6, 1e-12);
  // (65.6 + 69.04 + 62.14 + 51.6)/4 = 248.38/4
  const scored fit = g_fit(person);
  EXPECT_NEAR(fit.score, 62.095, 1e-12);
  EXPECT_DOUBLE_EQ(fit.data_quality, 1.0);
}

TEST(competencies, missing_traits) {
  const trait_weights &performance = default_competency_model().competencies[0].weights;
  const profile careful = person_with({{trait::conscientiousness, 80.0}});
  const competency_score half = score_competency(careful, performance);
  EXPECT_DOUBLE_EQ(half.score, 80.0);
  EXPECT_DOUBLE_EQ(half.data_quality, 0.4);
  const competency_score none = score_competency(profile(), performance);
  EXPECT_TRUE(std::isnan(none.score));
  EXPECT_EQ(none.data_quality, 0.0);
  EXPECT_FALSE(none.resilience_proxy);

  // individual_performance = 80, team_fit = 80 (conscientiousness alone), the other two missing
  const scored fit = g_fit(careful);
  EXPECT_DOUBLE_EQ(fit.score, 80.0);
  EXPECT_DOUBLE_EQ(fit.data_quality, 0.15);  // (.40 + .20 + 0 + 0)/4
  EXPECT_TRUE(std::isnan(g_fit(profile()).score));
}

TEST(competencies, zero_weight_does_not_make_a_score) {
  const trait_weights weights{{trait::openness, 0.0}, {trait::gca, 1.0}};
  EXPECT_TRUE(std::isnan(score_competency(person_with({{trait::openness, 50.0}}), weights).score));
  EXPECT_TRUE(explain_competency(person_with({{trait::openness, 50.0}}), weights).empty());
}

TEST(competencies, resilience_proxy) {
  const trait_weights &weights = default_competency_model().competencies[2].weights;
  const profile person = person_with({{trait::neuroticism, 40.0}, {trait::openness, 80.0}});
  const competency_score result = score_competency(person, weights);
  EXPECT_NEAR(result.score, 63.0, 1e-12);  // (.55 + .30)·60 + .15·80 = 51 + 12
  EXPECT_NEAR(result.data_quality, 0.45, 1e-15);
  EXPECT_TRUE(result.resilience_proxy);
  // Against neuroticism 20 the stability counts 100·60/80 = 75: .85·75 + .15·80 = 63.75 + 12
  EXPECT_NEAR(score_competency(person, weights, asking({{trait::neuroticism, 20.0}})).score, 75.75, 1e-12);
  const std::vector<trait_contribution> parts = explain_competency(person, weights);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].which, trait::resilience);
  EXPECT_EQ(parts[0].source, trait::emotional_stability);
  EXPECT_FALSE(score_competency(example(), weights).resilience_proxy);
  EXPECT_FALSE(score_competency(person, default_competency_model().competencies[1].weights).resilience_proxy);
}

TEST(competencies, importance) {
  competency_model model = default_competency_model();
  model.competencies[0].importance = 3.0;
  model.competencies[1].importance = 1.0;
  model.competencies[2].importance = model.competencies[3].importance = 0.0;
  EXPECT_NEAR(g_fit(example(), {}, model).score, (3.0 * 65.6 + 69.04) / 4.0, 1e-12);
}

TEST(competencies, wrong_models) {
  EXPECT_THROW(competency_model().check(), harmony::error);
  competency_model twice{{{"a", {{trait::gca, 1.0}}}, {"a", {{trait::gca, 1.0}}}}};
  EXPECT_THROW(twice.check(), harmony::error);
  competency_model nothing{{{"a", {{trait::gca, 1.0}}, 0.0}}};
  EXPECT_THROW(nothing.check(), harmony::error);
  competency_model negative{{{"a", {{trait::gca, 1.0}}, -1.0}, {"b", {{trait::gca, 1.0}}, 2.0}}};
  EXPECT_THROW(negative.check(), harmony::error);
  competency_model empty{{{"a", {}}}};
  EXPECT_THROW(empty.check(), harmony::error);
  competency_model many;
  for (std::size_t k = 0; k <= max_competencies; ++k)
    many.competencies.push_back({"c" + std::to_string(k), {{trait::gca, 1.0}}});
  try {
    many.check();
    FAIL();
  } catch (const harmony::error &caught) {
    EXPECT_STREQ(caught.sqlstate(), "54000");
  }
}

/// Random profiles, positions and models: contributions sum, scores stay in range, a better trait never lowers g_fit.
TEST(competencies, properties) {
  std::mt19937 random(20240611);
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  for (int round = 0; round < 3000; ++round) {
    profile person;
    benchmarks position;
    for (std::size_t k = 0; k < trait_count; ++k) {
      const auto which = static_cast<trait>(k);
      if (unit(random) < 0.7) person.set(which, unit(random) * trait_maximum(which));
      if (unit(random) < 0.5) position.set(which, std::round(unit(random) * 20.0) * 5.0);
    }
    person.derive();
    for (const competency &asked : default_competency_model().competencies) {
      const competency_score result = score_competency(person, asked.weights, position);
      const std::vector<trait_contribution> parts = explain_competency(person, asked.weights, position);
      double sum = 0.0, share = 0.0;
      for (const trait_contribution &part : parts) {
        sum += part.contribution;
        share += part.share;
      }
      ASSERT_EQ(parts.empty(), std::isnan(result.score));
      if (parts.empty()) continue;
      ASSERT_NEAR(sum, result.score, 1e-9);
      ASSERT_NEAR(share, 1.0, 1e-12);
      ASSERT_GE(result.score, 0.0);
      ASSERT_LE(result.score, 100.0);
    }
    const scored before = g_fit(person, position);
    const auto which = static_cast<trait>(random() % trait_count);
    if (std::isnan(before.score) || !person.measured(which)) continue;
    profile better = person;
    const double end = polarity_of(which) == polarity::low ? 0.0 : trait_maximum(which);
    better.set(which, person.get(which) + unit(random) * (end - person.get(which)));
    ASSERT_GE(g_fit(better, position).score, before.score - 1e-9) << trait_name(which);
  }
}

}  // namespace
