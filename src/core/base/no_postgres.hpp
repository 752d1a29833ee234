// Included by every header of the core: the core compiles without PostgreSQL, and a server header that slips in is a
// compile error rather than a macro clash in Eigen.
#pragma once

#if defined(POSTGRES_H) || defined(C_H) || defined(PG_VERSION_NUM)
#error "src/core must not see a PostgreSQL header; use src/postgres for everything that touches the server"
#endif
