// The rows that a fit keeps: order, blocks, memory, handing over, the form between processes.
#include "core/statistics/row_blocks.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace harmony::statistics {
namespace {

row_blocks filled(int from, int to, std::size_t limit = row_blocks::most_bytes) {
  row_blocks rows(limit);
  for (int i = from; i < to; ++i) {
    const double row[] = {double(i), double(2 * i), double(3 * i)};
    rows.add(row, 3);
  }
  return rows;
}

// First values of all rows; checks that the others belong to them.
std::vector<int> firsts(const row_blocks &rows) {
  std::vector<int> out;
  for (std::size_t b = 0; b < rows.blocks(); ++b)
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i) {
      const double first = rows[b].column(0)[i];
      EXPECT_EQ(rows[b].column(1)[i], 2 * first);
      EXPECT_EQ(rows[b].column(2)[i], 3 * first);
      out.push_back(static_cast<int>(first));
    }
  return out;
}

std::vector<int> sequence(int n) {
  std::vector<int> out;
  for (int i = 0; i < n; ++i) out.push_back(i);
  return out;
}

TEST(RowBlocks, KeepRowsInOrder) {
  for (const int n : {0, 1, 31, 32, 33, 100, 384, 5000, 100000}) {
    const row_blocks rows = filled(0, n);
    EXPECT_EQ(rows.rows(), n);
    EXPECT_EQ(firsts(rows), sequence(n)) << n;
  }
}

// At most 1.2 times 8 bytes a value above 4,096 rows, and blocks of 32 to 4,096 rows.
TEST(RowBlocks, MemoryIsThatOfTheValues) {
  row_blocks rows;
  double most = 0.0;
  for (int i = 0; i < 200000; ++i) {
    const double row[] = {double(i), 0.0};
    rows.add(row, 2);
    if (i >= 4096) most = std::max(most, static_cast<double>(rows.bytes()) / (8.0 * 2.0 * (i + 1)));
  }
  EXPECT_LE(most, 1.2);
  EXPECT_EQ(rows[0].capacity, 32u);
  EXPECT_EQ(rows[rows.blocks() - 1].capacity, 4096u);
}

TEST(RowBlocks, MergeHandsBlocksOver) {
  for (const int half : {0, 1, 32, 700, 9999}) {
    row_blocks rows = filled(0, half), other = filled(half, 10000);
    rows.skip();
    other.skip();
    const double *handed = other[other.blocks() - 1].column(0);
    rows.merge(std::move(other));
    EXPECT_EQ(rows[rows.blocks() - 1].column(0), handed);
    EXPECT_EQ(rows.rows(), 10000);
    EXPECT_EQ(rows.skipped(), 2);
    EXPECT_EQ(firsts(rows), sequence(10000)) << half;
    const double more[] = {10000, 20000, 30000};
    rows.add(more, 3);
    EXPECT_EQ(firsts(rows), sequence(10001)) << half;
  }
}

TEST(RowBlocks, MergeRenumbersAColumn) {
  row_blocks rows = filled(0, 1), other;
  const double row[] = {1, 2, 3};
  other.add(row, 3);
  rows.merge(std::move(other), 0, {7, 5});
  EXPECT_EQ(rows[1].column(0)[0], 5);
  EXPECT_EQ(rows[1].column(1)[0], 2);
}

TEST(RowBlocks, MergeIntoNothing) {
  row_blocks rows, empty;
  rows.merge(filled(0, 50));
  rows.merge(std::move(empty));
  EXPECT_EQ(firsts(rows), sequence(50));
}

TEST(RowBlocks, TravelBetweenProcesses) {
  for (const int n : {0, 1, 32, 4097, 60000}) {
    row_blocks rows = filled(0, n);
    rows.skip();
    native_writer out;
    rows.serialize(out);
    native_reader in(out.bytes());
    row_blocks read = row_blocks::deserialize(in);
    in.finish();
    EXPECT_EQ(firsts(read), sequence(n));
    EXPECT_EQ(read.skipped(), 1);
    read.merge(filled(n, n + 10));
    EXPECT_EQ(firsts(read), sequence(n + 10));
  }
}

TEST(RowBlocks, RefuseWhatDoesNotFit) {
  row_blocks rows = filled(0, 3);
  const double row[] = {1, 2};
  EXPECT_THROW(rows.add(row, 2), error);
  try {
    filled(0, 10000, 3 * 8 * 4096);
    ADD_FAILURE() << "no error";
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), sqlstate::program_limit_exceeded);
    EXPECT_NE(e.hint().find("logistic_step"), std::string::npos);
  }
  row_blocks small = filled(0, 1000, 3 * 8 * 1200);
  EXPECT_THROW(small.merge(filled(0, 1000)), error);
  native_reader in("too short");
  EXPECT_THROW(row_blocks::deserialize(in), error);
}

}  // namespace
}  // namespace harmony::statistics
