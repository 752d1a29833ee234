// The collation by which letters of all scripts are lowered alike, whatever locale the database has.
#pragma once

#include "postgres/server.hpp"

namespace harmony::postgres {

/// ICU's root collation; the database's own where there is none for its encoding, as for SQL_ASCII, or the server was
/// built without ICU. May raise: use it inside guarded().
Oid unicode_collation();

}  // namespace harmony::postgres
