#!/bin/sh
# Every test that needs a server: the examples of README and docs, SQL functions (pg_regress), tables and triggers (pgTAP),
# concurrent writers (isolation), what happens to whole databases (cluster), HTTP through PostgREST (api), and the pages in Chromium
# (browser). On the server of the script that calls it, else on a private one of its own. Ends with "N passed, N failed" and fails unless
# N failed is 0, over all that stands in the file COUNTS of the script that calls it.
#
#   test/run.sh [docs] [regress] [pgtap] [isolation] [cluster] [api] [browser]    only these; all: two lists side by side, on a
#   server each
. "$(dirname "$0")/../tools/common.sh"

HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data} STARTED=${STARTED:-$(date +%s)} STEPS=${STEPS:-1}
export HARMONY_DATA STARTED STEPS
logs=$BUILD/test
mkdir -p "$logs"
if [ -z "${COUNTS:-}" ]; then
  if [ -z "${HARMONY_SERVER:-}" ]; then alone check; fi
  COUNTS=$logs/counts
  : >"$COUNTS"
fi
export COUNTS
installed=$PG_CONFIG
if [ -z "${HARMONY_SERVER:-}" ]; then
  build
  test_cluster_start check
fi

shown='-c extra_float_digits=1 -c datestyle=ISO,MDY -c intervalstyle=postgres -c bytea_output=hex -c timezone=UTC'

matching() { grep -cE "$1" "$2" || true; }

# new_database NAME EXTENSION …: with module crew, and what it needs, in place.
new_database() {
  database=$1
  shift
  psql -Xq -d postgres -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" 2>/dev/null
  for extension in "$@"; do psql -Xq -d "$database" -c "CREATE EXTENSION $extension"; done
  psql -Xqt -d "$database" -c "SELECT harmony.install('crew'), harmony.install('signals'), harmony.install('delivery'),
    harmony.install('affinity'), harmony.install('oversight'), harmony.install('workforce')" >/dev/null
}

# finished STATUS FAILED: a run that ended badly without a failed test still is a failure.
finished() { if [ "$1" -ne 0 ] && [ "$2" -eq 0 ]; then echo 1; else echo "$2"; fi; }

docs() {
  status=0
  test/docs.sh >"$logs/docs.log" 2>&1 || status=$?
  bad=$(finished "$status" "$(matching '^not ok ' "$logs/docs.log")")
  if [ "$bad" -ne 0 ]; then tail -60 "$logs/docs.log"; fi
  add docs "$(matching '^ok ' "$logs/docs.log")" "$bad"
}

regress() {
  status=0
  make -s installcheck >"$logs/regress.log" 2>&1 || status=$?
  good=$(matching '^(test .*\.\.\. ok |ok )' "$logs/regress.log")
  bad=$(finished "$status" "$(matching '\.\.\. FAILED|^not ok ' "$logs/regress.log")")
  if [ "$bad" -ne 0 ]; then cat "$logs/regress.log" "$BUILD/regress/regression.diffs" 2>/dev/null | head -100; fi
  add regress "$good" "$bad"
}

pgtap() {
  status=0
  new_database harmony_pgtap pgtap harmony
  # Tests compare what is shown, so they say how; what shows it otherwise is test/pgtap/modules/settings.sql. They roll back what they
  # make, and without autovacuum what is dead of it stays in the catalog, where each of the later ones reads past it.
  ls test/pgtap/*/*.sql | PGOPTIONS="${PGOPTIONS:-} $shown" xargs -n 8 sh -c 'status=0
    pg_prove --verbose --failures --timer -d harmony_pgtap "$@" || status=$?
    psql -Xq -d harmony_pgtap -c "VACUUM pg_catalog.pg_proc, pg_catalog.pg_policy, pg_catalog.pg_description, pg_catalog.pg_depend,
      pg_catalog.pg_shdepend, pg_catalog.pg_attribute, pg_catalog.pg_class, pg_catalog.pg_rewrite, pg_catalog.pg_type"
    exit $status' pgtap >"$logs/pgtap.log" 2>&1 || status=$?
  skips=$(matching '^ok .*# SKIP' "$logs/pgtap.log")
  good=$(($(matching '^ok ' "$logs/pgtap.log") - skips))
  bad=$(finished "$status" "$(matching '^not ok ' "$logs/pgtap.log")")
  if [ "$bad" -ne 0 ]; then  # of the runs of eight files, those with a failure
    awk '!/^ok / { said = said $0 "\n" }
      /^Result: / { if (!/PASS/) printf "%s", said; said = "" }
      END { printf "%s", said }' "$logs/pgtap.log" | tail -200
  fi
  psql -Xq -d postgres -c "DROP DATABASE harmony_pgtap"
  add pgtap "$good" "$bad" "$skips"
}

isolation() {
  status=0
  runner=$(dirname "$($PG_CONFIG --pgxs)")/../test/isolation/pg_isolation_regress
  specs=''
  for spec in test/isolation/specs/*/*.spec; do spec=${spec#test/isolation/specs/}; specs="$specs ${spec%.spec}"; done
  new_database harmony_isolation harmony
  for spec in $specs; do mkdir -p "$BUILD/isolation/results/$(dirname "$spec")"; done
  # shellcheck disable=SC2086
  "$runner" --bindir="$($PG_CONFIG --bindir)" --inputdir=test/isolation --outputdir="$BUILD/isolation" \
    --use-existing --dbname=harmony_isolation $specs >"$logs/isolation.log" 2>&1 || status=$?
  good=$(matching '^(test .*\.\.\. ok |ok )' "$logs/isolation.log")
  bad=$(finished "$status" "$(matching '\.\.\. FAILED|^not ok ' "$logs/isolation.log")")
  if [ "$bad" -ne 0 ]; then cat "$logs/isolation.log" "$BUILD/isolation/regression.diffs" 2>/dev/null | head -100; fi
  psql -Xq -d postgres -c "DROP DATABASE harmony_isolation"
  add isolation "$good" "$bad"
}

# scripts KIND SCRIPT …: each prints TAP.
scripts() {
  scripts_kind=$1 good=0 bad=0 skips=0
  shift
  : >"$logs/$scripts_kind.times"
  for script in "$@"; do
    status=0
    log=$logs/$(basename "$(dirname "$script")")-$(basename "$script" .sh).log since=$(date +%s)
    sh "$script" >"$log" 2>&1 || status=$?
    echo "$script $(($(date +%s) - since)) s" >>"$logs/$scripts_kind.times"
    not_ok=$(finished "$status" "$(matching '^not ok ' "$log")")
    if [ "$not_ok" -ne 0 ]; then say "$script:"; grep -v '^ok ' "$log" | tail -40; fi
    skip=$(matching '^ok .*# SKIP' "$log")
    good=$((good + $(matching '^ok ' "$log") - skip)) bad=$((bad + not_ok)) skips=$((skips + skip))
  done
  add "$scripts_kind" "$good" "$bad" "$skips"
}
cluster() { scripts cluster test/cluster/*/*.sh; }
api() {
  tools/deps.sh api serve || true
  scripts api test/api/*.sh
}

# Its server, PostgREST and nginx are those of make serve.
browser() {
  tools/deps.sh api serve web || true
  tools/deps.sh browser || say "Chromium could not be installed: the tests of the pages that need it are skipped"
  scripts browser test/browser/*.sh
}

# kinds KIND …: one after the other.
kinds() {
  for kind in "$@"; do
    case $kind in
      docs | regress | pgtap | isolation | cluster | api | browser) $kind ;;
      *) fail "unknown kind of test $kind" ;;
    esac
  done
}

# beside KIND …: in a group of processes of its own, so that all of it ends where this script does.
beside() {
  BESIDE=yes HARMONY_SERVER='' PG_CONFIG=$installed setsid "$0" "$@" &
  others=$!
  trap 'kill -s TERM -- "-$others" 2>/dev/null || true; wait "$others" || true; cluster_stop' EXIT
}

if [ $# -gt 0 ]; then
  kinds "$@"
else
  step "on one server pgTAP, docs, SQL functions, pages; on another HTTP, concurrent writers, whole databases"
  # make serve runs once at a time: by api at the beginning of its list, by browser at the end of the other one.
  beside api isolation cluster
  kinds pgtap docs regress browser
  wait "$others" || add "the second server" 0 1
fi
if [ -n "${BESIDE:-}" ]; then exit; fi

passed=$(counted 2) failed=$(counted 3) skipped=$(counted 4)
if [ "$skipped" -ne 0 ]; then say "skipped: what needs data, PostgREST or Chromium, which are not there, or another processor"; fi
say "it took $(elapsed) s"
if [ "$skipped" -eq 0 ]; then say "$passed passed, $failed failed"; else say "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" -eq 0 ]
