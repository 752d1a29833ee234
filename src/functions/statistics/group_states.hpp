// Rows into the states over (value, group). For shells only.
#pragma once

#include <charconv>

#include "core/statistics/groups.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

/// Adds a row whose group is a text, read in place unless it is compressed or stored out of line.
template <class T>
Datum add_to_text_group(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  T &groups = state::of(fcinfo, [] { return T(); });
  struct varlena *stored = reinterpret_cast<struct varlena *>(DatumGetPointer(fcinfo->args[2].value)), *name = stored;
  if (VARATT_IS_COMPRESSED(stored) || VARATT_IS_EXTERNAL(stored))
    name = guarded([&] { return pg_detoast_datum_packed(stored); });
  groups.add(PG_GETARG_FLOAT8(1), {VARDATA_ANY(name), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(name))});
  if (name != stored) pfree(name);
  return state::datum(groups);
}

/// How values of the type of argument 2 become names; kept between rows.
struct group_type {
  Oid base;
  FmgrInfo output;
};

inline const group_type &group_type_of(FunctionCallInfo fcinfo) {
  FmgrInfo *flinfo = fcinfo->flinfo;
  if (flinfo->fn_extra == nullptr) {
    flinfo->fn_extra = guarded([&]() -> void * {
      const Oid type = get_fn_expr_argtype(flinfo, 2);
      if (!OidIsValid(type))
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("could not determine the type of the groups")));
      auto *made = static_cast<group_type *>(MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(group_type)));
      Oid output;
      bool is_varlena;
      getTypeOutputInfo(type, &output, &is_varlena);
      fmgr_info_cxt(output, &made->output, flinfo->fn_mcxt);
      made->base = getBaseType(type);
      return made;
    });
  }
  return *static_cast<const group_type *>(flinfo->fn_extra);
}

inline bool is_whole_number(Oid type) { return type == INT4OID || type == INT8OID || type == INT2OID; }

inline long long whole_number(Oid type, Datum value) {
  if (type == INT2OID) return DatumGetInt16(value);
  return type == INT4OID ? DatumGetInt32(value) : DatumGetInt64(value);
}

/// Adds a row whose group is of any type: a whole number's decimal digits are its name, otherwise what its output
/// function gives.
template <class T>
Datum add_to_any_group(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  const group_type &type = group_type_of(fcinfo);
  const bool whole = is_whole_number(type.base);
  const Datum value = fcinfo->args[2].value;
  T &groups = state::of(fcinfo, [&] { return T(whole); });
  if (whole) {
    char digits[24];
    const char *end = std::to_chars(digits, digits + sizeof digits, whole_number(type.base, value)).ptr;
    groups.add(PG_GETARG_FLOAT8(1), {digits, static_cast<std::size_t>(end - digits)});
  } else {
    char *name = guarded([&] {
      // 1.0 and 1.00 are one number.
      const Datum plain = type.base == NUMERICOID ? DirectFunctionCall1(numeric_trim_scale, value) : value;
      return OutputFunctionCall(const_cast<FmgrInfo *>(&type.output), plain);
    });
    groups.add(PG_GETARG_FLOAT8(1), name);
    pfree(name);
  }
  return state::datum(groups);
}

}  // namespace harmony::functions
