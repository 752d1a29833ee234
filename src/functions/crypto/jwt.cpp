// Shells of tokens. The keys are those of the file that harmony.jwt_key_file names.
#include <optional>
#include <string>

#include "core/crypto/jwt.hpp"

#include "functions/shell.hpp"
#include "postgres/secret_file.hpp"
#include "postgres/site_settings.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {
namespace {

const crypto::jwt_keys &site_keys() {
  static postgres::secret_file<crypto::jwt_keys> file;
  return file.get("harmony.jwt_key_file", postgres::site::jwt_key_file, crypto::read_jwt_keys);
}

[[noreturn]] void refuse() { throw error(sqlstate::invalid_authorization_specification, "the token is not valid"); }

// Microseconds since 1970; the server counts from 2000.
std::int64_t unix_microseconds(TimestampTz time) {
  return time + std::int64_t{POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE} * USECS_PER_DAY;
}

// The claims in the server's form. What jsonb or the encoding of the database cannot hold, \u0000 for one, is no error
// of its own: nothing tells why a token is refused.
Datum claims_datum(const secret_string &claims) {
  try {
    return guarded([&] {
      const std::string_view text = postgres::from_utf8({claims.data(), claims.size()}, "claims");
      return DirectFunctionCall1(jsonb_in, CStringGetDatum(text.data()));
    });
  } catch (const postgres::backend_error &e) {
    const int category = ERRCODE_TO_CATEGORY(e.report->sqlerrcode);
    if (category == ERRCODE_DATA_EXCEPTION || category == ERRCODE_PROGRAM_LIMIT_EXCEEDED) refuse();
    throw;
  }
}

// The claims with those that a signature adds, in their place where they are given: text in UTF-8.
std::string_view signed_claims_text(Datum claims, std::int64_t signed_at, std::int64_t expiry, const std::string &id) {
  return guarded([&] {
    json_writer added;
    added.begin_object();
    added.key("iat");
    added.integer(signed_at);
    added.key("exp");
    added.integer(expiry);
    added.key("jti");
    added.string(id);
    added.end_object();
    Jsonb *all = DatumGetJsonbP(DirectFunctionCall2(jsonb_concat, claims, added.finish()));
    return postgres::to_utf8(JsonbToCString(nullptr, &all->root, VARSIZE(all)));
  });
}

}  // namespace

// jwt_sign(claims jsonb, lifetime interval) → text.
HARMONY_FUNCTION(jwt_sign) {
  if (!json_view::of(PG_GETARG_DATUM(0)).is_object())
    throw error(sqlstate::invalid_parameter_value, "claims must be a JSON object");
  const Interval *life = PG_GETARG_INTERVAL_P(1);
  const std::int64_t now = unix_microseconds(GetCurrentStatementStartTimestamp());
  const std::int64_t expiry = crypto::expiry_of(now, {life->month, life->day, life->time});
  const std::string id = crypto::random_jwt_id();
  const std::string_view claims = signed_claims_text(PG_GETARG_DATUM(0), now / USECS_PER_SEC, expiry, id);
  const std::string token = crypto::sign_claims(claims, site_keys());
  return guarded([&] { return text_datum(token); });
}

// jwt_verify(token text, audience text, at timestamptz) → jsonb. A token or a time that is not there is not valid.
HARMONY_FUNCTION(jwt_verify) {
  const bool has_audience = !PG_ARGISNULL(1);
  if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || TIMESTAMP_NOT_FINITE(PG_GETARG_TIMESTAMPTZ(2))) refuse();
  std::optional<std::string_view> audience;
  if (has_audience) {
    const std::string_view given = bytes_of(PG_GETARG_DATUM(1));
    audience = guarded([&] { return postgres::to_utf8(given); });
  }
  const double at = static_cast<double>(unix_microseconds(PG_GETARG_TIMESTAMPTZ(2))) / USECS_PER_SEC;
  const auto claims = crypto::verified_claims(bytes_of(PG_GETARG_DATUM(0)), site_keys(), audience, at);
  if (!claims) refuse();
  return claims_datum(*claims);
}

}  // namespace harmony::functions
