// Reliability against psych 2.2.9 on bfi (listwise; see data/bfi/reference.json), and the degenerate cases.
#include "linear_cases.hpp"

#include "core/statistics/reliability.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace harmony::statistics {
namespace {

struct scale {
  const char *first;  // items: five columns from this one on
  std::vector<bool> reversed;
  std::int64_t n;
  double alpha, low, high, standardized, omega;
  std::vector<double> item_rest, if_deleted, mean, sd, loadings;  // of R
};

std::vector<std::vector<double>> read_items(const std::string &first, const std::vector<bool> &reversed) {
  const char *root = std::getenv("HARMONY_DATA");
  for (const std::string &base :
       {std::string(root != nullptr ? root : ""), std::string("../shared/data"), std::string("../../shared/data")}) {
    std::ifstream in(base + "/bfi/bfi.csv");
    std::string line, cell;
    if (!in || !std::getline(in, line)) continue;
    std::size_t start = 0;
    for (std::istringstream cells(line); std::getline(cells, cell, ',') && cell != '"' + first + '"';) ++start;
    std::vector<std::vector<double>> out;
    while (std::getline(in, line)) {
      std::vector<std::string> cells;
      for (std::istringstream parts(line); std::getline(parts, cell, ',');) cells.push_back(cell);
      std::vector<double> row;
      for (std::size_t i = 0; i < reversed.size(); ++i) {
        const std::string &text = cells[start + i];
        if (text.empty() || text == "NA") break;
        const double x = std::strtod(text.c_str(), nullptr);
        row.push_back(reversed[i] ? 7 - x : x);
      }
      if (row.size() == reversed.size()) out.push_back(row);
    }
    return out;
  }
  return {};
}

// As the server does it: a linear state whose y is the first item gives means and covariances in item order.
accumulator items_of(row_list data) {
  for (auto &row : data) std::rotate(row.begin(), row.begin() + 1, row.end());
  return accumulator(static_cast<int>(data.at(0).size()) - 1, data);
}

reliability_result reliability_of(const std::vector<std::vector<double>> &data) {
  accumulator items = items_of(data);
  const column_matrix c = covariance_matrix(items.state());
  return reliability(c.values.data(), column_means(items.state()).data(), c.k, linear_rows(items.state()));
}

double off_diagonal_residuals(const std::vector<std::vector<double>> &data, const std::vector<double> &l) {
  accumulator items = items_of(data);
  const column_matrix r = correlation_matrix(items.state());
  double sum = 0;
  for (std::size_t i = 0; i < l.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) sum += std::pow(r.values[i * l.size() + j] - l[i] * l[j], 2);
  return sum;
}

void expect_all_near(const std::vector<double> &a, const std::vector<double> &b, double tolerance, const char *what) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], tolerance) << what << " " << i;
}

std::vector<scale> bfi_scales() {
  return {
      {"A1",
       {true, false, false, false, false},
       2709,
       0.703755894374836,
       0.685744635049661,
       0.721035962795739,
       0.713501552634643,
       0.723983595142057,
       {0.311401300580162, 0.563015475492023, 0.588773078677353, 0.394793680111273, 0.487240867629001},
       {0.717972056565048, 0.618481211772761, 0.600753814422001, 0.686944741539779, 0.644622304221595},
       {4.58767072720561, 4.79734219269103, 4.59911406423034, 4.68217054263566, 4.55112587670727},
       {1.40457526845118, 1.17641471195972, 1.30455370413401, 1.48644153374369, 1.26160331891483},
       {0.376955824441697, 0.677844689863679, 0.757086779672359, 0.480753602271918, 0.612879902028444}},
      {"C1",
       {false, false, false, true, true},
       2707,
       0.729277203170442,
       0.712811398858658,
       0.745074314438724,
       0.732724333326772,
       0.733793184220811,
       {0.455302448663669, 0.506663982505788, 0.467533409470919, 0.557093498894577, 0.478029802056472},
       {0.696035127242697, 0.676709950134345, 0.69135645360368, 0.656202701908312, 0.693584532252582},
       {4.50942002216476, 4.3638714444034, 4.29885482083487, 4.44551163649797, 3.69154045068341},
       {1.23847380469096, 1.32135043511586, 1.28887823854725, 1.37428513519206, 1.62771590953655},
       {0.553588275615342, 0.619747488318657, 0.556865163078635, 0.671904309521184, 0.5755685177258}},
      {"E1",
       {true, true, false, false, false},
       2713,
       0.760932639469552,
       0.746408597560684,
       0.774867484781175,
       0.760964103429539,
       0.763408244147318,
       {0.513496886521338, 0.606406936433805, 0.500841677430069, 0.577889575745189, 0.454633130889342},
       {0.725427963693279, 0.688381707844479, 0.727913660091109, 0.700589188974139, 0.742360911655793},
       {4.02838186509399, 3.85551050497604, 4.0, 4.42093623295245, 4.41835606339845},
       {1.63240762209865, 1.60720172617654, 1.35237145584054, 1.46131164335841, 1.33676262557154},
       {0.600833546817878, 0.726096300171, 0.583063283631021, 0.687819561820838, 0.525274655265589}},
      {"N1",
       {false, false, false, false, false},
       2694,
       0.813303143161439,
       0.801919990507684,
       0.824222922809719,
       0.814072065651048,
       0.818292793203975,
       {0.666285806231686, 0.650902055754828, 0.672947088258613, 0.542148997951895, 0.486729437297526},
       {0.7573075145153, 0.762678098025769, 0.754865352442729, 0.794558722107924, 0.811613634382789},
       {2.93132887899035, 3.50853749072012, 3.21677802524128, 3.18968077208612, 2.97327394209354},
       {1.573109512963, 1.52626511386919, 1.60038540118558, 1.57308322651041, 1.62189756101139},
       {0.780149200819147, 0.760569969173574, 0.759769253067215, 0.592536668570696, 0.530694877728332}},
      {"O1",
       {false, true, false, false, true},
       2726,
       0.602546428577184,
       0.578458818375288,
       0.625659163129525,
       0.608951166836782,
       0.618070227767409,
       {0.389053564879508, 0.340122600104069, 0.451951879400042, 0.219923339322134, 0.415707099121156},
       {0.535852620215994, 0.565869660236861, 0.500335414760676, 0.613589210850714, 0.515790662858251},
       {4.81878209831255, 4.30007336757153, 4.43873807776963, 4.8980190755686, 4.51614086573734},
       {1.12787505921475, 1.56176094275713, 1.22050812985465, 1.21665043308801, 1.32509854948137},
       {0.535094975545515, 0.453235044982608, 0.643274997411322, 0.291650176809884, 0.532306417111356}},
  };
}

class reliability_bfi : public testing::TestWithParam<scale> {};

TEST_P(reliability_bfi, agrees_with_psych) {
  const scale &truth = GetParam();
  const auto data = read_items(truth.first, truth.reversed);
  if (data.empty()) GTEST_SKIP() << "no data";
  const reliability_result r = reliability_of(data);
  EXPECT_EQ(r.n, truth.n);
  EXPECT_EQ(r.k, 5);
  EXPECT_NEAR(r.alpha, truth.alpha, 1e-13);
  EXPECT_NEAR(r.alpha_low, truth.low, 1e-11);
  EXPECT_NEAR(r.alpha_high, truth.high, 1e-11);
  EXPECT_NEAR(r.standardized_alpha, truth.standardized, 1e-13);
  expect_all_near(r.item_total_r, truth.item_rest, 1e-13, "item-rest");
  expect_all_near(r.alpha_if_deleted, truth.if_deleted, 1e-13, "alpha if deleted");
  expect_all_near(r.item_mean, truth.mean, 1e-13, "mean");
  expect_all_near(r.item_sd, truth.sd, 1e-13, "sd");
  // psych stops optim's L-BFGS-B at a relative gain of 1e7 epsilon = 2e-9 in the residuals: its loadings are good to
  // about 1e-5, its omega to about 1e-6. Ours leave no larger residual and lie that near.
  std::printf("  %s omega %.15g, psych's differs by %.1e; loadings by", truth.first, r.omega_total,
              r.omega_total - truth.omega);
  for (std::size_t i = 0; i < 5; ++i) std::printf(" %.0e", r.loadings[i] - truth.loadings[i]);
  const double ours = off_diagonal_residuals(data, r.loadings), theirs = off_diagonal_residuals(data, truth.loadings);
  std::printf("; residuals %.17g, psych's larger by %.1e\n", ours, theirs - ours);
  EXPECT_NEAR(r.omega_total, truth.omega, 1e-6);
  expect_all_near(r.loadings, truth.loadings, 1e-5, "loading");
  EXPECT_LE(ours, theirs + 1e-15);
}

INSTANTIATE_TEST_SUITE_P(scales, reliability_bfi, testing::ValuesIn(bfi_scales()),
                         [](const auto &tested) { return std::string(tested.param.first); });

TEST(reliability, degenerate) {
  const double one[1] = {2.0}, mean[3] = {1, 2, 3};
  const reliability_result single = reliability(one, mean, 1, 10);
  EXPECT_TRUE(std::isnan(single.alpha) && std::isnan(single.omega_total) && std::isnan(single.item_total_r[0]));
  EXPECT_EQ(single.item_sd[0], std::sqrt(2.0));
  for (const std::int64_t n : {0, 1}) {
    const reliability_result few = reliability(one, mean, 1, n);
    EXPECT_EQ(std::isnan(few.item_mean[0]), n == 0);
    EXPECT_TRUE(std::isnan(few.item_sd[0]));
  }
  const double still[9] = {1, 0.5, 0, 0.5, 1, 0, 0, 0, 0};  // the third item never varies
  const reliability_result constant = reliability(still, mean, 3, 20);
  EXPECT_NEAR(constant.alpha, 1.5 * (1 - 2.0 / 3.0), 1e-15);
  EXPECT_TRUE(std::isnan(constant.standardized_alpha) && std::isnan(constant.omega_total));
  EXPECT_TRUE(std::isnan(constant.item_total_r[2]) && !std::isnan(constant.item_total_r[0]));
  const double nothing[4] = {0, 0, 0, 0}, opposed[4] = {1, -1, -1, 1};
  EXPECT_TRUE(std::isnan(reliability(nothing, mean, 2, 20).alpha));
  EXPECT_TRUE(std::isnan(reliability(opposed, mean, 2, 20).alpha));
  EXPECT_TRUE(std::isnan(reliability(opposed, mean, 2, 20).omega_total));
}

TEST(reliability, two_items_and_perfect_items) {
  const double pair[4] = {1, 0.6, 0.6, 1}, mean[3] = {1, 2, 3};
  const reliability_result two = reliability(pair, mean, 2, 20);
  EXPECT_NEAR(two.alpha, 0.75, 1e-15);  // Spearman and Brown: 2 r / (1 + r)
  EXPECT_NEAR(two.omega_total, 0.75, 1e-15);
  EXPECT_NEAR(two.item_total_r[0], 0.6, 1e-15);
  EXPECT_TRUE(std::isnan(two.alpha_if_deleted[0]));
  const double same[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
  const reliability_result perfect = reliability(same, mean, 3, 20);
  EXPECT_EQ(perfect.alpha, 1);
  EXPECT_TRUE(std::isnan(perfect.alpha_low));
  EXPECT_NEAR(perfect.loadings[0], std::sqrt(0.995), 1e-15);  // a uniqueness is at least 0.005
}

// A one-factor correlation matrix gives its loadings back, whatever their signs; Heywood cases stay at the bound.
TEST(reliability, recovers_a_factor) {
  const std::vector<double> truth = {0.9, -0.3, 0.5, 0.7, 0.2, 0.61};
  const std::size_t k = truth.size();
  std::vector<double> r(k * k, 1.0);
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j)
      if (i != j) r[i * k + j] = truth[i] * truth[j];
  const std::vector<double> mean(k, 0.0);
  const reliability_result found = reliability(r.data(), mean.data(), static_cast<int>(k), 100);
  expect_all_near(found.loadings, truth, 1e-13, "loading");
  const double heywood[9] = {1, 0.9, 0.9, 0.9, 1, 0.5, 0.9, 0.5, 1};
  const reliability_result bound = reliability(heywood, mean.data(), 3, 100);
  EXPECT_NEAR(bound.loadings[0], std::sqrt(0.995), 1e-15);
}

// One item 1e20 times as large as the others: what is left without it is not lost in the sum with it.
TEST(reliability, item_that_dominates) {
  const double mean[3] = {0, 0, 0}, covariance[9] = {1e40, 3e19, -2e19, 3e19, 1, 0.6, -2e19, 0.6, 1};
  const reliability_result r = reliability(covariance, mean, 3, 20);
  EXPECT_NEAR(r.alpha_if_deleted[0], 0.75, 1e-15);  // Spearman and Brown: 2 r / (1 + r)
  EXPECT_NEAR(r.item_total_r[0], 0.1 / std::sqrt(3.2), 1e-15);
  EXPECT_NEAR(r.item_total_r[1], 0.3, 1e-15);
}

TEST(reliability, bad_input) {
  const double good[4] = {1, 0.5, 0.5, 1}, bad[4] = {1, NAN, 0.5, 1}, mean[2] = {0, 0}, infinite[2] = {0, INFINITY};
  EXPECT_THROW(reliability(good, mean, 0, 5), error);
  EXPECT_THROW(reliability(good, mean, -1, 5), error);
  EXPECT_THROW(reliability(good, mean, 2, -1), error);
  EXPECT_THROW(reliability(bad, mean, 2, 5), error);
  EXPECT_THROW(reliability(good, infinite, 2, 5), error);
}

}  // namespace
}  // namespace harmony::statistics
