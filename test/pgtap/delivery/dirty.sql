-- What reality brings: cycles, missing parents, clocks ahead, unknown commits, incidents without an end, equal seconds, odd windows. To
-- each
-- its stated answer.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql
-- commits(text): "b<a+x 5" is commit b of parents a and x, authored at hour 5; deployed(text): "d 9 a+b s" at hour 9 of commits, of a
-- service.
CREATE FUNCTION pg_temp.hour(n text) RETURNS timestamptz LANGUAGE sql AS $$
  SELECT '2026-01-05 00:00Z'::timestamptz + n::numeric * interval '1 hour' $$;
CREATE FUNCTION pg_temp.commits(project text, list text) RETURNS text LANGUAGE sql AS $$
  SELECT put(project, 'commit', jsonb_agg(jsonb_build_object('id', split_part(split_part(c, ' ', 1), '<', 1),
    'parents', array_remove(string_to_array(split_part(split_part(c, ' ', 1), '<', 2), '+'), ''), 'authored_at',
      pg_temp.hour(split_part(c, ' ', 2)))))
  FROM unnest(string_to_array(list, ', ')) c $$;
CREATE FUNCTION pg_temp.deployed(project text, list text) RETURNS text LANGUAGE sql AS $$
  SELECT put(project, 'deployment', jsonb_agg(jsonb_build_object('id', split_part(d, ' ', 1), 'finished_at', pg_temp.hour(split_part(d,
    ' ', 2)),
    'commits', array_remove(string_to_array(split_part(d, ' ', 3), '+'), ''), 'service', nullif(split_part(d, ' ', 4), ''),
    'environment', 'production', 'result', 'success')))
  FROM unnest(string_to_array(list, ', ')) d $$;
-- first(project): "commit:deployment" of those that are deployed.
CREATE FUNCTION pg_temp.first(project text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(c.external_id || ':' || d.external_id, ' ' ORDER BY c.external_id) FROM delivery.commit c
  JOIN delivery.project p ON p.id = c.project_id AND p.code = project JOIN delivery.deployment d ON d.id = c.first_deployment $$;
CREATE FUNCTION pg_temp.f(project text, variadic keys text[]) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(coalesce((figures(project) ->> k)::numeric::float8::text, '-'), ' ' ORDER BY o)
    FROM unnest(keys) WITH ORDINALITY x (k, o) $$;

-- ---- the graph ----
SELECT pg_temp.commits('cycle', 'a<c 1, b<a 2, c<b 3, self<self 4'), pg_temp.deployed('cycle', 'd1 5 a, d2 9 self') \g /dev/null
SELECT is(pg_temp.first('cycle'), 'a:d1 b:d1 c:d1 self:d2', 'a cycle ends');
SELECT pg_temp.commits('gap', 'b<gone 2, c<b 3'), pg_temp.deployed('gap', 'd0 1 x, d1 5 b, d2 9 c') \g /dev/null
SELECT is(pg_temp.first('gap'), 'b:d1 c:d2 gone:d1', 'a parent that is not there is deployed with its child; an unknown head is skipped');
SELECT is(pg_temp.f('gap', 'lead_n', 'lead_median', 'known_commits'), '2 16200 0.666666667', 'what has no time has no lead time');
SELECT is(pg_temp.commits('gap', 'gone<x 1, x 0'), '2 0 0', 'they come');
SELECT is(pg_temp.first('gap'), 'b:d1 c:d2 gone:d1 x:d0', 'and all is as if they had come first');
SELECT is(pg_temp.f('gap', 'lead_n', 'lead_median', 'known_commits'), '3 14400 1', 'figures too');
SELECT pg_temp.commits('late', 'c<b 3, b<a 2, a 1'), pg_temp.deployed('late', 'd2 9 c, d1 5 a') \g /dev/null
SELECT is(pg_temp.first('late'), 'a:d1 b:d2 c:d2', 'commits before their parents, deployments out of order');
SELECT pg_temp.deployed('early', 'd1 5 a, d2 9 c') \g /dev/null
SELECT is(pg_temp.first('early'), NULL, 'deployments of commits that are not there yet');
SELECT is(pg_temp.f('early', 'deployments', 'known_commits', 'lead_n'), '2 0 0', 'count as deployments');
SELECT pg_temp.commits('early', 'c<b 3, b<a 2, a 1') \g /dev/null
SELECT is(pg_temp.first('early'), pg_temp.first('late'), 'until they come');
SELECT pg_temp.commits('merge', 'a 1, b<a 2, x<a 2, m<b+x 3, n<b+b 4'), pg_temp.deployed('merge', 'd1 5 a, d2 9 m, d3 10 n') \g /dev/null
SELECT is(pg_temp.first('merge'), 'a:d1 b:d2 m:d2 n:d3 x:d2', 'a merge brings both sides');
SELECT is(pg_temp.f('merge', 'lead_n'), '3', 'and has no lead time itself; the same parent twice is no merge');
SELECT pg_temp.commits('rollback', 'a 1, b<a 2, c<b 3'), pg_temp.deployed('rollback', 'd1 4 a, d2 5 b, d3 6 a, d4 7 c, d5 8 c') \g /dev/null
SELECT is(pg_temp.first('rollback'), 'a:d1 b:d2 c:d4', 'a rollback and a repeat bring nothing');
SELECT pg_temp.commits('services', 'a 1, b<a 2, c<b 3, d<c 4'),
  pg_temp.deployed('services', 'w1 5 a web, w2 6 b web, i1 7 c api, i2 8 d api') \g /dev/null
SELECT is(pg_temp.f('services', 'lead_n', 'lead_median'), '2 14400', 'the first deployment of each service is a seed');
SELECT is(figures('services', options => '{"service": "web"}') ->> 'lead_n', '1.000000000', 'of one service');
SELECT pg_temp.commits('tie', 'a 1, b<a 2, c<b 3'), pg_temp.deployed('tie', 'd0 4 a, d2 5 c, d10 5 b, D3 5 b') \g /dev/null
SELECT is(pg_temp.first('tie'), 'a:d0 b:D3 c:d2', 'deployments of one second are in the order of their ids, by byte');
SELECT pg_temp.commits('ahead', 'a 1, b<a 9, c<b 6'), pg_temp.deployed('ahead', 'd1 5 a, d2 7 c') \g /dev/null
SELECT is(pg_temp.f('ahead', 'lead_n', 'lead_skewed', 'lead_median'), '1 1 3600', 'a clock ahead: counted, and left out');
SELECT put('chain', 'commit', (SELECT jsonb_agg(jsonb_build_object('id', 'c' || n, 'parents',
  CASE WHEN n > 1 THEN ARRAY['c' || n - 1] ELSE '{}' END,
  'authored_at', '2026-01-01')) FROM generate_series(1, 20000) n)), pg_temp.deployed('chain', 'd1 5 c1, d2 9 c20000') \g /dev/null
SELECT is(pg_temp.f('chain', 'lead_n'), '19999', 'a chain of 20,000');

-- ---- which deployments count ----
SELECT put('counted', 'deployment', '[{"id": "1", "environment": "production", "result": "success", "finished_at": "2026-01-05"},
  {"id": "2", "environment": "staging", "result": "success", "finished_at": "2026-01-05"},
  {"id": "3", "environment": "production", "result": "failure", "finished_at": "2026-01-05"},
  {"id": "4", "environment": "production", "result": "success", "started_at": "2026-01-05"},
  {"id": "5", "result": "success", "finished_at": "2026-01-05"}, {"id": "6", "environment": "PRODUCTION", "result": "success",
  "finished_at": "2026-01-05"}]') \g /dev/null
SELECT is(pg_temp.f('counted', 'deployments'), '1', 'to production, with success, finished');

-- ---- incidents ----
SELECT pg_temp.deployed('incident', 'd1 10  web, d2 20  api, d3 30  web, d4 30  web') \g /dev/null
SELECT put('incident', 'deployment',
  '[{"id": "failed", "environment": "production", "result": "failure", "finished_at": "2026-01-05"}]') \g /dev/null
SELECT put('incident', 'incident', (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', id, 'created_at', pg_temp.hour(at::text),
  'resolved_at', pg_temp.hour(until::text), 'service', service, 'cause', cause))) FROM (VALUES
    ('before any', 5, 6, NULL, NULL), ('at the end of one', 10, 11, NULL, NULL), ('of the latest', 25, 26, NULL, NULL),
    ('of its service', 25, 27, 'web', NULL), ('of none of its service', 15, 16, 'api', NULL), ('tie', 40, NULL, NULL, NULL),
    ('named', 40, 41, 'api', 'd1'), ('named one that failed', 40, 41, NULL, 'failed'), ('named none', 40, 41, NULL, 'none')) v (id, at,
      until, service, cause))) \g /dev/null
SELECT set_eq($$SELECT l.external_id, d.external_id::text AS deployment, l.is_named
    FROM delivery.linked_incidents(delivery.projects_of(org(), 'incident'), NULL) l LEFT
      JOIN delivery.deployment d ON d.id = l.deployment_id$$,
  $$VALUES ('before any', NULL, false), ('at the end of one', NULL, false), ('of the latest', 'd2', false), ('of its service', 'd1', false),
    ('of none of its service', NULL, false), ('tie', 'd4', false), ('named', 'd1', true), ('named one that failed', NULL, false),
    ('named none', NULL, false)$$, 'each incident''s deployment');
SELECT is(pg_temp.f('incident', 'deployments', 'failed', 'change_failure_rate', 'cfr_named', 'restored', 'incidents_open', 'recovery_n'),
  '4 3 0.75 0.25 8 1 3', 'figures');
SELECT is(pg_temp.f('incident', 'restore_median'), '3600', 'time to restore');
SELECT is(figures('incident', options => '{"service": "api"}') -> 'restored', '3.000000000',
  'incidents of a service: named, or by their deployment');
SELECT is(figures('incident', options => '{"incident_window_seconds": 18000}') ->> 'failed', '2.000000000', 'within five hours');
SELECT is(figures('incident', options => '{"incident_window_seconds": 0}') ->> 'failed', '1.000000000', 'within none: those named');
SELECT put('incident', 'deployment',
  '[{"id": "none", "environment": "production", "result": "success", "finished_at": "2026-01-04"}]') \g /dev/null
SELECT is(pg_temp.f('incident', 'failed', 'cfr_named'), '4 0.4', 'a cause that comes later');
SELECT put('fix', 'deployment',
  '[{"id": "a", "environment": "production", "result": "success", "finished_at": "2026-01-05", "unplanned": true},
  {"id": "b", "environment": "production", "result": "success", "finished_at": "2026-01-05", "is_rollback": true, "unplanned": true},
  {"id": "c", "environment": "production", "result": "success", "finished_at": "2026-01-05"},
  {"id": "d", "environment": "production", "result": "success", "finished_at": "2026-01-05"}]'),
  put('fix', 'incident',
    '[{"id": "i", "created_at": "2026-01-01", "fixed_by": "c"}, {"id": "j", "created_at": "2026-01-01", "fixed_by": "c"},
    {"id": "k", "created_at": "2026-01-01", "fixed_by": "later"}]') \g /dev/null
SELECT is(pg_temp.f('fix', 'rework_rate', 'incidents_open', 'restored', 'restore_km_median'), '0.75 3 0 -',
  'rework; incidents that never end');

-- ---- windows, zones, options ----
SELECT throws_ok($$SELECT delivery.require_window('1799-01-01', '2000-01-02')$$, '22023', NULL, 'a window of more than 200 years');
SELECT throws_ok($$SELECT delivery.require_window('4713-01-01 BC', '294276-12-31')$$, '22023', NULL, 'and all of time');
SELECT lives_ok($$SELECT delivery.require_window('2026-01-01', '1500-01-01')$$, 'not one that ends before it begins');
SELECT is(jsonb_strip_nulls(figures('services', t, u)) - '{per_day}'::text[], '{"deployments": 0, "deployment_days": 0, "lead_n": 0,
  "lead_skewed": 0, "failed": 0, "restored": 0, "incidents_open": 0, "recovery_n": 0}'::jsonb, format('from %s to %s', t, u))
  FROM (VALUES ('2026-01-05'::timestamptz, '2026-01-05'::timestamptz), ('2026-02-01', '2026-01-01')) w (t, u);
SELECT is(figures('services', '1926-01-01', '2026-12-31') - '{per_day,median_days_per_week,median_days_per_month,frequency_tier}'::text[],
  figures('services') - '{per_day,median_days_per_week,median_days_per_month,frequency_tier}'::text[], 'a century');
SELECT is(figures('services', pg_temp.hour('6'), pg_temp.hour('8')) ->> 'deployments', '2.000000000',
  'the start belongs to a window, the end does not');
SELECT is((SELECT string_agg(d.deployment_days::text, ' ') FROM unnest('{UTC,America/Denver}'::text[]) z,
  delivery.dora(org(), 'services', '2026-01-01', '2026-02-01', jsonb_build_object('zone', z)) d), '1 2', 'days are of a zone');
SELECT throws_ok(format('SELECT delivery.dora(org(), %L, %L, %L, %L)', 'services', '2026-01-01', '2026-02-01', o), '22023', NULL, o)
FROM unnest(ARRAY['{"x": 1}', '[]', '1', '"x"', '{"zone": "Mars"}', '{"zone": 1}', '{"year": 1999}', '{"year": "2023"}', '{"year": 2023.5}',
  '{"year": 1e300}', '{"incident_window_seconds": -1}', '{"incident_window_seconds": 1e300}', '{"incident_window_seconds": "1"}',
  '{"team": "none"}', '{"team": 1}', '{"service": []}']) o;
SELECT lives_ok(format('SELECT delivery.dora(org(), NULL, %L, %L, %L)', '2026-01-01', '2026-02-01', o), o)
FROM unnest(ARRAY['{"zone": null}', '{"year": 2021}', '{"year": 2024}', '{"service": "none"}', '{"incident_window_seconds": 1e11}']) o;
SELECT lives_ok($$SELECT delivery.dora(org(), NULL, '2026-01-01', '2026-02-01', NULL)$$, 'no options');
SELECT throws_ok($$SELECT delivery.dora(org(), 'none', '2026-01-01', '2026-02-01')$$, '22023', 'project "none" does not exist',
  'no such project');
SELECT throws_ok($$SELECT delivery.dora(org(), NULL, NULL, '2026-02-01')$$, '22004', NULL, 'no start');
SELECT throws_ok($$SELECT delivery.dora(org(), NULL, '-infinity', '2026-02-01')$$, '22023', NULL, 'from ever');
SELECT throws_ok($$SELECT delivery.dora(NULL, NULL, '2026-01-01', '2026-02-01')$$, '22004', NULL, 'of no organisation');

-- ---- tiers ----
SELECT is(delivery.tier(org(), 2023, 'frequency', w, m), t, format('2023, %s days a week, %s a month', w, m))
  FROM (VALUES (5, 20, 'elite'), (4.5, 20, 'high'), (1, 4, 'high'), (0.5, 1, 'medium'), (0, 0, 'low'), (NULL, 4, NULL), (0, NULL,
    'low')) v (w, m, t);
SELECT is(delivery.tier(org(), 2021, 'frequency', w, m, h), t, format('2021, %s days a week, %s a month, %s half a year', w, m, h))
  FROM (VALUES (5, 20, 99, 'elite'), (4, 1, 9, 'high'), (0, 0.5, 1, 'medium'), (0, 0, 0.5, 'low'), (0, 0, NULL, 'low')) v (w, m, h, t);
SELECT is(delivery.tier(org(), y, f, v), t, format('%s, %s %s', y, f, v)) FROM (VALUES
  (2023, 'lead', 86399.9, 'elite'), (2023, 'lead', 86400, 'high'), (2023, 'lead', 604800, 'medium'), (2023, 'lead', 2592000, 'low'),
  (2021, 'lead', 3599, 'elite'), (2021, 'lead', 3600, 'high'), (2021, 'lead', 604800, 'medium'), (2021, 'lead', 15552000, 'low'),
  (2023, 'cfr', 0.05, 'elite'), (2023, 'cfr', 0.0501, 'high'), (2023, 'cfr', 0.15, 'medium'), (2023, 'cfr', 0.1501, 'low'),
  (2021, 'cfr', 0.15, 'elite'), (2021, 'cfr', 0.2, 'high'), (2021, 'cfr', 0.3, 'medium'), (2021, 'cfr', 0.31, 'low'),
  (2023, 'restore', 3600, 'high'), (2023, 'restore', 86400, 'medium'), (2023, 'restore', 604800, 'low'), (2023, 'restore', NULL, NULL),
  (2024, 'cfr', 0.05, NULL), (2024, 'lead', 1, NULL)) w (y, f, v, t);
SELECT is(delivery.tier_with_crossing(org(), 2023, 'cfr', 0.04, 0.01, 0.2), '{"tier": "elite", "crosses": true}',
  'an interval across borders');
SELECT is(delivery.tier_with_crossing(org(), 2023, 'cfr', 0.04, 0.01, 0.05), '{"tier": "elite", "crosses": false}', 'and one that is not');
SELECT is(delivery.tier_with_crossing(org(), 2023, 'cfr', 0.04, NULL, NULL), '{"tier": "elite", "crosses": null}',
  'nobody knows without one');
INSERT INTO delivery.benchmark (organization_id, year, figure, tier, measure, border, is_inclusive)
  VALUES (org(), 2023, 'cfr', 'elite', 'change_failure_rate', 0.5, false);
SELECT is(delivery.tier(org(), 2023, 'cfr', 0.4) || ' ' || delivery.tier(org('B'), 2023, 'cfr', 0.4), 'elite low',
  'a site''s own borders are its own');
SELECT is(delivery.tier(org(), 2023, 'cfr', 0.5), 'low', 'a border that does not belong to its tier');
SELECT is((SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(delivery.dora_document(org(), NULL, '2026-01-01',
  '2026-02-01') -> 'tiers') k),
  '{2021,2023,2024}', 'tiers by year');
SELECT is(delivery.dora_document(org(), 'services', '2026-01-01', '2026-02-01') ->> 'seeds', '2', 'and seeds');
SELECT * FROM finish();
ROLLBACK;
