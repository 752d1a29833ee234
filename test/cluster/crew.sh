#!/bin/sh
# The demo fleet through pg_dump and pg_restore, and through dropping the extension: the same tables, policies and snapshots.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
for database in harmony_fleet harmony_fleet_restored; do dropdb --if-exists "$database" 2>/dev/null; done
createdb harmony_fleet
run -d harmony_fleet -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" >/dev/null
run -d harmony_fleet -f sql/demo/fleet.sql >/dev/null
run -d harmony_fleet -o /dev/null -c "SELECT crew.rebuild_dirty()" -c "SELECT sum(crew.judge_toxicity(id)) FROM platform.organization" -c "SELECT crew.retrain()" \
  -c "SELECT crew.decide(md5('campaign 1')::uuid, person, 'joined', 'the best') FROM crew.matching(md5('campaign 1')::uuid, 1)" -c "SELECT crew.invite(md5('campaign 2')::uuid)"
content() {
  for table in $(run -d "$1" -c "SELECT oid::regclass::text COLLATE \"C\" FROM pg_class WHERE relnamespace IN ('crew'::regnamespace, 'platform'::regnamespace) AND relkind = 'r' ORDER BY 1"); do
    echo "$table"
    run -d "$1" -c "COPY (SELECT * FROM $table t ORDER BY t::text) TO STDOUT"
  done
}
policies() { run -d "$1" -c "SELECT count(*) FROM pg_policies WHERE schemaname = 'crew'"; }
stale() { run -d "$1" -o /dev/null -c "SELECT crew.rebuild_dirty()"; run -d "$1" -c "SELECT count(*) FROM crew.verify_snapshots()"; }
content harmony_fleet >build/fleet-before.txt
createdb harmony_fleet_restored
pg_dump -Fc -f build/fleet.dump harmony_fleet
pg_restore -e -d harmony_fleet_restored build/fleet.dump
content harmony_fleet_restored >build/fleet-after.txt
if cmp -s build/fleet-before.txt build/fleet-after.txt; then echo "ok - restored: the same tables"; else echo "not ok - restored: tables differ"; diff build/fleet-before.txt build/fleet-after.txt | head -5; fi
if [ "$(policies harmony_fleet)" = "$(policies harmony_fleet_restored)" ]; then echo "ok - restored: the same policies"; else echo "not ok - restored: policies differ"; fi
if [ "$(stale harmony_fleet_restored)" = 0 ]; then echo "ok - restored: no stale snapshot"; else echo "not ok - restored: stale snapshots"; fi
n=$(policies harmony_fleet)
run -d harmony_fleet -c "SET client_min_messages = error" -c "DROP EXTENSION harmony CASCADE"
if [ "$(policies harmony_fleet)" = "$n" ]; then echo "ok - without the extension: policies stay"; else echo "not ok - without the extension: $(policies harmony_fleet) of $n policies"; fi
run -d harmony_fleet -o /dev/null -c "CREATE EXTENSION harmony" -c "SELECT harmony.install('crew')"
content harmony_fleet >build/fleet-after.txt
if cmp -s build/fleet-before.txt build/fleet-after.txt; then echo "ok - the extension is back: the same tables"; else echo "not ok - the extension is back: tables differ"; diff build/fleet-before.txt build/fleet-after.txt | head -5; fi
if [ "$(stale harmony_fleet)" = 0 ]; then echo "ok - the extension is back: no stale snapshot"; else echo "not ok - the extension is back: stale snapshots"; fi
dropdb harmony_fleet_restored
dropdb harmony_fleet
