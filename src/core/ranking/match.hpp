// A pool of candidates, matched against a position, a team and its environment: both stages of
// docs/reference/ranking.md in one pass, and one sort at the end.
//
// Use: prepare() the request once, add() each candidate to a pool (pools of parallel workers merge()), rank() it, read
// row(0), row(1), … Nothing depends on the order in which candidates were added.
//
// A candidate who lacks a trait waits until the pool's means are known (imputation.hpp); the others are evaluated at
// once.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/rounding.hpp"
#include "core/ranking/imputation.hpp"
#include "core/ranking/model.hpp"
#include "core/ranking/uncertainty.hpp"
#include "core/recruitment/percentile.hpp"
#include "core/recruitment/position_names.hpp"
#include "core/recruitment/safety.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace harmony::ranking {

using recruitment::benchmarks;
using recruitment::default_safety_rules;
using recruitment::leadership;
using recruitment::prediction;
using recruitment::safety_level;
using recruitment::safety_rule;
using recruitment::safety_rules;
using recruitment::score_histogram;
using recruitment::standing;
using recruitment::terms;
using recruitment::unknown_position;
using team::team_delta;

using person_id = std::array<std::uint8_t, 16>;

struct match_request {
  std::optional<std::string> position;                      // chooses the safety rules
  benchmarks asked{};                                       // of the position
  std::vector<safety_rule> rules = default_safety_rules();  // all of them; the position's are chosen here
  std::vector<profile> members{};                           // of the team
  std::vector<person_id> member_ids{};                      // who they are, in the order of members; or empty
  std::optional<recruitment::environment> environment{};
  std::optional<leadership> leader{};
  match_model model{};
  std::optional<pool_traits> pool{};  // in place of the candidates' own means
  std::vector<person_id> lifted{};    // for whom the barrier was lifted: what disqualifies them counts as high risk
  std::size_t top = 0;                // how many rows to rank; 0 for all
  std::size_t draws = 0;              // of each candidate, for the probability to be among the best; 0 for none
  std::uint64_t seed = 0;             // of the draws
  std::size_t least_team = 0;         // the fit of fewer others, and the mean of a trait of fewer, are not used
  std::optional<int> decimals{};      // how results are shown; in full precision without
};

/// The team that a candidate would join, and its fit without the candidate.
struct team_to_join {
  team::team_summary members;
  team::team_fit before;
};

/// A checked request with everything that does not depend on the candidate.
struct prepared_match {
  match_request request;
  safety_rules rules;
  team_to_join everybody;
  std::map<person_id, team_to_join> others;  // of a member: the rest of the team
  double environment_ratio = missing;        // R/D
  traits_taken taken;                        // of a candidate
  error_sources errors;                      // of traits; the imputed ones' from the request's pool
  trait_mask taken_with_parts = 0;           // who has all of these lacks nothing
  std::optional<unknown_position> warning{};

  /// The team that this person would join: a member joins the others.
  const team_to_join &team_for(const person_id &person) const noexcept {
    const auto member = others.find(person);
    return member == others.end() ? everybody : member->second;
  }

  /// The level that counts for a person: a lifted barrier no longer disqualifies.
  safety_level level_for(const person_id &person, safety_level level) const noexcept {
    const bool is_lifted =
        level == safety_level::disqualified && std::binary_search(request.lifted.begin(), request.lifted.end(), person);
    return is_lifted ? safety_level::high_risk : level;
  }
};

/// At most this many draws, of so many candidates: the first in the order of presentation.
inline constexpr std::size_t max_draws = 10000, max_drawn = 1000;

/// The best so many of whom the probability is asked where the request does not say.
inline constexpr std::size_t default_top = 10;

/// At most this many safety rules may apply to a position.
inline constexpr std::size_t max_match_rules = 64;

/// Checks a request and prepares it. Errors: those of match_model::check(), rules_for(), evaluate_environment() and
/// check_fields() of the leadership; 54000 for more than `max_match_rules` applicable rules; 22023 when there are
/// member_ids, but not one for each member.
std::shared_ptr<const prepared_match> prepare(match_request request);

/// The traits that F_team takes, 0…100 or missing.
struct team_traits {
  double agreeableness, conscientiousness, emotional_stability;
};

/// What is kept of a candidate, beside one double a competency. Trivially copyable, without padding.
struct candidate {
  person_id person;
  std::uint64_t fired;  // safety_screen::fired
  terms term;           // of stage 2; missing for the disqualified
  team_traits in_team;
  double fit_error;  // standard errors of g_fit and ŷ from those of the traits; missing where the score is
  double success_error;
  trait_mask measured;
  trait_mask imputed;   // the pool's mean stands in
  std::uint32_t level;  // safety_level
  std::uint32_t unused;

  bool disqualified() const noexcept { return level == static_cast<std::uint32_t>(safety_level::disqualified); }

  /// Stage 2 is for those who pass the barrier; where nothing was measured it would only describe the team.
  bool reaches_stage_two() const noexcept { return !disqualified() && measured != 0; }
};

/// A candidate who lacks a trait: the place in the pool, and the profile as it came.
struct incomplete_candidate {
  std::uint64_t index;
  profile traits;
};

enum match_flag : std::uint8_t {
  resilience_proxy = 1,  // emotional stability stood in for resilience
  partial_profile = 2,   // data quality below .60, or a rule that disqualifies could not be judged
  barrier_lifted = 4     // a rule that disqualifies fired, and the barrier was lifted for this person
};

/// RESILIENCE_PROXY, PARTIAL_PROFILE, BARRIER_LIFTED, in this order, for the bits of a set of flags.
std::vector<std::string> match_flag_names(std::uint8_t flags);

struct match_competency {
  double score = missing;  // 0…100
  standing in_pool{missing, missing, missing};
  double data_quality = 0.0;
  bool resilience_proxy = false;
};

/// One candidate's result. The disqualified and those of whom nothing was measured do not reach stage 2: its numbers
/// are missing and its flags absent. Numbers have full precision; labels of missing numbers are nullptr.
struct match_row {
  std::size_t rank = 0;  // 1…: the place in the presentation order
  person_id person{};
  safety_level level = safety_level::clear;
  std::vector<std::uint32_t> fired_rules;       // indexes into match_request::rules, worst first
  double g_fit = missing;                       // as shown: 0 for the disqualified
  double audit_g_fit = missing;                 // as computed
  standing in_pool{missing, missing, missing};  // of the computed g_fit
  std::vector<match_competency> competencies;   // in the model's order
  prediction success;                           // ŷ with its contributions; missing for the disqualified
  terms term{missing, missing, missing, missing};
  team::team_fit team;                // with the candidate
  team::team_delta team_delta;        // and how that differs from the team without
  const char *confidence = nullptr;   // of the centile: data quality and size of the pool; LOW with partial_profile
  double data_quality = 0.0;          // of g_fit: what was measured
  double success_data_quality = 0.0;  // of ŷ: Σ |β| q / Σ |β| over the terms' own qualities
  trait_mask measured = 0, imputed = 0;
  trait_mask unassessed = 0;  // safety_rules::unassessed()
  std::uint8_t flags = 0;     // match_flag bits; those of the team are in `team`
  const char *fit_label = nullptr;
  const char *success_label = nullptr;    // nullptr for the disqualified
  score_interval fit_interval;            // 90 %, of g_fit; missing for the disqualified, as the next three
  score_interval success_interval;        // of ŷ, with the model's residual standard deviation
  std::optional<std::int64_t> tied_with;  // others whose ŷ lies within 1.645 √2 standard errors of this one's
  double p_top = missing;                 // the probability to be among the best; missing where not drawn
};

/// Decimals of shares, such as probabilities, where scores have so many: whole numbers and whole percent.
inline int decimals_of_shares(int decimals) noexcept { return std::min(decimals + 2, noise_decimals); }

/// Rounds every number of a row for showing: scores to so many decimals, shares to two more.
void round_row(match_row &row, int decimals);

class match_pool;

/// What the order of presentation compares first: scores without noise, as whole numbers.
struct rank_key {
  std::int64_t y_success, g_fit;
  std::uint32_t index;
};

/// The profile with the means of the request's pool in place of what it lacks; as it is without such a pool.
profile completed(const profile &person, const prepared_match &request);

/// A ranked pool. Keeps a reference to the pool, which must outlive it unchanged.
///
/// The order is one of presentation only; g_fit and ŷ remain two numbers: the disqualified last; then by ŷ, by the
/// computed g_fit (both descending, missing last), by the person's bytes.
class match_result {
 public:
  /// Rows there are: the pool's size, or `top` where that is less.
  std::size_t size() const noexcept { return size_; }

  /// The row at a place, from 0, in full precision. O(competencies + log N).
  match_row row(std::size_t place) const;

  /// The same as the request wants it shown.
  match_row shown(std::size_t place) const;

 private:
  friend class match_pool;
  explicit match_result(const match_pool &pool);

  /// Counts the scores of all candidates, and gives what they are ordered by.
  std::vector<rank_key> count_scores();

  /// The probabilities of the first ones to be among the best.
  void draw();

  /// The interval of ŷ, who cannot be told apart, and the probability to be among the best.
  void describe_uncertainty(match_row &row, std::size_t place, const candidate &entry) const;

  const match_pool *pool_;
  std::vector<std::uint32_t> order_;  // the rows, and who is drawn beside them
  std::size_t size_ = 0;
  std::vector<double> successes_;  // ŷ of all who have one, without noise, ascending
  std::vector<double> p_top_;      // of the first in the order
  std::size_t scored_ = 0;         // candidates with a g_fit
  std::vector<standing> g_fit_standings_;
  std::vector<std::vector<standing>> competency_standings_;
};

/// The open candidacies of a campaign.
///
/// Every candidate counts in the centiles with the computed scores, the disqualified too: the pool is all open
/// candidacies, and who passes the barrier does not move the others' centiles. A candidate whose score is missing does
/// not count in that score's pool.
class match_pool {
 public:
  explicit match_pool(std::shared_ptr<const prepared_match> request) : request_(std::move(request)) {}

  /// Evaluates a (derived) profile and keeps the result, or keeps the profile where it lacks a trait. O(1) in the size
  /// of the pool. Error 54000 beyond 2^32 − 1 candidates.
  void add(const person_id &person, const profile &traits);

  /// Adds all candidates of another pool of the same request.
  void merge(const match_pool &other);

  /// size() candidates and size() · competency_count() scores, the competencies of one candidate together.
  const std::vector<candidate> &candidates() const noexcept { return candidates_; }
  const std::vector<double> &scores() const noexcept { return scores_; }

  /// The traits of the pool: the request's, or those of the candidates so far.
  pool_traits traits() const noexcept;

  /// Adds candidates with their scores. Error 22P03 when a number cannot come from a pool of this request.
  void append(const candidate *candidates, const double *scores, std::size_t size);

  /// The candidates, without the request; append() reads them into a pool of the same request. Errors: 22P03.
  void serialize(native_writer &out) const;
  void append(native_reader &in);

  std::size_t size() const noexcept { return candidates_.size(); }
  std::size_t competency_count() const noexcept { return request_->request.model.fit.competencies.size(); }
  const prepared_match &request() const noexcept { return *request_; }

  /// Evaluates who waits for the means of the pool. To be called after the last add(); more may be added later, and
  /// then it is called again. Polls for interrupts. Error 22023 when a person is in the pool twice.
  void complete();

  /// complete(), then ranks the pool: O(N log N). Polls for interrupts.
  match_result rank();

 private:
  friend class match_result;

  /// The computed g_fit of a candidate.
  double g_fit_at(std::size_t index) const noexcept;

  /// Both stages of a candidate whose profile is complete, as far as it can be.
  void evaluate(std::size_t index, const profile &traits, const error_sources &errors);
  void evaluate_stage_two(candidate &entry, const profile &traits, const error_sources &errors) const;

  void refuse_a_person_twice() const;

  std::shared_ptr<const prepared_match> request_;
  std::vector<candidate> candidates_;
  std::vector<double> scores_;
  std::vector<incomplete_candidate> incomplete_;
  pool_sums sums_;
  fit_weights fit_weights_;  // of the candidate before: most have the same traits
  bool is_complete_ = false;
};

}  // namespace harmony::ranking
