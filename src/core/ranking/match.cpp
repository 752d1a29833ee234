#include "core/ranking/match.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

namespace harmony::ranking {

using person::trait;
using person::trait_count;
using recruitment::competency;
using recruitment::competency_score;
using recruitment::evaluate_competency;
using recruitment::evaluate_environment;
using recruitment::f_env_score;
using recruitment::f_lmx;
using recruitment::g_fit_of;
using recruitment::g_fit_quality;
using recruitment::mlpsm;
using recruitment::mlpsm_quality;
using recruitment::rules_for;
using recruitment::safety_screen;
using recruitment::score_competency;
using recruitment::term_count;

namespace {

static_assert(std::is_trivially_copyable_v<candidate>, "candidates move between processes as they are");
static_assert(sizeof(candidate) == 16 + 8 + 32 + 24 + 4 + 4, "candidates are compared by memcmp: no padding");

constexpr std::size_t poll_every = 65536;
constexpr terms no_terms{missing, missing, missing, missing};
constexpr standing no_standing{missing, missing, missing};
constexpr std::uint32_t worst_level = static_cast<std::uint32_t>(safety_level::disqualified);

bool disqualified(const candidate &entry) noexcept { return entry.level == worst_level; }

/// Stage 2 is for those who pass the barrier; of an empty profile it would only describe the team.
bool reaches_stage_two(const candidate &entry) noexcept { return !disqualified(entry) && entry.measured != 0; }

/// What the order compares first. The disqualified and the missing are below all scores.
struct rank_key {
  double y_success;
  double g_fit;
  std::uint32_t index;
};

double sortable(double score) noexcept { return std::isnan(score) ? -1.0 : score; }

/// The presentation order. Candidates that are equal to the last bit may come in either order.
class presentation_order {
 public:
  presentation_order(const match_pool &pool, std::size_t &calls) : pool_(&pool), calls_(&calls) {}

  bool operator()(const rank_key &left, const rank_key &right) const {
    if (++*calls_ % poll_every == 0) poll_interrupt();
    if (left.y_success != right.y_success) return left.y_success > right.y_success;
    if (left.g_fit != right.g_fit) return left.g_fit > right.g_fit;
    return left.index != right.index && bytes_before(left.index, right.index);
  }

 private:
  bool bytes_before(std::uint32_t left, std::uint32_t right) const noexcept {
    const std::vector<candidate> &all = pool_->candidates();
    const int order = std::memcmp(&all[left], &all[right], sizeof(candidate));  // the person comes first
    if (order != 0) return order < 0;
    const std::size_t width = pool_->competency_count();
    const double *scores = pool_->scores().data();
    return std::memcmp(scores + left * width, scores + right * width, width * sizeof(double)) < 0;
  }

  const match_pool *pool_;
  std::size_t *calls_;
};

standing standing_of(double score, const std::vector<standing> &standings) noexcept {
  return std::isnan(score) ? no_standing : standings[score_histogram::bucket_of(score)];
}

bool is_score(double value) noexcept { return std::isnan(value) || (value >= 0.0 && value <= 100.0); }

bool plausible(const candidate &entry, std::size_t rules) noexcept {
  const std::uint64_t rule_bits =
      rules < max_match_rules ? (std::uint64_t{1} << rules) - 1 : std::numeric_limits<std::uint64_t>::max();
  return (entry.fired & ~rule_bits) == 0 && entry.level <= worst_level && (entry.measured >> trait_count) == 0 &&
         std::all_of(entry.term.begin(), entry.term.end(), is_score) && is_score(entry.agreeableness) &&
         is_score(entry.conscientiousness) && is_score(entry.emotional_stability);
}

void check_size(std::size_t size, std::size_t more) {
  if (more > std::numeric_limits<std::uint32_t>::max() - size)
    throw error(sqlstate::program_limit_exceeded, "too many candidates in one pool");
}

std::vector<std::uint32_t> fired_indexes(std::uint64_t fired, const safety_rules &rules) {
  std::vector<std::uint32_t> indexes;
  for (std::size_t k = 0; k < rules.rules.size(); ++k)
    if ((fired >> k & 1U) != 0) indexes.push_back(rules.rules[k].index);
  return indexes;
}

/// What the barrier says of a candidate: level, rules, what could not be judged, and whether it was lifted.
void describe_safety(match_row &row, const candidate &entry, const prepared_match &match) {
  row.level = static_cast<safety_level>(entry.level);
  row.fired_rules = fired_indexes(entry.fired, match.rules);
  row.unassessed = match.rules.unassessed(entry.measured);
  const bool fired_hard =
      !row.fired_rules.empty() && match.request.rules[row.fired_rules.front()].effect == safety_level::disqualified;
  if (fired_hard && !disqualified(entry)) row.flags |= barrier_lifted;
}

/// The team of a request without one member, or with all of them.
team_to_join team_without(const match_request &request, const person_id *member) {
  team_to_join result;
  for (std::size_t k = 0; k < request.members.size(); ++k)
    if (member == nullptr || request.member_ids[k] != *member) result.members.add(request.members[k]);
  result.before = team::fit_of(result.members, request.model.team);
  return result;
}

/// Stage 2 of a row: the prediction, how the candidate changes the team, and the data quality of both.
void describe_stage_two(match_row &row, const candidate &entry, const prepared_match &match) {
  const match_model &model = match.request.model;
  const team_to_join &joined = match.team_for(entry.person);
  team::team_summary together = joined.members;
  together.add(entry.agreeableness, entry.conscientiousness, entry.emotional_stability);
  const team::team_fit after = team::fit_of(together, model.team);
  row.team_delta = team::delta(joined.before, after, model.team);
  row.team_flags = after.flags;
  row.term = entry.term;
  row.success = mlpsm(entry.term, model.success);
  row.success_label = success_label(row.success.score, model.bands);

  std::array<double, term_count> quality{model.p_ind.share_of(entry.measured), after.data_quality, 1.0, 1.0};
  for (std::size_t k = 0; k < term_count; ++k)
    if (std::isnan(entry.term[k])) quality[k] = 0.0;
  row.success_data_quality = mlpsm_quality(quality, model.success);
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
  prepared->request = std::move(request);
  return prepared;
}

std::vector<std::string> match_flag_names(std::uint8_t flags) {
  std::vector<std::string> names;
  if ((flags & resilience_proxy) != 0) names.emplace_back("RESILIENCE_PROXY");
  if ((flags & partial_profile) != 0) names.emplace_back("PARTIAL_PROFILE");
  if ((flags & barrier_lifted) != 0) names.emplace_back("BARRIER_LIFTED");
  return names;
}

match_pool::match_pool(std::shared_ptr<const prepared_match> request)
    : request_(std::move(request)), competency_histograms_(competency_count()) {}

void match_pool::add(const person_id &person, const profile &traits) {
  check_size(size(), 1);
  const safety_screen safety = screen(traits, request_->rules);
  candidate entry{};
  entry.person = person;
  entry.fired = safety.fired;
  entry.level = static_cast<std::uint32_t>(request_->level_for(person, safety.level));
  entry.measured = traits.measured_mask();
  entry.agreeableness = traits.get(trait::agreeableness);
  entry.conscientiousness = traits.get(trait::conscientiousness);
  entry.emotional_stability = traits.get(trait::emotional_stability);
  entry.term = no_terms;
  if (reaches_stage_two(entry)) evaluate_stage_two(entry, traits);

  for (const competency &asked : request_->request.model.fit.competencies)
    scores_.push_back(score_competency(traits, asked.weights, request_->request.asked).score);
  candidates_.push_back(entry);
  count_scores(size() - 1);
}

void match_pool::evaluate_stage_two(candidate &entry, const profile &traits) const {
  const match_request &asked = request_->request;
  const team::team_summary &members = request_->team_for(entry.person).members;
  const double team_score = team::fit_of(members.with(traits), asked.model.team).score;
  const double leader_score = asked.leader ? f_lmx(traits, *asked.leader, asked.model.leader).score : missing;
  entry.term = {recruitment::p_ind(traits, asked.model.p_ind).score, team_score,
                f_env_score(request_->environment_ratio, traits.get(trait::resilience), asked.model.environment),
                leader_score};
}

double match_pool::g_fit_at(std::size_t index) const noexcept {
  return g_fit_of(request_->request.model.fit, scores_.data() + index * competency_count());
}

void match_pool::count_scores(std::size_t index) noexcept {
  g_fit_histogram_.add(g_fit_at(index));
  const double *scores = scores_.data() + index * competency_count();
  for (std::size_t k = 0; k < competency_histograms_.size(); ++k) competency_histograms_[k].add(scores[k]);
}

void match_pool::merge(const match_pool &other) {
  if (other.competency_count() != competency_count())
    throw error(sqlstate::invalid_parameter_value, "pools of different requests cannot be merged");
  if (&other == this) return merge(match_pool(other));
  check_size(size(), other.size());
  scores_.insert(scores_.end(), other.scores_.begin(), other.scores_.end());
  candidates_.insert(candidates_.end(), other.candidates_.begin(), other.candidates_.end());
  g_fit_histogram_.merge(other.g_fit_histogram_);
  for (std::size_t k = 0; k < competency_histograms_.size(); ++k)
    competency_histograms_[k].merge(other.competency_histograms_[k]);
}

void match_pool::append(const candidate *candidates, const double *scores, std::size_t size_of_state) {
  check_size(size(), size_of_state);
  const std::size_t width = competency_count();
  for (std::size_t k = 0; k < size_of_state; ++k) {
    if (k % poll_every == 0) poll_interrupt();
    if (!plausible(candidates[k], request_->rules.rules.size()) ||
        !std::all_of(scores + k * width, scores + (k + 1) * width, is_score))
      throw error(sqlstate::invalid_binary_representation, "state of a pool of candidates is damaged");
    scores_.insert(scores_.end(), scores + k * width, scores + (k + 1) * width);
    candidates_.push_back(candidates[k]);
    count_scores(size() - 1);
  }
}

void match_pool::serialize(native_writer &out) const {
  out.reserve(2 * sizeof(std::uint64_t) + candidates_.size() * sizeof(candidate) + scores_.size() * sizeof(double));
  out.values(candidates_);
  out.values(scores_);
}

void match_pool::append(native_reader &in) {
  const auto candidates = in.values<candidate>();
  const auto scores = in.values<double>();
  if (scores.size() != candidates.size() * competency_count())
    throw error(sqlstate::invalid_binary_representation, "state of a pool of candidates is damaged");
  append(candidates.data(), scores.data(), candidates.size());
}

match_result match_pool::rank() const {
  match_result result(*this);
  std::vector<rank_key> keys;
  keys.reserve(size());
  for (std::size_t k = 0; k < size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const double y_success = mlpsm(candidates_[k].term, request_->request.model.success).score;
    keys.push_back({disqualified(candidates_[k]) ? -2.0 : sortable(y_success), sortable(g_fit_at(k)),
                    static_cast<std::uint32_t>(k)});
  }
  std::size_t calls = 0;
  const presentation_order before(*this, calls);
  const std::size_t top = request_->request.top;
  if (top > 0 && top < keys.size()) {
    std::nth_element(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(top), keys.end(), before);
    keys.resize(top);
  }
  std::sort(keys.begin(), keys.end(), before);

  result.order_.reserve(keys.size());
  for (const rank_key &key : keys) result.order_.push_back(key.index);
  result.g_fit_standings_ = g_fit_histogram_.standings();
  for (const score_histogram &histogram : competency_histograms_)
    result.competency_standings_.push_back(histogram.standings());
  return result;
}

match_row match_result::row(std::size_t place) const {
  const std::size_t index = order_[place];
  const candidate &entry = pool_->candidates_[index];
  const prepared_match &match = pool_->request();
  const match_model &model = match.request.model;
  const trait_mask available = countable(entry.measured, match.request.asked);

  match_row row;
  row.rank = place + 1;
  row.person = entry.person;
  row.measured = entry.measured;
  describe_safety(row, entry, match);
  row.audit_g_fit = pool_->g_fit_at(index);
  row.g_fit = disqualified(entry) ? 0.0 : row.audit_g_fit;
  row.in_pool = standing_of(row.audit_g_fit, g_fit_standings_);
  row.data_quality = g_fit_quality(model.fit, available);
  row.confidence = confidence(row.data_quality, pool_->g_fit_histogram_.size(), model.certainty);
  row.fit_label = fit_label(row.level, row.audit_g_fit, model.bands);

  const double *scores = pool_->scores_.data() + index * pool_->competency_count();
  for (std::size_t k = 0; k < model.fit.competencies.size(); ++k) {
    const competency_score evaluated = evaluate_competency(available, model.fit.competencies[k].weights);
    row.competencies.push_back({scores[k], standing_of(scores[k], competency_standings_[k]), evaluated.data_quality,
                                evaluated.resilience_proxy});
    if (evaluated.resilience_proxy) row.flags |= resilience_proxy;
  }
  if (reaches_stage_two(entry)) describe_stage_two(row, entry, match);
  return row;
}

}  // namespace harmony::ranking
