#include "worker/document.hpp"

#include "worker/http.hpp"
#include "worker/spans.hpp"

#include <exception>

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr std::size_t most_answer = 65536;  // what S3 says besides objects is short

struct transfer {
  const job_state &state;
  const byte_sink *sink;  ///< takes the body of an answer of 200; null: answer does
  std::string answer;
  std::exception_ptr failure;
  CURL *curl;
};

std::size_t take_body(char *data, std::size_t size, std::size_t n, void *to) {
  auto &under_way = *static_cast<transfer *>(to);
  const std::string_view bytes(data, size * n);
  long status = 0;
  curl_easy_getinfo(under_way.curl, CURLINFO_RESPONSE_CODE, &status);
  try {
    if (under_way.sink != nullptr && status == 200)
      (*under_way.sink)(bytes);
    else if (under_way.answer.size() < most_answer)
      under_way.answer += bytes;
  } catch (...) {
    under_way.failure = std::current_exception();
    return 0;
  }
  return bytes.size();
}

int look(void *of, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<transfer *>(of)->state.ends() ? 1 : 0;
}

std::string document_bytes(const std::string &document, const config &settings) {
  const std::string text = ask(settings, "SELECT encode(platform.document_bytes($1::uuid), 'hex')", {document});
  std::string bytes(text.size() / 2, '\0');
  sodium_hex2bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                 nullptr, nullptr);
  return bytes;
}

}  // namespace

json work_of(const job &job, const config &settings) {
  return json::parse(
      ask(settings, "SELECT coalesce(platform.document_work($1::bigint, $2::integer), 'null')", {job.id, job.attempt}));
}

std::string s3_answer::element(const std::string &name) const {
  const auto begin = body.find("<" + name + ">");
  const auto end = body.find("</" + name + ">");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return body.substr(begin + name.size() + 2, end - begin - name.size() - 2);
}

s3_answer call_s3(const std::string &method, const std::string &url, const std::string *body, const config &settings,
                  const job_state &state, const byte_sink *sink) {
  const document_config &documents = settings.documents;
  const curl_handle curl = new_curl(url, documents.timeout_s, documents.ca_file);
  transfer under_way{state, sink, {}, nullptr, curl.get()};
  curl_list headers(nullptr, curl_slist_free_all);
  append(headers, "Content-Type:");
  append(headers, "Expect:");
  const std::string trace = current_traceparent(state.trace_id);
  if (!trace.empty()) append(headers, "traceparent: " + trace);
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, documents.timeout_s);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
  if (body != nullptr) {
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body->c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &under_way);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, look);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &under_way);
  const CURLcode code = perform(curl, "S3");
  if (under_way.failure) std::rethrow_exception(under_way.failure);
  state.poll();
  if (code != CURLE_OK) throw work_error(std::string("S3: ") + curl_easy_strerror(code), false);
  s3_answer answer{0, std::move(under_way.answer)};
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

work_error refused(const s3_answer &answer) {
  const std::string code = answer.element("Code");
  return {"S3: status " + std::to_string(answer.status) + (code.empty() ? "" : ", " + code.substr(0, 100)), false};
}

bool read_document(const json &work, const config &settings, const job_state &state, const byte_sink &sink) {
  if (!work.contains("get")) {
    sink(document_bytes(work["document"], settings));
    return true;
  }
  const s3_answer answer = call_s3("GET", work["get"], nullptr, settings, state, &sink);
  if (answer.status != 200 && answer.status != 404) throw refused(answer);
  return answer.status == 200;
}

}  // namespace harmony::worker
