// The key "uncertainty" of the model document: how exactly traits are measured, and how well the model predicts.
#pragma once

#include "core/base/field.hpp"
#include "core/person/profile.hpp"

#include <array>

namespace harmony::ranking {

using person::trait_count;

/// Standard errors, one a trait, each in the trait's own unit.
using trait_errors = std::array<double, trait_count>;

/// Standard errors of measurement in the trait's own unit: 0…100, of leadership preferences 0…1. The Big Five have
/// sd √(1 − α) of the shipped norm (IPIP, 50 items, 14,461 volunteers). Where nothing is known a trait's is missing,
/// and a reliability and a standard deviation are assumed: the mean of the norm's five standard deviations, 18.8747.
struct uncertainty_model {
  double openness = 6.6501;           // 15.0905 √(1 − .8058)
  double conscientiousness = 7.4977;  // 17.9383 √(1 − .8253)
  double extraversion = 7.1254;       // 22.8077 √(1 − .9024)
  double agreeableness = 6.8216;      // 17.0806 √(1 − .8405)
  double neuroticism = 7.2762;        // 21.4564 √(1 − .8850)
  double emotional_stability = missing;
  double logical = missing, numerical = missing, verbal = missing, gca = missing;
  double intrinsic = missing, identified = missing, introjected = missing;
  double extrinsic_social = missing, extrinsic_material = missing, amotivation = missing;
  double resilience = missing;
  double autonomy = missing, feedback = missing, structure = missing;
  double autonomy_drive = missing;
  double assumed_reliability = 0.80, assumed_sd = 18.8747;
  double residual_sd = missing;  // of y_success around the outcome, once learned; missing: none is added

  /// Errors as check_fields().
  void check() const;
};

inline field_table<uncertainty_model> fields_of(const uncertainty_model &) {
  using model = uncertainty_model;
  static constexpr field<uncertainty_model> fields[] = {
      {"openness", &model::openness, score_range},
      {"conscientiousness", &model::conscientiousness, score_range},
      {"extraversion", &model::extraversion, score_range},
      {"agreeableness", &model::agreeableness, score_range},
      {"neuroticism", &model::neuroticism, score_range},
      {"emotional_stability", &model::emotional_stability, score_range},
      {"logical", &model::logical, score_range},
      {"numerical", &model::numerical, score_range},
      {"verbal", &model::verbal, score_range},
      {"gca", &model::gca, score_range},
      {"intrinsic", &model::intrinsic, score_range},
      {"identified", &model::identified, score_range},
      {"introjected", &model::introjected, score_range},
      {"extrinsic_social", &model::extrinsic_social, score_range},
      {"extrinsic_material", &model::extrinsic_material, score_range},
      {"amotivation", &model::amotivation, score_range},
      {"resilience", &model::resilience, score_range},
      {"autonomy", &model::autonomy, unit_interval},
      {"feedback", &model::feedback, unit_interval},
      {"structure", &model::structure, unit_interval},
      {"autonomy_drive", &model::autonomy_drive, score_range},
      {"assumed_reliability", &model::assumed_reliability, unit_interval},
      {"assumed_sd", &model::assumed_sd, score_range},
      {"residual_sd", &model::residual_sd, score_range},
  };
  return {"uncertainty", field_kind::optional_constant, fields};
}

/// The standard error of every trait: that of the document, emotional stability's that of neuroticism where it has none
/// of its own, else assumed_sd √(1 − assumed_reliability), of preferences a hundredth of it. Errors as check().
trait_errors standard_errors(const uncertainty_model &model);

}  // namespace harmony::ranking
