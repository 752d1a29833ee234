// Shells of what-ifs: configurations compared, inputs changed one after the other, sought, or varied together.
#include "core/workforce/comparison.hpp"
#include "core/workforce/sobol.hpp"
#include "core/workforce/what_if.hpp"
#include "functions/shell.hpp"
#include "functions/workforce/answer_json.hpp"
#include "functions/workforce/config_json.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

using workforce::config;

void put_number(json_writer &json, std::string_view key, double value) {
  json.key(key);
  json.number(value);
}

std::vector<config> configs_of(Datum array, const workforce::limits &most) {
  std::vector<config> all;
  for (Jsonb *document : postgres::jsonb_array(array, "configs")) {
    if (document == nullptr) throw error(sqlstate::null_value_not_allowed, "configs must not hold null");
    all.push_back(read_config(json_view::document(document), workforce::default_workloads(), most));
  }
  workforce::check_comparable(all, most.agent_steps);
  return all;
}

Datum comparison_datum(const workforce::comparison &of) {
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("runs");
    json.begin_array();
    for (const workforce::answer &run : of.runs) write_answer(json, run);
    json.end_array();
    json.key("differences");
    json.begin_array();
    for (const workforce::difference &each : of.differences) {
      json.begin_object();
      put_number(json, "config", static_cast<double>(each.config));
      put_number(json, "step", each.step);
      json.key("metric");
      json.string(each.metric);
      put_number(json, "mean", each.mean);
      put_number(json, "sd", each.sd);
      put_number(json, "ci_low", each.ci_low);
      put_number(json, "ci_high", each.ci_high);
      json.end_object();
    }
    json.end_array();
    put_number(json, "variance_ratio", of.variance_ratio);
    json.end_object();
    return json.finish();
  });
}

// {input: span}
std::vector<workforce::input_span> spans_of(const config &asked, const json_view &json) {
  postgres::require_object(json, "spans");
  if (json.size() > workforce::largest_inputs)
    throw error(sqlstate::invalid_parameter_value, "spans must name at most 16 inputs");
  std::vector<workforce::input_span> spans;
  json.for_each_field([&](std::string_view input, const json_view &span) {
    spans.push_back(workforce::span_of(asked, input, number_at(span, input)));
  });
  return spans;
}

// (config, spans, metric, samples, ...)
workforce::sensitivity_question question_of(FunctionCallInfo fcinfo) {
  workforce::sensitivity_question of;
  of.asked = config_argument(PG_GETARG_DATUM(0), workforce::job_limits);
  of.spans = spans_of(of.asked, json_view::of(PG_GETARG_DATUM(1)));
  of.metric = std::string(postgres::text_argument(fcinfo, 2));
  of.samples = static_cast<std::uint32_t>(std::max(0, PG_GETARG_INT32(3)));
  workforce::check(of, workforce::job_agent_steps);
  return of;
}

}  // namespace

// (configs)
HARMONY_FUNCTION(compare_workforce) {
  return comparison_datum(workforce::compare(configs_of(PG_GETARG_DATUM(0), workforce::session_limits)));
}

// (configs)
HARMONY_FUNCTION(workforce_comparable) {
  configs_of(PG_GETARG_DATUM(0), workforce::job_limits);
  return BoolGetDatum(true);
}

// (configs, chunks): a chunk belongs to the configurations whose digest it has.
HARMONY_FUNCTION(compare_workforce_chunks) {
  const std::vector<config> all = configs_of(PG_GETARG_DATUM(0), workforce::job_limits);
  const array_values<std::string_view> chunks = text_array(PG_GETARG_DATUM(1), "chunks");  // stored as text is
  const span<std::string_view> given = without_nulls(chunks, "chunks");
  std::vector<workforce::raw_result> results;
  for (const config &each : all) {
    std::vector<workforce::raw_result> parts;
    const workforce::config_digest digest = workforce::digest_of(each);
    for (const std::string_view chunk : given) {
      const auto *bytes = reinterpret_cast<const unsigned char *>(chunk.data());
      if (workforce::is_chunk_of(digest, bytes, chunk.size()))
        parts.push_back(workforce::deserialize(each, digest, bytes, chunk.size()));
    }
    results.push_back(workforce::join(each, std::move(parts)));
  }
  return comparison_datum(workforce::compare(all, results));
}

// (config, input, metric, goal, low, high)
HARMONY_FUNCTION(seek_workforce) {
  const config asked = config_argument(PG_GETARG_DATUM(0), workforce::session_limits);
  const workforce::sought found =
      workforce::seek(asked, postgres::text_argument(fcinfo, 1), postgres::text_argument(fcinfo, 2),
                      PG_GETARG_FLOAT8(3), PG_GETARG_FLOAT8(4), PG_GETARG_FLOAT8(5), workforce::session_agent_steps);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    put_number(json, "value", found.value);
    put_number(json, "outcome", found.outcome);
    json.key("reached");
    json.boolean(found.reached);
    put_number(json, "evaluations", found.evaluations);
    json.end_object();
    return json.finish();
  });
}

// (config, spans, metric)
HARMONY_FUNCTION(workforce_tornado) {
  const config asked = config_argument(PG_GETARG_DATUM(0), workforce::session_limits);
  const std::string_view metric = postgres::text_argument(fcinfo, 2);
  const workforce::tornado drawn = workforce::draw_tornado(asked, spans_of(asked, json_view::of(PG_GETARG_DATUM(1))),
                                                           metric, workforce::session_agent_steps);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("metric");
    json.string(metric);
    put_number(json, "base", drawn.base);
    json.key("bars");
    json.begin_array();
    for (const workforce::tornado_bar &bar : drawn.bars) {
      json.begin_object();
      json.key("input");
      json.string(bar.span.input);
      put_number(json, "low", bar.span.low);
      put_number(json, "high", bar.span.high);
      put_number(json, "at_low", bar.at_low);
      put_number(json, "at_high", bar.at_high);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.finish();
  });
}

// (config, spans, metric, samples, first, last)
HARMONY_FUNCTION(workforce_sensitivity_chunk) {
  const workforce::sensitivity_question of = question_of(fcinfo);
  const std::int32_t first = PG_GETARG_INT32(4), last = PG_GETARG_INT32(5);
  if (first < 0 || first >= last || static_cast<std::uint32_t>(last) > of.samples)
    throw error(sqlstate::invalid_parameter_value, "samples are out of range",
                "They must be from 0 on, first below last, and last at most samples.");
  const std::vector<double> outcomes =
      workforce::sample_outcomes(of, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
  return guarded([&] { return float8_array_datum(outcomes.data(), outcomes.size()); });
}

// (config, spans, metric, samples)
HARMONY_FUNCTION(workforce_sensitivity_outcomes) {
  const workforce::sensitivity_question of = question_of(fcinfo);
  return Int32GetDatum(static_cast<std::int32_t>(of.samples * (of.spans.size() + 2)));
}

// (config, spans, metric, samples, outcomes)
HARMONY_FUNCTION(workforce_sensitivity) {
  const workforce::sensitivity_question of = question_of(fcinfo);
  const std::vector<double> outcomes = float8_values(PG_GETARG_DATUM(4), "outcomes");
  const std::vector<workforce::sensitivity_index> indices = workforce::indices_of(of, outcomes);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("indices");
    json.begin_array();
    for (const workforce::sensitivity_index &each : indices) {
      json.begin_object();
      json.key("input");
      json.string(each.input);
      put_number(json, "first", each.first);
      put_number(json, "first_low", each.first_low);
      put_number(json, "first_high", each.first_high);
      put_number(json, "total", each.total);
      put_number(json, "total_low", each.total_low);
      put_number(json, "total_high", each.total_high);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
