// The state of harmony.match, which other aggregates over the same arguments share.
#pragma once

#include <string>

#include "core/base/error.hpp"
#include "core/ranking/match.hpp"
#include "postgres/aggregate.hpp"

namespace harmony::functions {

/// The pool, and the request's bytes: a parallel worker hands both to the leader.
struct match_state {
  std::string request;  // a jsonb value
  ranking::match_pool pool;
};
using match_aggregate = postgres::aggregate_state<match_state>;

[[noreturn]] inline void refuse_null_request() {
  throw error(sqlstate::null_value_not_allowed, "match request must not be null", "",
              "Build it with harmony.match_request().");
}

}  // namespace harmony::functions
