/* The do-nothing aggregate: what an aggregate of these arguments costs before it does anything. For benchmarks only. */
#include "postgres.h"

#include "fmgr.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(do_nothing);
Datum do_nothing(PG_FUNCTION_ARGS) {
  static char state;
  PG_RETURN_POINTER(&state);
}

PG_FUNCTION_INFO_V1(finish_nothing);
Datum finish_nothing(PG_FUNCTION_ARGS) { PG_RETURN_INT64(0); }
