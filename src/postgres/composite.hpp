// Composite results: one row, a set of rows, an array of rows.
#pragma once

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// The row type that the call returns, looked up once and kept with the function. May raise: inside guarded().
inline TupleDesc result_row_type(FunctionCallInfo fcinfo) {
  if (fcinfo->flinfo->fn_extra == nullptr) {
    TupleDesc found;
    if (get_call_result_type(fcinfo, nullptr, &found) != TYPEFUNC_COMPOSITE)
      ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                      errmsg("function returning record called in context that cannot accept type record")));
    MemoryContext previous = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
    fcinfo->flinfo->fn_extra = BlessTupleDesc(CreateTupleDescCopy(found));
    MemoryContextSwitchTo(previous);
  }
  return static_cast<TupleDesc>(fcinfo->flinfo->fn_extra);
}

/// The element type of the array of rows that the call returns. May raise: inside guarded().
struct array_element_type {
  Oid oid;
  TupleDesc row;
};
inline array_element_type result_element_type(FunctionCallInfo fcinfo) {
  array_element_type type;
  type.oid = get_element_type(get_fn_expr_rettype(fcinfo->flinfo));
  if (!OidIsValid(type.oid)) elog(ERROR, "could not determine the row type of the result");
  type.row = BlessTupleDesc(lookup_rowtype_tupdesc_copy(type.oid, -1));
  return type;
}

/// The columns of a row under construction: plain data, filled from left to right.
template <int capacity>
struct row_builder {
  Datum values[capacity];
  bool nulls[capacity];
  int n = 0;

  void add(Datum value) {
    values[n] = value;
    nulls[n++] = false;
  }
  void add(NullableDatum value) {
    values[n] = value.value;
    nulls[n++] = value.isnull;
  }
  void add_null() {
    values[n] = Datum{0};
    nulls[n++] = true;
  }
  /// The finished row. May raise: inside guarded().
  Datum finish(TupleDesc type) {
    if (type->natts != n) elog(ERROR, "row type has %d columns, but %d were given", type->natts, n);
    return HeapTupleGetDatum(heap_form_tuple(type, values, nulls));
  }
};

}  // namespace harmony::postgres
