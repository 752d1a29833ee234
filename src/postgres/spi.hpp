// SQL from C++, only where a task reads the server's tables by itself: install and trigger functions.
#pragma once

#include <exception>
#include <initializer_list>
#include <string>

#include "core/base/error.hpp"
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

  /// Runs one statement with text parameters $1, $2 …; returns how many rows it touched or found.
  std::uint64_t execute(const char *query, std::initializer_list<std::string> parameters);

  /// Runs a script of any statements; an error names the script and the line in its context.
  void execute_script(const std::string &script, const std::string &name);

 private:
  int unwinding_ = std::uncaught_exceptions();
};

}  // namespace harmony::postgres
