// By hand; published examples are among the shared cases.
#include "core/statistics/memory_charts.hpp"
#include "core/statistics/robust_z.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::statistics {
namespace {

double z_of(double value, std::vector<double> sample) { return robust_z(value, sample); }

TEST(robust_z, by_the_median) {
  EXPECT_NEAR(z_of(7.0, {1, 2, 3, 4, 1000}), 0.6744897501960817 * 4, 1e-15);  // median 3, MAD 1
  EXPECT_TRUE(std::isnan(z_of(7.0, {})));
  EXPECT_TRUE(std::isnan(z_of(7.0, {5, 5, 5, 1})));
  EXPECT_THROW(z_of(missing, {1, 2}), error);
  EXPECT_THROW(z_of(1.0, {1, infinity}), error);
}

TEST(robust_z, takes_numbers_of_any_size) {
  const double most = std::numeric_limits<double>::max(), least = std::numeric_limits<double>::denorm_min();
  EXPECT_NEAR(z_of(most, {-most, -most / 2, 0, most / 2, most}), 0.6744897501960817 * 2, 1e-15);
  EXPECT_NEAR(z_of(4 * least, {0, least, 2 * least}), 0.6744897501960817 * 3, 1e-15);
  EXPECT_THROW(z_of(most, {0, least, 2 * least}), error);
  EXPECT_FALSE(std::signbit(z_of(-least, {-1e300, 0, 1e300})));
}

TEST(ewma_chart, passes_over_what_is_missing) {
  const std::vector<double> x{12, 0, 8};
  const bool is_missing[] = {false, true, false};
  const auto points = ewma_chart({x.data(), is_missing, 3}, 10, 1, {0.5, 3, false});
  EXPECT_EQ(points[0].ewma, 11.0);
  EXPECT_NEAR(points[0].high, 10 + 3 * 0.5, 1e-15);  // the first average is λ x: its SD is λ sd
  EXPECT_EQ(points[1].i, 2);
  EXPECT_TRUE(std::isnan(points[1].value));
  EXPECT_TRUE(std::isnan(points[1].ewma));
  EXPECT_EQ(points[2].ewma, 9.5);
  EXPECT_NEAR(points[2].low, 10 - 3 * std::sqrt((1 - std::pow(0.5, 4)) / 3), 1e-15);
}

TEST(ewma_chart, signals_beyond_the_limits) {
  const std::vector<double> x{13, 13.1, 6.9};
  const auto points = ewma_chart({x.data(), nullptr, 3}, 10, 1, {1, 3, false});
  EXPECT_FALSE(points[0].signal);
  EXPECT_TRUE(points[1].signal);
  EXPECT_TRUE(points[2].signal);
}

TEST(ewma_chart, a_value_at_the_target_is_at_it_however_small_the_deviation) {
  const std::vector<double> x{0.1, 0.1, 0.1, 0.3};  // 0.2 * 0.1 + 0.8 * 0.1 is above 0.1
  for (const double sd : {1e-200, std::numeric_limits<double>::denorm_min()}) {
    const auto points = ewma_chart({x.data(), nullptr, 4}, 0.1, sd, {});
    for (const int i : {0, 1, 2}) {
      EXPECT_EQ(points[static_cast<std::size_t>(i)].ewma, 0.1);
      EXPECT_FALSE(points[static_cast<std::size_t>(i)].signal);
    }
    EXPECT_TRUE(points[3].signal);
  }
  const double far[] = {1.5e308};
  EXPECT_THROW(ewma_chart({far, nullptr, 1}, -1.5e308, 1, {}), error);
}

TEST(cusum_chart, adds_up_and_goes_on) {
  const std::vector<double> x{12, 12, 0, 12, 8};
  const bool is_missing[] = {false, false, true, false, false};
  const auto points = cusum_chart({x.data(), is_missing, 5}, 10, 1, 0.5, 4);
  EXPECT_EQ(points[1].high, 3.0);
  EXPECT_FALSE(points[1].signal);
  EXPECT_TRUE(std::isnan(points[2].high));
  EXPECT_EQ(points[3].high, 4.5);
  EXPECT_TRUE(points[3].signal);
  EXPECT_EQ(points[4].high, 2.0);
  EXPECT_EQ(points[4].low, 1.5);
}

TEST(memory_charts, refuse) {
  const std::vector<double> x{1, 2}, bad{1, missing}, huge{1e308, 1e308};
  const nullable_span<double> fine{x.data(), nullptr, 2};
  for (const double sd : {0.0, -1.0, infinity, missing}) EXPECT_THROW(cusum_chart(fine, 0, sd, 0.5, 5), error);
  EXPECT_THROW(cusum_chart({bad.data(), nullptr, 2}, 0, 1, 0.5, 5), error);
  EXPECT_THROW(cusum_chart(fine, missing, 1, 0.5, 5), error);
  EXPECT_THROW(cusum_chart(fine, 0, 1, -0.1, 5), error);
  EXPECT_THROW(cusum_chart(fine, 0, 1, 0.5, 0), error);
  EXPECT_THROW(cusum_chart({huge.data(), nullptr, 2}, 0, 1, 0.5, 5), error);
  for (const double lambda : {0.0, 1.1, missing}) EXPECT_THROW(ewma_chart(fine, 0, 1, {lambda, 3, false}), error);
  EXPECT_THROW(ewma_chart(fine, 0, 1, {0.2, 0, false}), error);
  EXPECT_TRUE(ewma_chart({nullptr, nullptr, 0}, 0, 1, {}).empty());
}

}  // namespace
}  // namespace harmony::statistics
