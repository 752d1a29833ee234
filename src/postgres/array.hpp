// One-dimensional SQL arrays in and out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// A decoded array: values and, beside each, whether it is NULL.
template <class T>
struct array_values {
  std::vector<T> values;
  std::vector<std::uint8_t> is_null;  // empty when no element is NULL

  std::size_t size() const { return values.size(); }
  const bool *missing() const {
    return is_null.empty() ? nullptr : reinterpret_cast<const bool *>(is_null.data());
  }
};

/// Decode argument i, an array of the named element type. An empty array has no elements; more than one dimension is
/// an error 2202E. `name` names the argument in messages.
array_values<std::int16_t> smallint_array(FunctionCallInfo fcinfo, int i, const char *name);
array_values<std::int32_t> integer_array(FunctionCallInfo fcinfo, int i, const char *name);
array_values<std::int64_t> bigint_array(FunctionCallInfo fcinfo, int i, const char *name);
array_values<double> float8_array(FunctionCallInfo fcinfo, int i, const char *name);
array_values<std::string_view> text_array(FunctionCallInfo fcinfo, int i, const char *name);

/// The documents of a jsonb[] argument; a NULL element is a null pointer.
std::vector<Jsonb *> jsonb_array(FunctionCallInfo fcinfo, int i, const char *name);

/// A two-dimensional float8 array read row by row into `values`; rows and columns tell its shape. NULLs are an error.
std::vector<double> float8_matrix(FunctionCallInfo fcinfo, int i, const char *name, int &rows, int &columns);

/// The elements of a float8 array of any shape, row by row; NULL comes in as NaN.
std::vector<double> float8_elements(Datum value);

/// Refuses NULL elements (22004), for arrays that may hold none.
void refuse_nulls(bool has_nulls, const char *name);

/// text[] and float8[] values (NaN leaves as NULL). They may raise: call them inside guarded().
Datum text_array_datum(const std::string_view *values, std::size_t n);
Datum float8_array_datum(const double *values, std::size_t n);
Datum float8_matrix_datum(const double *values, std::size_t rows, std::size_t columns);

}  // namespace harmony::postgres
