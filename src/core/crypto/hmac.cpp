#include "core/crypto/hmac.hpp"

#include <sodium.h>

namespace harmony::crypto {
namespace {

const unsigned char *bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }
unsigned char *bytes_of(secret_string &text) { return reinterpret_cast<unsigned char *>(text.data()); }

}  // namespace

secret_string sha256(std::string_view text) {
  secret_string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytes_of(digest), bytes_of(text), text.size());
  return digest;
}

secret_string hmac_sha256(std::string_view key, std::string_view text) {
  secret_string code(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
  crypto_auth_hmacsha256_final(&state, bytes_of(code));
  sodium_memzero(&state, sizeof state);
  return code;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hex(std::string_view bytes) {
  std::string digits(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), bytes_of(bytes), bytes.size());
  digits.pop_back();  // the terminating zero byte
  return digits;
}

secret_string random_bytes(std::size_t n) {
  secret_string bytes(n, '\0');
  randombytes_buf(bytes.data(), n);
  return bytes;
}

}  // namespace harmony::crypto
