// What harmony.install and harmony.uninstall cannot do in SQL: read the files of modules, and run a script. They
// themselves are in sql/extension/modules/; docs/explanation/architecture.md tells how a module is laid out.
#include <string>
#include <vector>

#include "functions/modules/module_files.hpp"
#include "postgres/array.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/settings.hpp"
#include "postgres/spi.hpp"

using harmony::postgres::guarded;
using harmony::postgres::text_argument;
using harmony::postgres::text_datum;
namespace modules = harmony::modules;

namespace {

Datum names_datum(const std::vector<std::string> &names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return guarded([&] { return harmony::postgres::text_array_datum(views.data(), views.size()); });
}

// Whatever the session has set, a module's files mean the same.
void pin_settings(harmony::postgres::settings_scope &settings) {
  settings.set("search_path", "pg_catalog, pg_temp");
  settings.set("check_function_bodies", "on");
  settings.set("standard_conforming_strings", "on");
  settings.set("transform_null_equals", "off");
  settings.set("array_nulls", "on");
  settings.set("quote_all_identifiers", "off");
  settings.set("datestyle", "ISO, MDY");
  settings.set("timezone", "UTC");
  settings.set("extra_float_digits", "1");
  settings.set("row_security", "on");
  // "… already exists, skipping" is no news; who asks for debug messages gets all of them.
  if (client_min_messages > DEBUG1 && client_min_messages < WARNING) settings.set("client_min_messages", "warning");
}

}  // namespace

HARMONY_FUNCTION(version) {
  return guarded([] { return text_datum(HARMONY_VERSION); });
}

// module_requirements(module text) → text[]: what its file "requires" lists.
HARMONY_FUNCTION(module_requirements) {
  return names_datum(modules::requirements(std::string(text_argument(fcinfo, 0))));
}

// module_order(module text) → text[]: the module behind all that it requires.
HARMONY_FUNCTION(module_order) {
  return names_datum(modules::installation_order(std::string(text_argument(fcinfo, 0))));
}

// module_files(module text) → text[]: its files, in the order in which they run.
HARMONY_FUNCTION(module_files) { return names_datum(modules::files(std::string(text_argument(fcinfo, 0)))); }

// module_file(module text, file text) → text: what is in one of them, from UTF-8 into the encoding of the database.
HARMONY_FUNCTION(module_file) {
  const std::string module(text_argument(fcinfo, 0)), file(text_argument(fcinfo, 1));
  const std::string content = modules::read(module, file);
  const std::string place = "module " + module + ", file " + file;
  return guarded([&] { return text_datum(harmony::postgres::from_utf8(content, place.c_str())); });
}

// run_script(script text, name text) → bigint: the command from which on rows are of this script.
HARMONY_FUNCTION(run_script) {
  const std::string script(text_argument(fcinfo, 0)), name(text_argument(fcinfo, 1));
  const CommandId first = guarded([] {
    CommandCounterIncrement();
    return GetCurrentCommandId(false);
  });
  harmony::postgres::settings_scope settings;
  pin_settings(settings);
  harmony::postgres::spi_session spi;
  try {
    spi.execute_script(script, name);
  } catch (const harmony::postgres::backend_error &e) {
    // CREATE POLICY and the like: there is no OR REPLACE.
    if (e.report->sqlerrcode == ERRCODE_DUPLICATE_OBJECT && e.report->hint == nullptr)
      e.report->hint =
          guarded([] { return pstrdup("Rename or drop what has its name and was not made by harmony.install."); });
    throw;
  }
  return Int64GetDatum(first);
}

// is_written_since(xmin xid, cmin cid, command bigint) → boolean: a row of this transaction, by that command or a later
// one.
HARMONY_FUNCTION(is_written_since) {
  const TransactionId writer = PG_GETARG_TRANSACTIONID(0);
  const auto command = static_cast<int64>(DatumGetCommandId(PG_GETARG_DATUM(1)));
  return BoolGetDatum(command >= PG_GETARG_INT64(2) && TransactionIdIsNormal(writer) &&
                      TransactionIdIsCurrentTransactionId(writer));
}
