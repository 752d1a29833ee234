// Spans of traces, posted to an OpenTelemetry collector (OTLP over HTTP, JSON): what a request waited for, the job or
// the message, and what that called outside. Without an address nothing is kept; what cannot be posted is dropped,
// never waited for.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace harmony::worker {

struct otlp_config;

/// Starts the thread that posts. Once a process, before other threads.
void open_spans(const otlp_config &settings);
/// Posts what is left, within two seconds, and ends the thread.
void close_spans();

enum class span_kind { internal = 1, client = 3, producer = 4, consumer = 5 };  // numbers of OTLP

/// A piece of work of a trace, from its construction to its end. Of one thread the innermost is current; a span without
/// a trace of its own is its child.
class span {
 public:
  using clock = std::chrono::system_clock;

  /// trace_id: 32 hexadecimal digits, or empty: then this is nothing. waiting_since: when it was asked for, as a span
  /// of its own before this one.
  span(const std::string &trace_id, std::string name, span_kind kind, clock::time_point waiting_since = {});
  /// A child of the current one of this thread; nothing where there is none.
  span(std::string name, span_kind kind);
  ~span();
  span(const span &) = delete;
  span &operator=(const span &) = delete;

  void set(const char *name, std::string value);
  void fail(std::string what);

 private:
  friend std::string current_traceparent(const std::string &trace_id);
  void enter();

  std::string trace_id_, id_, parent_id_, name_, error_;
  span_kind kind_;
  clock::time_point start_;
  std::vector<std::pair<std::string, std::string>> attributes_;
  bool has_failed_ = false;
  span *outer_ = nullptr;
};

/// The span of work that has just ended, and of what it waited for, where it is one of a trace.
void record_span(const std::string &trace_id, const std::string &name, span::clock::time_point waiting_since,
                 span::clock::duration took, const std::string &error);

/// The header traceparent for a call of this trace: the current span's, where it is of the trace, else a new one;
/// empty without a trace.
std::string current_traceparent(const std::string &trace_id);

}  // namespace harmony::worker
