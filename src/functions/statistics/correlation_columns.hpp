// The columns of harmony.correlation_result.
#pragma once

#include "core/statistics/correlation.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

using statistics::correlation_result;

inline constexpr column<correlation_result> correlation_columns[] = {
    {"n", from<&correlation_result::n>},       {"r", from<&correlation_result::r>},
    {"df", from<&correlation_result::df>},     {"statistic", from<&correlation_result::statistic>},
    {"p", from<&correlation_result::p>},       {"low", from<&correlation_result::low>},
    {"high", from<&correlation_result::high>}, {"exact", from<&correlation_result::exact>},
};

}  // namespace harmony::functions
