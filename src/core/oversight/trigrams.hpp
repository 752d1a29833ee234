// How alike two texts are, by their groups of three characters.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string_view>

namespace harmony::oversight {

/// |A ∩ B|/|A ∪ B| of the sets of trigrams of both, 0 to 1: those of each word in lower case (ASCII letters and digits,
/// and every byte beyond ASCII), with two blanks before and one behind it. 0 where either has no word. As pg_trgm's
/// similarity is defined. Takes O(n log n).
double trigram_similarity(std::string_view a, std::string_view b);

}  // namespace harmony::oversight
