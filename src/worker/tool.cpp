#include "worker/tool.hpp"

#include "worker/http.hpp"
#include "worker/spans.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <ctime>
#include <map>
#include <memory>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr std::size_t most_bytes = 32u << 20;  // of one answer, which is held in memory
constexpr int most_pages = 1000;
constexpr int most_redirects = 5;
constexpr int most_depth = 200;

using url_handle = std::unique_ptr<CURLU, void (*)(CURLU *)>;

std::string part_of(const url_handle &url, CURLUPart what, unsigned flags = 0) {
  char *text = nullptr;
  if (curl_url_get(url.get(), what, &text, flags) != CURLUE_OK) return {};
  std::string part = text;
  curl_free(text);
  return part;
}

std::string lower(std::string text) {
  for (char &c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string trimmed(const std::string &text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

struct transfer {
  const job_state &state;
  bool is_local;  ///< http: whatever the name leads to, it is this machine
  std::string body;
  bool is_too_long = false, has_refused = false;
  std::map<std::string, std::string> headers;
};

std::size_t take_body(char *data, std::size_t size, std::size_t n, void *to) {
  auto &under_way = *static_cast<transfer *>(to);
  under_way.is_too_long = under_way.body.size() + size * n > most_bytes;
  if (under_way.is_too_long) return 0;
  under_way.body.append(data, size * n);
  return size * n;
}

std::size_t take_header(char *data, std::size_t size, std::size_t n, void *to) {
  const std::string line(data, size * n);
  const auto colon = line.find(':');
  if (colon != std::string::npos)
    static_cast<transfer *>(to)->headers[lower(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
  return size * n;
}

int look(void *of, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<transfer *>(of)->state.ends() ? 1 : 0;
}

bool is_loopback(const curl_sockaddr &address) {
  if (address.family == AF_INET)
    return (ntohl(reinterpret_cast<const sockaddr_in &>(address.addr).sin_addr.s_addr) >> 24) == 127;
  return address.family == AF_INET6 &&
         IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6 &>(address.addr).sin6_addr);
}

curl_socket_t open_socket(void *of, curlsocktype, curl_sockaddr *address) {
  auto &under_way = *static_cast<transfer *>(of);
  if (under_way.is_local && !is_loopback(*address)) {
    under_way.has_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_options(const curl_handle &curl, transfer &under_way) {
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &under_way);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &under_way);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &under_way);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, look);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &under_way);
}

/// Whether brackets are nested so deep that what walks through them would need a deep stack.
bool is_deep(const std::string &text) {
  int depth = 0;
  bool is_text = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_text && c == '\\') {
      ++at;
    } else if (c == '"') {
      is_text = !is_text;
    } else if (!is_text && (c == '[' || c == '{')) {
      if (++depth > most_depth) return true;
    } else if (!is_text && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return false;
}

std::string without_nul(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return text;
}

void remove_nul(json &value) {
  if (value.is_string()) {
    value = without_nul(value.get<std::string>());
  } else if (value.is_array()) {
    for (json &part : value) remove_nul(part);
  } else if (value.is_object()) {
    json clean = json::object();
    for (auto &[name, part] : value.items()) {
      remove_nul(part);
      clean[without_nul(name)] = std::move(part);
    }
    value = std::move(clean);
  }
}

/// What an answer that is none of 200, 304 and a redirect means.
[[noreturn]] void refuse(long status, std::map<std::string, std::string> &headers) {
  const bool is_limit =
      status == 429 || (status == 403 && (headers["x-ratelimit-remaining"] == "0" || headers.count("retry-after") > 0));
  if (is_limit || (status == 503 && headers.count("retry-after") > 0))
    throw tool_is_busy(
        wait_until(headers["retry-after"], headers["x-ratelimit-reset"], static_cast<double>(std::time(nullptr))));
  const bool may_pass = status >= 500 || status == 408 || status == 425;
  throw work_error("the tool answers with status " + std::to_string(status), !may_pass);
}

}  // namespace

std::string origin_of(const std::string &address) {
  const url_handle url(curl_url(), curl_url_cleanup);
  if (!url) throw std::bad_alloc();
  if (curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return {};
  const std::string scheme = lower(part_of(url, CURLUPART_SCHEME)), host = lower(part_of(url, CURLUPART_HOST));
  if (host.empty() || !part_of(url, CURLUPART_USER).empty()) return {};
  const bool is_local = host == "127.0.0.1" || host == "localhost" || host == "[::1]";
  if (scheme != "https" && !(scheme == "http" && is_local)) return {};
  const std::string port = part_of(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  return scheme + "://" + host + (port.empty() ? "" : ":" + port);
}

std::string escaped(const std::string &text) {
  const std::unique_ptr<char, void (*)(void *)> out(
      curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), curl_free);
  if (!out) throw std::bad_alloc();
  return out.get();
}

std::string next_link(const std::string &header) {
  for (std::size_t at = header.find('<'); at != std::string::npos; at = header.find('<', at + 1)) {
    const auto end = header.find('>', at);
    if (end == std::string::npos) return {};
    // The parameters of a link end where the next one begins.
    const std::string parameters = lower(header.substr(end, header.find('<', end) - end));
    if (parameters.find("rel=\"next\"") != std::string::npos || parameters.find("rel=next") != std::string::npos)
      return header.substr(at + 1, end - at - 1);
    at = end;
  }
  return {};
}

double wait_until(const std::string &retry_after, const std::string &reset, double now) {
  const auto is_number = [](const std::string &text) {
    return !text.empty() && text.size() <= 12 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  double until = now + 60;
  if (is_number(retry_after)) {
    until = now + std::stod(retry_after);
  } else if (const time_t date = retry_after.empty() ? -1 : curl_getdate(retry_after.c_str(), nullptr); date != -1) {
    until = static_cast<double>(date);
  } else if (is_number(reset)) {
    until = std::stod(reset);
  }
  return std::clamp(until, now + 1, now + 86400);
}

json read_answer(const std::string &text) {
  if (is_deep(text)) return json(json::value_t::discarded);
  json value = json::parse(text, nullptr, false);
  if (!value.is_discarded() && text.find("\\u0000") != std::string::npos) remove_nul(value);
  return value;
}

tool::tool(const std::string &url, const std::string &organization, const std::string &accept, const config &settings,
           const job_state &state)
    : url_(url), origin_(origin_of(url)), accept_(accept), settings_(settings), state_(state) {
  if (origin_.empty()) throw work_error("the address is neither of https nor of this machine", true);
  const auto tokens = settings.fetch.tokens.find(organization);
  if (tokens == settings.fetch.tokens.end() || tokens->second.count(origin_) == 0)
    throw work_error("the file of tokens does not name " + origin_ + " for the organisation", true);
  authorization_ = tokens->second.at(origin_);
  while (!url_.empty() && url_.back() == '/') url_.pop_back();
}

tool_answer tool::get(const std::string &address, const std::string &etag) {
  std::string target = address.empty() || address.front() == '/' ? url_ + address : address;
  for (int n = 0; n <= most_redirects; ++n) {
    // The token is for one origin; an answer may lead anywhere.
    if (origin_of(target) != origin_) throw work_error("an answer leads to another address", true);
    std::string redirect;
    tool_answer answer = ask_once(target, etag, redirect);
    if (redirect.empty()) return answer;
    target = redirect;
  }
  throw work_error("an answer leads from address to address", true);
}

/// One request; redirect: where the answer leads to, empty: it is the answer.
tool_answer tool::ask_once(const std::string &target, const std::string &etag, std::string &redirect) {
  const curl_handle curl = new_curl(target, settings_.fetch.timeout_s, settings_.fetch.ca_file);
  transfer under_way{state_, origin_.rfind("http:", 0) == 0, {}, false, false, {}};
  curl_list headers(nullptr, curl_slist_free_all);
  append(headers, "Accept: " + accept_);
  append(headers, "User-Agent: harmonyd");
  if (!authorization_.empty()) append(headers, "Authorization: " + authorization_);
  if (!etag.empty()) append(headers, "If-None-Match: " + etag);
  const std::string trace = current_traceparent(state_.trace_id);
  if (!trace.empty()) append(headers, "traceparent: " + trace);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  set_options(curl, under_way);
  const CURLcode code = perform(curl, "HTTPS");
  state_.poll();
  if (under_way.has_refused) throw work_error("the address is none of this machine", true);
  if (under_way.is_too_long) throw work_error("an answer is longer than 32 MiB", true);
  if (code != CURLE_OK) throw work_error(std::string("HTTPS: ") + curl_easy_strerror(code), false);
  tool_answer answer;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  char *location = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location);
  if (answer.status / 100 == 3 && location != nullptr) {
    redirect = location;
    return answer;
  }
  if (answer.status == 304 && !etag.empty()) return answer;
  if (answer.status != 200) refuse(answer.status, under_way.headers);
  answer.body = read_answer(under_way.body);
  if (answer.body.is_discarded()) throw work_error("an answer is no JSON", false);
  answer.next = next_link(under_way.headers["link"]);
  answer.etag = under_way.headers["etag"].substr(0, 1000);
  return answer;
}

void tool::pages(const std::string &address, const std::function<bool(tool_answer &)> &take, const std::string &etag) {
  std::set<std::string> seen = {address};
  std::string next = address;
  for (int n = 0; !next.empty(); ++n) {
    if (n == most_pages) throw work_error("a list has more than 1,000 pages", true);
    tool_answer page = get(next, n == 0 ? etag : std::string());
    if (!take(page)) return;
    next = page.next;
    if (!next.empty() && !seen.insert(next).second) throw work_error("a list leads to a page that was there", true);
  }
}

}  // namespace harmony::worker
