// The impact report in words. Sentences name only what the report holds.
#include "core/ranking/impact.hpp"

#include "core/base/rounding.hpp"

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
    "the least agreeable member", "likeness in conscientiousness", "mean emotional stability"};

std::string number(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f", round_to(without_noise(value), 1));
  return text;
}

std::string signed_number(double value) { return (value >= 0.0 ? "+" : "") + number(value); }

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

std::string fit_sentence(const impact &report) {
  if (std::isnan(report.row.audit_g_fit)) return "Nothing that the position asks for was measured.";
  const explained_competency *best = nullptr, *worst = nullptr;
  for (const explained_competency &part : report.competencies) {
    if (!(part.weight > 0.0)) continue;
    if (best == nullptr || exceeds(part.evaluated.score, best->evaluated.score)) best = &part;
    if (worst == nullptr || falls_below(part.evaluated.score, worst->evaluated.score)) worst = &part;
  }
  std::string text = "Fit to the position is " + number(report.row.audit_g_fit);
  if (best != nullptr && best != worst)
    text += ", highest in " + underscored_as_words(best->name) + " (" + number(best->evaluated.score) +
            ") and lowest in " + underscored_as_words(worst->name) + " (" + number(worst->evaluated.score) + ")";
  return text + ".";
}

void describe_safety(const impact &report, std::vector<std::string> &out) {
  if (report.safety.fired.empty()) return;
  std::vector<std::string> traits;
  for (const fired_rule &fired : report.safety.fired) {
    const std::string text = underscored_as_words(std::string(trait_name(fired.which))) + " is " + number(fired.value) +
                             ", below " + number(fired.below);
    if (fired.effect == report.safety.fired.front().effect) traits.push_back(text);
  }
  const char *verdict = report.safety.level == safety_level::disqualified
                            ? "The safety barrier rules the candidate out: "
                        : (report.row.flags & barrier_lifted) != 0       ? "The safety barrier was lifted: "
                        : report.safety.level == safety_level::high_risk ? "The safety barrier sees a high risk: "
                                                                         : "The safety barrier advises care: ";
  out.push_back(verdict + listed(traits) + ".");
}

std::string words_of(trait_mask set) {
  std::vector<std::string> words;
  for (const std::string_view name : person::trait_names(set)) words.push_back(underscored_as_words(std::string(name)));
  return listed(words);
}

void describe_imputed(const impact &report, std::vector<std::string> &out) {
  if (report.row.imputed == 0) return;
  out.push_back("Not measured, and counted as the mean of the pool: " + words_of(report.row.imputed) + ".");
}

void describe_unassessed(const impact &report, std::vector<std::string> &out) {
  if (report.safety.unassessed == 0) return;
  out.push_back("The safety barrier could not judge " + words_of(report.safety.unassessed) + ": not measured.");
}

std::string success_sentence(const impact &report) {
  const prediction &success = report.row.success;
  if (std::isnan(success.score)) return "Success with this team cannot be predicted: none of its terms is known.";
  std::string text = "Predicted success with this team is " + number(success.score) + " (" +
                     label_as_words(report.row.success_label) + "): ";
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < term_count; ++k)
    if (!std::isnan(report.row.term[k]))
      parts.push_back(std::string(term_words[k]) + " brings " + number(success.contribution[k]));
  text += listed(parts);
  if (success.intercept != 0.0) text += ", on an intercept of " + number(success.intercept);
  if (report.clamping != 0.0) text += ", held to the scale by " + signed_number(report.clamping);
  return text + ".";
}

void describe_missing_terms(const impact &report, std::vector<std::string> &out) {
  if (!report.rescaled) return;
  std::vector<std::string> unknown;
  for (std::size_t k = 0; k < term_count; ++k)
    if (std::isnan(report.row.term[k])) unknown.emplace_back(term_words[k]);
  out.push_back("Not known: " + listed(unknown) + "; the other terms carry the weight.");
}

void describe_team(const impact &report, std::vector<std::string> &out) {
  const team::team_delta &change = report.row.team_delta;
  if (change.label == nullptr) {
    if (report.others < 2) out.emplace_back("There is no crew of two or more to compare the team with.");
    return;
  }
  std::size_t most = 0;
  for (std::size_t k = 1; k < team::part_count; ++k)
    if (exceeds(std::fabs(change.contribution[k]), std::fabs(change.contribution[most]))) most = k;
  std::string text = "With the candidate the team scores " + number(report.with_candidate.score) + " instead of " +
                     number(report.without_candidate.score) + " (" + signed_number(change.score) + ", " +
                     label_as_words(change.label) + ")";
  if (change.contribution[most] != 0.0)
    text += ", most of all through " + std::string(part_words[most]) + " (" + signed_number(change.contribution[most]) +
            ")";
  out.push_back(text + ".");
}

void describe_team_flags(const impact &report, std::vector<std::string> &out) {
  const std::uint8_t flags = report.with_candidate.flags;
  std::vector<std::string> risks;
  if ((flags & team::jerk_risk) != 0) risks.emplace_back("one member who is hard to get on with");
  if ((flags & team::faultline_risk) != 0) risks.emplace_back("a split over how carefully work is done");
  if ((flags & team::emotional_fragility) != 0) risks.emplace_back("little calm when it gets hard");
  if (!risks.empty()) out.push_back("The team with the candidate carries a risk: " + listed(risks) + ".");
}

void describe_environment_and_leader(const impact &report, std::vector<std::string> &out) {
  if (report.environment && report.environment->status != nullptr)
    out.push_back("Resources against demands of the environment: " + label_as_words(report.environment->status) +
                  " (ratio " + number(report.environment->ratio) + ").");
  if (report.leader && report.leader->label != nullptr) {
    std::vector<std::string> gaps;
    for (const leadership_gap &gap : report.leader->gaps)
      if (gap.label != nullptr && std::string_view(gap.label) != "ALIGNED")
        gaps.push_back(std::string(gap.dimension) + (gap.gap > 0.0 ? " (the leader more)" : " (the candidate more)"));
    out.push_back("Match with the leader: " + label_as_words(report.leader->label) +
                  (gaps.empty() ? "" : ", apart in " + listed(gaps)) + ".");
  }
}

}  // namespace

std::vector<std::string> sentences_of(const impact &report) {
  std::vector<std::string> out;
  if (report.stage_two) out.push_back(success_sentence(report));
  describe_safety(report, out);
  if (report.stage_two) {
    describe_missing_terms(report, out);
    describe_team(report, out);
    describe_team_flags(report, out);
    describe_environment_and_leader(report, out);
  }
  out.push_back(fit_sentence(report));
  describe_imputed(report, out);
  describe_unassessed(report, out);
  return out;
}

}  // namespace harmony::ranking
