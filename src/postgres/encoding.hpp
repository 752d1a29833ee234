// Which SQL type a C++ type becomes, and how: encoding<T>::type and encoding<T>::datum(value). What may be missing
// (NaN, a null pointer, an empty optional) leaves as NULL. datum() may raise: call it inside guarded().
#pragma once

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/array.hpp"
#include "postgres/datum.hpp"

namespace harmony::postgres {

/// A finished jsonb document.
struct jsonb_document {
  Datum datum;
};

/// A square matrix, row by row.
struct square_matrix {
  const std::vector<double> &values;
  std::size_t size;
};

template <class T>
struct encoding;

template <Oid oid>
struct encoding_as {
  static constexpr Oid type = oid;
  static NullableDatum known(Datum datum) { return {datum, false}; }
};

template <>
struct encoding<double> : encoding_as<FLOAT8OID> {
  static NullableDatum datum(double value) { return nullable(value); }
};
template <>
struct encoding<bool> : encoding_as<BOOLOID> {
  static NullableDatum datum(bool value) { return known(BoolGetDatum(value)); }
};
template <>
struct encoding<std::int32_t> : encoding_as<INT4OID> {
  static NullableDatum datum(std::int32_t value) { return known(Int32GetDatum(value)); }
};
template <>
struct encoding<std::int64_t> : encoding_as<INT8OID> {
  static NullableDatum datum(std::int64_t value) { return known(Int64GetDatum(value)); }
};
template <>
struct encoding<std::size_t> : encoding_as<INT8OID> {
  static NullableDatum datum(std::size_t value) { return known(Int64GetDatum(static_cast<std::int64_t>(value))); }
};

template <>
struct encoding<std::string_view> : encoding_as<TEXTOID> {
  static NullableDatum datum(std::string_view value) { return known(text_datum(value)); }
};
template <>
struct encoding<std::string> : encoding<std::string_view> {};
template <>
struct encoding<const char *> : encoding_as<TEXTOID> {
  static NullableDatum datum(const char *value) {
    return value == nullptr ? NullableDatum{Datum{0}, true} : known(text_datum(value));
  }
};

template <>
struct encoding<uuid_bytes> : encoding_as<UUIDOID> {
  static NullableDatum datum(const uuid_bytes &value) {
    auto *copy = static_cast<pg_uuid_t *>(palloc(sizeof(pg_uuid_t)));
    std::memcpy(copy->data, value.data(), value.size());
    return known(UUIDPGetDatum(copy));
  }
};

template <>
struct encoding<std::vector<unsigned char>> : encoding_as<BYTEAOID> {
  static NullableDatum datum(const std::vector<unsigned char> &value) { return known(bytea_datum(value)); }
};
template <>
struct encoding<jsonb_document> : encoding_as<JSONBOID> {
  static NullableDatum datum(jsonb_document value) { return known(value.datum); }
};

template <>
struct encoding<std::vector<double>> : encoding_as<FLOAT8ARRAYOID> {
  static NullableDatum datum(const std::vector<double> &values) {
    return known(float8_array_datum(values.data(), values.size()));
  }
};
template <>
struct encoding<square_matrix> : encoding_as<FLOAT8ARRAYOID> {
  static NullableDatum datum(const square_matrix &matrix) {
    return known(float8_matrix_datum(matrix.values.data(), matrix.size, matrix.size));
  }
};

/// The elements are encoded one by one.
template <class T, Oid oid>
struct array_encoding : encoding_as<oid> {
  static NullableDatum datum(const std::vector<T> &values) {
    auto *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (values.size() + 1)));
    for (std::size_t k = 0; k < values.size(); ++k) elements[k] = encoding<T>::datum(values[k]).value;
    return encoding_as<oid>::known(array_datum(elements, values.size(), encoding<T>::type));
  }
};
template <>
struct encoding<std::vector<std::string>> : array_encoding<std::string, TEXTARRAYOID> {};
template <>
struct encoding<std::vector<std::string_view>> : array_encoding<std::string_view, TEXTARRAYOID> {};
template <>
struct encoding<std::vector<uuid_bytes>> : array_encoding<uuid_bytes, UUIDARRAYOID> {};

template <class T>
struct encoding<std::optional<T>> : encoding_as<encoding<T>::type> {
  static NullableDatum datum(const std::optional<T> &value) {
    return value ? encoding<T>::datum(*value) : NullableDatum{Datum{0}, true};
  }
};

}  // namespace harmony::postgres
