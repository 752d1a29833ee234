// How a piece of work went through its states.
#pragma once

#include "core/base/score.hpp"
#include "core/delivery/local_time.hpp"

#include <string_view>
#include <vector>

namespace harmony::delivery {

enum class category { todo, in_progress, done };

/// todo, in_progress, done. Errors: 22023 for any other name.
category category_named(std::string_view name);

struct status_change {
  instant at;
  category to;
};

/// In seconds; NaN means NULL.
struct flow_result {
  double cycle_seconds = missing;  // from the first start of work to the last completion
  double lead_seconds = missing;   // from the commitment to the last completion
  double todo_seconds = 0.0, in_progress_seconds = 0.0;
  std::int32_t work_starts = 0, completions = 0, returns = 0, complexity = 0;
  bool rework = false, direct_completion = false;
  double flow_efficiency = missing;  // in_progress by lead
  double age_seconds = missing;      // since the first start of work, of what is not done
};

/// The figures of an item at the instant `as_of`: what changes later is not known yet. Changes in any order; those of
/// one instant keep theirs. commitment is the first change to todo, else the creation. Before the first change an item
/// is todo, from its creation on. cycle and lead are missing unless the item is done at the end, age once it is.
/// returns counts changes to todo from another state, work_starts and completions every change to in_progress and to
/// done; complexity = 2 returns + max(0, completions - 1); rework: work_starts > 1; direct_completion: one change, to
/// done.
flow_result flow(std::vector<status_change> changes, instant created, instant as_of);

}  // namespace harmony::delivery
