#include "core/delivery/flow.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace harmony::delivery {

category category_named(std::string_view name) {
  if (name == "todo") return category::todo;
  if (name == "in_progress") return category::in_progress;
  if (name == "done") return category::done;
  throw error(sqlstate::invalid_parameter_value, "category \"" + std::string(name) + "\" is not known",
              "It is todo, in_progress or done.");
}

namespace {

bool is_later(instant at, const status_change &change) { return at < change.at; }

// The last of the times of a state, the first of another.
struct milestones {
  std::optional<instant> first_todo, first_start, last_completion;

  void pass(const status_change &change) {
    if (change.to == category::todo && !first_todo) first_todo = change.at;
    if (change.to == category::in_progress && !first_start) first_start = change.at;
    if (change.to == category::done) last_completion = change.at;
  }
};

void add_counts(flow_result &out, category from, category to) {
  if (to == category::in_progress) ++out.work_starts;
  if (to == category::done) ++out.completions;
  if (to == category::todo && from != category::todo) ++out.returns;
}

}  // namespace

flow_result flow(std::vector<status_change> changes, instant created, instant as_of) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const status_change &a, const status_change &b) { return a.at < b.at; });
  changes.erase(std::upper_bound(changes.begin(), changes.end(), as_of, is_later), changes.end());
  flow_result out;
  milestones reached;
  category state = category::todo;
  instant since = created;
  const auto spend_until = [&](instant at) {
    const double spent = std::fmax(seconds_between(since, at), 0.0);  // a change before the creation
    if (state == category::todo) out.todo_seconds += spent;
    if (state == category::in_progress) out.in_progress_seconds += spent;
  };
  for (const status_change &change : changes) {
    spend_until(change.at);
    add_counts(out, state, change.to);
    reached.pass(change);
    state = change.to;
    since = change.at;
  }
  spend_until(as_of);
  out.complexity = 2 * out.returns + std::max(0, out.completions - 1);
  out.rework = out.work_starts > 1;
  out.direct_completion = changes.size() == 1 && state == category::done;
  if (state == category::done) {
    const instant completed = *reached.last_completion;
    out.lead_seconds = seconds_between(reached.first_todo.value_or(created), completed);
    if (reached.first_start) out.cycle_seconds = seconds_between(*reached.first_start, completed);
    if (out.lead_seconds > 0.0) out.flow_efficiency = out.in_progress_seconds / out.lead_seconds;
  } else if (reached.first_start) {
    out.age_seconds = seconds_between(*reached.first_start, as_of);
  }
  return out;
}

}  // namespace harmony::delivery
