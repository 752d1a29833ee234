#include "postgres/number_arguments.hpp"

#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "postgres/datum.hpp"
#include "postgres/numeric.hpp"

extern "C" {
#include "utils/fmgroids.h"
}

namespace harmony::postgres {

namespace {

// The kind of a type; false where its values are no numbers.
bool kind_of(Oid type, number_kind *kind) {
  switch (type) {
    case BOOLOID:
      *kind = number_kind::boolean;
      return true;
    case INT2OID:
      *kind = number_kind::int2;
      return true;
    case INT4OID:
      *kind = number_kind::int4;
      return true;
    case INT8OID:
      *kind = number_kind::int8;
      return true;
    case FLOAT4OID:
      *kind = number_kind::float4;
      return true;
    case FLOAT8OID:
      *kind = number_kind::float8;
      return true;
    case NUMERICOID:
      *kind = number_kind::numeric;
      return true;
    default:
      return false;
  }
}

[[noreturn]] void refuse_type(Oid type, int argument) {
  ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("argument %d must be a number", argument),
                  OidIsValid(type) ? errdetail("It is of type %s.", format_type_be(type)) : 0,
                  errhint("Pass boolean or number columns, or one array of them as the last argument; of a category "
                          "harmony.dummies makes numbers.")));
}

number_arguments describe(FunctionCallInfo fcinfo, int first, bool anywhere, bool counts_state) {
  number_arguments out = {};
  out.is_known = out.is_fast = true;
  out.first = first;
  out.count = PG_NARGS() - first;
  for (int j = 0; j < out.count; ++j) {
    const int shown = first + j + (counts_state ? 0 : 1);
    const Oid given = get_fn_expr_argtype(fcinfo->flinfo, first + j);
    const Oid type = OidIsValid(given) ? getBaseType(given) : InvalidOid;
    if (kind_of(type, &out.kinds[j])) {
      if (out.kinds[j] != number_kind::float8) out.plain_from = j + 1;
      out.is_fast = out.is_fast && out.kinds[j] != number_kind::numeric;
      ++out.scalars;
      continue;
    }
    out.elements[j] = OidIsValid(type) ? get_base_element_type(type) : InvalidOid;
    if ((j + 1 != out.count && !anywhere) || !kind_of(out.elements[j], &out.kinds[j])) refuse_type(given, shown);
    out.has_array = true;
    out.is_fast = out.is_fast && out.kinds[j] == number_kind::float8;
  }
  return out;
}

// One value; numeric takes the server's own conversion where it is not short.
double number_of(number_kind kind, Datum value) {
  if (kind != number_kind::numeric) return plain_number(kind, value);
  const Numeric number = guarded([&] { return DatumGetNumeric(value); });
  return numeric_to_double(number);
}

struct array_elements {
  Datum *values;
  bool *nulls;
  int n;
};

array_elements elements_of(Datum array, Oid element) {
  return guarded([&] {
    array_elements out;
    std::int16_t length;
    bool by_value;
    char align;
    get_typlenbyvalalign(element, &length, &by_value, &align);
    deconstruct_array(DatumGetArrayTypeP(array), element, length, by_value, align, &out.values, &out.nulls, &out.n);
    return out;
  });
}

}  // namespace

number_arguments describe_numbers(FunctionCallInfo fcinfo, int first, bool anywhere) {
  const bool in_aggregate = AggCheckCallContext(fcinfo, nullptr) != 0;
  return guarded([&] { return describe(fcinfo, first, anywhere, in_aggregate); });
}

namespace {

// The elements of an array, NULL as NaN; true where there is one.
bool append_elements(Datum array, Oid type, number_kind kind, std::vector<double> *values) {
  if (kind == number_kind::float8) {
    const array_values<double> elements = float8_array(array, "x");
    values->insert(values->end(), elements.values.begin(), elements.values.end());
    const bool *missing = elements.missing();
    for (std::size_t k = 0; missing != nullptr && k < elements.size(); ++k)
      if (missing[k]) (*values)[values->size() - elements.size() + k] = std::nan("");
    return missing != nullptr;
  }
  const array_elements elements = elements_of(array, type);
  bool is_null = false;
  for (int k = 0; k < elements.n; ++k) {
    is_null = is_null || elements.nulls[k];
    values->push_back(elements.nulls[k] ? std::nan("") : number_of(kind, elements.values[k]));
  }
  return is_null;
}

}  // namespace

number_row read_numbers(FunctionCallInfo fcinfo, const number_arguments &arguments) {
  number_row out;
  const NullableDatum *from = fcinfo->args + arguments.first;
  for (int j = 0; j < arguments.count; ++j) {
    const bool is_array = OidIsValid(arguments.elements[j]);
    if (from[j].isnull) {
      out.is_null = true;
      if (is_array) out.is_size_known = false;
      if (!is_array) out.values.push_back(std::nan(""));
    } else if (is_array) {
      const bool has_null = append_elements(from[j].value, arguments.elements[j], arguments.kinds[j], &out.values);
      out.is_null = out.is_null || has_null;
    } else {
      out.values.push_back(number_of(arguments.kinds[j], from[j].value));
    }
  }
  return out;
}

std::vector<double> predictor_array(Datum array) {
  std::vector<double> x = float8_values_or_nan(array, "x");
  for (const double value : x)
    if (std::isinf(value)) throw error(sqlstate::invalid_parameter_value, "x must be finite");
  return x;
}

std::vector<double> predictor_arguments(FunctionCallInfo fcinfo, int first, number_arguments &arguments) {
  // A literal without a type is an array's.
  const bool is_literal = PG_NARGS() == first + 1 && get_fn_expr_argtype(fcinfo->flinfo, first) == UNKNOWNOID;
  if (is_literal) {
    const Datum array = guarded(
        [&] { return OidInputFunctionCall(F_ARRAY_IN, DatumGetCString(fcinfo->args[first].value), FLOAT8OID, -1); });
    return predictor_array(array);
  }
  if (!arguments.is_known) arguments = describe_numbers(fcinfo, first);
  if (arguments.count == 1 && arguments.elements[0] == FLOAT8OID) return predictor_array(fcinfo->args[first].value);
  number_row row = read_numbers(fcinfo, arguments);
  if (row.is_null) return std::move(row.values);
  for (const double value : row.values)
    if (!std::isfinite(value)) throw error(sqlstate::invalid_parameter_value, "x must be finite");
  return std::move(row.values);
}

namespace {

// The kind of an array's elements, and their base type.
struct element_kind {
  number_kind kind;
  Oid type;
};

// May raise: inside guarded().
void refuse_dimensions(const ArrayType *array, const char *name) {
  if (ARR_NDIM(array) > 1)
    ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR), errmsg("array \"%s\" must have one dimension", name),
                    errdetail("It has %d dimensions.", ARR_NDIM(array))));
}

element_kind kind_of_elements(Datum datum, const char *name) {
  return guarded([&] {
    const ArrayType *array = DatumGetArrayTypeP(datum);
    element_kind out = {{}, getBaseType(ARR_ELEMTYPE(array))};
    if (!kind_of(out.type, &out.kind))
      ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("array \"%s\" must hold booleans or numbers, not %s",
                                                                 name, format_type_be(ARR_ELEMTYPE(array)))));
    refuse_dimensions(array, name);
    return out;
  });
}

}  // namespace

std::vector<double> number_elements(Datum array, const char *name) {
  const element_kind of = kind_of_elements(array, name);
  const array_elements elements = elements_of(array, of.type);
  std::vector<double> out;
  out.reserve(static_cast<std::size_t>(elements.n));
  for (int k = 0; k < elements.n; ++k) {
    out.push_back(elements.nulls[k] ? std::nan("") : number_of(of.kind, elements.values[k]));
    if (!elements.nulls[k] && std::isnan(out.back()))
      throw error(sqlstate::invalid_parameter_value, std::string(name) + " must not hold NaN");
  }
  return out;
}

namespace {

// May raise: inside guarded().
value_namer namer_of(Oid type, MemoryContext context) {
  value_namer out = {};
  out.is_known = true;
  out.base = getBaseType(type);
  out.is_whole_number = out.base == INT2OID || out.base == INT4OID || out.base == INT8OID;
  out.is_float = out.base == FLOAT4OID || out.base == FLOAT8OID;
  out.is_text = out.base == TEXTOID || out.base == VARCHAROID || out.base == BPCHAROID;
  out.is_numeric = out.base == NUMERICOID;
  Oid output;
  bool is_varlena;
  getTypeOutputInfo(type, &output, &is_varlena);
  fmgr_info_cxt(output, &out.output, context);
  return out;
}

}  // namespace

value_namer describe_names(FunctionCallInfo fcinfo, int i, MemoryContext context) {
  return guarded([&] {
    const Oid type = get_fn_expr_argtype(fcinfo->flinfo, i);
    if (!OidIsValid(type))
      ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("could not determine the type of the groups")));
    return namer_of(type, context);
  });
}

std::vector<std::string> named_elements(Datum array, const char *name, value_namer &namer, MemoryContext context,
                                        bool *has_null) {
  const Oid type = guarded([&] {
    const ArrayType *values = DatumGetArrayTypeP(array);
    refuse_dimensions(values, name);
    if (!namer.is_known) namer = namer_of(ARR_ELEMTYPE(values), context);
    return ARR_ELEMTYPE(values);
  });
  const array_elements elements = elements_of(array, type);
  std::vector<std::string> names;
  name_room room;
  *has_null = false;
  for (int k = 0; k < elements.n; ++k) {
    if (elements.nulls[k])
      *has_null = true;
    else
      names.emplace_back(name_of(namer, elements.values[k], room));
  }
  return names;
}

std::string_view name_of(const value_namer &namer, Datum value, name_room &room) {
  if (namer.is_text) {
    std::string_view text = bytes_of(value);
    while (namer.base == BPCHAROID && !text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
  }
  if (namer.base == BOOLOID) return DatumGetBool(value) ? "true" : "false";
  if (namer.is_float) {
    const int size = namer.base == FLOAT4OID
                         ? float_to_shortest_decimal_bufn(DatumGetFloat4(value) + 0.0F, room.digits)
                         : double_to_shortest_decimal_bufn(DatumGetFloat8(value) + 0.0, room.digits);
    return {room.digits, static_cast<std::size_t>(size)};
  }
  if (namer.is_whole_number) {
    const char *end = std::to_chars(room.digits, room.digits + sizeof room.digits, whole_number(namer, value)).ptr;
    return {room.digits, static_cast<std::size_t>(end - room.digits)};
  }
  return guarded([&] {
    const Datum plain = namer.is_numeric ? DirectFunctionCall1(numeric_trim_scale, value) : value;
    return OutputFunctionCall(const_cast<FmgrInfo *>(&namer.output), plain);
  });
}

}  // namespace harmony::postgres
