#include "core/workforce/config.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/workforce/answer.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/raw_result.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace harmony::workforce {
namespace {

constexpr double time_tolerance = 1e-6;
constexpr double largest_salary = 1e12;
// What is left to do is at least this, or nothing: an agent's free capacity is its inverse.
constexpr double least_time = 1e-9;

[[noreturn]] void refuse(const std::string &message, const std::string &detail = {}) {
  throw error(sqlstate::invalid_parameter_value, message, detail);
}

[[noreturn]] void too_large(const std::string &what, double got, double most) {
  throw error(sqlstate::program_limit_exceeded, "simulation is too large",
              what + " would be " + format_number(got) + "; at most " + format_number(most) + " are allowed.");
}

void require(double value, std::string_view key) {
  if (std::isnan(value)) refuse("\"" + std::string(key) + "\" is missing");
}

// Without the bytes that go on with a character of UTF-8.
void check_length(const std::string &text, std::size_t longest, const std::string &what) {
  const auto n = std::count_if(text.begin(), text.end(), [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; });
  if (static_cast<std::size_t>(n) > longest)
    refuse(what + " is too long",
           "It has " + std::to_string(n) + " characters, and may have " + std::to_string(longest) + ".");
}

void check_task(const task &part, const std::string &owner) {
  if (part.name.empty()) refuse("a task in \"workloads\" of role \"" + owner + "\" has no name");
  check_length(part.name, longest_task, "name of a task of role \"" + owner + "\" in \"workloads\"");
  const std::string of = " of task \"" + part.name + "\" of role \"" + owner + "\" in \"workloads\"";
  if (!unit_interval.hold(part.skill)) refuse("skill" + of + " must be between 0 and 1");
  if (part.time != 0.0 && !bounds{least_time, 1.0}.hold(part.time))
    refuse("time" + of + " must be between 0 and 1", "If it is not 0 it must be at least 1e-9.");
}

void check_role(const role &part) {
  if (part.name.empty()) refuse("\"role\" in \"roles\" must not be empty");
  check_length(part.name, longest_role, "\"role\" in \"roles\"");
  const std::string of = " of role \"" + part.name + "\" in \"roles\"";
  if (std::isnan(part.count)) refuse("\"count\"" + of + " is missing");
  if (std::isnan(part.salary)) refuse("\"salary\"" + of + " is missing");
  if (!bounds{1.0, 1e15, true}.hold(part.count)) refuse("\"count\"" + of + " must be a whole number from 1");
  if (!bounds{0.0, largest_salary}.hold(part.salary))
    refuse("\"salary\"" + of + " must be between 0 and " + format_number(largest_salary));
  if (part.tasks.empty()) refuse("role \"" + part.name + "\" has no workload in \"workloads\"");
  if (part.tasks.size() > largest_tasks)
    too_large("Tasks of role \"" + part.name + "\"", static_cast<double>(part.tasks.size()), largest_tasks);
  double sum = 0.0;
  for (const task &each : part.tasks) {
    check_task(each, part.name);
    sum += each.time;
  }
  if (std::fabs(sum - 1.0) > time_tolerance)
    refuse("times of role \"" + part.name + "\" in \"workloads\" must sum to 1",
           "They sum to " + format_number(sum) + ".");
}

void check_target(const config &asked) {
  if (!asked.target.given()) {
    if (!std::isnan(asked.target.width) || !asked.target.role.empty())
      refuse("\"metric\" of \"target_half_width\" is missing");
    return;
  }
  require(asked.target.width, "width");
  if (!above_zero.hold(asked.target.width)) refuse("\"width\" of \"target_half_width\" must be above 0");
  find_metric(asked, asked.target.metric, asked.target.role);
}

}  // namespace

std::int64_t config::agents() const {
  double sum = 0.0;
  for (const role &each : roles) sum += each.count;
  return static_cast<std::int64_t>(std::min(sum, 1e15));
}

bool has_key(model_kind model, std::string_view key) {
  constexpr std::string_view only_v2[] = {"policy",         "annual_attrition", "adoption_rate", "adoption_midpoint",
                                          "decision_delay", "reskilling_share", "discount_rate", "money"};
  if (model == model_kind::v2) return key != "reduction_probability";
  return std::find(std::begin(only_v2), std::end(only_v2), key) == std::end(only_v2);
}

void check_key(model_kind model, std::string_view key) {
  if (has_key(model, key)) return;
  refuse("\"" + std::string(key) + "\" is no key of model " +
         std::string(model_names[static_cast<std::size_t>(model)]));
}

void check(const config &asked, const limits &most) {
  const assumptions &numbers = asked.numbers;
  require(numbers.n_iterations, "n_iterations");
  require(numbers.n_steps, "n_steps");
  require(numbers.automation_factor, "automation_factor");
  check_fields(numbers);
  check_fields(asked.money);
  check_length(asked.company, longest_company, "\"company\"");
  if (asked.seed > largest_seed) refuse("\"seed\" is out of range");
  if (asked.roles.empty()) refuse("\"roles\" is missing or empty");
  if (asked.roles.size() > largest_roles) too_large("Roles", static_cast<double>(asked.roles.size()), largest_roles);
  std::unordered_set<std::string_view> names;
  for (const role &each : asked.roles) {
    check_role(each);
    if (!names.insert(each.name).second) refuse("role \"" + each.name + "\" is given twice in \"roles\"");
  }
  const auto agents = static_cast<double>(asked.agents());
  if (agents > largest_agents) too_large("Agents (\"count\" of \"roles\")", agents, largest_agents);
  const double agent_steps = numbers.n_iterations * agents * numbers.n_steps;
  if (agent_steps > most.agent_steps)
    too_large("n_iterations times agents times n_steps", agent_steps, most.agent_steps);
  const double bytes = raw_bytes(asked);
  if (bytes > most.raw_bytes) too_large("Bytes of n_iterations times n_steps times roles", bytes, most.raw_bytes);
  const double answered = answer_bytes(asked);
  if (answered > largest_answer_bytes)
    too_large("Bytes of the answer, which are for each step and role, and tasks", answered, largest_answer_bytes);
  check_target(asked);
}

}  // namespace harmony::workforce
