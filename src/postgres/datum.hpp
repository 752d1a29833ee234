// Plain SQL values in and out: NULL-aware scalars, text.
#pragma once

#include <array>
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

#include "postgres/guard.hpp"

namespace harmony::postgres {

using uuid_bytes = std::array<std::uint8_t, UUID_LEN>;

/// The core's "not measured" (NaN) as SQL NULL.
inline NullableDatum nullable(double value) {
  return {std::isnan(value) ? Datum{0} : Float8GetDatum(value), std::isnan(value)};
}

/// A float8 result: NaN leaves as NULL.
inline Datum return_nullable(FunctionCallInfo fcinfo, double value) {
  fcinfo->isnull = std::isnan(value);
  return fcinfo->isnull ? Datum{0} : Float8GetDatum(value);
}

/// A float8 that may be NULL, which comes in as NaN.
inline double number_or_nan(NullableDatum value) { return value.isnull ? std::nan("") : DatumGetFloat8(value.value); }

/// The bytes of a text or bytea, valid as long as the call's memory context.
inline std::string_view bytes_of(Datum value) {
  auto *bytes = reinterpret_cast<struct varlena *>(DatumGetPointer(value));
  if (VARATT_IS_EXTERNAL(bytes) || VARATT_IS_COMPRESSED(bytes))
    bytes = guarded([&] { return PG_DETOAST_DATUM_PACKED(value); });
  return {VARDATA_ANY(bytes), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(bytes))};
}

/// Where a value lies that a table keeps out of line. Values at the same place are the same: places are numbered
/// upwards, and a number comes again only after four billion others.
struct stored_place {
  Oid table = 0, value = 0;

  bool operator==(const stored_place &other) const { return table == other.table && value == other.value; }
};

/// The place of a value; 0 where it is not stored out of line.
inline stored_place place_of_stored(Datum value) {
  const auto *bytes = reinterpret_cast<struct varlena *>(DatumGetPointer(value));
  if (!VARATT_IS_EXTERNAL_ONDISK(bytes)) return {};
  struct varatt_external place;
  VARATT_EXTERNAL_GET_POINTER(place, bytes);
  return {place.va_toastrelid, place.va_valueid};
}

/// A text argument's bytes.
inline std::string_view text_argument(FunctionCallInfo fcinfo, int i) { return bytes_of(fcinfo->args[i].value); }

/// The bytes of a UUID.
inline uuid_bytes uuid_of(Datum value) {
  uuid_bytes bytes;
  std::memcpy(bytes.data(), DatumGetUUIDP(value)->data, bytes.size());
  return bytes;
}

/// A timestamptz in microseconds since the year 2000 (UTC); one that is infinite is refused (22023).
inline std::int64_t finite_instant(Datum value, const char *name) {
  const TimestampTz at = DatumGetTimestampTz(value);
  if (TIMESTAMP_NOT_FINITE(at)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
  return at;
}

/// Whole seconds since 1970 (UTC), rounded down, of a finite timestamptz.
inline std::int64_t unix_seconds(TimestampTz at) {
  return at / USECS_PER_SEC - (at % USECS_PER_SEC < 0 ? 1 : 0) +
         std::int64_t{POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE} * SECS_PER_DAY;
}

/// The argument 0 of a transition or combine function as it is: a row that is passed over.
inline Datum unchanged(FunctionCallInfo fcinfo) {
  fcinfo->isnull = fcinfo->args[0].isnull;
  return fcinfo->args[0].value;
}

/// A text value. May raise: call it inside guarded().
inline Datum text_datum(std::string_view s) {
  return PointerGetDatum(cstring_to_text_with_len(s.data(), static_cast<int>(s.size())));
}

/// A bytea value. May raise: call it inside guarded().
inline Datum bytea_datum(const std::vector<unsigned char> &bytes) {
  if (bytes.size() > MaxAllocSize - VARHDRSZ)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("state is too large to be stored")));
  return text_datum({reinterpret_cast<const char *>(bytes.data()), bytes.size()});  // the same form
}

}  // namespace harmony::postgres
