// The keys that seal what a table holds, as a file holds them.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::crypto {

/// A key under its id: what it is used for are subkeys of 32 bytes, derived by crypto_kdf (BLAKE2b) from the key of the
/// file, the id and the purpose. The key of the file itself is not kept.
struct seal_key {
  std::uint32_t id = 0;  // 1 to 2147483647
  secret_string sealing, equality;
};

struct seal_keys {
  std::vector<seal_key> keys;  // at least one; the first seals, all open

  const seal_key &first() const { return keys.front(); }
  /// The key of that id; null where there is none.
  const seal_key *find(std::uint32_t id) const;
};

/// The keys of a file: {"keys": [{"id": 2, "key": "<32 bytes in base64>"}, ...]}; other members are ignored. Throws
/// unusable_secret for anything else, and for an id that comes twice.
seal_keys read_seal_keys(std::string_view file);

}  // namespace harmony::crypto
