#include "core/statistics/classification.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/power_scale.hpp"
#include "core/statistics/samples.hpp"

namespace harmony::statistics {

estimated_performance_state::estimated_performance_state(double threshold) : threshold_(threshold) {
  statistics::check_threshold(threshold);
}

void estimated_performance_state::check_threshold(double threshold) const {
  check_same_threshold(threshold, threshold_);
}

void estimated_performance_state::add(double probability) {
  check_predicted_probability(probability);
  check_room(rows_.size() + 1);
  rows_.push_back(probability + 0.0);  // no negative zero
}

void estimated_performance_state::merge(const estimated_performance_state &other) {
  check_threshold(other.threshold_);
  check_room(rows_.size() + other.rows_.size());
  rows_.append(other.rows_.data(), other.rows_.size());
}

estimated_performance_result estimated_performance_state::finish() {
  estimated_performance_result out;
  sort_polling(rows_.data(), rows_.data() + rows_.size(), [](double a, double b) { return a < b; });
  out.n = static_cast<std::int64_t>(rows_.size());
  power_scale scale;
  if (rows_.size() > 0) scale.cover(rows_[rows_.size() - 1]);
  scale.settle();
  double_double positive[2], negative[2];                  // below the threshold, from it on
  double_double wins, positives_scaled, negatives_so_far;  // p scaled, so that it does not vanish
  for (std::size_t first = 0, end, ties = 0; first < rows_.size(); first = end) {
    if (++ties % 65536 == 0) poll_interrupt();
    const double p = rows_[first];
    for (end = first; end < rows_.size() && rows_[end] == p;) ++end;
    const double rows = static_cast<double>(end - first);
    const double_double in_class = two_prod(rows, p), out_of_class = double_double(rows) * two_diff(1.0, p);
    positive[p >= threshold_ ? 1 : 0] += in_class;
    negative[p >= threshold_ ? 1 : 0] += out_of_class;
    const double_double scaled = two_prod(rows, scale.down(p));
    wins += scaled * (negatives_so_far + out_of_class * double_double(0.5));
    positives_scaled += scaled;
    negatives_so_far += out_of_class;
  }
  out.expected = {static_cast<double>(positive[1]), static_cast<double>(negative[1]), static_cast<double>(positive[0]),
                  static_cast<double>(negative[0])};
  out.auc = ratio(static_cast<double>(wins), static_cast<double>(positives_scaled * negatives_so_far));
  return out;
}

void estimated_performance_state::serialize(native_writer &out) const {
  out.value(threshold_);
  out.values(span<double>(rows_.data(), rows_.size()));
}

estimated_performance_state estimated_performance_state::deserialize(native_reader &in) {
  estimated_performance_state read(in.value<double>());
  const auto rows = in.values<double>();
  read.rows_.append(rows.data(), rows.size());
  return read;
}

}  // namespace harmony::statistics
