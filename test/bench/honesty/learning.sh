#!/bin/sh
# How often learnt weights are taken for an improvement (crew.activation_obstacles finds nothing against them), over simulated seasons of
# 25 vessels with 20 hires each. Terms are around 55 with a standard deviation of 12; team, environment and leader are alike within a vessel
# (ICC .3, .5, .3), and so is what the model does not explain (ICC .2). Weights in use: the shipped ones. Seeded by hashes.
#   SEASONS=120
. "$(dirname "$0")/../../lib/bench.sh"
SEASONS=${SEASONS:-120}
bench_start honesty_learning fsync=off
sql "SELECT harmony.install('crew')" >/dev/null

psql -qX -v ON_ERROR_STOP=1 <<'EOF'
-- A standard normal deviate that depends on its key alone (Box and Muller 1958 on hashed uniforms).
CREATE FUNCTION bench.deviate(key text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sqrt(-2 * ln(((hashtextextended(key, 1) & 4294967295) + 0.5) / 4294967296.0::float8)) *
    cos(2 * pi() * ((hashtextextended(key, 2) & 4294967295) + 0.5) / 4294967296.0::float8);

-- hires(what, seasons, employers): terms, what a vessel has in common beyond them, and what is a hire's own. The vessels of a season are
-- spread over the employers.
CREATE FUNCTION bench.hires(what text, seasons integer, employers integer)
RETURNS TABLE (season integer, vessel text, employer text, terms float8[], common float8, own float8) LANGUAGE sql STABLE AS $$
  WITH vessel AS MATERIALIZED (
    SELECT s AS season, v AS vessel, bench.deviate(k || 'f') AS f, bench.deviate(k || 'e') AS e, bench.deviate(k || 'l') AS l,
           bench.deviate(k || 'y') AS y
    FROM generate_series(1, seasons) s, generate_series(1, 25) v, LATERAL (SELECT format('%s %s %s ', what, s, v) AS k OFFSET 0) x
  )
  SELECT v.season, v.vessel::text, (v.vessel % employers)::text,
         ARRAY[55 + 12 * bench.deviate(k || 'p'), 55 + 12 * (sqrt(.3) * v.f + sqrt(.7) * bench.deviate(k || 'f')),
               55 + 12 * (sqrt(.5) * v.e + sqrt(.5) * bench.deviate(k || 'e')),
               55 + 12 * (sqrt(.3) * v.l + sqrt(.7) * bench.deviate(k || 'l'))], v.y, bench.deviate(k || 'y')
  FROM vessel v, generate_series(1, 20) h, LATERAL (SELECT format('%s %s %s %s ', what, v.season, v.vessel, h) AS k OFFSET 0) x
$$;

-- outcomes(what, seasons, truth, level, sd): y of 0 to 100 = level + truth . terms + sd (sqrt .2 common + sqrt .8 own).
CREATE FUNCTION bench.outcomes(what text, seasons integer, employers integer, truth float8[], level float8, sd float8)
RETURNS TABLE (season integer, vessel text, employer text, y float8, terms float8[]) LANGUAGE sql STABLE AS $$
  WITH hire AS MATERIALIZED (SELECT * FROM bench.hires(what, seasons, employers))
  SELECT season, vessel, employer,
         least(100, greatest(0, level + truth[1] * terms[1] + truth[2] * terms[2] + truth[3] * terms[3] + truth[4] * terms[4]
           + sd * (sqrt(.2) * common + sqrt(.8) * own))), terms
  FROM hire
$$;

-- What is said of a season, a row of text each; empty: an improvement. The rows are those that crew.training_rows would give.
CREATE FUNCTION bench.judged(outcomes text) RETURNS TABLE (season integer, obstacles text[], ols_p float8, slopes float8[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY EXECUTE format($q$
    WITH outcome AS MATERIALIZED (%s), weighted AS MATERIALIZED (
      SELECT o.*, w.weight FROM outcome o JOIN (
        SELECT c.season, u.employer, u.weight FROM (
          SELECT season, array_agg(employer ORDER BY employer) AS ids, array_agg(n ORDER BY employer) AS counts
          FROM (SELECT season, employer, count(*) AS n FROM outcome GROUP BY season, employer) g GROUP BY season) c,
          unnest(c.ids, harmony_internal.capped_weights(c.counts, 0.25)) u (employer, weight)) w USING (season, employer)
    ), fit AS MATERIALIZED (
      SELECT season, harmony.nnls(harmony.wls_state(weight, y, terms)) AS learnt, harmony.ols(y, terms) AS plain,
             harmony.cluster_robust_ols(y, terms, vessel, weight) AS report,
             harmony_internal.compare_weights(y, terms, vessel, weight, employer, false, '{.25,.35,.2,.2}', 10) AS contest,
             count(DISTINCT employer) AS employers
      FROM weighted GROUP BY season)
    SELECT season, crew.activation_obstacles(learnt, report, contest, '{}', employers, s), (plain).f_p_value, (learnt).coefficients[2:]
    FROM fit, crew.setting s$q$, outcomes);
END $$;
EOF

# share OUTCOMES: per cent of the seasons that are judged improved.
share() { sql "SELECT round(100.0 * count(*) FILTER (WHERE obstacles = '{}') / count(*), 1) FROM bench.judged(\$q\$$1\$q\$)"; }
outcomes() { echo "SELECT * FROM bench.outcomes('$1', $SEASONS, $2, '$3', $4, $5)"; }
# bar LABEL VALUE '<=' LIMIT
bar() { goal "$2" "$3" "$4" && row "$1" "$2" "$3 $4" "$verdict"; }

heading "$SEASONS seasons of 500 hires on 25 vessels: judged an improvement, per cent" found bar
bar 'noise, vessel ICC .2' "$(share "$(outcomes noise 1 '{0,0,0,0}' 55 10)")" '<=' 5
row '  of these with p < .05 by ordinary least squares' \
  "$(sql "SELECT round(100.0 * avg((ols_p < .05)::int), 1) FROM bench.judged(\$q\$$(outcomes noise 1 '{0,0,0,0}' 55 10)\$q\$)")"
bar 'noise, five employers' "$(share "$(outcomes noise5 5 '{0,0,0,0}' 55 10)")" '<=' 5
bar 'truth half the shipped weights, 10 higher' "$(share "$(outcomes level 1 '{.125,.175,.1,.1}' 10 6)")" '<=' 5
bar 'truth .1, .5, .2, .2, residual sd 6' "$(share "$(outcomes truth 1 '{.1,.5,.2,.2}' 0 6)")" '>=' 80
bar '  the same, five employers' "$(share "$(outcomes truth5 5 '{.1,.5,.2,.2}' 0 6)")" '>=' 80
row '  the same, residual sd 10 (R squared about .3)' "$(share "$(outcomes weak 1 '{.1,.5,.2,.2}' 0 10)")"

# One employer's own 170 accounts, on 10 of its vessels, beside 500 hires that are as the shipped weights say: they are good where team and
# environment are bad.
own="SELECT season, 'own ' || vessel AS vessel, 'own' AS employer, y, terms FROM bench.outcomes('own', $SEASONS, 1, '{0,-.5,-.5,0}', 105, 2)
  WHERE vessel::int <= 10 AND abs(hashtextextended(terms::text, 3)) % 20 < 17"
for employers in 1 5; do
  bar "170 own accounts against 500 hires of $employers" \
    "$(share "$(outcomes honest $employers '{.25,.35,.2,.2}' 0 6) UNION ALL $own")" '<=' 5
done
few="SELECT s, e, e, 60, ARRAY[50, 50, 50, 50 + s % 7] FROM generate_series(1, $SEASONS) s, unnest('{a,b}'::text[]) e"
bar '170 own accounts, two other employers with a hire' "$(share "$own UNION ALL $few")" '<=' 5
exit $missed
