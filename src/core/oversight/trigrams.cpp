#include "core/oversight/trigrams.hpp"

#include "core/base/ascii.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace harmony::oversight {

namespace {

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Sorted, each once.
std::vector<std::uint32_t> trigrams_of(std::string_view text) {
  constexpr std::uint32_t two_blanks = ' ' << 8 | ' ';
  std::vector<std::uint32_t> found;
  std::uint32_t last = two_blanks;
  const auto add = [&](char c) {
    last = (last << 8 | static_cast<unsigned char>(c)) & 0xffffff;
    found.push_back(last);
  };
  bool in_word = false;
  for (std::size_t k = 0; k <= text.size(); ++k) {
    if (k % 65536 == 0) poll_interrupt();
    const char c = k < text.size() ? to_lower(text[k]) : ' ';
    if (is_of_word(c)) {
      if (!in_word) last = two_blanks;
      add(c);
      in_word = true;
    } else if (in_word) {
      add(' ');
      in_word = false;
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

double trigram_similarity(std::string_view a, std::string_view b) {
  const std::vector<std::uint32_t> of_a = trigrams_of(a), of_b = trigrams_of(b);
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < of_a.size() && j < of_b.size();) {
    if (of_a[i] == of_b[j]) ++shared;
    const bool forward_a = of_a[i] <= of_b[j], forward_b = of_b[j] <= of_a[i];
    i += forward_a ? 1 : 0;
    j += forward_b ? 1 : 0;
  }
  const std::size_t all = of_a.size() + of_b.size() - shared;
  return of_a.empty() || of_b.empty() ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace harmony::oversight
