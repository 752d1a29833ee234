#include "core/delivery/forecast.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace harmony::delivery {

namespace {

constexpr double reached = 1e-12;
constexpr double dropped_a_step = 1e-17;  // at each end
constexpr std::int64_t most_sums = std::int64_t{1} << 24;

void check_probabilities(span<double> probability) {
  for (const double p : probability)
    if (!(p > 0.0 && p <= 1.0))
      throw error(sqlstate::invalid_parameter_value, "probability must be above 0 and not above 1");
}

}  // namespace

throughput_sum::throughput_sum(span<std::int32_t> throughput, std::int64_t most_work) : work_left_(most_work) {
  std::vector<std::int32_t> sorted(throughput.begin(), throughput.end());
  std::sort(sorted.begin(), sorted.end());
  if (sorted.front() < 0) throw error(sqlstate::invalid_parameter_value, "throughput must not be negative");
  least_ = sorted.front();
  most_ = sorted.back();
  std::int64_t unit = 0;
  for (const std::int32_t x : sorted) unit = std::gcd(unit, x - least_);
  unit_ = std::max<std::int64_t>(unit, 1);
  for (std::size_t first = 0, last; first < sorted.size(); first = last) {
    for (last = first; last < sorted.size() && sorted[last] == sorted[first];) ++last;
    outcomes_.push_back(
        {(sorted[first] - least_) / unit_, static_cast<double>(last - first) / static_cast<double>(sorted.size())});
  }
}

void throughput_sum::step() {
  ++periods_;
  if (outcomes_.size() == 1) return;  // always as much: the sum of r is 0
  const std::int64_t before = static_cast<std::int64_t>(probability_.size()), room = before + outcomes_.back().r;
  if (room > most_sums)
    throw error(sqlstate::program_limit_exceeded, "too many sums are possible for a forecast",
                "The periods can bring " + std::to_string(room) + " different sums, at most " +
                    std::to_string(most_sums) + " are computed.",
                "Count in larger units.");
  work_left_ -= before * static_cast<std::int64_t>(outcomes_.size());
  if (work_left_ < 0)
    throw error(sqlstate::program_limit_exceeded, "forecast takes too long",
                "Periods, different sums and different throughputs are too many together.", "Count in larger units.");
  const auto size = static_cast<std::size_t>(room);
  if (next_.capacity() < size) next_.reserve(2 * size);
  next_.assign(size, 0.0);
  std::int64_t steps = 0;
  for (const outcome &o : outcomes_) {
    if ((steps += before) >= static_cast<std::int64_t>(poll_every)) {
      poll_interrupt();
      steps = 0;
    }
    double *to = next_.data() + o.r;
    for (std::int64_t k = 0; k < before; ++k) to[k] += o.probability * probability_[static_cast<std::size_t>(k)];
  }
  probability_.swap(next_);
  drop_tails();
}

void throughput_sum::drop_tails() {
  double below = 0.0, above = 0.0;
  std::size_t first = 0, last = probability_.size();
  while (first + 1 < last && below + probability_[first] <= dropped_a_step) below += probability_[first++];
  while (first + 1 < last && above + probability_[last - 1] <= dropped_a_step) above += probability_[--last];
  probability_.erase(probability_.begin() + static_cast<std::ptrdiff_t>(last), probability_.end());
  probability_.erase(probability_.begin(), probability_.begin() + static_cast<std::ptrdiff_t>(first));
  first_ += static_cast<std::int64_t>(first);
}

double throughput_sum::at_least(std::int64_t k) const {
  const std::int64_t above = k - periods_ * least_;
  const std::int64_t r = above <= 0 ? 0 : (above - 1) / unit_ + 1;
  double sum = 0.0;
  for (std::int64_t at = static_cast<std::int64_t>(probability_.size()) - 1; at >= 0 && first_ + at >= r; --at)
    sum += probability_[static_cast<std::size_t>(at)];
  return sum;
}

std::int64_t throughput_sum::most_with(double p) const {
  double sum = 0.0;
  std::size_t at = probability_.size();
  while (at > 0) {
    sum += probability_[--at];
    if (sum >= p - reached) break;
  }
  return periods_ * least_ + unit_ * (first_ + static_cast<std::int64_t>(at));
}

std::vector<std::optional<std::int32_t>> forecast_items(span<std::int32_t> throughput, std::int32_t periods,
                                                        span<double> probability, std::int64_t most_work) {
  check_probabilities(probability);
  if (periods < 0 || periods > most_periods)
    throw error(sqlstate::invalid_parameter_value, "periods must be between 0 and " + std::to_string(most_periods));
  std::vector<std::optional<std::int32_t>> out(probability.size);
  if (throughput.empty()) return out;
  throughput_sum sum(throughput, most_work);
  for (std::int32_t t = 0; t < periods; ++t) sum.step();
  for (std::size_t i = 0; i < probability.size; ++i) {
    const std::int64_t k = sum.most_with(probability[i]);
    if (k > std::numeric_limits<std::int32_t>::max())
      throw error(sqlstate::numeric_value_out_of_range, "forecast of items is out of range");
    out[i] = static_cast<std::int32_t>(k);
  }
  return out;
}

std::vector<std::optional<std::int32_t>> forecast_periods(span<std::int32_t> throughput, std::int32_t items,
                                                          span<double> probability) {
  check_probabilities(probability);
  if (items <= 0) return std::vector<std::optional<std::int32_t>>(probability.size, 0);
  std::vector<std::optional<std::int32_t>> out(probability.size);
  if (throughput.empty()) return out;
  throughput_sum sum(throughput, most_work_of_forecast);
  const std::int64_t most = *std::max_element(throughput.begin(), throughput.end());
  if (most * most_periods < items) return out;
  std::size_t found = 0;
  for (std::int32_t t = 1; t <= most_periods && found < out.size(); ++t) {
    sum.step();
    if (sum.largest() < items) continue;
    const double p = sum.at_least(items);
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (out[i] || p < probability[i] - reached) continue;
      out[i] = t;
      ++found;
    }
  }
  return out;
}

backtest_result backtest(span<std::int32_t> throughput, std::int32_t periods, span<double> probability) {
  if (periods < 1) throw error(sqlstate::invalid_parameter_value, "periods must be at least 1");
  check_probabilities(probability);
  for (const std::int32_t x : throughput)
    if (x < 0) throw error(sqlstate::invalid_parameter_value, "throughput must not be negative");
  constexpr std::size_t least_known = 4, most_origins = 200;
  const auto ahead = static_cast<std::size_t>(periods);
  backtest_result out;
  std::vector<std::int64_t> inside(probability.size);
  std::size_t origin = std::max(ahead, least_known);
  if (throughput.size >= ahead)
    origin = std::max(origin, throughput.size - ahead + 1 - std::min(throughput.size - ahead + 1, most_origins));
  for (; origin + ahead <= throughput.size; ++origin, ++out.n) {
    const std::int64_t done =
        std::accumulate(throughput.begin() + origin, throughput.begin() + origin + ahead, std::int64_t{0});
    const auto forecast = forecast_items({throughput.data, origin}, periods, probability,
                                         most_work_of_forecast / static_cast<std::int64_t>(most_origins));
    for (std::size_t i = 0; i < inside.size(); ++i) inside[i] += done >= *forecast[i];
  }
  for (const std::int64_t count : inside)
    out.inside.push_back(out.n > 0 ? static_cast<double>(count) / static_cast<double>(out.n) : missing);
  return out;
}

}  // namespace harmony::delivery
