// What is told of a month: of all roles together, and of each.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

namespace harmony::workforce {

inline constexpr std::array<std::string_view, 7> role_metrics = {
    "count", "salary", "automation_rate", "time_per_employee", "unused_capacity", "cost_savings", "headcount_savings"};

/// The names of the metrics of all roles together: nine, five more in version 2, one more with new tasks.
inline constexpr std::array<std::string_view, 15> all_total_metrics = {"employees",
                                                                       "employees_fraction",
                                                                       "salary",
                                                                       "salary_fraction",
                                                                       "automation_rate",
                                                                       "time_per_employee",
                                                                       "unused_capacity",
                                                                       "cost_savings",
                                                                       "headcount_savings",
                                                                       "layoffs",
                                                                       "leavers",
                                                                       "hires",
                                                                       "redeployed",
                                                                       "net_benefit",
                                                                       "redeployed_capacity"};
inline constexpr std::size_t n_classic_metrics = 9, n_v2_metrics = 14;

/// Calls visit(name) for those that the configuration has.
template <class Visit>
void for_each_total(const config &asked, Visit visit) {
  const std::size_t n = asked.model == model_kind::v2 ? n_v2_metrics : n_classic_metrics;
  for (std::size_t k = 0; k < n; ++k) visit(all_total_metrics[k]);
  if (!std::isnan(asked.numbers.new_tasks)) visit(all_total_metrics.back());
}
std::vector<std::string_view> total_metrics(const config &asked);

/// Where a metric stands in a row of metrics: those of all roles together, then those of each role in their order.
/// Error 22023 for a metric or a role that the configuration does not have; an empty role means all together.
std::size_t find_metric(const config &asked, std::string_view metric, std::string_view role);

/// How many metrics a row has.
std::size_t metrics_of(const config &asked);

/// The metrics of one iteration's steps, from their raw rows.
class metric_rows {
 public:
  explicit metric_rows(const config &asked);

  std::size_t size() const { return size_; }
  /// `raw` is a row of raw_row() numbers of that step; `out` takes size() metrics.
  void write(const double *raw, std::size_t step, double *out) const;

 private:
  const config &asked_;
  std::size_t n_total_, size_;
  double agents_ = 0.0, payroll_ = 0.0;
};

}  // namespace harmony::workforce
