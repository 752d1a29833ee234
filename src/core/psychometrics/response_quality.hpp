// Signs of careless responding in one submission: the indices, the flags they raise, and the verdict.
#pragma once

#include "core/base/field.hpp"
#include "core/base/score.hpp"
#include "core/psychometrics/likert.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// What can be wrong with a submission, in the order in which flags are reported.
enum class quality_flag { speeding, longstring, extreme, low_variability, inconsistent, outlier, incomplete };

/// The name a flag is stored under: SPEEDING, LONGSTRING, EXTREME, LOW_VARIABILITY, INCONSISTENT, OUTLIER, INCOMPLETE.
std::string_view flag_name(quality_flag flag);

/// Response times in milliseconds in item order; a missing one was not taken.
using response_times = nullable_span<std::int32_t>;

/// Item means and covariances of the population a person is compared with; both empty = no comparison.
struct item_population {
  span<double> mean;        ///< One for each item, of the raw (not reversed) answers.
  span<double> covariance;  ///< Row by row, symmetric; its lower triangle is what is read.
};

/// One submission. Empty `keyed` = an ability test: completeness, runs and times are judged and nothing else; the
/// scale, `population` and (but for its length) `traits` are then not used.
struct quality_input {
  answers given;
  span<std::int16_t> keyed;  ///< +1 or −1
  span<std::string_view> traits;
  int scale_min = 0;
  int scale_max = 0;
  response_times times;  ///< Empty = no times taken. A time counts even where its item was not answered.
  item_population population;
};

/// The cut-offs of the flags. Sources: Meade and Craig (2012), Identifying careless responses in survey data,
/// Psychological Methods 17; Huang, Curran, Keeney, Poposki and DeShon (2012), Detecting and deterring insufficient
/// effort responding to surveys, Journal of Business and Psychology 27; Curran (2016), Methods for the detection of
/// carelessly invalid responses in survey data, Journal of Experimental Social Psychology 66.
struct quality_cutoffs {
  double fast_ms = 2000;               ///< An answer below this time is fast, ...
  double fast_share = 0.25;            ///< ... and more than this share of fast ones is SPEEDING,
  double median_ms = 1500;             ///< ... as is a median below this.
  double longstring = 10;              ///< LONGSTRING: a run of at least so many items
  double longstring_share = 0.5;       ///< ... or of at least this share of all items.
  double extreme_share = 0.70;         ///< EXTREME: more than this share of the answers at an end point.
  double irv_of_5_points = 0.5;        ///< LOW_VARIABILITY: irv below this on a 5-point scale, in proportion on others.
  double even_odd = 0.3;               ///< INCONSISTENT: consistency below this, ...
  double even_odd_traits = 3;          ///< ... judged from so many traits with both halves answered.
  double outlier_probability = 0.999;  ///< OUTLIER: D² above this quantile of χ².
  double completeness = 0.80;          ///< INCOMPLETE: a smaller share answered.
  double unreliable_flags = 2;         ///< So many flags make the result unreliable.
};

inline field_table<quality_cutoffs> fields_of(const quality_cutoffs &) {
  constexpr bounds count{0, 32767, true};
  static constexpr field<quality_cutoffs> fields[] = {
      {"fast_ms", &quality_cutoffs::fast_ms, not_negative},
      {"fast_share", &quality_cutoffs::fast_share, unit_interval},
      {"median_ms", &quality_cutoffs::median_ms, not_negative},
      {"longstring", &quality_cutoffs::longstring, count},
      {"longstring_share", &quality_cutoffs::longstring_share, unit_interval},
      {"extreme_share", &quality_cutoffs::extreme_share, unit_interval},
      {"irv_of_5_points", &quality_cutoffs::irv_of_5_points, not_negative},
      {"even_odd", &quality_cutoffs::even_odd, {-1, 1}},
      {"even_odd_traits", &quality_cutoffs::even_odd_traits, count},
      {"outlier_probability", &quality_cutoffs::outlier_probability, unit_interval},
      {"completeness", &quality_cutoffs::completeness, unit_interval},
      {"unreliable_flags", &quality_cutoffs::unreliable_flags, count},
  };
  return {"response quality", field_kind::constant, fields};
}

/// The indices of one submission. Missing: could not be evaluated, and raises no flag.
struct response_quality {
  int n_items = 0;
  int n_answered = 0;
  double completeness = 0;              ///< Share of items answered, 0 to 1.
  int longstring = 0;                   ///< Longest run of one answer; an unanswered item ends a run.
  double irv = missing;                 ///< Intra-individual response variability, in scale points.
  double extreme_share = missing;       ///< Share of the answers at an end point, 0 to 1.
  double even_odd = missing;            ///< Even-odd consistency, −1 to 1.
  double median_ms = missing;           ///< Median response time.
  double fast_share = missing;          ///< Share of the times that are fast, 0 to 1.
  double mahalanobis = missing;         ///< D², squared Mahalanobis distance from the population.
  double mahalanobis_cutoff = missing;  ///< The D² above which the person is an outlier; missing where D² is.
  std::vector<quality_flag> flags;      ///< In the order of quality_flag.
  bool reliable = true;
};

/// Evaluates one submission.
///
/// - longstring: as careless::longstring() of R; 0 if nothing is answered.
/// - irv: sample standard deviation (n − 1) of the raw answers; from 2 answers on (Dunn, Heggestad, Shanock and
///   Theilgard 2018). LOW_VARIABILITY below 0.5 · (scale_max − scale_min)/4.
/// - extreme_share: not judged on a scale of two points, where every answer is at an end.
/// - even_odd: the keyed answers of each trait are split by odd and even position within the trait (unanswered items
///   keep their position), each half is averaged, the halves are correlated over the traits (Pearson), and r is
///   stepped up by Spearman-Brown, 2r/(1 + r), at least −1. Not judged below 3 traits with both halves, or where the
///   halves on one side do not vary. Higher = more consistent: careless::evenodd() of R (1.2) has the opposite sign.
/// - mahalanobis: (x − μ)ᵀ Σ⁻¹ (x − μ) over the answered items with their part of μ and Σ, the exact marginal distance;
///   cut-off: χ² quantile with as many degrees of freedom. Not judged below 2 answers, or where Σ is not positive
///   definite (an item that the others determine counts as that).
/// - reliable: fewer than 2 flags, and neither SPEEDING nor LONGSTRING.
///
/// Errors: as check_likert() (of an ability test: 22023 for an empty item list or `traits` of another length);
/// 22023 for a number of times, means or covariances that does not fit the items, for a negative time, and for NaN or
/// infinity in the population. The cut-offs are taken to be checked (check_fields()): the default ones are, by a test,
/// and checking them for each submission took 6 % of its time. Time is linear in the number of items, with a population
/// cubic in the number answered.
response_quality assess_response_quality(const quality_input &input, const quality_cutoffs &cutoffs = {});

}  // namespace harmony::psychometrics
