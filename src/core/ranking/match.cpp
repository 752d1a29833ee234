#include "core/ranking/match.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/uuid_text.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

namespace harmony::ranking {

using person::bit_of;
using person::weighted_trait;
using recruitment::competency;
using recruitment::countable;
using recruitment::evaluate_environment;
using recruitment::f_env_score;
using recruitment::f_lmx;
using recruitment::g_fit_of;
using recruitment::mlpsm;
using recruitment::rules_for;
using recruitment::safety_screen;
using recruitment::score_competency;

namespace {

static_assert(std::is_trivially_copyable_v<candidate>, "candidates move between processes as they are");
static_assert(sizeof(candidate) == 16 + 8 + 32 + 24 + 2 * 8 + 4 * 4, "candidates are compared by memcmp: no padding");

constexpr terms no_terms{missing, missing, missing, missing};
constexpr trait_mask leader_traits = bit_of(trait::autonomy) | bit_of(trait::feedback) | bit_of(trait::structure);
constexpr trait_mask cognitive_traits = bit_of(trait::logical) | bit_of(trait::numerical) | bit_of(trait::verbal);
constexpr trait_mask team_fit_traits =
    bit_of(trait::agreeableness) | bit_of(trait::conscientiousness) | bit_of(trait::emotional_stability);

bool is_score(double value) noexcept { return std::isnan(value) || (value >= 0.0 && value <= 100.0); }

bool is_error(double value) noexcept { return std::isnan(value) || value >= 0.0; }

bool plausible(const candidate &entry, std::size_t rules) noexcept {
  const std::uint64_t rule_bits =
      rules < max_match_rules ? (std::uint64_t{1} << rules) - 1 : std::numeric_limits<std::uint64_t>::max();
  return (entry.fired & ~rule_bits) == 0 && entry.level <= static_cast<std::uint32_t>(safety_level::disqualified) &&
         (entry.measured >> trait_count) == 0 && (entry.imputed >> trait_count) == 0 &&
         std::all_of(entry.term.begin(), entry.term.end(), is_score) && is_score(entry.in_team.agreeableness) &&
         is_score(entry.in_team.conscientiousness) && is_score(entry.in_team.emotional_stability) &&
         is_error(entry.fit_error) && is_error(entry.success_error);
}

bool plausible(const profile &traits) noexcept {
  for (std::size_t k = 0; k < trait_count; ++k) {
    const auto which = static_cast<trait>(k);
    const bool is_number = traits.get(which) >= 0.0 && traits.get(which) <= trait_maximum(which);
    const bool is_marked = (traits.measured_mask() & bit_of(which)) != 0;
    if (is_marked ? !is_number : !std::isnan(traits.get(which))) return false;
  }
  return true;
}

[[noreturn]] void refuse_state() {
  throw error(sqlstate::invalid_binary_representation, "state of a pool of candidates is damaged");
}

void check_size(std::size_t size, std::size_t more) {
  if (more > std::numeric_limits<std::uint32_t>::max() - size)
    throw error(sqlstate::program_limit_exceeded, "too many candidates in one pool");
}

/// A place of a person among 2^bits.
std::size_t place_of(const person_id &person, unsigned bits) noexcept {
  std::uint64_t high = 0, low = 0;
  std::memcpy(&high, person.data(), sizeof high);
  std::memcpy(&low, person.data() + sizeof high, sizeof low);
  return static_cast<std::size_t>(((high ^ (low << 31U | low >> 33U)) * 0x9E3779B97F4A7C15U) >> (64U - bits));
}

/// The persons whose place of 16 for each candidate is taken by another candidate as well: everybody who is there
/// twice, and one of sixteen of the rest. In time linear in the pool, where sorting all of them takes longer than to
/// rank them.
std::vector<person_id> seen_twice(const std::vector<candidate> &candidates) {
  unsigned bits = 6;
  while ((std::size_t{1} << bits) < 16 * candidates.size()) ++bits;
  std::vector<std::uint64_t> once((std::size_t{1} << bits) / 64), twice(once.size());
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const std::size_t place = place_of(candidates[k].person, bits);
    const std::uint64_t bit = std::uint64_t{1} << place % 64;
    twice[place / 64] |= once[place / 64] & bit;
    once[place / 64] |= bit;
  }
  std::vector<person_id> persons;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const std::size_t place = place_of(candidates[k].person, bits);
    if ((twice[place / 64] >> place % 64 & 1U) != 0) persons.push_back(candidates[k].person);
  }
  return persons;
}

/// The team of a request without one member, or with all of them.
team_to_join team_without(const match_request &request, const person_id *member) {
  team_to_join result;
  for (std::size_t k = 0; k < request.members.size(); ++k)
    if (member == nullptr || request.member_ids[k] != *member) result.members.add(request.members[k]);
  if (result.members.least_measured() < request.least_team) result.members = {};
  result.before = team::fit_of(result.members, request.model.team);
  return result;
}

/// Whether some candidate is matched with a team: there is one, and it is large enough.
bool team_counts(const match_request &request) noexcept {
  return !request.members.empty() && team::summarise(request.members).least_measured() >= request.least_team;
}

trait_mask weighted_traits(const person::trait_weights &weights) noexcept {
  trait_mask traits = 0;
  for (const weighted_trait &entry : weights)
    if (entry.weight > 0.0) traits |= bit_of(entry.which);
  return traits;
}

/// What the competencies and the terms of a request take of a candidate.
traits_taken taken_by(const match_request &request, double environment_ratio) {
  traits_taken taken;
  for (const competency &entry : request.model.fit.competencies) taken.traits |= weighted_traits(entry.weights);
  taken.gca_by_parts = (taken.traits & bit_of(trait::gca)) != 0 &&
                       (countable(cognitive_traits, request.asked) & bit_of(trait::gca)) != 0;
  taken.traits |= weighted_traits(request.model.p_ind);
  if (team_counts(request)) taken.traits |= team_fit_traits;
  if (!std::isnan(environment_ratio)) taken.traits |= bit_of(trait::resilience);
  if (request.leader && complete(*request.leader)) taken.traits |= leader_traits;
  return taken;
}

bool has_benchmarks(const benchmarks &position) noexcept {
  for (std::size_t k = 0; k < trait_count; ++k)
    if (position[static_cast<trait>(k)]) return true;
  return false;
}

}  // namespace

std::shared_ptr<const prepared_match> prepare(match_request request) {
  request.model.check();
  const auto prepared = std::make_shared<prepared_match>();
  prepared->rules = rules_for(request.position, request.rules);
  if (prepared->rules.rules.size() > max_match_rules)
    throw error(sqlstate::program_limit_exceeded, "too many safety rules apply to one position",
                "The limit is " + std::to_string(max_match_rules) + ".");
  prepared->everybody = team_without(request, nullptr);
  const std::size_t n_members = request.members.size(), n_ids = request.member_ids.size();
  if (n_ids != 0 && n_ids != n_members)
    throw error(sqlstate::invalid_parameter_value, "crew and its ids differ in number",
                std::to_string(n_members) + " members, " + std::to_string(n_ids) + " ids.");
  for (const person_id &member : request.member_ids) prepared->others[member] = team_without(request, &member);
  if (request.environment)
    prepared->environment_ratio = evaluate_environment(*request.environment, request.model.environment).ratio;
  if (request.leader) check_fields(*request.leader);
  std::sort(request.lifted.begin(), request.lifted.end());
  if (request.pool) forget_few(*request.pool, request.least_team);
  prepared->taken = taken_by(request, prepared->environment_ratio);
  prepared->errors = error_sources_of(request.model.uncertainty, request.pool.value_or(pool_traits{}));
  prepared->taken_with_parts = prepared->taken.with_parts();
  prepared->warning =
      recruitment::find_unknown_position(request.position, has_benchmarks(request.asked), request.rules);
  prepared->request = std::move(request);
  return prepared;
}

profile completed(const profile &person, const prepared_match &request) {
  profile result = person;
  if (request.request.pool) impute(result, lacking(person, request.taken), *request.request.pool);
  return result;
}

pool_traits match_pool::traits() const noexcept {
  if (request_->request.pool) return *request_->request.pool;
  pool_traits pool = sums_.moments();
  forget_few(pool, request_->request.least_team);
  return pool;
}

void match_pool::add(const person_id &person, const profile &traits) {
  check_size(size(), 1);
  const trait_mask measured = traits.measured_mask(), needed = request_->taken_with_parts;
  const safety_screen safety = screen(traits, measured, request_->rules);
  candidate entry{};
  entry.person = person;
  entry.fired = safety.fired;
  entry.level = static_cast<std::uint32_t>(request_->level_for(person, safety.level));
  entry.measured = measured;
  entry.term = no_terms;
  entry.fit_error = entry.success_error = missing;
  candidates_.push_back(entry);
  scores_.insert(scores_.end(), competency_count(), missing);
  if (!request_->request.pool) sums_.add(traits, needed);
  is_complete_ = false;

  const std::size_t index = size() - 1;
  if (measured == 0) return;  // no score, rather than that of the mean
  if ((needed & ~measured) == 0 || lacking(traits, request_->taken) == 0)
    return evaluate(index, traits, request_->errors);
  incomplete_.push_back({index, traits});
}

void match_pool::evaluate(std::size_t index, const profile &traits, const error_sources &errors) {
  const match_request &asked = request_->request;
  candidate &entry = candidates_[index];
  entry.in_team = {traits.get(trait::agreeableness), traits.get(trait::conscientiousness),
                   traits.get(trait::emotional_stability)};
  if (entry.reaches_stage_two()) evaluate_stage_two(entry, traits, errors);
  double *score = scores_.data() + index * competency_count();
  for (const competency &wanted : asked.model.fit.competencies)
    *score++ = score_competency(traits, wanted.weights, asked.asked).score;
  const trait_mask counted = countable(traits.measured_mask(), asked.asked);
  if (counted != fit_weights_.counted) fit_weights_ = fit_weights_of(counted, asked.model.fit);
  entry.fit_error = propagated_error(gradient_of_fit(traits, asked.asked, fit_weights_), traits, entry.imputed, errors);
}

void match_pool::evaluate_stage_two(candidate &entry, const profile &traits, const error_sources &errors) const {
  const match_request &asked = request_->request;
  const match_model &model = asked.model;
  const team::team_summary together = request_->team_for(entry.person).members.with(traits);
  const team::team_fit team = team::fit_of(together, model.team);
  const double leader_score = asked.leader ? f_lmx(traits, *asked.leader, model.leader).score : missing;
  entry.term = {recruitment::p_ind(traits, model.p_ind).score, team.score,
                f_env_score(request_->environment_ratio, traits.get(trait::resilience), model.environment),
                leader_score};
  const success_context context{model.p_ind,       {together, team},
                                model.team,        request_->environment_ratio,
                                model.environment, asked.leader ? &*asked.leader : nullptr};
  entry.success_error = propagated_error(gradient_of_success(traits, context, mlpsm(entry.term, model.success).beta),
                                         traits, entry.imputed, errors);
}

void match_pool::complete() {
  if (is_complete_) return;
  refuse_a_person_twice();
  const pool_traits pool = traits();
  const error_sources errors = error_sources_of(request_->request.model.uncertainty, pool);
  for (std::size_t k = 0; k < incomplete_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    profile traits = incomplete_[k].traits;
    candidates_[incomplete_[k].index].imputed = impute(traits, lacking(traits, request_->taken), pool);
    evaluate(incomplete_[k].index, traits, errors);
  }
  is_complete_ = true;
}

void match_pool::refuse_a_person_twice() const {
  std::vector<person_id> persons = seen_twice(candidates_);
  std::size_t calls = 0;
  std::sort(persons.begin(), persons.end(), [&calls](const person_id &left, const person_id &right) {
    if (++calls % poll_every == 0) poll_interrupt();
    return std::memcmp(left.data(), right.data(), left.size()) < 0;
  });
  const auto twice = std::adjacent_find(persons.begin(), persons.end());
  if (twice == persons.end()) return;
  throw error(sqlstate::invalid_parameter_value, "a person is in the pool twice", "Person " + uuid_text(*twice) + ".",
              "Give each person in one row.");
}

double match_pool::g_fit_at(std::size_t index) const noexcept {
  return g_fit_of(request_->request.model.fit, scores_.data() + index * competency_count());
}

void match_pool::merge(const match_pool &other) {
  if (other.competency_count() != competency_count())
    throw error(sqlstate::invalid_parameter_value, "pools of different requests cannot be merged");
  if (&other == this) return merge(match_pool(other));
  check_size(size(), other.size());
  for (const incomplete_candidate &entry : other.incomplete_)
    incomplete_.push_back({entry.index + size(), entry.traits});
  scores_.insert(scores_.end(), other.scores_.begin(), other.scores_.end());
  candidates_.insert(candidates_.end(), other.candidates_.begin(), other.candidates_.end());
  sums_.merge(other.sums_);
  is_complete_ = false;
}

void match_pool::append(const candidate *candidates, const double *scores, std::size_t size_of_state) {
  check_size(size(), size_of_state);
  const std::size_t width = competency_count();
  for (std::size_t k = 0; k < size_of_state; ++k) {
    if (k % poll_every == 0) poll_interrupt();
    if (!plausible(candidates[k], request_->rules.rules.size()) ||
        !std::all_of(scores + k * width, scores + (k + 1) * width, is_score))
      refuse_state();
  }
  scores_.insert(scores_.end(), scores, scores + size_of_state * width);
  candidates_.insert(candidates_.end(), candidates, candidates + size_of_state);
  is_complete_ = false;
}

void match_pool::serialize(native_writer &out) const {
  out.reserve(3 * sizeof(std::uint64_t) + candidates_.size() * sizeof(candidate) + scores_.size() * sizeof(double) +
              incomplete_.size() * sizeof(incomplete_candidate) + sizeof sums_);
  out.values(candidates_);
  out.values(scores_);
  out.values(incomplete_);
  sums_.serialize(out);
}

void match_pool::append(native_reader &in) {
  const std::size_t before = size();
  const auto candidates = in.values<candidate>();
  const auto scores = in.values<double>();
  const auto incomplete = in.values<incomplete_candidate>();
  sums_.merge(pool_sums::deserialize(in));
  if (scores.size() != candidates.size() * competency_count()) refuse_state();
  append(candidates.data(), scores.data(), candidates.size());
  for (const incomplete_candidate &entry : incomplete) {
    if (entry.index >= candidates.size() || !plausible(entry.traits)) refuse_state();
    incomplete_.push_back({entry.index + before, entry.traits});
  }
}

}  // namespace harmony::ranking
