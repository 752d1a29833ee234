#include "core/affinity/validation.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/philox.hpp"
#include "core/statistics/discrimination.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/logistic.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <tuple>

namespace harmony::affinity {

namespace {

constexpr double least_probability = 0.005;  // half a point of the score
constexpr double answers_a_phase = 10.0;     // of the rarer one
constexpr double draws_needed = 0.9;

double logit_of(double score) {
  const double p = std::clamp(score / 100.0, least_probability, 1.0 - least_probability);
  return std::log(p / (1.0 - p));
}

// The 2.5 and 97.5 % quantiles of what was drawn.
struct interval {
  double low = missing, high = missing;
};

double quantile(const std::vector<double> &sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1), below = std::floor(at);
  const auto k = static_cast<std::size_t>(below);
  return k + 1 < sorted.size() ? sorted[k] + (at - below) * (sorted[k + 1] - sorted[k]) : sorted[k];
}

interval interval_of(std::vector<double> drawn, std::int32_t draws) {
  drawn.erase(std::remove_if(drawn.begin(), drawn.end(), [](double x) { return std::isnan(x); }), drawn.end());
  if (drawn.empty() || static_cast<double>(drawn.size()) < draws_needed * draws) return {};
  std::sort(drawn.begin(), drawn.end());
  return {quantile(drawn, 0.025), quantile(drawn, 0.975)};
}

}  // namespace

// The answers for which some of the phases are all there, by person and other, in the order of the ids.
class pair_sample {
 public:
  pair_sample(const validated_pairs &all, const std::vector<std::size_t> &phases) : options_(all.options_) {
    const person_index::order by_id = all.people_.by_id();
    std::vector<std::uint32_t> rows;
    for (std::size_t k = 0; k < all.rows_.size(); ++k) {
      const double *scores = all.scores_.data() + k * all.phases_;
      const auto is_missing = [&](std::size_t phase) { return std::isnan(scores[phase]); };
      if (std::none_of(phases.begin(), phases.end(), is_missing)) rows.push_back(static_cast<std::uint32_t>(k));
    }
    const auto key = [&](std::uint32_t k) {
      const auto &row = all.rows_[k];
      return std::make_tuple(by_id.place[row.person], by_id.place[row.other], row.willing);
    };
    sort_polling(rows, [&](std::uint32_t a, std::uint32_t b) {
      const auto of_a = key(a), of_b = key(b);
      if (of_a != of_b) return of_a < of_b;
      const double *x = all.scores_.data() + a * all.phases_, *y = all.scores_.data() + b * all.phases_;
      return std::lexicographical_compare(x, x + all.phases_, y, y + all.phases_);
    });
    for (const std::uint32_t k : rows) {
      const auto [person, other, willing] = key(k);
      person_.push_back(person);
      other_.push_back(other);
      willing_.push_back(willing);
      for (const std::size_t phase : phases) scores_.push_back(all.scores_[k * all.phases_ + phase]);
    }
    number_people();
  }

  std::size_t size() const { return willing_.size(); }
  std::size_t people() const { return people_; }
  span<std::uint8_t> willing() const { return willing_; }
  span<double> scores() const { return scores_; }

  // Calls look(weights of the rows) for each draw.
  template <class Look>
  void draw(Look &&look) const {
    std::vector<double> weights(size());
    std::vector<std::uint32_t> taken(people_);
    const auto seed = static_cast<std::uint64_t>(options_.seed);
    for (std::int32_t b = 0; b < options_.draws && people_ > 0; ++b) {
      poll_interrupt();
      std::fill(taken.begin(), taken.end(), 0U);
      philox_counter words{};
      for (std::uint32_t i = 0; i < people_; ++i) {
        if (i % 4 == 0)
          words = philox({i / 4, static_cast<std::uint32_t>(b), 0, 0},
                         {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
        ++taken[static_cast<std::size_t>(std::uint64_t{words[i % 4]} * people_ >> 32U)];
      }
      for (std::size_t k = 0; k < size(); ++k)
        weights[k] = static_cast<double>(taken[person_[k]]) * static_cast<double>(taken[other_[k]]);
      look(span<double>(weights));
    }
  }

 private:
  // Numbers those who are left from 0, in their order.
  void number_people() {
    std::vector<std::uint32_t> there(person_);
    there.insert(there.end(), other_.begin(), other_.end());
    sort_polling(there, [](std::uint32_t a, std::uint32_t b) { return a < b; });
    there.erase(std::unique(there.begin(), there.end()), there.end());
    people_ = there.size();
    std::vector<std::uint32_t> number(there.empty() ? 0 : there.back() + 1);
    for (std::size_t i = 0; i < there.size(); ++i) number[there[i]] = static_cast<std::uint32_t>(i);
    for (std::uint32_t &person : person_) person = number[person];
    for (std::uint32_t &other : other_) other = number[other];
  }

  validation_options options_;
  std::size_t people_ = 0;
  std::vector<std::uint32_t> person_, other_;
  std::vector<std::uint8_t> willing_;
  std::vector<double> scores_;
};

namespace {

// R² of least squares of the answers on the first `phases` of so many scores.
double r_squared(const pair_sample &pairs, std::size_t width, std::size_t phases) {
  if (phases == 0) return 0.0;
  const auto p = static_cast<int>(phases);
  std::vector<double> memory(statistics::linear_state_size(p, false) / sizeof(double) + 1), row(phases + 1);
  statistics::linear_header *state = statistics::linear_init(memory.data(), p);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    std::copy_n(pairs.scores().data + k * width, phases, row.begin());
    row[phases] = pairs.willing()[k];
    statistics::linear_add(state, row.data());
  }
  const statistics::linear_model model = statistics::fit_ols(state, true);
  return model.df > 0 ? model.r_squared : missing;
}

void validate(const pair_sample &pairs, std::int32_t draws, phase_validity &out) {
  std::vector<double> probabilities, logits;
  for (const double score : pairs.scores()) {
    probabilities.push_back(score / 100.0);
    logits.push_back(logit_of(score));
  }
  const statistics::ranked_outcomes ranked(pairs.scores(), pairs.willing());
  out.auc = ranked.auc();
  out.brier = statistics::brier(probabilities, pairs.willing());
  const auto calibrate = [&](span<double> weights, span<double> start) {
    return statistics::fit_logistic({logits, 1, pairs.willing(), weights}, start).coefficients;
  };
  const std::vector<double> calibration = calibrate({}, {});
  out.slope = calibration[1];
  if (std::isnan(out.auc)) return;
  std::vector<double> areas, slopes;
  pairs.draw([&](span<double> weights) {
    areas.push_back(ranked.auc(weights));
    if (!std::isnan(out.slope)) slopes.push_back(calibrate(weights, calibration)[1]);
  });
  const interval area = interval_of(std::move(areas), draws), slope = interval_of(std::move(slopes), draws);
  out.auc_low = area.low;
  out.auc_high = area.high;
  out.slope_low = slope.low;
  out.slope_high = slope.high;
}

}  // namespace

validated_pairs::validated_pairs(std::size_t phases, validation_options options) : phases_(phases), options_(options) {
  if (phases < 1 || phases > most_phases)
    throw error(sqlstate::invalid_parameter_value,
                "scores must have 1 to " + std::to_string(most_phases) + " elements");
  if (options.draws < 0 || options.draws > most_draws)
    throw error(sqlstate::invalid_parameter_value, "draws must be between 0 and " + std::to_string(most_draws));
}

void validated_pairs::check_options(std::size_t phases, validation_options options) const {
  if (phases != phases_ || options.draws != options_.draws || options.seed != options_.seed)
    throw error(sqlstate::invalid_parameter_value,
                "draws, seed and the number of scores must be the same in every row");
}

void validated_pairs::add(std::int64_t person, std::int64_t other, bool willing, nullable_span<double> scores,
                          validation_options options) {
  check_options(scores.size, options);
  if (person == other)
    throw error(sqlstate::invalid_parameter_value, "nobody can be paired with oneself",
                "Person " + std::to_string(person) + ".");
  for (std::size_t k = 0; k < phases_; ++k)
    if (!scores.is_missing(k) && !(scores.values[k] >= 0.0 && scores.values[k] <= 100.0))
      throw error(sqlstate::invalid_parameter_value, "scores must be between 0 and 100");
  statistics::check_room(scores_.size() + phases_);
  for (std::size_t k = 0; k < phases_; ++k) scores_.push_back(scores.is_missing(k) ? missing : scores.values[k]);
  rows_.push_back({people_.find_or_add(person), people_.find_or_add(other), static_cast<std::uint8_t>(willing)});
}

void validated_pairs::merge(const validated_pairs &other) {
  check_options(other.phases_, other.options_);
  statistics::check_room(scores_.size() + other.scores_.size());
  for (std::size_t k = 0; k < other.rows_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    row added = other.rows_[k];
    added.person = people_.find_or_add(other.people_.id(added.person));
    added.other = people_.find_or_add(other.people_.id(added.other));
    rows_.push_back(added);
  }
  scores_.append(other.scores_.data(), other.scores_.size());
}

std::vector<phase_validity> validated_pairs::validities() const {
  std::vector<phase_validity> out(phases_);
  std::vector<std::size_t> before;
  for (std::size_t phase = 0; phase < phases_; ++phase) {
    const pair_sample pairs(*this, {phase});
    out[phase].phase = static_cast<std::int32_t>(phase + 1);
    out[phase].pairs = static_cast<std::int64_t>(pairs.size());
    out[phase].people = static_cast<std::int64_t>(pairs.people());
    validate(pairs, options_.draws, out[phase]);
    before.push_back(phase);
    const pair_sample complete(*this, before);
    if (complete.size() > 0)
      out[phase].incremental_r_squared =
          r_squared(complete, before.size(), before.size()) - r_squared(complete, before.size(), phase);
  }
  return out;
}

phase_weights validated_pairs::weights() const {
  std::vector<std::size_t> all(phases_);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const pair_sample pairs(*this, all);
  phase_weights out;
  out.pairs = static_cast<std::int64_t>(pairs.size());
  out.people = static_cast<std::int64_t>(pairs.people());
  out.willing = std::count_if(pairs.willing().begin(), pairs.willing().end(), [](std::uint8_t w) { return w != 0; });
  out.coefficients.assign(phases_, missing);
  out.low = out.high = out.weights = out.coefficients;
  if (static_cast<double>(std::min(out.willing, out.pairs - out.willing)) <
      answers_a_phase * static_cast<double>(phases_))
    return out;
  const auto fit = [&](span<double> weights, span<double> start) {
    return statistics::fit_logistic({pairs.scores(), phases_, pairs.willing(), weights}, start).coefficients;
  };
  const std::vector<double> found = fit({}, {});
  if (std::isnan(found[0])) return out;
  out.intercept = found[0];
  std::vector<std::vector<double>> drawn(phases_);
  pairs.draw([&](span<double> weights) {
    const std::vector<double> b = fit(weights, found);
    for (std::size_t k = 0; k < phases_; ++k) drawn[k].push_back(b[k + 1]);
  });
  double sum = 0.0;
  for (std::size_t k = 0; k < phases_; ++k) {
    const interval limits = interval_of(std::move(drawn[k]), options_.draws);
    out.coefficients[k] = found[k + 1];
    out.low[k] = limits.low;
    out.high[k] = limits.high;
    sum += std::fmax(0.0, found[k + 1]);
  }
  for (std::size_t k = 0; k < phases_ && sum > 0.0; ++k) out.weights[k] = std::fmax(0.0, found[k + 1]) / sum;
  return out;
}

void validated_pairs::serialize(native_writer &out) const {
  out.value(phases_);
  out.value(options_);
  people_.serialize(out);
  out.values(span<row>(rows_.data(), rows_.size()));
  out.values(span<double>(scores_.data(), scores_.size()));
}

validated_pairs validated_pairs::deserialize(native_reader &in) {
  const auto phases = in.value<std::size_t>();
  validated_pairs made(phases, in.value<validation_options>());
  const person_index people = person_index::deserialize(in);
  for (const row &read : in.values<row>()) {
    if (read.person >= people.size() || read.other >= people.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has an answer of nobody");
    made.rows_.push_back({made.people_.find_or_add(people.id(read.person)),
                          made.people_.find_or_add(people.id(read.other)), read.willing});
  }
  const std::vector<double> scores = in.values<double>();
  made.scores_.append(scores.data(), scores.size());
  if (made.scores_.size() != made.rows_.size() * phases)
    throw error(sqlstate::invalid_binary_representation, "aggregate state has rows without scores");
  return made;
}

}  // namespace harmony::affinity
