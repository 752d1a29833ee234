#include "worker/message.hpp"

#include "core/base/error.hpp"
#include "worker/config.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <sodium.h>

namespace harmony::worker {

namespace {

constexpr const char *line_end = "\r\n";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x7f && !is_control(c); }

std::string base64(std::string_view bytes) {
  std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // its zero byte
  return out;
}

std::string hex(const unsigned char *bytes, std::size_t n) {
  std::string out(2 * n + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, n);
  out.pop_back();
  return out;
}

std::string sha256_hex(const std::string &text) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char *>(text.data()), text.size());
  return hex(hash, sizeof hash);
}

std::string date_header(std::time_t date) {
  static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm at{};
  gmtime_r(&date, &at);
  char out[64];
  std::snprintf(out, sizeof out, "%s, %d %s %d %02d:%02d:%02d +0000", days[at.tm_wday], at.tm_mday, months[at.tm_mon],
                at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
  return out;
}

void require_one_line(const char *what, const std::string &value) {
  if (std::any_of(value.begin(), value.end(), is_control))
    throw error(sqlstate::invalid_parameter_value,
                std::string("the ") + what + " has a line break or another control character");
}

std::string part(const char *type, const std::string &body) {
  return std::string("Content-Type: ") + type + "; charset=utf-8" + line_end + "Content-Transfer-Encoding: base64" +
         line_end + line_end + base64_lines(body);
}

}  // namespace

std::string base64_lines(const std::string &bytes) {
  const std::string encoded = base64(bytes);
  std::string out;
  for (std::size_t at = 0; at < encoded.size(); at += 76) out.append(encoded, at, 76).append(line_end);
  return out;
}

std::string encode_header(const std::string &text, std::size_t prefix) {
  // "=?" would be read as an encoded word.
  if (std::all_of(text.begin(), text.end(), is_plain) && prefix + text.size() <= 200 &&
      text.find("=?") == std::string::npos)
    return text;
  constexpr std::size_t room = 75 - 12;  // without =?UTF-8?B? and ?=
  std::string out, word;
  const auto flush = [&] {
    if (!out.empty()) out.append(line_end).append(" ");
    out.append("=?UTF-8?B?").append(base64(word)).append("?=");
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0) == 0x80) ++next;
    const std::size_t taken = out.empty() ? std::min<std::size_t>(prefix, 40) : 1;
    if (!word.empty() && (word.size() + next - at + 2) / 3 * 4 + taken > room) flush();
    word.append(text, at, next - at);
    at = next;
  }
  flush();
  return out;
}

std::string mailbox(const std::string &name, const std::string &address, std::size_t prefix) {
  std::string clean;
  for (const char c : name)
    if (!is_control(c)) clean += c;
  if (clean.empty()) return address;
  const std::string encoded = encode_header(clean, prefix);
  if (encoded != clean) return encoded + line_end + " <" + address + ">";
  std::string quoted = "\"";
  for (const char c : clean) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\" <" + address + ">";
}

std::string message_id(const std::string &idempotency_key, const std::string &domain) {
  return "<" + sha256_hex(idempotency_key).substr(0, 40) + "@" + domain + ">";
}

std::string traceparent(const std::string &trace_id, const std::string &span_id) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (trace_id.size() != 32 || !std::all_of(trace_id.begin(), trace_id.end(), is_digit)) return {};
  if (!span_id.empty()) return "00-" + trace_id + "-" + span_id + "-01";
  unsigned char span[8];
  randombytes_buf(span, sizeof span);
  return "00-" + trace_id + "-" + hex(span, sizeof span) + "-01";
}

std::string signature(const std::string &secret, const std::string &body, std::int64_t seconds) {
  const std::string signed_text = std::to_string(seconds) + "." + body;
  crypto_auth_hmacsha256_state state;
  unsigned char mac[crypto_auth_hmacsha256_BYTES];
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(secret.data()), secret.size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(signed_text.data()),
                                signed_text.size());
  crypto_auth_hmacsha256_final(&state, mac);
  return "t=" + std::to_string(seconds) + ",v1=" + hex(mac, sizeof mac);
}

std::string build_mail(const mail &mail) {
  require_one_line("address", mail.address);
  require_one_line("address", mail.from);
  require_one_line("subject", mail.subject);
  const std::string from = address_of(mail.from);
  const std::string from_name = from == mail.from ? "" : mail.from.substr(0, mail.from.rfind('<'));
  std::string out;
  const auto header = [&](const char *name, const std::string &value) {
    if (!value.empty()) out.append(name).append(": ").append(value).append(line_end);
  };
  header("From", mailbox(from_name.substr(0, from_name.find_last_not_of(' ') + 1), from, 6));
  header("To", mailbox(mail.name, mail.address, 4));
  header("Subject", encode_header(mail.subject, 9));
  header("Date", date_header(mail.date));
  header("Message-ID", mail.message_id);
  header("Traceparent", mail.traceparent);
  header("Auto-Submitted", "auto-generated");
  header("MIME-Version", "1.0");
  if (mail.html.empty()) return out + part("text/plain", mail.text);
  // No line of base64 begins with "--", so no boundary can stand in a part.
  const std::string boundary = "part-" + sha256_hex(mail.message_id).substr(0, 24);
  header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
  for (const std::string &body : {part("text/plain", mail.text), part("text/html", mail.html)})
    out.append(line_end).append("--" + boundary).append(line_end).append(body);
  return out + line_end + "--" + boundary + "--" + line_end;
}

}  // namespace harmony::worker
