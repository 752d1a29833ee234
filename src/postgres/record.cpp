#include "postgres/record.hpp"

#include <cstring>

namespace harmony::postgres {

namespace {

// Looks from `start` on and then from the beginning: fields asked for in the order of the columns are found at once.
int column_of(TupleDesc type, const record_field &field, int start, const char *name) {
  for (int step = 0; step < type->natts; ++step) {
    const int k = (start + step) % type->natts;
    const Form_pg_attribute column = TupleDescAttr(type, k);
    if (column->attisdropped || std::strcmp(NameStr(column->attname), field.name) != 0) continue;
    if (column->atttypid != field.type)
      ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
                      errmsg("field \"%s\" of \"%s\" must be of type %s", field.name, name, format_type_be(field.type)),
                      errdetail("It is of type %s.", format_type_be(column->atttypid))));
    return k;
  }
  return -1;
}

}  // namespace

void read_record(FunctionCallInfo fcinfo, int i, const char *name, const record_field *fields, std::size_t n,
                 NullableDatum *values) {
  guarded([&] {
    HeapTupleHeader header = DatumGetHeapTupleHeader(fcinfo->args[i].value);
    TupleDesc type = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(header), HeapTupleHeaderGetTypMod(header));
    HeapTupleData row;
    row.t_len = HeapTupleHeaderGetDatumLength(header);
    ItemPointerSetInvalid(&row.t_self);
    row.t_tableOid = InvalidOid;
    row.t_data = header;
    Datum *columns = static_cast<Datum *>(palloc(sizeof(Datum) * static_cast<Size>(type->natts)));
    bool *nulls = static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(type->natts)));
    heap_deform_tuple(&row, type, columns, nulls);
    int next = 0;
    for (std::size_t k = 0; k < n; ++k) {
      const int column = column_of(type, fields[k], next, name);
      if (column >= 0) next = column + 1;
      values[k].isnull = column < 0 || nulls[column];
      values[k].value = values[k].isnull ? Datum{0} : columns[column];
    }
    ReleaseTupleDesc(type);
  });
}

}  // namespace harmony::postgres
