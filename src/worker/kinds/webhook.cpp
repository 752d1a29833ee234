// Messages of channel webhook: a signed POST over https. The address is looked at when it is connected to, after DNS,
// so that no name leads into the private network; a redirect is not followed.
#include "worker/http.hpp"
#include "worker/kinds.hpp"
#include "worker/message.hpp"
#include "worker/private_address.hpp"
#include "worker/spans.hpp"

#include <ctime>

#include <sys/socket.h>
#include <unistd.h>

namespace harmony::worker {

namespace {

struct guard {
  bool allows_private;
  bool has_refused = false;
};

curl_socket_t open_socket(void *data, curlsocktype, curl_sockaddr *address) {
  auto &check = *static_cast<guard *>(data);
  if (!check.allows_private && is_private(address->addr)) {
    check.has_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t discard(char *, std::size_t size, std::size_t n, void *) { return size * n; }

const std::string &secret_of(const message &message, const webhook_config &webhooks) {
  const auto found = webhooks.secrets.find(message.address);
  if (found == webhooks.secrets.end()) throw work_error("the file of secrets has none of this name", false);
  return found->second;
}

curl_list headers_of(const message &message, const std::string &secret) {
  curl_list headers(nullptr, curl_slist_free_all);
  append(headers, "Content-Type: application/json");
  append(headers, "User-Agent: harmonyd");
  append(headers, "Expect:");
  append(headers, "X-Harmony-Signature: " + signature(secret, message.body, std::time(nullptr)));
  const std::string trace = current_traceparent(message.trace_id);
  if (!trace.empty()) append(headers, "traceparent: " + trace);
  return headers;
}

}  // namespace

std::string send_webhook(const message &message, const config &settings) {
  const webhook_config &webhooks = settings.webhooks;
  const curl_list headers = headers_of(message, secret_of(message, webhooks));
  if (message.url.rfind("https://", 0) != 0) throw work_error("the address does not begin with https://", true);
  guard check{webhooks.allows_private};
  const curl_handle curl = new_curl(message.url, webhooks.timeout_s, webhooks.ca_file);
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &check);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(message.body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, message.body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, discard);
  const CURLcode code = perform(curl, "HTTPS");
  if (check.has_refused) throw work_error("the address is a private one", true);
  if (code != CURLE_OK) throw work_error(std::string("HTTPS: ") + curl_easy_strerror(code), false);
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status / 100 == 2) return {};
  const bool may_pass = status >= 500 || status == 408 || status == 425 || status == 429;
  throw work_error("HTTPS: status " + std::to_string(status), !may_pass);
}

}  // namespace harmony::worker
