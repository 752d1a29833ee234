#include "worker/events.hpp"

#include "worker/http.hpp"
#include "worker/log.hpp"

#include <chrono>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

constexpr std::size_t most_waiting = 1000;
constexpr std::chrono::seconds told_every(10);

std::size_t ignore(char *, std::size_t size, std::size_t n, void *) { return size * n; }

}  // namespace

std::string channel_of(const std::string &payload) {
  const nlohmann::json document = nlohmann::json::parse(payload, nullptr, false);
  if (!document.is_object() || !document.contains("channel") || !document["channel"].is_string()) return {};
  std::string channel = document["channel"];
  // It becomes part of an address.
  const auto dot = channel.find('.');
  if (dot == 0 || dot == std::string::npos || channel.size() != dot + 37) return {};
  if (channel.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != dot) return {};
  if (channel.find_first_not_of("0123456789abcdef-", dot + 1) != std::string::npos) return {};
  return channel;
}

publisher::publisher(const events_config &settings) : settings_(settings), thread_([this] { run(); }) {}

publisher::~publisher() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void publisher::offer(const std::string &payload) {
  std::string channel = channel_of(payload);
  if (channel.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) {
      ++dropped_;
      return;
    }
    waiting_.push_back({std::move(channel), payload});
  }
  changed_.notify_one();
}

bool publisher::take(event &next) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
  if (is_stopping_) return false;
  next = std::move(waiting_.front());
  waiting_.pop_front();
  return true;
}

void publisher::tell_of_dropped() {
  std::size_t dropped = 0;
  {
    const std::lock_guard lock(mutex_);
    std::swap(dropped, dropped_);
  }
  if (dropped > 0) log_warning("events dropped", {{"events", dropped}});
}

void publisher::run() {
  const curl_handle curl = new_curl("", settings_.timeout_s, {});
  curl_list headers(nullptr, curl_slist_free_all);
  append(headers, "Content-Type: application/json");
  curl_easy_setopt(curl.get(), CURLOPT_UNIX_SOCKET_PATH, settings_.socket.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, ignore);
  auto next_told = std::chrono::steady_clock::now();
  event next;
  while (take(next)) {
    curl_easy_setopt(curl.get(), CURLOPT_URL, ("http://localhost/publish/" + next.channel).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, next.payload.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(next.payload.size()));
    if (curl_easy_perform(curl.get()) != CURLE_OK) {
      const std::lock_guard lock(mutex_);
      ++dropped_;
    }
    if (std::chrono::steady_clock::now() < next_told) continue;
    tell_of_dropped();
    next_told = std::chrono::steady_clock::now() + told_every;
  }
  tell_of_dropped();
}

}  // namespace harmony::worker
