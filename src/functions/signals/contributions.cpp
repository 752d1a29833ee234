// Shells of contributions, terms of a linear model, clusters on a line and stars.
#include <optional>
#include <string_view>

#include "core/signals/contributions.hpp"
#include "core/signals/kmeans.hpp"
#include "core/signals/stars.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using signals::contribution;
using signals::facility_stars;
using signals::star_measures;

// 0 leaves as NULL.
template <auto member, class Row>
NullableDatum positive(const Row &row) {
  return {Int32GetDatum(row.*member), row.*member == 0};
}

constexpr column<contribution> contribution_columns[] = {
    {"share", from<&contribution::share>},
    {"excess", from<&contribution::excess>},
    {"percent_of_parent", from<&contribution::percent_of_parent>},
    {"direction", from<&contribution::direction>},
    {"rank", INT4OID, positive<&contribution::rank>},
    {"cumulative", from<&contribution::cumulative>},
};

struct named_stars {
  std::string_view facility;
  facility_stars rated;
};

constexpr auto rated = &named_stars::rated;
constexpr column<named_stars> star_columns[] = {
    {"facility", from<&named_stars::facility>},
    {"groups", from<rated, &facility_stars::groups>},
    {"summary", from<rated, &facility_stars::summary>},
    {"stars", INT4OID, [](const named_stars &row) { return positive<&facility_stars::stars>(row.rated); }},
};

bool is_missing(const array_values<double> &values, std::size_t k) {
  return values.missing() != nullptr && values.missing()[k];
}

// The text of argument i, which may not be NULL.
std::string_view required_text(FunctionCallInfo fcinfo, int i, const char *name) {
  if (PG_ARGISNULL(i)) throw error(sqlstate::null_value_not_allowed, std::string(name) + " must not be null");
  return bytes_of(PG_GETARG_DATUM(i));
}

}  // namespace

// contributions(parent, child, weight)
HARMONY_FUNCTION(contributions) {
  const array_values<double> child = float8_array(PG_GETARG_DATUM(1), "child");
  const array_values<double> weight = float8_array(PG_GETARG_DATUM(2), "weight");
  const auto found = signals::contributions(PG_GETARG_FLOAT8(0), child.all(), weight.all());
  return return_row_array(fcinfo, contribution_columns, found.size(), [&](std::size_t k) {
    return is_missing(child, k) || is_missing(weight, k) ? std::nullopt : std::make_optional(found[k]);
  });
}

// linear_shap(beta, x, mean)
HARMONY_FUNCTION(linear_shap) {
  const array_values<double> beta = float8_array(PG_GETARG_DATUM(0), "beta");
  const array_values<double> x = float8_array(PG_GETARG_DATUM(1), "x");
  const array_values<double> mean = float8_array(PG_GETARG_DATUM(2), "mean");
  const std::vector<double> terms = signals::linear_shap(beta.all(), x.all(), mean.all());
  return guarded([&] { return float8_array_datum(terms.data(), terms.size()); });
}

// kmeans_1d(value, k)
HARMONY_FUNCTION(kmeans_1d) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "value");
  const std::vector<std::int32_t> labels = signals::kmeans_1d(values.all(), PG_GETARG_INT32(1));
  std::vector<std::optional<std::int32_t>> shown(labels.begin(), labels.end());
  for (auto &label : shown)
    if (label == 0) label.reset();
  return guarded([&] { return postgres::integer_array_datum(shown.data(), shown.size()); });
}

// (state, facility, measure_group, measure, value)
HARMONY_FUNCTION(star_ratings_transition) {
  using state = aggregate_state<star_measures>;
  const std::string_view facility = required_text(fcinfo, 1, "facility");
  const std::string_view group = required_text(fcinfo, 2, "measure_group");
  const std::string_view measure = required_text(fcinfo, 3, "measure");
  const double value = number_or_nan(fcinfo->args[4]);
  if (std::isnan(value) && !PG_ARGISNULL(4)) throw error(sqlstate::invalid_parameter_value, "value must be finite");
  star_measures &all = state::of(fcinfo, [] { return star_measures(); });
  all.add(facility, group, measure, value);
  return state::datum(all);
}
HARMONY_STATE(star_ratings, star_measures)

HARMONY_FUNCTION(star_ratings_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const star_measures &all = aggregate_state<star_measures>::argument(fcinfo, 0);
  const std::vector<facility_stars> stars = all.ratings();
  return return_row_array(fcinfo, star_columns, stars.size(), [&](std::size_t k) {
    return named_stars{all.facility_name(stars[k].facility), stars[k]};
  });
}

}  // namespace harmony::functions
