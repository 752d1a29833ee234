// A pool in the order of presentation, and its rows.
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/ranking/match.hpp"
#include "core/ranking/uncertainty_draws.hpp"

#include <algorithm>
#include <cstring>

namespace harmony::ranking {

using person::bit_of;
using person::falls_below;
using recruitment::competency_score;
using recruitment::countable;
using recruitment::evaluate_competency;
using recruitment::g_fit_quality;
using recruitment::mlpsm;
using recruitment::mlpsm_quality;
using recruitment::term_count;

namespace {

constexpr standing no_standing{missing, missing, missing};
constexpr person::trait_mask no_traits = 0;

constexpr std::int64_t below_all = -2;  // of the disqualified

/// A score without noise, as a whole number; the missing are below all.
std::int64_t sortable(double score) { return std::isnan(score) ? -1 : round_scaled(score, noise_decimals); }

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

/// Scores, 0…100, ascending. They are dealt out over their range first: faster than one large sort.
std::vector<double> ascending(const std::vector<double> &scores, std::size_t &calls) {
  constexpr std::size_t scores_of_bucket = 8;
  const std::size_t buckets = scores.size() / scores_of_bucket + 1;
  const auto bucket_of = [buckets](double score) {
    return std::min(buckets - 1, static_cast<std::size_t>(score / 100.0 * static_cast<double>(buckets)));
  };
  std::vector<std::uint32_t> ends(buckets + 1, 0);
  for (const double score : scores) ++ends[bucket_of(score) + 1];
  for (std::size_t k = 1; k < ends.size(); ++k) ends[k] += ends[k - 1];
  std::vector<double> sorted(scores.size());
  for (const double score : scores) sorted[ends[bucket_of(score)]++] = score;  // a bucket's begin becomes its end
  const auto less = [&calls](double left, double right) {
    if (++calls % poll_every == 0) poll_interrupt();
    return left < right;
  };
  for (std::size_t k = 0; k < buckets; ++k) {
    const std::ptrdiff_t begin = k == 0 ? 0 : ends[k - 1], end = ends[k];
    std::sort(sorted.begin() + begin, sorted.begin() + end, less);
  }
  return sorted;
}

standing standing_of(double score, const std::vector<standing> &standings) noexcept {
  return std::isnan(score) ? no_standing : standings[score_histogram::bucket_of(score)];
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
  if (fired_hard && !entry.disqualified()) row.flags |= barrier_lifted;
}

/// Data quality and confidence: of what was measured, whatever stands in for the rest.
void describe_quality(match_row &row, const prepared_match &match, std::size_t pool) {
  const match_model &model = match.request.model;
  row.data_quality = g_fit_quality(model.fit, countable(row.measured, match.request.asked));
  const bool partial =
      falls_below(row.data_quality, model.certainty.medium_quality) || match.rules.misses_hard(row.measured);
  if (partial) row.flags |= partial_profile;
  row.confidence = partial ? "LOW" : confidence(row.data_quality, pool, model.certainty);
}

/// The team with a candidate. Imputed traits count in its fit, and not in its data quality.
team::team_fit fit_with(const candidate &entry, const team::team_summary &members, const team::team_model &model) {
  const auto with = [&](trait_mask traits) {
    const auto known = [&](trait which, double value) { return (traits & bit_of(which)) != 0 ? value : missing; };
    team::team_summary together = members;
    together.add(known(trait::agreeableness, entry.in_team.agreeableness),
                 known(trait::conscientiousness, entry.in_team.conscientiousness),
                 known(trait::emotional_stability, entry.in_team.emotional_stability));
    return team::fit_of(together, model);
  };
  team::team_fit fit = with(entry.measured | entry.imputed);
  if (entry.imputed != no_traits) fit.data_quality = with(entry.measured).data_quality;
  return fit;
}

/// Data quality of the terms: what of each was measured.
std::array<double, term_count> term_quality(const match_row &row, const match_model &model) {
  const auto measured = [&](trait which) { return (row.measured & bit_of(which)) != 0 ? 1.0 : 0.0; };
  std::array<double, term_count> quality{
      model.p_ind.share_of(row.measured), row.team.data_quality, measured(trait::resilience),
      (measured(trait::autonomy) + measured(trait::feedback) + measured(trait::structure)) / 3.0};
  for (std::size_t k = 0; k < term_count; ++k)
    if (std::isnan(row.term[k])) quality[k] = 0.0;
  return quality;
}

/// Stage 2 of a row: the prediction, how the candidate changes the team, and the data quality of both.
void describe_stage_two(match_row &row, const candidate &entry, const prepared_match &match) {
  const match_model &model = match.request.model;
  const team_to_join &joined = match.team_for(entry.person);
  const bool is_told = match.request.least_team == 0 || joined.members.n > 0;
  if (is_told) row.team = fit_with(entry, joined.members, model.team);
  row.team_delta = team::delta(joined.before, row.team, model.team);
  row.term = entry.term;
  row.success = mlpsm(entry.term, model.success);
  row.success_label = success_label(row.success.score, model.bands);
  row.success_data_quality = mlpsm_quality(term_quality(row, model), model.success);
}

void round_standing(standing &where, int decimals) {
  round_scores({&where.centile, &where.low, &where.high}, decimals);
}

}  // namespace

void round_row(match_row &row, int decimals) {
  round_scores({&row.g_fit, &row.audit_g_fit, &row.success.score, &row.team_delta.score, &row.fit_interval.low,
                &row.fit_interval.high, &row.success_interval.low, &row.success_interval.high},
               decimals);
  for (double &term : row.term) term = rounded_score(term, decimals);
  round_standing(row.in_pool, decimals);
  const int of_shares = decimals_of_shares(decimals);
  round_scores({&row.data_quality, &row.success_data_quality, &row.p_top}, of_shares);
  for (match_competency &entry : row.competencies) {
    entry.score = rounded_score(entry.score, decimals);
    round_standing(entry.in_pool, decimals);
    entry.data_quality = rounded_score(entry.data_quality, of_shares);
  }
}

std::vector<std::string> match_flag_names(std::uint8_t flags) {
  std::vector<std::string> names;
  if ((flags & resilience_proxy) != 0) names.emplace_back("RESILIENCE_PROXY");
  if ((flags & partial_profile) != 0) names.emplace_back("PARTIAL_PROFILE");
  if ((flags & barrier_lifted) != 0) names.emplace_back("BARRIER_LIFTED");
  return names;
}

match_result match_pool::rank() {
  complete();
  return match_result(*this);
}

match_result::match_result(const match_pool &pool) : pool_(&pool) {
  std::vector<rank_key> keys = count_scores();
  std::size_t calls = 0;
  for (const rank_key &key : keys)
    if (key.y_success >= 0) successes_.push_back(static_cast<double>(key.y_success) / power_of_ten(noise_decimals));
  successes_ = ascending(successes_, calls);
  const match_request &asked = pool.request().request;
  const presentation_order before(pool, calls);
  const std::size_t all = keys.size();
  size_ = asked.top > 0 ? std::min(asked.top, all) : all;
  const std::size_t needed = std::max(size_, asked.draws > 0 ? std::min(max_drawn, all) : 0);
  if (needed < all) {
    std::nth_element(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(needed), keys.end(), before);
    keys.resize(needed);
  }
  std::sort(keys.begin(), keys.end(), before);
  order_.reserve(keys.size());
  for (const rank_key &key : keys) order_.push_back(key.index);
  if (asked.draws > 0) draw();
}

void match_result::draw() {
  constexpr double most = 100.0;  // of the scale: with a larger error nothing is known either
  const match_request &asked = pool_->request().request;
  std::vector<drawn_candidate> drawn;
  for (const std::uint32_t index : order_) {
    const candidate &entry = pool_->candidates_[index];
    const double success = mlpsm(entry.term, asked.model.success).unclamped;
    if (std::isnan(success) || drawn.size() == max_drawn) break;  // all who follow have none
    drawn.push_back({entry.person, without_noise(success), std::min(entry.success_error, most)});
  }
  const double residual_sd =
      std::isnan(asked.model.uncertainty.residual_sd) ? 0.0 : asked.model.uncertainty.residual_sd;
  p_top_ = top_probabilities(drawn, spread_of(span<double>(successes_)),
                             {asked.top > 0 ? asked.top : default_top, asked.draws, asked.seed, residual_sd});
}

std::vector<rank_key> match_result::count_scores() {
  const match_request &asked = pool_->request().request;
  const std::size_t width = pool_->competency_count();
  score_histogram g_fits;
  std::vector<score_histogram> competencies(width);
  std::vector<rank_key> keys;
  keys.reserve(pool_->size());
  for (std::size_t k = 0; k < pool_->size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const candidate &entry = pool_->candidates_[k];
    const double g_fit = pool_->g_fit_at(k);
    g_fits.add(g_fit);
    for (std::size_t i = 0; i < width; ++i) competencies[i].add(pool_->scores_[k * width + i]);
    keys.push_back({entry.disqualified() ? below_all : sortable(mlpsm(entry.term, asked.model.success).score),
                    sortable(g_fit), static_cast<std::uint32_t>(k)});
  }
  scored_ = g_fits.size();
  g_fit_standings_ = g_fits.standings();
  for (const score_histogram &histogram : competencies) competency_standings_.push_back(histogram.standings());
  return keys;
}

void match_result::describe_uncertainty(match_row &row, std::size_t place, const candidate &entry) const {
  const double error = with_residual(entry.success_error, pool_->request().request.model.uncertainty);
  row.success_interval = interval_of(row.success.unclamped, error);
  if (std::isnan(row.success.score)) return;
  const double margin = z_90 * std::sqrt(2.0) * error;
  const auto first = std::lower_bound(successes_.begin(), successes_.end(), without_noise(row.success.score - margin));
  const auto last = std::upper_bound(first, successes_.end(), without_noise(row.success.score + margin));
  row.tied_with = last - first - 1;
  if (place < p_top_.size()) row.p_top = p_top_[place];
}

match_row match_result::row(std::size_t place) const {
  const std::size_t index = order_[place];
  const candidate &entry = pool_->candidates_[index];
  const prepared_match &match = pool_->request();
  const match_model &model = match.request.model;

  match_row row;
  row.rank = place + 1;
  row.person = entry.person;
  row.measured = entry.measured;
  row.imputed = entry.imputed;
  describe_safety(row, entry, match);
  row.audit_g_fit = pool_->g_fit_at(index);
  row.g_fit = entry.disqualified() ? 0.0 : row.audit_g_fit;
  if (!entry.disqualified()) row.fit_interval = interval_of(row.audit_g_fit, entry.fit_error);
  row.in_pool = standing_of(row.audit_g_fit, g_fit_standings_);
  row.fit_label = fit_label(row.level, row.audit_g_fit, model.bands);
  describe_quality(row, match, scored_);

  const trait_mask available = countable(entry.measured, match.request.asked), counted = available | entry.imputed;
  const double *scores = pool_->scores_.data() + index * pool_->competency_count();
  for (std::size_t k = 0; k < model.fit.competencies.size(); ++k) {
    const person::trait_weights &weights = model.fit.competencies[k].weights;
    competency_score evaluated = evaluate_competency(available, weights);
    if (counted != available) evaluated.resilience_proxy = evaluate_competency(counted, weights).resilience_proxy;
    row.competencies.push_back({scores[k], standing_of(scores[k], competency_standings_[k]), evaluated.data_quality,
                                evaluated.resilience_proxy});
    if (evaluated.resilience_proxy) row.flags |= resilience_proxy;
  }
  if (entry.reaches_stage_two()) {
    describe_stage_two(row, entry, match);
    describe_uncertainty(row, place, entry);
  }
  return row;
}

match_row match_result::shown(std::size_t place) const {
  match_row result = row(place);
  const std::optional<int> &decimals = pool_->request().request.decimals;
  if (decimals) round_row(result, *decimals);
  return result;
}

}  // namespace harmony::ranking
