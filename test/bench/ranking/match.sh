#!/bin/sh
# harmony.match over profile documents in a table: time by size of the pool and number of workers, beside the floors of
# the same scan, and how soon a ranking obeys statement_timeout.
#   SMALL=10000  LARGE=1000000  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
SMALL=${SMALL:-10000} LARGE=${LARGE:-1000000} ROUNDS=${ROUNDS:-3}
bench_start match shared_buffers=2GB

# Profiles with every family, scores around 50, from a seeded hash; a tenth without the reasoning test, a tenth without
# leadership preferences.
psql -qX -v ON_ERROR_STOP=1 -v n="$LARGE" -v small="$SMALL" <<'EOF'
SET synchronous_commit = off;
CREATE UNLOGGED TABLE bench.large (person uuid NOT NULL, snapshot jsonb NOT NULL);
INSERT INTO bench.large
SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
       (SELECT harmony.snapshot(t.code, t.family,
                 (mod(abs(hashint8extended(i, hashtext(t.code))), 500) + mod(abs(hashint8extended(i, hashtext(t.code) + 1)), 501)) / 10.0,
                 true, '2025-01-01', t.family || '-1@1', '{}')
        FROM assessment.trait t
        WHERE NOT (t.family = 'cognitive' AND mod(i, 10) = 3) AND NOT (t.family = 'leadership_preferences' AND mod(i, 10) = 7))
FROM generate_series(1, :n) i;
CREATE UNLOGGED TABLE bench.small AS SELECT * FROM bench.large LIMIT :small;
VACUUM ANALYZE bench.large;
VACUUM ANALYZE bench.small;
EOF
request() { # top
  echo "harmony.match_request(\"position\" => 'deckhand', benchmarks => '{\"conscientiousness\": 80, \"neuroticism\": 30}',
    crew => ARRAY (SELECT snapshot FROM bench.small ORDER BY person LIMIT 6),
    environment => '{\"salary_index\": 0.7, \"rest_days_ratio\": 0.5, \"private_cabin_ratio\": 0.5,
      \"charter_intensity\": 0.6, \"management_pressure\": 0.4}',
    leadership => '{\"autonomy\": 0.6, \"feedback\": 0.5, \"structure\": 0.4}', top => $1)"
}
# The request is computed once, as an application would send it.
top100=$(sql "SELECT quote_literal($(request 100))") all=$(sql "SELECT quote_literal($(request NULL))")

query() { # what table
  case $1 in
    count) echo "SELECT count(*) FROM $2" ;;
    sum) echo "SELECT sum((snapshot->'big_five'->>'openness')::float8) FROM $2" ;;
    top100) echo "SELECT person, g_fit, y_success FROM unnest((SELECT harmony.match(person, snapshot, $top100) FROM $2))" ;;
    stream) echo "SELECT (m).person, (m).g_fit, (m).y_success
      FROM (SELECT unnest(harmony.match(person, snapshot, $all)) AS m FROM $2) rows" ;;
    all) echo "SELECT m.person, m.g_fit, m.y_success
      FROM (SELECT harmony.match(person, snapshot, $all) AS rows FROM $2) pool, unnest(pool.rows) m" ;;
    array) echo "SELECT cardinality(harmony.match(person, snapshot, $all)) FROM $2" ;;
  esac
}
measure() { # what table workers: medians of wall and CPU into $wall and $cpu ("failed" with the message on stderr)
  : >"$cluster/wall"; : >"$cluster/cpu"
  for round in $(seq "$ROUNDS"); do
    time_sql "$(query "$1" "$2")" "SET max_parallel_workers_per_gather = $3; SET parallel_leader_participation = on;" \
      >"$cluster/time" 2>"$cluster/error" || true
    if [ -s "$cluster/error" ]; then wall=failed cpu=; head -2 "$cluster/error" >&2; return; fi
    awk '{print $1 >>"'"$cluster/wall"'"; print $2 >>"'"$cluster/cpu"'"}' "$cluster/time"
  done
  wall=$(median <"$cluster/wall") cpu=$(median <"$cluster/cpu")
}
sql "$(query count bench.large)" >/dev/null # into the cache

bytes=$(sql "SELECT round(avg(pg_column_size(snapshot))) FROM bench.small")
heading "harmony.match over documents of $bytes bytes; median of $ROUNDS, milliseconds" \
  wall "leader CPU" "candidates a second"
for workers in 0 2; do
  for size in small large; do
    [ $size = small ] && n=$SMALL || n=$LARGE
    for what in count sum top100 stream all array; do
      measure $what bench.$size $workers
      case $what in
        count) label="count(*)" ;;
        sum) label="sum of one field" ;;
        top100) label="match, top 100" ;;
        stream) label="match, all rows, unnest in the select list" ;;
        all) label="match, all rows, unnest in FROM" ;;
        array) label="match, all rows as an array" ;;
      esac
      if [ "$wall" = failed ]; then
        row "$n, $workers workers: $label" failed
      else
        row "$n, $workers workers: $label" "$wall" "$cpu" "$(calc "int(1000 * $n / $wall)")"
      fi
      eval "${what}_${size}_$workers=$wall"
    done
  done
done

# How soon a ranking stops: timeouts at eighths of its own time, and at 500 ms.
overshoot() { # what limit-ms
  psql -qAtX <<EOF 2>"$cluster/error" | awk -v limit="$2" '/^Time: /{t=$2} END{printf "%.1f\n", t - limit}'
SET max_parallel_workers_per_gather = 0;
SET statement_timeout = $2;
\timing on
\o /dev/null
$(query "$1" bench.large);
EOF
  grep -q 'statement timeout' "$cluster/error" || echo finished >>"$cluster/finished"
}
heading "Cancelled by statement_timeout in a ranking of $LARGE, no workers; milliseconds" "worst" "moments"
worst=0
for what in top100 all; do
  eval "full=\$${what}_large_0"
  [ "$full" != failed ] || full=$top100_large_0
  : >"$cluster/over"; : >"$cluster/finished"
  for limit in 500 $(awk -v f="$full" 'BEGIN{for (k = 1; k < 8; k++) printf "%d ", 1 + k * f / 8}'); do
    overshoot $what "$limit" >>"$cluster/over"
  done
  most=$(sort -n "$cluster/over" | tail -1)
  [ "$what" = top100 ] && label="top 100" || label="all rows"
  row "overshoot, $label" "$most" \
    "$(($(wc -l <"$cluster/over") - $(wc -l <"$cluster/finished")))" "of $(wc -l <"$cluster/over") were cancelled"
  worst=$(awk "BEGIN{print ($most > $worst) ? $most : $worst}")
done

judge() { # label value limit
  if [ "$2" = failed ]; then verdict=FAIL missed=1; else goal "$2" '<=' "$3"; fi
  row "$1" "$2" "<= $3" "$verdict"
}
heading "" value goal
for workers in 0 2; do
  eval "judge \"\$SMALL top 100, $workers workers, ms\" \"\$top100_small_$workers\" 100"
  eval "judge \"\$SMALL all rows, $workers workers, ms\" \"\$all_small_$workers\" 100"
  eval "judge \"\$LARGE top 100, $workers workers, ms\" \"\$top100_large_$workers\" 6000"
  eval "judge \"\$LARGE all rows, $workers workers, ms\" \"\$all_large_$workers\" 6000"
done
judge "worst overshoot of statement_timeout, ms" "$worst" 500
row "top 100: time a candidate, large : small" "$(calc "($top100_large_0 / $LARGE) / ($top100_small_0 / $SMALL)")"
row "top 100, large: match : sum of one field" "$(calc "$top100_large_0 / $sum_large_0")"
row "top 100, large: no workers : 2 workers" "$(calc "$top100_large_0 / $top100_large_2")"
exit $missed
