// Arguments declared "any" that must be numbers: boolean, any number type, or, as the last, one array of them.
#pragma once

#include <cstdint>
#include <vector>

#include "postgres/array.hpp"

namespace harmony::postgres {

enum class number_kind : std::uint8_t { boolean, int2, int4, int8, float4, float8, numeric };

/// How the arguments from `first` on become numbers. Plain data: looked up once, at a call site or an aggregate's first
/// row.
struct number_arguments {
  bool is_known;
  bool is_fast;                      // no value of them needs the server
  bool has_array;                    // the last argument is an array
  int first;                         // among the function's arguments
  int scalars;                       // arguments before the array
  int plain_from;                    // all scalars from here on are float8
  int count;                         // all arguments
  number_kind kinds[FUNC_MAX_ARGS];  // of an array that of its elements
  Oid elements[FUNC_MAX_ARGS];       // of an array the type of its elements, else none
};

/// What the call's arguments from `first` on are. Errors: 42804 for any other type, or an array that is not the last
/// unless `anywhere`. Not inside guarded().
number_arguments describe_numbers(FunctionCallInfo fcinfo, int first, bool anywhere = false);

/// A value of any kind but numeric.
inline double plain_number(number_kind kind, Datum value) {
  switch (kind) {
    case number_kind::boolean:
      return DatumGetBool(value) ? 1.0 : 0.0;
    case number_kind::int2:
      return DatumGetInt16(value);
    case number_kind::int4:
      return DatumGetInt32(value);
    case number_kind::int8:
      return static_cast<double>(DatumGetInt64(value));
    case number_kind::float4:
      return static_cast<double>(DatumGetFloat4(value));
    default:
      return DatumGetFloat8(value);
  }
}

/// The numbers of a call in order, those of arrays among them.
struct number_row {
  std::vector<double> values;
  bool is_null = false;       // one of them is NULL: values have no meaning
  bool is_size_known = true;  // false where the array itself is NULL
};

/// The numbers of a call, by the slow way that takes them all.
number_row read_numbers(FunctionCallInfo fcinfo, const number_arguments &arguments);

/// x of a prediction: the numbers of a call from argument `first` on, which are described at the first of its calls; a
/// NULL in an array comes in as NaN. Errors: 22023 for NaN and infinity.
std::vector<double> predictor_arguments(FunctionCallInfo fcinfo, int first, number_arguments &arguments);
std::vector<double> predictor_array(Datum array);

/// The elements of an array of booleans or of any number type, for an argument declared anyarray; NULL comes in as NaN.
/// `name` names the array in messages. Errors: 22023 for a NaN that is given, 42804 for elements of another type, 2202E
/// for more than one dimension. Not inside guarded().
std::vector<double> number_elements(Datum array, const char *name);

/// Writes them to to[0], to[stride] … (`width` of them) without a call into the server. False where that cannot be: use
/// read_numbers(); otherwise *is_null tells whether one was NULL.
inline bool read_plain_numbers(FunctionCallInfo fcinfo, const number_arguments &arguments, std::size_t width,
                               double *to, std::size_t stride, bool *is_null) {
  const NullableDatum *from = fcinfo->args + arguments.first;
  bool null = false;
  int j = 0;
  for (; j < arguments.plain_from; ++j, to += stride) {
    *to = plain_number(arguments.kinds[j], from[j].value);
    null |= from[j].isnull;
  }
  for (; j < arguments.scalars; ++j, to += stride) {
    *to = DatumGetFloat8(from[j].value);
    null |= from[j].isnull;
  }
  *is_null = null;
  if (!arguments.has_array) return true;
  if (from[j].isnull) return false;
  const auto elements = static_cast<int>(width) - arguments.scalars;
  const char *x = numbers_in_place(DatumGetPointer(from[j].value), elements);
  if (x == nullptr) return false;
  for (int k = 0; k < elements; ++k, to += stride, x += sizeof(double)) std::memcpy(to, x, sizeof(double));
  return true;
}

/// The name of a value of the type of argument i, which is not NULL: the shortest digits of a number, a text itself (of
/// char(n) without the blanks that pad it), true and false, as a cast to text writes them, otherwise what the type's
/// output function gives. Equal numbers of one type have one name: 1.0 and 1.00, 0 and -0. Plain data.
struct value_namer {
  bool is_known, is_whole_number, is_float, is_text, is_numeric;
  Oid base;
  FmgrInfo output;

  bool is_number() const { return is_whole_number || is_float || is_numeric; }
};

/// A value of a type of whole numbers.
inline std::int64_t whole_number(const value_namer &namer, Datum value) {
  if (namer.base == INT2OID) return DatumGetInt16(value);
  return namer.base == INT4OID ? DatumGetInt32(value) : DatumGetInt64(value);
}

/// How values of argument i get their names. `context` keeps what is looked up.
value_namer describe_names(FunctionCallInfo fcinfo, int i, MemoryContext context);

/// The name, in `room` or in the current memory context.
struct name_room {
  char digits[DOUBLE_SHORTEST_DECIMAL_LEN];
};
std::string_view name_of(const value_namer &namer, Datum value, name_room &room);

/// The names of an array's elements, in order, NULLs left out: *has_null tells. `namer`, not known in the first call,
/// is kept between calls. Error 2202E for more than one dimension, where `name` names the array.
std::vector<std::string> named_elements(Datum array, const char *name, value_namer &namer, MemoryContext context,
                                        bool *has_null);

}  // namespace harmony::postgres
