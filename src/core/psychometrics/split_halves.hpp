// How well the halves of a person's scales agree: one fixed division into halves, and many drawn at random.
#pragma once

#include "core/psychometrics/likert.hpp"

namespace harmony::psychometrics {

/// A sheet of a rating scale that check_likert() passed, with its scales.
struct keyed_sheet {
  answers given;
  span<std::int16_t> keyed;
  const trait_index &scales;
  int scale_min, scale_max;
};

/// Even-odd consistency, −1 to 1. The keyed answers of each scale are split by odd and even position within the scale
/// (unanswered items keep their position), each half is averaged, the halves are correlated over the scales (Pearson),
/// and r is stepped up by Spearman-Brown, 2r/(1 + r), at least −1 (which it reaches at r = −1/3). Missing below
/// `min_scales` scales with both halves answered, or where the halves on one side do not vary.
///
/// The averages are brought to one denominator and the sums are of whole numbers, so that a value which is a fraction
/// is the double nearest to it: 3/10 is 0.3. With denominators that are too large for that it is as exact as doubles.
double even_odd_consistency(const keyed_sheet &sheet, double min_scales);

/// Divisions that resampled_reliability() draws.
inline constexpr int n_random_splits = 100;

/// Sheets of more items are not divided at random: the divisions take 400 bytes an item.
inline constexpr std::size_t most_items_to_split = 10000;

/// Resampled individual reliability (Curran 2016), −1 to 1: the mean over 100 random divisions of what
/// even_odd_consistency() computes of one. In each division half of the items of every scale, rounded down, are drawn
/// into the first half. Rounded to 9 decimals.
///
/// The divisions depend on the scales of the items alone: they are drawn by a generator of our own (SplitMix64) from a
/// fixed seed, so that equal sheets have equal values everywhere. Those of the last few instruments are kept.
/// Missing where fewer than half of the divisions can be judged, and beyond `most_items_to_split`. Time and memory are
/// linear in the number of items.
double resampled_reliability(const keyed_sheet &sheet, double min_scales);

}  // namespace harmony::psychometrics
