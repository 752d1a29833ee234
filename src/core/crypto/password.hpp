// Passwords as hashes that cost time and memory: Argon2id (RFC 9106) for new ones; Argon2i and bcrypt ($2a$, $2b$,
// $2y$) of older systems are still verified. Passwords are in UTF-8, and taken as they are.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace harmony::crypto {

/// What a hash costs: kibibytes of memory, and passes over them.
struct password_cost {
  std::uint32_t memory = 19456, passes = 2;
};

/// A hash beyond these is never computed: whoever can store one could stop the server with it.
inline constexpr std::uint32_t most_password_memory = 262144, most_password_passes = 10, most_bcrypt_cost = 14;
/// New hashes cost at least this.
inline constexpr std::uint32_t least_password_memory = 8192;
/// No password is longer, in bytes.
inline constexpr std::size_t longest_password = 4096;

/// A new hash, with a salt of 16 random bytes: `$argon2id$v=19$m=…,t=…,p=1$salt$hash`. Error 22023 for a password of
/// more than 4,096 bytes; std::bad_alloc where the memory is not there.
std::string hash_password(std::string_view password, const password_cost &cost);

/// Whether the hash is one of that password. False, too, for a hash that is malformed, unknown or too costly, and for a
/// password of more than 4,096 bytes, or of more than 72, all that bcrypt looks at, against bcrypt. std::bad_alloc
/// where the memory is not there. Takes up to two seconds, which a cancel does not shorten.
bool verify_password(std::string_view password, std::string_view hash);

/// Whether a hash that verify_password() takes is of another kind or of lower cost than a new one.
bool password_needs_rehash(std::string_view hash, const password_cost &cost);

}  // namespace harmony::crypto
