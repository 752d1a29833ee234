// The verdict on a sheet: the signs of careless responding weighed together.
#pragma once

#include "core/base/field.hpp"
#include "core/base/score.hpp"

namespace harmony::psychometrics {

/// The signs that are weighed; missing: could not be computed.
struct careless_signs {
  double resampled_reliability = missing;
  double synonym_consistency = missing;
  double distance = missing;  ///< distance_deviate() of D²
  double person_fit_lz = missing;
};

/// One logistic score: ln odds of careless = intercept + Σ weight · sign, a missing sign taken as the typical one of
/// attentive people; and the probability above which the verdict is careless.
struct careless_weights {
  double intercept, resampled_reliability, synonym_consistency, distance, person_fit_lz;
  double typical_resampled_reliability, typical_synonym_consistency, typical_distance, typical_person_fit_lz;
  double false_alarms;  ///< Share of the attentive sheets of the fit that is above the cut-off.
  double cutoff;
};

inline field_table<careless_weights> fields_of(const careless_weights &) {
  static constexpr field<careless_weights> fields[] = {
      {"intercept", &careless_weights::intercept, any_number},
      {"resampled_reliability", &careless_weights::resampled_reliability, any_number},
      {"synonym_consistency", &careless_weights::synonym_consistency, any_number},
      {"distance", &careless_weights::distance, any_number},
      {"person_fit_lz", &careless_weights::person_fit_lz, any_number},
      {"typical_resampled_reliability", &careless_weights::typical_resampled_reliability, {-1, 1}},
      {"typical_synonym_consistency", &careless_weights::typical_synonym_consistency, {-1, 1}},
      {"typical_distance", &careless_weights::typical_distance, any_number},
      {"typical_person_fit_lz", &careless_weights::typical_person_fit_lz, any_number},
      {"false_alarms", &careless_weights::false_alarms, unit_interval},
      {"cutoff", &careless_weights::cutoff, unit_interval},
  };
  return {"careless weights", field_kind::constant, fields};
}

/// The weights by what there is to weigh, fitted by test/bench/honesty/careless.sh fit:
///
/// - with_norm: where there is a distance. Sheets of the shipped norm, attentive ones with the tails of Student's t
/// with
///   8 degrees of freedom, against sheets that are random as a whole or in their second half.
/// - without_norm: else, where there is a resampled reliability. The same people's answers to 4 items a scale, as the
///   shortest scales have them, against random ones: with more items a scale fewer attentive sheets are above.
/// - choices: else, where there is a person fit. Answers to the shipped reasoning test. No cut-off: the verdict on a
/// test
///   does not rest on its item parameters alone, which are as good as their calibration.
struct careless_model {
  careless_weights with_norm = {-3.60, -1.66, -2.08, 1.76, 0, 0.82, 0.55, -0.78, 0, 0.02, 0.653};
  careless_weights without_norm = {0.72, -2.61, 0, 0, 0, 0.55, 0, 0, 0, 0.03, 0.911};
  careless_weights choices = {-1.11, 0, 0, 0, -1.57, 0, 0, 0, 0.29, 0, 1};

  template <class Model, class Visit>
  static void for_each_part(Model &model, Visit visit) {
    visit("with_norm", model.with_norm);
    visit("without_norm", model.without_norm);
    visit("choices", model.choices);
  }
};

struct careless_verdict {
  double probability = missing;  ///< Rounded to 9 decimals; missing where there is nothing to weigh.
  bool careless = false;         ///< Above the cut-off.
};

/// The probability that a sheet with these signs is careless, where as many sheets are careless as attentive.
careless_verdict judge_carelessness(const careless_signs &signs, const careless_model &model = {});

}  // namespace harmony::psychometrics
