#include "worker/http.hpp"

#include "worker/spans.hpp"

#include <new>

namespace harmony::worker {

curl_handle new_curl(const std::string &url, long timeout_s, const std::string &ca_file) {
  curl_handle curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, timeout_s);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, timeout_s);
  if (!ca_file.empty()) curl_easy_setopt(curl.get(), CURLOPT_CAINFO, ca_file.c_str());
  return curl;
}

CURLcode perform(const curl_handle &curl, const char *name) {
  span call(name, span_kind::client);
  const CURLcode code = curl_easy_perform(curl.get());
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  call.set("response.status", std::to_string(status));
  if (code != CURLE_OK) call.fail(curl_easy_strerror(code));
  return code;
}

void append(curl_list &list, const std::string &line) {
  curl_slist *longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  list.release();
  list.reset(longer);
}

}  // namespace harmony::worker
