// Analysis of variance against NIST's certified values (StRD), exact fractions and R's oneway.test.
#include "core/base/native_serialization.hpp"
#include "core/statistics/anova.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

namespace harmony::statistics {
namespace {

struct row {
  std::string group;
  double value;
};

grouped_moments state_of(const std::vector<row> &rows) {
  grouped_moments state;
  for (const row &r : rows) state.add(r.value, r.group);
  return state;
}

double digits(double value, double truth) {
  return value == truth ? 16 : -std::log10(std::fabs(value - truth) / std::fabs(truth));
}

// SmLs01 … 09 (Simon and Lesage 1989): nine treatments of n values, offset.4 first and then in turn one tenth less and
// more.
std::vector<row> smls(const std::string &offset, int n) {
  std::vector<row> rows;
  for (int treatment = 1; treatment <= 9; ++treatment) {
    const int centre = treatment == 1 ? 4 : treatment % 2 == 0 ? 3 : 5;
    for (int i = 0; i < n; ++i) {
      const int tenths = i == 0 ? centre : i % 2 == 1 ? centre - 1 : centre + 1;
      rows.push_back(
          {std::to_string(treatment), std::strtod((offset + "." + std::to_string(tenths)).c_str(), nullptr)});
    }
  }
  return rows;
}

double f_of(const std::vector<row> &rows) { return anova(state_of(rows)).f; }

TEST(anova, nist_generated) {
  const struct {
    const char *offset;
    double digits;
  } sets[] = {{"1", 12}, {"1000000", 8}, {"1000000000000", 2}};
  for (const auto &set : sets)
    for (const int n : {21, 201, 2001}) {
      const anova_result r = anova(state_of(smls(set.offset, n)));
      EXPECT_GE(digits(r.f, n), set.digits) << set.offset << ' ' << n;
      EXPECT_EQ(r.df_between, 8);
      EXPECT_EQ(r.df_within, 9 * n - 9);
    }
}

// F of the doubles as they are, in exact fractions (Python): nothing is lost that the data hold.
TEST(anova, exact_fractions) {
  EXPECT_GE(digits(f_of(smls("1000000", 21)), 21.0000000007761), 14);
  EXPECT_GE(digits(f_of(smls("1000000", 201)), 201.00000001241764), 15);
  EXPECT_GE(digits(f_of(smls("1000000000000", 21)), 21.00081188781877), 15);
  EXPECT_GE(digits(f_of(smls("1000000000000", 201)), 201.01300409594845), 15);
}

std::vector<row> read_csv(const std::string &name) {
  const char *folder = std::getenv("HARMONY_DATA");
  std::ifstream file(std::string(folder != nullptr ? folder : "../shared/data") + "/nist/" + name + ".csv");
  std::vector<row> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto comma = line.find(',');
    rows.push_back({line.substr(0, comma), std::strtod(line.c_str() + comma + 1, nullptr)});
  }
  return rows;
}

TEST(anova, nist_measured) {
  const auto silicon = read_csv("SiRstv"), weight = read_csv("AtmWtAg"), simon = read_csv("SmLs01");
  if (silicon.empty() || weight.empty() || simon.empty())
    GTEST_SKIP() << "no nist data in $HARMONY_DATA or ../shared/data";
  const anova_result s = anova(state_of(silicon));
  EXPECT_GE(digits(s.f, 1.18046237440255), 13);
  EXPECT_GE(digits(s.ss_between, 5.11462616e-02), 13);
  EXPECT_GE(digits(s.ss_within, 2.1663656e-01), 13);
  EXPECT_GE(digits(std::sqrt(s.ms_within), 1.04076068334656e-01), 13);
  const anova_result w = anova(state_of(weight));
  EXPECT_GE(digits(w.f, 15.946733567793), 9);
  EXPECT_GE(digits(w.eta_squared, 2.57426544538321e-01), 9);
  EXPECT_GE(digits(f_of(simon), 21), 14);
}

const std::vector<row> small{{"a", 2}, {"a", 3},  {"a", 5}, {"a", 6},  {"a", 8},  {"a", 4},
                             {"b", 1}, {"b", 2},  {"b", 4}, {"b", 4},  {"b", 3},  {"c", 7},
                             {"c", 9}, {"c", 12}, {"c", 8}, {"c", 10}, {"c", 11}, {"c", 14}};

// R 4.2.2: summary(aov(y ~ g)), oneway.test(y ~ g). ω² and the ICCs by hand from the mean squares.
TEST(anova, as_r) {
  const anova_result r = anova(state_of(small));
  EXPECT_EQ(r.k, 3);
  EXPECT_EQ(r.n, 18);
  EXPECT_NEAR(r.ss_between, 180.6206349206349, 1e-12);
  EXPECT_NEAR(r.ss_within, 64.9904761904762, 1e-12);
  EXPECT_NEAR(r.ms_between, 90.3103174603174, 1e-12);
  EXPECT_NEAR(r.ms_within, 4.3326984126984, 1e-12);
  EXPECT_NEAR(r.f, 20.8439, 5e-5);
  EXPECT_NEAR(r.p, 4.6721e-05, 5e-10);
  EXPECT_NEAR(r.welch_f, 21.618748679527918, 1e-12);
  EXPECT_EQ(r.welch_df1, 2);
  EXPECT_NEAR(r.welch_df2, 9.8760817455233099, 1e-12);
  EXPECT_NEAR(r.welch_p, 0.00024669717377455138, 1e-15);
  const double msb = 180.6206349206349 / 2, msw = 64.9904761904762 / 15, total = 180.6206349206349 + 64.9904761904762;
  EXPECT_NEAR(r.eta_squared, 180.6206349206349 / total, 1e-13);
  EXPECT_NEAR(r.omega_squared, (180.6206349206349 - 2 * msw) / (total + msw), 1e-13);
  EXPECT_NEAR(r.icc1, (msb - msw) / (msb + 5 * msw), 1e-13);
  EXPECT_NEAR(r.icc2, (msb - msw) / msb, 1e-13);
}

std::string bytes_of(const grouped_moments &state) {
  native_writer out;
  state.serialize(out);
  return out.bytes();
}

TEST(anova, same_in_any_order_and_partition) {
  std::vector<row> rows = smls("1000000000000", 201);
  const anova_result whole = anova(state_of(rows));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(rows.begin(), rows.end(), random);
    grouped_moments merged;
    for (std::size_t begin = 0; begin < rows.size(); begin += 300) {
      const auto end = std::min(rows.size(), begin + 300);
      const std::string bytes =
          bytes_of(state_of({rows.begin() + static_cast<long>(begin), rows.begin() + static_cast<long>(end)}));
      native_reader in(bytes);
      merged.merge(grouped_moments::deserialize(in));
    }
    const anova_result r = anova(merged);
    EXPECT_GE(digits(r.f, whole.f), 15);
    EXPECT_GE(digits(r.welch_f, whole.welch_f), 15);
    EXPECT_GE(digits(r.ss_within, whole.ss_within), 15);
    EXPECT_EQ(merged.name(merged.ordered().front()), "1");
  }
}

TEST(anova, degenerate) {
  const anova_result none = anova(grouped_moments());
  EXPECT_EQ(none.n, 0);
  EXPECT_TRUE(std::isnan(none.ss_between) && std::isnan(none.f) && std::isnan(none.df_within));

  const anova_result one = anova(state_of({{"a", 1}, {"a", 3}}));
  EXPECT_EQ(one.k, 1);
  EXPECT_EQ(one.ss_within, 2);
  EXPECT_EQ(one.ms_within, 2);
  EXPECT_TRUE(std::isnan(one.f) && std::isnan(one.ms_between) && std::isnan(one.eta_squared) &&
              std::isnan(one.welch_f));

  const anova_result singles = anova(state_of({{"a", 1}, {"b", 3}}));
  EXPECT_EQ(singles.df_within, 0);
  EXPECT_EQ(singles.ss_between, 2);
  EXPECT_EQ(singles.eta_squared, 1);
  EXPECT_TRUE(std::isnan(singles.f) && std::isnan(singles.ms_within) && std::isnan(singles.icc1));

  const anova_result constant = anova(state_of({{"a", 0.1}, {"a", 0.1}, {"b", 0.1}, {"b", 0.1}, {"c", 0.1}}));
  EXPECT_EQ(constant.ss_between, 0);
  EXPECT_EQ(constant.ss_within, 0);
  EXPECT_TRUE(std::isnan(constant.f) && std::isnan(constant.p) && std::isnan(constant.eta_squared) &&
              std::isnan(constant.icc2));

  const anova_result apart = anova(state_of({{"a", 1}, {"a", 1}, {"b", 2}, {"b", 2}}));
  EXPECT_EQ(apart.f, INFINITY);
  EXPECT_EQ(apart.p, 0);
  EXPECT_EQ(apart.icc1, 1);
  EXPECT_TRUE(std::isnan(apart.welch_f));

  const anova_result alike = anova(state_of({{"a", 0.1}, {"a", 0.3}, {"b", 0.3}, {"b", 0.1}}));
  EXPECT_EQ(alike.f, 0);
  EXPECT_EQ(alike.p, 1);
  EXPECT_TRUE(std::isnan(alike.icc2));

  // Equal means are equal whichever value comes first, also where no double is the mean.
  std::vector<row> thirds{{"a", 0.1}, {"a", 0.7}, {"a", -0.5}, {"b", 0.7}, {"b", -0.5}, {"b", 0.1}};
  do {
    EXPECT_EQ(anova(state_of(thirds)).f, 0);
  } while (std::next_permutation(thirds.begin(), thirds.end(),
                                 [](const row &x, const row &y) { return x.value < y.value; }));
}

TEST(anova, state_is_small) {  // bytes that a worker hands over, 100 groups and any number of rows
  grouped_moments state;
  for (int i = 0; i < 10000; ++i) state.add(i * 0.1, "department " + std::to_string(i % 100));
  EXPECT_LT(bytes_of(state).size(), 100u * 100u);
}

TEST(anova, limits) {
  EXPECT_THROW(state_of({{"a", NAN}}), error);
  EXPECT_THROW(state_of({{"a", INFINITY}}), error);
  EXPECT_THROW(anova(state_of({{"a", 1e300}, {"a", -1e300}, {"b", 1}, {"b", 2}})), error);
  EXPECT_THROW(anova(state_of({{"a", 1e300}, {"a", 1e300}, {"b", 1}, {"b", 1}})), error);
  EXPECT_EQ(state_of({{"a", 1e300}, {"a", 1e300}}).of(0).variance(), 0);
  // Far out, with differences of 1e152, F is that of 1, 2; 3, 4: 8.
  EXPECT_NEAR(anova(state_of({{"a", 1e152}, {"a", 2e152}, {"b", 3e152}, {"b", 4e152}})).f, 8, 1e-12);
  const double far = std::ldexp(1.0, 552), step = std::ldexp(1.0, 504);
  EXPECT_EQ(anova(state_of({{"a", far}, {"a", far + step}, {"b", far + 2 * step}, {"b", far + 3 * step}})).f, 8);
}

TEST(moments, too_close_together) {  // their squares vanish: an error, never "all equal"
  moments close, equal, apart;
  for (const double x : {1e-200, 2e-200, 3e-200}) close.add(x);
  EXPECT_THROW(close.deviations(), error);
  for (int i = 0; i < 3; ++i) equal.add(1e-200);
  EXPECT_EQ(equal.sd(), 0);
  for (const double x : {0.0, 1e-200, 1.0}) apart.add(x);
  EXPECT_NEAR(apart.variance(), 1.0 / 3.0, 1e-16);
  moments other;
  other.add(4e-200);
  moments merged = equal;
  merged.merge(other);
  EXPECT_THROW(merged.sd(), error);
}

TEST(moments, shifted_far) {  // y = 1e9 + i/1000: the variance of 1 … n over 1e6
  moments m;
  constexpr int n = 100000;
  for (int i = 1; i <= n; ++i) m.add(1e9 + i * 1e-3);
  EXPECT_GE(digits(m.variance(), 1e-6 * (static_cast<double>(n) * (n + 1)) / 12), 10);
}

TEST(groups, many_and_odd_names) {
  grouped_moments state;
  for (int round = 0; round < 3; ++round)
    for (int i = 0; i < 5000; ++i) state.add(i, std::to_string(i * 7919));
  state.add(1, "");
  state.add(1, std::string(100000, 'x'));
  state.add(1, std::string_view("\0y", 2));
  EXPECT_EQ(state.size(), 5003u);
  for (std::size_t i = 0; i < 5000; ++i) EXPECT_EQ(state.of(i).n, 3);
  EXPECT_EQ(state.name(state.ordered()[0]), "");

  grouped_moments numbered(true);
  for (const char *name : {"10", "-2", "9", "0", "-10", "100"}) numbered.add(1, name);
  std::string order;
  for (const auto g : numbered.ordered()) order += std::string(numbered.name(g)) + " ";
  EXPECT_EQ(order, "-10 -2 0 9 10 100 ");
}

TEST(groups, cut_or_forged_bytes) {
  const std::string bytes = bytes_of(state_of(small));
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    native_reader in(std::string_view(bytes).substr(0, n));
    EXPECT_THROW(grouped_moments::deserialize(in), error);
  }
}

}  // namespace
}  // namespace harmony::statistics
