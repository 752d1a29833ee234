#!/bin/sh
# Every test that needs a server: SQL functions (pg_regress), tables and triggers (pgTAP), concurrent writers (isolation),
# and what happens to whole databases (cluster). Expects PGHOST and PGUSER of a running server with harmony installed.
# Ends with "N passed, N failed" and fails unless N failed is 0; the counts of unit tests come in as UNIT_PASSED, UNIT_FAILED.
#
#   test/run.sh [regress] [pgtap] [isolation] [cluster]    only these
. "$(dirname "$0")/../tools/common.sh"

HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
export HARMONY_DATA
PATH="$($PG_CONFIG --bindir):$PATH"
logs=build/test
mkdir -p "$logs"
passed=${UNIT_PASSED:-0} failed=${UNIT_FAILED:-0} skipped=0
started=$(date +%s)

matching() { grep -cE "$1" "$2" || true; }

# add NAME PASSED FAILED: one line a kind of test, and into the sums.
add() {
  say "$1: $2 passed, $3 failed ($(($(date +%s) - started)) s)"
  passed=$((passed + $2)) failed=$((failed + $3))
}

# new_database NAME EXTENSION …: with module crew, and what it needs, in place.
new_database() {
  database=$1
  shift
  psql -Xq -d postgres -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" 2>/dev/null
  for extension in "$@"; do psql -Xq -d "$database" -c "CREATE EXTENSION $extension"; done
  psql -Xqt -d "$database" -c "SELECT harmony.install('crew')" >/dev/null
}

# finished STATUS FAILED: a run that ended badly without a failed test still is a failure.
finished() { if [ "$1" -ne 0 ] && [ "$2" -eq 0 ]; then echo 1; else echo "$2"; fi; }

regress() {
  status=0
  make -s installcheck PG_CONFIG="$PG_CONFIG" >"$logs/regress.log" 2>&1 || status=$?
  good=$(matching '^(test|ok) .*(\.\.\. ok| ms$)' "$logs/regress.log")
  bad=$(finished "$status" "$(matching '\.\.\. FAILED|^not ok ' "$logs/regress.log")")
  if [ "$bad" -ne 0 ]; then cat "$logs/regress.log" build/regress/regression.diffs 2>/dev/null | head -100; fi
  add regress "$good" "$bad"
}

pgtap() {
  status=0
  new_database harmony_pgtap pgtap harmony
  pg_prove --verbose --failures -d harmony_pgtap test/pgtap/*/*.sql >"$logs/pgtap.log" 2>&1 || status=$?
  good=$(matching '^ok ' "$logs/pgtap.log")
  bad=$(finished "$status" "$(matching '^not ok ' "$logs/pgtap.log")")
  skipped=$((skipped + $(matching '^ok .*# SKIP' "$logs/pgtap.log")))
  if [ "$bad" -ne 0 ]; then grep -vE '^ok ' "$logs/pgtap.log" | tail -80; fi
  psql -Xq -d postgres -c "DROP DATABASE harmony_pgtap"
  add pgtap "$good" "$bad"
}

isolation() {
  status=0
  runner=$(dirname "$($PG_CONFIG --pgxs)")/../test/isolation/pg_isolation_regress
  specs=''
  for spec in test/isolation/specs/*/*.spec; do spec=${spec#test/isolation/specs/}; specs="$specs ${spec%.spec}"; done
  new_database harmony_isolation harmony
  for spec in $specs; do mkdir -p "build/isolation/results/$(dirname "$spec")"; done
  # shellcheck disable=SC2086
  "$runner" --bindir="$($PG_CONFIG --bindir)" --inputdir=test/isolation --outputdir=build/isolation \
    --use-existing --dbname=harmony_isolation $specs >"$logs/isolation.log" 2>&1 || status=$?
  good=$(matching '^(test|ok) .*(\.\.\. ok| ms$)' "$logs/isolation.log")
  bad=$(finished "$status" "$(matching '\.\.\. FAILED|^not ok ' "$logs/isolation.log")")
  if [ "$bad" -ne 0 ]; then cat "$logs/isolation.log" build/isolation/regression.diffs 2>/dev/null | head -100; fi
  psql -Xq -d postgres -c "DROP DATABASE harmony_isolation"
  add isolation "$good" "$bad"
}

cluster() {
  good=0 bad=0
  for script in test/cluster/*/*.sh; do
    status=0
    log=$logs/$(basename "$(dirname "$script")")-$(basename "$script" .sh).log
    sh "$script" >"$log" 2>&1 || status=$?
    not_ok=$(finished "$status" "$(matching '^not ok ' "$log")")
    if [ "$not_ok" -ne 0 ]; then say "$script:"; grep -v '^ok ' "$log" | tail -40; fi
    good=$((good + $(matching '^ok ' "$log"))) bad=$((bad + not_ok))
  done
  add cluster "$good" "$bad"
}

if [ $# -eq 0 ]; then set -- regress pgtap isolation cluster; fi
for kind in "$@"; do
  case $kind in
    regress | pgtap | isolation | cluster) $kind ;;
    *) say "unknown kind of test $kind"; exit 1 ;;
  esac
done
if [ "$skipped" -ne 0 ]; then say "$skipped of the passed were skipped: the data folder is not there"; fi
say "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
