#include "core/crypto/seal.hpp"

#include "core/base/error.hpp"
#include "core/crypto/hmac.hpp"

#include <sodium.h>

namespace harmony::crypto {
namespace {

constexpr char sealed_layout = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t padded_to = 128, sealed_head_size = 9,
                      shortest_sealed = sealed_head_size + nonce_size + padded_to + tag_size;

const unsigned char *raw(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }
template <class String>
unsigned char *raw_of(String &text) {
  return reinterpret_cast<unsigned char *>(text.data());
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
  return bytes;
}

std::uint32_t number_at(std::string_view bytes, std::size_t first) {
  std::uint32_t value = 0;
  for (std::size_t k = first; k < first + 4; ++k) value = value << 8 | static_cast<unsigned char>(bytes[k]);
  return value;
}

// Both ends have a fixed length, so that no two places give the same bytes.
std::string associated_data(const seal_place &place, std::uint32_t id) {
  std::string bytes(reinterpret_cast<const char *>(place.person.data()), place.person.size());
  bytes += place.table;
  return bytes += big_endian(id);
}

[[noreturn]] void refuse_sealed() { throw error(sqlstate::invalid_parameter_value, "sealed value cannot be opened"); }

}  // namespace

std::string encrypt_xchacha20_poly1305(std::string_view text, std::string_view associated, std::string_view nonce,
                                       std::string_view key) {
  if (nonce.size() != nonce_size || key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
    throw error(sqlstate::invalid_parameter_value, "nonce must have 24 bytes, and key 32");
  std::string out(text.size() + tag_size, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw_of(out), nullptr, raw(text), text.size(), raw(associated),
                                             associated.size(), nullptr, raw(nonce), raw(key));
  return out;
}

std::string seal(std::string_view text, const seal_place &place, const seal_keys &keys) {
  const seal_key &key = keys.first();
  secret_string padded(text.size() / padded_to * padded_to + padded_to, '\0');
  text.copy(padded.data(), text.size());
  padded[text.size()] = static_cast<char>(0x80);
  const secret_string nonce = random_bytes(nonce_size);
  std::string sealed(1, sealed_layout);
  sealed += big_endian(key.id);
  sealed += big_endian(~key.id);
  sealed += std::string_view(nonce);
  return sealed += encrypt_xchacha20_poly1305(padded, associated_data(place, key.id), nonce, key.sealing);
}

std::uint32_t key_of_sealed(std::string_view sealed) {
  if (sealed.size() < shortest_sealed || (sealed.size() - shortest_sealed) % padded_to != 0 ||
      sealed[0] != sealed_layout)
    refuse_sealed();
  const std::uint32_t id = number_at(sealed, 1);
  if (number_at(sealed, 5) != ~id || id == 0 || id > 2147483647) refuse_sealed();
  return id;
}

secret_string open_sealed(std::string_view sealed, const seal_place &place, const seal_keys &keys) {
  const std::uint32_t id = key_of_sealed(sealed);
  const seal_key *key = keys.find(id);
  if (key == nullptr) throw lost_key{id};
  const std::string associated = associated_data(place, id);
  const std::string_view nonce = sealed.substr(sealed_head_size, nonce_size),
                         body = sealed.substr(sealed_head_size + nonce_size);
  secret_string text(body.size() - tag_size, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw_of(text), nullptr, nullptr, raw(body), body.size(),
                                                 raw(associated), associated.size(), raw(nonce),
                                                 raw(key->sealing)) != 0)
    refuse_sealed();
  std::size_t size = 0;
  if (sodium_unpad(&size, raw_of(text), text.size(), padded_to) != 0) refuse_sealed();
  text.resize(size);
  return text;
}

std::string equality_token(std::string_view text, const seal_keys &keys) {
  const seal_key &key = keys.first();
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(raw_of(hash), hash.size(), raw(text), text.size(), raw(key.equality), key.equality.size());
  return big_endian(key.id) + hash;
}

}  // namespace harmony::crypto
