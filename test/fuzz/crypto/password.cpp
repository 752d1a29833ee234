// libFuzzer target of password hashes: any text as one, and any text as the salt and hash behind a low cost.
//   test/deep/fuzz.sh password
#include "core/crypto/password.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::crypto;
  const std::string_view given(reinterpret_cast<const char *>(data), size);
  const std::string text(given);
  password_needs_rehash(given, {});  // read alone: to compute it could cost two seconds
  for (const char *head : {"$argon2id$v=19$m=8,t=1,p=1$", "$argon2i$v=19$m=8,t=1,p=1$", "$2b$04$"})
    verify_password("password", head + text);
  return 0;
}
