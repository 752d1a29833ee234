// Delimited text: quotes, line ends, encodings, limits; and the texts and times in its cells.
#include "core/import/delimited.hpp"

#include "core/base/error.hpp"
#include "core/import/plain_text.hpp"
#include "core/import/text_encoding.hpp"
#include "core/import/time_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace harmony::import {
namespace {

using rows = std::vector<std::vector<std::string>>;

rows read(std::string_view text, char delimiter = 0) {
  rows all;
  delimited_reader reader(text, delimiter);
  for (const record *next = reader.next(); next != nullptr; next = reader.next()) {
    all.emplace_back(next->cells.begin(), next->cells.end());
    all.back().insert(all.back().begin(), {std::to_string(next->row), std::to_string(next->line)});
  }
  return all;
}

// What call() throws: SQLSTATE and detail; empty where it throws nothing.
template <class Call>
std::string refusal(Call &&call) {
  try {
    call();
  } catch (const error &refused) {
    return std::string(refused.sqlstate()) + " " + refused.detail();
  }
  return {};
}

TEST(Delimited, ReadsQuotesAndLineEnds) {
  EXPECT_EQ(read("a,b\r\n\"x,\"\"y\"\"\nz\",2\r3,4"),
            (rows{{"1", "1", "a", "b"}, {"2", "2", "x,\"y\"\nz", "2"}, {"3", "4", "3", "4"}}));
  EXPECT_EQ(read("a\"b,\"\" ,\n\n , ,\nc"), (rows{{"1", "1", "a\"b", "", ""}, {"4", "4", "c"}}));
  EXPECT_EQ(read(""), rows{});
  EXPECT_EQ(read("\n\r\n\r"), rows{});
}

TEST(Delimited, FindsTheDelimiter) {
  EXPECT_EQ(likely_delimiter("a;b;c,d"), ';');
  EXPECT_EQ(likely_delimiter("\"a;b;c\",d"), ',');
  EXPECT_EQ(likely_delimiter("a,b;c"), ',');
  EXPECT_EQ(likely_delimiter(";;;\n \na|b"), '|');
  EXPECT_EQ(likely_delimiter("a\tb"), '\t');
  EXPECT_EQ(likely_delimiter("a"), ',');
}

TEST(Delimited, RefusesWithTheLine) {
  EXPECT_EQ(refusal([] { read("a\n\"b\nc"); }), "22P04 Line 2.");
  EXPECT_EQ(refusal([] { read("a\n\"b\nc\"d,e"); }), "22P04 Line 3.");
  EXPECT_EQ(refusal([] { read("a\n" + std::string(10000, ',')); }), "54000 Line 2.");
  EXPECT_EQ(read("a" + std::string(9999, ','))[0].size(), 10002U);
}

TEST(TextEncoding, DecodesWhatIsNamedOrMarked) {
  std::string storage;
  EXPECT_EQ(decoded("\xEF\xBB\xBFh\xC3\xA4", "windows-1252", storage), "h\xC3\xA4");
  EXPECT_EQ(decoded("h\xE4\x80", "Windows-1252", storage), "h\xC3\xA4\xE2\x82\xAC");
  EXPECT_EQ(decoded("\xE4\x80", "iso-8859-1", storage), "\xC3\xA4\xC2\x80");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE\xE4\0=\xD8\0\xDE", 8), "", storage), "\xC3\xA4\xF0\x9F\x98\x80");
  EXPECT_EQ(decoded(std::string_view("\0a\xD8=\xDE\0", 6), "utf-16be", storage), "a\xF0\x9F\x98\x80");
}

TEST(TextEncoding, RefusesOtherBytes) {
  std::string storage;
  const auto state = [&](std::string_view content, std::string_view encoding) {
    return refusal([&] { decoded(content, encoding, storage); });
  };
  EXPECT_EQ(state("ab\r\nc\xE4", ""), "22021 Line 2, byte 5 of the content.");
  for (const char *bad :
       {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "\x80", "\xF0\x80\x80\x80"})
    EXPECT_EQ(state(bad, "utf-8").substr(0, 5), "22021") << bad;
  EXPECT_EQ(state(std::string_view("a\0", 2), "utf-8"), "22021 Line 1, byte 1 of the content.");
  EXPECT_EQ(state("\x81", "windows-1252").substr(0, 5), "22021");
  EXPECT_EQ(state(std::string_view("a\0b", 3), "utf-16le").substr(0, 5), "22021");
  EXPECT_EQ(state(std::string_view("\0\xD8"
                                   "a\0",
                                   4),
                  "utf-16le")
                .substr(0, 5),
            "22021");
  EXPECT_EQ(state("a", "latin1"), "22023 ");
}

TEST(PlainText, MakesTextsAlike) {
  EXPECT_EQ(plain_text("\xC2\xA0 a\xE2\x80\x8B \t\n b\xC2\xAD "), "a b");
  EXPECT_EQ(plain_text("\xE2\x80\x99\xE2\x80\x9C\xC3\xA4"), "'\"\xC3\xA4");
  EXPECT_EQ(plain_text_lower_ascii(" A-Z "), "a-z");
  EXPECT_EQ(trimmed("\xEF\xBB\xBF 007\xE3\x80\x80"), "007");
  EXPECT_EQ(trimmed("\xC2\xA0"), "");
  EXPECT_EQ(visible_text(" a\xE2\x80\x8B  b\xE2\x80\x8B "), "a  b");
}

std::string clock(const std::optional<clock_reading> &read) {
  if (!read) return "none";
  return std::to_string(read->microseconds) + (read->ahead ? " " + std::to_string(*read->ahead) : "");
}

TEST(TimeText, ReadsIso) {
  EXPECT_EQ(clock(read_iso_time("2000-01-01")), "0");
  EXPECT_EQ(clock(read_iso_time("2000/01/02 01:02:03.25+01:30")), "90123250000 5400");
  EXPECT_EQ(clock(read_iso_time("1999-12-31T23:59z")), "-60000000 0");
  EXPECT_EQ(clock(read_iso_time("2024-02-29")), "762480000000000");
  for (const char *bad :
       {"2023-02-29", "2024-13-01", "2024-1", "24-01-01", "2024-01-01 24:00", "2024-01-01 ", "2024-01/01",
        "2024-01-01 09:00 x", "2024-01-01T09:00:60", "2024-01-01 09:00+1", "", "0000-01-01", "2024-01-01 09"})
    EXPECT_EQ(clock(read_iso_time(bad)), "none") << bad;
}

TEST(TimeText, ReadsFormats) {
  const time_format local("DD.MM.YYYY HH24:MI"), american("MM/DD/YYYY HH12:MI:SS AM TZ");
  EXPECT_EQ(clock(local.read("1.1.2000 0:01")), "60000000");
  EXPECT_EQ(clock(local.read("01.01.00 00:01")), "none");
  EXPECT_EQ(clock(local.read("01.01.2000 00:01:00")), "none");
  EXPECT_EQ(clock(american.read("1/1/2000 12:00:01 am GMT+1")), "1000000 3600");
  EXPECT_EQ(clock(american.read("1/1/2000 12:00:00 PM -01:00")), "43200000000 -3600");
  EXPECT_EQ(clock(american.read("1/1/2000 13:00:00 PM UTC")), "none");
  for (const char *bad : {"YYYY-MM", "YYYY-MM-DD MM", "YYYY-MM-DD HH12", "YYYY-MM-DD Mon", "YYYY-MM-DD HH24 AM", ""})
    EXPECT_EQ(refusal([&] { time_format format(bad); }).substr(0, 5), "22023") << bad;
}

}  // namespace
}  // namespace harmony::import
