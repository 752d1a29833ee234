-- Models under watch: what their predictions were worth, drift, what stands out, and what is done every night.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_watched.sql

-- ---- performance ----

CREATE TEMP TABLE told AS SELECT oversight.model_performance('A late', days => 5, organization => id('A')) AS d;
SELECT set_eq('SELECT jsonb_object_keys(d) FROM told', '{window,n,performance,expected,reference,drift,by_version}'::text[], 'the parts');
SELECT is(d ->> 'n', '120', 'predictions of five days') FROM told;
-- By hand: each last digit has ten of 21 to 120; 3, 6, 7, 8, 9 are positive, 5 to 9 are called so.
SELECT is(concat_ws(' ', d #>> '{performance,n}', d #>> '{performance,positives}', d #>> '{performance,accuracy}'), '100 50 0.8',
  'those with an outcome') FROM told;
SELECT is((d -> 'performance') - 'calibration', (SELECT to_jsonb(harmony.binary_performance(p.outcome = 1, p.prediction)) - 'calibration'
    FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id
    WHERE m.name = 'A late' AND p.created_at >= now() - interval '120 hours'), 'the row of binary_performance') FROM told;
SELECT is(d #>> '{expected,n}', '20', 'the others are estimated') FROM told;
-- Intervals: of the area, of each bin, and of how the area has moved.
SELECT is(round((d #>> '{performance,auc_high}')::numeric - (d #>> '{performance,auc}')::numeric, 9), round(least(
    1 - (d #>> '{performance,auc}')::numeric, 1.959963984540054 * (d #>> '{performance,auc_se}')::numeric), 9), 'the area''s interval')
FROM told;
SELECT is((SELECT count(*) FROM jsonb_array_elements(d #> '{performance,calibration}') b WHERE (b -> 'n')::bigint > 0
    AND (SELECT (w.low, w.high) FROM harmony.wilson_interval(round((b -> 'observed')::float8 * (b -> 'n')::bigint)::bigint,
      (b -> 'n')::bigint) w) = ((b -> 'observed_low')::float8, (b -> 'observed_high')::float8)),
  (SELECT count(*) FROM jsonb_array_elements(d #> '{performance,calibration}') b WHERE (b -> 'n')::bigint > 0), 'each bin''s is Wilson''s')
FROM told;
SELECT is(d #> '{reference,auc_change}', (SELECT to_jsonb(x) FROM harmony.auc_difference((d #> '{performance,auc}')::float8,
    (d #> '{performance,auc_se}')::float8, (d #> '{reference,performance,auc}')::float8, (d #> '{reference,performance,auc_se}')::float8)
    x), 'and how the area has moved') FROM told;
SELECT is(oversight.model_performance('A people', days => 100) #> '{reference,auc_change}', 'null', 'numbers have no area');
SELECT is((d #>> '{expected,accuracy}')::numeric, 0.75, 'from their probabilities: 0.55 to 0.95 are right as often') FROM told;
SELECT cmp_ok((d #>> '{reference,n}')::integer, '=', 80, 'beside the reference') FROM told;
SELECT is(d #>> '{reference,performance,n}', '80', 'whose outcomes are known') FROM told;
SELECT is((SELECT string_agg(concat_ws(' ', v ->> 'version', v ->> 'n', v ->> 'validated'), ', ') FROM jsonb_array_elements(d ->
  'by_version') v),
  'A v1 70 70, A v2 50 30', 'by version') FROM told;
SELECT is((SELECT string_agg(concat_ws(' ', x ->> 'part', x ->> 'input', x ->> 'level'), ', ') FROM jsonb_array_elements(d -> 'drift') x),
  'input c major, input x major, input y none, prediction  none, residual  none', 'drift by input, of predictions and residuals') FROM told;
SELECT ok((SELECT bool_and((x ->> 'p_adjusted')::float8 >= coalesce(x ->> 'ks_p', x ->> 'p')::float8) FROM jsonb_array_elements(d ->
  'drift') x),
  'p-values are adjusted') FROM told;
SELECT is((SELECT x -> 'new_categories' FROM jsonb_array_elements(d -> 'drift') x WHERE x ->> 'input' = 'c'), '["A new"]', 'new categories')
FROM told;
SELECT is(oversight.model_performance('A late', 'A v2', 5, id('A')) ->> 'n', '50', 'of one version');
SELECT is(oversight.model_performance('A late', 'nothing', 5, id('A')) ->> 'n', '0', 'of none');
SELECT is(oversight.model_performance('A late', 'nothing', 5, id('A')) -> 'performance', 'null', 'no figures of none');
SELECT throws_ok(format('SELECT oversight.model_performance(%L, days => %s)', 'A late', n), '22023', NULL, n || ' days')
FROM unnest(ARRAY['0', '366', 'NULL']) n;
SELECT throws_ok($$SELECT oversight.model_performance('nothing')$$, '22023', 'model "nothing" does not exist', 'no such model');
SELECT is(round((oversight.model_performance('A people', days => 365) #>> '{performance,bias}')::numeric, 9), -1.0::numeric,
  'numbers: f - y');
-- Without a kind the rows tell it.
SELECT oversight.register_model(id('A'), 'A late') \g /dev/null
SELECT is(oversight.model_performance('A late', days => 5) #>> '{performance,positives}', '50', 'probabilities and outcomes of 0 and 1');
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction) SELECT id('A'), m.id, 'x', 7 FROM oversight.model m
WHERE m.name = 'A late';
SELECT is(oversight.model_performance('A late', days => 5) #>> '{performance,rmse}' IS NOT NULL, true,
  'one number that is none makes them numbers');
SELECT ok(oversight.model_performance('A late', days => 5) -> 'expected' = 'null', 'and nothing is estimated');

-- ---- inputs of all kinds ----

INSERT INTO oversight.model (organization_id, name) VALUES (id('A'), 'odd');
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, created_at)
SELECT id('A'), m.id, 'v', n, now() - n * interval '1 hour' FROM oversight.model m, generate_series(1, 60) n WHERE m.name = 'odd';
INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
SELECT p.id, p.organization_id, p.model_id, CASE (p.prediction::integer % 6) WHEN 0 THEN '{}' WHEN 1 THEN '{"a": null, "b": 1e400}'
  WHEN 2 THEN '{"a": 1, "b": "text"}' WHEN 3 THEN '{"a": 1e400, "b": [1, {"x": 2}]}' WHEN 4 THEN '{"a": -5e-324, "b": true}'
  ELSE jsonb_build_object('a', 2, repeat('long', 500), repeat('long', 500)) END::jsonb
FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id WHERE m.name = 'odd';
SELECT is((SELECT string_agg(concat_ws(' ', left(x ->> 'input', 5), x ->> 'missing_current' = x ->> 'missing_reference', x ->> 'level'),
  ', ')
  FROM jsonb_array_elements(oversight.model_performance('odd', days => 1) -> 'drift') x), 'a t none, b t none, longl t none,  t major',
  'absent names, nulls, lists, numbers beyond the range');

-- ---- anomalies ----

SELECT is((SELECT string_agg(concat_ws(' ', a.model, a.metric, a.value, a.expected, a.severity, a.status), ', ') FROM oversight.anomaly a
  WHERE a.organization_id = id('A')), 'A late A series 60 11 critical open', 'a value that stands out');
SELECT is((SELECT round(a.z::numeric, 3) FROM oversight.anomaly a WHERE a.organization_id = id('A')), round((0.6744897501960817 *
  49)::numeric, 3),
  'by robust z: the MAD is 1');
SELECT is((oversight.find_anomalies()).raised, 0::bigint, 'each value is judged once');
CREATE FUNCTION pg_temp.raised(z float8) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r CONSTANT bigint := oversight.raise_anomaly(id('B'), 'm', 'x', now(), 1, 0, z);
BEGIN
  RETURN coalesce((SELECT a.severity || ' ' || a.status FROM oversight.anomaly a WHERE a.id = r), 'nothing');
END $$;
SELECT is(pg_temp.raised(z), want, 'z ' || z) FROM (VALUES (3.5, 'nothing'), (-3.6, 'low open'), (3.7, 'nothing'), (5.1, 'medium open'),
  (4, 'nothing'),
  (-7.1, 'high open'), (NULL, 'nothing')) v (z, want);
SELECT is((SELECT count(*) FROM oversight.anomaly a WHERE a.metric = 'x'), 1::bigint, 'one is open');
SELECT ok((SELECT raised_at IS NOT NULL FROM oversight.anomaly a WHERE a.metric = 'x'), 'and was raised');
SELECT oversight.acknowledge_anomaly(a.id, 'seen') FROM oversight.anomaly a WHERE a.metric = 'x' \g /dev/null
SELECT throws_ok('SELECT oversight.acknowledge_anomaly((SELECT id FROM oversight.anomaly WHERE metric = ''x''))', '55000', NULL, 'once');
SELECT is(pg_temp.raised(6), 'nothing', 'quiet after it');
SELECT is(pg_temp.raised(7.5), 'nothing', 'as bad');
SELECT is(pg_temp.raised(10.5), 'critical open', 'but not for worse');
UPDATE oversight.anomaly SET status = 'acknowledged', acknowledged_at = now() - interval '25 hours' WHERE metric = 'x';
SELECT is(pg_temp.raised(4), 'low open', 'nor longer than a day');
SELECT throws_ok($$INSERT INTO oversight.anomaly (organization_id, model, metric, at, value, expected, z, severity)
  VALUES (id('B'), 'm', 'x', now(), 1, 0, 4, 'low')$$, '23505', NULL, 'a second open one is refused by the table');
-- A season: nights are 5, days 20, one day in six weeks; a night's value by day is no surprise, by night it is.
INSERT INTO oversight.metric (organization_id, model, name, zone) VALUES (id('A'), '', 'season', 'Europe/Berlin');
INSERT INTO oversight.metric_value (metric_id, at, organization_id, value, judged_at)
SELECT m.id, t, id('A'),
  CASE WHEN extract(hour FROM t AT TIME ZONE 'Europe/Berlin') BETWEEN 8 AND 19 THEN 20 ELSE 5 END + sin(extract(epoch FROM t)), now()
FROM oversight.metric m, generate_series('2026-01-05Z'::timestamptz, '2026-02-15 23:00Z', '1 hour') t WHERE m.name = 'season';
CREATE FUNCTION pg_temp.judged(at timestamptz, value float8) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', round(j.expected), coalesce(oversight.severity(j.z), 'usual'))
  FROM oversight.metric m, oversight.judged_value(m.id, at, value) j WHERE m.name = 'season' $$;
SELECT is(pg_temp.judged('2026-02-16 11:00Z', 20), '20 usual', 'by day');
SELECT is(pg_temp.judged('2026-02-16 01:00Z', 20), '5 critical', 'by night');
SELECT is(pg_temp.judged('2026-02-16 01:00Z', 5), '5 usual', 'by night as usual');
SELECT matches(pg_temp.judged('2026-01-12 00:00Z', 12), '^1[0-5] usual$', 'without four weeks there is no season');
SELECT is(pg_temp.judged('2026-01-05 03:00Z', 100), '4 usual', 'and without 14 values no verdict');
SELECT throws_ok($$INSERT INTO oversight.metric (organization_id, model, name, zone) VALUES (id('A'), '', 'z', 'Nowhere/At all')$$,
  '22023', NULL,
  'a zone is one');

-- ---- the night ----

DELETE FROM oversight.model WHERE name = 'odd';
SELECT oversight.register_model(id('A'), 'A late', 'two_classes') \g /dev/null
SELECT cmp_ok((oversight.watch_job('{}') ->> 'values')::integer, '>=', 6, 'values of both models of that day');
SELECT is((SELECT string_agg(m.name, ' ' ORDER BY m.name) FROM oversight.metric m WHERE m.organization_id = id('A') AND m.model = 'A late'),
  'A series mean_confidence mean_prediction predictions', 'series of a model');
SELECT is_empty($$SELECT FROM oversight.metric m WHERE m.model LIKE '%people'$$, 'none of models about people');
SELECT is((SELECT string_agg(concat_ws(' ', d.part, d.input, d.level), ', ' ORDER BY d.part, d.input) FROM oversight.drift d
  JOIN oversight.model m ON m.id = d.model_id WHERE m.name = 'B late'), 'input c, input x, input y, prediction , residual ',
  'without a reference there is no level');
SELECT is(oversight.watch_job('{}') - 'collected', '{"values": 0, "drifts": 0, "published": 0, "failed": 0}', 'once');
SELECT is((SELECT string_agg(k.kind || ' ' || (platform.job_routine(k.kind) IS NOT NULL), ', ' ORDER BY k.kind) FROM platform.job_kind k
  WHERE k.kind LIKE 'oversight.%'), 'oversight.find_anomalies true, oversight.forget true, oversight.index true, oversight.watch true',
  'jobs have their routines');
SELECT is((SELECT string_agg(s.name || ' ' || s.every, ', ' ORDER BY s.name) FROM platform.schedule s WHERE s.kind LIKE 'oversight.%'),
  'oversight.find_anomalies 01:00:00, oversight.forget 1 day, oversight.index 01:00:00, oversight.watch 1 day', 'and come round');
SELECT lives_ok($$SELECT oversight.find_anomalies_job('{}')$$, 'the hourly job');

-- ---- rows that cannot be ----

SELECT throws_ok($$UPDATE oversight.prediction SET outcome = 0 WHERE outcome = 1$$, '55000', NULL, 'an outcome stays');
SELECT throws_ok($$UPDATE oversight.prediction SET prediction = 0.1$$, '55000', NULL, 'and so does what was predicted');
SELECT throws_ok(format($$INSERT INTO oversight.prediction (organization_id, model_id, version, prediction) SELECT organization_id, id,
  'v', %L
  FROM oversight.model LIMIT 1$$, x), '23514', NULL, 'no ' || x) FROM unnest('{NaN,Infinity,-Infinity}'::text[]) x;
SELECT throws_ok($$INSERT INTO oversight.prediction (organization_id, model_id, version, prediction)
  SELECT id('B'), m.id, 'v', 1 FROM oversight.model m WHERE m.name = 'A late'$$, '23503', NULL, 'a model is its organisation''s');
SELECT * FROM finish();
ROLLBACK;
