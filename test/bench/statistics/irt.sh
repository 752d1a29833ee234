#!/bin/sh
# harmony.irt_2pl and harmony.irt_graded over simulated answers, backend CPU of one process, beside an aggregate that only reads them;
# memory of many rows, the fit included.
#   ROWS=10000  ITEMS=20  ROUNDS=5  MANY=200000 (rows for the memory test)
. "$(dirname "$0")/../../lib/bench.sh"
ROWS=${ROWS:-10000} ITEMS=${ITEMS:-20} ROUNDS=${ROUNDS:-5} MANY=${MANY:-200000}
bench_start irt shared_buffers=512MB

psql -qX -v ON_ERROR_STOP=1 -v n="$ROWS" -v k="$ITEMS" -v many="$MANY" <<'EOF'
SELECT setseed(0.5) \g /dev/null
CREATE UNLOGGED TABLE bench.many AS
SELECT (SELECT array_agg((random() < 1 / (1 + exp(-(0.6 + 1.6 * j / :k) * (theta + 2 - 4.0 * j / :k))))::integer::smallint ORDER BY j)
        FROM generate_series(1, :k) j WHERE theta IS NOT NULL) AS yes_no,
       (SELECT array_agg(greatest(0, least(4, round(2 + theta + 2 * (random() + random() - 1))))::smallint ORDER BY j)
        FROM generate_series(1, :k) j WHERE theta IS NOT NULL) AS graded
FROM (SELECT sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS theta FROM generate_series(1, greatest(:n, :many)) OFFSET 0) people;
CREATE UNLOGGED TABLE bench.answer AS SELECT * FROM bench.many LIMIT :n;
VACUUM ANALYZE bench.many, bench.answer;
EOF
query() { # what
  case $1 in
    read) echo "SELECT count(yes_no) FILTER (WHERE yes_no[1] = 1) FROM bench.answer" ;;
    irt_2pl) echo "SELECT (f).log_likelihood FROM (SELECT harmony.irt_2pl(yes_no) AS f FROM bench.answer OFFSET 0) s" ;;
    irt_graded) echo "SELECT (f).log_likelihood FROM (SELECT harmony.irt_graded(graded) AS f FROM bench.answer OFFSET 0) s" ;;
  esac
}
cases='read irt_2pl irt_graded'
for what in $cases; do : >"$cluster/$what"; done
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0;" >>"$cluster/$what"; done
done
fitted=$(sql "SELECT (f).converged AND NOT EXISTS (SELECT FROM unnest((f).warnings)) FROM (SELECT harmony.irt_2pl(yes_no) AS f
  FROM bench.answer OFFSET 0) s")
[ "$fitted" = t ] || { echo "the fit did not converge" >&2; exit 1; }
# Bytes a value: what the peak of a backend's memory grows by, of many rows of graded answers, nearly each a pattern of its own.
peak="SELECT 'peak ' || substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s+([0-9]+)')"
grown=$(psql -qAtX -v ON_ERROR_STOP=1 <<EOF | awk '/^peak /{p[n++]=$2} END{print 1024 * (p[1] - p[0])}'
SET max_parallel_workers_per_gather = 0;
SELECT count(graded) FILTER (WHERE graded[1] = 1) FROM bench.many;
SELECT (harmony.irt_graded(graded)).converged FROM (SELECT graded FROM bench.many LIMIT 100) s;
$peak;
SELECT (f).patterns FROM (SELECT harmony.irt_graded(graded) AS f FROM bench.many OFFSET 0) s;
$peak;
EOF
)
bytes=$(calc "$grown / ($MANY * $ITEMS)")

heading "$ROWS people, $ITEMS items, no workers; median of $ROUNDS, milliseconds" wall CPU
for what in $cases; do
  eval "cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
  case $what in
    read) label="count(answers)" ;;
    irt_2pl) label="irt_2pl(answers)" ;;
    irt_graded) label="irt_graded(answers), five categories" ;;
  esac
  eval "row \"$label\" \"$(awk '{print $1}' "$cluster/$what" | median)\" \"\$cpu_$what\""
done
heading "Goals" value goal
goal "$cpu_irt_2pl" '<=' 2000
row "irt_2pl, CPU milliseconds" "$cpu_irt_2pl" "<= 2000" "$verdict"
goal "$bytes" '<=' 9.6
row "peak of $MANY rows of graded answers, bytes a value" "$bytes" "<= 9.6" "$verdict"
exit $missed
