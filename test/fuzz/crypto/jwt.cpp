// libFuzzer target of tokens: any text as one, any header and payload under a good signature, any file of keys, any
// claims to be signed.
//   test/deep/fuzz.sh jwt
#include "core/base/error.hpp"
#include "core/crypto/base64url.hpp"
#include "core/crypto/hmac.hpp"
#include "core/crypto/json.hpp"
#include "core/crypto/jwt.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace harmony::crypto;

constexpr double now = 1900000000;

// What was accepted keeps the rules.
void check_claims(std::string_view text) {
  const json claims = parse_object(text, unique_names::at_top);
  if (!claims.is_object() || claims["exp"].number <= now - clock_skew || claims.contains("aud")) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static const jwt_keys keys = read_jwt_keys(std::string(32, 'k'));
  const std::string_view given(reinterpret_cast<const char *>(data), size);
  if (verified_claims(given, keys, {}, now)) std::abort();  // nobody guesses a signature

  const std::size_t end = given.find('\n');
  const std::string header(given.substr(0, end));
  const std::string_view payload = end == std::string_view::npos ? given : given.substr(end + 1);
  for (const std::string &each : {header, std::string(R"({"alg":"HS256"})")}) {
    const std::string text = base64url_encode(each) + "." + base64url_encode(payload);
    const std::string token = text + "." + base64url_encode(hmac_sha256(keys.keys[0].bytes, text));
    if (const auto claims = verified_claims(token, keys, {}, now)) check_claims(*claims);
  }
  try {
    const std::string token = sign_claims(payload, keys);
    const auto claims = verified_claims(token, keys, {}, now);
    if (claims && std::string_view(*claims) != payload) std::abort();
  } catch (const harmony::error &) {
  }
  try {
    if (read_jwt_keys(given).keys.empty()) std::abort();
  } catch (const harmony::unusable_secret &) {
  }
  return 0;
}
