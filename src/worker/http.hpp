// What the kinds that speak through libcurl have in common.
#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

namespace harmony::worker {

using curl_handle = std::unique_ptr<CURL, void (*)(CURL *)>;
using curl_list = std::unique_ptr<curl_slist, void (*)(curl_slist *)>;

/// A handle with a limit on time, without signals, proxies of the environment and what stands in .netrc.
curl_handle new_curl(const std::string &url, long timeout_s, const std::string &ca_file);

/// curl_easy_perform as a span of the current trace: SMTP, HTTPS, S3 …
CURLcode perform(const curl_handle &curl, const char *name);

void append(curl_list &list, const std::string &line);

}  // namespace harmony::worker
