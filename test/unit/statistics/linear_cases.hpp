// What the tests of the linear state and its models share: a state that takes rows, random rows, expectations.
#pragma once

#include "core/base/error.hpp"
#include "core/statistics/linear_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace harmony::statistics {

using row_list = std::vector<std::vector<double>>;  // x1 .. xp, y

/// Owns a state; says when it wants its block, and gets one from grow().
class accumulator {
 public:
  explicit accumulator(int p, std::uint8_t flags = 0) : memory_(linear_state_size(p, false) / sizeof(double)) {
    linear_init(memory_.data(), p, flags);
  }
  /// All rows one by one.
  accumulator(int p, const row_list &data, const std::vector<double> &weights = {})
      : accumulator(p, weights.empty() ? std::uint8_t{0} : linear_weighted) {
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (weights.empty())
        add(data[i]);
      else
        add(data[i], weights[i]);
    }
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

/// Rows from … to of the data, one by one or through a block from the first on.
inline accumulator collect(const row_list &data, std::size_t from, std::size_t to, bool block) {
  accumulator a(static_cast<int>(data.at(0).size()) - 1);
  if (block) a.grow();
  for (std::size_t i = from; i < to; ++i) a.add(data[i]);
  return a;
}

inline row_list random_rows(std::size_t n, int p, unsigned seed, double offset = 0.0) {
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

inline double residual(const linear_model &m, const std::vector<double> &row) {
  return row.back() - predict(m, row.data(), row.size() - 1);
}

inline bool warned(const linear_model &m, const std::string &part) {
  return std::any_of(m.warnings.begin(), m.warnings.end(),
                     [&](const std::string &w) { return w.find(part) != std::string::npos; });
}

inline void expect_close(const std::vector<double> &a, const std::vector<double> &b, double relative) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))) continue;
    EXPECT_NEAR(a[i], b[i], relative * std::max(std::fabs(a[i]), std::fabs(b[i]))) << "at " << i;
  }
}

inline void expect_error(const std::function<void()> &call, const char *state, const std::string &part) {
  try {
    call();
    ADD_FAILURE() << "no error; expected " << part;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), state);
    EXPECT_NE((e.message() + " " + e.detail()).find(part), std::string::npos) << e.message() << ": " << e.detail();
  }
}

}  // namespace harmony::statistics
