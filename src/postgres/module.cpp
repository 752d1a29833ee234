// The shared library itself: magic block, start-up, and the way out for exceptions.
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "postgres/entry.hpp"
#include "postgres/site_settings.hpp"

extern "C" {
PG_MODULE_MAGIC;

PGDLLEXPORT void _PG_init(void);
void _PG_init(void) {
  harmony::interrupt_pending = [] { return InterruptPending && (QueryCancelPending || ProcDiePending); };
  harmony::postgres::site::define_settings();
}
}

namespace harmony::postgres {

// A copy that fits, cut between two characters: a message may quote what the user wrote, in any length.
template <std::size_t size>
static void copy_text(char (&to)[size], const char *from) noexcept {
  const std::size_t length = std::strlen(from);
  const std::size_t kept =
      length < size ? length : static_cast<std::size_t>(pg_mbcliplen(from, static_cast<int>(length), size - 1));
  std::memcpy(to, from, kept);
  to[kept] = '\0';
}

static void describe(failure &failure, const char *sqlstate, const char *message, const char *detail = "",
                     const char *hint = "") noexcept {
  copy_text(failure.sqlstate, sqlstate);
  copy_text(failure.message, message);
  copy_text(failure.detail, detail);
  copy_text(failure.hint, hint);
}

void describe_current_exception(failure &failure) noexcept {
  try {
    throw;
  } catch (const backend_error &e) {
    failure.report = e.report;
  } catch (const cancelled &) {
    failure.cancelled = true;
  } catch (const error &e) {
    describe(failure, e.sqlstate(), e.what(), e.detail().c_str(), e.hint().c_str());
  } catch (const std::bad_alloc &) {
    describe(failure, sqlstate::out_of_memory, "out of memory");
  } catch (const std::length_error &) {
    describe(failure, sqlstate::program_limit_exceeded, "data do not fit into memory");
  } catch (const std::exception &e) {
    describe(failure, sqlstate::internal_error, e.what());
  } catch (...) {
    describe(failure, sqlstate::internal_error, "unrecognized exception");
  }
}

void raise(const failure &failure) {
  if (failure.report != nullptr) ReThrowError(failure.report);
  if (failure.cancelled) {
    CHECK_FOR_INTERRUPTS();  // the server's own report: statement timeout, user request, shutdown
    ereport(ERROR, (errcode(ERRCODE_QUERY_CANCELED), errmsg("canceling statement due to user request")));
  }
  const char *s = failure.sqlstate;
  ereport(ERROR, (errcode(MAKE_SQLSTATE(s[0], s[1], s[2], s[3], s[4])), errmsg("%s", failure.message),
                  failure.detail[0] != '\0' ? errdetail("%s", failure.detail) : 0,
                  failure.hint[0] != '\0' ? errhint("%s", failure.hint) : 0));
  pg_unreachable();
}

}  // namespace harmony::postgres
