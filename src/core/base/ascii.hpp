// Letters of ASCII, whatever the locale is.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string_view>

namespace harmony {

inline char to_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether `c` is one of the characters of `set`.
inline bool is_in(std::string_view set, char c) noexcept { return set.find(c) != std::string_view::npos; }

}  // namespace harmony
