#include "worker/kinds.hpp"

#include "worker/database.hpp"

namespace harmony::worker {

std::string ask(const config &settings, const std::string &statement, const std::vector<parameter> &parameters) {
  try {
    connection database(settings.database, "harmonyd kind");
    database.open();
    const rows answer = database.run(statement, parameters);
    return answer.size() == 0 || answer.is_null(0, 0) ? std::string() : answer.text(0, 0);
  } catch (const database_error &problem) {
    const std::string kind = problem.sqlstate().substr(0, 2);
    throw work_error(problem.sqlstate() + " " + problem.what(), kind == "22" || kind == "23" || kind == "54");
  }
}

const std::vector<message_kind> &message_kinds() {
  static const std::vector<message_kind> kinds = {
      {"mail", "email", send_mail},
      {"webhook", "webhook", send_webhook},
  };
  return kinds;
}

const std::vector<job_kind> &job_kinds() {
  static const std::vector<job_kind> kinds = {
      {"platform.check", run_check},          {"document.upload", run_document_upload},
      {"document.check", run_document_check}, {"document.remove", run_document_remove},
      {"document.ocr", run_document_ocr},     {"platform.report", run_report},
      {"delivery.fetch", run_fetch},          {"affinity.face", run_face, lacks_faces},
  };
  return kinds;
}

std::vector<std::string> all_kinds() {
  std::vector<std::string> names = {"database"};
  for (const message_kind &kind : message_kinds()) names.emplace_back(kind.name);
  for (const job_kind &kind : job_kinds()) names.emplace_back(kind.name);
  return names;
}

}  // namespace harmony::worker
