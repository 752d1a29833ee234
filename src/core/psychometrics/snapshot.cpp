#include "core/psychometrics/snapshot.hpp"

#include "core/base/error.hpp"
#include "core/psychometrics/derived.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace harmony::psychometrics {

namespace {

constexpr std::string_view cognitive = "cognitive";
constexpr std::string_view preferences = "leadership_preferences";
constexpr std::string_view stability = "emotional_stability";
constexpr std::string_view gca = "gca";

constexpr std::string_view traits_of_completeness[] = {
    "conscientiousness", "agreeableness", "neuroticism", "extraversion", "openness",    "logical",
    "numerical",         "verbal",        "intrinsic",   "identified",   "amotivation", "resilience"};

/// A value of the profile with its place in it; the texts are the builder's or literals.
struct placed_trait {
  std::string_view family;
  std::string_view trait;
  double value;
};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

void check_score(const measurement &result) {
  if (result.score >= 0 && result.score <= 100) return;
  throw error(sqlstate::numeric_value_out_of_range,
              "score " + std::to_string(result.score) + " of trait " + quoted(result.trait) + " is outside 0 to 100");
}

void check_name(const measurement &result) {
  const bool is_family_taken = result.family == "version" || result.family == "quality" || result.family == stability;
  const bool is_gca = result.family == cognitive && result.trait == gca;
  if (is_family_taken || is_gca)
    throw error(sqlstate::invalid_parameter_value,
                "trait " + quoted(result.trait) + " of family " + quoted(result.family) + " cannot be in a profile",
                "The layout of the profile uses this name itself.");
}

void check_family(std::string_view trait, std::string_view one, std::string_view other) {
  if (one == other) return;
  throw error(sqlstate::invalid_parameter_value, "trait " + quoted(trait) + " belongs to two families, " +
                                                     quoted(std::min(one, other)) + " and " +
                                                     quoted(std::max(one, other)));
}

void check_layout(const profile_family &family) {
  if (family.traits.size() < 2) return;
  for (const profile_trait &trait : family.traits)
    if (trait.code == family.name)
      throw error(sqlstate::invalid_parameter_value,
                  "family " + quoted(family.name) + " holds a trait of its own name beside others",
                  "A trait named like its family is stored as the family's one number.");
}

void add_gca(std::vector<placed_trait> &traits) {
  std::vector<double> scores;
  for (const placed_trait &placed : traits)
    if (placed.family == cognitive) scores.push_back(placed.value);
  if (!scores.empty()) traits.push_back({cognitive, gca, general_cognitive_ability(scores)});
}

/// Fills in each preference whose two traits are known (not null); tells whether there was one.
bool estimate_preferences(const double *openness, const double *conscientiousness, const double *extraversion,
                          const double *agreeableness, std::vector<placed_trait> &traits) {
  const std::size_t before = traits.size();
  if (openness != nullptr && conscientiousness != nullptr) {
    traits.push_back({preferences, "autonomy", autonomy_preference(*openness, *conscientiousness)});
    traits.push_back({preferences, "structure", structure_preference(*conscientiousness, *openness)});
  }
  if (extraversion != nullptr && agreeableness != nullptr)
    traits.push_back({preferences, "feedback", feedback_preference(*extraversion, *agreeableness)});
  return traits.size() > before;
}

std::vector<profile_family> in_layout(std::vector<placed_trait> traits) {
  std::sort(traits.begin(), traits.end(), [](const placed_trait &a, const placed_trait &b) {
    return std::tie(a.family, a.trait) < std::tie(b.family, b.trait);
  });
  std::vector<profile_family> result;
  for (const placed_trait &placed : traits) {
    if (result.empty() || result.back().name != placed.family) {
      const int decimals = placed.family == preferences ? snapshot::preference_decimals : snapshot::score_decimals;
      result.push_back({std::string(placed.family), decimals, {}});
    }
    result.back().traits.push_back({std::string(placed.trait), placed.value});
  }
  for (const profile_family &family : result) check_layout(family);
  return result;
}

void sort_and_deduplicate(std::vector<std::string> &texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

}  // namespace

bool snapshot_builder::is_better(const kept_result &a, const kept_result &b) {
  return std::tie(a.reliable, a.measured_at, a.instrument, a.score, a.flags) >
         std::tie(b.reliable, b.measured_at, b.instrument, b.score, b.flags);
}

void snapshot_builder::add(const measurement &result) {
  if (std::isnan(result.score)) return;
  check_score(result);
  check_name(result);
  const auto found = results_.find(result.trait);
  if (found != results_.end()) {
    check_family(result.trait, found->second.family, result.family);
    // Most rows of a long history end here, before anything of theirs is copied.
    if (std::tie(result.reliable, result.measured_at) < std::tie(found->second.reliable, found->second.measured_at)) return;
  }
  kept_result candidate{std::string(result.family),
                        result.score,
                        result.reliable,
                        result.measured_at,
                        std::string(result.instrument),
                        {result.flags.begin(), result.flags.end()}};
  std::sort(candidate.flags.begin(), candidate.flags.end());

  if (found == results_.end())
    results_.emplace(result.trait, std::move(candidate));
  else if (is_better(candidate, found->second))
    found->second = std::move(candidate);
}

const double *snapshot_builder::score_of(std::string_view trait) const {
  const auto found = results_.find(trait);
  return found == results_.end() ? nullptr : &found->second.score;
}

void snapshot_builder::describe_sources(snapshot &profile) const {
  for (const auto &[trait, result] : results_) {
    profile.flags.insert(profile.flags.end(), result.flags.begin(), result.flags.end());
    profile.instruments.push_back(result.instrument);
    if (!result.reliable) profile.unreliable.push_back(trait);
  }
  sort_and_deduplicate(profile.flags);
  sort_and_deduplicate(profile.instruments);
  const auto known = std::count_if(std::begin(traits_of_completeness), std::end(traits_of_completeness),
                                   [&](std::string_view trait) { return score_of(trait) != nullptr; });
  profile.completeness = static_cast<double>(known) / static_cast<double>(std::size(traits_of_completeness));
}

snapshot snapshot_builder::finish() const {
  std::vector<placed_trait> traits;
  traits.reserve(results_.size() + 5);
  bool has_preferences = false;
  for (const auto &[trait, result] : results_) {
    const bool is_preference = result.family == preferences;
    has_preferences |= is_preference;
    traits.push_back({result.family, trait, is_preference ? measured_preference(result.score) : result.score});
  }

  snapshot profile;
  add_gca(traits);
  if (const double *neuroticism = score_of("neuroticism"); neuroticism != nullptr)
    traits.push_back({stability, stability, emotional_stability(*neuroticism)});
  if (!has_preferences && estimate_preferences(score_of("openness"), score_of("conscientiousness"),
                                               score_of("extraversion"), score_of("agreeableness"), traits))
    profile.estimated.emplace_back(preferences);
  profile.families = in_layout(std::move(traits));
  describe_sources(profile);
  return profile;
}

}  // namespace harmony::psychometrics
