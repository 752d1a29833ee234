/* The floor of the SQL guard: the server's parser and analysis of a statement alone, and what they take, freed. For benchmarks
 * only. */
#include "postgres.h"

#include "fmgr.h"
#include "parser/analyze.h"
#include "parser/parser.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(guard_floor);
Datum guard_floor(PG_FUNCTION_ARGS) {
  MemoryContext caller = CurrentMemoryContext;
  MemoryContext work = AllocSetContextCreate(caller, "floor", ALLOCSET_DEFAULT_SIZES);
  Oid *types = NULL;
  int n_types = 0, n_columns;
  const char *sql;
  Query *query;

  MemoryContextSwitchTo(work);
  sql = text_to_cstring(PG_GETARG_TEXT_PP(0));
  query = parse_analyze_varparams(linitial_node(RawStmt, raw_parser(sql, RAW_PARSE_DEFAULT)), sql, &types, &n_types, NULL);
  n_columns = list_length(query->targetList);
  MemoryContextSwitchTo(caller);
  MemoryContextDelete(work);
  PG_RETURN_INT32(n_columns);
}
