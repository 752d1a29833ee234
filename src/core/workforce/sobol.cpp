#include "core/workforce/sobol.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/philox.hpp"
#include "core/workforce/figures.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
namespace {

constexpr std::uint32_t fewest_samples = 8, bootstrap_samples = 400, bootstrap_purpose = 16;

struct index_pair {
  double first, total;
};

// The indices of one input from the samples that `pick` names, one after the other.
template <class Pick>
index_pair index_of(const std::vector<double> &outcomes, std::size_t inputs, std::size_t input, std::size_t n,
                    Pick pick) {
  const std::size_t width = inputs + 2;
  const double shift = outcomes[0];
  double sum = 0.0, squares = 0.0, first = 0.0, total = 0.0;
  for (std::size_t k = 0; k < n; ++k) {
    const double *row = outcomes.data() + pick(k) * width;
    const double a = row[0] - shift, b = row[1] - shift, ab = row[2 + input] - shift;
    sum += a + b;
    squares += a * a + b * b;
    first += b * (ab - a);
    total += (a - ab) * (a - ab);
  }
  const auto count = static_cast<double>(n);
  const double mean = sum / (2.0 * count), variance = squares / (2.0 * count) - mean * mean;
  if (!(variance > 0.0)) return {missing, missing};
  return {first / count / variance, total / (2.0 * count) / variance};
}

void put_interval(std::vector<double> &values, double &low, double &high) {
  values.erase(std::remove_if(values.begin(), values.end(), [](double x) { return std::isnan(x); }), values.end());
  if (values.empty()) return;
  std::sort(values.begin(), values.end());
  low = quantile_of(values.data(), values.size(), 0.025);
  high = quantile_of(values.data(), values.size(), 0.975);
}

}  // namespace

void check(const sensitivity_question &of, double most) {
  if (of.spans.empty() || of.spans.size() > largest_inputs)
    throw error(sqlstate::invalid_parameter_value, "spans must name 1 to 16 inputs");
  if (of.samples < fewest_samples || of.samples > largest_samples)
    throw error(sqlstate::invalid_parameter_value, "samples must be between 8 and 65536");
  check_outcome(of.asked, of.metric);
  check_runs(of.asked, static_cast<double>(of.samples) * static_cast<double>(of.spans.size() + 2), most);
}

std::vector<double> sample_outcomes(const sensitivity_question &of, std::uint32_t first, std::uint32_t last) {
  const std::size_t n = of.spans.size();
  boost::random::sobol sequence(2 * n);
  sequence.discard(2 * n * (std::uintmax_t{first} + 1));
  std::vector<double> point(2 * n), out;
  constexpr double scale = 0x1p-64;
  const auto outcome_at = [&](auto from_b) {
    config changed = of.asked;
    for (std::size_t k = 0; k < n; ++k) {
      const input_span &span = of.spans[k];
      changed = with_input(changed, span.input, span.low + (span.high - span.low) * point[k + (from_b(k) ? n : 0)]);
    }
    return outcome_of(changed, of.metric);
  };
  for (std::uint32_t sample = first; sample < last; ++sample) {
    for (double &x : point) x = static_cast<double>(sequence()) * scale;
    out.push_back(outcome_at([](std::size_t) { return false; }));
    out.push_back(outcome_at([](std::size_t) { return true; }));
    for (std::size_t k = 0; k < n; ++k) out.push_back(outcome_at([&](std::size_t j) { return j == k; }));
  }
  return out;
}

std::vector<sensitivity_index> indices_of(const sensitivity_question &of, const std::vector<double> &outcomes) {
  const std::size_t inputs = of.spans.size(), n = of.samples;
  if (outcomes.size() != n * (inputs + 2))
    throw error(sqlstate::invalid_parameter_value, "outcomes must be inputs + 2 of each sample");
  for (const double each : outcomes)
    if (!any_number.hold(each))
      throw error(sqlstate::invalid_parameter_value, "outcomes must be between -1e100 and 1e100");
  const philox_key key = {static_cast<std::uint32_t>(of.asked.seed), static_cast<std::uint32_t>(of.asked.seed >> 32U)};
  std::vector<sensitivity_index> out;
  for (std::size_t input = 0; input < inputs; ++input) {
    const index_pair found = index_of(outcomes, inputs, input, n, [](std::size_t k) { return k; });
    sensitivity_index index;
    index.input = of.spans[input].input;
    index.first = found.first;
    index.total = found.total;
    std::vector<double> firsts, totals;
    for (std::uint32_t draw = 0; draw < bootstrap_samples; ++draw) {
      poll_interrupt();
      const index_pair again = index_of(outcomes, inputs, input, n, [&](std::size_t k) {
        const philox_counter words = philox({static_cast<std::uint32_t>(k / 4), draw, 0, bootstrap_purpose}, key);
        return static_cast<std::size_t>(std::uint64_t{words[k % 4]} * n >> 32U);
      });
      firsts.push_back(again.first);
      totals.push_back(again.total);
    }
    put_interval(firsts, index.first_low, index.first_high);
    put_interval(totals, index.total_low, index.total_high);
    out.push_back(std::move(index));
  }
  return out;
}

}  // namespace harmony::workforce
