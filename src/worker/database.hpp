// One connection to PostgreSQL, through libpq.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <libpq-fe.h>

namespace harmony::worker {

/// What the server or libpq refused. The message is the primary one: no statement, no parameter, no context.
class database_error : public std::runtime_error {
 public:
  database_error(std::string sqlstate, const std::string &message, bool is_lost)
      : std::runtime_error(message), sqlstate_(std::move(sqlstate)), is_lost_(is_lost) {}
  const std::string &sqlstate() const { return sqlstate_; }
  bool is_lost() const { return is_lost_; }  ///< the connection has to be opened again

 private:
  std::string sqlstate_;
  bool is_lost_;
};

/// A parameter in text form; none is NULL.
using parameter = std::optional<std::string>;

class rows {
 public:
  explicit rows(PGresult *result) : result_(result, PQclear) {}
  int size() const { return PQntuples(result_.get()); }
  bool is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  std::string text(int row, int column) const { return PQgetvalue(result_.get(), row, column); }
  bool is_true(int row, int column) const { return *PQgetvalue(result_.get(), row, column) == 't'; }

 private:
  std::unique_ptr<PGresult, void (*)(PGresult *)> result_;
};

class connection {
 public:
  connection(std::string conninfo, std::string name) : conninfo_(std::move(conninfo)), name_(std::move(name)) {}

  /// Opens it anew. Throws database_error.
  void open();
  bool is_open() const { return handle_ && PQstatus(handle_.get()) == CONNECTION_OK; }
  void close() { handle_.reset(); }

  /// A prepared statement, prepared at its first use: the text is the key. Throws database_error.
  rows run(const std::string &statement, const std::vector<parameter> &parameters = {});

  PGconn *handle() const { return handle_.get(); }
  /// What cancels the statement of this connection from another thread; empty without a connection.
  std::shared_ptr<PGcancel> canceller() const { return canceller_; }

 private:
  rows check(PGresult *result);
  const std::string &prepared(const std::string &statement);

  std::string conninfo_, name_;
  std::unique_ptr<PGconn, void (*)(PGconn *)> handle_{nullptr, PQfinish};
  std::shared_ptr<PGcancel> canceller_;
  std::vector<std::pair<std::string, std::string>> statements_;  ///< text, name
};

/// Bytes as PostgreSQL reads them.
std::string bytea_literal(const std::string &bytes);

/// An array as PostgreSQL reads it.
std::string array_literal(const std::vector<std::string> &values);

}  // namespace harmony::worker
