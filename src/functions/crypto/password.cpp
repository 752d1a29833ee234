// Shells of passwords.
#include <string>

#include "core/crypto/password.hpp"

#include "functions/shell.hpp"
#include "postgres/site_settings.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {
namespace {

namespace site = postgres::site;
static_assert(site::least_password_memory == crypto::least_password_memory &&
              site::most_password_memory == crypto::most_password_memory &&
              site::most_password_passes == crypto::most_password_passes);

// A password in UTF-8. The server's error would quote bytes of it.
std::string_view password_of(Datum password) {
  const std::string_view given = bytes_of(password);
  try {
    return guarded([&] { return postgres::to_utf8(given); });
  } catch (const postgres::backend_error &e) {
    if (ERRCODE_TO_CATEGORY(e.report->sqlerrcode) != ERRCODE_DATA_EXCEPTION) throw;
    throw error(sqlstate::invalid_parameter_value, "password has a character that UTF-8 lacks");
  }
}

crypto::password_cost site_cost() {
  return {static_cast<std::uint32_t>(site::password_memory), static_cast<std::uint32_t>(site::password_passes)};
}

}  // namespace

// password_hash(password text) → text.
HARMONY_FUNCTION(password_hash) {
  const std::string hash = crypto::hash_password(password_of(PG_GETARG_DATUM(0)), site_cost());
  return guarded([&] { return text_datum(hash); });
}

// password_verify(password text, hash text) → boolean.
HARMONY_FUNCTION(password_verify) {
  return BoolGetDatum(crypto::verify_password(password_of(PG_GETARG_DATUM(0)), bytes_of(PG_GETARG_DATUM(1))));
}

// password_needs_rehash(hash text) → boolean.
HARMONY_FUNCTION(password_needs_rehash) {
  return BoolGetDatum(crypto::password_needs_rehash(bytes_of(PG_GETARG_DATUM(0)), site_cost()));
}

}  // namespace harmony::functions
