// What can be told from the text of a statement alone, by the lexical rules of PostgreSQL (manual, 4.1).
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace harmony::oversight {

/// Where the first comment starts, outside of strings and quoted names, in bytes; npos where there is none. The text is
/// one that the server's parser takes; `standard_strings`: a backslash is a letter like any other in '...'.
std::size_t first_comment(std::string_view sql, bool standard_strings);

/// The statement with ? for each string and number, without comments, and one blank for several: what may be kept of
/// one that holds personal data. Names in double quotes and parameters stay. Any text is taken; what is not closed is
/// masked to its end.
std::string masked_statement(std::string_view sql, bool standard_strings);

}  // namespace harmony::oversight
