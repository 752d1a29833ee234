#!/bin/sh
# harmony.anova beside avg … GROUP BY over the same rows and groups, backend CPU of one process; and harmony.kruskal, which
# sorts, beside ORDER BY.
#   ROWS=1000000  GROUPS_=100  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-1000000} GROUPS_=${GROUPS_:-100} ROUNDS=${ROUNDS:-5}
bench_start anova shared_buffers=1GB

psql -qX -v ON_ERROR_STOP=1 -v n="$ROWS" -v k="$GROUPS_" <<'EOF'
CREATE UNLOGGED TABLE bench.score AS
SELECT 50 + mod(abs(hashint8extended(i, 1)), 1000) / 37.0::float8 AS value,
       'department ' || mod(abs(hashint8extended(i, 2)), :k) AS grp, mod(abs(hashint8extended(i, 2)), :k)::integer AS grp_number
FROM generate_series(1, :n) i;
VACUUM ANALYZE bench.score;
EOF
query() { # what
  case $1 in
    count) echo "SELECT count(*) FROM bench.score" ;;
    avg) echo "SELECT grp, avg(value) FROM bench.score GROUP BY grp" ;;
    anova) echo "SELECT (a).f FROM (SELECT harmony.anova(value, grp) AS a FROM bench.score OFFSET 0) s" ;;
    number) echo "SELECT (a).f FROM (SELECT harmony.anova(value, grp_number) AS a FROM bench.score OFFSET 0) s" ;;
    order) echo "SELECT count(*) FROM (SELECT value FROM bench.score ORDER BY value OFFSET 0) s" ;;
    kruskal) echo "SELECT (a).h FROM (SELECT harmony.kruskal(value, grp) AS a FROM bench.score OFFSET 0) s" ;;
  esac
}
cases='count avg anova number order kruskal'
for what in $cases; do : >"$cluster/$what"; done
time_sql "$(query count)" >/dev/null # into the cache
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB';" >>"$cluster/$what"
  done
done
heading "$ROWS rows, $GROUPS_ groups, no workers; median of $ROUNDS, milliseconds" wall CPU ": avg"
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
ratio() { eval "calc \"\$wall_$1 / \$wall_avg\""; }
for what in $cases; do
  case $what in
    count) label="count(*)" ;;
    avg) label="avg(value) … GROUP BY grp" ;;
    anova) label="anova(value, grp text)" ;;
    number) label="anova(value, grp integer)" ;;
    order) label="ORDER BY value" ;;
    kruskal) label="kruskal(value, grp text)" ;;
  esac
  eval "row \"$label\" \"\$wall_$what\" \"\$cpu_$what\" \"$(ratio $what)\""
done
goal "$(ratio anova)" '<=' 2
row "anova : avg … GROUP BY" "$(ratio anova)" "<= 2" "$verdict"
exit $missed
