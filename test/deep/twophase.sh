#!/bin/sh
# Two-phase commit: what modules write is prepared, outlives a crash, and is committed or rolled back whole.
. "$(dirname "$0")/../../tools/common.sh"
build
test_cluster_start twophase
as_server "$bin/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
echo 'max_prepared_transactions = 10' | as_server tee -a "$cluster/data/postgresql.conf" >/dev/null
as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
run() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }
failed=0 n=0
check() {
  n=$((n + 1))
  if [ "$2" = "$3" ]; then say "ok - $1"; else say "not ok - $1: $2, expected $3"; failed=$((failed + 1)); fi
}
run -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -f sql/demo/fleet.sql -c 'SELECT crew.rebuild_stale()'
everything() {
  run <<'SQL'
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C")) FROM %s t', r, r)
FROM unnest(harmony_internal.tables_of('{platform,assessment,crew}')) r ORDER BY r::text \gexec
SQL
}
differences() { run -c 'SELECT (SELECT count(*) FROM assessment.verify_snapshots()) + (SELECT count(*) FROM crew.verify_snapshots())'; }
work() {  # a transaction of everything that people do, prepared
  run -o /dev/null <<SQL
BEGIN;
INSERT INTO platform.account (id, email) VALUES (md5('$1')::uuid, '$1@example.org');
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT md5('$1')::uuid, id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10';
SELECT crew.decide(md5('campaign 1')::uuid, person, 'hired', 'fits') FROM crew.matching(md5('campaign 1')::uuid, 1);
UPDATE crew.pulse SET score = 6 - score WHERE day = platform.today() - 1;
SELECT crew.invite(md5('campaign 2')::uuid), crew.rebuild_stale(), crew.retrain();
PREPARE TRANSACTION '$1';
SQL
}
everything >"$cluster/before.txt"
work first
check 'a prepared transaction shows nothing' "$(everything | cmp - "$cluster/before.txt" && echo equal)" equal
as_server "$bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null
as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
check 'it outlives a crash' "$(run -c 'SELECT gid FROM pg_prepared_xacts')" first
run -c "ROLLBACK PREPARED 'first'"
check 'rolled back: nothing has changed' "$(everything | cmp - "$cluster/before.txt" && echo equal)" equal
work second
as_server "$bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null
as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
run -c "COMMIT PREPARED 'second'"
check 'committed: answers are scored' "$(run -c "SELECT score FROM assessment.result WHERE person_id = md5('second')::uuid")" 52.5
check 'a decision, an invitation, an attempt to learn' "$(run -c "SELECT concat_ws(' ', count(*), (SELECT count(*) FROM crew.token),
  (SELECT count(*) FROM crew.retraining)) FROM crew.hiring_event WHERE reason = 'fits'")" '1 1 1'
run -o /dev/null -c 'SELECT crew.rebuild_stale()'
check 'snapshots are true' "$(differences)" 0
say "twophase: $failed of $n checks failed, bar 0"
[ "$failed" -eq 0 ]
