-- Building a run: in order, checked before it is published, the same in full and by run; what is unusual; and taking it over.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/signals.sql
\set org 'pg_temp.org()'

-- A run of real shape whose right rows were computed elsewhere.
\set present `[ -r "${HARMONY_DATA:-../shared/data}/signals/runs.jsonl" ] && echo true || echo false`
\if :present
\set content `cat "${HARMONY_DATA:-../shared/data}/signals/runs.jsonl"`
CREATE TEMP TABLE given AS SELECT :'content'::jsonb AS run;
\unset content
INSERT INTO platform.organization (id, name) VALUES (pg_temp.org('cases'), 'Cases');
SELECT results_eq($$SELECT sum(i.rejected)::int FROM given g CROSS JOIN LATERAL jsonb_each_text(g.run -> 'files') f
  CROSS JOIN LATERAL signals.ingest(pg_temp.org('cases'), g.run ->> 'run', f.key, f.value) i$$, $$SELECT (run ->> 'rejects')::int
    FROM given$$,
  'the lines that are refused');
SELECT is((SELECT sum(b.failed_checks) FROM given g, signals.build(pg_temp.org('cases'), g.run ->> 'run') b), 0::bigint, 'no check fails');
SELECT is((SELECT count(*) FROM signals.fct_signal f WHERE f.organization_id = pg_temp.org('cases')),
  (SELECT jsonb_array_length(run -> 'want')::bigint FROM given), 'a row a facility and metric');
SELECT is_empty($$
  SELECT w ->> 'metric', w ->> 'facility', k.key, k.value, f.row ->> k.key
  FROM given g CROSS JOIN LATERAL jsonb_array_elements(g.run -> 'want') w
  LEFT JOIN LATERAL (
    SELECT to_jsonb(f) || jsonb_build_object('metric', f.metric_id, 'facility', f.facility_id, 'type', f.signal_type) AS row
    FROM signals.fct_signal f
    WHERE f.organization_id = pg_temp.org('cases') AND f.metric_id = w ->> 'metric' AND f.facility_id = w ->> 'facility') f ON true
  CROSS JOIN LATERAL jsonb_each(w) k
  WHERE CASE jsonb_typeof(k.value) WHEN 'number'
    THEN (abs((k.value)::float8 - (f.row ->> k.key)::float8) <= 1e-9 * greatest(1, abs((k.value)::float8))) IS NOT TRUE
    ELSE k.value IS DISTINCT FROM f.row -> k.key END$$, 'all figures within 1e-9, all names');
\else
SELECT skip('no cases', 4);
\endif

-- Nothing before it is built; then all of it.
SELECT is(pg_temp.load('1'), 40::bigint, 'a run is loaded');
SELECT is((SELECT count(*) FROM signals.fct_signal WHERE organization_id = :org), 0::bigint, 'nothing is published');
SELECT is((SELECT sum(b.n_rows) FROM signals.build(:org, '1') b WHERE b.step = 'signals.fct_signal'), 20::numeric, 'built');
SELECT is((SELECT status FROM signals.run WHERE organization_id = :org), 'published', 'published');
SELECT is((SELECT count(*) FROM signals.build_step WHERE organization_id = :org), (SELECT count(*) FROM signals.layer), 'a step a layer');
CREATE TEMP TABLE before AS SELECT * FROM signals.fct_signal WHERE organization_id = :org;
SELECT is(pg_temp.load('1'), 40::bigint, 'loaded again');
SELECT lives_ok($$SELECT signals.build(pg_temp.org(), '1')$$, 'built again');
SELECT is_empty($$TABLE before EXCEPT SELECT * FROM signals.fct_signal$$, 'the same rows');

-- A failed check of severity error leaves the marts, and is kept; a warning publishes.
SELECT pg_temp.load('1', 30) > 0 AS loaded \gset
INSERT INTO signals.quality_check (organization_id, layer, kind, columns, arguments) VALUES
  (:org, 'signals.fct_signal', 'range', '{value}', '{"most": 12}') RETURNING id AS planted \gset
SELECT is((SELECT sum(b.failed_checks) FROM signals.build(:org, '1') b), 1::bigint, 'the planted check fails');
SELECT is((SELECT status FROM signals.run WHERE organization_id = :org), 'refused', 'the run is refused');
SELECT isnt((SELECT published_at FROM signals.run WHERE organization_id = :org), NULL, 'what was published is so still');
SELECT bag_eq($$SELECT * FROM signals.fct_signal WHERE organization_id = pg_temp.org()$$, 'TABLE before', 'the marts are as they were');
SELECT results_eq(format('SELECT n_rows, n_failed, passed, jsonb_array_length(failing_keys) FROM signals.check_result WHERE check_id = %s',
  :planted), 'VALUES (30::bigint, 16::bigint, false, 10)', 'what failed is kept, ten of them by name');
UPDATE signals.quality_check SET tolerated = 0.6 WHERE id = :planted;
SELECT is((SELECT sum(b.failed_checks) FROM signals.build(:org, '1') b), 0::bigint, 'a share may fail');
SELECT is((SELECT count(*) FROM signals.fct_signal WHERE organization_id = :org), 30::bigint, 'then it is published');
UPDATE signals.quality_check SET tolerated = 0, severity = 'warn' WHERE id = :planted;
SELECT is((SELECT sum(b.failed_checks) FROM signals.build(:org, '1') b), 1::bigint, 'a warning is told');
SELECT is((SELECT status FROM signals.run WHERE organization_id = :org), 'published', 'and publishes');

-- Each kind of check finds what is planted, and only that.
CREATE FUNCTION pg_temp.fails(kind text, columns text[], arguments jsonb, filter text DEFAULT NULL, layer text DEFAULT 'signals.fct_signal')
  RETURNS bigint LANGUAGE sql AS $$
  SELECT (signals.answer(ROW(0, NULL, layer, kind, columns, arguments, filter, 0, 'error')::signals.quality_check, pg_temp.org(),
    '1')).n_failed
$$;
SELECT is(pg_temp.fails('not_null', '{value}', '{}'), 0::bigint, 'not_null');
SELECT is(pg_temp.fails('not_null', '{cost}', '{}'), 30::bigint, 'not_null finds');
SELECT is(pg_temp.fails('unique', '{facility_id}', '{}'), 0::bigint, 'unique');
SELECT is(pg_temp.fails('unique', '{metric_id}', '{}'), 30::bigint, 'unique finds each of several');
SELECT is(pg_temp.fails('accepted_values', '{metric_id}', '{"values": ["m"]}'), 0::bigint, 'accepted_values');
SELECT is(pg_temp.fails('accepted_values', '{facility_id}', '{"values": ["F1", "it''s"]}'), 29::bigint, 'accepted_values finds');
SELECT is(pg_temp.fails('range', '{value}', '{"least": 10, "most": 16}'), 0::bigint, 'range');
SELECT is(pg_temp.fails('range', '{value}', '{"least": 11}'), 4::bigint, 'range finds');
SELECT is(pg_temp.fails('relationships', '{facility_id}', '{"to": "signals.dim_facility", "columns": ["facility_id"]}'), 0::bigint,
  'relationships');
SELECT is(pg_temp.fails('relationships', '{facility_id}', '{"to": "signals.dim_facility", "columns": ["name"]}'), 30::bigint,
  'relationships finds');
SELECT is(pg_temp.fails('row_count', '{}', '{"least": 30, "most": 30}'), 0::bigint, 'row_count');
SELECT is(pg_temp.fails('row_count', '{}', '{"most": 29}'), 1::bigint, 'row_count finds');
SELECT is(pg_temp.fails('freshness', '{loaded_at}', '{"within": "1 day"}', layer => 'signals.run'), 0::bigint, 'freshness');
SELECT is(pg_temp.fails('freshness', '{loaded_at}', '{"within": "-1 day"}', layer => 'signals.run'), 1::bigint, 'freshness finds');
SELECT is(pg_temp.fails('not_null', '{cost}', '{}', 'facility_id = ''F1'''), 1::bigint, 'of the rows of a filter');
SELECT throws_ok($$SELECT pg_temp.fails('range', '{nowhere}', '{"least": 1}')$$, '22023', NULL, 'a column that is not there');
SELECT throws_ok($$SELECT pg_temp.fails('range', '{value}', '{"least": "x"}')$$, '22023', NULL, 'a bound that is no number');
SELECT throws_ok($$SELECT pg_temp.fails('not_null', '{value}', '{}', 'syntax error')$$, '22023', NULL, 'a filter that is no SQL');

-- The registry.
SELECT is_empty('SELECT * FROM signals.broken_contracts()', 'the shipped layers keep their contracts');
SELECT is_empty($$SELECT e.layer, e.needs FROM signals.layer_edges() e JOIN signals.layer_order() a ON a.layer = e.layer
  JOIN signals.layer_order() b ON b.layer = e.needs WHERE a.position <= b.position$$, 'each comes after what it is made of');
SELECT is((SELECT count(*) FROM signals.layer_order()), (SELECT count(*) FROM signals.layer), 'all of them');
SELECT is_empty('SELECT name FROM signals.run_unit_tests() WHERE NOT passed', 'the unit tests pass');
INSERT INTO signals.unit_test (name, layer, given, expected) VALUES ('wrong', 'signals.int_trend', '{}', '[{"node_id": "x"}]');
SELECT results_eq($$SELECT passed, missing, unexpected FROM signals.run_unit_tests() WHERE name = 'wrong'$$,
  $$VALUES (false, '[{"node_id": "x"}]'::jsonb, '[]'::jsonb)$$, 'a unit test that fails says what is missing');
CREATE VIEW signals.site_view WITH (security_invoker = true) AS SELECT f.organization_id, f.run_id, f.facility_id, f.value * 2 AS twice
  FROM signals.fct_signal f;
CREATE TABLE signals.site_table (organization_id uuid, run_id text, facility_id text, twice float8);
INSERT INTO signals.layer (name, kind, source, contract) VALUES ('signals.site_table', 'incremental', 'signals.site_view',
  '{"twice": "float8"}');
SELECT results_eq($$SELECT n_rows FROM signals.build(pg_temp.org(), '1') WHERE step = 'signals.site_table'$$, 'VALUES (30::bigint)',
  'a layer of the site is built');
SELECT is((SELECT sum(twice) FROM signals.site_table), (SELECT 2 * sum(value) FROM signals.fct_signal WHERE organization_id = :org),
  'after what it reads');
SAVEPOINT registry;
UPDATE signals.layer SET contract = '{"twice": "integer"}' WHERE name = 'signals.site_table';
SELECT throws_ok($$SELECT signals.build(pg_temp.org(), '1')$$, '22023', 'a layer is not what its contract says', 'a broken contract');
UPDATE signals.layer SET contract = '{"thrice": "float8"}' WHERE name = 'signals.site_table';
SELECT throws_ok($$SELECT signals.build(pg_temp.org(), '1')$$, '22023', 'a layer is not what its contract says',
  'a column that is not there');
ROLLBACK TO registry;
UPDATE signals.layer SET depends_on = '{signals.site_table}' WHERE name = 'signals.int_trend';
SELECT throws_ok($$SELECT signals.build(pg_temp.org(), '1')$$, '22023', 'layers depend on each other in a circle', 'a circle');
ROLLBACK TO registry;
UPDATE signals.layer SET depends_on = '{signals.nowhere}' WHERE name = 'signals.int_trend';
SELECT throws_ok($$SELECT signals.build(pg_temp.org(), '1')$$, '22023', 'layer "signals.nowhere" is not registered', 'an unknown layer');
ROLLBACK TO registry;
SELECT throws_ok($$SELECT signals.build(pg_temp.org(), 'none')$$, 'PT404', NULL, 'a run that is not there');

-- In full and by run: the same. verify tells what somebody changed.
SELECT pg_temp.load('2', 25, 0.5) > 0 AS loaded \gset
SELECT count(*) > 0 AS built FROM signals.build(:org, '2') \gset
CREATE TEMP TABLE by_run AS SELECT * FROM signals.fct_signal WHERE organization_id = :org;
SELECT is_empty('SELECT * FROM signals.verify(pg_temp.org())', 'verify finds nothing');
SELECT count(*) > 0 AS built FROM signals.build(:org, '1', true) \gset
SELECT bag_eq('SELECT * FROM signals.fct_signal WHERE organization_id = pg_temp.org()', 'TABLE by_run', 'all runs at once: the same rows');
UPDATE signals.fct_signal SET severity = 1 WHERE organization_id = :org AND run_id = '2' AND facility_id = 'F3';
SELECT bag_eq('SELECT layer, run_id, difference FROM signals.verify(pg_temp.org())', $$VALUES ('signals.fct_signal', '2', 'is missing'),
  ('signals.fct_signal', '2', 'should not be there')$$, 'a changed row is found');
SELECT count(*) > 0 AS built FROM signals.build(:org, '2') \gset

-- A metric is one thing at a time.
SELECT throws_ok($$INSERT INTO signals.dim_metric (organization_id, metric_id, name, valid_from) VALUES (pg_temp.org(), 'm', 'm', '5')$$,
  '23P01', NULL, 'two rows of a metric for the same runs');
SELECT lives_ok($$UPDATE signals.dim_metric SET valid_to = '5' WHERE organization_id = pg_temp.org() AND metric_id = 'm'$$, 'one ends');
SELECT lives_ok($$INSERT INTO signals.dim_metric (organization_id, metric_id, name, valid_from) VALUES (pg_temp.org(), 'm', 'm', '5')$$,
  'another begins');

-- A driver that nothing can be computed for is left out and stops nothing; a value as large as no measurement is refused by its line.
SELECT is((SELECT i.loaded FROM signals.ingest(:org, '2', 'shap', '{"type":"shap","metric_id":"m","model":"none","facility_id":"F1",'
  '"feature":"a","x":1}') i), 1::bigint, 'a driver without a model');
SELECT is((SELECT i.rejected FROM signals.ingest(:org, '2', 'large', '{"type":"contribution","node_id":"m","metric_id":"m","facility_id":'
  '"F1","child":"a","value":1.7e308,"weight":1}') i), 1::bigint, 'a number beyond 1e100');
SELECT lives_ok($$SELECT signals.build(pg_temp.org(), '2')$$, 'the run is built all the same');
SELECT is((SELECT count(*) FROM signals.fct_model_driver WHERE organization_id = :org), 0::bigint, 'without it');
-- Two nodes of a metric: nobody is counted twice.
SELECT count(i) > 0 AS loaded FROM signals.ingest(:org, '2', 'part.jsonl', replace(pg_temp.aggregate_of('m', 4, 0),
  '"canonical_node_id": "m"', '"canonical_node_id": "m of some"')) i \gset
SELECT count(*) > 0 AS built FROM signals.build(:org, '2') \gset
SELECT results_eq($$SELECT n FROM signals.metric_query(pg_temp.org(), 'm', '{}', '{"run_id": "2"}')$$, 'VALUES (25::bigint)',
  'a metric of two nodes: one of them');
DELETE FROM signals.artifact WHERE organization_id = :org AND artifact = 'part.jsonl';
SELECT count(*) > 0 AS built FROM signals.build(:org, '2') \gset
SELECT throws_ok($$SELECT signals.ingest(pg_temp.org(), '2', repeat(chr(120000), 300), '')$$, '22023', NULL, 'a name of 1,200 bytes');

-- Monitors: seven earlier runs, then one with half the rows.
SELECT count(pg_temp.load(r::text, 40)), count(b.n) FROM generate_series(101, 107) r
  CROSS JOIN LATERAL (SELECT count(*) AS n FROM signals.run) b \gset ignored_
SELECT sum((SELECT count(*) FROM signals.build(:org, r::text))) > 0 AS built FROM generate_series(101, 107) r \gset
SELECT is((SELECT count(*) FROM signals.monitor_result WHERE organization_id = :org AND is_unusual AND run_id < '107'), 0::bigint,
  'nothing is unusual before there are seven');
SELECT pg_temp.load('108', 20) > 0 AS loaded \gset
SELECT count(*) > 0 AS built FROM signals.build(:org, '108') \gset
SELECT results_eq($$SELECT value, usual FROM signals.monitor_result WHERE organization_id = pg_temp.org() AND run_id = '108'
  AND layer = 'signals.fct_signal' AND measure = 'row_count' AND is_unusual$$, 'VALUES (20::float8, 40::float8)',
    'half the rows are unusual');

-- Taking over.
SELECT throws_ok($$SELECT signals.hydrate(pg_temp.org(), 'none')$$, 'PT404', NULL, 'no run');
SELECT pg_temp.load('0', 20) > 0 AS loaded \gset
SELECT throws_ok($$SELECT signals.hydrate(pg_temp.org(), '0')$$, '55000', NULL, 'a run that is not published');
SELECT results_eq($$SELECT * FROM signals.hydrate(pg_temp.org(), '1')$$, 'VALUES (30, 0, 0, 0)', 'taken over: a signal each');
CREATE TEMP TABLE taken AS SELECT * FROM signals.signal WHERE organization_id = :org;
SELECT results_eq($$SELECT * FROM signals.hydrate(pg_temp.org(), '1')$$, 'VALUES (0, 0, 30, 0)', 'and again: nothing');
SELECT bag_eq('SELECT * FROM signals.signal WHERE organization_id = pg_temp.org()', 'TABLE taken', 'no row has changed');
SELECT is((SELECT count(*) FROM signals.activity_event WHERE organization_id = :org), 30::bigint, 'an event each');
INSERT INTO signals.assignment (signal_id, organization_id, status, notes) SELECT id, organization_id, 'in_progress', 'mine' FROM taken
  WHERE facility_id = 'F1';
UPDATE signals.signal SET description = 'words' WHERE id = (SELECT id FROM taken WHERE facility_id = 'F1');
SELECT results_eq($$SELECT created, skipped FROM signals.hydrate(pg_temp.org(), '2')$$, 'VALUES (0, 0)', 'a newer run');
SELECT results_eq($$SELECT e.kind FROM signals.activity_event e JOIN taken t ON t.id = e.signal_id WHERE t.facility_id = 'F1'
  ORDER BY e.id$$,
  $$VALUES ('new_signal'), ('regression')$$, 'who got worse is told of');
SELECT results_eq($$SELECT s.description, a.status, a.notes, s.run_id
  FROM signals.signal s JOIN signals.assignment a ON a.signal_id = s.id$$,
  $$VALUES ('words', 'in_progress', 'mine', '2')$$, 'work and words stay');
CREATE TEMP TABLE newer AS SELECT * FROM signals.signal WHERE organization_id = :org;
CREATE TEMP TABLE events AS SELECT count(*) AS n FROM signals.activity_event;
SELECT results_eq($$SELECT * FROM signals.hydrate(pg_temp.org(), '1')$$, 'VALUES (0, 0, 30, 0)', 'the older run once more');
SELECT bag_eq('SELECT * FROM signals.signal WHERE organization_id = pg_temp.org()', 'TABLE newer', 'changes nothing');
SELECT is((SELECT count(*) FROM signals.activity_event), (SELECT n FROM events), 'and tells nothing');
-- A restated run: what it says no more is taken back, but for what somebody works on.
SELECT pg_temp.load('2', 3, 0.5) > 0 AS loaded \gset
SELECT count(*) > 0 AS built FROM signals.build(:org, '2') \gset
INSERT INTO signals.assignment (signal_id, organization_id) SELECT id, organization_id FROM taken WHERE facility_id = 'F5';
DELETE FROM signals.signal_history h USING taken t WHERE h.signal_id = t.id AND t.facility_id IN ('F5', 'F6') AND h.run_id = '1';
SELECT results_eq($$SELECT updated, unchanged FROM signals.hydrate(pg_temp.org(), '2')$$, $$SELECT 22 + count(*)::int, 3 - count(*)::int
  FROM signals.fct_signal f JOIN newer n ON n.facility_id = f.facility_id AND n.node_id = f.node_id
  WHERE f.organization_id = pg_temp.org() AND f.run_id = '2' AND (f.signal_type, f.severity) <> (n.signal_type, n.severity)$$,
  'what the run says no more is taken back');
SELECT is((SELECT count(*) FROM signals.signal_history h WHERE h.organization_id = :org AND h.run_id = '2'), 3::bigint,
  'its history has three');
SELECT results_eq($$SELECT s.run_id, s.signal_type, s.severity FROM signals.signal s WHERE s.facility_id = 'F20'
  AND s.organization_id = pg_temp.org()$$,
  $$SELECT h.run_id, h.signal_type, h.severity FROM signals.signal_history h JOIN taken t ON t.id = h.signal_id
    WHERE t.facility_id = 'F20'$$,
  'others are as the run before says');
SELECT is((SELECT string_agg(facility_id, ' ' ORDER BY facility_id) FROM signals.signal WHERE organization_id = :org
  AND facility_id IN ('F5', 'F6')), 'F5', 'of no other run: gone, but for what is worked on');
SELECT results_eq($$SELECT updated FROM signals.hydrate(pg_temp.org(), '2')$$, 'VALUES (0)', 'and again: nothing');
SELECT throws_ok($$INSERT INTO signals.cutoff (organization_id, document) VALUES (pg_temp.org(), '{"tiers": {"nothing": 1}}')$$, '22023',
  NULL,
  'cut-offs that are none are refused when they are written');
SELECT lives_ok($$INSERT INTO signals.cutoff (organization_id, document) VALUES (pg_temp.org(), '{"classifier": {"severe": 3}}')$$,
  'others are not');

CREATE FUNCTION pg_temp.refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.facility_id = 'F7' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$;
CREATE TRIGGER refuses BEFORE INSERT OR UPDATE ON signals.signal FOR EACH ROW EXECUTE FUNCTION pg_temp.refuses();
SELECT pg_temp.load('3', 20) > 0 AS loaded \gset
SELECT count(*) > 0 AS built FROM signals.build(:org, '3') \gset
SELECT results_eq($$SELECT created + updated + unchanged, skipped FROM signals.hydrate(pg_temp.org(), '3')$$, 'VALUES (19, 1)',
  'a row that cannot be taken over is left out');
SELECT results_eq($$SELECT record ->> 'facility_id', reason FROM signals.hydrate_reject$$, $$VALUES ('F7', 'not this one')$$,
  'and kept aside');

SELECT * FROM finish();
ROLLBACK;
