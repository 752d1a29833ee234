#!/bin/sh
# The walk over a graph of commits (harmony.first_containing) beside the array_agg of its edges, a recursive query and Python; its memory;
# medians and quantiles of lead times beside percentile_cont; a forecast beside drawing with NumPy.
#   COMMITS=1000000  HEADS=200000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
COMMITS=${COMMITS:-1000000} HEADS=${HEADS:-200000} ROUNDS=${ROUNDS:-5}
bench_start delivery shared_buffers=1GB

psql -qX -v ON_ERROR_STOP=1 -v n="$COMMITS" -v h="$HEADS" <<'EOF'
-- A fifth of the commits begins a branch, a fifth is a merge.
CREATE FUNCTION bench.draw(i bigint, k integer, below integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT mod(abs(hashint8extended(i, k)), below) $$;
CREATE UNLOGGED TABLE bench.graph AS
SELECT i AS child,
  CASE WHEN i > 1 THEN greatest(1, i - 1 - CASE WHEN bench.draw(i, 1, 5) = 0 THEN bench.draw(i, 2, 30) ELSE 0 END) END AS parent
FROM generate_series(1, :n) i
UNION ALL SELECT i, greatest(1, i - 2 - bench.draw(i, 3, 50)) FROM generate_series(6, :n, 5) i;
CREATE UNLOGGED TABLE bench.head AS SELECT i::bigint AS position, i * (:n / :h)::bigint AS commit FROM generate_series(1, :h) i;
CREATE UNLOGGED TABLE bench.graph_far AS SELECT hashint8extended(child, 9) AS child, hashint8extended(parent, 9) AS parent FROM bench.graph;
CREATE UNLOGGED TABLE bench.head_far AS SELECT position, hashint8extended(commit, 9) AS commit FROM bench.head;
-- A history as long as that of a large project, with 103 releases.
CREATE UNLOGGED TABLE bench.history AS SELECT * FROM bench.graph WHERE child <= 6687;
CREATE INDEX ON bench.history (child);
CREATE UNLOGGED TABLE bench.release AS SELECT i::bigint AS position, 64 + 64 * i::bigint AS commit FROM generate_series(1, 103) i;
CREATE UNLOGGED TABLE bench.lead AS
SELECT '2026-01-01Z'::timestamptz + make_interval(secs => i) AS start,
  '2026-01-01Z'::timestamptz + make_interval(secs => i + exp(8 + 3 * bench.draw(i, 4, 10000) / 10000.0)) AS "end"
FROM generate_series(1, :n) i;
EOF
psql -qX -c 'VACUUM ANALYZE' 2>/dev/null

walk() { # graph head
  echo "SELECT count(*) FROM (SELECT array_agg(child) AS c, array_agg(parent) AS p FROM bench.$1) s,
    harmony.first_containing(c, p, (SELECT array_agg(commit ORDER BY position) FROM bench.$2))"
}
recursive="WITH RECURSIVE reach AS (SELECT position, commit FROM bench.release
    UNION SELECT r.position, h.parent FROM reach r JOIN bench.history h ON h.child = r.commit WHERE h.parent IS NOT NULL)
  SELECT commit AS commit_id, min(position)::integer AS head FROM reach GROUP BY commit"
query() { # what
  case $1 in
    edges) echo "SELECT cardinality(array_agg(child)), cardinality(array_agg(parent)) FROM bench.graph" ;;
    near) walk graph head ;;
    far) walk graph_far head_far ;;
    recursive) echo "SELECT count(*) FROM ($recursive) s" ;;
    history) walk history release ;;
    bare) echo 'SELECT count(start), count("end") FROM bench.lead' ;;
    cont) echo "SELECT percentile_cont(ARRAY[.5, .75, .9]) WITHIN GROUP (ORDER BY extract(epoch FROM \"end\" - start)::float8)
        FROM bench.lead" ;;
    summary) echo 'SELECT harmony.duration_summary(start, "end") FROM bench.lead' ;;
    forecast) echo "SELECT count(harmony.forecast_items(array_append('{1,2,0,2,3,5,1,2,0,0,0,5,2,3,1,12,3,0,0,7,5,2,0,2,0}', i % 3), 12,
        '{.5,.85,.95}')) FROM generate_series(1, 1000) i" ;;
  esac
}
cases='edges near far recursive history bare cont summary forecast'
for what in $cases; do
  : >"$cluster/$what"
  time_sql "$(query $what)" >/dev/null # into the cache
done
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do # the library is loaded, and was called, before
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '256MB';
      $(query history);" >>"$cluster/$what"
  done
done
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
python() { "${PYTHON:-/usr/bin/python3}" "$bench/graph.py" "$1" 2>/dev/null; }
python_walk=$(psql -qAtX -c "COPY bench.graph TO STDOUT" -c '\echo heads' \
  -c "COPY (SELECT commit FROM bench.head ORDER BY position) TO STDOUT" | python walk)
numpy=$(python draws </dev/null)

# memory GRAPH HEAD: what the most that a session has held grows by, after the edges alone.
memory() {
  most="SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+) kB')"
  psql -qAtX -v ON_ERROR_STOP=1 <<EOF | awk -v n="$COMMITS" 'NR == 2 { from = $1 } END { printf "%.0f\n", ($1 - from) * 1024 / n }'
$(query edges);
$most;
$(walk "$1" "$2");
$most;
EOF
}

heading "$COMMITS commits, $HEADS heads, no workers; median of $ROUNDS, milliseconds" wall CPU ': array_agg'
row "array_agg of the edges" "$wall_edges" "$cpu_edges" 1
row "first_containing, numbers close together, array_agg included" "$wall_near" "$cpu_near" "$(calc "$wall_near / $wall_edges")"
row "first_containing, numbers far apart, array_agg included" "$wall_far" "$cpu_far" "$(calc "$wall_far / $wall_edges")"
row "Python: edges from COPY, dictionaries, the walk" "${python_walk:-not here}"
goal "$(calc "$wall_near / $wall_edges")" '<=' 3
row "first_containing : array_agg of the edges" "$(calc "$wall_near / $wall_edges")" "<= 3" "$verdict"
goal "$(calc "$wall_far / $wall_edges")" '<=' 3
row "  of numbers far apart" "$(calc "$wall_far / $wall_edges")" "<= 3" "$verdict"
goal "$(memory graph head)" '<=' 100
row "memory beyond the array_agg, bytes a commit" "$(memory graph head)" "<= 100" "$verdict"
heading "6,687 commits, 103 releases" wall CPU
row "recursive query" "$wall_recursive" "$cpu_recursive"
row "first_containing" "$wall_history" "$cpu_history"
goal "$(calc "$wall_recursive / $wall_history")" '>=' 50
row "recursive query : first_containing" "$(calc "$wall_recursive / $wall_history")" ">= 50" "$verdict"
differ=$(sql "SELECT count(*) FROM ($recursive) a FULL JOIN (SELECT f.* FROM (SELECT array_agg(child) AS c, array_agg(parent) AS p
  FROM bench.history) s, harmony.first_containing(c, p, (SELECT array_agg(commit ORDER BY position) FROM bench.release)) f) b
  USING (commit_id, head) WHERE a.commit_id IS NULL OR b.commit_id IS NULL")
goal "$differ" '<=' 0
row "commits that differ between the two" "$differ" "<= 0" "$verdict"
heading "$COMMITS lead times" wall CPU
row "count of both columns" "$wall_bare" "$cpu_bare"
row "percentile_cont of the three, extract(epoch)" "$wall_cont" "$cpu_cont"
row "duration_summary of two times: nine figures" "$wall_summary" "$cpu_summary"
goal "$(calc "$wall_summary / $wall_cont")" '<=' 0.45
row "duration_summary : percentile_cont" "$(calc "$wall_summary / $wall_cont")" "<= 0.45" "$verdict"
heading "12 periods from 26, three probabilities" milliseconds
row "NumPy, 100,000 draws" "${numpy:-not here}"
goal "$(calc "$wall_forecast / 1000")" '<=' 1
row "forecast_items" "$(calc "$wall_forecast / 1000")" "<= 1" "$verdict"
exit $missed
