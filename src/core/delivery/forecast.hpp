// What will be done by then, and when so much is done: from the throughput of past periods, exactly, without drawing.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace harmony::delivery {

/// No forecast looks further ahead.
inline constexpr std::int32_t most_periods = 10000;
/// A second or so.
inline constexpr std::int64_t most_work_of_forecast = 1000000000;

/// The sum of what n periods bring, each of the past ones equally likely, and independent: its distribution is the
/// n-fold convolution of that of one period. Probabilities as doubles; of the tails at most 1e-13 in all is dropped.
class throughput_sum {
 public:
  /// Of no period yet. Errors: 22023 for a negative throughput. A throughput without periods is refused by the callers.
  /// `most_work`: products of probabilities that may be added in all.
  throughput_sum(span<std::int32_t> throughput, std::int64_t most_work);

  /// One period more. Errors: 54000 where the sums that are possible are too many (2^24), or the work is.
  void step();
  /// P(sum >= k).
  double at_least(std::int64_t k) const;
  /// The most k with P(sum >= k) >= p.
  std::int64_t most_with(double p) const;
  /// The largest sum that is possible.
  std::int64_t largest() const { return periods_ * most_; }

 private:
  // Every period brings least_ + unit_ r, with r of a few whole numbers.
  struct outcome {
    std::int64_t r;
    double probability;
  };

  void drop_tails();

  std::int64_t least_ = 0, most_ = 0, unit_ = 1, periods_ = 0;
  std::int64_t work_left_;
  std::vector<outcome> outcomes_;
  std::int64_t first_ = 0;  // of the sum of r that probability_[0] belongs to
  std::vector<double> probability_{1.0};
  std::vector<double> next_;  // kept, since fresh memory costs more than what is computed in it
};

/// For each probability p the most k with P(sum of so many periods >= k) >= p, where a probability within 1e-12 of p
/// counts as reached; empty without throughput. Errors: 22023 for a negative throughput, periods outside 0 … 10,000,
/// and unless 0 < p <= 1; 22003 for a k beyond integer; 54000 as above. Costs periods × sums × different throughputs.
std::vector<std::optional<std::int32_t>> forecast_items(span<std::int32_t> throughput, std::int32_t periods,
                                                        span<double> probability,
                                                        std::int64_t most_work = most_work_of_forecast);

/// For each p the least number of periods t with P(sum of t periods >= items) >= p: 0 for items <= 0; empty where no
/// throughput is above 0, and past 10,000 periods. Errors as above.
std::vector<std::optional<std::int32_t>> forecast_periods(span<std::int32_t> throughput, std::int32_t items,
                                                          span<double> probability);

/// How forecasts of the past turned out.
struct backtest_result {
  std::int64_t n = 0;          // forecasts that were compared
  std::vector<double> inside;  // by probability: the share in which at least as much was done; missing for n = 0
};

/// From every period with at least as many before it as are forecast (at least 4), and so many behind it, the items of
/// the next periods are forecast from those before and compared with what was done; the last 200 of these. A forecast
/// that is good is inside about as often as p says. Errors as forecast_items, and 22023 for periods < 1.
backtest_result backtest(span<std::int32_t> throughput, std::int32_t periods, span<double> probability);

}  // namespace harmony::delivery
