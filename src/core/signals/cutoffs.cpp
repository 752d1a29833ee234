#include "core/signals/cutoffs.hpp"

#include "core/base/error.hpp"

#include <initializer_list>

namespace harmony::signals {

namespace {

constexpr bounds periods{0.0, 1e6, true};
constexpr bounds percentile{0.0, 100.0};

constexpr field<peer_cutoffs> peer_fields[] = {
    {"floor", &peer_cutoffs::floor, not_negative},
    {"min_peers", &peer_cutoffs::min_peers, periods},
    {"monthly_floor", &peer_cutoffs::monthly_floor, not_negative},
    {"monthly_min_peers", &peer_cutoffs::monthly_min_peers, periods},
    {"trend_min_periods", &peer_cutoffs::trend_min_periods, periods},
    {"trend_min_peers", &peer_cutoffs::trend_min_peers, periods},
};

constexpr field<tier_cutoffs> tier_fields[] = {
    {"critical", &tier_cutoffs::critical, percentile},
    {"severe", &tier_cutoffs::severe, percentile},
    {"elevated", &tier_cutoffs::elevated, percentile},
    {"marginal", &tier_cutoffs::marginal, percentile},
    {"expected", &tier_cutoffs::expected, percentile},
    {"favorable", &tier_cutoffs::favorable, percentile},
    {"rapidly_deteriorating", &tier_cutoffs::rapidly_deteriorating, percentile},
    {"deteriorating", &tier_cutoffs::deteriorating, percentile},
    {"stable", &tier_cutoffs::stable, percentile},
    {"improving", &tier_cutoffs::improving, percentile},
    {"min_periods", &tier_cutoffs::min_periods, periods},
    {"transient_sd", &tier_cutoffs::transient_sd, not_negative},
    {"persistent_sd", &tier_cutoffs::persistent_sd, not_negative},
    {"persistent_periods", &tier_cutoffs::persistent_periods, periods},
};

constexpr field<classifier_cutoffs> classifier_fields[] = {
    {"excellent", &classifier_cutoffs::excellent, any_number},
    {"favorable", &classifier_cutoffs::favorable, any_number},
    {"marginal", &classifier_cutoffs::marginal, any_number},
    {"elevated", &classifier_cutoffs::elevated, any_number},
    {"severe", &classifier_cutoffs::severe, any_number},
    {"improving", &classifier_cutoffs::improving, percentile},
    {"stable", &classifier_cutoffs::stable, percentile},
    {"worsening", &classifier_cutoffs::worsening, percentile},
    {"rapidly_worsening", &classifier_cutoffs::rapidly_worsening, percentile},
    {"neutral_acceleration", &classifier_cutoffs::neutral_acceleration, not_negative},
    {"consistent_sd", &classifier_cutoffs::consistent_sd, not_negative},
    {"spike", &classifier_cutoffs::spike, not_negative},
    {"spike_gap", &classifier_cutoffs::spike_gap, not_negative},
    {"min_periods", &classifier_cutoffs::min_periods, periods},
};

void check_order(std::initializer_list<double> rising, const char *what) {
  for (const double *next = rising.begin() + 1; next < rising.end(); ++next)
    if (!(next[-1] <= *next))
      throw error(sqlstate::invalid_parameter_value, std::string("cutoffs of ") + what + " must be in order");
}

}  // namespace

field_table<peer_cutoffs> fields_of(const peer_cutoffs &) {
  return {"cutoffs of peers", field_kind::constant, peer_fields};
}
field_table<tier_cutoffs> fields_of(const tier_cutoffs &) {
  return {"cutoffs of tiers", field_kind::constant, tier_fields};
}
field_table<classifier_cutoffs> fields_of(const classifier_cutoffs &) {
  return {"cutoffs of the classifier", field_kind::constant, classifier_fields};
}

void signal_cutoffs::check() const {
  for_each_part(*this, [](std::string_view, const auto &part) { check_fields(part); });
  check_order({tiers.favorable, tiers.expected, tiers.marginal, tiers.elevated, tiers.severe, tiers.critical},
              "the magnitude");
  check_order({tiers.improving, tiers.stable, tiers.deteriorating, tiers.rapidly_deteriorating}, "the trajectory");
  check_order({tiers.persistent_sd, tiers.transient_sd}, "the consistency");
  const classifier_cutoffs &c = classifier;
  check_order({c.excellent, c.favorable, c.marginal, c.elevated, c.severe}, "the position");
  check_order({c.improving, c.stable, c.worsening, c.rapidly_worsening}, "the trend");
}

}  // namespace harmony::signals
