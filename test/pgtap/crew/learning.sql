-- Learning: a simulated truth is recovered, noise, another level and one employer's own accounts are not taken for one, and a person
-- activates. How often each is right: test/bench/honesty/learning.sh.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
CREATE FUNCTION pg_temp.cost_of(statement text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO plan;
  RETURN plan -> 0 -> 'Plan' ->> 'Total Cost';
END $$;
SELECT cmp_ok(pg_temp.cost_of('SELECT * FROM crew.training_rows()'), '<', 1000::float8,
  'nothing in tables that were never analyzed makes the training rows worth compiling just in time');
-- A standard normal deviate that depends on its keys alone (Box and Muller 1958 on hashed uniforms).
CREATE FUNCTION pg_temp.deviate(n int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN sqrt(-2 * ln(((hashtextextended(n || what, 1) & 4294967295) + 0.5) / 4294967296.0::float8)) *
    cos(2 * pi() * ((hashtextextended(n || what, 2) & 4294967295) + 0.5) / 4294967296.0::float8);
CREATE FUNCTION pg_temp.term(n int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN least(100, greatest(0, 55 + 12 * pg_temp.deviate(n, what)));
-- 25 vessels of employer 1, 10 of employer 2.
INSERT INTO crew.vessel (id, organization_id, name)
  SELECT id('learn' || k), id('employer1'), 'Learning ' || k FROM generate_series(1, 25) k;
INSERT INTO crew.vessel (id, organization_id, name) SELECT id('other' || k), id('employer2'), 'Other ' || k FROM generate_series(1, 10) k;
CREATE FUNCTION pg_temp.no_hires() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL session_replication_role = replica;
  DELETE FROM crew.hiring_event;
  SET LOCAL session_replication_role = origin;
  PERFORM crew.activate_model('default');
END $$;
-- more_hires(n, seed, truth, level, fleet, vessels): n hires over so many vessels of a fleet with terms around 55 and y = level +
-- truth . (P, F, E, L) + noise of sd 6.
CREATE FUNCTION pg_temp.more_hires(n int, seed text, truth float8[], level float8, fleet text, vessels int) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, y_success, p_ind, f_team, f_env, f_lmx,
    betas, model_version, y_actual)
  SELECT id(fleet || seed || k), id('campaign1'), id(fleet || 1 + k % vessels), 'Bosun', 'hired', 'simulated', harmony.mlpsm(p, f, e, l),
    p, f, e, l, '{}', 'default',
    least(100, greatest(0, level + truth[1] * p + truth[2] * f + truth[3] * e + truth[4] * l + 6 * pg_temp.deviate(k, seed || 'y')))
  FROM generate_series(1, n) k CROSS
    JOIN LATERAL (SELECT pg_temp.term(k, seed || 'p') AS p, pg_temp.term(k, seed || 'f') AS f, pg_temp.term(k, seed || 'e') AS e,
    pg_temp.term(k, seed || 'l') AS l OFFSET 0) t;
$$;
-- hires(n, seed, weight): these alone, the truth .1, .5, .2, .2 for weight 1, no truth for 0.
CREATE FUNCTION pg_temp.hires(n int, seed text, weight float8) RETURNS void LANGUAGE sql AS $$
  SELECT pg_temp.no_hires();
  SELECT pg_temp.more_hires(n, seed, ARRAY[weight * .1, weight * .5, weight * .2, weight * .2], (1 - weight) * 55, 'learn', 25);
$$;
CREATE TEMP TABLE attempt AS SELECT * FROM crew.retraining LIMIT 0;
CREATE FUNCTION pg_temp.recovered(r jsonb) RETURNS boolean LANGUAGE sql
  RETURN (SELECT bool_and(b BETWEEN (r #>> ARRAY['ols', 'ci_low', k::text])::float8 AND (r #>> ARRAY['ols', 'ci_high', k::text])::float8)
    FROM unnest(ARRAY[.1, .5, .2, .2]) WITH ORDINALITY t (b, k));

-- By default a person activates: the version is stored, administrators are told.
SELECT pg_temp.hires(500, 'd', 1);
SELECT results_eq($$SELECT n, improves, activated, version, reasons[1] LIKE 'cross-validated R squared % beats % of 1,000 draws of vessels'
  FROM crew.retrain()$$, $$VALUES (500::bigint, true, false, 'retrained-1', true)$$, 'better weights are found');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['default'], 'and not used');
SELECT results_eq($$SELECT recipient_id, template, parameters -> 'version', parameters -> 'activated' FROM platform.outbox$$,
  $$VALUES (id('admin'), 'crew.model_learnt', '"retrained-1"'::jsonb, 'false'::jsonb)$$, 'administrators are told');
SELECT ok((model #>> '{uncertainty,residual_sd}')::float8 BETWEEN 1 AND 30, 'the version knows how far outcomes lie from its predictions')
FROM crew.model_version WHERE version = 'retrained-1';
SELECT crew.activate_model('retrained-1');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['retrained-1'], 'a person activates them');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'model.activated' AND object LIKE '%retrained-1'), 1::bigint,
  'audited');
UPDATE crew.setting SET auto_activate = true;
SELECT pg_temp.hires(150, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, reasons[1] LIKE '150 outcomes%more than 150 are needed' FROM crew.retrain()$$,
  $$VALUES (150::bigint, false, NULL::text, true)$$, '150 are not enough');
SELECT pg_temp.hires(151, 'a', 1);
SELECT results_eq($$SELECT n, version, active_before, pg_temp.recovered(report), reasons[1] LIKE '%more than 150%' FROM crew.retrain()$$,
  $$VALUES (151::bigint, 'retrained-2', 'default', true, false)$$, '151 hires are: the truth lies in its interval, and is judged');
SELECT pg_temp.hires(500, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, pg_temp.recovered(report) FROM crew.retrain()$$,
  $$VALUES (500::bigint, true, 'retrained-3', true)$$, '500');
SELECT pg_temp.hires(2000, 'a', 1);
SELECT results_eq($$SELECT n, activated, version, pg_temp.recovered(report) FROM crew.retrain()$$,
  $$VALUES (2000::bigint, true, 'retrained-4', true)$$, '2,000');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['retrained-4'], 'one version is active');
SELECT ok((SELECT model -> 'mlpsm' ->> 'intercept' IS NOT NULL AND abs((model #>> '{mlpsm,f_team}')::float8 - .5) < .05
  AND model - '{version,mlpsm}'::text[] #- '{uncertainty,residual_sd}'
    = harmony.default_model() - '{version,mlpsm}'::text[] #- '{uncertainty,residual_sd}'
  FROM crew.model_version WHERE is_active), 'it has the new weights its spread, and all else as before');
SELECT ok((SELECT v.n = 2000 AND v.r_squared = round((r.report ->> 'r_squared')::numeric, 2)
    AND v.cross_validated_r_squared = round((r.report #>> '{comparison,fitted_r_squared}')::numeric, 2)
    AND v.r_squared >= v.cross_validated_r_squared AND v.cross_validated_r_squared > 0.5 AND cardinality(v.std_errors) = 5
  FROM crew.model_version v JOIN crew.retraining r USING (version) WHERE v.is_active),
  'with n, R squared, its cross-validated value and standard errors');
SELECT is(v.model -> 'mlpsm', harmony_internal.mlpsm_betas(ARRAY (SELECT b::float8
    FROM jsonb_array_elements_text(r.report #> '{ols,coefficients}') b), v.std_errors), 'the weights are what their errors support')
FROM crew.model_version v JOIN crew.retraining r USING (version) WHERE v.is_active;
-- The R squared of the fit and of cross-validation against their definition, in plain SQL over the same folds.
SELECT is(round((r.report ->> 'r_squared')::numeric, 9),
  (SELECT round((1 - sum((t.y - b[1] - b[2] * t.terms[1] - b[3] * t.terms[2] - b[4] * t.terms[3] - b[5] * t.terms[4]) ^ 2) /
  sum((t.y - a.mean) ^ 2))::numeric, 9) FROM crew.training_rows() t, (SELECT avg(y) AS mean FROM crew.training_rows()) a),
  'R squared by its definition')
FROM crew.retraining r CROSS JOIN LATERAL (SELECT ARRAY (SELECT v::float8
  FROM jsonb_array_elements_text(r.report #> '{ols,coefficients}') v)) l (b)
WHERE r.version = 'retrained-4';
-- Where no weight is at its bound, non-negative least squares is ordinary least squares, whose cross-validation the extension has
-- itself, here by the same whole vessels.
SELECT is((SELECT round((m.c).fitted_r_squared::numeric, 9) FROM (SELECT crew.compare_weights(v) AS c FROM crew.model_version v
  WHERE v.version = 'default') m),
  (SELECT round((harmony.cross_validated_ols(harmony.cross_validation_state(10, t.vessel_id::text, t.y,
  t.terms))).cross_validated_r_squared::numeric, 9) FROM crew.training_rows() t), 'cross-validated R squared as the extension''s');
SELECT is((SELECT count(*) FROM (SELECT FROM crew.training_rows() GROUP BY vessel_id HAVING count(DISTINCT fold) > 1) f), 0::bigint,
  'a vessel is in one fold');
-- Training again on the same outcomes does not beat itself: the active weights are learnt anew in each fold from the same rows.
SELECT results_eq($$SELECT activated, reasons[1] LIKE 'cross-validated R squared % does not beat % of the active version'
  FROM crew.retrain()$$, $$VALUES (false, true)$$, 'the same data once more do not replace the active version');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['retrained-4'], 'which stays');

-- Pure noise, ten times.
CREATE TEMP TABLE noise (activated boolean, reasons text[]);
DO $$ BEGIN FOR k IN 1 .. 10 LOOP
  PERFORM pg_temp.hires(CASE WHEN k <= 4 THEN 151 WHEN k <= 8 THEN 500 ELSE 1000 END, 'noise' || k, 0);
  INSERT INTO noise SELECT r.activated, r.reasons FROM crew.retrain() r;
END LOOP; END $$;
SELECT is((SELECT count(*) FROM noise WHERE activated), 0::bigint, 'noise is never activated');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['default'], 'the shipped version stays');

-- The default's order at another level and scale is nothing new.
SELECT pg_temp.no_hires();
SELECT pg_temp.more_hires(500, 'level', '{.125,.175,.1,.1}', 10, 'learn', 25);
SELECT results_eq($$SELECT improves, (report #>> '{ols,f_p_value}')::float8 < 0.001,
  (report #>> '{comparison,fitted_r_squared}')::float8 - (report #>> '{comparison,rival_r_squared}')::float8 BETWEEN -.02 AND .02
  FROM crew.retrain()$$, $$VALUES (false, true, true)$$, 'another level alone improves nothing');

-- Differences between vessels alone, which follow the environment: every hire of a vessel has the same.
SELECT pg_temp.hires(500, 'vessels', 0);
SET LOCAL session_replication_role = replica;
UPDATE crew.hiring_event e SET f_env = 55 + 12 * pg_temp.deviate(hashtext(e.vessel_id::text), 'v4');
UPDATE crew.hiring_event e SET y_actual = least(100, greatest(0, y_actual + 10 * pg_temp.deviate(hashtext(e.vessel_id::text), 'y')));
SET LOCAL session_replication_role = origin;
SELECT results_eq($$SELECT improves, (harmony.ols(t.y, t.terms)).f_p_value < 0.001, (r.report #>> '{ols,f_p_value}')::float8 > 0.05
  FROM crew.training_rows() t, crew.retrain() r GROUP BY r.improves, r.report$$,
  $$VALUES (false, true, true)$$, 'vessels that differ look like a truth to ordinary least squares, and to it alone');

-- One employer's own accounts: 170 whose outcome goes against team and environment, beside 300 that are as the default says.
SELECT pg_temp.no_hires();
SELECT pg_temp.more_hires(300, 'honest', '{.25,.35,.2,.2}', 0, 'learn', 25);
SELECT pg_temp.more_hires(170, 'own', '{1,0,0,0}', 0, 'other', 10);
SELECT results_eq($$SELECT organization_id, round(sum(weight)::numeric, 6) FROM crew.training_rows() GROUP BY 1 ORDER BY 2, 1$$,
  $$SELECT organization_id, 235::numeric FROM (VALUES (id('employer1')), (id('employer2'))) t (organization_id) ORDER BY 1$$,
  'two organisations weigh alike');
SELECT results_eq(format($$SELECT activated, %L = ANY (reasons) FROM crew.retrain()$$,
  'no better than the active version without the hires of organisation ' || id('employer2')),
  $$VALUES (false, true)$$, 'one employer cannot turn the weights of others');
-- Alone, while others hire by the same weights.
SELECT pg_temp.no_hires();
SELECT pg_temp.more_hires(170, 'own', '{1,0,0,0}', 0, 'other', 10);
SELECT pg_temp.more_hires(1, 'honest', '{.25,.35,.2,.2}', 0, 'learn', 1);
UPDATE crew.hiring_event SET y_actual = NULL WHERE vessel_id = id('learn1') OR vessel_id = id('learn2');
SELECT results_eq($$SELECT activated, reasons FROM crew.retrain()$$,
  $$VALUES (false, ARRAY['all outcomes are of one of the 2 organisations that hire by these weights'])$$, 'nor alone');
UPDATE crew.hiring_event SET y_actual = 50 WHERE y_actual IS NULL;
SELECT results_eq($$SELECT activated, 'of 2 organisations of so unequal size the hires count as 3; more than 150 are needed' = ANY (reasons)
  FROM crew.retrain()$$, $$VALUES (false, true)$$, 'nor beside a single hire of another');

-- One vessel, constant term, constant outcome, outcomes without terms, nobody.
SELECT pg_temp.hires(500, 'a', 1);
SET LOCAL session_replication_role = replica;
UPDATE crew.hiring_event SET vessel_id = id('learn1');
SET LOCAL session_replication_role = origin;
SELECT results_eq($$SELECT improves, reasons FROM crew.retrain()$$, $$VALUES (false, ARRAY[
  '1 vessels are too few, or their outcomes too alike, to judge on vessels not learnt from',
  'the terms explain no more than chance and differences between vessels would (F test, p = unknown: too few vessels)'])$$,
  'one vessel teaches nothing about others');
SELECT pg_temp.hires(200, 'c', 1);
SET LOCAL session_replication_role = replica;
UPDATE crew.hiring_event SET f_env = 50;
SET LOCAL session_replication_role = origin;
SELECT results_eq($$SELECT improves, n, version, reasons[1], report #> '{ols,coefficients,3}' FROM crew.retrain()$$,
  $$VALUES (false, 200::bigint, NULL::text, 'f_env: the same in every hire, so that no weight can be learnt', 'null'::jsonb)$$,
  'a constant term is reported');
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
SELECT is((SELECT count(*) FROM crew.retraining), 26::bigint, 'every attempt is kept');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'model.retrained' AND happened_at = now()), 26::bigint,
  'and in the audit trail');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'model.activated' AND object LIKE '%retrained-%'
  AND happened_at = now()), 3::bigint, 'with each activation');

-- Range restriction: 10 hired at 60 and 70, 10 rejected at 30 and 40; sample SDs sqrt(250/9) = 5.2705 and sqrt((2500 + 100 + …)/19).
-- Values 5 x (60, 70, 30, 40): mean 50, sum of squares 5 (100 + 400 + 400 + 100) = 5000, SD sqrt(5000/19) = 16.2221; u = .3249.
SELECT pg_temp.hires(0, 'c', 1);
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, y_success, betas, model_version)
  SELECT id('r' || k), id('campaign1'), id('vessel1'), 'Bosun', CASE WHEN k <= 10 THEN 'hired' ELSE 'rejected' END, 'simulated',
    (ARRAY[60, 70, 30, 40])[1 + k % 2 + CASE WHEN k <= 10 THEN 0 ELSE 2 END], '{}', 'default' FROM generate_series(1, 20) k;
-- Outcomes 40 at 60 and 50 at 70, but for one 40 at 70: r = 200/sqrt(250 x 240) = .8165; in the pool .8165/.3249 / sqrt(1 + .6667
-- (1/.3249^2 - 1)) = .9746.
UPDATE crew.hiring_event SET y_actual = 40 + 10 * (y_success = 70)::int WHERE decision = 'hired' AND person_id <> id('r9');
UPDATE crew.hiring_event SET y_actual = 40 WHERE person_id = id('r9');
SELECT results_eq($$SELECT round(sd_hired::numeric, 4), round(sd_pool::numeric, 4), round(u::numeric, 4), round(r::numeric, 4),
  round(r_corrected::numeric, 4) FROM crew.range_restriction() WHERE term = 'y_success'$$,
  $$VALUES (5.2705, 16.2221, 0.3249, 0.8165, 0.9746)$$, 'range restriction, and the correlation corrected for it');
-- A term that varies among the hired by .45 of the pool: 500 hired at 55 ± 12 beside 500 rejected at 20 and 90.
SELECT pg_temp.hires(500, 'd', 1);
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, f_team, betas, model_version)
  SELECT id('w' || k), id('campaign1'), id('learn1'), 'Bosun', 'rejected', 'simulated', 20 + k % 2 * 70, '{}', 'default'
  FROM generate_series(1, 500) k;
SELECT results_eq($$SELECT improves, reasons FROM crew.retrain()$$,
  $$VALUES (false, ARRAY['f_team: among the hired less than 0.5 of the spread of everybody decided on'])$$, 'too narrow a range');
SELECT * FROM finish();
ROLLBACK;
