#!/bin/sh
# One aggregate a metric (harmony_internal.metric_signals: peers, trend, p and q, type, severity, tiers) beside the same figures by SQL's
# window functions (without p and q) and by pandas, backend CPU of one process; and harmony.classify_signal by the row.
#   FACILITIES=2000  METRICS=20  MONTHS=12  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
FACILITIES=${FACILITIES:-2000} METRICS=${METRICS:-20} MONTHS=${MONTHS:-12} ROUNDS=${ROUNDS:-5}
bench_start signals shared_buffers=1GB

psql -qX -v ON_ERROR_STOP=1 -v f="$FACILITIES" -v m="$METRICS" -v t="$MONTHS" <<'EOF'
CREATE UNLOGGED TABLE bench.observation (metric integer, facility integer, period integer, value float8);
-- As a run brings them: node by node, its aggregate first; a hundredth of the months is missing.
INSERT INTO bench.observation
SELECT metric, facility, period, value
FROM (SELECT metric, facility, month, CASE WHEN month > 0 THEN 202400 + month + 88 * ((month - 1) / 12) END AS period,
        1.3 + 0.35 * hashint8extended(metric * 100000 + facility, 1) / 2 ^ 63
          + CASE WHEN month > 0 THEN 0.12 * hashint8extended(metric * 10000000 + facility * 100 + month, 2) / 2 ^ 63
              + 0.01 * month * hashint8extended(metric * 100000 + facility, 3) / 2 ^ 63 ELSE 0 END AS value
      FROM generate_series(1, :m) metric, generate_series(0, :t) month, generate_series(1, :f) facility) s
WHERE month = 0 OR mod(abs(hashint8extended(metric * 10000000 + facility * 100 + month, 4)), 100) > 0
ORDER BY metric, month > 0, facility, month;
VACUUM ANALYZE bench.observation;
EOF
psql -qX -v ON_ERROR_STOP=1 -f "$bench/windows.sql"
one="SELECT metric, s.* FROM (SELECT metric, harmony_internal.metric_signals(facility, period, value, NULL) AS signals
     FROM bench.observation GROUP BY metric) g, unnest(signals) s"
differ=$(sql "SELECT count(*) FROM ($one) a FULL JOIN bench.windows b USING (metric, facility)
  WHERE (a.signal_type, a.severity, a.periods, a.magnitude_tier, a.trajectory_tier, a.consistency_tier, a.suppressed)
      IS DISTINCT FROM (b.signal_type, b.severity, b.periods, b.magnitude_tier, b.trajectory_tier, b.consistency_tier, b.suppressed)
    OR abs(a.z - b.z) > 1e-9 OR abs(a.robust_z - b.robust_z) > 1e-9 OR abs(a.percentile - b.percentile) > 1e-9
    OR abs(a.mean_z - b.mean_z) > 1e-9 OR abs(a.sd_z - b.sd_z) > 1e-9 OR abs(a.max_abs_z - b.max_abs_z) > 1e-9
    OR abs(a.slope_percentile - b.slope_percentile) > 1e-9 OR abs(a.acceleration - b.acceleration) > 1e-9")
sql "CREATE UNLOGGED TABLE bench.input AS
     SELECT (i % 700) / 100.0::float8 - 3.5 AS z, (i % 101)::float8 AS p, (i % 41 - 20) / 1000.0::float8 AS a,
       (i % 13) / 10.0::float8 AS sd, (i % 37) / 10.0::float8 AS most, i % 12 AS periods FROM generate_series(1, 1000000) i" >/dev/null
sql "VACUUM ANALYZE bench.input"
query() { # what
  case $1 in
    scan) echo "SELECT count(*) FROM bench.observation" ;;
    one) echo "SELECT count(s) FROM ($one) s" ;;
    windows) echo "SELECT count(s) FROM bench.windows s" ;; # whole rows: every column is computed
    bare) echo "SELECT count(z + p + a + sd + most + periods) FROM bench.input" ;;
    classify) echo "SELECT count((harmony.classify_signal(z, p, a, sd, most, false, periods)).severity) FROM bench.input" ;;
  esac
}
cases='scan one windows bare classify'
for what in $cases; do : >"$cluster/$what"; done
time_sql "$(query scan)" >/dev/null # into the cache
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '256MB';" >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/score.py" 2>/dev/null | head -1 >>"$cluster/pandas"
done
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
wall_pandas=$(awk '{print 1000 * $1}' "$cluster/pandas" | median)
heading "$FACILITIES facilities, $METRICS metrics, $MONTHS months, no workers; median of $ROUNDS, milliseconds" wall CPU ': windows'
row "count(*)" "$wall_scan" "$cpu_scan" "$(calc "$wall_scan / $wall_windows")"
row "metric_signals" "$wall_one" "$cpu_one" "$(calc "$wall_one / $wall_windows")"
row "SQL: windows, groups and joins" "$wall_windows" "$cpu_windows" 1
if [ -n "$wall_pandas" ]; then
  row "pandas, rows brought to it by COPY, results not back" "$wall_pandas" '' "$(calc "$wall_pandas / $wall_windows")"
else
  row "pandas" "not here" '' "python3-pandas, python3-psycopg2"
fi
goal "$(calc "$wall_one / $wall_windows")" '<=' 0.2
row "metric_signals : SQL windows" "$(calc "$wall_one / $wall_windows")" "<= 0.2" "$verdict"
goal "$differ" '<=' 0
row "signals that differ between the two" "$differ" "<= 0" "$verdict"
micro=$(calc "($cpu_classify - $cpu_bare) / 1000")
goal "$micro" '<=' 1
row "classify_signal, microseconds a row beyond the scan" "$micro" "<= 1" "$verdict"
exit $missed
