// Mails as text: RFC 5322 headers, RFC 2047 words for what is not ASCII, one or two base64 parts.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>

namespace harmony::worker {

struct mail {
  std::string from;     ///< "address" or "Name <address>"
  std::string address;  ///< of the recipient
  std::string name;     ///< of the recipient, or empty
  std::string subject;
  std::string text;
  std::string html;         ///< empty: plain text alone
  std::string message_id;   ///< with its angle brackets
  std::string traceparent;  ///< or empty
  std::time_t date = 0;
};

/// The whole mail, with CRLF. Throws harmony::error 22023 for an address or a subject with a control character: it
/// would go on as another header.
std::string build_mail(const mail &mail);

/// A header's text: as it is where it is printable ASCII of moderate length, else encoded words of at most 75
/// characters that split between characters, folded. prefix: how many characters of the line stand before it.
std::string encode_header(const std::string &text, std::size_t prefix);

/// "name" <address>, the name quoted or encoded; without a name the address alone.
std::string mailbox(const std::string &name, const std::string &address, std::size_t prefix);

/// <hash of the idempotency key@domain>: the same for each attempt at a message.
std::string message_id(const std::string &idempotency_key, const std::string &domain);

/// 00-<trace id>-<span id>-01, by default of a random span, or nothing without a trace id of 32 hexadecimal digits.
std::string traceparent(const std::string &trace_id, const std::string &span_id = {});

/// Base64 in lines of 76 characters, CRLF.
std::string base64_lines(const std::string &bytes);

/// t=<seconds>,v1=<hexadecimal HMAC-SHA-256 of "<seconds>.<body>" with the secret>.
std::string signature(const std::string &secret, const std::string &body, std::int64_t seconds);

}  // namespace harmony::worker
