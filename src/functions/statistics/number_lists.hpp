// Lists and matrices of numbers as columns of a result, an empty one as NULL. For tables of columns: inside guarded().
#pragma once

#include <vector>

#include "functions/shell.hpp"

namespace harmony::functions {

/// The list that is this member of a result.
template <class Row, std::vector<double> Row::*member>
NullableDatum numbers_or_null(const Row &row) {
  const std::vector<double> &values = row.*member;
  if (values.empty()) return {Datum{0}, true};
  return {float8_array_datum(values.data(), values.size()), false};
}

/// Row by row, `columns` numbers a row.
inline NullableDatum matrix_or_null(const std::vector<double> &values, std::size_t columns) {
  if (values.empty()) return {Datum{0}, true};
  return {float8_matrix_datum(values.data(), values.size() / columns, columns), false};
}

}  // namespace harmony::functions
