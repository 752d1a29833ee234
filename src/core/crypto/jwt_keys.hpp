// The keys of HS256 as a file holds them: what PostgREST takes as jwt-secret = "@file".
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace harmony::crypto {

/// RFC 7518, 3.2: a key has at least as many bits as the hash.
inline constexpr std::size_t shortest_jwt_key = 32;

struct jwt_key {
  secret_string bytes;
  std::optional<secret_string> kid;
};

struct jwt_keys {
  std::vector<jwt_key> keys;  // at least one; the first signs, all verify
  bool is_set = false;        // of a JWK set: a token's "kid" has to name a key
};

/// The keys of a file: one line, whose bytes are the key (one newline behind it is not part of it), or a JWK set of
/// `oct` keys (RFC 7517). Throws unusable_secret for what is neither, and for a key of fewer than 32 bytes. A file that
/// begins with `{` is a JWK set or an error: one with a slip in it must not become a key by itself.
jwt_keys read_jwt_keys(std::string_view file);

}  // namespace harmony::crypto
