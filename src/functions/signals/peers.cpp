// Shells of an entity among its peers.
#include <cmath>
#include <optional>

#include "core/signals/peers.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using signals::peer_score;

constexpr column<peer_score> peer_score_columns[] = {
    {"z", from<&peer_score::z>},
    {"robust_z", from<&peer_score::robust_z>},
    {"percentile", from<&peer_score::percentile>},
    {"n", from<&peer_score::n>},
    {"suppressed", from<&peer_score::suppressed>},
};

}  // namespace

// peer_scores(value, floor, min_peers)
HARMONY_FUNCTION(peer_scores) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "value");
  const auto scores = signals::peer_scores(values.all(), {PG_GETARG_FLOAT8(1), PG_GETARG_INT32(2)});
  return return_row_array(fcinfo, peer_score_columns, scores.size(), [&](std::size_t k) {
    const bool is_null = values.missing() != nullptr && values.missing()[k];
    return is_null ? std::nullopt : std::make_optional(scores[k]);
  });
}

// robust_z_beside(value, others, floor)
HARMONY_FUNCTION(robust_z_beside) {
  const array_values<double> others = float8_array(PG_GETARG_DATUM(1), "others");
  const double z =
      signals::robust_z_beside(PG_GETARG_FLOAT8(0), postgres::without_nulls(others, "others"), PG_GETARG_FLOAT8(2));
  if (std::isnan(z)) PG_RETURN_NULL();
  PG_RETURN_FLOAT8(z);
}

HARMONY_FUNCTION(anomaly_label) {
  const char *label = signals::anomaly_label(PG_GETARG_FLOAT8(0));
  return guarded([&] { return text_datum(label); });
}

}  // namespace harmony::functions
