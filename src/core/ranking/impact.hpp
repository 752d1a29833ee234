// One candidate, explained: where every number of both stages comes from, and how joining changes the team
// (docs/reference/impact.md).
#pragma once

#include "core/ranking/match.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace harmony::ranking {

using recruitment::competency_score;
using recruitment::environment_fit;
using recruitment::leadership_fit;
using recruitment::safety_assessment;
using recruitment::trait_contribution;

struct explained_competency {
  std::string name;
  competency_score evaluated;
  double weight = 0.0;                     // share of g_fit, 0…1; 0 without a score
  double contribution = 0.0;               // weight × score; they sum to g_fit
  std::vector<trait_contribution> traits;  // they sum to the score
};

/// The explained result of a candidate. Parts that cannot be computed are missing, as in match_row, of which the
/// numbers are.
struct impact {
  match_row row;  // of a pool of one: without standing and confidence
  safety_assessment safety;
  std::vector<explained_competency> competencies;
  bool stage_two = false;         // not for the disqualified and an empty profile; then all that follows is empty
  double clamping = 0.0;          // what clamping ŷ to 0…100 adds: intercept + Σ contributions + clamping = ŷ
  bool learned = false;           // the model knows how far outcomes lie from its predictions
  bool rescaled = false;          // a term was missing and the β of the others were rescaled
  std::size_t others = 0;         // members of the team without the candidate
  std::size_t least_team = 0;     // as in the request
  std::optional<int> decimals{};  // to which the numbers are rounded
  team::team_fit without_candidate, with_candidate;
  std::optional<environment_fit> environment;
  std::optional<leadership_fit> leader;
};

/// Explains a (derived) profile. Every number is that of harmony.match for the same request and person: one of the crew
/// is matched with the others, and a lifted barrier counts. Where the request says to how many decimals, all numbers
/// are rounded for showing, the contributions by round_parts(), so that they sum to the rounded score: of traits to a
/// competency, of competencies to g_fit, of intercept, terms and clamping to ŷ, of parts to the team's delta.
impact explain(const profile &candidate, std::shared_ptr<const prepared_match> request, const person_id &person = {});

/// A value that a sentence names.
struct parameter {
  const char *name;
  std::variant<double, std::string, std::vector<std::string>> value;  // codes and keys, no words
};

/// A sentence by its code and parameters, from which another language makes its own, and in English.
struct statement {
  const char *code;
  std::vector<parameter> parameters;
  std::string text;
};
inline constexpr const char *language_of_statements = "en";

/// The report in words, one sentence each: the result of safety and success first, then the terms that are not known,
/// the team, the environment, the leader, the fit, and what was not measured. Numbers in the text are rounded to 1
/// decimal, or as the report's; in a report of whole numbers no text tells a trait. Codes and their parameters:
/// docs/reference/impact.md, "In words".
std::vector<statement> statements_of(const impact &report);

}  // namespace harmony::ranking
