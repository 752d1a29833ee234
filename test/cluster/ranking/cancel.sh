#!/bin/sh
# A statement timeout ends a ranking of a million candidates, and the session goes on. The clock decides nothing, since a busy
# machine is late with everything: the backend may have spent no more processor time than the timeout and five seconds, ten
# times what test/bench/ranking/match.sh asks for by the clock.
set -eu
rows=${CANCEL_ROWS:-1000000}
dropdb --if-exists harmony_cancel 2>/dev/null
createdb harmony_cancel
run() { psql -X -q -A -t -d harmony_cancel "$@"; }
run -c 'CREATE EXTENSION harmony' -c "CREATE TABLE pool AS SELECT md5(g::text)::uuid AS person, jsonb_build_object('big_five',
  jsonb_build_object('agreeableness', g % 101, 'conscientiousness', g % 97, 'neuroticism', g % 89)) AS profile
  FROM generate_series(1, $rows) g"
run <<'SQL'
CREATE FUNCTION cpu_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT 10 * (f[12]::bigint + f[13]::bigint)
  FROM regexp_split_to_array(regexp_replace(pg_read_file('/proc/self/stat'), '^.*\) ', ''), ' ') f $$;
SQL
for timeout in 200 600 1000; do
  result=$(run <<SQL 2>&1
\set VERBOSITY sqlstate
SET max_parallel_workers_per_gather = 0;
SELECT cpu_ms() AS started \gset
SET statement_timeout = $timeout;
SELECT cardinality(harmony.match(person, profile, '{}')) FROM pool;
RESET statement_timeout;
SELECT 'spent', cpu_ms() - :started;
SQL
)
  spent=$(printf '%s\n' "$result" | sed -n 's/^spent|//p')
  if printf '%s' "$result" | grep -q 57014 && [ "${spent:-999999}" -le $((timeout + 5000)) ]; then
    echo "ok - cancelled at $timeout ms, after $spent ms of processor time"
  else
    echo "not ok - at $timeout ms: $result"
  fi
done
dropdb harmony_cancel
