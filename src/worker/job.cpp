#include "worker/job.hpp"

#include <utility>

namespace harmony::worker {

void job_state::report(double progress, std::string message) {
  {
    const std::lock_guard lock(mutex_);
    progress_ = progress;
    message_ = std::move(message);
    is_new_ = true;
  }
  poll();
}

std::shared_ptr<job_state> job_list::add(const job &job) {
  auto state = std::make_shared<job_state>(job);
  const std::lock_guard lock(mutex_);
  jobs_[job.id] = state;
  return state;
}

void job_list::remove(const job_state &state) {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(state.id);
  if (found != jobs_.end() && found->second.get() == &state) jobs_.erase(found);
}

bool job_list::begin(job_state &state, std::shared_ptr<PGcancel> canceller) {
  const std::lock_guard lock(state.mutex_);
  if (state.ends_) return false;
  state.is_begun_ = true;
  state.canceller_ = std::move(canceller);
  return true;
}

void job_list::end(job_state &state) {
  const std::lock_guard lock(state.mutex_);
  state.canceller_.reset();
}

std::vector<job_list::beat> job_list::due_beats() {
  const auto now = steady::now();
  std::vector<beat> due;
  const std::lock_guard lock(mutex_);
  for (const auto &[id, state] : jobs_) {
    const std::lock_guard state_lock(state->mutex_);
    if (now < state->next_beat && !state->is_new_) continue;
    state->next_beat = now + state->lease / 3;
    state->is_new_ = false;
    due.push_back({id, state->attempt, state->progress_, state->message_});
  }
  return due;
}

void job_list::stop(job_state &state) {
  // Under the lock: the thread of the job takes it before it sends its next statement.
  const std::lock_guard lock(state.mutex_);
  state.ends_ = true;
  char message[256];
  if (state.canceller_) PQcancel(state.canceller_.get(), message, sizeof message);
}

void job_list::stop(const std::string &id, const std::string &attempt) {
  std::shared_ptr<job_state> state;
  {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end() || found->second->attempt != attempt) return;
    state = found->second;
  }
  stop(*state);
}

void job_list::stop_all() {
  std::vector<std::shared_ptr<job_state>> all;
  {
    const std::lock_guard lock(mutex_);
    for (const auto &entry : jobs_) all.push_back(entry.second);
  }
  for (const auto &state : all) stop(*state);
}

std::vector<job_list::beat> job_list::take_waiting() {
  std::vector<beat> waiting;
  const std::lock_guard lock(mutex_);
  for (auto entry = jobs_.begin(); entry != jobs_.end();) {
    const std::shared_ptr<job_state> state = entry->second;  // longer than its lock
    const std::lock_guard state_lock(state->mutex_);
    if (state->is_begun_ || state->ends_) {
      ++entry;
      continue;
    }
    state->ends_ = true;
    waiting.push_back({state->id, state->attempt, {}, {}});
    entry = jobs_.erase(entry);
  }
  return waiting;
}

std::size_t job_list::size() const {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

}  // namespace harmony::worker
