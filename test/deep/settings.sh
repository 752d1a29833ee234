#!/bin/sh
# The SQL suites under settings that must change nothing: how values look, how queries are planned, and another language's rules for
# letters (ICU tr-TR, where i and I are no pair). What a session sets for itself is in test/pgtap/modules/settings.sql.
#   ONLY='planner|jit'   a pattern of names: only these
. "$(dirname "$0")/../../tools/common.sh"
build
test_cluster_start settings
sql() { psql -qAtX -v ON_ERROR_STOP=1 -d postgres -c "$1"; }
parallel=$(sql "SELECT name FROM pg_settings WHERE name IN ('debug_parallel_query', 'force_parallel_mode') LIMIT 1")
failed=0 n=0
# under NAME KINDS SETTINGS: these suites of test/run.sh, with SETTINGS (name=value; …) for every session.
under() {
  echo "$1" | grep -qE "${ONLY:-.}" || return 0
  sql 'ALTER SYSTEM RESET ALL'
  echo "$3" | tr ';' '\n' | while IFS='=' read -r name value; do sql "ALTER SYSTEM SET $name = $value"; done
  sql 'SELECT pg_reload_conf()' >/dev/null
  sleep 1
  n=$((n + 1))
  # shellcheck disable=SC2086
  if sh test/run.sh $2 >"$BUILD/settings.log" 2>&1; then
    say "ok - $1: $(tail -1 "$BUILD/settings.log")"
  else
    failed=$((failed + 1))
    say "not ok - $1: $(tail -1 "$BUILD/settings.log")"
    grep -E '^not ok|Failed test|FAILED|^[+-][^+-]' "$BUILD/settings.log" | head -20
  fi
}
under 'text of values' pgtap "extra_float_digits=-15;datestyle='German, DMY';intervalstyle=iso_8601;bytea_output=escape"
under 'time zones' pgtap "timezone='Pacific/Kiritimati'"
under 'planner, nested loops' 'regress pgtap' 'enable_hashjoin=off;enable_mergejoin=off;enable_hashagg=off;work_mem=64'
under 'planner, joins by sorting' pgtap 'enable_nestloop=off;enable_hashjoin=off;enable_indexscan=off;enable_bitmapscan=off'
under 'compiled' 'regress pgtap' 'jit=on;jit_above_cost=0;jit_inline_above_cost=0;jit_optimize_above_cost=0'
under 'parallel' 'regress pgtap' "$parallel=on;max_parallel_workers_per_gather=2;min_parallel_table_scan_size=0"
under 'generic plans' pgtap 'plan_cache_mode=force_generic_plan'
sql 'ALTER SYSTEM RESET ALL'
sql 'SELECT pg_reload_conf()' >/dev/null
if echo turkish | grep -qE "${ONLY:-.}" &&
  sql "CREATE DATABASE turkish TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C.UTF-8'" 2>/dev/null; then
  n=$((n + 1))
  psql -qXt -d turkish -c 'CREATE EXTENSION pgtap' -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" >/dev/null
  if pg_prove -Q -d turkish test/pgtap/*/*.sql >"$BUILD/settings.log" 2>&1; then
    say "ok - Turkish letters: $(grep -E '^Files' "$BUILD/settings.log")"
  else
    failed=$((failed + 1))
    say "not ok - Turkish letters: $(grep -E '^Files' "$BUILD/settings.log")"
    grep -E 'Failed|ERROR' "$BUILD/settings.log" | head -20
  fi
else
  say 'ok - Turkish letters # SKIP the server has no ICU'
fi
say "settings: $failed of $n runs of the suites fail, bar 0"
[ "$failed" -eq 0 ]
