// F_team: the fit of a team, and how one more member changes it (docs/reference/ranking.md, "Stage 2: success with this
// team").
#pragma once

#include "core/base/field.hpp"
#include "core/person/profile.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::team {

using person::profile;

/// The sums that F_team needs, from one pass over the members; adding a candidate is O(1).
struct team_summary {
  std::uint32_t n = 0;                                                                    // people
  std::uint32_t n_agreeableness = 0, n_conscientiousness = 0, n_emotional_stability = 0;  // of them measured
  double min_agreeableness = missing;
  double mean_conscientiousness = 0.0, m2_conscientiousness = 0.0;  // Welford's mean and sum of squared deviations
  double sum_emotional_stability = 0.0;
  double min_emotional_stability = missing;

  /// Of how many each of the three traits was measured, at least.
  std::uint32_t least_measured() const noexcept;

  /// Adds a (derived) profile.
  void add(const profile &person) noexcept;

  /// Adds a person by the traits F_team uses, 0…100, each may be missing.
  void add(double agreeableness, double conscientiousness, double emotional_stability) noexcept;

  /// The summary with one more person.
  team_summary with(const profile &person) const noexcept;

  /// Sample standard deviation (n − 1) of conscientiousness; missing below two measured values.
  double sd_conscientiousness() const noexcept;

  /// Mean emotional stability; missing when nobody's was measured.
  double mean_emotional_stability() const noexcept;

  /// (min A + mean ES)/2, 0…100; missing when either is.
  double cohesion() const noexcept;
};

/// The summary of a team.
team_summary summarise(const std::vector<profile> &members) noexcept;

/// The parts of F_team, in the order of the arrays below.
enum class part : std::uint8_t { min_agreeableness, homogeneity, mean_emotional_stability, count };
inline constexpr std::size_t part_count = static_cast<std::size_t>(part::count);
inline constexpr std::array<const char *, part_count> part_names{"min_agreeableness", "homogeneity",
                                                                 "mean_emotional_stability"};

struct team_model {
  double min_agreeableness = 0.40, homogeneity = 0.30, mean_emotional_stability = 0.30;  // weights
  double sd_cap = 35.0;  // a standard deviation of this or more counts as σ' = 100
  double agreeableness_below = 35.0, spread_above = 20.0, stability_below = 45.0;
  double delta_above = 3.0;  // a change beyond ± this is POSITIVE or NEGATIVE

  /// Errors as check_fields().
  void check() const;
};

/// The weights of the parts, in their order.
inline constexpr std::array<double team_model::*, part_count> part_weights{
    &team_model::min_agreeableness, &team_model::homogeneity, &team_model::mean_emotional_stability};

inline field_table<team_model> fields_of(const team_model &) {
  static constexpr field<team_model> fields[] = {
      {part_names[0], part_weights[0], not_negative, "team fit"},
      {part_names[1], part_weights[1], not_negative, "team fit"},
      {part_names[2], part_weights[2], not_negative, "team fit"},
      {"sd_cap", &team_model::sd_cap, above_zero},
      {"agreeableness_below", &team_model::agreeableness_below, any_number},
      {"spread_above", &team_model::spread_above, any_number},
      {"stability_below", &team_model::stability_below, any_number},
      {"delta_above", &team_model::delta_above, any_number},
  };
  return {"team weights", field_kind::constant, fields};
}

/// σ' = 100 min(sd/cap, 1), 0…100; missing when sd is.
double scaled_sd(double sd, double cap) noexcept;

enum team_flag : std::uint8_t { low_agreeableness = 1, conscientiousness_spread = 2, low_stability = 4 };

/// LOW_AGREEABLENESS (min A), CONSCIENTIOUSNESS_SPREAD (σ of C), LOW_STABILITY (mean ES), in this order, for the bits
/// of a set of flags. They are of the team, not of a person.
std::vector<std::string> flag_names(std::uint8_t flags);

/// The names that these flags had in version 1 of the documents, where they stand beside the new ones for one version
/// more; what is no team flag is left out.
std::vector<std::string> former_flag_names(const std::vector<std::string_view> &names);

struct team_fit {
  double score = missing;  // 0…100; missing below two people
  double min_agreeableness = missing;
  double sd_conscientiousness = missing;
  double mean_emotional_stability = missing;
  std::uint32_t n = 0;
  double data_quality = 0.0;                                        // Σ w (measured/n) / Σ w
  std::uint8_t flags = 0;                                           // team_flag bits; none below two people
  std::array<double, part_count> value{missing, missing, missing};  // min A, 100 − σ', mean ES, each 0…100
  std::array<double, part_count> weight{};                          // rescaled over the parts that can be computed
  std::array<double, part_count> contribution{};                    // weight × value; they sum to the score
};

/// F_team = .40 min(A) + .30 (100 − σ') + .30 mean(ES), σ' = 100 min(σ(C)/35, 1), over n ≥ 2 people (minimum
/// agreeableness and low variance of conscientiousness: Bell 2007; Peeters et al. 2006). A missing value drops out of
/// its statistic; a statistic that cannot be computed drops out and the weights rescale. The flags compare strictly.
/// The model must have passed check().
team_fit fit_of(const team_summary &members, const team_model &model = {}) noexcept;

/// As above from the members. Errors as team_model::check().
team_fit fit_of(const std::vector<profile> &members, const team_model &model = {});

struct team_delta {
  double score = missing;                                           // after − before
  std::array<double, part_count> value{missing, missing, missing};  // of each part, missing where either is
  std::array<double, part_count> contribution{};  // of each part's contribution; they sum to the score
  const char *label = nullptr;                    // POSITIVE, NEGATIVE, NEUTRAL; nullptr when missing
};

/// How joining changes the fit: after − before; all missing when either side has no score (before below two people).
team_delta delta(const team_fit &before, const team_fit &after, const team_model &model = {}) noexcept;

}  // namespace harmony::team
