#!/bin/sh
# The demo fleet through pg_dump and pg_restore, and through dropping the extension: the same tables, policies and snapshots.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
for database in harmony_fleet harmony_fleet_restored; do dropdb --if-exists "$database" 2>/dev/null; done
createdb harmony_fleet
run -d harmony_fleet -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" >/dev/null
run -d harmony_fleet -f sql/demo/fleet.sql >/dev/null
run -d harmony_fleet -o /dev/null -c "SELECT crew.rebuild_stale()" \
  -c "SELECT sum(crew.judge_toxicity(id)) FROM platform.organization" -c "SELECT crew.retrain()" \
  -c "SELECT crew.decide(md5('campaign 1')::uuid, person, 'hired', 'the best') FROM crew.matching(md5('campaign 1')::uuid, 1)" \
  -c "SELECT crew.accept_offer(campaign_id, person_id) FROM crew.candidacy WHERE status = 'hired'" \
  -c "SELECT crew.invite(md5('campaign 2')::uuid)"
content() {
  for table in $(run -d "$1" -c "SELECT oid::regclass::text COLLATE \"C\" FROM pg_class
    WHERE relnamespace IN ('crew'::regnamespace, 'platform'::regnamespace) AND relkind = 'r' ORDER BY 1"); do
    echo "$table"
    run -d "$1" -c "COPY (SELECT * FROM $table t ORDER BY t::text) TO STDOUT"
  done
}
policies() { run -d "$1" -c "SELECT count(*) FROM pg_policies WHERE schemaname = 'crew'"; }
stale() { run -d "$1" -o /dev/null -c "SELECT crew.rebuild_stale()"; run -d "$1" -c "SELECT count(*) FROM crew.verify_snapshots()"; }
# Three sessions change things while three rebuild: nothing deadlocks, and what is left to do leaves no snapshot stale.
cat >"$BUILD/fleet-change.sql" <<'SQL'
\set vessel random(1, 4)
\set person random(4, 27)
\set days random(91, 119)
\set score random(1, 5)
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT a.person_id, a.vessel_id, now() - :days * interval '1 day', :score
  FROM crew.assignment a WHERE a.person_id = md5('harmony sample ' || :person)::uuid AND a.status = 'active' ON CONFLICT DO NOTHING;
UPDATE crew.pulse SET score = :score WHERE person_id = md5('harmony sample ' || :person)::uuid AND day = platform.today() - (:days - 90);
SELECT crew.set_environment(md5('vessel ' || :vessel)::uuid, jsonb_build_object('salary_index', :score / 5.0));
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT md5('harmony sample ' || :person)::uuid, id, array_fill(:score::smallint, ARRAY[10])
  FROM assessment.instrument WHERE code = 'resilience-10' AND :days < 100;
SQL
echo 'SELECT crew.rebuild_stale(2);' >"$BUILD/fleet-rebuild.sql"
pgbench -n -c 3 -T 4 --random-seed=42 -f "$BUILD/fleet-change.sql" harmony_fleet >"$BUILD/fleet-change.log" 2>&1 &
pgbench -n -c 3 -T 4 -f "$BUILD/fleet-rebuild.sql" harmony_fleet >"$BUILD/fleet-rebuild.log" 2>&1 || true
wait $! || true
if grep -q 'number of failed transactions: 0 ' "$BUILD/fleet-change.log" \
  && grep -q 'number of failed transactions: 0 ' "$BUILD/fleet-rebuild.log" \
  && [ "$(stale harmony_fleet)" = 0 ] && [ "$(run -d harmony_fleet -c 'SELECT count(*) FROM platform.stale_mark')" = 0 ]; then
  echo "ok - changed and rebuilt by six sessions: no stale snapshot"
else echo "not ok - changed and rebuilt by six sessions"; tail -3 "$BUILD/fleet-change.log" "$BUILD/fleet-rebuild.log"; fi
content harmony_fleet >"$BUILD/fleet-before.txt"
createdb harmony_fleet_restored
pg_dump -Fc -f "$BUILD/fleet.dump" harmony_fleet
pg_restore -e -d harmony_fleet_restored "$BUILD/fleet.dump"
content harmony_fleet_restored >"$BUILD/fleet-after.txt"
if cmp -s "$BUILD/fleet-before.txt" "$BUILD/fleet-after.txt"; then
  echo "ok - restored: the same tables"
else
  echo "not ok - restored: tables differ"
  diff "$BUILD/fleet-before.txt" "$BUILD/fleet-after.txt" | head -5
fi
if [ "$(policies harmony_fleet)" = "$(policies harmony_fleet_restored)" ]; then
  echo "ok - restored: the same policies"
else
  echo "not ok - restored: policies differ"
fi
if [ "$(stale harmony_fleet_restored)" = 0 ]; then
  echo "ok - restored: no stale snapshot"
else
  echo "not ok - restored: stale snapshots"
fi
# What a role of an application, and whoever owns the tables, is refused: the same with the extension as without.
run -d harmony_fleet -o /dev/null <<'SQL'
CREATE ROLE harmony_fleet_app NOLOGIN;
GRANT USAGE ON SCHEMA platform, assessment, crew TO harmony_fleet_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crew TO harmony_fleet_app;
SQL
cat >"$BUILD/fleet-attempts.sql" <<'SQL'
CREATE TEMP TABLE attempt (n serial, person integer, query text);
GRANT SELECT ON attempt TO PUBLIC;
INSERT INTO attempt (person, query) VALUES
  (4, $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (platform.current_account(), md5('vessel 2')::uuid, 1)$$),
  (4, $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
    VALUES (platform.current_account(), md5('vessel 1')::uuid, 1, now() + interval '1 day')$$),
  (4, $$INSERT INTO crew.survey_response (person_id, survey_id, workload)
    SELECT platform.current_account(), md5('post_season2')::uuid, 1$$),
  (28, $$INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (platform.current_account(), md5('campaign 2')::uuid)$$),
  (2, $$UPDATE crew.campaign SET status = 'archived' WHERE id = md5('campaign 1')::uuid$$),
  (2, $$UPDATE crew.campaign SET vessel_id = md5('vessel 2')::uuid WHERE id = md5('campaign 1')::uuid$$),
  (2, $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title, status)
    VALUES (md5('employer 1')::uuid, md5('vessel 1')::uuid, 'Chef', 'x', 'archived')$$),
  (NULL, $$UPDATE crew.candidacy SET status = 'joined' WHERE status = 'pending'$$),
  (NULL, $$UPDATE crew.candidacy SET status = 'pending' WHERE status = 'joined'$$),
  (NULL, $$INSERT INTO crew.candidacy (person_id, campaign_id, status)
    VALUES (md5('harmony sample 4')::uuid, md5('campaign 1')::uuid, 'hired')$$),
  (NULL, $$UPDATE crew.assignment SET vessel_id = md5('vessel 2')::uuid WHERE status = 'active'$$),
  (NULL, $$UPDATE crew.assignment SET status = 'active', vessel_id = md5('vessel 1')::uuid, vessel_name = NULL, ended_on = NULL
    WHERE status = 'declared'$$),
  (NULL, $$UPDATE crew.hiring_event SET y_success = 100$$), (NULL, $$DELETE FROM crew.hiring_event$$),
  (NULL, $$UPDATE crew.model_version SET n = 1$$), (NULL, $$UPDATE crew.survey SET kind = 'exit_interview'$$),
  (NULL, $$UPDATE crew.retraining SET n = 1$$);
DO $$
DECLARE a record; state text;
BEGIN
  FOR a IN SELECT * FROM attempt ORDER BY n LOOP
    BEGIN
      IF a.person IS NOT NULL THEN
        PERFORM set_config('request.jwt.claims', format('{"sub": "%s"}', md5('harmony sample ' || a.person)::uuid), true),
          set_config('role', 'harmony_fleet_app', true);
      END IF;
      EXECUTE a.query;
      RAISE EXCEPTION USING ERRCODE = 'HM001';
    EXCEPTION WHEN OTHERS THEN state := SQLSTATE;
    END;
    PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
    RAISE INFO '% %', a.n, CASE state WHEN 'HM001' THEN 'allowed' ELSE 'refused' END;
  END LOOP;
END
$$;
SQL
attempts() { run -d "$1" -f "$BUILD/fleet-attempts.sql" 2>&1 | sed 's/^.*INFO: *//'; }
with=$(attempts harmony_fleet)
n=$(policies harmony_fleet)
run -d harmony_fleet -c "SET client_min_messages = error" -c "DROP EXTENSION harmony CASCADE"
if [ "$(policies harmony_fleet)" = "$n" ]; then
  echo "ok - without the extension: policies stay"
else
  echo "not ok - without the extension: $(policies harmony_fleet) of $n policies"
fi
if [ "$(attempts harmony_fleet)" = "$with" ] && [ "$(echo "$with" | grep -c refused)" = 17 ]; then
  echo "ok - without the extension: nothing is allowed that was refused"
else
  echo "not ok - without the extension: $(attempts harmony_fleet | paste -sd, ); with it: $(echo "$with" | paste -sd,)"
fi
run -d harmony_fleet -o /dev/null -c "CREATE EXTENSION harmony" -c "SELECT harmony.install('crew')"
content harmony_fleet >"$BUILD/fleet-after.txt"
if cmp -s "$BUILD/fleet-before.txt" "$BUILD/fleet-after.txt"; then
  echo "ok - the extension is back: the same tables"
else
  echo "not ok - the extension is back: tables differ"
  diff "$BUILD/fleet-before.txt" "$BUILD/fleet-after.txt" | head -5
fi
if [ "$(stale harmony_fleet)" = 0 ]; then
  echo "ok - the extension is back: no stale snapshot"
else
  echo "not ok - the extension is back: stale snapshots"
fi
dropdb harmony_fleet_restored
dropdb harmony_fleet
run -d postgres -c 'DROP ROLE harmony_fleet_app'
