// Cross-validation: the folds, the state, the figure, the stored form.
#include "core/base/error.hpp"
#include "core/statistics/cross_validation.hpp"
#include "core/statistics/linear_state.serialization.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>

namespace harmony::statistics {
namespace {

// Owns a state; takes rows and grows as the server's shell does.
class accumulator {
 public:
  accumulator(int folds, int p, double lambda = 0.0) : memory_(folds_size(folds, p, false) / sizeof(double)) {
    folds_init(memory_.data(), folds, p, lambda);
  }
  cross_validation_header *state() { return reinterpret_cast<cross_validation_header *>(memory_.data()); }
  void add(int fold, const std::vector<double> &row) {
    if (!linear_add(fold_at(state(), fold), row.data())) return;
    std::vector<double> bigger(folds_size(state()->folds, fold_at(state(), 1)->p, true) / sizeof(double));
    folds_grow(bigger.data(), state());
    memory_ = bigger;
  }

 private:
  std::vector<double> memory_;
};

using row_list = std::vector<std::vector<double>>;

row_list random_rows(std::size_t n, int p, unsigned seed, double offset) {
  std::mt19937_64 source(seed);
  std::uniform_real_distribution<double> uniform(-1.0, 1.0);
  row_list out(n);
  for (auto &row : out) {
    double y = offset;
    for (int j = 0; j < p; ++j) {
      row.push_back(offset + uniform(source));
      y += row.back() * (j - 0.5);
    }
    row.push_back(y + uniform(source));
  }
  return out;
}

accumulator collect(const row_list &data, int folds) {
  accumulator a(folds, static_cast<int>(data[0].size()) - 1);
  for (std::size_t i = 0; i < data.size(); ++i) a.add(fold_of(std::to_string(i), folds), data[i]);
  return a;
}

// The definition, row by row: fit without each fold, predict the fold.
double by_definition(const row_list &data, int folds, const std::function<linear_model(const linear_header *)> &fit) {
  double missed = 0, total = 0, mean = 0;
  for (const auto &row : data) mean += row.back() / static_cast<double>(data.size());
  for (int fold = 1; fold <= folds; ++fold) {
    const int p = static_cast<int>(data[0].size()) - 1;
    std::vector<double> memory(linear_state_size(p, false) / 8);
    linear_header *s = linear_init(memory.data(), p);
    for (std::size_t i = 0; i < data.size(); ++i)
      if (fold_of(std::to_string(i), folds) != fold) linear_add(s, data[i].data());
    const linear_model m = fit(s);
    for (std::size_t i = 0; i < data.size(); ++i)
      if (fold_of(std::to_string(i), folds) == fold)
        missed += std::pow(data[i].back() - predict(m, data[i].data(), data[i].size() - 1), 2);
  }
  for (const auto &row : data) total += std::pow(row.back() - mean, 2);
  return 1 - missed / total;
}

// Worked out by a Python program from the definition: FNV-1a 64, fmix64, upper 32 bits * folds >> 32, + 1.
TEST(folds, of_keys) {
  const char *keys[] = {"", "1", "2", "42", "-7", "harmony", "00000000-0000-4000-8000-000000000001"};
  const int of_5[] = {5, 3, 4, 3, 4, 5, 5}, of_1000[] = {937, 486, 741, 505, 795, 843, 889};
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(fold_of(keys[i], 5), of_5[i]) << keys[i];
    EXPECT_EQ(fold_of(keys[i], 1000), of_1000[i]) << keys[i];
    EXPECT_EQ(fold_of(keys[i], 1), 1);
  }
  EXPECT_THROW(fold_of("x", 0), error);
  EXPECT_THROW(fold_of("x", 1001), error);
}

// 100,000 consecutive numbers in 10 folds: each holds 10,000 within 4 standard deviations (95 each).
TEST(folds, are_even) {
  int count[11] = {};
  for (int i = 0; i < 100000; ++i) ++count[fold_of(std::to_string(i), 10)];
  for (int fold = 1; fold <= 10; ++fold) EXPECT_NEAR(count[fold], 10000, 380);
}

TEST(cross_validation, equals_its_definition) {
  for (const double offset : {0.0, 1000.0}) {
    const row_list data = random_rows(3000, 3, 7, offset);
    accumulator a = collect(data, 5);
    const linear_model m = cross_validate_ols(a.state());
    const double want = by_definition(data, 5, [](const linear_header *s) { return fit_ols(s, true); });
    EXPECT_NEAR(m.cross_validated_r_squared, want, 1e-10);
    EXPECT_LT(m.cross_validated_r_squared, m.r_squared);
    const linear_model r = cross_validate_ridge(a.state(), 50);
    EXPECT_NEAR(r.cross_validated_r_squared,
                by_definition(data, 5, [](const linear_header *s) { return fit_ridge(s, 50); }), 1e-10);
    EXPECT_EQ(cross_validate_ridge(a.state(), 0).cross_validated_r_squared, m.cross_validated_r_squared);
  }
}

// y = 1, 2, 3, 10 without predictors, folds {1, 2} and {3, 10}: means 6.5 and 1.5 predict the other fold;
// 1 - (5.5² + 4.5² + 1.5² + 8.5²)/(3² + 2² + 1² + 6²) = 1 - 125/50.
TEST(cross_validation, by_hand_and_worse_than_the_mean) {
  accumulator a(2, 0);
  a.add(1, {1});
  a.add(1, {2});
  a.add(2, {3});
  a.add(2, {10});
  EXPECT_NEAR(cross_validate_ols(a.state()).cross_validated_r_squared, -1.5, 1e-14);
}

// y is 0 in every row of the first fold: 1 for one row of the second. By hand: from the second fold's 1/2 the first
// misses by 1/4 a row, from the first fold's 0 the second by 1: 1 - (2/4 + 1)/(3/4).
TEST(cross_validation, fold_without_an_event) {
  accumulator a(2, 0);
  a.add(1, {0});
  a.add(1, {0});
  a.add(2, {0});
  a.add(2, {1});
  EXPECT_NEAR(cross_validate_ols(a.state()).cross_validated_r_squared, -1.0, 1e-14);
  row_list data = random_rows(3000, 2, 7, 0.0);
  for (std::size_t i = 0; i < data.size(); ++i) data[i].back() = i % 1000 == 17 ? 1.0 : 0.0;
  accumulator rare = collect(data, 50);
  const linear_model m = cross_validate_ols(rare.state());
  EXPECT_NEAR(m.cross_validated_r_squared,
              by_definition(data, 50, [](const linear_header *s) { return fit_ols(s, true); }), 1e-10);
  EXPECT_TRUE(m.warnings.empty());
}

TEST(cross_validation, undetermined) {
  accumulator one(3, 1), rare(2, 2), constant(2, 1), none(2, 1);
  for (int i = 0; i < 9; ++i) one.add(2, {i * 1.0, i * 2.0 + i % 2});
  EXPECT_TRUE(std::isnan(cross_validate_ols(one.state()).cross_validated_r_squared));
  EXPECT_NE(cross_validate_ols(one.state()).warnings.back().find("outside fold 2"), std::string::npos);
  for (int i = 0; i < 20; ++i) rare.add(i % 2 + 1, {i * 1.0, i == 4 ? 1.0 : 0.0, i % 3 + 0.5 * i});
  EXPECT_TRUE(std::isnan(cross_validate_ols(rare.state()).cross_validated_r_squared));
  for (int i = 0; i < 20; ++i) constant.add(i % 2 + 1, {i * 1.0, 4});
  EXPECT_TRUE(std::isnan(cross_validate_ols(constant.state()).cross_validated_r_squared));
  EXPECT_TRUE(std::isnan(cross_validate_ols(none.state()).cross_validated_r_squared));
}

TEST(folds, merge_pack_and_store) {
  const row_list data = random_rows(4000, 2, 9, 5);
  accumulator whole = collect(data, 4), left(4, 2), right(4, 2), open(4, -1);
  for (std::size_t i = 0; i < data.size(); ++i) (i % 3 == 0 ? left : right).add(fold_of(std::to_string(i), 4), data[i]);
  linear_skip(fold_at(open.state(), 2));
  cross_validation_merge(left.state(), right.state());
  cross_validation_merge(left.state(), open.state());
  const std::vector<unsigned char> stored = folds_from_text(folds_to_text(left.state()));
  const auto *back = reinterpret_cast<const cross_validation_header *>(stored.data());
  const linear_model a = cross_validate_ols(whole.state()), b = cross_validate_ols(back);
  EXPECT_NEAR(a.cross_validated_r_squared, b.cross_validated_r_squared, 1e-14);
  EXPECT_EQ(b.n, 4000);
  EXPECT_EQ(b.n_skipped, 1);
  EXPECT_EQ(folds_to_text(back), folds_to_text(left.state()));
  accumulator other(5, 2), penalty(4, 2, 1.0), wider(4, 3);
  EXPECT_THROW(cross_validation_merge(whole.state(), other.state()), error);
  EXPECT_THROW(cross_validation_merge(whole.state(), penalty.state()), error);
  EXPECT_THROW(cross_validation_merge(whole.state(), wider.state()), error);
}

// New checksums, as a forger would compute them: of each fold, then of the whole.
void reseal(std::vector<unsigned char> *bytes) {
  const std::size_t header = 12, one = (bytes->size() - header - checksum_size) / 3;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto first = bytes->begin() + static_cast<std::ptrdiff_t>(header + i * one);
    std::vector<unsigned char> fold(first, first + static_cast<std::ptrdiff_t>(one));
    renew_checksum(&fold);
    std::copy(fold.begin(), fold.end(), first);
  }
  renew_checksum(bytes);
}

// Anything that passes the check must be safe to use, whatever it means.
TEST(folds, forged_states_never_hurt) {
  std::mt19937_64 source(5);
  accumulator a = collect(random_rows(40, 2, 3, 1), 3);
  const std::vector<unsigned char> good = folds_to_binary(a.state());
  for (std::size_t length = 0; length < good.size(); ++length)
    EXPECT_THROW(folds_from_binary(good.data(), length), error);
  int accepted = 0;
  for (int trial = 0; trial < 5000; ++trial) {
    std::vector<unsigned char> bytes = good;
    const std::size_t where = trial % 2 == 0 ? source() % 70 : source() % bytes.size();
    bytes[where] = static_cast<unsigned char>(bytes[where] ^ (1u << source() % 8));
    if (trial % 4 != 0) reseal(&bytes);
    try {
      const std::vector<unsigned char> forged = folds_from_binary(bytes.data(), bytes.size());
      ++accepted;
      const auto *s = reinterpret_cast<const cross_validation_header *>(forged.data());
      cross_validate_ols(s);
      cross_validate_ridge(s, 0.5);
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), "22P03") << e.message();
    }
  }
  EXPECT_GT(accepted, 500);
}

}  // namespace
}  // namespace harmony::statistics
