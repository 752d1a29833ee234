#include "core/workforce/comparison.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::workforce {
namespace {

constexpr std::uint32_t compared_every = 12;

[[noreturn]] void refuse_comparison(const std::string &why) { throw error(sqlstate::invalid_parameter_value, why); }

[[noreturn]] void refuse_size(const std::string &what, double got, double most) {
  throw error(sqlstate::program_limit_exceeded, "simulation is too large",
              "All configs together would take " + format_number(got) + what + "; at most " + format_number(most) +
                  " are allowed.");
}

double square(double x) { return x * x; }

struct ratio_sum {
  double sum = 0.0, n = 0.0;
};

void add_differences(const std::vector<config> &all, const std::vector<raw_result> &results, std::size_t which,
                     std::uint32_t step, double t, comparison &out, ratio_sum &ratios) {
  const std::vector<std::string_view> of_base = total_metrics(all[0]);
  for (const std::string_view metric : total_metrics(all[which])) {
    if (std::find(of_base.begin(), of_base.end(), metric) == of_base.end()) continue;
    std::vector<double> base = values_of(all[0], results[0], step, find_metric(all[0], metric, {}));
    const std::vector<double> other = values_of(all[which], results[which], step, find_metric(all[which], metric, {}));
    const std::size_t n = base.size();
    const double apart = square(sd_of(base.data(), n, mean_of(base.data(), n))) +
                         square(sd_of(other.data(), n, mean_of(other.data(), n)));
    for (std::size_t m = 0; m < n; ++m) base[m] = other[m] - base[m];
    const double mean = mean_of(base.data(), n), sd = sd_of(base.data(), n, mean);
    const double half = t * sd / std::sqrt(static_cast<double>(n));
    out.differences.push_back({which, step, metric, mean, sd, mean - half, mean + half});
    if (step != all[0].steps() || !(apart > 0.0)) continue;
    ratios.sum += square(sd) / apart;
    ratios.n += 1.0;
  }
}

}  // namespace

void check_comparable(const std::vector<config> &all, double most) {
  if (all.empty()) refuse_comparison("configs must not be empty");
  if (all.size() > largest_compared)
    throw error(sqlstate::program_limit_exceeded, "too many configs",
                "There are " + std::to_string(all.size()) + "; at most " + std::to_string(largest_compared) +
                    " are compared at once.");
  double agent_steps = 0.0, bytes = 0.0, answers = 0.0;
  for (const config &each : all) {
    if (each.seed != all[0].seed) refuse_comparison("configs must have the same \"seed\"");
    if (each.numbers.n_iterations != all[0].numbers.n_iterations)
      refuse_comparison("configs must have the same \"n_iterations\"");
    if (each.numbers.n_steps != all[0].numbers.n_steps) refuse_comparison("configs must have the same \"n_steps\"");
    if (each.target.given()) refuse_comparison("configs that are compared must not have \"target_half_width\"");
    agent_steps += each.numbers.n_iterations * static_cast<double>(each.agents()) * each.numbers.n_steps;
    bytes += raw_bytes(each);
    answers += answer_bytes(each);
  }
  if (agent_steps > most) refuse_size(" agents times steps times iterations", agent_steps, most);
  if (bytes > largest_compared_bytes) refuse_size(" bytes of numbers", bytes, largest_compared_bytes);
  if (answers > largest_answer_bytes) refuse_size(" bytes of the answer", answers, largest_answer_bytes);
}

comparison compare(const std::vector<config> &all) {
  std::vector<raw_result> results;
  for (const config &each : all) results.push_back(run(each));
  return compare(all, results);
}

comparison compare(const std::vector<config> &all, const std::vector<raw_result> &results) {
  comparison out;
  for (std::size_t k = 0; k < all.size(); ++k) out.runs.push_back(sum_up(all[k], results[k]));
  const double t = interval_t(all[0].iterations());
  const std::uint32_t last = all[0].steps();
  ratio_sum ratios;
  for (std::size_t which = 1; which < all.size(); ++which) {
    for (std::uint32_t step = compared_every; step < last; step += compared_every)
      add_differences(all, results, which, step, t, out, ratios);
    add_differences(all, results, which, last, t, out, ratios);
  }
  if (ratios.n > 0.0) out.variance_ratio = ratios.sum / ratios.n;
  return out;
}

}  // namespace harmony::workforce
