// Phase 1, visual: the taste that ten to fourteen rated photos tell, as a linear function of a photo's embedding.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace harmony::affinity {

inline constexpr std::size_t fewest_ratings = 10, most_ratings = 200, most_dimensions = 16000;

/// prediction = intercept + Σ weights (x − center)/scale, in units of the rating.
struct preference {
  std::int64_t n = 0;         // ratings
  double lambda = missing;    // of the ridge
  double loo_rmse = missing;  // root mean square of what each rating is off when the others alone predict it
  double intercept = missing;
  std::vector<double> weights, center, scale;
};

/// Embeddings row by row, a row a photo; a missing rating leaves the photo out. An empty prior, center or scale is not
/// given.
struct rated_photos {
  span<double> embeddings;
  std::size_t rows = 0, dimensions = 0;
  nullable_span<double> ratings;
  span<double> prior, center, scale;
};

/// Ridge in dual form with a free intercept. z = (x − center)/scale, not given: mean and sample standard deviation of
/// the photos; a scale of 0 counts as 1. y = rating − prior·z. With K = HZZ'H, H = I − 11'/n, tau = tr K/n: lambda of
/// tau 10^(j/4), j = −12 … 12, with the least PRESS = Σ (e/(1 − S))², S = 11'/n + K (K + lambda I)^-1 (exact
/// leave-one-out: Allen 1974; Golub, Heath and Wahba 1979), of values within a relative 1e-12 the largest;
/// w = (HZ)' (K + lambda I)^-1 (y − mean); weights = w + prior. Nothing for fewer than ten ratings, where all are
/// equal, and where all photos are the same (tau = 0). The order of the photos changes no bit. Errors: 22023 for other
/// sizes, values that are not finite, ratings outside 1 to 5, a scale below 0; 54000 for more than 200 ratings or
/// 16000 dimensions; 22003 where values lie too far apart. O(n² d + n³).
std::optional<preference> fit_preference(const rated_photos &photos);

/// What someone would rate a photo. score = 25 (prediction − 1), held to 0 … 100; low and high likewise of prediction ±
/// t(.975, n − 1) loo_rmse √(1 + 1/n).
struct visual_result {
  double prediction = missing, score = missing, low = missing, high = missing;
};

/// Errors: 22023 for an embedding of another dimension or that is not finite, and for a preference that no fit gives;
/// 22003 where the prediction is out of range.
visual_result visual_score(const preference &taste, span<double> embedding);

}  // namespace harmony::affinity
