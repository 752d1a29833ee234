#include "core/workforce/default_workloads.hpp"

namespace harmony::workforce {

const std::vector<workload> &default_workloads() {
  static const std::vector<workload> all = {
      {"Engineer",
       {{"Write code", true, 0.9, 0.5},
        {"Review code", false, 0.8, 0.125},
        {"Automated testing", true, 0.7, 0.2},
        {"Debug production issues", false, 0.85, 0.175}}},
      {"HR",
       {{"Recruitment", true, 0.75, 0.4},
        {"Onboarding", true, 0.6, 0.25},
        {"Conflict resolution", false, 0.8, 0.15},
        {"Payroll", true, 0.65, 0.2}}},
      {"Marketing",
       {{"Content creation", true, 0.85, 0.4},
        {"SEO", true, 0.7, 0.15},
        {"Market research", false, 0.75, 0.2},
        {"Social campaigns", false, 0.8, 0.25}}},
  };
  return all;
}

}  // namespace harmony::workforce
