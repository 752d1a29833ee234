#!/bin/sh
# harmony.cox beside R's coxph, and harmony.random_intercept beside lme4, where they are installed. Each side's best round counts, since a
# busy machine only ever adds; medians stand in the table.
#   ROWS=100000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-100000} ROUNDS=${ROUNDS:-5}
bench_start people_models shared_buffers=1GB work_mem=256MB max_parallel_workers_per_gather=0

psql -qX -v ON_ERROR_STOP=1 -v rows="$ROWS" <<'EOF'
SELECT setseed(0.5) \g /dev/null
CREATE UNLOGGED TABLE bench.times AS
SELECT 1 + floor(-40 * ln(1 - random()) / exp(0.5 * x1 - x2)) AS t, (random() < 0.7)::int AS e, v.*
FROM (SELECT random() x1, random() x2, random() x3, random() x4, random() x5 FROM generate_series(1, :rows)) v;
CREATE UNLOGGED TABLE bench.groups AS
SELECT i % 2000 AS g, x1 - x2 + sin(i % 2000) + 2 * random() AS y, x1, x2, x3, x4
FROM (SELECT i, random() x1, random() x2, random() x3, random() x4 FROM generate_series(1, 2 * :rows) i) v;
VACUUM ANALYZE bench.times, bench.groups;
EOF
query() {
  case $1 in
    cox) echo "SELECT harmony.cox(t, e, x1, x2, x3, x4, x5) FROM bench.times" ;;
    mixed) echo "SELECT harmony.random_intercept(g, y, x1, x2, x3, x4) FROM bench.groups" ;;
  esac
}
# measure WHAT: wall milliseconds of one execution, after one to warm up, into a file.
measure() {
  printf '%s\n' '\o /dev/null' "$(query "$1");" '\timing on' "$(query "$1");" |
    psql -qAtX -v ON_ERROR_STOP=1 | awk '/^Time: /{print $2}' >>"$cluster/wall.$1"
}
peer() { # NAME MODEL FILE: what R prints are seconds
  Rscript "$bench/people_models.R" "$2" "$3" 2>"$cluster/$1.log" |
    awk 'NR == 1 && $1 + 0 > 0 {print 1000 * $1}' >>"$cluster/wall.$1" || true
}
for table in times groups; do
  psql -qX -c "\\copy bench.$table TO '$cluster/$table.csv' CSV HEADER"
done
for round in $(seq "$ROUNDS"); do
  for what in cox mixed; do measure $what; done
  if command -v Rscript >/dev/null; then
    peer coxph cox "$cluster/times.csv"
    peer lme4 mixed "$cluster/groups.csv"
  fi
done

best() { sort -n "$cluster/wall.$1" | head -1; }
line() { # what label
  if [ -s "$cluster/wall.$1" ]; then row "$2" "$(median <"$cluster/wall.$1")" "$(best "$1")"; else row "$2" "-" "-" "not installed"; fi
}
ties=$(psql -AtX -c 'SELECT count(DISTINCT t) FROM bench.times')
heading "Cox's model, $ROWS x 5, $ties distinct times; $ROUNDS rounds, milliseconds" median best
line cox "harmony.cox"
line coxph "R, coxph, rows in memory"
heading "Random intercept, $((2 * ROWS)) x 4, 2,000 groups" median best
line mixed "harmony.random_intercept"
line lme4 "R, lme4, rows in memory"

judge() { goal "$2" "$3" "$4"; row "$1" "$2" "$3 $4" "$verdict"; }
ratio() { # label what peer limit
  if [ -s "$cluster/wall.$3" ]; then judge "$1" "$(calc "$(best "$2") / $(best "$3")")" '<=' "$4"; fi
}
heading "Goals, best rounds of this run" ratio goal
ratio "Cox : R" cox coxph 0.1
ratio "random intercept : lme4" mixed lme4 0.2
exit $missed
