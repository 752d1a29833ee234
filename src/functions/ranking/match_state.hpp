// The state of harmony.match, which other aggregates over the same arguments share.
#pragma once

#include <string>

#include "core/ranking/match.hpp"
#include "postgres/aggregate.hpp"
#include "postgres/warning.hpp"

namespace harmony::functions {

/// The pool, and the request's bytes: a parallel worker hands both to the leader.
struct match_state {
  std::string request;  // a jsonb value
  ranking::match_pool pool;

  /// A new pool for a request. Errors: those of reading and preparing it.
  static match_state of(std::string_view request);

  void merge(const match_state &other) { pool.merge(other.pool); }
  void serialize(native_writer &out) const;
  static match_state deserialize(native_reader &in);
};
using match_aggregate = postgres::aggregate_state<match_state>;

/// The WARNING of a request, if it has one. To be given once an answer: in final functions, which workers do not run.
inline void warn_of(const ranking::prepared_match &request) {
  if (request.warning) postgres::warn(request.warning->message, request.warning->hint);
}

inline void check_request(NullableDatum request) {
  if (request.isnull)
    throw error(sqlstate::null_value_not_allowed, "match request must not be null", "",
                "Build it with harmony.match_request().");
}

}  // namespace harmony::functions
