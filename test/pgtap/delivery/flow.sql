-- How work flows, forecasts, sprints, one page: by hand.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql
CREATE FUNCTION pg_temp.day(n numeric) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT '2026-01-05 00:00Z'::timestamptz + n * interval '1 day' $$;
-- near(number, wanted, what): equal to 6 digits.
CREATE FUNCTION pg_temp.near(got text, want numeric, what text) RETURNS text LANGUAGE sql AS $$
  SELECT is(round(got::numeric, 6), round(want, 6), what) $$;
-- item(project, id, type, created, 'p1 d3 t5': to progress on day 1, done on day 3, to do on day 5).
CREATE FUNCTION pg_temp.item(project text, id text, type text, team text, created numeric, path text) RETURNS text LANGUAGE sql AS $$
  SELECT put(project, 'work_item', jsonb_build_array(jsonb_build_object('id', id, 'type', type, 'team', team, 'points', 1,
    'created_at', pg_temp.day(created)))) || put(project, 'status_change', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', id || lpad(o::text, 3, '0'), 'work_item', id, 'at', pg_temp.day(substr(c, 2)::numeric),
        'category', CASE left(c, 1) WHEN 'p' THEN 'in_progress' WHEN 'd' THEN 'done' ELSE 'todo' END))
      FROM unnest(string_to_array(path, ' ')) WITH ORDINALITY x (c, o)), '[]')) $$;
-- Monday to Monday: four weeks from 2026-01-05. Cycle times 1, 2, 3, 4, 5, 6 days; lead times one more.
SELECT pg_temp.item('f', 'w' || n, CASE WHEN n % 2 = 0 THEN 'bug' ELSE 'story' END, 't' || n % 2, n - 1, format('p%s d%s', n, 2 * n))
  FROM generate_series(1, 6) n \g /dev/null
SELECT pg_temp.item('f', 'old', 'story', 't1', 0, 'p1'), pg_temp.item('f', 'young', 'bug', NULL, 20, 'p24'), pg_temp.item('f', 'todo',
  NULL, NULL, 3, NULL),
  pg_temp.item('f', 'again', 'story', 't0', 2, 'p3 d4 t5'), pg_temp.item('f', 'redone', 'story', 't0', 2, 'p3 d4 p5 d27'),
  pg_temp.item('f', 'direct', 'bug', 't0', 1, 'd8'), pg_temp.item('f', 'after', 'bug', 't0', 1, 'p2 d40') \g /dev/null
SELECT put('f', 'status_change', '[{"id": "x", "work_item": "unknown", "category": "done", "at": "2026-01-06"}]') \g /dev/null
CREATE FUNCTION pg_temp.flow(options jsonb DEFAULT '{}', project text DEFAULT 'f') RETURNS jsonb LANGUAGE sql AS $$
  SELECT delivery.flow(org(), pg_temp.day(0), pg_temp.day(28), project, options) $$;

-- Done by day 28: w1 ... w6, redone (cycle 24, lead 25), direct (lead 7, no cycle).
SELECT is(pg_temp.flow() ->> 'n', '8', 'items that are done in the window, and still');
SELECT is(pg_temp.flow() #>> '{cycle,median}', (4 * 86400)::text, 'cycle time: 1, 2, 3, 4, 5, 6, 24 days');
SELECT pg_temp.near(pg_temp.flow() #>> '{lead,median}', 5.5 * 86400, 'lead time: 2, 3, 4, 5, 6, 7, 7, 25 days');
SELECT is(pg_temp.flow() -> 'lead' -> 'p50', pg_temp.flow() -> 'lead' -> 'median', 'p50 is the median');
SELECT pg_temp.near(pg_temp.flow() #>> '{lead,p85}', 7 * 86400, 'p85 of lead: the 6.95th of 0 to 7');
SELECT pg_temp.near(pg_temp.flow() ->> 'rework', 1 / 8.0, 'one was begun twice');
SELECT is(pg_temp.flow() -> 'service_level', 'null'::jsonb, 'nothing was promised');
INSERT INTO delivery.service_level (organization_id, type, days) VALUES (org(), NULL, 3), (org(), 'bug', 5);
SELECT pg_temp.near(pg_temp.flow() ->> 'service_level', 4 / 7.0,
  'promised: 3 days, of a bug 5; kept by w1, w2, w3, w4, not w5, w6, redone');
SELECT is(pg_temp.flow() -> 'ageing', '[{"age": 2332800, "line": 95, "type": "story", "work_item": "old"},
  {"age": 2246400, "line": 95, "type": "bug", "work_item": "after"}, {"age": 2160000, "line": 95, "type": "story", "work_item": "again"},
  {"age": 345600, "line": null, "type": "bug", "work_item": "young"}]'::jsonb,
  'what is not done, with its age and the line beyond which it is');
SELECT is(jsonb_array_length(pg_temp.flow() -> 'cumulative'), 28, 'a row a day');
SELECT is(pg_temp.flow() #> '{cumulative,27}', '{"day": "2026-02-01", "todo": 2, "in_progress": 3, "done": 8}',
  'at the end of the last day');
SELECT is(pg_temp.flow() #> '{cumulative,0}', '{"day": "2026-01-05", "todo": 2, "in_progress": 0, "done": 0}',
  'and of the first: w1 and old');
SELECT is(pg_temp.flow() #> '{cumulative,3}', '{"day": "2026-01-08", "todo": 3, "in_progress": 6, "done": 1}', 'and of the fourth');
-- In progress within the window: 1+2+3+4+5+6, redone 24; old 27, after 26, again 25, young 4; done cycles sum to 45.
SELECT pg_temp.near(pg_temp.flow() #>> '{little,ratio}', (45 + 27 + 26 + 25 + 4) / 45.0, 'Little''s ratio');
SELECT is(pg_temp.flow() #>> '{little,stable}', 'false', 'is a warning');
SELECT is(pg_temp.flow('{"team": "t1"}') ->> 'n', '3', 'of a team');
SELECT throws_ok($$SELECT pg_temp.flow('{"team": "none"}')$$, '22023', 'team "none" does not exist', 'no such team');
SELECT throws_ok($$SELECT pg_temp.flow('{"x": 1}')$$, '22023', NULL, 'no such option');
UPDATE delivery.project p SET team_id = t.id FROM delivery.team t WHERE t.name = 't1' AND p.code = 'f';
SELECT is((SELECT count(*) FROM delivery.item_flows(org(), 'f', 't1', pg_temp.day(28))), 6::bigint,
  'and what names none, of a project of the team');
SELECT is(jsonb_strip_nulls(delivery.flow(org(), t, u, 'f')) - 'ageing',
  '{"n": 0, "lead": {}, "cycle": {}, "little": {}, "cumulative": []}'::jsonb,
  format('from %s to %s', t, u)) FROM (VALUES (pg_temp.day(3), pg_temp.day(3)), (pg_temp.day(9), pg_temp.day(3))) w (t, u);
SELECT lives_ok($$SELECT delivery.flow(org(), '1926-01-01', '2126-01-01', 'f')$$, 'two centuries, of which one is to come');
SELECT throws_ok($$SELECT delivery.flow(org(), '1926-01-01', '2126-01-05', 'f')$$, '22023', NULL, 'and no more');
SELECT is(jsonb_array_length(delivery.flow(org(), now() - interval '9 days', now() + interval '100 years', 'f') -> 'cumulative') <= 11,
  true,
  'what is to come has no rows');
-- Changes of one instant are in the order of their ids; those before the creation count.
SELECT put('tie', 'work_item', '[{"id": "w", "created_at": "2026-01-05"}]'), put('tie', 'status_change', '[
  {"id": "2", "work_item": "w", "category": "done", "at": "2026-01-07"},
  {"id": "1", "work_item": "w", "category": "in_progress", "at": "2026-01-07"}]') \g /dev/null
SELECT is(pg_temp.flow('{}', 'tie') #>> '{cycle,median}', '0', 'equal times in the order of ids');
SELECT is(pg_temp.flow('{}', 'tie') #> '{cumulative,2}', '{"day": "2026-01-07", "todo": 0, "in_progress": 0, "done": 1}', 'here too');

-- ---- week by week ----
SELECT results_eq($$SELECT week, n, median / 86400, within_day, within_week, within_month
    FROM delivery.lead_time_trend(org(), pg_temp.day(0), pg_temp.day(28), 'f')$$,
  $$VALUES ('2026-01-05'::date, 3::bigint, 3::float8, 0::float8, 1::float8, 1::float8), ('2026-01-12', 4, 6.5, 0, 1, 1),
    ('2026-01-19', 0, NULL, NULL, NULL, NULL), ('2026-01-26', 1, 25, 0, 0, 1)$$, 'lead times by week: 2, 3, 4 · 5, 6, 7, 7 · none · 25');
SELECT is((SELECT array_agg(week) FROM delivery.lead_time_trend(org(), pg_temp.day(0), pg_temp.day(8), 'f',
  '{"zone": "America/New_York"}')),
  '{2025-12-29,2026-01-05,2026-01-12}', 'Mondays of the zone');
SELECT is((SELECT array_agg(t.partial ORDER BY t.week) FROM delivery.lead_time_trend(org(), pg_temp.day(since), pg_temp.day(until), 'f') t),
  partial, format('partial weeks, days %s to %s', since, until))
  FROM (VALUES (0, 28, '{f,f,f,f}'::boolean[]), (0.5, 27.5, '{t,f,f,t}'), (0, 8, '{f,t}'), (3, 5, '{t}')) w (since, until, partial);
SELECT is((SELECT bool_and(t.partial) FROM delivery.lead_time_trend(org(), now() - interval '1 hour', now() + interval '30 days') t), true,
  'nor is a week whole that is not over');
SELECT is_empty($$SELECT delivery.lead_time_trend(org(), pg_temp.day(3), pg_temp.day(3), 'f')$$, 'no window, no week');

-- ---- forecast ----
CREATE FUNCTION pg_temp.forecast(items integer DEFAULT NULL, periods integer DEFAULT NULL, unit text DEFAULT 'week',
  until numeric DEFAULT 28)
  RETURNS jsonb LANGUAGE sql AS $$ SELECT delivery.forecast(org(), pg_temp.day(0), pg_temp.day(until), 'f', '{}', items, periods, unit) $$;
SELECT is(pg_temp.forecast() -> 'throughput', '[3, 4, 0, 1]', 'what was done a week, empty ones included');
SELECT is(pg_temp.forecast(until => 27.5) -> 'throughput', '[3, 4, 0]', 'whole weeks alone');
SELECT is(pg_temp.forecast(unit => 'month', until => 60) -> 'throughput', '[2]', 'and whole months: February');
SELECT is(jsonb_array_length(pg_temp.forecast(unit => 'day') -> 'throughput'), 28, 'days');
SELECT is(delivery.forecast(org(), pg_temp.day(-700), pg_temp.day(28), 'f') -> 'throughput', f.throughput -> 'throughput',
  'what lies before the first item counts for nothing')
  FROM (SELECT delivery.forecast(org(), date_trunc('week', min(w.created_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC', pg_temp.day(28), 'f')
        FROM delivery.work_item w JOIN delivery.project p ON p.id = w.project_id WHERE p.code = 'f') f (throughput);
SELECT is(pg_temp.forecast(10, 3) -> 'items', to_jsonb(harmony.forecast_items('{3,4,0,1}', 3, '{0.5,0.85,0.95}')), 'items in three weeks');
SELECT is(pg_temp.forecast(10, 3) -> 'periods', to_jsonb(harmony.forecast_periods('{3,4,0,1}', 10, '{0.5,0.85,0.95}')), 'weeks for ten');
SELECT is(array (SELECT k FROM jsonb_object_keys(pg_temp.forecast(10)) k WHERE k IN ('items', 'periods')), '{periods}',
  'items alone: no items');
SELECT is(array (SELECT k FROM jsonb_object_keys(pg_temp.forecast(NULL, 3)) k WHERE k IN ('items', 'periods')), '{items}',
  'and the reverse');
SELECT pg_temp.near(pg_temp.forecast() #>> '{trend,slope}', -1, 'the trend of 3, 4, 0, 1');
SELECT is(pg_temp.forecast(until => 0) -> 'throughput', '[]', 'nothing was done in no time');
SELECT throws_ok($$SELECT pg_temp.forecast(unit => 'year')$$, '22023', 'unit "year" does not exist', 'another unit');
SELECT throws_ok($$SELECT pg_temp.forecast(periods => -1)$$, '22023', NULL, 'periods before now');
SELECT throws_ok($$SELECT delivery.forecast(org(), pg_temp.day(0), pg_temp.day(28), 'f', probability => $$ || p || ')', s, NULL, p)
  FROM (VALUES ('''{0}''', '22023'), ('''{NaN}''', '22023'), ('''{1.5}''', '22023'), ('NULL', '22004'), ('''{NULL}''', '22004'),
    ('array_fill(0.5::float8, ''{101}'')', '22023')) v (p, s);

-- ---- sprints ----
SELECT put('s', 'sprint', (SELECT jsonb_agg(jsonb_build_object('id', 's' || n, 'started_at', pg_temp.day(14 * n), 'ended_at',
  pg_temp.day(14 * n + 14),
  'items', '[{"work_item": "a", "points": 8, "completed": true}, {"work_item": "b", "points": 2},
    {"work_item": "c", "points": 1, "added": true,
    "completed": true}, {"work_item": "d", "points": 1, "added": true},
    {"work_item": "e", "points": 6, "removed": true}]'::jsonb)) FROM generate_series(0, 7) n)),
  put('s', 'work_item', '[{"id": "a", "type": "story", "created_at": "2026-01-01"}]') \g /dev/null
CREATE FUNCTION pg_temp.portfolio(code text, until numeric DEFAULT 200) RETURNS jsonb LANGUAGE sql AS $$
  SELECT to_jsonb(p) FROM delivery.portfolio(org(), pg_temp.day(0), pg_temp.day(until)) p WHERE project = code $$;
SELECT is(pg_temp.portfolio('s'), '{"project": "s", "velocity": 9, "sprints": 6, "predictability": 0.5625, "carry_over": 0.125,
  "scope_change": 0.5, "investment": {"story": 0.8888888888888888, "unknown": 0.1111111111111111}, "health": 64.58333333333333,
  "health_parts": {"predictability": 0.5625, "carry_over": 0.875, "scope_change": 0.5, "service_level": null}}'::jsonb,
  'committed 16, completed 9, left over 2, added 2, removed 6; of the last six');
SELECT is(pg_temp.portfolio('s', 30) -> 'velocity', 'null', 'of two sprints there is no velocity');
SELECT is(pg_temp.portfolio('s', 30) -> 'sprints', '2', 'two');
SELECT is(pg_temp.portfolio('f') -> 'health_parts', '{"predictability": null, "carry_over": null, "scope_change": null, "service_level":
  0.5}'::jsonb, 'without sprints the service level alone');
SELECT is(pg_temp.portfolio('f') -> 'health', '50', 'is the health');
SELECT is(pg_temp.portfolio('tie', 1) -> 'health', 'null', 'of nothing there is none');
INSERT INTO delivery.health_weight (organization_id, part, weight) VALUES (org(), 'scope_change', 0);
SELECT pg_temp.near(pg_temp.portfolio('s') ->> 'health', 100 * (0.5625 + 0.875) / 2, 'weights are rows');
SELECT pg_temp.near(delivery.health(org('B'), pg_temp.portfolio('s') -> 'health_parts')::text, 64.5833333333, 'of each organisation');
UPDATE delivery.project SET is_active = false WHERE code = 's';
SELECT is(pg_temp.portfolio('s'), NULL, 'a project that is not active is left out');

-- ---- one page ----
SELECT put('x', 'deployment', (SELECT jsonb_agg(jsonb_build_object('id', 'd' || n, 'environment', 'production', 'result', 'success',
    'finished_at', pg_temp.day(n), 'commits', ARRAY['c' || n])) FROM generate_series(0, 80) n)),
  put('x', 'commit', (SELECT jsonb_agg(jsonb_build_object('id', 'c' || n, 'authored_at', pg_temp.day(n - 1))) FROM generate_series(0,
    80) n)),
  put('x', 'incident', '[{"id": "i", "created_at": "2026-01-06"}]') \g /dev/null
CREATE TEMP TABLE page AS SELECT delivery.executive(org(), pg_temp.day(0), pg_temp.day(84)) AS page;
SELECT is((SELECT jsonb_agg(k - '{low,high}'::text[]) FROM page, jsonb_array_elements(page -> 'kpis') k), '[
  {"n": 81, "name": "deployment_frequency", "tier": "elite", "value": 7}, {"n": 80, "name": "lead_time", "tier": "high", "value": 86400},
  {"n": 81, "name": "change_failure_rate", "tier": "elite", "value": 0.012345679012345678},
  {"n": 0, "name": "time_to_restore", "tier": null, "value": null},
  {"n": 81, "name": "rework_rate", "tier": null, "value": 0}]'::jsonb, 'figures');
SELECT is((SELECT jsonb_agg(jsonb_build_array(t -> 'name', jsonb_array_length(t -> 'points'), t #> '{points,0,value}')) FROM page,
  jsonb_array_elements(page -> 'trends') t), '[["deployments", 12, 7], ["lead_time", 12, 86400], ["completions", 12, 4]]'::jsonb,
    'charts of twelve weeks');
SELECT is((SELECT array_agg(r ->> 'text' ORDER BY r ->> 'text') FROM page, jsonb_array_elements(page -> 'risks') r
  WHERE r ->> 'text' !~ 'newest week'),
  '{"incidents are open","more work is begun than ended, or the reverse","work is older than 95 % of what was done"}', 'risks');
SELECT lives_ok($$SELECT delivery.executive(org('B'), pg_temp.day(0), pg_temp.day(84))$$, 'of an organisation without anything');
SELECT is(delivery.executive(org(), pg_temp.day(3), pg_temp.day(3)) #> '{trends,0,points}', '[]', 'of no time');
SELECT is(delivery.delivery_filters(org()) - '{first,last}'::text[],
  '{"projects": ["f", "s", "tie", "x"], "teams": ["t0", "t1"], "services": [],
  "repositories": ["x"], "types": ["bug", "story"], "statuses": ["todo", "in_progress", "done"]}'::jsonb, 'what can be asked for');
SELECT is(delivery.delivery_filters(org('B')), '{"projects": [], "teams": [], "services": [], "repositories": [], "types": [],
  "statuses": ["todo", "in_progress", "done"], "first": null, "last": null}'::jsonb, 'of nothing');
SELECT is(delivery.delivery_filters() -> 'projects', delivery.delivery_filters(org()) -> 'projects', 'NULL: of all');
SELECT * FROM finish();
ROLLBACK;
