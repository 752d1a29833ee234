// A statement without its constants, which may be about people.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace harmony::oversight {

/// Whether a word may be kept.
using word_filter = bool (*)(std::string_view word);

/// The statement with $1, $2, … (from the first number that it does not use itself) in place of its constants, and
/// without comments; blanks between tokens are one each. It can be analysed as the original can, in nearly all cases:
/// a string behind the name of a type (date '…') becomes a fixed one of that type, and numbers stay that are part of a
/// type (varchar(10)), name a column of the result (ORDER BY 1) or count its rows (LIMIT 10). Strings that equal one of
/// `kept` stay, such as the id of an organisation. Numbers that stay have four digits at most; a name in double quotes
/// stays where it needed none but for capital letters, else it is "?".
///
/// `keeps`: of a text that is no SQL the words that stay, such as the keywords; others, and names in quotes, become ?.
/// nullptr: all words stay. Takes O(n).
std::string masked_sql(std::string_view sql, bool standard_strings, const std::vector<std::string_view> &kept = {},
                       word_filter keeps = nullptr);

}  // namespace harmony::oversight
