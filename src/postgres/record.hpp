// A row as an argument, of whatever type: its fields by name.
#pragma once

#include <cstddef>

#include "postgres/guard.hpp"

namespace harmony::postgres {

struct record_field {
  const char *name;
  Oid type;
};

/// The fields of argument i, which is not NULL and has `name` in messages, into `values`; a field that the row does not have
/// is NULL. Errors: 42804 for a field of another type.
void read_record(FunctionCallInfo fcinfo, int i, const char *name, const record_field *fields, std::size_t n,
                 NullableDatum *values);

}  // namespace harmony::postgres
