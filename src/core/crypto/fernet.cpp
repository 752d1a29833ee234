#include "core/crypto/fernet.hpp"

#include "core/crypto/base64url.hpp"
#include "core/crypto/hmac.hpp"

#include <openssl/evp.h>

#include <limits>
#include <memory>
#include <new>

namespace harmony::crypto {
namespace {

constexpr std::size_t cipher_block = 16, fernet_time_size = 8, fernet_mac_size = 32, fernet_key_size = 32;
constexpr std::size_t fernet_head_size = 1 + fernet_time_size + cipher_block,
                      shortest_token = fernet_head_size + cipher_block + fernet_mac_size;
constexpr char fernet_version = static_cast<char>(0x80);

// With the padding that base64url_decode does without.
std::optional<secret_string> decode_padded(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  for (int k = 0; k < 2 && !text.empty() && text.back() == '='; ++k) text.remove_suffix(1);
  return base64url_decode(text);
}

std::uint64_t time_of(std::string_view token) {
  std::uint64_t time = 0;
  for (std::size_t k = 1; k <= fernet_time_size; ++k) time = time << 8 | static_cast<unsigned char>(token[k]);
  return time;
}

bool is_in_time(std::uint64_t made, std::optional<std::int64_t> ttl, std::int64_t at) {
  if (made > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return false;
  const auto since = static_cast<__int128>(at) - static_cast<std::int64_t>(made);
  return since >= -fernet_clock_skew && (!ttl || since <= *ttl);
}

struct free_context {
  void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char *raw_bytes(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

// Whole blocks; the padding stays.
secret_string decrypt(std::string_view text, std::string_view iv, std::string_view key) {
  const std::unique_ptr<EVP_CIPHER_CTX, free_context> context(EVP_CIPHER_CTX_new());
  secret_string out(text.size() + cipher_block, '\0');
  int size = 0;
  if (context == nullptr ||
      EVP_DecryptInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, raw_bytes(key), raw_bytes(iv)) != 1 ||
      EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
      EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size, raw_bytes(text),
                        static_cast<int>(text.size())) != 1)
    throw std::bad_alloc();  // the arguments are right: there was no memory
  out.resize(static_cast<std::size_t>(size));
  return out;
}

// PKCS #7: the last byte says how many there are of it. Who made the MAC made the padding: nobody is told by the time.
bool drop_padding(secret_string &text) {
  const auto n = static_cast<unsigned char>(text.back());
  if (n == 0 || n > cipher_block) return false;
  for (std::size_t k = text.size() - n; k < text.size(); ++k)
    if (static_cast<unsigned char>(text[k]) != n) return false;
  text.resize(text.size() - n);
  return true;
}

}  // namespace

std::optional<secret_string> open_fernet(std::string_view token, std::string_view key, std::optional<std::int64_t> ttl,
                                         std::int64_t at) {
  const std::optional<secret_string> both_keys = decode_padded(key), decoded = decode_padded(token);
  if (!both_keys || both_keys->size() != fernet_key_size || !decoded) return std::nullopt;
  const std::string_view keys = *both_keys, bytes = *decoded;
  if (bytes.size() < shortest_token || bytes.front() != fernet_version ||
      bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return std::nullopt;
  const std::string_view body = bytes.substr(0, bytes.size() - fernet_mac_size), mac = bytes.substr(body.size());
  if (!equal_in_constant_time(hmac_sha256(keys.substr(0, fernet_key_size / 2), body), mac)) return std::nullopt;
  const std::string_view encrypted = body.substr(fernet_head_size);
  if (!is_in_time(time_of(body), ttl, at) || encrypted.size() % cipher_block != 0) return std::nullopt;
  secret_string text =
      decrypt(encrypted, body.substr(1 + fernet_time_size, cipher_block), keys.substr(fernet_key_size / 2));
  if (!drop_padding(text)) return std::nullopt;
  return text;
}

}  // namespace harmony::crypto
