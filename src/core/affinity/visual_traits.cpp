#include "core/affinity/visual_traits.hpp"

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"

#include <array>
#include <cmath>

namespace harmony::affinity {

namespace {

constexpr std::array<std::string_view, 3> kind_names = {"mandatory", "preferred", "aversion"};

constexpr double occurs_from = 0.5, liked_from = 4.0, disliked_to = 2.0;
constexpr double component_share = 0.60, sought_share = 0.25, avoided_share = 0.15;
constexpr double nothing_sought = 50.0, nothing_avoided = 100.0;

// A trait in the photos of one side.
struct side {
  double photos = 0.0, occurs = 0.0, strength = 0.0;

  void add(double s) {
    photos += 1.0;
    strength += s;
    if (s >= occurs_from) occurs += 1.0;
  }
  double share() const { return without_noise(occurs / photos); }
  double mean() const { return strength / photos; }
};

bool exceeds(double a, double b) { return without_noise(a - b) > 0.2; }

std::optional<trait_preference> judge(std::size_t trait, const side &liked, const side &disliked) {
  const double high = liked.mean(), low = disliked.mean();
  if (liked.share() >= 0.8 && without_noise(high) >= 0.7 && disliked.share() <= 0.2)
    return trait_preference{trait, trait_kind::mandatory, high};
  if (liked.share() >= 0.5 && exceeds(high, low)) return trait_preference{trait, trait_kind::preferred, high - low};
  if (disliked.share() >= 0.5 && exceeds(low, high)) return trait_preference{trait, trait_kind::aversion, low - high};
  return std::nullopt;
}

void check_unit(double value, const char *what) {
  if (!(value >= 0.0 && value <= 1.0))
    throw error(sqlstate::invalid_parameter_value, std::string(what) + " must be between 0 and 1");
}

}  // namespace

std::string_view name_of(trait_kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<trait_kind> trait_kind_named(std::string_view name) {
  for (std::size_t k = 0; k < kind_names.size(); ++k)
    if (kind_names[k] == name) return static_cast<trait_kind>(k);
  return std::nullopt;
}

std::vector<trait_preference> trait_preferences(nullable_span<double> ratings, span<double> strengths, std::size_t rows,
                                                std::size_t traits) {
  if (rows != ratings.size) throw error(sqlstate::invalid_parameter_value, "strengths must have a row for each rating");
  for (std::size_t i = 0; i < rows; ++i)
    if (!ratings.is_missing(i) && !(ratings.values[i] >= 1.0 && ratings.values[i] <= 5.0))
      throw error(sqlstate::invalid_parameter_value, "ratings must be between 1 and 5");
  for (const double strength : strengths) check_unit(strength, "strengths");
  std::vector<trait_preference> found;
  for (std::size_t trait = 0; trait < traits; ++trait) {
    side liked, disliked;
    for (std::size_t i = 0; i < rows; ++i) {
      if (ratings.is_missing(i)) continue;
      const double strength = strengths[i * traits + trait];
      if (ratings.values[i] >= liked_from) liked.add(strength);
      if (ratings.values[i] <= disliked_to) disliked.add(strength);
    }
    if (liked.photos == 0.0 || disliked.photos == 0.0) continue;
    if (const auto judged = judge(trait, liked, disliked)) found.push_back(*judged);
  }
  return found;
}

double visual_total(double component, span<detected_trait> traits) {
  if (!(component >= 0.0 && component <= 100.0))
    throw error(sqlstate::invalid_parameter_value, "component must be between 0 and 100");
  double sought = 0.0, shown = 0.0, avoided = 0.0, disliked = 0.0;
  for (const detected_trait &trait : traits) {
    check_unit(trait.value, "a preference's value");
    check_unit(trait.detected, "a detected strength");
    if (trait.kind == trait_kind::aversion) {
      avoided += trait.value;
      disliked += trait.value * trait.detected;
    } else {
      const double weight = trait.kind == trait_kind::mandatory ? 2.0 * trait.value : trait.value;
      sought += weight;
      shown += weight * trait.detected;
    }
  }
  const double positive = sought > 0.0 ? 100.0 * (shown / sought) : nothing_sought;
  const double negative = avoided > 0.0 ? 100.0 * (1.0 - disliked / avoided) : nothing_avoided;
  return clamp_score(component_share * component + sought_share * positive + avoided_share * negative);
}

}  // namespace harmony::affinity
