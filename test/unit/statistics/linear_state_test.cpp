// The mergeable state: exactness, growth, merging, ranges, weights.
#include "linear_cases.hpp"

#include "core/statistics/double_double.hpp"
#include "core/statistics/gram_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace harmony::statistics {
namespace {

double packed_value(linear_header *s, std::size_t i, std::size_t j) {
  return linear_hi(s)[i * (i + 1) / 2 + j] + linear_lo(s)[i * (i + 1) / 2 + j];
}

TEST(linear_state, sizes) {
  EXPECT_EQ(linear_state_size(1, false), 48u + 16 * 2 + 16 * 6);
  EXPECT_EQ(linear_state_size(10, true), 48u + 16 * 11 + 16 * 78 + 8 * 11 * 136);
  EXPECT_LE(linear_state_size(10, true), 64u * 1024);
  EXPECT_EQ(linear_state_size(3, true, true) - linear_state_size(3, true), 8u * 136);
  expect_error([] { linear_state_size(1601, false); }, "54000", "1600");
  expect_error([] { linear_state_size(-1, false); }, "54000", "1600");
}

TEST(linear_state, init_grow_and_pack_leave_the_length_word_alone) {
  std::vector<double> a(linear_state_size(2, false) / 8), b(linear_state_size(2, true) / 8), c(a);
  for (auto *memory : {&a, &b, &c}) reinterpret_cast<linear_header *>(memory->data())->length_word = 0xabcdef01u;
  linear_header *s = linear_init(a.data(), 2);
  const double row[3] = {1, 2, 3};
  linear_add(s, row);
  EXPECT_EQ(s->length_word, 0xabcdef01u);
  EXPECT_EQ(linear_grow(b.data(), s)->length_word, 0xabcdef01u);
  EXPECT_EQ(linear_pack(c.data(), s)->length_word, 0xabcdef01u);
}

TEST(linear_state, integer_products_are_exact_on_both_paths) {
  std::mt19937_64 source(7);
  std::uniform_int_distribution<int> any(-2000000, 2000000);
  row_list data(333, std::vector<double>(4));
  for (auto &row : data)
    for (double &x : row) x = any(source);
  data[0] = {0, 0, 0, 0};  // shift 0: the sums are those of the numbers themselves
  for (const bool block : {false, true}) {
    accumulator a = collect(data, 0, data.size(), block);
    linear_fold_pending(a.state());
    for (std::size_t i = 0; i < 5; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        std::int64_t sum = 0;
        for (const auto &row : data)
          sum += (i == 0 ? 1 : static_cast<std::int64_t>(row[i - 1])) *
                 (j == 0 ? 1 : static_cast<std::int64_t>(row[j - 1]));
        const double scale =
            (i == 0 ? 1.0 : linear_scale(a.state())[i - 1]) * (j == 0 ? 1.0 : linear_scale(a.state())[j - 1]);
        EXPECT_EQ(packed_value(a.state(), i, j), static_cast<double>(sum) * scale) << i << "," << j;
      }
    }
  }
}

// Each path is the other's reference; that integers come out exact is tested above.
TEST(linear_state, both_paths_agree_to_thirty_digits) {
  for (const double offset : {0.0, 1e6}) {
    const row_list data = random_rows(500, 5, 3, offset);
    accumulator a = collect(data, 0, 500, false), b = collect(data, 0, 500, true);
    linear_fold_pending(b.state());
    for (std::size_t k = 0; k < linear_pairs(5); ++k) {
      const double high = linear_hi(a.state())[k] - linear_hi(b.state())[k];
      const double difference = high + (linear_lo(a.state())[k] - linear_lo(b.state())[k]);
      EXPECT_LE(std::fabs(difference), 1e-27 * 500 * 25) << k;
    }
  }
}

TEST(linear_state, kernels_agree) {
  if (avx2_kernels() == nullptr) GTEST_SKIP() << "no AVX2";
  for (const int p : {1, 2, 3, 6, 10, 17}) {
    const row_list data = random_rows(300, p, 11, 2.5);
    for (const bool block : {false, true}) {
      force_kernels(avx2_kernels());
      accumulator a = collect(data, 0, 300, block);
      const linear_model fast = fit_ols(a.state(), true);
      force_kernels(&portable_kernels());
      accumulator b = collect(data, 0, 300, block);
      const linear_model plain = fit_ols(b.state(), true);
      force_kernels(nullptr);
      EXPECT_EQ(fast.coefficients, plain.coefficients) << p;
      EXPECT_EQ(fast.std_errors, plain.std_errors) << p;
      EXPECT_EQ(fast.r_squared, plain.r_squared) << p;
      if (!block) {
        EXPECT_EQ(a.bytes(), b.bytes()) << "rank-one sums differ for p = " << p;
      }
    }
  }
}

TEST(linear_state, asks_for_its_block_and_grows_once) {
  const row_list data = random_rows(1000, 3, 5);
  accumulator small(3), grown(3);
  for (std::size_t i = 0; i < data.size(); ++i) {
    small.add(data[i]);
    EXPECT_EQ(small.wants_block(), i + 1 >= 256);
    grown.add(data[i]);
    if (grown.wants_block()) grown.grow();
  }
  EXPECT_EQ(grown.state()->block, 1);
  EXPECT_EQ(linear_rows(grown.state()), 1000);
  EXPECT_EQ(grown.state()->fill, (1000 - 256) % linear_block_rows);
  const linear_model a = fit_ols(small.state(), true), b = fit_ols(grown.state(), true);
  EXPECT_EQ(a.coefficients, b.coefficients);
  EXPECT_EQ(a.std_errors, b.std_errors);
}

TEST(linear_state, slots_equal_rows) {
  const row_list data = random_rows(200, 4, 9);
  accumulator a = collect(data, 0, 200, true), b(4);
  b.grow();
  for (const auto &row : data) {
    double *slot = linear_slot(b.state());
    for (std::size_t j = 0; j < 5; ++j) slot[j * linear_block_leading] = row[j];
    linear_commit(b.state());
  }
  EXPECT_EQ(fit_ols(a.state(), true).coefficients, fit_ols(b.state(), true).coefficients);
}

TEST(linear_state, works_at_any_eight_byte_boundary) {
  const row_list data = random_rows(150, 3, 21);
  std::vector<double> memory(linear_state_size(3, true) / 8 + 1), small(linear_state_size(3, false) / 8 + 1);
  const std::size_t odd = reinterpret_cast<std::uintptr_t>(memory.data()) % 16 == 0 ? 1 : 0;
  linear_header *s = linear_grow(memory.data() + odd, linear_init(small.data() + 1, 3));
  for (const auto &row : data) linear_add(s, row.data());
  accumulator a = collect(data, 0, 150, true);
  EXPECT_EQ(fit_ols(s, true).coefficients, fit_ols(a.state(), true).coefficients);
}

TEST(linear_state, not_finite_is_an_error_that_names_the_argument) {
  const double nan = std::nan(""), inf = INFINITY;
  for (const bool block : {false, true}) {
    accumulator a(3);
    if (block) a.grow();
    expect_error([&] { a.add({1, 2, nan, 4}); }, "22023", "x3 is NaN");
    a.add({1, 2, 3, 4});
    expect_error([&] { a.add({1, 2, 3, -inf}); }, "22023", "y is infinite");
    expect_error([&] { a.add({inf, 2, 3, 4}); }, "22023", "x1 is infinite");
    EXPECT_EQ(linear_rows(a.state()), 1);
  }
  for (const int rows_before : {0, 5, 127, 128, 200}) {
    accumulator a(1);
    a.grow();
    for (int i = 0; i < rows_before; ++i) a.add({1.0 * i, 2.0 * i});
    double *slot = linear_slot(a.state());
    slot[0] = nan;
    slot[linear_block_leading] = 1;
    expect_error(
        [&] {
          linear_commit(a.state());
          fit_ols(a.state(), true);
        },
        "22023", "x1 is NaN");
  }
}

TEST(linear_state, finish_changes_nothing) {
  accumulator a = collect(random_rows(100, 3, 2), 0, 100, true);
  const std::vector<char> before = a.bytes();
  fit_ols(a.state(), true);
  fit_ols(a.state(), false);
  fit_ridge(a.state(), 1.0);
  fit_nnls(a.state());
  covariance_matrix(a.state());
  linear_to_text(a.state());
  EXPECT_EQ(a.bytes(), before);
}

TEST(linear_state, merging_in_any_order_and_shape_gives_the_same_fit) {
  for (const double offset : {0.0, 1e3, 1e8}) {
    const row_list data = random_rows(700, 4, 31, offset);
    accumulator whole = collect(data, 0, 700, false);
    const linear_model truth = fit_ols(whole.state(), true);
    std::mt19937_64 source(17);
    for (int trial = 0; trial < 60; ++trial) {
      row_list shuffled = data;
      std::shuffle(shuffled.begin(), shuffled.end(), source);
      accumulator total(4);
      if (trial % 3 == 0) total.grow();
      std::size_t from = 0;
      while (from < data.size()) {
        const std::size_t to = std::min(data.size(), from + source() % 200);
        accumulator part = collect(shuffled, from, to, source() % 2 == 0);
        const std::vector<char> before = part.bytes();
        linear_merge(total.state(), part.state());
        EXPECT_EQ(part.bytes(), before) << "merge changed its second argument";
        from = to;
      }
      EXPECT_EQ(linear_rows(total.state()), 700);
      const linear_model m = fit_ols(total.state(), true);
      expect_close(m.coefficients, truth.coefficients, 1e-14);
      expect_close(m.std_errors, truth.std_errors, 1e-14);
    }
  }
}

TEST(linear_state, merge_edges) {
  accumulator empty(2), other(2), mine(2);
  linear_skip(other.state());
  linear_merge(empty.state(), other.state());
  EXPECT_EQ(linear_rows(empty.state()), 0);
  EXPECT_EQ(empty.state()->n_skipped, 1);
  mine.add({1, 2, 3});
  mine.add({2, 5, 4});
  mine.add({4, 4, 9});
  linear_merge(empty.state(), mine.state());
  EXPECT_EQ(fit_ols(empty.state(), true).coefficients, fit_ols(mine.state(), true).coefficients);
  linear_merge(mine.state(), mine.state());
  EXPECT_EQ(linear_rows(mine.state()), 6);
  expect_close(column_means(mine.state()), column_means(empty.state()), 1e-15);
  accumulator wider(3), weighted(2, linear_weighted);
  expect_error([&] { linear_merge(mine.state(), wider.state()); }, "22023", "different width");
  expect_error([&] { linear_merge(mine.state(), weighted.state()); }, "22023", "unweighted");
}

TEST(linear_state, scales_are_exact) {
  const row_list data = random_rows(300, 2, 41, 0.25);
  accumulator plain = collect(data, 0, 300, false);
  const linear_model truth = fit_ols(plain.state(), true);
  for (const int e1 : {-900, -450, -400, 0, 300, 301, 350, 1000}) {  // -400, 300: the scale changes on the way
    for (const int ey : {-900, -401, 0, 299, 1000}) {
      row_list scaled = data;
      for (auto &row : scaled) {
        row[0] = std::ldexp(row[0], e1);
        row[2] = std::ldexp(row[2], ey);
      }
      for (const bool block : {false, true}) {
        accumulator a = collect(scaled, 0, 300, block);
        const linear_model m = fit_ols(a.state(), true);
        EXPECT_EQ(m.rank, 3) << e1 << " " << ey;
        expect_close({m.coefficients[0], m.std_errors[0], m.residual_std_error},
                     {std::ldexp(truth.coefficients[0], ey), std::ldexp(truth.std_errors[0], ey),
                      std::ldexp(truth.residual_std_error, ey)},
                     1e-15);
        expect_close({m.coefficients[1]}, {std::ldexp(truth.coefficients[1], ey - e1)}, 1e-15);
        expect_close(m.t_statistics, truth.t_statistics, 1e-14);
        EXPECT_NEAR(m.r_squared, truth.r_squared, 1e-15);
        EXPECT_NEAR(m.condition_number, truth.condition_number, 1e-12 * truth.condition_number);
      }
    }
  }
}

TEST(linear_state, states_of_different_scale_merge_exactly) {
  for (const int e : {-400, 300}) {
    row_list data = random_rows(400, 2, 43, 0.25);
    std::sort(data.begin(), data.end(), [](const auto &a, const auto &b) { return std::fabs(a[0]) < std::fabs(b[0]); });
    for (auto &row : data) row[0] = std::ldexp(row[0], e);
    accumulator whole = collect(data, 0, 400, false), small = collect(data, 0, 150, true);
    accumulator large = collect(data, 150, 400, true), again = collect(data, 0, 150, false);
    linear_fold_pending(small.state());
    linear_fold_pending(large.state());
    EXPECT_NE(linear_scale(small.state())[0], linear_scale(large.state())[0]) << "both parts have the same scale";
    const linear_model truth = fit_ols(whole.state(), true);
    linear_merge(small.state(), large.state());
    linear_merge(large.state(), again.state());
    for (linear_header *merged : {small.state(), large.state()}) {
      const linear_model m = fit_ols(merged, true);
      expect_close(m.coefficients, truth.coefficients, 1e-14);
      expect_close(m.std_errors, truth.std_errors, 1e-14);
    }
  }
}

TEST(linear_state, values_of_every_size_in_one_column) {
  for (const bool block : {false, true}) {
    accumulator a(2);
    if (block) a.grow();
    a.add({0, 1e-300, 1});  // a zero and a tiny value first …
    a.add({1e-320, 2e-300, 2});
    a.add({5, 5e-300, 3});
    a.add({1e300, 1e-300, 9e299});  // … then the largest
    a.add({-1.7e308, 3, -1.7e308});
    const linear_model m = fit_ols(a.state(), true);
    EXPECT_EQ(m.n, 5);
    for (const double b : m.coefficients) EXPECT_TRUE(std::isfinite(b));
    EXPECT_NEAR(m.r_squared, 1.0, 1e-3);
    // A merge brings both to the larger scale.
    accumulator small(2);
    small.add({1, 2, 3});
    small.add({2, 3, 5});
    const linear_model before = fit_ols(small.state(), true);
    EXPECT_EQ(before.n, 2);
    linear_merge(small.state(), a.state());
    linear_merge(a.state(), small.state());
    EXPECT_EQ(fit_ols(a.state(), true).n, 12);
    EXPECT_TRUE(std::isfinite(fit_ols(a.state(), true).coefficients[1]));
  }
}

TEST(linear_state, offsets_lose_nothing) {
  // y = 1e9 + 1e-3 i: the variance of the doubles themselves, from their exact differences.
  for (const bool block : {false, true}) {
    accumulator a(0);
    if (block) a.grow();
    const int n = 100000;
    double_double sum, squares;
    for (int i = 0; i < n; ++i) {
      const double y = 1e9 + 1e-3 * i;
      a.add({y});
      const double d = y - 1e9;  // exact
      sum += d;
      squares += two_prod(d, d);
    }
    const double truth = static_cast<double>((squares - sum * sum / double_double(n)) / double_double(n - 1));
    EXPECT_NEAR(covariance_matrix(a.state()).values[0], truth, 1e-14 * truth);
    EXPECT_NEAR(truth, 1e-6 * n * (n + 1.0) / 12, 1e-8 * truth);
  }
}

}  // namespace
}  // namespace harmony::statistics
