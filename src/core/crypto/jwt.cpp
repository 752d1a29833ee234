#include "core/crypto/jwt.hpp"

#include "core/base/error.hpp"
#include "core/crypto/base64url.hpp"
#include "core/crypto/hmac.hpp"
#include "core/crypto/json.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace harmony::crypto {
namespace {

// A header whose names make the token mean something else, or bring its own key.
constexpr const char *refused_headers[] = {"crit", "b64", "zip", "jku", "jwk", "x5u", "x5c"};

bool is_jwt_in_any_case(const json &typ) {
  if (!typ.is_string() || typ.text.size() != 3) return false;
  const std::string_view text = typ.text;
  return (text[0] | 0x20) == 'j' && (text[1] | 0x20) == 'w' && (text[2] | 0x20) == 't';
}

bool is_good_header(const json &header) {
  if (!header.is_object()) return false;
  for (const char *name : refused_headers)
    if (header.contains(name)) return false;
  const json &alg = header["alg"];
  return alg.is_string() && alg.text == "HS256" && (!header.contains("typ") || is_jwt_in_any_case(header["typ"])) &&
         (!header.contains("kid") || header["kid"].is_string());
}

bool is_signed(std::string_view text, std::string_view signature, const json &header, const jwt_keys &keys) {
  for (const jwt_key &key : keys.keys) {
    if (keys.is_set && header.contains("kid") && (!key.kid || *key.kid != header["kid"].text)) continue;
    if (equal_in_constant_time(hmac_sha256(key.bytes, text), signature)) return true;
  }
  return false;
}

bool is_time(const json &claim) {
  return claim.is_number() && claim.number >= 0 && claim.number <= static_cast<double>(latest_claim);
}

bool is_audience(const json &claim) {
  return claim.is_string() || (claim.is_array() && std::all_of(claim.elements.begin(), claim.elements.end(),
                                                               [](const json &name) { return name.is_string(); }));
}

// The name of a claim that no token may have as it is; null where there is none.
const char *bad_claim(const json &claims) {
  if (!is_time(claims["exp"])) return "exp";
  for (const char *name : {"nbf", "iat"})
    if (claims.contains(name) && !is_time(claims[name])) return name;
  for (const char *name : {"sub", "iss", "jti"})
    if (claims.contains(name) && !claims[name].is_string()) return name;
  if (claims.contains("aud") && !is_audience(claims["aud"])) return "aud";
  return nullptr;
}

bool holds_at(const json &claims, double at) {
  if (!std::isfinite(at) || !(claims["exp"].number > at - clock_skew)) return false;
  for (const char *name : {"nbf", "iat"})
    if (claims.contains(name) && !(claims[name].number <= at + clock_skew)) return false;
  return true;
}

bool is_for(const json &claims, std::optional<std::string_view> audience) {
  const json &aud = claims["aud"];
  if (!claims.contains("aud") || !audience) return !claims.contains("aud") && !audience;
  if (aud.is_string()) return aud.text == *audience;
  return std::any_of(aud.elements.begin(), aud.elements.end(),
                     [&](const json &name) { return name.text == *audience; });
}

}  // namespace

std::optional<secret_string> verified_claims(std::string_view token, const jwt_keys &keys,
                                             std::optional<std::string_view> audience, double at) {
  if (token.size() > longest_jwt) return std::nullopt;
  const std::size_t first = token.find('.'), last = token.rfind('.');
  if (first == last || token.find('.', first + 1) != last) return std::nullopt;

  const std::optional<secret_string> header_text = base64url_decode(token.substr(0, first));
  std::optional<secret_string> payload = base64url_decode(token.substr(first + 1, last - first - 1));
  const std::optional<secret_string> signature = base64url_decode(token.substr(last + 1));
  if (!header_text || !payload || !signature) return std::nullopt;

  const json header = parse_object(*header_text, unique_names::everywhere);
  if (!is_good_header(header) || !is_signed(token.substr(0, last), *signature, header, keys)) return std::nullopt;

  const json claims = parse_object(*payload, unique_names::at_top);
  if (!claims.is_object() || bad_claim(claims) != nullptr || !holds_at(claims, at) || !is_for(claims, audience))
    return std::nullopt;
  return payload;
}

std::string sign_claims(std::string_view claims, const jwt_keys &keys) {
  const json document = parse_object(claims, unique_names::at_top);
  if (!document.is_object())
    throw error(sqlstate::invalid_parameter_value, "claims cannot be signed",
                "They nest more than 64 deep, or have a number beyond the range of float8.");
  if (const char *name = bad_claim(document))
    throw error(sqlstate::invalid_parameter_value,
                "claim \"" + std::string(name) + "\" has a value that no token may have",
                "exp, nbf and iat are numbers of seconds up to the year 9999; sub, iss and jti are strings; aud is a "
                "string or an array of strings.");
  std::string header = R"({"alg":"HS256","typ":"JWT")";
  if (keys.keys.front().kid) header += ",\"kid\":" + crypto::quoted(*keys.keys.front().kid);
  std::string token = base64url_encode(header + "}") + "." + base64url_encode(claims);
  token += "." + base64url_encode(hmac_sha256(keys.keys.front().bytes, token));
  if (token.size() > longest_jwt)
    throw error(sqlstate::invalid_parameter_value, "claims are too long",
                "The token would have " + std::to_string(token.size()) + " bytes, at most " +
                    std::to_string(longest_jwt) + " are taken.");
  return token;
}

std::string random_jwt_id() { return base64url_encode(random_bytes(16)); }

std::int64_t expiry_of(std::int64_t signed_at, const lifetime &life) {
  constexpr double second = 1e6, day = 86400 * second;
  const double length = 30.0 * day * life.months + day * life.days + static_cast<double>(life.microseconds);
  const double expiry = std::floor((static_cast<double>(signed_at) + length) / second);
  if (!(length >= second) || !(expiry <= static_cast<double>(latest_claim)))
    throw error(sqlstate::invalid_parameter_value,
                "lifetime of a token must be at least a second, and end before the year 10000");
  return static_cast<std::int64_t>(expiry);
}

}  // namespace harmony::crypto
