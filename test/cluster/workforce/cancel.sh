#!/bin/sh
# A statement timeout ends a simulation, a comparison, a goal seek and a sensitivity analysis. The session goes on. The clock decides
# nothing, since a busy machine is late with everything: the backend may have spent no more processor time than the timeout and a second.
set -eu
dropdb --if-exists harmony_workforce_cancel 2>/dev/null
createdb harmony_workforce_cancel
run() { psql -X -q -A -t -d harmony_workforce_cancel "$@"; }
run -c 'CREATE EXTENSION harmony'
run <<'SQL'
CREATE FUNCTION cpu_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT 10 * (f[12]::bigint + f[13]::bigint)
  FROM regexp_split_to_array(regexp_replace(pg_read_file('/proc/self/stat'), '^.*\) ', ''), ' ') f $$;
-- As much as a session may ask for.
CREATE FUNCTION config(iterations integer, agents integer, steps integer, more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql VOLATILE AS $$
  SELECT jsonb_build_object('n_iterations', iterations, 'n_steps', steps, 'automation_factor', 0.5,
    'roles', jsonb_build_array(jsonb_build_object('role', 'HR', 'count', agents, 'salary', 1))) || more $$;
SQL

# cancelled TIMEOUT EXPRESSION
cancelled() {
  result=$(run <<SQL 2>&1
\set VERBOSITY sqlstate
SELECT cpu_ms() AS started \gset
SET statement_timeout = $1;
SELECT $2 IS NULL;
RESET statement_timeout;
SELECT 'spent', cpu_ms() - :started;
SQL
)
  spent=$(printf '%s\n' "$result" | sed -n 's/^spent|//p')
  if printf '%s' "$result" | grep -q 57014 && [ "${spent:-999999}" -le $(($1 + 1000)) ]; then
    echo "ok - $2 cancelled at $1 ms, after $spent ms of processor time"
  else
    echo "not ok - $2 at $1 ms: $result"
  fi
}
for timeout in 50 300; do
  cancelled $timeout 'harmony.simulate_workforce(config(20, 1000000, 48))'
  cancelled $timeout 'harmony.simulate_workforce(config(10000, 160, 600))'
done
cancelled 200 "harmony.workforce_chunk(config(10000, 100000, 100), 0, 1000)"
cancelled 200 "harmony.compare_workforce(ARRAY[config(100, 100000, 48), config(100, 100000, 48)])"
cancelled 200 "harmony.seek_workforce(config(10, 30000, 48), 'automation_factor', 'automation_rate', 0.1, 0, 1)"
cancelled 200 "harmony.workforce_tornado(config(10, 300000, 48), '{\"automation_factor\": 0.1, \"annual_attrition\": 0.1}', 'employees')"
cancelled 200 "harmony.workforce_sensitivity_chunk(config(10, 1000, 48), '{\"automation_factor\": 0.1}', 'employees', 1024, 0, 1024)"
dropdb harmony_workforce_cancel
