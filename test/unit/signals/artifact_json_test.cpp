// Lines of JSON: the fast path for plain ones says what the library says.
#include "core/signals/artifact_json.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace harmony::signals {
namespace {

// A value with the bits of its numbers.
void write(const json_value &value, std::string &text) {
  if (value.is_object()) {
    text += '{';
    value.for_each_member([&](std::string_view name, const json_value &member) {
      text.append(name).append(1, '\n');
      write(member, text);
    });
    text += '}';
  } else if (value.is_array()) {
    text += '[';
    value.for_each([&](const json_value &element) { write(element, text); });
    text += ']';
  } else if (value.is_string()) {
    text.append("\"").append(value.string()).append("\"");
  } else if (value.is_number()) {
    const double number = value.number();
    std::uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    text += std::to_string(bits) + ",";
  } else {
    text += value.is_null() ? "null" : "boolean";
  }
}

std::string read_line(std::string_view line, void (artifact_json::*read)(std::string_view)) {
  artifact_json json({});
  try {
    (json.*read)(line);
  } catch (const line_refused &refused) {
    return "refused: " + refused.reason;
  }
  std::string text;
  write(json.root(), text);
  return text;
}

void expect_same(std::string_view line) {
  ASSERT_EQ(read_line(line, &artifact_json::read), read_line(line, &artifact_json::read_by_library)) << line;
}

TEST(signal_artifact_json, reads_what_is_there) {
  artifact_json json({});
  json.read(R"( {"a":[1,-2.5,"x",null,true,[],{}],"b":{"c":""}} )");
  EXPECT_EQ(json.root()["b"]["c"].string(), "");
  EXPECT_FALSE(json.root()["b"]["d"].exists());
  EXPECT_FALSE(json.root()["a"]["d"].exists());
  EXPECT_FALSE(json.root()["z"]["d"].is_null());
  std::size_t n = 0;
  json.root()["a"].for_each([&](const json_value &) { ++n; });
  EXPECT_EQ(n, 7u);
}

TEST(signal_artifact_json, fast_path_is_the_librarys) {
  for (const char *line : {"",
                           " ",
                           "{",
                           "}",
                           "[",
                           "]",
                           "[]",
                           "{}",
                           "[[]]",
                           "[{}]",
                           "[[],[]]",
                           "[{},{}]",
                           "{\"a\":[]}",
                           "{\"a\":{}}",
                           "[1,]",
                           "[,1]",
                           "{\"a\":1,}",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{a:1}",
                           "{1:1}",
                           "[1 2]",
                           "1",
                           "-1",
                           "-0",
                           "-0.0",
                           "01",
                           "1.",
                           ".1",
                           "-",
                           "+1",
                           "1e5",
                           "1E-5",
                           "0.1",
                           "0.30000000000000004",
                           "123456789012345678901234567890",
                           "9007199254740993",
                           "18446744073709551616",
                           "1.7976931348623157e308",
                           "true",
                           "false",
                           "null",
                           "nul",
                           "truex",
                           "\"a\"",
                           "\"a",
                           "\"\\n\"",
                           "\"\\u00e9\"",
                           "\"\xC3\xA9\"",
                           "\"\xE9\"",
                           "\"\x7F\"",
                           "\"a\tb\"",
                           "[1]]",
                           "{}{}",
                           "[1] ",
                           "1 1",
                           "{\"a\":1,\"b\":{\"a\":2},\"a\":3}",
                           "[\"a\":1]",
                           "{\"a\",\"b\"}",
                           "[1]\r",
                           "// x",
                           "[1/**/]",
                           "\xEF\xBB\xBF[]"})
    expect_same(line);
  std::string names = "{\"x\":0";
  for (int k = 0; k < 40; ++k) names += ",\"n" + std::to_string(k) + "\":" + std::to_string(k);
  expect_same(names + "}");
  expect_same(names + ",\"n7\":1}");
  for (const std::size_t depth : {63, 64, 65}) expect_same(std::string(depth, '[') + std::string(depth, ']'));
}

TEST(signal_artifact_json, fast_path_is_the_librarys_for_mutated_lines) {
  const std::string line =
      R"({"entity":[{"id":"facilityId","value":"F0"}],"metric":[{"metadata":{"metric_id":"m"},"values":)"
      R"({"timeline":[{"period":"202501","value":0.768581},{"period":"202502","value":-12}]}}],)"
      R"("x":{"n":5632,"b":[true,null]}})";
  std::mt19937 random(7);
  const std::string alphabet = "{}[],:\"\\0129.-eE \tntfu\xC3\xA9\x01";
  for (int round = 0; round < 30000; ++round) {
    std::string mutated = line;
    for (int k = random() % 3; k >= 0; --k) {
      const std::size_t at = random() % mutated.size(), n = random() % 4;
      switch (random() % 3) {
        case 0:
          mutated.erase(at, n);
          break;
        case 1:
          mutated.insert(at, 1, alphabet[random() % alphabet.size()]);
          break;
        default:
          mutated.insert(at, mutated.substr(random() % mutated.size(), n * n));
          break;
      }
    }
    expect_same(mutated);
  }
}

}  // namespace
}  // namespace harmony::signals
