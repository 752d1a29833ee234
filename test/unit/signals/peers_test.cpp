// By hand, and by what must hold of any peers.
#include "core/signals/peers.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace harmony::signals {
namespace {

nullable_span<double> all_of(const std::vector<double> &values) { return {values.data(), nullptr, values.size()}; }

TEST(signal_peers, three_by_hand) {
  const auto s = peer_scores(all_of({1.0, 2.0, 6.0}), {0.01, 3});
  ASSERT_EQ(s.size(), 3u);
  EXPECT_NEAR(s[0].z, -2.0 / std::sqrt(14.0 / 3.0), 1e-15);  // mean 3, squares 4 + 1 + 9
  EXPECT_NEAR(s[2].robust_z, 4.0 / 1.4826, 1e-15);           // median 2, distances 0, 1, 4
  EXPECT_NEAR(s[1].percentile, 50.0, 1e-13);
  EXPECT_EQ(s[0].n, 3);
}

TEST(signal_peers, floor_holds_where_all_are_equal) {
  const auto s = peer_scores(all_of(std::vector<double>(20, 0.1)), {});
  EXPECT_EQ(s[7].z, 0.0);
  EXPECT_EQ(s[7].robust_z, 0.0);
  EXPECT_EQ(s[7].percentile, 50.0);
  EXPECT_TRUE(std::isnan(peer_scores(all_of({1.0, 1.0}), {0.0, 2})[0].z));
}

TEST(signal_peers, few_are_suppressed) {
  const auto s = peer_scores(all_of(std::vector<double>(14, 0.1)), {});
  EXPECT_TRUE(s[0].suppressed);
  EXPECT_TRUE(std::isnan(s[0].z) && std::isnan(s[0].robust_z) && std::isnan(s[0].percentile));
  EXPECT_FALSE(peer_scores(all_of(std::vector<double>(15, 0.1)), {})[0].suppressed);
}

TEST(signal_peers, missing_ones_are_no_peers) {
  const double values[] = {1.0, 999.0, 2.0, 6.0};
  const bool missing_ones[] = {false, true, false, false};
  const auto s = peer_scores({values, missing_ones, 4}, {0.01, 3});
  EXPECT_EQ(s[3].n, 3);
  EXPECT_NEAR(s[3].z, 3.0 / std::sqrt(14.0 / 3.0), 1e-15);
}

TEST(signal_peers, order_does_not_matter_and_z_is_bounded) {
  std::mt19937_64 random(5);
  for (const std::size_t n : {15u, 16u, 100u, 1001u}) {
    std::vector<double> values(n);
    for (double &x : values) x = std::exp(std::normal_distribution<>(0.0, 3.0)(random));
    values[n / 2] = 1e9;
    const auto first = peer_scores(all_of(values), {1e-9, 15});
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    std::vector<double> shuffled(n);
    for (std::size_t i = 0; i < n; ++i) shuffled[i] = values[order[i]];
    const auto second = peer_scores(all_of(shuffled), {1e-9, 15});
    const double most = std::sqrt(static_cast<double>(n) - 1.0);
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(first[order[i]].z, second[i].z);
      EXPECT_EQ(first[order[i]].robust_z, second[i].robust_z);
      EXPECT_EQ(first[order[i]].percentile, second[i].percentile);
      EXPECT_LE(std::fabs(second[i].z), most * (1.0 + 1e-14));
    }
  }
}

TEST(signal_peers, ends_of_the_range) {
  const auto tiny = peer_scores(all_of({0.0, 5e-324, 1e-323}), {0.0, 3});
  EXPECT_NEAR(tiny[2].z, 1.224744871391589, 0.3);  // subnormal numbers have few digits
  const auto wide = peer_scores(all_of({-1e300, 0.0, 1e300}), {0.01, 3});
  EXPECT_NEAR(wide[2].z, 1.224744871391589, 1e-15);
  EXPECT_THROW(peer_scores(all_of({-1.7e308, 1.7e308}), {0.01, 2}), error);
  EXPECT_THROW(peer_scores(all_of({0, 0, 0, 1.7e308}), {0.01, 2}), error);  // robust z
  EXPECT_THROW(peer_scores(all_of({1.0, infinity}), {}), error);
  EXPECT_THROW(peer_scores(all_of({1.0}), {-0.1, 2}), error);
  EXPECT_THROW(peer_scores(all_of({1.0}), {missing, 2}), error);
  EXPECT_THROW(peer_scores(all_of({1.0}), {0.1, -1}), error);
  EXPECT_TRUE(peer_scores(all_of({}), {0.1, 0}).empty());
}

TEST(signal_peers, a_value_beside_others_is_none_of_them) {
  const std::vector<double> others{10, 10, 11, 12, 9, 8, 10};  // median 10, MAD 1
  EXPECT_DOUBLE_EQ(robust_z_beside(20, others, 0.3), 10 / 1.4826);
  EXPECT_DOUBLE_EQ(robust_z_beside(20, others, 5), 2.0);
  EXPECT_DOUBLE_EQ(robust_z_beside(7, std::vector<double>{5, 5, 5}, 0.5), 4.0);
  EXPECT_TRUE(std::isnan(robust_z_beside(7, std::vector<double>{5, 5, 5}, 0.0)));
  EXPECT_TRUE(std::isnan(robust_z_beside(7, std::vector<double>{}, 1.0)));
  EXPECT_THROW(robust_z_beside(infinity, others, 1), error);
  EXPECT_THROW(robust_z_beside(1, std::vector<double>{missing}, 1), error);
  EXPECT_THROW(robust_z_beside(1, others, -1), error);
}

TEST(signal_peers, labels_take_their_upper_bound) {
  EXPECT_STREQ(anomaly_label(-3.0), "extremely_low");
  EXPECT_STREQ(anomaly_label(std::nextafter(-3.0, 0.0)), "very_low");
  EXPECT_STREQ(anomaly_label(0.5), "normal");
  EXPECT_STREQ(anomaly_label(3.0), "very_high");
  EXPECT_STREQ(anomaly_label(1e308), "extremely_high");
  EXPECT_THROW(anomaly_label(infinity), error);
  EXPECT_THROW(anomaly_label(missing), error);
}

}  // namespace
}  // namespace harmony::signals
