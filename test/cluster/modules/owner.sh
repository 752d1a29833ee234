#!/bin/sh
# Modules owned by a role that is no superuser: row-level security holds for its routines too. Who sees what, and the attacks, again.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
dropdb --if-exists harmony_owned 2>/dev/null
createdb harmony_owned
run -d harmony_owned -o /dev/null <<'SQL'
CREATE EXTENSION harmony;
CREATE EXTENSION pgtap;
CREATE ROLE harmony_test_owner;
GRANT CREATE ON DATABASE harmony_owned TO harmony_test_owner;
GRANT EXECUTE ON FUNCTION harmony.install(text, boolean), harmony.uninstall(text, boolean), harmony.advance_sequences(),
  harmony_internal.run_script(text, text) TO harmony_test_owner;
GRANT INSERT, UPDATE, DELETE ON harmony.migration TO harmony_test_owner;
SET ROLE harmony_test_owner;
SELECT harmony.install('crew');
SQL
run -d harmony_owned -o /dev/null -c 'SET ROLE harmony_test_owner' -c "SELECT harmony.install('crew')"
for test in crew/access crew/attacks assessment/attacks_tests; do
  if pg_prove -Q -d harmony_owned test/pgtap/$test.sql >"$BUILD/owner.log" 2>&1; then
    echo "ok - $test"
  else
    cat "$BUILD/owner.log" && echo "not ok - $test"
  fi
done
# What modules call and PUBLIC may not is among the grants of the page.
missing=$(run -d harmony_owned -c "SELECT DISTINCT proname FROM pg_proc WHERE NOT has_function_privilege('public', oid, 'EXECUTE')
    AND pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace)" | while read -r name; do
  if grep -rqE "harmony(_internal)?[.]$name[(]" sql/modules && ! grep -qE "[.]$name[(]" docs/how-to/install.md; then echo "$name"; fi
done)
if [ -z "$missing" ]; then echo "ok - the page grants what modules call"; else echo "not ok - install.md does not grant: $missing"; fi
# An owner who may not create roles is told the statements; the grants go to the roles that are there.
run -d postgres -c 'ALTER ROLE harmony_analyst RENAME TO harmony_test_hidden'
got=$(run -d harmony_owned -c 'SET ROLE harmony_test_owner' -c "SELECT harmony.install('crew')" \
  -c 'SELECT platform.grant_application()' 2>&1)
case $got in
  *'role harmony_test_owner may not create any'*'CREATE ROLE harmony_analyst NOLOGIN;'*) echo "ok - told which roles are missing" ;;
  *) echo "$got" && echo "not ok - told which roles are missing" ;;
esac
got=$(run -d harmony_owned -c "SELECT has_function_privilege('harmony_user', 'crew.dashboard(uuid, text)', 'EXECUTE'),
  has_table_privilege('harmony_test_hidden', 'assessment.norm', 'SELECT')")
if [ "$got" = 't|f' ]; then echo "ok - granted to those that are there"; else echo "not ok - granted to those that are there: $got"; fi
run -d postgres -c 'ALTER ROLE harmony_test_hidden RENAME TO harmony_analyst'
# Whoever has CREATEROLE makes them.
run -d postgres -c 'ALTER ROLE harmony_analyst RENAME TO harmony_test_hidden' -c 'ALTER ROLE harmony_test_owner CREATEROLE'
run -d harmony_owned -o /dev/null -c 'SET ROLE harmony_test_owner' -c "SELECT harmony.install('platform')" \
  -c 'SELECT platform.grant_application()'
got=$(run -d harmony_owned -c "SELECT has_table_privilege('harmony_analyst', 'assessment.norm', 'SELECT')")
if [ "$got" = t ]; then echo "ok - made by an owner who may"; else echo "not ok - made by an owner who may: $got"; fi
run -d harmony_owned -o /dev/null -c 'DROP OWNED BY harmony_analyst'
run -d postgres -c 'DROP ROLE harmony_analyst' -c 'ALTER ROLE harmony_test_hidden RENAME TO harmony_analyst' \
  -c 'ALTER ROLE harmony_test_owner NOCREATEROLE'
# A superuser does not run what the owner might have put there.
if run -d harmony_owned -c "SELECT harmony.install('crew')" 2>&1 | grep -q 'belongs to another role'; then
  echo "ok - not for another role"
else
  echo "not ok - installed by another role"
fi
if run -d harmony_owned -o /dev/null -c 'SET ROLE harmony_test_owner' -c "SELECT harmony.install('crew')"; then
  echo "ok - again as the owner"
else
  echo "not ok - again as the owner"
fi
# Without the content, and with rows that bring their numbers.
run -d harmony_owned -o /dev/null <<'SQL'
SET client_min_messages = warning;
SET ROLE harmony_test_owner;
SELECT harmony.uninstall('crew', true), harmony.uninstall('assessment', true), harmony.uninstall('platform', true);
SELECT harmony.install('crew', content => false);
INSERT INTO platform.outbox (id, template, idempotency_key) OVERRIDING SYSTEM VALUE VALUES (7, 'x', 'x');
SQL
got=$(run -d harmony_owned -c 'SET ROLE harmony_test_owner' -c 'SELECT * FROM harmony.advance_sequences()')
if [ "$got" = 'platform.outbox_id_seq|7' ]; then echo "ok - the owner advances sequences"; else echo "not ok - $got"; fi
run -d harmony_owned -o /dev/null -c 'SET client_min_messages = warning' -c 'SET ROLE harmony_test_owner' \
  -c "SELECT harmony.uninstall('crew', true), harmony.uninstall('assessment', true), harmony.uninstall('platform', true)" \
  -c "SELECT harmony.install('crew')"
# What the owner wrote into the record names objects and is never run.
run -d harmony_owned -o /dev/null <<'SQL'
CREATE VIEW public.kept AS SELECT 1;
SET ROLE harmony_test_owner;
UPDATE harmony.migration SET objects = objects || '{"view public.kept","view x; ALTER ROLE harmony_test_owner SUPERUSER; --"}'::text[]
  WHERE file = 'triggers/stale.sql';
SELECT harmony.install('crew');
SQL
got=$(run -d harmony_owned -c "SELECT rolsuper, to_regclass('public.kept') IS NOT NULL FROM pg_roles WHERE rolname = 'harmony_test_owner'")
if [ "$got" = 'f|t' ]; then echo "ok - the record is not run"; else echo "not ok - the record is run: $got"; fi
# Uninstalled by nobody else either.
if run -d harmony_owned -c "SELECT harmony.uninstall('crew', true)" 2>&1 | grep -q 'belongs to another role'; then
  echo "ok - not dropped by another role"
else
  echo "not ok - dropped by another role"
fi
if run -d harmony_owned -o /dev/null -c 'SET client_min_messages = warning' -c 'SET ROLE harmony_test_owner' \
  -c "SELECT harmony.uninstall('crew', true)"; then
  echo "ok - dropped by the owner"
else
  echo "not ok - dropped by the owner"
fi
# Whoever owns the tables next sees none of their rows until the policies are made anew; they count all the same.
run -d harmony_owned -o /dev/null <<'SQL'
CREATE ROLE harmony_test_heir;
GRANT CREATE ON DATABASE harmony_owned TO harmony_test_heir;
GRANT EXECUTE ON FUNCTION harmony.uninstall(text, boolean) TO harmony_test_heir;
GRANT DELETE ON harmony.migration TO harmony_test_heir;
SET ROLE harmony_test_owner;
SELECT harmony.uninstall('assessment', true);
INSERT INTO platform.organization (name) VALUES ('kept');
RESET ROLE;
REASSIGN OWNED BY harmony_test_owner TO harmony_test_heir;
SQL
got=$(run -d harmony_owned -v VERBOSITY=sqlstate -c 'SET client_min_messages = warning' -c 'SET ROLE harmony_test_heir' \
  -c "SELECT harmony.uninstall('platform')" 2>&1 || true)
got="$got $(run -d harmony_owned -c 'SELECT name FROM platform.organization' 2>&1 || true)"
if [ "$got" = 'ERROR:  55000 kept' ]; then echo "ok - rows hidden by policies count"; else echo "not ok - hidden rows: $got"; fi
dropdb harmony_owned
run -d postgres -c 'DROP ROLE harmony_test_owner, harmony_test_heir'
