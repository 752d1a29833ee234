// The sums that a random intercept is fitted from.
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/mixed_model.hpp"

namespace harmony::statistics {

void grouped_sums::set_width(int p) {
  if (p_ == p) return;
  if (p_ >= 0)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "There were " + std::to_string(p_) + ", now there are " + std::to_string(p) + ".");
  all_.resize(linear_state_size(p, false) / sizeof(double));
  linear_init(all_.data(), p);
  p_ = p;
}

std::uint32_t grouped_sums::group_of(std::string_view name) {
  const std::uint32_t g = groups_.find_or_add(name);
  if (g == rows_.size()) {
    rows_.push_back(0);
    sums_.resize(sums_.size() + static_cast<std::size_t>(p_ + 1));
  }
  return g;
}

void grouped_sums::add(const std::vector<double> &row, std::string_view group) {
  set_width(static_cast<int>(row.size()) - 1);
  if (linear_add(all(), row.data())) {
    std::vector<double> grown(linear_state_size(p_, true) / sizeof(double));
    linear_grow(grown.data(), all());
    all_ = std::move(grown);
  }
  const std::uint32_t g = group_of(group);
  ++rows_[g];
  double_double *sum = sums_.data() + g * row.size();
  for (std::size_t j = 0; j < row.size(); ++j) sum[j] += row[j];
}

void grouped_sums::merge(grouped_sums &&other) {
  n_skipped_ += other.n_skipped_;
  by_number = by_number || other.by_number;
  if (other.p_ < 0) return;
  set_width(other.p_);
  linear_merge(all(), other.all());
  const auto width = static_cast<std::size_t>(p_ + 1);
  for (std::size_t i = 0; i < other.groups_.size(); ++i) {
    if (i % 4096 == 0) poll_interrupt();
    const std::uint32_t g = group_of(other.groups_.name(i));
    rows_[g] += other.rows_[i];
    for (std::size_t j = 0; j < width; ++j) sums_[g * width + j] += other.sums_[i * width + j];
  }
}

void grouped_sums::serialize(native_writer &out) const {
  out.value(p_);
  out.value(n_skipped_);
  out.value(by_number);
  groups_.serialize(out);
  out.values(rows_);
  out.values(sums_);
  out.values(all_);
}

grouped_sums grouped_sums::deserialize(native_reader &in) {
  grouped_sums made;
  made.p_ = in.value<int>();
  made.n_skipped_ = in.value<std::int64_t>();
  made.by_number = in.value<bool>();
  made.groups_ = group_index::deserialize(in);
  made.rows_ = in.values<std::int64_t>();
  made.sums_ = in.values<double_double>();
  made.all_ = in.values<double>();
  return made;
}

}  // namespace harmony::statistics
