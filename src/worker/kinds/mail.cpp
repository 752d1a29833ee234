// Messages of channel email: SMTP through libcurl, with STARTTLS or TLS unless the configuration does without.
#include "worker/http.hpp"
#include "worker/kinds.hpp"
#include "worker/message.hpp"
#include "worker/spans.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <ctime>

namespace harmony::worker {

namespace {

struct upload {
  std::string text;
  std::size_t sent = 0;
};

std::size_t read_upload(char *buffer, std::size_t size, std::size_t n, void *data) {
  auto &from = *static_cast<upload *>(data);
  const std::size_t taken = std::min(size * n, from.text.size() - from.sent);
  std::memcpy(buffer, from.text.data() + from.sent, taken);
  from.sent += taken;
  return taken;
}

std::string text_of(const message &message, const config &settings, const std::string &id) {
  mail mail;
  mail.from = settings.smtp.from;
  mail.address = message.address;
  mail.name = message.name;
  mail.subject = message.subject;
  mail.text = message.body;
  mail.html = message.html;
  mail.message_id = id;
  mail.traceparent = current_traceparent(message.trace_id);
  mail.date = std::time(nullptr);
  try {
    return build_mail(mail);
  } catch (const error &problem) {
    throw work_error(problem.message(), true);
  }
}

/// What the server has against this message stays; that it refuses connections, log-ins or us may pass.
bool is_permanent(CURLcode code, long response) {
  return response >= 500 && response < 600 &&
         (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY);
}

}  // namespace

std::string send_mail(const message &message, const config &settings) {
  const smtp_config &smtp = settings.smtp;
  if (smtp.url.empty()) throw work_error("the configuration names no SMTP server", false);
  const std::string id = message_id(message.idempotency_key, smtp.domain);
  upload body{text_of(message, settings, id)};
  const curl_handle curl = new_curl(smtp.url, smtp.timeout_s, smtp.ca_file);
  curl_list recipients(nullptr, curl_slist_free_all);
  append(recipients, "<" + message.address + ">");
  const std::string from = "<" + address_of(smtp.from) + ">";
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(smtp.requires_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (!smtp.user.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, smtp.user.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, smtp.password.c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_upload);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &body);
  const CURLcode code = perform(curl, "SMTP");
  if (code == CURLE_OK) return id;
  long response = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &response);
  throw work_error(std::string("SMTP: ") + curl_easy_strerror(code) + ", last reply " + std::to_string(response),
                   is_permanent(code, response) && (code != CURLE_WEIRD_SERVER_REPLY || body.sent > 0));
}

}  // namespace harmony::worker
