// Rows as arguments: a record of whatever type, its fields by name; a row of a type that is bound to a table of
// columns.
#pragma once

#include <cstddef>

#include "postgres/composite.hpp"

namespace harmony::postgres {

struct record_field {
  const char *name;
  Oid type;
};

/// Where the type of a record has the fields that are asked for; looked up once a call site and type. Plain data, zero
/// at first.
struct record_type {
  Oid type;
  std::int32_t modifier;
  TupleDesc descriptor;
  type_version version;
  int *place;  // of each field among the type's attributes, −1 where it has none
  Datum *values;
  bool *nulls;
};

/// The fields of a record, which is not NULL and has `name` in messages, into `values`; a field that the record does
/// not have is NULL. Errors: 42804 for a field of another type.
void read_record(FunctionCallInfo fcinfo, Datum record, const char *name, const record_field *fields, std::size_t n,
                 record_type &type, NullableDatum *values);

/// The attributes of a row by a descriptor of its type.
void deform_row(Datum row, TupleDesc type, Datum *values, bool *nulls);

/// The columns of a row, in the order of their table. Errors: 42804 for a type that does not match the table.
template <class Row, std::size_t n>
void read_row(FunctionCallInfo fcinfo, Datum row, const column<Row> (&columns)[n], row_type &type,
              NullableDatum (&values)[n]) {
  guarded([&] {
    const Oid named = HeapTupleHeaderGetTypeId(DatumGetHeapTupleHeader(row));
    bind(fcinfo, type, columns, [&](type_version &version) { return describe_row_type(named, version); });
    deform_row(row, type.descriptor, type.values, type.nulls);
    for (std::size_t k = 0; k < n; ++k) values[k] = {type.values[type.place[k]], type.nulls[type.place[k]]};
  });
}

}  // namespace harmony::postgres
