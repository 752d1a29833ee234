// JSON Web Tokens (RFC 7519) in the compact form (RFC 7515), signed with HMAC-SHA-256 and with nothing else.
//
// What a token has to be, all of it: three base64url parts without padding, white space or unused bits that are set, at
// most 8,192 bytes. The header is an object without double names; `alg` is "HS256", `typ` is not there or "JWT" in any
// case, `kid` is not there or a string, which must name a key where the file is a JWK set; crit, b64, zip, jku, jwk,
// x5u and x5c are not there; other names are ignored. The signature is over the text as it stands. The payload is an
// object without double names at its top: `exp`, required, `nbf` and `iat` are numbers from 0 to the end of the year
// 9999; `sub`, `iss`, `jti` are strings; `aud` is a string or an array of strings. Objects and arrays nest at most 64
// deep, and numbers are in the range of double.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/crypto/jwt_keys.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace harmony::crypto {

inline constexpr std::size_t longest_jwt = 8192;
/// 9999-12-31 23:59:59Z, the last time of a claim.
inline constexpr std::int64_t latest_claim = 253402300799;
/// Clocks may differ by less than this many seconds.
inline constexpr double clock_skew = 30;

/// The claims of a token, as its JSON text in UTF-8; nothing where it is not valid, for whatever reason. It holds where
/// exp > at − 30 s and nbf, iat ≤ at + 30 s, `at` in seconds since 1970; and, where it has `aud` or an audience is
/// asked for, where one holds the other.
std::optional<secret_string> verified_claims(std::string_view token, const jwt_keys &keys,
                                             std::optional<std::string_view> audience, double at);

/// A token with these claims, the text of a JSON object in UTF-8, signed with the first key, which it names in `kid`.
/// Error 22023 for claims that verified_claims() would never take, or a token that would be too long.
std::string sign_claims(std::string_view claims, const jwt_keys &keys);

/// An identifier for `jti`: 128 random bits, base64url.
std::string random_jwt_id();

/// The life of a token: a month counts as 30 days, a day as 24 hours.
struct lifetime {
  std::int32_t months = 0, days = 0;
  std::int64_t microseconds = 0;
};

/// `exp` of a token that is signed at that time in microseconds since 1970, in whole seconds. Error 22023 for a life of
/// less than a second or beyond the year 9999.
std::int64_t expiry_of(std::int64_t signed_at, const lifetime &life);

}  // namespace harmony::crypto
