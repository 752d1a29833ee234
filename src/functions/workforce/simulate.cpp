// Shells of the simulation of automation at work: whole, and in chunks of iterations.
#include "core/workforce/answer.hpp"
#include "core/workforce/joined.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/simulation.hpp"
#include "functions/shell.hpp"
#include "functions/workforce/answer_json.hpp"
#include "functions/workforce/config_json.hpp"

namespace harmony::functions {

namespace {

Datum answer_datum(const workforce::answer &of) {
  return guarded([&] {
    json_writer json;
    write_answer(json, of);
    return json.finish();
  });
}

workforce::raw_result joined_chunks(const workforce::config &asked, Datum array) {
  std::vector<workforce::raw_result> parts;
  const workforce::config_digest digest = workforce::digest_of(asked);
  const array_values<std::string_view> chunks = text_array(array, "chunks");  // stored as text is
  for (const std::string_view chunk : without_nulls(chunks, "chunks"))
    parts.push_back(
        workforce::deserialize(asked, digest, reinterpret_cast<const unsigned char *>(chunk.data()), chunk.size()));
  return workforce::join(asked, std::move(parts));
}

}  // namespace

HARMONY_FUNCTION(default_workloads) {
  const auto &all = workforce::default_workloads();
  return guarded([&] {
    json_writer json;
    json.begin_object();
    for (const workforce::workload &each : all) {
      json.key(each.role);
      write_tasks(json, each.tasks);
    }
    json.end_object();
    return json.finish();
  });
}

HARMONY_FUNCTION(workforce_version) {
  return guarded([] { return text_datum(workforce::model_version); });
}

HARMONY_FUNCTION(workforce_ranges) {
  const workforce::assumptions numbers;
  return guarded([&] {
    json_writer json;
    json.begin_object();
    for (const auto &entry : fields_of(numbers).fields) {
      json.key(entry.name);
      json.begin_object();
      json.key("low");
      json.number(entry.within.low);
      json.key("high");
      json.number(entry.within.high);
      json.key("whole");
      json.boolean(entry.within.whole);
      json.end_object();
    }
    json.end_object();
    return json.finish();
  });
}

// (config, workloads)
HARMONY_FUNCTION(simulate_workforce) {
  return answer_datum(
      workforce::simulate(config_argument(fcinfo->args[0].value, fcinfo->args[1].value, workforce::session_limits)));
}

// (config, workloads)
HARMONY_FUNCTION(workforce_input) {
  const workforce::config asked = config_argument(fcinfo->args[0].value, fcinfo->args[1].value, workforce::job_limits);
  return guarded([&] {
    json_writer json;
    write_config(json, asked);
    return json.finish();
  });
}

// (config, first, last, workloads)
HARMONY_FUNCTION(workforce_chunk) {
  const workforce::config asked = config_argument(fcinfo->args[0].value, fcinfo->args[3].value, workforce::job_limits);
  const std::int32_t first = PG_GETARG_INT32(1), last = PG_GETARG_INT32(2);
  if (first < 0 || first >= last || last > asked.numbers.n_iterations)
    throw error(sqlstate::invalid_parameter_value, "iterations are out of range",
                "They must be from 0 on, first below last, and last at most n_iterations.");
  std::vector<unsigned char> bytes;
  workforce::serialize(
      asked,
      workforce::simulate(workforce::plan(asked), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)),
      bytes);
  return guarded([&] { return bytea_datum(bytes); });
}

// (config, chunks, workloads)
HARMONY_FUNCTION(merge_workforce_chunks) {
  const workforce::config asked = config_argument(fcinfo->args[0].value, fcinfo->args[2].value, workforce::job_limits);
  return answer_datum(workforce::sum_up(asked, joined_chunks(asked, PG_GETARG_DATUM(1))));
}

// (config, chunks, roles): the steps of these roles together, [{metric: figures}].
HARMONY_FUNCTION(workforce_joined_roles) {
  const workforce::config asked = config_argument(PG_GETARG_DATUM(0), workforce::job_limits);
  const array_values<std::string_view> roles = text_array(PG_GETARG_DATUM(2), "roles");
  const span<std::string_view> named = without_nulls(roles, "roles");
  const std::vector<std::size_t> places = workforce::find_roles(asked, {named.begin(), named.end()});
  const std::vector<workforce::figures> steps =
      workforce::sum_up_joined(asked, joined_chunks(asked, PG_GETARG_DATUM(1)), places);
  return guarded([&] {
    json_writer json;
    json.begin_array();
    for (std::size_t k = 0; k < steps.size();) {
      CHECK_FOR_INTERRUPTS();
      json.begin_object();
      for (const std::string_view metric : workforce::role_metrics) {
        json.key(metric);
        write_figures(json, steps[k++]);
      }
      json.end_object();
    }
    json.end_array();
    return json.finish();
  });
}

// (config, chunk)
HARMONY_FUNCTION(workforce_target_values) {
  const workforce::config asked = config_argument(PG_GETARG_DATUM(0), workforce::job_limits);
  const std::string_view chunk = postgres::text_argument(fcinfo, 1);  // stored as text is
  const std::vector<double> values = workforce::target_values(
      asked, workforce::deserialize(asked, workforce::digest_of(asked),
                                    reinterpret_cast<const unsigned char *>(chunk.data()), chunk.size()));
  return guarded([&] { return float8_array_datum(values.data(), values.size()); });
}

// (config, values, checked)
HARMONY_FUNCTION(workforce_target_reached) {
  const workforce::config asked = config_argument(PG_GETARG_DATUM(0), workforce::job_limits);
  const std::vector<double> values = float8_values(PG_GETARG_DATUM(1), "values");
  const auto checked = static_cast<std::uint32_t>(std::max(0, PG_GETARG_INT32(2)));
  return BoolGetDatum(asked.target.given() && workforce::target_reached(asked, values, checked) > 0);
}

}  // namespace harmony::functions
