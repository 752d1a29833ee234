// What is found of the bytes of documents, whatever pieces they come in; and what Tesseract's table says.
#include "worker/content.hpp"
#include "worker/ocr.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

using namespace harmony::worker;

namespace {

nlohmann::json facts_of(const std::string &bytes, std::size_t piece, bool keeps_all = false) {
  content found(keeps_all);
  for (std::size_t at = 0; at < bytes.size(); at += piece) found.take(std::string_view(bytes).substr(at, piece));
  return found.facts();
}

bool is_text(const std::string &bytes) {
  const bool whole = facts_of(bytes, bytes.size() + 1)["is_text"];
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
    EXPECT_EQ(facts_of(bytes, piece)["is_text"], whole) << piece << " of " << bytes;
  return whole;
}

}  // namespace

TEST(content, text_is_utf_8_without_nul) {
  for (const std::string good :
       {"", "abc", "\xc3\xbc", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xf4\x8f\xbf\xbf",
        "\xef\xbb\xbf"
        "a",
        "\x7f\t\r\n"})
    EXPECT_TRUE(is_text(good)) << good;
  for (const std::string bad :
       {"\xff", "\x80", "\xc3",
        "\xc3"
        "a",
        "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80",
        "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82", "\xf0\x9f\x98",
        "a\xe2"
        "b"})
    EXPECT_FALSE(is_text(bad)) << bad;
  EXPECT_FALSE(is_text(std::string("a\0b", 3)));
}

TEST(content, size_sum_and_ends) {
  std::string bytes;
  for (int i = 0; i < 200001; ++i) bytes += static_cast<char>(i % 251);
  const nlohmann::json whole = facts_of(bytes, bytes.size());
  EXPECT_EQ(whole["size"], 200001);
  EXPECT_EQ(whole["head"].get<std::string>().substr(0, 8), "00010203");
  EXPECT_EQ(whole["head"].get<std::string>().size(), 131072U);
  EXPECT_EQ(whole["tail"].get<std::string>().size(), 131072U);
  for (const std::size_t piece : {1, 7, 65535, 65536, 65537, 131072, 200000})
    EXPECT_EQ(facts_of(bytes, piece), whole) << piece;
  EXPECT_EQ(facts_of("abc", 2)["sha256"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(facts_of("abc", 2)["tail"], "616263");
}

TEST(content, json_is_read) {
  EXPECT_TRUE(facts_of(R"({"a": [1, "ü"]})", 3, true)["is_text"]);
  for (const std::string bad : {"", "{", "{\"a\": 1,}", "[1] 2", "\xff"})
    EXPECT_FALSE(facts_of(bad, 3, true)["is_text"]) << bad;
}

TEST(ocr, words_lines_fields) {
  const std::string table =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n"
      "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\tNumber:\n"
      "5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t80\t4711\n"
      "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t70\tNumber: \n"
      "5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t100\tend\n"
      "5\t1\t2\t1\t1\t2\t0\t0\t9\t9\t95\t \n"
      "no row\n";
  EXPECT_EQ(extracted(table),
            nlohmann::json::parse(R"({"text": "Number: 4711\nNumber: \n\nend", "fields": {"Number": "4711"},
    "confidence": 0.85})"));
  EXPECT_EQ(extracted(""), nlohmann::json::parse(R"({"text": "", "fields": {}, "confidence": 0})"));
  std::string much;
  for (int i = 0; i < 60000; ++i)
    much += "5\t1\t1\t1\t" + std::to_string(i) + "\t1\t0\t0\t9\t9\t50\tN" + std::to_string(i) + ":v\n";
  EXPECT_LE(extracted(much)["text"].get<std::string>().size(), 100000U);
  EXPECT_EQ(extracted(much)["fields"].size(), 50U);
}
