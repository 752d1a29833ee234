#include "core/ranking/impact.hpp"

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

}  // namespace

impact explain(const profile &candidate, std::shared_ptr<const prepared_match> request, const person_id &person) {
  const match_request &asked = request->request;
  impact report;
  match_pool pool(request);
  pool.add(person, candidate);
  report.row = pool.rank().row(0);
  report.safety = assess(candidate, request->rules);
  report.safety.level = report.row.level;
  const profile counted = completed(candidate, *request);
  report.competencies = explain_competencies(counted, report.row, asked);
  report.stage_two = report.row.level != safety_level::disqualified && candidate.measured_mask() != 0;
  if (!report.stage_two) return report;

  report.learned = !std::isnan(asked.model.uncertainty.residual_sd);
  const prediction &success = report.row.success;
  if (!std::isnan(success.score)) {
    report.clamping = success.score - success.unclamped;
    report.rescaled = any_missing(report.row.term);
  }
  const team_to_join &joined = request->team_for(person);
  report.others = joined.members.n;
  report.without_candidate = joined.before;
  report.with_candidate = report.row.team;
  if (asked.environment) report.environment = f_env(counted, *asked.environment, asked.model.environment);
  if (asked.leader) report.leader = f_lmx(counted, *asked.leader, asked.model.leader);
  return report;
}

}  // namespace harmony::ranking
