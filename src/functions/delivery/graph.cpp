// Shells of the walk over the graph of commits, and of how few authors made them.
#include "core/delivery/first_containing.hpp"
#include "core/statistics/concentration.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using delivery::contained_commit;

constexpr column<contained_commit> contained_columns[] = {
    {"commit_id", from<&contained_commit::commit_id>},
    {"head", from<&contained_commit::head>},
};

}  // namespace

// first_containing(child, parent, heads)
HARMONY_FUNCTION(first_containing) {
  // The copies of the arrays are freed before the rows take memory.
  delivery::first_containing found = [&] {
    const array_values<std::int64_t> child = bigint_array(PG_GETARG_DATUM(0), "child");
    const array_values<std::int64_t> parent = bigint_array(PG_GETARG_DATUM(1), "parent");
    const array_values<std::int64_t> heads = bigint_array(PG_GETARG_DATUM(2), "heads");
    return delivery::first_containing(without_nulls(child, "child"), parent.all(), heads.all());
  }();
  contained_commit row;
  return return_rows(fcinfo, contained_columns,
                     [&] { return found.next(row) ? &row : static_cast<contained_commit *>(nullptr); });
}

// bus_factor(commits, share)
HARMONY_FUNCTION(bus_factor) {
  const auto commits = present_values(bigint_array(PG_GETARG_DATUM(0), "commits"));
  const std::int32_t n = statistics::fewest_with_share(commits, PG_GETARG_FLOAT8(1));
  if (n == 0) PG_RETURN_NULL();
  PG_RETURN_INT32(n);
}

}  // namespace harmony::functions
