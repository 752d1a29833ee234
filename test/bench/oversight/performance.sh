#!/bin/sh
# harmony.binary_performance beside one sort of the same probabilities (percentile_disc), the AUC alone in plain SQL by ranks, and
# NumPy and SciPy with four of the figures after fetching, where they are installed.
#   ROWS=1000000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-1000000} ROUNDS=${ROUNDS:-5}
bench_start performance shared_buffers=1GB autovacuum=off

psql -qX -v ON_ERROR_STOP=1 -v n="$ROWS" <<'EOF'
CREATE UNLOGGED TABLE bench.scored WITH (parallel_workers = 1) AS
SELECT p, mod(abs(hashint8extended(i, 2)), 1000000007) / 1000000007.0::float8 < 0.2 + 0.6 * p AS y, p + sin(i) / 10 AS f
FROM (SELECT i, mod(abs(hashint8extended(i, 1)), 1000000007) / 1000000007.0::float8 AS p FROM generate_series(1, :n) i) s;
VACUUM ANALYZE bench.scored;
EOF
query() { # what
  case $1 in
    scan) echo "SELECT count(p) FROM bench.scored" ;;
    sort) echo "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY p) FROM bench.scored" ;;
    binary | workers) echo "SELECT harmony.binary_performance(y, p) FROM bench.scored" ;;
    ranks) echo "SELECT (sum(r) FILTER (WHERE y) - m * (m + 1) / 2) / (m * n::float8) FROM (SELECT y, rank() OVER w +
      (count(*) OVER (PARTITION BY p) - 1) / 2.0 AS r, count(*) FILTER (WHERE y) OVER () AS m, count(*) FILTER (WHERE NOT y) OVER () AS n
      FROM bench.scored WINDOW w AS (ORDER BY p)) s GROUP BY m, n" ;;
    estimated) echo "SELECT harmony.estimated_performance(p) FROM bench.scored" ;;
    regression) echo "SELECT harmony.regression_performance(p, f) FROM bench.scored" ;;
  esac
}
cases='scan sort binary workers ranks estimated regression'
for what in $cases; do : >"$cluster/$what"; done
time_sql "$(query scan)" >/dev/null # into the cache
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    workers=0
    if [ "$what" = workers ]; then workers=1; fi
    time_sql "$(query $what)" "LOAD 'harmony'; SET max_parallel_workers_per_gather = $workers; SET jit = off; SET work_mem = '1GB';" \
      >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/performance.py" 2>/dev/null >>"$cluster/numpy" || :
done
same=$(sql "SET max_parallel_workers_per_gather = 0; CREATE TEMP TABLE one AS $(query binary);
  SET max_parallel_workers_per_gather = 1; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
  CREATE TEMP TABLE two AS $(query binary); SELECT (SELECT t::text FROM one t) = (SELECT t::text FROM two t)")
ms() { awk -v column="$2" '{print $column}' "$cluster/$1" | median; }
heading "$ROWS rows, one process but for the line with a worker; median of $ROUNDS, milliseconds" wall CPU
row "scan" "$(ms scan 1)" "$(ms scan 2)"
row "one sort (percentile_disc)" "$(ms sort 1)" "$(ms sort 2)"
row "harmony.binary_performance" "$(ms binary 1)" "$(ms binary 2)"
row "harmony.binary_performance, one worker beside (CPU: leader's)" "$(ms workers 1)" "$(ms workers 2)"
row "AUC alone by ranks in SQL" "$(ms ranks 1)" "$(ms ranks 2)"
if [ -s "$cluster/numpy" ]; then row "NumPy and SciPy, four of the figures, with fetching" "$(ms numpy 1)" "$(ms numpy 2)"; fi
row "harmony.estimated_performance" "$(ms estimated 1)" "$(ms estimated 2)"
row "harmony.regression_performance" "$(ms regression 1)" "$(ms regression 2)"
heading "" "" goal
ratio=$(calc "$(ms binary 2) / $(ms sort 2)")
goal "$ratio" '<=' 1.5; row "binary_performance : one sort, CPU" "$ratio" "<= 1.5" "$verdict"
goal "\"$same\"" '==' '"t"'; row "serial = parallel" "$same" t "$verdict"
exit $missed
