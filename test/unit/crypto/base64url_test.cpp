// The vectors of RFC 4648, section 10, without their padding; the alphabet by hand.
#include "core/crypto/base64url.hpp"

#include <gtest/gtest.h>

namespace harmony::crypto {
namespace {

TEST(base64url, vectors_of_the_rfc) {
  const char *vectors[][2] = {{"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
                              {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
  for (const auto &[bytes, text] : vectors) {
    EXPECT_EQ(base64url_encode(bytes), text);
    EXPECT_EQ(base64url_decode(text), secret_string(bytes));
  }
  EXPECT_EQ(base64url_encode("\xfb\xff\xbf"), "-_-_");
  EXPECT_EQ(base64url_decode("-_-_"), secret_string("\xfb\xff\xbf"));
}

TEST(base64url, one_text_alone_stands_for_bytes) {
  for (const char *text : {"Zg==", "Zg=", "Zh", "Zm9", "Z", "Zm9vY", "Zm 9v", "Zm9v\n", "+/+/", "Zm9v.", "\xc3\xa9",
                           "\xb0\xa9g", "\xb0\xa9\xb0\xa9"})
    EXPECT_EQ(base64url_decode(text), std::nullopt) << text;
  EXPECT_EQ(base64url_decode(std::string_view("Zm9v\0", 5)), std::nullopt);
}

}  // namespace
}  // namespace harmony::crypto
