#include "core/recruitment/mlpsm.hpp"

#include "core/base/error.hpp"
#include "core/person/bands.hpp"

#include <algorithm>

namespace harmony::recruitment {

using person::exceeds;
using person::falls_below;
using person::polarity;
using person::polarity_of;
using person::trait;
using person::weighted_trait;

namespace {

constexpr std::array<trait, 3> preferences{trait::autonomy, trait::feedback, trait::structure};

const char *status_of(double ratio, const environment_model &model) noexcept {
  if (falls_below(ratio, model.burnout_below)) return "BURNOUT_RISK";
  if (falls_below(ratio, model.at_risk_below)) return "AT_RISK";
  return falls_below(ratio, model.balanced_below) ? "BALANCED" : "COMFORTABLE";
}

const char *distance_label(double distance, const leadership_cutoffs &cutoffs) noexcept {
  if (falls_below(distance, cutoffs.excellent_below)) return "EXCELLENT";
  if (falls_below(distance, cutoffs.good_below)) return "GOOD";
  return falls_below(distance, cutoffs.tension_below) ? "TENSION" : "CRITICAL";
}

const char *gap_label(double gap, const leadership_cutoffs &cutoffs) noexcept {
  if (std::isnan(gap)) return nullptr;
  if (exceeds(std::fabs(gap), cutoffs.critical_gap)) return "CRITICAL_GAP";
  if (exceeds(gap, cutoffs.gap)) return "CAPTAIN_MORE";
  return exceeds(-gap, cutoffs.gap) ? "CREW_MORE" : "ALIGNED";
}

/// The factor by which the β of the present terms sum to the whole again; missing where there is none above 0.
double rescaling(const terms &values, const betas &model) noexcept {
  double whole = 0.0, present = 0.0, size_of_present = 0.0;
  bool any_present = false, any_lost = false;
  for (std::size_t k = 0; k < term_count; ++k) {
    whole += model.*slopes[k];
    if (std::isnan(values[k])) {
      any_lost = any_lost || model.*slopes[k] != 0.0;
      continue;
    }
    any_present = true;
    present += model.*slopes[k];
    size_of_present += std::fabs(model.*slopes[k]);
  }
  if (!any_present) return missing;
  if (!any_lost) return 1.0;
  constexpr double cancellation = 1e-12;  // a sum this small beside its terms is 0 but for rounding
  if (std::fabs(present) <= cancellation * size_of_present) return missing;
  const double factor = whole / present;
  return factor > 0.0 && std::isfinite(factor) ? factor : missing;
}

}  // namespace

const trait_weights &default_p_ind_weights() {
  static const trait_weights weights{
      {trait::gca, 0.50}, {trait::conscientiousness, 0.35}, {trait::autonomy_drive, 0.15}};
  return weights;
}

scored p_ind(const profile &person, const trait_weights &weights) {
  weights.check();
  double sum = 0.0, total = 0.0;
  for (const weighted_trait &entry : weights) {
    const double value = person.percent(entry.which);
    if (std::isnan(value)) continue;
    sum += entry.weight * (polarity_of(entry.which) == polarity::low ? 100.0 - value : value);
    total += entry.weight;
  }
  if (!(total > 0.0)) return {};
  return {clamp_score(sum / total), total / weights.total()};
}

void environment_model::check() const { check_fields(*this); }

environment_fit evaluate_environment(const environment &given, const environment_model &model) {
  check_fields(given);
  environment_fit result;
  if (!complete(given)) return result;
  result.resources =
      model.salary * given.salary + model.rest_days * given.rest_days + model.private_room * given.private_room;
  result.demands =
      std::max(model.work_intensity * given.work_intensity + model.management_pressure * given.management_pressure,
               model.least_demand);
  result.ratio = result.resources / result.demands;
  result.status = status_of(result.ratio, model);
  return result;
}

double f_env_score(double ratio, double resilience, const environment_model &model) noexcept {
  if (std::isnan(ratio) || std::isnan(resilience)) return missing;
  return clamp_score(100.0 * std::min(ratio, model.ratio_cap) / model.ratio_cap * resilience / 100.0);
}

environment_fit f_env(const profile &person, const environment &given, const environment_model &model) {
  model.check();
  environment_fit result = evaluate_environment(given, model);
  result.score = f_env_score(result.ratio, person.get(trait::resilience), model);
  return result;
}

leadership leadership_of(const profile &leader) noexcept {
  return {leader.get(trait::autonomy), leader.get(trait::feedback), leader.get(trait::structure)};
}

leadership_fit f_lmx(const profile &member, const leadership &leader, const leadership_cutoffs &cutoffs) {
  check_fields(leader);
  const span<field<leadership>> dimensions = fields_of(leader).fields;
  leadership_fit result;
  double sum_of_squares = 0.0;  // a missing gap makes it missing
  for (std::size_t k = 0; k < preferences.size(); ++k) {
    const double gap = leader.*dimensions[k].member - member.get(preferences[k]);
    result.gaps[k] = {dimensions[k].name.data(), std::isnan(gap) ? missing : gap, gap_label(gap, cutoffs)};
    sum_of_squares += gap * gap;
  }
  if (std::isnan(sum_of_squares)) return result;
  result.distance = std::sqrt(sum_of_squares / static_cast<double>(preferences.size()));
  result.score = clamp_score(100.0 * (1.0 - result.distance));
  result.label = distance_label(result.distance, cutoffs);
  return result;
}

void betas::check() const { check_fields(*this); }

prediction mlpsm(const terms &values, const betas &model) {
  model.check();
  std::array<double, term_count> present{};
  for (std::size_t k = 0; k < term_count; ++k) {
    if (std::isinf(values[k]))
      throw error(sqlstate::numeric_value_out_of_range, std::string("term \"") + term_names[k] + "\" must be finite");
    present[k] = std::isnan(values[k]) ? 0.0 : 1.0;
  }
  prediction result;
  result.data_quality = mlpsm_quality(present, model);
  const double factor = rescaling(values, model);
  if (std::isnan(factor)) return result;

  result.intercept = result.unclamped = model.intercept;
  for (std::size_t k = 0; k < term_count; ++k) {
    if (std::isnan(values[k])) continue;
    result.beta[k] = factor * model.*slopes[k];
    result.contribution[k] = result.beta[k] * values[k];
    result.unclamped += result.contribution[k];
  }
  result.score = clamp_score(result.unclamped);
  return result;
}

double mlpsm_quality(const std::array<double, term_count> &quality, const betas &model) noexcept {
  double sum = 0.0, total = 0.0;
  for (std::size_t k = 0; k < term_count; ++k) {
    sum += std::fabs(model.*slopes[k]) * quality[k];
    total += std::fabs(model.*slopes[k]);
  }
  return total > 0.0 ? sum / total : 0.0;
}

}  // namespace harmony::recruitment
