// Shell of links to objects of S3. The credentials are those of the file that harmony.s3_credentials_file names.
#include <string>

#include "core/crypto/sigv4.hpp"

#include "functions/shell.hpp"
#include "postgres/secret_file.hpp"
#include "postgres/site_settings.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {
namespace {

const crypto::s3_credentials &site_credentials() {
  static postgres::secret_file<crypto::s3_credentials> file;
  return file.get("harmony.s3_credentials_file", postgres::site::s3_credentials_file, crypto::read_s3_credentials);
}

std::string_view utf8_of(std::string_view text) {
  return guarded([&] { return postgres::to_utf8(text); });
}

}  // namespace

// s3_presign(method text, bucket text, key text, expires integer, query jsonb, at timestamptz) → text.
HARMONY_FUNCTION(s3_presign) {
  crypto::s3_request request;
  request.method = bytes_of(PG_GETARG_DATUM(0));
  request.bucket = bytes_of(PG_GETARG_DATUM(1));
  request.key = utf8_of(bytes_of(PG_GETARG_DATUM(2)));
  request.expires = PG_GETARG_INT32(3);
  const json_view query = json_view::of(PG_GETARG_DATUM(4));
  if (!query.is_object()) throw error(sqlstate::invalid_parameter_value, "query must be a JSON object");
  query.for_each_field([&](std::string_view name, const json_view &value) {
    if (!value.is_string()) throw error(sqlstate::invalid_parameter_value, "values of the query must be strings");
    request.query.emplace_back(utf8_of(name), utf8_of(value.string()));
  });
  const TimestampTz at = PG_GETARG_TIMESTAMPTZ(5);
  if (TIMESTAMP_NOT_FINITE(at)) throw error(sqlstate::invalid_parameter_value, "time must be finite");
  request.at = (static_cast<double>(at) / USECS_PER_SEC) + (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * SECS_PER_DAY;
  const std::string url = crypto::presigned_url(request, site_credentials());
  return guarded([&] { return text_datum(url); });
}

}  // namespace harmony::functions
