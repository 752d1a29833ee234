#!/bin/sh
# harmony.logistic beside the aggregate that does nothing and statsmodels over binary COPY; HC3 and CR2 beside R's sandwich and
# clubSandwich where they are installed. Each side's best round counts, since a busy machine only ever adds; medians stand in the table.
#   ROWS=1000000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-1000000} ROUNDS=${ROUNDS:-5}
bench_start glm shared_buffers=2GB work_mem=256MB max_parallel_workers=4

cc -O2 -Wall -shared -fPIC -I"$($PG_CONFIG --includedir-server)" -o "$cluster/linear_floor.so" "$bench/linear_floor.c"
chmod 755 "$cluster/linear_floor.so"
columns='x1, x2, x3, x4, x5, x6, x7, x8, x9, x10'
psql -qX -v ON_ERROR_STOP=1 -v rows="$ROWS" -v floor="$cluster/linear_floor.so" <<'EOF'
CREATE FUNCTION bench.nothing(internal, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8)
  RETURNS internal LANGUAGE c PARALLEL SAFE AS :'floor', 'do_nothing';
CREATE FUNCTION bench.nothing(internal) RETURNS bigint LANGUAGE c PARALLEL SAFE AS :'floor', 'finish_nothing';
CREATE AGGREGATE bench.floor(float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8)
  (SFUNC = bench.nothing, STYPE = internal, FINALFUNC = bench.nothing);
SELECT setseed(0.5) \g /dev/null
CREATE UNLOGGED TABLE bench.rows AS
SELECT (random() < 1 / (1 + exp(1 - x1 + 2 * x2)))::int::float8 AS y, v.*
FROM (SELECT random() x1, random() x2, random() x3, random() x4, random() x5,
             random() x6, random() x7, random() x8, random() x9, random() x10 FROM generate_series(1, :rows)) v;
CREATE UNLOGGED TABLE bench.some AS SELECT x1 + random() AS z, r.* FROM bench.rows r LIMIT 200000;
CREATE UNLOGGED TABLE bench.clustered AS
SELECT i % 1000 AS g, x1 + random() + (i % 1000) / 1000.0 AS z, x1, x2, x3, x4
FROM (SELECT row_number() OVER () AS i, * FROM bench.some LIMIT 20000) s;
VACUUM ANALYZE bench.rows, bench.some, bench.clustered;
EOF
query() {
  case $1 in
    floor) echo "SELECT bench.floor(y, $columns) FROM bench.rows" ;;
    logistic | parallel) echo "SELECT harmony.logistic(y, $columns) FROM bench.rows" ;;
    hc3) echo "SELECT harmony.ols_robust('HC3', z, $columns) FROM bench.some" ;;
    cr2) echo "SELECT harmony.ols_clustered('CR2', g, z, x1, x2, x3, x4) FROM bench.clustered" ;;
  esac
}
# measure WHAT: wall milliseconds of one execution, after one to warm up, into a file.
measure() {
  workers=0
  if [ "$1" = parallel ]; then workers=1; fi
  {
    printf '%s\n' "SET max_parallel_workers_per_gather = $workers; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;" \
      '\o /dev/null' "$(query "$1");" '\timing on' "$(query "$1");"
  } | psql -qAtX -v ON_ERROR_STOP=1 | awk '/^Time: /{print $2}' >>"$cluster/wall.$1"
}
peer() { # NAME COMMAND…: what it prints are seconds
  name=$1
  shift
  "$@" 2>"$cluster/$name.log" | awk 'NR == 1 && $1 + 0 > 0 {print 1000 * $1}' >>"$cluster/wall.$name" || true
}
python=${PYTHON:-/usr/bin/python3}
for table in some clustered; do
  psql -qX -c "\\copy bench.$table TO '$cluster/$table.csv' CSV HEADER"
done
for round in $(seq "$ROUNDS"); do
  for what in floor logistic parallel hc3 cr2; do measure $what; done
  peer statsmodels "$python" "$bench/glm.py" bench.rows
  if command -v Rscript >/dev/null; then
    peer sandwich Rscript "$bench/glm.R" hc3 "$cluster/some.csv"
    peer clubsandwich Rscript "$bench/glm.R" cr2 "$cluster/clustered.csv"
  fi
done

best() { sort -n "$cluster/wall.$1" | head -1; }
line() { # what label
  if [ -s "$cluster/wall.$1" ]; then row "$2" "$(median <"$cluster/wall.$1")" "$(best "$1")"; else row "$2" "-" "-" "not installed"; fi
}
heading "Logistic regression over $ROWS rows of 10 predictors; $ROUNDS rounds, milliseconds" median best
line floor "do nothing (y, x1 .. x10)"
line logistic "harmony.logistic"
line parallel "the same with a second process"
line statsmodels "binary COPY to a client, statsmodels"
heading "Robust errors" median best
line hc3 "harmony.ols_robust HC3, 200,000 x 10"
line sandwich "R, lm and sandwich, rows in memory"
line cr2 "harmony.ols_clustered CR2, 20,000 x 4, 1,000 clusters"
line clubsandwich "R, clubSandwich, rows and fit in memory"

judge() { goal "$2" "$3" "$4"; row "$1" "$2" "$3 $4" "$verdict"; }
ratio() { # label what peer limit
  if [ -s "$cluster/wall.$3" ]; then judge "$1" "$(calc "$(best "$2") / $(best "$3")")" '<=' "$4"; fi
}
heading "Goals, best rounds of this run" ratio goal
ratio "logistic : do nothing" logistic floor 6
ratio "logistic : statsmodels over COPY" logistic statsmodels 0.2
ratio "HC3 : R" hc3 sandwich 0.3
ratio "CR2 : R" cr2 clubsandwich 0.5
exit $missed
