#!/bin/sh
# Answers of many people, as labels, from a CSV file: COPY with SQL by hand and the same scoring, and harmony.read_csv with an import.
# Wide: a response a row; long: an answer a row. The people have accounts. Rounds are interleaved; each starts without answers. The goal is
# the ratio of the medians of the server's CPU time, which other work on the machine changes least; wall stands beside it.
#   PERSONS=40000 (times 25 answers)  ROUNDS=3
. "$(dirname "$0")/../../lib/bench.sh"
PERSONS=${PERSONS:-40000} ROUNDS=${ROUNDS:-3}
bench_start import autovacuum=off shared_buffers=512MB

psql -qX -v ON_ERROR_STOP=1 -v persons="$PERSONS" <<EOF
INSERT INTO platform.account (email) SELECT 'p' || i || '@example.org' FROM generate_series(1, :persons) i;
INSERT INTO assessment.trait (code, family, label) SELECT 'bench_' || t, 'bench', 'Trait ' || t FROM generate_series(0, 4) t;
INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max) VALUES ('bench-25', 'Bench', 'likert', 1, 6);
INSERT INTO assessment.item (instrument_id, position, code, text, trait, keyed)
SELECT i.id, p, 'i' || p, 'Statement ' || p || '.', 'bench_' || mod(p, 5), CASE WHEN mod(p, 4) = 0 THEN -1 ELSE 1 END
FROM assessment.instrument i, generate_series(1, 25) p WHERE i.code = 'bench-25';
INSERT INTO assessment.answer_label
SELECT i.id, 'en', l.label, l.value FROM assessment.instrument i, unnest('{Very inaccurate,Moderately inaccurate,Slightly inaccurate,'
  'Slightly accurate,Moderately accurate,Very accurate}'::text[]) WITH ORDINALITY l (label, value) WHERE i.code = 'bench-25';
CREATE TABLE bench.answers AS
SELECT p, q, (SELECT l.label FROM assessment.answer_label l WHERE l.value = 1 + mod(abs(hashtextextended(p || ' ' || q, 7)), 6)) AS label,
       to_char(timestamp '2026-01-01' + make_interval(mins => p::integer), 'YYYY-MM-DD HH24:MI:SS') AS at
FROM generate_series(1, :persons) p, generate_series(1, 25) q;
COPY (SELECT 'p' || p || '@example.org,' || min(at) || ',' || string_agg(label, ',' ORDER BY q)
      FROM bench.answers GROUP BY p ORDER BY p)
  TO '$cluster/data/rows';
COPY (SELECT 'p' || p || '@example.org,' || at || ',i' || q || ',' || label FROM bench.answers ORDER BY p, q) TO '$cluster/data/cells';
DROP TABLE bench.answers;
EOF
{
  printf 'email,at'
  i=1; while [ $i -le 25 ]; do printf ',i%s' $i; i=$((i + 1)); done
  echo; cat "$cluster/data/rows"
} >"$cluster/wide.csv"
{ echo email,at,item,label; cat "$cluster/data/cells"; } >"$cluster/long.csv"
mv "$cluster/wide.csv" "$cluster/long.csv" "$cluster/data/"
rm "$cluster/data/rows" "$cluster/data/cells"

columns=$(i=1; while [ $i -le 25 ]; do printf ', i%s text' $i; i=$((i + 1)); done)
values=$(i=1; while [ $i -le 25 ]; do printf ', r.i%s' $i; i=$((i + 1)); done | cut -c3-)
store='INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)'
hand_wide="CREATE TEMP TABLE raw (email text, at timestamptz$columns);
  COPY raw FROM '$cluster/data/wide.csv' (FORMAT csv, HEADER true); ANALYZE raw;
  $store SELECT a.id, i.id, r.at, (SELECT array_agg(l.value ORDER BY u.n) FROM unnest(ARRAY[$values]) WITH ORDINALITY u (label, n)
    LEFT JOIN assessment.answer_label l ON l.instrument_id = i.id AND l.label = u.label)
  FROM raw r JOIN platform.account a ON lower(a.email) = lower(r.email) JOIN assessment.instrument i ON i.code = 'bench-25'"
hand_long="CREATE TEMP TABLE raw (email text, at timestamptz, item text, label text);
  COPY raw FROM '$cluster/data/long.csv' (FORMAT csv, HEADER true); ANALYZE raw;
  $store SELECT a.id, i.id, max(r.at), array_agg(l.value ORDER BY t.position)
  FROM raw r JOIN platform.account a ON lower(a.email) = lower(r.email) JOIN assessment.instrument i ON i.code = 'bench-25'
  JOIN assessment.item t ON t.instrument_id = i.id AND t.code = r.item
  LEFT JOIN assessment.answer_label l ON l.instrument_id = i.id AND l.label = r.label GROUP BY a.id, i.id"
import() { # wide or long
  [ "$1" = wide ] && more='' || more=', "item": "item", "answer": "label"'
  echo "CREATE TEMP TABLE raw AS SELECT * FROM harmony.read_csv(pg_read_binary_file('$cluster/data/$1.csv'));
    SELECT assessment.import_$1('raw', 'bench-25', '{\"person\": \"email\", \"submitted_at\": \"at\"$more}', false)"
}

# What is timed is everything from the file to the profiles.
for round in $(seq "$ROUNDS"); do
  for shape in wide long; do
    for way in hand import; do
      sql "SET session_replication_role = replica; TRUNCATE assessment.submission, assessment.result, assessment.import_batch,
             assessment.import_row, assessment.import_reject; DELETE FROM assessment.profile"
      sql "VACUUM ANALYZE"; sql CHECKPOINT
      if [ "$way" = hand ]; then eval "work=\$hand_$shape"; else work=$(import "$shape"); fi
      started=$(date +%s%N)
      read -r _ cpu <<EOF
$(time_sql "$work")
EOF
      wall=$((($(date +%s%N) - started) / 1000000))
      echo "$wall" >>"$cluster/wall.$shape.$way"
      echo "$cpu" >>"$cluster/cpu.$shape.$way"
      sql "SELECT count(*), sum(hashtextextended(a.email || s.answers::text || s.submitted_at, 1)::numeric), count(p.person_id)
           FROM assessment.submission s JOIN platform.account a ON a.id = s.person_id
           LEFT JOIN assessment.profile p ON p.person_id = a.id" >>"$cluster/stored.$shape"
    done
  done
done

heading "Import of $PERSONS times 25 labels; median of $ROUNDS rounds, milliseconds" wall "server CPU"
for shape in wide long; do
  for way in hand import; do
    row "$shape: $([ $way = hand ] && echo 'COPY, SQL by hand, scoring' || echo "read_csv, import_$shape")" \
      "$(median <"$cluster/wall.$shape.$way")" "$(median <"$cluster/cpu.$shape.$way")"
  done
done
heading "" ratio "goal"
for shape in wide long; do
  ratio=$(calc "$(median <"$cluster/cpu.$shape.import") / $(median <"$cluster/cpu.$shape.hand")")
  wall=$(calc "$(median <"$cluster/wall.$shape.import") / $(median <"$cluster/wall.$shape.hand")")
  goal "$ratio" '<=' 1.5; row "$shape: import to hand, CPU" "$ratio" "<= 1.5" "$verdict"
  row "$shape: import to hand, wall" "$wall"
  same=$(sort -u "$cluster/stored.$shape" | wc -l)
  goal "$same" '==' 1; row "$shape: different contents stored" "$same" "1" "$verdict"
done
exit $missed
