// Composite results: one row, a set of rows, an array of rows.
//
// What a function returns is one static table of columns {SQL name, SQL type, value}. The SQL row type is compared with
// it once a call site: names in order, types, count. A difference (library and SQL of different versions, an altered
// type) is an error 42804 that names the column; a row is only ever built for a type that was compared.
//
//   constexpr column<team::dyad_result> dyad_columns[] = {
//       {"score", from<&team::dyad_result::score>},
//       {"n", as<std::int32_t, &team::dyad_result::n>},
//   };
//   HARMONY_FUNCTION(dyad) { return return_row(fcinfo, dyad_columns, team::dyad(…)); }
#pragma once

#include <cstring>
#include <functional>
#include <iterator>
#include <limits>
#include <type_traits>
#include <utility>

#include "postgres/encoding.hpp"
#include "postgres/guard.hpp"

namespace harmony::postgres {

// ---- the table of columns ----

/// Where a value comes from: members, or functions, applied to the row one after the other; the last gives the value. T
/// is the C++ type that the value is converted to before it is encoded, void for its own.
template <class T, auto... steps>
struct path {};
template <auto... steps>
inline constexpr path<void, steps...> from{};
template <class T, auto... steps>
inline constexpr path<T, steps...> as{};

/// What the first step of a path gives.
template <class Row, auto step>
using step_result = std::decay_t<std::invoke_result_t<decltype(step), const Row &>>;

/// The C++ type that a path ends with.
template <class T, class Row, auto first, auto... rest>
struct path_end : path_end<T, step_result<Row, first>, rest...> {};
template <class T, class Row, auto last>
struct path_end<T, Row, last> {
  using type = std::conditional_t<std::is_void_v<T>, step_result<Row, last>, T>;
};

/// `value` as a T; a count that was kept as a double and is beyond T is an error 22003.
template <class T, class Value>
T converted(Value value) {
  if constexpr (std::is_floating_point_v<Value> && std::is_integral_v<T>) {
    const Value end = -static_cast<Value>(std::numeric_limits<T>::min());
    if (!(value >= -end && value < end))
      ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("a count is out of range")));
  }
  return static_cast<T>(value);
}

template <class T, class Row, auto first, auto... rest>
NullableDatum encode_path(const Row &row) {
  if constexpr (sizeof...(rest) > 0) {
    return encode_path<T, step_result<Row, first>, rest...>(std::invoke(first, row));
  } else if constexpr (std::is_void_v<T>) {
    return encoding<step_result<Row, first>>::datum(std::invoke(first, row));
  } else {
    return encoding<T>::datum(converted<T>(std::invoke(first, row)));
  }
}

/// A column of a result: its SQL name and type, and its value from what the core returned. `value` runs inside
/// guarded(): it may raise, and may hold plain data only.
template <class Row>
struct column {
  const char *name;
  Oid type;
  NullableDatum (*value)(const Row &);

  template <class T, auto... steps>
  constexpr column(const char *sql_name, path<T, steps...>)
      : name(sql_name),
        type(encoding<typename path_end<T, Row, steps...>::type>::type),
        value(&encode_path<T, Row, steps...>) {}
  /// Of a type that no encoding has: `any_row_array` for an array of rows, which have a table of their own.
  constexpr column(const char *sql_name, Oid sql_type, NullableDatum (*encoded)(const Row &))
      : name(sql_name), type(sql_type), value(encoded) {}
};
inline constexpr Oid any_row_array = RECORDARRAYOID;

// ---- binding: everything here may raise, inside guarded() ----

/// Tells whether a composite type is still what it was. Types of OUT parameters and records never change.
struct type_version {
  TypeCacheEntry *entry;  // lives as long as the session
  std::uint64_t identifier;

  bool is_current() const { return entry == nullptr || entry->tupDesc_identifier == identifier; }
};

/// A SQL row type that was compared with a table of columns; zero until then. Plain data in the memory of a call site.
struct row_type {
  TupleDesc descriptor;
  type_version version;
  int *place;     // of each column of the table among the type's attributes
  Datum *values;  // of one row, by attribute; a dropped one stays NULL
  bool *nulls;

  bool is_bound() const { return descriptor != nullptr && version.is_current(); }
  /// Keeps a type that passed the comparison, in `context`.
  void keep(TupleDesc compared, type_version version_of_it, const int *places, std::size_t n, MemoryContext context);
};

/// Walks over the attributes of a type in order and refuses (42804) whatever differs from the columns asked for.
class row_type_check {
 public:
  explicit row_type_check(TupleDesc type) : type_(type) { skip_dropped(); }
  /// The place of the next column, which must have this name and type.
  int next(const char *name, Oid type);
  /// Refuses a column that was not asked for.
  void finish() const;

 private:
  void skip_dropped();

  TupleDesc type_;
  int place_ = 0;
};

/// Error 42804: `what` is not as the library has it.
[[noreturn]] void refuse_row_type(const char *what, const char *detail);

/// A copy of a named composite type as it is now, or of the type that the call returns.
TupleDesc describe_row_type(Oid type, type_version &version);
TupleDesc describe_result(FunctionCallInfo fcinfo, type_version &version);
/// The row type of the elements of an array type; refuses any other type.
Oid row_type_of_elements(Oid array_type);

/// What a call site keeps between its calls: plain data, zero at first.
template <class T>
T &call_site(FunctionCallInfo fcinfo) {
  static_assert(std::is_trivially_copyable_v<T>);
  FmgrInfo *site = fcinfo->flinfo;
  if (site->fn_extra == nullptr) site->fn_extra = MemoryContextAllocZero(site->fn_mcxt, sizeof(T));
  return *static_cast<T *>(site->fn_extra);
}

template <class Row, std::size_t n>
void compare(TupleDesc type, const column<Row> (&columns)[n], int *places) {
  row_type_check check(type);
  for (std::size_t k = 0; k < n; ++k) places[k] = check.next(columns[k].name, columns[k].type);
  check.finish();
}

/// Binds a type unless it is; `describe(version)` gives a copy of it.
template <class Row, std::size_t n, class Describe>
const row_type &bind(FunctionCallInfo fcinfo, row_type &type, const column<Row> (&columns)[n], Describe &&describe) {
  if (type.is_bound()) return type;
  type_version version;
  int places[n];
  const TupleDesc found = describe(version);
  compare(found, columns, places);
  type.keep(found, version, places, n, fcinfo->flinfo->fn_mcxt);
  return type;
}

/// The type that the call returns, and the one of the elements of an array type.
template <class Row, std::size_t n>
const row_type &bind_result(FunctionCallInfo fcinfo, row_type &type, const column<Row> (&columns)[n]) {
  return bind(fcinfo, type, columns, [&](type_version &version) { return describe_result(fcinfo, version); });
}
template <class Row, std::size_t n>
const row_type &bind_elements(FunctionCallInfo fcinfo, row_type &type, const column<Row> (&columns)[n],
                              Oid array_type) {
  return bind(fcinfo, type, columns,
              [&](type_version &version) { return describe_row_type(row_type_of_elements(array_type), version); });
}

// ---- rows ----

template <class Row, std::size_t n>
void encode_values(const column<Row> (&columns)[n], const int *places, const Row &row, Datum *values, bool *nulls) {
  for (std::size_t k = 0; k < n; ++k) {
    const NullableDatum value = columns[k].value(row);
    values[places[k]] = value.value;
    nulls[places[k]] = value.isnull;
  }
}

/// A row of a bound type. May raise: inside guarded().
template <class Row, std::size_t n>
Datum encode_row(const row_type &type, const column<Row> (&columns)[n], const Row &row) {
  encode_values(columns, type.place, row, type.values, type.nulls);
  return HeapTupleGetDatum(heap_form_tuple(type.descriptor, type.values, type.nulls));
}

/// The row that a function returns.
template <class Row, std::size_t n>
Datum return_row(FunctionCallInfo fcinfo, const column<Row> (&columns)[n], const Row &row) {
  return guarded([&] { return encode_row(bind_result(fcinfo, call_site<row_type>(fcinfo), columns), columns, row); });
}

/// The set of rows that a function returns: next() points to one after the other, null where there is none left, and
/// raises nothing. Polls for interrupts. Not inside guarded().
template <class Row, std::size_t n, class Next>
Datum return_rows(FunctionCallInfo fcinfo, const column<Row> (&columns)[n], Next &&next) {
  constexpr int block = 1024;
  int places[n];
  Datum *values = nullptr;
  bool *nulls = nullptr;
  const auto *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    const auto width = static_cast<Size>(result->setDesc->natts);
    compare(result->setDesc, columns, places);
    values = static_cast<Datum *>(palloc0(sizeof(Datum) * width));
    nulls = static_cast<bool *>(palloc(sizeof(bool) * width));
    std::memset(nulls, true, sizeof(bool) * width);
  });
  for (const Row *row = next(); row != nullptr;) {
    poll_interrupt();
    guarded([&] {
      for (int k = 0; k < block && row != nullptr; ++k, row = next()) {
        encode_values(columns, places, *row, values, nulls);
        tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
      }
    });
  }
  return Datum{0};
}
template <class Row, std::size_t n>
Datum return_set(FunctionCallInfo fcinfo, const column<Row> (&columns)[n], const std::vector<Row> &rows) {
  const Row *row = rows.data(), *const end = row + rows.size();
  return return_rows(fcinfo, columns, [&] { return row == end ? nullptr : row++; });
}

/// An array of rows under construction, one after the other in one buffer: construct_array would copy a large result
/// once more, without looking for a cancel. Plain data; its memory is the current context's when it is made.
class row_array_builder {
 public:
  /// A row of encode_row; it is copied. May raise (54000 beyond the size of an array): inside guarded().
  void add(Datum row);
  /// A NULL in place of a row. May raise: inside guarded().
  void add_null();
  Datum finish(const row_type &type);

 private:
  void reserve(Size needed);
  void write_nulls(ArrayType *array) const;

  MemoryContext context_ = CurrentMemoryContext;
  char *bytes_ = nullptr;
  Size size_ = ARR_OVERHEAD_NONULLS(1);
  Size capacity_ = 0;
  int n_ = 0;
  int *nulls_ = nullptr;  // the places of the NULLs, in order
  int n_nulls_ = 0;
};

/// What make(k) of return_row_array gives: a row, or one that may be missing, which leaves as NULL.
template <class Row>
const Row *row_or_null(const Row &row) {
  return &row;
}
template <class Row>
const Row *row_or_null(const std::optional<Row> &row) {
  return row ? &*row : nullptr;
}

/// An array of n rows of a bound type; `make(k)` gives the row at k, or an empty optional for a NULL. Polls for
/// interrupts. Not inside guarded().
template <class Row, std::size_t columns_of_row, class Make>
Datum row_array(const row_type &type, const column<Row> (&columns)[columns_of_row], std::size_t n, Make &&make) {
  row_array_builder rows;
  const MemoryContext result = CurrentMemoryContext;
  const MemoryContext of_row =
      guarded([&] { return AllocSetContextCreate(result, "harmony result row", ALLOCSET_DEFAULT_SIZES); });
  for (std::size_t k = 0; k < n; ++k) {
    if (k % 1024 == 0) poll_interrupt();
    const auto made = make(k);
    const Row *row = row_or_null<Row>(made);
    guarded([&] {
      if (row == nullptr) return rows.add_null();
      MemoryContextSwitchTo(of_row);
      rows.add(encode_row(type, columns, *row));
      MemoryContextSwitchTo(result);
      MemoryContextReset(of_row);
    });
  }
  return guarded([&] {
    MemoryContextDelete(of_row);
    return rows.finish(type);
  });
}

/// The array of n rows that a function returns; as row_array().
template <class Row, std::size_t columns_of_row, class Make>
Datum return_row_array(FunctionCallInfo fcinfo, const column<Row> (&columns)[columns_of_row], std::size_t n,
                       Make &&make) {
  const row_type &type = *guarded([&] {
    return &bind_elements(fcinfo, call_site<row_type>(fcinfo), columns, get_fn_expr_rettype(fcinfo->flinfo));
  });
  return row_array(type, columns, n, std::forward<Make>(make));
}

}  // namespace harmony::postgres
