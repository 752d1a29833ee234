#include "core/psychometrics/careless.hpp"

#include "core/base/rounding.hpp"

#include <cmath>

namespace harmony::psychometrics {

namespace {

double known_or(double sign, double typical) { return std::isnan(sign) ? typical : sign; }

const careless_weights *weights_for(const careless_signs &signs, const careless_model &model) {
  if (!std::isnan(signs.distance)) return &model.with_norm;
  if (!std::isnan(signs.resampled_reliability)) return &model.without_norm;
  return std::isnan(signs.person_fit_lz) ? nullptr : &model.choices;
}

}  // namespace

careless_verdict judge_carelessness(const careless_signs &signs, const careless_model &model) {
  const careless_weights *w = weights_for(signs, model);
  if (w == nullptr) return {};
  const double log_odds =
      w->intercept +
      w->resampled_reliability * known_or(signs.resampled_reliability, w->typical_resampled_reliability) +
      w->synonym_consistency * known_or(signs.synonym_consistency, w->typical_synonym_consistency) +
      w->distance * known_or(signs.distance, w->typical_distance) +
      w->person_fit_lz * known_or(signs.person_fit_lz, w->typical_person_fit_lz);
  const double probability = without_noise(1.0 / (1.0 + std::exp(-log_odds)));
  return {probability, probability > w->cutoff};
}

}  // namespace harmony::psychometrics
