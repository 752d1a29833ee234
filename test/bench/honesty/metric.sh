#!/bin/sh
# One trait, one metric: the same simulated people answer the rating scale (ipip-ffm-50) and the forced-choice form
# (forced-choice-30) through the module; how many fall below the thresholds of the safety barrier must not depend on the form.
# Prints too the mean, SD and reliability of the form's theta estimates, which its equating holds (PEOPLE=100000 SEED=1).
#   PEOPLE=3000  SEED=1
. "$(dirname "$0")/../../lib/bench.sh"
PEOPLE=${PEOPLE:-3000} SEED=${SEED:-1}
norm=${HARMONY_DATA:-$root/../shared/data}/norms/ipip_ffm_50.json
[ -r "$norm" ] || { say "No $norm: skipped. HARMONY_DATA names the folder of the data."; exit 0; }
bench_start metric autovacuum=off

sql "SELECT trait, loading, intercept, right_trait, right_loading, right_intercept FROM assessment.item
     WHERE loading IS NOT NULL ORDER BY instrument_id, position" >"$cluster/form"
"${PYTHON:-/usr/bin/python3}" "$bench/metric.py" "$PEOPLE" "$SEED" "$cluster/form" "$norm" >"$cluster/people"
sql "CREATE TABLE bench.person (k integer, theta float8[], ratings smallint[], choices smallint[])"
sql "COPY bench.person FROM STDIN" <"$cluster/people"
psql -qX -v ON_ERROR_STOP=1 <<'EOF'
INSERT INTO platform.account (id, email) SELECT md5(f || k)::uuid, f || k || '@example.org'
FROM bench.person, unnest('{ipip-ffm-50,forced-choice-30}'::text[]) f;
INSERT INTO assessment.submission (person_id, instrument_id, answers)
SELECT md5(i.code || k)::uuid, i.id, CASE i.code WHEN 'ipip-ffm-50' THEN ratings ELSE choices END
FROM bench.person, assessment.instrument i WHERE i.code IN ('ipip-ffm-50', 'forced-choice-30');
ANALYZE;
CREATE TABLE bench.profile AS
SELECT i.code, p.k, s.psychometric_snapshot AS document
FROM bench.person p CROSS JOIN assessment.instrument i JOIN assessment.profile s ON s.person_id = md5(i.code || p.k)::uuid
WHERE i.code IN ('ipip-ffm-50', 'forced-choice-30');
-- The default rules on the five traits.
CREATE TABLE bench.share AS
SELECT r.k, r.rule ->> 'trait' AS trait, (r.rule ->> 'below')::float8 AS below, r.rule ->> 'effect' AS effect, p.code,
       100 * avg((v.value < (r.rule ->> 'below')::float8)::integer) AS share
FROM bench.profile p
CROSS JOIN jsonb_array_elements(harmony.default_safety_rules()) WITH ORDINALITY r (rule, k)
CROSS JOIN LATERAL (SELECT coalesce(p.document ->> (r.rule ->> 'trait'),
                                    p.document -> 'big_five' ->> (r.rule ->> 'trait'))::float8 AS value) v
WHERE v.value IS NOT NULL GROUP BY r.k, r.rule, p.code;
EOF

# table NAME: its rows, columns apart by blanks.
table() { sql "TABLE $1" | tr '|' ' '; }
heading "Below the thresholds of the barrier, % of $PEOPLE simulated people" "rating" "forced" "difference; goal: at most 2 points"
sql "CREATE VIEW bench.shares AS
     SELECT a.trait, a.below, a.effect, round(a.share, 2) AS rating, round(b.share, 2) AS choice, round(b.share - a.share, 2) AS difference
     FROM bench.share a JOIN bench.share b USING (k) WHERE a.code = 'ipip-ffm-50' AND b.code = 'forced-choice-30' ORDER BY k;
     CREATE VIEW bench.estimates AS
     SELECT o.trait, round(avg(r.raw)::numeric, 3) AS mean, round(stddev_samp(r.raw)::numeric, 3) AS sd,
            round((corr(r.raw, p.theta[o.n]) ^ 2)::numeric, 3) AS simulated, o.theta_mean, o.theta_sd, m.reliability
     FROM assessment.instrument i
     CROSS JOIN LATERAL unnest(i.trait_order, i.theta_mean, i.theta_sd) WITH ORDINALITY o (trait, theta_mean, theta_sd, n)
     JOIN assessment.norm m ON m.instrument_id = i.id AND m.trait = o.trait AND m.population = 'volunteers'
     CROSS JOIN bench.person p
     JOIN assessment.result r ON r.person_id = md5(i.code || p.k)::uuid AND r.trait = o.trait
     WHERE i.code = 'forced-choice-30' GROUP BY o.trait, o.n, o.theta_mean, o.theta_sd, m.reliability ORDER BY o.n"
table bench.shares >"$cluster/shares"
while read -r trait below effect rating choice difference; do
  goal "$difference" '>=' -2; low=$verdict; goal "$difference" '<=' 2; [ "$low" = pass ] || verdict=FAIL
  row "$trait below $below ($effect)" "$rating" "$choice" "$difference $verdict"
done <"$cluster/shares"
[ "$(wc -l <"$cluster/shares")" = 6 ] || { say "FAIL: six rules are on traits of both forms"; missed=1; }
heading "theta estimates of the form: simulated (stored)" mean SD reliability
table bench.estimates >"$cluster/estimates"
while read -r trait mean sd reliability theta_mean theta_sd stored; do
  row "$trait" "$mean ($theta_mean)" "$sd ($theta_sd)" "$reliability ($stored)"
done <"$cluster/estimates"
apart=$(sql "SELECT round(max(greatest(abs(r.sd - o.theta_sd), abs(r.mean - o.theta_mean)))::numeric, 3) FROM assessment.instrument i
  CROSS JOIN LATERAL unnest(i.trait_order, i.theta_mean, i.theta_sd) o (trait, theta_mean, theta_sd)
  JOIN (SELECT instrument_id, trait, avg(raw) AS mean, stddev_samp(raw) AS sd FROM assessment.result GROUP BY 1, 2) r
    ON r.instrument_id = i.id AND r.trait = o.trait")
goal "$apart" '<=' 0.05; row "largest difference of a mean or SD from the stored one" "$apart" "<= 0.05" "$verdict"
wrong=$(sql "SELECT count(*) FROM assessment.verify_snapshots()") || wrong=-1
goal "$wrong" '==' 0; row "differences found by verify_snapshots (-1: it failed)" "$wrong" 0 "$verdict"
exit $missed
