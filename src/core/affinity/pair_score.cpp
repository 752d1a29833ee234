#include "core/affinity/pair_score.hpp"

#include "core/base/error.hpp"
#include "core/base/steps.hpp"

#include <array>
#include <cmath>

namespace harmony::affinity {

namespace {

void check(const disclosure &told) {
  check_step(told.visual_step, "visual_step");
  if (!(told.band_middle >= 0.0 && told.band_middle <= told.band_high && told.band_high <= 100.0))
    throw error(sqlstate::invalid_parameter_value, "bounds of bands must be from 0 to 100, and in order");
}

double in_steps(double score, double step) { return nearest_step(score, step, 100.0); }

constexpr std::array<std::string_view, 3> band_names = {"low", "middle", "high"};

std::size_t band_number(double biological, const disclosure &told) {
  return biological < told.band_middle ? 0 : biological < told.band_high ? 1 : 2;
}

}  // namespace

std::string_view band_of(double biological, const disclosure &told) {
  check(told);
  return std::isnan(biological) ? std::string_view() : band_names[band_number(biological, told)];
}

double middle_of_band(double biological, const disclosure &told) {
  check(told);
  if (std::isnan(biological)) return missing;
  if (!(biological >= 0.0 && biological <= 100.0))
    throw error(sqlstate::invalid_parameter_value, "biological must be between 0 and 100");
  const std::array<double, 4> bounds = {0.0, told.band_middle, told.band_high, 100.0};
  const std::size_t band = band_number(biological, told);
  return (bounds[band] + bounds[band + 1]) / 2.0;
}

trait_values traits_in_steps(nullable_span<double> traits, double step) {
  check_step(step, "trait_step");
  trait_values coarse = checked_traits(traits, "traits");
  for (double &trait : coarse) {
    if (std::isnan(trait)) continue;
    if (!(trait >= 0.0 && trait <= 100.0))
      throw error(sqlstate::invalid_parameter_value, "traits must be between 0 and 100");
    trait = in_steps(trait, step);
  }
  return coarse;
}

phase_scores as_told(const phase_scores &scores, const disclosure &told) {
  check(told);
  check_phases(scores);
  phase_scores coarse = scores;
  if (!std::isnan(scores.visual_ab)) coarse.visual_ab = in_steps(scores.visual_ab, told.visual_step);
  if (!std::isnan(scores.visual_ba)) coarse.visual_ba = in_steps(scores.visual_ba, told.visual_step);
  coarse.biological = middle_of_band(scores.biological, told);
  return coarse;
}

}  // namespace harmony::affinity
