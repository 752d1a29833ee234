// A tool that records are fetched from: requests to one address of the configuration, page after page.
#pragma once

#include "worker/config.hpp"
#include "worker/job.hpp"
#include "worker/kinds.hpp"

#include <functional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace harmony::worker {

/// scheme://host[:port] of an address, in lower case, without the port that the scheme has anyway. Empty: it is none of
/// http and https, has a user in it, or is http and none of this machine (127.0.0.1, localhost, [::1]).
std::string origin_of(const std::string &url);

/// A text as part of an address.
std::string escaped(const std::string &text);

/// The address of rel="next" in a header Link (RFC 8288); empty: there is none.
std::string next_link(const std::string &header);

/// When a tool that asks to wait wants to be asked again, in seconds since 1970: by Retry-After (seconds, or a date of
/// HTTP), else X-RateLimit-Reset, else a minute from now; between a second and a day from now.
double wait_until(const std::string &retry_after, const std::string &reset, double now);

/// The JSON of an answer, without the character NUL, which PostgreSQL cannot store. Discarded: it is none, or nested
/// more than 200 deep.
nlohmann::json read_answer(const std::string &text);

/// The tool asks to wait.
class tool_is_busy : public std::exception {
 public:
  explicit tool_is_busy(double until) : until_(until) {}
  const char *what() const noexcept override { return "the tool asks to wait"; }
  double until() const { return until_; }

 private:
  double until_;
};

struct tool_answer {
  long status = 0;
  nlohmann::json body;  ///< null where nothing has changed (304)
  std::string next;     ///< of header Link
  std::string etag;
};

class tool {
 public:
  /// url: of the settings of an integration, the beginning of every address; organization: whose tokens are taken.
  /// Throws work_error where the configuration does not name the address.
  tool(const std::string &url, const std::string &organization, const std::string &accept, const config &settings,
       const job_state &state);

  /// GET of an address below the url, or a whole one of the same origin, which an answer led to. etag: the answer may
  /// be that nothing has changed. Throws work_error, tool_is_busy, stopped.
  tool_answer get(const std::string &address, const std::string &etag = {});

  /// The pages of a list by header Link, as far as take says true; at most 1,000 of them, none twice.
  void pages(const std::string &address, const std::function<bool(tool_answer &)> &take, const std::string &etag = {});

 private:
  tool_answer ask_once(const std::string &target, const std::string &etag, std::string &redirect);

  std::string url_, origin_, authorization_, accept_;
  const config &settings_;
  const job_state &state_;
};

}  // namespace harmony::worker
