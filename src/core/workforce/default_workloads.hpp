// What roles do where nothing else is said: a crew of software makers, as examples to start from.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"

#include <string>
#include <vector>

namespace harmony::workforce {

/// The tasks of a role.
struct workload {
  std::string role;
  std::vector<task> tasks;
};

/// Engineer, HR and Marketing.
const std::vector<workload> &default_workloads();

}  // namespace harmony::workforce
