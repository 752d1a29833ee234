// One-dimensional SQL arrays in and out.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// A decoded array: values and, beside each, whether it is NULL.
template <class T>
struct array_values {
  std::vector<T> values;
  std::vector<std::uint8_t> is_null;  // empty when no element is NULL

  std::size_t size() const { return values.size(); }
  const bool *missing() const { return is_null.empty() ? nullptr : reinterpret_cast<const bool *>(is_null.data()); }
  nullable_span<T> all() const { return {values.data(), missing(), values.size()}; }
};

/// The elements of an array of the named element type. An empty array has no elements; more than one dimension is an
/// error 2202E. `name` names the array in messages.
array_values<std::int16_t> smallint_array(Datum array, const char *name);
array_values<std::int32_t> integer_array(Datum array, const char *name);
array_values<std::int64_t> bigint_array(Datum array, const char *name);
array_values<double> float8_array(Datum array, const char *name);
array_values<std::string_view> text_array(Datum array, const char *name);
/// Days since, and microseconds since, the first of January 2000 (UTC).
array_values<std::int32_t> date_array(Datum array, const char *name);
array_values<std::int64_t> timestamptz_array(Datum array, const char *name);

/// The documents of a jsonb[]; a NULL element is a null pointer.
std::vector<Jsonb *> jsonb_array(Datum array, const char *name);

/// Refuses NULL elements (22004), for arrays that may hold none.
void refuse_nulls(bool has_nulls, const char *name);

/// The values of an array that may not hold NULL (22004).
template <class T>
span<T> without_nulls(const array_values<T> &array, const char *name) {
  refuse_nulls(!array.is_null.empty(), name);
  return span<T>(array.values);
}
std::vector<double> float8_values(Datum array, const char *name);

/// The values of an array without its NULLs.
template <class T>
std::vector<T> present_values(array_values<T> array) {
  if (array.is_null.empty()) return std::move(array.values);
  std::size_t kept = 0;
  for (std::size_t k = 0; k < array.size(); ++k)
    if (!array.is_null[k]) array.values[kept++] = array.values[k];
  array.values.resize(kept);
  return std::move(array.values);
}

/// As above with NULL as NaN; a NaN that is given is refused (22023).
std::vector<double> float8_values_or_nan(Datum array, const char *name);

/// A two-dimensional float8 array read row by row into `values`; rows and columns tell its shape. NULLs are an error.
std::vector<double> float8_matrix(Datum array, const char *name, int &rows, int &columns);

/// The values of a one-dimensional array of T (float or double) that holds no NULL, where they lie. Valid as long as
/// the call's memory context.
template <class T>
span<T> array_in_place(Datum array, const char *name);

/// A two-dimensional float8 array read row by row, where it lies. Errors as float8_matrix().
span<double> float8_matrix_in_place(Datum array, const char *name, int &rows, int &columns);

/// The numbers of a float8 array that lies in the tuple as it is (short header or long, neither compressed nor out of
/// line), of one dimension with n elements and no NULL; else null. They need not be aligned.
inline const char *numbers_in_place(const char *datum, int n) {
  constexpr std::size_t head = ARR_OVERHEAD_NONULLS(1) - VARHDRSZ;
  const std::size_t size = head + static_cast<std::size_t>(n) * sizeof(double);
  const char *body;
  if (VARATT_IS_SHORT(datum)) {
    body = VARDATA_SHORT(datum);
    if (VARSIZE_SHORT(datum) != size + VARHDRSZ_SHORT) return nullptr;
  } else {
    body = VARDATA(datum);
    if (!VARATT_IS_4B_U(datum) || VARSIZE(datum) != size + VARHDRSZ) return nullptr;
  }
  struct {
    std::int32_t dimensions, data_offset;
    Oid type;
    std::int32_t length;
  } array;
  std::memcpy(&array, body, sizeof array);
  const bool fits = array.dimensions == 1 && array.data_offset == 0 && array.type == FLOAT8OID && array.length == n;
  return fits ? body + head : nullptr;
}

/// A two-dimensional bigint array, row by row; empty for an empty array. NULLs are an error 22004.
std::vector<std::int64_t> bigint_matrix(Datum array, const char *name, std::size_t &rows, std::size_t &columns);

/// The elements of a float8 array of any shape, row by row; NULL comes in as NaN.
std::vector<double> float8_elements(Datum array);

/// Arrays out: of encoded elements (text or uuid), none of them NULL; of text; of float8, where NaN leaves as NULL.
/// They may raise: inside guarded().
Datum array_datum(Datum *elements, std::size_t n, Oid element_type);
Datum text_array_datum(const std::string_view *values, std::size_t n);
Datum float8_array_datum(const double *values, std::size_t n);
/// An integer array; an empty element leaves as NULL.
Datum integer_array_datum(const std::optional<std::int32_t> *values, std::size_t n);
Datum float8_matrix_datum(const double *values, std::size_t rows, std::size_t columns);
/// Rows of two numbers: a two-dimensional bigint array.
Datum bigint_pairs_datum(const std::pair<std::int64_t, std::int64_t> *pairs, std::size_t n);

}  // namespace harmony::postgres
