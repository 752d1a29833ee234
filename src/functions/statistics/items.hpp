// Rows of a scale's items into linear states: the first item takes the place of y, so that means and covariances come
// out in the items' order.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/statistics/linear_state.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/linear.hpp"

namespace harmony::functions {

/// A row as linear_add takes it.
struct item_row {
  std::vector<double> values;  // the second item on, then the first
  bool is_null = false;        // an item is missing

  int p() const { return static_cast<int>(values.size()) - 1; }
};

/// The items of a row that goes into `state` (null: the first row). Errors: 22023 for no item, another number of items
/// than before, NaN and infinity; 54000 for more than 1601.
inline item_row items_argument(Datum array, const statistics::linear_header *state) {
  const auto items = float8_array(array, "items");
  if (items.size() == 0) throw error(sqlstate::invalid_parameter_value, "a scale must have at least one item");
  if (items.size() > static_cast<std::size_t>(statistics::linear_max_predictors) + 1)
    throw error(sqlstate::program_limit_exceeded, "too many items",
                "There are " + std::to_string(items.size()) + "; a scale takes at most 1601.");
  if (state != nullptr && (state->flags & statistics::linear_open) == 0 &&
      static_cast<std::size_t>(state->p) + 1 != items.size())
    throw error(sqlstate::invalid_parameter_value, "number of items must be the same in every row",
                "There were " + std::to_string(state->p + 1) + ", now there are " + std::to_string(items.size()) + ".");
  item_row row;
  row.is_null = items.missing() != nullptr;
  for (std::size_t i = 0; i < items.size() && !row.is_null; ++i)
    if (!std::isfinite(items.values[i]))
      throw error(sqlstate::invalid_parameter_value,
                  "item " + std::to_string(i + 1) + " is " + (std::isnan(items.values[i]) ? "NaN" : "infinite"),
                  "A row with a NULL is skipped.");
  row.values.assign(items.values.begin() + 1, items.values.end());
  row.values.push_back(items.values.front());
  return row;
}

/// Writes the items into the next slot of a state that is ready for a row, and counts it; false where the state is none
/// or not ready, or the array is not plain: NULL, compressed, with a NULL, of another size or not finite.
inline bool fast_items(statistics::linear_header *state, const NullableDatum &items) {
  if (state == nullptr || items.isnull || !ready_for_row(state)) return false;
  const int p = state->p;
  const char *values = numbers_in_place(DatumGetPointer(items.value), p + 1);
  if (values == nullptr) return false;
  constexpr int step = statistics::linear_block_leading;
  double *slot = statistics::linear_slot(state), first, finite = 0.0;
  std::memcpy(&first, values, sizeof first);
  slot[p * step] = first;
  finite += first * 0.0;  // NaN from here on where a value is NaN or infinite
  for (int j = 0; j < p; ++j, slot += step) {
    std::memcpy(slot, values + (j + 1) * sizeof(double), sizeof(double));
    finite += *slot * 0.0;
  }
  if (finite != 0.0) return false;
  ++state->fill;
  return true;
}

}  // namespace harmony::functions
