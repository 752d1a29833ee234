#!/bin/sh
# COPY of many submissions (ipip-ffm-50), a person each, into the bare table and into assessment.submission, where it
# writes five results and a snapshot for each. Rounds are interleaved; each starts from empty tables.
#   PERSONS=100000  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
PERSONS=${PERSONS:-100000} ROUNDS=${ROUNDS:-3}
bench_start copy autovacuum=off

psql -qX -v ON_ERROR_STOP=1 -v persons="$PERSONS" <<EOF
INSERT INTO platform.account (id, email)
SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, i || '@example.org' FROM generate_series(1, :persons) i;
CREATE TABLE bench.bare (LIKE assessment.submission INCLUDING ALL);
ALTER TABLE bench.bare ADD FOREIGN KEY (person_id) REFERENCES platform.account ON DELETE CASCADE,
  ADD FOREIGN KEY (instrument_id) REFERENCES assessment.instrument;
COPY (SELECT a.id, k.instrument_id, now() - interval '1 hour',
             (SELECT array_agg((1 + mod(abs(hashtextextended(a.email, p)), i.scale_max))::smallint)
              FROM generate_series(1, cardinality(k.keyed)) p),
             (SELECT array_agg((2000 + mod(abs(hashtextextended(a.email, -p)), 4000))::integer)
              FROM generate_series(1, cardinality(k.keyed)) p)
      FROM platform.account a, assessment.scoring_key k JOIN assessment.instrument i ON i.id = k.instrument_id
      WHERE i.code = 'ipip-ffm-50') TO '$cluster/data/submissions';
EOF
empty="SET session_replication_role = replica; TRUNCATE bench.bare, assessment.submission, assessment.result;
  DELETE FROM assessment.profile"

for round in $(seq "$ROUNDS"); do
  for table in bench.bare assessment.submission; do
    sql "$empty"; sql "VACUUM ANALYZE"; sql "CHECKPOINT"
    time_sql "COPY $table (person_id, instrument_id, submitted_at, answers, response_ms) FROM '$cluster/data/submissions'" \
      >"$cluster/time"
    read -r wall cpu <"$cluster/time"
    echo "$wall" >>"$cluster/wall.$table"
    echo "$cpu" >>"$cluster/cpu.$table"
  done
done
kept=$(sql "SELECT count(*) FROM assessment.profile WHERE psychometric_snapshot ? 'big_five'")

a_row() { calc "1000 * $(median <"$cluster/$1.$2") / $PERSONS"; }
bare=$(a_row wall bench.bare) harmony=$(a_row wall assessment.submission)
bare_cpu=$(a_row cpu bench.bare) harmony_cpu=$(a_row cpu assessment.submission)
heading "COPY of $PERSONS submissions, one commit; median of $ROUNDS rounds, microseconds a submission" wall "server CPU"
row "bare table" "$bare" "$bare_cpu"
row "assessment.submission" "$harmony" "$harmony_cpu"
heading "" "us" "goal"
over=$(calc "$harmony - $bare")
goal "$over" '<=' 60; row "Harmony beyond the bare table, wall" "$over" "<= 60" "$verdict"
row "Harmony beyond the bare table, CPU" "$(calc "$harmony_cpu - $bare_cpu")"
goal "$kept" '==' "$PERSONS"; row "persons with a snapshot" "$kept" "$PERSONS" "$verdict"
exit $missed
