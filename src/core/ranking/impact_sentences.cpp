// The impact report in words: sentences by code and parameters, and in English. They name only what the report holds.
#include "core/ranking/impact.hpp"

#include "core/base/rounding.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace harmony::ranking {

using person::exceeds;
using person::falls_below;
using person::trait_name;
using recruitment::fired_rule;
using recruitment::leadership_gap;
using recruitment::term_count;

namespace {

constexpr std::array<const char *, term_count> term_words{"individual performance", "fit with the team",
                                                          "fit with the environment", "fit with the leader"};
constexpr std::array<const char *, team::part_count> part_words{
    "the lowest agreeableness", "likeness in conscientiousness", "mean emotional stability"};

constexpr int usual_decimals = 1;

/// Decimals of scores in words.
int decimals_of(const impact &report) noexcept {
  return std::min(report.decimals.value_or(usual_decimals), usual_decimals);
}

std::string number(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, rounded_score(value, decimals));
  return text;
}

std::string number(const impact &report, double value) { return number(value, decimals_of(report)); }

std::string signed_number(const impact &report, double value) {
  return (value >= 0.0 ? "+" : "") + number(report, value);
}

bool shows_zero(const impact &report, double value) { return rounded_score(value, decimals_of(report)) == 0.0; }

std::string listed(const std::vector<std::string> &words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k)
    text += (k == 0 ? "" : (k + 1 == words.size() ? " and " : ", ")) + words[k];
  return text;
}

std::string underscored_as_words(std::string text) {
  for (char &c : text)
    if (c == '_') c = ' ';
  return text;
}

std::string label_as_words(const char *label) {
  std::string text = underscored_as_words(label);
  for (char &c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// "90 % interval 52.0 to 61.0"
std::string interval_text(const impact &report, const score_interval &interval) {
  return "90 % interval " + number(report, interval.low) + " to " + number(report, interval.high);
}

void add_interval(const char *low, const char *high, const score_interval &interval, statement &out) {
  out.parameters.push_back({low, interval.low});
  out.parameters.push_back({high, interval.high});
}

statement describe_fit(const impact &report) {
  if (std::isnan(report.row.audit_g_fit))
    return {"FIT_UNKNOWN", {}, "Nothing that the position asks for was measured."};
  const explained_competency *best = nullptr, *worst = nullptr;
  for (const explained_competency &part : report.competencies) {
    if (!(part.weight > 0.0)) continue;
    if (best == nullptr || exceeds(part.evaluated.score, best->evaluated.score)) best = &part;
    if (worst == nullptr || falls_below(part.evaluated.score, worst->evaluated.score)) worst = &part;
  }
  statement fit{
      "FIT", {{"g_fit", report.row.audit_g_fit}}, "Fit to the position is " + number(report, report.row.audit_g_fit)};
  if (!std::isnan(report.row.fit_interval.low)) {
    add_interval("g_fit_low", "g_fit_high", report.row.fit_interval, fit);
    fit.text += " (" + interval_text(report, report.row.fit_interval) + ")";
  }
  if (best != nullptr && best != worst) {
    fit.parameters.push_back({"highest", best->name});
    fit.parameters.push_back({"highest_score", best->evaluated.score});
    fit.parameters.push_back({"lowest", worst->name});
    fit.parameters.push_back({"lowest_score", worst->evaluated.score});
    fit.text += ", highest in " + underscored_as_words(best->name) + " (" + number(report, best->evaluated.score) +
                ") and lowest in " + underscored_as_words(worst->name) + " (" + number(report, worst->evaluated.score) +
                ")";
  }
  fit.text += ".";
  return fit;
}

struct barrier_words {
  const char *code, *text;
};
barrier_words words_of_barrier(const impact &report) noexcept {
  if (report.safety.level == safety_level::disqualified)
    return {"BARRIER_DISQUALIFIED", "The safety barrier rules the candidate out unless the employer lifts it: "};
  if ((report.row.flags & barrier_lifted) != 0)
    return {"BARRIER_LIFTED", "The employer has lifted the safety barrier: "};
  if (report.safety.level == safety_level::high_risk)
    return {"BARRIER_HIGH_RISK", "The safety barrier sees a high risk: "};
  return {"BARRIER_ADVISORY", "The safety barrier advises care: "};
}

/// A trait that fires a rule is one of the person's answers: whole numbers would tell it where its scale has few steps.
std::string value_words(const impact &report, double value) {
  return decimals_of(report) == 0 ? "" : number(report, value) + ", ";
}

void describe_safety(const impact &report, std::vector<statement> &out) {
  if (report.safety.fired.empty()) return;
  std::vector<std::string> traits, sentences;
  for (const fired_rule &fired : report.safety.fired) {
    if (fired.effect != report.safety.fired.front().effect) continue;
    traits.emplace_back(trait_name(fired.which));
    sentences.push_back(underscored_as_words(traits.back()) + " is " + value_words(report, fired.value) + "below " +
                        number(fired.below, usual_decimals));
  }
  const barrier_words words = words_of_barrier(report);
  out.push_back({words.code, {{"traits", traits}}, words.text + listed(sentences) + "."});
}

// A sentence of traits by the set of them; none for the empty set.
void describe_traits(trait_mask set, const char *code, const std::string &before, const char *behind,
                     std::vector<statement> &out) {
  std::vector<std::string> traits, words;
  for (const std::string_view name : person::trait_names(set)) {
    traits.emplace_back(name);
    words.push_back(underscored_as_words(traits.back()));
  }
  if (!traits.empty()) out.push_back({code, {{"traits", traits}}, before + listed(words) + behind});
}

void describe_imputed(const impact &report, std::vector<statement> &out) {
  describe_traits(report.row.imputed, "IMPUTED", "Not measured, and counted as the mean of the pool: ", ".", out);
}

void describe_unassessed(const impact &report, std::vector<statement> &out) {
  describe_traits(report.safety.unassessed, "BARRIER_UNASSESSED", "The safety barrier could not judge ",
                  ": not measured.", out);
}

statement describe_success(const impact &report) {
  const prediction &success = report.row.success;
  if (std::isnan(success.score))
    return {"SUCCESS_UNKNOWN", {}, "Success with this team cannot be predicted: none of its terms is known."};
  const char *label = report.row.success_label;
  statement said{"SUCCESS", {{"score", success.score}, {"label", std::string(label)}}, ""};
  add_interval("y_low", "y_high", report.row.success_interval, said);
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < term_count; ++k) {
    if (std::isnan(report.row.term[k])) continue;
    said.parameters.push_back({recruitment::term_names[k], success.contribution[k]});
    parts.push_back(std::string(term_words[k]) + " brings " + number(report, success.contribution[k]));
  }
  said.text = "Predicted success with this team is " + number(report, success.score) + " (" +
              interval_text(report, report.row.success_interval) + ", " + label_as_words(label) + "): " + listed(parts);
  if (success.intercept != 0.0) {
    said.parameters.push_back({"intercept", success.intercept});
    said.text += ", on an intercept of " + number(report, success.intercept);
  }
  if (report.clamping != 0.0) {
    said.parameters.push_back({"clamping", report.clamping});
    said.text += ", held to the scale by " + signed_number(report, report.clamping);
  }
  said.text += ".";
  return said;
}

void describe_validity(const impact &report, std::vector<statement> &out) {
  if (std::isnan(report.row.success.score)) return;
  if (report.learned)
    out.push_back({"INTERVAL_LEARNED", {}, "The interval holds errors of measurement and of prediction."});
  else
    out.push_back({"INTERVAL_MEASUREMENT",
                   {},
                   "The interval holds errors of measurement alone: the model's weights are assumptions from the "
                   "literature, not a validated forecast."});
}

void describe_missing_terms(const impact &report, std::vector<statement> &out) {
  if (!report.rescaled) return;
  std::vector<std::string> terms, words;
  for (std::size_t k = 0; k < term_count; ++k) {
    if (!std::isnan(report.row.term[k])) continue;
    terms.emplace_back(recruitment::term_names[k]);
    words.emplace_back(term_words[k]);
  }
  out.push_back(
      {"TERMS_UNKNOWN", {{"terms", terms}}, "Not known: " + listed(words) + "; the other terms carry the weight."});
}

void describe_team(const impact &report, std::vector<statement> &out) {
  const team::team_delta &change = report.row.team_delta;
  if (change.label == nullptr) {
    const std::size_t least = std::max<std::size_t>(report.least_team, 2);
    if (report.others < least)
      out.push_back({"TEAM_UNKNOWN",
                     {{"least", static_cast<double>(least)}},
                     "There is no crew of " + (least == 2 ? std::string("two") : std::to_string(least)) +
                         " or more to compare the team with."});
    return;
  }
  std::size_t most = 0;
  for (std::size_t k = 1; k < team::part_count; ++k)
    if (exceeds(std::fabs(change.contribution[k]), std::fabs(change.contribution[most]))) most = k;
  statement said{
      "TEAM_CHANGE",
      {{"without", report.without_candidate.score},
       {"with", report.with_candidate.score},
       {"delta", change.score},
       {"label", std::string(change.label)}},
      "With the candidate the team scores " + number(report, report.with_candidate.score) + " instead of " +
          number(report, report.without_candidate.score) + " (" +
          (shows_zero(report, change.score) ? "the difference rounds to 0" : signed_number(report, change.score)) +
          ", " + label_as_words(change.label) + ")"};
  if (change.contribution[most] != 0.0) {
    said.parameters.push_back({"part", std::string(team::part_names[most])});
    said.parameters.push_back({"contribution", change.contribution[most]});
    if (!shows_zero(report, change.contribution[most]))
      said.text += ", most of all through " + std::string(part_words[most]) + " (" +
                   signed_number(report, change.contribution[most]) + ")";
  }
  said.text += ".";
  out.push_back(std::move(said));
}

void describe_team_flags(const impact &report, std::vector<statement> &out) {
  const std::uint8_t flags = report.with_candidate.flags;
  std::vector<std::string> words;
  if ((flags & team::low_agreeableness) != 0) words.emplace_back("low agreeableness at its lowest");
  if ((flags & team::conscientiousness_spread) != 0) words.emplace_back("a wide spread of conscientiousness");
  if ((flags & team::low_stability) != 0) words.emplace_back("low emotional stability on average");
  if (!words.empty())
    out.push_back(
        {"TEAM_FLAGS", {{"flags", team::flag_names(flags)}}, "The team with the candidate has " + listed(words) + "."});
}

void describe_environment(const impact &report, std::vector<statement> &out) {
  if (!report.environment || report.environment->status == nullptr) return;
  const recruitment::environment_fit &found = *report.environment;
  out.push_back({"ENVIRONMENT",
                 {{"status", std::string(found.status)}, {"ratio", found.ratio}},
                 "Resources against demands of the environment: " + label_as_words(found.status) + " (ratio " +
                     number(found.ratio, usual_decimals) + ")."});
}

void describe_leader(const impact &report, std::vector<statement> &out) {
  if (!report.leader || report.leader->label == nullptr) return;
  std::vector<std::string> leader_more, candidate_more, words;
  for (const leadership_gap &gap : report.leader->gaps) {
    if (gap.label == nullptr || std::string_view(gap.label) == "ALIGNED") continue;
    (gap.gap > 0.0 ? leader_more : candidate_more).emplace_back(gap.dimension);
    words.push_back(std::string(gap.dimension) + (gap.gap > 0.0 ? " (the leader more)" : " (the candidate more)"));
  }
  out.push_back(
      {"LEADER",
       {{"label", std::string(report.leader->label)}, {"leader_more", leader_more}, {"candidate_more", candidate_more}},
       "Match with the leader: " + label_as_words(report.leader->label) +
           (words.empty() ? "" : ", apart in " + listed(words)) + "."});
}

}  // namespace

std::vector<statement> statements_of(const impact &report) {
  std::vector<statement> out;
  if (report.stage_two) out.push_back(describe_success(report));
  describe_safety(report, out);
  if (report.stage_two) {
    describe_missing_terms(report, out);
    describe_team(report, out);
    describe_team_flags(report, out);
    describe_environment(report, out);
    describe_leader(report, out);
  }
  out.push_back(describe_fit(report));
  describe_imputed(report, out);
  if (report.stage_two) describe_validity(report, out);
  describe_unassessed(report, out);
  return out;
}

}  // namespace harmony::ranking
