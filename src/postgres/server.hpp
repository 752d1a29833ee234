// The one include of the server's headers. Include it after every C++ and core header: PostgreSQL's macros (Min, Max,
// Abs, gettext …) break Eigen and the standard library.
#pragma once

// The core's own base, which every boundary file uses: before the server's headers, as all of the core.
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/base/span.hpp"

// The library hides its symbols; only what the server looks up is exported (PostgreSQL 15 leaves the mark empty).
#ifndef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

extern "C" {
#include "postgres.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "access/tupmacs.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "parser/parser.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/float.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/regproc.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"
#include "utils/uuid.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

#undef Min
#undef Max
#undef Abs
