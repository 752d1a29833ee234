#!/bin/sh
# Crashes under load: kill -9 of the postmaster, of its children, and of rebuilds half-way, under eight writers that keep a
# ledger of the commits that the server has acknowledged. After each: no commit of the ledger is missing, none is there by
# half, and no snapshot is stale once the marks are worked off. At last pg_amcheck and the checksums of all pages.
#
#   CRASH_BACKENDS=200 CRASH_POSTMASTERS=30 CRASH_REBUILDS=30 CRASH_COMMITS=50000    how many of each; commits: at least
#   CRASH_SEED=1                                                                     which child is killed, and when
#
# The kernel keeps what a killed process has written, so fsync is off: this tells nothing about a machine that loses power.
. "$(dirname "$0")/lib/deep.sh"
INITDB_OPTIONS=--data-checksums
backends=${CRASH_BACKENDS:-200} postmasters=${CRASH_POSTMASTERS:-30} rebuilds=${CRASH_REBUILDS:-30} commits=${CRASH_COMMITS:-50000}
${CC:-cc} -O2 -I"$($PG_CONFIG --includedir)" -I/usr/include/postgresql -o "$work/writers" "$deep/crash/writers.c" \
  -L"$($PG_CONFIG --libdir)" -lpq
deep_start 'fsync = off' 'autovacuum = on' 'restart_after_crash = on' 'log_checkpoints = off' 'checkpoint_timeout = 30s'
folder=$cluster/ledger
mkdir "$folder"
DEEP_FOLDER=$folder
export DEEP_FOLDER
crew_database crash
query -d crash -o /dev/null -f "$deep/crash/data.sql" -c 'SELECT crew.rebuild_stale()' -c 'CREATE EXTENSION amcheck'

up() { until psql -Xq -d crash -c 'SELECT 1' >/dev/null 2>&1; do sleep 0.05; done; }
# random MOST: a number from 0, always the same series.
seed=${CRASH_SEED:-1}
random() { seed=$(((seed * 1103515245 + 12345) % 2147483648)); number=$((seed / 65536 % $1)); }
wait_a_moment() { random "$1"; sleep "$(printf '0.%03d' "$number")"; }
postmaster() { head -1 "$cluster/data/postmaster.pid"; }
children() { ps -o pid= --ppid "$(postmaster)"; }

kill_child() {
  wait_a_moment 900
  # shellcheck disable=SC2046
  set -- $(children)
  random $#
  shift "$number"
  kill -9 "$1" 2>/dev/null || true
}
kill_postmaster() {
  wait_a_moment 900
  old=$(children)
  kill -9 "$(postmaster)"
  for child in $old; do while kill -0 "$child" 2>/dev/null; do sleep 0.02; done; done
  as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
}
kill_rebuild() {
  PGAPPNAME=rebuild psql -Xq -d crash -o /dev/null -c "SELECT $1" 2>/dev/null &
  rebuild=$!
  wait_a_moment 150
  pid=$(query -d crash -c "SELECT pid FROM pg_stat_activity WHERE application_name = 'rebuild'" 2>/dev/null || true)
  if [ -n "$pid" ]; then kill -9 "$pid" 2>/dev/null || true; fi
  if ! wait "$rebuild"; then halfway=$((halfway + 1)); fi
}

# Adds what is wrong now; writers wait meanwhile.
lost=0 torn=0 stale=0 acknowledged=0 halfway=0
check() {
  up
  touch "$folder/pause"
  flock "$folder/gate" true
  up
  result=$(query -d crash -f "$deep/crash/check.sql") || fail "check failed: $result"
  rm "$folder/pause"
  IFS='|' read -r acknowledged now_lost now_torn now_stale <<EOF
$result
EOF
  lost=$((lost + now_lost)) torn=$((torn + now_torn)) stale=$((stale + now_stale))
}

"$work/writers" "$folder" crash 8 2>"$work/writers.log" &
writers=$!

trap 'touch "$folder/end"; cluster_stop' EXIT
n=0
while [ $n -lt "$backends" ]; do
  kill_child; check; n=$((n + 1))
  if [ $((n % 20)) -eq 0 ]; then say "  $n children killed, $acknowledged commits ($(elapsed) s)"; fi
done
n=0
while [ $n -lt "$postmasters" ]; do kill_postmaster; check; n=$((n + 1)); done
say "  $n postmasters killed, $acknowledged commits ($(elapsed) s)"
n=0
while [ $n -lt "$rebuilds" ]; do
  if [ $((n % 2)) -eq 0 ]; then kill_rebuild 'crew.rebuild_snapshots()'; else kill_rebuild 'assessment.rebuild_snapshots()'; fi
  check
  n=$((n + 1))
done
say "  $n rebuilds, $halfway of them killed half-way ($(elapsed) s)"
while [ "$acknowledged" -lt "$commits" ]; do sleep 5; check; done
touch "$folder/end"
wait "$writers" || true

amcheck=0
"$bin/pg_amcheck" -d crash --heapallindexed >"$work/amcheck.log" 2>&1 || amcheck=1
as_server "$bin/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
checksums=0
as_server "$bin/pg_checksums" -D "$cluster/data" --check >"$work/checksums.log" 2>&1 || checksums=1

figure 'children of the postmaster killed' "$backends" -ge "${CRASH_BACKENDS:-200}"
figure 'postmasters killed' "$postmasters" -ge "${CRASH_POSTMASTERS:-30}"
figure 'rebuilds killed half-way' "$halfway" -ge $((rebuilds / 2))
figure 'commits acknowledged' "$acknowledged" -ge "$commits"
figure 'acknowledged commits lost' "$lost" -eq 0
figure 'transactions there by half' "$torn" -eq 0
figure 'snapshots that differ from their recomputation' "$stale" -eq 0
figure 'errors of writers' "$(grep -c '^writer' "$work/writers.log" || true)" -eq 0
figure 'pg_amcheck: databases with findings' "$amcheck" -eq 0
figure 'pages with a wrong checksum' "$(($(sed -n 's/^Bad checksums: *//p' "$work/checksums.log") + checksums))" -eq 0
grep '^writer' "$work/writers.log" | head -5 || true
