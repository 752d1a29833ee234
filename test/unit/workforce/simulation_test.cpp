// Against the slow model of reference.hpp, and what holds whatever is asked, on random configurations.
#include "core/workforce/simulation.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace harmony::workforce {
namespace {

constexpr int configurations = 500;

template <class Test>
void for_random_configurations(std::uint32_t seed, Test test) {
  std::mt19937 random(seed);
  for (int k = 0; k < configurations; ++k) {
    SCOPED_TRACE(k);
    config asked = reference::random_config(random);
    check(asked, session_limits);
    test(asked, random);
    if (testing::Test::HasFatalFailure()) return;
  }
}

std::size_t numbers_of(const config &asked) { return raw_row(asked) * (asked.steps() + 1); }

double human_time(const role &of) {
  double sum = 0;
  for (const task &one : of.tasks) sum += one.automatable ? 0 : one.time;
  return sum;
}

void expect_near(double got, double want, const char *what, std::size_t step) {
  ASSERT_NEAR(got, want, 1e-9 * std::max(1.0, std::fabs(want))) << what << " of step " << step;
}

TEST(simulation, agrees_with_the_slow_model) {
  for_random_configurations(1, [](const config &asked, std::mt19937 &) {
    const raw_result got = simulate(plan(asked), 0, 2);
    reference::model slow(asked);
    for (std::uint32_t m = 0; m < 2; ++m) {
      const std::vector<reference::month> want = slow.run(m);
      for (std::size_t t = 0; t < want.size(); ++t) {
        const double *row = got.rows.data() + m * numbers_of(asked) + t * raw_row(asked);
        for (std::size_t r = 0; r < asked.roles.size(); ++r, row += raw_columns) {
          const reference::role_month &of = want[t].roles[r];
          // The slow model conserves output itself.
          expect_near(of.output, asked.roles[r].count, "output", t);
          expect_near(row[raw_count], of.count, "count", t);
          expect_near(row[raw_automated] / static_cast<double>(asked.roles[r].tasks.size()), of.rate, "rate", t);
          expect_near(row[raw_time], of.time, "time", t);
          expect_near(row[raw_with_capacity], of.with_capacity, "with capacity", t);
          expect_near(row[raw_capacity], of.capacity, "capacity", t);
        }
        if (asked.model == model_kind::classic) continue;
        expect_near(row[raw_layoffs], want[t].layoffs, "layoffs", t);
        expect_near(row[raw_leavers], want[t].leavers, "leavers", t);
        expect_near(row[raw_hires], want[t].hires, "hires", t);
        expect_near(row[raw_redeployed], want[t].redeployed, "redeployed", t);
        if (t > 0) expect_near(row[raw_net], want[t].net, "net", t);
      }
    }
  });
}

TEST(simulation, keeps_its_bounds) {
  for_random_configurations(2, [](const config &asked, std::mt19937 &) {
    const raw_result got = simulate(plan(asked), 0, 2);
    const std::size_t width = raw_row(asked);
    for (std::size_t t = 0; t <= asked.steps(); ++t)
      for (std::size_t r = 0; r < asked.roles.size(); ++r) {
        const double *row = got.rows.data() + numbers_of(asked) + t * width + r * raw_columns;
        ASSERT_GE(row[raw_count], std::max(1.0, std::ceil(asked.roles[r].count * human_time(asked.roles[r]) - 1e-6)));
        const double before = t > 0 ? *(row + raw_count - width) : asked.roles[r].count;
        ASSERT_LE(row[raw_count], before) << "counts never rise";
        ASSERT_LE(row[raw_time], row[raw_count]);
        ASSERT_GE(row[raw_capacity], 0.0);
      }
  });
}

TEST(simulation, begins_like_a_longer_one) {
  for_random_configurations(3, [](const config &asked, std::mt19937 &random) {
    config longer = asked;
    longer.numbers.n_steps += 1 + random() % 20;
    const raw_result a = simulate(plan(asked), 1, 2), b = simulate(plan(longer), 1, 2);
    for (std::size_t k = 0; k < a.rows.size(); ++k) ASSERT_EQ(a.rows[k], b.rows[k]);
  });
}

TEST(simulation, changes_nothing_in_classic_without_automation) {
  for_random_configurations(4, [](config asked, std::mt19937 &) {
    asked.model = model_kind::classic;
    asked.numbers.automation_factor = 0;
    asked.numbers.learning_probability = missing;
    asked.numbers.reduction_probability = missing;
    const raw_result got = simulate(plan(asked), 0, 1);
    for (std::size_t k = 0; k < got.rows.size(); ++k) ASSERT_EQ(got.rows[k], got.rows[k % raw_row(asked)]);
  });
}

TEST(simulation, shares_draws_among_scenarios) {
  // Where no post closes, the same people leave whatever is learnt; and who has learnt does not depend on who leaves.
  for_random_configurations(5, [](config asked, std::mt19937 &) {
    asked.model = model_kind::v2;
    asked.policy = policy_kind::none;
    config other = asked;
    other.numbers.automation_factor = 1.0 - asked.numbers.automation_factor;
    other.numbers.learning_probability = missing;
    config calm = asked;
    calm.numbers.annual_attrition = 0.0;
    const raw_result a = simulate(plan(asked), 1, 2), b = simulate(plan(other), 1, 2), c = simulate(plan(calm), 1, 2);
    const std::size_t width = raw_row(asked);
    for (std::size_t k = 0; k < a.rows.size(); k += width) {
      ASSERT_EQ(a.rows[k + width - raw_moves + raw_leavers], b.rows[k + width - raw_moves + raw_leavers]);
      ASSERT_EQ(a.rows[k + raw_automated], c.rows[k + raw_automated]);
    }
  });
}

TEST(simulation, gives_the_same_bytes_with_every_kernel_and_in_any_chunks) {
  for_random_configurations(6, [](config asked, std::mt19937 &random) {
    asked.numbers.n_iterations = 5;
    const plan of(asked);
    const raw_result whole = simulate(of, 0, 5);
    const auto cut = static_cast<std::uint32_t>(1 + random() % 4);
    std::vector<raw_result> parts = {simulate(of, cut, 5), simulate(of, 0, cut)};
    ASSERT_EQ(join(asked, std::move(parts)).rows, whole.rows);
    simulation baseline(of, portable_draws());
    std::vector<double> rows(numbers_of(asked));
    baseline.run(3, rows.data());
    for (std::size_t k = 0; k < rows.size(); ++k) ASSERT_EQ(rows[k], whole.rows[3 * rows.size() + k]);
  });
}

// Exact fits at scale: 50 and 100 agents as the model's page says, and as many times a thousand.
TEST(simulation, ends_at_the_floor) {
  for (const double scale : {1.0, 1000.0}) {
    config asked;
    asked.model = model_kind::classic;
    asked.numbers.n_iterations = 1;
    asked.numbers.n_steps = 600;
    asked.numbers.automation_factor = 1.0;
    asked.roles = {{"Engineer", 50 * scale, 1, default_workloads()[0].tasks},
                   {"Marketing", 100 * scale, 1, default_workloads()[2].tasks}};
    const raw_result got = simulate(plan(asked), 0, 1);
    const double *last = got.rows.data() + got.rows.size() - raw_row(asked);
    EXPECT_EQ(last[raw_count], 15 * scale);
    EXPECT_EQ(last[raw_columns + raw_count], 45 * scale);
  }
}

}  // namespace
}  // namespace harmony::workforce
