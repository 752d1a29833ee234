/* The floor of the SQL guard: the server's parser and analysis alone, for each statement of an array. */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "parser/analyze.h"
#include "parser/parser.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;
PG_FUNCTION_INFO_V1(guard_floor);

Datum guard_floor(PG_FUNCTION_ARGS) {
  Datum *statements;
  int n;
  MemoryContext caller = CurrentMemoryContext;
  MemoryContext work = AllocSetContextCreate(caller, "floor", ALLOCSET_DEFAULT_SIZES);
  deconstruct_array(PG_GETARG_ARRAYTYPE_P(0), TEXTOID, -1, false, TYPALIGN_INT, &statements, NULL, &n);
  for (int i = 0; i < n; i++) {
    const char *sql;
    Oid *types = NULL;
    int n_types = 0;
    MemoryContextSwitchTo(work);
    sql = TextDatumGetCString(statements[i]);
    parse_analyze_varparams(linitial_node(RawStmt, raw_parser(sql, RAW_PARSE_DEFAULT)), sql, &types, &n_types, NULL);
    MemoryContextSwitchTo(caller);
    MemoryContextReset(work);
  }
  MemoryContextDelete(work);
  PG_RETURN_INT32(n);
}
