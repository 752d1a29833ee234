#include "core/person/profile.hpp"

#include "core/base/field.hpp"
#include "core/base/format_number.hpp"
#include "core/base/steps.hpp"
#include "core/person/derived_traits.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::person {

namespace {

constexpr std::array<std::string_view, trait_count> names{"openness",      "conscientiousness", "extraversion",
                                                          "agreeableness", "neuroticism",       "emotional_stability",
                                                          "logical",       "numerical",         "verbal",
                                                          "gca",           "intrinsic",         "identified",
                                                          "introjected",   "extrinsic_social",  "extrinsic_material",
                                                          "amotivation",   "resilience",        "autonomy",
                                                          "feedback",      "structure",         "autonomy_drive"};

constexpr std::size_t name_lengths = 20, first_letters = 32;

/// Length and first letter differ between all names: one look-up and one comparison find a trait.
struct name_index {
  std::array<std::uint8_t, name_lengths * first_letters> slots{};  // 1 + the trait's number, 0 for none

  static constexpr std::size_t slot_of(std::string_view name) {
    return name.size() * first_letters + static_cast<std::size_t>(static_cast<unsigned char>(name[0]) & 31U);
  }
};

constexpr name_index make_index() {
  name_index index;
  for (std::size_t k = 0; k < trait_count; ++k)
    index.slots[name_index::slot_of(names[k])] = static_cast<std::uint8_t>(k + 1);
  return index;
}

constexpr name_index index_of_names = make_index();

constexpr bool every_name_has_its_slot() {
  for (std::size_t k = 0; k < trait_count; ++k)
    if (index_of_names.slots[name_index::slot_of(names[k])] != k + 1) return false;
  return true;
}
static_assert(every_name_has_its_slot(), "two traits share length and first letter");

constexpr std::array<std::string_view, 3> polarity_names{"high", "low", "moderate"};

}  // namespace

std::string_view trait_name(trait which) noexcept { return names[static_cast<std::size_t>(which)]; }

std::vector<std::string_view> trait_names(trait_mask set) {
  std::vector<std::string_view> result;
  for (std::size_t k = 0; k < trait_count; ++k)
    if ((set >> k & 1U) != 0) result.push_back(names[k]);
  return result;
}

std::optional<trait> find_trait(std::string_view name) noexcept {
  if (name.empty() || name.size() >= name_lengths) return std::nullopt;
  const std::size_t slot = index_of_names.slots[name_index::slot_of(name)];
  if (slot == 0 || names[slot - 1] != name) return std::nullopt;
  return static_cast<trait>(slot - 1);
}

std::string_view polarity_name(polarity which) noexcept { return polarity_names[static_cast<std::size_t>(which)]; }

std::optional<polarity> find_polarity(std::string_view name) noexcept {
  for (std::size_t k = 0; k < polarity_names.size(); ++k)
    if (polarity_names[k] == name) return static_cast<polarity>(k);
  return std::nullopt;
}

void profile::refuse(trait which, double value) {
  throw error(sqlstate::numeric_value_out_of_range, "trait \"" + std::string(trait_name(which)) + "\" is out of range",
              "The value is " + format_number(value) + "; it must be between 0 and " +
                  format_number(trait_maximum(which)) + ".");
}

void profile::derive() noexcept {
  for (const derived_trait &rule : derived_traits()) {
    double &place = values_[static_cast<std::size_t>(rule.which)];
    if (rule.is_estimate || !(std::isnan(place) || is_derived(rule.which))) continue;
    place = derive_trait(rule, [this](trait from) { return get(from); });
    if (std::isnan(place)) continue;
    derived_ |= bit_of(rule.which);
    measured_ |= bit_of(rule.which);
  }
}

profile profile::in_steps(double step) const {
  check_step(step, "step");
  profile result;
  for (std::size_t t = 0; t < trait_count; ++t) {
    const auto which = static_cast<trait>(t);
    if (!measured(which) || is_derived(which)) continue;
    const double most = trait_maximum(which), unit = step / 100.0 * most;
    result.set(which, nearest_step(get(which), unit, most));
  }
  result.derive();
  return result;
}

trait_weights::trait_weights(std::initializer_list<weighted_trait> weights) {
  for (const weighted_trait &entry : weights) add(entry.which, entry.weight);
  check();
}

void trait_weights::add(trait which, double weight) {
  const auto refuse = [&](const char *why) {
    throw error(sqlstate::invalid_parameter_value, "weight of trait \"" + std::string(trait_name(which)) + "\" " + why,
                "The weight is " + format_number(weight) + ".");
  };
  if (!(weight >= 0.0 && std::isfinite(weight))) refuse("must be finite and not negative");
  for (const weighted_trait &entry : *this)
    if (entry.which == which) refuse("is given more than once");
  weights_[size_++] = {which, weight};
  total_ += weight;
}

void trait_weights::check() const {
  if (!(total_ > 0.0 && total_ <= largest_constant))
    throw error(sqlstate::invalid_parameter_value, "weights must sum to a finite number above 0, at most 1e100",
                "The sum is " + format_number(total_) + ".");
}

double trait_weights::share_of(trait_mask set) const noexcept {
  double sum = 0.0;
  for (const weighted_trait &entry : *this)
    if ((set & bit_of(entry.which)) != 0) sum += entry.weight;
  return total_ > 0.0 ? sum / total_ : 0.0;
}

}  // namespace harmony::person
