// SQL shells of the snapshot: the aggregates, and the state that is stored beside a document. Contracts:
// sql/extension/20_psychometrics.sql.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/snapshot.hpp"
#include "core/psychometrics/snapshot_state.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "postgres/aggregate.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using harmony::functions::without_nulls;

namespace {

void write_strings(json_writer &json, const char *name, const std::vector<std::string_view> &values) {
  json.key(name);
  json.begin_array();
  for (const std::string_view value : values) json.string(value);
  json.end_array();
}

void write_family(json_writer &json, const core::profile_family &family) {
  json.key(family.name);
  if (family.is_number()) return json.rounded(family.traits[0].value, family.decimals);
  json.begin_object();
  for (const core::profile_trait &trait : family.traits) {
    json.key(trait.code);
    json.rounded(trait.value, family.decimals);
  }
  json.end_object();
}

// May raise: inside guarded().
Datum snapshot_datum(const core::snapshot &snapshot) {
  json_writer json;
  json.begin_object();
  json.key("version");
  json.integer(core::snapshot::version);
  for (const core::profile_family &family : snapshot.families) write_family(json, family);
  json.key("quality");
  json.begin_object();
  json.key("completeness");
  json.rounded(snapshot.completeness, core::snapshot::completeness_decimals);
  write_strings(json, "flags", snapshot.flags);
  write_strings(json, "instruments", snapshot.instruments);
  write_strings(json, "estimated", snapshot.estimated);
  write_strings(json, "unreliable", snapshot.unreliable);
  json.end_object();
  json.end_object();
  return json.finish();
}

using snapshot_state = aggregate_state<core::snapshot_builder>;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

// A state may be forged: its texts must be valid in the database's encoding before they go into a document or a message.
void verify_text(std::string_view text) {
  if (is_ascii(text)) return;
  guarded([&] { pg_verify_mbstr(GetDatabaseEncoding(), text.data(), static_cast<int>(text.size()), false); });
}

void add_state(FunctionCallInfo fcinfo, int i, core::snapshot_builder &builder) {
  const bytea *state = guarded([&] { return DatumGetByteaPP(fcinfo->args[i].value); });
  core::add_packed(reinterpret_cast<const unsigned char *>(VARDATA_ANY(state)), VARSIZE_ANY_EXHDR(state), builder, verify_text);
}

Datum return_snapshot(const core::snapshot_builder &builder) {
  const core::snapshot snapshot = builder.finish();
  return guarded([&] { return snapshot_datum(snapshot); });
}

Datum return_state(const core::snapshot_builder &builder) {
  const std::vector<unsigned char> bytes = core::pack_results(builder);
  return guarded([&] { return bytea_datum(bytes); });
}

}  // namespace

// Rows without a trait or a score (outer joins, traits not scored) are passed over.
HARMONY_FUNCTION(snapshot_transition) {
  core::snapshot_builder &builder = snapshot_state::of(fcinfo, [] { return core::snapshot_builder(); });
  if (PG_ARGISNULL(1) || PG_ARGISNULL(3)) return snapshot_state::datum(builder);
  if (PG_ARGISNULL(2))
    throw harmony::error(sqlstate::null_value_not_allowed, "family of a measured trait must not be null");
  core::measurement measurement;
  measurement.trait = text_argument(fcinfo, 1);
  measurement.family = text_argument(fcinfo, 2);
  measurement.score = PG_GETARG_FLOAT8(3);
  measurement.reliable = PG_ARGISNULL(4) || PG_GETARG_BOOL(4);
  measurement.measured_at = PG_ARGISNULL(5) ? PG_INT64_MIN : PG_GETARG_TIMESTAMPTZ(5);
  if (!PG_ARGISNULL(6)) measurement.instrument = text_argument(fcinfo, 6);
  array_values<std::string_view> flags;
  if (!PG_ARGISNULL(7)) {
    flags = text_array(fcinfo, 7, "flags");
    measurement.flags = without_nulls(flags, "flags");
  }
  builder.add(measurement);
  return snapshot_state::datum(builder);
}

HARMONY_FUNCTION(snapshot_final) {
  if (PG_ARGISNULL(0)) return return_snapshot(core::snapshot_builder());
  return return_snapshot(snapshot_state::argument(fcinfo, 0));
}

HARMONY_FUNCTION(snapshot_state_final) {
  if (PG_ARGISNULL(0)) return return_state(core::snapshot_builder());
  return return_state(snapshot_state::argument(fcinfo, 0));
}

// snapshot(state), strict
HARMONY_FUNCTION(snapshot_of_state) {
  core::snapshot_builder builder;
  add_state(fcinfo, 0, builder);
  return return_snapshot(builder);
}

// merge_snapshots(state, later), strict
HARMONY_FUNCTION(merge_snapshots) {
  core::snapshot_builder builder;
  add_state(fcinfo, 0, builder);
  add_state(fcinfo, 1, builder);
  const core::snapshot snapshot = builder.finish();
  const std::vector<unsigned char> state = core::pack_results(builder);
  return guarded([&] {
    row_builder<2> row;
    row.add(snapshot_datum(snapshot));
    row.add(bytea_datum(state));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(snapshot_version) { return Int32GetDatum(core::snapshot::version); }
