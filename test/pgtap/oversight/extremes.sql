-- What one member's numbers and names are like does not keep anything else from being watched; and what is removed where a model comes to
-- be about people.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SET LOCAL client_min_messages = error;  -- each model that is passed over is a warning
SELECT no_plan();
\ir ../../lib/two_watched.sql
\ir ../../lib/attack.sql

-- ---- numbers that are too large ----

SELECT is(pg_temp.tries('a1', format('SELECT oversight.add_prediction(id(''A''), ''A wide'', ''v'', ''{}'', %L) IS NOT NULL', x)), want, x)
FROM (VALUES ('1e100', 'true'), ('-1e100', 'true'), ('1.1e100', '22023'), ('-1.1e100', '22023'), ('NaN', '22023'), ('Infinity', '22023'))
  v (x, want);
SELECT is(pg_temp.tries('a1', format('SELECT oversight.set_outcome(%s, %L) IS NOT NULL', p.id, x)), want, 'an outcome ' || x)
FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id,
  (VALUES ('1.1e100', '22023'), ('-Infinity', '22023'), ('-1e100', 'true')) v (x, want)
WHERE m.name = 'A wide' AND p.prediction = 1e100;
SELECT throws_ok($$SELECT oversight.require_number('outcome', 1e101)$$, '22023', 'outcome must be between -1e+100 and 1e+100',
  'says which');
SELECT throws_ok(format($$INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, validated_at)
  SELECT organization_id, id, 'v', %s, now() FROM oversight.model LIMIT 1$$, x), '23514', NULL, 'nor in the table: ' || x)
FROM unnest(ARRAY['1e101, 0', '0, -1e101']) x;
SELECT throws_ok($$INSERT INTO oversight.metric_value (metric_id, at, organization_id, value)
  SELECT id, '2026-01-01', organization_id, 2e101 FROM oversight.metric LIMIT 1$$, '23514', NULL, 'nor in a series');
SELECT is(pg_temp.tries('a1', format('SELECT oversight.add_prediction(id(''A''), ''A wide'', ''v'', %L, 1) IS NOT NULL', x)), want, x)
FROM (VALUES ('{"a": 1e308, "b": [-1e308, {"c": 5e-324}], "d": 0}', 'true'), ('{"a": 1e131000}', '22023'), ('{"a": {"b": [1, -1e309]}}',
  '22023'), ('{"a": [[[1e-16000]]]}', '22023')) v (x, want);
-- Every name is judged every night.
SELECT is(pg_temp.tries('a1', format('SELECT oversight.add_prediction(id(''A''), ''A wide'', ''v'', %L, 1) IS NOT NULL',
  (SELECT jsonb_object_agg('n' || i, i) FROM generate_series(1, names) i))), want, names || ' names')
FROM (VALUES (200, 'true'), (201, '54000')) v (names, want);

-- ---- one model that cannot be judged, and all others ----

DELETE FROM oversight.model WHERE name = 'A wide';
INSERT INTO oversight.model (organization_id, name, kind, about_people) VALUES (id('A'), 'A steep', 'number', false),
  (id('A'), 'A steep people', 'number', true);
-- 0 and the least number before, 1 now: no double holds how many deviations that is; nor the error of a least outcome in per cent.
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at)
SELECT id('A'), m.id, 'v', CASE WHEN n > 30 THEN (n % 2) * 5e-324 ELSE 1 END, CASE WHEN about_people THEN 5e-324 END,
  now() - n * interval '1 day', CASE WHEN m.about_people THEN date_trunc('year', now(), 'UTC') - interval '2 days' END
FROM oversight.model m, generate_series(1, 60) n WHERE m.name LIKE 'A steep%';
CREATE FUNCTION pg_temp.refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.model LIKE 'A steep%' THEN RAISE numeric_value_out_of_range; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuses BEFORE INSERT ON oversight.metric FOR EACH ROW EXECUTE FUNCTION pg_temp.refuses();
SELECT is(oversight.watch_job('{}') ->> 'failed', '4', 'measured and judged one, judged and published the other');
SELECT is((SELECT string_agg(DISTINCT m.model, ', ' ORDER BY m.model) FROM oversight.metric m WHERE m.name = 'predictions'),
  'A late, B late', 'series of the others');
SELECT is((SELECT string_agg(DISTINCT m.name, ', ' ORDER BY m.name) FROM oversight.drift d JOIN oversight.model m ON m.id = d.model_id),
  'A late, B late', 'drift of the others');
SELECT is((SELECT string_agg(DISTINCT e ->> 'model', ', ' ORDER BY e ->> 'model') FROM platform.published_figure f,
  jsonb_array_elements(f.figures) e WHERE f.kind = 'model_performance'), 'A people, B people', 'and what is published of them');
DROP TRIGGER refuses ON oversight.metric;
-- An error that is the moment's is not the model's: the job is tried again.
SELECT throws_ok($$SELECT oversight.warn_failed('x', '40P01', 'deadlock')$$, '40P01', 'deadlock', 'a deadlock stays one');
SELECT lives_ok(format('SELECT oversight.warn_failed(%L, %L, %L)', 'x', state, 'm'), 'data are passed over: ' || state)
FROM unnest('{22003,23514,54000,55000}'::text[]) state;

-- ---- one value that cannot be judged, and those behind it ----

INSERT INTO oversight.metric (organization_id, model, name) VALUES (id('A'), '', 'fine'), (id('A'), '', 'other');
INSERT INTO oversight.metric_value (metric_id, at, organization_id, value, judged_at)
SELECT m.id, now() - n * interval '1 hour', id('A'), CASE m.name WHEN 'fine' THEN 5e-324 ELSE 1 END * (n % 3), CASE WHEN n > 2 THEN now()
  END
FROM oversight.metric m, generate_series(1, 40) n WHERE m.name IN ('fine', 'other');
UPDATE oversight.metric_value v SET value = 100 FROM oversight.metric m WHERE m.id = v.metric_id AND v.judged_at IS NULL
  AND (m.name = 'fine' AND v.at = now() - interval '2 hours' OR m.name = 'other' AND v.at = now() - interval '1 hour');
SELECT is(oversight.find_anomalies_job('{}'), '{"failed": 1, "anomalies": 1}', 'the z of one is beyond numbers');
SELECT is((SELECT string_agg(a.metric || ' ' || a.severity, ', ') FROM oversight.anomaly a WHERE a.model = ''), 'other critical',
  'later ones');
SELECT is_empty('SELECT FROM oversight.metric_value WHERE judged_at IS NULL', 'none is left to be judged again');

-- ---- names of inputs ----

SELECT is(oversight.input_name(repeat('x', 200)), repeat('x', 200), 'a name is one');
SELECT is(length(oversight.input_name(repeat(U&'\6F22', n))), 233, 'longer ones are cut: ' || n) FROM unnest('{201,5000}'::integer[]) n;
DELETE FROM oversight.drift;
WITH p AS (INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, created_at)
  SELECT organization_id, id, 'v', 1, now() - interval '1 day' FROM oversight.model WHERE name = 'B late' RETURNING *)
INSERT INTO oversight.prediction_input SELECT id, organization_id, model_id,
  jsonb_build_object(repeat(U&'\6F22', 1200) || 'a', 1, repeat(U&'\6F22', 1200) || 'b', 2) FROM p;
SELECT cmp_ok((oversight.judge_drift(platform.today() - 1)).judged, '>', 0::bigint, 'the night goes over them');
SELECT is((SELECT count(*) FROM oversight.drift d WHERE d.input LIKE U&'\6F22%'), 2::bigint, 'and they stay apart');

-- ---- numbers of documents ----

SELECT is(oversight.number_of(x::jsonb), want::float8, x) FROM (VALUES ('1.5', 1.5), ('-1e100', -1e100), ('1e101', NULL), ('-1e131000',
  NULL),
  ('1e-100', 0), ('-1e-16000', 0), ('"1"', NULL), ('null', NULL), ('[1]', NULL)) v (x, want);
SELECT is(oversight.category_of(x::jsonb), want, x) FROM (VALUES ('"a"', 'a'), ('1.50', '1.5'), ('1e131000', 'beyond 1e100'), ('null',
  NULL),
  ('true', 'true'), ('[1, null]', '[1, null]')) v (x, want);
SET LOCAL statement_timeout = '10s';
SELECT is((SELECT count(oversight.number_of(d.v)) FROM (SELECT ('1e131000')::jsonb AS v FROM generate_series(1, 100000)) d), 0::bigint,
  'a short number is judged in a short time, however long its text is');
RESET statement_timeout;
-- A name that a row lacks is missing as one that is null; every figure by hand.
INSERT INTO oversight.model (organization_id, name) VALUES (id('A'), 'A sparse');
WITH p AS (INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, created_at)
  SELECT id('A'), m.id, 'v', n, now() - n * interval '1 hour' FROM oversight.model m, generate_series(1, 20) n WHERE m.name = 'A sparse'
  RETURNING *)
INSERT INTO oversight.prediction_input SELECT id, organization_id, model_id, CASE WHEN prediction IN (1, 5, 9, 13, 17) THEN
  '{"n": 1, "c": "x"}'
  WHEN prediction IN (2, 6, 10, 14, 18) THEN '{"n": null, "c": null, "nothing": null}' WHEN prediction IN (3, 7, 11, 15, 19) THEN
    '{"n": 1e101, "c": 1e101}'
  ELSE '{"c": 1}' END::jsonb FROM p WHERE prediction <> 4;
SELECT is((SELECT string_agg(concat_ws(' ', d.input, d.figures ->> 'missing_reference', d.figures ->> 'missing_current'), ', '
                             ORDER BY d.input)
  FROM oversight.model m, oversight.drift_of(ARRAY[m.id], NULL, now() - interval '8 hours', now(), '-infinity', now() - interval
    '8 hours') d
  WHERE m.name = 'A sparse' AND d.part = 'input'), 'c 0.25 0.375, n 0.75 0.75, nothing 1 1', 'shares of what is missing');

-- ---- a model that comes to be about people ----

SELECT oversight.watch_job('{}') \g /dev/null
SELECT isnt(pg_temp.tries('a1', format('SELECT count(*) FROM oversight.%s t WHERE %s', t, w)), '0', 'a member sees ' || t)
FROM (VALUES ('metric', 'model = ''A late'''), ('metric_value', 'true'), ('anomaly', 'model = ''A late'''), ('drift', 'true')) v (t, w);
SELECT oversight.register_model(id('A'), 'A late', 'two_classes', about_people => true) \g /dev/null
SELECT is_empty($$SELECT FROM oversight.metric WHERE model = 'A late' UNION ALL SELECT FROM oversight.anomaly WHERE model = 'A late'
  UNION ALL SELECT FROM oversight.drift d JOIN oversight.model m ON m.id = d.model_id WHERE m.name = 'A late'
  UNION ALL SELECT FROM oversight.metric_value v WHERE v.metric_id NOT IN (SELECT id FROM oversight.metric)$$,
  'has no series, nothing that stood out of them, and no drift');
SELECT isnt_empty($$SELECT FROM oversight.metric WHERE model = 'B late'$$, 'of others all stays');
SELECT oversight.watch_job('{}') \g /dev/null
SELECT oversight.find_anomalies() \g /dev/null
SELECT is_empty($$SELECT FROM oversight.metric WHERE model = 'A late' UNION ALL SELECT FROM oversight.anomaly WHERE model = 'A late'$$,
  'and gets none');
SELECT is(pg_temp.tries('a1', $$SELECT d FROM oversight.drift d JOIN oversight.model m ON m.id = d.model_id WHERE m.name = 'A late'$$), '-',
  'nor is a member told of its drift');
-- Whoever says so: by the next night at the latest.
UPDATE oversight.model SET about_people = true WHERE name = 'B late';
SELECT oversight.watch_job('{}') \g /dev/null
SELECT is_empty($$SELECT FROM oversight.metric WHERE model = 'B late'$$, 'nor where it was the owner');
SELECT * FROM finish();
ROLLBACK;
