// Shell of selection rates.
#include <optional>
#include <string>
#include <vector>

#include "core/recruitment/fairness.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using recruitment::centile_interval;
using recruitment::group_count;
using recruitment::selection_rate;

std::vector<group_count> counts_of(Datum group_names, Datum selected_counts, Datum total_counts) {
  const auto names = text_array(group_names, "group_names");
  const auto selected = bigint_array(selected_counts, "selected");
  const auto totals = bigint_array(total_counts, "totals");
  without_nulls(names, "group_names");
  without_nulls(selected, "selected");
  without_nulls(totals, "totals");
  if (names.size() != selected.size() || names.size() != totals.size())
    throw error(sqlstate::invalid_parameter_value, "group_names, selected and totals must have the same length");
  std::vector<group_count> groups;
  for (std::size_t k = 0; k < names.size(); ++k)
    groups.push_back({std::string(names.values[k]), selected.values[k], totals.values[k]});
  return groups;
}

// Unknown where there is no ratio.
std::optional<bool> is_adverse(const selection_rate &rate) {
  return std::isnan(rate.impact_ratio) ? std::nullopt : std::optional(rate.adverse);
}

constexpr column<selection_rate> selection_rate_columns[] = {
    {"group_name", from<&selection_rate::group, &group_count::name>},
    {"selected", from<&selection_rate::group, &group_count::selected>},
    {"total", from<&selection_rate::group, &group_count::total>},
    {"rate", from<&selection_rate::rate>},
    {"rate_low", from<&selection_rate::interval, &centile_interval::low>},
    {"rate_high", from<&selection_rate::interval, &centile_interval::high>},
    {"reference", from<&selection_rate::reference, &group_count::name>},
    {"reference_selected", from<&selection_rate::reference, &group_count::selected>},
    {"reference_total", from<&selection_rate::reference, &group_count::total>},
    {"impact_ratio", from<&selection_rate::impact_ratio>},
    {"adverse", from<is_adverse>},
    {"cohens_h", from<&selection_rate::cohens_h>},
    {"phi", from<&selection_rate::phi>},
};

}  // namespace

// selection_rates(group_names, selected, totals, least)
HARMONY_FUNCTION(selection_rates) {
  auto counts = counts_of(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1), PG_GETARG_DATUM(2));
  return return_set(fcinfo, selection_rate_columns,
                    recruitment::selection_rates(std::move(counts), PG_GETARG_INT32(3)));
}

}  // namespace harmony::functions
