#include "core/crypto/sigv4.hpp"
#include "core/base/ascii.hpp"

#include "core/base/error.hpp"
#include "core/crypto/hmac.hpp"
#include "core/crypto/json.hpp"

#include <algorithm>
#include <ctime>

namespace harmony::crypto {
namespace {

constexpr std::string_view digits = "0123456789", lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t longest_key = 1024;
constexpr std::int32_t longest_life = 604800;
constexpr double latest_time = 253402300799;

bool is_alphanumeric(char c) { return is_in(digits, c) || is_in(lower, to_lower(c)); }

// Of letters, digits and these others, at least one.
bool consists_of(std::string_view text, std::string_view others) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [&](char c) { return is_alphanumeric(c) || is_in(others, c); });
}

[[noreturn]] void refuse(const char *message) { throw error(sqlstate::invalid_parameter_value, message); }

void set_endpoint(s3_credentials &credentials, std::string_view endpoint) {
  const std::size_t colon = endpoint.find("://");
  credentials.scheme = std::string(endpoint.substr(0, colon));
  if (colon == std::string_view::npos || (credentials.scheme != "https" && credentials.scheme != "http"))
    throw unusable_secret{"\"endpoint\" does not begin with https:// or http://."};
  endpoint.remove_prefix(colon + 3);
  if (!endpoint.empty() && endpoint.back() == '/') endpoint.remove_suffix(1);
  const std::size_t port_at = endpoint.rfind(':');
  const std::string_view name = endpoint.substr(0, port_at);
  const std::string_view port = port_at == std::string_view::npos ? "" : endpoint.substr(port_at + 1);
  if (!consists_of(name, ".-") || (port_at != std::string_view::npos && port.empty()) || port.size() > 5 ||
      port.find_first_not_of(digits) != std::string_view::npos)
    throw unusable_secret{"\"endpoint\" is not a scheme, a host and perhaps a port."};
  credentials.host.resize(name.size());
  std::transform(name.begin(), name.end(), credentials.host.begin(), to_lower);
  if (!port.empty() && port != (credentials.scheme == "https" ? "443" : "80"))
    credentials.host.append(":").append(port);
}

std::string_view string_member(const json &document, const char *name) {
  const json &value = document[name];
  if (!value.is_string() || value.text.empty())
    throw unusable_secret{"A member that must be a string is missing, empty or no string."};
  return value.text;
}

bool is_bucket_name(std::string_view bucket) {
  const auto is_edge = [](char c) { return is_in(lower, c) || is_in(digits, c); };
  return bucket.size() >= 3 && bucket.size() <= 63 && is_edge(bucket.front()) && is_edge(bucket.back()) &&
         std::all_of(bucket.begin(), bucket.end(), [&](char c) { return is_edge(c) || c == '-' || c == '.'; }) &&
         bucket.find("..") == std::string_view::npos &&
         bucket.find_first_not_of("0123456789.") != std::string_view::npos;  // no address
}

bool is_reserved(std::string_view name) {
  constexpr std::string_view prefix = "x-amz-";
  return name.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), name.begin(), [](char p, char c) { return p == to_lower(c); });
}

void check(const s3_request &request) {
  constexpr std::string_view methods[] = {"GET", "HEAD", "PUT", "POST", "DELETE"};
  if (std::find(std::begin(methods), std::end(methods), request.method) == std::end(methods))
    refuse("method must be GET, HEAD, PUT, POST or DELETE");
  if (!is_bucket_name(request.bucket)) refuse("bucket is not a bucket name");
  if (request.key.empty() || request.key.size() > longest_key) refuse("key must have 1 to 1024 bytes in UTF-8");
  if (request.expires < 1 || request.expires > longest_life) refuse("expires must be 1 to 604800 seconds");
  if (!(request.at >= 0 && request.at < latest_time + 1)) refuse("time must be between the years 1970 and 9999");
  for (const auto &parameter : request.query)
    if (is_reserved(parameter.first)) refuse("query must not have a name that begins with \"X-Amz-\"");
}

// RFC 3986: all but its unreserved characters, as the signature wants it.
std::string percent_encoded(std::string_view text, std::string_view also_kept = "") {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(c) || is_in("-._~", c) || is_in(also_kept, c))
      encoded += c;
    else
      encoded.append({'%', "0123456789ABCDEF"[byte / 16], "0123456789ABCDEF"[byte % 16]});
  }
  return encoded;
}

// 20301231T235959Z
std::string timestamp_of(double at) {
  const auto seconds = static_cast<std::time_t>(at);
  std::tm parts{};
  char text[sizeof "20301231T235959Z"];
  gmtime_r(&seconds, &parts);
  std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &parts);
  return text;
}

// name=value&…, in the order of their encoded names.
std::string canonical_query(const s3_request &request, const s3_credentials &credentials, const std::string &timestamp,
                            const std::string &scope) {
  std::vector<std::pair<std::string, std::string>> pairs = {
      {"X-Amz-Algorithm", "AWS4-HMAC-SHA256"},
      {"X-Amz-Credential", percent_encoded(credentials.access_key + "/" + scope)},
      {"X-Amz-Date", timestamp},
      {"X-Amz-Expires", std::to_string(request.expires)},
      {"X-Amz-SignedHeaders", "host"}};
  if (!credentials.session_token.empty())
    pairs.emplace_back("X-Amz-Security-Token", percent_encoded(credentials.session_token));
  for (const auto &[name, value] : request.query) pairs.emplace_back(percent_encoded(name), percent_encoded(value));
  std::sort(pairs.begin(), pairs.end());
  std::string query;
  for (const auto &[name, value] : pairs) query.append(query.empty() ? "" : "&").append(name).append("=").append(value);
  return query;
}

}  // namespace

s3_credentials read_s3_credentials(std::string_view file) {
  const json document = parse_object(file, unique_names::everywhere);
  if (!document.is_object()) throw unusable_secret{"It is not a JSON object without double names."};
  s3_credentials credentials;
  set_endpoint(credentials, string_member(document, "endpoint"));
  credentials.region = string_member(document, "region");
  credentials.access_key = string_member(document, "access_key");
  credentials.secret_key = string_member(document, "secret_key");
  if (!consists_of(credentials.region, "-")) throw unusable_secret{"\"region\" is not letters, digits and hyphens."};
  const json &session_token = document["session_token"], &path_style = document["path_style"];
  if (!session_token.is_null()) credentials.session_token = string_member(document, "session_token");
  if (!path_style.is_null() && !path_style.is_boolean()) throw unusable_secret{"\"path_style\" is not true or false."};
  credentials.path_style = path_style.is_boolean() && path_style.boolean;
  return credentials;
}

std::string presigned_url(const s3_request &request, const s3_credentials &credentials) {
  check(request);
  const std::string timestamp = timestamp_of(request.at), date = timestamp.substr(0, 8);
  const std::string scope = date + "/" + credentials.region + "/s3/aws4_request";
  std::string host = credentials.host, path = "/";
  if (credentials.path_style)
    path.append(request.bucket).append("/");
  else
    host.insert(0, std::string(request.bucket) + ".");
  path += percent_encoded(request.key, "/");
  const std::string query = canonical_query(request, credentials, timestamp, scope);

  const std::string canonical =
      std::string(request.method) + "\n" + path + "\n" + query + "\nhost:" + host + "\n\nhost\nUNSIGNED-PAYLOAD";
  const std::string to_sign = "AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hex(sha256(canonical));
  secret_string key = "AWS4" + credentials.secret_key;
  for (const std::string_view part : {std::string_view(date), std::string_view(credentials.region),
                                      std::string_view("s3"), std::string_view("aws4_request")})
    key = hmac_sha256(key, part);
  return credentials.scheme + "://" + host + path + "?" + query + "&X-Amz-Signature=" + hex(hmac_sha256(key, to_sign));
}

}  // namespace harmony::crypto
