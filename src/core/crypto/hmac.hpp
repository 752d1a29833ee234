// SHA-256 and HMAC-SHA-256 (RFC 2104, RFC 4231), and random bytes.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <string>
#include <string_view>

namespace harmony::crypto {

/// 32 bytes.
secret_string sha256(std::string_view text);
/// 32 bytes; a key of any length.
secret_string hmac_sha256(std::string_view key, std::string_view text);

/// Whether the bytes are the same, in a time that depends on their number alone.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// Lower-case hexadecimal digits.
std::string hex(std::string_view bytes);

/// From the system's generator of random numbers.
secret_string random_bytes(std::size_t n);

}  // namespace harmony::crypto
