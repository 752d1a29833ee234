// Rows into the states of one and two samples. For shells only.
#pragma once

#include "core/statistics/samples.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

/// A row (value, is it of the first sample); with a NULL it is passed over.
template <class T>
Datum add_to_sample(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  T &samples = aggregate_state<T>::of(fcinfo, [] { return T(); });
  samples.add(PG_GETARG_FLOAT8(1), PG_GETARG_BOOL(2));
  return aggregate_state<T>::datum(samples);
}

using two_samples_state = aggregate_state<statistics::two_samples>;

/// Which method gave a p-value, where there is one.
inline const char *method_of(double p, bool exact, const char *otherwise) {
  return std::isnan(p) ? nullptr : (exact ? "exact" : otherwise);
}

}  // namespace harmony::functions
