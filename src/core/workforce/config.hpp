// What a simulation of automation at work is asked: the model, its assumptions, the roles and what they do.
#pragma once

#include "core/base/field.hpp"
#include "core/base/no_postgres.hpp"
#include "core/base/score.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::workforce {

/// Changes when the same input gives another answer.
inline constexpr const char *model_version = "workforce-1";

inline constexpr double largest_iterations = 10000, largest_steps = 600;
inline constexpr std::int64_t largest_agents = 1000000;
inline constexpr std::size_t largest_roles = 1000, largest_tasks = 1000;
/// Characters of names: what is no longer goes into indexes.
inline constexpr std::size_t longest_role = 200, longest_task = 500, longest_company = 500;
/// Agents times steps times iterations, in a session of the server and in a job.
inline constexpr double session_agent_steps = 1e9, job_agent_steps = 1e11;
/// Bytes that the result takes before it is summed up (raw_result.hpp).
inline constexpr double largest_raw_bytes = 1e9;
/// Bytes of the answer as jsonb (answer.hpp), which can hold 268,435,455.
inline constexpr double largest_answer_bytes = 2.5e8;

/// The largest seed that is a bigint.
inline constexpr std::uint64_t largest_seed = 0x7fffffffffffffff;

enum class model_kind { classic, v2 };
inline constexpr std::array<std::string_view, 2> model_names = {"classic", "v2"};

/// What becomes of a post that the others can take over: of how many of those that could be closed a month are.
enum class policy_kind { none, natural_attrition, moderate, active, rapid };
inline constexpr std::array<std::string_view, 5> policy_names = {"none", "natural_attrition", "moderate", "active",
                                                                 "rapid"};
inline constexpr std::array<double, 5> layoff_shares = {0.0, 0.0, 0.25, 0.5, 1.0};

/// A part of a role's work.
struct task {
  std::string name;
  bool automatable = false;
  double skill = 0.0;  // 0...1: how much is to be learnt before it is automated, in fifths
  double time = 0.0;   // share of the role's time, 0...1
};

struct role {
  std::string name;
  double count = missing;   // agents at the start
  double salary = missing;  // a year
  std::vector<task> tasks;
};

/// The numbers of a configuration. NaN: not given.
struct assumptions {
  double n_iterations = missing;
  double n_steps = 48;  // months
  double automation_factor = missing;
  double learning_probability = missing;   // automation_factor where not given
  double reduction_probability = missing;  // likewise; classic only
  double annual_attrition = 0.1;
  double adoption_rate = 0.25;
  double adoption_midpoint = 12;  // months
  double decision_delay = 3;      // months without layoffs
  double reskilling_share = 0.0;
  double discount_rate = 0.08;  // a year
  double new_tasks = missing;   // posts a year

  double learning() const { return std::isnan(learning_probability) ? automation_factor : learning_probability; }
  double reduction() const { return std::isnan(reduction_probability) ? automation_factor : reduction_probability; }
};

inline constexpr bounds posts_a_year{0.0, 1e6};
inline constexpr bounds months{0.0, largest_steps, true};

inline field_table<assumptions> fields_of(const assumptions &) {
  using a = assumptions;
  static constexpr field<a> fields[] = {
      {"n_iterations", &a::n_iterations, {1.0, largest_iterations, true}},
      {"n_steps", &a::n_steps, {1.0, largest_steps, true}},
      {"automation_factor", &a::automation_factor, unit_interval},
      {"learning_probability", &a::learning_probability, unit_interval},
      {"reduction_probability", &a::reduction_probability, unit_interval},
      {"annual_attrition", &a::annual_attrition, unit_interval},
      {"adoption_rate", &a::adoption_rate, {0.0, 100.0}},
      {"adoption_midpoint", &a::adoption_midpoint, {0.0, largest_steps}},
      {"decision_delay", &a::decision_delay, months},
      {"reskilling_share", &a::reskilling_share, unit_interval},
      {"discount_rate", &a::discount_rate, unit_interval},
      {"new_tasks", &a::new_tasks, posts_a_year},
  };
  return {"config", field_kind::optional_constant, fields};
}

/// Costs of version 2, in the currency of the salaries.
struct money_terms {
  double licence_month = 0.0;     // a month, of each agent with an automated task
  double training = 0.0;          // of each fifth that is learnt
  double severance_months = 0.0;  // salaries of a month, of each layoff
  double reskilling = 0.0;        // of each redeployment
  double hiring = 0.0;            // of each hire
};

inline field_table<money_terms> fields_of(const money_terms &) {
  using m = money_terms;
  static constexpr bounds cost{0.0, 1e12};
  static constexpr field<m> fields[] = {
      {"licence_month", &m::licence_month, cost},
      {"training", &m::training, cost},
      {"severance_months", &m::severance_months, cost},
      {"reskilling", &m::reskilling, cost},
      {"hiring", &m::hiring, cost},
  };
  return {"money", field_kind::constant, fields};
}

/// Iterations stop when the interval of that mean at the last step has at most that half-width.
struct width_target {
  std::string metric;
  std::string role;  // empty: of all roles
  double width = missing;

  bool given() const { return !metric.empty(); }
};

struct config {
  model_kind model = model_kind::v2;
  policy_kind policy = policy_kind::moderate;
  assumptions numbers;
  money_terms money;
  std::uint64_t seed = 0;
  std::vector<role> roles;
  width_target target;
  std::string company;  // a label; empty: none

  std::int64_t agents() const;
  std::uint32_t iterations() const { return static_cast<std::uint32_t>(numbers.n_iterations); }
  std::uint32_t steps() const { return static_cast<std::uint32_t>(numbers.n_steps); }
};

/// How much may be asked for.
struct limits {
  double agent_steps, raw_bytes;
};
inline constexpr limits session_limits{session_agent_steps, largest_raw_bytes};
inline constexpr limits job_limits{job_agent_steps, largest_raw_bytes};

/// Whether that model has the key, of one that either has.
bool has_key(model_kind model, std::string_view key);
/// Refuses a key that only the other model has (22023).
void check_key(model_kind model, std::string_view key);

/// Checks everything but the keys. Errors: 22023 naming the key for a value that is missing or out of its range, a role
/// twice, a role without tasks, a name that is too long, times that are between 0 and 1e-9 or do not sum to 1 within
/// 1e-6; 54000 for what is too large.
void check(const config &asked, const limits &most);

}  // namespace harmony::workforce
