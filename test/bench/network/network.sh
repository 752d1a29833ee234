#!/bin/sh
# Networks beside python-igraph over the same edges: betweenness, pagerank, communities. igraph's time is that of the measure alone, the
# edges in its memory; ours is the whole query but for the text of its answer, so that a goal adds what a million rows may take to be
# read. Processor time of both: each is one thread.
#   PATH_NODES=2000  PATH_EDGES=20000  NODES=100000  EDGES=1000000  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
PATH_NODES=${PATH_NODES:-2000} PATH_EDGES=${PATH_EDGES:-20000} NODES=${NODES:-100000} EDGES=${EDGES:-1000000} ROUNDS=${ROUNDS:-3}
bench_start network shared_buffers=1GB

psql -qX -v ON_ERROR_STOP=1 -v pn="$PATH_NODES" -v pe="$PATH_EDGES" -v n="$NODES" -v e="$EDGES" <<'EOF'
CREATE FUNCTION bench.draw(i bigint, k integer, below integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT mod(abs(hashint8extended(i, k)), below) $$;
CREATE UNLOGGED TABLE bench.small AS SELECT bench.draw(i, 1, :pn) AS s, bench.draw(i, 2, :pn) AS t FROM generate_series(1, :pe) i;
CREATE UNLOGGED TABLE bench.large AS SELECT bench.draw(i, 3, :n) AS s, bench.draw(i, 4, :n) AS t FROM generate_series(1, :e) i;
VACUUM ANALYZE bench.small, bench.large;
EOF
query() { # what
  case $1 in
    betweenness) echo "SELECT cardinality(harmony.betweenness(false, s, t)) FROM bench.small" ;;
    pagerank) echo "SELECT cardinality(harmony.pagerank(true, s, t)) FROM bench.large" ;;
    communities) echo "SELECT (harmony.communities(1, 1, s, t)).modularity FROM bench.large" ;;
  esac
}
cases='betweenness pagerank communities'
for what in $cases; do : >"$cluster/$what" >"$cluster/$what.peer"; done
peer() { # table what: "milliseconds modularity"
  psql -qAtX -c "COPY bench.$1 TO STDOUT" | "${PYTHON:-/usr/bin/python3}" "$bench/network.py" "$2" 2>/dev/null
}
table() { if [ "$1" = betweenness ]; then echo small; else echo large; fi; }
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off;" >>"$cluster/$what"
    peer "$(table $what)" $what >>"$cluster/$what.peer"
  done
done
heading "betweenness $PATH_NODES/$PATH_EDGES; others $NODES/$EDGES; no workers; median of $ROUNDS, ms" wall CPU "igraph"
for what in $cases; do
  wall=$(awk '{print $1}' "$cluster/$what" | median) cpu=$(awk '{print $2}' "$cluster/$what" | median)
  igraph=$(awk '{print $1}' "$cluster/$what.peer" | median)
  row "$what" "$wall" "$cpu" "${igraph:-not here}"
  case $what in # where igraph is not here: its time as it was once measured
    betweenness) at=${igraph:-300} read=$(calc "300 * $PATH_EDGES / 1000000") ;;
    pagerank) at=${igraph:-170} read=$(calc "300 * $EDGES / 1000000") ;;
    communities) at=${igraph:-2500} read=$(calc "300 * $EDGES / 1000000") ;;
  esac
  limit=$(calc "1.2 * $at + $read")
  goal "$cpu" '<=' "$limit"
  row "  at most 1.2 * igraph, and 0.3 s a million edges to read" "" "$cpu <= $limit" "$verdict"
done
modularity=$(sql "SELECT (harmony.communities(1, 1, s, t)).modularity FROM bench.large")
theirs=$(awk '{print $2}' "$cluster/communities.peer" | median)
row "modularity" "$modularity" "" "${theirs:-not here}"
if [ -n "$theirs" ]; then
  goal "$modularity" '>=' "$(calc "0.98 * $theirs")"
  row "  at least 0.98 * igraph's, of two passes" "$modularity" ">= $(calc "0.98 * $theirs")" "$verdict"
fi
exit $missed
