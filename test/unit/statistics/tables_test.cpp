// Tables, adjusted p-values, drift of shares, agreement, norms, distances: by hand, and against R and SciPy.
#include "core/base/interrupt.hpp"
#include "core/statistics/multiple_testing.hpp"
#include "core/statistics/agreement.hpp"
#include "core/statistics/contingency.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/mahalanobis.hpp"
#include "core/statistics/norms.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::statistics {
namespace {

void expect_relative(double value, double truth, double relative = 1e-13) {
  EXPECT_NEAR(value, truth, relative * std::fabs(truth)) << truth;
}

struct fisher_case {
  std::int64_t a, b, c, d;
  double p, less, greater, odds, low, high;
};

// p-values: R 4.2.2, fisher.test. Odds ratio and interval: scipy.stats.contingency.odds_ratio (R's own are rounded by
// its root finder to 4 digits).
TEST(fisher, as_r_and_scipy) {
  const fisher_case cases[] = {{3, 1, 1, 3, 0.48571428571428582, 0.98571428571428577, 0.24285714285714288,
                                6.408319658199662, 0.21173559544657966, 626.2435305888141},
                               {10, 2, 3, 15, 0.00053672411914343593, 0.99998451901868612, 0.00046518094336290585,
                                21.305317556750314, 2.7533827882493185, 301.4623379715165},
                               {0, 5, 4, 1, 0.047619047619047623, 0.023809523809523815, 1, 0, 0, 0.9758024870399803},
                               {100, 50, 30, 90, 8.0450728672706149e-12, 0.99999999999914324, 5.3215957748206628e-12,
                                5.955395708113565, 3.4043334741778, 10.637878332422146},
                               {1, 0, 0, 1, 1, 1, 0.5, INFINITY, 0.02564102564102571, INFINITY}};
  for (const fisher_case &t : cases) {
    const fisher_result r = fisher_exact(t.a, t.b, t.c, t.d);
    expect_relative(r.p_two_sided, t.p, 1e-12);
    expect_relative(r.p_less, t.less, 1e-12);
    expect_relative(r.p_greater, t.greater, 1e-12);
    if (std::isinf(t.odds)) {
      EXPECT_EQ(r.conditional_odds_ratio, t.odds);
    } else {
      expect_relative(r.conditional_odds_ratio, t.odds, 1e-11);
    }
    expect_relative(r.low, t.low, 1e-11);
    if (std::isinf(t.high)) {
      EXPECT_EQ(r.high, t.high);
    } else {
      expect_relative(r.high, t.high, 1e-11);
    }
  }
  EXPECT_EQ(fisher_exact(10, 2, 3, 15).odds_ratio, 25);
}

TEST(fisher, large_counts) {  // SciPy, whose p-values here have about 9 digits
  const fisher_result r = fisher_exact(120500, 179500, 279500, 420500);
  expect_relative(r.p_two_sided, 0.026084508994091024, 1e-7);
  expect_relative(r.p_less, 0.9870986989438222, 1e-8);
  expect_relative(r.p_greater, 0.013050130589228038, 1e-8);
  const fisher_result far = fisher_exact(1000000000, 1, 1, 1000000000);
  EXPECT_EQ(far.p_greater, 0);  // below 1e-290
  EXPECT_EQ(far.p_less, 1);
}

// mpmath 1.3, 60 digits: the integral of the weights by gamma functions, with Euler and Maclaurin's correction to the
// fifth derivative.
TEST(fisher, counts_beyond_summing) {
  expect_relative(fisher_exact(5000000, 5003000, 50020000, 50000000).p_less, 0.065898604195552073, 1e-12);
  expect_relative(fisher_exact(5000000, 5020000, 5000000, 5000000).p_less, 4.00355087609227885e-6, 1e-12);
  expect_relative(fisher_exact(200000000, 1000000000, 1003000000, 5000000000).p_less, 1.57982295676521049e-273, 1e-11);
  expect_relative(fisher_exact(3000000000000, 2000000, 4000000000000, 2666666).p_greater, 0.500302095127554827);
  const std::int64_t many = 100000000000000;
  const fisher_result r = fisher_exact(many, many + 100000000, many, many);
  expect_relative(r.p_less, 2.86654508163341907e-7, 1e-12);
  expect_relative(r.p_two_sided, 2 * r.p_less, 1e-6);
  // The log odds ratio is normal: its standard error is the root of the sum of 1/count, half a count is 2e-14 of it.
  const double half = 1.959963984540054 * 1.99999975e-7 + 2e-14;
  expect_relative(r.low, std::exp(-std::log1p(1e-6) - half), 1e-14);
  expect_relative(r.high, std::exp(-std::log1p(1e-6) + half), 1e-14);
  expect_relative(r.conditional_odds_ratio, 1 / (1 + 1e-6), 1e-14);
  EXPECT_EQ(fisher_two_sided(many, many, many, many), 1);
}

// Long sums poll for interrupts: how often says how long they are.
TEST(fisher, counts_do_not_make_it_long) {
  static int polls;
  const std::int64_t cases[][4] = {
      {267942381022398, 3, 2, 166586117659092},       {32948722255465, 517717646197, 49381377, 776066},
      {988760, 3471447400, 585671997, 2054159483418}, {4000000, 4000000, 4000000, 4000000},
      {30000, 300000000000000, 3, 300000000000000},   {100000000000000, 1, 100000000000000, 100000000000000}};
  for (const auto &t : cases) {
    polls = 0;
    interrupt_pending = [] { return ++polls < 0; };
    fisher_exact(t[0], t[1], t[2], t[3]);
    interrupt_pending = nullptr;
    EXPECT_LT(polls, 1000) << t[0];
  }
}

TEST(fisher, degenerate) {
  const fisher_result one = fisher_exact(5, 0, 0, 0);  // one table only
  EXPECT_EQ(one.p_two_sided, 1);
  EXPECT_TRUE(std::isnan(one.odds_ratio) && std::isnan(one.conditional_odds_ratio));
  EXPECT_EQ(one.low, 0);
  EXPECT_EQ(one.high, INFINITY);
  EXPECT_EQ(fisher_exact(0, 0, 0, 0).p_two_sided, 1);
  EXPECT_THROW(fisher_exact(-1, 1, 1, 1), error);
  EXPECT_THROW(fisher_exact(INT64_MAX, INT64_MAX, 1, 1), error);
}

TEST(fdr, as_r) {  // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5, NA, 0.2), "BH")
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005, 0.5, NAN, 0.2};
  const double truth[] = {0.03, 0.06, 0.06, 0.03, 0.5, NAN, 0.24};
  const auto adjusted = fdr_bh(p);
  ASSERT_EQ(adjusted.size(), p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (std::isnan(truth[i])) {
      EXPECT_TRUE(std::isnan(adjusted[i]));
    } else {
      expect_relative(adjusted[i], truth[i]);
    }
  }
  EXPECT_TRUE(fdr_bh({}).empty());
  EXPECT_EQ(fdr_bh(std::vector<double>{1, 1})[0], 1);
  EXPECT_THROW(fdr_bh(std::vector<double>{0.5, 1.5}), error);
  EXPECT_THROW(fdr_bh(std::vector<double>{-0.1}), error);
}

TEST(psi, by_hand) {
  const std::vector<double> e{10, 20, 30}, a{15, 20, 25};
  // (0.25 − 1/6) ln 1.5 + (25/60 − 0.5) ln (25/30)
  const double truth = (0.25 - 1.0 / 6) * std::log(1.5) + (25.0 / 60 - 0.5) * std::log(25.0 / 30);
  expect_relative(psi(e, a, 1e-4), truth);
  expect_relative(psi(a, e, 1e-4), truth);
  EXPECT_EQ(psi(e, e, 1e-4), 0);
  const std::vector<double> half{1, 1}, all{1, 0};  // the empty bin counts as 1e-4
  expect_relative(psi(half, all, 1e-4), 0.5 * std::log(2) + (1e-4 - 0.5) * std::log(2e-4));
  EXPECT_TRUE(std::isnan(psi(std::vector<double>{0, 0}, half, 1e-4)));
  EXPECT_THROW(psi(e, half, 1e-4), error);
  EXPECT_THROW(psi({}, {}, 1e-4), error);
  EXPECT_THROW(psi(half, std::vector<double>{1, -1}, 1e-4), error);
  EXPECT_THROW(psi(half, std::vector<double>{1, NAN}, 1e-4), error);
  EXPECT_THROW(psi(half, half, 0), error);
  EXPECT_THROW(psi(std::vector<double>{1e308, 1e308}, std::vector<double>{1, 2}, 1e-4), error);  // the sum is infinite
}

TEST(rwg, by_hand) {
  rwg_collector raters;
  for (const auto &items : {std::vector<double>{4, 4}, {5, 4}, {4, 3}}) raters.add(items, 2);
  // Both variances 1/3, v = 1/6: 2·5/6 over 2·5/6 + 1/6.
  expect_relative(raters.rwg_j(), 10.0 / 11);
  rwg_collector one;
  for (const double x : {4.0, 5.0, 4.0}) one.add(std::vector<double>{x}, uniform_variance(5));
  expect_relative(one.rwg_j(), 1 - (1.0 / 3) / 2);
  rwg_collector apart;  // less agreement than chance
  for (const double x : {1.0, 5.0}) apart.add(std::vector<double>{x}, 2);
  EXPECT_EQ(apart.rwg_j(), 0);
  EXPECT_TRUE(std::isnan(rwg_collector().rwg_j()));
  EXPECT_THROW(apart.add(std::vector<double>{1, 2}, 2), error);
  EXPECT_THROW(apart.add(std::vector<double>{1}, 3), error);
  EXPECT_THROW(apart.add(std::vector<double>{NAN}, 2), error);
  EXPECT_THROW(rwg_collector().add(std::vector<double>{1}, 0), error);
  EXPECT_THROW(uniform_variance(1), error);
}

TEST(norms, quantiles_as_r) {  // quantile(type = 7)
  sample s;
  for (const double x : {2, 3, 5, 6, 8, 4, 1, 2, 4, 4, 3, 7, 9, 12, 8, 10, 11, 14}) s.add(x);
  const norms_result r = norms(s);
  EXPECT_EQ(r.n, 18);
  expect_relative(r.mean, 6.2777777777777777);
  expect_relative(r.sd, 3.8010146564175011);
  ASSERT_EQ(r.quantiles.size(), 99u);
  expect_relative(r.quantiles[0], 1.17);
  expect_relative(r.quantiles[9], 2);
  expect_relative(r.quantiles[49], 5.5);
  expect_relative(r.quantiles[98], 13.66);
  sample one;
  one.add(3);
  EXPECT_TRUE(std::isnan(norms(one).sd));
  EXPECT_EQ(norms(one).quantiles[98], 3);
}

TEST(norms, standard_scores) {
  EXPECT_EQ(t_score(65, 50, 10), 65);
  EXPECT_EQ(t_score(6, 5, 2), 55);
  EXPECT_TRUE(std::isnan(t_score(1, 1, 0)));
  // Ends of the steps: a sten is half an sd wide from the mean on, a stanine half an sd around it.
  const double z[] = {-9, -2, -1.76, -1.75, -0.5, -0.26, -0.25, -0.01, 0, 0.24, 0.25, 0.5, 1.74, 1.75, 1.99, 2, 9};
  const int stens[] = {1, 2, 2, 2, 5, 5, 5, 5, 6, 6, 6, 7, 9, 9, 9, 10, 10};
  const int stanines[] = {1, 1, 1, 2, 4, 4, 5, 5, 5, 5, 6, 6, 8, 9, 9, 9, 9};
  for (std::size_t i = 0; i < std::size(z); ++i) {
    EXPECT_EQ(sten(z[i], 0, 1), stens[i]) << z[i];
    EXPECT_EQ(stanine(z[i], 0, 1), stanines[i]) << z[i];
  }
  EXPECT_EQ(sten(1, 1, 0), 0);
  EXPECT_EQ(sten(1e308, 0, 1e-300), 10);
  EXPECT_THROW(t_score(NAN, 0, 1), error);
  EXPECT_THROW(t_score(0, INFINITY, 1), error);
  EXPECT_THROW(stanine(0, 0, -1), error);
  EXPECT_THROW(z_score(1e308, 0, 1e-10), error);
  EXPECT_THROW(t_score(1e308, -1e308, 1), error);
}

TEST(norms, percentile) {
  std::vector<double> q;
  for (int p = 1; p <= 99; ++p) q.push_back(p);
  EXPECT_EQ(norm_percentile(50, q), 50);
  EXPECT_EQ(norm_percentile(50.25, q), 50.25);
  EXPECT_EQ(norm_percentile(1, q), 1);
  EXPECT_EQ(norm_percentile(0.9, q), 0.5);
  EXPECT_EQ(norm_percentile(99, q), 99);
  EXPECT_EQ(norm_percentile(99.5, q), 99.5);
  for (int p = 41; p <= 60; ++p) q[static_cast<std::size_t>(p) - 1] = 50;  // ties: their middle
  EXPECT_EQ(norm_percentile(50, q), 50.5);
  EXPECT_EQ(norm_percentile(40.5, q), 40.05);
  EXPECT_EQ(norm_percentile(3, std::vector<double>(99, 3)), 50);
  EXPECT_THROW(norm_percentile(1, std::vector<double>(98, 3)), error);
  q[3] = 90;
  EXPECT_THROW(norm_percentile(1, q), error);
}

TEST(norms, standard_error) {
  EXPECT_NEAR(sem(10, 0.84), 4, 1e-14);
  EXPECT_EQ(sem(10, 1), 0);
  EXPECT_EQ(sem(10, -0.5), 10);
  EXPECT_THROW(sem(10, 1.1), error);
  EXPECT_THROW(sem(-1, 0.5), error);
  EXPECT_NEAR(interval_of_score(50, 4, 0.95).low, 50 - 4 * 1.959963984540054, 1e-12);
  EXPECT_NEAR(interval_of_score(50, 4, 0.95).high, 50 + 4 * 1.959963984540054, 1e-12);
  EXPECT_THROW(interval_of_score(50, 4, 1), error);
}

TEST(mahalanobis, by_hand) {
  const std::vector<double> x{1, 2}, mean{0, 0}, covariance{2, 1, 1, 2};  // inverse {2, −1, −1, 2}/3
  expect_relative(mahalanobis(x, mean, covariance), 2);
  expect_relative(mahalanobis(std::vector<double>{1, NAN}, mean, covariance), 0.5);
  EXPECT_TRUE(std::isnan(mahalanobis(std::vector<double>{NAN, NAN}, mean, covariance)));
  EXPECT_TRUE(std::isnan(mahalanobis(x, mean, std::vector<double>{1, 1, 1, 1})));
  EXPECT_THROW(mahalanobis(std::vector<double>{1e200}, std::vector<double>{0}, std::vector<double>{1}), error);
}

TEST(distributions, upper_quantiles) {  // SciPy: chi2.isf; F by turning f_upper round
  expect_relative(chi2_upper(chi2_upper_quantile(1e-30, 7), 7), 1e-30, 1e-12);
  expect_relative(chi2_upper_quantile(1e-30, 7), 157.65302773124347, 1e-13);
  expect_relative(f_upper(f_upper_quantile(1e-20, 3, 40), 3, 40), 1e-20, 1e-11);
  EXPECT_EQ(f_upper_quantile(0, 3, 4), INFINITY);
  EXPECT_EQ(f_upper_quantile(1, 3, 4), 0);
  EXPECT_EQ(chi2_upper_quantile(0, 3), INFINITY);
  EXPECT_THROW(f_upper_quantile(-0.1, 3, 4), error);
}

}  // namespace
}  // namespace harmony::statistics
