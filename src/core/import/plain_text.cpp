#include "core/import/plain_text.hpp"

#include <algorithm>

#include "core/import/code_points.hpp"

namespace harmony::import {
namespace {

bool looks_like_nothing(char32_t c) { return is_blank(c) || has_no_width(c); }

// ' or " for quotation marks and primes of other kinds, else 0.
char straight_quote(char32_t c) {
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2039 || c == 0x203A || c == 0x00B4) return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x00AB || c == 0x00BB) return '"';
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const code_point first = first_code_point(text);
    if (!looks_like_nothing(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    if (!looks_like_nothing(first_code_point(text.substr(last)).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string visible_text(std::string_view text) {
  std::string visible;
  for (text = trimmed(text); !text.empty();) {
    const code_point next = first_code_point(text);
    if (!has_no_width(next.value)) visible.append(text.substr(0, next.size));
    text.remove_prefix(next.size);
  }
  return visible;
}

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool is_after_blank = false;
  while (!text.empty()) {
    const code_point next = first_code_point(text);
    const char quote = straight_quote(next.value);
    if (is_blank(next.value)) {
      is_after_blank = !plain.empty();
    } else if (!has_no_width(next.value)) {
      if (is_after_blank) plain += ' ';
      is_after_blank = false;
      if (quote != 0)
        plain += quote;
      else
        plain.append(text.substr(0, next.size));
    }
    text.remove_prefix(next.size);
  }
  return plain;
}

std::string plain_text_lower_ascii(std::string_view text) {
  std::string plain = plain_text(text);
  for (char &c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace harmony::import
