#!/bin/sh
# Load by one user: every routine that an application may call, and every table that it may read or write, at its largest
# input, on the data of a large employer: 200 vessels of 25 people, 90 days of pulses, a campaign with 10,000 candidates.
# A call takes at most 2 s of processor time and 64 MB above work_mem, ends within 0.5 s of a cancel, takes no table lock that
# keeps writers out, and leaves no lock behind. Fails, too, where a routine or a right to write has no line in load/calls.sql.
#
#   LOAD_VESSELS=200 LOAD_ABOARD=25 LOAD_DAYS=90 LOAD_CANDIDATES=10000
#   LOAD_ONLY=    a regular expression: only calls that match
. "$(dirname "$0")/lib/deep.sh"
${CC:-cc} -O2 -I"$($PG_CONFIG --includedir)" -I/usr/include/postgresql -o "$work/load" "$deep/load/load.c" -L"$($PG_CONFIG --libdir)" -lpq
deep_start 'fsync = off' 'shared_buffers = 16MB' 'jit = off' 'max_parallel_workers_per_gather = 0'
work_mem=$(psql -XqAt -c "SELECT setting FROM pg_settings WHERE name = 'work_mem'")
crew_database load
query -d load -o /dev/null -c 'SELECT platform.grant_application()'
query -d load -o /dev/null -v vessels="${LOAD_VESSELS:-200}" -v aboard="${LOAD_ABOARD:-25}" -v days="${LOAD_DAYS:-90}" \
  -v candidates="${LOAD_CANDIDATES:-10000}" -f "$deep/load/data.sql"
query -d load -o /dev/null -f "$deep/load/calls.sql"
say "data are there ($(elapsed) s)"
query -d load -F "$(printf '\t')" -c "SELECT routine, CASE WHEN who = '-' THEN who ELSE id(who)::text END, statement FROM load_call
  WHERE statement ~ '${LOAD_ONLY:-}' ORDER BY who = '-', routine" >"$work/calls"
"$work/load" load <"$work/calls" >"$work/measured"

# largest COLUMN: "figure name" of the call with the largest value.
largest() { sort -t "$(printf '\t')" -k "$1,$1nr" "$work/measured" | awk -F '\t' -v k="$1" 'NR == 1 { print $k, $1 }'; }
# beyond COLUMN BAR: those above it.
beyond() { awk -F '\t' -v k="$1" -v bar="$2" '$k != "-" && $k > bar { print "  " $0 }' "$work/measured"; }
say "$(wc -l <"$work/measured") calls; name, SQLSTATE, ms, kB, ms to a cancel, table locks, locks left:"
memory=$((65536 + work_mem))
beyond 3 2000; beyond 4 $memory; beyond 5 500; beyond 6 0; beyond 7 0
for column in 3 4 5; do say "  largest of column $column: $(largest $column)"; done
figure 'routines and rights to write without a line' "$(query -d load -c 'SELECT count(*) FROM uncovered')" -eq 0
query -d load -c 'SELECT what FROM uncovered'
figure 'calls above 2 s of processor time' "$(beyond 3 2000 | grep -c . || true)" -eq 0
figure 'calls above 64 MB and work_mem' "$(beyond 4 $memory | grep -c . || true)" -eq 0
figure 'calls that a cancel does not end within 0.5 s' "$(beyond 5 500 | grep -c . || true)" -eq 0
figure 'calls with a lock that keeps writers out' "$(beyond 6 0 | grep -c . || true)" -eq 0
figure 'calls that leave a lock' "$(beyond 7 0 | grep -c . || true)" -eq 0
figure 'calls that end a session, or with XX000' "$(awk -F '\t' '$2 == "lost" || $2 ~ /^XX/' "$work/measured" | grep -c . || true)" -eq 0
