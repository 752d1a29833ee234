// Composite results: one row, a set of rows, an array of rows.
#pragma once

#include <cstring>

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

/// An array of rows under construction, one after the other in one buffer: construct_array would copy a large result once
/// more, without looking for a cancel. Plain data; its memory is the current context's when it is made.
class row_array_builder {
 public:
  /// A row made by row_builder; it is copied. May raise (54000 beyond the size of an array): inside guarded().
  void add(Datum row) {
    const HeapTupleHeader header = DatumGetHeapTupleHeader(row);
    const Size length = HeapTupleHeaderGetDatumLength(header);
    reserve(MAXALIGN(size_) + length);
    std::memset(bytes_ + size_, 0, MAXALIGN(size_) - size_);
    size_ = MAXALIGN(size_);
    std::memcpy(bytes_ + size_, header, length);
    size_ += length;
    ++n_;
  }
  Datum finish(Oid element_type) {
    if (n_ == 0) return PointerGetDatum(construct_empty_array(element_type));
    ArrayType *array = reinterpret_cast<ArrayType *>(bytes_);
    SET_VARSIZE(array, MAXALIGN(size_));
    array->ndim = 1;
    array->dataoffset = 0;
    array->elemtype = element_type;
    ARR_DIMS(array)[0] = n_;
    ARR_LBOUND(array)[0] = 1;
    return PointerGetDatum(array);
  }

 private:
  void reserve(Size needed) {
    needed = MAXALIGN(needed);
    if (needed > MaxAllocSize)
      ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                      errmsg("array size exceeds the maximum allowed (%d)", static_cast<int>(MaxAllocSize))));
    if (needed <= capacity_) return;
    capacity_ = needed > MaxAllocSize / 2 ? MaxAllocSize : 2 * needed;
    bytes_ = static_cast<char *>(bytes_ == nullptr ? MemoryContextAlloc(context_, capacity_) : repalloc(bytes_, capacity_));
  }

  MemoryContext context_ = CurrentMemoryContext;
  char *bytes_ = nullptr;
  Size size_ = ARR_OVERHEAD_NONULLS(1);
  Size capacity_ = 0;
  int n_ = 0;
};

}  // namespace harmony::postgres
