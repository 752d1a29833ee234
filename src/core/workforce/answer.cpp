#include "core/workforce/answer.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::workforce {
namespace {

// How often the half-width is looked at.
constexpr std::uint32_t check_every = 50;

std::size_t rows_of_iteration(const config &asked) { return raw_row(asked) * (asked.steps() + std::size_t{1}); }

std::vector<figures> sum_up_steps(const config &asked, const raw_result &all, std::uint32_t n) {
  const metric_rows rows(asked);
  const std::size_t width = raw_row(asked), stride = rows_of_iteration(asked);
  const double t = interval_t(n);
  std::vector<figures> out;
  out.reserve((asked.steps() + std::size_t{1}) * rows.size());
  std::vector<double> of_step(rows.size() * n), metrics(rows.size()), values(n);
  for (std::size_t step = 0; step <= asked.steps(); ++step) {
    for (std::size_t m = 0; m < n; ++m) {
      rows.write(all.rows.data() + m * stride + step * width, step, metrics.data());
      for (std::size_t k = 0; k < rows.size(); ++k) of_step[k * n + m] = metrics[k];
    }
    for (std::size_t k = 0; k < rows.size(); ++k) {
      poll_interrupt();
      std::copy_n(of_step.begin() + static_cast<std::ptrdiff_t>(k * n), n, values.begin());
      out.push_back(sum_up(values, t));
    }
  }
  return out;
}

// One iteration's: NaN for a month of payback that does not come.
struct money_course {
  double npv = 0.0, month_of_payback = missing;
};

money_course money_of(const config &asked, const raw_result &all, std::size_t m) {
  const std::size_t width = raw_row(asked), stride = rows_of_iteration(asked);
  money_course out;
  double cumulative = 0.0;
  for (std::uint32_t month = 1; month <= asked.steps(); ++month) {
    const double net = all.rows[m * stride + (month + 1) * width - raw_moves + raw_net];
    out.npv += net / std::pow(1.0 + asked.numbers.discount_rate, month / 12.0);
    cumulative += net;
    if (std::isnan(out.month_of_payback) && cumulative > 0.0) out.month_of_payback = month;
  }
  return out;
}

money_answer sum_up_money(const config &asked, const raw_result &all, std::uint32_t n) {
  std::vector<double> npv, paid_back;
  for (std::size_t m = 0; m < n; ++m) {
    const money_course course = money_of(asked, all, m);
    npv.push_back(course.npv);
    if (!std::isnan(course.month_of_payback)) paid_back.push_back(course.month_of_payback);
  }
  money_answer out;
  out.npv = sum_up(npv, interval_t(n));
  out.paid_back_share = static_cast<double>(paid_back.size()) / n;
  std::sort(paid_back.begin(), paid_back.end());
  if (!paid_back.empty()) out.payback_month_median = quantile_of(paid_back.data(), paid_back.size(), 0.5);
  return out;
}

context_answer sum_up_context(const answer &of) {
  const std::size_t last = of.asked.steps();
  const auto mean = [&](std::string_view metric) { return of.at(last, find_metric(of.asked, metric, {})).mean; };
  const auto agents = static_cast<double>(of.asked.agents());
  context_answer out;
  out.displacement = mean("headcount_savings") / agents;
  out.productivity = agents / mean("employees") - 1.0;
  out.reinstatement = std::isnan(of.asked.numbers.new_tasks) ? 0.0 : mean("redeployed_capacity") / agents;
  return out;
}

// Of a number with its key, less the role's name; of what is told of a role, and of a task, once.
constexpr double figure_bytes = 64.0, role_bytes = 4000.0, task_bytes = 100.0;
constexpr double figures_of_metric = 9.0;

}  // namespace

double answer_bytes(const config &asked) {
  double once = 10000.0 + static_cast<double>(asked.company.size());
  double a_step = static_cast<double>(n_v2_metrics + 1) * figures_of_metric * figure_bytes;
  for (const role &each : asked.roles) {
    const auto name = static_cast<double>(each.name.size());
    a_step += static_cast<double>(role_metrics.size()) * figures_of_metric * (figure_bytes + name);
    once += role_bytes + 4.0 * name;
    for (const task &part : each.tasks) once += task_bytes + static_cast<double>(part.name.size());
  }
  return once + a_step * (asked.numbers.n_steps + 1.0);
}

std::vector<double> values_of(const config &asked, const raw_result &all, std::size_t step, std::size_t metric) {
  const metric_rows rows(asked);
  const std::size_t width = raw_row(asked), stride = rows_of_iteration(asked), n = all.rows.size() / stride;
  std::vector<double> out(n), metrics(rows.size());
  for (std::size_t m = 0; m < n; ++m) {
    rows.write(all.rows.data() + m * stride + step * width, step, metrics.data());
    out[m] = metrics[metric];
  }
  return out;
}

std::vector<double> present_values_of(const config &asked, const raw_result &all) {
  std::vector<double> out(all.rows.size() / rows_of_iteration(asked));
  for (std::size_t m = 0; m < out.size(); ++m) out[m] = money_of(asked, all, m).npv;
  return out;
}

std::vector<double> target_values(const config &asked, const raw_result &part) {
  if (!asked.target.given()) return {};
  return values_of(asked, part, asked.steps(), find_metric(asked, asked.target.metric, asked.target.role));
}

std::uint32_t target_reached(const config &asked, const std::vector<double> &values, std::uint32_t checked) {
  for (const double value : values)
    if (!std::isfinite(value)) throw error(sqlstate::invalid_parameter_value, "values must be finite");
  for (std::uint32_t n = (checked / check_every + 1) * check_every; n < asked.iterations() && n <= values.size();
       n += check_every) {
    poll_interrupt();
    const double sd = sd_of(values.data(), n, mean_of(values.data(), n));
    if (interval_t(n) * sd / std::sqrt(static_cast<double>(n)) <= asked.target.width) return n;
  }
  return 0;
}

std::uint32_t iterations_needed(const config &asked, const raw_result &all) {
  const std::uint32_t reached = asked.target.given() ? target_reached(asked, target_values(asked, all), 0) : 0;
  const std::uint32_t needed = reached > 0 ? reached : asked.iterations();
  if (needed > all.last)
    throw error(sqlstate::invalid_parameter_value, "chunks are missing",
                "There are " + std::to_string(all.last) + " of " + std::to_string(needed) + " iterations.");
  return needed;
}

answer sum_up(const config &asked, const raw_result &all) {
  answer out;
  out.asked = asked;
  out.asked.numbers.learning_probability = asked.numbers.learning();
  out.asked.numbers.reduction_probability = asked.numbers.reduction();
  out.n_iterations = iterations_needed(asked, all);
  out.n_metrics = metrics_of(asked);
  out.steps = sum_up_steps(asked, all, out.n_iterations);
  if (asked.model == model_kind::v2) out.money = sum_up_money(asked, all, out.n_iterations);
  out.context = sum_up_context(out);
  out.assumptions = assumptions_of(asked);
  for (std::size_t r = 0; r < asked.roles.size(); ++r) {
    role_course course{asked.roles[r], asked.steps(), {}, {}, {}};
    const std::size_t first = out.n_metrics - (asked.roles.size() - r) * role_metrics.size();
    for (std::size_t step = 0; step <= asked.steps(); ++step) {
      course.count.push_back(out.at(step, first).mean);
      course.salary.push_back(out.at(step, first + 1).mean);
      course.automation_rate.push_back(out.at(step, first + 2).mean);
    }
    out.explanations.push_back(explain(course));
  }
  return out;
}

raw_result run(const config &asked) {
  const plan planned(asked);
  if (!asked.target.given()) return simulate(planned, 0, asked.iterations());
  raw_result all;
  std::vector<double> values;
  std::uint32_t checked = 0;
  while (all.last < asked.iterations() && target_reached(asked, values, checked) == 0) {
    checked = all.last;
    const std::uint32_t to = std::min(asked.iterations(), all.last + check_every);
    const raw_result more = simulate(planned, all.last, to);
    const std::vector<double> of_more = target_values(asked, more);
    values.insert(values.end(), of_more.begin(), of_more.end());
    all.rows.insert(all.rows.end(), more.rows.begin(), more.rows.end());
    all.last = to;
  }
  return all;
}

answer simulate(const config &asked) { return sum_up(asked, run(asked)); }

}  // namespace harmony::workforce
