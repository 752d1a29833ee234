// The stored forms of the linear state: exact, and safe against whatever comes back.
#include "linear_cases.hpp"

#include "core/statistics/linear_state.serialization.hpp"

#include <functional>
#include <random>

namespace harmony::statistics {
namespace {

TEST(linear_codec, stored_forms_are_exact) {
  for (const std::uint8_t flags : {std::uint8_t{0}, linear_weighted}) {
    for (const bool block : {false, true}) {
      accumulator a(3, flags);
      if (block) a.grow();
      for (const auto &row : random_rows(77, 3, 71)) flags != 0 ? a.add(row, 2.5) : a.add(row);
      linear_skip(a.state());
      const std::string text = linear_to_text(a.state());
      const std::vector<unsigned char> back = linear_from_text(text), binary = linear_to_binary(a.state());
      const auto *restored = reinterpret_cast<const linear_header *>(back.data());
      EXPECT_EQ(text.size(), 2 * (linear_state_size(3, false) - 4 + 8));
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

TEST(linear_codec, a_restored_state_goes_on) {
  const row_list data = random_rows(600, 2, 81);
  accumulator whole = collect(data, 0, 600, true), half = collect(data, 0, 300, true);
  const std::vector<unsigned char> stored = linear_from_text(linear_to_text(half.state()));
  std::vector<double> memory(linear_state_size(2, true) / 8);
  linear_header *s = linear_grow(memory.data(), reinterpret_cast<const linear_header *>(stored.data()));
  for (std::size_t i = 300; i < 600; ++i) linear_add(s, data[i].data());
  EXPECT_EQ(fit_ols(s, true).coefficients, fit_ols(whole.state(), true).coefficients);
}

TEST(linear_codec, text_that_is_no_state) {
  accumulator a = collect(random_rows(5, 1, 1), 0, 5, false);
  const std::string text = linear_to_text(a.state());
  for (const std::string &bad : {text.substr(1), text + "g0", std::string("zz"), "0x" + text})
    expect_error([&] { linear_from_text(bad); }, "22P02", "invalid input syntax");
  for (std::size_t length = 0; length < text.size(); length += 2)
    expect_error([&] { linear_from_text(text.substr(0, length)); }, "22P03", "invalid linear state");
  expect_error([&] { linear_from_text(text + "00"); }, "22P03", "size");
}

TEST(linear_codec, forged_fields_are_refused) {
  const auto forge = [](const char *what, const std::function<void(linear_header *)> &change) {
    accumulator a = collect(random_rows(140, 2, 1), 0, 140, true);
    change(a.state());
    const std::size_t size = linear_state_size(2, true);
    expect_error([&] { linear_validate(a.state(), size); }, "22P03", what);
  };
  forge("mark", [](linear_header *s) { s->magic = 'M'; });
  forge("version is 9", [](linear_header *s) { s->version = 9; });
  forge("flags", [](linear_header *s) { s->flags = 4; });
  forge("flags", [](linear_header *s) { s->reserved = 1; });
  forge("unknown number", [](linear_header *s) { s->flags = linear_open; });
  forge("size", [](linear_header *s) { s->flags = linear_weighted; });
  forge("predictors", [](linear_header *s) { s->p = 1601; });
  forge("size", [](linear_header *s) { s->p = 3; });
  forge("waiting", [](linear_header *s) { s->fill = linear_block_rows; });
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

TEST(linear_codec, every_flipped_bit_is_noticed) {
  accumulator a = collect(random_rows(30, 2, 1), 0, 30, false);
  std::vector<unsigned char> bytes = linear_to_binary(a.state());
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    bytes[bit / 8] ^= static_cast<unsigned char>(1u << bit % 8);
    expect_error([&] { linear_from_binary(bytes.data(), bytes.size()); }, "22P03", "invalid linear state");
    bytes[bit / 8] ^= static_cast<unsigned char>(1u << bit % 8);
  }
  EXPECT_NO_THROW(linear_from_binary(bytes.data(), bytes.size()));
}

// Anything that passes the check must be safe to use, whatever it means.
TEST(linear_codec, mutated_bytes_never_hurt) {
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
    if (trial % 4 != 0) renew_checksum(&bytes);
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
