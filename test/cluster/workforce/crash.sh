#!/bin/sh
# A simulation at which two threads of harmonyd work, with both, harmonyd and the database, killed (kill -9) 20 times meanwhile: it goes
# on, and its result is that of the undisturbed one, byte for byte. Then one is cancelled, and one deleted, while two work at it. On a
# server of its own.
. "$(dirname "$0")/../../../tools/common.sh"
KILLS=${KILLS:-20}
cluster_start workforce-crash 'fsync = off' 'autovacuum = off' 'wal_writer_delay = 10ms'
. "$root/test/lib/worker.sh"
trap 'finish; cluster_stop' EXIT
worker_database workforce_crash
configure a
# Short parts, so that some are done between two kills.
run -o /dev/null -c "SELECT harmony.install('workforce')" -c 'SELECT platform.grant_application()' -c 'DELETE FROM platform.schedule' \
  -c "CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 100" -c "UPDATE platform.job_kind SET max_attempts = 50 WHERE kind = 'workforce.simulate'" \
  -c "INSERT INTO platform.organization (id, name) SELECT md5(n)::uuid, n FROM unnest('{undisturbed,killed,cancelled,deleted}'::text[]) n"
# ask ORGANIZATION: the same of each.
ask() {
  run -c "SELECT workforce.start_simulation('{\"n_iterations\": 10000, \"n_steps\": 24, \"automation_factor\": 0.5,
    \"roles\": [{\"role\": \"Engineer\", \"count\": 2000, \"salary\": 100000}, {\"role\": \"HR\", \"count\": 500, \"salary\": 60000}]}',
    md5('$1')::uuid) ->> 'job'"
}
state="SELECT status FROM workforce.simulation WHERE organization_id = md5('%s')::uuid"
state_of() { printf "$state" "$1"; }
last_of="SELECT status || ' ' || done FROM workforce.simulation WHERE organization_id = md5('killed')::uuid"

seed=${SEED:-1}
# wait_a_moment MOST: milliseconds from 0, always the same series.
wait_a_moment() {
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  sleep "$(printf '0.%03d' $((seed / 65536 % $1)))"
}
now_ms() { echo $(($(date +%s%N) / 1000000)); }
kill_all() {
  postmaster=$(head -1 "$cluster/data/postmaster.pid")
  children=$(ps -o pid= --ppid "$postmaster")
  kill -9 "$started" "$postmaster"
  for process in $postmaster $children; do ended "$process" 10 || true; done
  for _ in 1 2 3 4 5 6 7 8 9; do  # where a child is not yet gone
    rm -f "$cluster/data/postmaster.pid" "$cluster"/.s.PGSQL.*.lock  # the dead one may not have been waited for yet
    if as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  echo "not ok - the server does not start: $(tail -1 "$cluster/log")"
  exit 1
}

ask undisturbed >/dev/null
began=$(now_ms)
start a
wait_for "$(state_of undisturbed)" completed 60 || true
took=$(($(now_ms) - began))
kill -9 "$started"
is "undisturbed" "$(run -c "$(state_of undisturbed)")" completed
is "two worked at it" "$(run -c "SELECT count(DISTINCT worker) > 1 FROM platform.job WHERE kind = 'workforce.simulate'")" t

# Half of that time altogether, so that it is not done before the last one.
most=$((took / KILLS < 900 ? took / KILLS + 1 : 900))
ask killed >/dev/null
killed=0 seen=''
for _ in $(seq "$KILLS"); do
  start a
  wait_a_moment "$most"
  kill_all
  now=$(run -c "$last_of")
  if [ "${now% *}" != completed ]; then killed=$((killed + 1)); fi
  seen="$seen ${now#* }"
  # What was at work is taken back when its lease is over.
  run -o /dev/null -c 'UPDATE platform.job SET lease_until = now() WHERE lease_until > now()' -c 'SELECT platform.rescue_jobs()'
done
is "harmonyd and the database killed at work" "$killed" "$KILLS"
start a
wait_for "$(state_of killed)" completed 60 || true
is "it goes on" "$(run -c "$(state_of killed)")" completed
is "the same bytes" "$(run -c "SELECT count(*), count(DISTINCT result::text), count(DISTINCT done) FROM workforce.simulation
  WHERE status = 'completed'")" '2|1|1'
is "the same rows" "$(run -c "SELECT count(DISTINCT md5) FROM (SELECT md5(string_agg(concat_ws(',', s.step, s.role, s.metric, s.mean,
  s.min, s.max, s.sd, s.p05, s.p50, s.p95, s.ci_low, s.ci_high), ';' ORDER BY s.step, s.role, s.metric)) FROM workforce.step s
  GROUP BY s.run) m (md5)")" 1
is "each part once" \
  "$(run -c "SELECT DISTINCT count(*) || ' ' || sum(last - first) FROM workforce.chunk GROUP BY simulation_id")" '100 10000'
echo "# done at each kill:$seen"

# both_at_work JOB: those of the run that has this one first.
both_at_work() { wait_for "SELECT count(*) FROM platform.job WHERE id >= $1 AND status = 'running'" 2 20 || true; }
job=$(ask cancelled)
both_at_work "$job"
run -o /dev/null -c "SELECT platform.cancel_job($job)"
wait_for "SELECT count(*) FROM platform.job WHERE status IN ('queued', 'running')" 0 2 || true
is "all that work at one are cancelled by the first job" "$(run -c "SELECT s.done < s.parts, j.status, c.n
  FROM workforce.simulation s, workforce.job_states(s.id) j, LATERAL (
    SELECT count(*) AS n FROM platform.job o WHERE o.batch_id = s.id AND o.status IN ('queued', 'running')) c
  WHERE s.organization_id = md5('cancelled')::uuid")" 't|cancelled|0'

job=$(ask deleted)
both_at_work "$job"
run -o /dev/null -c "DELETE FROM platform.organization WHERE name = 'deleted'"
wait_for "SELECT count(*) FROM platform.job WHERE status IN ('queued', 'running')" 0 5 || true
is "of an organisation that is deleted meanwhile all jobs end well" \
  "$(run -c "SELECT DISTINCT status, error FROM platform.job WHERE id >= $job")" 'done|'
