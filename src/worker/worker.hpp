// The threads that work, each with a connection of its own: claim, run, settle.
#pragma once

#include "worker/config.hpp"
#include "worker/database.hpp"
#include "worker/job.hpp"
#include "worker/kinds.hpp"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace harmony::worker {

/// Wakes threads that have nothing to do.
class bell {
 public:
  /// One thread, now or when it next waits.
  void ring();
  void ring_for_all();
  /// Until it rings, at most so long.
  void wait(double seconds);

 private:
  std::mutex mutex_;
  std::condition_variable rung_;
  int rings_ = 0;
  bool for_all_ = false;
};

/// What the threads of the process share.
struct shared_state {
  config settings;
  bool once = false;
  std::vector<std::string> job_names;  ///< what claim_jobs is asked for; empty: nothing
  std::vector<message_kind> channels;
  std::string process;                   ///< host:pid
  std::atomic<bool> is_stopping{false};  ///< no new claims
  std::atomic<bool> is_over{false};      ///< the time for work that goes on is over
  std::atomic<int> working{0};
  bell wake;
  job_list jobs;
};

class worker {
 public:
  worker(shared_state &shared, int number);
  /// Works until it is to stop, or with once until there is nothing to do.
  void run();

 private:
  bool is_to_stop() const { return shared_.is_stopping; }
  void reconnect();
  rows settle(const std::string &statement, const std::vector<parameter> &parameters);

  bool run_jobs();
  std::vector<job> claim();
  void run(const std::vector<job> &jobs, const std::vector<std::shared_ptr<job_state>> &states);
  void run_in_database(const std::vector<job> &jobs, const std::vector<std::shared_ptr<job_state>> &states);
  void settle_in_database(const job &job, const std::string &error, bool is_alone, double seconds);
  void release(const job &job);
  void run_here(const job &job, job_state &state);
  void fail(const job &job, const std::string &error, bool is_permanent);
  void took(const std::vector<job> &jobs, double seconds);
  bool is_short(const job &job) const;

  bool send_messages();
  void send(const message_kind &kind, const message &message);

  shared_state &shared_;
  std::string name_;
  connection database_;
  std::map<std::string, double> seconds_;  ///< that jobs of a kind took of late
  double seconds_a_job_ = 1;
};

}  // namespace harmony::worker
