// libFuzzer target of links: any method, bucket, key and query, and any file of credentials.
//   test/deep/fuzz.sh sigv4
#include "core/base/error.hpp"
#include "core/crypto/sigv4.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace harmony::crypto;

std::string_view next_line(std::string_view &text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
  return line;
}

void check(const s3_request &request, const s3_credentials &credentials) {
  try {
    const std::string url = presigned_url(request, credentials);
    for (const char c : url)
      if (c <= ' ' || c > '~' || c == '#' || c == '"') std::abort();
  } catch (const harmony::error &e) {
    if (e.sqlstate() != std::string("22023")) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view given(reinterpret_cast<const char *>(data), size);
  s3_credentials credentials =
      read_s3_credentials(R"({"endpoint": "https://host", "region": "r", "access_key": "a", "secret_key": "s"})");
  std::string_view rest = given;
  s3_request request;
  request.at = 1900000000;
  request.method = next_line(rest);
  request.bucket = next_line(rest);
  request.key = next_line(rest);
  while (!rest.empty()) {
    const std::string_view name = next_line(rest);
    request.query.emplace_back(name, next_line(rest));
  }
  check(request, credentials);
  request.method = "GET";
  request.bucket = "bucket";
  check(request, credentials);
  try {
    check(request, read_s3_credentials(given));
  } catch (const harmony::unusable_secret &) {
  }
  return 0;
}
