#include "core/recruitment/mlpsm.hpp"

#include "core/base/format_number.hpp"

#include "core/person/bands.hpp"

#include <algorithm>

namespace harmony::recruitment {

using person::check_weights;
using person::exceeds;
using person::falls_below;
using person::largest_weight;
using person::polarity;
using person::polarity_of;
using person::trait;
using person::weighted_trait;

namespace {

template <typename owner>
struct named_field {
  std::string_view name;
  double owner::*place;
};

constexpr std::array<named_field<environment>, 5> environment_fields{
    {{"charter_intensity", &environment::charter_intensity},
     {"management_pressure", &environment::management_pressure},
     {"salary_index", &environment::salary_index},
     {"rest_days_ratio", &environment::rest_days_ratio},
     {"private_cabin_ratio", &environment::private_cabin_ratio}}};

constexpr std::array<named_field<leadership>, 3> leadership_fields{
    {{"autonomy", &leadership::autonomy}, {"feedback", &leadership::feedback}, {"structure", &leadership::structure}}};
constexpr std::array<trait, 3> preferences{trait::autonomy, trait::feedback, trait::structure};

void check_unit(std::string_view name, double value) {
  if (value >= 0.0 && value <= 1.0) return;
  throw error(sqlstate::numeric_value_out_of_range, "\"" + std::string(name) + "\" is out of range",
              "The value is " + format_number(value) + "; it must be between 0 and 1.");
}

template <typename owner, std::size_t size>
bool set_field(const std::array<named_field<owner>, size> &fields, owner &object, std::string_view name, double value) {
  for (const named_field<owner> &field : fields) {
    if (field.name != name) continue;
    check_unit(name, value);
    object.*field.place = value;
    return true;
  }
  return false;
}

template <typename owner, std::size_t size>
void check_fields(const std::array<named_field<owner>, size> &fields, const owner &object) {
  for (const named_field<owner> &field : fields)
    if (!std::isnan(object.*field.place)) check_unit(field.name, object.*field.place);
}

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

/// What the β of the present terms are multiplied by to sum to the whole again; missing when nothing sensible does.
double rescaling(const terms &values, const betas &model) noexcept {
  double whole = 0.0, present = 0.0, size_of_present = 0.0;
  bool any_present = false, any_lost = false;
  for (std::size_t k = 0; k < term_count; ++k) {
    whole += model.slope[k];
    if (std::isnan(values[k])) {
      any_lost = any_lost || model.slope[k] != 0.0;
      continue;
    }
    any_present = true;
    present += model.slope[k];
    size_of_present += std::fabs(model.slope[k]);
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

bool environment::set(std::string_view name, double value) { return set_field(environment_fields, *this, name, value); }

bool environment::complete() const noexcept {
  return std::none_of(environment_fields.begin(), environment_fields.end(),
                      [this](const auto &field) { return std::isnan(this->*field.place); });
}

void environment_model::check() const {
  check_weights({salary, rest_days, private_cabin}, "resources");
  check_weights({charter_intensity, management_pressure}, "demands");
  if (!(least_demand > 0.0 && ratio_cap > 0.0 && std::isfinite(least_demand) && std::isfinite(ratio_cap)))
    throw error(sqlstate::invalid_parameter_value, "least demand and cap of the ratio must be finite and above 0");
}

environment_fit evaluate_environment(const environment &given, const environment_model &model) {
  check_fields(environment_fields, given);
  environment_fit result;
  if (!given.complete()) return result;
  result.resources = model.salary * given.salary_index + model.rest_days * given.rest_days_ratio +
                     model.private_cabin * given.private_cabin_ratio;
  result.demands = std::max(
      model.charter_intensity * given.charter_intensity + model.management_pressure * given.management_pressure,
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

bool leadership::set(std::string_view name, double value) { return set_field(leadership_fields, *this, name, value); }

leadership leadership_of(const profile &leader) noexcept {
  return {leader.get(trait::autonomy), leader.get(trait::feedback), leader.get(trait::structure)};
}

leadership_fit f_lmx(const profile &crew, const leadership &leader, const leadership_cutoffs &cutoffs) {
  check_fields(leadership_fields, leader);
  leadership_fit result;
  double sum_of_squares = 0.0;  // a missing gap makes it missing
  for (std::size_t k = 0; k < preferences.size(); ++k) {
    const double gap = leader.*leadership_fields[k].place - crew.get(preferences[k]);
    result.gaps[k] = {leadership_fields[k].name.data(), std::isnan(gap) ? missing : gap, gap_label(gap, cutoffs)};
    sum_of_squares += gap * gap;
  }
  if (std::isnan(sum_of_squares)) return result;
  result.distance = std::sqrt(sum_of_squares / static_cast<double>(preferences.size()));
  result.score = clamp_score(100.0 * (1.0 - result.distance));
  result.label = distance_label(result.distance, cutoffs);
  return result;
}

void betas::check() const {
  bool sound = std::fabs(intercept) <= largest_weight;
  for (const double beta : slope) sound = sound && std::fabs(beta) <= largest_weight;
  if (!sound) throw error(sqlstate::invalid_parameter_value, "betas must be finite, at most 1e100");
}

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
    result.beta[k] = factor * model.slope[k];
    result.contribution[k] = result.beta[k] * values[k];
    result.unclamped += result.contribution[k];
  }
  result.score = clamp_score(result.unclamped);
  return result;
}

double mlpsm_quality(const std::array<double, term_count> &quality, const betas &model) noexcept {
  double sum = 0.0, total = 0.0;
  for (std::size_t k = 0; k < term_count; ++k) {
    sum += std::fabs(model.slope[k]) * quality[k];
    total += std::fabs(model.slope[k]);
  }
  return total > 0.0 ? sum / total : 0.0;
}

}  // namespace harmony::recruitment
