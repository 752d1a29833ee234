-- Linear models on files: NIST StRD (certified values in certified.json), bh1996 against R 4.2 and nnls 1.4 (reference.json).
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(19);
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r nist/certified.json ] && [ -r teams/reference.json ] && echo true || echo false`
\if :present

CREATE TEMP TABLE source AS SELECT NULL::jsonb AS nist, NULL::jsonb AS teams;
\set content `cat "${HARMONY_DATA:-../shared/data}/nist/certified.json"`
UPDATE source SET nist = :'content'::jsonb -> 'datasets';
\set content `cat "${HARMONY_DATA:-../shared/data}/teams/reference.json"`
UPDATE source SET teams = :'content'::jsonb;
\unset content
CREATE TEMP TABLE norris (y float8, x float8);
CREATE TEMP TABLE filip (y float8, x float8);
CREATE TEMP TABLE noint1 (y float8, x float8);
CREATE TEMP TABLE longley (y float8, x1 float8, x2 float8, x3 float8, x4 float8, x5 float8, x6 float8);
CREATE TEMP TABLE bh1996 (grp int, cohes float8, g_cohes float8, w_cohes float8, lead float8, g_lead float8, w_lead float8, hrs float8,
  g_hrs float8, w_hrs float8, wbeing float8, g_wbeing float8, w_wbeing float8);
\set load '\\copy norris FROM ''' :data '/nist/Norris.csv'' CSV HEADER'
:load
\set load '\\copy filip FROM ''' :data '/nist/Filip.csv'' CSV HEADER'
:load
\set load '\\copy noint1 FROM ''' :data '/nist/NoInt1.csv'' CSV HEADER'
:load
\set load '\\copy longley FROM ''' :data '/nist/Longley.csv'' CSV HEADER'
:load
\set load '\\copy bh1996 FROM ''' :data '/teams/bh1996.csv'' CSV HEADER'
:load

-- The least number of right digits among the figures of two lists, 16 at most.
CREATE FUNCTION pg_temp.reached(got float8[], want float8[], least_digits float8, what text) RETURNS text LANGUAGE sql AS $$
  SELECT ok(cardinality(got) = cardinality(want) AND min(CASE WHEN g = w THEN 16 ELSE -log(abs((g - w) / w)::numeric)::float8 END) >=
    least_digits, what || ': ' || least_digits || ' digits')
    || CASE WHEN cardinality(got) = cardinality(want) AND min(CASE WHEN g = w THEN 16 ELSE -log(abs((g - w) / w)::numeric)::float8 END) >=
      least_digits THEN '' ELSE E'\n# got ' || got::text END
  FROM unnest(got, want) u (g, w) $$;
-- Certified coefficients, errors, and sigma, R squared, F of a set. B0, B1 … B10 in the order of their numbers.
CREATE FUNCTION pg_temp.certified(name text, what text) RETURNS float8[] LANGUAGE sql STABLE AS $$
  SELECT array_agg((value ->> what)::float8 ORDER BY substr(key, 2)::int) FROM source, jsonb_each(nist -> name -> 'parameters') $$;
CREATE FUNCTION pg_temp.certified_fit(name text) RETURNS float8[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY[nist -> name ->> 'residual_sd', nist -> name ->> 'r_squared', nist -> name -> 'anova_regression' ->> 'F']::float8[]
    FROM source $$;

CREATE TEMP TABLE fit (name text, b_digits float8, se_digits float8, fit_digits float8, m harmony.linear_model);
INSERT INTO fit SELECT 'Norris', 13, 13, 13, harmony.ols(y, x) FROM norris;
INSERT INTO fit SELECT 'Longley', 13.5, 13.5, 13.5, harmony.ols(y, x1, x2, x3, x4, x5, x6) FROM longley;
-- Filip: the powers rounded to doubles hold 7.6 digits, no more.
INSERT INTO fit SELECT 'Filip', 7.3, 7.3, 7.3, harmony.ols(y, (SELECT array_agg(power(x, k) ORDER BY k) FROM generate_series(1, 10) k))
  FROM filip;
INSERT INTO fit SELECT 'NoInt1', 14, 14, 14, harmony.ols_no_intercept(harmony.linear_state(y, x)) FROM noint1;
SELECT pg_temp.reached((m).coefficients, pg_temp.certified(name, 'estimate'), b_digits, name || ', coefficients') FROM fit;
SELECT pg_temp.reached((m).std_errors, pg_temp.certified(name, 'sd'), se_digits, name || ', errors') FROM fit;
SELECT pg_temp.reached(ARRAY[(m).residual_std_error, (m).r_squared, (m).f_statistic], pg_temp.certified_fit(name), fit_digits,
  name || ', sigma, R squared and F') FROM fit;
-- The same through plain columns, and through the block of waiting rows: 10,000 copies of Longley keep the coefficients.
SELECT pg_temp.reached((m).coefficients, pg_temp.certified('Longley', 'estimate'), 13, 'Longley 10,000 times')
FROM (SELECT harmony.ols(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS m FROM longley, generate_series(1, 10000)) f;

-- lm(WBEING ~ COHES + LEAD + HRS), weights = 1 + HRS without HRS, nnls: each row of coef is estimate, error, t, p.
CREATE FUNCTION pg_temp.r_column(name text, k int) RETURNS float8[] LANGUAGE sql STABLE AS $$
  SELECT array_agg((value ->> k)::float8 ORDER BY n) FROM source, jsonb_array_elements(teams -> name -> 'coef')
    WITH ORDINALITY e (value, n) $$;
CREATE TEMP TABLE r AS SELECT harmony.ols(wbeing, cohes, lead, hrs) AS ols,
  harmony.ols(harmony.wls_state(1 + hrs, wbeing, cohes, lead)) AS wls,
  harmony.nnls(wbeing, ARRAY[cohes, lead, hrs]) AS nnls, harmony.nnls(harmony.linear_state(wbeing, cohes, lead, -hrs)) AS turned
    FROM bh1996;
SELECT pg_temp.reached((ols).coefficients || (ols).std_errors || (ols).t_statistics,
  pg_temp.r_column('ols_bh1996', 0) || pg_temp.r_column('ols_bh1996', 1) || pg_temp.r_column('ols_bh1996', 2), 12, 'R, lm') FROM r;
SELECT pg_temp.reached((ols).p_values, pg_temp.r_column('ols_bh1996', 3), 10, 'R, p values down to 1e-224') FROM r;
SELECT pg_temp.reached((wls).coefficients || (wls).std_errors || (wls).t_statistics, pg_temp.r_column('wls_bh1996_w_1plusHRS', 0) ||
  pg_temp.r_column('wls_bh1996_w_1plusHRS', 1) || pg_temp.r_column('wls_bh1996_w_1plusHRS', 2), 12, 'R, lm with weights') FROM r;
SELECT pg_temp.reached(ARRAY[(wls).residual_std_error], ARRAY[(teams #>> '{wls_bh1996_w_1plusHRS,sigma}')::float8], 13,
  'R, sigma with weights') FROM r, source;
SELECT pg_temp.reached((nnls).coefficients,
  (SELECT array_agg(v::float8 ORDER BY n) FROM source, jsonb_array_elements_text(teams #> '{nnls_bh1996,x}') WITH ORDINALITY e (v, n)), 12,
  'R, nnls') FROM r;
SELECT pg_temp.reached((turned).coefficients,
  (SELECT array_agg(v::float8 ORDER BY n) FROM source, jsonb_array_elements_text(teams #> '{nnls_bh1996_negHRS,x}')
  WITH ORDINALITY e (v, n)), 12, 'R, nnls with hours turned') FROM r;

\else
SELECT skip('no data in ' || :'data', 19);
\endif
SELECT * FROM finish();
ROLLBACK;
