#!/bin/sh
# The nine tables of people, each split into four partitions by person: the demo's season gives the same bytes, and a role that may
# SELECT every table sees no row in any partition.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
check() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: $2, expected $3"; fi; }
tables='assessment.submission assessment.result assessment.profile crew.assignment crew.pulse crew.candidacy crew.declared_group
  crew.hiring_event crew.survey_response'
for database in harmony_whole harmony_parted; do
  dropdb --if-exists "$database" 2>/dev/null
  createdb "$database"
done
run -d harmony_whole -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')"
# A database that has just been installed, written anew with the tables split. A partitioned table has no storage parameters, and
# what is added to it is not added to it alone.
pg_dump harmony_whole | awk -v tables="$tables" '
  BEGIN { n = split(tables, list, " "); for (i = 1; i <= n; i++) is_parted[list[i]] = 1 }
  /^CREATE TABLE / { parted = $3 in is_parted }
  parted && /^WITH \(.*\);$/ { print "PARTITION BY HASH (person_id);"; parted = 0; next }
  parted && /^\)$/ { print; next }
  parted && /^\);$/ { print ") PARTITION BY HASH (person_id);"; parted = 0; next }
  /^ALTER TABLE ONLY / && $4 in is_parted { sub(/ONLY /, "") }
  { print }
' >"$BUILD/partitions.sql"
for table in $tables; do
  for k in 0 1 2 3; do
    echo "CREATE TABLE ${table}_$k PARTITION OF $table FOR VALUES WITH (MODULUS 4, REMAINDER $k);"
  done
done >>"$BUILD/partitions.sql"
run -d harmony_parted -o /dev/null -f "$BUILD/partitions.sql" >"$BUILD/partitions.log" 2>&1 || { cat "$BUILD/partitions.log"; exit 1; }
check 'new partitions are found to be open' "$(run -d harmony_parted -c 'SELECT count(*) FROM platform.unsecured_tables()')" 36
run -d harmony_parted -o /dev/null -c "SELECT harmony.install('crew')"
check 'and they keep no statistics of what the tables keep none of' "$(run -d harmony_parted -c "SELECT count(*) || ' of ' ||
  (SELECT count(*) FROM pg_inherits i JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND p.attstattarget = 0
   JOIN pg_class c ON c.oid = p.attrelid AND c.relkind = 'p') FROM pg_inherits i
  JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND p.attstattarget = 0
  JOIN pg_attribute a ON a.attrelid = i.inhrelid AND a.attname = p.attname AND a.attstattarget <> 0" |
  sed 's/of [1-9][0-9]*$/of many/')" '0 of many'
check 'installing closes them' "$(run -d harmony_parted -c 'SELECT count(*) FROM platform.unsecured_tables()')" 0

for database in harmony_whole harmony_parted; do
  run -d "$database" -o /dev/null -f sql/demo/fleet.sql
  run -d "$database" -f sql/demo/season.sql >"$BUILD/season-$database.txt" 2>&1
done
check 'the demo has a season' "$(wc -l <"$BUILD/season-harmony_whole.txt" | awk '{print ($1 > 40)}')" 1
if cmp "$BUILD/season-harmony_whole.txt" "$BUILD/season-harmony_parted.txt"; then
  echo 'ok - the same season, byte by byte'
else
  echo 'not ok - another season'
fi
run -d harmony_parted -o /dev/null -c 'SELECT crew.rebuild_stale()'
check 'snapshots are true' "$(run -d harmony_parted -c 'SELECT (SELECT count(*) FROM assessment.verify_snapshots())
  + (SELECT count(*) FROM crew.verify_snapshots())')" 0

# Whoever was given everything by mistake.
run -d harmony_parted -o /dev/null -c 'CREATE ROLE harmony_test_reader' \
  -c 'GRANT USAGE ON SCHEMA platform, assessment, crew TO harmony_test_reader' \
  -c 'GRANT SELECT ON ALL TABLES IN SCHEMA platform, assessment, crew TO harmony_test_reader'
seen() {  # rows in all partitions, as who is set
  run -d harmony_parted -v ON_ERROR_STOP=1 <<SQL
$1
CREATE FUNCTION pg_temp.seen() RETURNS bigint LANGUAGE plpgsql AS \$\$
DECLARE leaf regclass; n bigint; seen bigint := 0;
BEGIN
  FOR leaf IN SELECT i.inhrelid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relkind = 'r' LOOP
    EXECUTE format('SELECT count(*) FROM %s', leaf) INTO n;
    seen := seen + n;
  END LOOP;
  RETURN seen;
END \$\$;
SELECT pg_temp.seen();
SQL
}
stored=$(seen '')
check 'there are rows in the partitions' "$([ "$stored" -gt 1000 ] && echo yes)" yes
check "no row of $stored in any partition" "$(seen 'SET ROLE harmony_test_reader;')" 0
person=$(run -d harmony_parted -c 'SELECT person_id FROM assessment.submission ORDER BY 1 LIMIT 1')
claims="SET ROLE harmony_test_reader; SET request.jwt.claims = '{\"sub\": \"$person\"}';"
check 'nor with claims' "$(seen "$claims")" 0
check 'and through the table the own rows alone' "$(run -d harmony_parted -c "$claims" \
  -c 'SELECT DISTINCT person_id FROM assessment.submission')" "$person"
dropdb harmony_whole
dropdb harmony_parted
run -d postgres -c 'DROP ROLE harmony_test_reader'
