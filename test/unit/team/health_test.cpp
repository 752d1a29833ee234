#include "core/team/harmony_metrics.hpp"
#include "core/team/health_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

using harmony::missing;
using namespace harmony::team;
using harmony::person::profile;
using harmony::person::trait;

profile person(double agreeableness, double conscientiousness, double stability, double gca) {
  profile result;
  result.set(trait::agreeableness, agreeableness);
  result.set(trait::conscientiousness, conscientiousness);
  result.set(trait::emotional_stability, stability);
  result.set(trait::gca, gca);
  return result;
}

TEST(harmony_metrics, by_hand) {
  // P_ind (.50 gca + .35 C)/.85 = 61.7647 and 80; mean ES 60; cohesion (60 + 60)/2; σ(60, 80) = √200
  const harmony_metrics m = metrics_of({person(80, 66, 70, 58.8), person(60, 80, 50, 80)});
  EXPECT_NEAR(m.performance, ((0.5 * 58.8 + 0.35 * 66) / 0.85 + 80.0) / 2.0, 1e-12);
  EXPECT_NEAR(m.cohesion, 60.0, 1e-12);
  EXPECT_EQ(m.min_agreeableness, 60.0);
  EXPECT_NEAR(m.sd_conscientiousness, std::sqrt(98.0), 1e-12);
  EXPECT_EQ(m.mean_emotional_stability, 60.0);
  EXPECT_EQ(m.min_emotional_stability, 50.0);
  EXPECT_NEAR(m.mean_gca, 69.4, 1e-12);
  EXPECT_EQ(m.n, 2U);
  EXPECT_NEAR(m.data_quality, (0.85 + 3.0) / 4.0, 1e-12);  // autonomy drive, .15 of P_ind, was not measured
}

TEST(harmony_metrics, small_and_unknown_crews) {
  const harmony_metrics nobody = metrics_of({});
  EXPECT_EQ(nobody.n, 0U);
  EXPECT_EQ(nobody.data_quality, 0.0);
  EXPECT_TRUE(std::isnan(nobody.performance) && std::isnan(nobody.cohesion));
  const harmony_metrics one = metrics_of({person(40, 50, 60, 70)});
  EXPECT_NEAR(one.cohesion, 50.0, 1e-12);
  EXPECT_TRUE(std::isnan(one.sd_conscientiousness));
  const harmony_metrics unknown = metrics_of({profile(), profile()});
  EXPECT_EQ(unknown.n, 2U);
  EXPECT_EQ(unknown.data_quality, 0.0);
  EXPECT_TRUE(std::isnan(unknown.mean_gca));
}

TEST(harmony_metrics, a_clone_does_not_move_the_minima) {
  std::vector<profile> crew{person(80, 66, 70, 58), person(35, 80, 50, 80), person(90, 20, 95, 10)};
  const harmony_metrics before = metrics_of(crew);
  for (std::size_t k = 0; k < 3; ++k) {
    std::vector<profile> larger = crew;
    larger.push_back(crew[k]);
    EXPECT_EQ(metrics_of(larger).min_agreeableness, before.min_agreeableness);
    EXPECT_EQ(metrics_of(larger).min_emotional_stability, before.min_emotional_stability);
  }
}

// ---- weather ----

pulse says(unsigned char who, std::int64_t day, double value) { return {{who}, day, value}; }

weather of(const std::vector<pulse> &pulses, std::int64_t as_of = 100, const weather_model &model = {}) {
  pulse_pool pool(as_of, model);
  for (const pulse &p : pulses) pool.add(p);
  return pool.finish();
}

TEST(team_weather, by_hand) {
  // Last 7 days (94 … 100): 3, 4, 4 on three days. ew = 11/3 · 3/7 + 3 · 4/7. Differences: 1 within 1, 4 − 2 within 2.
  const weather w =
      of({says(1, 98, 3), says(1, 99, 4), says(2, 100, 4), says(2, 91, 2), says(2, 40, 2), says(1, 101, 1)});
  EXPECT_EQ(w.n_pulses, 3U);
  EXPECT_EQ(w.n_people, 2U);
  EXPECT_EQ(w.days_observed, 3U);
  EXPECT_NEAR(w.mean, 11.0 / 3.0, 1e-12);
  EXPECT_NEAR(w.shrunk, 11.0 / 7.0 + 12.0 / 7.0, 1e-12);
  EXPECT_STREQ(w.status, "stable");
  EXPECT_EQ(w.n_differences, 2U);
  EXPECT_NEAR(w.rmssd, std::sqrt(2.5), 1e-12);
  // Daily means 2, 3, 4, 4 on −9, −2, −1, 0: Sxy = 11, Sxx = 50, residual variance .165, t(.975, 2) = .95 √(2/.0975)
  EXPECT_EQ(w.trend_days, 4U);
  EXPECT_NEAR(w.slope, 0.22, 1e-12);
  const double half = 0.95 * std::sqrt(2.0 / 0.0975) * std::sqrt(0.0033);
  EXPECT_NEAR(w.slope_low, 0.22 - half, 1e-9);
  EXPECT_NEAR(w.slope_high, 0.22 + half, 1e-9);
  EXPECT_STREQ(w.trend, "steady");
  EXPECT_NEAR(w.outlook, w.shrunk, 1e-12);
  EXPECT_NEAR(w.outlook_low, w.shrunk + 30.0 * (0.22 - half), 1e-7);
  EXPECT_EQ(w.outlook_high, 5.0);
  EXPECT_STREQ(w.outlook_status, "turbulent");
}

TEST(team_weather, trends) {
  // scipy.stats.linregress and t.ppf(.975, 3)
  const weather up = of({says(1, 96, 2), says(1, 97, 2.5), says(1, 98, 3.1), says(1, 99, 3.4), says(1, 100, 4)});
  EXPECT_NEAR(up.slope, 0.49, 1e-12);
  EXPECT_NEAR(up.slope_low, 0.40991019098655024, 1e-9);
  EXPECT_STREQ(up.trend, "improving");
  EXPECT_EQ(up.outlook, 5.0);
  EXPECT_STREQ(up.outlook_status, "excellent");
  const weather down = of({says(1, 98, 5), says(1, 99, 4), says(1, 100, 3)});
  EXPECT_STREQ(down.trend, "declining");
  EXPECT_EQ(down.outlook, 1.0);
  EXPECT_STREQ(down.outlook_status, "critical");
  const weather flat = of({says(1, 98, 4), says(2, 99, 4), says(1, 100, 4)});
  EXPECT_STREQ(flat.trend, "steady");
  EXPECT_EQ(flat.outlook_low, flat.outlook_high);
  const weather two = of({says(1, 99, 4), says(1, 100, 3)});
  EXPECT_NEAR(two.slope, -1.0, 1e-12);
  EXPECT_EQ(two.trend, nullptr);
  EXPECT_TRUE(std::isnan(two.outlook) && std::isnan(two.slope_low));
}

TEST(team_weather, status_boundaries) {
  const auto status = [](double value) { return std::string(of({says(1, 100, value)}).status); };
  EXPECT_EQ(status(4.5), "excellent");
  EXPECT_EQ(status(4.49), "stable");
  EXPECT_EQ(status(3.5), "stable");
  EXPECT_EQ(status(3.49), "turbulent");
  EXPECT_EQ(status(2.5), "turbulent");
  EXPECT_EQ(status(2.49), "critical");
}

TEST(team_weather, windows) {
  EXPECT_EQ(of({says(1, 94, 4)}).n_pulses, 1U);  // the seventh day
  EXPECT_EQ(of({says(1, 93, 4)}).n_pulses, 0U);
  EXPECT_EQ(of({says(1, 71, 4)}).trend_days, 1U);  // the thirtieth day
  EXPECT_EQ(of({says(1, 70, 4)}).trend_days, 0U);
  const weather old = of({says(1, 80, 4)});
  EXPECT_TRUE(std::isnan(old.mean) && std::isnan(old.shrunk));
  EXPECT_EQ(old.status, nullptr);
  std::vector<pulse> week;
  for (int day = 94; day <= 100; ++day) week.push_back(says(1, day, 5));
  EXPECT_EQ(of(week).shrunk, 5.0);  // seven days count in full
}

TEST(team_weather, order_and_doubles_do_not_matter) {
  std::vector<pulse> pulses;
  for (int k = 0; k < 60; ++k)
    pulses.push_back(says(static_cast<unsigned char>(k % 7), 75 + k % 26, 1.0 + k * 13 % 41 / 10.0));
  const weather expected = of(pulses);
  std::reverse(pulses.begin(), pulses.end());
  std::rotate(pulses.begin(), pulses.begin() + 17, pulses.end());
  pulse_pool left(100, {}), right(100, {});
  for (std::size_t k = 0; k < pulses.size(); ++k) (k % 3 == 0 ? left : right).add(pulses[k]);
  left.merge(right);
  const weather merged = left.finish();
  EXPECT_EQ(merged.mean, expected.mean);
  EXPECT_EQ(merged.rmssd, expected.rmssd);
  EXPECT_EQ(merged.slope, expected.slope);
  EXPECT_EQ(merged.outlook_low, expected.outlook_low);
  // Two pulses of one person and day count as their mean.
  EXPECT_EQ(of({says(1, 100, 2), says(1, 100, 4), says(2, 100, 5)}).mean, 4.0);
}

TEST(team_weather, a_pool_survives_the_way_between_processes) {
  weather_model model;
  model.days = 5.0;
  pulse_pool pool(100, model);
  for (int k = 0; k < 20; ++k) pool.add(says(1 + k % 3, 100 - k, 1.0 + k % 5));
  harmony::native_writer sent;
  pool.serialize(sent);
  harmony::native_reader received(sent.bytes());
  const weather restored = pulse_pool::deserialize(received).finish(), expected = pool.finish();
  EXPECT_NO_THROW(received.finish());
  EXPECT_EQ(restored.mean, expected.mean);
  EXPECT_EQ(restored.shrunk, expected.shrunk);
  EXPECT_EQ(restored.slope, expected.slope);
  EXPECT_EQ(restored.n_differences, expected.n_differences);
  for (std::size_t size = 0; size < sent.bytes().size(); ++size) {
    harmony::native_reader cut({sent.bytes().data(), size});
    EXPECT_THROW(pulse_pool::deserialize(cut), harmony::error) << size;
  }
}

TEST(team_weather, refusals) {
  pulse_pool pool(100, {});
  EXPECT_THROW(pool.add(says(1, 100, 0.5)), harmony::error);
  EXPECT_THROW(pool.add(says(1, 100, 5.5)), harmony::error);
  EXPECT_THROW(pool.add(says(1, 100, NAN)), harmony::error);
  EXPECT_THROW(pool.merge(pulse_pool(99, {})), harmony::error);
  weather_model model;
  model.days = 31;
  EXPECT_THROW(pulse_pool(100, model), harmony::error);
  model.days = 2.5;
  EXPECT_THROW(pulse_pool(100, model), harmony::error);
}

// ---- diagnosis ----

risk_input measures(double performance, double cohesion, double least_stability) {
  risk_input result;
  result.performance = performance;
  result.cohesion = cohesion;
  result.min_emotional_stability = least_stability;
  return result;
}

// With the least emotional stability alone both risks are 100 − min ES.
risk_level risk_at(double least_stability) {
  risk_input result;
  result.min_emotional_stability = least_stability;
  return diagnose(result, {}).risk;
}

TEST(team_diagnosis, risk_boundaries) {
  EXPECT_EQ(risk_at(75.0), risk_level::low);  // at 25: not above
  EXPECT_EQ(risk_at(74.9), risk_level::medium);
  EXPECT_EQ(risk_at(55.0), risk_level::medium);
  EXPECT_EQ(risk_at(54.9), risk_level::high);
  EXPECT_EQ(risk_at(40.0), risk_level::high);
  EXPECT_EQ(risk_at(39.9), risk_level::critical);
  EXPECT_EQ(diagnose({}, {}).risk, risk_level::unknown);
}

TEST(team_diagnosis, nine_cells) {
  const auto cell = [](double performance, double cohesion) {
    const diagnosis d = diagnose(measures(performance, cohesion, 90), {});
    return std::string(d.cell) + " " + d.signal;
  };
  EXPECT_EQ(cell(70, 70), "thriving none");
  EXPECT_EQ(cell(70, 69.9), "driven none");
  EXPECT_EQ(cell(70, 40), "driven none");
  EXPECT_EQ(cell(70, 39.9), "brittle social");
  EXPECT_EQ(cell(69.9, 70), "close_knit none");
  EXPECT_EQ(cell(50, 40), "steady none");
  EXPECT_EQ(cell(50, 39.9), "strained social");
  EXPECT_EQ(cell(49.9, 70), "sheltered performance");
  EXPECT_EQ(cell(49.9, 40), "drifting performance");
  EXPECT_EQ(cell(49.9, 39.9), "failing both");
  EXPECT_EQ(diagnose(measures(70, missing, 90), {}).cell, nullptr);
}

TEST(team_diagnosis, types_from_worst_to_best) {
  const auto type = [](double performance, double cohesion, double least_stability) {
    return diagnose(measures(performance, cohesion, least_stability), {}).type;
  };
  EXPECT_EQ(type(90, 90, 0), crew_type::breakdown);    // risk critical outweighs the rest
  EXPECT_EQ(type(49, 39, 100), crew_type::breakdown);  // both low, at no risk
  EXPECT_EQ(type(90, 90, 50), crew_type::at_risk);
  EXPECT_EQ(type(60, 39, 100), crew_type::at_risk);
  EXPECT_EQ(type(90, 90, 70), crew_type::high_output_fragile);
  EXPECT_EQ(type(70, 39, 100), crew_type::high_output_fragile);
  EXPECT_EQ(type(49, 40, 100), crew_type::social_underpowered);
  EXPECT_EQ(type(49, 90, 70), crew_type::social_underpowered);
  EXPECT_EQ(type(70, 70, 100), crew_type::elite);
  EXPECT_EQ(type(69.9, 70, 100), crew_type::standard);
  EXPECT_EQ(type(60, 60, 70), crew_type::standard);
  EXPECT_EQ(type(missing, 90, 70), crew_type::unknown);
  EXPECT_EQ(type(90, missing, 70), crew_type::high_output_fragile);  // holds whatever the cohesion is
  EXPECT_EQ(type(missing, missing, 0), crew_type::breakdown);
}

TEST(team_diagnosis, crews_of_two_reach_every_type_and_cell) {
  std::set<crew_type> types;
  std::set<std::string> cells, actions;
  for (int agreeableness = 0; agreeableness <= 100; agreeableness += 20)
    for (int ability = 0; ability <= 100; ability += 10)
      for (int stability = 0; stability <= 100; stability += 20)
        for (const double weather : {1.0, 3.0, 5.0}) {
          const harmony_metrics m = metrics_of({person(agreeableness, ability, stability, ability),
                                                person(agreeableness, ability, 0.9 * stability, ability)});
          const diagnosis d = diagnose(
              {m.performance, m.cohesion, m.sd_conscientiousness, m.min_emotional_stability, weather, 0.4}, {});
          types.insert(d.type);
          cells.insert(d.cell);
          ASSERT_FALSE(d.action.empty());
          actions.insert(d.action);
          for (const risk_score &score : {d.hidden_conflict, d.team_volatility}) {
            double sum = 0.0;
            for (const risk_part &part : score.parts) sum += part.contribution;
            ASSERT_NEAR(sum, score.score, 1e-9);
          }
        }
  EXPECT_EQ(types.size(), crew_type_count);
  EXPECT_EQ(cells.size(), 9U);
  EXPECT_GE(actions.size(), 7U);
}

TEST(team_diagnosis, models_are_checked) {
  diagnosis_model model;
  model.levels.high_above = 20;
  EXPECT_THROW(model.check(), harmony::error);
  model = {};
  model.matrix.cohesion_medium = 80;
  EXPECT_THROW(model.check(), harmony::error);
  model = {};
  model.risk.sd_cap = 0;
  EXPECT_THROW(model.check(), harmony::error);
  EXPECT_NO_THROW(health_model().check());
}

// ---- sociogram ----

sociogram_member member(const char *id, double agreeableness, double conscientiousness, double stability) {
  return {id, "", "", false, person(agreeableness, conscientiousness, stability, 50)};
}

TEST(team_sociogram, nodes_and_edges) {
  sociogram_member captain = member("b", 80, 70, 70);
  captain.role = "captain";  // roles compare without regard to case
  const sociogram picture =
      draw({captain, member("a", 60, 60, 45), {"c", "", "", true, profile()}, member("d", 60, 60, 44)});
  ASSERT_EQ(picture.nodes.size(), 4U);
  EXPECT_EQ(picture.nodes[0].member.id, "a");
  EXPECT_STREQ(picture.nodes[0].colour, "amber");
  EXPECT_STREQ(picture.nodes[1].colour, "green");
  EXPECT_EQ(picture.nodes[1].size, 1.0);
  EXPECT_EQ(picture.nodes[0].size, 0.6);
  EXPECT_STREQ(picture.nodes[2].colour, "grey");
  EXPECT_STREQ(picture.nodes[3].colour, "red");
  ASSERT_EQ(picture.edges.size(), 3U);  // c cannot be scored
  EXPECT_EQ(picture.edges[0].source, 0U);
  EXPECT_EQ(picture.edges[0].target, 1U);
  EXPECT_NEAR(picture.edges[0].score, 0.4 * 0.8 + 0.35 * 0.9 + 0.25 * 0.7 * 0.45, 1e-12);
  const sociogram_summary s = summarise(picture);
  EXPECT_EQ(s.pairs, 6U);
  EXPECT_EQ(s.scored, 3U);
  EXPECT_EQ(s.synergy + s.neutral + s.friction, 3U);
}

TEST(team_sociogram, layout_is_that_of_the_distances) {
  // Three alike: equal distances, so an equilateral triangle around the origin.
  const sociogram three = draw({member("a", 50, 50, 50), member("b", 50, 50, 50), member("c", 50, 50, 50)});
  const auto apart = [](const sociogram_node &i, const sociogram_node &j) { return std::hypot(i.x - j.x, i.y - j.y); };
  EXPECT_NEAR(apart(three.nodes[0], three.nodes[1]), apart(three.nodes[1], three.nodes[2]), 2e-4);
  EXPECT_NEAR(apart(three.nodes[0], three.nodes[1]), apart(three.nodes[0], three.nodes[2]), 2e-4);
  // Two alike and one unlike both: the two stand together.
  const sociogram odd = draw({member("a", 90, 90, 80), member("b", 90, 88, 80), member("z", 10, 10, 20)});
  EXPECT_LT(apart(odd.nodes[0], odd.nodes[1]) * 3, apart(odd.nodes[0], odd.nodes[2]));
  for (const sociogram_node &node : odd.nodes) {
    EXPECT_LE(std::fabs(node.x), 1.0);
    EXPECT_LE(std::fabs(node.y), 1.0);
  }
  EXPECT_EQ(draw({member("a", 90, 90, 80)}).nodes[0].x, 0.0);
  EXPECT_TRUE(draw({}).nodes.empty());
}

TEST(team_sociogram, order_does_not_matter_and_bad_members_are_refused) {
  std::vector<sociogram_member> crew;
  for (int k = 0; k < 12; ++k) {
    const std::string id = "m" + std::to_string(k);
    crew.push_back(member(id.c_str(), k * 31 % 101, k * 47 % 101, k * 61 % 101));
  }
  const sociogram expected = draw(crew);
  std::reverse(crew.begin(), crew.end());
  const sociogram again = draw(crew);
  for (std::size_t k = 0; k < 12; ++k) {
    EXPECT_EQ(again.nodes[k].x, expected.nodes[k].x);
    EXPECT_EQ(again.nodes[k].y, expected.nodes[k].y);
  }
  EXPECT_THROW(draw({member("a", 1, 1, 1), member("a", 2, 2, 2)}), harmony::error);
  EXPECT_THROW(draw({member("", 1, 1, 1)}), harmony::error);
  EXPECT_THROW(draw(std::vector<sociogram_member>(max_sociogram_members + 1)), harmony::error);
}

}  // namespace
