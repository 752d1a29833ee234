#include "core/statistics/clustered_rows.hpp"

#include "core/base/error.hpp"

#include <string>

namespace harmony::statistics {

std::vector<double> empty_weighted_state(int p) {
  std::vector<double> bytes(linear_state_size(p, false, true) / sizeof(double));
  linear_init(bytes.data(), p, linear_weighted);
  return bytes;
}

void clustered_rows::check_width(int p) {
  if (p > most_predictors)
    throw error(sqlstate::program_limit_exceeded, "too many predictors",
                "There are " + std::to_string(p) + "; a model of clustered rows takes at most 20.");
  if (p_ >= 0 && p_ != p)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "There were " + std::to_string(p_) + ", now there are " + std::to_string(p) + ".");
  p_ = p;
}

clustered_rows::part &clustered_rows::part_of(const row_origin &origin) {
  const std::uint32_t block = blocks_.find_or_add(origin.block), i = clusters_.find_or_add(origin.cluster);
  if (i == parts_.size()) parts_.push_back({origin.weight, block, {}, {}});
  part &found = parts_[i];
  if (found.weight != origin.weight)
    throw error(sqlstate::invalid_parameter_value, "weight must be the same in all rows of a cluster",
                "It differs in cluster \"" + std::string(origin.cluster) + "\".");
  if (found.block != block)
    throw error(sqlstate::invalid_parameter_value, "a cluster must belong to one owner",
                "Cluster \"" + std::string(origin.cluster) + "\" belongs to two.");
  return found;
}

void clustered_rows::add(const std::vector<double> &row, const row_origin &origin) {
  check_width(static_cast<int>(row.size()) - 1);
  if (origin.weight == 0.0) return skip();
  if (!(origin.weight >= 0x1p-200 && origin.weight <= 0x1p200))
    throw error(sqlstate::invalid_parameter_value, "weight must be 0 or between 2^-200 and 2^200");
  part &into = part_of(origin);
  if (into.all.empty()) into.all = empty_weighted_state(p_);
  linear_add_weighted(state_in(into.all), row.data(), origin.weight);
  if (!origin.seen) return;
  if (into.seen.empty()) into.seen = empty_weighted_state(p_);
  linear_add_weighted(state_in(into.seen), row.data(), origin.weight);
}

void clustered_rows::merge(const clustered_rows &other) {
  n_skipped_ += other.n_skipped_;
  if (other.p_ < 0) return;
  check_width(other.p_);
  const auto join = [&](state_bytes &into, const state_bytes &from) {
    if (from.empty()) return;
    if (into.empty()) into = empty_weighted_state(p_);
    linear_merge(state_in(into), state_in(from));
  };
  for (std::size_t i = 0; i < other.parts_.size(); ++i) {
    const part &from = other.parts_[i];
    part &into = part_of({other.name(i), other.block_name(from.block), from.weight, false});
    join(into.all, from.all);
    join(into.seen, from.seen);
  }
}

const linear_header *clustered_rows::state(std::size_t cluster, bool seen) const {
  const state_bytes &bytes = seen ? parts_[cluster].seen : parts_[cluster].all;
  return bytes.empty() ? nullptr : state_in(bytes);
}

bool clustered_rows::has_seen() const {
  for (const part &each : parts_)
    if (!each.seen.empty()) return true;
  return false;
}

void clustered_rows::serialize(native_writer &out) const {
  out.value(p_);
  out.value(n_skipped_);
  clusters_.serialize(out);
  blocks_.serialize(out);
  for (const part &each : parts_) {
    out.value(each.weight);
    out.value(each.block);
    out.values(each.all);
    out.values(each.seen);
  }
}

clustered_rows clustered_rows::deserialize(native_reader &in) {
  clustered_rows made;
  made.p_ = in.value<int>();
  made.n_skipped_ = in.value<std::int64_t>();
  made.clusters_ = group_index::deserialize(in);
  made.blocks_ = group_index::deserialize(in);
  for (std::size_t i = 0; i < made.clusters_.size(); ++i) {
    part each;
    each.weight = in.value<double>();
    each.block = in.value<std::uint32_t>();
    each.all = in.values<double>();
    each.seen = in.values<double>();
    made.parts_.push_back(std::move(each));
  }
  return made;
}

}  // namespace harmony::statistics
