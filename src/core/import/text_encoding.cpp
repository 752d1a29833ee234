#include "core/import/text_encoding.hpp"

#include <cstddef>
#include <cstdint>

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

namespace harmony::import {
namespace {

enum class encoding_kind { utf8, windows_1252, latin1, utf16le, utf16be };

struct encoding_name {
  const char *name;
  encoding_kind kind;
};

constexpr encoding_name encodings[] = {
    {"utf-8", encoding_kind::utf8},        {"windows-1252", encoding_kind::windows_1252},
    {"iso-8859-1", encoding_kind::latin1}, {"utf-16le", encoding_kind::utf16le},
    {"utf-16be", encoding_kind::utf16be},
};

// Of windows-1252 the bytes 80 to 9F; 0: undefined.
constexpr std::uint16_t windows_1252_upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

encoding_kind kind_of(std::string_view name) {
  std::string lower(name);
  for (char &c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const encoding_name &known : encodings)
    if (lower == known.name) return known.kind;
  throw error(sqlstate::invalid_parameter_value, "encoding is not known", {},
              "It is utf-8, windows-1252, iso-8859-1, utf-16le or utf-16be.");
}

const char *name_of(encoding_kind kind) {
  for (const encoding_name &known : encodings)
    if (known.kind == kind) return known.name;
  return "";
}

// The line of an offset: LF, CRLF and CR end one.
[[noreturn]] void refuse(std::string_view content, std::size_t offset, encoding_kind kind, std::size_t width = 1) {
  const auto unit = [&](std::size_t k) -> unsigned {
    if (k + width > content.size()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(content[i])); };
    if (width == 1) return byte(k);
    return kind == encoding_kind::utf16le ? byte(k) | byte(k + 1) << 8 : byte(k) << 8 | byte(k + 1);
  };
  std::size_t line = 1;
  for (std::size_t k = offset % width; k < offset; k += width)
    if (unit(k) == '\n' || (unit(k) == '\r' && unit(k + width) != '\n')) ++line;
  throw error(sqlstate::character_not_in_repertoire, std::string("content is not text in encoding ") + name_of(kind),
              "Line " + std::to_string(line) + ", byte " + std::to_string(offset) + " of the content.",
              "Name the right one in encoding: utf-8, windows-1252, iso-8859-1, utf-16le or utf-16be.");
}

void append(std::string &text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// How many bytes the UTF-8 sequence at k has; 0 where there is none, or NUL.
std::size_t sequence_at(std::string_view text, std::size_t k) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(k);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  const std::size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (size == 0 || text.size() - k < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(k + i) & 0xC0U) != 0x80) return 0;
  const unsigned char second = byte(k + 1);
  // Overlong forms, surrogates, and beyond U+10FFFF.
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
      (lead == 0xF4 && second > 0x8F))
    return 0;
  return size;
}

void require_utf8(std::string_view content, std::size_t begin) {
  for (std::size_t k = begin; k < content.size();) {
    if (k % poll_every == 0) poll_interrupt();
    const std::size_t size = sequence_at(content, k);
    if (size == 0) refuse(content, k, encoding_kind::utf8);
    k += size;
  }
}

void decode_bytes(std::string_view content, encoding_kind kind, std::string &text) {
  for (std::size_t k = 0; k < content.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const auto byte = static_cast<unsigned char>(content[k]);
    const char32_t c = kind == encoding_kind::windows_1252 && byte >= 0x80 && byte < 0xA0
                           ? windows_1252_upper[byte - 0x80]
                           : char32_t{byte};
    if (c == 0) refuse(content, k, kind);
    append(text, c);
  }
}

void decode_utf16(std::string_view content, std::size_t begin, encoding_kind kind, std::string &text) {
  const auto unit = [&](std::size_t k) -> char32_t {
    const auto first = static_cast<unsigned char>(content[k]), second = static_cast<unsigned char>(content[k + 1]);
    return kind == encoding_kind::utf16le ? char32_t{first} | char32_t{second} << 8
                                          : char32_t{first} << 8 | char32_t{second};
  };
  for (std::size_t k = begin; k < content.size(); k += 2) {
    if (k % poll_every == 0) poll_interrupt();
    if (content.size() - k < 2) refuse(content, k, kind, 2);
    char32_t c = unit(k);
    if (c == 0 || (c >= 0xDC00 && c < 0xE000)) refuse(content, k, kind, 2);
    if (c >= 0xD800 && c < 0xDC00) {
      const char32_t low = content.size() - k < 4 ? 0 : unit(k + 2);
      if (low < 0xDC00 || low >= 0xE000) refuse(content, k, kind, 2);
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      k += 2;
    }
    append(text, c);
  }
}

}  // namespace

std::string_view decoded(std::string_view content, std::string_view encoding, std::string &storage) {
  encoding_kind kind = encoding.empty() ? encoding_kind::utf8 : kind_of(encoding);
  std::size_t begin = 0;
  const auto begins_with = [&](std::string_view mark) { return content.substr(0, mark.size()) == mark; };
  if (begins_with("\xEF\xBB\xBF")) {
    kind = encoding_kind::utf8;
    begin = 3;
  } else if (begins_with("\xFF\xFE")) {
    kind = encoding_kind::utf16le;
    begin = 2;
  } else if (begins_with("\xFE\xFF")) {
    kind = encoding_kind::utf16be;
    begin = 2;
  }
  if (kind == encoding_kind::utf8) {
    require_utf8(content, begin);
    return content.substr(begin);
  }
  storage.clear();
  storage.reserve(content.size() + content.size() / 4);
  if (kind == encoding_kind::windows_1252 || kind == encoding_kind::latin1)
    decode_bytes(content, kind, storage);
  else
    decode_utf16(content, begin, kind, storage);
  return storage;
}

}  // namespace harmony::import
