// The state of a fit that looks at its rows several times: all rows, column by column in blocks that never move. A
// block is at most a sixth of the rows before it, so that memory stays below 1.2 times 8 bytes a value; blocks begin at
// 32 rows (a small state for GROUP BY) and end at 4,096. Two states become one by handing over blocks.
#pragma once

#include "core/base/native_serialization.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace harmony::statistics {

class row_blocks {
 public:
  static constexpr std::uint32_t first_rows = 32, most_rows = 4096;
  static constexpr std::size_t most_bytes = (std::size_t{1} << 30) - (std::size_t{1} << 16);  // with the rest: 1 GB

  /// Rows `column(0)[i] … column(width - 1)[i]`, i < rows; of the last block see rows_of().
  struct block {
    std::unique_ptr<double[]> values;  // width columns of `capacity`
    std::uint32_t rows = 0, capacity = 0;

    double *column(std::size_t j) { return values.get() + j * capacity; }
    const double *column(std::size_t j) const { return values.get() + j * capacity; }
  };

  explicit row_blocks(std::size_t limit = most_bytes) : limit_(limit) {}
  row_blocks(row_blocks &&) noexcept = default;
  row_blocks(const row_blocks &) = delete;
  row_blocks &operator=(const row_blocks &) = delete;

  /// Values a row; 0 until the first row that is not skipped.
  std::size_t width() const { return width_; }
  /// Error 22023 for another width than before: a row has another number of predictors.
  void set_width(std::size_t width);

  // ---- a row, without a call: values go to slot()[0], slot()[stride()], slot()[2 stride()] … while has_room() ----

  bool has_room() const { return room_ != 0; }
  double *slot() { return next_; }
  std::size_t stride() const { return stride_; }
  void commit() {
    ++next_;
    --room_;
  }
  void skip() { ++n_skipped_; }
  /// A new block where there is no room. Error 54000 beyond the limit of memory.
  void make_room();

  /// A row of `width` values, copied.
  void add(const double *row, std::size_t width);

  // ---- all rows ----

  std::int64_t rows() const { return n_ - room_; }
  std::int64_t skipped() const { return n_skipped_; }
  std::size_t bytes() const { return bytes_; }
  std::size_t blocks() const { return blocks_.size(); }
  const block &operator[](std::size_t i) const { return blocks_[i]; }
  /// Rows of a block, the one that is being filled too.
  std::uint32_t rows_of(std::size_t i) const {
    return i + 1 == blocks_.size() && room_ != 0 ? blocks_[i].capacity - room_ : blocks_[i].rows;
  }

  /// Takes over the rows of the other, which has none afterwards; column `renumbered` of them, unless it is negative,
  /// changes from k to numbers[k]. Errors: 22023 for another width; 54000 beyond the limit.
  void merge(row_blocks &&other, int renumbered = -1, const std::vector<std::uint32_t> &numbers = {});

  void serialize(native_writer &out) const;
  static row_blocks deserialize(native_reader &in);

 private:
  void add_block(std::uint32_t capacity);
  void settle();

  double *next_ = nullptr;
  std::uint32_t room_ = 0;  // rows that the last block still takes
  std::size_t stride_ = 0;  // its capacity
  std::int64_t n_ = 0;      // rows, those that the last block still takes included
  std::int64_t n_skipped_ = 0;
  std::size_t width_ = 0, bytes_ = 0, limit_;
  std::vector<block> blocks_;
};

}  // namespace harmony::statistics
