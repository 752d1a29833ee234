#include "core/team/team_fit.hpp"

#include "core/person/bands.hpp"

#include <algorithm>

namespace harmony::team {

using person::exceeds;
using person::falls_below;
using person::trait;

namespace {

constexpr std::size_t lowest_agreeableness = static_cast<std::size_t>(part::min_agreeableness);
constexpr std::size_t homogeneity = static_cast<std::size_t>(part::homogeneity);
constexpr std::size_t mean_stability = static_cast<std::size_t>(part::mean_emotional_stability);

void keep_lower(double &lowest, double value) noexcept {
  if (std::isnan(lowest) || value < lowest) lowest = value;
}

double quality_of(const team_summary &members, const team_model &model) noexcept {
  if (members.n == 0) return 0.0;
  const std::array<std::uint32_t, part_count> measured{members.n_agreeableness, members.n_conscientiousness,
                                                       members.n_emotional_stability};
  double sum = 0.0, total = 0.0;
  for (std::size_t k = 0; k < part_count; ++k) {
    sum += model.*part_weights[k] * measured[k] / members.n;
    total += model.*part_weights[k];
  }
  return sum / total;
}

std::uint8_t flags_of(const team_fit &fit, const team_model &model) noexcept {
  std::uint8_t flags = 0;
  if (falls_below(fit.min_agreeableness, model.agreeableness_below)) flags |= low_agreeableness;
  if (exceeds(fit.sd_conscientiousness, model.spread_above)) flags |= conscientiousness_spread;
  if (falls_below(fit.mean_emotional_stability, model.stability_below)) flags |= low_stability;
  return flags;
}

/// Rescales the weights over the values that are not missing, and sums the contributions.
void weigh(team_fit &fit, const team_model &model) noexcept {
  double total = 0.0;
  for (std::size_t k = 0; k < part_count; ++k)
    if (!std::isnan(fit.value[k])) total += model.*part_weights[k];
  if (!(total > 0.0)) return;
  double score = 0.0;
  for (std::size_t k = 0; k < part_count; ++k) {
    if (std::isnan(fit.value[k])) continue;
    fit.weight[k] = model.*part_weights[k] / total;
    fit.contribution[k] = fit.weight[k] * fit.value[k];
    score += fit.contribution[k];
  }
  fit.score = clamp_score(score);
}

double difference(double before, double after) noexcept {
  return std::isnan(before) || std::isnan(after) ? missing : after - before;
}

struct flag_words {
  team_flag bit;
  const char *name, *former;
};
constexpr flag_words all_flags[] = {{low_agreeableness, "LOW_AGREEABLENESS", "JERK_RISK"},
                                    {conscientiousness_spread, "CONSCIENTIOUSNESS_SPREAD", "FAULTLINE_RISK"},
                                    {low_stability, "LOW_STABILITY", "EMOTIONAL_FRAGILITY"}};

}  // namespace

void team_summary::add(double agreeableness, double conscientiousness, double emotional_stability) noexcept {
  ++n;
  if (!std::isnan(agreeableness)) {
    ++n_agreeableness;
    keep_lower(min_agreeableness, agreeableness);
  }
  if (!std::isnan(conscientiousness)) {
    ++n_conscientiousness;
    const double step = conscientiousness - mean_conscientiousness;
    mean_conscientiousness += step / n_conscientiousness;
    m2_conscientiousness += step * (conscientiousness - mean_conscientiousness);
  }
  if (!std::isnan(emotional_stability)) {
    ++n_emotional_stability;
    sum_emotional_stability += emotional_stability;
    keep_lower(min_emotional_stability, emotional_stability);
  }
}

std::uint32_t team_summary::least_measured() const noexcept {
  return std::min({n_agreeableness, n_conscientiousness, n_emotional_stability});
}

void team_summary::add(const profile &person) noexcept {
  add(person.get(trait::agreeableness), person.get(trait::conscientiousness), person.get(trait::emotional_stability));
}

team_summary team_summary::with(const profile &person) const noexcept {
  team_summary together = *this;
  together.add(person);
  return together;
}

double team_summary::sd_conscientiousness() const noexcept {
  return n_conscientiousness < 2 ? missing : std::sqrt(m2_conscientiousness / (n_conscientiousness - 1));
}

double team_summary::mean_emotional_stability() const noexcept {
  return n_emotional_stability == 0 ? missing : sum_emotional_stability / n_emotional_stability;
}

double team_summary::cohesion() const noexcept {
  return n_agreeableness == 0 || n_emotional_stability == 0 ? missing
                                                            : (min_agreeableness + mean_emotional_stability()) / 2.0;
}

team_summary summarise(const std::vector<profile> &members) noexcept {
  team_summary summary;
  for (const profile &member : members) summary.add(member);
  return summary;
}

void team_model::check() const { check_fields(*this); }

double scaled_sd(double sd, double cap) noexcept { return std::isnan(sd) ? missing : 100.0 * std::min(sd / cap, 1.0); }

std::vector<std::string> flag_names(std::uint8_t flags) {
  std::vector<std::string> names;
  for (const flag_words &flag : all_flags)
    if ((flags & flag.bit) != 0) names.emplace_back(flag.name);
  return names;
}

std::vector<std::string> former_flag_names(const std::vector<std::string_view> &names) {
  std::vector<std::string> former;
  for (const std::string_view name : names)
    for (const flag_words &flag : all_flags)
      if (name == flag.name) former.emplace_back(flag.former);
  return former;
}

team_fit fit_of(const team_summary &members, const team_model &model) noexcept {
  team_fit fit;
  fit.n = members.n;
  fit.data_quality = quality_of(members, model);
  fit.min_agreeableness = members.min_agreeableness;
  fit.sd_conscientiousness = members.sd_conscientiousness();
  fit.mean_emotional_stability = members.mean_emotional_stability();
  fit.value[lowest_agreeableness] = fit.min_agreeableness;
  if (!std::isnan(fit.sd_conscientiousness))
    fit.value[homogeneity] = 100.0 - scaled_sd(fit.sd_conscientiousness, model.sd_cap);
  fit.value[mean_stability] = fit.mean_emotional_stability;
  if (members.n < 2) return fit;
  fit.flags = flags_of(fit, model);
  weigh(fit, model);
  return fit;
}

team_fit fit_of(const std::vector<profile> &members, const team_model &model) {
  model.check();
  return fit_of(summarise(members), model);
}

team_delta delta(const team_fit &before, const team_fit &after, const team_model &model) noexcept {
  team_delta change;
  change.score = difference(before.score, after.score);
  if (std::isnan(change.score)) return change;
  for (std::size_t k = 0; k < part_count; ++k) {
    change.value[k] = difference(before.value[k], after.value[k]);
    change.contribution[k] = after.contribution[k] - before.contribution[k];
  }
  const bool better = exceeds(change.score, model.delta_above), worse = exceeds(-change.score, model.delta_above);
  change.label = better ? "POSITIVE" : (worse ? "NEGATIVE" : "NEUTRAL");
  return change;
}

}  // namespace harmony::team
