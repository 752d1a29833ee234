// The example of the S3 documentation, "Authenticating Requests: Using Query Parameters"; the rest by hand.
#include "core/crypto/sigv4.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>

namespace harmony::crypto {
namespace {

constexpr std::string_view file = R"({"endpoint": "https://s3.amazonaws.com", "region": "us-east-1",
  "access_key": "AKIAIOSFODNN7EXAMPLE", "secret_key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"})";

std::string host_of(const std::string &endpoint) {
  return read_s3_credentials(R"({"endpoint": ")" + endpoint +
                             R"(", "region": "r", "access_key": "a", "secret_key": "s"})")
      .host;
}

TEST(sigv4, example_of_the_documentation) {
  const s3_request request{"GET", "examplebucket", "test.txt", 86400, {}, 1369353600};
  EXPECT_EQ(presigned_url(request, read_s3_credentials(file)),
            "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires="
            "86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
            "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
}

// Two links of aws4 and @smithy/signature-v4, which agree.
TEST(sigv4, links_of_other_programs) {
  EXPECT_EQ(presigned_url({"DELETE",
                           "my.dotted.bucket",
                           "a:b@c;d,e",
                           3600,
                           {{"x-id", "PutObject"}, {"Zeta", "1"}, {"alpha", "2"}, {"Alpha", "3"}},
                           1709102461},
                          read_s3_credentials(R"({"endpoint": "http://127.0.0.1:9000",
              "region": "us-east-1",
              "access_key": "AKIAHTGVVWKACM7CR6NC",
              "secret_key": "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",
              "path_style": true,
              "session_token": "FQoGZXIvYXdzEbXZZX/aaZ=+ZZYXY/caXXaYbXXX+XYcXcb/X/YYbc/=bZ/=aYa=ccY+Y/ZcX"})")),
            "http://127.0.0.1:9000/my.dotted.bucket/a%3Ab%40c%3Bd%2Ce?Alpha=3&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            "Amz-Credential=AKIAHTGVVWKACM7CR6NC%2F20240228%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240228T0"
            "64101Z&X-Amz-Expires=3600&X-Amz-Security-Token=FQoGZXIvYXdzEbXZZX%2FaaZ%3D%2BZZYXY%2FcaXXaYbXXX%2BXY"
            "cXcb%2FX%2FYYbc%2F%3DbZ%2F%3DaYa%3DccY%2BY%2FZcX&X-Amz-SignedHeaders=host&Zeta=1&alpha=2&x-id=PutObj"
            "ect&X-Amz-Signature=aebc98ef6fcca987bb253afe6315570442f75d66d4ea09de4d82d54f3fd352be");
  EXPECT_EQ(presigned_url({"POST",
                           "tenant-7-files",
                           "a~b-c_d.e",
                           3600,
                           {{"list-type", "2"}, {"prefix", "a/b c/"}, {"delimiter", "/"}},
                           1976106967},
                          read_s3_credentials(R"({"endpoint": "https://storage.example.org:8443",
              "region": "us-east-1",
              "access_key": "AKIAJ3D5AMMGL5466SEB",
              "secret_key": "7aC4ZIrZMvLWcyAE2HmYxyVOxYbQz5S0Dj6ZiLd2",
              "path_style": false})")),
            "https://tenant-7-files.storage.example.org:8443/a~b-c_d.e?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Cre"
            "dential=AKIAJ3D5AMMGL5466SEB%2F20320814%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20320814T143607Z&"
            "X-Amz-Expires=3600&X-Amz-SignedHeaders=host&delimiter=%2F&list-type=2&prefix=a%2Fb%20c%2F&X-Amz-Sign"
            "ature=4a1aaa6c1c1c9776a774c78f823601f1dde17c4384ca5742f6afce44ac8a9918");
}

TEST(sigv4, refuses_a_request) {
  const s3_credentials credentials = read_s3_credentials(file);
  const auto refused = [&](const std::function<void(s3_request &)> &change) {
    s3_request request{"GET", "bucket", "key", 300, {}, 1900000000};
    EXPECT_FALSE(presigned_url(request, credentials).empty());
    change(request);
    try {
      presigned_url(request, credentials);
    } catch (const error &e) {
      return e.sqlstate() == std::string("22023");
    }
    return false;
  };
  const std::string long_text(1025, 'x');
  for (const char *method : {"", "get", "PATCH", "GET\n"})
    EXPECT_TRUE(refused([&](s3_request &r) { r.method = method; })) << method;
  for (const char *bucket : {"", "ab", "-abc", "abc-", "a..b", "Abc", "a/b", "192.168.5.4", "a_b"})
    EXPECT_TRUE(refused([&](s3_request &r) { r.bucket = bucket; })) << bucket;
  EXPECT_TRUE(refused([&](s3_request &r) { r.bucket = std::string_view(long_text).substr(0, 64); }));
  EXPECT_TRUE(refused([&](s3_request &r) { r.key = ""; }));
  EXPECT_TRUE(refused([&](s3_request &r) { r.key = long_text; }));
  EXPECT_FALSE(refused([&](s3_request &r) { r.key = std::string_view(long_text).substr(1); }));
  for (const int expires : {0, -1, 604801})
    EXPECT_TRUE(refused([&](s3_request &r) { r.expires = expires; })) << expires;
  EXPECT_TRUE(refused([](s3_request &r) { r.query = {{"x-AMZ-expires", "1"}}; }));
  for (const double at : {-1.0, 253402300800.0, std::numeric_limits<double>::infinity()})
    EXPECT_TRUE(refused([&](s3_request &r) { r.at = at; })) << at;
}

TEST(sigv4, endpoint) {
  EXPECT_EQ(host_of("https://Host.example/"), "host.example");
  EXPECT_EQ(host_of("https://host:443"), "host");
  EXPECT_EQ(host_of("http://host:443"), "host:443");
  EXPECT_EQ(host_of("http://127.0.0.1:80"), "127.0.0.1");
  for (const char *endpoint : {"", "host", "ftp://host", "https://", "https://host/path", "https://host:",
                               "https://host:x", "https://user@host", "https://ho st", "https://host?x"})
    EXPECT_THROW(host_of(endpoint), unusable_secret) << endpoint;
}

TEST(sigv4, credentials) {
  for (const char *bad :
       {"", "[]", R"({"endpoint": "https://host"})",
        R"({"endpoint": "https://h", "region": "r/s", "access_key": "a", "secret_key": "s"})",
        R"({"endpoint": "https://h", "region": "r", "access_key": "a", "secret_key": ""})",
        R"({"endpoint": "https://h", "region": "r", "access_key": "a", "secret_key": "s", "path_style": 1})",
        R"({"endpoint": "https://h", "region": "r", "region": "q", "access_key": "a", "secret_key": "s"})"})
    EXPECT_THROW(read_s3_credentials(bad), unusable_secret) << bad;
}

}  // namespace
}  // namespace harmony::crypto
