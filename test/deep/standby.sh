#!/bin/sh
# A physical replica: every question is answered there as on the primary, and what writes is an error 25006.
. "$(dirname "$0")/../../tools/common.sh"
build
test_cluster_start standby
run() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }
failed=0 n=0
check() {
  n=$((n + 1))
  if [ "$2" = "$3" ]; then say "ok - $1"; else say "not ok - $1: $2, expected $3"; failed=$((failed + 1)); fi
}
run -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -f sql/demo/fleet.sql -c 'SELECT crew.rebuild_stale()'
mkdir "$cluster/standby"
if [ "$(id -u)" = 0 ]; then chown postgres "$cluster/standby"; fi
as_server chmod 700 "$cluster/standby"
as_server "$bin/pg_basebackup" -h "$cluster" -U "$PGUSER" -D "$cluster/standby" -R -X stream -c fast
as_server "$bin/pg_ctl" -D "$cluster/standby" -l "$cluster/standby/log" -o '-p 5433' -w start >/dev/null
trap 'as_server "$bin/pg_ctl" -D "$cluster/standby" -m immediate stop >/dev/null 2>&1; cluster_stop' EXIT
replica() { PGPORT=5433 run "$@"; }
check 'a replica' "$(replica -c 'SELECT pg_is_in_recovery()')" t
run -o /dev/null -c "INSERT INTO platform.account (id, email) VALUES (md5('later')::uuid, 'later@example.org')" \
  -c "INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT md5('later')::uuid, id, '{4,2,5,3,4,2,4,4,3,4}'
      FROM assessment.instrument WHERE code = 'resilience-10'" -c 'SELECT crew.rebuild_stale()'
lsn=$(run -c 'SELECT pg_current_wal_lsn()')
until [ "$(replica -c "SELECT pg_last_wal_replay_lsn() >= '$lsn'")" = t ]; do sleep 0.1; done
while read -r question; do
  check "$question" "$(replica -c "$question" 2>&1 | md5sum)" "$(run -c "$question" 2>&1 | md5sum)"
done <<'EOF'
SELECT * FROM crew.matching(md5('campaign 1')::uuid)
SELECT crew.impact(md5('campaign 1')::uuid, m.person) FROM crew.matching(md5('campaign 1')::uuid, 3) m ORDER BY m.person
SELECT crew.dashboard(id) FROM crew.vessel ORDER BY id
SELECT crew.fleet(id) FROM platform.organization ORDER BY id
SELECT crew.sociogram(id) FROM crew.vessel ORDER BY id
SELECT * FROM crew.toxicity((SELECT min(id::text)::uuid FROM platform.organization), 30) t ORDER BY t::text
SELECT count(*) FROM assessment.verify_snapshots()
SELECT count(*) FROM crew.verify_snapshots()
SELECT * FROM assessment.scale_reliability s ORDER BY s::text
SELECT harmony.ols(y_actual, ARRAY[p_ind, f_team, f_env, f_lmx]) FROM crew.hiring_event
SELECT count(*) FROM platform.unsecured_tables()
EOF
while read -r writer; do
  check "$writer" "$(replica -v VERBOSITY=sqlstate -c "$writer" 2>&1)" 'ERROR:  25006'
done <<'EOF'
INSERT INTO platform.account (email) VALUES ('x@example.org')
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT md5('later')::uuid, 1, '{1}'
SELECT crew.decide(md5('campaign 1')::uuid, m.person, 'hired', 'fits') FROM crew.matching(md5('campaign 1')::uuid, 1) m
SELECT crew.rebuild_snapshots()
SELECT assessment.rescore()
SELECT crew.retrain()
SELECT platform.audit('test', 'test')
SELECT harmony.install('crew')
SELECT harmony.uninstall('crew')
SELECT harmony.advance_sequences()
SELECT platform.prepare_restore()
EOF
say "standby: $failed of $n checks failed, bar 0"
[ "$failed" -eq 0 ]
