// By hand, and by the examples of RFC 8288 and RFC 9110.
#include "worker/tool.hpp"

#include <gtest/gtest.h>

namespace harmony::worker {
namespace {

TEST(origin, is_scheme_host_and_port) {
  EXPECT_EQ(origin_of("https://api.github.com/repos/a/b?x=1"), "https://api.github.com");
  EXPECT_EQ(origin_of("HTTPS://API.GitHub.com:443/x"), "https://api.github.com");
  EXPECT_EQ(origin_of("https://example.org:8443"), "https://example.org:8443");
  EXPECT_EQ(origin_of("http://127.0.0.1:80/x"), "http://127.0.0.1");
  EXPECT_EQ(origin_of("http://localhost:8080/x"), "http://localhost:8080");
  EXPECT_EQ(origin_of("http://[::1]:8080/x"), "http://[::1]:8080");
}

TEST(origin, of_what_a_token_may_not_go_to_is_none) {
  for (const char *address :
       {"http://example.org", "http://10.0.0.1", "http://127.0.0.1.example.org", "http://localhost@example.org",
        "https://user@example.org", "https://user:word@example.org", "ftp://example.org", "file:///etc/passwd",
        "https://", "example.org", "", "https://exa mple.org", "javascript:alert(1)"})
    EXPECT_EQ(origin_of(address), "") << address;
}

TEST(link, to_the_next_page) {
  EXPECT_EQ(next_link("<https://a/x?page=2>; rel=\"next\", <https://a/x?page=9>; rel=\"last\""), "https://a/x?page=2");
  EXPECT_EQ(next_link("<https://a/x?page=1>; rel=\"prev\", <https://a/x?page=3>; title=\"c\"; rel=next"),
            "https://a/x?page=3");
  EXPECT_EQ(next_link("<https://a/x?page=9>; rel=\"last\""), "");
  for (const char *header : {"", "<", "<>", "<a", "rel=\"next\"", "<<<<", "a>b<c"})
    EXPECT_EQ(next_link(header), "") << header;
}

TEST(wait, is_as_long_as_the_tool_says_within_a_day) {
  EXPECT_EQ(wait_until("120", "", 1000), 1120);
  EXPECT_EQ(wait_until("", "4000", 1000), 4000);
  EXPECT_EQ(wait_until("", "", 1000), 1060);
  EXPECT_EQ(wait_until("Thu, 01 Jan 1970 01:00:00 GMT", "", 1000), 3600);
  EXPECT_EQ(wait_until("", "500", 1000), 1001);
  EXPECT_EQ(wait_until("999999999999", "", 1000), 87400);
  EXPECT_EQ(wait_until("-5", "soon", 1000), 1060);
  EXPECT_EQ(wait_until("99999999999999999999999999", "1e99", 1000), 1060);
}

TEST(answer, has_no_nul_and_is_not_deep) {
  EXPECT_EQ(read_answer(R"({"a\u0000b": ["x\u0000", {"c": "\u0000"}], "d": "\\u0000"})").dump(),
            R"({"ab":["x",{"c":""}],"d":"\\u0000"})");
  EXPECT_TRUE(read_answer(std::string(100000, '[') + std::string(100000, ']')).is_discarded());
  EXPECT_FALSE(read_answer(std::string(150, '[') + std::string(150, ']')).is_discarded());
  EXPECT_FALSE(read_answer("\"" + std::string(1000, '[') + "\\\"\"").is_discarded());
  for (const char *text : {"", "{", "[1,", "nul", "\xff", "1e999", "\"\\", "]]]]"})
    EXPECT_TRUE(read_answer(text).is_discarded()) << text;
}

TEST(address, is_escaped) { EXPECT_EQ(escaped("a b&c=\"ü/"), "a%20b%26c%3D%22%C3%BC%2F"); }

}  // namespace
}  // namespace harmony::worker
