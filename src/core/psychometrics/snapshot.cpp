#include "core/psychometrics/snapshot.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/person/derived_traits.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <tuple>
#include <utility>

namespace harmony::psychometrics {

namespace {

constexpr std::string_view cognitive = "cognitive";
constexpr std::string_view preferences = "leadership_preferences";
constexpr std::string_view stability = "emotional_stability";
constexpr std::string_view gca = "gca";

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

void check_score(const measurement &result) {
  if (result.score >= 0 && result.score <= 100) return;
  throw error(sqlstate::numeric_value_out_of_range,
              "score " + format_number(result.score) + " of trait " + quoted(result.trait) + " is outside 0 to 100");
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
  if (family.traits.size < 2) return;
  for (const profile_trait &trait : family.traits)
    if (trait.code == family.name)
      throw error(sqlstate::invalid_parameter_value,
                  "family " + quoted(family.name) + " holds a trait of its own name beside others",
                  "A trait named like its family is stored as the family's one number.");
}

void add_gca(std::vector<profile_trait> &traits) {
  std::vector<double> scores;
  for (const profile_trait &trait : traits)
    if (trait.family == cognitive) scores.push_back(trait.value);
  if (!scores.empty()) traits.push_back({cognitive, gca, person::general_cognitive_ability(scores)});
}

bool is_before(const profile_trait &a, const profile_trait &b) {
  const int order = a.family.compare(b.family);
  return order != 0 ? order < 0 : a.code < b.code;
}

/// The families of traits in order.
std::vector<profile_family> families_of(const std::vector<profile_trait> &traits) {
  std::vector<profile_family> families;
  for (const profile_trait &trait : traits) {
    if (families.empty() || families.back().name != trait.family) {
      const int decimals = trait.family == preferences ? snapshot::preference_decimals : snapshot::score_decimals;
      families.push_back({trait.family, decimals, {&trait, 0}});
    }
    families.back().traits.size += 1;
  }
  for (const profile_family &family : families) check_layout(family);
  return families;
}

bool is_better(const kept_result &a, const kept_result &b) {
  const auto order = [](const kept_result &r) { return std::tie(r.reliable, r.measured_at, r.instrument, r.score); };
  if (order(a) != order(b)) return order(a) > order(b);
  return std::lexicographical_compare(b.flags.begin(), b.flags.end(), a.flags.begin(), a.flags.end());
}

void sort_and_deduplicate(std::vector<std::string_view> &texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

}  // namespace

span<std::string_view> traits_of_completeness() noexcept {
  static constexpr std::string_view traits[] = {"conscientiousness", "agreeableness", "neuroticism", "extraversion",
                                                "openness",          "logical",       "numerical",   "verbal",
                                                "intrinsic",         "identified",    "amotivation", "resilience"};
  return {traits, std::size(traits)};
}

std::string_view snapshot_builder::keep(std::string_view text) {
  char *copy = static_cast<char *>(memory_.allocate(text.size(), 1));
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

/// `own` returns a copy of a text that lives as long as the builder.
template <typename Own>
void snapshot_builder::consider(const measurement &result, Own own) {
  if (std::isnan(result.score)) return;
  check_score(result);
  check_name(result);
  // The results of a stored state come sorted by trait.
  const bool is_last = results_.empty() || results_.rbegin()->first < result.trait;
  const auto place = is_last ? results_.end() : results_.lower_bound(result.trait);
  const bool is_first = place == results_.end() || place->first != result.trait;
  if (!is_first) {
    check_family(result.trait, place->second.family, result.family);
    // Fast path: most rows of a long history lose.
    if (std::tie(result.reliable, result.measured_at) < std::tie(place->second.reliable, place->second.measured_at))
      return;
  }
  std::vector<std::string_view> flags(result.flags.begin(), result.flags.end());
  sort_and_deduplicate(flags);
  kept_result candidate{result.family,     result.score + 0.0 /* no negative zero */,
                        result.reliable,   result.measured_at,
                        result.instrument, flags};
  if (!is_first && !is_better(candidate, place->second)) return;

  candidate.family = is_first ? own(result.family) : place->second.family;
  candidate.instrument =
      !is_first && place->second.instrument == result.instrument ? place->second.instrument : own(result.instrument);
  auto *own_flags = static_cast<std::string_view *>(
      memory_.allocate(flags.size() * sizeof(std::string_view), alignof(std::string_view)));
  std::transform(flags.begin(), flags.end(), own_flags, own);
  candidate.flags = {own_flags, flags.size()};
  if (is_first)
    results_.emplace_hint(place, own(result.trait), candidate);
  else
    place->second = candidate;
}

void snapshot_builder::add(const measurement &result) {
  consider(result, [this](std::string_view text) { return keep(text); });
}

void snapshot_builder::add_kept(const measurement &result) {
  consider(result, [](std::string_view text) { return text; });
}

double snapshot_builder::score_of(std::string_view trait) const {
  const auto found = results_.find(trait);
  return found == results_.end() ? missing : found->second.score;
}

/// Fills in what follows from measured traits; tells whether preferences were estimated.
bool snapshot_builder::derive(bool estimate_preferences, std::vector<profile_trait> &traits) const {
  bool has_estimates = false;
  for (const person::derived_trait &rule : person::derived_traits()) {
    // gca has a rule of its own, add_gca(); autonomy drive is no part of the layout.
    if (rule.is_estimate ? !estimate_preferences : rule.which != person::trait::emotional_stability) continue;
    const double score =
        person::derive_trait(rule, [this](person::trait from) { return score_of(person::trait_name(from)); });
    if (std::isnan(score)) continue;
    const std::string_view name = person::trait_name(rule.which);
    traits.push_back(
        {rule.is_estimate ? preferences : name, name, rule.is_estimate ? person::preference_of(score) : score});
    has_estimates |= rule.is_estimate;
  }
  return has_estimates;
}

void snapshot_builder::describe_sources(snapshot &profile) const {
  for (const auto &[trait, result] : results_) {
    profile.flags.insert(profile.flags.end(), result.flags.begin(), result.flags.end());
    profile.instruments.push_back(result.instrument);
    if (!result.reliable) profile.unreliable.push_back(trait);
  }
  sort_and_deduplicate(profile.flags);
  sort_and_deduplicate(profile.instruments);
  const span<std::string_view> counted = traits_of_completeness();
  const auto known =
      std::count_if(counted.begin(), counted.end(), [&](std::string_view trait) { return results_.count(trait) > 0; });
  profile.completeness = static_cast<double>(known) / static_cast<double>(counted.size);
}

snapshot snapshot_builder::finish() const {
  snapshot profile;
  profile.traits.reserve(results_.size() + 5);
  bool has_preferences = false;
  for (const auto &[trait, result] : results_) {
    poll_interrupt();
    const bool is_preference = result.family == preferences;
    has_preferences |= is_preference;
    const double value = is_preference ? person::preference_of(result.score) : result.score;
    profile.traits.push_back({result.family, trait, value});
  }
  add_gca(profile.traits);
  if (derive(!has_preferences, profile.traits)) profile.estimated.push_back(preferences);
  std::sort(profile.traits.begin(), profile.traits.end(), is_before);
  profile.families = families_of(profile.traits);
  describe_sources(profile);
  return profile;
}

}  // namespace harmony::psychometrics
