#include "postgres/array.hpp"

#include <cmath>
#include <cstring>
#include <string>

#include "core/base/error.hpp"

namespace harmony::postgres {

namespace {

ArrayType *detoasted(FunctionCallInfo fcinfo, int i) {
  if (!VARATT_IS_EXTENDED(DatumGetPointer(fcinfo->args[i].value)))
    return reinterpret_cast<ArrayType *>(DatumGetPointer(fcinfo->args[i].value));
  return guarded([&] { return DatumGetArrayTypeP(fcinfo->args[i].value); });
}

// Told from its size, since most stored arrays of flags are empty, and short: only an empty array has no dimensions.
bool has_no_dimensions(Datum array) {
  const char *bytes = DatumGetPointer(array);
  return !VARATT_IS_EXTERNAL(bytes) && !VARATT_IS_COMPRESSED(bytes) &&
         VARSIZE_ANY_EXHDR(bytes) == sizeof(ArrayType) - VARHDRSZ;
}

void check_one_dimension(const ArrayType *array, const char *name) {
  if (ARR_NDIM(array) > 1)
    throw error(sqlstate::array_subscript_error, std::string("array \"") + name + "\" must have one dimension",
                "It has " + std::to_string(ARR_NDIM(array)) + " dimensions.");
}

std::size_t element_count(ArrayType *array) {
  return static_cast<std::size_t>(ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)));
}

bool is_null_at(const bits8 *bitmap, std::size_t k) { return bitmap != nullptr && !(bitmap[k / 8] & (1 << (k % 8))); }

template <class T>
array_values<T> fixed_width(FunctionCallInfo fcinfo, int i, const char *name) {
  ArrayType *array = detoasted(fcinfo, i);
  check_one_dimension(array, name);
  const std::size_t n = element_count(array);
  const bits8 *bitmap = ARR_NULLBITMAP(array);
  const char *data = ARR_DATA_PTR(array);
  array_values<T> out;
  out.values.resize(n);
  if (bitmap == nullptr) {
    if (n > 0) std::memcpy(out.values.data(), data, n * sizeof(T));
    return out;
  }
  out.is_null.resize(n);
  for (std::size_t k = 0; k < n; ++k) {
    out.is_null[k] = is_null_at(bitmap, k);
    if (out.is_null[k]) continue;  // a NULL takes no room in the data
    std::memcpy(&out.values[k], data, sizeof(T));
    data += sizeof(T);
  }
  return out;
}

}  // namespace

array_values<std::int16_t> smallint_array(FunctionCallInfo fcinfo, int i, const char *name) {
  return fixed_width<std::int16_t>(fcinfo, i, name);
}

array_values<std::int32_t> integer_array(FunctionCallInfo fcinfo, int i, const char *name) {
  return fixed_width<std::int32_t>(fcinfo, i, name);
}

array_values<std::int64_t> bigint_array(FunctionCallInfo fcinfo, int i, const char *name) {
  return fixed_width<std::int64_t>(fcinfo, i, name);
}

array_values<double> float8_array(FunctionCallInfo fcinfo, int i, const char *name) {
  return fixed_width<double>(fcinfo, i, name);
}

// The elements of an array of a variable-length type; a NULL one is a null pointer.
static std::vector<char *> variable_width(FunctionCallInfo fcinfo, int i, const char *name) {
  ArrayType *array = detoasted(fcinfo, i);
  check_one_dimension(array, name);
  const bits8 *bitmap = ARR_NULLBITMAP(array);
  char *data = ARR_DATA_PTR(array);
  std::vector<char *> elements(element_count(array));
  for (std::size_t k = 0; k < elements.size(); ++k) {
    if (is_null_at(bitmap, k)) continue;
    // An element may stand behind padding unless it has a short header (att_align_pointer's rule for 'i').
    data = reinterpret_cast<char *>(att_align_pointer(data, TYPALIGN_INT, -1, data));
    elements[k] = data;
    data += VARSIZE_ANY(data);
  }
  return elements;
}

array_values<std::string_view> text_array(FunctionCallInfo fcinfo, int i, const char *name) {
  if (has_no_dimensions(fcinfo->args[i].value)) return {};
  const std::vector<char *> elements = variable_width(fcinfo, i, name);
  array_values<std::string_view> out;
  out.values.resize(elements.size());
  for (std::size_t k = 0; k < elements.size(); ++k) {
    if (elements[k] != nullptr) {
      out.values[k] = {VARDATA_ANY(elements[k]), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(elements[k]))};
    } else {
      out.is_null.resize(elements.size());
      out.is_null[k] = true;
    }
  }
  return out;
}

std::vector<Jsonb *> jsonb_array(FunctionCallInfo fcinfo, int i, const char *name) {
  std::vector<Jsonb *> documents;
  for (char *element : variable_width(fcinfo, i, name))
    documents.push_back(element == nullptr ? nullptr : guarded([&] { return DatumGetJsonbP(PointerGetDatum(element)); }));
  return documents;
}

std::vector<double> float8_matrix(FunctionCallInfo fcinfo, int i, const char *name, int &rows, int &columns) {
  ArrayType *array = detoasted(fcinfo, i);
  if (ARR_NDIM(array) != 2)
    throw error(sqlstate::array_subscript_error, std::string("array \"") + name + "\" must have two dimensions",
                "It has " + std::to_string(ARR_NDIM(array)) + " dimensions.");
  refuse_nulls(array_contains_nulls(array), name);
  rows = ARR_DIMS(array)[0];
  columns = ARR_DIMS(array)[1];
  std::vector<double> out(element_count(array));
  std::memcpy(out.data(), ARR_DATA_PTR(array), out.size() * sizeof(double));
  return out;
}

std::vector<double> float8_elements(Datum value) {
  ArrayType *array = guarded([&] { return DatumGetArrayTypeP(value); });
  std::vector<double> out(element_count(array));
  const bits8 *bitmap = ARR_NULLBITMAP(array);
  const char *data = ARR_DATA_PTR(array);
  for (std::size_t k = 0; k < out.size(); ++k) {
    if (is_null_at(bitmap, k)) {
      out[k] = std::nan("");
      continue;
    }
    std::memcpy(&out[k], data, sizeof(double));
    data += sizeof(double);
  }
  return out;
}

void refuse_nulls(bool has_nulls, const char *name) {
  if (has_nulls)
    throw error(sqlstate::null_value_not_allowed, std::string("array \"") + name + "\" must not contain nulls");
}

Datum text_array_datum(const std::string_view *values, std::size_t n) {
  Datum *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (n + 1)));
  for (std::size_t k = 0; k < n; ++k)
    elements[k] = PointerGetDatum(cstring_to_text_with_len(values[k].data(), static_cast<int>(values[k].size())));
  return PointerGetDatum(construct_array(elements, static_cast<int>(n), TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum float8_datum(const double *values, int n_dimensions, int *lengths) {
  int lower_bounds[2] = {1, 1};
  const std::size_t n = n_dimensions == 2 ? static_cast<std::size_t>(lengths[0]) * static_cast<std::size_t>(lengths[1])
                                          : static_cast<std::size_t>(lengths[0]);
  if (n == 0) return PointerGetDatum(construct_empty_array(FLOAT8OID));
  Datum *elements = static_cast<Datum *>(palloc_extended(sizeof(Datum) * n, MCXT_ALLOC_HUGE));
  bool *nulls = static_cast<bool *>(palloc_extended(sizeof(bool) * n, MCXT_ALLOC_HUGE));
  for (std::size_t k = 0; k < n; ++k) {
    nulls[k] = std::isnan(values[k]);
    elements[k] = Float8GetDatum(values[k]);
  }
  ArrayType *array = construct_md_array(elements, nulls, n_dimensions, lengths, lower_bounds, FLOAT8OID,
                                        sizeof(double), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE);
  return PointerGetDatum(array);
}

Datum float8_array_datum(const double *values, std::size_t n) {
  int lengths[1] = {static_cast<int>(n)};
  return float8_datum(values, 1, lengths);
}

Datum float8_matrix_datum(const double *values, std::size_t rows, std::size_t columns) {
  int lengths[2] = {static_cast<int>(rows), static_cast<int>(columns)};
  return float8_datum(values, 2, lengths);
}

}  // namespace harmony::postgres
