#!/bin/sh
# Random queries over all that a role may read and call: no seed makes the server crash, and no function of the extension ends in an
# internal error (XX000). Needs Debian package sqlsmith.
#   SEEDS='1 2 3'  QUERIES=2000
. "$(dirname "$0")/../../tools/common.sh"
. "$root/test/deep/lib/figure.sh"
SEEDS=${SEEDS:-1 2 3} QUERIES=${QUERIES:-2000}
command -v sqlsmith >/dev/null || { say 'ok - sqlsmith # SKIP it is not installed'; exit 0; }
build
cluster_start sqlsmith fsync=off "log_line_prefix='%e '" restart_after_crash=on
sql() { psql -qAtX -v ON_ERROR_STOP=1 -c "$1"; }
sql "CREATE EXTENSION harmony; SELECT harmony.install('crew')" >/dev/null
psql -qX -v ON_ERROR_STOP=1 -o /dev/null -f sql/demo/fleet.sql
# Not what calls the server's own administration, and no writing: functions of triggers and of the owner's work stay closed.
sql "CREATE ROLE smith LOGIN; GRANT USAGE ON SCHEMA platform, assessment, crew TO smith;
     GRANT SELECT ON ALL TABLES IN SCHEMA platform, assessment, crew TO smith;
     GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA assessment, crew TO smith;
     INSERT INTO platform.account_role SELECT id, 'admin' FROM platform.account ORDER BY id LIMIT 1"
admin=$(sql "SELECT account_id FROM platform.account_role WHERE role = 'admin' LIMIT 1")
sql "ALTER ROLE smith SET request.jwt.claims = '{\"sub\": \"$admin\"}'; ALTER ROLE smith SET statement_timeout = '2s';
     ALTER ROLE smith SET default_transaction_read_only = on"
asked=0
for seed in $SEEDS; do
  sqlsmith --target="host=$cluster dbname=postgres user=smith" --seed="$seed" --max-queries="$QUERIES" >"$cluster/smith.log" 2>&1 || true
  asked=$((asked + QUERIES))
done
crashes=$(grep -c 'was terminated by signal\|PANIC' "$cluster/log" || true)
internal=$(grep -c '^XX' "$cluster/log" || true)
ours=$(grep -A3 '^XX' "$cluster/log" | grep -c 'harmony' || true)
grep '^XX' "$cluster/log" | sort | uniq -c | sort -rn | head -5
figure "crashes in $asked queries, seeds $SEEDS" "$crashes" -eq 0
figure "internal errors ($internal) that name harmony" "$ours" -eq 0
[ "$crashes" -eq 0 ] && [ "$ours" -eq 0 ]
