// The model as docs/explanation/workforce.md says it, agent by agent and task by task, without any of the simulation's
// shortcuts: sets of agents sorted anew for every post, knowledge of every task. Slow, to compare with. And random
// configurations.
#pragma once

#include "core/base/philox.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/default_workloads.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace harmony::workforce::reference {

struct agent {
  std::uint32_t number = 0;
  bool gone = false;
  double output = 1.0;
  std::vector<int> knowledge;
  double a = 0, u = 1, c = 1, s = 0, q = 0;  // of step 1; q falls as others' work comes
  double o_then = 1.0;
};

struct role_month {
  double count = 0, rate = 0, time = 0, with_capacity = 0, capacity = 0, output = 0;
};
struct month {
  std::vector<role_month> roles;
  double layoffs = 0, leavers = 0, hires = 0, redeployed = 0, net = 0;
};

class model {
 public:
  explicit model(const config &asked) : asked_(asked) {}

  std::vector<month> run(std::uint32_t iteration) {
    iteration_ = iteration;
    cut_ = 0;
    std::uint32_t number = 0;
    agents_.assign(asked_.roles.size(), {});
    for (std::size_t r = 0; r < asked_.roles.size(); ++r)
      for (int i = 0; i < asked_.roles[r].count; ++i) {
        agent one;
        one.number = number++;
        one.knowledge.assign(asked_.roles[r].tasks.size(), 0);
        agents_[r].push_back(one);
      }
    std::vector<month> out = {record()};
    for (std::uint32_t t = 1; t <= asked_.steps(); ++t) out.push_back(step(t));
    return out;
  }

 private:
  bool event(std::uint32_t of, std::uint32_t t, std::uint32_t purpose, double p) const {
    const philox_key key = {static_cast<std::uint32_t>(asked_.seed), static_cast<std::uint32_t>(asked_.seed >> 32U)};
    return philox({of / 4, t, iteration_, purpose}, key)[of % 4] < std::round(4294967296.0 * p);
  }

  static bool automated(const task &one, int knowledge) {
    return one.automatable && std::ceil(5.0 * one.skill - 1e-9) <= knowledge;
  }

  void evaluate() {
    for (std::size_t r = 0; r < agents_.size(); ++r)
      for (agent &one : agents_[r]) {
        const std::vector<task> &tasks = asked_.roles[r].tasks;
        double n = 0;
        one.u = 0;
        for (std::size_t k = 0; k < tasks.size(); ++k)
          if (automated(tasks[k], one.knowledge[k]))
            n += 1;
          else
            one.u += tasks[k].time;
        one.a = n / static_cast<double>(tasks.size());
        one.c = one.u * one.output;
        one.s = 1 - one.c;
        one.q = one.u > 0 ? 1 / one.u - one.output : infinity;
        one.o_then = one.output;
      }
  }

  std::vector<agent *> in_order(std::size_t r) {
    std::vector<agent *> order;
    for (agent &one : agents_[r])
      if (!one.gone) order.push_back(&one);
    const auto rounded = [](double x) { return std::nearbyint(x * 1e9); };
    std::sort(order.begin(), order.end(), [&](const agent *x, const agent *y) {
      if (rounded(x->s) != rounded(y->s)) return x->s > y->s;
      if (rounded(x->o_then) != rounded(y->o_then)) return x->o_then > y->o_then;
      return x->number < y->number;
    });
    return order;
  }

  bool placeable(std::size_t r, const agent &leaver) {
    double sum = 0;
    int others = 0;
    for (const agent &one : agents_[r])
      if (!one.gone && &one != &leaver) {
        ++others;
        sum += std::max(one.q, 0.0);
      }
    return others > 0 && sum + 1e-9 >= leaver.output;
  }

  void give_up(std::size_t r, agent &leaver) {
    leaver.gone = true;
    double rest = leaver.output;
    for (agent *one : in_order(r)) {
      const double y = std::min(std::max(one->q, 0.0), rest);
      one->output += y;
      one->q -= y;
      rest -= y;
    }
  }

  // Posts that could be given up, one after the other; gives up `most` of them.
  int give_up_last(std::size_t r, int most, month &out, bool for_good) {
    const std::vector<agent> before = agents_[r];
    int n = 0;
    while (n < most) {
      agent *last = in_order(r).back();
      if (!placeable(r, *last)) break;
      give_up(r, *last);
      ++n;
      if (!for_good) continue;
      ++cut_;
      const double share = asked_.numbers.reskilling_share;
      if (std::floor(share * cut_ + 1e-9) > std::floor(share * (cut_ - 1) + 1e-9)) {
        out.redeployed += 1;
      } else {
        out.layoffs += 1;
        out.net -= asked_.money.severance_months * asked_.roles[r].salary / 12;
      }
    }
    if (!for_good) agents_[r] = before;
    return n;
  }

  double learn(std::uint32_t t, double probability, std::vector<std::pair<agent *, std::size_t>> &learnt) {
    for (std::size_t r = 0; r < agents_.size(); ++r)
      for (agent &one : agents_[r]) {
        if (one.gone) continue;
        const std::vector<task> &tasks = asked_.roles[r].tasks;
        std::size_t best = tasks.size();
        for (std::size_t k = 0; k < tasks.size(); ++k)
          if (tasks[k].automatable && !automated(tasks[k], one.knowledge[k]) &&
              (best == tasks.size() || tasks[k].time > tasks[best].time))
            best = k;
        if (best < tasks.size() && event(one.number, t, 0, probability)) learnt.emplace_back(&one, best);
      }
    return static_cast<double>(learnt.size());
  }

  void attrition(std::uint32_t t, month &out) {
    const double p = 1 - std::pow(1 - asked_.numbers.annual_attrition, 1.0 / 12);
    for (std::size_t r = 0; r < agents_.size(); ++r)
      for (agent &one : agents_[r]) {
        if (one.gone || !event(one.number, t, 2, p)) continue;
        out.leavers += 1;
        if (asked_.policy != policy_kind::none && placeable(r, one))
          give_up(r, one);
        else
          out.hires += 1;
      }
  }

  month step(std::uint32_t t) {
    const assumptions &numbers = asked_.numbers;
    const bool v2 = asked_.model == model_kind::v2;
    month moves;
    evaluate();
    double p = (1 - 5 * std::exp(-2.0)) * numbers.learning();
    if (v2) p *= 1 / (1 + std::exp(-numbers.adoption_rate * (t - numbers.adoption_midpoint)));
    std::vector<std::pair<agent *, std::size_t>> learnt;
    const double successes = learn(t, p, learnt);
    constexpr int all = 1 << 30;
    if (!v2 && event(0, t, 1, numbers.reduction()))
      for (std::size_t r = 0; r < agents_.size(); ++r) give_up_last(r, all, moves, true);
    if (v2) {
      attrition(t, moves);
      const double share = layoff_shares[static_cast<std::size_t>(asked_.policy)];
      if (t > numbers.decision_delay && share > 0)
        for (std::size_t r = 0; r < agents_.size(); ++r) {
          const int possible = give_up_last(r, all, moves, false);
          if (possible > 0) give_up_last(r, std::max(1, static_cast<int>(std::floor(share * possible))), moves, true);
        }
    }
    for (auto &[one, k] : learnt) ++one->knowledge[k];
    month out = record();
    out.layoffs = moves.layoffs;
    out.leavers = moves.leavers;
    out.hires = moves.hires;
    out.redeployed = moves.redeployed;
    out.net = moves.net + net(out, successes);
    return out;
  }

  double net(const month &now, double successes) const {
    double sum = 0;
    for (std::size_t r = 0; r < agents_.size(); ++r) {
      sum += (asked_.roles[r].count - now.roles[r].count) * asked_.roles[r].salary / 12;
      for (const agent &one : agents_[r])
        if (!one.gone && one.a > 0) sum -= asked_.money.licence_month;
    }
    return sum - asked_.money.training * successes - asked_.money.reskilling * now.redeployed -
           asked_.money.hiring * now.hires;
  }

  month record() {
    evaluate();
    month out;
    for (const auto &of_role : agents_) {
      role_month sums;
      for (const agent &one : of_role) {
        if (one.gone) continue;
        sums.count += 1;
        sums.rate += one.a;
        sums.time += one.c;
        sums.output += one.output;
        if (one.u > 0) {
          sums.with_capacity += 1;
          sums.capacity += one.q;
        }
      }
      out.roles.push_back(sums);
    }
    return out;
  }

  const config &asked_;
  std::uint32_t iteration_ = 0, cut_ = 0;
  std::vector<std::vector<agent>> agents_;
};

// ---- random configurations ----

inline double uniform(std::mt19937 &random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
}

inline std::vector<task> random_tasks(std::mt19937 &random) {
  std::vector<task> tasks;
  // Times in 1/20ths, so that ties and exact fits come up.
  for (int left = 20; left > 0;) {
    const int time = std::min<int>(left, 1 + static_cast<int>(random() % 12));
    left -= time;
    tasks.push_back({"task " + std::to_string(tasks.size()), random() % 4 != 0, (random() % 6) / 5.0, time / 20.0});
  }
  return tasks;
}

inline config random_config(std::mt19937 &random) {
  config out;
  out.model = random() % 2 == 0 ? model_kind::classic : model_kind::v2;
  out.seed = (std::uint64_t{random()} << 31U) ^ random();
  out.numbers.n_iterations = 2;
  out.numbers.n_steps = 1 + random() % 40;
  out.numbers.automation_factor = random() % 3 == 0 ? 1.0 : uniform(random, 0, 1);
  if (random() % 3 == 0) out.numbers.learning_probability = uniform(random, 0, 1);
  if (out.model == model_kind::classic && random() % 3 == 0) out.numbers.reduction_probability = uniform(random, 0, 1);
  if (out.model == model_kind::v2) {
    out.policy = static_cast<policy_kind>(random() % 5);
    out.numbers.annual_attrition = random() % 4 == 0 ? 0.9 : uniform(random, 0, 0.4);
    out.numbers.adoption_rate = uniform(random, 0, 2);
    out.numbers.adoption_midpoint = uniform(random, 0, 12);
    out.numbers.decision_delay = random() % 12;
    out.numbers.reskilling_share = uniform(random, 0, 1);
    out.money = {30, 400, 3, 2500, 6000};
  }
  const auto n_roles = 1 + random() % 3;
  for (std::size_t r = 0; r < n_roles; ++r) {
    role one;
    one.name = "role " + std::to_string(r);
    one.count = 1 + random() % (random() % 8 == 0 ? 90 : 25);
    one.salary = 1000.0 * (random() % 100);
    one.tasks = random() % 3 == 0 ? default_workloads()[random() % 3].tasks : random_tasks(random);
    out.roles.push_back(one);
  }
  return out;
}

}  // namespace harmony::workforce::reference
