#include "core/workforce/plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::workforce {
namespace {

// Fifths of knowledge that a task takes.
int fifths(const task &part) { return static_cast<int>(std::max(0.0, std::ceil(5.0 * part.skill - 1e-9))); }

work_level level_of(const std::vector<task> &tasks, const std::vector<bool> &automated) {
  work_level level;
  level.busy = 0.0;
  for (std::size_t k = 0; k < tasks.size(); ++k) {
    if (automated[k]) ++level.automated;
    if (!automated[k]) level.busy += tasks[k].time;
  }
  level.capacity = level.busy > 0.0 ? std::max(1.0, 1.0 / level.busy) : infinity;
  return level;
}

// The role's tasks in the order in which they are learnt: the longest first, of equal ones the first.
std::vector<std::size_t> learning_order(const std::vector<task> &tasks) {
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < tasks.size(); ++k)
    if (tasks[k].automatable && fifths(tasks[k]) > 0) order.push_back(k);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tasks[a].time > tasks[b].time; });
  return order;
}

role_plan plan_role(const role &asked, std::uint32_t first) {
  role_plan out;
  out.first = first;
  out.last = first + static_cast<std::uint32_t>(asked.count);
  out.salary = asked.salary;
  std::vector<bool> automated(asked.tasks.size());
  for (std::size_t k = 0; k < asked.tasks.size(); ++k)
    automated[k] = asked.tasks[k].automatable && fifths(asked.tasks[k]) == 0;
  out.levels.push_back(level_of(asked.tasks, automated));
  out.level_at.push_back(0);
  for (const std::size_t k : learning_order(asked.tasks)) {
    for (int learnt = 1; learnt < fifths(asked.tasks[k]); ++learnt) out.level_at.push_back(out.level_at.back());
    automated[k] = true;
    out.level_at.push_back(static_cast<std::uint16_t>(out.levels.size()));
    out.levels.push_back(level_of(asked.tasks, automated));
  }
  return out;
}

double adoption(const assumptions &numbers, std::uint32_t month) {
  return 1.0 / (1.0 + std::exp(-numbers.adoption_rate * (month - numbers.adoption_midpoint)));
}

}  // namespace

double learning_chance(double probability) { return (1.0 - 5.0 * std::exp(-2.0)) * probability; }

plan::plan(const config &of) : asked(of) {
  for (const role &each : asked.roles) {
    roles.push_back(plan_role(each, agents));
    agents = roles.back().last;
  }
  key = {static_cast<std::uint32_t>(asked.seed), static_cast<std::uint32_t>(asked.seed >> 32U)};
  const assumptions &numbers = asked.numbers;
  const bool v2 = asked.model == model_kind::v2;
  learning.push_back(0);
  for (std::uint32_t month = 1; month <= asked.steps(); ++month)
    learning.push_back(threshold_of(learning_chance(numbers.learning()) * (v2 ? adoption(numbers, month) : 1.0)));
  if (v2)
    attrition = threshold_of(1.0 - std::pow(1.0 - numbers.annual_attrition, 1.0 / 12.0));
  else
    reduction = threshold_of(numbers.reduction());
}

}  // namespace harmony::workforce
