// Included by every header of the core, so that a PostgreSQL header in the core is a compile error instead of a macro
// clash in Eigen.
#pragma once

#if defined(POSTGRES_H) || defined(C_H) || defined(PG_VERSION_NUM)
#error "src/core must not see a PostgreSQL header; use src/postgres for everything that touches the server"
#endif
