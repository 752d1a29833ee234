#include "core/ranking/impact.hpp"

#include "core/base/rounding.hpp"

#include <algorithm>

namespace harmony::ranking {

using recruitment::competency;
using recruitment::explain_competency;
using recruitment::f_env;
using recruitment::f_lmx;

namespace {

/// `candidate` with what stands in for missing traits; `row` is of the match.
std::vector<explained_competency> explain_competencies(const profile &candidate, const match_row &row,
                                                       const match_request &asked) {
  std::vector<explained_competency> explained;
  double total = 0.0;
  for (const competency &entry : asked.model.fit.competencies) {
    explained_competency part;
    part.name = entry.name;
    const match_competency &matched = row.competencies[explained.size()];
    part.evaluated = {matched.score, matched.data_quality, matched.resilience_proxy};
    part.traits = explain_competency(candidate, entry.weights, asked.asked);
    if (!std::isnan(part.evaluated.score)) {
      part.weight = entry.importance;
      total += entry.importance;
    }
    explained.push_back(std::move(part));
  }
  for (explained_competency &part : explained) {
    part.weight = total > 0.0 ? part.weight / total : 0.0;
    if (part.weight > 0.0) part.contribution = part.weight * part.evaluated.score;
  }
  return explained;
}

bool any_missing(const terms &values) noexcept {
  for (const double value : values)
    if (std::isnan(value)) return true;
  return false;
}

/// Stage 2 of a report: the prediction, the team, the environment and the leader.
void explain_stage_two(impact &report, const profile &counted, const prepared_match &match, const person_id &person) {
  const match_request &asked = match.request;
  report.learned = !std::isnan(asked.model.uncertainty.residual_sd);
  const prediction &success = report.row.success;
  if (!std::isnan(success.score)) {
    report.clamping = success.score - success.unclamped;
    report.rescaled = any_missing(report.row.term);
  }
  const team_to_join &joined = match.team_for(person);
  report.others = joined.members.n;
  report.without_candidate = joined.before;
  report.with_candidate = report.row.team;
  if (asked.environment) report.environment = f_env(counted, *asked.environment, asked.model.environment);
  if (asked.leader) report.leader = f_lmx(counted, *asked.leader, asked.model.leader);
}

impact explain_exactly(const profile &candidate, const std::shared_ptr<const prepared_match> &request,
                       const person_id &person) {
  const match_request &asked = request->request;
  impact report;
  report.least_team = asked.least_team;
  match_pool pool(request);
  pool.add(person, candidate);
  report.row = pool.rank().row(0);
  report.safety = assess(candidate, request->rules);
  report.safety.level = report.row.level;
  const profile counted = completed(candidate, *request);
  report.competencies = explain_competencies(counted, report.row, asked);
  report.stage_two = report.row.level != safety_level::disqualified && candidate.measured_mask() != 0;
  if (report.stage_two) explain_stage_two(report, counted, *request, person);
  return report;
}

// ---- rounding for showing ----

/// The contributions of the parts that have a weight, so that they sum to the total.
template <class Part>
void round_contributions(std::vector<Part> &parts, double Part::*weight, double total, int decimals) {
  if (std::isnan(total)) return;
  std::vector<double> values;
  for (const Part &part : parts) values.push_back(part.*weight > 0.0 ? part.contribution : missing);
  round_parts(values, total, decimals);
  for (std::size_t k = 0; k < parts.size(); ++k)
    if (!std::isnan(values[k])) parts[k].contribution = values[k];
}

void round_competencies(impact &report, int decimals) {
  round_contributions(report.competencies, &explained_competency::weight, report.row.audit_g_fit, decimals);
  for (explained_competency &part : report.competencies) {
    round_contributions(part.traits, &trait_contribution::share, part.evaluated.score, decimals);
    for (trait_contribution &entry : part.traits) round_scores({&entry.counted}, decimals);
    round_scores({&part.evaluated.score}, decimals);
    round_scores({&part.evaluated.data_quality}, decimals_of_shares(decimals));
  }
}

/// Intercept, terms and clamping, which sum to ŷ.
void round_success(impact &report, int decimals) {
  prediction &success = report.row.success;
  if (std::isnan(success.score)) return;
  std::vector<double> parts(success.contribution.begin(), success.contribution.end());
  for (std::size_t k = 0; k < parts.size(); ++k)
    if (std::isnan(report.row.term[k])) parts[k] = missing;
  parts.push_back(success.intercept);
  parts.push_back(report.clamping);
  round_parts(parts, success.score, decimals);
  for (std::size_t k = 0; k < success.contribution.size(); ++k)
    if (!std::isnan(parts[k])) success.contribution[k] = parts[k];
  success.intercept = parts[parts.size() - 2];
  report.clamping = parts.back();
  success.unclamped = rounded_score(success.score, decimals) - report.clamping;
}

void round_team(team::team_fit &fit, int decimals) {
  round_scores({&fit.score, &fit.min_agreeableness, &fit.sd_conscientiousness, &fit.mean_emotional_stability},
               decimals);
  for (double &value : fit.value) value = rounded_score(value, decimals);
  fit.data_quality = rounded_score(fit.data_quality, decimals_of_shares(decimals));
}

void round_delta(team_delta &change, int decimals) {
  for (double &value : change.value) value = rounded_score(value, decimals);
  if (std::isnan(change.score)) return;
  std::vector<double> parts(change.contribution.begin(), change.contribution.end());
  round_parts(parts, change.score, decimals);
  std::copy(parts.begin(), parts.end(), change.contribution.begin());
}

void round_report(impact &report, int decimals) {
  const int of_shares = decimals_of_shares(decimals);
  round_competencies(report, decimals);
  round_success(report, decimals);
  round_delta(report.row.team_delta, decimals);
  round_team(report.without_candidate, decimals);
  round_team(report.with_candidate, decimals);
  for (recruitment::fired_rule &fired : report.safety.fired) round_scores({&fired.value}, decimals);
  if (report.environment) round_scores({&report.environment->score}, decimals);
  if (report.leader) {
    round_scores({&report.leader->score}, decimals);
    round_scores({&report.leader->distance}, of_shares);
    for (recruitment::leadership_gap &gap : report.leader->gaps) round_scores({&gap.gap}, of_shares);
  }
  round_row(report.row, decimals);
}

}  // namespace

impact explain(const profile &candidate, std::shared_ptr<const prepared_match> request, const person_id &person) {
  impact report = explain_exactly(candidate, request, person);
  report.decimals = request->request.decimals;
  if (report.decimals) round_report(report, *report.decimals);
  return report;
}

}  // namespace harmony::ranking
