// Shells of answers in the order of the items.
#include <limits>

#include "core/import/answer_sheet.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {
namespace {

using import::dictionary;
using import::gathered_answers;

Datum integer_array_of(const import::answers &values) {
  const auto n = static_cast<int>(values.size());
  auto *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (values.size() + 1)));
  auto *nulls = static_cast<bool *>(palloc(values.size() + 1));
  for (std::size_t k = 0; k < values.size(); ++k) {
    nulls[k] = !values[k];
    elements[k] = Int32GetDatum(values[k].value_or(0));
  }
  int lower_bound = 1, size = n;
  if (n == 0) return PointerGetDatum(construct_empty_array(INT4OID));
  return PointerGetDatum(
      construct_md_array(elements, nulls, 1, &size, &lower_bound, INT4OID, sizeof(std::int32_t), true, TYPALIGN_INT));
}

dictionary read_dictionary(FunctionCallInfo fcinfo) {
  const array_values<std::string_view> texts = text_array(PG_GETARG_DATUM(2), "texts");
  const array_values<std::int32_t> values = integer_array(PG_GETARG_DATUM(3), "values");
  const span<std::string_view> keys = without_nulls(texts, "texts");
  if (keys.size != values.size())
    throw error(sqlstate::invalid_parameter_value, "texts and values must have the same length");
  dictionary made;
  made.reserve(keys.size);
  const bool *missing = values.missing();
  for (std::size_t k = 0; k < keys.size; ++k) {
    if (k % poll_every == 0) poll_interrupt();
    if (missing == nullptr || !missing[k]) made.add(keys[k], values.values[k]);
  }
  return made;
}

// Kept between the calls of a call site whose dictionary is the same for all of them.
struct kept_dictionary {
  dictionary *made;
};

}  // namespace

// cell_values(cells, places, texts, values)
HARMONY_FUNCTION(cell_values) {
  const bool is_kept =
      guarded([&] { return get_fn_expr_arg_stable(fcinfo->flinfo, 2) && get_fn_expr_arg_stable(fcinfo->flinfo, 3); });
  dictionary own;
  dictionary *known = nullptr;
  if (is_kept) {
    kept_dictionary &kept =
        guarded([&]() -> kept_dictionary & { return postgres::call_site<kept_dictionary>(fcinfo); });
    if (kept.made == nullptr)
      kept.made =
          &aggregate_state<dictionary>::emplace(fcinfo->flinfo->fn_mcxt, [&] { return read_dictionary(fcinfo); });
    known = kept.made;
  } else {
    own = read_dictionary(fcinfo);
    known = &own;
  }
  const array_values<std::string_view> cells = text_array(PG_GETARG_DATUM(0), "cells");
  const array_values<std::int32_t> places = integer_array(PG_GETARG_DATUM(1), "places");
  const bool *empty = cells.missing(), *nowhere = places.missing();
  import::answers found;
  found.reserve(places.size());
  for (std::size_t k = 0; k < places.size(); ++k) {
    const auto place = static_cast<std::size_t>(places.values[k]) - 1;
    if (nowhere != nullptr && nowhere[k])
      found.emplace_back();
    else
      found.push_back(known->find(place >= cells.size() || (empty != nullptr && empty[place]) ? std::string_view()
                                                                                              : cells.values[place]));
  }
  return guarded([&] { return integer_array_of(found); });
}

// gather_answers(state, items, item, value, at, place, is_first)
HARMONY_FUNCTION(gather_answers_transition) {
  using state = aggregate_state<gathered_answers>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(6))
    throw error(sqlstate::null_value_not_allowed, "items and is_first must not be null");
  const std::int32_t items = PG_GETARG_INT32(1);
  if (items < 0 || items > 100000) throw error(sqlstate::invalid_parameter_value, "items must be from 0 to 100000");
  gathered_answers &gathered =
      state::of(fcinfo, [&] { return gathered_answers(static_cast<std::size_t>(items), PG_GETARG_BOOL(6)); });
  if (PG_ARGISNULL(2) || PG_ARGISNULL(3)) return state::datum(gathered);
  const std::int32_t item = PG_GETARG_INT32(2);
  if (item < 1 || static_cast<std::size_t>(item) > gathered.n_items())
    throw error(sqlstate::invalid_parameter_value, "item is not one of the sheet's");
  gathered.add(static_cast<std::size_t>(item) - 1, PG_GETARG_INT32(3),
               PG_ARGISNULL(4) ? std::numeric_limits<std::int64_t>::min() : PG_GETARG_INT64(4),
               PG_ARGISNULL(5) ? 0 : PG_GETARG_INT64(5));
  return state::datum(gathered);
}

HARMONY_FUNCTION(gather_answers_final) {
  if (PG_ARGISNULL(0)) {
    fcinfo->isnull = true;
    return Datum{0};
  }
  const import::answers sheet = aggregate_state<gathered_answers>::argument(fcinfo, 0).sheet();
  return guarded([&] { return integer_array_of(sheet); });
}

}  // namespace harmony::functions
