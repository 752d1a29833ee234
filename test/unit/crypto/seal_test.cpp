// XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, A.3.1, and the cases of the shared data; the rest by hand.
#include "core/crypto/seal.hpp"

#include "core/base/error.hpp"
#include "core/crypto/json.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace harmony::crypto {
namespace {

constexpr std::string_view one_key = R"({"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]})";
constexpr std::string_view two_keys = R"({"keys": [{"id": 2, "key": "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="},
  {"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]})";
constexpr seal_place here{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, "a.table"};

std::string refusal(std::string_view sealed, const seal_place &place, const seal_keys &keys) {
  try {
    open_sealed(sealed, place, keys);
  } catch (const error &e) {
    return std::string(e.sqlstate()) + " " + e.message() + e.detail() + e.hint();
  }
  return "";
}

TEST(seal, what_is_sealed_is_opened) {
  const seal_keys keys = read_seal_keys(one_key);
  for (const std::size_t size : {0U, 1U, 126U, 127U, 128U, 129U, 5000U}) {
    const std::string text(size, '\x80');
    const std::string sealed = seal(text, here, keys);
    EXPECT_EQ(open_sealed(sealed, here, keys), secret_string(text));
    EXPECT_EQ(sealed.size(), 9 + 24 + (size / 128 + 1) * 128 + 16);
    EXPECT_NE(sealed, seal(text, here, keys));
    EXPECT_EQ(key_of_sealed(sealed), 1U);
  }
}

TEST(seal, whatever_else_is_refused_alike) {
  const seal_keys keys = read_seal_keys(two_keys);
  const std::string sealed = seal("A*01:01+A*02:01", here, keys);
  const std::string expected = "22023 sealed value cannot be opened";
  for (std::size_t size = 0; size < sealed.size(); ++size)
    EXPECT_EQ(refusal(sealed.substr(0, size), here, keys), expected) << size;
  for (std::size_t k = 0; k < sealed.size(); ++k) {
    for (const int change : {0x01, 0x80, 0xff}) {
      std::string other = sealed;
      other[k] = static_cast<char>(other[k] ^ change);
      EXPECT_EQ(refusal(other, here, keys), expected) << k;
    }
  }
  EXPECT_EQ(refusal(sealed + std::string(1, '\0'), here, keys), expected);
  EXPECT_EQ(refusal(sealed + std::string(128, '\0'), here, keys), expected);
  seal_place elsewhere = here;
  elsewhere.person[15] ^= 1;
  EXPECT_EQ(refusal(sealed, elsewhere, keys), expected);
  EXPECT_EQ(refusal(sealed, {here.person, "another.table"}, keys), expected);
  std::string renamed = sealed;  // another key of the file
  renamed[4] = 1;
  renamed[8] = static_cast<char>(~1);
  EXPECT_EQ(refusal(renamed, here, keys), expected);
}

TEST(seal, keys_are_replaced) {
  const seal_keys old = read_seal_keys(one_key), both = read_seal_keys(two_keys);
  const std::string sealed = seal("text", here, old);
  EXPECT_EQ(open_sealed(sealed, here, both), "text");
  const std::string anew = seal(open_sealed(sealed, here, both), here, both);
  EXPECT_EQ(key_of_sealed(anew), 2U);
  try {
    open_sealed(anew, here, old);
    FAIL();
  } catch (const lost_key &lost) {
    EXPECT_EQ(lost.id, 2U);
  }
}

// Under one id there may have been two keys: that is no lost key, but bytes that do not fit.
TEST(seal, another_key_of_the_same_id) {
  const std::string sealed = seal("text", here, read_seal_keys(one_key));
  const seal_keys other =
      read_seal_keys(R"({"keys": [{"id": 1, "key": "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="}]})");
  EXPECT_EQ(refusal(sealed, here, other), "22023 sealed value cannot be opened");
}

TEST(seal, equality_tokens) {
  const seal_keys old = read_seal_keys(one_key), both = read_seal_keys(two_keys);
  EXPECT_EQ(equality_token("text", old), equality_token("text", old));
  EXPECT_NE(equality_token("text", old), equality_token("text.", old));
  EXPECT_NE(equality_token("text", old).substr(4), equality_token("text", both).substr(4));
  EXPECT_EQ(equality_token("text", old).size(), 36U);
  EXPECT_EQ(equality_token("text", both).substr(0, 4), std::string("\0\0\0\2", 4));
}

TEST(seal, subkeys_differ_by_purpose_and_id) {
  const seal_keys keys = read_seal_keys(R"({"keys": [
    {"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="},
    {"id": 2, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]})");
  EXPECT_NE(keys.keys[0].sealing, keys.keys[0].equality);
  EXPECT_NE(keys.keys[0].sealing, keys.keys[1].sealing);
  EXPECT_EQ(keys.keys[0].sealing.size(), 32U);
}

TEST(seal_keys, files_that_cannot_be_used) {
  const std::string key = R"("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")";
  for (const std::string &file :
       std::vector<std::string>{"",
                                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                                "{}",
                                "[]",
                                R"({"keys": []})",
                                R"({"keys": {}})",
                                R"({"keys": [1]})",
                                R"({"keys": [{"id": 1}]})",
                                R"({"keys": [{"key": )" + key + "}]}",
                                R"({"keys": [{"id": 0, "key": )" + key + "}]}",
                                R"({"keys": [{"id": 1.5, "key": )" + key + "}]}",
                                R"({"keys": [{"id": 2147483648, "key": )" + key + "}]}",
                                R"({"keys": [{"id": -1, "key": )" + key + "}]}",
                                R"({"keys": [{"id": 1e300, "key": )" + key + "}]}",
                                R"({"keys": [{"id": "1", "key": )" + key + "}]}",
                                R"({"keys": [{"id": 1, "key": ""}]})",
                                R"({"keys": [{"id": 1, "key": 1}]})",
                                R"({"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"}]})",
                                R"({"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWZn"}]})",
                                R"({"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZQ=="}]})",
                                R"({"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZW-="}]})",
                                R"({"keys": [{"id": 1, "key": )" + key + R"(}, {"id": 1, "key": )" + key + "}]}",
                                R"({"keys": [{"id": 1, "id": 2, "key": )" + key + "}]}"})
    EXPECT_THROW(read_seal_keys(file), unusable_secret) << file;
  EXPECT_EQ(
      read_seal_keys(R"({"note": 1, "keys": [{"id": 2147483647, "made": "2026", "key": )" + key + "}]}\n").keys.size(),
      1U);
}

std::string unhex(std::string_view digits) {
  std::string bytes;
  for (std::size_t k = 0; k + 1 < digits.size(); k += 2)
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(k, 2)), nullptr, 16));
  return bytes;
}

TEST(xchacha20_poly1305, cases_of_the_shared_data) {
  const char *folder = std::getenv("HARMONY_DATA");
  std::ifstream file(std::string(folder != nullptr ? folder : "../shared/data") + "/affinity/cases.jsonl");
  if (!file) GTEST_SKIP() << "no affinity/cases.jsonl in $HARMONY_DATA or ../shared/data";
  int n = 0;
  for (std::string line; std::getline(file, line);) {
    const json given = parse_object(line, unique_names::at_top);
    if (given["kind"].text != "aead") continue;
    EXPECT_EQ(encrypt_xchacha20_poly1305(unhex(given["plaintext"].text), unhex(given["aad"].text),
                                         unhex(given["nonce"].text), unhex(given["key"].text)),
              unhex(given["ciphertext"].text));
    ++n;
  }
  EXPECT_GE(n, 8);
}

}  // namespace
}  // namespace harmony::crypto
