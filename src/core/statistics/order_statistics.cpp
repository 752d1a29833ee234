#include "core/statistics/order_statistics.hpp"

#include "core/statistics/binomial.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

// Puts the values of the ranks of [first, last), ascending, where sorting would put them. Between `begin` and `end`
// stand the values of those ranks, and no others. The middle rank comes first, which halves the work of the rest.
void select(std::vector<double> &values, std::size_t begin, std::size_t end, const std::size_t *first,
            const std::size_t *last) {
  if (first == last) return;
  poll_interrupt();
  const std::size_t *middle = first + (last - first) / 2;
  const auto at = [&](std::size_t k) { return values.begin() + static_cast<std::ptrdiff_t>(k); };
  std::size_t compared = 0;
  std::nth_element(at(begin), at(*middle), at(end), [&](double a, double b) {
    if (++compared % 262144 == 0) poll_interrupt();
    return a < b;
  });
  select(values, begin, *middle, first, middle);
  select(values, *middle + 1, end, middle + 1, last);
}

// Which values are looked at, of n.
class selection {
 public:
  explicit selection(std::vector<double> &values) : values_(values) {}

  void want(std::size_t rank) { ranks_.push_back(rank); }
  // The two around the share p/100 of the way from the first to the last.
  void want_quantile(std::size_t p) {
    want(position(p) / 100);
    want(std::min(position(p) / 100 + 1, values_.size() - 1));
  }
  void run() {
    std::sort(ranks_.begin(), ranks_.end());
    ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
    select(values_, 0, values_.size(), ranks_.data(), ranks_.data() + ranks_.size());
  }
  double quantile(std::size_t p) const {
    const std::size_t k = position(p) / 100, rest = position(p) % 100;
    if (rest == 0 || values_[k] == values_[k + 1]) return values_[k];
    const double share = static_cast<double>(rest) / 100.0;
    const double step = values_[k + 1] - values_[k];
    return std::isfinite(step) ? values_[k] + share * step : (1.0 - share) * values_[k] + share * values_[k + 1];
  }

 private:
  std::size_t position(std::size_t p) const { return (values_.size() - 1) * p; }

  std::vector<double> &values_;
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

}  // namespace

median_result median_interval(std::vector<double> &values, double level) {
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "level must be between 0 and 1, exclusive");
  for (const double x : values) check_value(x);
  median_result out;
  out.n = static_cast<std::int64_t>(values.size());
  if (values.empty()) return out;
  const std::size_t l = rank_of_low(values.size(), level);
  selection chosen(values);
  chosen.want_quantile(50);
  if (l > 0) {
    chosen.want(l - 1);
    chosen.want(values.size() - l);
  }
  chosen.run();
  out.median = chosen.quantile(50);
  if (l > 0) {
    out.low = values[l - 1];
    out.high = values[values.size() - l];
  }
  return out;
}

void durations::add(double seconds) {
  check_value(seconds);
  if (seconds < 0.0) {
    ++n_negative_;
  } else {
    seconds_.add(seconds);
  }
}

void durations::add_span(std::int64_t start, std::int64_t end) {
  add(static_cast<double>(static_cast<__int128>(end) - start) / 1e6);
}

void durations::merge(const durations &other) {
  seconds_.merge(other.seconds_);
  n_negative_ += other.n_negative_;
}

duration_figures durations::figures() {
  std::vector<double> &values = seconds_.values;
  duration_figures out;
  out.n_negative = n_negative_;
  if (values.empty()) return out;
  const median_result middle = median_interval(values, 0.95);
  out.n = middle.n;
  out.median = middle.median;
  out.low = middle.low;
  out.high = middle.high;
  selection chosen(values);
  for (const std::size_t p : {75, 85, 90, 95}) chosen.want_quantile(p);
  chosen.run();
  out.p75 = chosen.quantile(75);
  out.p85 = chosen.quantile(85);
  out.p90 = chosen.quantile(90);
  out.p95 = chosen.quantile(95);
  return out;
}

void durations::serialize(native_writer &out) const {
  seconds_.serialize(out);
  out.value(n_negative_);
}

durations durations::deserialize(native_reader &in) {
  durations read;
  read.seconds_ = sample::deserialize(in);
  read.n_negative_ = in.value<std::int64_t>();
  return read;
}

}  // namespace harmony::statistics
