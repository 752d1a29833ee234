// Scoring of ability tests: items with one right option.
#pragma once

#include "core/psychometrics/likert.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// Error 22023 unless n_options is 0 (options are not counted, no correction for guessing) or at least 2.
void check_options(int n_options);

/// Error 22003 unless an answer to an item (counted from 0) is one of its options: at least 1, with n_options from 2 at
/// most that.
void check_answer(int option, std::size_t item, int n_options);

/// What counts of answers, in units of 1/(k − 1) of an item, so that it rounds once: right (k − 1) − wrong, at least 0,
/// with n_options = k; without options the number right.
struct formula_score {
  double units, earned;
  formula_score(double right, double wrong, int n_options) noexcept;
  double raw() const noexcept { return earned / units; }
  double percentage(int n_items) const noexcept { return 100.0 * earned / (units * n_items); }
};

/// Scores the traits of an ability test, in order of first appearance of the trait. Options count from 1.
///
/// raw = number right; score = 100 · raw/items of the trait, 0 to 100: a skipped item counts as wrong. With
/// n_options = k from 2, raw is corrected for guessing: right − wrong/(k − 1), at least 0, where a skipped item is not
/// wrong, since nobody guessed it. n_options = 0 asks for no correction (and options have no upper limit). A trait of
/// which nothing at all was answered gets no score (missing): it was not taken, which is not the same as failed.
///
/// Errors: 22023 for an empty item list, lengths that differ, n_options below 0 or 1, a right option below 1 or above
/// n_options; 22003 for an answer below 1 or above n_options. Time is linear in the number of items.
/// Source: Lord (1975), Formula scoring and number-right scoring, Journal of Educational Measurement 12.
std::vector<trait_score> score_cognitive(const answers &given, span<std::int16_t> correct,
                                         span<std::string_view> traits, int n_options = 0);

/// Whether each answer is the right one: 1 or 0, NaN where not answered. Errors: 22023 for lengths that differ.
std::vector<double> right_answers(const answers &given, span<std::int16_t> correct);

/// The items of one trait in item order: 1 right, 0 wrong or not answered. The rows that reliability (KR-20) and item
/// analysis take. Errors: 22023 for lengths that differ.
std::vector<double> trait_right_answers(const answers &given, span<std::int16_t> correct, span<std::string_view> traits,
                                        std::string_view trait);

}  // namespace harmony::psychometrics
