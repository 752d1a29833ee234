#!/bin/sh
# The out-of-memory loop: of every function of the extension, and of what the modules do, the 1st, 2nd, 3rd … request for
# memory is refused, alone and in bursts of 5 and 40, until the call succeeds. The same loop over statements without Harmony
# tells what the server itself does. An error has to be 53200, the session has to go on, and nothing may end but where the
# server ends a session by itself: those ends are named.
#
#   MEMORY_STEP=5    how many of the requests after the 200th are tried: the larger, the more; 5 takes about ten minutes
#   MEMORY_ONLY=     a regular expression: only statements that match
. "$(dirname "$0")/lib/deep.sh"
step=${MEMORY_STEP:-5}
cc=${CC:-cc}
$cc -O2 -fPIC -shared -I"$($PG_CONFIG --includedir-server)" -o "$work/refuse.so" "$deep/memory/refuse.c"
$cc -O2 -I"$($PG_CONFIG --includedir)" -I/usr/include/postgresql -o "$work/loop" "$deep/memory/loop.c" -L"$($PG_CONFIG --libdir)" -lpq

before_start() {
  head -c 4096 /dev/zero >"$cluster/control"
  chmod 666 "$cluster/control"
  preload "$work/refuse.so" "DEEP_CONTROL='$cluster/control'"
}
deep_start 'fsync = off' 'log_error_verbosity = verbose' 'log_min_messages = log' 'log_checkpoints = off'

# The first report of each session that ended, and where in the server it arose: what fails while it ends comes of that. Beside
# them ends without a report. 57P03: a session that came while the server started.
first_reports() {
  awk '
    /LOCATION: / { if (end != "") { sub(/.*LOCATION: */, ""); print end "in " $0 } end = ""; next }
    { end = "" }
    /57P03/ { next }
    /(PANIC|FATAL): / {
      match($0, /\[[0-9]+\]/)
      if (seen[substr($0, RSTART, RLENGTH)]++) next
      end = ($0 ~ /PANIC: / ? "PANIC" : "FATAL") " "
      sub(/.*(PANIC|FATAL): /, "")
      end = end $0 " "
    }
    /terminated by signal|exited with exit code [2-9]/ { sub(/.*server process/, "process"); gsub(/PID [0-9]+/, "PID"); print }'
}

# loop NAME DATABASE CASES: $work/NAME.found gets what went wrong, $work/NAME.ends why the server ended sessions.
loop() {
  query -d "$2" -v file="$work/$1.cases" -f "$3"
  if [ -n "${MEMORY_ONLY:-}" ]; then grep -E "$MEMORY_ONLY" "$work/$1.cases" >"$work/$1.some"; mv "$work/$1.some" "$work/$1.cases"; fi
  before=$(wc -c <"$cluster/log")
  "$work/loop" "$cluster/control" "$2" "$step" <"$work/$1.cases" >"$work/$1.found"
  tail -c "+$((before + 1))" "$cluster/log" | grep -aE '(PANIC|FATAL|LOCATION|LOG): ' | first_reports \
    | sed 's/"[^"]*"/"…"/g; s/  */ /g' | sort | uniq -c >"$work/$1.ends"
}
# Of the lines KIND …: SQLSTATE and message, without names.
signatures() {
  awk -F '\t' -v kind="$2" '$1 == kind {
    gsub(/"[^"]*"/, "\"…\"", $3); gsub(/\/[^ :]*/, "…", $3); sub(/(hash|context): [a-z ]*$/, "digest", $3); print $2 " " $3
  }' "$work/$1.found" | sort | uniq -c
}
# What NAME shows that the bare server does not: lines of counts and texts.
beyond_bare() { awk '{ n = $1; sub(/^ *[0-9]+ /, "") } NR == FNR { bare[$0]; next } !($0 in bare) { print n, $0 }' "$1" "$2"; }
sum() { awk '{ n += $1 } END { print n + 0 }' "$@"; }
count() { sed -n "s/^sum .*$2=\([0-9]*\).*/\1/p" "$work/$1.found"; }

say "bare server ($(elapsed) s)"
createdb bare
loop bare bare "$deep/memory/bare_cases.sql"
say "Harmony ($(elapsed) s)"
crew_database memory
query -d memory -o /dev/null -f "$deep/memory/data.sql"
loop harmony memory "$deep/memory/cases.sql"

for name in bare harmony; do
  for kind in state broken unclean; do signatures $name $kind >"$work/$name.$kind"; done
  say "$name: $(sed -n 's/^sum //p' "$work/$name.found")"
  sed 's/^/  ended: /' "$work/$name.ends"
  sed 's/^/  not 53200: /' "$work/$name.state"
  sed 's/^/  broken after it: /' "$work/$name.broken"
done
figure 'requests for memory that were refused' "$(count harmony refusals)" -ge "${MEMORY_LEAST:-10000}"
figure 'statements that failed' "$(count harmony failures)" -ge "${MEMORY_LEAST:-10000}"
figure 'PANIC' "$(grep -c PANIC "$work/harmony.ends" || true)" -eq 0
for what in ends state broken unclean; do beyond_bare "$work/bare.$what" "$work/harmony.$what" >"$work/beyond.$what"; done
figure 'ends of sessions that the bare server does not show' "$(sum "$work/beyond.ends")" -eq 0
figure 'sessions lost without a report' "$(count harmony lost)" -eq 0
figure 'errors other than 53200 that the bare server does not show' "$(sum "$work/beyond.state")" -eq 0
figure 'sessions that did not go on as on the bare server' "$(sum "$work/beyond.broken" "$work/beyond.unclean")" -eq 0
cat "$work"/beyond.*
grep -aE '(PANIC|FATAL|LOCATION|DETAIL|LOG): ' "$cluster/log" >"$work/server.log" || true
