// Results of which one column is an array of rows. For shells only.
#pragma once

#include <vector>

#include "functions/shell.hpp"

namespace harmony::functions {

/// A result with an array of rows that is encoded before it.
template <class Result>
struct with_rows {
  const Result &found;
  Datum rows;
};
template <auto member, class Result>
auto found_value(const with_rows<Result> &row) {
  return row.found.*member;
}
template <class Result>
NullableDatum encoded_rows(const with_rows<Result> &row) {
  return NullableDatum{row.rows, false};
}

struct rows_call {
  postgres::row_type result, element;
};

/// A row whose column at `place` of the table is an array of rows.
template <class Result, std::size_t n, class Element, std::size_t m>
Datum return_with_rows(FunctionCallInfo fcinfo, const column<with_rows<Result>> (&columns)[n], std::size_t place,
                       const column<Element> (&elements)[m], const Result &found, const std::vector<Element> &rows) {
  rows_call &call = *guarded([&] {
    auto *types = &postgres::call_site<rows_call>(fcinfo);
    const postgres::row_type &row = postgres::bind_result(fcinfo, types->result, columns);
    postgres::bind_elements(fcinfo, types->element, elements,
                            TupleDescAttr(row.descriptor, row.place[place])->atttypid);
    return types;
  });
  const Datum array = postgres::row_array(call.element, elements, rows.size(), [&](std::size_t k) { return rows[k]; });
  const with_rows<Result> row{found, array};
  return guarded([&] { return postgres::encode_row(call.result, columns, row); });
}

}  // namespace harmony::functions
