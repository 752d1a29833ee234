// Shells of the aggregate harmony.match.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/ranking/match.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/ranking/match_state.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

match_state match_state::of(std::string_view request) {
  // A copy with the alignment that jsonb needs; std::string's buffer is aligned like operator new's.
  std::string copy(request);
  const json_view json = json_view::document(reinterpret_cast<Jsonb *>(copy.data()));
  ranking::match_pool pool(ranking::prepare(read_match_request(json)));
  return {std::move(copy), std::move(pool)};
}

void match_state::serialize(native_writer &out) const {
  out.text(request);
  pool.serialize(out);
}

match_state match_state::deserialize(native_reader &in) {
  match_state made = of(in.text());
  made.pool.append(in);
  return made;
}

namespace {

match_state new_state(NullableDatum request) {
  check_request(request);
  const Jsonb *document = guarded([&] { return DatumGetJsonbP(request.value); });
  return match_state::of({reinterpret_cast<const char *>(document), VARSIZE(document)});
}

}  // namespace

// A row without a person or a profile is no candidate.
HARMONY_FUNCTION(match_transition) {
  match_state &match = match_aggregate::of(fcinfo, [&] { return new_state(fcinfo->args[3]); });
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return match_aggregate::datum(match);
  Jsonb *document = guarded([&] { return DatumGetJsonbP(PG_GETARG_DATUM(2)); });
  match.pool.add(uuid_of(PG_GETARG_DATUM(1)), read_profile(json_view::document(document)));
  if (reinterpret_cast<void *>(document) != PG_GETARG_POINTER(2)) pfree(document);
  return match_aggregate::datum(match);
}

HARMONY_STATE(match, match_state)

// ---- the ranked rows ----

namespace {

using ranking::match_row;

struct ranked_row {
  match_row row;
  std::vector<std::string> flags, team_flags;
  std::vector<std::string_view> imputed, unassessed;
  const ranking::match_model *model;
  int decimals;  // of scores within documents
};

constexpr int usual_decimals = 1;

void write_competency(json_writer &json, const ranking::match_competency &c, int decimals) {
  json.begin_object();
  json.key("score");
  json.rounded(c.score, decimals);
  json.key("centile");
  json.rounded(c.in_pool.centile, decimals);
  json.key("centile_low");
  json.rounded(c.in_pool.low, decimals);
  json.key("centile_high");
  json.rounded(c.in_pool.high, decimals);
  json.key("data_quality");
  json.rounded(c.data_quality, 2);
  json.end_object();
}

jsonb_document competencies_of(const ranked_row &ranked) {
  json_writer json;
  json.begin_object();
  for (std::size_t i = 0; i < ranked.row.competencies.size(); ++i) {
    json.key(ranked.model->fit.competencies[i].name);
    write_competency(json, ranked.row.competencies[i], ranked.decimals);
  }
  json.end_object();
  return {json.finish()};
}

template <std::size_t k>
double term(const match_row &row) {
  return row.term[k];
}

constexpr auto row = &ranked_row::row;
constexpr column<ranked_row> match_row_columns[] = {
    {"person", from<row, &match_row::person>},
    {"safety_level", from<row, &match_row::level, recruitment::level_name>},
    {"g_fit", from<row, &match_row::g_fit>},
    {"centile", from<row, &match_row::in_pool, &recruitment::standing::centile>},
    {"centile_low", from<row, &match_row::in_pool, &recruitment::standing::low>},
    {"centile_high", from<row, &match_row::in_pool, &recruitment::standing::high>},
    {"competencies", from<competencies_of>},
    {"y_success", from<row, &match_row::success, &recruitment::prediction::score>},
    {"p_ind", from<row, term<0>>},
    {"f_team", from<row, term<1>>},
    {"f_env", from<row, term<2>>},
    {"f_lmx", from<row, term<3>>},
    {"team_delta", from<row, &match_row::team_delta, &team::team_delta::score>},
    {"confidence", from<row, &match_row::confidence>},
    {"data_quality", from<row, &match_row::data_quality>},
    {"flags", from<&ranked_row::flags>},
    {"model_version", from<&ranked_row::model, &ranking::match_model::version>},
    {"rank", from<row, &match_row::rank>},
    {"fit_label", from<row, &match_row::fit_label>},
    {"success_label", from<row, &match_row::success_label>},
    {"g_fit_computed", from<row, &match_row::audit_g_fit>},
    {"success_data_quality", from<row, &match_row::success_data_quality>},
    {"imputed", from<&ranked_row::imputed>},
    {"team_flags", from<&ranked_row::team_flags>},
    {"unassessed", from<&ranked_row::unassessed>},
    {"y_low", from<row, &match_row::success_interval, &ranking::score_interval::low>},
    {"y_high", from<row, &match_row::success_interval, &ranking::score_interval::high>},
    {"g_fit_low", from<row, &match_row::fit_interval, &ranking::score_interval::low>},
    {"g_fit_high", from<row, &match_row::fit_interval, &ranking::score_interval::high>},
    {"p_top", from<row, &match_row::p_top>},
    {"tied_with", from<row, &match_row::tied_with>},
};

}  // namespace

// In rank order; an empty pool gives an empty array, no row at all NULL.
HARMONY_FUNCTION(match_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  ranking::match_pool &pool = match_aggregate::argument(fcinfo, 0).pool;
  const ranking::match_request &asked = pool.request().request;
  const int decimals = std::min(asked.decimals.value_or(usual_decimals), usual_decimals);
  const ranking::match_result ranked = pool.rank();
  warn_of(pool.request());
  return return_row_array(fcinfo, match_row_columns, ranked.size(), [&](std::size_t k) {
    ranked_row made{ranked.shown(k), {}, {}, {}, {}, &asked.model, decimals};
    made.flags = ranking::match_flag_names(made.row.flags);
    made.team_flags = team::flag_names(made.row.team.flags);
    made.imputed = person::trait_names(made.row.imputed);
    made.unassessed = person::trait_names(made.row.unassessed);
    return made;
  });
}

}  // namespace harmony::functions
