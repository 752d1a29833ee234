#include "core/psychometrics/adaptive_score.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"
#include "core/psychometrics/cognitive.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace harmony::psychometrics {

namespace {

double probability_right(double a, double b, double theta) noexcept { return 1.0 / (1.0 + std::exp(-a * (theta - b))); }

void check_session(const answers &given, const adaptive_form &form) {
  check_has_items(given.size);
  check_length("right options", given.size, form.correct.size);
  check_length("traits", given.size, form.traits.size);
  check_length("discriminations", given.size, form.a.size);
  check_length("difficulties", given.size, form.b.size);
  check_options(form.n_options);
  for (std::size_t k = 0; k < given.size; ++k) {
    if (form.a.is_missing(k) != form.b.is_missing(k))
      throw error(sqlstate::invalid_parameter_value,
                  "item " + std::to_string(k + 1) + " must have both parameters or none");
    if (given.is_missing(k)) continue;
    if (form.a.is_missing(k))
      throw error(sqlstate::invalid_parameter_value, "item " + std::to_string(k + 1) + " has no parameters",
                  "It cannot have been asked in an adaptive test.");
    if (given.values[k] != skipped) check_answer(given.values[k], k, form.n_options);
  }
}

/// Whether the session has ended, and its ability: by the items that have parameters.
next_item state_of(const answers &given, const adaptive_form &form) {
  std::vector<double> a, b;
  std::vector<std::int16_t> right;
  const std::unique_ptr<bool[]> not_asked(new bool[given.size]);
  for (std::size_t k = 0; k < given.size; ++k) {
    if (form.a.is_missing(k)) continue;
    not_asked[right.size()] = given.is_missing(k);
    a.push_back(form.a.values[k]);
    b.push_back(form.b.values[k]);
    right.push_back(!given.is_missing(k) && given.values[k] == form.correct[k] ? 1 : 0);
  }
  return choose_next({right.data(), not_asked.get(), right.size()}, {a, b}, form.rule);
}

}  // namespace

expected_result expected_score(double theta, double standard_error, const item_bank &items, int n_options) {
  items.check();
  check_options(n_options);
  if (!std::isfinite(theta)) throw error(sqlstate::invalid_parameter_value, "theta must be finite");
  if (!(std::isfinite(standard_error) && standard_error >= 0.0))
    throw error(sqlstate::invalid_parameter_value, "standard error must be finite and not negative");
  expected_result result;
  if (items.a.empty()) return result;
  double right = 0.0, slope = 0.0;
  for (std::size_t k = 0; k < items.a.size; ++k) {
    poll_at_step(k);
    right += probability_right(items.a[k], items.b[k], theta);
    slope += item_information(items.a[k], items.b[k], theta) / items.a[k];
  }
  const auto n = static_cast<double>(items.a.size);
  const formula_score counted(right, n - right, n_options);
  result.raw = counted.raw();
  result.score = clamp_score(counted.percentage(static_cast<int>(items.a.size)));
  result.standard_error = 100.0 * slope / n * (n_options == 0 ? 1.0 : n_options / counted.units) * standard_error;
  return result;
}

std::vector<trait_score> score_adaptive(const answers &given, const adaptive_form &form) {
  check_session(given, form);
  const next_item state = state_of(given, form);
  const trait_index index = index_traits(form.traits);
  std::vector<trait_score> scores = empty_scores(index);
  std::vector<std::vector<double>> a(scores.size()), b(scores.size());
  for (std::size_t k = 0; k < given.size; ++k) {
    if (form.a.is_missing(k)) continue;
    const std::uint32_t trait = index.of_item[k];
    scores[trait].n_items += 1;
    scores[trait].n_answered += given.is_missing(k) ? 0 : 1;
    a[trait].push_back(form.a.values[k]);
    b[trait].push_back(form.b.values[k]);
  }
  if (state.stop == nullptr || state.so_far.n_answered == 0) return scores;
  for (std::size_t trait = 0; trait < scores.size(); ++trait) {
    const expected_result expected =
        expected_score(state.so_far.theta, state.so_far.standard_error, {a[trait], b[trait]}, form.n_options);
    scores[trait].raw = expected.raw;
    scores[trait].score = expected.score;
    scores[trait].standard_error = expected.standard_error;
  }
  return scores;
}

response_quality judge_session(const quality_input &input) {
  response_quality quality = assess_response_quality(input);
  const auto kept = std::remove_if(quality.flags.begin(), quality.flags.end(),
                                   [](quality_flag flag) { return flag != quality_flag::speeding; });
  quality.flags.erase(kept, quality.flags.end());
  quality.reliable = quality.flags.empty();
  return quality;
}

}  // namespace harmony::psychometrics
