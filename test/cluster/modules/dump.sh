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
content() {
  for table in platform.account assessment.trait assessment.instrument assessment.item assessment.scoring_key \
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
  if cmp -s "$BUILD/dump-before.txt" "$BUILD/dump-after.txt"; then echo "ok - $format: the same tables"; else echo "not ok - $format: tables differ"; fi
  run -d harmony_restored -c "DELETE FROM assessment.submission WHERE id <= 10" \
    -c "INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT person_id, instrument_id, answers FROM assessment.submission LIMIT 5"
  left=$(run -d harmony_restored -c "SELECT count(*) FROM assessment.verify_snapshots()")
  rows=$(run -d harmony_restored -c "SELECT count(*) FROM assessment.result WHERE submission_id > 200")
  if [ "$left" = 0 ] && [ "$rows" = 25 ]; then echo "ok - $format: triggers work"; else echo "not ok - $format: $left differences, $rows new results, 25 expected"; fi
done
rm -rf "$BUILD/dump.file"
dropdb harmony_restored
dropdb harmony_dumped
