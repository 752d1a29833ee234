// The process: its threads, the connection that listens, heartbeats, rescues, and its end.
#pragma once

#include "worker/worker.hpp"

namespace harmony::worker {

struct options {
  bool once = false;
  std::vector<std::string> kinds;  ///< empty: those of the configuration
};

/// Runs until SIGTERM or SIGINT, with once until there is nothing to do. Returns the exit status. Throws harmony::error
/// 22023 for a kind that there is not.
int run_daemon(const config &settings, const options &options);

/// Whether the database can be reached and lets this role do what it has to: a line each on standard output; the exit
/// status.
int check_setup(const config &settings);

}  // namespace harmony::worker
