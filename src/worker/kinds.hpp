// What harmonyd can do, each kind a file in kinds/ and a row of a table in kinds.cpp. Jobs that the database runs need
// neither: all of them are the kind "database".
#pragma once

#include "worker/config.hpp"
#include "worker/database.hpp"
#include "worker/job.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace harmony::worker {

/// A message as platform.claim_messages hands it out.
struct message {
  std::string id, attempt, address, name, subject, body, html, url, idempotency_key, trace_id, created_s;
};

/// Work that failed. permanent: another attempt would fail too.
class work_error : public std::runtime_error {
 public:
  work_error(const std::string &what, bool is_permanent) : std::runtime_error(what), is_permanent_(is_permanent) {}
  bool is_permanent() const { return is_permanent_; }

 private:
  bool is_permanent_;
};

/// One call of the database for a kind's code, on a connection of its own, which waits for no work outside. Empty for
/// NULL. Throws work_error, permanent where the values are at fault.
std::string ask(const config &settings, const std::string &statement, const std::vector<parameter> &parameters);

/// Sends messages of a channel of platform.outbox; returns what is kept as message_id, which may be empty.
struct message_kind {
  const char *name;     ///< as in --kinds
  const char *channel;  ///< platform.outbox.channel
  std::string (*send)(const message &message, const config &settings);
};

/// Runs jobs of a kind of platform.job_kind that runs in the worker; returns the result. It polls the state, or reports
/// its progress, at least every second; throws work_error, or stopped as the state does.
struct job_kind {
  const char *name;
  nlohmann::json (*run)(const job &job, job_state &state, const config &settings);
  std::string (*lacks)(const config &settings) = nullptr;  ///< why this process cannot, empty: it can; null: every can
};

const std::vector<message_kind> &message_kinds();
const std::vector<job_kind> &job_kinds();

/// The names of all kinds, "database" among them.
std::vector<std::string> all_kinds();

// kinds/mail.cpp, kinds/webhook.cpp, kinds/check.cpp, kinds/document.cpp, kinds/ocr.cpp,
// kinds/report.cpp, kinds/fetch.cpp, kinds/face.cpp
std::string send_mail(const message &message, const config &settings);
std::string send_webhook(const message &message, const config &settings);
nlohmann::json run_check(const job &job, job_state &state, const config &settings);
nlohmann::json run_document_upload(const job &job, job_state &state, const config &settings);
nlohmann::json run_document_check(const job &job, job_state &state, const config &settings);
nlohmann::json run_document_remove(const job &job, job_state &state, const config &settings);
nlohmann::json run_document_ocr(const job &job, job_state &state, const config &settings);
nlohmann::json run_report(const job &job, job_state &state, const config &settings);
nlohmann::json run_fetch(const job &job, job_state &state, const config &settings);
nlohmann::json run_face(const job &job, job_state &state, const config &settings);
std::string lacks_faces(const config &settings);

/// Runs the nets once; returns what they give, as text. Throws work_error.
std::string check_faces(const face_config &faces);

}  // namespace harmony::worker
