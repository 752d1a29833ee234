#include "core/statistics/discrimination.hpp"

#include "core/base/error.hpp"
#include "core/statistics/samples.hpp"

namespace harmony::statistics {

static void check_lengths(std::size_t values, std::size_t outcomes) {
  if (values != outcomes) throw error(sqlstate::invalid_parameter_value, "there must be an outcome for each value");
}

ranked_outcomes::ranked_outcomes(span<double> scores, span<std::uint8_t> outcomes) {
  check_lengths(scores.size, outcomes.size);
  check_room(scores.size);
  rows_.reserve(scores.size);
  for (std::size_t i = 0; i < scores.size; ++i) {
    check_value(scores[i], "score");
    rows_.push_back({scores[i], static_cast<std::uint32_t>(i), outcomes[i] != 0});
  }
  // By place where scores are equal, so that sums do not depend on how a sort moves them.
  sort_polling(rows_,
               [](const row &a, const row &b) { return a.score != b.score ? a.score < b.score : a.place < b.place; });
}

double ranked_outcomes::auc(span<double> weights) const {
  double below = 0.0, positives = 0.0, area = 0.0;  // negatives below the group of equal scores
  for (std::size_t first = 0, end; first < rows_.size(); first = end) {
    double tied[2] = {};
    for (end = first; end < rows_.size() && rows_[end].score == rows_[first].score; ++end)
      tied[rows_[end].outcome ? 1 : 0] += weights.empty() ? 1.0 : weights[rows_[end].place];
    area += tied[1] * (below + tied[0] / 2.0);
    below += tied[0];
    positives += tied[1];
  }
  return below > 0.0 && positives > 0.0 ? area / (below * positives) : missing;
}

double brier(span<double> probabilities, span<std::uint8_t> outcomes) {
  check_lengths(probabilities.size, outcomes.size);
  double sum = 0.0;
  for (std::size_t i = 0; i < probabilities.size; ++i) {
    const double p = probabilities[i], off = outcomes[i] != 0 ? 1.0 - p : p;
    if (!(p >= 0.0 && p <= 1.0))
      throw error(sqlstate::invalid_parameter_value, "probabilities must be between 0 and 1");
    sum += off * off;
  }
  return probabilities.empty() ? missing : sum / static_cast<double>(probabilities.size);
}

}  // namespace harmony::statistics
