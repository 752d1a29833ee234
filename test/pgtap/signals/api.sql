-- Schema api, the part of module signals: what is there, as docs/reference/api.md tells it, who gets what, and what the documents say.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_organizations.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon;

-- ---- what is there ----

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES ('s', 'signal_filters(organization uuid = NULL)'), ('s', 'signal_detail(signal bigint, brief boolean = false)'),
  ('s', 'signal_contributions(signal bigint, top integer = 10)'), ('s', 'signal_related(signal bigint)'),
  ('s', 'signal_children(signal bigint)'), ('s', 'signal_parents(signal bigint)'),
  ('v', 'assign_signal(signal bigint, assignee uuid, role_type text = NULL, notes text = NULL)'),
  ('v', 'set_signal_status(signal bigint, status text, notes text = NULL)'), ('v', 'reopen_signal(signal bigint, reason text)'),
  ('v', 'snooze_signal(signal bigint, until timestamptz)'), ('v', 'comment_signal(signal bigint, comment text)'),
  ('s', 'feed(most integer = 20, before_at timestamptz = NULL, before_id bigint = NULL)'), ('s', 'feed_unread()'),
  ('v', 'mark_read(up_to bigint = NULL)'), ('s', 'narrative(organization uuid, facility text, format text = ''json'', run_id text = NULL)'),
  ('s', 'metadata(organization uuid = NULL)'), ('s', 'lineage(object text, "column" text = NULL)'),
  ('v', 'refresh_layers(organization uuid, run_id text, "full" boolean = false)'),
  ('s', 'drivers(organization uuid, metric text, top integer = 10)'),
  ('s', 'metric_query(organization uuid, metric text, group_by text[] = ''{}'', filters jsonb = ''{}'')'),
  ('s', 'ontology_neighbors(vertex text, label text = NULL, depth integer = 1)'), ('v', 'load_artifacts(organization uuid, path text)'),
  ('v', 'hydrate_signals(organization uuid, run_id text)');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('signals') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('signals') v$$,
  '{signals,signal_assignments,facilities,narratives,runs,experiments,signal_metrics}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('signals')$$, 'comments, rights, conflicts');
-- What functions return: the columns.
SELECT is((SELECT string_agg(name || ' ' || format_type(type, NULL), ', ' ORDER BY n) FROM pg_proc p,
    unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY a (name, type, mode, n)
  WHERE p.pronamespace = 'api'::regnamespace AND p.proname = f.name AND a.mode = 't'), f.columns, f.name || ' returns')
FROM (VALUES ('signal_contributions', 'child text, name text, value double precision, weight double precision, share double precision, '
    'excess double precision, percent_of_parent double precision, direction text, rank integer, cumulative double precision'),
  ('feed', 'id bigint, created_at timestamp with time zone, kind text, signal bigint, actor uuid, details jsonb, unread boolean, '
    'organization uuid, facility text, metric text, actor_name text, assignee_name text'),
  ('lineage', 'object text, column text, source text, source_column text, depth integer'),
  ('drivers', 'feature text, mean_abs double precision, mean double precision, n bigint'),
  ('metric_query', 'key jsonb, n bigint, value double precision'),
  ('ontology_neighbors', 'edge text, label text, vertex text, depth integer')) f (name, columns);
SELECT is((SELECT string_agg(p.proname, ' ' ORDER BY p.proname) FROM pg_proc p WHERE p.prorettype = 'api.signals'::regtype AND p.proretset),
  'signal_children signal_parents signal_related', 'what returns rows of signals');
\set page `sed -n '/^<!-- signals -->/,/^<!-- end of signals -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('signals')$$, 'the page lists every object');

-- ---- who gets what: a member of A, of B, a stranger, an administrator, nobody ----

INSERT INTO signals.run (organization_id, run_id) VALUES (id('A'), '20260301');
CREATE TEMP TABLE call (object text, value text, a1 text, b1 text, out text, adm text, anon text DEFAULT '42501');
INSERT INTO call VALUES
  ('signals', '(SELECT count(*) FROM api.signals)', '80', '80', '0', '160'),
  ('signals', $$(SELECT concat_ws(' ', metric, domain, facility, system_name, value, signal_type, severity, status, days_open, has_children,
    has_parents) FROM api.signals WHERE id = signal('AF20'))$$,
    'A length of stay A flow A facility 20 A system 0 2 chronic_underperformer 88 new 0 t f', '', '',
    'A length of stay A flow A facility 20 A system 0 2 chronic_underperformer 88 new 0 t f'),
  ('signals', $$(SELECT bool_and(has_parents AND NOT has_children) FROM api.signals WHERE node_id = 'A los payer')$$, 'true', '', '',
    'true'),
  ('signal_assignments', '(SELECT count(*) FROM api.signal_assignments)', '0', '0', '0', '0'),
  ('facilities', '(SELECT count(*) FROM api.facilities)', '20', '20', '0', '40'),
  ('narratives', $$(SELECT string_agg(facility || ' ' || generated_at || (summary ->> 'segments'), ' ' ORDER BY facility)
    FROM api.narratives)$$,
    'A facility 20 2026-01-03T16:46:14Z3', 'B facility 20 2026-01-03T16:46:14Z3', '',
    'A facility 20 2026-01-03T16:46:14Z3 B facility 20 2026-01-03T16:46:14Z3'),
  ('runs', $$(SELECT string_agg(run_id || ' ' || status, ' ' ORDER BY run_id) FROM api.runs)$$, '20260101 published 20260301 loaded',
    '20260101 published', '', '20260101 published 20260101 published 20260301 loaded'),
  ('experiments', $$(SELECT string_agg(experiment || (scores ->> 'r2'), ' ' ORDER BY experiment) FROM api.experiments)$$, 'A x0.5',
    'B x0.5',
    '', 'A x0.5 B x0.5'),
  ('signal_metrics', $$(SELECT string_agg(metric_id || ' ' || polarity, ' ' ORDER BY metric_id) FROM api.signal_metrics)$$,
    'Alos lower_is_better Amortality lower_is_better', 'Blos lower_is_better Bmortality lower_is_better', '',
    'Alos lower_is_better Amortality lower_is_better Blos lower_is_better Bmortality lower_is_better'),
  ('signal_filters', $$(SELECT string_agg(v, ' ' ORDER BY v) FROM jsonb_array_elements_text(api.signal_filters(id('A')) -> 'types') v)$$,
    'baseline chronic_underperformer emerging_risk improving_leader suspect_data', '42501', '42501',
    'baseline chronic_underperformer emerging_risk improving_leader suspect_data'),
  ('signal_filters', $$(SELECT string_agg(k || jsonb_array_length(v), ' ' ORDER BY k) FROM jsonb_each(api.signal_filters()) x (k, v))$$,
    'domains2 facilities20 metrics2 statuses1 systems2 types5', 'domains2 facilities20 metrics2 statuses1 systems2 types5',
    'domains0 facilities0 metrics0 statuses0 systems0 types0', 'domains4 facilities40 metrics4 statuses1 systems4 types5'),
  ('signal_filters', $$api.signal_filters(id('nothing'))$$, '42501', '42501', '42501', '22023'),
  ('signal_detail', $$api.signal_detail(signal('AF20')) #>> '{signal,facility}'$$, 'A facility 20', 'PT404', 'PT404', 'A facility 20'),
  ('signal_detail', $$api.signal_detail(0)$$, 'PT404', 'PT404', 'PT404', 'PT404'),
  ('signal_contributions', $$(SELECT string_agg(name, ' ' ORDER BY rank, child) FROM api.signal_contributions(signal('AF20'), 2))$$,
    'A part 1 A part 3', 'PT404', 'PT404', 'A part 1 A part 3'),
  ('signal_contributions', $$(SELECT count(*) FROM api.signal_contributions(signal('AF19')))$$, '0', 'PT404', 'PT404', '0'),
  ('signal_contributions', $$(SELECT count(*) FROM api.signal_contributions(signal('AF20'), 51))$$, '22023', 'PT404', 'PT404', '22023'),
  ('signal_contributions', $$(SELECT count(*) FROM api.signal_contributions(signal('AF20'), 0))$$, '22023', 'PT404', 'PT404', '22023'),
  ('signal_related', $$(SELECT string_agg(node_id || ' ' || facility_id, ' ') FROM api.signal_related(signal('AF20')))$$,
    'A mortality AF20',
    'PT404', 'PT404', 'A mortality AF20'),
  ('signal_children', $$(SELECT string_agg(dimensions ->> 'payer', ' ' ORDER BY id) FROM api.signal_children(signal('AF20')))$$,
    'private public', 'PT404', 'PT404', 'private public'),
  ('signal_children', $$(SELECT count(*) FROM api.signal_children(signal('AF20 mortality')))$$, '0', 'PT404', 'PT404', '0'),
  ('signal_parents', $$(SELECT count(*) FROM api.signal_parents(signal('AF20')))$$, '0', 'PT404', 'PT404', '0'),
  ('assign_signal', $$api.assign_signal(signal('AF20'), id('a2')) ->> 'assignee_name'$$, 'Name of a2', 'PT404', 'PT404', 'Name of a2'),
  ('assign_signal', $$api.assign_signal(signal('AF20'), id('b1'))$$, '22023', 'PT404', 'PT404', '22023'),
  ('set_signal_status', $$api.set_signal_status(signal('AF20'), 'assigned') ->> 'status'$$, 'assigned', 'PT404', 'PT404', 'assigned'),
  ('set_signal_status', $$api.set_signal_status(signal('AF20'), 'closed')$$, 'PT409', 'PT404', 'PT404', 'PT409'),
  ('reopen_signal', $$api.reopen_signal(signal('AF20'), 'x')$$, 'PT409', 'PT404', 'PT404', 'PT409'),
  ('snooze_signal', $$api.snooze_signal(signal('AF20'), '2100-01-01') ->> 'signal' = signal('AF20')::text$$, 'true', 'PT404', 'PT404',
    'true'),
  ('comment_signal', $$api.comment_signal(signal('AF20'), 'x') ->> 'status'$$, 'new', 'PT404', 'PT404', 'new'),
  ('feed', $$(SELECT count(*) FROM api.feed(100))$$, '80', '80', '0', '100'),
  ('feed_unread', $$api.feed_unread()$$, '80', '80', '0', '160'),
  ('mark_read', $$api.mark_read()$$, '', '', '', ''),
  ('narrative', $$api.narrative(id('A'), 'AF20') ->> 'facility'$$, 'AF20', '42501', '42501', 'AF20'),
  ('narrative', $$api.narrative(id('A'), 'AF20', 'markdown') ->> 'markdown' LIKE '%AF20%'$$, 'true', '42501', '42501', 'true'),
  ('narrative', $$api.narrative(id('A'), 'AF20', 'html')$$, '22023', '42501', '42501', '22023'),
  ('narrative', $$api.narrative(id('A'), 'AF20', run_id => '20250101')$$, 'PT404', '42501', '42501', 'PT404'),
  ('narrative', $$api.narrative(id('A'), 'BF20')$$, 'PT404', '42501', '42501', 'PT404'),
  ('metadata', $$(SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(api.metadata(id('A'))) k)$$, 'checks freshness layers runs',
    '42501', '42501', 'checks freshness layers runs'),
  ('metadata', $$api.metadata() #>> '{freshness,0,run_id}'$$, '20260101', '20260101', '', '20260101'),
  ('metadata', $$jsonb_array_length(api.metadata() -> 'runs')$$, '2', '1', '0', '3'),
  ('lineage', $$(SELECT string_agg(l.source || '.' || l.source_column, ' ' ORDER BY l.depth) FROM api.lineage('facilities', 'name') l
    WHERE l.depth < 3)$$, 'signals.dim_facility.name signals.int_facility_version.name',
    'signals.dim_facility.name signals.int_facility_version.name', 'signals.dim_facility.name signals.int_facility_version.name',
    'signals.dim_facility.name signals.int_facility_version.name'),
  ('lineage', $$(SELECT count(*) FROM api.lineage('nothing'))$$, 'PT404', 'PT404', 'PT404', 'PT404'),
  ('lineage', $$(SELECT count(*) FROM api.lineage('signals', 'nothing'))$$, 'PT404', 'PT404', 'PT404', 'PT404'),
  ('drivers', $$(SELECT string_agg(feature || ' ' || mean_abs || ' ' || mean || ' ' || n, ' ' ORDER BY mean_abs DESC)
    FROM api.drivers(id('A'), 'Alos'))$$, 'A beds 5 -5 4 A age 2.5 2.5 4', '42501', '42501', 'A beds 5 -5 4 A age 2.5 2.5 4'),
  ('drivers', $$(SELECT count(*) FROM api.drivers(id('A'), 'Alos', 1))$$, '1', '42501', '42501', '1'),
  ('drivers', $$(SELECT count(*) FROM api.drivers(id('A'), 'Alos', 51))$$, '22023', '42501', '42501', '22023'),
  ('drivers', $$(SELECT count(*) FROM api.drivers(id('A'), 'Blos'))$$, '22023', '42501', '42501', '22023'),
  ('metric_query', $$(SELECT n || ' ' || round(value::numeric, 6) FROM api.metric_query(id('A'), 'Alos'))$$, '20 1.050000', '42501',
    '42501',
    '20 1.050000'),
  ('metric_query', $$(SELECT count(*) FROM api.metric_query(id('A'), 'Blos'))$$, '22023', '42501', '42501', '22023'),
  ('ontology_neighbors', $$(SELECT string_agg(edge || ' ' || vertex, ' ' ORDER BY vertex) FROM api.ontology_neighbors('Alos', 'node'))$$,
    'measures A los measures A los month measures A los payer', '', '', 'measures A los measures A los month measures A los payer'),
  ('ontology_neighbors', $$(SELECT count(*) FROM api.ontology_neighbors('Alos', 'thing'))$$, '22023', '22023', '22023', '22023'),
  ('ontology_neighbors', $$(SELECT count(*) FROM api.ontology_neighbors('Alos', depth => 4))$$, '22023', '22023', '22023', '22023'),
  ('load_artifacts', $$api.load_artifacts(id('A'), '/etc')$$, '42501', '42501', '42501', '22023'),
  ('load_artifacts', $$api.load_artifacts(id('A'), '')$$, '42501', '42501', '42501', '22023'),
  ('refresh_layers', $$(api.refresh_layers(id('A'), '20260101') ->> 'job')::bigint > 0$$, '42501', '42501', '42501', 'true 202'),
  ('refresh_layers', $$api.refresh_layers(id('A'), 'nothing')$$, '42501', '42501', '42501', 'PT404'),
  ('refresh_layers', $$api.refresh_layers(id('nothing'), 'nothing')$$, '42501', '42501', '42501', '22023'),
  ('hydrate_signals', $$(api.hydrate_signals(id('A'), '20260101') ->> 'job')::bigint > 0$$, '42501', '42501', '42501', 'true 202'),
  ('hydrate_signals', $$api.hydrate_signals(id('A'), '20260301')$$, '42501', '42501', '42501', 'PT409'),
  ('hydrate_signals', $$api.hydrate_signals(id('A'), 'nothing')$$, '42501', '42501', '42501', 'PT404');
SELECT is_empty($$SELECT name FROM pg_temp.views('signals') UNION SELECT proname::text FROM pg_temp.routines('signals') r
  JOIN pg_proc p ON p.oid = r.routine EXCEPT SELECT object FROM call$$, 'every object is in the matrix');
SELECT is(concat_ws(' | ', pg_temp.answers('a1', value), pg_temp.answers('b1', value), pg_temp.answers('stranger', value),
  pg_temp.answers('admin', value), pg_temp.answers('anonymous', value)), concat_ws(' | ', a1, b1, out, adm, anon), value) FROM call;
SELECT is_empty($$SELECT pg_temp.unrefused('signals', w) FROM unnest('{a1,b1,admin}'::text[]) w$$,
  'all else that is written is refused, and has a status');
SELECT is(pg_temp.words('a1', 'SELECT api.' || c), pg_temp.words('a1', 'SELECT signals.' || c), c || ' has the module''s words')
FROM unnest(ARRAY['set_signal_status(signal(''AF20''), ''closed'')', 'reopen_signal(signal(''AF20''), ''x'')']) c;

-- ---- the detail of a signal ----

SELECT signals.signal_detail(signal('AF20')) AS detail, signals.signal_detail(signal('AF01')) AS good \gset
SELECT is((SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(:'detail'::jsonb) k),
  '{chart,checks,comments,funnel,indicators,peers,reason,refinements,signal,since,statistics,trend}'::text[], 'its parts');
SELECT is(:'detail'::jsonb -> 'signal', (SELECT to_jsonb(s) FROM api.signals s WHERE s.id = signal('AF20')),
  'the signal is the row of the view');
SELECT is((SELECT string_agg(k || round(v::numeric, 6), ' ' ORDER BY k) FROM jsonb_each_text(:'detail'::jsonb -> 'peers') p (k, v)),
  'mean1.050000 median1.050000 n20.000000 sd0.576628', 'peers: 0.1 to 2.0');
SELECT is((SELECT array_agg((t ->> 'period')::integer ORDER BY n) FROM jsonb_array_elements(:'detail'::jsonb -> 'trend')
  WITH ORDINALITY x (t, n)), ARRAY(SELECT 202500 + m FROM generate_series(1, 12) m), 'a month a row, in order');
SELECT is((SELECT array_agg(round((t ->> 'value')::numeric, 6) ORDER BY n) FROM jsonb_array_elements(:'detail'::jsonb -> 'trend')
  WITH ORDINALITY x (t, n)), ARRAY(SELECT round(2 + (m - 6.5) / 100, 6) FROM generate_series(1, 12) m), 'with its value');
SELECT is((SELECT round(avg((t ->> 'z')::float8)::numeric, 9) FROM jsonb_array_elements(:'detail'::jsonb -> 'trend') t),
  round((:'detail'::jsonb #>> '{statistics,mean_z}')::numeric, 9), 'and z, whose mean is that of the signal');
SELECT is((SELECT count(*) FROM jsonb_array_elements(:'detail'::jsonb -> 'chart') c WHERE c ?& '{value,centre,lower,upper,rules,period}'),
  12::bigint, 'the chart has a row a month');
SELECT is(:'detail'::jsonb -> 'funnel', 'null'::jsonb, 'days are no share: no funnel');
SELECT is(:'detail'::jsonb -> 'indicators', (SELECT to_jsonb(f) FROM (SELECT position, trend, momentum, consistency, spike
  FROM signals.fct_signal WHERE organization_id = id('A') AND node_id = 'A los' AND facility_id = 'AF20') f),
    'indicators as they were computed');
SELECT is((SELECT 'x' || (r.severity) || r.type FROM signals.signal_class((SELECT s FROM signals.signal s WHERE s.id = signal('AF20'))) r),
  (SELECT 'x' || s.severity || s.signal_type FROM signals.signal s WHERE s.id = signal('AF20')), 'and the class that they lead to');
SELECT isnt(:'detail'::jsonb ->> 'reason', :'good'::jsonb ->> 'reason', 'each has its reason');
SELECT is((SELECT count(*) FROM jsonb_array_elements(:'detail'::jsonb -> 'checks')), (SELECT count(*) FROM signals.check_result
  WHERE organization_id = id('A')), 'the checks of the run');
SELECT is(round((:'detail'::jsonb #>> '{statistics,slope}')::numeric, 9), 0.01, 'the slope: a hundredth a month');
SELECT is(:'detail'::jsonb #>> '{statistics,direction}', 'increasing', 'in words');
-- A share of encounters: a funnel.
SELECT signals.signal_detail(signal('AF05 mortality')) -> 'funnel' AS funnel \gset
SELECT is((SELECT string_agg(p ->> 'facility_id' || ' ' || (p ->> 'size') || ' ' || (p ->> 'value'), ' ')
  FROM jsonb_array_elements(:'funnel'::jsonb -> 'points') p WHERE p ->> 'facility_id' IN ('AF05', 'AF06')), 'AF05 500 0.15 AF06 600 0.14',
  'a funnel: size and share of each facility');
SELECT ok(:'funnel'::jsonb ?& '{target,phi,tau2,points}' AND jsonb_array_length(:'funnel'::jsonb -> 'points') = 20,
  'of all that are compared');
-- In brief: the facility's own point and those outside, the others as arrays.
SELECT signals.signal_detail(signal('AF05 mortality'), true) -> 'funnel' AS brief \gset
SELECT is((SELECT array_agg(p ->> 'facility_id' ORDER BY p ->> 'facility_id') FROM jsonb_array_elements(:'brief'::jsonb -> 'points') p),
  (SELECT array_agg(p ->> 'facility_id' ORDER BY p ->> 'facility_id') FROM jsonb_array_elements(:'funnel'::jsonb -> 'points') p
   WHERE p ->> 'facility_id' = 'AF05' OR (p -> 'value')::float8 > (p -> 'upper_998')::float8
      OR (p -> 'value')::float8 < (p -> 'lower_998')::float8), 'in brief the own one and those outside');
SELECT is((SELECT jsonb_agg(p - '{name,outside}'::text[] ORDER BY p -> 'facility_id')
  FROM jsonb_array_elements(:'brief'::jsonb -> 'points') p),
  (SELECT jsonb_agg(f ORDER BY f -> 'facility_id') FROM jsonb_array_elements(:'brief'::jsonb -> 'points') p
   JOIN jsonb_array_elements(:'funnel'::jsonb -> 'points') f ON f -> 'facility_id' = p -> 'facility_id'), 'as they are');
SELECT is((SELECT p ->> 'name' FROM jsonb_array_elements(:'brief'::jsonb -> 'points') p WHERE p ->> 'facility_id' = 'AF05'), 'A facility 5',
  'with their names');
SELECT is((:'brief'::jsonb ->> 'n') || ' ' || jsonb_array_length(:'brief'::jsonb -> 'points')
  + jsonb_array_length(:'brief'::jsonb -> 'others'), '20 20', 'none is left out');
SELECT is((SELECT count(*) FROM jsonb_array_elements(:'brief'::jsonb -> 'others') o
  JOIN jsonb_array_elements(:'funnel'::jsonb -> 'points') f
    ON f -> 'size' = o -> 0 WHERE abs((f -> 'value')::float8 - (o -> 1)::float8) <= 5e-7
   AND abs((f -> 'upper_998')::float8 - (o -> 5)::float8) <= 5e-7), jsonb_array_length(:'brief'::jsonb -> 'others')::bigint,
  'the others by size and value');
SELECT is(signals.signal_detail(signal('AF20'), true) -> 'funnel', 'null', 'and none where there is none');
-- Phases: limits of their own.
INSERT INTO signals.chart_phase (organization_id, metric_id, facility_id, starts_on, reason) VALUES (id('A'), 'Alos', 'AF20', 202507,
  'moved'),
  (id('A'), 'Alos', 'AF19', 202503, 'another''s'), (id('B'), 'Alos', 'AF20', 202503, 'another''s');
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', c ->> 'phase', c ->> 'phase_reason', round((c ->> 'centre')::numeric, 6)), '; ')
  FROM jsonb_array_elements(signals.signal_detail(signal('AF20')) -> 'chart') c), '1.970000; 202507 moved 2.030000',
    'each phase has its centre');
-- What is suppressed is not there.
UPDATE signals.dim_metric SET min_size = 150 WHERE organization_id = id('A') AND metric_id = 'Alos';
SELECT signals.build(id('A'), '20260101'), signals.hydrate(id('A'), '20260101') \g /dev/null
SELECT is(jsonb_array_length(signals.signal_detail(signal('AF01')) -> 'trend') || ' ' || (signals.signal_detail(signal('AF20'))
  #>> '{peers,n}'),
  '0 19', 'values of too few encounters are nobody''s');

-- ---- lineage ----

SELECT ok(EXISTS (SELECT FROM api.lineage('signals.fct_signal', 'severity') l WHERE (l.source, l.source_column)
  = ('signals.raw_entity_result',
  'values')), 'a signal''s severity comes of the months as they were loaded');
SELECT ok(NOT EXISTS (SELECT FROM api.lineage('signals.fct_signal', 'severity') l WHERE l.source ~ 'assignment|signal_comment|raw_shap'),
  'and not of what people do');
SELECT results_eq($$SELECT l.source, l.source_column, l.depth FROM api.lineage('runs', 'status') l$$, $$VALUES ('signals.run', 'status',
  1)$$,
  'a plain column comes of one');
SELECT bag_eq($$SELECT l.source || '.' || l.source_column FROM api.lineage('shown_signal', 'facility') l WHERE l.depth = 1$$,
  '{signals.dim_facility.name,signals.signal.facility_id}'::text[], 'a computed column of those that its expression names');
SELECT bag_eq($$SELECT l.source || '.' || l.source_column FROM api.lineage('shown_signal', 'days_open') l WHERE l.depth = 1$$,
  '{signals.assignment.resolved_at,signals.signal.detected_at}'::text[], 'with functions in it too');
SELECT ok((SELECT count(*) > 10 FROM api.lineage('shown_signal', 'has_children') l WHERE l.depth = 1),
  'and one that a query within the view computes of all that the view reads');
CREATE VIEW signals.hostile AS SELECT r.run_id AS "} :resno 1 {QUERY \", '{' || r.status || '}"\' AS "a b", count(*) OVER () AS n, 1 AS one
  FROM signals.run r WHERE r.status <> '} {';
SELECT bag_eq($$SELECT s."column", s.source_column FROM signals.column_source s WHERE s.object = 'signals.hostile'$$,
  $$VALUES ('} :resno 1 {QUERY \', 'run_id'), ('a b', 'status'), ('n', 'run_id'), ('n', 'status')$$,
    'names and constants do not confuse it; what is made of no column has none');
DROP VIEW signals.hostile;
SELECT bag_eq($$SELECT DISTINCT l.source FROM api.lineage('dim_facility', 'name') l$$,
  '{signals.int_facility_version,signals.int_facility,signals.stg_facility,signals.raw_entity_result}'::text[],
  'through views and layers down to the raw table');
SELECT is_empty($$SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'signals'::regnamespace AND c.relkind = 'v' AND c.relname <> 'column_source' AND a.attnum > 0
  EXCEPT SELECT to_regclass(s.object), s."column" FROM signals.column_source s$$, 'every column of every view is made of something');

-- ---- questions by names ----

SELECT is(pg_temp.answers('a1', format('(SELECT string_agg(key::text || n || round(value::numeric, 3), '' '' ORDER BY key)
  FROM api.metric_query(%s))',
  arguments)), answer, arguments) FROM (VALUES
  ($$id('A'), 'Amortality', '{system_name}'$$, '{"system_name": "A system 0"}100.090 {"system_name": "A system 1"}100.100'),
  ($$id('A'), 'Alos', '{payer}', '{"facility_id": "AF10"}'$$, '{"payer": "private"}12.000 {"payer": "public"}10.500'),
  ($$id('A'), 'Alos', '{}', '{"payer": "public", "facility_id": ["AF10", "AF20"]}'$$, '{}20.750'),
  ($$id('A'), 'Alos', '{run_id}', '{"facility_id": "AF20"}'$$, '{"run_id": "20260101"}12.000'),
  ($$id('A'), 'Alos', '{facility_id}', '{"facility_id": []}'$$, ''),
  ($$id('A'), 'Alos', '{facility_id}', '{"facility_id": "'' OR true --"}'$$, ''),
  ($$id('A'), 'Alos', '{facility_id}', '{"facility_id": null}'$$, ''),
  ($$id('A'), 'Alos', '{value}'$$, '22023'), ($$id('A'), 'Alos', '{organization_id}'$$, '22023'),
  ($$id('A'), 'Alos', '{"facility_id; DROP TABLE signals.run"}'$$, '22023'), ($$id('A'), 'Alos', '{"1) FROM platform.account --"}'$$,
    '22023'),
  ($$id('A'), 'Alos', '{NULL}'$$, '22023'), ($$id('A'), 'Alos', NULL$$, '22023'), ($$id('A'), 'Alos', '{{facility_id},{run_id}}'$$,
    '22023'),
  ($$id('A'), 'Alos', '{}', '[]'$$, '22023'), ($$id('A'), 'Alos', '{}', 'null'$$, '22023'), ($$id('A'), 'Alos', '{}', NULL$$, '22023'),
  ($$id('A'), 'Alos', '{}', '{"nothing": 1}'$$, '22023'), ($$id('A'), 'Alos', '{}', '{"facility_id": {"a": 1}}'$$, '22023'),
  ($$id('A'), 'Alos', '{}', '{"facility_id": [[1]]}'$$, '22023'), ($$id('A'), 'Amortality', '{payer}'$$, '22023'),
  ($$id('A'), ''' OR true --'$$, '22023'), ($$id('A'), NULL$$, '22023')) q (arguments, answer);
SELECT is(pg_temp.answers('a1', format('(SELECT string_agg(concat_ws('' '', depth, edge, label, vertex), ''; ''
  ORDER BY depth, label, vertex)
  FROM api.ontology_neighbors(%s))', arguments)), answer, 'around ' || arguments) FROM (VALUES
  ('''A flow''', '1 belongs_to metric Alos'), ('''AF01''', '1 part_of system A system 1'),
  ('''AF01'', ''facility'', 2', (SELECT string_agg(format('2 part_of facility AF%s', lpad(n::text, 2, '0')), '; ' ORDER BY n)
                                 FROM generate_series(3, 19, 2) n)),
  ('''A los''', '1 measures metric Alos; 1 trends_to node A los month; 1 splits_into node A los payer'),
  ('''A los month'', NULL, 3', '1 measures metric Alos; 1 trends_to node A los; 2 belongs_to domain A flow; 2 measures node A los payer'),
  ('''B flow''', ''), ('''nothing''', ''), ('NULL', ''), ('''A los'', NULL, 0', '22023'), ('''A los'', NULL, NULL', '22023')) q (arguments,
    answer);

-- ---- what administrators ask for is asked once ----

SELECT is(pg_temp.does('admin', $$SELECT api.refresh_layers(id('A'), '20260101') -> 'job' = api.refresh_layers(id('A'), '20260101') -> 'job'
  AND api.refresh_layers(id('A'), '20260101', true) -> 'job' <> api.refresh_layers(id('A'), '20260101') -> 'job'$$), 'true',
  'the one that waits, and another for all runs');
SELECT is(pg_temp.does('admin', $$SELECT api.hydrate_signals(id('A'), '20260101') -> 'job' = api.hydrate_signals(id('A'), '20260101')
  -> 'job'$$),
  'true', 'so with what is taken over');
SELECT bag_eq($$SELECT kind, payload - 'organization' FROM platform.job WHERE kind ~ '^signals'$$, $$VALUES
  ('signals.refresh', '{"run_id": "20260101", "full": false}'::jsonb), ('signals.refresh', '{"run_id": "20260101", "full": true}'),
  ('signals.hydrate', '{"run_id": "20260101"}')$$, 'jobs with what they are to do');
SELECT * FROM finish();
ROLLBACK;
