#include "core/crypto/seal_keys.hpp"

#include "core/crypto/json.hpp"

#include <sodium.h>

namespace harmony::crypto {
namespace {

constexpr std::size_t seal_key_size = crypto_kdf_KEYBYTES;
constexpr double largest_id = 2147483647;

// Eight bytes that tell the purposes apart.
constexpr char for_sealing[crypto_kdf_CONTEXTBYTES + 1] = "hmy_seal", for_equality[] = "hmy_same";

// 32 bytes from 44 characters: libsodium takes some bytes beyond ASCII for characters of the alphabet.
secret_string decoded_key(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
  secret_string bytes(seal_key_size, '\0');
  std::size_t size = 0;
  if (text.find_first_not_of(letters) != std::string_view::npos ||
      sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(),
                        nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      size != seal_key_size)
    throw unusable_secret{"A \"key\" is not 32 bytes in base64."};
  return bytes;
}

secret_string subkey(const secret_string &key, std::uint32_t id, const char *purpose) {
  secret_string out(seal_key_size, '\0');
  crypto_kdf_derive_from_key(reinterpret_cast<unsigned char *>(out.data()), out.size(), id, purpose,
                             reinterpret_cast<const unsigned char *>(key.data()));
  return out;
}

seal_key read_seal_key(const json &given) {
  const json &id = given["id"], &key = given["key"];
  if (!id.is_number() || !(id.number >= 1 && id.number <= largest_id) ||
      id.number != static_cast<double>(static_cast<std::uint32_t>(id.number)))
    throw unusable_secret{"An \"id\" is not a whole number from 1 to 2147483647."};
  if (!key.is_string()) throw unusable_secret{"A \"key\" is not 32 bytes in base64."};
  const secret_string bytes = decoded_key(key.text);
  const auto number = static_cast<std::uint32_t>(id.number);
  return {number, subkey(bytes, number, for_sealing), subkey(bytes, number, for_equality)};
}

}  // namespace

const seal_key *seal_keys::find(std::uint32_t id) const {
  for (const seal_key &key : keys)
    if (key.id == id) return &key;
  return nullptr;
}

seal_keys read_seal_keys(std::string_view file) {
  const json document = parse_object(file, unique_names::everywhere);
  if (!document["keys"].is_array() || document["keys"].elements.empty())
    throw unusable_secret{"It is no JSON object with a list \"keys\"."};
  seal_keys result;
  for (const json &given : document["keys"].elements) {
    seal_key key = read_seal_key(given);
    if (result.find(key.id) != nullptr) throw unusable_secret{"Two keys have the same \"id\"."};
    result.keys.push_back(std::move(key));
  }
  return result;
}

}  // namespace harmony::crypto
