// A job that this process has claimed, and the list of all of them.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <libpq-fe.h>

namespace harmony::worker {

using steady = std::chrono::steady_clock;

struct job {
  std::string id, kind, attempt, payload, trace_id;
  bool is_in_database = false;
  double lease_s = 0;
  double created_s = 0;  ///< seconds since 1970
};

/// Work is to end: the job was cancelled or given to another worker, or the process is to stop.
class stopped : public std::exception {
 public:
  const char *what() const noexcept override { return "stopped"; }
};

/// What one job's thread and the thread that sends heartbeats share.
class job_state {
 public:
  explicit job_state(const job &of)
      : id(of.id),
        attempt(of.attempt),
        trace_id(of.trace_id),
        lease(of.lease_s),
        next_beat(steady::now() + lease / 3) {}

  const std::string id, attempt, trace_id;
  const std::chrono::duration<double> lease;

  /// From the job's thread: how far it is, 0 to 1, and what it does. Throws stopped when it is to end.
  void report(double progress, std::string message);
  void poll() const {
    if (ends_) throw stopped();
  }
  bool ends() const { return ends_; }

 private:
  friend class job_list;
  std::chrono::time_point<steady, std::chrono::duration<double>> next_beat;
  std::optional<double> progress_;
  std::string message_;
  bool is_new_ = false;
  std::shared_ptr<PGcancel> canceller_;
  bool is_begun_ = false;
  std::atomic<bool> ends_{false};
  std::mutex mutex_;
};

/// All jobs of the process that it has claimed and not settled. Every function may be called by any thread.
class job_list {
 public:
  struct beat {
    std::string id, attempt;
    std::optional<double> progress;
    std::string message;
  };

  std::shared_ptr<job_state> add(const job &job);
  void remove(const job_state &state);

  /// The work of a job begins; canceller: what ends its statement, or empty. False: it was handed back (take_waiting).
  bool begin(job_state &state, std::shared_ptr<PGcancel> canceller);
  /// The work of a job has ended: its statement is not cancelled any more.
  void end(job_state &state);

  /// Heartbeats that are due now.
  std::vector<beat> due_beats();
  /// The job is not to go on: its statement is cancelled, its code told.
  void stop(const std::string &id, const std::string &attempt);
  void stop_all();
  /// Jobs that were claimed and have not begun, which from now on never will.
  std::vector<beat> take_waiting();
  std::size_t size() const;

 private:
  static void stop(job_state &state);
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<job_state>> jobs_;
};

/// Jobs of one claim: on the list while this lives, however it ends.
class claimed_jobs {
 public:
  claimed_jobs(job_list &list, const std::vector<job> &jobs) : list_(list) {
    for (const job &job : jobs) states.push_back(list_.add(job));
  }
  ~claimed_jobs() {
    for (const auto &state : states) list_.remove(*state);
  }
  claimed_jobs(const claimed_jobs &) = delete;
  claimed_jobs &operator=(const claimed_jobs &) = delete;

  std::vector<std::shared_ptr<job_state>> states;  ///< in the order of the jobs

 private:
  job_list &list_;
};

}  // namespace harmony::worker
