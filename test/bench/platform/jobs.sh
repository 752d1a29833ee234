#!/bin/sh
# Jobs: trivial ones a second with one harmonyd, a claim with many queued and with many done, and four harmonyd of which one is killed
# every second, with a restart of the server among them: each job has its effect once, none is lost, none waits past its lease.
#   JOBS=50000  QUEUED=100000  DONE=1000000  KILLED_JOBS=10000  WORKERS=4
. "$(dirname "$0")/../../lib/bench.sh"
JOBS=${JOBS:-50000} QUEUED=${QUEUED:-100000} DONE=${DONE:-1000000} KILLED_JOBS=${KILLED_JOBS:-10000} WORKERS=${WORKERS:-4}
make -s harmonyd
bench_start jobs
harmonyd=$BUILD/worker/harmonyd
processes=''
finish() {
  for process in $processes; do kill -9 "$process" 2>/dev/null || true; done
  cluster_stop
}
trap finish EXIT
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'EOF'
SELECT harmony.install('platform');
SELECT platform.grant_application();
DELETE FROM platform.schedule;
CREATE TABLE bench.effect (n bigint);
CREATE FUNCTION bench.nothing(payload jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION bench.work(payload jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bench.effect VALUES ((payload ->> 'n')::bigint);
  IF (payload ->> 'n')::bigint % 20 = 0 THEN
    PERFORM pg_sleep(0.2);
  END IF;
  RETURN NULL;
END $$;
INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts) VALUES
  ('bench.nothing', 'database', 'bench.nothing', '1 minute', 5), ('bench.work', 'database', 'bench.work', '3 seconds', 1000);
EOF
printf '{"database": "host=%s dbname=postgres user=harmony_worker", "workers": %s, "grace_s": 2}\n' "$PGHOST" "$WORKERS" \
  >"$cluster/config.json"
seconds() { date +%s.%N; }

# Trivial jobs.
sql "SELECT count(platform.add_job('bench.nothing')) FROM generate_series(1, $JOBS)" >/dev/null
sql "VACUUM ANALYZE platform.job"
before=$(seconds)
"$harmonyd" --config "$cluster/config.json" --once 2>/dev/null
after=$(seconds)
done_jobs=$(sql "SELECT count(*) FROM platform.job WHERE status = 'done'")
heading "$JOBS trivial jobs, one harmonyd of $WORKERS workers" "" "goal"
rate=$(calc "$JOBS / ($after - $before)")
goal "$rate" '>=' 5000; row "jobs a second" "$rate" ">= 5000" "$verdict"
goal "$done_jobs" '==' "$JOBS"; row "done" "$done_jobs" "$JOBS" "$verdict"

# A claim. Done ones stay in the table here; platform.clean_jobs would move them.
sql "TRUNCATE platform.job"
# median_ms STATEMENT SETTING: of the last 30 of 40 in one session.
median_ms() {
  { printf '%s\n' "SET synchronous_commit = $2;" '\timing on'; for _ in $(seq 40); do echo "$1;"; done; } |
    psql -qAtX | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | tail -30 | median
}
claim() { echo "SELECT count(*) FROM platform.claim_jobs('bench', '{database}', $1)"; }
sql "SELECT count(platform.add_job('bench.nothing')) FROM generate_series(1, $QUEUED)" >/dev/null
sql "VACUUM ANALYZE platform.job"
queued_one=$(median_ms "$(claim 1)" off) queued_many=$(median_ms "$(claim 20)" off)
sql "INSERT INTO platform.job (kind, status, max_attempts, finished_at)
     SELECT 'bench.nothing', 'done', 5, now() FROM generate_series(1, $DONE)" >/dev/null
sql "VACUUM ANALYZE platform.job"
done_one=$(median_ms "$(claim 1)" off) done_many=$(median_ms "$(claim 20)" off)
durable=$(median_ms "$(claim 1)" on) commit=$(median_ms "INSERT INTO bench.effect VALUES (1)" on)
sql "TRUNCATE bench.effect"
heading "a claim, milliseconds without waiting for the disk; median of 30" "" "goal"
goal "$queued_one" '<=' 1; row "one of $QUEUED queued" "$queued_one" "<= 1" "$verdict"
goal "$done_one" '<=' 1; row "and $DONE done" "$done_one" "<= 1" "$verdict"
row "twenty of $QUEUED queued" "$queued_many"
row "and $DONE done" "$done_many"
row "one, with a durable commit, as harmonyd does" "$durable"
row "a durable commit of one row by itself" "$commit"

# Killed. A process is killed as a child of this script that it has not waited for: its number is nobody else's.
sql "TRUNCATE platform.job"
sql "SELECT count(platform.add_job('bench.work', jsonb_build_object('n', n))) FROM generate_series(1, $KILLED_JOBS) n" >/dev/null
sql "VACUUM ANALYZE platform.job"
start_one() {
  "$harmonyd" --config "$cluster/config.json" 2>/dev/null &
  processes="$processes $!"
}
for _ in 1 2 3 4; do start_one; done
before=$(seconds) kills=0 late=0 restarted=''
while :; do
  sleep 1
  left=$(sql "SELECT count(*) FROM platform.job WHERE status IN ('queued', 'running')" 2>/dev/null || echo 1)
  if [ "$left" = 0 ] || awk "BEGIN{exit !($(seconds) - $before > 300)}"; then break; fi
  # shellcheck disable=SC2086
  set -- $processes
  kill -9 "$1"
  wait "$1" 2>/dev/null || true
  kills=$((kills + 1))
  shift
  processes="$*"
  start_one
  # Past its lease, a rescue (every 5 s), and a second for the machine.
  past=$(sql "SELECT count(*) FROM platform.job WHERE status = 'running' AND lease_until < now() - interval '6 seconds'" 2>/dev/null) ||
    past=0
  if [ "$past" -gt "$late" ]; then late=$past; fi
  if [ $kills = 3 ] && [ -z "$restarted" ]; then
    restarted=yes
    as_server "$cluster/bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null
    as_server "$cluster/bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
  fi
done
took=$(calc "$(seconds) - $before")
once=$(sql "SELECT count(*) FROM (SELECT n FROM bench.effect GROUP BY n HAVING count(*) = 1) e")
twice=$(sql "SELECT count(*) - count(DISTINCT n) FROM bench.effect")
lost=$(sql "SELECT $KILLED_JOBS - count(*) FROM platform.job WHERE status = 'done'")
heading "$KILLED_JOBS jobs, four harmonyd, one killed every second ($kills), the server once; $took s" "" "goal"
goal "$once" '==' "$KILLED_JOBS"; row "with their effect once" "$once" "$KILLED_JOBS" "$verdict"
goal "$twice" '==' 0; row "with more" "$twice" 0 "$verdict"
goal "$lost" '==' 0; row "not done" "$lost" 0 "$verdict"
goal "$late" '==' 0; row "ever more than 6 s past their lease of 3 s" "$late" 0 "$verdict"
exit $missed
