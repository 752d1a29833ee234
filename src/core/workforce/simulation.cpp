#include "core/workforce/simulation.hpp"

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
simulation::simulation(const plan &of, draw_kernel kernel)
    : plan_(of),
      kernel_(kernel),
      agents_(of),
      posts_(of, agents_),
      learning_(agents_.working.size()),
      leaving_(agents_.working.size()) {}

void simulation::run(std::uint32_t iteration, double *rows) {
  const bool v2 = plan_.asked.model == model_kind::v2;
  const std::size_t width = raw_row(plan_.asked);
  agents_.reset(plan_);
  posts_.reset();
  cut_ = 0;
  record(rows);
  if (v2) std::fill_n(rows + plan_.roles.size() * raw_columns, raw_moves, 0.0);
  for (std::uint32_t month = 1; month <= plan_.asked.steps(); ++month) {
    poll_interrupt();
    rows += width;
    // What is learnt this month counts from the next one on: it is drawn before, and added after, posts are given up.
    const std::size_t learnt = kernel_({plan_.key, month, iteration, draw_purpose::learning}, plan_.learning[month],
                                       agents_.learning.data(), agents_.learning.size(), learning_.data());
    moves made;
    if (v2)
      give_up_v2(iteration, month, made);
    else
      reduce_classic(iteration, month);
    if (learnt > 0) apply_learning();
    record(rows);
    if (!v2) continue;
    double *moved = rows + plan_.roles.size() * raw_columns;
    moved[raw_layoffs] = made.layoffs;
    moved[raw_leavers] = made.leavers;
    moved[raw_hires] = made.hires;
    moved[raw_redeployed] = made.redeployed;
    moved[raw_net] = net_benefit(made, learnt);
  }
}

void simulation::reduce_classic(std::uint32_t iteration, std::uint32_t month) {
  if (!drawn({plan_.key, month, iteration, draw_purpose::reduction}, plan_.reduction, 0)) return;
  for (std::size_t r = 0; r < plan_.roles.size(); ++r) {
    posts_.begin(r);
    for (std::uint32_t left = posts_.possible(); left > 0; --left) posts_.give_up(posts_.last());
  }
}

void simulation::give_up_v2(std::uint32_t iteration, std::uint32_t month, moves &made) {
  kernel_({plan_.key, month, iteration, draw_purpose::attrition}, plan_.attrition, agents_.working.data(),
          agents_.working.size(), leaving_.data());
  const bool decided = month > plan_.asked.numbers.decision_delay;
  for (std::size_t r = 0; r < plan_.roles.size(); ++r) {
    posts_.begin(r);
    attrition(r, plan_.roles[r].first, plan_.roles[r].last, made);
    if (decided) lay_off(r, made);
  }
}

void simulation::attrition(std::size_t, std::uint32_t first, std::uint32_t last, moves &made) {
  for_each_agent(leaving_, first, last, [&](std::uint32_t i) {
    made.leavers += 1;
    if (plan_.asked.policy != policy_kind::none && posts_.can_give_up(i))
      posts_.give_up(i);
    else
      made.hires += 1;
  });
}

void simulation::lay_off(std::size_t role, moves &made) {
  const double share = layoff_shares[static_cast<std::size_t>(plan_.asked.policy)];
  if (share == 0.0) return;
  const std::uint32_t possible = posts_.possible();
  if (possible == 0) return;
  const auto cuts = std::max(1U, static_cast<std::uint32_t>(std::floor(share * possible)));
  const double reskilled = plan_.asked.numbers.reskilling_share;
  const auto redeployed_of = [&](std::uint32_t k) { return std::floor(reskilled * k + 1e-9); };
  for (std::uint32_t left = cuts; left > 0; --left) {
    posts_.give_up(posts_.last());
    ++cut_;
    if (redeployed_of(cut_) > redeployed_of(cut_ - 1)) {
      made.redeployed += 1;
    } else {
      made.layoffs += 1;
      made.severance += plan_.roles[role].salary / 12.0;
    }
  }
}

void simulation::apply_learning() {
  for (std::size_t r = 0; r < plan_.roles.size(); ++r) {
    const role_plan &its = plan_.roles[r];
    for_each_agent_of([&](std::uint32_t w) { return learning_[w] & agents_.working[w]; }, its.first, its.last,
                      [&](std::uint32_t i) { agents_.learn(its, agents_.roles[r], i); });
  }
}

void simulation::record(double *row) const {
  for (std::size_t r = 0; r < plan_.roles.size(); ++r, row += raw_columns) {
    const role_plan &its = plan_.roles[r];
    const role_state &state = agents_.roles[r];
    double automated = 0.0, time = 0.0, limited = 0.0;
    for (std::size_t k = 0; k < its.levels.size(); ++k) {
      const double n = state.levels[k].count;
      automated += n * its.levels[k].automated;
      time += its.levels[k].busy * static_cast<double>(state.levels[k].output);
      if (std::isfinite(its.levels[k].capacity)) limited += n;
    }
    row[raw_count] = state.count;
    row[raw_automated] = automated;
    row[raw_time] = std::min<double>(time, state.count);
    row[raw_with_capacity] = limited;
    row[raw_capacity] = std::max(0.0, static_cast<double>(free_capacity(its, state)));
  }
}

double simulation::net_benefit(const moves &made, std::size_t learnt) const {
  const money_terms &money = plan_.asked.money;
  double saved = 0.0, assisted = 0.0;
  for (std::size_t r = 0; r < plan_.roles.size(); ++r) {
    const role_plan &its = plan_.roles[r];
    const role_state &state = agents_.roles[r];
    saved += its.salary * (its.last - its.first - state.count);
    for (std::size_t k = 0; k < its.levels.size(); ++k)
      if (its.levels[k].automated > 0) assisted += state.levels[k].count;
  }
  return saved / 12.0 - money.licence_month * assisted - money.training * static_cast<double>(learnt) -
         money.severance_months * made.severance - money.reskilling * made.redeployed - money.hiring * made.hires;
}

raw_result simulate(const plan &of, std::uint32_t first, std::uint32_t last) {
  const std::size_t size = raw_row(of.asked) * (of.asked.steps() + std::size_t{1});
  raw_result out;
  out.first = first;
  out.last = last;
  out.rows.reserve(size * (last - first));
  simulation run(of);
  for (std::uint32_t m = first; m < last; ++m) {
    out.rows.resize(out.rows.size() + size);  // memory is touched iteration by iteration, between polls
    run.run(m, out.rows.data() + size * (m - first));
  }
  return out;
}

}  // namespace harmony::workforce
