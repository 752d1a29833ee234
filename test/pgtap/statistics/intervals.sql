-- An interval holds its estimate, at the ends of its scale too: every function that returns one, over seeded random and extreme data.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
SELECT setseed(0.25) IS NULL AS seeded \gset

SELECT is_empty($$SELECT a, b, c, d, f FROM generate_series(0, 12) a, generate_series(0, 12, 3) b, generate_series(0, 12, 4) c,
    generate_series(0, 12, 2) d, harmony.fisher_exact(a, b, c, d) f
  WHERE a + b + c + d > 0 AND NOT (f.conditional_odds_ratio BETWEEN f.low AND f.high)$$, 'Fisher''s conditional odds ratio');
SELECT is_empty($$SELECT size, k, f FROM generate_series(5, 120, 5) size, generate_series(0, size) k,
    harmony.selection_rates('{a,b,a,b}', ARRAY[k, size - k, k / 2, size / 3]::bigint[], array_fill(size::bigint, '{4}'), strata =>
      '{1,1,2,2}') f
  WHERE NOT (f.rate BETWEEN f.rate_low AND f.rate_high) OR NOT (f.risk_difference BETWEEN f.rd_low AND f.rd_high)
     OR NOT (f.mh_odds_ratio BETWEEN f.mh_low AND f.mh_high) OR abs(f.phi) > 1 OR NOT (f.p BETWEEN 0 AND f.p_adjusted)$$,
  'selection rates, risk differences, pooled odds ratios; phi within -1 to 1');
SELECT is_empty($$SELECT m FROM generate_series(1, 12) size, LATERAL unnest((
    SELECT harmony.match(md5(k::text)::uuid, jsonb_build_object('resilience', CASE WHEN k % 3 = 0 THEN 50 ELSE k END),
      harmony.match_request())
    FROM generate_series(1, size) k)) m WHERE NOT (m.centile BETWEEN m.centile_low AND m.centile_high)$$, 'centiles');

-- Samples of two groups and of several; spreads from nothing to 1e6, means up to 1e9; groups without any spread.
CREATE TEMP TABLE sample AS
SELECT s, k, k % 3 AS grp, (s % 7) * 10.0 ^ (s % 10) + CASE WHEN s % 5 = 0 THEN 0 ELSE random() * 10.0 ^ (s % 7) END AS value
FROM generate_series(1, 120) s, generate_series(1, 4 + s % 9) k;
SELECT is_empty($$SELECT s, t FROM (SELECT s, harmony.welch_t(value, grp = 0) AS t FROM sample GROUP BY s) q
  WHERE NOT ((t).difference BETWEEN (t).low AND (t).high)$$, 'Welch''s difference');
SELECT is_empty($$SELECT s, t FROM (SELECT s, harmony.cohens_d(value, grp = 0) AS t FROM sample GROUP BY s) q
  WHERE NOT ((t).d BETWEEN (t).low AND (t).high)$$, 'Cohen''s d');
SELECT is_empty($$SELECT s, t FROM (SELECT s, unnest(harmony.games_howell(value, grp::text)) AS t FROM sample GROUP BY s) q
  WHERE NOT ((t).difference BETWEEN (t).low AND (t).high)$$, 'Games and Howell''s differences');
SELECT is_empty($$SELECT s, t FROM (SELECT s, unnest(harmony.tukey_hsd(value, grp::text)) AS t FROM sample WHERE s <= 40 GROUP BY s) q
  WHERE NOT ((t).difference BETWEEN (t).low AND (t).high)$$, 'Tukey''s differences');
SELECT is_empty($$SELECT s, i FROM (SELECT s, harmony.ols(value, ARRAY[k::float8]) AS m FROM sample GROUP BY s) q,
    generate_series(1, 2) j, LATERAL (VALUES ((m).coefficients[j], (m).ci_low[j], (m).ci_high[j])) i (b, low, high)
  WHERE NOT (b BETWEEN low AND high)$$, 'coefficients of a linear model');
SELECT is_empty($$SELECT s, p FROM (SELECT s, harmony.ols(value, ARRAY[k::float8]) AS m FROM sample GROUP BY s) q,
    harmony.predict_interval(m, 0.95, ARRAY[3.5]) p WHERE NOT (p.fit BETWEEN p.low AND p.high)$$, 'predictions');
SELECT is_empty($$SELECT s, w FROM (SELECT s, harmony.weather(md5((k % 3)::text)::uuid, '2026-01-01'::date + k, 1 + 4 * random(),
  '2026-01-14') AS w
                 FROM sample GROUP BY s) q
  WHERE NOT ((w).slope BETWEEN (w).slope_low AND (w).slope_high) OR NOT ((w).outlook BETWEEN (w).outlook_low AND (w).outlook_high)$$,
  'slope and outlook of the weather');
SELECT is_empty($$SELECT s, r FROM (SELECT s, harmony.reliability(ARRAY[random(), random() + k, random() - k]) AS r FROM sample GROUP BY
  s) q
  WHERE NOT ((r).alpha BETWEEN (r).alpha_low AND (r).alpha_high)$$, 'alpha');
SELECT is_empty($$SELECT x, sem, i FROM unnest('{0,1,50,99.99,100}'::float8[]) x, unnest('{0,1e-300,0.1,5,1e6}'::float8[]) sem,
    harmony.score_interval(x, sem) i WHERE NOT (x BETWEEN i.low AND i.high)$$, 'scores');
SELECT * FROM finish();
ROLLBACK;
