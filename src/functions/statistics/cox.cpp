// Shells of Cox's proportional hazards model.
#include <vector>

#include "core/statistics/cox.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/cox_columns.hpp"
#include "functions/statistics/kept_rows.hpp"
#include "functions/statistics/model_reading.hpp"

namespace harmony::functions {

namespace {

template <class Fit>
Datum fit_rows(FunctionCallInfo fcinfo, Fit &&fit) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, cox_columns, fit(aggregate_state<kept_rows>::argument(fcinfo, 0)));
}

struct cox_prediction_call {
  postgres::row_type model;
  postgres::number_arguments numbers;
};

}  // namespace

HARMONY_FUNCTION(cox_final) {
  return fit_rows(fcinfo, [](const kept_rows &kept) { return statistics::fit_cox(kept.rows); });
}
HARMONY_FUNCTION(cox_robust_final) {
  return fit_rows(fcinfo,
                  [](const kept_rows &kept) { return statistics::fit_cox_robust(kept.rows, kept.groups.size()); });
}
HARMONY_FUNCTION(cox_counting_final) {
  return fit_rows(fcinfo, [](const kept_rows &kept) { return statistics::fit_cox_counting(kept.rows); });
}

// predict(model, x1, x2, …) or predict(model, x)
HARMONY_FUNCTION(predict_cox) {
  auto &call = *guarded([&] { return &postgres::call_site<cox_prediction_call>(fcinfo); });
  const model_columns<std::size(cox_columns)> row(fcinfo, cox_columns, call.model);
  if (std::isnan(row.number("log_likelihood"))) PG_RETURN_NULL();
  const std::vector<double> x = postgres::predictor_arguments(fcinfo, 1, call.numbers);
  return return_nullable(fcinfo, statistics::predict_cox(row.numbers("coefficients"), x));
}

}  // namespace harmony::functions
