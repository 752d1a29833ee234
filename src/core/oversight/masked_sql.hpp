// A statement without its constants, which may be about people.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace harmony::oversight {

/// The statement with $1, $2, … (from the first number that it does not use itself) in place of its constants, and
/// without comments; blanks between tokens are one each. It can be analysed as the original can, in nearly all cases:
/// a string behind the name of a type (date '…') becomes a fixed one of that type, and numbers stay that are part of a
/// type (varchar(10)), name a column of the result (ORDER BY 1) or count its rows (LIMIT 10). Strings that equal one of
/// `kept` stay, such as the id of an organisation. Takes O(n).
std::string masked_sql(std::string_view sql, bool standard_strings, const std::vector<std::string_view> &kept = {});

}  // namespace harmony::oversight
