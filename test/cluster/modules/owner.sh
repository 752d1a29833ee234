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
GRANT EXECUTE ON FUNCTION harmony.install(text) TO harmony_test_owner;
GRANT INSERT, UPDATE, DELETE ON harmony.migration TO harmony_test_owner;
SET ROLE harmony_test_owner;
SELECT harmony.install('crew');
SQL
for test in crew_access crew_attacks; do
  if pg_prove -Q -d harmony_owned test/pgtap/$test.sql >"$BUILD/owner.log" 2>&1; then echo "ok - $test"; else cat "$BUILD/owner.log" && echo "not ok - $test"; fi
done
# A superuser does not run what the owner might have put there.
if run -d harmony_owned -c "SELECT harmony.install('crew')" 2>&1 | grep -q 'belongs to another role'; then echo "ok - not for another role"; else echo "not ok - installed by another role"; fi
if run -d harmony_owned -o /dev/null -c 'SET ROLE harmony_test_owner' -c "SELECT harmony.install('crew')"; then echo "ok - again as the owner"; else echo "not ok - again as the owner"; fi
dropdb harmony_owned
run -d postgres -c 'DROP ROLE harmony_test_owner'
