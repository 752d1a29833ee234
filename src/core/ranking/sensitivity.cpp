#include "core/ranking/sensitivity.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/rank_correlation.hpp"

#include <algorithm>

namespace harmony::ranking {

using recruitment::betas;
using recruitment::competency_model;
using recruitment::g_fit_of;
using recruitment::mlpsm;
using recruitment::slopes;
using recruitment::term_count;
using recruitment::term_names;

namespace {

/// The candidates of a ranking, and what it is compared with.
struct ranking {
  const match_pool *pool;
  std::vector<std::size_t> ranked;  // indexes into the pool
  std::vector<double> scores;       // of these, with the weights as they are
  std::vector<std::size_t> top;     // places in `ranked`, ascending
};

/// The scores of `chosen` candidates, missing ones below all others; without noise, so that what ties on paper ties.
template <class Score>
std::vector<double> scores_of(const std::vector<std::size_t> &chosen, Score score) {
  std::vector<double> scores;
  scores.reserve(chosen.size());
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const double value = score(chosen[k]);
    scores.push_back(std::isnan(value) ? -1.0 : without_noise(value));
  }
  return scores;
}

/// The places of the k best, best first; of equal scores the person with the lower bytes comes first.
std::vector<std::size_t> best(const ranking &of, const std::vector<double> &scores, std::size_t k) {
  std::vector<std::size_t> places(scores.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  const auto before = [&](std::size_t left, std::size_t right) {
    if (scores[left] != scores[right]) return scores[left] > scores[right];
    const person_id &one = of.pool->candidates()[of.ranked[left]].person;
    const person_id &other = of.pool->candidates()[of.ranked[right]].person;
    return one < other;
  };
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(k), places.end(), before);
  places.resize(k);
  return places;
}

template <class Score>
ranking rank_as_it_is(const match_pool &pool, Score score) {
  ranking result{&pool, {}, {}, {}};
  for (std::size_t k = 0; k < pool.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    if (!pool.candidates()[k].disqualified() && !std::isnan(score(k))) result.ranked.push_back(k);
  }
  result.scores = scores_of(result.ranked, score);
  const match_request &asked = pool.request().request;
  const std::size_t top = asked.top > 0 ? asked.top : static_cast<std::size_t>(asked.model.sensitivity.top);
  result.top = best(result, result.scores, std::min(top, result.ranked.size()));
  std::sort(result.top.begin(), result.top.end());
  return result;
}

template <class Score>
rank_change compare(const ranking &base, Score score) {
  const std::vector<double> scores = scores_of(base.ranked, score);
  rank_change result;
  result.n = base.ranked.size();
  result.top = base.top.size();
  result.kendall_tau = statistics::kendall_tau(span<double>(base.scores), span<double>(scores));
  result.spearman_rho = statistics::spearman_rho(span<double>(base.scores), span<double>(scores));
  for (const std::size_t place : best(base, scores, base.top.size())) {
    result.new_top.push_back(base.pool->candidates()[base.ranked[place]].person);
    if (!std::binary_search(base.top.begin(), base.top.end(), place)) ++result.top_changed;
  }
  return result;
}

void vary_fit(const match_pool &pool, std::vector<rank_change> &out) {
  const competency_model &model = pool.request().request.model.fit;
  const auto score = [&pool](const competency_model &weights) {
    return [&pool, &weights](std::size_t k) {
      return g_fit_of(weights, pool.scores().data() + k * pool.competency_count());
    };
  };
  const ranking base = rank_as_it_is(pool, score(model));
  const double step = pool.request().request.model.sensitivity.change;
  for (std::size_t k = 0; k < model.competencies.size(); ++k)
    for (const double change : {-step, step}) {
      competency_model varied = model;
      varied.competencies[k].importance *= 1.0 + change;
      rank_change row = compare(base, score(varied));
      row.stage = "g_fit", row.weight = model.competencies[k].name, row.change = change;
      out.push_back(std::move(row));
    }
}

void vary_success(const match_pool &pool, std::vector<rank_change> &out) {
  const betas &model = pool.request().request.model.success;
  const auto score = [&pool](const betas &weights) {
    return [&pool, &weights](std::size_t k) { return mlpsm(pool.candidates()[k].term, weights).score; };
  };
  const ranking base = rank_as_it_is(pool, score(model));
  const double step = pool.request().request.model.sensitivity.change;
  for (std::size_t k = 0; k < term_count; ++k)
    for (const double change : {-step, step}) {
      betas varied = model;
      varied.*slopes[k] *= 1.0 + change;
      rank_change row = compare(base, score(varied));
      row.stage = "y_success", row.weight = term_names[k], row.change = change;
      out.push_back(std::move(row));
    }
}

}  // namespace

std::vector<rank_change> rank_sensitivity(match_pool &pool) {
  pool.complete();
  std::vector<rank_change> changes;
  vary_fit(pool, changes);
  vary_success(pool, changes);
  const std::optional<int> &decimals = pool.request().request.decimals;
  if (decimals)
    for (rank_change &change : changes)
      round_scores({&change.kendall_tau, &change.spearman_rho}, decimals_of_shares(*decimals));
  return changes;
}

}  // namespace harmony::ranking
