#include "core/psychometrics/pomp.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <climits>
#include <functional>
#include <string>

namespace harmony::psychometrics {
namespace {

std::string code_of(const std::function<void()> &call) {
  try {
    call();
  } catch (const error &e) {
    return e.sqlstate();
  }
  return "none";
}

TEST(pomp, one_to_ten) {
  EXPECT_EQ(pomp(1, 1, 10), 0.0);
  EXPECT_EQ(pomp(10, 1, 10), 100.0);
  EXPECT_EQ(pomp(4, 1, 10), 100.0 * 3 / 9);
  EXPECT_EQ(pomp(4, 1, 10, true), 100.0 * 6 / 9);
  EXPECT_EQ(pomp(10, 1, 10, true), 0.0);
}

TEST(pomp, any_scale) {
  EXPECT_EQ(pomp(0, -3, 3), 50.0);
  EXPECT_EQ(pomp(INT_MAX, INT_MIN, INT_MAX), 100.0);
  EXPECT_EQ(pomp(INT_MIN, INT_MIN, INT_MAX, true), 100.0);
}

TEST(pomp, refusals) {
  EXPECT_EQ(code_of([] { pomp(1, 1, 1); }), sqlstate::invalid_parameter_value);
  EXPECT_EQ(code_of([] { pomp(1, 5, 1); }), sqlstate::invalid_parameter_value);
  EXPECT_EQ(code_of([] { pomp(0, 1, 10); }), sqlstate::numeric_value_out_of_range);
  EXPECT_EQ(code_of([] { pomp(11, 1, 10, true); }), sqlstate::numeric_value_out_of_range);
}

}  // namespace
}  // namespace harmony::psychometrics
