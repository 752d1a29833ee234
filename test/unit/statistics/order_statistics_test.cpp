// By hand, and against a sort.
#include "core/statistics/order_statistics.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

median_result median_of(std::vector<double> values, double level = 0.95) { return median_interval(values, level); }

TEST(median_interval, takes_six_values_at_95) {
  // P(Bin(5, 1/2) = 0) = 1/32 > .025, P(Bin(6, 1/2) = 0) = 1/64.
  EXPECT_TRUE(std::isnan(median_of({5, 1, 4, 2, 3}).low));
  const median_result six = median_of({6, 1, 5, 2, 4, 3});
  EXPECT_EQ(six.n, 6);
  EXPECT_EQ(six.median, 3.5);
  EXPECT_EQ(six.low, 1.0);
  EXPECT_EQ(six.high, 6.0);
}

TEST(median_interval, meets_a_level_exactly) {
  EXPECT_EQ(median_of({1, 2, 3, 4, 5, 6}, 1.0 - 2.0 / 64.0).low, 1.0);
  EXPECT_TRUE(std::isnan(median_of({1, 2, 3, 4, 5, 6}, 1.0 - 1.9 / 64.0).low));
}

TEST(median_interval, of_nothing_and_of_one) {
  EXPECT_EQ(median_of({}).n, 0);
  EXPECT_TRUE(std::isnan(median_of({}).median));
  EXPECT_EQ(median_of({7}).median, 7.0);
}

TEST(median_interval, of_the_ends_of_the_range) {
  const double most = 1.7976931348623157e308;
  EXPECT_EQ(median_of({-most, most}).median, 0.0);
  EXPECT_EQ(median_of({5e-324, 5e-324}).median, 5e-324);
}

TEST(median_interval, refuses) {
  EXPECT_THROW(median_of({1, INFINITY}), error);
  EXPECT_THROW(median_of({1}, 0.0), error);
  EXPECT_THROW(median_of({1}, 1.0), error);
  EXPECT_THROW(median_of({1}, NAN), error);
}

TEST(durations, as_sorted_ones) {
  for (const std::size_t n : {1, 2, 3, 20, 21, 1000, 4097}) {
    std::vector<double> sorted;
    durations all;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = static_cast<double>((i * 2654435761U) % 1009);
      sorted.push_back(x);
      all.add(x);
    }
    std::sort(sorted.begin(), sorted.end());
    const duration_figures found = all.figures();
    const auto type7 = [&](double p) {
      const double h = static_cast<double>(n - 1) * p;
      const auto k = static_cast<std::size_t>(h + 1e-9);
      return sorted[k] + (h - static_cast<double>(k)) * (sorted[std::min(k + 1, n - 1)] - sorted[k]);
    };
    EXPECT_EQ(found.n, static_cast<std::int64_t>(n));
    EXPECT_NEAR(found.median, type7(0.5), 1e-9) << n;
    EXPECT_NEAR(found.p75, type7(0.75), 1e-9) << n;
    EXPECT_NEAR(found.p85, type7(0.85), 1e-9) << n;
    EXPECT_NEAR(found.p90, type7(0.9), 1e-9) << n;
    EXPECT_NEAR(found.p95, type7(0.95), 1e-9) << n;
  }
}

TEST(durations, count_what_ends_before_it_starts) {
  durations all, others;
  all.add_span(2000000, 1000000);
  others.add_span(0, 1500000);
  all.merge(others);
  const duration_figures found = all.figures();
  EXPECT_EQ(found.n, 1);
  EXPECT_EQ(found.n_negative, 1);
  EXPECT_EQ(found.median, 1.5);
}

TEST(durations, from_the_first_instant_to_the_last) {
  durations all;
  all.add_span(-211813488000000000, 9223371331199999999);
  EXPECT_NEAR(all.figures().median, 9435184819200.0, 1.0);
}

TEST(durations, survive_a_move_between_processes) {
  durations all;
  for (int i = 0; i < 10; ++i) all.add(i);
  all.add(-1);
  native_writer out(1000);
  all.serialize(out);
  native_reader in(out.bytes());
  durations read = durations::deserialize(in);
  in.finish();
  EXPECT_EQ(read.figures().n, 10);
  EXPECT_EQ(read.figures().n_negative, 1);
}

}  // namespace
}  // namespace harmony::statistics
