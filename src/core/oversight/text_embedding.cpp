#include "core/oversight/text_embedding.hpp"

#include "core/base/ascii.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::oversight {

namespace {

constexpr std::size_t shortest_piece = 3, longest_piece = 5;

// Lowered, with single spaces between words and around all; empty without a word.
std::string normalized(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  bool after_blank = true;
  for (const char c : text) {
    const bool blank = is_in(" \t\n\v\f\r", c);
    if (!blank && after_blank) out += ' ';
    if (!blank) out += to_lower(c);
    after_blank = blank;
  }
  if (!out.empty()) out += ' ';
  return out;
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Where each code point begins, and the end.
std::vector<std::size_t> code_points(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!continues_code_point(text[i])) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

}  // namespace

std::uint64_t fnv1a_64(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return h;
}

std::vector<double> text_embedding(std::string_view text, int dimensions) {
  if (dimensions < 1 || dimensions > most_dimensions)
    throw error(sqlstate::invalid_parameter_value,
                "dimensions must lie between 1 and " + std::to_string(most_dimensions));
  const std::string all = normalized(text);
  const std::vector<std::size_t> starts = code_points(all);
  const std::size_t n = starts.size() - 1;
  std::vector<double> vector(static_cast<std::size_t>(dimensions));
  for (std::size_t i = 0; i + shortest_piece <= n; ++i) {
    if (i % 65536 == 0) poll_interrupt();
    for (std::size_t length = shortest_piece; length <= std::min(longest_piece, n - i); ++length) {
      const std::uint64_t h = fnv1a_64({all.data() + starts[i], starts[i + length] - starts[i]});
      vector[h % vector.size()] += h >> 63 != 0 ? -1.0 : 1.0;
    }
  }
  double squares = 0.0;
  for (const double x : vector) squares += x * x;
  if (squares == 0.0) return {};
  for (double &x : vector) x /= std::sqrt(squares);
  return vector;
}

}  // namespace harmony::oversight
