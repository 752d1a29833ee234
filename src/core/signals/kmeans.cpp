#include "core/signals/kmeans.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/signals/scale.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::signals {

namespace {

using statistics::double_double;

// The distinct values in order, with sums over all before them.
struct line_of_values {
  std::vector<std::uint32_t> order;  // of the values that are there
  std::vector<std::uint32_t> first;  // of each distinct value its place in the order, and the end
  std::vector<double_double> sums, squares;

  std::size_t size() const { return first.size() - 1; }

  // Sum of squared distances of distinct values i … j - 1 from their mean.
  double cost(std::size_t i, std::size_t j) const {
    const double_double sum = sums[j] - sums[i];
    const double_double square = sum * sum / double_double(static_cast<double>(first[j] - first[i]));
    return std::fmax(0.0, static_cast<double>(squares[j] - squares[i] - square));
  }
};

line_of_values lay_out(nullable_span<double> values) {
  line_of_values line;
  line.order.reserve(values.size);
  for (std::size_t i = 0; i < values.size; ++i) {
    if (values.is_missing(i)) continue;
    statistics::check_value(values.values[i]);
    line.order.push_back(static_cast<std::uint32_t>(i));
  }
  sort_polling(line.order, [&](std::uint32_t a, std::uint32_t b) { return values.values[a] < values.values[b]; });
  const auto at = [&](std::size_t i) { return values.values[line.order[i]]; };
  std::size_t distinct = line.order.empty() ? 0 : 1;
  for (std::size_t i = 1; i < line.order.size(); ++i) distinct += at(i) != at(i - 1) ? 1 : 0;
  line.first.reserve(distinct + 1);
  line.sums.reserve(distinct + 1);
  line.squares.reserve(distinct + 1);
  line.sums.emplace_back();
  line.squares.emplace_back();
  if (!line.order.empty()) {
    const double ends[] = {at(line.order.size() / 2), at(0), at(line.order.size() - 1)};
    const value_scale scale = value_scale::of({ends, 3});
    for (std::size_t i = 0, j; i < line.order.size(); i = j) {
      for (j = i; j < line.order.size() && at(j) == at(i); ++j) continue;
      const double d = scale.in(at(i)), count = static_cast<double>(j - i);
      line.first.push_back(static_cast<std::uint32_t>(i));
      line.sums.push_back(line.sums.back() + statistics::two_prod(d, count));
      line.squares.push_back(line.squares.back() + statistics::two_prod(d, d) * double_double(count));
    }
  }
  line.first.push_back(static_cast<std::uint32_t>(line.order.size()));
  return line;
}

// The best cuts by dynamic programming. A cut never moves left when its end moves right, so a row of the programme is
// filled by halving; the cut in the middle cluster is found from both ends, and each half then by itself, so that no
// table of cuts is kept (Hirschberg 1975).
class line_cutter {
 public:
  explicit line_cutter(const line_of_values &line) : line_(line), cuts_{0} {}

  // Ends of k clusters, the first 0.
  std::vector<std::size_t> cut(std::size_t k) {
    divide(0, line_.size(), k);
    return std::move(cuts_);
  }

 private:
  void divide(std::size_t low, std::size_t high, std::size_t k) {
    if (k == 1) return cuts_.push_back(high);
    const std::size_t left = k / 2, right = k - left;
    const std::vector<double> before = fill(low, high, left, false), after = fill(low, high, right, true);
    std::size_t best = low + left;
    for (std::size_t middle = best; middle + right <= high; ++middle)
      if (before[middle - low] + after[middle - low] < before[best - low] + after[best - low]) best = middle;
    divide(low, best, left);
    divide(best, high, right);
  }

  // Cost of [low, low + i) in k clusters, or, mirrored, of [low + i, high). What cannot be so cut is infinite.
  std::vector<double> fill(std::size_t low, std::size_t high, std::size_t k, bool mirrored) {
    const std::size_t n = high - low;
    low_ = low;
    high_ = high;
    mirrored_ = mirrored;
    row_.assign(n + 1, infinity);
    for (std::size_t i = 1; i <= n; ++i) row_[i] = piece(0, i);
    for (std::size_t clusters = 2; clusters <= k; ++clusters) {
      next_.assign(n + 1, infinity);
      fill_range(clusters, n, clusters - 1, n - 1);
      row_.swap(next_);
    }
    if (mirrored) std::reverse(row_.begin(), row_.end());
    return std::move(row_);
  }

  // Cost of one cluster, counted from the end that the row begins at.
  double piece(std::size_t i, std::size_t j) const {
    return mirrored_ ? line_.cost(high_ - j, high_ - i) : line_.cost(low_ + i, low_ + j);
  }

  // next_[first … last], whose last cluster begins within [begin, end].
  void fill_range(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
    if (first > last) return;
    if (last - first > 4096) poll_interrupt();
    const std::size_t middle = first + (last - first) / 2;
    std::size_t best = begin;
    for (std::size_t cut = begin; cut <= std::min(end, middle - 1); ++cut) {
      const double cost = row_[cut] + piece(cut, middle);
      if (cost < next_[middle]) {
        next_[middle] = cost;
        best = cut;
      }
    }
    fill_range(first, middle - 1, begin, best);
    fill_range(middle + 1, last, best, end);
  }

  const line_of_values &line_;
  std::vector<std::size_t> cuts_;
  std::size_t low_ = 0, high_ = 0;
  bool mirrored_ = false;
  std::vector<double> row_, next_;
};

}  // namespace

std::vector<std::int32_t> kmeans_1d(nullable_span<double> values, std::int32_t k) {
  if (k < 1) throw error(sqlstate::invalid_parameter_value, "k must be at least 1");
  statistics::check_room(values.size);
  const line_of_values line = lay_out(values);
  if (line.size() == 0) return std::vector<std::int32_t>(values.size, 0);
  const auto clusters = std::min(static_cast<std::size_t>(k), line.size());
  std::vector<std::size_t> cuts;
  if (clusters == line.size())  // one each
    for (std::size_t i = 0; i <= clusters; ++i) cuts.push_back(i);
  else
    cuts = line_cutter(line).cut(clusters);
  std::vector<std::int32_t> labels(values.size, 0);
  for (std::size_t c = 0; c + 1 < cuts.size(); ++c)
    for (std::size_t i = line.first[cuts[c]]; i < line.first[cuts[c + 1]]; ++i)
      labels[line.order[i]] = static_cast<std::int32_t>(c + 1);
  return labels;
}

}  // namespace harmony::signals
