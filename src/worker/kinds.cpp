#include "worker/kinds.hpp"

namespace harmony::worker {

const std::vector<message_kind> &message_kinds() {
  static const std::vector<message_kind> kinds = {
      {"mail", "email", send_mail},
      {"webhook", "webhook", send_webhook},
  };
  return kinds;
}

const std::vector<job_kind> &job_kinds() {
  static const std::vector<job_kind> kinds = {
      {"platform.check", run_check},
      {"document.upload", run_document_upload},
      {"document.check", run_document_check},
      {"document.remove", run_document_remove},
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
