// Fernet tokens of older systems (github.com/fernet/spec): read, never made.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace harmony::crypto {

/// How many seconds a token's clock may be ahead.
inline constexpr std::int64_t fernet_clock_skew = 60;

/// What a token holds: base64url with padding of 0x80, the time in whole seconds since 1970 (64 bits, big-endian), an
/// IV of 16 bytes, AES-128-CBC with PKCS #7 padding, and HMAC-SHA-256 over all before. The key is base64url of 32
/// bytes: 16 for HMAC, 16 for AES. `at` is in seconds since 1970, `ttl` in seconds.
///
/// Nothing, and no word about why, where the form, the key or the HMAC is wrong, the token is older than ttl, or more
/// than fernet_clock_skew from the future. HMAC is compared in constant time and before anything is decrypted.
std::optional<secret_string> open_fernet(std::string_view token, std::string_view key, std::optional<std::int64_t> ttl,
                                         std::int64_t at);

}  // namespace harmony::crypto
