// What a sheet is compared with: the answers of a population, and what follows from them once for all sheets.
#pragma once

#include "core/base/score.hpp"
#include "core/psychometrics/likert.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace harmony::psychometrics {

/// Item means and covariances of a population.
struct item_population {
  span<double> mean;        ///< One for each item, of the raw (not reversed) answers.
  span<double> covariance;  ///< Row by row, symmetric.
};

/// Two items whose answers go together.
struct synonym_pair {
  std::uint32_t first, second;
  bool opposite;  ///< Their correlation is negative: the answer to the second is turned.
};

/// A population with what judging takes of it: the inverse of its covariance, and its synonyms.
class prepared_population {
 public:
  /// The pairs |r| > `synonym_correlation` are the synonyms. Errors: 22023 for covariances that do not fit the means,
  /// for NaN and infinity, and for a covariance that is not symmetric.
  prepared_population(const item_population &population, double synonym_correlation);

  /// Whether this is what that population was prepared to.
  bool is_of(const item_population &population, double synonym_correlation) const;

  /// D² = (x − μ)ᵀ Σ⁻¹ (x − μ) over the answered items with their part of μ and Σ, the exact marginal distance. Missing
  /// below 2 answers, or where Σ is not positive definite (an item that the others determine counts as that). Squared
  /// in the number of items, and cubic in the number answered or not answered, whichever is less.
  double squared_distance(const answers &given, int n_answered) const;

  /// Psychometric synonyms (Meade and Craig 2012), −1 to 1: the answers to the first items of the pairs correlated with
  /// those to the second ones. Missing below `min_pairs` pairs with both items answered, or where one side does not
  /// vary. Rounded to 9 decimals.
  double synonym_consistency(const answers &given, int scale_min, int scale_max, double min_pairs) const;

  const std::vector<double> &mean() const { return mean_; }
  const std::vector<synonym_pair> &synonyms() const { return synonyms_; }

 private:
  std::vector<double> mean_, covariance_;
  std::vector<double> inverse_;  // Σ⁻¹; empty where Σ is not positive definite
  std::vector<synonym_pair> synonyms_;
  double synonym_correlation_;
};

/// The population, prepared; the last few are kept, since preparing one takes longer than judging a sheet by it. Errors
/// as the constructor.
std::shared_ptr<const prepared_population> prepared(const item_population &population, double synonym_correlation);

/// D² as a standard normal deviate, whatever the number of items (Wilson and Hilferty 1931):
/// ((D²/n)^⅓ − (1 − 2/(9n)))/√(2/(9n)).
double distance_deviate(double squared_distance, int n_answered);

}  // namespace harmony::psychometrics
