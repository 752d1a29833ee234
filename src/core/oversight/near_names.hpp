// How far two names are apart, for suggestions.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string_view>

namespace harmony::oversight {

/// The least number of letters to insert, delete, replace or exchange with their neighbour (optimal string alignment)
/// that makes one name of the other; both in bytes. Names of more than 63 bytes, which no server has: `far`. Takes O(n
/// m), and no memory.
inline constexpr int far = 1000;
int name_distance(std::string_view a, std::string_view b);

/// Whether `candidate` may be meant by `name`: at most one in three letters is wrong, and at most 3.
bool is_near(std::string_view name, std::string_view candidate, int distance);

}  // namespace harmony::oversight
