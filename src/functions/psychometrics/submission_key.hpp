// What scoring reads of an instrument: the fields of a row of assessment.scoring_key, and the answers that are scored
// by them.
#pragma once

#include <iterator>
#include <string_view>
#include <vector>

#include "functions/psychometrics/scoring_arguments.hpp"
#include "functions/shell.hpp"
#include "postgres/record.hpp"

namespace harmony::functions {

enum field {
  instrument,
  kind,
  scale_min,
  scale_max,
  keyed,
  traits,
  families,
  correct,
  n_options,
  right_traits,
  left_loadings,
  right_loadings,
  left_intercepts,
  right_intercepts,
  trait_order,
  trait_correlation,
  equated_mean,
  equated_sd,
  theta_mean,
  theta_sd,
  discriminations,
  difficulties,
  target_se,
  max_items,
  norm_mean,
  norm_sd,
  norm_reliability,
  norm_quantiles,
  also_positions,
  also_traits,
  also_keyed,
  n_fields
};

inline constexpr postgres::record_field key_fields[] = {
    // in the order of assessment.scoring_key
    {"instrument", TEXTOID},
    {"kind", TEXTOID},
    {"scale_min", INT2OID},
    {"scale_max", INT2OID},
    {"keyed", INT2ARRAYOID},
    {"traits", TEXTARRAYOID},
    {"families", TEXTARRAYOID},
    {"correct", INT2ARRAYOID},
    {"n_options", INT4OID},
    {"right_traits", TEXTARRAYOID},
    {"left_loadings", FLOAT8ARRAYOID},
    {"right_loadings", FLOAT8ARRAYOID},
    {"left_intercepts", FLOAT8ARRAYOID},
    {"right_intercepts", FLOAT8ARRAYOID},
    {"trait_order", TEXTARRAYOID},
    {"trait_correlation", FLOAT8ARRAYOID},
    {"equated_mean", FLOAT8ARRAYOID},
    {"equated_sd", FLOAT8ARRAYOID},
    {"theta_mean", FLOAT8ARRAYOID},
    {"theta_sd", FLOAT8ARRAYOID},
    {"discriminations", FLOAT8ARRAYOID},
    {"difficulties", FLOAT8ARRAYOID},
    {"target_se", FLOAT8OID},
    {"max_items", INT4OID},
    {"norm_mean", FLOAT8ARRAYOID},
    {"norm_sd", FLOAT8ARRAYOID},
    {"norm_reliability", FLOAT8ARRAYOID},
    {"norm_quantiles", FLOAT8ARRAYOID},
    {"also_positions", INT4ARRAYOID},
    {"also_traits", TEXTARRAYOID},
    {"also_keyed", INT2ARRAYOID},
};
static_assert(std::size(key_fields) == field::n_fields);

// The fields of a key, the answers, and what they are compared with.
struct submission {
  NullableDatum key[field::n_fields];
  NullableDatum answers, response_ms, measured_at, item_mean, item_covariance;
  bool is_adaptive = false;

  Datum operator[](field f) const { return key[f].value; }
  const char *name(field f) const { return key_fields[f].name; }
  bool any_null(field first, field last) const {
    for (int f = first; f <= last; ++f)
      if (key[f].isnull) return true;
    return false;
  }
  bool is_complete() const {
    if (answers.isnull || any_null(field::kind, field::n_options)) return false;
    return bytes_of(key[field::kind].value) != "forced_choice" ||
           !any_null(field::right_traits, field::trait_correlation);
  }
};

inline array_values<std::int16_t> smallints(const submission &given, field f) {
  return smallint_array(given[f], given.name(f));
}
inline array_values<std::string_view> texts(const submission &given, field f) {
  return text_array(given[f], given.name(f));
}
inline std::vector<double> numbers(const submission &given, field f) { return float8_values(given[f], given.name(f)); }

}  // namespace harmony::functions
