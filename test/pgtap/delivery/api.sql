-- Schema api, the part of module delivery: what is there, as docs/reference/api.md tells it, who gets what, and what is written.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_deliveries.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon;

-- ---- what is there ----

\set W 'organization uuid, start timestamptz, "end" timestamptz, project text = NULL, options jsonb = ''{}'''
CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES ('s', 'delivery_filters(organization uuid = NULL)'),
  ('s', 'portfolio(organization uuid, start timestamptz, "end" timestamptz)'),
  ('s', 'executive(organization uuid, start timestamptz, "end" timestamptz)'),
  ('v', 'load_records(organization uuid, project text, kind text, documents jsonb)');
INSERT INTO contract SELECT 's', format('%s(%s)', f, :'W')
  FROM unnest('{dora,lead_time_trend,flow,reviews,repositories,contributors}'::text[]) f;
INSERT INTO contract SELECT 's', format('forecast(%s, items integer = NULL, periods integer = NULL, unit text = ''week'', '
  'probability double precision[] = ''{0.5,0.85,0.95}'')', :'W');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('delivery') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('delivery') v$$,
  '{projects,work_items,pull_requests,integrations,status_mappings,raw_records}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('delivery')$$, 'comments, rights, conflicts');
-- What functions return: the columns.
SELECT is((SELECT string_agg(name || ' ' || format_type(type, NULL), ', ' ORDER BY n) FROM pg_proc p,
    unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY a (name, type, mode, n)
  WHERE p.pronamespace = 'api'::regnamespace AND p.proname = f.name AND a.mode = 't'), f.columns, f.name || ' returns')
FROM (VALUES ('lead_time_trend', 'week date, n bigint, median double precision, low double precision, high double precision, '
    'within_day double precision, within_week double precision, within_month double precision, partial boolean'),
  ('portfolio', 'project text, velocity double precision, sprints bigint, predictability double precision, carry_over double precision, '
    'scope_change double precision, investment jsonb, health double precision, health_parts jsonb')) f (name, columns);
SELECT is((SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid = (SELECT t.typrelid FROM pg_type t JOIN pg_proc p ON p.prorettype = t.oid WHERE p.oid = 'api.repositories'::regproc)
    AND a.attnum > 0),
  'project, commits, authors, bus_factor, elephant_factor, pull_requests, merge_rate, last_commit_at', 'repositories returns');
\set page `sed -n '/^<!-- delivery -->/,/^<!-- end of delivery -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('delivery')$$, 'the page lists every object');

-- ---- who gets what: a member of A, of B, a stranger, an administrator, nobody ----

\set w 'id(''A''), ''2026-01-01Z'', ''2026-02-01Z'''
CREATE TEMP TABLE call (object text, value text, a1 text, b1 text, out text, adm text, anon text DEFAULT '42501');
INSERT INTO call VALUES
  ('projects', $$(SELECT string_agg(concat_ws(' ', code, name, team, is_active, organization_id = id(left(code, 1))), ', ' ORDER BY code)
    FROM api.projects)$$, 'A shop A shop t t', 'B shop B shop t t', '', 'A shop A shop t t, B shop B shop t t'),
  ('work_items', $$(SELECT string_agg(concat_ws(' ', project, external_id, type, team, title, points, status, done_at), ', ' ORDER BY
    project, external_id) FROM api.work_items WHERE points IN (6, 7))$$,
    'A shop Aw6 A story A team A item 6 6 done 2026-01-09 06:00:00+00, A shop Aw7 A story A team A item 7 7 in_progress',
    'B shop Bw6 B story B team B item 6 6 done 2026-01-09 06:00:00+00, B shop Bw7 B story B team B item 7 7 in_progress', '',
    'A shop Aw6 A story A team A item 6 6 done 2026-01-09 06:00:00+00, A shop Aw7 A story A team A item 7 7 in_progress, '
    'B shop Bw6 B story B team B item 6 6 done 2026-01-09 06:00:00+00, B shop Bw7 B story B team B item 7 7 in_progress'),
  ('pull_requests', $$(SELECT string_agg(concat_ws(' ', project, external_id, author_is_bot, additions, deletions, coding, pickup, review,
    deploy, total, deployment, flags), ', ' ORDER BY external_id) FROM api.pull_requests WHERE project = 'A shop')$$,
    'A shop Ap f 10 5 43200 10800 10800 64800 129600 Ad4 {}, A shop Aq t {}', '', '',
    'A shop Ap f 10 5 43200 10800 10800 64800 129600 Ad4 {}, A shop Aq t {}'),
  ('pull_requests', '(SELECT count(*) FROM api.pull_requests)', '2', '2', '0', '4'),
  ('integrations', $$(SELECT string_agg(concat_ws(' ', kind, name, settings, is_active, last_run_at = now(), last_error), ', ' ORDER BY
    name)
    FROM api.integrations)$$, 'jira A tracker {} t t', 'jira B tracker {} t t', '', 'jira A tracker {} t t, jira B tracker {} t t'),
  ('status_mappings', $$(SELECT string_agg(concat_ws(' ', status, category, organization_id = id(left(status, 1))), ', ' ORDER BY status)
    FROM api.status_mappings)$$, 'A doing in_progress t', 'B doing in_progress t', '', 'A doing in_progress t, B doing in_progress t'),
  ('raw_records', $$(SELECT string_agg(concat_ws(' ', kind, external_id, status, error), ', ') FROM api.raw_records
    WHERE integration = integration('A'))$$, 'jira.issues 1 rejected "id" is no text of 1 to 500 characters', '', '',
    'jira.issues 1 rejected "id" is no text of 1 to 500 characters'),
  ('dora', format($$(SELECT concat_ws(' ', d ->> 'deployments', d ->> 'lead_n', d ->> 'lead_median', d ->> 'failed', d ->> 'seeds',
    d ->> 'restore_median', d ->> 'lead_tier', d #>> '{tiers,2021,lead,tier}', d #>> '{tiers,2023,change_failure_rate,crosses}')
    FROM api.dora(%s) d)$$, :'w'), '6 10 86400 1 1 10800 high high true', '42501', '42501', '6 10 86400 1 1 10800 high high true'),
  ('dora', format($$api.dora(%s, 'A shop', '{"service": "A service"}') ->> 'deployments'$$, :'w'), '6', '42501', '42501', '6'),
  ('dora', format($$api.dora(%s, 'B shop')$$, :'w'), '22023', '42501', '42501', '22023'),
  ('dora', format($$api.dora(%s, options => '{"repository": "x"}')$$, :'w'), '22023', '42501', '42501', '22023'),
  ('dora', $$api.dora(id('nothing'), '2026-01-01', '2026-02-01')$$, '42501', '42501', '42501', '22023'),
  ('dora', $$api.dora(NULL, '2026-01-01', '2026-02-01')$$, '22004', '22004', '22004', '22004'),
  ('dora', $$api.dora(id('A'), '-infinity', 'infinity')$$, '22023', '42501', '42501', '22023'),
  ('lead_time_trend', format($$(SELECT string_agg(concat_ws(' ', week, n, median, within_day, within_week), ', ' ORDER BY week)
    FROM api.lead_time_trend(%s) WHERE n > 0)$$, :'w'), '2025-12-29 1 280800 0 1, 2026-01-05 5 280800 0 1', '42501', '42501',
    '2025-12-29 1 280800 0 1, 2026-01-05 5 280800 0 1'),
  ('delivery_filters', $$(SELECT string_agg(v, ' ' ORDER BY k) FROM jsonb_each_text(api.delivery_filters(id('A')) - 'statuses') x (k, v))$$,
    '2026-01-01T00:00:00+00:00 2026-01-12T12:00:00+00:00 ["A shop"] ["A shop"] ["A service"] ["A team"] ["A story"]', '42501', '42501',
    '2026-01-01T00:00:00+00:00 2026-01-12T12:00:00+00:00 ["A shop"] ["A shop"] ["A service"] ["A team"] ["A story"]'),
  ('delivery_filters', $$api.delivery_filters() -> 'projects'$$, '["A shop"]', '["B shop"]', '[]', '["A shop", "B shop"]'),
  ('flow', format($$(SELECT concat_ws(' ', f ->> 'n', f #>> '{cycle,median}', jsonb_array_length(f -> 'ageing'),
    jsonb_array_length(f -> 'cumulative')) FROM api.flow(%s) f)$$, :'w'), '6 259200 2 31', '42501', '42501', '6 259200 2 31'),
  ('forecast', format($$(SELECT concat_ws(' ', f -> 'throughput', f -> 'items', f -> 'periods') FROM api.forecast(%s, items => 5, periods
    => 2,
    unit => 'week', probability => '{0.5}') f)$$, :'w'), '[5, 0, 0] [5] [2]', '42501', '42501', '[5, 0, 0] [5] [2]'),
  ('forecast', format($$api.forecast(%s, unit => 'year')$$, :'w'), '22023', '42501', '42501', '22023'),
  ('forecast', format($$api.forecast(%s, periods => 1, probability => '{2}')$$, :'w'), '22023', '42501', '42501', '22023'),
  ('reviews', format($$(SELECT concat_ws(' ', r ->> 'n', r ->> 'reviewed', r #>> '{first_review,median}') FROM api.reviews(%s) r)$$, :'w'),
    '1 1 10800', '42501', '42501', '1 1 10800'),
  ('repositories', format($$(SELECT string_agg(concat_ws(' ', project, commits, authors, bus_factor, pull_requests), ', ')
    FROM api.repositories(%s))$$, :'w'), 'A shop 12 6 3 2', '42501', '42501', 'A shop 12 6 3 2'),
  ('contributors', format($$(SELECT concat_ws(' ', c ->> 'authors', c ->> 'bus_factor', jsonb_array_length(c -> 'unmapped'), c -> 'own')
    FROM api.contributors(%s) c)$$, :'w'), '6 3 6 null', '42501', '42501', '6 3 6 null'),
  ('portfolio', format($$(SELECT string_agg(concat_ws(' ', project, sprints, predictability, health), ', ') FROM api.portfolio(%s))$$,
    :'w'),
    'A shop 1 1 100', '42501', '42501', 'A shop 1 1 100'),
  ('executive', format($$(SELECT string_agg(k ->> 'name', ' ') FROM jsonb_array_elements(api.executive(%s) -> 'kpis') k)$$, :'w'),
    'deployment_frequency lead_time change_failure_rate time_to_restore rework_rate', '42501', '42501',
    'deployment_frequency lead_time change_failure_rate time_to_restore rework_rate'),
  ('load_records', $$api.load_records(id('A'), 'A shop', 'work_item', '[{"id": "x", "created_at": "2026-01-01"}, {"id": "y"}, 5]')$$,
    '{"loaded": 1, "updated": 0, "rejected": [{"id": "y", "reason": "\"created_at\" is missing"}, '
    '{"id": null, "reason": "it is no object"}]}',
    '42501', '42501',
    '{"loaded": 1, "updated": 0, "rejected": [{"id": "y", "reason": "\"created_at\" is missing"}, '
    '{"id": null, "reason": "it is no object"}]}'),
  ('load_records', $$api.load_records(id('A'), 'A shop', 'thing', '[]')$$, '22023', '42501', '42501', '22023'),
  ('load_records', $$api.load_records(id('A'), 'A shop', 'commit', '{}')$$, '22023', '42501', '42501', '22023');
SELECT is_empty($$SELECT name FROM pg_temp.views('delivery') UNION SELECT proname::text FROM pg_temp.routines('delivery') r
  JOIN pg_proc p ON p.oid = r.routine EXCEPT SELECT object FROM call$$, 'every object is in the matrix');
SELECT is(concat_ws(' | ', pg_temp.answers('a1', value), pg_temp.answers('b1', value), pg_temp.answers('stranger', value),
  pg_temp.answers('admin', value), pg_temp.answers('anonymous', value)), concat_ws(' | ', a1, b1, out, adm, anon), value) FROM call;
SELECT is_empty($$SELECT pg_temp.unrefused('delivery', w) FROM unnest('{a1,b1,admin}'::text[]) w$$,
  'all else that is written is refused, and has a status');

-- ---- windows without an end: figures are null, counts 0 ----

SELECT is(pg_temp.answers('a1', format($$(SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(api.dora(id('A'), %s)) f
  WHERE f.key ~ 'median|rate|_low|_high|_p\d|tier$|named|per_day|known' AND f.value <> 'null')$$, w)), '', 'no figure of ' || w)
FROM unnest(ARRAY[$$'2026-01-01', '2026-01-01'$$, $$'2026-02-01', '2026-01-01'$$]) w;
SELECT is(pg_temp.answers('a1', format($$(SELECT concat_ws(' ', d ->> 'deployments', d ->> 'lead_n', d ->> 'failed') FROM
  api.dora(id('A'), '2026-02-01', '2026-01-01') d)$$)), '0 0 0', 'and nothing is counted');
SELECT is(pg_temp.answers('a1', format($$%s(id('A'), '2026-02-01', '2026-01-01') IS NOT NULL$$, f)), 'true', f || ' backwards')
FROM unnest('{api.flow,api.forecast,api.reviews,api.contributors,api.executive}'::text[]) f;
SELECT is(pg_temp.answers('a1', format($$(SELECT count(*) FROM %s(id('A'), '2026-02-01', '2026-01-01'))$$, f)), n, f || ' backwards')
FROM (VALUES ('api.lead_time_trend', '0'), ('api.repositories', '1'), ('api.portfolio', '1')) x (f, n);
-- Options that are none, for whoever takes them.
SELECT is(pg_temp.answers('a1', format($$(SELECT count(x) FROM %s(id('A'), '2026-01-01', '2026-02-01', options => %L) x)$$, f, o)), '22023',
  f || ' with ' || o)
FROM unnest('{api.dora,api.lead_time_trend,api.flow,api.forecast,api.reviews,api.repositories,api.contributors}'::text[]) f,
  unnest(ARRAY['{"nothing": 1}', '[]', '{"zone": "Nowhere"}', '{"team": 5}', '{"team": "B team"}', '{"incident_window_seconds": -1}']) o;

-- ---- projects ----

CREATE FUNCTION pg_temp.said(who text, query text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.attempt(json_build_object('sub', id(who))::text, query) $$;
SELECT is(pg_temp.said(who, query), answer, who || ': ' || query) FROM (VALUES
  ('a1', $$WITH w AS (INSERT INTO api.projects (organization_id, code) VALUES (id('A'), 'new') RETURNING *)
    SELECT concat_ws(' ', id > 0, code, name, team, is_active) FROM w$$, 't new new t'),
  ('a1', $$WITH w AS (INSERT INTO api.projects (organization_id, code, name, team, is_active) VALUES (id('A'), 'new', 'New one', 'x', false)
    RETURNING *) SELECT concat_ws(' ', code, name, team, is_active) FROM w$$, 'new New one x f'),
  ('admin', $$INSERT INTO api.projects (organization_id, code) VALUES (id('B'), 'new')$$, '-'),
  ('b1', $$INSERT INTO api.projects (organization_id, code) VALUES (id('A'), 'new')$$, '42501'),
  ('stranger', $$INSERT INTO api.projects (organization_id, code) VALUES (id('A'), 'new')$$, '42501'),
  ('a1', $$INSERT INTO api.projects (code) VALUES ('new')$$, '22004'),
  ('a1', $$INSERT INTO api.projects (organization_id, code) VALUES (id('A'), 'A shop')$$, '23505'),
  ('a1', $$INSERT INTO api.projects (organization_id, code) VALUES (id('A'), ' ')$$, '22023'),
  ('a1', $$INSERT INTO api.projects (organization_id, name) VALUES (id('A'), 'x')$$, '22023'),
  ('a1', format($$INSERT INTO api.projects (organization_id, code) VALUES (id('A'), %L)$$, repeat('x', 501)), '22023'),
  ('a1', $$INSERT INTO api.projects (organization_id, code, team) VALUES (id('A'), 'new', '')$$, '22023'),
  ('a1', $$WITH w AS (UPDATE api.projects SET name = 'Shop', team = 'A team', is_active = false RETURNING *)
    SELECT string_agg(concat_ws(' ', code, name, team, is_active), ', ') FROM w$$, 'A shop Shop A team f'),
  ('b1', $$WITH w AS (UPDATE api.projects SET name = 'Shop' WHERE code = 'A shop' RETURNING *) SELECT count(*) FROM w$$, '0'),
  ('a1', $$UPDATE api.projects SET name = NULL$$, '22023'), ('a1', $$UPDATE api.projects SET is_active = NULL$$, '22004'),
  ('a1', $$UPDATE api.projects SET code = 'x'$$, '42501'), ('a1', $$DELETE FROM api.projects$$, '42501')) q (who, query, answer);

-- ---- work items ----

SELECT is(pg_temp.said(who, query), answer, who || ': ' || query) FROM (VALUES
  ('a1', $$WITH w AS (INSERT INTO api.work_items (project) VALUES ('A shop') RETURNING *)
    SELECT concat_ws(' ', id > 0, project, length(external_id), type, team, title, points, status, created_at = now(), done_at) FROM w$$,
    't A shop 36 todo t'),
  ('a1', $$WITH w AS (INSERT INTO api.work_items (project, external_id, type, team, title, points, status, created_at) VALUES ('A shop',
    'x', 'bug',
    'y', 'It fails', 2.5, 'done', '2026-01-01') RETURNING *)
    SELECT concat_ws(' ', external_id, type, team, title, points, status, created_at, done_at = now()) FROM w$$,
    'x bug y It fails 2.5 done 2026-01-01 00:00:00+00 t'),
  ('both', $$INSERT INTO api.work_items (project) VALUES ('B shop')$$, '-'),
  ('b1', $$INSERT INTO api.work_items (project) VALUES ('A shop')$$, '22023'),
  ('stranger', $$INSERT INTO api.work_items (project) VALUES ('A shop')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project) VALUES ('nothing')$$, '22023'), ('a1', $$INSERT INTO api.work_items (type) VALUES ('x')$$,
    '22023'),
  ('a1', $$INSERT INTO api.work_items (project, external_id) VALUES ('A shop', 'Aw1')$$, '23505'),
  ('a1', $$INSERT INTO api.work_items (project, external_id) VALUES ('A shop', '')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, status) VALUES ('A shop', 'open')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, points) VALUES ('A shop', -1)$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, points) VALUES ('A shop', 'NaN')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, created_at) VALUES ('A shop', 'infinity')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, created_at) VALUES ('A shop', '2100-01-01')$$, '22023'),
  ('a1', $$INSERT INTO api.work_items (project, done_at) VALUES ('A shop', '2026-01-01')$$, '42501'),
  ('a1', $$UPDATE api.work_items SET title = 'x' WHERE id = item('Aw1')$$, 'PT409'), ('a1', $$DELETE FROM api.work_items$$, 'PT409'),
  ('admin', $$UPDATE api.work_items SET status = 'done' WHERE id = item('Aw7')$$, 'PT409'),
  ('b1', $$WITH w AS (UPDATE api.work_items SET title = 'x' WHERE id = item('Aw1') RETURNING *) SELECT count(*) FROM w$$, '0'),
  ('b1', $$WITH w AS (DELETE FROM api.work_items WHERE id = item('Aw1') RETURNING *) SELECT count(*) FROM w$$, '0')) q (who, query, answer);
SELECT is(pg_temp.does('a1', query), answer, query) FROM (VALUES
  ($$INSERT INTO api.work_items (project, external_id, type, points) VALUES ('A shop', 'own', 'bug', 3)$$, '-'),
  ($$UPDATE api.work_items SET status = 'in_progress', title = 'Begun', team = 'A team' WHERE id = item('own')$$, '-'),
  ($$SELECT concat_ws(' ', status, title, team, type, points) FROM api.work_items WHERE id = item('own')$$,
    'in_progress Begun A team bug 3'),
  ($$UPDATE api.work_items SET status = 'in_progress' WHERE id = item('own')$$, '-'),
  ($$UPDATE api.work_items SET status = 'done', points = NULL WHERE id = item('own')$$, '-'),
  ($$SELECT concat_ws(' ', status, done_at = now(), points) FROM api.work_items WHERE id = item('own')$$, 'done t'),
  ($$SELECT string_agg(category, ' ' ORDER BY at, external_id) FROM delivery.status_change WHERE work_item = 'own'$$, 'in_progress done'),
  ($$UPDATE api.work_items SET status = NULL WHERE id = item('own')$$, '22004'),
  ($$UPDATE api.work_items SET status = 'x' WHERE id = item('own')$$, '22023'),
  ($$UPDATE api.work_items SET type = '' WHERE id = item('own')$$, '22023'),
  ($$UPDATE api.work_items SET external_id = 'x' WHERE id = item('own')$$, '42501')) q (query, answer);
SELECT is(pg_temp.said('b1', format('SELECT delivery.change_work_item(%s, NULL, NULL, NULL, NULL)', item('own'))), 'PT404', 'of another');
SELECT is(pg_temp.said('b1', format('SELECT delivery.remove_work_item(%s)', item('own'))), 'PT404', 'nor removed');
SELECT is(bring('A', 'work_item', '[{"id": "own", "created_at": "2026-01-01"}]'), '0 1 0', 'loaded now');
SELECT is(pg_temp.said('a1', $$DELETE FROM api.work_items WHERE id = item('own')$$), 'PT409', 'what load has brought is its own');
SELECT is(pg_temp.does('a1', query), answer, query) FROM (VALUES
  ($$INSERT INTO api.work_items (project, external_id, status) VALUES ('A shop', 'own2', 'done')$$, '-'),
  ($$WITH w AS (DELETE FROM api.work_items WHERE id = item('own2') RETURNING *) SELECT count(*) FROM w$$, '1'),
  ($$SELECT count(*) FROM delivery.status_change WHERE work_item = 'own2'$$, '0'),
  ($$SELECT count(*) FROM api.work_items WHERE external_id = 'own2'$$, '0')) q (query, answer);

-- ---- integrations, and what statuses stand for ----

SELECT is(pg_temp.said(who, query), answer, who || ': ' || query) FROM (VALUES
  ('a1', $$WITH w AS (INSERT INTO api.integrations (organization_id, kind, name, settings) VALUES (id('A'), 'github', 'Code', '{"url":
    "https://api.github.com", "repository": "a/b", "project": "A shop", "since": "2026-01-01"}') RETURNING *)
    SELECT concat_ws(' ', id > 0, kind, name, is_active, last_run_at, last_error) FROM w$$, 't github Code t'),
  ('a1', $$INSERT INTO api.integrations (organization_id, kind, name) VALUES (id('A'), 'own', 'x')$$, '-'),
  ('b1', $$INSERT INTO api.integrations (organization_id, kind, name) VALUES (id('A'), 'own', 'x')$$, '42501'),
  ('a1', $$INSERT INTO api.integrations (organization_id, kind, name) VALUES (id('A'), 'jira', 'A tracker')$$, '23505'),
  ('a1', $$INSERT INTO api.integrations (organization_id, kind) VALUES (id('A'), 'jira')$$, '22023'),
  ('a1', $$INSERT INTO api.integrations (organization_id, kind, name, settings) VALUES (id('A'), 'x', 'x', '[]')$$, '22023'),
  ('a1', $$INSERT INTO api.integrations (organization_id, kind, name, last_run_at) VALUES (id('A'), 'x', 'x', now())$$, '42501'),
  ('a1', $$WITH w AS (UPDATE api.integrations SET name = 'x', settings = '{"board": 5}', is_active = false RETURNING *)
    SELECT concat_ws(' ', name, settings, is_active) FROM w$$, 'x {"board": 5} f'),
  ('b1', $$WITH w AS (UPDATE api.integrations SET name = 'x' WHERE id = integration('A') RETURNING *) SELECT count(*) FROM w$$, '0'),
  ('b1', format('SELECT delivery.change_integration(%s, ''x'', ''{}'', true)', integration('A')), '42501'),
  ('b1', 'SELECT delivery.change_integration(-1, ''x'', ''{}'', true)', '42501'),
  ('admin', 'SELECT delivery.change_integration(-1, ''x'', ''{}'', true)', '22023'),
  ('a1', $$UPDATE api.integrations SET kind = 'github'$$, '42501'), ('a1', $$UPDATE api.integrations SET settings = NULL$$, '22023'),
  ('a1', $$DELETE FROM api.integrations$$, '42501'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), 'Review', 'in_progress')$$, '-'),
  ('a1', $$WITH w AS (INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), 'Review', 'done')
    RETURNING *)
    SELECT organization_id = id('A') FROM w$$, 'true'),
  ('a1', $$INSERT INTO api.status_mappings VALUES (id('B'), integration('A'), 'Review', 'done')$$, '22023'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), 'A doing', 'done')$$, '23505'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), 'x', 'doing')$$, '22023'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), '', 'done')$$, '22023'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status) VALUES (integration('A'), 'x')$$, '22023'),
  ('b1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (integration('A'), 'x', 'done')$$, '42501'),
  ('a1', $$INSERT INTO api.status_mappings (integration, status, category) VALUES (-1, 'x', 'done')$$, '42501'),
  ('a1', $$WITH w AS (UPDATE api.status_mappings SET category = 'todo' RETURNING *) SELECT string_agg(category, ' ') FROM w$$, 'todo'),
  ('b1', $$WITH w AS (UPDATE api.status_mappings SET category = 'todo' WHERE status = 'A doing' RETURNING *) SELECT count(*) FROM w$$, '0'),
  ('a1', $$UPDATE api.status_mappings SET category = 'x'$$, '22023'), ('a1', $$UPDATE api.status_mappings SET status = 'x'$$, '42501'),
  ('a1', $$WITH w AS (DELETE FROM api.status_mappings RETURNING *) SELECT count(*) FROM w$$, '1'),
  ('b1', $$WITH w AS (DELETE FROM api.status_mappings WHERE status = 'A doing' RETURNING *) SELECT count(*) FROM w$$, '0')) q (who, query,
    answer);
-- Settings that hold a secret, or lead elsewhere.
SELECT is(pg_temp.said('a1', format($$INSERT INTO api.integrations (organization_id, kind, name, settings) VALUES (id('A'), 'github', 'x',
  %L)$$,
  s)), '22023', s)
FROM unnest(ARRAY['{"token": "x"}', '{"Authorization": "x"}', '{"api_key": 1}', '{"a": {"password": "x"}}', '{"client_secret": "x"}',
  '{"url": "http://example.org"}', '{"url": "https://user:pass@example.org"}', '{"url": "ftp://example.org"}', '{"url": "https://"}',
  '{"url": "file:///etc/passwd"}', '{"url": "http://127.0.0.1.example.org"}', '{"url": "http://localhost@example.org"}',
  '{"url": "https://example.org?x"}', '{"url": ["https://example.org"]}', '{"repository": "../../users"}', '{"repository": "a/b/c"}',
  '{"since": "yesterday"}', '{"since": "2026-02-30"}', '{"every": "1 second"}', '{"every": 5}']) s;
-- A status that is said anew has what came before transformed again.
SELECT is(pg_temp.does('a1', $$UPDATE api.status_mappings SET category = 'done'$$), '-', 'a status is said anew');
SELECT bag_eq($$SELECT payload FROM platform.job WHERE kind = 'delivery.transform'$$,
  $$SELECT jsonb_build_object('integration', integration('A'))$$, 'a job transforms again');
SELECT is((SELECT string_agg(DISTINCT status, ' ') FROM delivery.raw_record WHERE integration_id = integration('A')), 'waiting',
  'what came before');
SELECT * FROM finish();
ROLLBACK;
