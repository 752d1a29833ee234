#include "postgres/spi.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
#include "catalog/namespace.h"
}

namespace harmony::postgres {

namespace {

// Where the text of a statement starts, behind blanks and comments; the server counts these in.
std::size_t skip_blank(const std::string &script, std::size_t at) {
  while (at < script.size()) {
    if (std::isspace(static_cast<unsigned char>(script[at]))) {
      ++at;
    } else if (script.compare(at, 2, "--") == 0) {
      at = std::min(script.find('\n', at), script.size());
    } else if (script.compare(at, 2, "/*") == 0) {
      at = std::min(script.find("*/", at) + 2, script.size());
    } else {
      break;
    }
  }
  return at;
}

// "module crew, file 0001_tables.sql, line 12".
std::string place(const std::string &name, const std::string &script, std::size_t offset) {
  const auto end = script.begin() + static_cast<std::ptrdiff_t>(std::min(offset, script.size()));
  return name + ", line " + std::to_string(1 + std::count(script.begin(), end, '\n'));
}

// The bytes in front of character number `position` (from 1) of a text.
std::size_t bytes_before(const char *text, int position) {
  const char *at = text;
  while (--position > 0 && *at != '\0') at += pg_mblen(at);
  return static_cast<std::size_t>(at - text);
}

void tell_place(void *text) { errcontext("%s", static_cast<const char *>(text)); }

// Runs `body` with a line of context for its errors. May raise.
template <class Body>
void with_context(const char *line, Body &&body) {
  ErrorContextCallback callback;
  callback.callback = tell_place;
  callback.arg = const_cast<char *>(line);
  callback.previous = error_context_stack;
  error_context_stack = &callback;
  body();
  error_context_stack = callback.previous;
}

// May raise.
void run(const char *statement) {
  const int result = SPI_execute(statement, false, 0);
  if (result < 0)
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                    errmsg("statement cannot run inside a function: %s", SPI_result_code_string(result))));
}

// Takes the line that quotes `statement` out of a report's context, and writes `better` in place of `line`.
std::string shortened(std::string context, const std::string &statement, const std::string &line,
                      const std::string &better) {
  const std::size_t quoted = context.find(statement);
  if (quoted != std::string::npos) {
    const std::size_t start = context.rfind('\n', quoted) + 1;  // 0 in the first line
    const std::size_t end = std::min(context.find('\n', quoted + statement.size()), context.size() - 1);
    context.erase(start, end + 1 - start);
  }
  const std::size_t at = context.rfind(line);
  return at == std::string::npos ? context : context.replace(at, line.size(), better);
}

struct piece {
  std::size_t offset, size;
};

// The statements of a script. A syntax error names its line.
std::vector<piece> statements_of(const std::string &script, const std::string &name) {
  try {
    List *parsed = guarded([&] { return raw_parser(script.c_str(), RAW_PARSE_DEFAULT); });
    std::vector<piece> statements;
    for (int i = 0; i < list_length(parsed); ++i) {
      const RawStmt *statement = static_cast<const RawStmt *>(list_nth(parsed, i));
      const auto start = static_cast<std::size_t>(statement->stmt_location);
      const std::size_t end =
          statement->stmt_len == 0 ? script.size() : start + static_cast<std::size_t>(statement->stmt_len);
      const std::size_t offset = skip_blank(script, start);
      statements.push_back({offset, end - std::min(offset, end)});
    }
    return statements;
  } catch (const backend_error &e) {
    const std::string line = place(name, script, bytes_before(script.c_str(), e.report->cursorpos));
    const std::string context = line + (e.report->context == nullptr ? "" : std::string("\n") + e.report->context);
    e.report->cursorpos = 0;  // it is no position in what the user wrote
    e.report->context = guarded([&] { return pstrdup(context.c_str()); });
    throw;
  }
}

}  // namespace

void spi_session::execute_script(const std::string &script, const std::string &name) {
  const std::vector<piece> statements = statements_of(script, name);
  if (statements.empty()) throw error(sqlstate::invalid_parameter_value, name + " holds no statement");
  for (const piece &piece : statements) {
    const std::string statement = script.substr(piece.offset, piece.size);
    const std::string line = place(name, script, piece.offset);
    try {
      guarded([&] { with_context(line.c_str(), [&] { run(statement.c_str()); }); });
    } catch (const backend_error &e) {
      ErrorData *report = e.report;
      std::size_t offset = piece.offset;
      if (report->internalquery != nullptr && statement == report->internalquery) {
        offset += bytes_before(statement.c_str(), report->internalpos);
        report->internalquery = nullptr;
        report->internalpos = 0;
      }
      const std::string context =
          shortened(report->context == nullptr ? "" : report->context, statement, line, place(name, script, offset));
      report->context = guarded([&] { return pstrdup(context.c_str()); });
      throw;
    }
  }
}

std::string_view from_utf8(std::string_view text, const char *place) {
  const char *converted = text.data();
  with_context(place, [&] { converted = pg_any_to_server(text.data(), static_cast<int>(text.size()), PG_UTF8); });
  return converted == text.data() ? text : std::string_view(converted);
}

std::string_view to_utf8(std::string_view text) {
  if (GetDatabaseEncoding() == PG_SQL_ASCII) return text;
  const char *converted = pg_server_to_any(text.data(), static_cast<int>(text.size()), PG_UTF8);
  return converted == text.data() ? text : std::string_view(converted);
}

bool is_in_database_encoding(std::string_view text) {
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (is_ascii || GetDatabaseEncoding() == PG_UTF8) return true;
  if (GetDatabaseEncoding() == PG_SQL_ASCII) return false;
  return guarded([&] {
    const Oid conversion = FindDefaultConversionProc(PG_UTF8, GetDatabaseEncoding());
    const int size = static_cast<int>(text.size()), room = size * MAX_CONVERSION_GROWTH + 1;
    auto *source = reinterpret_cast<unsigned char *>(pnstrdup(text.data(), text.size()));
    auto *converted = static_cast<unsigned char *>(palloc(static_cast<Size>(room)));
    const int n =
        pg_do_encoding_conversion_buf(conversion, PG_UTF8, GetDatabaseEncoding(), source, size, converted, room, true);
    pfree(converted);
    pfree(source);
    return n == size;
  });
}

}  // namespace harmony::postgres
