#include "worker/spans.hpp"

#include "worker/config.hpp"
#include "worker/http.hpp"
#include "worker/log.hpp"
#include "worker/message.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr std::size_t most_waiting = 4096;
constexpr std::size_t most_posted = 512;
constexpr auto batch_time = std::chrono::milliseconds(500);
constexpr auto quiet_time = std::chrono::seconds(60);  // between two lines in the log about what is lost

std::string nanoseconds(span::clock::time_point time) {
  return std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count());
}

json attribute(const std::string &name, const std::string &value) {
  return {{"key", name}, {"value", {{"stringValue", value}}}};
}

/// What waits to be posted, and the thread that posts it.
class exporter {
 public:
  explicit exporter(otlp_config settings) : settings_(std::move(settings)), thread_([this] { run(); }) {}
  ~exporter() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  void add(json span) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) {
      ++dropped_;
      return;
    }
    waiting_.push_back(std::move(span));
    if (waiting_.size() == most_posted) changed_.notify_all();
  }

 private:
  void run() {
    for (bool is_last = false; !is_last;) {
      json spans = json::array();
      {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, batch_time, [this] { return ends_ || waiting_.size() >= most_posted; });
        is_last = ends_;
        while (!waiting_.empty() && (is_last || spans.size() < most_posted)) {
          spans.push_back(std::move(waiting_.front()));
          waiting_.pop_front();
        }
      }
      const std::size_t n = spans.size();
      if (n > 0 && !post(std::move(spans), is_last ? 2 : settings_.timeout_s)) {
        const std::lock_guard lock(mutex_);
        dropped_ += n;
      }
      tell();
    }
  }

  bool post(json spans, long timeout_s) const {
    const json scope = {{"scope", {{"name", "harmonyd"}}}, {"spans", std::move(spans)}};
    const json resource = {{"attributes", json::array({attribute("service.name", settings_.service)})}};
    const json document = {
        {"resourceSpans", json::array({{{"resource", resource}, {"scopeSpans", json::array({scope})}}})}};
    const std::string body = document.dump(-1, ' ', false, json::error_handler_t::replace);
    const curl_handle curl = new_curl(settings_.url, timeout_s, settings_.ca_file);
    curl_list headers(nullptr, curl_slist_free_all);
    append(headers, "Content-Type: application/json");
    append(headers, "Expect:");
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(
        curl.get(), CURLOPT_WRITEFUNCTION, +[](char *, std::size_t size, std::size_t n, void *) { return size * n; });
    long status = 0;
    if (curl_easy_perform(curl.get()) != CURLE_OK) return false;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return status / 100 == 2;
  }

  void tell() {
    std::size_t lost = 0;
    {
      const std::lock_guard lock(mutex_);
      if (dropped_ == 0 || std::chrono::steady_clock::now() < next_line_) return;
      std::swap(lost, dropped_);
      next_line_ = std::chrono::steady_clock::now() + quiet_time;
    }
    log_warning("spans dropped", {{"spans", lost}, {"url", settings_.url}});
  }

  const otlp_config settings_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<json> waiting_;
  std::size_t dropped_ = 0;
  std::chrono::steady_clock::time_point next_line_{};
  bool ends_ = false;
  std::thread thread_;
};

std::unique_ptr<exporter> posted;
thread_local span *current = nullptr;

std::string new_id() {
  unsigned char bytes[8];
  char text[17];
  randombytes_buf(bytes, sizeof bytes);
  sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
  return text;
}

json described(const std::string &trace_id, const std::string &id, const std::string &parent, const std::string &name,
               span_kind kind, span::clock::time_point start, span::clock::time_point end) {
  json out = {{"traceId", trace_id},
              {"spanId", id},
              {"name", name},
              {"kind", static_cast<int>(kind)},
              {"startTimeUnixNano", nanoseconds(start)},
              {"endTimeUnixNano", nanoseconds(std::max(start, end))}};
  if (!parent.empty()) out["parentSpanId"] = parent;
  return out;
}

}  // namespace

void open_spans(const otlp_config &settings) {
  if (!settings.url.empty()) posted = std::make_unique<exporter>(settings);
}

void close_spans() { posted.reset(); }

span::span(const std::string &trace_id, std::string name, span_kind kind, clock::time_point waiting_since)
    : trace_id_(posted && trace_id.size() == 32 ? trace_id : std::string()), name_(std::move(name)), kind_(kind) {
  enter();
  if (trace_id_.empty() || waiting_since == clock::time_point{}) return;
  parent_id_ = new_id();
  posted->add(described(trace_id_, parent_id_, {}, "waiting for " + name_, span_kind::producer, waiting_since, start_));
}

span::span(std::string name, span_kind kind) : name_(std::move(name)), kind_(kind) {
  if (current != nullptr) {
    trace_id_ = current->trace_id_;
    parent_id_ = current->id_;
  }
  enter();
}

void span::enter() {
  start_ = clock::now();
  if (trace_id_.empty()) return;
  id_ = new_id();
  outer_ = std::exchange(current, this);
}

span::~span() {
  if (trace_id_.empty()) return;
  current = outer_;
  if (!posted) return;
  json out = described(trace_id_, id_, parent_id_, name_, kind_, start_, clock::now());
  for (const auto &[name, value] : attributes_) out["attributes"].push_back(attribute(name, value));
  if (has_failed_) out["status"] = {{"code", 2}, {"message", error_}};
  posted->add(std::move(out));
}

void span::set(const char *name, std::string value) {
  if (!trace_id_.empty()) attributes_.emplace_back(name, std::move(value));
}

void span::fail(std::string what) {
  has_failed_ = true;
  error_ = std::move(what);
}

void record_span(const std::string &trace_id, const std::string &name, span::clock::time_point waiting_since,
                 span::clock::duration took, const std::string &error) {
  if (!posted || trace_id.size() != 32) return;
  const span::clock::time_point end = span::clock::now();
  const std::string waited = new_id();
  posted->add(described(trace_id, waited, {}, "waiting for " + name, span_kind::producer, waiting_since, end - took));
  json out = described(trace_id, new_id(), waited, name, span_kind::consumer, end - took, end);
  if (!error.empty()) out["status"] = {{"code", 2}, {"message", error}};
  posted->add(std::move(out));
}

std::string current_traceparent(const std::string &trace_id) {
  if (current != nullptr && current->trace_id_ == trace_id) return traceparent(trace_id, current->id_);
  return traceparent(trace_id);
}

}  // namespace harmony::worker
