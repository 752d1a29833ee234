#!/bin/sh
# All pairs of people on seven traits (harmony.trait_neighbors), and the best of a pool of embeddings for one query and for many in one
# pass (harmony_internal.best_embeddings), beside NumPy on arrays that it has already. pgvector is no package of Debian 12, so not here.
#   PEOPLE=5000  EMBEDDINGS=100000  DIMENSIONS=128  QUERIES=200  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
PEOPLE=${PEOPLE:-5000} EMBEDDINGS=${EMBEDDINGS:-100000} DIMENSIONS=${DIMENSIONS:-128} QUERIES=${QUERIES:-200} ROUNDS=${ROUNDS:-5}
bench_start neighbors shared_buffers=1GB

psql -qX -v ON_ERROR_STOP=1 -v p="$PEOPLE" -v n="$EMBEDDINGS" -v d="$DIMENSIONS" -v q="$QUERIES" <<'EOF'
CREATE UNLOGGED TABLE bench.person AS
SELECT i::bigint AS id,
  (SELECT array_agg(mod(abs(hashint8extended(i * 7 + t, 1)), 1001) / 10.0::float8) FROM generate_series(1, 7) t) AS traits
FROM generate_series(1, :p) i;
CREATE UNLOGGED TABLE bench.photo AS
SELECT i::bigint AS id,
  (SELECT array_agg((hashint8extended(i * 1000::bigint + e, 2) / 2.0 ^ 63)::float4) FROM generate_series(1, :d) e) AS x
FROM generate_series(1, :n) i;
CREATE UNLOGGED TABLE bench.query AS SELECT array_agg(x::float8[]) AS x, (array_agg(x::float8[]))[1:1] AS first
FROM (SELECT x FROM bench.photo ORDER BY id LIMIT :q) s;
EOF
psql -qX -c 'VACUUM ANALYZE' 2>/dev/null
best() { # queries
  echo "SELECT cardinality(harmony_internal.best_embeddings(id, x, (SELECT $1 FROM bench.query), 10, 'inner_product')) FROM bench.photo"
}
query() { # what
  case $1 in
    scan) echo "SELECT count(traits) FROM bench.person" ;;
    pairs) echo "SELECT cardinality(harmony.trait_neighbors(id, traits, 10)) FROM bench.person" ;;
    scan_photos) echo "SELECT count(x) FROM bench.photo" ;;
    one) best first ;;
    many) best x ;;
  esac
}
cases='scan pairs scan_photos one many'
for what in $cases; do
  : >"$cluster/$what"
  time_sql "$(query $what)" >/dev/null # into the cache
done
: >"$cluster/numpy"
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do # the second time in a session, whose first time maps the server's buffers page by page
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; $(query $what);" >>"$cluster/$what"
  done
  psql -qAtX -c "COPY (SELECT array_to_string(traits, ' ') FROM bench.person ORDER BY id) TO STDOUT" -c '\echo photos' \
    -c "COPY (SELECT array_to_string(x, ' ') FROM bench.photo ORDER BY id) TO STDOUT" |
    "${PYTHON:-/usr/bin/python3}" "$bench/neighbors.py" "$QUERIES" 2>/dev/null >>"$cluster/numpy"
done
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
numpy() { awk -v column="$1" 'NF > 1 {print $column}' "$cluster/numpy" | median; }
numpy_pairs=$(numpy 1) numpy_one=$(numpy 2) numpy_many=$(numpy 3)
heading "$PEOPLE people, $EMBEDDINGS embeddings of $DIMENSIONS, no workers; median of $ROUNDS, milliseconds" wall CPU 'NumPy, wall'
row "all pairs on seven traits, ten best of each" "$wall_pairs" "$cpu_pairs" "${numpy_pairs:-not here: python3-numpy}"
row "count(*) of the embeddings" "$wall_scan_photos" "$cpu_scan_photos"
row "ten best for one query" "$wall_one" "$cpu_one" "$numpy_one"
each=$(calc "$wall_many / $QUERIES")
row "ten best for each of $QUERIES queries in one pass" "$wall_many" "$cpu_many" "$numpy_many"
goal "$wall_pairs" '<=' 60; row "all pairs, milliseconds" "$wall_pairs" "<= 60" "$verdict"
goal "$wall_one" '<=' 30; row "ten best for one query, milliseconds" "$wall_one" "<= 30" "$verdict"
goal "$each" '<=' 3; row "a query of many, milliseconds" "$each" "<= 3" "$verdict"
if [ -n "$numpy_pairs" ]; then
  goal "$(calc "$wall_pairs / $numpy_pairs")" '<=' 0.1
  row "all pairs : NumPy" "$(calc "$wall_pairs / $numpy_pairs")" "<= 0.1" "$verdict"
  goal "$(calc "($wall_one - $wall_scan_photos) / $numpy_one")" '<=' 2
  row "one query beyond the scan : NumPy" "$(calc "($wall_one - $wall_scan_photos) / $numpy_one")" "<= 2" "$verdict"
  goal "$(calc "$wall_many / $numpy_many")" '<=' 1
  row "many queries : NumPy" "$(calc "$wall_many / $numpy_many")" "<= 1" "$verdict"
fi
exit "$missed"
