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
rm -rf "$BUILD/dump.file"
dropdb harmony_restored
dropdb harmony_dumped
