// How a uuid is written.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace harmony {

/// As PostgreSQL writes a uuid: 8-4-4-4-12 hexadecimal digits.
inline std::string uuid_text(const std::array<std::uint8_t, 16> &bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t k = 0; k < bytes.size(); ++k) {
    if (k == 4 || k == 6 || k == 8 || k == 10) text += '-';
    text += digits[bytes[k] >> 4U];
    text += digits[bytes[k] & 15U];
  }
  return text;
}

}  // namespace harmony
