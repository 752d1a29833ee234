#!/bin/sh
# harmony.drift of a reference and as many current values beside sorting all of them once (percentile_disc), the bare scan, and the parts
# of it that there are as aggregates of their own (ks_2samp, wasserstein) and in SciPy, where it is installed.
#   VALUES_=1000000 a side  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
VALUES_=${VALUES_:-1000000} ROUNDS=${ROUNDS:-5}
bench_start drift shared_buffers=1GB autovacuum=off

psql -qX -v ON_ERROR_STOP=1 -v n="$VALUES_" <<'EOF'
CREATE UNLOGGED TABLE bench.reading WITH (parallel_workers = 1) AS
SELECT 50 + 10 * sqrt(-2 * ln((1 + mod(abs(hashint8extended(i, 1)), 1000000007)) / 1000000008.0::float8))
  * cos(6.283185307179586 * mod(abs(hashint8extended(i, 2)), 1000000007) / 1000000007.0::float8) + 0.01 * (i % 2) AS value,
  i % 2 = 0 AS is_reference, 'c' || mod(abs(hashint8extended(i, 3)), 100) AS category
FROM generate_series(1, 2 * :n) i;
VACUUM ANALYZE bench.reading;
EOF
query() { # what
  case $1 in
    scan) echo "SELECT count(value) FROM bench.reading" ;;
    sort) echo "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY value) FROM bench.reading" ;;
    drift | workers) echo "SELECT harmony.drift(value, is_reference) FROM bench.reading" ;;
    parts) echo "SELECT harmony.ks_2samp(value, is_reference), harmony.wasserstein(value, is_reference) FROM bench.reading" ;;
    categories) echo "SELECT harmony.drift_categories(category, is_reference) FROM bench.reading" ;;
    counts) echo "SELECT category, is_reference, count(*) FROM bench.reading GROUP BY 1, 2" ;;
  esac
}
cases='scan sort drift workers parts counts categories'
for what in $cases; do : >"$cluster/$what"; done
time_sql "$(query scan)" >/dev/null # into the cache
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    workers=0
    if [ "$what" = workers ]; then workers=1; fi
    time_sql "$(query $what)" "LOAD 'harmony'; SET max_parallel_workers_per_gather = $workers; SET jit = off; SET work_mem = '1GB';" \
      >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/drift.py" 2>/dev/null >>"$cluster/scipy" || :
done
same=$(sql "SET max_parallel_workers_per_gather = 0; CREATE TEMP TABLE one AS $(query drift);
  SET max_parallel_workers_per_gather = 1; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
  CREATE TEMP TABLE two AS $(query drift); SELECT (SELECT t::text FROM one t) = (SELECT t::text FROM two t)")
ms() { awk -v column="$2" '{print $column}' "$cluster/$1" | median; }
heading "$VALUES_ values a side, one process but for the line with a worker; median of $ROUNDS, milliseconds" wall CPU
row "scan" "$(ms scan 1)" "$(ms scan 2)"
row "sorting all (percentile_disc)" "$(ms sort 1)" "$(ms sort 2)"
row "harmony.drift" "$(ms drift 1)" "$(ms drift 2)"
row "harmony.drift, one worker beside (CPU: leader's)" "$(ms workers 1)" "$(ms workers 2)"
row "harmony.ks_2samp and harmony.wasserstein" "$(ms parts 1)" "$(ms parts 2)"
if [ -s "$cluster/scipy" ]; then row "SciPy, the same two, with fetching" "$(ms scipy 1)" "$(ms scipy 2)"; fi
row "GROUP BY category, side" "$(ms counts 1)" "$(ms counts 2)"
row "harmony.drift_categories" "$(ms categories 1)" "$(ms categories 2)"
heading "" "" goal
ratio=$(calc "$(ms drift 2) / $(ms sort 2)")
goal "$ratio" '<=' 3; row "drift : sorting, CPU" "$ratio" "<= 3" "$verdict"
goal "\"$same\"" '==' '"t"'; row "serial = parallel" "$same" t "$verdict"
exit $missed
