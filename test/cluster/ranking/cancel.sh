#!/bin/sh
# A statement timeout ends a ranking of a million candidates within half a second of its time, and the session goes on.
set -eu
rows=${CANCEL_ROWS:-1000000}
dropdb --if-exists harmony_cancel 2>/dev/null
createdb harmony_cancel
run() { psql -X -q -A -t -d harmony_cancel "$@"; }
run -c 'CREATE EXTENSION harmony' -c "CREATE TABLE pool AS SELECT md5(g::text)::uuid AS person, jsonb_build_object('big_five',
  jsonb_build_object('agreeableness', g % 101, 'conscientiousness', g % 97, 'neuroticism', g % 89)) AS profile FROM generate_series(1, $rows) g"
for timeout in 200 600 1000; do
  result=$(run <<SQL 2>&1
\set VERBOSITY sqlstate
SET max_parallel_workers_per_gather = 0;
SET statement_timeout = $timeout;
SELECT extract(epoch FROM clock_timestamp()) * 1000 AS started \gset
SELECT cardinality(harmony.match(person, profile, '{}')) FROM pool;
SELECT 'overshoot', (extract(epoch FROM clock_timestamp()) * 1000 - :started - $timeout)::int;
SQL
)
  overshoot=$(printf '%s\n' "$result" | sed -n 's/^overshoot|//p')
  if printf '%s' "$result" | grep -q 57014 && [ "${overshoot:-9999}" -le 500 ]; then
    echo "ok - cancelled at $timeout ms, $overshoot ms late"
  else
    echo "not ok - at $timeout ms: $result"
  fi
done
dropdb harmony_cancel
