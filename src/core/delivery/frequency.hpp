// How often software is deployed.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"
#include "core/delivery/local_time.hpp"

namespace harmony::delivery {

/// NaN means NULL.
struct deployment_rate {
  std::int64_t deployments = 0, deployment_days = 0;  // in the window; days of the zone's calendar with one
  double per_day = missing;                           // deployments by 86,400 seconds of the window
  std::int64_t weeks = 0, months = 0;                 // whole ones inside the window, from Monday
  double median_days_per_week = missing, median_days_per_month = missing;  // days with a deployment, empty ones too
};

/// Of the deployments in [start, end). Missing instants, and those outside, do not count. A window that ends where it
/// starts, or before, has none of anything. O(n log n), and O(n) for deployments in order.
deployment_rate deployment_frequency(nullable_span<instant> at, instant start, instant end, const zone_clock &clock);

/// The median of the days with a deployment over the whole half-years, from January and from July, inside the window,
/// those without a deployment included; missing without one. Otherwise as deployment_frequency.
double median_days_per_half_year(nullable_span<instant> at, instant start, instant end, const zone_clock &clock);

}  // namespace harmony::delivery
