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
using statistics::mantel_haenszel_result;

// What the rows are divided by: one text a row, or none for all.
std::vector<std::string> divisions(Datum array, const char *name, std::size_t rows) {
  const auto given = text_array(array, name);
  without_nulls(given, name);
  if (given.size() != 0 && given.size() != rows)
    throw error(sqlstate::invalid_parameter_value,
                std::string(name) + " must be empty or have the same length as group_names");
  std::vector<std::string> texts(given.values.begin(), given.values.end());
  texts.resize(rows);
  return texts;
}

std::vector<group_count> counts_of(FunctionCallInfo fcinfo) {
  const auto names = text_array(PG_GETARG_DATUM(0), "group_names");
  const auto selected = bigint_array(PG_GETARG_DATUM(1), "selected");
  const auto totals = bigint_array(PG_GETARG_DATUM(2), "totals");
  without_nulls(names, "group_names");
  without_nulls(selected, "selected");
  without_nulls(totals, "totals");
  if (names.size() != selected.size() || names.size() != totals.size())
    throw error(sqlstate::invalid_parameter_value, "group_names, selected and totals must have the same length");
  const auto stages = divisions(PG_GETARG_DATUM(3), "stages", names.size());
  const auto strata = divisions(PG_GETARG_DATUM(4), "strata", names.size());
  std::vector<group_count> groups;
  for (std::size_t k = 0; k < names.size(); ++k)
    groups.push_back({std::string(names.values[k]), selected.values[k], totals.values[k], stages[k], strata[k]});
  return groups;
}

const char *stage_name(const group_count &group) { return group.stage.empty() ? nullptr : group.stage.c_str(); }

const char *reference_name(const recruitment::reference &against) {
  constexpr const char *names[] = {nullptr, "others", "highest"};
  return names[static_cast<std::size_t>(against)];
}

constexpr auto group = &selection_rate::group;
constexpr auto pooled = &selection_rate::pooled;
constexpr column<selection_rate> selection_rate_columns[] = {
    {"stage", from<group, stage_name>},
    {"group_name", from<group, &group_count::name>},
    {"n", from<group, &group_count::total>},
    {"selected", from<group, &group_count::selected>},
    {"rate", from<&selection_rate::rate>},
    {"rate_low", from<&selection_rate::interval, &centile_interval::low>},
    {"rate_high", from<&selection_rate::interval, &centile_interval::high>},
    {"reference", from<&selection_rate::against, reference_name>},
    {"ratio", from<&selection_rate::ratio>},
    {"rejection_ratio", from<&selection_rate::rejection_ratio>},
    {"risk_difference", from<&selection_rate::risk_difference>},
    {"rd_low", from<&selection_rate::difference_interval, &centile_interval::low>},
    {"rd_high", from<&selection_rate::difference_interval, &centile_interval::high>},
    {"p", from<&selection_rate::p>},
    {"p_adjusted", from<&selection_rate::p_adjusted>},
    {"z", from<&selection_rate::z>},
    {"adverse", from<&selection_rate::adverse>},
    {"adverse_rejection", from<&selection_rate::adverse_rejection>},
    {"decisions_to_turn", from<&selection_rate::decisions_to_turn>},
    {"mh_odds_ratio", from<pooled, &mantel_haenszel_result::odds_ratio>},
    {"mh_low", from<pooled, &mantel_haenszel_result::low>},
    {"mh_high", from<pooled, &mantel_haenszel_result::high>},
    {"mh_p", from<pooled, &mantel_haenszel_result::p>},
    {"cohens_h", from<&selection_rate::cohens_h>},
    {"phi", from<&selection_rate::phi>},
};

}  // namespace

// selection_rates(group_names, selected, totals, stages, strata, min_size)
HARMONY_FUNCTION(selection_rates) {
  return return_set(fcinfo, selection_rate_columns,
                    recruitment::selection_rates(counts_of(fcinfo), PG_GETARG_INT32(5)));
}

}  // namespace harmony::functions
