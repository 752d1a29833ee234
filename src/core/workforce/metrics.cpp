#include "core/workforce/metrics.hpp"

#include "core/base/error.hpp"
#include "core/workforce/raw_result.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::workforce {
namespace {

bool has_new_tasks(const config &asked) { return !std::isnan(asked.numbers.new_tasks); }

}  // namespace

std::vector<std::string_view> total_metrics(const config &asked) {
  std::vector<std::string_view> names;
  for_each_total(asked, [&](std::string_view name) { names.push_back(name); });
  return names;
}

std::size_t metrics_of(const config &asked) {
  return total_metrics(asked).size() + asked.roles.size() * role_metrics.size();
}

std::size_t find_metric(const config &asked, std::string_view metric, std::string_view role) {
  const std::vector<std::string_view> totals = total_metrics(asked);
  const auto refuse = [&] {
    std::string known;
    for (const std::string_view name : totals) known += (known.empty() ? "" : ", ") + std::string(name);
    throw error(sqlstate::invalid_parameter_value, "\"metric\" \"" + std::string(metric) + "\" is not known", "",
                "Of all roles there are " + known + "; of one there is count in place of employees.");
  };
  if (role.empty() || (role == "total" && std::none_of(asked.roles.begin(), asked.roles.end(),
                                                       [&](const auto &each) { return each.name == role; }))) {
    const auto found = std::find(totals.begin(), totals.end(), metric);
    if (found == totals.end()) refuse();
    return static_cast<std::size_t>(found - totals.begin());
  }
  const auto named =
      std::find_if(asked.roles.begin(), asked.roles.end(), [&](const auto &each) { return each.name == role; });
  if (named == asked.roles.end())
    throw error(sqlstate::invalid_parameter_value, "\"role\" \"" + std::string(role) + "\" is not among \"roles\"");
  const auto found = std::find(role_metrics.begin(), role_metrics.end(), metric);
  if (found == role_metrics.end()) refuse();
  return totals.size() + static_cast<std::size_t>(named - asked.roles.begin()) * role_metrics.size() +
         static_cast<std::size_t>(found - role_metrics.begin());
}

metric_rows::metric_rows(const config &asked)
    : asked_(asked), n_total_(total_metrics(asked).size()), size_(metrics_of(asked)) {
  for (const role &each : asked.roles) {
    agents_ += each.count;
    payroll_ += each.count * each.salary;
  }
}

void metric_rows::write(const double *raw, std::size_t step, double *out) const {
  const auto mean = [](double sum, double n) { return n > 0.0 ? sum / n : 0.0; };
  double count = 0.0, payroll = 0.0, automated = 0.0, time = 0.0, with_capacity = 0.0, capacity = 0.0;
  double *of_role = out + n_total_;
  for (std::size_t r = 0; r < asked_.roles.size(); ++r, of_role += role_metrics.size()) {
    const role &asked = asked_.roles[r];
    const double *is = raw + r * raw_columns;
    const double n = is[raw_count], rate = is[raw_automated] / static_cast<double>(asked.tasks.size());
    of_role[0] = n;
    of_role[1] = n * asked.salary;
    of_role[2] = mean(rate, n);
    of_role[3] = mean(is[raw_time], n);
    of_role[4] = mean(is[raw_capacity], is[raw_with_capacity]);
    of_role[5] = (asked.count - n) * asked.salary;
    of_role[6] = asked.count - n;
    count += n;
    payroll += n * asked.salary;
    automated += rate;
    time += is[raw_time];
    with_capacity += is[raw_with_capacity];
    capacity += is[raw_capacity];
  }
  out[0] = count;
  out[1] = count / agents_;
  out[2] = payroll;
  out[3] = payroll_ > 0.0 ? payroll / payroll_ : 1.0;
  out[4] = mean(automated, count);
  out[5] = mean(time, count);
  out[6] = mean(capacity, with_capacity);
  out[7] = payroll_ - payroll;
  out[8] = agents_ - count;
  const double *moves = raw + asked_.roles.size() * raw_columns;
  if (asked_.model == model_kind::v2) std::copy(moves, moves + raw_moves, out + n_classic_metrics);
  if (has_new_tasks(asked_))
    out[n_total_ - 1] = std::min(asked_.numbers.new_tasks * static_cast<double>(step) / 12.0, agents_ - count);
}

}  // namespace harmony::workforce
