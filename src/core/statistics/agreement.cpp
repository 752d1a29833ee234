#include "core/statistics/agreement.hpp"

#include <cmath>
#include <limits>

namespace harmony::statistics {

void rwg_collector::check_same(std::size_t n_items, double expected_variance) {
  if (n_items == 0) throw error(sqlstate::invalid_parameter_value, "a rater must have answered at least one item");
  if (!(expected_variance > 0.0) || std::isinf(expected_variance))
    throw error(sqlstate::invalid_parameter_value, "expected variance must be positive and finite");
  if (items_.empty()) {
    items_.resize(n_items);
    expected_variance_ = expected_variance;
  }
  if (items_.size() != n_items)
    throw error(sqlstate::invalid_parameter_value, "number of items must be the same in every row",
                "There were " + std::to_string(items_.size()) + ", now there are " + std::to_string(n_items) + ".");
  if (expected_variance_ != expected_variance)
    throw error(sqlstate::invalid_parameter_value, "expected variance must be the same in every row");
}

void rwg_collector::add(span<double> items, double expected_variance) {
  check_same(items.size, expected_variance);
  for (const double x : items) check_value(x, "item");
  for (std::size_t j = 0; j < items.size; ++j) items_[j].add(items[j]);
}

void rwg_collector::merge(const rwg_collector &other) {
  if (other.items_.empty()) return;
  check_same(other.items_.size(), other.expected_variance_);
  for (std::size_t j = 0; j < items_.size(); ++j) items_[j].merge(other.items_[j]);
}

double rwg_collector::rwg_j() const {
  if (items_.empty() || items_.front().n < 2) return std::numeric_limits<double>::quiet_NaN();
  double_double sum;
  for (const moments &item : items_) sum += item.deviations();
  const auto j = static_cast<double>(items_.size());
  const double_double variance = sum / (j * static_cast<double>(items_.front().n - 1));
  const double_double share = variance / expected_variance_;
  if (share > double_double(1.0)) return 0.0;
  const double_double agreement = (double_double(1.0) - share) * j;
  return static_cast<double>(agreement / (agreement + share));
}

void rwg_collector::serialize(native_writer &out) const {
  out.value(expected_variance_);
  out.values(items_);
}

rwg_collector rwg_collector::deserialize(native_reader &in) {
  rwg_collector collector;
  collector.expected_variance_ = in.value<double>();
  collector.items_ = in.values<moments>();
  return collector;
}

double uniform_variance(int options) {
  if (options < 2) throw error(sqlstate::invalid_parameter_value, "number of options must be at least 2");
  return (static_cast<double>(options) * options - 1.0) / 12.0;
}

}  // namespace harmony::statistics
