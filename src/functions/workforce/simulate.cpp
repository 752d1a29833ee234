// Shells of the simulation of automation at work: whole, and in chunks of iterations.
#include "core/workforce/answer.hpp"
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
  std::vector<workforce::raw_result> parts;
  const array_values<std::string_view> chunks = text_array(PG_GETARG_DATUM(1), "chunks");  // stored as text is
  for (const std::string_view chunk : without_nulls(chunks, "chunks"))
    parts.push_back(workforce::deserialize(asked, reinterpret_cast<const unsigned char *>(chunk.data()), chunk.size()));
  return answer_datum(workforce::sum_up(asked, workforce::join(asked, std::move(parts))));
}

}  // namespace harmony::functions
