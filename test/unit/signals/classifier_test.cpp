// The rules in their order, and cut-offs; the rows of the shared data are tests in SQL.
#include "core/signals/classifier.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace harmony::signals {
namespace {

signal_inputs inputs(double z, double slope_percentile, double acceleration = 0.0, double sd = 0.2, double most = 0.0) {
  signal_inputs in;
  in.z = z;
  in.slope_percentile = slope_percentile;
  in.acceleration = acceleration;
  in.sd = sd;
  in.max_abs_z = most;
  in.periods = 12;
  return in;
}

std::string type_of(const signal_inputs &in) { return name_of(classify(in, {}).type); }

TEST(signal_classifier, nine_types) {
  EXPECT_EQ(type_of(signal_inputs()), "suspect_data");
  EXPECT_EQ(type_of(inputs(0.0, 50, 0, 0.9, 2.5)), "volatility_alert");
  EXPECT_EQ(type_of(inputs(2.5, 75)), "critical_trajectory");
  EXPECT_EQ(type_of(inputs(1.5, 75, 0.01)), "critical_trajectory");
  EXPECT_EQ(type_of(inputs(1.5, 75)), "chronic_underperformer");
  EXPECT_EQ(type_of(inputs(1.5, 20)), "recovering");
  EXPECT_EQ(type_of(inputs(2.5, 50)), "chronic_underperformer");
  EXPECT_EQ(type_of(inputs(-2.0, 50)), "sustained_excellence");
  EXPECT_EQ(type_of(inputs(0.0, 20)), "improving_leader");
  EXPECT_EQ(type_of(inputs(0.0, 80)), "emerging_risk");
  EXPECT_EQ(type_of(inputs(0.0, 50)), "baseline");
}

TEST(signal_classifier, a_steadily_bad_site_has_no_spike) {
  EXPECT_FALSE(classify(inputs(2.5, 50, 0, 0.9, 3.0), {}).spike);
  EXPECT_TRUE(classify(inputs(1.0, 50, 0, 0.9, 2.0), {}).spike);
}

TEST(signal_classifier, severity_stays_in_its_range) {
  for (double z = -3.0; z <= 3.0; z += 0.25)
    for (double p = 0.0; p <= 100.0; p += 5.0)
      for (double a = -0.02; a <= 0.02; a += 0.004) {
        const classified_signal s = classify(inputs(z, p, a), {});
        EXPECT_GE(s.severity, 0);
        EXPECT_LE(s.severity, 100);
        if (s.type == signal_type::baseline) {
          EXPECT_GE(s.severity, 38);  // 42 - 2 - 2
          EXPECT_LE(s.severity, 46);
        }
      }
}

TEST(signal_classifier, reasons_name_the_doubt) {
  const auto why = [](const signal_inputs &in) {
    const sentence s = reason_of(classify(in, {}), in);
    return std::string(s.bytes.data(), s.size);
  };
  signal_inputs in = inputs(0.0, 50);
  EXPECT_NE(why(in).find("baseline"), std::string::npos);
  in.suppressed = true;
  EXPECT_EQ(why(in), "Too few peers to compare with.");
  in = inputs(0.0, 50);
  in.periods = 2;
  EXPECT_EQ(why(in), "Too few observed months to judge by.");
  in.z = missing;
  EXPECT_EQ(why(in), "There is no z to judge by.");
}

TEST(signal_classifier, tiers_take_their_lower_bound) {
  const tier_cutoffs c;
  EXPECT_STREQ(magnitude_tier(99.0, c), "critical");
  EXPECT_STREQ(magnitude_tier(98.9, c), "severe");
  EXPECT_STREQ(magnitude_tier(9.9, c), "excellent");
  EXPECT_EQ(magnitude_tier(missing, c), nullptr);
  EXPECT_STREQ(trajectory_tier(90.0, c), "rapidly_deteriorating");
  EXPECT_STREQ(trajectory_tier(9.9, c), "rapidly_improving");
  EXPECT_STREQ(trajectory_tier(missing, c), "stable");
  EXPECT_STREQ(consistency_tier(0.1, 2, c), "transient");
  EXPECT_STREQ(consistency_tier(1.2, 12, c), "transient");
  EXPECT_STREQ(consistency_tier(1.1, 12, c), "variable");
  EXPECT_STREQ(consistency_tier(0.89, 6, c), "persistent");
  EXPECT_STREQ(consistency_tier(0.89, 5, c), "variable");
  EXPECT_STREQ(consistency_tier(missing, 6, c), "variable");
}

TEST(signal_classifier, refuses) {
  EXPECT_THROW(classify(inputs(infinity, 50), {}), error);
  EXPECT_THROW(classify(inputs(0, 101), {}), error);
  EXPECT_THROW(classify(inputs(0, 50, 0, -0.1), {}), error);
  EXPECT_THROW(classify(inputs(0, 50, 0, 0.1, -1), {}), error);
  signal_cutoffs c;
  c.classifier.severe = 0.9;
  EXPECT_THROW(c.check(), error);
  c = {};
  c.tiers.critical = 101;
  EXPECT_THROW(c.check(), error);
}

}  // namespace
}  // namespace harmony::signals
