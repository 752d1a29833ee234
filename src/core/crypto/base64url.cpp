#include "core/crypto/base64url.hpp"

#include <sodium.h>

namespace harmony::crypto {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url_encode(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back();  // the terminating zero byte
  return text;
}

// libsodium takes some bytes beyond ASCII for characters of the alphabet.
std::optional<secret_string> base64url_decode(std::string_view text) {
  if (text.find_first_not_of(alphabet) != std::string_view::npos) return std::nullopt;
  secret_string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(),
                        nullptr, &size, nullptr, variant) != 0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace harmony::crypto
