#!/bin/sh
# A logical subscriber of every table of every module: all tables arrive, inserts, updates and deletes on each of them arrive, and it
# can take over. STATEMENTS=200 random statements; BAR=60 seconds for the first copy. Skipped where the server writes no logical WAL.
set -eu
STATEMENTS=${STATEMENTS:-200} BAR=${BAR:-60}
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
check() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: $2, expected $3"; fi; }
publisher=harmony_publisher subscriber=harmony_subscriber
if [ "$(run -d postgres -c 'SHOW wal_level')" != logical ]; then echo 'ok 1 # SKIP wal_level is not logical'; exit 0; fi
drop() {
  run -d "$subscriber" -c 'ALTER SUBSCRIPTION harmony_test DISABLE' -c 'ALTER SUBSCRIPTION harmony_test SET (slot_name = NONE)' \
    -c 'DROP SUBSCRIPTION harmony_test' 2>/dev/null || true
  run -d postgres -o /dev/null -c "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = '$publisher'" \
    2>/dev/null || true
  for database in "$publisher" "$subscriber"; do dropdb --force --if-exists "$database" 2>/dev/null || true; done
}
drop
trap drop EXIT
createdb "$publisher"
createdb "$subscriber"
run -d "$publisher" -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')"
run -d "$publisher" -o /dev/null -f sql/demo/fleet.sql
# What a site has changed of the content, and its own.
run -d "$publisher" -o /dev/null -c 'UPDATE crew.safety_rule SET below = below + 1' -c "INSERT INTO platform.role VALUES ('own', 'Own')"

schemas=$(run -d "$publisher" -c "SELECT string_agg(DISTINCT module, ', ') FROM harmony.migration")
run -d "$publisher" -o /dev/null -c "CREATE PUBLICATION harmony_test FOR TABLES IN SCHEMA $schemas" \
  -c "SELECT pg_create_logical_replication_slot('harmony_test', 'pgoutput')"
run -d "$subscriber" -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew', content => false)"
host=$(run -d postgres -c "SELECT split_part(setting, ',', 1) FROM pg_settings WHERE name = 'unix_socket_directories'")
began=$(date +%s)
run -d "$subscriber" -o /dev/null -c "CREATE SUBSCRIPTION harmony_test
  CONNECTION 'host=$host port=$(run -d postgres -c 'SHOW port') dbname=$publisher user=$(run -d postgres -c 'SELECT current_user')'
  PUBLICATION harmony_test WITH (create_slot = false)"
behind="SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'"
while [ "$(run -d "$subscriber" -c "$behind")" != 0 ] && [ $(($(date +%s) - began)) -lt "$BAR" ]; do sleep 0.2; done
tables=$(run -d "$publisher" -c "SELECT count(*) FROM unnest(harmony_internal.tables_of(string_to_array('$schemas', ', '))) t
  JOIN pg_class c ON c.oid = t WHERE c.relpersistence = 'p'")
took=$(($(date +%s) - began))
check "all $tables tables are ready after $took s, at most $BAR" "$(run -d "$subscriber" -c "$behind")" 0
check 'every table is subscribed to' "$(run -d "$subscriber" -c 'SELECT count(*) FROM pg_subscription_rel')" "$tables"

caught_up() {  # waits until the subscriber has what the publisher has written
  lsn=$(run -d "$publisher" -c 'SELECT pg_current_wal_lsn()')
  for _ in $(seq 600); do
    if [ "$(run -d postgres -c "SELECT confirmed_flush_lsn >= '$lsn' FROM pg_replication_slots
      WHERE slot_name = 'harmony_test'")" = t ]; then return; fi
    sleep 0.1
  done
  echo 'not ok - the subscriber does not catch up'
}
content() {
  run -d "$1" <<SQL
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C")) FROM %s t', r, r)
FROM unnest(harmony_internal.tables_of(string_to_array('$schemas', ', '))) r ORDER BY r::text \gexec
SQL
}
same() {
  caught_up
  content "$publisher" >"$BUILD/publisher.txt"
  content "$subscriber" >"$BUILD/subscriber.txt"
  if cmp -s "$BUILD/publisher.txt" "$BUILD/subscriber.txt"; then
    echo "ok - $1"
  else
    echo "not ok - $1: $(diff "$BUILD/publisher.txt" "$BUILD/subscriber.txt" | head -5 | paste -sd' ')"
  fi
}
same 'the first copy is equal'

# As people use it, with all triggers.
run -d "$publisher" -o /dev/null <<'SQL'
SELECT crew.decide(md5('campaign 1')::uuid, person, 'hired', 'the best') FROM crew.matching(md5('campaign 1')::uuid, 1);
SELECT crew.accept_offer(campaign_id, person_id) FROM crew.candidacy
  WHERE campaign_id = md5('campaign 1')::uuid AND status = 'hired' ORDER BY person_id LIMIT 1;
SELECT sum(crew.judge_toxicity(id)) FROM platform.organization;
SELECT crew.rebuild_stale(), crew.retrain();
UPDATE crew.pulse SET score = 6 - score;
UPDATE crew.pulse SET given_at = given_at + interval '1 second';
DELETE FROM crew.pulse WHERE score = 5;
UPDATE assessment.submission SET answers = answers
  WHERE instrument_id = (SELECT id FROM assessment.instrument WHERE code = 'resilience-10');
DELETE FROM assessment.submission WHERE id % 7 = 0;
DELETE FROM platform.account a WHERE NOT EXISTS (SELECT FROM crew.vessel v WHERE v.leader_id = a.id) AND a.id::text < '3';
SQL
same 'decisions, pulses, answers, erasure'

# Random statements on all tables, the checks of triggers aside: a row again under another key, a row again as it is, a row away.
run -d "$publisher" -o /dev/null -v statements="$STATEMENTS" <<'SQL'
CREATE SCHEMA mess;
CREATE FUNCTION mess.change(relation regclass, n integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key record;
  k name;
  keys jsonb := '{}';
  columns text := (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                   WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a');
  one CONSTANT text := format('ctid = (SELECT ctid FROM %1$s OFFSET floor(random() * (SELECT count(*) FROM %1$s)) LIMIT 1)', relation);
BEGIN
  CASE n % 3
  WHEN 0 THEN
    FOR key IN SELECT DISTINCT a.attname AS name, a.atttypid AS type FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
      AND a.attnum = ANY (i.indkey) WHERE i.indrelid = relation AND i.indisunique AND a.attname NOT IN ('day', 'is_active') LOOP
      keys := keys || jsonb_build_object(key.name, CASE WHEN key.type = 'uuid'::regtype THEN to_jsonb(gen_random_uuid())
        WHEN key.type IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype) THEN to_jsonb(1000 + n)
        WHEN key.type = 'text'::regtype THEN to_jsonb('x.n' || n) WHEN key.type = 'bytea'::regtype THEN
          to_jsonb('\x' || encode(sha256(n::text::bytea), 'hex')) END);
    END LOOP;
    EXECUTE format('INSERT INTO %1$s OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(t, $1)).* FROM %1$s t WHERE %2$s', relation, one)
      USING keys - CASE WHEN (keys ? 'email') THEN 'email' ELSE '' END || CASE WHEN relation = 'platform.account'::regclass
        THEN jsonb_build_object('email', n || '@mess.example.org') ELSE '{}' END;
  WHEN 1 THEN
    EXECUTE format('UPDATE %s SET (%s) = ROW (%s) WHERE %s', relation, columns, columns, one);
  ELSE
    IF relation::text ~ '^assessment\.(trait|instrument|item|scoring_key)$' THEN RETURN; END IF;  -- what is scored by at the end
    EXECUTE format('DELETE FROM %s WHERE %s AND random() < .5', relation, one);
  END CASE;
END $$;
CREATE TABLE mess.done (relation regclass, kind integer, outcome text);
CREATE PROCEDURE mess.run(n integer) LANGUAGE plpgsql AS $$
DECLARE
  relations CONSTANT regclass[] := harmony_internal.tables_of(ARRAY (SELECT DISTINCT module FROM harmony.migration));
  relation regclass;
BEGIN
  PERFORM setseed(0.5);
  FOR i IN 1..n LOOP
    relation := relations[1 + i % cardinality(relations)];
    SET LOCAL session_replication_role = replica;
    BEGIN
      PERFORM mess.change(relation, (i / cardinality(relations) + i) % 3 + 3 * i);
      INSERT INTO mess.done VALUES (relation, i % 3, 'done');
    EXCEPTION WHEN integrity_constraint_violation THEN
      INSERT INTO mess.done VALUES (relation, i % 3, SQLERRM);
    END;
    COMMIT;
  END LOOP;
END $$;
CALL mess.run(:statements);
SQL
done=$(run -d "$publisher" -c "SELECT count(*) FROM mess.done WHERE outcome = 'done'")
check "of $STATEMENTS random statements $done were no violation of a constraint, most of them" "$((done * 10 > STATEMENTS * 8))" 1
same "equal after $STATEMENTS random statements"
check 'no error stopped it' "$(run -d "$subscriber" -c 'SELECT coalesce(sum(apply_error_count + sync_error_count), 0)
  FROM pg_stat_subscription_stats')" 0

# It takes over.
run -d "$subscriber" -c 'ALTER SUBSCRIPTION harmony_test DISABLE' -c 'ALTER SUBSCRIPTION harmony_test SET (slot_name = NONE)' \
  -c 'DROP SUBSCRIPTION harmony_test'
check 'sequences lag behind' "$(run -d "$subscriber" -c 'SELECT count(*) > 3 FROM harmony.advance_sequences()')" t
run -d "$subscriber" -o /dev/null <<'SQL'
SELECT harmony.install('crew');
INSERT INTO platform.account (id, email) VALUES (md5('later')::uuid, 'later@example.org');
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT md5('later')::uuid, id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10';
INSERT INTO platform.outbox (template, idempotency_key) VALUES ('x', 'later');
SELECT platform.audit('test', 'test');
SQL
check 'answers are scored there' \
  "$(run -d "$subscriber" -c "SELECT score FROM assessment.result WHERE person_id = md5('later')::uuid")" 52.5
