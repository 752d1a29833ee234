// What the shells use of the boundary, by its own names. Include it behind every header of the core: it brings the
// server's.
#pragma once

#include "postgres/aggregate.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::aggregate_state;
using postgres::any_row_array;
using postgres::array_values;
using postgres::as;
using postgres::bigint_array;
using postgres::bytea_datum;
using postgres::bytes_of;
using postgres::column;
using postgres::date_array;
using postgres::finite_instant;
using postgres::float8_array;
using postgres::float8_array_datum;
using postgres::float8_elements;
using postgres::float8_matrix;
using postgres::float8_matrix_datum;
using postgres::float8_values;
using postgres::float8_values_or_nan;
using postgres::from;
using postgres::guarded;
using postgres::integer_array;
using postgres::json_view;
using postgres::json_writer;
using postgres::jsonb_array;
using postgres::jsonb_document;
using postgres::nullable;
using postgres::number_or_nan;
using postgres::present_values;
using postgres::return_nullable;
using postgres::return_row;
using postgres::return_row_array;
using postgres::return_set;
using postgres::smallint_array;
using postgres::square_matrix;
using postgres::text_array;
using postgres::text_array_datum;
using postgres::text_datum;
using postgres::timestamptz_array;
using postgres::unchanged;
using postgres::unix_seconds;
using postgres::uuid_of;
using postgres::without_nulls;

}  // namespace harmony::functions
