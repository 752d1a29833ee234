// Plain SQL values in and out: NULL-aware scalars, text.
#pragma once

#include <cmath>
#include <string_view>
#include <vector>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// The core's "not measured" (NaN) as SQL NULL.
inline NullableDatum nullable(double value) {
  return {std::isnan(value) ? Datum{0} : Float8GetDatum(value), std::isnan(value)};
}

/// A float8 result: NaN leaves as NULL.
inline Datum return_nullable(FunctionCallInfo fcinfo, double value) {
  fcinfo->isnull = std::isnan(value);
  return fcinfo->isnull ? Datum{0} : Float8GetDatum(value);
}

/// A float8 argument: NULL comes in as NaN.
inline double argument_or_nan(FunctionCallInfo fcinfo, int i) {
  return fcinfo->args[i].isnull ? std::nan("") : DatumGetFloat8(fcinfo->args[i].value);
}

/// A text argument's bytes, valid as long as the call's memory context.
inline std::string_view text_argument(FunctionCallInfo fcinfo, int i) {
  text *value = reinterpret_cast<text *>(DatumGetPointer(fcinfo->args[i].value));
  if (VARATT_IS_EXTERNAL(value) || VARATT_IS_COMPRESSED(value))
    value = guarded([&] { return DatumGetTextPP(fcinfo->args[i].value); });
  return {VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value))};
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
