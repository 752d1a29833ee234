// A configuration as the simulation runs it. Of an agent's knowledge only its sum matters: tasks are learnt one after
// the other, so the number of fifths that an agent has learnt tells which of its tasks are automated.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/draws.hpp"

#include <cstdint>
#include <vector>

namespace harmony::workforce {

/// What all agents of a role have alike that have so many tasks automated.
struct work_level {
  double busy = 1.0;            // u: the times that are not automated, summed in the order of the tasks
  double capacity = 1.0;        // the output that an agent can take in all: 1/u, at least 1; infinite where u is 0
  std::uint32_t automated = 0;  // tasks
};

struct role_plan {
  std::uint32_t first = 0, last = 0;  // its agents, `last` not among them
  double salary = 0.0;
  std::vector<work_level> levels;
  std::vector<std::uint16_t> level_at;  // the level of an agent that has learnt 0, 1, ... fifths
};

/// The chance to learn a fifth in a month: that of more than two tries of a Poisson(2) count, times the probability.
double learning_chance(double probability);

struct plan {
  explicit plan(const config &asked);

  config asked;
  std::vector<role_plan> roles;
  std::uint32_t agents = 0;
  philox_key key = {};
  draw_threshold reduction = 0, attrition = 0;
  std::vector<draw_threshold> learning;  // of the months 1...n_steps, at their numbers
};

}  // namespace harmony::workforce
