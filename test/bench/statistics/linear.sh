#!/bin/sh
# harmony.ols beside the aggregate that does nothing, regr_slope, PL/Python with NumPy, PL/R and NumPy over COPY: time by
# form and number of processes, memory of a long aggregate and of many groups. Server CPU is judged, each against the
# floor of the same run: the do-nothing aggregate with the same arguments (linear_floor.c). Goals are judged on each side's
# best round, since a busy machine only ever adds; medians stand in the table.
#   ROWS=1000000  ROUNDS=12  REPEATS=2  LONG=10 (times ROWS for the memory test)
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-1000000} ROUNDS=${ROUNDS:-12} REPEATS=${REPEATS:-2} LONG=${LONG:-10}
bench_start linear shared_buffers=2GB work_mem=256MB max_parallel_workers=4

cc -O2 -Wall -shared -fPIC -I"$($PG_CONFIG --includedir-server)" -o "$cluster/linear_floor.so" "$bench/linear_floor.c"
chmod 755 "$cluster/linear_floor.so"
columns='x1, x2, x3, x4, x5, x6, x7, x8, x9, x10'
psql -qX -v ON_ERROR_STOP=1 -v rows="$ROWS" -v floor="$cluster/linear_floor.so" <<'EOF'
CREATE FUNCTION bench.nothing(internal, float8, float8) RETURNS internal LANGUAGE c PARALLEL SAFE AS :'floor', 'do_nothing';
CREATE FUNCTION bench.nothing(internal, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8)
  RETURNS internal LANGUAGE c PARALLEL SAFE AS :'floor', 'do_nothing';
CREATE FUNCTION bench.nothing(internal, float8, float8[]) RETURNS internal LANGUAGE c PARALLEL SAFE AS :'floor', 'do_nothing';
CREATE FUNCTION bench.nothing(internal) RETURNS bigint LANGUAGE c PARALLEL SAFE AS :'floor', 'finish_nothing';
CREATE AGGREGATE bench.floor(float8, float8) (SFUNC = bench.nothing, STYPE = internal, FINALFUNC = bench.nothing);
CREATE AGGREGATE bench.floor(float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8)
  (SFUNC = bench.nothing, STYPE = internal, FINALFUNC = bench.nothing);
CREATE AGGREGATE bench.floor(float8, float8[]) (SFUNC = bench.nothing, STYPE = internal, FINALFUNC = bench.nothing);
SELECT setseed(0.5) \g /dev/null
CREATE UNLOGGED TABLE bench.columns AS
SELECT x1 - 2 * x2 + random() AS y, v.*
FROM (SELECT random() x1, random() x2, random() x3, random() x4, random() x5,
             random() x6, random() x7, random() x8, random() x9, random() x10 FROM generate_series(1, :rows)) v;
CREATE UNLOGGED TABLE bench.arrays AS SELECT y, ARRAY[x1, x2, x3, x4, x5, x6, x7, x8, x9, x10] AS xs FROM bench.columns;
CREATE UNLOGGED TABLE bench.groups AS SELECT (row_number() OVER ())::int % 100000 AS g, y, x1 FROM bench.columns;
VACUUM ANALYZE bench.columns, bench.arrays, bench.groups;
EOF
has() {
  [ "$(sql "SELECT count(*) FROM pg_available_extensions WHERE name = '$1'")" = 1 ] && psql -qX -c "CREATE EXTENSION $1" >/dev/null 2>&1
}
peers=''
if has plpython3u; then
  peers="$peers plpython"
  psql -qX -v ON_ERROR_STOP=1 <<'EOF'
CREATE FUNCTION bench.fit_numpy() RETURNS float8[] LANGUAGE plpython3u AS $$
import numpy
rows = plpy.execute("SELECT y, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10 FROM bench.columns")
data = numpy.array([tuple(r.values()) for r in rows])
x = numpy.column_stack([numpy.ones(len(data)), data[:, 1:]])
return list(numpy.linalg.solve(x.T @ x, x.T @ data[:, 0]))
$$;
EOF
fi
if has plr; then
  peers="$peers plr"
  psql -qX -v ON_ERROR_STOP=1 <<'EOF'
CREATE FUNCTION bench.fit_r() RETURNS float8[] LANGUAGE plr AS $$
data <- pg.spi.exec("SELECT y, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10 FROM bench.columns")
as.numeric(coef(lm(y ~ ., data)))
$$;
EOF
fi

query() {
  case $1 in
    count) echo "SELECT count(*) FROM bench.columns" ;;
    floor_1) echo "SELECT bench.floor(y, x1) FROM bench.columns" ;;
    regr_slope | slope_parallel) echo "SELECT regr_slope(y, x1) FROM bench.columns" ;;
    ols_1) echo "SELECT harmony.ols(y, x1) FROM bench.columns" ;;
    floor) echo "SELECT bench.floor(y, $columns) FROM bench.columns" ;;
    ols | parallel) echo "SELECT harmony.ols(y, $columns) FROM bench.columns" ;;
    floor_array) echo "SELECT bench.floor(y, xs) FROM bench.arrays" ;;
    ols_array) echo "SELECT harmony.ols(y, xs) FROM bench.arrays" ;;
    folds) echo "SELECT harmony.cross_validated_ols(10, (y * 1e6)::bigint, y, xs) FROM bench.arrays" ;;
    group_slope) echo "SELECT count(s) FROM (SELECT regr_slope(y, x1) AS s FROM bench.groups GROUP BY g OFFSET 0) f" ;;
    group_ols) echo "SELECT count(s) FROM (SELECT harmony.ols(y, x1) AS s FROM bench.groups GROUP BY g OFFSET 0) f" ;;
    plpython) echo "SELECT bench.fit_numpy()" ;;
    plr) echo "SELECT bench.fit_r()" ;;
  esac
}
# measure WHAT REPEATS: wall and CPU milliseconds of one execution, after one to warm up, into files.
measure() {
  workers=0
  case $1 in parallel | slope_parallel) workers=1 ;; esac
  {
    printf '%s\n' "SET max_parallel_workers_per_gather = $workers; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;" \
      '\o /dev/null' "$(query "$1");" '\o' "SELECT 'cpu ' || bench.cpu_ms();" '\timing on'
    # The answer goes nowhere, the time to stdout.
    for i in $(seq "$2"); do printf '%s\n' '\o /dev/null' "$(query "$1");" '\o'; done
    printf '%s\n' '\timing off' "SELECT 'cpu ' || bench.cpu_ms();"
  } | psql -qAtX -v ON_ERROR_STOP=1 | awk -v n="$2" -v w="$cluster/wall.$1" -v c="$cluster/cpu.$1" \
    '/^cpu /{t[k++]=$2} /^Time: /{s+=$2} END{printf "%.2f\n", s/n >>w; printf "%.2f\n", (t[1]-t[0])/n >>c}'
}
for round in $(seq "$ROUNDS"); do
  for what in count floor_1 regr_slope slope_parallel ols_1 floor ols parallel floor_array ols_array folds; do
    measure $what "$REPEATS"
  done
done
for what in group_slope group_ols; do measure $what 3; done
for what in $peers; do measure "$what" 1; done
python=${PYTHON:-/usr/bin/python3}
for round in 1 2 3; do
  "$python" "$bench/linear.py" bench.columns 2>/dev/null | head -1 | awk '{print 1000 * $1}' >>"$cluster/wall.copy" || true
done

best() { sort -n "$cluster/wall.$1" | head -1; }

wall() { median <"$cluster/wall.$1"; }
cpu() { median <"$cluster/cpu.$1"; }
heading "Least squares over $ROWS rows; median of $ROUNDS rounds of $REPEATS, milliseconds" wall "server CPU" "CPU : floor of its arguments"
line() { # what label floor
  if [ ! -s "$cluster/wall.$1" ]; then row "$2" "-" "-" "not installed"; return; fi
  if [ -s "$cluster/cpu.$1" ]; then
    row "$2" "$(wall "$1")" "$(cpu "$1")" "$(calc "$(cpu "$1") / $(cpu "$3")")"
  else
    row "$2" "$(wall "$1")" "-" "wall $(calc "$(wall "$1") / $(wall "$3")")"
  fi
}
line count "count(*)" floor
line floor_1 "do nothing (y, x1)" floor_1
line regr_slope "regr_slope(y, x1)" floor_1
line ols_1 "harmony.ols(y, x1)" floor_1
line floor "do nothing (y, x1 .. x10)" floor
line ols "harmony.ols(y, x1 .. x10)" floor
line parallel "the same with a second process (CPU: leader)" floor
line floor_array "do nothing (y, xs)" floor_array
line ols_array "harmony.ols(y, xs)" floor_array
line folds "harmony.cross_validated_ols, 10 folds" floor_array
line plpython "PL/Python, NumPy normal equations" floor
line plr "PL/R, lm" floor
line copy "COPY to a client, NumPy normal equations (wall)" floor
line group_slope "regr_slope, 100,000 groups" group_slope
line group_ols "harmony.ols(y, x1), 100,000 groups" group_slope

# Memory: the most private memory that a backend has during one long aggregate, beyond what it had before.
growth() {
  psql -qAtX >"$cluster/pid" <<EOF &
SET max_parallel_workers_per_gather = 0;
SET enable_material = off;
SELECT harmony.ols(y, x1, x2) IS NULL FROM (SELECT * FROM bench.columns LIMIT 1000) t;
SELECT pg_backend_pid();
SELECT pg_sleep(1);
SELECT harmony.ols(y, $columns) IS NULL FROM bench.columns, generate_series(1, $LONG);
EOF
  session=$!
  pid=''
  while [ -z "$pid" ]; do sleep 0.1; pid=$(sed -n 2p "$cluster/pid"); done
  private() { awk '/^RssAnon/{print $2}' "/proc/$pid/status" 2>/dev/null; }
  sleep 0.5
  first=$(private) most=0
  while kb=$(private) && [ -n "$kb" ]; do
    if [ "$kb" -gt "$most" ]; then most=$kb; fi
    sleep 0.02
  done
  wait $session
  echo $((most - first))
}
grown=$(growth)
per_group() { # aggregate: bytes a group in the hash table
  psql -qAtX -c "SET max_parallel_workers_per_gather = 0" -c "EXPLAIN (ANALYZE, TIMING OFF) SELECT g, $1 FROM bench.groups GROUP BY g" \
    | sed -n 's/.*Memory Usage: \([0-9]*\)kB.*/\1/p' | awk '{print int($1 * 1024 / 100000)}'
}
sizes=$(sql "SELECT string_agg(p || ': ' || pg_column_size(s), ', ' ORDER BY p)
  FROM (SELECT p, harmony.linear_state(i, (SELECT array_agg(sin(i * k)) FROM generate_series(1, p) k)) AS s
        FROM generate_series(1, 50) i, unnest('{1,4,10,30}'::int[]) p GROUP BY p) f")
heading "Memory" value goal
judge() { goal "$2" "$3" "$4"; row "$1" "$2" "$3 $4" "$verdict"; }
judge "private memory of $((ROWS * LONG)) rows through one aggregate, KB more" "$grown" '<' 5000
row "bytes a group, regr_slope" "$(per_group 'regr_slope(y, x1)')"
judge "bytes a group, harmony.ols(y, x1)" "$(per_group 'harmony.ols(y, x1)')" '<' 1024
row "stored state, bytes by number of predictors" "$sizes"

heading "Goals, wall time of the best rounds of this run" ratio goal
judge "ols, 10 columns : do nothing" "$(calc "$(best ols) / $(best floor)")" '<=' 1.4
judge "ols, array column : do nothing" "$(calc "$(best ols_array) / $(best floor_array)")" '<=' 1.3
judge "ols, 1 column : do nothing" "$(calc "$(best ols_1) / $(best floor_1)")" '<=' 1.4
row "the server's own regr_slope, one process : two processes" "$(calc "$(best regr_slope) / $(best slope_parallel)")"
judge "one process : two processes" "$(calc "$(best ols) / $(best parallel)")" '>=' 1.7
if [ -s "$cluster/wall.copy" ]; then judge "COPY and NumPy : Harmony" "$(calc "$(wall copy) / $(wall ols)")" '>=' 6; fi
exit $missed
