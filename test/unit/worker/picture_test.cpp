// What is refused before a decoder sees it. Files are made here, marker by marker.
#include "worker/picture.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

using namespace harmony::worker;

namespace {

std::string number(std::uint64_t value, int digits) {
  std::string text;
  for (int n = digits - 1; n >= 0; --n) text += static_cast<char>(value >> (8 * n) & 0xFF);
  return text;
}

std::string chunk(const std::string &type, const std::string &data) {
  return number(data.size(), 4) + type + data + number(0, 4);
}

std::string png(std::uint64_t width, std::uint64_t height) {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(width, 4) + number(height, 4) + std::string(5, '\0')) +
         chunk("IDAT", "data") + chunk("IEND", "");
}

std::string segment(int marker, const std::string &data) {
  return std::string("\xff") + static_cast<char>(marker) + number(data.size() + 2, 2) + data;
}

std::string frame(int width, int height, int marker = 0xC0) {
  return segment(marker, "\x08" + number(static_cast<std::uint64_t>(height), 2) +
                             number(static_cast<std::uint64_t>(width), 2) + std::string("\x01\x01\x11\x00", 4));
}

// Coded data with what looks like markers and is none: a stuffed FF, a restart, a filling byte before the next marker.
const std::string scan =
    segment(0xDA, std::string("\x01\x01\x00\x00\x3f\x00", 6)) + std::string("ab\xff\x00g\xff\xd0k\xff", 9);

std::string jpeg(int width, int height) {
  return "\xff\xd8" + segment(0xE1, "Exif") + frame(width, height) + segment(0xC4, "table") + scan + "\xff\xd9";
}

std::string why(const std::string &bytes) {
  const char *refusal = refusal_of(bytes);
  return refusal == nullptr ? "" : refusal;
}

}  // namespace

TEST(picture, outline_of_a_png) {
  const picture_outline outline = outline_of(png(300, 200));
  EXPECT_EQ(outline.format, picture_format::png);
  EXPECT_EQ(outline.width, 300U);
  EXPECT_EQ(outline.height, 200U);
  EXPECT_TRUE(outline.is_whole);
}

TEST(picture, outline_of_a_jpeg) {
  const picture_outline outline = outline_of(jpeg(300, 200) + "what a camera adds");
  EXPECT_EQ(outline.format, picture_format::jpeg);
  EXPECT_EQ(outline.width, 300U);
  EXPECT_EQ(outline.height, 200U);
  EXPECT_TRUE(outline.is_whole);
}

TEST(picture, progressive_with_several_scans) {
  EXPECT_EQ(why("\xff\xd8" + frame(3, 2, 0xC2) + scan + segment(0xC4, "table") + scan + "\xff\xff\xd9"), "");
}

TEST(picture, what_is_refused) {
  EXPECT_EQ(why(""), "it is neither JPEG nor PNG");
  EXPECT_EQ(why("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "it is neither JPEG nor PNG");
  EXPECT_EQ(why("GIF89a"), "it is neither JPEG nor PNG");
  EXPECT_EQ(why("\xff\xd8\xff"), "its header is none");
  EXPECT_EQ(why("\xff\xd8\xffno picture at all"), "its header is none");
  EXPECT_EQ(why(png(0, 200)), "its header is none");
  EXPECT_EQ(why(jpeg(300, 0)), "its header is none");
  EXPECT_EQ(why(png(10000, 4000)), "");
  EXPECT_EQ(why(png(10000, 4001)), "it has more than 40 megapixels");
  EXPECT_EQ(why(png(0xFFFFFFFF, 0xFFFFFFFF)), "it has more than 40 megapixels");
  EXPECT_EQ(why(jpeg(60000, 60000)), "it has more than 40 megapixels");
  EXPECT_EQ(why(png(3, 2) + std::string(std::size_t{10} << 20, ' ')), "it is larger than 10 MiB");
}

TEST(picture, cut_off_anywhere) {
  for (const std::string &whole : {png(3, 2), jpeg(3, 2)}) {
    EXPECT_EQ(why(whole), "");
    for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_NE(why(whole.substr(0, n)), "") << n;
  }
}

TEST(picture, forged) {
  const std::string head = "\x89PNG\r\n\x1a\n";
  const std::string header = chunk("IHDR", number(3, 4) + number(2, 4) + std::string(5, '\0'));
  EXPECT_NE(why(head + chunk("IDAT", "data") + header + chunk("IEND", "")), "");           // data first
  EXPECT_NE(why(head + header + header + chunk("IDAT", "data") + chunk("IEND", "")), "");  // two headers
  EXPECT_NE(why(head + header + chunk("IEND", "")), "");                                   // no data
  EXPECT_NE(why(head + header + number(0xFFFFFFF0, 4) + "IDAT"), "");                      // a length beyond the file
  EXPECT_NE(why("\xff\xd8" + frame(3, 2) + frame(60000, 60000) + scan + "\xff\xd9"), "");  // two frames
  EXPECT_NE(why("\xff\xd8" + scan + frame(3, 2) + "\xff\xd9"), "");                        // data before the frame
  EXPECT_NE(why("\xff\xd8" + frame(3, 2) + "\xff\xd9"), "");                               // no data
}

TEST(picture, bytes_at_random) {
  std::mt19937 random(1);
  for (int n = 0; n < 20000; ++n) {
    std::string bytes = n % 2 == 0 ? png(3, 2) : jpeg(3, 2);
    for (int changes = 0; changes < 3; ++changes) bytes[random() % bytes.size()] = static_cast<char>(random());
    outline_of(bytes.substr(0, random() % (bytes.size() + 1)));  // ends, and reads nothing beyond
  }
}
