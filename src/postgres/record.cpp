#include "postgres/record.hpp"

#include <cstring>

namespace harmony::postgres {

namespace {

int place_of(TupleDesc type, const record_field &field, const char *record) {
  for (int k = 0; k < type->natts; ++k) {
    const Form_pg_attribute column = TupleDescAttr(type, k);
    if (column->attisdropped || std::strcmp(NameStr(column->attname), field.name) != 0) continue;
    if (column->atttypid != field.type)
      ereport(ERROR,
              (errcode(ERRCODE_DATATYPE_MISMATCH),
               errmsg("field \"%s\" of \"%s\" must be of type %s", field.name, record, format_type_be(field.type)),
               errdetail("It is of type %s.", format_type_be(column->atttypid)),
               errhint("Run ALTER EXTENSION harmony UPDATE.")));
    return k;
  }
  return -1;
}

// A copy, in the current context, of the type of a record as it is now.
TupleDesc describe_record(Oid type, std::int32_t modifier, type_version &version) {
  if (type != RECORDOID) return describe_row_type(type, version);
  version = {nullptr, 0};
  return lookup_rowtype_tupdesc_copy(type, modifier);
}

void look_up(record_type &type, MemoryContext context, const char *name, const record_field *fields, std::size_t n) {
  const TupleDesc found = describe_record(type.type, type.modifier, type.version);
  int *places = static_cast<int *>(palloc(sizeof(int) * n));
  for (std::size_t k = 0; k < n; ++k) places[k] = place_of(found, fields[k], name);
  const auto width = static_cast<Size>(found->natts);
  const MemoryContext previous = MemoryContextSwitchTo(context);
  type.values = static_cast<Datum *>(palloc(width * sizeof(Datum) + n * sizeof(int) + width * sizeof(bool)));
  type.place = reinterpret_cast<int *>(type.values + width);
  type.nulls = reinterpret_cast<bool *>(type.place + n);
  std::memcpy(type.place, places, n * sizeof(int));
  type.descriptor = CreateTupleDescCopy(found);
  MemoryContextSwitchTo(previous);
}

void forget(record_type &type) {
  if (type.descriptor == nullptr) return;
  FreeTupleDesc(type.descriptor);
  pfree(type.values);
  type.descriptor = nullptr;
}

}  // namespace

void deform_row(Datum row, TupleDesc type, Datum *values, bool *nulls) {
  HeapTupleHeader header = DatumGetHeapTupleHeader(row);
  HeapTupleData tuple = {};
  tuple.t_len = HeapTupleHeaderGetDatumLength(header);
  ItemPointerSetInvalid(&tuple.t_self);
  tuple.t_tableOid = InvalidOid;
  tuple.t_data = header;
  heap_deform_tuple(&tuple, type, values, nulls);
}

void read_record(FunctionCallInfo fcinfo, Datum record, const char *name, const record_field *fields, std::size_t n,
                 record_type &type, NullableDatum *values) {
  guarded([&] {
    const HeapTupleHeader header = DatumGetHeapTupleHeader(record);
    const Oid found = HeapTupleHeaderGetTypeId(header);
    const std::int32_t modifier = HeapTupleHeaderGetTypMod(header);
    if (type.descriptor == nullptr || type.type != found || type.modifier != modifier || !type.version.is_current()) {
      forget(type);
      type.type = found;
      type.modifier = modifier;
      look_up(type, fcinfo->flinfo->fn_mcxt, name, fields, n);
    }
    deform_row(PointerGetDatum(header), type.descriptor, type.values, type.nulls);
    for (std::size_t k = 0; k < n; ++k) {
      const int place = type.place[k];
      values[k].isnull = place < 0 || type.nulls[place];
      values[k].value = values[k].isnull ? Datum{0} : type.values[place];
    }
  });
}

}  // namespace harmony::postgres
