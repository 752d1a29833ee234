#!/bin/sh
# A taste learnt from rated photos (harmony.fit_preference) and a photo scored by it, microseconds a call, beside NumPy's eigenvalues.
#   RATINGS=14  DIMENSIONS=512  CALLS=500  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
RATINGS=${RATINGS:-14} DIMENSIONS=${DIMENSIONS:-512} CALLS=${CALLS:-500} ROUNDS=${ROUNDS:-5}
bench_start preference
psql -qX -v ON_ERROR_STOP=1 -v n="$RATINGS" -v d="$DIMENSIONS" -v c="$CALLS" <<'EOF'
CREATE UNLOGGED TABLE bench.calibration AS
SELECT i AS id,
  (SELECT array_agg(row ORDER BY r) FROM (
    SELECT r, array_agg((hashint8extended((i * 100 + r) * 1000::bigint + e, 1) / 2.0 ^ 63)::float8 ORDER BY e) AS row
    FROM generate_series(1, :n) r, generate_series(1, :d) e GROUP BY r) s) AS embeddings,
  (SELECT array_agg(1 + mod(abs(hashint8extended(i * 100 + r, 2)), 5)::float8) FROM generate_series(1, :n) r) AS ratings
FROM generate_series(1, :c) i;
ALTER TABLE bench.calibration ADD photo float8[], ADD taste harmony.preference;
UPDATE bench.calibration SET photo = ARRAY(SELECT unnest(embeddings[1:1])), taste = harmony.fit_preference(embeddings, ratings);
EOF
psql -qX -c 'VACUUM FULL' -c 'ANALYZE' 2>/dev/null
query() { # what
  case $1 in
    bare) echo "SELECT count(cardinality(embeddings)), count(cardinality(ratings)) FROM bench.calibration" ;;
    fit) echo "SELECT count((harmony.fit_preference(embeddings, ratings)).n) FROM bench.calibration" ;;
    bare_score) echo "SELECT count(cardinality((taste).weights)), count(cardinality(photo)) FROM bench.calibration" ;;
    score) echo "SELECT count(harmony.visual_score(taste, photo)) FROM bench.calibration" ;;
  esac
}
cases='bare fit bare_score score'
for what in $cases; do
  : >"$cluster/$what"
  time_sql "$(query $what)" >/dev/null # into the cache
done
: >"$cluster/numpy"
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do # the second time in a session, whose first time maps the server's buffers page by page
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; $(query $what);" >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/preference.py" "$RATINGS" "$DIMENSIONS" 2>/dev/null >>"$cluster/numpy"
done
for what in $cases; do eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median)"; done
numpy=$(median <"$cluster/numpy")
fit=$(calc "1000 * ($wall_fit - $wall_bare) / $CALLS") score=$(calc "1000 * ($wall_score - $wall_bare_score) / $CALLS")
heading "$RATINGS ratings, $DIMENSIONS dimensions; median of $ROUNDS, microseconds a call beyond the scan" us '' goal
goal "$fit" '<=' 300; row "fit_preference" "$fit" '' "<= 300 $verdict"
row "NumPy: K, eigenvalues, 25 values of lambda, weights" "${numpy:-not here}" '' "$([ -n "$numpy" ] || echo python3-numpy)"
row "visual_score" "$score"
if [ -n "$numpy" ]; then
  goal "$(calc "$fit / $numpy")" '<=' 1.1
  row "fit_preference : NumPy" "$(calc "$fit / $numpy")" '' "<= 1.1 $verdict"
fi
exit "$missed"
