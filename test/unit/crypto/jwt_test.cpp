// The token of RFC 7515, A.1, which is that of RFC 7519, 3.1; the rules by hand, on tokens signed here.
#include "core/crypto/jwt.hpp"

#include "core/base/error.hpp"
#include "core/crypto/base64url.hpp"
#include "core/crypto/hmac.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace harmony::crypto {
namespace {

constexpr double now = 1900000000;
const std::string line(40, 'k');

std::string signed_token(std::string_view header, std::string_view payload) {
  const std::string text = base64url_encode(header) + "." + base64url_encode(payload);
  return text + "." + base64url_encode(hmac_sha256(line, text));
}

bool accepts(std::string_view header, std::string_view payload, std::optional<std::string_view> audience = {},
             double at = now) {
  return verified_claims(signed_token(header, payload), read_jwt_keys(line), audience, at).has_value();
}
bool accepts_claims(std::string_view payload, std::optional<std::string_view> audience = {}, double at = now) {
  return accepts(R"({"alg":"HS256"})", payload, audience, at);
}
bool accepts_header(std::string_view header) { return accepts(header, R"({"exp":1900000001})"); }

TEST(jwt, token_of_the_rfc) {
  const jwt_keys keys = read_jwt_keys(R"({"keys": [{"kty": "oct",
    "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}]})");
  const std::string token =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLm"
      "NvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const secret_string claims = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
  EXPECT_EQ(verified_claims(token, keys, std::nullopt, 1300819380), claims);
  EXPECT_EQ(verified_claims(token, keys, std::nullopt, 1300819410), std::nullopt);
  EXPECT_EQ(verified_claims(token, read_jwt_keys(line), std::nullopt, 1300819380), std::nullopt);
}

TEST(jwt, times_at_their_edges) {
  EXPECT_TRUE(accepts_claims(R"({"exp":1899999971})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":1899999970})"));
  EXPECT_TRUE(accepts_claims(R"({"exp":1899999970.25})"));
  EXPECT_TRUE(accepts_claims(R"({"exp":2e9,"nbf":1900000030,"iat":1900000030})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"nbf":1900000030.5})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"iat":1900000031})"));
  EXPECT_TRUE(accepts_claims(R"({"exp":253402300799})"));
  for (const char *exp : {"253402300800", "-1", "1e400", "\"1900000001\"", "null", "true", "[1900000001]"})
    EXPECT_FALSE(accepts_claims(std::string("{\"exp\":") + exp + "}")) << exp;
  EXPECT_TRUE(accepts_claims(R"({"exp":0})", {}, 29));
  EXPECT_FALSE(accepts_claims(R"({"nbf":0})"));
  for (const double at : {std::nan(""), -std::numeric_limits<double>::infinity()})
    EXPECT_FALSE(accepts_claims(R"({"exp":1900000001})", {}, at));
}

TEST(jwt, audience_and_texts) {
  EXPECT_TRUE(accepts_claims(R"({"exp":2e9,"aud":"a"})", "a"));
  EXPECT_TRUE(accepts_claims(R"({"exp":2e9,"aud":["b","a"]})", "a"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"aud":["b"]})", "a"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"aud":["a",1]})", "a"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"aud":null})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"aud":"a"})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9})", "a"));
  for (const char *name : {"sub", "iss", "jti"}) {
    EXPECT_TRUE(accepts_claims("{\"exp\":2e9,\"" + std::string(name) + "\":\"\"}")) << name;
    EXPECT_FALSE(accepts_claims("{\"exp\":2e9,\"" + std::string(name) + "\":1}")) << name;
  }
}

TEST(jwt, header) {
  EXPECT_TRUE(accepts_header(R"({"alg":"HS256","typ":"jWt","kid":"any","x":[{"y":1}]})"));
  for (const char *header :
       {R"({"alg":"hs256"})", R"({"alg":["HS256"]})", R"({"alg":"none"})", R"({})", R"([])", R"("HS256")", "",
        R"({"alg":"HS256","alg":"HS256"})", R"({"alg":"HS256","x":{"y":1,"y":1}})", R"({"alg":"HS256","typ":null})",
        R"({"alg":"HS256","kid":null})", R"({"alg":"HS256","typ":"at+jwt"})", R"({"alg":"HS256"} x)",
        "\xef\xbb\xbf{\"alg\":\"HS256\"}", "{\"alg\":\"HS256\",\"x\":\"\xc3\"}"})
    EXPECT_FALSE(accepts_header(header)) << header;
  for (const char *name : {"crit", "b64", "zip", "jku", "jwk", "x5u", "x5c"})
    EXPECT_FALSE(accepts_header("{\"alg\":\"HS256\",\"" + std::string(name) + "\":null}")) << name;
  EXPECT_FALSE(accepts_header(std::string("{\"alg\":\"HS256\"}\0", 16)));
}

TEST(jwt, payload) {
  EXPECT_TRUE(accepts_claims(R"({"exp":2e9,"o":{"a":1,"a":2}})"));
  EXPECT_FALSE(accepts_claims(R"({"exp":2e9,"o":1,"\u006f":2})"));
  const auto nested = [](int depth) {
    return "{\"exp\":2e9,\"o\":" + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "}";
  };
  EXPECT_TRUE(accepts_claims(nested(63)));
  EXPECT_FALSE(accepts_claims(nested(64)));
  EXPECT_FALSE(accepts_claims(nested(3000)));
}

TEST(jwt, shape) {
  const jwt_keys keys = read_jwt_keys(line);
  const std::string good = signed_token(R"({"alg":"HS256"})", R"({"exp":2e9})");
  const auto holds = [&](const std::string &token) { return verified_claims(token, keys, {}, now).has_value(); };
  EXPECT_TRUE(holds(good));
  for (const std::string &token : {good + "=", good + ".", "." + good, good + " ", std::string("."), std::string(".."),
                                   std::string(), good.substr(0, good.rfind('.')), good.substr(0, good.rfind('.') + 1)})
    EXPECT_FALSE(holds(token)) << token;
}

TEST(jwt, length) {
  const auto of = [](std::size_t n) { return "{\"exp\":2e9,\"x\":\"" + std::string(n, 'x') + "\"}"; };
  std::size_t n = 6000;
  while (signed_token(R"({"alg":"HS256"})", of(n + 1)).size() <= longest_jwt) ++n;
  EXPECT_TRUE(accepts_claims(of(n)));
  EXPECT_FALSE(accepts_claims(of(n + 1)));
}

TEST(jwt, keys_by_their_names) {
  const jwt_keys keys =
      read_jwt_keys("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"new\",\"k\":\"" + base64url_encode(std::string(32, 'n')) +
                    "\"},{\"kty\":\"oct\",\"k\":\"" + base64url_encode(line) + "\"}]}");
  EXPECT_TRUE(keys.is_set);
  EXPECT_TRUE(verified_claims(sign_claims(R"({"exp":2e9})", keys), keys, {}, now));
  EXPECT_TRUE(verified_claims(signed_token(R"({"alg":"HS256"})", R"({"exp":2e9})"), keys, {}, now));
  for (const char *kid : {"", "new", "old"})
    EXPECT_FALSE(verified_claims(
        signed_token("{\"alg\":\"HS256\",\"kid\":\"" + std::string(kid) + "\"}", R"({"exp":2e9})"), keys, {}, now))
        << kid;
}

TEST(jwt, unusable_files) {
  const std::string k = base64url_encode(line);
  EXPECT_EQ(read_jwt_keys(std::string(32, 'x') + "\n").keys.at(0).bytes, secret_string(32, 'x'));
  for (const std::string &file :
       {std::string(), std::string(31, 'x') + "\n", line + "\n\n", line + "\n" + line, "{" + line,
        "{\"keys\":[]}" + line, std::string("{\"keys\":[]}"), "{\"kty\":\"oct\",\"k\":\"" + k + "\"}",
        std::string(R"({"keys":[{"kty":"oct","k":"YQ"}]})"), R"({"keys":[{"kty":"RSA","k":")" + k + "\"}]}",
        R"({"keys":[{"k":")" + k + "\"}]}", R"({"keys":[{"kty":"oct","alg":"HS512","k":")" + k + "\"}]}",
        R"({"keys":[{"kty":"oct","kid":1,"k":")" + k + "\"}]}", R"({"keys":[{"kty":"oct","k":")" + k + "=\"}]}",
        std::string(R"({"keys":[1]})")})
    EXPECT_THROW(read_jwt_keys(file), unusable_secret) << file;
}

TEST(jwt, signs_what_is_accepted_alone) {
  const jwt_keys keys = read_jwt_keys(line);
  const std::string token = sign_claims(R"({"exp":1900000001,"aud":["a"]})", keys);
  EXPECT_EQ(token.substr(0, token.find('.')), base64url_encode(R"({"alg":"HS256","typ":"JWT"})"));
  EXPECT_TRUE(verified_claims(token, keys, "a", now));
  for (const char *claims :
       {"{}", "[]", R"({"exp":2e9,"sub":1})", R"({"exp":2e9,"x":1e400})", R"({"exp":2e9,"aud":{}})"})
    EXPECT_THROW(sign_claims(claims, keys), error) << claims;
  const auto long_claims = [](std::size_t n) { return "{\"exp\":2e9,\"x\":\"" + std::string(n, 'x') + "\"}"; };
  std::size_t n = 6000;
  while (n < 6200 && sign_claims(long_claims(n), keys).size() < longest_jwt - 1) ++n;
  EXPECT_TRUE(verified_claims(sign_claims(long_claims(n), keys), keys, {}, now));
  EXPECT_THROW(sign_claims(long_claims(n + 2), keys), error);
}

TEST(jwt, life_of_a_token) {
  constexpr std::int64_t second = 1000000, at = 1900000000 * second;
  EXPECT_EQ(expiry_of(at, {0, 0, 7200 * second}), 1900007200);
  EXPECT_EQ(expiry_of(at + 999999, {0, 0, 1 * second}), 1900000001);
  EXPECT_EQ(expiry_of(at, {1, 1, 0}), 1900000000 + 31 * 86400);
  EXPECT_EQ(expiry_of(at, {0, 0, (latest_claim - 1900000000) * second}), latest_claim);
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const lifetime &life : {lifetime{}, lifetime{0, 0, second - 1}, lifetime{0, -1, 0}, lifetime{0, 0, most},
                               lifetime{0, 0, -most}, lifetime{2147483647, 2147483647, most}})
    EXPECT_THROW(expiry_of(at, life), error);
  EXPECT_EQ(random_jwt_id().size(), 22u);
  EXPECT_NE(random_jwt_id(), random_jwt_id());
}

}  // namespace
}  // namespace harmony::crypto
