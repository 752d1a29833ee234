#include "functions/workforce/answer_json.hpp"

#include "core/workforce/metrics.hpp"
#include "functions/workforce/config_json.hpp"

#include <cmath>
#include <string_view>

namespace harmony::functions {

using postgres::json_writer;

namespace {

using workforce::answer;
using workforce::config;
using workforce::explanation;

void put(json_writer &json, std::string_view key, double value) {
  json.key(key);
  json.number(value);
}

void put(json_writer &json, std::string_view key, std::string_view value) {
  json.key(key);
  json.string(value);
}

template <class Names>
void write_metrics(json_writer &json, const Names &names, const workforce::figures *of) {
  json.begin_object();
  for (const std::string_view name : names) {
    json.key(name);
    write_figures(json, *of++);
  }
  json.end_object();
}

void write_steps(json_writer &json, const answer &of, const std::string_view *totals, std::size_t n_totals) {
  const span<std::string_view> total_names(totals, n_totals);
  json.key("steps");
  json.begin_array();
  for (std::size_t step = 0; step <= of.asked.steps(); ++step) {
    CHECK_FOR_INTERRUPTS();
    json.begin_object();
    put(json, "step", static_cast<double>(step));
    json.key("total");
    write_metrics(json, total_names, &of.at(step, 0));
    json.key("roles");
    json.begin_object();
    for (std::size_t r = 0; r < of.asked.roles.size(); ++r) {
      json.key(of.asked.roles[r].name);
      write_metrics(json, workforce::role_metrics, &of.at(step, n_totals + r * workforce::role_metrics.size()));
    }
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

template <class Names>
void write_changes(json_writer &json, const answer &of, std::size_t year, const Names &names, std::size_t first) {
  constexpr std::size_t months_a_year = 12;
  json.begin_object();
  for (const std::string_view name : names) {
    put(json, name, of.at(year * months_a_year, first).mean - of.at((year - 1) * months_a_year, first).mean);
    ++first;
  }
  json.end_object();
}

void write_yearly(json_writer &json, const answer &of, const std::string_view *totals, std::size_t n_totals) {
  json.key("yearly");
  json.begin_array();
  for (std::size_t year = 1; 12 * year <= of.asked.steps(); ++year) {
    json.begin_object();
    put(json, "year", static_cast<double>(year));
    json.key("total");
    write_changes(json, of, year, span<std::string_view>(totals, n_totals), 0);
    json.key("roles");
    json.begin_object();
    for (std::size_t r = 0; r < of.asked.roles.size(); ++r) {
      json.key(of.asked.roles[r].name);
      write_changes(json, of, year, workforce::role_metrics, n_totals + r * workforce::role_metrics.size());
    }
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_texts(json_writer &json, std::string_view key, const std::vector<std::string> &texts) {
  json.key(key);
  json.begin_array();
  for (const std::string &text : texts) json.string(text);
  json.end_array();
}

void write_explanations(json_writer &json, const answer &of) {
  json.key("explanations");
  json.begin_object();
  for (const explanation &each : of.explanations) {
    json.key(each.role);
    json.begin_object();
    put(json, "staff_start", each.staff_start);
    put(json, "staff_end", each.staff_end);
    put(json, "payroll_start", each.payroll_start);
    put(json, "payroll_end", each.payroll_end);
    put(json, "automatable_time", each.automatable_time);
    put(json, "automatable_skill", each.automatable_skill);
    put(json, "other_skill", each.other_skill);
    put(json, "yearly_change", each.yearly_change);
    put(json, "pattern", each.pattern);
    write_texts(json, "limits", each.limits);
    write_texts(json, "text", each.text);
    json.end_object();
  }
  json.end_object();
}

void write_money(json_writer &json, const answer &of) {
  json.key("money");
  if (of.asked.model != workforce::model_kind::v2) return json.null();
  json.begin_object();
  json.key("npv");
  write_figures(json, of.money.npv);
  put(json, "paid_back_share", of.money.paid_back_share);
  put(json, "payback_month_median", of.money.payback_month_median);
  json.end_object();
}

void write_context(json_writer &json, const answer &of) {
  json.key("context");
  json.begin_object();
  put(json, "displacement", of.context.displacement);
  put(json, "productivity", of.context.productivity);
  put(json, "reinstatement", of.context.reinstatement);
  json.end_object();
}

void write_target(json_writer &json, const workforce::width_target &target) {
  json.key("target_half_width");
  json.begin_object();
  put(json, "metric", target.metric);
  if (!target.role.empty()) put(json, "role", target.role);
  put(json, "width", target.width);
  json.end_object();
}

void write_roles(json_writer &json, const config &asked) {
  json.key("roles");
  json.begin_array();
  for (const workforce::role &each : asked.roles) {
    json.begin_object();
    put(json, "role", each.name);
    put(json, "count", each.count);
    put(json, "salary", each.salary);
    json.end_object();
  }
  json.end_array();
  json.key("workloads");
  json.begin_object();
  for (const workforce::role &each : asked.roles) {
    json.key(each.name);
    write_tasks(json, each.tasks);
  }
  json.end_object();
}

}  // namespace

void write_figures(json_writer &json, const workforce::figures &of) {
  json.begin_object();
  put(json, "mean", of.mean);
  put(json, "min", of.min);
  put(json, "max", of.max);
  put(json, "sd", of.sd);
  put(json, "p05", of.p05);
  put(json, "p50", of.p50);
  put(json, "p95", of.p95);
  put(json, "ci_low", of.ci_low);
  put(json, "ci_high", of.ci_high);
  json.end_object();
}

void write_config(json_writer &json, const config &asked) {
  const bool v2 = asked.model == workforce::model_kind::v2;
  json.begin_object();
  put(json, "model", workforce::model_names[static_cast<std::size_t>(asked.model)]);
  json.key("seed");
  json.integer(static_cast<std::int64_t>(asked.seed));
  for (const auto &entry : fields_of(asked.numbers).fields) {
    const double value = asked.numbers.*entry.member;
    if (!std::isnan(value) && workforce::has_key(asked.model, entry.name)) put(json, entry.name, value);
  }
  if (v2) {
    put(json, "policy", workforce::policy_names[static_cast<std::size_t>(asked.policy)]);
    json.key("money");
    json.begin_object();
    for (const auto &entry : fields_of(asked.money).fields) put(json, entry.name, asked.money.*entry.member);
    json.end_object();
  }
  if (asked.target.given()) write_target(json, asked.target);
  if (!asked.company.empty()) put(json, "company", asked.company);
  write_roles(json, asked);
  json.end_object();
}

void write_answer(json_writer &json, const answer &of) {
  // The names as plain data, which an error may jump past.
  std::string_view totals[16];
  std::size_t n_totals = 0;
  workforce::for_each_total(of.asked, [&](std::string_view name) { totals[n_totals++] = name; });
  json.begin_object();
  put(json, "model", workforce::model_names[static_cast<std::size_t>(of.asked.model)]);
  put(json, "version", workforce::model_version);
  json.key("seed");
  json.integer(static_cast<std::int64_t>(of.asked.seed));
  put(json, "n_iterations", of.n_iterations);
  put(json, "n_steps", of.asked.numbers.n_steps);
  json.key("input");
  write_config(json, of.asked);
  write_steps(json, of, totals, n_totals);
  write_yearly(json, of, totals, n_totals);
  write_explanations(json, of);
  write_money(json, of);
  write_context(json, of);
  write_texts(json, "assumptions", of.assumptions);
  json.end_object();
}

}  // namespace harmony::functions
