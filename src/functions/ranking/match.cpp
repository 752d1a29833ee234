// SQL shells of core/recruitment/match: the aggregate harmony.match. Contract: sql/extension/35_match.sql.
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "functions/ranking/match_state.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::recruitment;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;

namespace {

using state = match_aggregate;

match_state new_state(const char *bytes, std::size_t size) {
  // A copy with the alignment that jsonb needs; std::string's buffer is aligned like operator new's.
  std::string request(bytes, size);
  const json_view json = json_view::document(reinterpret_cast<Jsonb *>(request.data()));
  harmony::ranking::match_pool pool(harmony::ranking::prepare(read_match_request(json)));
  return {std::move(request), std::move(pool)};
}

match_state state_from_argument(FunctionCallInfo fcinfo, int i) {
  if (fcinfo->args[i].isnull) refuse_null_request();
  Jsonb *request = guarded([&] { return DatumGetJsonbP(fcinfo->args[i].value); });
  return new_state(reinterpret_cast<const char *>(request), VARSIZE(request));
}

harmony::ranking::person_id person_argument(FunctionCallInfo fcinfo, int i) {
  harmony::ranking::person_id person;
  std::memcpy(person.data(), PG_GETARG_UUID_P(i)->data, person.size());
  return person;
}

}  // namespace

// A row without a person or a profile is no candidate.
HARMONY_FUNCTION(match_transition) {
  match_state &match = state::of(fcinfo, [&] { return state_from_argument(fcinfo, 3); });
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return state::datum(match);
  Jsonb *document = guarded([&] { return DatumGetJsonbP(fcinfo->args[2].value); });
  match.pool.add(person_argument(fcinfo, 1), read_profile(json_view::document(document)));
  if (reinterpret_cast<void *>(document) != DatumGetPointer(fcinfo->args[2].value)) pfree(document);
  return state::datum(match);
}

HARMONY_FUNCTION(match_combine) {
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  const match_state &other = state::argument(fcinfo, 1);
  match_state &match = state::of(fcinfo, [&] { return new_state(other.request.data(), other.request.size()); });
  match.pool.merge(other.pool);
  return state::datum(match);
}

// ---- between processes: request, number of candidates, candidates, scores ----

HARMONY_FUNCTION(match_serialize) {
  const match_state &match = state::argument(fcinfo, 0);
  const std::vector<harmony::ranking::candidate> &candidates = match.pool.candidates();
  const std::vector<double> &scores = match.pool.scores();
  const std::size_t n = candidates.size();
  const std::size_t head = MAXALIGN(match.request.size());
  const std::size_t size =
      VARHDRSZ + 2 * sizeof(std::uint64_t) + head + n * sizeof(harmony::ranking::candidate) + scores.size() * sizeof(double);
  if (size > MaxAllocSize)
    throw harmony::error(sqlstate::program_limit_exceeded, "pool of candidates is too large for a parallel worker",
                         "It holds " + std::to_string(n) + " candidates.",
                         "Set max_parallel_workers_per_gather to 0 for this query.");
  char *bytes = guarded([&] { return static_cast<char *>(palloc0(size)); });
  SET_VARSIZE(bytes, size);
  char *out = VARDATA(bytes);
  const std::uint64_t lengths[2] = {match.request.size(), n};
  std::memcpy(out, lengths, sizeof lengths);
  out += sizeof lengths;
  std::memcpy(out, match.request.data(), match.request.size());
  out += head;
  if (n > 0) std::memcpy(out, candidates.data(), n * sizeof(harmony::ranking::candidate));
  out += n * sizeof(harmony::ranking::candidate);
  if (!scores.empty()) std::memcpy(out, scores.data(), scores.size() * sizeof(double));
  return PointerGetDatum(bytes);
}

HARMONY_FUNCTION(match_deserialize) {
  // The server hands over what match_serialize made; state::context_of refuses any other caller.
  state::context_of(fcinfo);
  bytea *bytes = guarded([&] { return DatumGetByteaPP(fcinfo->args[0].value); });
  const char *in = VARDATA_ANY(bytes);
  std::uint64_t lengths[2];
  std::memcpy(lengths, in, sizeof lengths);
  in += sizeof lengths;
  match_state made = new_state(in, lengths[0]);
  in += MAXALIGN(lengths[0]);
  const std::size_t n = lengths[1];
  std::vector<harmony::ranking::candidate> candidates(n);
  std::vector<double> scores(n * made.pool.competency_count());
  if (n > 0) std::memcpy(candidates.data(), in, n * sizeof(harmony::ranking::candidate));
  in += n * sizeof(harmony::ranking::candidate);
  if (!scores.empty()) std::memcpy(scores.data(), in, scores.size() * sizeof(double));
  made.pool.append(candidates.data(), scores.data(), n);
  return state::datum(state::adopt(CurrentMemoryContext, std::move(made)));
}

// ---- the ranked rows ----

namespace {

// Everything of a row that the encoder needs as plain views.
struct row_texts {
  std::vector<std::string> names;
  std::vector<std::string_view> flags;
};

void collect_flags(const harmony::ranking::match_row &row, row_texts &out) {
  out.names = harmony::ranking::match_flag_names(row.flags);
  out.flags.assign(out.names.begin(), out.names.end());
}

Datum competencies_jsonb(const harmony::ranking::match_row &row, const harmony::recruitment::competency_model &model) {
  json_writer json;
  json.begin_object();
  for (std::size_t i = 0; i < row.competencies.size(); ++i) {
    const harmony::ranking::match_competency &c = row.competencies[i];
    json.key(model.competencies[i].name);
    json.begin_object();
    json.key("score");
    json.rounded(c.score, 1);
    json.key("centile");
    json.rounded(c.in_pool.centile, 1);
    json.key("centile_low");
    json.rounded(c.in_pool.low, 1);
    json.key("centile_high");
    json.rounded(c.in_pool.high, 1);
    json.key("data_quality");
    json.rounded(c.data_quality, 2);
    json.end_object();
  }
  json.end_object();
  return json.finish();
}

NullableDatum label(const char *text) {
  return {text == nullptr ? Datum{0} : CStringGetTextDatum(text), text == nullptr};
}

// harmony.match_row; may raise.
Datum encode_row(const harmony::ranking::match_row &row, const row_texts &texts, const harmony::ranking::match_model &model, TupleDesc type) {
  row_builder<22> out;
  pg_uuid_t *person = static_cast<pg_uuid_t *>(palloc(sizeof(pg_uuid_t)));
  std::memcpy(person->data, row.person.data(), row.person.size());
  out.add(UUIDPGetDatum(person));
  out.add(text_datum(harmony::recruitment::level_name(row.level)));
  out.add(nullable(row.g_fit));
  out.add(nullable(row.in_pool.centile));
  out.add(nullable(row.in_pool.low));
  out.add(nullable(row.in_pool.high));
  out.add(competencies_jsonb(row, model.fit));
  out.add(nullable(row.success.score));
  for (double term : row.term) out.add(nullable(term));
  out.add(nullable(row.team_delta.score));
  out.add(label(row.confidence));
  out.add(nullable(row.data_quality));
  out.add(text_array_datum(texts.flags.data(), texts.flags.size()));
  out.add(text_datum(model.version));
  out.add(Int64GetDatum(static_cast<std::int64_t>(row.rank)));
  out.add(label(row.fit_label));
  out.add(label(row.success_label));
  out.add(nullable(row.audit_g_fit));
  out.add(nullable(row.success_data_quality));
  return out.finish(type);
}

}  // namespace

// match_row[] in rank order; an empty pool gives an empty array, no row at all NULL.
HARMONY_FUNCTION(match_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const match_state &match = state::argument(fcinfo, 0);
  const harmony::ranking::match_model &model = match.pool.request().request.model;
  const array_element_type type = guarded([&] { return result_element_type(fcinfo); });
  const harmony::ranking::match_result ranked = match.pool.rank();
  const std::size_t n = ranked.size();
  row_array_builder rows;
  const MemoryContext result = CurrentMemoryContext;
  const MemoryContext of_row = guarded([&] { return AllocSetContextCreate(result, "match row", ALLOCSET_DEFAULT_SIZES); });
  for (std::size_t i = 0; i < n; ++i) {
    if (i % 1024 == 0) harmony::poll_interrupt();
    const harmony::ranking::match_row row = ranked.row(i);
    row_texts texts;
    collect_flags(row, texts);
    guarded([&] {
      MemoryContextSwitchTo(of_row);
      rows.add(encode_row(row, texts, model, type.row));
      MemoryContextSwitchTo(result);
      MemoryContextReset(of_row);
    });
  }
  return guarded([&] { return rows.finish(type.oid); });
}
