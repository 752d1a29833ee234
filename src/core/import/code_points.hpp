// Code points that look like nothing: blanks and what has no width.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <string_view>

namespace harmony::import {

/// Unicode's White_Space.
inline bool is_blank(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Zero-width space and joiners, word joiner, byte order mark, soft hyphen, Mongolian vowel separator.
inline bool has_no_width(char32_t c) {
  return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/// A code point of valid UTF-8 and how many bytes it has.
struct code_point {
  char32_t value;
  std::size_t size;
};

/// The code point at the beginning of a text that is not empty; of bytes that are no UTF-8 the first byte.
inline code_point first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) return {lead, 1};
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t k = 1; k < size; ++k) value = value << 6 | (byte(k) & 0x3FU);
  return {value, size};
}

}  // namespace harmony::import
