#include "core/crypto/jwt_keys.hpp"

#include "core/crypto/base64url.hpp"
#include "core/crypto/json.hpp"

namespace harmony::crypto {
namespace {

// A member that may be missing, and has to be this string where it is there.
bool may_be(const json &jwk, const char *name, std::string_view wanted) {
  const json &value = jwk[name];
  return value.is_null() || (value.is_string() && value.text == wanted);
}

jwt_key read_jwk(const json &jwk) {
  if (!jwk.is_object() || jwk["kty"].is_null() || !may_be(jwk, "kty", "oct") || !may_be(jwk, "alg", "HS256") ||
      !may_be(jwk, "use", "sig"))
    throw unusable_secret{"A key of the JWK set is not of kty \"oct\", alg \"HS256\" and use \"sig\"."};
  const json &kid = jwk["kid"], &value = jwk["k"];
  if (!kid.is_null() && !kid.is_string()) throw unusable_secret{"A \"kid\" of the JWK set is not a string."};
  std::optional<secret_string> bytes;
  if (value.is_string()) bytes = base64url_decode(value.text);
  if (!bytes) throw unusable_secret{"A \"k\" of the JWK set is not base64url without padding."};
  if (bytes->size() < shortest_jwt_key) throw unusable_secret{"A key has fewer than 32 bytes."};
  jwt_key key{std::move(*bytes), std::nullopt};
  if (kid.is_string()) key.kid = secret_string(kid.text);
  return key;
}

}  // namespace

jwt_keys read_jwt_keys(std::string_view file) {
  jwt_keys result;
  const std::size_t start = file.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && file[start] == '{') {
    const json document = parse_object(file, unique_names::everywhere);
    if (!document.is_object() || !document["keys"].is_array() || document["keys"].elements.empty())
      throw unusable_secret{"It begins with \"{\" and is no JWK set with a key."};
    result.is_set = true;
    for (const json &jwk : document["keys"].elements) result.keys.push_back(read_jwk(jwk));
    return result;
  }
  if (!file.empty() && file.back() == '\n') file.remove_suffix(1);
  if (file.find('\n') != std::string_view::npos) throw unusable_secret{"It has more than one line."};
  if (file.size() < shortest_jwt_key) throw unusable_secret{"A key has fewer than 32 bytes."};
  result.keys.push_back({secret_string(file), std::nullopt});
  return result;
}

}  // namespace harmony::crypto
