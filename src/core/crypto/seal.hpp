// Sealing what a row holds: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), bound to the person, the table and the
// key.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/seal_keys.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace harmony::crypto {

/// Where something sealed belongs: opened anywhere else it is refused.
struct seal_place {
  std::array<std::uint8_t, 16> person;
  std::string_view table;
};

/// A key that has sealed something and is not in the file.
struct lost_key {
  std::uint32_t id;
};

/// Sealed with the first key, in this layout: a byte 1; the id of the key, 4 bytes, big-endian, and the same inverted,
/// so that a damaged id is told from a lost key; a random nonce, 24 bytes; the text, padded to a multiple of 128 bytes
/// (ISO 7816-4), so that the length tells little, encrypted; the tag, 16 bytes. Associated data: person, table, id.
std::string seal(std::string_view text, const seal_place &place, const seal_keys &keys);

/// The id of the key that sealed it. Error 22023 for what is not sealed.
std::uint32_t key_of_sealed(std::string_view sealed);

/// What was sealed. Error 22023, the same for every reason, for bytes that were changed or cut, or belong elsewhere.
/// Throws lost_key.
secret_string open_sealed(std::string_view sealed, const seal_place &place, const seal_keys &keys);

/// The same for the same text under the same key, and telling nothing to who lacks the key: the id of the first key, 4
/// bytes, big-endian, and BLAKE2b-256 of the text under its own subkey.
std::string equality_token(std::string_view text, const seal_keys &keys);

/// XChaCha20-Poly1305 with nonce, 24 bytes, and key, 32 bytes.
std::string encrypt_xchacha20_poly1305(std::string_view text, std::string_view associated, std::string_view nonce,
                                       std::string_view key);

}  // namespace harmony::crypto
