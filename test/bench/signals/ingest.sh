#!/bin/sh
# An artifact (a site a line, twelve months each) loaded beside COPY of its lines into a jsonb column; the typed rows that
# staging makes of it beside jsonb taken apart in SQL; memory for a large file. CPU of one process.
#   LINES=100000  LARGE=1400000 (lines of the large file: 1 GB)  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
LINES=${LINES:-100000} LARGE=${LARGE:-1400000} ROUNDS=${ROUNDS:-3}
bench_start ingest autovacuum=off
sql "SELECT harmony.install('signals'); CREATE TABLE bench.line (document jsonb);
     INSERT INTO platform.organization (id, name) VALUES (md5('bench')::uuid, 'Employer')" >/dev/null
runs=$cluster/runs
mkdir -p "$runs/small" "$runs/large"
awk -v n="$LINES" -v prefix=F -f "$bench/artifacts.awk" >"$runs/small/nodes.jsonl"
awk -v n="$LARGE" -v prefix=G -f "$bench/artifacts.awk" >"$runs/large/nodes.jsonl"
chmod -R a+rX "$runs"
# A session would otherwise take the cost of the first call into the measured statement.
ready="LOAD 'harmony'; SET harmony.artifact_directory = '$runs'; SET max_parallel_workers_per_gather = 0;"

# Each field of each row, so that none is left out.
all_of='count(node), count(metric), count(facility), sum(encounters), sum(period), sum(value)'
statement() { # what
  case $1 in
    copy) echo "COPY bench.line FROM '$runs/small/nodes.jsonl' (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')" ;;
    ingest) echo "SELECT * FROM signals.ingest_directory(md5('bench')::uuid, 'small')" ;;
    unnest) echo "SELECT $all_of FROM (
      SELECT n.document ->> 'canonical_node_id' AS node, l.metric, l.facility, l.encounters, (t ->> 'period')::integer AS period,
             (t ->> 'value')::float8 AS value
      FROM (SELECT document FROM bench.line WHERE document ->> 'type' = 'node_metadata') n CROSS JOIN (
        SELECT document #>> '{metric,0,metadata,metric_id}' AS metric, document #> '{metric,0,values,timeline}' AS months,
               (SELECT p ->> 'value' FROM jsonb_array_elements(document -> 'entity') p WHERE p ->> 'id' = 'facilityId') AS facility,
               (document #>> '{metadata,encounters}')::float8 AS encounters FROM bench.line OFFSET 0) l
      CROSS JOIN LATERAL jsonb_array_elements(l.months) t) s" ;;
    typed) echo "SELECT $all_of FROM (
      SELECT node_id AS node, metric_id AS metric, facility_id AS facility, encounters, period, value
      FROM signals.stg_observation WHERE organization_id = md5('bench')::uuid AND run_id = 'small') s" ;;
  esac
}
cases='copy ingest unnest typed'
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  sql "TRUNCATE bench.line; TRUNCATE signals.raw_entity_result; DELETE FROM signals.run"; sql CHECKPOINT
  for what in $cases; do
    time_sql "$(statement $what)" "$ready" >>"$cluster/$what"
    if [ "$what" = ingest ]; then sql "VACUUM ANALYZE"; fi
  done
done
ms() { awk -v column="$2" '{print $column}' "$cluster/$1" | median; }
heading "$LINES lines, $(($(stat -c %s "$runs/small/nodes.jsonl") / 1000000)) MB; median of $ROUNDS, milliseconds" wall CPU
row "COPY into a jsonb column" "$(ms copy 1)" "$(ms copy 2)"
row "signals.ingest_directory" "$(ms ingest 1)" "$(ms ingest 2)"
row "typed rows: jsonb taken apart in SQL" "$(ms unnest 1)" "$(ms unnest 2)"
row "typed rows: signals.stg_observation" "$(ms typed 1)" "$(ms typed 2)"

# RssAnon is what the session has for itself, without the server's shared buffers.
psql -qAtX -v ON_ERROR_STOP=1 <<EOF >"$cluster/large"
$ready
SELECT count(*) FROM signals.ingest_directory(md5('bench')::uuid, 'small');
\! : >$cluster/rss
SELECT pg_backend_pid() AS pid \gset
\setenv PID :pid
\! (while [ -d /proc/\$PID ] && [ ! -e $cluster/done ]; do awk '/^RssAnon/{print \$2}' /proc/\$PID/status >>$cluster/rss; sleep .05; done) &
SELECT pg_sleep(.2);
SELECT loaded FROM signals.ingest_directory(md5('bench')::uuid, 'large');
\! : >$cluster/done
EOF
loaded=$(tail -1 "$cluster/large")
used=$(awk 'NR == 1 {first = $1} $1 > most {most = $1} END {printf "%.1f", (most - first) / 1024}' "$cluster/rss")
copy=$(ms copy 2) unnest=$(ms unnest 2)
heading "" "" goal
ratio=$(calc "$(ms ingest 2) / $copy")
goal "$ratio" '<=' 1.3; row "loading : COPY, CPU" "$ratio" "<= 1.3" "$verdict"
ratio=$(calc "$(ms typed 2) / $unnest")
goal "$ratio" '<=' 0.5; row "typed rows : jsonb in SQL, CPU" "$ratio" "<= 0.5" "$verdict"
goal "$used" '<=' 64
row "memory beyond the start, a file of $(($(stat -c %s "$runs/large/nodes.jsonl") / 1000000)) MB, MB" "$used" "<= 64" "$verdict"
goal "$loaded" '==' "$LARGE"; row "lines of it that were loaded" "$loaded" "$LARGE" "$verdict"
exit $missed
