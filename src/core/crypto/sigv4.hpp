// AWS Signature Version 4 in the query string, for S3 and what speaks like it: a link that lets its holder do one thing
// with one object for a while. The payload is not signed (UNSIGNED-PAYLOAD), of the headers `host` alone.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harmony::crypto {

struct s3_credentials {
  std::string scheme, host;  // "https", and "name" or "name:port", without the scheme's own port
  std::string region, access_key;
  secret_string secret_key, session_token;  // the latter empty where there is none
  bool path_style = false;                  // https://host/bucket/key instead of https://bucket.host/key
};

/// Of a file: a JSON object with `endpoint`, `region`, `access_key`, `secret_key`, perhaps `session_token` and
/// `path_style`; others are ignored. Throws unusable_secret.
s3_credentials read_s3_credentials(std::string_view file);

/// What a link allows; texts in UTF-8.
struct s3_request {
  std::string_view method, bucket, key;
  std::int32_t expires = 300;                                        // seconds
  std::vector<std::pair<std::string_view, std::string_view>> query;  // each name once
  double at = 0;                                                     // seconds since 1970
};

/// The link. The key is not normalised: each byte of it but letters, digits and `-._~/` is percent-encoded. Errors
/// 22023: a method but GET, HEAD, PUT, POST, DELETE; a bucket that is no bucket name; a key that has not 1 to 1,024
/// bytes; `expires` not from 1 to 604,800; a name in the query that begins with `X-Amz-` in any case; a time that is
/// not from 1970 to 9999.
std::string presigned_url(const s3_request &request, const s3_credentials &credentials);

}  // namespace harmony::crypto
