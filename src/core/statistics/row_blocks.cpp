#include "core/statistics/row_blocks.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace harmony::statistics {

namespace {

constexpr std::int64_t least_ratio = 6;  // of the rows before a block to its own

[[noreturn]] void refuse_size(std::size_t limit) {
  throw error(sqlstate::program_limit_exceeded, "too many rows for a fit that keeps them",
              "They would take more than " + std::to_string(limit >> 20) + " MB.",
              "Use a form that keeps sums (harmony.linear_state, harmony.logistic_step), or a sample of the rows.");
}

}  // namespace

void row_blocks::set_width(std::size_t width) {
  if (width_ != 0 && width_ != width)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "A row had " + std::to_string(width_) + " values, now there are " + std::to_string(width) + ".");
  width_ = width;
}

void row_blocks::add_block(std::uint32_t capacity) {
  const std::size_t size = width_ * capacity * sizeof(double);
  if (size > limit_ - std::min(limit_, bytes_)) refuse_size(limit_);
  blocks_.push_back({std::unique_ptr<double[]>(new double[width_ * capacity]), capacity, capacity});
  bytes_ += size;
}

void row_blocks::make_room() {
  if (room_ != 0) return;
  settle();
  std::uint32_t capacity = first_rows;
  while (capacity < most_rows && std::int64_t{2} * capacity * least_ratio <= n_) capacity *= 2;
  add_block(capacity);
  room_ = capacity;
  stride_ = capacity;
  next_ = blocks_.back().values.get();
  n_ += capacity;
}

void row_blocks::add(const double *row, std::size_t width) {
  set_width(width);
  make_room();
  for (std::size_t j = 0; j < width; ++j) next_[j * stride_] = row[j];
  commit();
}

// Ends the last block where it is.
void row_blocks::settle() {
  if (blocks_.empty()) return;
  blocks_.back().rows = rows_of(blocks_.size() - 1);
  n_ -= room_;
  room_ = 0;
}

void row_blocks::merge(row_blocks &&other, int renumbered, const std::vector<std::uint32_t> &numbers) {
  n_skipped_ += std::exchange(other.n_skipped_, 0);
  if (other.width_ == 0) return;
  set_width(other.width_);
  if (other.bytes_ > limit_ - std::min(limit_, bytes_)) refuse_size(limit_);
  other.settle();
  settle();
  for (block &each : other.blocks_) {
    if (each.rows == 0) continue;
    if (renumbered >= 0) {
      double *column = each.column(static_cast<std::size_t>(renumbered));
      for (std::uint32_t i = 0; i < each.rows; ++i) column[i] = numbers[static_cast<std::size_t>(column[i])];
    }
    n_ += each.rows;
    bytes_ += width_ * each.capacity * sizeof(double);
    blocks_.push_back(std::move(each));
  }
  other.blocks_.clear();
  other.n_ = 0;
  other.bytes_ = 0;
}

void row_blocks::serialize(native_writer &out) const {
  out.reserve(bytes_ + blocks_.size() * sizeof(std::uint32_t) + 4 * sizeof(std::uint64_t));
  out.value(static_cast<std::uint64_t>(width_));
  out.value(static_cast<std::uint64_t>(limit_));
  out.value(n_skipped_);
  out.value(static_cast<std::uint64_t>(blocks_.size()));
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    poll_interrupt();
    const std::uint32_t rows = rows_of(i);
    out.value(rows);
    for (std::size_t j = 0; j < width_; ++j) out.plain(blocks_[i].column(j), rows);
  }
}

row_blocks row_blocks::deserialize(native_reader &in) {
  const auto width = in.value<std::uint64_t>(), limit = in.value<std::uint64_t>();
  row_blocks made(static_cast<std::size_t>(limit));
  made.width_ = static_cast<std::size_t>(width);
  made.n_skipped_ = in.value<std::int64_t>();
  const auto blocks = in.value<std::uint64_t>();
  for (std::uint64_t i = 0; i < blocks; ++i) {
    poll_interrupt();
    const auto rows = in.value<std::uint32_t>();
    if (rows > most_rows || made.width_ == 0)
      throw error(sqlstate::invalid_binary_representation, "aggregate state has a block that does not fit");
    made.add_block(rows);
    in.plain(made.blocks_.back().values.get(), made.width_ * rows);
    made.n_ += rows;
  }
  return made;
}

}  // namespace harmony::statistics
