// Values of any type as the names of groups, levels and categories. For shells only.
#pragma once

#include <charconv>
#include <string>

#include "functions/shell.hpp"

namespace harmony::functions {

/// How values of the types of the arguments become names: plain data, kept between rows.
struct name_types {
  struct one {
    Oid base;
    FmgrInfo output;
  } of[4];
};

inline const name_types::one &name_type_of(FunctionCallInfo fcinfo, int i) {
  return *guarded([&]() -> const name_types::one * {
    auto &type = postgres::call_site<name_types>(fcinfo).of[i];
    if (OidIsValid(type.base)) return &type;
    const Oid declared = get_fn_expr_argtype(fcinfo->flinfo, i);
    if (!OidIsValid(declared))
      ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("could not determine the type of the groups")));
    Oid output;
    bool is_varlena;
    getTypeOutputInfo(declared, &output, &is_varlena);
    fmgr_info_cxt(output, &type.output, fcinfo->flinfo->fn_mcxt);
    type.base = getBaseType(declared);
    return &type;
  });
}

inline bool is_number_type(Oid type) {
  return type == INT2OID || type == INT4OID || type == INT8OID || type == FLOAT4OID || type == FLOAT8OID ||
         type == NUMERICOID;
}

template <class Number>
std::string digits_of(Number value) {
  char digits[40];
  return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

/// The name of a value; equal numbers of one type have one name, whatever the session's settings.
inline std::string name_of(const name_types::one &type, Datum value) {
  switch (type.base) {
    case INT2OID:
      return digits_of<int>(DatumGetInt16(value));
    case INT4OID:
      return digits_of<int>(DatumGetInt32(value));
    case INT8OID:
      return digits_of<long long>(DatumGetInt64(value));
    case FLOAT4OID:
      return digits_of(DatumGetFloat4(value) + 0.0F);
    case FLOAT8OID:
      return digits_of(DatumGetFloat8(value) + 0.0);
    case BOOLOID:
      return DatumGetBool(value) ? "true" : "false";
    default:
      return guarded([&]() -> const char * {
        const Datum plain = type.base == NUMERICOID ? DirectFunctionCall1(numeric_trim_scale, value) : value;
        return OutputFunctionCall(const_cast<FmgrInfo *>(&type.output), plain);
      });
  }
}

}  // namespace harmony::functions
