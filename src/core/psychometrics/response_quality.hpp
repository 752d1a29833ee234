// Signs of careless responding in one submission: the indices, the flags they raise, and the verdict.
#pragma once

#include "core/base/field.hpp"
#include "core/base/score.hpp"
#include "core/psychometrics/careless.hpp"
#include "core/psychometrics/item_population.hpp"
#include "core/psychometrics/likert.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// What can be wrong with a submission, in the order in which flags are reported.
enum class quality_flag {
  speeding,
  longstring,
  cycling,
  extreme,
  low_variability,
  inconsistent,
  unstable,
  synonyms,
  outlier,
  misfit,
  incomplete
};

/// The name a flag is stored under: SPEEDING, LONGSTRING, CYCLING and so on.
std::string_view flag_name(quality_flag flag);

/// Response times in milliseconds in item order; a missing one was not taken.
using response_times = nullable_span<std::int32_t>;

/// One submission. Empty `keyed` = a test or a forced choice: completeness, runs, cycles, times and person fit are
/// judged and nothing else; `population` and (but for its length) `traits` are then not used.
struct quality_input {
  answers given;
  span<std::int16_t> keyed;  ///< +1 or −1
  span<std::string_view> traits;
  int scale_min = 0;
  int scale_max = 0;
  response_times times;  ///< Empty = no times taken. A time counts even where its item was not answered.
  const prepared_population *population = nullptr;  ///< Null = no comparison.
  double person_fit_lz = missing;  ///< person_fit_2pl() or person_fit_pairs(), where there are item parameters.
  bool is_forced_choice = false;
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
  double cycle = 15;                   ///< CYCLING: a pattern repeated over at least so many items, ...
  double cycle_of_2_points = 22;       ///< ... or so many where there are two answers to choose from.
  double extreme_share = 0.70;         ///< EXTREME: more than this share of the answers at an end point.
  double irv_of_5_points = 0.5;        ///< LOW_VARIABILITY: irv below this on a 5-point scale, in proportion on others.
  double even_odd = 0.3;               ///< INCONSISTENT: consistency below this, ...
  double even_odd_traits = 3;          ///< ... judged, as UNSTABLE, from so many traits with both halves answered.
  double resampled_reliability = 0;    ///< UNSTABLE: resampled reliability below this, ...
  double answers_a_scale = 4;          ///< ... which is weighed from so many answers a scale on average.
  double synonym_correlation = 0.6;    ///< Synonyms: items with a correlation beyond this in the population, ...
  double synonym_pairs = 5;            ///< ... judged from so many pairs of them,
  double synonym_consistency = -0.1;   ///< SYNONYMS: consistency below this.
  double misfit = -2;                  ///< MISFIT: lz of a test below this, ...
  double misfit_of_pairs = 0;          ///< ... of a forced choice, whose many traits fit its few pairs better.
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
      {"cycle", &quality_cutoffs::cycle, count},
      {"cycle_of_2_points", &quality_cutoffs::cycle_of_2_points, count},
      {"extreme_share", &quality_cutoffs::extreme_share, unit_interval},
      {"irv_of_5_points", &quality_cutoffs::irv_of_5_points, not_negative},
      {"even_odd", &quality_cutoffs::even_odd, {-1, 1}},
      {"even_odd_traits", &quality_cutoffs::even_odd_traits, count},
      {"resampled_reliability", &quality_cutoffs::resampled_reliability, {-1, 1}},
      {"answers_a_scale", &quality_cutoffs::answers_a_scale, count},
      {"synonym_correlation", &quality_cutoffs::synonym_correlation, unit_interval},
      {"synonym_pairs", &quality_cutoffs::synonym_pairs, count},
      {"synonym_consistency", &quality_cutoffs::synonym_consistency, {-1, 1}},
      {"misfit", &quality_cutoffs::misfit, any_number},
      {"misfit_of_pairs", &quality_cutoffs::misfit_of_pairs, any_number},
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
  double completeness = 0;                 ///< Share of items answered, 0 to 1.
  int longstring = 0;                      ///< Longest run of one answer; an unanswered item ends a run.
  double irv = missing;                    ///< Intra-individual response variability, in scale points.
  double extreme_share = missing;          ///< Share of the answers at an end point, 0 to 1.
  double even_odd = missing;               ///< Even-odd consistency, −1 to 1.
  double median_ms = missing;              ///< Median response time.
  double fast_share = missing;             ///< Share of the times that are fast, 0 to 1.
  double mahalanobis = missing;            ///< D², squared Mahalanobis distance from the population.
  double mahalanobis_cutoff = missing;     ///< The D² above which the person is an outlier; missing where D² is.
  int longest_cycle = 0;                   ///< Longest stretch that repeats a pattern of 1 to 5 answers, in items.
  double resampled_reliability = missing;  ///< −1 to 1.
  double synonym_consistency = missing;    ///< −1 to 1.
  double person_fit_lz = missing;          ///< As it was given.
  double careless_probability = missing;   ///< 0 to 1.
  std::vector<quality_flag> flags;         ///< In the order of quality_flag.
  bool reliable = true;
};

/// Evaluates one submission.
///
/// - longstring: as careless::longstring() of R; 0 if nothing is answered.
/// - irv: sample standard deviation (n − 1) of the raw answers; from 2 answers on (Dunn, Heggestad, Shanock and
///   Theilgard 2018). LOW_VARIABILITY below 0.5 · (scale_max − scale_min)/4.
/// - extreme_share: not judged on a scale of two points, where every answer is at an end.
/// - longest_cycle: items i − p and i have the same answer all along the stretch, p one of 1 to 5, and it holds the
///   pattern twice at least; 0 where nothing repeats. CYCLING is raised where it exceeds longstring: what repeats one
///   answer is a LONGSTRING.
/// - even_odd: even_odd_consistency(). Higher = more consistent: careless::evenodd() of R (1.2) has the opposite sign.
/// - resampled_reliability, synonym_consistency, mahalanobis: see split_halves.hpp and item_population.hpp; cut-off of
///   the last: χ² quantile with as many degrees of freedom as there are answers.
/// - careless_probability: judge_carelessness() of the last three, and of lz; of resampled_reliability where there are
/// 4
///   answers a scale.
/// - reliable: none of SPEEDING, LONGSTRING and CYCLING; fewer than 2 flags, where INCONSISTENT, UNSTABLE and SYNONYMS
///   count as one, since they read the same thing; and a careless_probability up to its cut-off.
///
/// Indices are compared with their cut-offs after rounding to 9 decimals (without_noise()).
///
/// Errors: as check_likert() (of an ability test: 22023 for an empty item list or `traits` of another length);
/// 22023 for a number of times or means that does not fit the items, and for a negative time. The cut-offs are taken to
/// be checked (check_fields()): the default ones are, by a test, and checking them for each submission took 6 % of its
/// time. Time is linear in the number of items, with a population as prepared_population::squared_distance().
response_quality assess_response_quality(const quality_input &input, const quality_cutoffs &cutoffs = {},
                                         const careless_model &model = {});

}  // namespace harmony::psychometrics
