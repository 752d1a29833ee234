// Expected values: mpmath with 30 digits, theta by its root finder.
#include "core/psychometrics/person_fit.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

namespace harmony::psychometrics {
namespace {

const std::vector<double> a = {1.1, 1.2, 1.0, 1.3, 1.4, 1.6}, b = {-1.9, -1.7, -0.5, 0.3, 1.1, 1.5};

double fit(const std::vector<std::int16_t> &right) {
  return person_fit_2pl({right.data(), nullptr, right.size()}, {a, b});
}

TEST(person_fit, of_the_logistic_model) {
  EXPECT_NEAR(fit({1, 1, 1, 0, 0, 0}), 0.975404821878, 1e-9);
  EXPECT_NEAR(fit({0, 0, 0, 1, 1, 1}), -5.81796144918, 1e-9);  // hard ones solved, easy ones missed
  EXPECT_NEAR(fit({1, 1, 1, 1, 1, 1}), 0.768696939034, 1e-9);
  EXPECT_NEAR(fit({1, 0, 1, 0, 1, 0}), -1.74640623154, 1e-9);
}

TEST(person_fit, leaves_out_what_has_no_parameters_or_answer) {
  const std::vector<std::int16_t> given = {2, 3, 4, 1, 1, 1, 4, 4}, correct = {2, 3, 4, 2, 2, 2, 4, 4};
  const std::vector<double> more_a = {1.1, 1.2, 1.0, 1.3, 1.4, 1.6, 0, 1},
                            more_b = {-1.9, -1.7, -0.5, 0.3, 1.1, 1.5, 0, 0};
  const bool no_parameter[] = {false, false, false, false, false, false, true, false},
             no_answer[] = {false, false, false, false, false, false, false, true};
  EXPECT_NEAR(person_fit_of_test({given.data(), no_answer, 8}, correct, {more_a.data(), no_parameter, 8},
                                 {more_b.data(), nullptr, 8}),
              0.975404821878, 1e-9);
  EXPECT_THROW(person_fit_of_test({given.data(), nullptr, 7}, correct, {more_a.data(), no_parameter, 8},
                                  {more_b.data(), nullptr, 8}),
               error);
}

TEST(person_fit, needs_five_answers) {
  const std::vector<std::int16_t> right = {1, 0, 1, 0};
  const std::vector<double> four_a(4, 1.0), four_b = {0, 1, 2, 3};
  EXPECT_TRUE(std::isnan(person_fit_2pl({right.data(), nullptr, 4}, {four_a, four_b})));
}

TEST(person_fit, of_limits_is_a_number_or_missing) {
  const std::vector<double> sharp(6, 10.0), far = {-10, -10, -10, 10, 10, 10};
  const std::vector<std::int16_t> backwards = {0, 0, 0, 1, 1, 1}, forwards = {1, 1, 1, 0, 0, 0};
  EXPECT_LT(person_fit_2pl({backwards.data(), nullptr, 6}, {sharp, far}), -10);
  const double fits = person_fit_2pl({forwards.data(), nullptr, 6}, {sharp, far});
  EXPECT_TRUE(std::isnan(fits) || fits > -1);
  const std::vector<double> zero(6, 0.0);
  EXPECT_THROW(person_fit_2pl({forwards.data(), nullptr, 6}, {zero, far}), error);
}

TEST(person_fit, of_pairs_without_information_is_missing) {
  // Loadings 0 and equal intercepts: every pair is a coin, ln P is what is expected of it, and the variance is 0.
  forced_choice_form form;
  form.n_traits = 2;
  form.correlation = {1, 0, 0, 1};
  for (int k = 0; k < 6; ++k) form.pairs.push_back({{0, 0.0, 0.0}, {1, 0.0, 0.0}});
  const std::vector<std::int16_t> given = {1, 2, 1, 2, 1, 2};
  const answers sheet{given.data(), nullptr, 6};
  EXPECT_TRUE(std::isnan(person_fit_pairs(sheet, form, score_forced_choice(sheet, form))));
}

TEST(person_fit, of_pairs_by_hand) {
  // Loadings 0, intercepts 1 and 0: eta = 1/sqrt(2), P = .7602499389065233 for each pair whatever the traits.
  // Of 6 pairs 4 as expected: sum ln P - E = 4 ln P + 2 ln Q - 6 (P ln P + Q ln Q); V = 6 P Q ln(P/Q)^2.
  forced_choice_form form;
  form.n_traits = 2;
  form.correlation = {1, 0, 0, 1};
  for (int k = 0; k < 6; ++k) form.pairs.push_back({{0, 0.0, 1.0}, {1, 0.0, 0.0}});
  const std::vector<std::int16_t> given = {1, 2, 1, 1, 1, 2};
  const answers sheet{given.data(), nullptr, 6};
  const double p = 0.7602499389065233, q = 1 - p;
  const double expected = (4 * std::log(p) + 2 * std::log(q) - 6 * (p * std::log(p) + q * std::log(q))) /
                          std::sqrt(6 * p * q * std::log(p / q) * std::log(p / q));
  EXPECT_NEAR(person_fit_pairs(sheet, form, score_forced_choice(sheet, form)), expected, 1e-9);
}

}  // namespace
}  // namespace harmony::psychometrics
