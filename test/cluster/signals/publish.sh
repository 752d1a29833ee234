#!/bin/sh
# A run is published whole or not at all: its building is killed at many moments (kill -9 of the server's process), and a reader that
# looks all the while sees the old marts, then the new ones, and nothing else.
set -eu
rounds=${PUBLISH_ROUNDS:-6}
dropdb --if-exists harmony_publish 2>/dev/null
createdb harmony_publish
work=$(mktemp -d)
reader=''
trap 'if [ -n "$reader" ]; then kill "$reader" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
run() { psql -X -q -A -t -d harmony_publish "$@"; }
check() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: $2, expected $3"; fi; }
build="SELECT count(*) FROM signals.build(md5('harmony signals test A')::uuid, '1')"
# Ten metrics of 300 sites, of which the first gets worse by this much a month.
load() {
  run -o /dev/null -f test/lib/signals.sql \
    -c "SELECT sum(pg_temp.load('1', 300, $1, 'metric ' || k, md5('harmony signals test A')::uuid)) FROM generate_series(1, 10) k" \
    2>/dev/null
}
state="SELECT md5(string_agg(f::text, ' ' ORDER BY f.node_id, f.facility_id)) || ' ' || count(*) FROM signals.fct_signal f"
run -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('signals')"
load 0
run -o /dev/null -c "$build"
old=$(run -c "$state")
load 2
while :; do run -c "$state" 2>/dev/null || sleep 0.1; done >"$work/seen" &
reader=$!
ready() { for _ in $(seq 100); do if run -c 'SELECT 1' >/dev/null 2>&1; then return; fi; sleep 0.1; done; }
# gone PID: until the server has seen that its process was killed; before that it still takes connections, which end at once.
gone() {
  for _ in $(seq 100); do
    if ! kill -0 "$1" 2>/dev/null; then break; fi
    sleep 0.05
  done
  sleep 0.2
}
whole=$(date +%s%N)
run -o /dev/null -c "BEGIN" -c "$build" -c ROLLBACK
whole=$((($(date +%s%N) - whole) / 1000000))
killed=0 kept=0
for round in $(seq "$rounds"); do
  PGAPPNAME=building run -c "$build" >/dev/null 2>&1 &
  client=$!
  sleep "$(awk "BEGIN { print $whole * ($round - 0.5) / $rounds / 1000 }")"
  pid=$(run -c "SELECT pid FROM pg_stat_activity WHERE application_name = 'building' AND state = 'active'" 2>/dev/null || true)
  if [ -n "$pid" ] && kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$client" || true
  if [ -n "$pid" ]; then gone "$pid"; fi
  ready
  if [ -n "$pid" ] && [ "$(run -c "$state")" = "$old" ]; then kept=$((kept + 1)); fi
  if [ -z "$pid" ]; then break; fi
done
check 'some were killed' "$([ "$killed" -ge 2 ] && echo yes)" yes
check 'each left the old marts' "$kept" "$killed"
run -o /dev/null -c "$build"
new=$(run -c "$state")
check 'then the run is published' "$([ "$new" != "$old" ] && echo another)" another
sleep 0.3
kill "$reader" && wait "$reader" 2>/dev/null || true
reader=''
check 'a reader has seen the one and the other' "$(sort -u "$work/seen" | grep -c .)" 2
check 'and nothing else' "$(grep -cvxF -e "$old" -e "$new" "$work/seen" || true)" 0
check 'what was published is true' "$(run -c "SELECT count(*) FROM signals.verify(md5('harmony signals test A')::uuid)")" 0
dropdb harmony_publish
