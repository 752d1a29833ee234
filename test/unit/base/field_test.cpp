#include "core/base/field.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace harmony {
namespace {

struct sample {
  double first = 1.0, second = 0.0, days = 7.0, share = 0.5, cap = 2.0;
};

field_table<sample> fields_of(const sample &) {
  static constexpr field<sample> fields[] = {
      {"first", &sample::first, not_negative, "a sample"},
      {"second", &sample::second, not_negative, "a sample"},
      {"days", &sample::days, {1, 30, true}},
      {"share", &sample::share, unit_interval},
      {"cap", &sample::cap, above_zero},
  };
  return {"sample", field_kind::constant, fields};
}

struct measured {
  double mood = missing;
};

field_table<measured> fields_of(const measured &) {
  static constexpr field<measured> fields[] = {{"mood", &measured::mood, score_range}};
  return {"measures", field_kind::measure, fields};
}

template <class Model>
std::string refusal(const Model &model) {
  try {
    check_fields(model);
  } catch (const error &caught) {
    return std::string(caught.sqlstate()) + " " + caught.message() + " " + caught.detail();
  }
  return "";
}

std::string refusal_of(double sample::*member, double value) {
  sample model;
  model.*member = value;
  return refusal(model);
}

TEST(field, defaults_pass) {
  EXPECT_EQ(refusal(sample()), "");
  EXPECT_EQ(refusal(measured()), "");
}

TEST(field, names) {
  const field_table<sample> table = fields_of(sample());
  EXPECT_EQ(table.known_keys(), "first, second, days, share, cap");
  EXPECT_EQ(table.find("days")->member, &sample::days);
  EXPECT_EQ(table.find("day"), nullptr);
}

TEST(field, bounds_are_named) {
  EXPECT_EQ(refusal_of(&sample::share, 1.5),
            "22023 \"share\" is out of range The value in sample is 1.5; it must be between 0 and 1.");
  EXPECT_EQ(refusal_of(&sample::cap, 0.0),
            "22023 \"cap\" is out of range The value in sample is 0; it must be above 0 and at most 1e+100.");
  EXPECT_EQ(refusal_of(&sample::days, 2.5),
            "22023 \"days\" is out of range The value in sample is 2.5; it must be a whole number between 1 and 30.");
  EXPECT_NE(refusal_of(&sample::days, 31), "");
  EXPECT_NE(refusal_of(&sample::days, missing), "");  // a constant cannot be missing
  EXPECT_NE(refusal_of(&sample::cap, std::numeric_limits<double>::infinity()), "");
  EXPECT_EQ(refusal_of(&sample::cap, 5e-324), "");
}

TEST(field, weights_need_a_sum) {
  EXPECT_EQ(refusal_of(&sample::first, 0.0), "22023 weights of a sample must sum to more than 0, at most 1e+100 ");
  EXPECT_NE(refusal_of(&sample::first, -1.0), "");
  sample model;
  model.first = model.second = 1e100;
  EXPECT_NE(refusal(model), "");
}

TEST(field, measures_may_be_missing) {
  EXPECT_EQ(refusal(measured{101.0}),
            "22003 \"mood\" is out of range The value in measures is 101; it must be between 0 and 100.");
  EXPECT_FALSE(complete(measured()));
  EXPECT_TRUE(complete(measured{50.0}));
}

}  // namespace
}  // namespace harmony
