#include "core/workforce/joined.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/workforce/answer.hpp"
#include "core/workforce/metrics.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace harmony::workforce {
namespace {

using joined_row = std::array<double, role_metrics.size()>;

joined_row join_roles(const config &asked, const double *raw, const std::vector<std::size_t> &roles) {
  const auto mean_over = [](double sum, double n) { return n > 0.0 ? sum / n : 0.0; };
  joined_row out{};
  double automated = 0.0, time = 0.0, with_capacity = 0.0, capacity = 0.0;
  for (const std::size_t r : roles) {
    const role &each = asked.roles[r];
    const double *is = raw + r * raw_columns;
    const double n = is[raw_count];
    out[0] += n;
    out[1] += n * each.salary;
    out[5] += (each.count - n) * each.salary;
    out[6] += each.count - n;
    automated += is[raw_automated] / static_cast<double>(each.tasks.size());
    time += is[raw_time];
    with_capacity += is[raw_with_capacity];
    capacity += is[raw_capacity];
  }
  out[2] = mean_over(automated, out[0]);
  out[3] = mean_over(time, out[0]);
  out[4] = mean_over(capacity, with_capacity);
  return out;
}

}  // namespace

std::vector<std::size_t> find_roles(const config &asked, const std::vector<std::string_view> &names) {
  std::vector<std::size_t> places;
  for (const std::string_view name : names) {
    const auto found =
        std::find_if(asked.roles.begin(), asked.roles.end(), [&](const role &each) { return each.name == name; });
    if (found == asked.roles.end())
      throw error(sqlstate::invalid_parameter_value, "role \"" + std::string(name) + "\" is not among \"roles\"");
    places.push_back(static_cast<std::size_t>(found - asked.roles.begin()));
  }
  std::sort(places.begin(), places.end());
  if (places.empty() || std::adjacent_find(places.begin(), places.end()) != places.end())
    throw error(sqlstate::invalid_parameter_value, "roles must name at least one, and each once");
  return places;
}

std::vector<figures> sum_up_joined(const config &asked, const raw_result &all, const std::vector<std::size_t> &roles) {
  const std::uint32_t n = iterations_needed(asked, all);
  const std::size_t width = raw_row(asked), stride = width * (asked.steps() + std::size_t{1});
  const double t = interval_t(n);
  std::array<std::vector<double>, role_metrics.size()> values;
  for (std::vector<double> &each : values) each.resize(n);
  std::vector<figures> out;
  out.reserve((asked.steps() + std::size_t{1}) * role_metrics.size());
  for (std::size_t step = 0; step <= asked.steps(); ++step) {
    poll_interrupt();
    for (std::size_t m = 0; m < n; ++m) {
      const joined_row row = join_roles(asked, all.rows.data() + m * stride + step * width, roles);
      for (std::size_t k = 0; k < row.size(); ++k) values[k][m] = row[k];
    }
    for (std::vector<double> &each : values) out.push_back(sum_up(each, t));
  }
  return out;
}

}  // namespace harmony::workforce
