// A text as a vector that anybody can compute again: hashed pieces of it, without a model.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::oversight {

/// FNV-1a of 64 bits (Fowler, Noll and Vo).
std::uint64_t fnv1a_64(std::string_view bytes);

inline constexpr int most_dimensions = 16000;

/// Of a text in UTF-8: A-Z lowered, runs of blanks (space, tab, line ends, form feed) one space, and one space around;
/// each piece of 3, 4 and 5 code points that follow each other, as often as it stands there, adds 1 to element h mod d,
/// h its FNV-1a 64, or takes 1 away where bit 63 of h is set (Weinberger et al. 2009); then divided by its Euclidean
/// norm. The product of two such vectors is their cosine similarity. Empty for a text of blanks, and where all cancels
/// out. Errors: 22023 unless 1 <= dimensions <= most_dimensions. O(length + dimensions).
std::vector<double> text_embedding(std::string_view text, int dimensions);

}  // namespace harmony::oversight
