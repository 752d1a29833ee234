#include "core/psychometrics/snapshot.hpp"

#include "core/base/error.hpp"
#include "core/psychometrics/derived.hpp"

#include <algorithm>
#include <cmath>
#include <set>
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

/// The traits of each family while the profile is being put together.
using family_map = std::map<std::string, std::map<std::string, double>, std::less<>>;

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

void add_gca(family_map &families) {
  const auto found = families.find(cognitive);
  if (found == families.end()) return;
  std::vector<double> scores;
  for (const auto &[trait, score] : found->second) scores.push_back(score);
  found->second.emplace(gca, general_cognitive_ability(scores));
}

/// Fills in each preference whose two traits are known (not null).
void estimate_preferences(const double *openness, const double *conscientiousness, const double *extraversion,
                          const double *agreeableness, family_map &families) {
  std::map<std::string, double> estimates;
  if (openness != nullptr && conscientiousness != nullptr) {
    estimates.emplace("autonomy", autonomy_preference(*openness, *conscientiousness));
    estimates.emplace("structure", structure_preference(*conscientiousness, *openness));
  }
  if (extraversion != nullptr && agreeableness != nullptr)
    estimates.emplace("feedback", feedback_preference(*extraversion, *agreeableness));
  if (!estimates.empty()) families.emplace(preferences, std::move(estimates));
}

std::vector<profile_family> in_layout(const family_map &families) {
  std::vector<profile_family> result;
  for (const auto &[name, traits] : families) {
    const int decimals = name == preferences ? snapshot::preference_decimals : snapshot::score_decimals;
    profile_family family{name, decimals, {}};
    for (const auto &[trait, value] : traits) family.traits.push_back({trait, value});
    check_layout(family);
    result.push_back(std::move(family));
  }
  return result;
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
  kept_result candidate{std::string(result.family),
                        result.score,
                        result.reliable,
                        result.measured_at,
                        std::string(result.instrument),
                        {result.flags.begin(), result.flags.end()}};
  std::sort(candidate.flags.begin(), candidate.flags.end());

  const auto found = results_.find(result.trait);
  if (found == results_.end()) {
    results_.emplace(result.trait, std::move(candidate));
    return;
  }
  check_family(result.trait, found->second.family, result.family);
  if (is_better(candidate, found->second)) found->second = std::move(candidate);
}

const double *snapshot_builder::score_of(std::string_view trait) const {
  const auto found = results_.find(trait);
  return found == results_.end() ? nullptr : &found->second.score;
}

void snapshot_builder::describe_sources(snapshot &profile) const {
  std::set<std::string> flags, instruments;
  for (const auto &[trait, result] : results_) {
    flags.insert(result.flags.begin(), result.flags.end());
    instruments.insert(result.instrument);
    if (!result.reliable) profile.unreliable.push_back(trait);
  }
  profile.flags.assign(flags.begin(), flags.end());
  profile.instruments.assign(instruments.begin(), instruments.end());
  const auto known = std::count_if(std::begin(traits_of_completeness), std::end(traits_of_completeness),
                                   [&](std::string_view trait) { return score_of(trait) != nullptr; });
  profile.completeness = static_cast<double>(known) / static_cast<double>(std::size(traits_of_completeness));
}

snapshot snapshot_builder::finish() const {
  family_map families;
  for (const auto &[trait, result] : results_)
    families[result.family].emplace(trait,
                                    result.family == preferences ? measured_preference(result.score) : result.score);

  snapshot profile;
  add_gca(families);
  if (const double *neuroticism = score_of("neuroticism"); neuroticism != nullptr)
    families[std::string(stability)].emplace(stability, emotional_stability(*neuroticism));
  if (families.count(preferences) == 0) {
    estimate_preferences(score_of("openness"), score_of("conscientiousness"), score_of("extraversion"),
                         score_of("agreeableness"), families);
    if (families.count(preferences) != 0) profile.estimated.emplace_back(preferences);
  }
  profile.families = in_layout(families);
  describe_sources(profile);
  return profile;
}

}  // namespace harmony::psychometrics
