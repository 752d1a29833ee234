// Shells of the nine types of signals.
#include "core/signals/classifier.hpp"
#include "functions/signals/cutoffs_json.hpp"

namespace harmony::functions {

namespace {

using signals::classified_signal;
using signals::signal_inputs;

struct explained_signal {
  classified_signal signal;
  signals::sentence reason;
};

template <auto member>
const char *name(const classified_signal &signal) {
  return name_of(signal.*member);
}

jsonb_document refinements_of(const classified_signal &signal) {
  json_writer json;
  json.begin_object();
  const auto put = [&](const char *key, int value) {
    if (value == 0) return;
    json.key(key);
    json.integer(value);
  };
  put("slope_percentile", signal.refined.slope_percentile);
  put("acceleration", signal.refined.acceleration);
  put("z", signal.refined.z);
  json.end_object();
  return {json.finish()};
}

std::string_view reason(const explained_signal &row) { return {row.reason.bytes.data(), row.reason.size}; }

constexpr auto signal = &explained_signal::signal;
constexpr column<explained_signal> classification_columns[] = {
    {"type", from<signal, name<&classified_signal::type>>},
    {"severity", as<std::int32_t, signal, &classified_signal::severity>},
    {"position", from<signal, name<&classified_signal::at>>},
    {"trend", from<signal, name<&classified_signal::trend>>},
    {"momentum", from<signal, name<&classified_signal::moves>>},
    {"consistency", from<signal, name<&classified_signal::steadiness>>},
    {"spike", from<signal, &classified_signal::spike>},
    {"base", as<std::int32_t, signal, &classified_signal::base>},
    {"refinements", from<signal, refinements_of>},
    {"reason", from<reason>},
};

double number_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  if (PG_ARGISNULL(i)) return missing;
  const double value = PG_GETARG_FLOAT8(i);
  if (!std::isfinite(value)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
  return value;
}

}  // namespace

// classify_signal(z, slope_percentile, acceleration, sd, max_abs_z, suppressed, periods, cutoffs)
HARMONY_FUNCTION(classify_signal) {
  signal_inputs in;
  in.z = number_argument(fcinfo, 0, "z");
  in.slope_percentile = number_argument(fcinfo, 1, "slope_percentile");
  in.acceleration = number_argument(fcinfo, 2, "acceleration");
  in.sd = number_argument(fcinfo, 3, "sd");
  in.max_abs_z = number_argument(fcinfo, 4, "max_abs_z");
  in.suppressed = !PG_ARGISNULL(5) && PG_GETARG_BOOL(5);
  in.periods = PG_ARGISNULL(6) ? 0 : PG_GETARG_INT32(6);
  const auto cutoffs = PG_ARGISNULL(7) ? signals::signal_cutoffs() : read_cutoffs(json_view::of(PG_GETARG_DATUM(7)));
  const classified_signal found = signals::classify(in, cutoffs.classifier);
  return return_row(fcinfo, classification_columns, explained_signal{found, signals::reason_of(found, in)});
}

HARMONY_FUNCTION(default_signal_cutoffs) {
  const signals::signal_cutoffs cutoffs;
  return guarded([&] {
    json_writer json;
    postgres::write_parts(json, cutoffs,
                          [](json_writer &out, const auto &part) { postgres::write_numbers(out, part); });
    return json.finish();
  });
}

}  // namespace harmony::functions
