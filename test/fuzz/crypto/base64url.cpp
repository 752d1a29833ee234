// libFuzzer target of base64url: one text alone stands for given bytes.
//   test/deep/fuzz.sh base64url
#include "core/crypto/base64url.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::crypto;
  const std::string_view given(reinterpret_cast<const char *>(data), size);
  if (const auto bytes = base64url_decode(given); bytes && base64url_encode(*bytes) != given) std::abort();
  const auto again = base64url_decode(base64url_encode(given));
  if (!again || std::string_view(*again) != given) std::abort();
  return 0;
}
