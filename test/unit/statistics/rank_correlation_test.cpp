#include "core/base/error.hpp"
#include "core/statistics/normal_tail.hpp"
#include "core/statistics/rank_correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace {

using namespace harmony::statistics;
using values = std::vector<double>;

TEST(rank_correlation, against_scipy) {
  // scipy.stats.kendalltau and spearmanr (1.10); the second pair has ties on both sides and in common.
  EXPECT_NEAR(kendall_tau(values{1, 2, 3, 4, 5, 6, 7}, values{2, 1, 4, 3, 7, 5, 6}), 13.0 / 21.0, 1e-14);
  EXPECT_NEAR(spearman_rho(values{1, 2, 3, 4, 5, 6, 7}, values{2, 1, 4, 3, 7, 5, 6}), 0.8214285714285715, 1e-14);
  const values x{1, 2, 2, 3, 3, 3, 7, 9}, y{2, 2, 1, 5, 5, 4, 4, 9};
  EXPECT_NEAR(kendall_tau(x, y), 0.6531972647421809, 1e-14);
  EXPECT_NEAR(spearman_rho(x, y), 0.8063129956636506, 1e-14);
  values a, b;
  for (int k = 0; k < 500; ++k) a.push_back(k * 37 % 101), b.push_back(k * 53 % 89);
  EXPECT_NEAR(kendall_tau(a, b), -0.017894039126623136, 1e-14);
  EXPECT_NEAR(spearman_rho(a, b), -0.017580224631604875, 1e-14);
}

TEST(rank_correlation, ends_and_refusals) {
  EXPECT_EQ(kendall_tau(values{1, 2, 3}, values{10, 20, 30}), 1.0);
  EXPECT_EQ(spearman_rho(values{1, 2, 3}, values{30, 20, 10}), -1.0);
  EXPECT_TRUE(std::isnan(kendall_tau(values{}, values{})));
  EXPECT_TRUE(std::isnan(kendall_tau(values{1}, values{1})));
  EXPECT_TRUE(std::isnan(kendall_tau(values{1, 1}, values{1, 2})));
  EXPECT_TRUE(std::isnan(spearman_rho(values{1, 1}, values{1, 2})));
  EXPECT_THROW(kendall_tau(values{1}, values{1, 2}), harmony::error);
  EXPECT_THROW(spearman_rho(values{1, NAN}, values{1, 2}), harmony::error);
}

TEST(normal_tail, against_scipy) {
  // scipy.special.log_ndtr and √(2/π)/erfcx(−x/√2)
  struct row {
    double x, log_cdf, hazard;
  };
  for (const row &r :
       {row{-1e6, -500000000014.73456, 1000000.000001}, row{-100, -5005.524208694205, 100.00999800099926},
        row{-38, -726.5572160188201, 38.026279466575865}, row{-30.5, -469.4627373229121, 30.532716770660162},
        row{-30, -454.32124395634327, 30.033259667433672}, row{-29.5, -439.4294746091503, 29.53382084416798},
        row{-10, -53.23128515051248, 10.098093233962512}, row{-1, -1.841021645009264, 1.5251352761609813},
        row{0, -0.6931471805599453, 0.7978845608028654}, row{1, -0.17275377902344985, 0.28759997093917844},
        row{8, -6.220960574271743e-16, 5.052271083536931e-15}}) {
    EXPECT_NEAR(log_normal_cdf(r.x) / r.log_cdf, 1.0, 1e-13) << r.x;
    EXPECT_NEAR(normal_hazard(r.x) / r.hazard, 1.0, 1e-12) << r.x;
  }
  EXPECT_EQ(log_normal_cdf(40), 0.0);
  EXPECT_EQ(normal_hazard(1e200), 0.0);
  EXPECT_TRUE(std::isfinite(log_normal_cdf(-1e150)));
}

TEST(normal_tail, no_step_where_the_series_begins) {
  EXPECT_NEAR(log_normal_cdf(std::nextafter(-30.0, -31.0)) - log_normal_cdf(-30.0), 0.0, 1e-11);
  EXPECT_NEAR(normal_hazard(std::nextafter(-30.0, -31.0)) - normal_hazard(-30.0), 0.0, 1e-11);
}

row_blocks pairs(const values &x, const values &y) {
  row_blocks rows;
  for (std::size_t k = 0; k < x.size(); ++k) {
    const double row[2]{x[k], y[k]};
    rows.add(row, 2);
  }
  return rows;
}

TEST(rank_correlation, test_of_spearman) {
  // Four things in the opposite order: of 24 orders one is as far apart, so p = 2/24.
  const correlation_result opposite = spearman(pairs({1, 2, 3, 4}, {8, 6, 5, 1}));
  EXPECT_EQ(opposite.r, -1.0);
  EXPECT_TRUE(*opposite.exact);
  EXPECT_NEAR(opposite.p, 2.0 / 24.0, 1e-15);
  EXPECT_EQ(opposite.low, -1.0);
  // Three ties whose mid-rank is whole are ties all the same.
  EXPECT_FALSE(*spearman(pairs({1, 2, 2, 2, 5}, {1, 2, 3, 4, 5})).exact);
  EXPECT_FALSE(*spearman(pairs({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {2, 1, 4, 3, 6, 5, 8, 7, 10, 9})).exact);
  const correlation_result constant = spearman(pairs({1, 1, 1}, {1, 2, 3}));
  EXPECT_TRUE(std::isnan(constant.r) && std::isnan(constant.p) && !constant.exact);
  const correlation_result two = spearman(pairs({1, 2}, {1, 2}));
  EXPECT_EQ(two.r, 1.0);
  EXPECT_TRUE(std::isnan(two.p) && std::isnan(two.low));
}

}  // namespace
