// A float8 function of one, two or three float8 arguments, of which NaN leaves as NULL. For shells only.
#pragma once

#include "functions/shell.hpp"

namespace harmony::functions {

inline Datum call(FunctionCallInfo fcinfo, double (*f)(double)) {
  return return_nullable(fcinfo, f(PG_GETARG_FLOAT8(0)));
}
inline Datum call(FunctionCallInfo fcinfo, double (*f)(double, double)) {
  return return_nullable(fcinfo, f(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1)));
}
inline Datum call(FunctionCallInfo fcinfo, double (*f)(double, double, double)) {
  return return_nullable(fcinfo, f(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)));
}

}  // namespace harmony::functions
