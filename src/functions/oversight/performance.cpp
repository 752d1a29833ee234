// Shells of the performance of predictions: of two classes, of a number, and before outcomes are known.
#include "core/statistics/classification.hpp"
#include "core/statistics/regression_performance.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::binary_performance_result;
using statistics::confusion;
using statistics::estimated_performance_result;
using statistics::regression_performance_result;
using binary_performance = aggregate_state<statistics::binary_performance_state>;
using estimated_performance = aggregate_state<statistics::estimated_performance_state>;
using regression_performance = aggregate_state<statistics::regression_performance_state>;

NullableDatum encoded_calibration(const binary_performance_result &r) {
  json_writer json;
  json.begin_array();
  for (const statistics::calibration_bin &bin : r.calibration) {
    json.begin_object();
    json.key("low");
    json.number(bin.low);
    json.key("high");
    json.number(bin.high);
    json.key("n");
    json.integer(bin.n);
    json.key("predicted");
    json.number(bin.predicted);
    json.key("observed");
    json.number(bin.observed);
    json.key("observed_low");
    json.number(bin.interval.low);
    json.key("observed_high");
    json.number(bin.interval.high);
    json.end_object();
  }
  json.end_array();
  return {json.finish(), false};
}

constexpr column<binary_performance_result> binary_performance_columns[] = {
    {"n", from<&binary_performance_result::n>},
    {"positives", from<&binary_performance_result::positives>},
    {"auc", from<&binary_performance_result::auc>},
    {"auc_se", from<&binary_performance_result::auc_se>},
    {"average_precision", from<&binary_performance_result::average_precision>},
    {"brier", from<&binary_performance_result::brier>},
    {"brier_skill", from<&binary_performance_result::brier_skill>},
    {"log_loss", from<&binary_performance_result::log_loss>},
    {"accuracy", from<&binary_performance_result::decided, &confusion::accuracy>},
    {"precision", from<&binary_performance_result::decided, &confusion::precision>},
    {"recall", from<&binary_performance_result::decided, &confusion::recall>},
    {"f1", from<&binary_performance_result::decided, &confusion::f1>},
    {"mcc", from<&binary_performance_result::decided, &confusion::mcc>},
    {"ks", from<&binary_performance_result::ks>},
    {"ece", from<&binary_performance_result::ece>},
    {"calibration_intercept", from<&binary_performance_result::calibration_intercept>},
    {"calibration_slope", from<&binary_performance_result::calibration_slope>},
    {"calibration", JSONBOID, encoded_calibration},
    {"auc_low", from<&binary_performance_result::auc_interval, &statistics::share_interval::low>},
    {"auc_high", from<&binary_performance_result::auc_interval, &statistics::share_interval::high>},
};

constexpr column<statistics::area_difference> difference_columns[] = {
    {"difference", from<&statistics::area_difference::difference>},
    {"low", from<&statistics::area_difference::low>},
    {"high", from<&statistics::area_difference::high>},
};

constexpr column<regression_performance_result> regression_performance_columns[] = {
    {"n", from<&regression_performance_result::n>},
    {"bias", from<&regression_performance_result::bias>},
    {"mae", from<&regression_performance_result::mae>},
    {"median_ae", from<&regression_performance_result::median_ae>},
    {"rmse", from<&regression_performance_result::rmse>},
    {"mape", from<&regression_performance_result::mape>},
    {"r_squared", from<&regression_performance_result::r_squared>},
};

constexpr column<estimated_performance_result> estimated_performance_columns[] = {
    {"n", from<&estimated_performance_result::n>},
    {"accuracy", from<&estimated_performance_result::expected, &confusion::accuracy>},
    {"precision", from<&estimated_performance_result::expected, &confusion::precision>},
    {"recall", from<&estimated_performance_result::expected, &confusion::recall>},
    {"f1", from<&estimated_performance_result::expected, &confusion::f1>},
    {"auc", from<&estimated_performance_result::auc>},
};

double threshold_argument(FunctionCallInfo fcinfo, int i) {
  if (PG_NARGS() <= i) return statistics::default_threshold;
  if (PG_ARGISNULL(i)) throw error(sqlstate::null_value_not_allowed, "threshold must not be null");
  return PG_GETARG_FLOAT8(i);
}

}  // namespace

// (state, outcome, probability [, threshold]); a row with a NULL is passed over.
HARMONY_FUNCTION(binary_performance_transition) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  const double threshold = threshold_argument(fcinfo, 3);
  auto &state = binary_performance::of(fcinfo, [&] { return statistics::binary_performance_state(threshold); });
  state.check_threshold(threshold);
  state.add(PG_GETARG_BOOL(1), PG_GETARG_FLOAT8(2));
  return binary_performance::datum(state);
}
HARMONY_STATE(binary_performance, statistics::binary_performance_state)

HARMONY_FUNCTION(binary_performance_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, binary_performance_columns, binary_performance::argument(fcinfo, 0).finish());
}

// (state, actual, predicted)
HARMONY_FUNCTION(regression_performance_transition) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  auto &state = regression_performance::of(fcinfo, [] { return statistics::regression_performance_state(); });
  state.add(PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2));
  return regression_performance::datum(state);
}
HARMONY_STATE(regression_performance, statistics::regression_performance_state)

HARMONY_FUNCTION(regression_performance_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, regression_performance_columns, regression_performance::argument(fcinfo, 0).finish());
}

// (state, probability [, threshold])
HARMONY_FUNCTION(estimated_performance_transition) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  const double threshold = threshold_argument(fcinfo, 2);
  auto &state = estimated_performance::of(fcinfo, [&] { return statistics::estimated_performance_state(threshold); });
  state.check_threshold(threshold);
  state.add(PG_GETARG_FLOAT8(1));
  return estimated_performance::datum(state);
}
HARMONY_STATE(estimated_performance, statistics::estimated_performance_state)

HARMONY_FUNCTION(estimated_performance_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, estimated_performance_columns, estimated_performance::argument(fcinfo, 0).finish());
}

// auc_difference(a, a_se, b, b_se, level)
HARMONY_FUNCTION(auc_difference) {
  return return_row(fcinfo, difference_columns,
                    statistics::difference_of_areas(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2),
                                                    PG_GETARG_FLOAT8(3), PG_GETARG_FLOAT8(4)));
}

}  // namespace harmony::functions
