// Shell of the sociogram: a team as a picture.
#include <string_view>

#include "core/team/sociogram.hpp"
#include "functions/shell.hpp"
#include "functions/team/model_argument.hpp"
#include "functions/team/team_json.hpp"

namespace harmony::functions {

namespace {

void write_text_or_null(json_writer &json, std::string_view name, std::string_view text) {
  json.key(name);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void write_number(json_writer &json, std::string_view name, double value) {
  json.key(name);
  json.number(value);
}

void write_node(json_writer &json, const team::sociogram_node &node) {
  json.begin_object();
  write_text_or_null(json, "id", node.member.id);
  write_text_or_null(json, "label", node.member.label);
  write_text_or_null(json, "role", node.member.role);
  json.key("candidate");
  json.boolean(node.member.candidate);
  write_number(json, "size", node.size);
  write_number(json, "emotional_stability", node.member.profile.get(person::trait::emotional_stability));
  json.key("colour");
  json.string(node.colour);
  write_number(json, "x", node.x);
  write_number(json, "y", node.y);
  json.end_object();
}

void write_edge(json_writer &json, const team::sociogram &picture, const team::sociogram_edge &edge) {
  const team::sociogram_member &source = picture.nodes[edge.source].member, &target = picture.nodes[edge.target].member;
  json.begin_object();
  json.key("source");
  json.string(source.id);
  json.key("target");
  json.string(target.id);
  write_number(json, "score", edge.score);
  json.key("kind");
  json.string(edge.kind);
  json.key("candidate");
  json.boolean(source.candidate || target.candidate);
  json.end_object();
}

void write_summary(json_writer &json, const team::sociogram_summary &summary) {
  json.key("summary");
  json.begin_object();
  json.key("n");
  json.integer(static_cast<std::int64_t>(summary.n));
  json.key("pairs");
  json.integer(static_cast<std::int64_t>(summary.pairs));
  json.key("scored");
  json.integer(static_cast<std::int64_t>(summary.scored));
  json.key("synergy");
  json.integer(static_cast<std::int64_t>(summary.synergy));
  json.key("friction");
  json.integer(static_cast<std::int64_t>(summary.friction));
  json.key("neutral");
  json.integer(static_cast<std::int64_t>(summary.neutral));
  write_number(json, "mean_score", summary.mean_score);
  json.end_object();
}

}  // namespace

HARMONY_FUNCTION(sociogram) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const ranking::match_model model = model_of(fcinfo->args[1]);
  const team::sociogram picture = team::draw(read_members(json_view::of(PG_GETARG_DATUM(0))), model.health.dyad,
                                             model.health.sociogram, !PG_ARGISNULL(2) && PG_GETARG_BOOL(2));
  const team::sociogram_summary summary = team::summarise(picture);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("nodes");
    json.begin_array();
    for (const team::sociogram_node &node : picture.nodes) write_node(json, node);
    json.end_array();
    json.key("edges");
    json.begin_array();
    for (const team::sociogram_edge &edge : picture.edges) write_edge(json, picture, edge);
    json.end_array();
    write_summary(json, summary);
    json.key("model_version");
    json.string(model.version);
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
