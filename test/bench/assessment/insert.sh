#!/bin/sh
# Single submissions, one client, durable commits: the bare table, Harmony's triggers, and the same work in a Python
# application. Rounds are interleaved and start from the same history. A disk that is shared has slow phases in which
# every commit takes as long as any other, so the goals are judged on each side's best round; medians stand beside them.
#   PERSONS=1000  HISTORY=2 (times every shipped questionnaire and test)  ROUNDS=5  SECONDS_EACH=3
. "$(dirname "$0")/../../lib/bench.sh"
PERSONS=${PERSONS:-1000} HISTORY=${HISTORY:-2} ROUNDS=${ROUNDS:-5} SECONDS_EACH=${SECONDS_EACH:-3}
python=${PYTHON:-/usr/bin/python3}
bench_start insert autovacuum=off

psql -qX -v ON_ERROR_STOP=1 -v persons="$PERSONS" -v history="$HISTORY" <<'EOF'
INSERT INTO platform.account (id, email)
SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, i || '@example.org' FROM generate_series(1, :persons) i;
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers, response_ms)
SELECT a.id, k.instrument_id, now() - make_interval(days => :history - h),
       ARRAY (SELECT (1 + mod(abs(hashtextextended(a.email || h || k.instrument_id, p)), i.scale_max))::smallint
              FROM generate_series(1, cardinality(k.keyed)) p),
       ARRAY (SELECT (2000 + mod(abs(hashtextextended(a.email || h, p)), 4000))::integer
              FROM generate_series(1, cardinality(k.keyed)) p)
FROM platform.account a, assessment.scoring_key k JOIN assessment.instrument i ON i.id = k.instrument_id,
     generate_series(1, :history) h
WHERE k.kind <> 'forced_choice';

-- bare and peer: the same tables, keys, indexes and references without triggers of ours.
CREATE TABLE bench.bare (LIKE assessment.submission INCLUDING ALL);
CREATE TABLE bench.submission (LIKE assessment.submission INCLUDING ALL);
CREATE TABLE bench.result (LIKE assessment.result INCLUDING ALL);
CREATE TABLE bench.profile (LIKE assessment.profile INCLUDING ALL EXCLUDING GENERATED);
ALTER TABLE bench.profile ADD FOREIGN KEY (person_id) REFERENCES platform.account ON DELETE CASCADE;
ALTER TABLE bench.profile SET (fillfactor = 70);
INSERT INTO bench.bare SELECT * FROM assessment.submission;
INSERT INTO bench.submission SELECT * FROM assessment.submission;
INSERT INTO bench.result SELECT * FROM assessment.result;
ALTER TABLE bench.result DROP COLUMN family, DROP COLUMN instrument;  -- the application joins
INSERT INTO bench.profile SELECT * FROM assessment.profile;
ALTER TABLE bench.bare ADD FOREIGN KEY (person_id) REFERENCES platform.account ON DELETE CASCADE,
  ADD FOREIGN KEY (instrument_id) REFERENCES assessment.instrument;
ALTER TABLE bench.submission ADD FOREIGN KEY (person_id) REFERENCES platform.account ON DELETE CASCADE,
  ADD FOREIGN KEY (instrument_id) REFERENCES assessment.instrument;
SELECT setval(pg_get_serial_sequence(t, 'id'), (SELECT max(id) FROM assessment.submission))
FROM unnest('{bench.bare,bench.submission,assessment.submission}'::text[]) t \g /dev/null
CREATE TABLE bench.start AS SELECT max(id) AS id FROM assessment.submission;
EOF

# Back to the history, as a database that vacuum keeps in order looks.
reset() {
  psql -qX -v ON_ERROR_STOP=1 <<'EOF'
SET session_replication_role = replica;
DELETE FROM bench.bare WHERE id > (SELECT id FROM bench.start);
DELETE FROM bench.submission WHERE id > (SELECT id FROM bench.start);
DELETE FROM bench.result WHERE submission_id > (SELECT id FROM bench.start);
DELETE FROM assessment.submission WHERE id > (SELECT id FROM bench.start);
DELETE FROM assessment.result WHERE submission_id > (SELECT id FROM bench.start);
SELECT assessment.rebuild_snapshots() \g /dev/null
UPDATE bench.profile b SET psychometric_snapshot = p.psychometric_snapshot
FROM assessment.profile p WHERE p.person_id = b.person_id;
VACUUM ANALYZE;
EOF
}

# pgbench: several scripts, each with answers of its own; persons at random. Everything goes as a parameter.
scripts=$cluster/scripts
mkdir "$scripts"
"$python" "$bench/insert.py" answers 16 >"$scripts/answers"
instrument=$(sql "SELECT id FROM assessment.instrument WHERE code = 'ipip-ffm-50'")
pgbench_rate() { # table
  set -- "$1" "$bin/pgbench" -n -M prepared -c 1 -T "$SECONDS_EACH" -D "instrument=$instrument"
  table=$1; shift
  k=0
  while IFS=' ' read -r answers times; do
    k=$((k + 1))
    printf '%s\n' "\\set person random(1, $PERSONS)" \
      "INSERT INTO $table (person_id, instrument_id, answers, response_ms)
       VALUES (('00000000-0000-4000-8000-' || lpad(:person, 12, '0'))::uuid, :instrument, :answers$k, :times$k);" \
      >"$scripts/$table.$k"
    set -- "$@" -D "answers$k=$answers" -D "times$k=$times" -f "$scripts/$table.$k"
  done <"$scripts/answers"
  "$@" 2>"$scripts/error" >"$scripts/out" &
  client=$!
  # The server's CPU time a submission, between two looks at the backend and at the table's sequence.
  sleep 0.5
  pid=$(sql "SELECT pid FROM pg_stat_activity WHERE application_name = 'pgbench'")
  look() { echo "$(awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$pid/stat") $(sql "SELECT last_value FROM ${table}_id_seq")"; }
  first=$(look); sleep "$(calc "$SECONDS_EACH - 1")"; last=$(look)
  wait "$client" || { cat "$scripts/error" >&2; exit 1; }
  echo "$(awk '/^tps/{print $3}' "$scripts/out") $(echo "$first $last" | awk '{print 1e4 * ($3 - $1) / ($4 - $2)}')"
}
python_rate() { "$python" "$bench/insert.py" "$1" "$PERSONS" "$SECONDS_EACH"; }

"$python" "$bench/insert.py" check "$PERSONS" 50
kinds='bare harmony bare_py harmony_py app app_tuned'
for round in $(seq "$ROUNDS"); do
  for kind in $kinds; do
    reset
    case $kind in
      bare) rate=$(pgbench_rate bench.bare) ;;
      harmony) rate=$(pgbench_rate assessment.submission) ;;
      *) rate=$(python_rate "$kind") ;;
    esac
    echo "$rate" >>"$scripts/rates.$kind"
  done
done
wrong=$(sql "SELECT count(*) FROM assessment.verify_snapshots()") || wrong=-1

rate() { median <"$scripts/rates.$1" | awk '{printf "%.0f", $1}'; }
cpu() { awk '{print $2}' "$scripts/rates.$1" | median | awk '{printf "%.0f", $1}'; }
best() { awk '$1 > b {b = $1} END{printf "%.0f", b}' "$scripts/rates.$1"; }
ratio() { calc "$(best "$1") / $(best "$2")"; }
spread() { sort -n "$scripts/rates.$1" | awk 'NR==1{a=$1} {b=$1} END{printf "%.0f to %.0f", a, b}'; }
heading "Single submissions (ipip-ffm-50) over $PERSONS persons, one client, fsync on; $ROUNDS rounds of $SECONDS_EACH s" \
  "best/s" "median/s" "CPU us each (median); slowest to fastest round"
line() { row "$2" "$(best "$1")" "$(rate "$1")" "$(cpu "$1"); $(spread "$1")"; }
line bare "bare table, pgbench (CPU: server)"
line harmony "Harmony, pgbench (CPU: server)"
line bare_py "bare table, psycopg2 (CPU: server and client)"
line harmony_py "Harmony, psycopg2 (CPU: server and client)"
line app "Python application, a call a statement (both)"
line app_tuned "Python application, two round trips (both)"
heading "" ratio goal
against_app=$(ratio harmony app) against_bare=$(ratio harmony bare)
goal "$against_app" '>=' 2.5; row "Harmony : Python application" "$against_app" ">= 2.5" "$verdict"
goal "$against_bare" '>=' 0.4; row "Harmony : bare table" "$against_bare" ">= 0.4" "$verdict"
row "Harmony : Python application in two round trips" "$(ratio harmony app_tuned)"
row "both from psycopg2, Harmony : Python application" "$(ratio harmony_py app)"
row "server CPU beyond the bare table, us" "$(($(cpu harmony) - $(cpu bare)))"
goal "$wrong" '==' 0; row "differences found by verify_snapshots (-1: it failed)" "$wrong" "0" "$verdict"
exit $missed
