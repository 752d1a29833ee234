// Scoring of rating scales, and the types and checks that every kind of scoring uses.
#pragma once

#include "core/base/interrupt.hpp"
#include "core/base/no_postgres.hpp"
#include "core/base/score.hpp"
#include "core/base/span.hpp"
#include "core/psychometrics/pomp.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// The answers of one submission in item order; a missing one was not answered.
using answers = nullable_span<std::int16_t>;

/// The score of one trait of one submission.
struct trait_score {
  std::string_view trait;  ///< Points into the caller's `traits`.
  double raw;              ///< Likert: sum of the keyed answers. Cognitive: number right, corrected where asked.
  int n_items;             ///< Items of the trait, at least 1.
  int n_answered;          ///< Items answered, 0 to n_items.
  double score;            ///< 0 to 100; missing: not scored.
  double standard_error = missing;  ///< Of the score, where the scoring tells it: forced choice, adaptive tests.
};

/// Which items belong to which trait: the distinct traits in order of first appearance, and each item's place in them.
struct trait_index {
  std::vector<std::string_view> names;
  std::vector<std::uint32_t> of_item;
};

/// Finds the distinct traits of a list of items. Linear time in the number of items; interruptible.
trait_index index_traits(span<std::string_view> traits);

/// One empty trait_score for each trait of the index: no items, nothing answered, not scored (missing).
std::vector<trait_score> empty_scores(const trait_index &index);

/// Refuses an array of the wrong length. `what` names its elements in the plural: "expected 5 answers but got 4".
/// Errors: 22023 when `got` is not `expected`.
void check_length(const char *what, std::size_t expected, std::size_t got);

/// Refuses an instrument without items. Errors: 22023 when `n_items` is 0.
void check_has_items(std::size_t n_items);

/// Checks the input of a rating scale. The scale is scale_min to scale_max inclusive.
/// Errors: 22023 for an empty item list, lengths that differ, scale_min >= scale_max, a key other than +1 and -1;
/// 22003 for an answer outside the scale.
void check_likert(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits, int scale_min,
                  int scale_max);

/// An answer in the direction of its trait: v itself with key +1, scale_min + scale_max − v with key −1.
inline double keyed_answer(std::int16_t value, std::int16_t keyed, int scale_min, int scale_max) {
  return keyed > 0 ? value : reversed(value, scale_min, scale_max);
}

/// Polls for an interrupt at every 4096th step of a loop.
inline void poll_at_step(std::size_t step) {
  if (step % 4096 == 4095) poll_interrupt();
}

/// Items that count for a trait besides their own, as a facet's for its domain: where the item stands, from 1, the
/// trait, and the item's key in it. A trait that no item has as its own comes after the others.
struct further_scales {
  span<std::int32_t> position;
  span<std::string_view> traits;
  span<std::int16_t> keyed;
};

/// Scores the traits of a rating-scale instrument, in order of first appearance of the trait.
///
/// score = 100 · (mean − scale_min)/(scale_max − scale_min), the percentage of maximum possible, 0 to 100, over the
/// answered items with reversed items turned by keyed_answer(). Computed as 100 · (raw − n·min)/(n·(max − min)), which
/// rounds only once. A trait with fewer than half of its items answered, or none, gets no score (missing); raw and
/// n_answered are given all the same.
///
/// Errors: as check_likert(). Time is linear in the number of items.
/// Source: Cohen, Cohen, Aiken and West (1999), The problem of units and the circumstance for POMP, Multivariate
/// Behavioral Research 34.
std::vector<trait_score> score_likert(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits,
                                      int scale_min, int scale_max, const further_scales &further = {});

/// The answers to one trait's items in item order, each in the direction of the trait; missing where not answered. The
/// rows that reliability and item analysis take. Errors: as check_likert().
std::vector<double> trait_answers(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits,
                                  int scale_min, int scale_max, std::string_view trait);

}  // namespace harmony::psychometrics
