#!/bin/sh
# The simulation of automation at work (harmony.workforce_chunk: iterations before they are summed up) beside a bare loop of xoshiro256++,
# NumPy and, where it can be imported, Mesa; a million agents; the answer as JSON; one that is stored.
#   AGENTS=1000  MONTHS=60  ITERATIONS=100  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
AGENTS=${AGENTS:-1000} MONTHS=${MONTHS:-60} ITERATIONS=${ITERATIONS:-100} ROUNDS=${ROUNDS:-5}
bench_start workforce
cc -O2 -o "$cluster/loop" "$bench/floor.c"
python() { "${PYTHON:-/usr/bin/python3}" "$bench/simulate.py" "$@" 2>/dev/null; }

# config MODEL AGENTS MONTHS ITERATIONS [ROLES]
config() {
  roles="{\"role\": \"Engineer\", \"count\": $2, \"salary\": 100000}"
  [ "${5:-1}" = 1 ] ||
    roles="$roles, {\"role\": \"HR\", \"count\": $2, \"salary\": 60000}, {\"role\": \"Marketing\", \"count\": $2, \"salary\": 70000}"
  echo "{\"model\": \"$1\", \"n_iterations\": $4, \"n_steps\": $3, \"automation_factor\": 0.5, \"roles\": [$roles]}"
}
query() { # what
  case $1 in
    # Ten times, with ten seeds: processor time is counted in hundredths of a second.
    classic | v2) echo "SELECT sum(length(harmony.workforce_chunk(jsonb '$(config "$1" "$AGENTS" "$MONTHS" "$ITERATIONS")'
      || jsonb_build_object('seed', i), 0, $ITERATIONS))) FROM generate_series(1, 10) i" ;;
    whole) echo "SELECT harmony.simulate_workforce('$(config classic "$AGENTS" "$MONTHS" "$ITERATIONS")')" ;;
    million) echo "SELECT length(harmony.workforce_chunk('$(config classic 1000000 48 1)', 0, 1))" ;;
    million_v2) echo "SELECT length(harmony.workforce_chunk('$(config v2 1000000 48 1)', 0, 1))" ;;
    json) echo "SELECT pg_column_size(harmony.merge_workforce_chunks('$(config classic 5 48 2 3)', (SELECT c FROM bench.chunk)))" ;;
    cached) echo "SELECT workforce.start_simulation('$(config v2 5 48 100 3)', (SELECT id FROM platform.organization))" ;;
    shown) echo "SELECT workforce.simulation_document((SELECT id FROM workforce.simulation))" ;;
    read) echo "SELECT pg_column_size(harmony.workforce_input('$(config classic 5 48 2 3)')), (SELECT c FROM bench.chunk)" ;;
  esac
}
sql "SELECT harmony.install('workforce'); INSERT INTO platform.organization (name) VALUES ('Bench')" >/dev/null
sql "CREATE TABLE bench.chunk AS SELECT ARRAY[harmony.workforce_chunk('$(config classic 5 48 2 3)', 0, 2)] AS c"
sql "$(query cached)" >/dev/null
sql "SELECT platform.run_jobs()" >/dev/null
cases='classic v2 whole million million_v2 json read cached shown'
for what in $cases floor numpy; do : >"$cluster/$what"; done
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do # the library is loaded, and was called, before
    before=$(query json)
    case $what in cached | shown) before=$(query "$what") ;; esac # a gateway's session has asked before
    time_sql "$(query "$what")" "$before;" >>"$cluster/$what"
  done
  "$cluster/loop" "$AGENTS" "$MONTHS" "$ITERATIONS" 2>/dev/null >>"$cluster/floor"
  python numpy "$AGENTS" "$MONTHS" "$ITERATIONS" >>"$cluster/numpy" || true # not here
done
# Of what is compared the processor time: others may be at work on this machine.
for what in whole json read cached shown floor numpy; do eval "ms_$what=$(awk '{print $1}' "$cluster/$what" | median)"; done
for what in million million_v2; do eval "ms_$what=$(awk '{print $2}' "$cluster/$what" | median)"; done
for what in classic v2; do eval "ms_$what=$(awk '{print $2 / 10}' "$cluster/$what" | median)"; done
mesa=$(python mesa "$AGENTS" "$MONTHS" 2) && mesa=$(calc "$mesa * $ITERATIONS / 2") || mesa=
rate() { calc "$AGENTS * $MONTHS * $ITERATIONS / $1 / 1000"; }

# What the most that a session has held grows by, of a million agents.
memory() {
  most="SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+) kB')"
  psql -qAtX -v ON_ERROR_STOP=1 <<EOF | awk 'NR == 1 { next } NR == 2 { from = $1 } END { printf "%.0f\n", ($1 - from) * 1024 / 1e6 }'
SELECT length(harmony.workforce_chunk('$(config v2 10 48 1)', 0, 1));
$most;
$(query million);
$(query million_v2);
$most;
EOF
}

heading "$AGENTS agents, $MONTHS months, $ITERATIONS iterations, one core; processor time, median of $ROUNDS" milliseconds 'M/s'
row "xoshiro256++ loop: nobody leaves" "$ms_floor" "$(rate "$ms_floor")"
[ -z "$ms_numpy" ] || row "NumPy, classic" "$ms_numpy" "$(rate "$ms_numpy")"
if [ -n "$mesa" ]; then row "Mesa: nobody leaves; two iterations, scaled" "$mesa" "$(rate "$mesa")"; else row "Mesa" "not here"; fi
row "workforce_chunk, v2" "$ms_v2" "$(rate "$ms_v2")"
row "workforce_chunk, classic" "$ms_classic" "$(rate "$ms_classic")"
row "simulate_workforce, classic: summed up, as JSON; wall" "$ms_whole" "$(rate "$ms_whole")"
goal "$(rate "$ms_classic")" '>=' 80
row "million agent-steps a second, classic" "$(rate "$ms_classic")" ">= 80" "$verdict"
goal "$(calc "$ms_floor / $ms_classic")" '>=' 0.6
row "classic : xoshiro256++ loop" "$(calc "$ms_floor / $ms_classic")" ">= 0.6" "$verdict"
if [ -n "$ms_numpy" ]; then
  goal "$(calc "$ms_numpy / $ms_classic")" '>=' 3
  row "classic : NumPy" "$(calc "$ms_numpy / $ms_classic")" ">= 3" "$verdict"
fi
if [ -n "$mesa" ]; then
  goal "$(calc "$mesa / $ms_classic")" '>=' 80
  row "classic : Mesa" "$(calc "$mesa / $ms_classic")" ">= 80" "$verdict"
fi
heading "10^6 agents, 48 months, one iteration" milliseconds
goal "$ms_million" '<=' 1000
row "classic" "$ms_million" "<= 1000" "$verdict"
goal "$ms_million_v2" '<=' 1000
row "v2" "$ms_million_v2" "<= 1000" "$verdict"
bytes=$(memory)
goal "$bytes" '<=' 64
row "memory, bytes an agent" "$bytes" "<= 64" "$verdict"
heading "The answer of 48 steps and 3 roles" milliseconds
goal "$(calc "$ms_json - $ms_read")" '<=' 5
row "summed up and written as JSON, less the reading" "$(calc "$ms_json - $ms_read")" "<= 5" "$verdict"
heading "A simulation that was asked for within the hour, 48 steps and 3 roles" milliseconds
goal "$ms_cached" '<=' 2
row "asked for again" "$ms_cached" "<= 2" "$verdict"
row "its result" "$ms_shown"
exit $missed
