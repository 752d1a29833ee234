// SQL scripts from C++: what harmony.install runs.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "postgres/datum.hpp"

namespace harmony::postgres {

/// One SPI connection, closed when the scope ends. While an error unwinds it is left to the transaction's clean-up: the
/// error report lives in the connection's memory.
class spi_session {
 public:
  spi_session() {
    guarded([] { return SPI_connect(); });
  }
  ~spi_session() {
    if (std::uncaught_exceptions() == unwinding_) SPI_finish();
  }
  spi_session(const spi_session &) = delete;
  spi_session &operator=(const spi_session &) = delete;

  /// Runs a script of any statements, at least one; an error names the script and the line in its context.
  void execute_script(const std::string &script, const std::string &name);

 private:
  int unwinding_ = std::uncaught_exceptions();
};

/// UTF-8 text in the encoding of the database, without zero bytes: 22021 or 22P05, with `place` as context. May raise:
/// call it inside guarded().
std::string_view from_utf8(std::string_view text, const char *place);

/// Text in the encoding of the database as UTF-8; as it is where the database knows none (SQL_ASCII). May raise: call
/// it inside guarded().
std::string_view to_utf8(std::string_view text);

/// Whether the encoding of the database has all letters of a text in UTF-8; one that knows no letters has ASCII.
bool is_in_database_encoding(std::string_view text);

}  // namespace harmony::postgres
