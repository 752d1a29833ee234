#!/bin/sh
# Careless answers are found out of the box: simulated sheets of the shipped instruments, by kind, and what is flagged.
#   SHEETS=1500 (of each kind)  SEED=2
#   careless.sh fit    fits the weights of careless_probability instead, with SHEETS=4000 and SEED=1, and prints them
# The real sheets of bfi (25 items, 6 points) are judged by a norm of their own, and without any, where HARMONY_DATA is there.
. "$(dirname "$0")/../../lib/bench.sh"
mode=${1:-judge}
case $mode in
  fit) SHEETS=${SHEETS:-4000} SEED=${SEED:-1} ;;
  *) SHEETS=${SHEETS:-1500} SEED=${SEED:-2} ;;
esac
python=${PYTHON:-/usr/bin/python3} data=${HARMONY_DATA:-$root/../shared/data}
bench_start careless
sheets() { "$python" "$bench/careless.py" "$1" "$2" "$SHEETS" "$SEED" "$cluster/$3" | sed "s/^/$3\t/"; }

sql "SELECT json_build_object('mean', item_mean, 'covariance', item_covariance) FROM assessment.response_norm n
     JOIN assessment.instrument i ON i.id = n.instrument_id WHERE i.code = 'ipip-ffm-50'" >"$cluster/ipip-ffm-50@1"
for form in reasoning-18@1 forced-choice-30@1; do
  sql "SELECT to_json(k) FROM assessment.scoring_key k WHERE instrument = '$form'" >"$cluster/$form"
done
sql "CREATE TABLE bench.sheet (instrument text, kind text, answers smallint[], response_ms integer[])"
{
  for kind in attentive attentive_heavy random second_half straight cycle speeder; do sheets rating $kind ipip-ffm-50@1; done
  for kind in attentive random; do
    sheets choice $kind reasoning-18@1
    sheets choice $kind forced-choice-30@1
  done
} | sql "COPY bench.sheet FROM STDIN"
sql "CREATE TABLE bench.judged AS
     SELECT s.instrument, s.kind, q.*, (n.item_mean IS NOT NULL)::text AS by_norm
     FROM bench.sheet s JOIN assessment.scoring_key k USING (instrument) LEFT JOIN assessment.response_norm n USING (instrument_id)
     CROSS JOIN LATERAL harmony_internal.submission_quality(k, s.answers, s.response_ms, n.item_mean, n.item_covariance) q;
     -- Sheets of 20 items, 4 a scale, without a norm.
     CREATE TABLE bench.short AS
     SELECT s.kind, q.* FROM bench.sheet s JOIN assessment.scoring_key k USING (instrument)
     CROSS JOIN LATERAL harmony.response_quality(s.answers[1:20], k.keyed[1:20], k.traits[1:20], 1, 5) q
     WHERE s.instrument = 'ipip-ffm-50@1' AND s.kind IN ('attentive_heavy', 'attentive', 'random', 'second_half')"

if [ "$mode" = fit ]; then
  deviate='(cbrt(mahalanobis / n_answered) - (1 - 2.0 / (9 * n_answered))) / sqrt(2.0 / (9 * n_answered))'
  sql "COPY (SELECT kind, resampled_reliability, synonym_consistency, $deviate FROM bench.judged
             WHERE instrument = 'ipip-ffm-50@1' AND kind IN ('attentive_heavy', 'random', 'second_half')) TO STDOUT (FORMAT csv)" |
    "$python" "$bench/careless.py" fit with_norm 0.02 resampled_reliability synonym_consistency distance
  sql "COPY (SELECT kind, resampled_reliability FROM bench.short WHERE kind IN ('attentive_heavy', 'random')) TO STDOUT (FORMAT csv)" |
    "$python" "$bench/careless.py" fit without_norm 0.03 resampled_reliability
  sql "COPY (SELECT kind, person_fit_lz FROM bench.judged WHERE instrument = 'reasoning-18@1') TO STDOUT (FORMAT csv)" |
    "$python" "$bench/careless.py" fit choices 0 person_fit_lz
  exit
fi

# share TABLE CONDITION: per cent of its sheets that are not reliable.
share() { sql "SELECT coalesce(round(100 * avg((NOT reliable)::integer), 1), -1) FROM $1 WHERE $2"; }
judge() { # WHAT KIND OP LIMIT
  found=$(share bench.judged "instrument = 'ipip-ffm-50@1' AND kind = '$2'")
  goal "$found" "$3" "$4"; row "$1" "$found" "$3 $4" "$verdict"
}
heading "Sheets of ipip-ffm-50 that are called unreliable, % ($SHEETS of each kind, seed $SEED)" found bar
judge "attentive (normal)" attentive '<=' 5
judge "attentive (tails of Student's t, 8 df)" attentive_heavy '<=' 5
judge "uniformly random" random '>=' 80
judge "random in the second half" second_half '>=' 50
judge "one answer throughout" straight '>=' 95
judge "2 to 5 answers repeated" cycle '>=' 95
judge "attentive answers in under 2 s each" speeder '>=' 95

heading "How often each flag is raised, % of these sheets" attentive random "second half"
for flag in INCONSISTENT UNSTABLE SYNONYMS OUTLIER; do
  set -- $(sql "SELECT string_agg(f, ' ' ORDER BY place) FROM (
    SELECT kind, array_position('{attentive_heavy,random,second_half}', kind) AS place,
           round(100 * avg(('$flag' = ANY (flags))::integer), 1)::text AS f
    FROM bench.judged WHERE instrument = 'ipip-ffm-50@1' AND kind IN ('attentive_heavy', 'random', 'second_half') GROUP BY kind) q")
  row "$flag" "$1" "$2" "$3"
done

heading "Without a norm, and tests: unreliable, %" attentive random
row "20 items, 4 a scale, no norm" "$(share bench.short "kind = 'attentive_heavy'")" "$(share bench.short "kind = 'random'")"
misfit() { sql "SELECT round(100 * avg(('MISFIT' = ANY (flags))::integer), 1) FROM bench.judged WHERE instrument = '$1' AND kind = '$2'"; }
for form in reasoning-18@1 forced-choice-30@1; do
  row "$form (MISFIT alone does not make unreliable)" "$(share bench.judged "instrument = '$form' AND kind = 'attentive'")" \
    "$(share bench.judged "instrument = '$form' AND kind = 'random'")" \
    "MISFIT $(misfit $form attentive) and $(misfit $form random)"
done

if [ -r "$data/bfi/bfi.csv" ] && [ -r "$data/bfi/bfi_keys.csv" ]; then
  items='a1,a2,a3,a4,a5,c1,c2,c3,c4,c5,e1,e2,e3,e4,e5,n1,n2,n3,n4,n5,o1,o2,o3,o4,o5'
  sql "CREATE TABLE bench.raw (id text, $(echo "$items" | sed 's/,/ smallint, /g') smallint, gender text, education text, age text);
       CREATE TABLE bench.key (k serial, scale text, item text, sign smallint)"
  sql "COPY bench.raw FROM STDIN (FORMAT csv, HEADER)" <"$data/bfi/bfi.csv"
  sql "COPY bench.key (scale, item, sign) FROM STDIN (FORMAT csv, HEADER)" <"$data/bfi/bfi_keys.csv"
  sql "CREATE TABLE bench.bfi AS SELECT row_number() OVER (ORDER BY id) AS g, ARRAY[$items] AS answers FROM bench.raw;
       CREATE TABLE bench.guess AS
       SELECT g, array_agg((1 + mod(abs(hashtextextended(g::text, $SEED * 100 + p)), 6))::smallint ORDER BY p) AS answers
       FROM bench.bfi, generate_series(1, 25) p GROUP BY g;
       CREATE TABLE bench.real AS
       SELECT v.kind, n.m IS NOT NULL AS by_norm, q.*
       FROM bench.bfi b JOIN bench.guess r USING (g)
       CROSS JOIN LATERAL (VALUES ('real', b.answers), ('random', r.answers), ('second_half', b.answers[1:12] || r.answers[13:25]))
         v (kind, answers)
       CROSS JOIN (SELECT array_agg(sign ORDER BY k) AS keyed, array_agg(scale ORDER BY k) AS traits FROM bench.key) k
       CROSS JOIN (SELECT harmony.column_means(s) AS m, harmony.covariance_matrix(s) AS c
                   FROM (SELECT harmony.linear_state(answers[1]::float8, answers[2:]::float8[]) AS s
                         FROM bench.bfi WHERE array_position(answers, NULL) IS NULL) t
                   UNION ALL SELECT NULL, NULL) n
       CROSS JOIN LATERAL harmony.response_quality(v.answers, k.keyed, k.traits, 1, 6, NULL, n.m, n.c) q"
  heading "2,800 real sheets of 25 items, 6 points (bfi): unreliable, %" "own norm" "no norm" "bar: at most 5 % of the real ones"
  for kind in real random second_half; do
    with=$(share bench.real "kind = '$kind' AND by_norm") without=$(share bench.real "kind = '$kind' AND NOT by_norm")
    verdict=
    if [ $kind = real ]; then
      goal "$without" '<=' 5; other=$verdict
      goal "$with" '<=' 5; [ "$other" = pass ] || verdict=FAIL
    fi
    row "$kind" "$with" "$without" "$verdict"
  done
else
  say "No bfi in $data: the real sheets are skipped."
fi

# CPU time of 20,000 sheets, by the arguments that the module gives; the same without scales to judge (keyed NULL) beside it.
cost() {
  set -- $(time_sql "SELECT count((harmony.response_quality(s.answers, $1, k.traits, 1, 5, s.response_ms, $2)).reliable)
    FROM bench.sheet s JOIN assessment.scoring_key k USING (instrument) JOIN assessment.response_norm n USING (instrument_id),
         generate_series(1, $((40000 / SHEETS))) WHERE s.kind IN ('attentive', 'random') AND s.instrument = 'ipip-ffm-50@1'")
  calc "1000 * $2 / (2 * $SHEETS * $((40000 / SHEETS)))"
}
heading "CPU time a sheet of 50 items, us" "" bar
row "runs and times alone" "$(cost NULL 'NULL, NULL')"
row "all indices but those of the norm" "$(cost k.keyed 'NULL, NULL')"
whole=$(cost k.keyed 'n.item_mean, n.item_covariance')
goal "$whole" '<=' 15; row "all indices (before these were added: 3)" "$whole" "<= 15" "$verdict"
exit $missed
