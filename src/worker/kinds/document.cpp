// Job kinds document.upload, document.check and document.remove: documents in S3, by links that the database signs.
// What was found is told in the same transaction that ends the job, so that it is told once.
#include "worker/content.hpp"
#include "worker/document.hpp"
#include "worker/program.hpp"

#include <fstream>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

using nlohmann::json;

/// Whether an answer says that S3 has not got what the uploader has said.
bool lacks_parts(const s3_answer &answer) {
  const std::string code = answer.element("Code");
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
  const byte_sink take = [&](std::string_view bytes) {
    found.take(bytes);
    if (is_scanned && !file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
      throw work_error("the document cannot be written to be scanned", false);
    state.report(static_cast<double>(found.size()) / size, "checking");
    if (static_cast<double>(found.size()) > size) throw stop_reading();
  };
  try {
    if (!read_document(work, settings, state, take)) return nullptr;
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

json run_document_upload(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  const std::string nothing;
  const s3_answer answer = call_s3("POST", work["create"], &nothing, settings, state);
  const std::string upload = answer.element("UploadId");
  if (answer.status != 200 || upload.empty()) throw refused(answer);
  ask(settings, "SELECT platform.document_opened($1::bigint, $2::integer, $3)", {job.id, job.attempt, upload});
  return nullptr;
}

json run_document_check(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  // What counts is whether the object is there then: an attempt before this one may have completed the upload.
  s3_answer completed{200, {}};
  if (work.contains("complete")) {
    const std::string body = work["body"];
    completed = call_s3("POST", work["complete"], &body, settings, state);
  }
  json facts = examine(work, settings, state);
  if (facts.is_null()) {
    if (!lacks_parts(completed) && completed.status != 404) throw refused(completed);
    facts = {{"problem", "S3 has not received its parts as said"}};
  }
  ask(settings, "SELECT platform.document_checked($1::bigint, $2::integer, $3::jsonb)",
      {job.id, job.attempt, facts.dump()});
  return nullptr;
}

json run_document_remove(const job &job, job_state &state, const config &settings) {
  const json work = work_of(job, settings);
  if (work.is_null()) return nullptr;
  for (const char *what : {"abort", "delete"}) {
    if (!work.contains(what)) continue;
    const s3_answer answer = call_s3("DELETE", work[what], nullptr, settings, state);
    if (answer.status / 100 != 2 && answer.status != 404) throw refused(answer);
  }
  return nullptr;
}

}  // namespace harmony::worker
