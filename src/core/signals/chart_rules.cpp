#include "core/signals/chart_rules.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/statistics/binomial.hpp"
#include "core/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::signals {

namespace {

// The points of a chart as the rules see them.
class rule_finder {
 public:
  rule_finder(span<double> values, double centre, span<double> sigma) : y_(values), marks_(values.size, 0) {
    sides_.reserve(y_.size);
    k_.reserve(y_.size);
    for (std::size_t i = 0; i < y_.size; ++i) {
      const double d = y_[i] - centre;
      sides_.push_back(static_cast<std::int8_t>((d > 0.0) - (d < 0.0)));
      k_.push_back(std::fabs(d) / sigma[i]);  // of two zeros NaN: no rule holds
    }
  }

  void mark_beyond_limits() {
    for (std::size_t i = 0; i < y_.size; ++i)
      if (k_[i] > 3.0) marks_[i] |= rule_beyond_limits;
  }
  void mark_shifts(std::size_t least) {
    mark_runs(
        rule_shift, least, [&](std::size_t i) { return sides_[i] != 0; },
        [&](std::size_t i) { return sides_[i] == sides_[i - 1]; });
  }
  // So many values one way: the run of steps, and the value that it starts from.
  void mark_trends(std::size_t least) {
    mark_steps(rule_trend, least, [&](std::size_t i) { return step(i) == step(i - 1); });
  }
  void mark_alternating(std::size_t least) {
    mark_steps(rule_alternating, least, [&](std::size_t i) { return step(i) == -step(i - 1); });
  }
  void mark_stratification(std::size_t least) {
    mark_runs(
        rule_stratification, least, [&](std::size_t i) { return k_[i] < 1.0; }, [](std::size_t) { return true; });
  }
  void mark_mixture(std::size_t least) {
    mark_runs(
        rule_mixture, least, [&](std::size_t i) { return k_[i] > 1.0; }, [](std::size_t) { return true; });
  }
  // Of `window` points in a row so many far out on one side: those.
  void mark_some(chart_rule rule, std::size_t window, int least, double far) {
    for (const int side : {-1, 1})
      mark_windows(
          rule, window, least, [&](std::size_t i) { return sides_[i] == side && k_[i] > far; },
          [](std::size_t) { return true; });
  }
  // Three in a row on one side, two of them between two and three sigma: those.
  void mark_near_limits() {
    const auto one_side = [&](std::size_t i) {
      return sides_[i] != 0 && sides_[i] == sides_[i + 1] && sides_[i] == sides_[i + 2];
    };
    mark_windows(
        rule_two_of_three, 3, 2, [&](std::size_t i) { return k_[i] > 2.0 && k_[i] <= 3.0; }, one_side);
  }

  std::vector<std::uint8_t> take() { return std::move(marks_); }

 private:
  int step(std::size_t i) const { return (y_[i] > y_[i - 1]) - (y_[i] < y_[i - 1]); }

  void mark(std::size_t first, std::size_t end, chart_rule rule) {
    for (std::size_t i = first; i < end; ++i) marks_[i] |= rule;
  }

  // Runs of points that count, each but the first joined to the one before it.
  template <class Counts, class Joined>
  void mark_runs(chart_rule rule, std::size_t least, Counts counts, Joined joined) {
    std::size_t first = 0;
    for (std::size_t i = 0; i <= y_.size; ++i) {
      const bool in = i < y_.size && counts(i);
      if (in && i > first && joined(i)) continue;
      if (in && i == first) continue;
      if (i - first >= least) mark(first, i, rule);
      first = in ? i : i + 1;
    }
  }

  // The same of steps between points, none of them level.
  template <class Joined>
  void mark_steps(chart_rule rule, std::size_t least, Joined joined) {
    std::size_t first = 1;
    for (std::size_t i = 1; i <= y_.size; ++i) {
      const bool in = i < y_.size && step(i) != 0;
      if (in && (i == first || joined(i))) continue;
      if (i > first && i - first + 1 >= least) mark(first - 1, i, rule);
      first = in ? i : i + 1;
    }
  }

  template <class Counts, class Holds>
  void mark_windows(chart_rule rule, std::size_t window, int least, Counts counts, Holds holds) {
    for (std::size_t first = 0; first + window <= y_.size; ++first) {
      int n = 0;
      for (std::size_t i = first; i < first + window; ++i) n += counts(i) ? 1 : 0;
      if (n < least || !holds(first)) continue;
      for (std::size_t i = first; i < first + window; ++i)
        if (counts(i)) marks_[i] |= rule;
    }
  }

  span<double> y_;
  std::vector<std::int8_t> sides_;
  std::vector<double> k_;
  std::vector<std::uint8_t> marks_;
};

}  // namespace

std::string_view rule_name(std::size_t bit) {
  static constexpr std::string_view names[] = {"alternating", "beyond_limits",  "four_of_five", "mixture",
                                               "shift",       "stratification", "trend",        "two_of_three"};
  return names[bit];
}

std::vector<std::uint8_t> chart_rules(span<double> values, double centre, span<double> sigma, rule_set set,
                                      int points) {
  poll_interrupt();
  rule_finder finder(values, centre, sigma);
  finder.mark_beyond_limits();
  if (set == rule_set::nhs) {
    finder.mark_shifts(static_cast<std::size_t>(points));
    finder.mark_trends(static_cast<std::size_t>(points));
    finder.mark_near_limits();
    return finder.take();
  }
  finder.mark_some(rule_two_of_three, 3, 2, 2.0);
  finder.mark_some(rule_four_of_five, 5, 4, 1.0);
  finder.mark_shifts(set == rule_set::nelson ? 9 : 8);
  if (set == rule_set::nelson) {
    finder.mark_trends(6);
    finder.mark_alternating(14);
    finder.mark_stratification(15);
    finder.mark_mixture(8);
  }
  return finder.take();
}

runs_result runs_test(nullable_span<double> values, double centre) {
  statistics::check_value(centre, "centre");
  runs_result out;
  bool above = false;
  std::int64_t run = 0;
  for (std::size_t i = 0; i < values.size; ++i) {
    if (i % poll_every == 0) poll_interrupt();
    if (values.is_missing(i)) continue;
    statistics::check_value(values.values[i]);
    if (values.values[i] == centre) continue;
    const bool is_above = values.values[i] > centre;
    if (out.n_useful > 0 && is_above != above) {
      ++out.crossings;
      run = 0;
    }
    above = is_above;
    ++out.n_useful;
    out.longest_run = std::max(out.longest_run, ++run);
  }
  const auto n = static_cast<double>(out.n_useful);
  out.longest_run_max = out.n_useful > 0 ? std::nearbyint(std::log2(n)) + 3.0 : missing;
  if (out.n_useful > 1)
    out.crossings_min = static_cast<std::int64_t>(statistics::binomial_quantile(0.05, n - 1.0, 0.5));
  out.signal = static_cast<double>(out.longest_run) > out.longest_run_max || out.crossings < out.crossings_min;
  return out;
}

}  // namespace harmony::signals
