#include "worker/database.hpp"

namespace harmony::worker {

void connection::open() {
  close();
  canceller_.reset();
  statements_.clear();
  // What comes last wins: a program's name in the configuration does not hide which process it is.
  const char *const keywords[] = {"dbname", "client_encoding", "application_name", "connect_timeout", nullptr};
  const char *const values[] = {conninfo_.c_str(), "UTF8", name_.c_str(), "10", nullptr};
  handle_.reset(PQconnectdbParams(keywords, values, 1));
  if (!is_open()) {
    std::string message = handle_ ? PQerrorMessage(handle_.get()) : "out of memory";
    while (!message.empty() && message.back() == '\n') message.pop_back();
    handle_.reset();
    throw database_error("08001", message, true);
  }
  // Notices would go to standard error as they are.
  PQsetNoticeReceiver(
      handle_.get(), [](void *, const PGresult *) {}, nullptr);
  canceller_ = {PQgetCancel(handle_.get()), PQfreeCancel};
}

rows connection::check(PGresult *result) {
  rows answer(result);
  const auto status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return answer;
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string code = state != nullptr ? state : "08006";
  const bool is_lost =
      PQstatus(handle_.get()) != CONNECTION_OK || code.rfind("57P0", 0) == 0 || code.rfind("08", 0) == 0;
  throw database_error(code, message != nullptr ? message : "the connection to the server was lost", is_lost);
}

const std::string &connection::prepared(const std::string &statement) {
  for (const auto &known : statements_)
    if (known.first == statement) return known.second;
  const std::string name = "s" + std::to_string(statements_.size());
  check(PQprepare(handle_.get(), name.c_str(), statement.c_str(), 0, nullptr));
  return statements_.emplace_back(statement, name).second;
}

rows connection::run(const std::string &statement, const std::vector<parameter> &parameters) {
  if (!is_open()) throw database_error("08003", "there is no connection to the server", true);
  std::vector<const char *> values;
  for (const parameter &value : parameters) values.push_back(value ? value->c_str() : nullptr);
  const std::string &name = prepared(statement);
  return check(
      PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
}

std::string bytea_literal(const std::string &bytes) {
  static const char digits[] = "0123456789abcdef";
  std::string text = "\\x";
  text.reserve(2 + 2 * bytes.size());
  for (const char c : bytes) {
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

std::string array_literal(const std::vector<std::string> &values) {
  std::string out = "{";
  for (const std::string &value : values) {
    if (out.size() > 1) out += ',';
    out += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + "}";
}

}  // namespace harmony::worker
