// Two samples and ranks against R 4.2.2 and SciPy 1.10.1.
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/rank_tests.hpp"
#include "core/statistics/two_sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

void expect_relative(double value, double truth, double relative = 1e-13) {
  EXPECT_NEAR(value, truth, relative * std::fabs(truth)) << truth;
}

const std::vector<double> x1{2, 3, 5, 6, 8, 4}, x2{1, 2, 4, 4, 3}, x3{7, 9, 12, 8, 10, 11, 14};
const std::vector<double> untied1{1.1, 2.2, 3.3, 4.4, 0.5}, untied2{2.5, 3.5, 4.5, 5.5, 6.5, 1.7};

template <class T>
T of(const std::vector<double> &a, const std::vector<double> &b) {
  T state;
  for (const double x : a) state.add(x, true);
  for (const double x : b) state.add(x, false);
  return state;
}

std::vector<double> sequence(int from, int to, double factor, double plus) {
  std::vector<double> v;
  for (int i = from; i <= to; ++i) v.push_back(i * factor + plus);
  return v;
}

TEST(welch, as_r) {
  const auto check = [](const t_test_result &r) {
    expect_relative(r.t, 1.7655866511344089);
    expect_relative(r.df, 8.3357576456440672);
    expect_relative(r.p_two_sided, 0.11394589508719137, 1e-12);
    expect_relative(r.p_less, 0.94302705245640439);
    expect_relative(r.p_greater, 1 - 0.94302705245640439, 1e-12);
    expect_relative(r.low, -0.55436843408725489, 1e-12);
    expect_relative(r.high, 4.28770176742058950, 1e-12);
  };
  const t_test_result r = welch_t(of<two_moments>(x1, x2));
  check(r);
  check(welch_t(r.first, r.second));
  EXPECT_EQ(r.first.n, 6);
  EXPECT_LT(welch_t(r.first, r.second, 0.99).low, r.low);
}

TEST(welch, degenerate) {
  EXPECT_TRUE(std::isnan(welch_t(two_moments()).difference));
  EXPECT_TRUE(std::isnan(welch_t(of<two_moments>({1, 2}, {})).difference));
  EXPECT_EQ(welch_t(of<two_moments>({1, 2}, {3})).difference, -1.5);
  EXPECT_TRUE(std::isnan(welch_t(of<two_moments>({1, 2}, {3})).t));
  EXPECT_TRUE(std::isnan(welch_t(of<two_moments>({1, 1}, {3, 3})).p_two_sided));
  EXPECT_EQ(welch_t(of<two_moments>({1, 2}, {3, 3})).df, 1);
  EXPECT_THROW(welch_t(two_moments(), 1), error);
  for (const double unit : {1e-200, 1e-10, 1e200}) {  // t and df have no unit
    const t_test_result r = welch_t(sample_summary{10, unit, unit}, sample_summary{6, 0, 2 * unit});
    expect_relative(r.t, 1 / std::sqrt(0.1 + 4.0 / 6.0));
    expect_relative(r.df, std::pow(0.1 + 4.0 / 6.0, 2) / (0.01 / 9 + 16.0 / 36.0 / 5));
  }
  EXPECT_THROW(welch_t(sample_summary{10, 1e308, 1}, sample_summary{10, -1e308, 1}), error);
  EXPECT_THROW(cohens_d(of<two_moments>({1e-200, 2e-200}, {3e-200, 5e-200})), error);
  EXPECT_THROW(welch_t(sample_summary{-1, 0, 1}, sample_summary{3, 0, 1}), error);
  EXPECT_THROW(welch_t(sample_summary{3, 0, -1}, sample_summary{3, 0, 1}), error);
}

TEST(cohens_d, interval) {  // SciPy: gammaln for the correction, brentq over nct
  const effect_size r = cohens_d(of<two_moments>(x1, x2));
  expect_relative(r.d, 1.0201509518702467);
  expect_relative(r.hedges_g, 0.9322903407524913);
  expect_relative(r.low, -0.27839856264583374, 1e-11);
  expect_relative(r.high, 2.270436161418216, 1e-11);
  const effect_size mirrored = cohens_d(of<two_moments>(x2, x1));
  EXPECT_NEAR(mirrored.low, -r.high, 1e-11);
  EXPECT_NEAR(mirrored.high, -r.low, 1e-11);

  // Many values, a large effect, a huge one. SciPy: quad of norm.cdf over the density of S, brentq.
  std::vector<double> a, b;
  for (int i = 0; i < 5000; ++i) {
    a.push_back(i % 100 + 14.0);
    b.push_back(i % 100);
  }
  const effect_size many = cohens_d(of<two_moments>(a, b));
  expect_relative(many.low, 0.44516679887240496, 1e-11);
  expect_relative(many.high, 0.5247095539657503, 1e-11);
  const effect_size large = cohens_d(of<two_moments>({31, 32, 33}, {1, 2, 3}));
  expect_relative(large.low, 10.359845814034253, 1e-11);
  expect_relative(large.high, 50.12649953920206, 1e-11);
  const effect_size huge = cohens_d(of<two_moments>({0, std::sqrt(2.0)}, {-3000, std::sqrt(2.0) - 3000}));
  expect_relative(huge.low, 477.3461244150975, 1e-5);
  expect_relative(huge.high, 5761.937301358305, 1e-5);
  expect_relative(cohens_d(of<two_moments>({-3000, std::sqrt(2.0) - 3000}, {0, std::sqrt(2.0)})).low, -huge.high);
  EXPECT_TRUE(std::isnan(cohens_d(of<two_moments>({1}, {2})).d));
  EXPECT_TRUE(std::isnan(cohens_d(of<two_moments>({1, 1}, {2, 2})).d));
  EXPECT_TRUE(std::isnan(cohens_d(of<two_moments>({1, 2}, {1})).hedges_g));
  EXPECT_FALSE(std::isnan(cohens_d(of<two_moments>({1, 2}, {1})).d));
}

TEST(mann_whitney, exact) {  // R: wilcox.test
  auto samples = of<two_samples>(untied1, untied2);
  const auto r = mann_whitney(samples);
  EXPECT_TRUE(r.exact);
  EXPECT_EQ(r.u_first, 6);
  EXPECT_EQ(r.u_second, 24);
  expect_relative(r.p_two_sided, 0.12554112554112554);
  expect_relative(r.p_less, 0.062770562770562768);
  expect_relative(r.p_greater, 0.95887445887445888);
  EXPECT_TRUE(std::isnan(r.z));
  EXPECT_NEAR(r.rank_biserial, -0.6, 1e-15);
  auto larger = of<two_samples>(sequence(1, 40, 1.01, 0), sequence(5, 52, 1, 0.5));
  const auto l = mann_whitney(larger);
  EXPECT_EQ(l.u_first, 630);
  expect_relative(l.p_two_sided, 0.0053610760683613749);
}

TEST(mann_whitney, extremes_of_the_exact_test) {  // one order of C(98, 49) = 2.547761225898e28
  auto samples = of<two_samples>(sequence(1, 49, 1, 0), sequence(50, 98, 1, 0));
  const auto r = mann_whitney(samples);
  expect_relative(r.p_less, 1 / 2.5477612258980856902730428600e28, 1e-14);
  EXPECT_EQ(r.p_greater, 1);
}

TEST(mann_whitney, normal) {  // R: wilcox.test(exact = FALSE)
  auto samples = of<two_samples>(x1, x2);
  const auto r = mann_whitney(samples);
  EXPECT_FALSE(r.exact);
  EXPECT_EQ(r.u_first, 23);
  expect_relative(r.p_two_sided, 0.16502453421525787, 1e-12);
  expect_relative(r.p_less, 0.94219678130634021, 1e-12);
  expect_relative(r.p_greater, 0.082512267107628934, 1e-12);
}

TEST(mann_whitney, degenerate) {
  auto empty = of<two_samples>({1}, {});
  EXPECT_TRUE(std::isnan(mann_whitney(empty).p_two_sided) && std::isnan(mann_whitney(empty).u_first));
  auto equal = of<two_samples>({1, 1}, {1, 1, 1});
  EXPECT_TRUE(std::isnan(mann_whitney(equal).p_two_sided));
  EXPECT_EQ(mann_whitney(equal).u_first, 3);
  auto zeros = of<two_samples>({-0.0}, {0.0});
  EXPECT_TRUE(std::isnan(mann_whitney(zeros).p_two_sided));
  EXPECT_THROW(of<two_samples>({NAN}, {}), error);
}

TEST(kruskal, as_r) {
  grouped_samples samples;
  for (const double x : x1) samples.add(x, "a");
  for (const double x : x2) samples.add(x, "b");
  for (const double x : x3) samples.add(x, "c");
  const auto r = kruskal(samples);
  expect_relative(r.h, 12.28746906246907, 1e-12);
  EXPECT_EQ(r.df, 2);
  expect_relative(r.p, 0.0021468909971101317, 1e-12);
  expect_relative(r.epsilon_squared, 12.28746906246907 / 17, 1e-12);
  grouped_samples equal;
  for (const char *g : {"a", "b", "b"}) equal.add(1, g);
  EXPECT_TRUE(std::isnan(kruskal(equal).p));
  grouped_samples one;
  one.add(1, "a");
  EXPECT_TRUE(std::isnan(kruskal(one).h));
}

// All values but one equal, in groups of a (with the odd one) and b: H = b/a, by hand; Mann and Whitney's z² without
// its correction for continuity is the same.
TEST(kruskal, nearly_all_tied) {
  constexpr int a = 100000, b = 200000;
  grouped_samples groups;
  two_samples two;
  for (int i = 0; i < a + b; ++i) {
    groups.add(i == 0 ? 1 : 0, i < a ? "a" : "b");
    two.add(i == 0 ? 1 : 0, i < a);
  }
  expect_relative(kruskal(groups).h, 2.0, 1e-15);
  const mann_whitney_result r = mann_whitney(two);
  expect_relative(r.z / (0.5 * b - 0.5) * (0.5 * b), std::sqrt(2.0), 1e-15);
}

TEST(ks, as_r) {
  auto tied = of<two_samples>(x1, x2);
  const auto t = ks_2samp(tied);
  EXPECT_TRUE(t.exact);
  EXPECT_EQ(t.d, 0.5);
  expect_relative(t.p, 0.33766233766234044, 1e-12);
  auto untied = of<two_samples>(untied1, untied2);
  expect_relative(ks_2samp(untied).p, 0.35714285714286043, 1e-12);
  auto large = of<two_samples>(sequence(1, 200, 1.01, 0), sequence(20, 260, 1, 0.5));
  const auto l = ks_2samp(large);
  EXPECT_FALSE(l.exact);
  expect_relative(l.d, 0.24481327800829875, 1e-14);
  EXPECT_EQ(l.at, 202);  // SciPy: statistic_location
  expect_relative(l.p, 4.0858876761973306e-06, 1e-9);
  auto apart = of<two_samples>({1, 2, 3}, {4, 5});  // 2 of C(5, 2) orders
  expect_relative(ks_2samp(apart).p, 0.2);
  auto same = of<two_samples>({1, 2}, {1, 2});
  EXPECT_EQ(ks_2samp(same).d, 0);
  EXPECT_EQ(ks_2samp(same).p, 1);
  auto empty = of<two_samples>({}, {1});
  EXPECT_TRUE(std::isnan(ks_2samp(empty).d));
}

TEST(ks, limit_distribution) {  // scipy.stats.kstwobign.sf
  expect_relative(kolmogorov_upper(0.3), 9.99990694e-01, 1e-9);
  expect_relative(kolmogorov_upper(0.7), 7.11235195e-01, 1e-8);
  expect_relative(kolmogorov_upper(1.36), 4.94858768e-02, 1e-8);
  expect_relative(kolmogorov_upper(3), 3.04599595e-08, 1e-8);
  expect_relative(kolmogorov_upper(1 - 1e-9), kolmogorov_upper(1 + 1e-9), 1e-8);
  EXPECT_EQ(kolmogorov_upper(0), 1);
}

TEST(wasserstein, as_scipy) {
  auto a = of<two_samples>(x1, x2), b = of<two_samples>(untied1, untied2),
       c = of<two_samples>(sequence(1, 200, 1.01, 0), sequence(20, 260, 1, 0.5)), d = of<two_samples>({1}, {});
  expect_relative(wasserstein(a), 1.8666666666666665);
  expect_relative(wasserstein(b), 1.7333333333333334);
  expect_relative(wasserstein(c), 38.995);
  EXPECT_TRUE(std::isnan(wasserstein(d)));
  auto shifted = of<two_samples>({0, 1, 3}, {5, 6, 8});  // a shift by 5
  expect_relative(wasserstein(shifted), 5);
}

TEST(samples, order_and_partition_do_not_matter) {
  std::mt19937 random(3);
  std::vector<std::pair<double, bool>> rows;
  for (int i = 0; i < 500; ++i) rows.push_back({(random() % 97) / 7.0, random() % 3 == 0});
  two_samples whole;
  for (const auto &[x, first] : rows) whole.add(x, first);
  const auto truth = mann_whitney(whole);
  const double distance = wasserstein(whole), p = ks_2samp(whole).p;
  for (int round = 0; round < 10; ++round) {
    std::shuffle(rows.begin(), rows.end(), random);
    two_samples merged;
    for (std::size_t begin = 0; begin < rows.size(); begin += 90) {
      two_samples part;
      for (std::size_t i = begin; i < std::min(rows.size(), begin + 90); ++i) part.add(rows[i].first, rows[i].second);
      native_writer out;
      part.serialize(out);
      native_reader in(out.bytes());
      merged.merge(two_samples::deserialize(in));
    }
    const auto r = mann_whitney(merged);
    EXPECT_EQ(r.u_first, truth.u_first);
    EXPECT_EQ(r.p_two_sided, truth.p_two_sided);
    EXPECT_EQ(wasserstein(merged), distance);
    EXPECT_EQ(ks_2samp(merged).p, p);
  }
}

TEST(samples, can_be_cancelled) {
  two_samples samples;
  for (std::int64_t i = 0; i < 300000; ++i) samples.add(static_cast<double>(i * 7919 % 300007), i % 2 == 0);
  interrupt_pending = [] { return true; };
  EXPECT_THROW(mann_whitney(samples), cancelled);
  interrupt_pending = nullptr;
}

}  // namespace
}  // namespace harmony::statistics
