// Mails: headers that stay what they are, whatever is in them. Encoded words decoded with Python's email.header,
// signatures made with OpenSSL.
#include "worker/message.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include <sodium.h>

using namespace harmony::worker;

namespace {

mail example() {
  mail mail;
  mail.from = "Harmony <no-reply@example.org>";
  mail.address = "ann@example.org";
  mail.name = "Ann";
  mail.subject = "Hello";
  mail.text = "Dear Ann\n";
  mail.html = "<p>Dear Ann</p>";
  mail.message_id = "<1@example.org>";
  mail.date = 1767225600;
  return mail;
}

std::vector<std::string> lines(const std::string &text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string unbase64(const std::string &text) {
  std::string out(text.size(), '\0');
  std::size_t n = 0;
  EXPECT_EQ(sodium_base642bin(reinterpret_cast<unsigned char *>(out.data()), out.size(), text.data(), text.size(),
                              nullptr, &n, nullptr, sodium_base64_VARIANT_ORIGINAL),
            0);
  out.resize(n);
  return out;
}

}  // namespace

TEST(message, mail_as_a_whole) {
  const std::string text = build_mail(example());
  const std::string boundary = text.substr(text.find("boundary=\"") + 10, 29);
  EXPECT_EQ(
      text,
      "From: \"Harmony\" <no-reply@example.org>\r\n"
      "To: \"Ann\" <ann@example.org>\r\n"
      "Subject: Hello\r\n"
      "Date: Thu, 1 Jan 2026 00:00:00 +0000\r\n"
      "Message-ID: <1@example.org>\r\n"
      "Auto-Submitted: auto-generated\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: multipart/alternative; boundary=\"" +
          boundary + "\"\r\n\r\n--" + boundary +
          "\r\n"
          "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nRGVhciBBbm4K\r\n\r\n--" +
          boundary +
          "\r\n"
          "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
          "base64\r\n\r\nPHA+RGVhciBBbm48L3A+\r\n\r\n--" +
          boundary + "--\r\n");
  EXPECT_EQ(text, build_mail(example()));
}

TEST(message, plain_text_alone) {
  mail mail = example();
  mail.html.clear();
  const std::string text = build_mail(mail);
  EXPECT_EQ(text.find("multipart"), std::string::npos);
  EXPECT_NE(text.find("\r\n\r\nRGVhciBBbm4K\r\n"), std::string::npos);
}

TEST(message, a_line_break_is_refused_where_it_would_be_a_header) {
  for (const char *evil : {"x\r\nBcc: y@example.org", "x\ny", "x\ry", "x\ty"}) {
    mail subject = example(), address = example(), from = example();
    subject.subject = evil;
    address.address = evil;
    from.from = evil;
    EXPECT_THROW(build_mail(subject), harmony::error) << evil;
    EXPECT_THROW(build_mail(address), harmony::error) << evil;
    EXPECT_THROW(build_mail(from), harmony::error) << evil;
  }
  mail name = example();
  name.name = "Ann\r\nBcc: y@example.org";
  EXPECT_NE(build_mail(name).find("To: \"AnnBcc: y@example.org\" <ann@example.org>\r\n"), std::string::npos);
}

TEST(message, names_are_quoted_or_encoded) {
  EXPECT_EQ(mailbox("", "a@b", 4), "a@b");
  EXPECT_EQ(mailbox("O\"Neill, \\ Ann", "a@b", 4), "\"O\\\"Neill, \\\\ Ann\" <a@b>");
  EXPECT_EQ(mailbox("Zoë", "a@b", 4), "=?UTF-8?B?Wm/Dqw==?=\r\n <a@b>");
}

TEST(message, encoded_words_are_short_and_split_between_characters) {
  EXPECT_EQ(encode_header("Plain", 9), "Plain");
  EXPECT_EQ(encode_header("Größe", 9), "=?UTF-8?B?R3LDtsOfZQ==?=");
  // What would be read as an encoded word is one itself.
  EXPECT_EQ(encode_header("=?UTF-8?B?QQ==?=", 9), "=?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?=");
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ä𝕏";
  const std::string encoded = encode_header(text, 9);
  std::string decoded;
  for (const std::string &line : lines("Subject: " + encoded)) {
    EXPECT_LE(line.size(), 77u) << line;  // with the CR and the blank of the fold
    const auto start = line.find("=?UTF-8?B?"), end = line.rfind("?=");
    ASSERT_NE(start, std::string::npos);
    ASSERT_NE(end, std::string::npos);
    const std::string word = unbase64(line.substr(start + 10, end - start - 10));
    EXPECT_NE(static_cast<unsigned char>(word[0]) & 0xc0, 0x80) << "begins within a character";
    decoded += word;
  }
  EXPECT_EQ(decoded, text);
}

TEST(message, base64_lines_have_76_characters) {
  const std::string out = base64_lines(std::string(200, '\xff'));
  for (const std::string &line : lines(out)) EXPECT_LE(line.size(), 77u);
  EXPECT_EQ(base64_lines(""), "");
}

TEST(message, message_id_is_of_the_key) {
  EXPECT_EQ(message_id("crew.decide/1", "example.org"), message_id("crew.decide/1", "example.org"));
  EXPECT_NE(message_id("crew.decide/1", "example.org"), message_id("crew.decide/2", "example.org"));
  EXPECT_EQ(message_id("abc", "example.org"), "<ba7816bf8f01cfea414140de5dae2223b00361a3@example.org>");  // FIPS 180-2
}

TEST(message, traceparent_of_a_trace) {
  const std::string trace = "0af7651916cd43dd8448eb211c80319c";
  const std::string header = traceparent(trace);
  EXPECT_EQ(header.substr(0, 36), "00-" + trace + "-");
  EXPECT_EQ(header.size(), 55u);
  EXPECT_EQ(header.substr(52), "-01");
  EXPECT_NE(header, traceparent(trace));
  for (const char *wrong : {"", "0af7", "0AF7651916CD43DD8448EB211C80319C", "0af7651916cd43dd8448eb211c80319\n"})
    EXPECT_EQ(traceparent(wrong), "");
}

TEST(message, signature_of_a_body) {
  // printf '1767225600.{"a": 1}' | openssl dgst -sha256 -hmac 'a secret of some length'
  EXPECT_EQ(signature("a secret of some length", "{\"a\": 1}", 1767225600),
            "t=1767225600,v1=0bd360b490e7dd71becbd98bbdb2eb6d23193d94966943d840953c873fef070b");
}
