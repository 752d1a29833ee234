// harmony.default_psychometrics_model()
#include "core/person/derived_traits.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "core/psychometrics/snapshot.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

using person::derived_part;
using person::derived_trait;
using person::trait_name;

namespace {

// All of it may raise.
void write_derived_traits(json_writer &json) {
  json.begin_object();
  for (const derived_trait &rule : person::derived_traits()) {
    json.key(trait_name(rule.which));
    json.begin_array();
    for (const derived_part &part : rule.parts) {
      if (!(part.weight > 0.0)) break;
      json.begin_object();
      json.key("trait");
      json.string(trait_name(part.from));
      json.key("weight");
      json.number(part.weight);
      json.key("reversed");
      json.boolean(part.reversed);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_careless_model(json_writer &json, const psychometrics::careless_model &model) {
  json.begin_object();
  psychometrics::careless_model::for_each_part(model, [&](std::string_view name, const auto &weights) {
    json.key(name);
    postgres::write_numbers(json, weights);
  });
  json.end_object();
}

}  // namespace

HARMONY_FUNCTION(default_psychometrics_model) {
  return guarded([] {
    json_writer json;
    json.begin_object();
    json.key("version");
    json.integer(psychometrics::snapshot::version);
    json.key("derived_traits");
    write_derived_traits(json);
    json.key("completeness");
    json.begin_array();
    for (const std::string_view trait : psychometrics::traits_of_completeness()) json.string(trait);
    json.end_array();
    json.key("response_quality");
    postgres::write_numbers(json, psychometrics::quality_cutoffs());
    json.key("careless");
    write_careless_model(json, psychometrics::careless_model());
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
