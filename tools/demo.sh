#!/bin/sh
# make demo: from nothing to a ranked crew, and why the first is first; make demo-full goes on through every module.
#
#   tools/demo.sh [full]    DATA=folder with bfi.csv and bfi_keys.csv, else a generated sample
. "$(dirname "$0")/common.sh"

tour=''
if [ "${1:-}" = full ]; then tour=tools/demo-tour.sh; fi
# shellcheck disable=SC2086
STARTED=$(date +%s) STEPS=$(cat "$0" $tour | grep -c '^timed "')
alone demo

now_ms() { echo $(($(date +%s%N) / 1000000)); }
timings=''
# timed WHAT ROWS-QUERY COMMAND…: runs it, notes the time and, where a query counts rows, rows a second.
timed() {
  what=$1 rows_query=$2
  shift 2
  step "$what"
  t0=$(now_ms)
  "$@"
  ms=$(($(now_ms) - t0))
  rate=''
  if [ -n "$rows_query" ]; then
    rows=$(psql -XAtqc "$rows_query")
    rate=" $rows rows, $((rows * 1000 / (ms > 0 ? ms : 1))) a second"
  fi
  timings="$timings$(printf '  %-42s %6d ms %s' "$what" "$ms" "$rate")
"
}
run() { psql -Xq -v ON_ERROR_STOP=1 "$@"; }

timed "install packages" "" tools/deps.sh build
timed "build the extension" "" build

# An earlier demo's server is ended; a new one takes its place and stays.
if [ -f "$BUILD/demo.cluster" ]; then tools/demo-stop.sh; fi
timed "start a private server" "" cluster_start demo
createdb demo
export PGDATABASE=demo

install_modules() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('assessment') AS installed"; }
timed "create the extension, install the modules" "" install_modules

data=${DATA:-${HARMONY_DATA:-../shared/data}/bfi}
if [ -f "$data/bfi.csv" ] && [ -f "$data/bfi_keys.csv" ]; then
  data=$(cd "$data" && pwd)
  say "   input: $data (Big Five only: what was not measured stays empty)"
  load() { run -v answers="$data/bfi.csv" -v keys="$data/bfi_keys.csv" -f sql/demo/bfi.sql; }
elif [ -n "${DATA:-}" ]; then
  fail "DATA=$DATA holds no bfi.csv and bfi_keys.csv"
else
  say "   input: a generated sample of 300 people"
  load() { run -f sql/demo/sample.sql; }
fi
timed "load people and answers, scored by triggers" "SELECT count(*) FROM assessment.submission" load
run -c ANALYZE

timed "rank the candidates" "SELECT count(*) FROM assessment.profile" run -f sql/demo/rank.sql
timed "reliability and a fit" "SELECT count(*) FROM assessment.profile" run -f sql/demo/judge.sql
differences() { run -At -c "SELECT count(*) || ' differences' FROM assessment.verify_snapshots()"; }
timed "verify every snapshot" "SELECT count(*) FROM assessment.profile" differences

if [ -n "$tour" ]; then . "$tour"; fi

say ""
say "How long it took:"
printf '%s' "$timings"
trap - EXIT
echo "$cluster" >"$BUILD/demo.cluster"
say "  in all $(elapsed) s"
say ""
stop=tools/demo-stop.sh
if [ "$BUILD" != build ]; then stop="BUILD=$BUILD $stop"; fi
say "Go on exploring; the server keeps running until the next demo or until $stop ends it:"
say "  psql -h $cluster -U $PGUSER demo     people and answers"
if [ -n "$tour" ]; then list_databases; fi
say "  psql -h $cluster -U $PGUSER demo -c \"SELECT * FROM harmony.help('norms')\"     what there is to call"
