#!/bin/sh
# Modules of the test's own in the server's share directory: what a later version no longer ships goes, what the site made stays, and
# what fits no rule is refused with the right SQLSTATE and leaves nothing behind. Skipped where that directory cannot be written.
set -eu
umask 022
database=harmony_modules
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$database" "$@"; }
share=$(psql -X -A -t -d postgres -c "SELECT setting || '/extension/harmony' FROM pg_config WHERE name = 'SHAREDIR'")
a=$share/example_a b=$share/example_b
if [ ! -w "$share" ]; then echo "ok 1 # SKIP the server's share directory cannot be written"; exit 0; fi
clean() { rm -rf "$a" "$b" "$share/api" "$share/build_a"; }
trap clean EXIT
trap 'exit 1' INT TERM

# fresh: the two modules as they should be; example_b builds on example_a.
fresh() {
  clean
  for folder in migrations routines triggers views policies; do mkdir -p "$a/$folder" "$b/$folder"; done
  cat >"$a/migrations/0001_tables.sql" <<'SQL'
CREATE TABLE IF NOT EXISTS example_a.thing (id integer PRIMARY KEY, size integer NOT NULL DEFAULT 1);
ALTER TABLE example_a.thing ENABLE ROW LEVEL SECURITY;
SQL
  echo 'ALTER TABLE example_a.thing ADD COLUMN IF NOT EXISTS colour text;' >"$a/migrations/0002_colour.sql"
  cat >"$a/routines/things.sql" <<'SQL'
CREATE OR REPLACE FUNCTION example_a.twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN 2 * x;
CREATE OR REPLACE PROCEDURE example_a.nothing() LANGUAGE sql AS '';
CREATE OR REPLACE AGGREGATE example_a.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
SQL
  cat >"$a/triggers/things.sql" <<'SQL'
CREATE OR REPLACE FUNCTION example_a.changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER changed AFTER UPDATE ON example_a.thing FOR EACH ROW EXECUTE FUNCTION example_a.changed();
SQL
  cat >"$a/views/things.sql" <<'SQL'
CREATE OR REPLACE VIEW example_a.double_thing WITH (security_invoker = true) AS
  SELECT id, example_a.twice(size) AS size FROM example_a.thing;
CREATE OR REPLACE VIEW example_a.quadruple_thing WITH (security_invoker = true) AS
  SELECT id, example_a.twice(size) AS size FROM example_a.double_thing;
SQL
  echo 'CREATE POLICY all_rows ON example_a.thing USING (example_a.twice(size) > 0);' >"$a/policies/people.sql"
  printf 'example_a' >"$b/requires"
  echo 'CREATE TABLE IF NOT EXISTS example_b.other (id integer);' >"$b/migrations/0001_tables.sql"
  cat >"$b/triggers/things.sql" <<'SQL'
CREATE OR REPLACE FUNCTION example_b.seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER b_seen AFTER INSERT ON example_a.thing FOR EACH ROW EXECUTE FUNCTION example_b.seen();
SQL
  echo 'CREATE OR REPLACE FUNCTION example_b.one() RETURNS integer LANGUAGE sql RETURN 1;' >"$b/routines/one.sql"
  echo 'CREATE OR REPLACE VIEW example_b.ones AS SELECT example_b.one();' >"$b/views/one.sql"
  echo "CREATE POLICY b_rows ON example_a.thing FOR SELECT USING (example_b.one() = 1);" >"$b/policies/people.sql"
}
install_b="SELECT harmony.install('example_b')"
check() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: $2 instead of $3"; fi; }
# state_of STATEMENT …: "done", or the SQLSTATE.
state_of() {
  for statement in "$@"; do set -- "$@" -c "$statement" && shift; done
  run -v VERBOSITY=sqlstate "$@" 2>&1 >/dev/null | sed -n 's/^ERROR:  //p' | grep . || echo done
}
# refused SQLSTATE NAME COMMAND [STATEMENT …]: after the command in the share directory; nothing stays behind.
refused() {
  wanted=$1 name=$2 command=$3
  shift 3
  [ $# -gt 0 ] || set -- "$install_b"
  fresh
  (cd "$share" && eval "$command")
  check "$name" "$(state_of "$@") $(run -c "SELECT count(*) FROM harmony.migration")" "$wanted 0"
}
objects="SELECT string_agg(o, ', ' ORDER BY o) FROM harmony_internal.objects_in('{example_a,example_b}') o WHERE o !~ '^(table|type)'"

dropdb --if-exists "$database" 2>/dev/null
createdb -T template0 "$database"
run -c 'CREATE EXTENSION harmony'

# ---- files and folders that fit no rule ----
fresh
check 'the two modules as they should be' "$(run -c 'BEGIN' -c "$install_b" -c 'ROLLBACK')" 'example_a, example_b'
refused 22023 'an unknown folder' 'mkdir example_a/extras'
refused 22023 'a file beside the folders' 'touch example_a/README.md'
refused 22023 'a hidden file beside the folders' 'touch example_a/.gitignore'
refused 22023 'a hidden file in a folder' 'cp example_a/routines/things.sql example_a/routines/.things.sql'
refused 22023 'what an editor leaves behind' 'cp example_a/routines/things.sql example_a/routines/things.sql~'
refused 22023 'another ending' 'cp example_a/routines/things.sql example_a/routines/things.SQL'
refused 22023 'capital letters' 'mv example_a/routines/things.sql example_a/routines/Things.sql'
refused 22023 'a subject that begins with a digit' 'mv example_a/routines/things.sql example_a/routines/1things.sql'
refused 22023 'a blank in a name' 'cp example_a/routines/things.sql "example_a/routines/some things.sql"'
refused 22023 'a name in no encoding' 'cp example_a/routines/things.sql "$(printf "example_a/routines/\\377\\n.sql")"'
refused 22023 'a name of 250 letters' 'cp example_a/routines/things.sql example_a/routines/$(printf %0246d 0 | tr 0 x).sql'
refused 22023 'a migration without a number' 'mv example_a/migrations/0002_colour.sql example_a/migrations/colour.sql'
refused 22023 'a migration without a subject' 'mv example_a/migrations/0002_colour.sql example_a/migrations/0002_.sql'
refused 22023 'a number of three digits' 'mv example_a/migrations/0002_colour.sql example_a/migrations/002_colour.sql'
refused 22023 'a number of five digits' 'mv example_a/migrations/0002_colour.sql example_a/migrations/00002_colour.sql'
refused 22023 'two migrations of one number' 'cp example_a/migrations/0002_colour.sql example_a/migrations/0002_again.sql'
refused 22023 'a missing number' 'mv example_a/migrations/0002_colour.sql example_a/migrations/0003_colour.sql'
refused 22023 'a missing first number' 'rm example_a/migrations/0001_tables.sql'
refused 22023 'a link to a file' 'ln -sf ../views/things.sql example_a/routines/things.sql'
refused 22023 'a link to nowhere' 'ln -s nowhere example_a/routines/nowhere.sql'
refused 22023 'a link to a folder' 'ln -s routines example_a/api'
refused 22023 'a link to a module' 'mv example_a build_a; ln -s build_a example_a; :'
rm -rf "$share/build_a"
refused 22023 'a folder in place of a file' 'mkdir example_a/routines/folder.sql'
refused 22023 'a file in place of a folder' 'rm -r example_a/views; touch example_a/views'
refused 22023 'a file in place of a module' 'rm -r example_a; touch example_a'
refused 22023 'a pipe in place of a file' 'mkfifo example_a/routines/pipe.sql'
refused 42501 'a file that everybody can write' 'chmod 666 example_a/routines/things.sql'
refused 42501 'a folder that everybody can write' 'chmod 777 example_a/routines'
refused 42501 'a module that everybody can write' 'chmod 777 example_b'
if [ "$(id -u)" = 0 ]; then  # the server is another user
  refused 42501 'a file that cannot be read' 'chmod 0 example_a/routines/things.sql'
  refused 42501 'a folder that cannot be read' 'chmod 0 example_a/routines'
fi
refused 42939 'a schema that is no module'\''s' \
  'mkdir -p api/routines; echo "SELECT 1;" >api/routines/x.sql' "SELECT harmony.install('api')"

# ---- what is in them ----
refused 22023 'an empty file' ': >example_a/routines/things.sql'
refused 22023 'comments alone' 'echo "-- nothing" >example_a/routines/things.sql'
refused 22021 'not UTF-8' 'printf "SELECT \\047\\377\\047;" >example_a/routines/things.sql'
refused 22021 'a zero byte' 'printf "SELECT 1;\\000SELECT 2;" >example_a/routines/things.sql'
refused 54000 'a file of 17 MB' 'head -c 17825792 /dev/zero | tr "\\0" " " >example_a/routines/things.sql'
refused 42601 'no SQL' 'echo "nonsense" >example_a/routines/things.sql'
refused 0A000 'the end of the transaction' 'echo "COMMIT;" >example_a/routines/things.sql'
refused 0A000 'a table that is made every time' 'echo "CREATE TABLE example_a.late ();" >example_a/routines/late.sql'
refused 0A000 'a type that is made every time' \
  'echo "CREATE TYPE example_a.late AS (x integer);" >example_a/api.sql; mkdir example_a/api; mv example_a/api.sql example_a/api/late.sql'
refused 0A000 'an index that is made every time' 'echo "CREATE INDEX late ON example_a.thing (size);" >example_a/views/late.sql'
refused 0A000 'a rule' 'echo "CREATE OR REPLACE RULE late AS ON INSERT TO example_a.thing DO ALSO NOTIFY x;" >example_a/views/late.sql'
refused 0A000 'a policy outside of policies' 'mv example_a/policies/people.sql example_a/triggers/people.sql'
refused 0A000 'an object in the schema of nobody'\''s module' \
  'echo "CREATE OR REPLACE VIEW public.late AS SELECT 1;" >example_a/views/late.sql'
refused 0A000 'a temporary view' 'echo "CREATE OR REPLACE VIEW pg_temp.late AS SELECT 1;" >example_a/views/late.sql'
refused 42P13 'an error in the last file' \
  'echo "CREATE OR REPLACE FUNCTION example_b.one() RETURNS text LANGUAGE sql RETURN 1;" >example_b/policies/zz.sql'

# ---- the file requires ----
refused 22023 'a module that requires itself' 'echo example_b >example_b/requires'
refused 22023 'a module that is not shipped' 'printf "example_a\nexample_c\n" >example_b/requires'
refused 22023 'a module that is required twice' 'printf "example_a\nexample_a\n" >example_b/requires'
refused 22023 'two names in a line' 'echo "example_a platform" >example_b/requires'
refused 22023 'a path' 'echo "../example_a" >example_b/requires'
refused 22023 'modules that require each other' 'echo example_b >example_a/requires'
refused 22023 'a folder in its place' 'rm example_b/requires; mkdir example_b/requires'
fresh
printf '# what it builds on\r\n\r\n\t example_a \t# tables\r\n' >"$b/requires"
check 'comments, blanks, carriage returns' "$(run -c "SELECT harmony_internal.module_requirements('example_b')")" '{example_a}'
printf '\n#\n' >"$b/requires"
check 'nothing but comments' "$(run -c "SELECT harmony_internal.module_requirements('example_b')")" '{}'
for file in requires ../crew/routines/access.sql routines routines/ routines/../../crew/requires \
  /etc/passwd routines//etc/passwd migrations/1.sql; do
  check "no file of a module: $file" "$(state_of "SELECT harmony_internal.module_file('example_a', '$file')")" 22023
done
check 'a file that is not there' "$(state_of "SELECT harmony_internal.module_file('example_a', 'routines/absent.sql')")" 58P01

# ---- what is no longer shipped goes; the site's stays ----
fresh
run -o /dev/null -c "$install_b"
before=$(run -c "$objects")
run -o /dev/null -c "$install_b" -c "$install_b"
check 'installed again: the same objects' "$(run -c "$objects")" "$before"
run <<'SQL'
ALTER TABLE example_a.thing ADD COLUMN site text;
CREATE POLICY site ON example_a.thing USING (site = 'x');
CREATE FUNCTION example_a.site() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER site AFTER INSERT ON example_a.thing FOR EACH ROW EXECUTE FUNCTION example_a.site();
CREATE VIEW example_a.site AS SELECT 1;
INSERT INTO example_a.thing (id) VALUES (1);
SQL
site='function example_a.site(), policy site on example_a.thing, trigger site on example_a.thing, view example_a.site'
# A later version: one view less and one function with another signature, one file and one folder gone.
cat >"$a/routines/things.sql" <<'SQL'
CREATE OR REPLACE FUNCTION example_a.twice(x bigint) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN 2 * x;
SQL
echo 'CREATE OR REPLACE VIEW example_a.things AS SELECT id, example_a.twice(size::bigint) AS size FROM example_a.thing;' \
  >"$a/views/things.sql"
echo 'CREATE POLICY big_rows ON example_a.thing USING (size > 0);' >"$a/policies/people.sql"
rm -r "$a/triggers" "$b/triggers" "$b/views" "$b/routines" "$b/policies"
# A view of the site holds what would go: an error that names it, and nothing has changed.
run -c 'CREATE VIEW public.site_total AS SELECT sum(size) FROM example_a.quadruple_thing'
message=$(run -c "$install_b" 2>&1 || true)
for line in 'cannot drop view example_a.quadruple_thing' 'view public.site_total depends on view example_a.quadruple_thing' 'HINT:'; do
  case $message in *"$line"*) echo "ok - told: $line" ;; *) echo "not ok - not told: $line: $message" ;; esac
done
check 'a view of the site depends on it' "$(state_of "$install_b")" 2BP01
check 'nothing has changed' "$(run -c "$objects")" "$(printf %s "$before, $site" | sed 's/, /\n/g' | sort | paste -sd, | sed 's/,/, /g')"
run -c 'DROP VIEW public.site_total' -c "$install_b" -o /dev/null
expected='function example_a.site(), function example_a.twice(bigint), policy big_rows on example_a.thing, policy site on example_a.thing'
expected="$expected, trigger site on example_a.thing, view example_a.site, view example_a.things"
check 'what a later version lacks is gone' "$(run -c "$objects")" "$expected"
check 'its columns and rows' "$(run -c 'SELECT id, size, colour, site FROM example_a.thing')" '1|1||'
expected='example_a/migrations/0001_tables.sql example_a/migrations/0002_colour.sql example_a/policies/people.sql'
expected="$expected example_a/routines/things.sql example_a/views/things.sql example_b/migrations/0001_tables.sql"
check 'files that are gone are not recorded' \
  "$(run -c "SELECT string_agg(module || '/' || file, ' ' ORDER BY module, file) FROM harmony.migration")" "$expected"

# ---- names that the site has already ----
conflict() { # NAME FILE LINE
  echo "$3" >"$a/$2"
  check "$1 of the site" "$(state_of "$install_b")" 42710
  rm "$a/$2"
}
mkdir "$a/triggers"
conflict 'a function' routines/site.sql \
  'CREATE OR REPLACE FUNCTION example_a.site() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;'
conflict 'a view' views/site.sql 'CREATE OR REPLACE VIEW example_a.site AS SELECT 1;'
conflict 'a trigger' triggers/site.sql \
  'CREATE OR REPLACE TRIGGER site AFTER INSERT ON example_a.thing FOR EACH ROW EXECUTE FUNCTION example_a.site();'
conflict 'a policy' policies/site.sql 'CREATE POLICY site ON example_a.thing USING (true);'
conflict 'a policy that is changed' policies/site.sql 'ALTER POLICY site ON example_a.thing USING (true);'

# ---- migrations that have run ----
echo '-- once more' >>"$a/migrations/0002_colour.sql"
check 'a migration that has changed' "$(state_of "$install_b")" 55000
run -c "UPDATE harmony.migration SET checksum = NULL WHERE file = 'migrations/0002_colour.sql'"
check 'unless it is to be taken as it is' "$(state_of "$install_b")" 'done'
check 'then its new checksum counts' "$(run -c "SELECT checksum FROM harmony.migration WHERE file = 'migrations/0002_colour.sql'")" \
  "$(sha256sum <"$a/migrations/0002_colour.sql" | cut -d' ' -f1)"
mv "$a/migrations/0002_colour.sql" "$share/build_a"
check 'a migration that is gone' "$(state_of "$install_b")" 55000
mv "$share/build_a" "$a/migrations/0002_colour.sql"

# ---- an object moves to another module; the record is lost; uninstalled ----
mkdir -p "$b/triggers"
echo 'CREATE OR REPLACE TRIGGER moved AFTER UPDATE ON example_a.thing FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();' |
  sed 's/AFTER UPDATE/BEFORE UPDATE/' >"$b/triggers/moved.sql"
run -o /dev/null -c "$install_b"
mv "$b/triggers/moved.sql" "$a/triggers/moved.sql"
run -o /dev/null -c "$install_b"
check 'a trigger is of the module that ships it now' \
  "$(run -c "SELECT module FROM harmony.migration WHERE objects @> '{trigger moved on example_a.thing}'")" example_a
run -o /dev/null -c 'SET client_min_messages = warning' -c 'DROP EXTENSION harmony CASCADE' -c 'CREATE EXTENSION harmony'
echo 'CREATE POLICY b_rows ON example_a.thing FOR SELECT USING (true);' >"$share/build_a"
mkdir -p "$b/policies" && mv "$share/build_a" "$b/policies/people.sql"
check 'after the extension was dropped and came back' "$(state_of "$install_b")" 'done'
check 'policies of the module and of the site are there once' \
  "$(run -c "SELECT string_agg(polname, ' ' ORDER BY polname) FROM pg_policy")" 'b_rows big_rows site'
run -c "SELECT harmony.uninstall('example_b')" -o /dev/null
expected='function example_a.site(), function example_a.twice(bigint), policy big_rows on example_a.thing, policy site on example_a.thing'
expected="$expected, trigger moved on example_a.thing, trigger site on example_a.thing, view example_a.site, view example_a.things"
check 'uninstalled: nothing of it on the tables of others' "$(run -c "$objects")" "$expected"
check 'nor in the record' "$(run -c "SELECT count(*) FROM harmony.migration WHERE module = 'example_b'")" 0

# ---- cancelled half-way, and two at the same time ----
fresh
run -c "SELECT harmony.uninstall('example_a', true)" -o /dev/null
echo 'SELECT pg_sleep(60);' >"$b/views/slow.sql"
check 'cancelled in the last module' \
  "$(state_of "SET statement_timeout = '2s'" "$install_b") $(run -c "SELECT count(*) FROM harmony.migration")" '57014 0'
check 'nothing is left of the first' "$(run -c "SELECT to_regnamespace('example_a') IS NULL")" t
echo 'SELECT pg_sleep(1);' >"$b/views/slow.sql"
run -c "$install_b" >"$BUILD/first.log" 2>&1 &
run -c "$install_b" >"$BUILD/second.log" 2>&1
wait $!
check 'two at the same time wait for each other' \
  "$(cat "$BUILD/first.log" "$BUILD/second.log" | paste -sd/)" 'example_a, example_b/example_a, example_b'
check 'and each migration has run once' "$(run -c "SELECT count(*), count(DISTINCT (module, file)) FROM harmony.migrations")" '3|3'
rm "$b/views/slow.sql" "$BUILD/first.log" "$BUILD/second.log"

# ---- what depends on a module from outside is not dropped with it ----
run -c 'CREATE SCHEMA site'
uninstall_b="SELECT harmony.uninstall('example_b')" uninstall_b_by_force="SELECT harmony.uninstall('example_b', true)"
# depends NAME STATEMENT OBJECT: uninstallation is refused and names the object, with and without force, until it is dropped.
depends() {
  run -c "$2"
  told=$(run -c "$uninstall_b" 2>&1 | grep -c "ERROR:  .* because $3 depends on it" || true)
  check "$1 keeps its module" "$(state_of "$uninstall_b") $(state_of "$uninstall_b_by_force") $told" '2BP01 2BP01 1'
  run -c 'SET client_min_messages = warning' -c 'DROP SCHEMA site CASCADE' -c 'CREATE SCHEMA site'
}
depends 'a view' 'CREATE VIEW site.v AS SELECT id FROM example_b.other' 'view site.v'
depends 'a materialized view' 'CREATE MATERIALIZED VIEW site.m AS SELECT example_b.one()' 'materialized view site.m'
depends 'a rule' 'CREATE TABLE site.t (); CREATE RULE r AS ON INSERT TO site.t DO ALSO DELETE FROM example_b.other' \
  'rule r on site.t'
depends 'a column' 'CREATE TABLE site.t (id integer, o example_b.other)' 'table column site.t.o'
depends 'a default value' 'CREATE TABLE site.t (id integer DEFAULT example_b.one())' 'default value for site.t.id'
depends 'a constraint' 'CREATE TABLE site.t (id integer CHECK (id > example_b.one()))' 'table constraint t_id_check on site.t'
depends 'a trigger' 'CREATE TABLE site.t (); CREATE TRIGGER t AFTER INSERT ON site.t EXECUTE FUNCTION example_b.seen()' \
  'trigger t on site.t'
depends 'a policy' 'CREATE TABLE site.t (); CREATE POLICY p ON site.t USING (example_b.one() = 1)' 'policy p on site.t'
depends 'a function' 'CREATE FUNCTION site.f(x example_b.other) RETURNS integer LANGUAGE sql RETURN 1' \
  'function site.f(example_b.other)'
depends 'a child table' 'CREATE TABLE site.t () INHERITS (example_b.other)' 'table site.t'
run -c 'CREATE TABLE site.t (id integer)' -c 'CREATE FUNCTION site.f() RETURNS integer LANGUAGE sql RETURN 1'
check 'nothing else does' "$(state_of "$uninstall_b_by_force")" 'done'
run -c 'SET client_min_messages = warning' -c 'DROP SCHEMA site CASCADE'

# ---- a row that comes in while a module is uninstalled ----
waiting="SELECT count(*) FROM pg_stat_activity WHERE application_name = 'uninstaller' AND wait_event_type = 'Lock'"
mkfifo "$BUILD/writer"
run -o /dev/null <"$BUILD/writer" &
writer=$!
exec 9>"$BUILD/writer"
echo 'BEGIN; DELETE FROM example_a.thing; COMMIT; BEGIN; INSERT INTO example_a.thing VALUES (1);' >&9
while [ "$(run -c "SELECT count(*) FROM pg_locks WHERE relation = 'example_a.thing'::regclass AND mode = 'RowExclusiveLock'
  AND pid IN (SELECT pid FROM pg_stat_activity WHERE state = 'idle in transaction')")" = 0 ]; do sleep 0.1; done
PGAPPNAME=uninstaller run -v VERBOSITY=sqlstate -c "SELECT harmony.uninstall('example_a')" >"$BUILD/uninstaller.log" 2>&1 &
uninstaller=$!
for _ in $(seq 100); do if [ "$(run -c "$waiting")" = 1 ]; then break; fi; sleep 0.1; done
echo 'COMMIT;' >&9
exec 9>&-
wait "$writer"
wait "$uninstaller" || true
check 'is not lost' "$(cat "$BUILD/uninstaller.log") $(run -c 'SELECT count(*) FROM example_a.thing' 2>&1 || true)" 'ERROR:  55000 1'
rm "$BUILD/writer" "$BUILD/uninstaller.log"

# ---- what another session plants between two files does not run ----
fresh
run -o /dev/null <<'SQL'
SET client_min_messages = warning;
SELECT harmony.uninstall('example_a', true);
CREATE ROLE harmony_test_stranger;
CREATE SEQUENCE public.ran;
GRANT USAGE ON SEQUENCE public.ran TO harmony_test_stranger;
SQL
echo 'SELECT pg_advisory_xact_lock_shared(7);' >"$a/routines/uses.sql"  # after things.sql, before the triggers
echo 'SELECT example_a.twice(3::smallint);' >"$a/triggers/uses.sql"
mkfifo "$BUILD/writer"
run -o /dev/null <"$BUILD/writer" &
writer=$!
exec 9>"$BUILD/writer"
echo 'SELECT pg_advisory_lock(7);' >&9
while [ "$(run -c "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")" = 0 ]; do sleep 0.1; done
PGAPPNAME=installer run -v VERBOSITY=sqlstate -c "SELECT harmony.install('example_a')" >"$BUILD/installer.log" 2>&1 &
installer=$!
until [ "$(run -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'installer' AND wait_event_type = 'Lock'")" = 1 ]; do
  sleep 0.1
done
echo 'SELECT pg_advisory_unlock(7);' >&9
wait "$installer" || true
check 'nothing planted' "$(cat "$BUILD/installer.log")" 'example_a'
echo 'SELECT pg_advisory_xact_lock_shared(7), 2;' >"$a/routines/uses.sql"
echo 'SELECT pg_advisory_lock(7);' >&9
while [ "$(run -c "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")" = 0 ]; do sleep 0.1; done
PGAPPNAME=installer run -v VERBOSITY=sqlstate -c "SELECT harmony.install('example_a')" >"$BUILD/installer.log" 2>&1 &
installer=$!
until [ "$(run -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'installer' AND wait_event_type = 'Lock'")" = 1 ]; do
  sleep 0.1
done
run -o /dev/null <<'SQL'
GRANT USAGE, CREATE ON SCHEMA example_a TO harmony_test_stranger;
SET ROLE harmony_test_stranger;
CREATE FUNCTION example_a.twice(x smallint) RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('public.ran') $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA example_a FROM harmony_test_stranger;
SQL
echo 'SELECT pg_advisory_unlock(7);' >&9
exec 9>&-
wait "$writer"
wait "$installer" || true
check 'planted: refused, and not run' "$(cat "$BUILD/installer.log") $(run -c 'SELECT is_called FROM public.ran')" 'ERROR:  42501 f'
check 'nor uninstalled over it' "$(run -v VERBOSITY=sqlstate -c "SELECT harmony.uninstall('example_a', true)" 2>&1 || true)" 'ERROR:  42501'
run -o /dev/null -c 'DROP FUNCTION example_a.twice(smallint)' -c 'DROP OWNED BY harmony_test_stranger' \
  -c 'DROP ROLE harmony_test_stranger' -c 'DROP SEQUENCE public.ran'
rm "$BUILD/writer" "$BUILD/installer.log"
fresh
run -o /dev/null -c "$install_b"

# ---- every file is told to whom asks for it; nobody else is told anything ----
check 'quiet' "$(run -c "$install_b" 2>&1)" 'example_a, example_b'
told=$(run -c 'SET client_min_messages = debug1' -c "$install_b" 2>&1 | grep -c '^DEBUG:  module example_[ab], file ' || true)
check 'every file is told at debug1' "$told" "$(cd "$share" && find example_a/[p-v]* example_b/[p-v]* -name '*.sql' | wc -l | tr -d ' ')"

# ---- a migration changes all rows, whoever owned the tables when policies were made ----
fresh
run -o /dev/null <<'SQL'
SET client_min_messages = warning;
SELECT harmony.uninstall('example_b', true), harmony.uninstall('example_a', true);
CREATE ROLE harmony_test_owner;
CREATE ROLE harmony_test_heir;
GRANT CREATE ON DATABASE harmony_modules TO harmony_test_owner, harmony_test_heir;
GRANT EXECUTE ON FUNCTION harmony.install(text, boolean), harmony_internal.run_script(text, text) TO harmony_test_owner, harmony_test_heir;
GRANT INSERT, UPDATE, DELETE ON harmony.migration TO harmony_test_owner, harmony_test_heir;
SQL
cat >"$a/policies/people.sql" <<'SQL'
ALTER TABLE example_a.thing FORCE ROW LEVEL SECURITY;
DO $$ BEGIN EXECUTE format('CREATE POLICY owner ON example_a.thing TO %I USING (true)', current_user); END $$;
SQL
run -o /dev/null -c 'SET ROLE harmony_test_owner' -c "$install_b" -c 'INSERT INTO example_a.thing VALUES (1)' -c 'RESET ROLE' \
  -c 'REASSIGN OWNED BY harmony_test_owner TO harmony_test_heir'
echo 'UPDATE example_a.thing SET size = 7;' >"$a/migrations/0003_size.sql"
check 'installed by the heir' "$(state_of 'SET ROLE harmony_test_heir' "$install_b")" 'done'
check 'the row is changed' "$(run -c 'SELECT size FROM example_a.thing')" 7
check 'row-level security is forced as before' \
  "$(run -c "SELECT relforcerowsecurity FROM pg_class WHERE oid = 'example_a.thing'::regclass")" t
run -c 'DROP OWNED BY harmony_test_owner, harmony_test_heir CASCADE' -c 'DROP ROLE harmony_test_owner, harmony_test_heir' 2>/dev/null

# ---- a database whose encoding lacks a character ----
dropdb "$database"
createdb -T template0 -E LATIN1 --locale=C "$database"
run -c 'CREATE EXTENSION harmony'
refused 22P05 'a character that the encoding lacks' 'printf "SELECT \\047\\342\\202\\254\\047;" >example_a/routines/euro.sql'
fresh
printf "CREATE OR REPLACE FUNCTION example_a.word() RETURNS text LANGUAGE sql AS \$\$ SELECT 'pr\303\274fen' \$\$;" >"$a/routines/word.sql"
run -o /dev/null -c "$install_b"
check 'a character that it has' "$(PGCLIENTENCODING=UTF8 run -c 'SELECT example_a.word()')" "$(printf 'pr\303\274fen')"
dropdb "$database"
