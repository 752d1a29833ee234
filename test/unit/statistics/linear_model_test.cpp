// OLS against NIST's certified values (StRD linear regression) and against R.
#include "core/base/error.hpp"
#include "core/statistics/linear_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace harmony::statistics {
namespace {

using rows = std::vector<std::vector<double>>;  // x1 .. xp, y

// Owns a state; takes rows and grows as the server's shell does, or stays without block.
class accumulator {
 public:
  explicit accumulator(int p, std::uint8_t flags = 0, bool may_grow = true)
      : memory_(linear_state_size(p, false) / sizeof(double)), may_grow_(may_grow) {
    linear_init(memory_.data(), p, flags);
  }
  linear_header *state() { return reinterpret_cast<linear_header *>(memory_.data()); }
  void add(const std::vector<double> &row) { grow(linear_add(state(), row.data())); }
  void add(const std::vector<double> &row, double weight) { grow(linear_add_weighted(state(), row.data(), weight)); }
  void grow(bool wanted = true) {
    if (!wanted || !may_grow_) return;
    std::vector<double> bigger(linear_state_size(state()->p, true, state()->flags != 0) / sizeof(double));
    linear_grow(bigger.data(), state());
    memory_ = bigger;
  }

 private:
  std::vector<double> memory_;
  bool may_grow_;
};

// All rows into one state: 0 = one by one, 1 = through the block from the first row on.
accumulator collect(const rows &data, int with_block = 0) {
  accumulator a(static_cast<int>(data.at(0).size()) - 1);
  if (with_block != 0) a.grow();
  for (const auto &row : data) a.add(row);
  return a;
}

double digits(double value, double truth) {
  if (value == truth) return 16.0;
  return std::min(16.0, -std::log10(std::fabs((value - truth) / (truth == 0.0 ? 1.0 : truth))));
}

double least_digits(const std::vector<double> &values, const std::vector<double> &truth) {
  EXPECT_EQ(values.size(), truth.size());
  double least = 16.0;
  for (std::size_t i = 0; i < truth.size(); ++i) least = std::min(least, digits(values[i], truth[i]));
  return least;
}

rows polynomial(const std::vector<double> &x, const std::vector<double> &y, int degree) {
  rows out;
  for (std::size_t i = 0; i < x.size(); ++i) {
    std::vector<double> row;
    for (int k = 1; k <= degree; ++k) row.push_back(std::pow(x[i], k));
    row.push_back(y[i]);
    out.push_back(row);
  }
  return out;
}

// Columns of a CSV file of the shared data; empty where the data are not there.
rows read_csv(const std::string &name) {
  const char *root = std::getenv("HARMONY_DATA");
  for (const std::string &base :
       {std::string(root != nullptr ? root : ""), std::string("../shared/data"), std::string("../../shared/data")}) {
    std::ifstream in(base + "/" + name);
    if (!in) continue;
    rows out;
    std::string line, cell;
    std::getline(in, line);
    while (std::getline(in, line)) {
      std::vector<double> row;
      for (std::istringstream cells(line); std::getline(cells, cell, ',');)
        row.push_back(std::strtod(cell.c_str(), nullptr));
      out.push_back(row);
    }
    return out;
  }
  return {};
}

// y first in the files, last in a row.
rows y_last(rows data) {
  for (auto &row : data) std::rotate(row.begin(), row.begin() + 1, row.end());
  return data;
}

std::vector<double> column(const rows &data, std::size_t j) {
  std::vector<double> out;
  for (const auto &row : data) out.push_back(row.at(j));
  return out;
}

struct certified {
  std::vector<double> coefficients, errors;
  double sigma, r_squared, f;
};

// Checks a set with and without block and prints what was reached.
void check_nist(const char *name, const rows &data, bool intercept, const certified &truth, double b_digits,
                double se_digits) {
  for (const int with_block : {0, 1}) {
    accumulator a = collect(data, with_block);
    const linear_model m = fit_ols(a.state(), intercept);
    const double b = least_digits(m.coefficients, truth.coefficients), se = least_digits(m.std_errors, truth.errors);
    const double others = std::min({digits(m.residual_std_error, truth.sigma), digits(m.r_squared, truth.r_squared),
                                    digits(m.f_statistic, truth.f)});
    std::printf("  %-9s %s coefficients %4.1f  errors %4.1f  sigma, R2, F %4.1f  condition %.3g\n", name,
                with_block != 0 ? "block" : "rows ", b, se, others, m.condition_number);
    EXPECT_GE(b, b_digits) << name;
    EXPECT_GE(se, se_digits) << name;
    EXPECT_GE(others, std::min(se_digits, 12.0)) << name;
    EXPECT_TRUE(m.warnings.empty()) << name << ": " << m.warnings.at(0);
  }
}

TEST(nist, norris) {
  const rows data = y_last(read_csv("nist/Norris.csv"));
  if (data.empty()) GTEST_SKIP() << "no data";
  check_nist("Norris", data, true,
             {{-0.262323073774029, 1.00211681802045},
              {0.232818234301152, 0.429796848199937e-03},
              0.884796396144373,
              0.999993745883712,
              5436385.54079785},
             13.5, 13.5);
}

TEST(nist, longley) {
  const rows data = y_last(read_csv("nist/Longley.csv"));
  if (data.empty()) GTEST_SKIP() << "no data";
  check_nist("Longley", data, true,
             {{-3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683, -1.03322686717359,
               -0.511041056535807e-01, 1829.15146461355},
              {890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699, 0.214274163161675,
               0.226073200069370, 455.478499142212},
              304.854073561965,
              0.995479004577296,
              330.285339234588},
             14.0, 13.5);
}

TEST(nist, filip) {
  const rows raw = read_csv("nist/Filip.csv");
  if (raw.empty()) GTEST_SKIP() << "no data";
  // 7.6 digits are all that the powers hold once they are rounded to doubles.
  check_nist(
      "Filip", polynomial(column(raw, 1), column(raw, 0), 10), true,
      {{-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349,
        -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.670191154593408e-01, -0.246781078275479e-02,
        -0.402962525080404e-04},
       {298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751, 71.6478660875927, 15.2897178747400,
        2.23691159816033, 0.221624321934227, 0.142363763154724e-01, 0.535617408889821e-03, 0.896632837373868e-05},
       0.334801051324544e-02,
       0.996727416185620,
       2162.43954511489},
      7.3, 7.3);
}

// The fit of the powers as they are rounded, in rational arithmetic (Python's Fraction): 13 digits of it.
TEST(nist, filip_as_rounded) {
  const rows raw = read_csv("nist/Filip.csv");
  if (raw.empty()) GTEST_SKIP() << "no data";
  const double exact[] = {-1467.4896313887714,  -2772.1796242619316,   -2316.371108609359,    -1127.9739541497518,
                          -354.4782378552308,   -75.12420262435174,    -10.875318164699452,   -1.0622149986404843,
                          -0.06701911627445624, -0.002467810813235648, -4.029625301456807e-05};
  rows powers;
  for (const auto &row : raw) {
    std::vector<double> next;
    double power = 1.0;
    for (int k = 0; k < 10; ++k) next.push_back(power *= row[1]);
    next.push_back(row[0]);
    powers.push_back(next);
  }
  accumulator a(10);
  for (const auto &row : powers) a.add(row);
  const linear_model m = fit_ols(a.state(), true);
  for (std::size_t j = 0; j < m.coefficients.size(); ++j)
    EXPECT_NEAR(m.coefficients[j], exact[j], 1e-13 * std::fabs(exact[j])) << j;
}

TEST(nist, no_intercept) {
  rows one;
  for (int i = 0; i <= 10; ++i) one.push_back({60.0 + i, 130.0 + i});
  check_nist("NoInt1", one, false,
             {{2.07438016528926}, {0.165289256198347e-01}, 3.56753034006338, 0.999365492298663, 15750.25}, 14.0, 14.0);
  check_nist("NoInt2", {{4, 3}, {5, 4}, {6, 4}}, false,
             {{0.727272727272727}, {0.420827318078432e-01}, 0.369274472937998, 0.993348115299335, 298.6666666666667},
             14.0, 14.0);
}

TEST(nist, pontius) {
  const std::vector<double> y = {.11019,  .21956,  .32949,  .43899,  .54803,  .65694,  .76562,  .87487,
                                 .98292,  1.09146, 1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947,
                                 1.84646, 1.95392, 2.06128, 2.16844, .11052,  .22018,  .32939,  .43886,
                                 .54798,  .65739,  .76596,  .87474,  .98300,  1.09150, 1.20004, 1.30818,
                                 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829};
  std::vector<double> x;
  for (int i = 0; i < 40; ++i) x.push_back(150000.0 * (i % 20 + 1));
  check_nist("Pontius", polynomial(x, y, 2), true,
             {{0.673565789473684e-03, 0.732059160401003e-06, -0.316081871345029e-14},
              {0.107938612033077e-03, 0.157817399981659e-09, 0.486652849992036e-16},
              0.205177424076185e-03,
              0.999999900178537,
              185330865.995752},
             13.0, 13.0);
}

std::vector<double> wampler_x() {
  std::vector<double> x;
  for (int i = 0; i <= 20; ++i) x.push_back(i);
  return x;
}

TEST(nist, wampler_exact_polynomials) {
  std::vector<double> one, two;
  for (const double x : wampler_x()) {
    one.push_back(1 + x + x * x + std::pow(x, 3) + std::pow(x, 4) + std::pow(x, 5));
    two.push_back((1e5 + 1e4 * x + 1e3 * x * x + 1e2 * std::pow(x, 3) + 10 * std::pow(x, 4) + std::pow(x, 5)) / 1e5);
  }
  const std::vector<double> truth[2] = {{1, 1, 1, 1, 1, 1}, {1, .1, .01, .001, .0001, .00001}};
  for (const int which : {0, 1}) {
    for (const int with_block : {0, 1}) {
      accumulator a = collect(polynomial(wampler_x(), which == 0 ? one : two, 5), with_block);
      const linear_model m = fit_ols(a.state(), true);
      const double b = least_digits(m.coefficients, truth[which]);
      const double worst = *std::max_element(m.std_errors.begin(), m.std_errors.end());
      std::printf("  Wampler%d  %s coefficients %4.1f  largest error %.2g\n", which + 1,
                  with_block != 0 ? "block" : "rows ", b, worst);
      EXPECT_GE(b, 13.0);
      EXPECT_LT(worst, 1e-9);
      EXPECT_DOUBLE_EQ(m.r_squared, 1.0);
    }
  }
}

TEST(nist, wampler_with_noise) {
  const double noise[21] = {759,   -2048, 2048,  -2048, 2523,  -2048, 2048,  -2048, 1838,  -2048, 2048,
                            -2048, 1838,  -2048, 2048,  -2048, 2523,  -2048, 2048,  -2048, 759};
  const double r_squared[3] = {0.999995559025820, 0.957478440825662, 0.224668921574940e-02};
  const double f[3] = {675524.458240122, 67.5524458240122, 0.675524458240122e-02};
  for (int k = 0; k < 3; ++k) {
    const double scale = std::pow(100.0, k);
    std::vector<double> y, errors = {2152.32624678170, 2363.55173469681, 779.343524331583,
                                     101.475507550350, 5.64566512170752, 0.112324854679312};
    for (const double x : wampler_x())
      y.push_back(1 + x + x * x + std::pow(x, 3) + std::pow(x, 4) + std::pow(x, 5) +
                  scale * noise[static_cast<int>(x)]);
    for (double &e : errors) e *= scale;
    check_nist(("Wampler" + std::to_string(k + 3)).c_str(), polynomial(wampler_x(), y, 5), true,
               {{1, 1, 1, 1, 1, 1}, errors, 2360.14502379268 * scale, r_squared[k], f[k]}, 13.0, 13.0);
  }
}

// R 4.2: lm(WBEING ~ COHES + LEAD + HRS), lm(..., weights = 1 + HRS), nnls 1.4, on bh1996 (reference.json of the data).
rows bh1996() {
  rows out;
  for (const auto &r : read_csv("teams/bh1996.csv")) out.push_back({r[1], r[4], r[7], r[10]});
  return out;
}

TEST(r_reference, ols) {
  const rows data = bh1996();
  if (data.empty()) GTEST_SKIP() << "no data";
  for (const int with_block : {0, 1}) {
    accumulator a = collect(data, with_block);
    const linear_model m = fit_ols(a.state(), true);
    EXPECT_EQ(m.n, 7382);
    EXPECT_EQ(m.df, 7378);
    EXPECT_GE(
        least_digits(m.coefficients, {1.73344192593592, 0.0705548960190073, 0.450759608361168, -0.0418566378783349}),
        12.5);
    EXPECT_GE(
        least_digits(m.std_errors, {0.0680142258076554, 0.0120600703029528, 0.0136239645970229, 0.00421518840050094}),
        12.5);
    EXPECT_GE(least_digits(m.t_statistics, {25.4864611829605, 5.85028894912266, 33.0857882924672, -9.92995660012742}),
              12.5);
    EXPECT_GE(least_digits(m.p_values,
                           {2.1392464163559e-137, 5.11695783512633e-09, 5.90028024017167e-224, 4.30314273583379e-23}),
              10.5);
    EXPECT_NEAR(m.r_squared, 0.196387514365868, 1e-14);
    EXPECT_NEAR(m.residual_std_error, 0.814445002499587, 1e-14);
    EXPECT_NEAR(m.f_statistic, 601.014007328839, 1e-9);
  }
}

TEST(r_reference, weighted) {
  const rows data = bh1996();
  if (data.empty()) GTEST_SKIP() << "no data";
  for (const bool with_block : {false, true}) {
    accumulator a(2, linear_weighted);
    if (with_block) a.grow();
    for (const auto &r : data) a.add({r[0], r[1], r[3]}, 1.0 + r[2]);
    const linear_model m = fit_ols(a.state(), true);
    EXPECT_GE(least_digits(m.coefficients, {1.19042887048046, 0.0733369415525994, 0.466092039701586}), 12.5);
    EXPECT_GE(least_digits(m.std_errors, {0.0419315462703859, 0.012054566551597, 0.0135727153320291}), 12.5);
    EXPECT_GE(least_digits(m.p_values, {2.33728530703284e-168, 1.23268265600768e-09, 6.89259556473031e-240}), 10.5);
    EXPECT_NEAR(m.residual_std_error, 2.88950162112263, 1e-13);
  }
}

TEST(r_reference, nnls) {
  const rows data = bh1996();
  if (data.empty()) GTEST_SKIP() << "no data";
  accumulator a = collect(data, 1);
  const linear_model m = fit_nnls(a.state());
  EXPECT_GE(least_digits(m.coefficients, {1.20226292938526, 0.0766568956910589, 0.464438032718219, 0}), 12.5);
  EXPECT_NEAR(m.residual_std_error * m.residual_std_error * m.df, 4959.38594077326, 1e-8);
  EXPECT_EQ(m.rank, 3);
  accumulator longley = collect(y_last(read_csv("nist/Longley.csv")));
  const linear_model l = fit_nnls(longley.state());
  EXPECT_GE(least_digits(l.coefficients, {51683.4687305294, 0, 0.0343934719260515, 0, 0.114795480294548, 0, 0}), 12.0);
}

// R, car::vif(lm(Employed ~ ., longley)); Belsley, Kuh and Welsch's condition number of the same data.
TEST(r_reference, vif_and_condition) {
  const rows data = y_last(read_csv("nist/Longley.csv"));
  if (data.empty()) GTEST_SKIP() << "no data";
  accumulator a = collect(data);
  const linear_model m = fit_ols(a.state(), true);
  const double vif[6] = {135.53244, 1788.51348, 33.61889, 3.58893, 399.15102, 758.98060};
  for (std::size_t j = 0; j < 6; ++j) EXPECT_NEAR(m.vif[j], vif[j], 1e-5);
  EXPECT_NEAR(m.condition_number, 43275.05, 0.05);
}

}  // namespace
}  // namespace harmony::statistics
