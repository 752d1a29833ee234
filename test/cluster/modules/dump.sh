#!/bin/sh
# pg_dump and pg_restore of a database with people: the same tables, nothing scored anew while restoring, triggers work.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
dropdb --if-exists harmony_dumped 2>/dev/null
createdb harmony_dumped
run -d harmony_dumped -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('assessment')" >/dev/null
run -d harmony_dumped <<'SQL'
INSERT INTO platform.account (id, email) SELECT md5(g::text)::uuid, g || '@example.org' FROM generate_series(1, 200) g;
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT a.id, i.id, (SELECT array_agg((1 + abs(hashtext(a.id::text || p)) % 5)::smallint) FROM generate_series(1, 50) p)
  FROM platform.account a, assessment.instrument i WHERE i.code = 'ipip-ffm-50';
SQL
# What the site adds, and what stands for objects of an earlier version: a policy, a view and a routine that no file makes any more.
run -d harmony_dumped -o /dev/null <<'SQL'
CREATE POLICY site ON assessment.profile USING (false);
CREATE VIEW assessment.site AS SELECT 1;
CREATE POLICY stale ON assessment.profile USING (false);
CREATE VIEW assessment.stale AS SELECT 1;
CREATE FUNCTION assessment.stale("odd name" text[], numeric(3, 1)) RETURNS integer LANGUAGE sql RETURN 1;
UPDATE harmony.migration SET objects = objects || ARRAY (
  SELECT o FROM harmony_internal.objects_in('{assessment}') o WHERE o ~ '^(policy|view|function) (assessment.)?stale')
  WHERE file = 'views/analysis.sql';
SQL
objects() { run -d "$1" -c "SELECT o FROM harmony_internal.objects_in('{platform,assessment}') o ORDER BY o"; }
content() {
  for table in platform.account assessment.trait assessment.instrument assessment.item assessment.scoring_key assessment.response_norm \
    assessment.submission assessment.result assessment.profile harmony.migration; do
    run -d "$1" -c "COPY (SELECT * FROM $table t ORDER BY t::text) TO STDOUT"
  done
}
content harmony_dumped >"$BUILD/dump-before.txt"
for format in plain custom directory; do
  dropdb --if-exists harmony_restored 2>/dev/null
  createdb harmony_restored
  rm -rf "$BUILD/dump.file"
  case $format in
    plain) pg_dump harmony_dumped >"$BUILD/dump.file" && run -d harmony_restored -f "$BUILD/dump.file" >/dev/null ;;
    custom) pg_dump -Fc -f "$BUILD/dump.file" harmony_dumped && pg_restore -e -d harmony_restored "$BUILD/dump.file" ;;
    directory) pg_dump -Fd -j2 -f "$BUILD/dump.file" harmony_dumped && pg_restore -e -j2 -d harmony_restored "$BUILD/dump.file" ;;
  esac
  content harmony_restored >"$BUILD/dump-after.txt"
  if cmp -s "$BUILD/dump-before.txt" "$BUILD/dump-after.txt"; then
    echo "ok - $format: the same tables"
  else
    echo "not ok - $format: tables differ"
  fi
  run -d harmony_restored -c "DELETE FROM assessment.submission WHERE id <= 10" \
    -c "INSERT INTO assessment.submission (person_id, instrument_id, answers)
        SELECT person_id, instrument_id, answers FROM assessment.submission LIMIT 5"
  left=$(run -d harmony_restored -c "SELECT count(*) FROM assessment.verify_snapshots()")
  rows=$(run -d harmony_restored -c "SELECT count(*) FROM assessment.result WHERE submission_id > 200")
  if [ "$left" = 0 ] && [ "$rows" = 25 ]; then
    echo "ok - $format: triggers work"
  else
    echo "not ok - $format: $left differences, $rows new results, 25 expected"
  fi
  objects harmony_restored >"$BUILD/dump-objects.txt"
  run -d harmony_restored -o /dev/null -c "SELECT harmony.install('assessment')"
  gone=$(objects harmony_restored | diff "$BUILD/dump-objects.txt" - | paste -sd' ' | sed 's/[0-9,]*d[0-9]* //g')
  if [ "$gone" = \
    '< function assessment.stale(pg_catalog.text[],numeric) < policy stale on assessment.profile < view assessment.stale' ]; then
    echo "ok - $format: installed again, what is stale goes and what the site made stays"
  else
    echo "not ok - $format: installed again: $gone"
  fi
done

# Data alone, into a database whose modules have been installed: a custom instrument, norms in use, a decision, the audit trail.
dropdb --if-exists harmony_dumped 2>/dev/null
createdb harmony_dumped
run -d harmony_dumped -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')"
run -d harmony_dumped -o /dev/null <<'SQL'
INSERT INTO platform.account (id, email) SELECT md5(g::text)::uuid, g || '@example.org' FROM generate_series(1, 60) g;
INSERT INTO platform.organization (id, name) VALUES (md5('employer')::uuid, 'Employer');
INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max) VALUES ('own-4', 'Own', 'likert', 1, 5);
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
  SELECT i.id, p, 'Item ' || p, 'resilience', CASE WHEN p % 2 = 0 THEN -1 ELSE 1 END
  FROM assessment.instrument i, generate_series(1, 4) p WHERE i.code = 'own-4';
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT a.id, i.id, (SELECT array_agg((1 + abs(hashtext(a.id::text || p)) % 5)::smallint) FROM generate_series(1, i.n) p)
  FROM platform.account a, (SELECT i.id, count(*)::int AS n FROM assessment.instrument i JOIN assessment.item t ON t.instrument_id = i.id
                            WHERE i.code IN ('own-4', 'ipip-ffm-50') GROUP BY i.id) i;
SELECT assessment.build_norms('site'), assessment.use_norms('site');
UPDATE crew.safety_rule SET below = 1;
INSERT INTO crew.vessel (id, organization_id, name) VALUES (md5('vessel')::uuid, md5('employer')::uuid, 'Vessel');
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  VALUES (md5('campaign')::uuid, md5('employer')::uuid, md5('vessel')::uuid, 'Chef', 'Campaign', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT md5(g::text)::uuid, md5('campaign')::uuid FROM generate_series(1, 5) g;
SELECT crew.decide(md5('campaign')::uuid, md5('1')::uuid, 'hired', 'fits'),
       crew.request_review(md5('campaign')::uuid, 'please', md5('2')::uuid);
SQL
everything() {
  run -d "$1" -c "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('platform', 'assessment', 'crew') AND c.relkind = 'r' UNION ALL SELECT 'harmony.migration' ORDER BY 1" |
    while read -r table; do
      echo "$table"
      run -d "$1" -c "COPY (SELECT * FROM $table t ORDER BY t::text) TO STDOUT"
    done
}
everything harmony_dumped >"$BUILD/dump-before.txt"
pg_dump -Fc -f "$BUILD/dump.data" harmony_dumped
dropdb --if-exists harmony_restored 2>/dev/null
createdb harmony_restored
run -d harmony_restored -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" \
  -c 'SELECT platform.prepare_restore()'
status=0
pg_restore -e --data-only --disable-triggers -d harmony_restored "$BUILD/dump.data" >"$BUILD/dump-restore.txt" 2>&1 || status=$?
everything harmony_restored >"$BUILD/dump-after.txt"
if [ "$status" = 0 ] && cmp -s "$BUILD/dump-before.txt" "$BUILD/dump-after.txt"; then
  echo "ok - data alone: the same rows in every table"
else
  echo "not ok - data alone: status $status, $(head -3 "$BUILD/dump-restore.txt")"
fi
left=$(run -d harmony_restored -c "SELECT (SELECT count(*) FROM assessment.verify_snapshots())
  + (SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O')")
if [ "$left" = 0 ]; then
  echo "ok - data alone: results are what they were, and no trigger is off"
else
  echo "not ok - data alone: $left differences or triggers that are off"
fi
run -d harmony_restored -o /dev/null -c "SELECT harmony.install('crew')" \
  -c "INSERT INTO platform.account (email) VALUES ('later@example.org')" \
  -c "INSERT INTO assessment.submission (person_id, instrument_id, answers)
   SELECT a.id, i.id, '{4,2,4,2}' FROM platform.account a, assessment.instrument i
   WHERE a.email = 'later@example.org' AND i.code = 'own-4'"
score=$(run -d harmony_restored -c "SELECT r.score FROM assessment.result r JOIN platform.account a ON a.id = r.person_id
  WHERE a.email = 'later@example.org'")
if [ "$score" = 75 ]; then echo "ok - data alone: the site's own instrument scores"; else echo "not ok - data alone: a score of $score"; fi
refused=$(psql -X -q -A -t -d harmony_restored -v VERBOSITY=sqlstate -c 'SELECT platform.prepare_restore()' 2>&1) || true
if [ "$refused" = 'ERROR:  55000' ]; then echo "ok - a database with people is not emptied"; else echo "not ok - $refused"; fi

# One organisation of two, into a database of its own: a loop of two COPY a table, as docs/how-to/dump_and_restore.md has it.
run -d harmony_dumped -o /dev/null <<'SQL'
INSERT INTO platform.organization (id, name) VALUES (md5('other')::uuid, 'Other');
INSERT INTO crew.vessel (id, organization_id, name) VALUES (md5('other vessel')::uuid, md5('other')::uuid, 'Other vessel');
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  VALUES (md5('other campaign')::uuid, md5('other')::uuid, md5('other vessel')::uuid, 'Chef', 'Other campaign', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT md5(g::text)::uuid, md5('other campaign')::uuid FROM generate_series(4, 9) g;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on)
  SELECT md5(g::text)::uuid, md5('vessel')::uuid, 'Deckhand', platform.today() - 50 FROM generate_series(20, 22) g;
INSERT INTO crew.assignment (person_id, vessel_name, position, status, started_on, ended_on)
  SELECT md5(g::text)::uuid, 'Elsewhere', 'Chef', 'declared', '2020-01-01', '2021-01-01' FROM generate_series(1, 60) g;
SELECT crew.give_pulse(3, md5('20')::uuid), crew.rebuild_stale(), crew.boarding_pass(md5('vessel')::uuid, 'Chef');
SQL
organization=$(run -d harmony_dumped -c "SELECT md5('employer')::uuid")
dropdb --if-exists harmony_moved 2>/dev/null
createdb harmony_moved
run -d harmony_moved -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew', content => false)"
run -d harmony_dumped -F ' ' -c "SELECT relation, query FROM platform.organization_rows('$organization')" |
  while read -r table query; do
    run -d harmony_dumped -c "COPY ($query) TO STDOUT" </dev/null |
      run -d harmony_moved -o /dev/null -c 'SET session_replication_role = replica' -c "COPY $table FROM STDIN"
  done
run -d harmony_moved -o /dev/null -c 'SELECT * FROM harmony.advance_sequences()' -c "SELECT harmony.install('crew')"
moved() { run -d harmony_moved -c "$1"; }
check() { if [ "$2" = "$3" ]; then echo "ok - one organisation: $1"; else echo "not ok - one organisation: $1: $2, expected $3"; fi; }
check 'no other organisation' "$(moved 'SELECT name FROM platform.organization')" Employer
check 'its candidates, crew and past' "$(moved "SELECT concat_ws(' ', count(*), (SELECT count(*) FROM crew.candidacy),
  (SELECT count(*) FROM crew.assignment WHERE status = 'active'), (SELECT count(*) FROM crew.assignment WHERE status = 'declared'))
  FROM platform.account")" '8 5 3 8'
check 'their answers' "$(moved 'SELECT count(*) FROM assessment.submission')" 16
check 'the decision and a request for a review' \
  "$(moved 'SELECT (SELECT count(*) FROM crew.hiring_event) + (SELECT count(*) FROM crew.review_request)')" 2
check 'snapshots are true' \
  "$(moved 'SELECT (SELECT count(*) FROM assessment.verify_snapshots()) + (SELECT count(*) FROM crew.verify_snapshots())')" 0
check 'no foreign key hangs in the air' "$(run -d harmony_moved <<'SQL'
SELECT format('SELECT %L FROM %s c WHERE num_nulls(%s) = 0 AND NOT EXISTS (SELECT FROM %s p WHERE (%s) = (%s)) LIMIT 1', k.conname,
  k.conrelid::regclass, string_agg(format('c.%I', a.attname), ', '), k.confrelid::regclass,
  string_agg(format('p.%I', b.attname), ', ' ORDER BY u.n), string_agg(format('c.%I', a.attname), ', ' ORDER BY u.n))
FROM pg_constraint k CROSS JOIN unnest(k.conkey, k.confkey) WITH ORDINALITY u (x, y, n)
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = y
WHERE k.contype = 'f' GROUP BY k.oid, k.conname, k.conrelid, k.confrelid \gexec
SQL
)" ''
check 'the own instrument and thresholds' "$(moved "SELECT concat_ws(' ', count(*), (SELECT max(below) FROM crew.safety_rule))
  FROM assessment.instrument WHERE code = 'own-4'")" '1 1'
differs=$(for query in "SELECT * FROM crew.hiring_event" "SELECT * FROM crew.vessel WHERE id = md5('vessel')::uuid" \
  "SELECT * FROM assessment.result WHERE person_id IN (SELECT md5(g::text)::uuid FROM unnest('{1,2,3,4,5,20,21,22}'::int[]) g)"; do
  [ "$(run -d harmony_dumped -c "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ($query) t")" = \
    "$(moved "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ($query) t")" ] || echo "$query"
done)
check 'the same rows' "$differs" ''
moved "INSERT INTO platform.account (email) VALUES ('later@example.org')" >/dev/null
check 'work goes on' "$(moved "SELECT (crew.decide(md5('campaign')::uuid, md5('3')::uuid, 'hired', 'fits')).decision")" hired
dropdb harmony_moved
rm -rf "$BUILD/dump.file" "$BUILD/dump.data"
dropdb harmony_restored
dropdb harmony_dumped
