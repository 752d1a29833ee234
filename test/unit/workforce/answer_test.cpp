// Figures by hand and by R (quantile type 7, qt); chunks and configurations as bytes; words.
#include "core/workforce/answer.hpp"
#include "core/base/error.hpp"
#include "core/workforce/config_bytes.hpp"
#include "core/workforce/joined.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/simulation.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace harmony::workforce {
namespace {

config small(double iterations = 4) {
  config asked;
  asked.numbers.n_iterations = iterations;
  asked.numbers.n_steps = 24;
  asked.numbers.automation_factor = 0.9;
  asked.numbers.adoption_midpoint = 2;
  asked.seed = 5;
  asked.roles = {{"HR", 12, 65000, default_workloads()[1].tasks},
                 {"Engineer", 9, 120000, default_workloads()[0].tasks}};
  return asked;
}

TEST(figures, by_hand) {
  std::vector<double> values = {4, 1, 3, 2, 10};
  const figures got = sum_up(values, interval_t(5));
  EXPECT_EQ(got.mean, 4.0);
  EXPECT_EQ(got.min, 1.0);
  EXPECT_EQ(got.max, 10.0);
  EXPECT_NEAR(got.sd, std::sqrt(50.0 / 4.0), 1e-15);
  EXPECT_NEAR(got.p05, 1.2, 1e-15);
  EXPECT_EQ(got.p50, 3.0);
  EXPECT_NEAR(got.p95, 8.8, 1e-14);
  EXPECT_NEAR(got.ci_high - 4.0, 2.7764451051977987 * std::sqrt(12.5 / 5.0), 1e-12);  // qt(.975, 4)
}

TEST(figures, of_one_value_have_no_interval) {
  std::vector<double> values = {7};
  const figures got = sum_up(values, interval_t(1));
  EXPECT_EQ(got.p95, 7.0);
  EXPECT_TRUE(std::isnan(got.sd) && std::isnan(got.ci_low) && std::isnan(got.ci_high));
}

TEST(figures, of_equal_values_are_exact) {
  std::vector<double> values(100, 0.1);
  const figures got = sum_up(values, interval_t(100));
  EXPECT_EQ(got.mean, 0.1);
  EXPECT_EQ(got.sd, 0.0);
}

TEST(answer, stops_at_the_half_width) {
  config asked = small(1000);
  asked.target = {"employees", "", 0.5};
  const answer got = simulate(asked);
  EXPECT_EQ(got.n_iterations % 50, 0u);
  EXPECT_LT(got.n_iterations, 1000u);
  const figures &last = got.at(24, 0);
  EXPECT_LE((last.ci_high - last.ci_low) / 2, 0.5);
  // What ran is the beginning of the whole, and a step less would not do.
  config all = asked;
  all.target = {};
  all.numbers.n_iterations = got.n_iterations;
  EXPECT_EQ(simulate(all).at(24, 0).mean, last.mean);
  if (got.n_iterations > 50) {
    all.numbers.n_iterations = got.n_iterations - 50;
    const answer less = simulate(all);
    EXPECT_GT((less.at(24, 0).ci_high - less.at(24, 0).ci_low) / 2, 0.5);
  }
  asked.target.width = 1e-9;
  EXPECT_EQ(simulate(asked).n_iterations, 1000u);
  // The rows of a part alone are not enough.
  raw_result part = simulate(plan(asked), 0, 60);
  EXPECT_THROW(sum_up(asked, part), error);
  EXPECT_EQ(target_values(asked, part).size(), 60u);
}

TEST(answer, counts_what_was_checked) {
  config asked = small(1000);
  asked.target = {"employees", "", 1.0};
  const std::vector<double> same(120, 3.0);
  EXPECT_EQ(target_reached(asked, same, 0), 50u);
  EXPECT_EQ(target_reached(asked, same, 49), 50u);
  EXPECT_EQ(target_reached(asked, same, 50), 100u);
  EXPECT_EQ(target_reached(asked, same, 100), 0u);
  EXPECT_EQ(target_reached(asked, std::vector<double>(49, 3.0), 0), 0u);
  asked.numbers.n_iterations = 50;
  EXPECT_EQ(target_reached(asked, same, 0), 0u);
}

TEST(answer, of_joined_roles_is_the_total) {
  const config asked = small(20);
  const raw_result all = run(asked);
  const answer whole = sum_up(asked, all);
  const std::vector<figures> joined = sum_up_joined(asked, all, find_roles(asked, {"Engineer", "HR"}));
  const std::size_t totals[] = {0, 2, 4, 5, 6, 7, 8};  // employees, salary, rates, savings
  for (std::size_t step = 0; step <= asked.steps(); ++step)
    for (std::size_t k = 0; k < 7; ++k) {
      const figures &a = joined[step * 7 + k], &b = whole.at(step, totals[k]);
      EXPECT_EQ(a.mean, b.mean);
      EXPECT_EQ(a.sd, b.sd);
      EXPECT_EQ(a.p95, b.p95);
    }
  EXPECT_THROW(find_roles(asked, {"HR", "HR"}), error);
  EXPECT_THROW(find_roles(asked, {"Chef"}), error);
  EXPECT_THROW(find_roles(asked, {}), error);
}

TEST(answer, of_new_tasks) {
  config asked = small();
  asked.numbers.new_tasks = 6;
  const answer with = simulate(asked);
  asked.numbers.new_tasks = missing;
  const answer without = simulate(asked);
  ASSERT_EQ(with.n_metrics, without.n_metrics + 1);
  const std::size_t redeployed = find_metric(with.asked, "redeployed_capacity", "");
  for (std::size_t step = 0; step <= 24; ++step) {
    EXPECT_EQ(with.at(step, 0).mean, without.at(step, 0).mean);
    EXPECT_LE(with.at(step, redeployed).max, step / 2.0);
    EXPECT_LE(with.at(step, redeployed).max, with.at(step, 8).max);
  }
  EXPECT_EQ(without.context.reinstatement, 0.0);
  EXPECT_GT(with.context.reinstatement, 0.0);
}

TEST(chunks, come_back_and_are_checked) {
  const config asked = small();
  const raw_result part = simulate(plan(asked), 1, 3);
  std::vector<unsigned char> bytes;
  serialize(asked, part, bytes);
  const raw_result back = deserialize(asked, digest_of(asked), bytes.data(), bytes.size());
  EXPECT_EQ(back.first, 1u);
  EXPECT_EQ(back.last, 3u);
  EXPECT_EQ(back.rows, part.rows);
  EXPECT_TRUE(is_chunk_of(digest_of(asked), bytes.data(), bytes.size()));
  config other = asked;
  other.seed = 6;
  EXPECT_FALSE(is_chunk_of(digest_of(other), bytes.data(), bytes.size()));
  EXPECT_THROW(deserialize(other, digest_of(other), bytes.data(), bytes.size()), error);
  for (std::size_t n = 0; n < bytes.size(); n += 7)
    EXPECT_THROW(deserialize(asked, digest_of(asked), bytes.data(), n), error) << n;
  for (std::size_t k = 0; k < 25; ++k) {
    std::vector<unsigned char> forged = bytes;
    forged[k] ^= 0x40;
    EXPECT_THROW(deserialize(asked, digest_of(asked), forged.data(), forged.size()), error) << k;
  }
  std::vector<unsigned char> infinite = bytes;
  std::memset(infinite.data() + infinite.size() - 8, 0xff, 8);
  EXPECT_THROW(deserialize(asked, digest_of(asked), infinite.data(), infinite.size()), error);
}

// A number beyond what the simulation can make would end as infinity in the answer.
TEST(chunks, hold_what_a_simulation_makes) {
  const config asked = small();
  const raw_result part = simulate(plan(asked), 0, 2);
  const std::size_t width = raw_row(asked), moves = width - raw_moves;
  const auto taken = [&](std::size_t column, double value) {
    raw_result forged = part;
    forged.rows[3 * width + column] = value;
    std::vector<unsigned char> bytes;
    serialize(asked, forged, bytes);
    try {
      deserialize(asked, digest_of(asked), bytes.data(), bytes.size());
      return true;
    } catch (const error &refused) {
      EXPECT_STREQ(refused.sqlstate(), sqlstate::invalid_binary_representation);
      return false;
    }
  };
  for (std::size_t column = 0; column < width; ++column) {
    EXPECT_TRUE(taken(column, part.rows[3 * width + column])) << column;
    for (const double value : {1.7976931348623157e308, -1.7976931348623157e308, 1e101, HUGE_VAL, std::nan("")})
      EXPECT_FALSE(taken(column, value)) << column << ": " << value;
  }
  const double n = asked.roles[0].count;
  EXPECT_FALSE(taken(raw_count, 0.0));
  EXPECT_FALSE(taken(raw_count, 1.5));
  EXPECT_FALSE(taken(raw_count, n + 1));
  EXPECT_FALSE(taken(raw_automated, n * static_cast<double>(asked.roles[0].tasks.size()) + 1));
  EXPECT_FALSE(taken(raw_time, n + 0.1));
  EXPECT_FALSE(taken(raw_with_capacity, -1.0));
  EXPECT_FALSE(taken(raw_capacity, -1e-9));
  EXPECT_FALSE(taken(moves + raw_hires, static_cast<double>(asked.agents()) + 1));
  EXPECT_TRUE(taken(moves + raw_net, -1e20));
}

TEST(chunks, must_be_all_once) {
  const config asked = small();
  const plan of(asked);
  EXPECT_THROW(join(asked, {simulate(of, 0, 2)}), error);
  EXPECT_THROW(join(asked, {simulate(of, 0, 2), simulate(of, 3, 4)}), error);
  EXPECT_THROW(join(asked, {simulate(of, 0, 2), simulate(of, 1, 4)}), error);
  EXPECT_THROW(join(asked, {}), error);
  EXPECT_EQ(join(asked, {simulate(of, 3, 4), simulate(of, 0, 2), simulate(of, 2, 3)}).rows, simulate(of, 0, 4).rows);
}

TEST(config, comes_back_from_bytes) {
  std::mt19937 random(9);
  for (int k = 0; k < 50; ++k) {
    config asked = reference::random_config(random);
    asked.company = "x";
    std::vector<unsigned char> bytes, again;
    serialize(asked, bytes);
    serialize(deserialize_config(bytes.data(), bytes.size(), job_limits), again);
    EXPECT_EQ(bytes, again);
    for (std::size_t n = 0; n < bytes.size(); n += 3)
      EXPECT_THROW(deserialize_config(bytes.data(), n, job_limits), error);
  }
}

TEST(answer, has_what_follows_from_other_keys) {
  config asked = small();
  asked.numbers.learning_probability = asked.numbers.reduction_probability = missing;
  const assumptions got = simulate(asked).asked.numbers;
  EXPECT_EQ(got.learning_probability, asked.numbers.automation_factor);
  EXPECT_EQ(got.reduction_probability, asked.numbers.automation_factor);
  asked.numbers.learning_probability = 0.25;
  EXPECT_EQ(simulate(asked).asked.numbers.learning_probability, 0.25);
}

TEST(config, bounds_names_times_and_the_answer) {
  const auto taken = [](auto change) {
    config asked = small();
    change(asked);
    try {
      check(asked, job_limits);
      return std::string("taken");
    } catch (const error &refused) {
      return std::string(refused.sqlstate() == std::string(sqlstate::program_limit_exceeded) ? "too large" : "refused");
    }
  };
  std::string letters;  // of two bytes each
  for (int k = 0; k < 200; ++k) letters += "\xc3\xa9";
  EXPECT_EQ(taken([&](config &c) { c.roles[0].name = letters; }), "taken");
  EXPECT_EQ(taken([&](config &c) { c.roles[0].name = letters + "x"; }), "refused");
  EXPECT_EQ(taken([](config &c) { c.roles[0].tasks[0].name.assign(500, 'x'); }), "taken");
  EXPECT_EQ(taken([](config &c) { c.roles[0].tasks[0].name.assign(501, 'x'); }), "refused");
  EXPECT_EQ(taken([](config &c) { c.company.assign(501, 'x'); }), "refused");
  const auto times = [](config &c, double least) {
    c.roles[0].tasks = {{"A", true, 0.5, 1.0}, {"B", false, 0.5, least}};
  };
  EXPECT_EQ(taken([&](config &c) { times(c, 0.0); }), "taken");
  EXPECT_EQ(taken([&](config &c) { times(c, 1e-9); }), "taken");
  EXPECT_EQ(taken([&](config &c) { times(c, 0.9e-9); }), "refused");
  EXPECT_EQ(taken([&](config &c) { times(c, 1e-300); }), "refused");
  const auto roles = [](config &c, int n, double steps) {
    c.roles.assign(static_cast<std::size_t>(n), c.roles[0]);
    for (int k = 0; k < n; ++k) c.roles[static_cast<std::size_t>(k)].name = "role " + std::to_string(k);
    for (role &each : c.roles) each.count = 1;
    c.numbers.n_steps = steps;
  };
  EXPECT_EQ(taken([&](config &c) { roles(c, 1000, 48); }), "taken");
  EXPECT_EQ(taken([&](config &c) { roles(c, 1000, 250); }), "too large");
  EXPECT_EQ(taken([&](config &c) { roles(c, 100, 500); }), "taken");
}

TEST(explanation, patterns) {
  const role of{"r", 10, 100, default_workloads()[2].tasks};
  const auto pattern = [&](std::vector<double> rates) {
    const auto n = static_cast<std::uint32_t>(rates.size() - 1);
    const std::vector<double> flat(rates.size(), 1.0);
    return std::string(explain({of, n, flat, flat, rates}).pattern);
  };
  EXPECT_EQ(pattern({0, 0.02, 0.09}), "none");
  EXPECT_EQ(pattern({0, 0.35, 0.5}), "early");
  EXPECT_EQ(pattern({0, 0.15, 0.5}), "late");
  EXPECT_EQ(pattern({0, 0.25, 0.5}), "balanced");
  EXPECT_EQ(pattern({0.5, 0.25, 0.1}), "early");
}

TEST(explanation, measures_tasks) {
  const role of{"r", 10, 100, {{"a", true, 0.4, 0.3}, {"b", false, 0.9, 0.5}, {"c", false, 0.7, 0.2}}};
  const std::vector<double> flat(3, 1.0);
  const explanation got = explain({of, 2, flat, flat, {0, 0.1, 0.3}});
  EXPECT_NEAR(got.automatable_time, 0.3, 1e-15);
  EXPECT_EQ(got.automatable_skill, 0.4);
  EXPECT_NEAR(got.other_skill, 0.8, 1e-15);
  EXPECT_NEAR(got.yearly_change, 1.8, 1e-12);
  EXPECT_EQ(got.limits.size(), 2u);
}

}  // namespace
}  // namespace harmony::workforce
