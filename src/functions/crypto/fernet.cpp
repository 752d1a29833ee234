// Shell of Fernet tokens.
#include <optional>

#include "core/crypto/fernet.hpp"

#include "functions/shell.hpp"

namespace harmony::functions {

// fernet_open(token text, key text, ttl_seconds integer, at timestamptz) → bytea.
HARMONY_FUNCTION(fernet_open) {
  fcinfo->isnull = PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3);
  if (fcinfo->isnull) return Datum{0};
  std::optional<std::int64_t> ttl;
  if (!PG_ARGISNULL(2)) ttl = PG_GETARG_INT32(2);
  if (ttl && *ttl < 0) throw error(sqlstate::invalid_parameter_value, "ttl_seconds must not be negative");
  const std::int64_t at = unix_seconds(finite_instant(PG_GETARG_DATUM(3), "at"));
  const auto text = crypto::open_fernet(bytes_of(PG_GETARG_DATUM(0)), bytes_of(PG_GETARG_DATUM(1)), ttl, at);
  if (!text) throw error(sqlstate::invalid_parameter_value, "the Fernet token cannot be opened");
  return guarded([&] { return text_datum(*text); });  // bytea has the same form
}

}  // namespace harmony::functions
