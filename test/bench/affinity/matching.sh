#!/bin/sh
# Two sides matched (harmony.stable_matching), and one (harmony.stable_roommates), beside the scan and beside Python's deferred acceptance
# on lists that NumPy has sorted; what the aggregate keeps beside what its rows hold.
#   SIDE=2000  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
SIDE=${SIDE:-2000} ROUNDS=${ROUNDS:-3}
bench_start matching shared_buffers=1GB
psql -qX -v ON_ERROR_STOP=1 -v n="$SIDE" <<'EOF'
CREATE UNLOGGED TABLE bench.pair AS
SELECT a, b, hashint8extended(a * 100000 + b, 1) / 2.0::float8 ^ 63 AS s, hashint8extended(a * 100000 + b, 2) / 2.0::float8 ^ 63 AS r
FROM generate_series(1, :n::bigint) a, generate_series(1, :n::bigint) b;
EOF
psql -qX -c 'VACUUM ANALYZE' 2>/dev/null
query() { # what
  case $1 in
    bare) echo "SELECT count(a), count(b), sum(s), sum(r) FROM bench.pair" ;;
    sides) echo "SELECT cardinality(harmony.stable_matching(a, b, s, r)) FROM bench.pair" ;;
    one) echo "SELECT cardinality(harmony.stable_roommates(a, b, s)) FROM bench.pair WHERE a <> b" ;;
  esac
}
cases='bare sides one'
for what in $cases; do
  : >"$cluster/$what"
  time_sql "$(query $what)" >/dev/null # into the cache
done
: >"$cluster/python"
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do # the second time in a session, whose first time maps the server's buffers page by page
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; $(query $what);" >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/matching.py" "$SIDE" 2>/dev/null >>"$cluster/python"
done
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
python=$(median <"$cluster/python")
# The most that a backend had for itself beyond its start, in bytes a row.
used=$(psql -qAtX -v ON_ERROR_STOP=1 <<EOF | tail -1
SET max_parallel_workers_per_gather = 0; SET jit = off; LOAD 'harmony';
SELECT harmony.stable_matching(1, 2, 3, 4) \g /dev/null
$(query bare) \g /dev/null
CREATE TEMP TABLE used AS SELECT (regexp_match(pg_read_file('/proc/self/status'), 'VmHWM:\s+(\d+)'))[1]::float8 AS kb,
  (regexp_match(pg_read_file('/proc/self/status'), 'RssShmem:\s+(\d+)'))[1]::float8 AS shared;
$(query sides) \g /dev/null
SELECT round(1024 * ((regexp_match(pg_read_file('/proc/self/status'), 'VmHWM:\s+(\d+)'))[1]::float8 - kb) / $SIDE / $SIDE) FROM used;
EOF
)
heading "$SIDE against $SIDE, every pair; no workers; median of $ROUNDS, milliseconds" wall CPU ': bare'
row "sums of the same columns" "$wall_bare" "$cpu_bare" 1
row "stable_matching" "$wall_sides" "$cpu_sides" "$(calc "$wall_sides / $wall_bare")"
row "stable_roommates of one side" "$wall_one" "$cpu_one" "$(calc "$wall_one / $wall_bare")"
row "Python, NumPy: lists sorted, deferred acceptance" "${python:-not here}" '' "$([ -n "$python" ] || echo python3-numpy)"
goal "$wall_sides" '<=' 1500; row "stable_matching, milliseconds" "$wall_sides" "<= 1500" "$verdict"
goal "$used" '<=' 64; row "memory, bytes a row of 32" "$used" "<= 64" "$verdict"
exit "$missed"
