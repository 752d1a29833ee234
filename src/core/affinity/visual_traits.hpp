// Phase 1, visual: traits that someone seeks or avoids in photos, and the score of a photo with them.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace harmony::affinity {

enum class trait_kind { mandatory, preferred, aversion };

std::string_view name_of(trait_kind kind);
std::optional<trait_kind> trait_kind_named(std::string_view name);

/// What a trait counts for; `value` is above 0, up to 1.
struct trait_preference {
  std::size_t trait = 0;  // its column
  trait_kind kind = trait_kind::preferred;
  double value = 0.0;
};

/// Which of the traits tell liked photos (rating 4 and above) from disliked ones (2 and below), in the order of the
/// columns. A trait occurs in a photo at strength .5; hf, lf are the shares of liked and disliked photos in which it
/// occurs, hm, lm its mean strength in all of them. Mandatory (value hm): hf >= .8, hm >= .7, lf <= .2; else preferred
/// (hm − lm): hf >= .5, hm > lm + .2; else an aversion (lm − hm): lf >= .5, lm > hm + .2. All are compared without
/// noise. Without a liked or without a disliked photo nothing can be told: none. A photo with a missing rating does not
/// count. `strengths` has a row a photo, `traits` columns. Errors: 22023 for a rating outside 1 to 5, a strength
/// outside 0 to 1, another number of rows than ratings.
std::vector<trait_preference> trait_preferences(nullable_span<double> ratings, span<double> strengths, std::size_t rows,
                                                std::size_t traits);

/// A trait that counts, and how strongly a photo shows it, 0 to 1.
struct detected_trait {
  trait_kind kind = trait_kind::preferred;
  double value = 0.0, detected = 0.0;
};

/// .60 component + .25 T+ + .15 T-, 0 to 100. T+ = 100 Σ w detected/Σ w over mandatory (w = 2 value) and preferred (w =
/// value) traits, 50 where there are none; T- = 100 (1 − Σ value detected/Σ value) over aversions, 100 where there are
/// none. Errors: 22023 for a component outside 0 to 100, a value or strength outside 0 to 1.
double visual_total(double component, span<detected_trait> traits);

}  // namespace harmony::affinity
