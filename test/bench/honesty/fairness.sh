#!/bin/sh
# Fairness tells signal from noise: how often six equal groups look adverse, with the rule and with four fifths alone; how often
# a real difference is found; and whether the effect of the safety barrier by sex on 2,800 real people (psych::bfi) is found.
#   ROUNDS=3000  SEED=0.5  HARMONY_DATA=folder
. "$(dirname "$0")/../../lib/bench.sh"
ROUNDS=${ROUNDS:-3000} SEED=${SEED:-0.5} HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
bench_start fairness
psql -qX -v ON_ERROR_STOP=1 <<'EOF'
-- ROUNDS audits of six groups of 50 in three stages, each passed by those who passed the one before: chances of all but group 1, and of it.
CREATE FUNCTION bench.audits(seed float8, rounds int, others float8[], first float8[])
RETURNS TABLE (any_alarm float8, verdicts float8, any_former float8, verdicts_former float8, first_found float8) LANGUAGE sql AS $$
  SELECT setseed(seed);
  WITH person AS MATERIALIZED (
    SELECT r, g, random() < CASE g WHEN 1 THEN first[1] ELSE others[1] END AS one,
           random() < CASE g WHEN 1 THEN first[2] ELSE others[2] END AS two,
           random() < CASE g WHEN 1 THEN first[3] ELSE others[3] END AS three
    FROM generate_series(1, rounds) r, generate_series(1, 6) g, generate_series(1, 50) n
  ), passed AS (
    SELECT r, g, count(*) FILTER (WHERE one) AS one, count(*) FILTER (WHERE one AND two) AS two,
           count(*) FILTER (WHERE one AND two AND three) AS three
    FROM person GROUP BY r, g
  ), counted AS (
    SELECT r, array_agg(g::text ORDER BY s, g) AS names, array_agg(n ORDER BY s, g) AS selected,
           array_agg(50::bigint ORDER BY s, g) AS totals, array_agg(s::text ORDER BY s, g) AS stages
    FROM passed, LATERAL (VALUES (1, one), (2, two), (3, three)) v (s, n) GROUP BY r
  ), judged AS (
    SELECT r, bool_or(f.adverse OR f.adverse_rejection) AS alarm, count(*) FILTER (WHERE f.adverse OR f.adverse_rejection) AS alarms,
           bool_or(f.reference = 'highest' AND f.ratio < 0.8) AS former,
           count(*) FILTER (WHERE f.reference = 'highest' AND f.ratio < 0.8) AS formers,
           bool_or(f.group_name = '1' AND f.adverse) AS found
    FROM counted, harmony.selection_rates(names, selected, totals, stages) f GROUP BY r
  )
  SELECT 100 * avg(alarm::int), 100 * sum(alarms) / (18 * rounds), 100 * avg(former::int),
         100 * sum(formers) / (18 * rounds), 100 * avg(found::int)
  FROM judged $$;
EOF
# audits OTHERS FIRST: the five shares in percent.
audits() { psql -qAtX -F ' ' -v ON_ERROR_STOP=1 -c "SELECT round(any_alarm::numeric, 2), round(verdicts::numeric, 3),
  round(any_former::numeric, 1), round(verdicts_former::numeric, 1),
  round(first_found::numeric, 1) FROM bench.audits($SEED, $ROUNDS, '$1', '$2')"; }

heading "Six equal groups of 50, three stages, $ROUNDS audits (seed $SEED), percent" "the rule" "four fifths"
for chances in 0.95,0.5,0.5 0.9,0.3,0.3 0.97,0.6,0.1; do
  set -- $(audits "{$chances}" "{$chances}")
  goal "$1" '<=' 5
  row "any group at any stage adverse; chances $chances" "$1" "$3" "<= 5 $verdict"
  row "  a single verdict" "$2" "$4"
done
heading "One group of six with half the chance at the second stage" "found"
for chances in 0.95,0.6,0.5 0.95,0.4,0.5; do
  half=$(echo "$chances" | awk -F, '{printf "%s,%s,%s", $1, $2 / 2, $3}')
  set -- $(audits "{$chances}" "{$half}")
  row "chances $chances" "$5"
done

heading "The safety barrier by sex, psych::bfi, 2,800 people" women men
if [ -r "$HARMONY_DATA/bfi/bfi.csv" ]; then
  psql -qX -v ON_ERROR_STOP=1 <<EOF
CREATE TABLE bench.raw (id text, a1 int2, a2 int2, a3 int2, a4 int2, a5 int2, c1 int2, c2 int2, c3 int2, c4 int2, c5 int2, e1 int2, e2 int2,
  e3 int2, e4 int2, e5 int2, n1 int2, n2 int2, n3 int2, n4 int2, n5 int2, o1 int2, o2 int2, o3 int2, o4 int2, o5 int2, gender int2,
  education int2, age int2);
CREATE TABLE bench.key (k serial, scale text, item text, sign int2);
\copy bench.raw FROM '$HARMONY_DATA/bfi/bfi.csv' CSV HEADER
\copy bench.key (scale, item, sign) FROM '$HARMONY_DATA/bfi/bfi_keys.csv' CSV HEADER
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max)
  VALUES (900025, 'bfi-25', 'bfi of R''s psych', 'likert', 1, 6);
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
  SELECT 900025, k, item, CASE scale WHEN 'agree' THEN 'agreeableness' WHEN 'conscientious' THEN 'conscientiousness' ELSE scale END, sign
  FROM bench.key;
INSERT INTO platform.account (id, email) SELECT md5(id)::uuid, id || '@bfi.example.org' FROM bench.raw;
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)
  SELECT md5(id)::uuid, 900025, '2024-01-01',
         ARRAY[a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5]
  FROM bench.raw;
CREATE TABLE bench.audit AS
SELECT f.* FROM (
  SELECT array_agg(sex) AS names, array_agg(passed) AS passed, array_agg(n) AS totals
  FROM (SELECT CASE r.gender WHEN 1 THEN 'men' ELSE 'women' END AS sex, count(*) AS n,
               count(*) FILTER (WHERE (harmony.safety_barrier(p.psychometric_snapshot)).level <> 'DISQUALIFIED') AS passed
        FROM bench.raw r JOIN assessment.profile p ON p.person_id = md5(r.id)::uuid GROUP BY 1) g) c,
  harmony.selection_rates(names, passed, totals) f WHERE f.reference = 'others';
EOF
  figure() { sql "SELECT $1 FROM bench.audit WHERE group_name = '$2'"; }
  row "disqualified, percent" "$(figure 'round(100 * (1 - rate)::numeric, 2)' women)" "$(figure 'round(100 * (1 - rate)::numeric, 2)' men)"
  row "rejection_ratio against the others" "$(figure 'round(rejection_ratio::numeric, 2)' women)"
  row "ratio of those who pass" "$(figure 'round(ratio::numeric, 3)' women)"
  row "p_adjusted" "$(figure "to_char(p_adjusted, '9.9EEEE')" women)"
  goal "$(figure 'adverse_rejection::int' women)" '==' 1
  row "adverse_rejection (1: found)" "$(figure 'adverse_rejection::int' women)" "$(figure 'adverse_rejection::int' men)" "found $verdict"
else
  row "skipped: no data in $HARMONY_DATA"
fi
exit $missed
