#include "core/statistics/order_statistics.hpp"

#include "core/statistics/binomial.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace harmony::statistics {

namespace {

// Values in any order, which selection puts into another.
struct value_block {
  double *data;
  std::size_t size;
};

// Puts the values of the ranks of [first, last), ascending, where sorting would put them. Between `begin` and `end`
// stand the values of those ranks, and no others. The middle rank comes first, which halves the work of the rest.
void select(double *values, std::size_t begin, std::size_t end, const std::size_t *first, const std::size_t *last) {
  if (first == last) return;
  poll_interrupt();
  const std::size_t *middle = first + (last - first) / 2;
  std::size_t compared = 0;
  std::nth_element(values + begin, values + *middle, values + end, [&](double a, double b) {
    if (++compared % 262144 == 0) poll_interrupt();
    return a < b;
  });
  select(values, begin, *middle, first, middle);
  select(values, *middle + 1, end, middle + 1, last);
}

// Which values are looked at, of n.
class selection {
 public:
  explicit selection(value_block values) : values_(values) {}

  void want(std::size_t rank) { ranks_.push_back(rank); }
  // The two around the share p/100 of the way from the first to the last.
  void want_quantile(std::size_t p) {
    want(position(p) / 100);
    want(std::min(position(p) / 100 + 1, values_.size - 1));
  }
  void run() {
    std::sort(ranks_.begin(), ranks_.end());
    ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
    select(values_.data, 0, values_.size, ranks_.data(), ranks_.data() + ranks_.size());
  }
  double value(std::size_t rank) const { return values_.data[rank]; }
  double quantile(std::size_t p) const {
    const std::size_t k = position(p) / 100, rest = position(p) % 100;
    if (rest == 0 || value(k) == value(k + 1)) return value(k);
    const double share = static_cast<double>(rest) / 100.0;
    const double step = value(k + 1) - value(k);
    return std::isfinite(step) ? value(k) + share * step : (1.0 - share) * value(k) + share * value(k + 1);
  }

 private:
  std::size_t position(std::size_t p) const { return (values_.size - 1) * p; }

  value_block values_;
  std::vector<std::size_t> ranks_;
};

// How many values lie outside the interval at each end, but for the one that bounds it: l; 0 where there is none.
std::size_t rank_of_low(std::size_t n, double level) {
  const double tail = 0.5 * (1.0 - level) * (1.0 + 1e-12);  // a tail that is met exactly, in spite of rounding
  const auto count = static_cast<double>(n);
  std::size_t low = 0, beyond = n / 2 + 1;
  while (beyond - low > 1) {
    const std::size_t middle = low + (beyond - low) / 2;
    const bool holds = binomial_cdf(static_cast<double>(middle) - 1.0, count, 0.5) <= tail;
    (holds ? low : beyond) = middle;
  }
  return low;
}

// The median with its interval: what it looks at, then what it is.
class median_selection {
 public:
  median_selection(selection &chosen, std::size_t n, double level) : n_(n), l_(rank_of_low(n, level)) {
    chosen.want_quantile(50);
    if (l_ == 0) return;
    chosen.want(l_ - 1);
    chosen.want(n - l_);
  }
  median_result result(const selection &chosen) const {
    median_result out;
    out.n = static_cast<std::int64_t>(n_);
    out.median = chosen.quantile(50);
    if (l_ == 0) return out;
    out.low = chosen.value(l_ - 1);
    out.high = chosen.value(n_ - l_);
    return out;
  }

 private:
  std::size_t n_, l_;
};

}  // namespace

median_result median_interval(std::vector<double> &values, double level) {
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "level must be between 0 and 1, exclusive");
  for (const double x : values) check_value(x);
  if (values.empty()) return {};
  selection chosen({values.data(), values.size()});
  const median_selection middle(chosen, values.size(), level);
  chosen.run();
  return middle.result(chosen);
}

void durations::add(double seconds) {
  check_value(seconds);
  if (seconds < 0.0) {
    ++n_negative_;
  } else {
    check_room(seconds_.size() + 1);
    seconds_.push_back(seconds + 0.0);  // no negative zero
  }
}

void durations::add_span(std::int64_t start, std::int64_t end) {
  add(static_cast<double>(static_cast<__int128>(end) - start) / 1e6);
}

void durations::merge(const durations &other) {
  check_room(seconds_.size() + other.seconds_.size());
  seconds_.append(other.seconds_.data(), other.seconds_.size());
  n_negative_ += other.n_negative_;
}

duration_figures durations::figures() {
  duration_figures out;
  out.n_negative = n_negative_;
  if (seconds_.size() == 0) return out;
  selection chosen({seconds_.data(), seconds_.size()});
  const median_selection middle(chosen, seconds_.size(), 0.95);
  for (const std::size_t p : {75, 85, 90, 95}) chosen.want_quantile(p);
  chosen.run();
  const median_result found = middle.result(chosen);
  out.n = found.n;
  out.median = found.median;
  out.low = found.low;
  out.high = found.high;
  out.p75 = chosen.quantile(75);
  out.p85 = chosen.quantile(85);
  out.p90 = chosen.quantile(90);
  out.p95 = chosen.quantile(95);
  return out;
}

void durations::serialize(native_writer &out) const {
  out.values(span<double>(seconds_.data(), seconds_.size()));
  out.value(n_negative_);
}

durations durations::deserialize(native_reader &in) {
  durations read;
  for (const double x : in.values<double>()) read.seconds_.push_back(x);
  read.n_negative_ = in.value<std::int64_t>();
  return read;
}

}  // namespace harmony::statistics
