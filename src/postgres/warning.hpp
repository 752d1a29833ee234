// Reports that do not end a statement.
#pragma once

#include <string>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// A WARNING (01000), with a HINT where there is one.
inline void warn(const std::string &message, const std::string &hint) {
  guarded([&] {
    ereport(WARNING,
            (errcode(ERRCODE_WARNING), errmsg("%s", message.c_str()), hint.empty() ? 0 : errhint("%s", hint.c_str())));
  });
}

}  // namespace harmony::postgres
