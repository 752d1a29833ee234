// The vectors of github.com/fernet/spec; tokens with a MAC that fits are made here of what the MAC covers.
#include "core/crypto/fernet.hpp"

#include "core/crypto/base64url.hpp"
#include "core/crypto/hmac.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace harmony::crypto {
namespace {

constexpr std::string_view key = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
const std::string token =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
constexpr std::int64_t made = 499162800;

std::string padded(std::string_view bytes) {
  std::string text = base64url_encode(bytes);
  while (text.size() % 4 != 0) text += '=';
  return text;
}

// The token with its bytes changed and a MAC that fits.
template <class Change>
std::string forged(Change change) {
  secret_string bytes = *base64url_decode(std::string_view(token).substr(0, token.size() - 2));
  bytes.resize(bytes.size() - 32);
  change(bytes);
  const secret_string keys = *base64url_decode(key.substr(0, key.size() - 1));
  return padded(std::string(bytes).append(std::string_view(hmac_sha256(std::string_view(keys).substr(0, 16), bytes))));
}

TEST(fernet, vector_of_the_specification) {
  EXPECT_EQ(open_fernet(token, key, 60, made + 1), "hello");
  EXPECT_EQ(forged([](secret_string &) {}), token);
}

TEST(fernet, times) {
  EXPECT_EQ(open_fernet(token, key, 60, made + 60), "hello");
  EXPECT_EQ(open_fernet(token, key, 60, made + 61), std::nullopt);
  EXPECT_EQ(open_fernet(token, key, std::nullopt, std::numeric_limits<std::int64_t>::max()), "hello");
  EXPECT_EQ(open_fernet(token, key, 0, made), "hello");
  EXPECT_EQ(open_fernet(token, key, 60, made - 60), "hello");
  EXPECT_EQ(open_fernet(token, key, std::nullopt, made - 61), std::nullopt);
  EXPECT_EQ(open_fernet(token, key, 60, std::numeric_limits<std::int64_t>::min()), std::nullopt);
  const std::string last = forged([](secret_string &bytes) { bytes.replace(1, 8, 8, '\xff'); });
  EXPECT_EQ(open_fernet(last, key, std::nullopt, std::numeric_limits<std::int64_t>::max()), std::nullopt);
}

TEST(fernet, every_change_is_refused) {
  for (std::size_t k = 0; k < token.size(); ++k) {
    EXPECT_EQ(open_fernet(token.substr(0, k), key, 60, made), std::nullopt) << k;
    std::string other = token;
    other[k] = other[k] == 'A' ? 'B' : 'A';
    EXPECT_EQ(open_fernet(other, key, 60, made), std::nullopt) << k;
  }
  for (const std::string &other :
       {token + "=", token + "A", " " + token, token + "\n", token.substr(0, token.size() - 1)})
    EXPECT_EQ(open_fernet(other, key, 60, made), std::nullopt) << other;
  for (const std::string_view other : {"", "AAAA", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4",
                                       "====", "dw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="})
    EXPECT_EQ(open_fernet(token, other, 60, made), std::nullopt) << other;
}

TEST(fernet, a_mac_that_fits_is_not_enough) {
  EXPECT_EQ(open_fernet(forged([](secret_string &bytes) { bytes[0] = '\x81'; }), key, 60, made), std::nullopt);
  EXPECT_EQ(open_fernet(forged([](secret_string &bytes) { bytes += '\x01'; }), key, 60, made), std::nullopt);
  EXPECT_EQ(open_fernet(forged([](secret_string &bytes) { bytes.resize(25); }), key, 60, made), std::nullopt);
  int opened = 0;  // another last block: its padding is right once in 256 times or so
  for (int k = 0; k < 256; ++k) {
    const auto text =
        open_fernet(forged([&](secret_string &bytes) { bytes[9] = static_cast<char>(k); }), key, 60, made);
    opened += text ? 1 : 0;
  }
  EXPECT_EQ(opened, 256);  // the IV of the only block: its padding stands at the end, and is not reached
  opened = 0;
  for (int k = 0; k < 256; ++k)
    opened +=
        open_fernet(forged([&](secret_string &bytes) { bytes[24] = static_cast<char>(k); }), key, 60, made) ? 1 : 0;
  EXPECT_LT(opened, 3);
  EXPECT_GE(opened, 1);
}

}  // namespace
}  // namespace harmony::crypto
