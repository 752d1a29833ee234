#include "core/statistics/drift.hpp"

#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/drift_level.hpp"
#include "core/statistics/moments.hpp"
#include "core/statistics/power_scale.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace harmony::statistics {

namespace {

// The i-th of `parts` quantiles of sorted values, type 7. Whole numbers find the place, so that no rounding moves it.
double quantile_of_sorted(span<double> sorted, std::size_t i, std::size_t parts) {
  const std::size_t place = (sorted.size - 1) * i, k = place / parts, rest = place % parts;
  if (rest == 0 || sorted[k] == sorted[k + 1]) return sorted[k];
  const double share = static_cast<double>(rest) / static_cast<double>(parts), step = sorted[k + 1] - sorted[k];
  return std::isfinite(step) ? sorted[k] + share * step : (1.0 - share) * sorted[k] + share * sorted[k + 1];
}

std::vector<double> quantile_edges(span<double> sorted, int bins) {
  std::vector<double> edges;
  for (int i = 1; i < bins; ++i) {
    const double edge = quantile_of_sorted(sorted, static_cast<std::size_t>(i), static_cast<std::size_t>(bins));
    if (edges.empty() || edge > edges.back()) edges.push_back(edge);
  }
  return edges;
}

// How many of the values stand in each bin: below the first edge, from it on, …, from the last on.
std::vector<double> counts_in_bins(span<double> sorted, const std::vector<double> &edges) {
  std::vector<double> counts;
  const double *from = sorted.begin();
  for (const double edge : edges) {
    const double *to = std::lower_bound(from, sorted.end(), edge);
    counts.push_back(static_cast<double>(to - from));
    from = to;
  }
  counts.push_back(static_cast<double>(sorted.end() - from));
  return counts;
}

// Below a value, at it, above it.
std::vector<double> counts_about(span<double> sorted, double value) {
  const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
  return {static_cast<double>(low - sorted.begin()), static_cast<double>(high - low),
          static_cast<double>(sorted.end() - high)};
}

power_scale scale_of_sorted(span<double> first, span<double> second) {
  power_scale scale;
  for (const span<double> sorted : {first, second}) {
    scale.cover(sorted[0]);
    scale.cover(sorted[sorted.size - 1]);
  }
  scale.settle();
  return scale;
}

// A distance as value 2^exponent: what is too small for a double in the unit of the values is still one of their SDs.
struct scaled_distance {
  double value;
  int exponent;
};

scaled_distance distance_of_sorted(span<double> first, span<double> second) {
  const power_scale scale = scale_of_sorted(first, second);
  if (scale.exponent() == 0) return {wasserstein_of_sorted(first, second), 0};
  std::vector<double> near_one[2];
  for (const double x : first) near_one[0].push_back(scale.down(x));
  for (const double x : second) near_one[1].push_back(scale.down(x));
  return {wasserstein_of_sorted(near_one[0], near_one[1]), scale.exponent()};
}

double in_unit(scaled_distance distance) {
  const double value = std::ldexp(distance.value, distance.exponent);
  if (std::isinf(value)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return value;
}

// In SDs of sorted values; missing where these are all equal.
double in_deviations(scaled_distance distance, span<double> sorted) {
  if (sorted[0] == sorted[sorted.size - 1]) return missing;
  const power_scale scale = scale_of_sorted(sorted, sorted);
  moments spread;
  for (const double x : sorted) spread.add(scale.down(x));
  return in_unit({distance.value / spread.sd(), distance.exponent - scale.exponent()});
}

}  // namespace

drift_state::drift_state(int bins) : bins_(bins) {
  if (bins < least_bins || bins > most_bins)
    throw error(sqlstate::invalid_parameter_value,
                "bins must lie between " + std::to_string(least_bins) + " and " + std::to_string(most_bins));
}

void drift_state::check_bins(int bins) const {
  if (bins != bins_) throw error(sqlstate::invalid_parameter_value, "bins must be the same in all rows");
}

void drift_state::add(double value, bool is_reference) {
  check_value(value);
  check_room(reference_.values.size() + current_.values.size() + 1);
  side_of(is_reference).values.push_back(value + 0.0);  // no negative zero
}

void drift_state::merge(const drift_state &other) {
  check_bins(other.bins_);
  check_room(reference_.values.size() + current_.values.size() + other.reference_.values.size() +
             other.current_.values.size());
  reference_.values.append(other.reference_.values.data(), other.reference_.values.size());
  current_.values.append(other.current_.values.data(), other.current_.values.size());
  reference_.n_missing += other.reference_.n_missing;
  current_.n_missing += other.current_.n_missing;
}

double drift_state::side::missing_share() const {
  const double rows = static_cast<double>(values.size()) + static_cast<double>(n_missing);
  return rows > 0.0 ? static_cast<double>(n_missing) / rows : missing;
}

drift_result drift_state::finish() {
  drift_result out;
  out.n_reference = static_cast<std::int64_t>(reference_.values.size());
  out.n_current = static_cast<std::int64_t>(current_.values.size());
  out.missing_reference = reference_.missing_share();
  out.missing_current = current_.missing_share();
  if (out.n_reference == 0 || out.n_current == 0) return out;
  for (plain_store<double> *values : {&reference_.values, &current_.values})
    sort_polling(values->data(), values->data() + values->size(), [](double a, double b) { return a < b; });
  compare(out);
  return out;
}

void drift_state::compare(drift_result &out) const {
  const span<double> reference = reference_.sorted(), current = current_.sorted();
  const std::vector<double> edges = quantile_edges(reference, bins_), p = counts_in_bins(reference, edges),
                            q = counts_in_bins(current, edges);
  out.psi = psi(p, q, psi_floor);
  out.js_distance = js_distance(p, q);
  const double n = static_cast<double>(reference.size), m = static_cast<double>(current.size);
  out.psi_p = edges.empty() ? 1.0 : chi2_upper(out.psi / (1.0 / n + 1.0 / m), static_cast<double>(edges.size()));
  const ks_result ks = ks_of_sorted(reference, current);
  out.ks_d = ks.d;
  out.ks_p = ks.p;

  const scaled_distance distance = distance_of_sorted(reference, current);
  out.wasserstein = in_unit(distance);
  out.wasserstein_sd = in_deviations(distance, reference);
  const double centre = reference[0];
  const bool constant = centre == reference[reference.size - 1];
  const double size =
      constant ? psi(counts_about(reference, centre), counts_about(current, centre), psi_floor) : out.psi;
  out.level = drift_level(drift_size(size, psi_cutoffs), drift_size(out.wasserstein_sd, wasserstein_sd_cutoffs), ks.p);
}

void drift_state::serialize(native_writer &out) const {
  out.value(bins_);
  for (const side *one : {&reference_, &current_}) {
    out.values(one->sorted());
    out.value(one->n_missing);
  }
}

drift_state drift_state::deserialize(native_reader &in) {
  drift_state read(in.value<int>());
  for (side *one : {&read.reference_, &read.current_}) {
    const auto values = in.values<double>();
    one->values.append(values.data(), values.size());
    one->n_missing = in.value<std::int64_t>();
  }
  return read;
}

}  // namespace harmony::statistics
