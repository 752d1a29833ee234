// Live events: what the database tells by NOTIFY harmony_events, published to nginx (nchan) through its unix socket.
#pragma once

#include "worker/config.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace harmony::worker {

/// Publishes in a thread of its own. What there is no room for, and what nginx does not take, is dropped: events only
/// say that it is worth looking.
class publisher {
 public:
  explicit publisher(const events_config &settings);
  publisher(const publisher &) = delete;
  publisher &operator=(const publisher &) = delete;
  /// Ends without publishing what waits.
  ~publisher();

  /// A payload of NOTIFY: {"channel": "<kind>.<uuid>", …}. Never waits.
  void offer(const std::string &payload);

 private:
  struct event {
    std::string channel, payload;
  };
  void run();
  bool take(event &next);
  void tell_of_dropped();

  events_config settings_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<event> waiting_;
  std::size_t dropped_ = 0;
  bool is_stopping_ = false;
  std::thread thread_;
};

/// The channel that a payload is for, "" where it names none.
std::string channel_of(const std::string &payload);

}  // namespace harmony::worker
