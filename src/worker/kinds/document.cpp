// Job kinds document.upload, document.check and document.remove: documents in S3, by links that the database signs. What
// was found is told in the same transaction that ends the job, so that it is told once.
#include "worker/content.hpp"
#include "worker/database.hpp"
#include "worker/http.hpp"
#include "worker/kinds.hpp"
#include "worker/program.hpp"

#include <fstream>
#include <functional>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

using nlohmann::json;
using consumer = std::function<void(std::string_view)>;

constexpr std::size_t most_answer = 65536;  // what S3 says besides objects is short

/// One call of the database, on a connection of its own, which waits for no work outside. Empty for NULL.
std::string ask(const config &settings, const std::string &statement, const std::vector<parameter> &parameters) {
  try {
    connection database(settings.database, "harmonyd documents");
    database.open();
    const rows answer = database.run(statement, parameters);
    return answer.size() == 0 || answer.is_null(0, 0) ? std::string() : answer.text(0, 0);
  } catch (const database_error &problem) {
    throw work_error(problem.sqlstate() + " " + problem.what(), false);
  }
}

struct transfer {
  const job_state &state;
  const consumer *sink;   ///< takes the body of an answer of 200; null: answer does
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

struct reply {
  long status;
  std::string body;
};

/// A request to S3. sink: takes the body of an answer of 200. It may take any time, as long as something comes.
reply call(const std::string &method, const std::string &url, const std::string *body, const config &settings,
           const job_state &state, const consumer *sink = nullptr) {
  const document_config &documents = settings.documents;
  const curl_handle curl = new_curl(url, documents.timeout_s, documents.ca_file);
  transfer under_way{state, sink, {}, nullptr, curl.get()};
  curl_list headers(nullptr, curl_slist_free_all);
  append(headers, "Content-Type:");
  append(headers, "Expect:");
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
  const CURLcode code = curl_easy_perform(curl.get());
  if (under_way.failure) std::rethrow_exception(under_way.failure);
  state.poll();
  if (code != CURLE_OK) throw work_error(std::string("S3: ") + curl_easy_strerror(code), false);
  reply answer{0, std::move(under_way.answer)};
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

/// The text of an XML element of S3's short answers, which have no attributes, or nothing.
std::string element(const std::string &text, const std::string &name) {
  const auto begin = text.find("<" + name + ">");
  const auto end = text.find("</" + name + ">");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return text.substr(begin + name.size() + 2, end - begin - name.size() - 2);
}

work_error refused(const reply &answer) {
  const std::string code = element(answer.body, "Code");
  return {"S3: status " + std::to_string(answer.status) + (code.empty() ? "" : ", " + code.substr(0, 100)), false};
}

json work_of(const job &job, const config &settings) {
  return json::parse(ask(settings, "SELECT coalesce(platform.document_work($1::bigint, $2::integer), 'null')",
                         {job.id, job.attempt}));
}

/// Whether an answer says that S3 has not got what the uploader has said.
bool lacks_parts(const reply &answer) {
  const std::string code = element(answer.body, "Code");
  return code.rfind("InvalidPart", 0) == 0 || code == "EntityTooSmall";
}

class stop_reading : public std::exception {};

bool is_infected(const program &scan, const private_folder &folder, const job_state &state) {
  const program_result result = run_program(scan, folder, state);
  if (result.status > 1) throw failed(scan, result, false);
  return result.status == 1;
}

/// Reads all bytes of a document, also into a file where they are to be scanned: the facts. Null: S3 does not have it.
json examine(const json &work, const config &settings, job_state &state) {
  const bool is_scanned = work["scan"];
  if (is_scanned && settings.documents.scan.empty())
    throw work_error("the configuration names no program that scans documents", false);
  const double size = work["size"];
  content found(work["media_type"] == "application/json");
  const private_folder folder;
  std::ofstream file;
  if (is_scanned) file.open(folder.path("document"), std::ios::binary);
  const consumer take = [&](std::string_view bytes) {
    found.take(bytes);
    if (is_scanned && !file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
      throw work_error("the document cannot be written to be scanned", false);
    state.report(static_cast<double>(found.size()) / size, "checking");
    if (static_cast<double>(found.size()) > size) throw stop_reading();
  };
  try {
    if (work.contains("get")) {
      const reply answer = call("GET", work["get"], nullptr, settings, state, &take);
      if (answer.status == 404) return nullptr;
      if (answer.status != 200) throw refused(answer);
    } else {
      take(document_bytes(work["document"], settings));
    }
  } catch (const stop_reading &) {
    return found.facts();
  }
  json facts = found.facts();
  if (is_scanned) {
    file.close();
    program scan{settings.documents.scan};
    scan.argv.push_back(folder.path("document"));
    if (is_infected(scan, folder, state)) facts["problem"] = "the scan has found something in it";
  }
  return facts;
}

}  // namespace

std::string document_bytes(const std::string &document, const config &settings) {
  const std::string text = ask(settings, "SELECT encode(platform.document_bytes($1::uuid), 'hex')", {document});
  std::string bytes(text.size() / 2, '\0');
  sodium_hex2bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                 nullptr, nullptr);
  return bytes;
}

json run_document_upload(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  const std::string nothing;
  const reply answer = call("POST", work["create"], &nothing, settings, state);
  const std::string upload = element(answer.body, "UploadId");
  if (answer.status != 200 || upload.empty()) throw refused(answer);
  ask(settings, "SELECT platform.document_opened($1::bigint, $2::integer, $3)", {job.id, job.attempt, upload});
  return nullptr;
}

json run_document_check(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  // What counts is whether the object is there then: an attempt before this one may have completed the upload.
  reply completed{200, {}};
  if (work.contains("complete")) {
    const std::string body = work["body"];
    completed = call("POST", work["complete"], &body, settings, state);
  }
  json facts = examine(work, settings, state);
  if (facts.is_null()) {
    if (!lacks_parts(completed) && completed.status != 404) throw refused(completed);
    facts = {{"problem", "S3 has not received its parts as said"}};
  }
  ask(settings, "SELECT platform.document_checked($1::bigint, $2::integer, $3::jsonb)", {job.id, job.attempt, facts.dump()});
  return nullptr;
}

json run_document_remove(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  for (const char *what : {"abort", "delete"}) {
    if (!work.contains(what)) continue;
    const reply answer = call("DELETE", work[what], nullptr, settings, state);
    if (answer.status / 100 != 2 && answer.status != 404) throw refused(answer);
  }
  return nullptr;
}

}  // namespace harmony::worker
