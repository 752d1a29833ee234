-- Learning: a simulated truth is recovered and activated, noise is not.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
-- A standard normal deviate that depends on its keys alone (Box and Muller 1958 on hashed uniforms).
CREATE FUNCTION pg_temp.deviate(n int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN sqrt(-2 * ln(((hashtextextended(n || what, 1) & 4294967295) + 0.5) / 4294967296.0::float8)) *
    cos(2 * pi() * ((hashtextextended(n || what, 2) & 4294967295) + 0.5) / 4294967296.0::float8);
-- hires(n, seed, weight): n hires with terms around 55 and y = weight (.1 P + .5 F + .2 E + .2 L) + (1 - weight) 55 + noise of sd 6.
CREATE FUNCTION pg_temp.hires(n int, seed text, weight float8) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL session_replication_role = replica;
  DELETE FROM crew.hiring_event;
  SET LOCAL session_replication_role = origin;
  INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, y_success, p_ind, f_team, f_env, f_lmx,
    betas, model_version, y_actual)
  SELECT id(seed || k), id('campaign1'), id('vessel1'), 'Bosun', 'hired', 'simulated', harmony.mlpsm(p, f, e, l), p, f, e, l, '{}',
    'default',
         least(100, greatest(0, weight * (.1 * p + .5 * f + .2 * e + .2 * l) + (1 - weight) * 55 + 6 * pg_temp.deviate(k, seed || 'y')))
  FROM generate_series(1, n) k CROSS
    JOIN LATERAL (SELECT 55 + 12 * pg_temp.deviate(k, seed || 'p') AS p, 55 + 12 * pg_temp.deviate(k, seed || 'f') AS f,
    55 + 12 * pg_temp.deviate(k, seed || 'e') AS e, 55 + 12 * pg_temp.deviate(k, seed || 'l') AS l) t;
  PERFORM crew.activate_model('default');
END $$;
CREATE TEMP TABLE attempt AS SELECT * FROM crew.retraining LIMIT 0;
CREATE FUNCTION pg_temp.recovered(r jsonb) RETURNS boolean LANGUAGE sql
  RETURN (SELECT bool_and(b BETWEEN (r #>> ARRAY['ols', 'ci_low', k::text])::float8 AND (r #>> ARRAY['ols', 'ci_high', k::text])::float8)
    FROM unnest(ARRAY[.1, .5, .2, .2]) WITH ORDINALITY t (b, k));

SELECT pg_temp.hires(150, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, reasons[1] LIKE '150 outcomes%more than 150 are needed' FROM crew.retrain()$$,
  $$VALUES (150::bigint, false, NULL::text, true)$$, '150 are not enough');
SELECT pg_temp.hires(151, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, active_before, pg_temp.recovered(report) FROM crew.retrain()$$,
  $$VALUES (151::bigint, true, 'retrained-1', 'default', true)$$, '151 hires: the truth lies in its interval, and the version is active');
SELECT pg_temp.hires(500, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, pg_temp.recovered(report) FROM crew.retrain()$$,
  $$VALUES (500::bigint, true, 'retrained-2', true)$$, '500');
SELECT pg_temp.hires(2000, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, pg_temp.recovered(report) FROM crew.retrain()$$,
  $$VALUES (2000::bigint, true, 'retrained-3', true)$$, '2,000');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['retrained-3'], 'one version is active');
SELECT ok((SELECT model -> 'mlpsm' ->> 'intercept' IS NOT NULL AND abs((model #>> '{mlpsm,f_team}')::float8 - .5) < .05
  AND model - '{version,mlpsm}'::text[] = harmony.default_model() - '{version,mlpsm}'::text[]
  FROM crew.model_version WHERE is_active), 'it has the new weights and all else as before');
SELECT ok((SELECT n = 2000 AND r_squared > cross_validated_r_squared AND cross_validated_r_squared > 0.5 AND cardinality(std_errors) = 5
  FROM crew.model_version WHERE is_active), 'with n, R squared, its cross-validated value and standard errors');
-- The R squared of the fit and of cross-validation against their definition, in plain SQL over the same folds.
SELECT is(round(r_squared::numeric, 9),
  (SELECT round((1 - sum((t.y - harmony.mlpsm(t.terms[1], t.terms[2], t.terms[3], t.terms[4], m.model -> 'mlpsm')) ^ 2) /
  sum((t.y - a.mean) ^ 2))::numeric, 9) FROM crew.training_rows() t, (SELECT avg(y) AS mean FROM crew.training_rows()) a),
  'R squared by its definition')
FROM crew.model_version m WHERE is_active;
-- Where no weight is at its bound, non-negative least squares is ordinary least squares, whose cross-validation the extension has itself;
-- predictions of 0 to 100 are not clamped here.
SELECT is((SELECT round(fitted_r_squared::numeric, 9) FROM crew.cross_validation(NULL)),
  (SELECT round((harmony.cross_validated_ols(harmony.cross_validation_state(10, t.person_id::text || '/' || t.id, t.y,
  t.terms))).cross_validated_r_squared::numeric, 9) FROM crew.training_rows() t), 'cross-validated R squared as the extension''s');
SELECT ok((SELECT count(DISTINCT fold) = 10 AND min(fold) = 1 AND max(fold) = 10 FROM crew.training_rows()), 'ten folds');
-- Training again on the same outcomes does not beat itself: the active weights have seen every row.
SELECT results_eq($$SELECT activated, reasons[1] LIKE 'cross-validated R squared % does not beat % of the active version'
  FROM crew.retrain()$$, $$VALUES (false, true)$$, 'the same data once more do not replace the active version');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['retrained-3'], 'which stays');

-- Pure noise, ten times.
CREATE TEMP TABLE noise (activated boolean, reasons text[]);
DO $$ BEGIN FOR k IN 1 .. 10 LOOP
  PERFORM pg_temp.hires(CASE WHEN k <= 4 THEN 151 WHEN k <= 8 THEN 500 ELSE 2000 END, 'noise' || k, 0);
  INSERT INTO noise SELECT r.activated, r.reasons FROM crew.retrain() r;
END LOOP; END $$;
SELECT is((SELECT count(*) FROM noise WHERE activated), 0::bigint, 'noise is never activated');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['default'], 'the shipped version stays');

-- Constant outcome, outcomes without terms, nobody.
SELECT pg_temp.hires(200, 'c', 1);
UPDATE crew.hiring_event SET y_actual = 50;
SELECT results_eq($$SELECT activated, n FROM crew.retrain()$$, $$VALUES (false, 200::bigint)$$, 'a constant outcome teaches nothing');
SET LOCAL session_replication_role = replica;
UPDATE crew.hiring_event SET f_env = NULL, y_actual = (p_ind + f_team) / 2;
SET LOCAL session_replication_role = origin;
SELECT results_eq($$SELECT activated, n, reasons[1] FROM crew.retrain()$$,
  $$VALUES (false, 0::bigint, '200 outcomes, of which 0 with all four terms; more than 150 are needed')$$,
  'outcomes without their terms do not count');
SELECT pg_temp.hires(0, 'c', 1);
SELECT results_eq($$SELECT activated, n FROM crew.retrain()$$, $$VALUES (false, 0::bigint)$$, 'nobody');
SELECT is((SELECT count(*) FROM crew.retraining), 18::bigint, 'every attempt is kept');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'model.retrained' AND happened_at = now()), 18::bigint,
  'and in the audit trail');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'model.activated' AND object LIKE '%retrained-%'
  AND happened_at = now()), 3::bigint, 'with each activation');

-- Range restriction: 10 hired at 60 and 70, 10 rejected at 30 and 40; sample SDs sqrt(250/9) = 5.2705 and sqrt((2500 + 100 + …)/19).
-- Values 5 x (60, 70, 30, 40): mean 50, sum of squares 5 (100 + 400 + 400 + 100) = 5000, SD sqrt(5000/19) = 16.2221; u = .3249.
SELECT pg_temp.hires(0, 'c', 1);
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, y_success, betas, model_version)
  SELECT id('r' || k), id('campaign1'), id('vessel1'), 'Bosun', CASE WHEN k <= 10 THEN 'hired' ELSE 'rejected' END, 'simulated',
    (ARRAY[60, 70, 30, 40])[1 + k % 2 + CASE WHEN k <= 10 THEN 0 ELSE 2 END], '{}', 'default' FROM generate_series(1, 20) k;
SELECT is(crew.range_restriction() -> 'y_success', '{"sd_hired": 5.2705, "sd_pool": 16.2221, "u": 0.3249}', 'range restriction');
SELECT * FROM finish();
ROLLBACK;
