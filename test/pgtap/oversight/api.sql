-- Schema api, the part of module oversight: what is there, as docs/reference/api.md tells it, who gets what, and what is written.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_watched.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql

-- ---- what is there ----

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES ('s', 'model_performance(model text, version text = NULL, days integer = 30, organization uuid = NULL)'),
  ('v', 'acknowledge_anomaly(anomaly bigint, note text = NULL)'), ('s', 'oversight_stats(days integer = 30, organization uuid = NULL)'),
  ('s', 'health_ml()'), ('v', 'check_sql(sql text, policy text = ''default'', organization uuid = NULL)'),
  ('v', 'check_sql_intent(sql text, intent text, policy text = ''default'', organization uuid = NULL)'),
  ('s', 'check_data(kind text, data jsonb)'),
  ('v', 'record_feedback(sql text, intent text, helpful boolean, correction text = NULL, sqlstate text = NULL, organization uuid = NULL)'),
  ('s', 'suggest_fix(sql text, intent text = NULL, sqlstate text = NULL, policy text = ''default'', organization uuid = NULL)'),
  ('s', 'find_similar(query text, kind text = NULL, k integer = 10)');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('oversight') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('oversight') v$$, '{predictions,anomalies,metric_values,learning_memory,
  sql_policies}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('oversight')$$, 'comments, rights, conflicts');
\set page `sed -n '/^<!-- oversight -->/,/^<!-- end of oversight -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('oversight')$$, 'the page lists every object');

-- ---- who gets what: a member of A, of B, a stranger, an administrator, nobody ----

CREATE TEMP TABLE call (object text, value text, a1 text, b1 text, out text, adm text, anon text DEFAULT '42501');
INSERT INTO call VALUES
  ('predictions', $$(SELECT concat_ws(' ', count(*), count(input), count(outcome), string_agg(DISTINCT model, ', ')) FROM
  api.predictions)$$,
    '212 200 192 A late, A people', '212 200 192 B late, B people', '0 0 0', '424 424 384 A late, A people, B late, B people'),
  ('anomalies', $$(SELECT string_agg(concat_ws(' ', model, metric, value, expected, severity, status, organization_id = id(left(model, 1))),
    ', ' ORDER BY model) FROM api.anomalies)$$, 'A late A series 60 11 critical open t', 'B late B series 60 11 critical open t', '',
    'A late A series 60 11 critical open t, B late B series 60 11 critical open t'),
  ('metric_values', $$(SELECT string_agg(DISTINCT concat_ws(' ', model, metric, organization_id = id(left(model, 1))), ', ')
    FROM api.metric_values)$$, 'A late A series t', 'B late B series t', '', 'A late A series t, B late B series t'),
  ('sql_policies', $$(SELECT string_agg(concat_ws(' ', name, relations, require_limit), ', ' ORDER BY name) FROM api.sql_policies
    WHERE organization_id IS NULL)$$, 'default ["api.*"] 1000', 'default ["api.*"] 1000', 'default ["api.*"] 1000',
    'default ["api.*"] 1000'),
  ('model_performance', $$(SELECT concat_ws(' ', p ->> 'n', p #>> '{performance,n}', p #>> '{performance,accuracy}', p #>> '{expected,n}',
    p #>> '{reference,n}', jsonb_array_length(p -> 'drift'), jsonb_array_length(p -> 'by_version'))
    FROM api.model_performance('A late', days => 5) p)$$, '120 100 0.8 20 80 5 2', '22023', '22023', '120 100 0.8 20 80 5 2'),
  ('model_performance', $$api.model_performance('A late', organization => id('B'))$$, '42501', '22023', '42501', '22023'),
  ('model_performance', $$api.model_performance('A late', days => 366)$$, '22023', '22023', '22023', '22023'),
  ('model_performance', $$api.model_performance(NULL)$$, '22023', '22023', '22023', '22023'),
  ('acknowledge_anomaly', $$api.acknowledge_anomaly(anomaly('A'), 'seen')$$, '', 'PT404', 'PT404', ''),
  ('acknowledge_anomaly', $$api.acknowledge_anomaly(anomaly('A'), ' ')$$, '22023', 'PT404', 'PT404', '22023'),
  ('acknowledge_anomaly', $$api.acknowledge_anomaly(0)$$, 'PT404', 'PT404', 'PT404', 'PT404'),
  ('oversight_stats', $$api.oversight_stats() - 'predictions' - 'validated'$$,
    '{"checks": 1, "models": 2, "refused": 1, "anomalies": {"low": 0, "high": 0, "medium": 0, "critical": 1}}',
    '{"checks": 1, "models": 2, "refused": 1, "anomalies": {"low": 0, "high": 0, "medium": 0, "critical": 1}}',
    '{"checks": 0, "models": 0, "refused": 0, "anomalies": {"low": 0, "high": 0, "medium": 0, "critical": 0}}',
    '{"checks": 2, "models": 4, "refused": 2, "anomalies": {"low": 0, "high": 0, "medium": 0, "critical": 2}}'),
  ('oversight_stats', $$(SELECT concat_ws(' ', s -> 'predictions', s -> 'validated') FROM api.oversight_stats(5, id('A')) s)$$, '120 180',
    '42501', '42501', '120 180'),
  ('oversight_stats', $$api.oversight_stats(0)$$, '22023', '22023', '22023', '22023'),
  ('health_ml', $$(SELECT concat_ws(' ', h ->> 'status', jsonb_array_length(h -> 'models')) FROM api.health_ml() h)$$, '42501', '42501',
    '42501', 'degraded 4'),
  ('check_sql', $$api.check_sql('SELECT 1') -> 'ok'$$, 'true', 'true', '42501', '42501'),
  ('check_sql', $$api.check_sql('SELECT 1', organization => id('A')) -> 'ok'$$, 'true', '42501', '42501', 'true'),
  ('check_sql', $$api.check_sql('SELECT 1', 'none')$$, '22023', '22023', '42501', '42501'),
  ('check_sql_intent', $$api.check_sql_intent('SELECT 1', 'x') -> 'missed'$$, '[]', '[]', '42501', '42501'),
  ('check_data', $$api.check_data('rework', '[]') -> 'ok'$$, 'true', 'true', '42501', 'true'),
  ('learning_memory', $$(SELECT string_agg(statement, ', ' ORDER BY statement) FROM api.learning_memory)$$, 'SELECT A $1', 'SELECT B $1',
    '', 'SELECT A $1, SELECT B $1'),
  ('record_feedback', $$api.record_feedback('SELECT 1', 'x', true) - 'id'$$,
    '{"failures": 0, "successes": 1, "confidence": 0.6666666666666666} 201',
    '{"failures": 0, "successes": 1, "confidence": 0.6666666666666666} 201', '42501', '42501'),
  ('suggest_fix', $$(SELECT count(*) FROM api.suggest_fix('SELECT A 5'))$$, '0', '0', '42501', '42501'),
  ('find_similar', $$(SELECT string_agg(title, ', ') FROM api.find_similar('a title'))$$, 'A title', 'B title', '42501', '');
SELECT is_empty($$SELECT name FROM pg_temp.views('oversight') UNION SELECT proname::text FROM pg_temp.routines('oversight') r
  JOIN pg_proc p ON p.oid = r.routine EXCEPT SELECT object FROM call$$, 'every object is in the matrix');
SELECT is(concat_ws(' | ', pg_temp.answers('a1', value), pg_temp.answers('b1', value), pg_temp.answers('stranger', value),
  pg_temp.answers('admin', value), pg_temp.answers('anonymous', value)), concat_ws(' | ', a1, b1, out, adm, anon), value) FROM call;
SELECT is_empty($$SELECT pg_temp.unrefused('oversight', w) FROM unnest('{a1,b1,admin}'::text[]) w$$,
  'all else that is written is refused, and has a status');
SELECT is(pg_temp.attempt('', $$SELECT h ->> 'status' FROM api.health_ml() h$$, 'harmony_monitor'), 'degraded',
  'monitoring asks for health');

-- ---- predictions ----

CREATE FUNCTION pg_temp.said(who text, query text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.attempt(json_build_object('sub', id(who))::text, query) $$;
CREATE FUNCTION pg_temp.posted(who text, columns text, line text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.said(who, format('WITH w AS (INSERT INTO api.predictions (%s) VALUES (%s) RETURNING *)
    SELECT concat_ws('' '', organization_id = id(''A''), model, version, input, prediction, confidence, outcome, created_at IS NOT NULL)
    FROM w',
    columns, line)) $$;
\set all 'organization_id, model, version, input, prediction, confidence'
SELECT is(pg_temp.posted('a1', :'all', $$id('A'), 'A new', 'v1', '{"x": 1}', 0.25, 0.5$$), 't A new v1 {"x": 1} 0.25 0.5 t',
  'a prediction');
SELECT is(pg_temp.posted('a1', 'model, version, prediction', $$'A late', 'v3', 0.5$$), 't A late v3 0.5 t', 'of the only organisation');
SELECT is(pg_temp.posted('both', 'model, version, prediction', $$'A late', 'v3', 0.5$$), '22004', 'who has two says which');
SELECT is(pg_temp.posted(who, :'all', line), want, line || ': ' || who) FROM (VALUES
  ('b1', $$id('A'), 'A late', 'v', '{}', 0.5, NULL$$, '42501'), ('stranger', $$id('A'), 'A late', 'v', '{}', 0.5, NULL$$, '42501'),
  ('left', $$id('B'), 'A late', 'v', '{}', 0.5, NULL$$, '42501'), ('admin', $$id('B'), 'A late', 'v', '{}', 0.5, NULL$$,
  'f A late v {} 0.5 t'),
  ('a1', $$id('A'), ' ', 'v', '{}', 0.5, NULL$$, '22023'), ('a1', $$id('A'), NULL, 'v', '{}', 0.5, NULL$$, '22023'),
  ('a1', $$id('A'), repeat('x', 201), 'v', '{}', 0.5, NULL$$, '22023'), ('a1', $$id('A'), 'A late', '', '{}', 0.5, NULL$$, '22023'),
  ('a1', $$id('A'), 'A late', NULL, '{}', 0.5, NULL$$, '22023'), ('a1', $$id('A'), 'A late', 'v', '[]', 0.5, NULL$$, '22023'),
  ('a1', $$id('A'), 'A late', 'v', '{}', NULL, NULL$$, '22004'), ('a1', $$id('A'), 'A late', 'v', '{}', 'NaN', NULL$$, '22023'),
  ('a1', $$id('A'), 'A new', 'v', '{}', 'Infinity', NULL$$, '22023'), ('a1', $$id('A'), 'A late', 'v', '{}', 1.5, NULL$$, '22023'),
  ('a1', $$id('A'), 'A late', 'v', '{}', 0.5, 1.5$$, '22023'), ('a1', $$id('A'), 'A late', 'v', 'null', 0.5, NULL$$, 't A late v 0.5 t'),
  ('a1', $$id('A'), 'A people', 'v', '{"x": 1}', 0.5, NULL$$, 't A people v 0.5 t'),
  ('a1', $$id('A'), 'A late', 'v', jsonb_build_object('x', (SELECT string_agg(md5(i::text), '') FROM generate_series(1, 4000) i)), 0.5,
  1$$, '54000'))
  v (who, line, want);
UPDATE platform.limit SET most = 20 WHERE what = 'oversight_predictions';
SELECT is(pg_temp.posted('a1', 'model, version, prediction', $$'A late', 'v3', 0.5$$), 'PT429', 'not more in a day than the limit');
UPDATE platform.limit SET most = 100000 WHERE what = 'oversight_predictions';
UPDATE platform.limit SET most = 2 WHERE what = 'oversight_models';
SELECT is(pg_temp.posted('a1', 'model, version, prediction', $$'A other', 'v3', 0.5$$), '54000', 'nor more models');
UPDATE platform.limit SET most = 1000 WHERE what = 'oversight_models';

\set five 'prediction(''A'', ''late'', 5)'
CREATE FUNCTION pg_temp.patched(who text, n integer, outcome text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.said(who, format('WITH w AS (UPDATE api.predictions SET outcome = %s WHERE id = %s RETURNING *)
    SELECT concat_ws('' '', outcome, validated_at = now()) FROM w', outcome, prediction('A', 'late', n))) $$;
SELECT is(pg_temp.patched('a1', 5, '1'), '1 t', 'an outcome');
SELECT is(pg_temp.patched(who, n, outcome), want, who || ' ' || n || ' ' || outcome) FROM (VALUES ('a1', 50, '1', 'PT409'), ('a1', 5,
  '0.5', '22023'),
  ('a1', 5, '''NaN''', '22023'), ('a1', 5, 'NULL', '22004'), ('b1', 5, '1', '-'), ('stranger', 5, '1', '-'), ('admin', 5, '0', '0 t')) v
  (who, n, outcome, want);
SELECT is(pg_temp.does('a1', format('UPDATE api.predictions SET outcome = 1 WHERE id = %s', :five)), '-', 'given');
SELECT is(pg_temp.patched('a1', 5, '1'), 'PT409', 'once');
SELECT is(pg_temp.said('b1', format('SELECT oversight.set_outcome(%s, 1)', prediction('A', 'late', 6))), 'PT404', 'nobody else''s, below');

-- ---- anomalies ----

SELECT is(pg_temp.does('a1', $$SELECT api.acknowledge_anomaly(anomaly('A'), 'seen')$$), '', 'acknowledged');
SELECT is((SELECT concat_ws(' ', a.status, a.note, a.acknowledged_by = id('a1'), a.acknowledged_at = now()) FROM oversight.anomaly a
  WHERE a.id = anomaly('A')), 'acknowledged seen t t', 'by whom and when');
SELECT is(pg_temp.answers('a1', $$api.acknowledge_anomaly(anomaly('A'))$$), 'PT409', 'once');
SELECT * FROM finish();
ROLLBACK;
