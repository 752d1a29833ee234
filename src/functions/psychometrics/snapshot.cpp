// Shells of the snapshot: the aggregates, and the state that is stored beside a document.
#include <cmath>
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/psychometrics/snapshot.hpp"
#include "core/psychometrics/snapshot_state.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using psychometrics::snapshot;
using psychometrics::snapshot_builder;

void write_strings(json_writer &json, const char *name, const std::vector<std::string_view> &values) {
  json.key(name);
  json.begin_array();
  for (const std::string_view value : values) json.string(value);
  json.end_array();
}

void write_family(json_writer &json, const psychometrics::profile_family &family) {
  json.key(family.name);
  if (family.is_number()) return json.rounded(family.traits[0].value, family.decimals);
  json.begin_object();
  for (const psychometrics::profile_trait &trait : family.traits) {
    json.key(trait.code);
    json.rounded(trait.value, family.decimals);
  }
  json.end_object();
}

// May raise: inside guarded().
Datum snapshot_datum(const snapshot &snapshot) {
  json_writer json;
  json.begin_object();
  json.key("version");
  json.integer(snapshot::version);
  for (const psychometrics::profile_family &family : snapshot.families) write_family(json, family);
  json.key("quality");
  json.begin_object();
  json.key("completeness");
  json.rounded(snapshot.completeness, snapshot::completeness_decimals);
  write_strings(json, "flags", snapshot.flags);
  write_strings(json, "instruments", snapshot.instruments);
  write_strings(json, "estimated", snapshot.estimated);
  write_strings(json, "unreliable", snapshot.unreliable);
  json.end_object();
  json.end_object();
  return json.finish();
}

using snapshot_state = aggregate_state<snapshot_builder>;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

// A state may be forged: its texts must be valid in the database's encoding before they go into a document or a
// message.
void verify_text(std::string_view text) {
  if (is_ascii(text)) return;
  guarded([&] { pg_verify_mbstr(GetDatabaseEncoding(), text.data(), static_cast<int>(text.size()), false); });
}

void add_state(Datum state, snapshot_builder &builder) {
  const std::string_view bytes = bytes_of(state);
  psychometrics::add_packed(reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), builder, verify_text);
}

Datum return_snapshot(const snapshot_builder &builder) {
  const snapshot snapshot = builder.finish();
  return guarded([&] { return snapshot_datum(snapshot); });
}

Datum return_state(const snapshot_builder &builder) {
  const std::vector<unsigned char> bytes = psychometrics::pack_results(builder);
  return guarded([&] { return bytea_datum(bytes); });
}

}  // namespace

// Rows without a trait or a score (outer joins, traits not scored) are passed over.
HARMONY_FUNCTION(snapshot_transition) {
  snapshot_builder &builder = snapshot_state::of(fcinfo, [] { return snapshot_builder(); });
  if (PG_ARGISNULL(1) || PG_ARGISNULL(3)) return snapshot_state::datum(builder);
  if (PG_ARGISNULL(2)) throw error(sqlstate::null_value_not_allowed, "family of a measured trait must not be null");
  psychometrics::measurement measurement;
  measurement.trait = bytes_of(PG_GETARG_DATUM(1));
  measurement.family = bytes_of(PG_GETARG_DATUM(2));
  measurement.score = PG_GETARG_FLOAT8(3);
  if (!std::isfinite(measurement.score)) throw error(sqlstate::invalid_parameter_value, "score must be finite");
  measurement.reliable = PG_ARGISNULL(4) || PG_GETARG_BOOL(4);
  measurement.measured_at = PG_ARGISNULL(5) ? PG_INT64_MIN : PG_GETARG_TIMESTAMPTZ(5);
  if (!PG_ARGISNULL(6)) measurement.instrument = bytes_of(PG_GETARG_DATUM(6));
  array_values<std::string_view> flags;
  if (!PG_ARGISNULL(7)) {
    flags = text_array(PG_GETARG_DATUM(7), "flags");
    measurement.flags = without_nulls(flags, "flags");
  }
  builder.add(measurement);
  return snapshot_state::datum(builder);
}

HARMONY_FUNCTION(snapshot_final) {
  if (PG_ARGISNULL(0)) return return_snapshot(snapshot_builder());
  return return_snapshot(snapshot_state::argument(fcinfo, 0));
}

HARMONY_FUNCTION(snapshot_state_final) {
  if (PG_ARGISNULL(0)) return return_state(snapshot_builder());
  return return_state(snapshot_state::argument(fcinfo, 0));
}

// snapshot(state), strict
HARMONY_FUNCTION(snapshot_of_state) {
  snapshot_builder builder;
  add_state(PG_GETARG_DATUM(0), builder);
  return return_snapshot(builder);
}

namespace {

struct merged_snapshot {
  snapshot found;
  std::vector<unsigned char> state;
};

jsonb_document document_of(const snapshot &snapshot) { return {snapshot_datum(snapshot)}; }

constexpr column<merged_snapshot> merged_snapshot_columns[] = {
    {"snapshot", from<&merged_snapshot::found, document_of>},
    {"state", from<&merged_snapshot::state>},
};

}  // namespace

// merge_snapshots(state, later), strict
HARMONY_FUNCTION(merge_snapshots) {
  snapshot_builder builder;
  add_state(PG_GETARG_DATUM(0), builder);
  add_state(PG_GETARG_DATUM(1), builder);
  return return_row(fcinfo, merged_snapshot_columns,
                    merged_snapshot{builder.finish(), psychometrics::pack_results(builder)});
}

HARMONY_FUNCTION(snapshot_version) { return Int32GetDatum(snapshot::version); }

}  // namespace harmony::functions
