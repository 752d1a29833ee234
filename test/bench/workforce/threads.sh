#!/bin/sh
# One simulation run by jobs, with one thread of harmonyd and with two, by turns: from asking for it until its result is there. It tells
# how free the cores were: of the time in which a thread wanted one, the share in which it had one.
#   AGENTS=5000  MONTHS=60  ITERATIONS=2000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
AGENTS=${AGENTS:-5000} MONTHS=${MONTHS:-60} ITERATIONS=${ITERATIONS:-2000} ROUNDS=${ROUNDS:-5}
make -s harmonyd
bench_start workforce-threads
trap 'kill -9 "${started:-}" 2>/dev/null || true; cluster_stop' EXIT
sql "SELECT harmony.install('workforce'); SELECT platform.grant_application(); DELETE FROM platform.schedule;
  INSERT INTO platform.organization (name) VALUES ('Bench')" >/dev/null
sql "CREATE FUNCTION bench.backends() RETURNS text LANGUAGE sql VOLATILE AS \$\$
  SELECT concat_ws(' ', sum(split_part(f, ' ', 1)::bigint), sum(split_part(f, ' ', 2)::bigint))
  FROM pg_stat_activity a, pg_read_file('/proc/' || a.pid || '/schedstat') f WHERE a.application_name ~ '^harmonyd [0-9]' \$\$"
config="{\"n_iterations\": $ITERATIONS, \"n_steps\": $MONTHS, \"automation_factor\": 0.5,
  \"roles\": [{\"role\": \"Engineer\", \"count\": $AGENTS, \"salary\": 100000}]}"
until_it_is() { while [ "$(sql "$1")" != "$2" ]; do sleep 0.3; done; }

# run THREADS SEED: "milliseconds, share of the time with a core, digest of the result".
run() {
  printf '{"database": "host=%s dbname=postgres user=harmony_worker", "workers": %s, "grace_s": 2}\n' "$PGHOST" "$1" >"$cluster/config.json"
  "$BUILD/worker/harmonyd" --config "$cluster/config.json" 2>/dev/null &
  started=$!
  until_it_is "SELECT count(*) FROM pg_stat_activity WHERE application_name ~ '^harmonyd [0-9]'" "$1"
  before=$(sql "SELECT bench.backends()")
  id=$(sql "SELECT workforce.start_simulation('$config'::jsonb || '{\"seed\": $2}', o.id) ->> 'simulation' FROM platform.organization o")
  until_it_is "SELECT status FROM workforce.simulation WHERE id = '$id'" completed
  after=$(sql "SELECT bench.backends()")
  sql "SELECT extract(epoch FROM finished_at - created_at) * 1000, md5(result::text) FROM workforce.simulation WHERE id = '$id'" |
    tr '|' ' ' | awk -v before="$before" -v after="$after" '{ split(before, b); split(after, a)
      printf "%.1f %.3f %s\n", $1, (a[1] - b[1]) / (a[1] - b[1] + a[2] - b[2]), $2 }'
  sql "DELETE FROM workforce.simulation"
  kill "$started"
  wait "$started" || true
}
: >"$cluster/one" >"$cluster/two"
run 1 0 >/dev/null
for round in $(seq "$ROUNDS"); do
  run 1 "$round" >>"$cluster/one"
  run 2 "$round" >>"$cluster/two"
done
for threads in one two; do
  eval "ms_$threads=$(awk '{print $1}' "$cluster/$threads" | median) free_$threads=$(awk '{print $2}' "$cluster/$threads" | median)"
done
speedup=$(paste "$cluster/one" "$cluster/two" | awk '{ print $1 / $4 }' | median)
same=$(paste "$cluster/one" "$cluster/two" | awk '$3 == $6' | wc -l)
heading "One simulation, $AGENTS agents, $MONTHS months, $ITERATIONS iterations; wall time, median of $ROUNDS" milliseconds 'had a core'
row "one thread of harmonyd" "$ms_one" "$free_one"
row "two" "$ms_two" "$free_two"
goal "$speedup" '>=' 1.7
row "one : two, median of the rounds" "$speedup" ">= 1.7" "$verdict"
row "the same of the time with a core" "$(calc "$ms_one * $free_one / ($ms_two * $free_two)")"
goal "$same" '==' "$ROUNDS"
row "rounds with the same bytes" "$same" "$ROUNDS" "$verdict"
awk "BEGIN { exit $free_two >= 0.9 }" && say "The cores were not free: this says little about two threads."
exit $missed
