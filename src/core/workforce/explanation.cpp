#include "core/workforce/explanation.hpp"

#include "core/workforce/plan.hpp"

#include <cmath>
#include <cstdio>

namespace harmony::workforce {
namespace {

constexpr double months_a_year = 12.0;
constexpr double least_change = 0.1, most_of_it = 0.6;
constexpr double much_time = 0.5, slow_skill = 0.7, fast_skill = 0.5;

std::string printed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string percent(double share) { return printed(100.0 * share, 1) + " %"; }

const char *pattern_of(const role_course &course) {
  const std::size_t last = course.n_steps;
  const auto rate = [&](std::size_t step) { return course.automation_rate[step]; };
  const double total = rate(last) - rate(0);
  if (std::fabs(total) < least_change) return "none";
  const double first_half = (rate(last / 2) - rate(0)) / total;
  if (first_half > most_of_it) return "early";
  return 1.0 - first_half > most_of_it ? "late" : "balanced";
}

void measure_tasks(const role &of, explanation &out) {
  double n[2] = {}, skill[2] = {};
  out.automatable_time = 0.0;
  for (const task &part : of.tasks) {
    n[part.automatable] += 1.0;
    skill[part.automatable] += part.skill;
    if (part.automatable) out.automatable_time += part.time;
  }
  if (n[1] > 0.0) out.automatable_skill = skill[1] / n[1];
  if (n[0] > 0.0) out.other_skill = skill[0] / n[0];
  if (1.0 - out.automatable_time > much_time)
    out.limits.push_back("more than half of the time goes to tasks that cannot be automated");
  if (out.automatable_skill > slow_skill) out.limits.push_back("the automatable tasks need much skill: slow");
  if (out.automatable_skill < fast_skill) out.limits.push_back("the automatable tasks need little skill: fast");
}

std::string described(const std::string &pattern) {
  if (pattern == "none") return "Automation changes little.";
  if (pattern == "balanced") return "Automation is spread over the months.";
  return "Most of the automation comes " + pattern + ".";
}

void write_text(explanation &out, std::uint32_t n_steps) {
  out.text.push_back("On average " + printed(out.staff_end, 1) + " of " + printed(out.staff_start, 0) +
                     " posts and a payroll of " + printed(out.payroll_end, 0) + " of " + printed(out.payroll_start, 0) +
                     " a year are left after " + std::to_string(n_steps) + " months.");
  out.text.push_back(
      percent(out.automatable_time) + " of the time goes to tasks that can be automated" +
      (std::isnan(out.automatable_skill) ? "" : ", of mean skill " + printed(out.automatable_skill, 2)) +
      (std::isnan(out.other_skill) ? "" : "; the others have mean skill " + printed(out.other_skill, 2)) + ".");
  out.text.push_back("The share of automated tasks changes by " + percent(out.yearly_change) + " a year, as points. " +
                     described(out.pattern));
  for (const std::string &limit : out.limits) out.text.push_back("Note: " + limit + ".");
}

}  // namespace

explanation explain(const role_course &course) {
  const std::size_t last = course.n_steps;
  explanation out;
  out.role = course.of.name;
  out.staff_start = course.count[0];
  out.staff_end = course.count[last];
  out.payroll_start = course.salary[0];
  out.payroll_end = course.salary[last];
  out.yearly_change = (course.automation_rate[last] - course.automation_rate[0]) * months_a_year / course.n_steps;
  out.pattern = pattern_of(course);
  measure_tasks(course.of, out);
  write_text(out, course.n_steps);
  return out;
}

std::vector<std::string> assumptions_of(const config &asked) {
  const assumptions &numbers = asked.numbers;
  const bool v2 = asked.model == model_kind::v2;
  std::vector<std::string> out = {
      "This is a what-if of the assumptions below, not a forecast; no run may be used to pick who leaves.",
      "Agents are posts of a role, all alike at the start, with the role's tasks and an output of 1.",
      "A task is automated once an agent has learnt as many fifths as its skill asks for; tasks are learnt one after "
      "the "
      "other, the longest first, and nothing is forgotten.",
      "A month's chance to learn a fifth is " + percent(learning_chance(numbers.learning())) +
          (v2 ? ", times the adoption of that month." : "."),
      "Output is conserved: a post closes only where the others of its role can take over all of its work.",
      "Exposure is not adoption: that a task can be automated does not say that it will be."};
  if (!v2) {
    out.push_back("In a month posts are closed with a chance of " + percent(numbers.reduction()) +
                  ", and then as many as can be.");
    return out;
  }
  out.push_back("Adoption follows a logistic curve with midpoint " + printed(numbers.adoption_midpoint, 1) +
                " months and rate " + printed(numbers.adoption_rate, 2) +
                " a month: an assumption, for which there is no measurement.");
  out.push_back(percent(numbers.annual_attrition) + " of the people leave in a year by themselves, whatever happens.");
  out.push_back("Policy " + std::string(policy_names[static_cast<std::size_t>(asked.policy)]) + ": " +
                (asked.policy == policy_kind::none
                     ? "every leaver is replaced."
                     : "the post of a leaver closes where it can, and after " + printed(numbers.decision_delay, 0) +
                           " months " + percent(layoff_shares[static_cast<std::size_t>(asked.policy)]) +
                           " of the posts that could be closed are cut each month."));
  if (numbers.reskilling_share > 0.0)
    out.push_back(percent(numbers.reskilling_share) + " of the cut posts' holders are redeployed instead of laid off.");
  out.push_back(
      "Money counts salaries, licences, training, severance, reskilling and hiring at the given prices, "
      "discounted by " +
      percent(numbers.discount_rate) + " a year.");
  if (std::isnan(numbers.new_tasks)) out.push_back("No new tasks come up.");
  return out;
}

}  // namespace harmony::workforce
