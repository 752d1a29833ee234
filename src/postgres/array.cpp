#include "postgres/array.hpp"

#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/error.hpp"

namespace harmony::postgres {

namespace {

ArrayType *detoasted(Datum array) {
  if (!VARATT_IS_EXTENDED(DatumGetPointer(array))) return reinterpret_cast<ArrayType *>(DatumGetPointer(array));
  return guarded([&] { return DatumGetArrayTypeP(array); });
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
array_values<T> fixed_width(Datum value, const char *name) {
  ArrayType *array = detoasted(value);
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

array_values<std::int16_t> smallint_array(Datum array, const char *name) {
  return fixed_width<std::int16_t>(array, name);
}

array_values<std::int32_t> integer_array(Datum array, const char *name) {
  return fixed_width<std::int32_t>(array, name);
}

array_values<std::int64_t> bigint_array(Datum array, const char *name) {
  return fixed_width<std::int64_t>(array, name);
}

array_values<std::int32_t> date_array(Datum array, const char *name) { return fixed_width<DateADT>(array, name); }

array_values<std::int64_t> timestamptz_array(Datum array, const char *name) {
  return fixed_width<std::int64_t>(array, name);
}

array_values<double> float8_array(Datum array, const char *name) { return fixed_width<double>(array, name); }

// The elements of an array of a variable-length type; a NULL one is a null pointer.
static std::vector<char *> variable_width(Datum value, const char *name) {
  ArrayType *array = detoasted(value);
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

array_values<std::string_view> text_array(Datum array, const char *name) {
  if (has_no_dimensions(array)) return {};
  const std::vector<char *> elements = variable_width(array, name);
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

std::vector<Jsonb *> jsonb_array(Datum array, const char *name) {
  std::vector<Jsonb *> documents;
  for (char *element : variable_width(array, name))
    documents.push_back(element == nullptr ? nullptr
                                           : guarded([&] { return DatumGetJsonbP(PointerGetDatum(element)); }));
  return documents;
}

span<double> float8_matrix_in_place(Datum value, const char *name, int &rows, int &columns) {
  ArrayType *array = detoasted(value);
  if (ARR_NDIM(array) != 2)
    throw error(sqlstate::array_subscript_error, std::string("array \"") + name + "\" must have two dimensions",
                "It has " + std::to_string(ARR_NDIM(array)) + " dimensions.");
  refuse_nulls(array_contains_nulls(array), name);
  rows = ARR_DIMS(array)[0];
  columns = ARR_DIMS(array)[1];
  return {reinterpret_cast<const double *>(ARR_DATA_PTR(array)), element_count(array)};
}

std::vector<double> float8_matrix(Datum value, const char *name, int &rows, int &columns) {
  const span<double> values = float8_matrix_in_place(value, name, rows, columns);
  return {values.begin(), values.end()};
}

template <class T>
span<T> array_in_place(Datum value, const char *name) {
  ArrayType *array = detoasted(value);
  check_one_dimension(array, name);
  refuse_nulls(array_contains_nulls(array), name);
  return {reinterpret_cast<const T *>(ARR_DATA_PTR(array)), element_count(array)};
}
template span<float> array_in_place(Datum, const char *);
template span<double> array_in_place(Datum, const char *);

std::vector<std::int64_t> bigint_matrix(Datum value, const char *name, std::size_t &rows, std::size_t &columns) {
  ArrayType *array = detoasted(value);
  rows = columns = 0;
  if (ARR_NDIM(array) == 0) return {};
  if (ARR_NDIM(array) != 2)
    throw error(sqlstate::array_subscript_error, std::string("array \"") + name + "\" must have two dimensions",
                "It has " + std::to_string(ARR_NDIM(array)) + " dimensions.");
  refuse_nulls(array_contains_nulls(array), name);
  rows = static_cast<std::size_t>(ARR_DIMS(array)[0]);
  columns = static_cast<std::size_t>(ARR_DIMS(array)[1]);
  const auto *data = reinterpret_cast<const std::int64_t *>(ARR_DATA_PTR(array));
  return {data, data + element_count(array)};
}

std::vector<double> float8_elements(Datum value) {
  ArrayType *array = detoasted(value);
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

std::vector<double> float8_values(Datum array, const char *name) {
  auto found = float8_array(array, name);
  refuse_nulls(!found.is_null.empty(), name);
  return std::move(found.values);
}

std::vector<double> float8_values_or_nan(Datum array, const char *name) {
  auto found = float8_array(array, name);
  for (std::size_t k = 0; k < found.size(); ++k) {
    const bool is_null = found.missing() != nullptr && found.missing()[k];
    if (!is_null && std::isnan(found.values[k]))
      throw error(sqlstate::invalid_parameter_value, std::string(name) + " must not hold NaN");
    if (is_null) found.values[k] = std::nan("");
  }
  return std::move(found.values);
}

// Without a look into the catalog: rows of a million hold such arrays.
Datum array_datum(Datum *elements, std::size_t n, Oid element_type) {
  const bool is_uuid = element_type == UUIDOID;
  Assert(is_uuid || element_type == TEXTOID);
  return PointerGetDatum(construct_array(elements, static_cast<int>(n), element_type, is_uuid ? UUID_LEN : -1, false,
                                         is_uuid ? TYPALIGN_CHAR : TYPALIGN_INT));
}

Datum text_array_datum(const std::string_view *values, std::size_t n) {
  Datum *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (n + 1)));
  for (std::size_t k = 0; k < n; ++k)
    elements[k] = PointerGetDatum(cstring_to_text_with_len(values[k].data(), static_cast<int>(values[k].size())));
  return array_datum(elements, n, TEXTOID);
}

Datum integer_array_datum(const std::optional<std::int32_t> *values, std::size_t n) {
  if (n == 0) return PointerGetDatum(construct_empty_array(INT4OID));
  auto *elements = static_cast<Datum *>(palloc_extended(sizeof(Datum) * n, MCXT_ALLOC_HUGE));
  auto *nulls = static_cast<bool *>(palloc_extended(sizeof(bool) * n, MCXT_ALLOC_HUGE));
  for (std::size_t k = 0; k < n; ++k) {
    nulls[k] = !values[k];
    elements[k] = Int32GetDatum(values[k].value_or(0));
  }
  int length = static_cast<int>(n), lower_bound = 1;
  return PointerGetDatum(
      construct_md_array(elements, nulls, 1, &length, &lower_bound, INT4OID, sizeof(std::int32_t), true, TYPALIGN_INT));
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
  ArrayType *array = construct_md_array(elements, nulls, n_dimensions, lengths, lower_bounds, FLOAT8OID, sizeof(double),
                                        FLOAT8PASSBYVAL, TYPALIGN_DOUBLE);
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

Datum bigint_pairs_datum(const std::pair<std::int64_t, std::int64_t> *pairs, std::size_t n) {
  if (n == 0) return PointerGetDatum(construct_empty_array(INT8OID));
  auto *elements = static_cast<Datum *>(palloc_extended(sizeof(Datum) * 2 * n, MCXT_ALLOC_HUGE));
  for (std::size_t k = 0; k < n; ++k) {
    elements[2 * k] = Int64GetDatum(pairs[k].first);
    elements[2 * k + 1] = Int64GetDatum(pairs[k].second);
  }
  int lengths[2] = {static_cast<int>(n), 2}, lower_bounds[2] = {1, 1};
  return PointerGetDatum(construct_md_array(elements, nullptr, 2, lengths, lower_bounds, INT8OID, sizeof(std::int64_t),
                                            FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

}  // namespace harmony::postgres
