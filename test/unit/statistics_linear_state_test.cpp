// The mergeable state: exactness, growth, merging, ranges, weights, stored forms, forged input.
#include "core/base/error.hpp"
#include "core/statistics/linear_fold.hpp"
#include "core/statistics/linear_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <random>

namespace harmony::statistics {
namespace {

using row_list = std::vector<std::vector<double>>;

class accumulator {
 public:
  explicit accumulator(int p, std::uint8_t flags = 0) : memory_(linear_state_size(p, false) / sizeof(double)) {
    linear_init(memory_.data(), p, flags);
  }
  linear_header *state() { return reinterpret_cast<linear_header *>(memory_.data()); }
  void add(const std::vector<double> &row) { wanted_ = linear_add(state(), row.data()); }
  void add(const std::vector<double> &row, double weight) {
    wanted_ = linear_add_weighted(state(), row.data(), weight);
  }
  bool wants_block() const { return wanted_; }
  void grow() {
    std::vector<double> bigger(linear_state_size(state()->p, true, state()->flags != 0) / sizeof(double));
    linear_grow(bigger.data(), state());
    memory_ = bigger;
  }
  std::vector<char> bytes() {
    const char *first = reinterpret_cast<const char *>(state());
    return std::vector<char>(first, first + linear_size(state()));
  }

 private:
  std::vector<double> memory_;
  bool wanted_ = false;
};

accumulator collect(const row_list &data, std::size_t from, std::size_t to, bool block) {
  accumulator a(static_cast<int>(data.at(0).size()) - 1);
  if (block) a.grow();
  for (std::size_t i = from; i < to; ++i) a.add(data[i]);
  return a;
}

row_list random_rows(std::size_t n, int p, unsigned seed, double offset = 0.0) {
  std::mt19937_64 source(seed);
  std::uniform_real_distribution<double> uniform(-1.0, 1.0);
  row_list out(n, std::vector<double>(static_cast<std::size_t>(p) + 1));
  for (auto &row : out) {
    double y = 3.0;
    for (int j = 0; j < p; ++j) {
      row[static_cast<std::size_t>(j)] = offset + std::pow(uniform(source), 3) * (j + 1);
      y += row[static_cast<std::size_t>(j)] * (j - 1.5);
    }
    row[static_cast<std::size_t>(p)] = y + uniform(source);
  }
  return out;
}

void expect_close(const std::vector<double> &a, const std::vector<double> &b, double relative) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))) continue;
    EXPECT_NEAR(a[i], b[i], relative * std::max(std::fabs(a[i]), std::fabs(b[i]))) << "at " << i;
  }
}

void expect_error(const std::function<void()> &call, const char *state, const std::string &part) {
  try {
    call();
    ADD_FAILURE() << "no error; expected " << part;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), state);
    EXPECT_NE((e.message() + " " + e.detail()).find(part), std::string::npos) << e.message() << ": " << e.detail();
  }
}

double packed_value(linear_header *s, std::size_t i, std::size_t j) {
  return linear_hi(s)[i * (i + 1) / 2 + j] + linear_lo(s)[i * (i + 1) / 2 + j];
}

TEST(linear_state, sizes) {
  EXPECT_EQ(linear_state_size(1, false), 48u + 16 * 2 + 16 * 6);
  EXPECT_EQ(linear_state_size(10, true), 48u + 16 * 11 + 16 * 78 + 8 * 11 * 72);
  EXPECT_LE(linear_state_size(10, true), 64u * 1024);
  EXPECT_EQ(linear_state_size(3, true, true) - linear_state_size(3, true), 8u * 72);
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
          sum += (i == 0 ? 1 : static_cast<std::int64_t>(row[i - 1])) * (j == 0 ? 1 : static_cast<std::int64_t>(row[j - 1]));
        const double scale = (i == 0 ? 1.0 : linear_scale(a.state())[i - 1]) * (j == 0 ? 1.0 : linear_scale(a.state())[j - 1]);
        EXPECT_EQ(packed_value(a.state(), i, j), static_cast<double>(sum) * scale) << i << "," << j;
      }
    }
  }
}

// In long double-double there is no reference type: the two paths are each other's, and integers are exact above.
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
  EXPECT_EQ(grown.state()->fill, (1000 - 256) % 64);
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
  for (const int rows_before : {0, 5, 63, 64, 100}) {
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
  for (const int e1 : {-900, -450, 0, 350, 1000}) {
    for (const int ey : {-900, 0, 1000}) {
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
    std::vector<double> exact;
    const int n = 100000;
    long double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
      const double y = 1e9 + 1e-3 * i;
      a.add({y});
      const long double d = y - 1e9;
      sum += d;
      squares += d * d;
    }
    const double truth = static_cast<double>((squares - sum * sum / n) / (n - 1));
    EXPECT_NEAR(covariance_matrix(a.state()).values[0], truth, 1e-14 * truth);
    EXPECT_NEAR(truth, 1e-6 * n * (n + 1.0) / 12, 1e-8 * truth);
  }
}

TEST(linear_state, weights) {
  const row_list data = random_rows(200, 3, 51);
  accumulator repeated(3), counted(3, linear_weighted), four(3, linear_weighted), plain(3), blocked(3, linear_weighted);
  blocked.grow();
  for (std::size_t i = 0; i < data.size(); ++i) {
    const int times = static_cast<int>(i % 4);
    for (int k = 0; k < times; ++k) repeated.add(data[i]);
    counted.add(data[i], times);
    blocked.add(data[i], times);
    four.add(data[i], 4.0);
    plain.add(data[i]);
  }
  EXPECT_EQ(linear_rows(counted.state()), 150);
  EXPECT_EQ(counted.state()->n_skipped, 50);
  const linear_model r = fit_ols(repeated.state(), true), c = fit_ols(counted.state(), true);
  expect_close(c.coefficients, r.coefficients, 1e-13);
  expect_close(column_means(counted.state()), column_means(repeated.state()), 1e-13);
  EXPECT_NEAR(c.r_squared, r.r_squared, 1e-14);
  expect_close(fit_ols(blocked.state(), true).coefficients, c.coefficients, 1e-13);
  EXPECT_EQ(fit_ols(four.state(), true).coefficients, fit_ols(plain.state(), true).coefficients);
  EXPECT_EQ(fit_ols(four.state(), true).std_errors, fit_ols(plain.state(), true).std_errors);
  EXPECT_NEAR(fit_ols(blocked.state(), true).log_likelihood, c.log_likelihood, 1e-9);
  for (const double bad : {-1.0, std::nan(""), static_cast<double>(INFINITY), 1e-100, 1e100})
    expect_error([&] { counted.add(data[0], bad); }, "22023", "weight");
}

TEST(linear_state, weighted_merge) {
  const row_list data = random_rows(300, 2, 61, 5.0);
  std::mt19937_64 source(5);
  std::vector<double> weight;
  for (std::size_t i = 0; i < data.size(); ++i) weight.push_back(0.1 + static_cast<double>(source() % 1000) / 100.0);
  accumulator whole(2, linear_weighted), a(2, linear_weighted), b(2, linear_weighted);
  b.grow();
  for (std::size_t i = 0; i < data.size(); ++i) {
    whole.add(data[i], weight[i]);
    (i % 2 == 0 ? a : b).add(data[i], weight[i]);
  }
  linear_merge(a.state(), b.state());
  const linear_model truth = fit_ols(whole.state(), true), m = fit_ols(a.state(), true);
  expect_close(m.coefficients, truth.coefficients, 1e-13);
  expect_close(m.std_errors, truth.std_errors, 1e-13);
  EXPECT_NEAR(m.log_likelihood, truth.log_likelihood, 1e-12 * std::fabs(truth.log_likelihood));
}

TEST(linear_state, stored_forms_are_exact) {
  for (const std::uint8_t flags : {std::uint8_t{0}, linear_weighted}) {
    for (const bool block : {false, true}) {
      accumulator a(3, flags);
      if (block) a.grow();
      for (const auto &row : random_rows(77, 3, 71)) flags != 0 ? a.add(row, 2.5) : a.add(row);
      linear_skip(a.state());
      const std::string text = linear_to_text(a.state());
      const std::vector<unsigned char> back = linear_from_text(text), binary = linear_to_binary(a.state());
      const auto *restored = reinterpret_cast<const linear_header *>(back.data());
      EXPECT_EQ(text.size(), 2 * (linear_state_size(3, false) - 4));
      EXPECT_EQ(linear_to_text(restored), text);
      EXPECT_EQ(linear_from_binary(binary.data(), binary.size()), back);
      const linear_model x = fit_ols(a.state(), true), y = fit_ols(restored, true);
      EXPECT_EQ(x.coefficients, y.coefficients);
      EXPECT_EQ(x.covariance, y.covariance);
      EXPECT_EQ(x.log_likelihood, y.log_likelihood);
      EXPECT_EQ(x.n_skipped, 1);
      std::string upper = text;
      for (char &c : upper) c = static_cast<char>(std::toupper(c));
      EXPECT_EQ(linear_from_text(upper), back);
      EXPECT_EQ(linear_validate(a.state(), linear_size(a.state())), a.state());
    }
  }
}

TEST(linear_state, a_restored_state_goes_on) {
  const row_list data = random_rows(600, 2, 81);
  accumulator whole = collect(data, 0, 600, true), half = collect(data, 0, 300, true);
  const std::vector<unsigned char> stored = linear_from_text(linear_to_text(half.state()));
  std::vector<double> memory(linear_state_size(2, true) / 8);
  linear_header *s = linear_grow(memory.data(), reinterpret_cast<const linear_header *>(stored.data()));
  for (std::size_t i = 300; i < 600; ++i) linear_add(s, data[i].data());
  EXPECT_EQ(fit_ols(s, true).coefficients, fit_ols(whole.state(), true).coefficients);
}

TEST(linear_state, text_that_is_no_state) {
  accumulator a = collect(random_rows(5, 1, 1), 0, 5, false);
  const std::string text = linear_to_text(a.state());
  for (const std::string &bad : {text.substr(1), text + "g0", std::string("zz"), "0x" + text})
    expect_error([&] { linear_from_text(bad); }, "22P02", "invalid input syntax");
  for (std::size_t length = 0; length < text.size(); length += 2)
    expect_error([&] { linear_from_text(text.substr(0, length)); }, "22P03", "invalid linear state");
  expect_error([&] { linear_from_text(text + "00"); }, "22P03", "size");
}

TEST(linear_state, forged_fields_are_refused) {
  const auto forge = [](const char *what, const std::function<void(linear_header *)> &change) {
    accumulator a = collect(random_rows(70, 2, 1), 0, 70, true);
    change(a.state());
    const std::size_t size = linear_state_size(2, true);
    expect_error([&] { linear_validate(a.state(), size); }, "22P03", what);
  };
  forge("mark", [](linear_header *s) { s->magic = 'M'; });
  forge("version is 9", [](linear_header *s) { s->version = 9; });
  forge("flags", [](linear_header *s) { s->flags = 4; });
  forge("flags", [](linear_header *s) { s->reserved = 1; });
  forge("size", [](linear_header *s) { s->flags = linear_weighted; });
  forge("predictors", [](linear_header *s) { s->p = 1601; });
  forge("size", [](linear_header *s) { s->p = 3; });
  forge("waiting", [](linear_header *s) { s->fill = 64; });
  forge("waiting", [](linear_header *s) { s->block = 0; });
  forge("count", [](linear_header *s) { s->n = -1; });
  forge("count", [](linear_header *s) { s->n_skipped = -1; });
  forge("do not agree", [](linear_header *s) { s->n = 63; });
  forge("no rows", [](linear_header *s) { s->n = 0; });
  forge("log", [](linear_header *s) { s->log_weight_hi = 1; });
  forge("log", [](linear_header *s) { s->log_weight_lo = NAN; });
  forge("scale", [](linear_header *s) { linear_scale(s)[1] = 3; });
  forge("shift", [](linear_header *s) { linear_shift(s)[0] = INFINITY; });
  forge("sum", [](linear_header *s) { linear_hi(s)[3] = NAN; });
  forge("sum", [](linear_header *s) { linear_lo(s)[3] = 1e300; });
  forge("negative", [](linear_header *s) { linear_hi(s)[2] = -1; });
  forge("waiting", [](linear_header *s) { linear_block(s)[linear_block_leading] = NAN; });
}

// Anything that passes the check must be safe to use, whatever it means.
TEST(linear_state, mutated_bytes_never_hurt) {
  std::mt19937_64 source(99);
  int accepted = 0;
  for (int trial = 0; trial < 20000; ++trial) {
    accumulator a(3, trial % 2 == 0 ? std::uint8_t{0} : linear_weighted);
    for (const auto &row : random_rows(6, 3, static_cast<unsigned>(trial % 5)))
      a.state()->flags != 0 ? a.add(row, 0.5) : a.add(row);
    std::vector<unsigned char> bytes = linear_to_binary(a.state());
    for (std::uint64_t k = source() % 3 + 1; k > 0; --k) {
      const std::size_t where = trial % 3 == 0 ? source() % 48 : source() % bytes.size();
      bytes[where] = static_cast<unsigned char>(source());
    }
    try {
      const std::vector<unsigned char> forged = linear_from_binary(bytes.data(), bytes.size());
      ++accepted;
      const auto *s = reinterpret_cast<const linear_header *>(forged.data());
      fit_ols(s, true);
      fit_ols(s, false);
      fit_ridge(s, 0.5);
      fit_nnls(s);
      correlation_matrix(s);
      if (s->flags == a.state()->flags) linear_merge(a.state(), s);
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), "22P03") << e.message();
    }
  }
  EXPECT_GT(accepted, 1000);
}

}  // namespace
}  // namespace harmony::statistics
