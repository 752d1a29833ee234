#!/bin/sh
# A statement timeout ends every long loop of the linear models: a model of 1,600 predictors, the largest there is. The
# session goes on. The clock decides nothing, since a busy machine is late with everything: the backend may have spent no
# more processor time than the timeout and five seconds.
set -eu
dropdb --if-exists harmony_linear_cancel 2>/dev/null
createdb harmony_linear_cancel
run() { psql -X -q -A -t -d harmony_linear_cancel "$@"; }
run -c 'CREATE EXTENSION harmony' \
  -c "CREATE TABLE wide AS SELECT random() AS y, (SELECT array_agg(random()) FROM generate_series(1, 1600 + 0 * i)) AS xs
      FROM generate_series(1, 1700) i" \
  -c "CREATE TABLE state AS SELECT harmony.linear_state(y, xs) AS s FROM wide" \
  -c "CREATE TABLE folds AS SELECT harmony.cross_validation_state(2, i, y, xs) AS s
      FROM (SELECT row_number() OVER () AS i, y, xs FROM wide) w"

run <<'SQL'
CREATE FUNCTION cpu_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT 10 * (f[12]::bigint + f[13]::bigint)
  FROM regexp_split_to_array(regexp_replace(pg_read_file('/proc/self/stat'), '^.*\) ', ''), ' ') f $$;
SQL

# cancelled TIMEOUT EXPRESSION FROM
cancelled() {
  result=$(run <<SQL 2>&1
\set VERBOSITY sqlstate
SELECT cpu_ms() AS started \gset
SET statement_timeout = $1;
SELECT $2 IS NULL FROM $3;
RESET statement_timeout;
SELECT 'spent', cpu_ms() - :started;
SQL
)
  spent=$(printf '%s\n' "$result" | sed -n 's/^spent|//p')
  if printf '%s' "$result" | grep -q 57014 && [ "${spent:-999999}" -le $(($1 + 5000)) ]; then
    echo "ok - $2 cancelled at $1 ms, after $spent ms of processor time"
  else
    echo "not ok - $2 at $1 ms: $result"
  fi
}
for timeout in 50 600 1200; do cancelled $timeout 'harmony.ols(s)' state; done
cancelled 800 'harmony.ridge(s, 1)' state
cancelled 600 'harmony.nnls(s)' state
cancelled 1000 'harmony.cross_validated_ols(s)' folds
cancelled 200 'harmony.correlation_matrix(s)' state
cancelled 200 'harmony.linear_state(y, xs)' wide
cancelled 200 'harmony.cross_validated_ols(10, y::text, y, xs)' wide
dropdb harmony_linear_cancel
