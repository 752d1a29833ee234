-- Loading artifacts: a whole run of the shared data, whose refused lines are counted; the same again, another in its place; entities that
-- come again; statistics that differ; metrics; what belongs to an artifact; who may.
-- The run is in HARMONY_DATA, ../shared/data by default; without it that part is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
SELECT harmony.install('signals') \g /dev/null
CREATE FUNCTION pg_temp.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('signals ingest ' || name)::uuid;
INSERT INTO platform.organization (id, name) VALUES (pg_temp.id('employer'), 'Employer'), (pg_temp.id('other'), 'Other');
INSERT INTO platform.account (id, email) SELECT pg_temp.id(n), n || '@ingest.example.org' FROM unnest('{admin,member}'::text[]) n;
INSERT INTO platform.account_role VALUES (pg_temp.id('admin'), 'admin');
INSERT INTO platform.membership (account_id, organization_id) VALUES (pg_temp.id('member'), pg_temp.id('employer'));
CREATE FUNCTION pg_temp.node(more jsonb DEFAULT '{}') RETURNS text LANGUAGE sql
  RETURN (jsonb_build_object('type', 'node_metadata', 'canonical_node_id', 'n', 'metric_id', 'm') || more)::text;
CREATE FUNCTION pg_temp.entity(facility text, value text, more jsonb DEFAULT '{}') RETURNS text LANGUAGE sql
  RETURN format('{"entity": [{"id": "facilityId", "value": %s}], "metric": [{"metadata": {"metric_id": "m"}, "values": %s}]',
    to_json(facility),
    value) || CASE more WHEN '{}' THEN '' ELSE ', ' || btrim(more::text, '{}') || '}' END || '}';
CREATE FUNCTION pg_temp.load(content text, artifact text DEFAULT 'a.jsonl', run text DEFAULT 'r1') RETURNS text LANGUAGE sql
  AS $$ SELECT concat_ws(' ', i.loaded, i.rejected, i.replaced) FROM signals.ingest(pg_temp.id('employer'), run, artifact, content) i $$;
CREATE FUNCTION pg_temp.rejects(artifact text DEFAULT 'a.jsonl') RETURNS text[] LANGUAGE sql AS $$
  SELECT array_agg(j.line || ' ' || j.reason ORDER BY j.line) FROM signals.ingest_reject j JOIN signals.artifact a ON a.id = j.artifact_id
  WHERE a.artifact = rejects.artifact AND a.organization_id = pg_temp.id('employer') $$;

-- ---- a whole run ----
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/signals 2>&- && [ -r runs.jsonl ] && echo true || echo false`
\if :present
\set content `cat "${HARMONY_DATA:-../shared/data}/signals/runs.jsonl"`
CREATE TEMP TABLE run AS SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '';
CREATE TEMP TABLE loaded AS
SELECT r.j ->> 'run' AS run_id, f.key AS artifact, f.value AS content, i.*
FROM run r CROSS JOIN LATERAL jsonb_each_text(r.j -> 'files') f
CROSS JOIN LATERAL signals.ingest(pg_temp.id('employer'), r.j ->> 'run', f.key, f.value) i;
SELECT is((SELECT sum(l.rejected) FROM loaded l WHERE l.run_id = r.j ->> 'run'), (r.j ->> 'rejects')::numeric,
  'run ' || (r.j ->> 'run') || ': as many lines are refused as are bad') FROM run r;
SELECT results_eq($$SELECT u.n_lines, u.rejected, u.status FROM signals.run u JOIN run r ON r.j ->> 'run' = u.run_id$$,
  $$SELECT sum(l.loaded)::bigint, sum(l.rejected)::bigint, 'loaded'::text FROM loaded l$$, 'the run says so too');
SELECT is_empty($$SELECT l.artifact FROM loaded l JOIN signals.artifact a ON a.artifact = l.artifact WHERE
    l.loaded + l.rejected <> (SELECT count(*) FROM regexp_split_to_table(l.content, '\n') x WHERE x ~ '\S') - 1$$, 'no line is lost');
SELECT bag_eq($$SELECT e.facility_id, n.metric_id, e.value FROM signals.raw_entity_result e
  JOIN signals.raw_node_result n USING (artifact_id)
    WHERE e.periods IS NULL$$,
  $$SELECT w.facility, w.metric, w.value FROM run r CROSS JOIN LATERAL jsonb_to_recordset(r.j -> 'want') w
    (facility text, metric text, value float8)$$,
  'the values are those that the marts are to have');
SELECT is_empty($$SELECT * FROM signals.ingest_warning$$, 'the engine''s counts are right');
-- xmin is this transaction's; the place of a row moves with each change.
CREATE TEMP TABLE before AS SELECT a.id, a.ctid AS place, u.ctid AS run_place
  FROM signals.artifact a JOIN signals.run u USING (organization_id, run_id);
SELECT bag_eq($$SELECT i.loaded, i.rejected, i.replaced
    FROM loaded l CROSS JOIN LATERAL signals.ingest(pg_temp.id('employer'), l.run_id, l.artifact, l.content) i$$,
  $$SELECT l.loaded, l.rejected, 0::bigint FROM loaded l$$, 'the same again is a success');
SELECT set_eq($$SELECT a.id, a.ctid AS place, u.ctid AS run_place FROM signals.artifact a JOIN signals.run u
    USING (organization_id, run_id)$$,
  $$SELECT b.id, b.place, b.run_place FROM before b$$, 'and changes nothing');
DELETE FROM signals.run;
\else
SELECT skip('no signals/runs.jsonl in HARMONY_DATA');
\endif
SELECT is_empty($$SELECT 1 FROM signals.raw_entity_result UNION ALL SELECT 1 FROM signals.ingest_reject
  UNION ALL SELECT 1 FROM signals.artifact$$, 'a run takes all of its rows along');

-- ---- again, and in place ----
SELECT is(pg_temp.load(concat_ws(E'\n', pg_temp.node(), pg_temp.entity('A', '1'), pg_temp.entity('B', '2'), '', 'x',
    pg_temp.entity('A', '3'))),
  '2 2 0', 'two loaded, two refused');
SELECT is(pg_temp.rejects(), '{5 not JSON,6 an entity again}', 'with the line and the reason; the first of an entity stays');
SELECT is((SELECT array_agg(e.value ORDER BY e.line) FROM signals.raw_entity_result e), '{1,2}', 'the first''s value');
SELECT is((SELECT array_agg(j.excerpt ORDER BY j.line) FROM signals.ingest_reject j), ARRAY['x', pg_temp.entity('A', '3')],
  'and what it said');
UPDATE signals.run SET status = 'published', published_at = now();
SELECT is(pg_temp.load(concat_ws(E'\n', pg_temp.node(), pg_temp.entity('A', '1'), pg_temp.entity('B', '2'), '', 'x',
    pg_temp.entity('A', '3'))),
  '2 2 0', 'the same again');
SELECT is((SELECT u.status FROM signals.run u), 'published', 'leaves the run as it was');
SELECT is(pg_temp.load(concat_ws(E'\n', pg_temp.node(), pg_temp.entity('A', '4'))), '1 0 2', 'another takes the place of both lines');
SELECT results_eq($$SELECT u.status, u.n_lines, u.rejected FROM signals.run u$$, $$VALUES ('loaded', 1::bigint, 0::bigint)$$,
  'the run is to be built again');
SELECT is((SELECT array_agg(e.value) FROM signals.raw_entity_result e), '{4}', 'nothing of the former is left');
SELECT is(pg_temp.rejects(), NULL, 'nor its refused lines');
SELECT is(pg_temp.load(E'\n\n'), '0 0 1', 'an empty artifact is one');
SELECT is(pg_temp.load('no metadata' || E'\n' || pg_temp.entity('A', '1')), '0 2 0', 'without metadata nothing is loaded');
SELECT is((SELECT a.kind FROM signals.artifact a), NULL, 'and it is of no kind');
SELECT is(pg_temp.rejects(), '{1 not JSON,2 the first line does not say what this is}', 'for a reason');

-- ---- entities: by facility and dimensions, whatever the order of their parts ----
CREATE FUNCTION pg_temp.parts(VARIADIC parts text[]) RETURNS text LANGUAGE sql AS $$
  SELECT jsonb_build_object('entity', jsonb_agg(jsonb_build_object('id', split_part(p, '=', 1), 'value', split_part(p, '=', 2)) ORDER BY n),
    'metric', '[{"metadata": {"metric_id": "m"}, "values": 1}]'::jsonb)::text FROM unnest(parts) WITH ORDINALITY u (p, n) $$;
SELECT is(pg_temp.load(concat_ws(E'\n', pg_temp.node(), pg_temp.parts('facilityId=A', 'unit=1', 'payer=2'), pg_temp.parts('facilityId=A'),
  pg_temp.parts('payer=2', 'unit=1', 'facilityId=A'), pg_temp.parts('facilityId=A', 'unit=2', 'payer=1'),
    pg_temp.parts('unit=A', 'payer=2'))),
  '4 1 0', 'one of five is an entity again');
SELECT is(pg_temp.rejects(), '{4 an entity again}', 'that with the same parts');
SELECT results_eq($$SELECT e.facility_id, e.dimensions FROM signals.raw_entity_result e ORDER BY e.line$$,
  $$VALUES ('A', '{"unit": "1", "payer": "2"}'::jsonb), ('A', '{}'), ('A', '{"unit": "2", "payer": "1"}'), ('A', '{"payer": "2"}')$$,
  'the facility, and what the other parts say');
-- So many that a filter which may be wrong has to be asked for the truth.
SELECT is(pg_temp.load(pg_temp.node() || E'\n' || string_agg(pg_temp.entity('F' || mod(i, 20000), '1'), E'\n' ORDER BY i)), '20000 5000 4',
  'of 25,000 lines of 20,000 entities 5,000 come again') FROM generate_series(0, 24999) i;
SELECT is((SELECT min(j.line) || ' ' || max(j.line) FROM signals.ingest_reject j), '20002 25001', 'the later ones');

-- ---- metrics ----
SELECT is((SELECT array_agg(d.metric_id || ' ' || d.name) FROM signals.dim_metric d WHERE d.metric_id = 'm'), '{m m}',
  'a metric that has no row gets one');
UPDATE signals.dim_metric SET name = 'Mine', valid_from = '2026' WHERE metric_id = 'm';
SELECT pg_temp.load(pg_temp.node(), 'b.jsonl') \g /dev/null
SELECT is((SELECT array_agg(d.metric_id || ' ' || d.name) FROM signals.dim_metric d WHERE d.metric_id = 'm'), '{m Mine}',
  'one that has keeps it');
SELECT is(pg_temp.load(pg_temp.node('{"metric": {"polarity": "target_range", "range": [1, 2.5]}, "canonical_child_node_ids":
  [{"canonical_child_node_id": "c", "edge_type": "trends_to"}]}'), 'c.jsonl'), '0 0 0', 'a node without an entity');
SELECT results_eq($$SELECT n.polarity, n.range_low, n.range_high, n.parents, n.children FROM signals.raw_node_result n
    JOIN signals.artifact a ON a.id = n.artifact_id AND a.artifact = 'c.jsonl'$$,
  $$VALUES ('target_range', 1::float8, 2.5::float8, '[]'::jsonb, '[{"edge_type": "trends_to", "canonical_child_node_id": "c"}]'::jsonb)$$,
  'what it says of the metric and of its place');

-- ---- statistics ----
CREATE FUNCTION pg_temp.measured(facility text, value float8, statistics jsonb DEFAULT NULL) RETURNS text LANGUAGE sql
  RETURN jsonb_build_object('entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', facility)), 'metric',
    jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('metadata', '{"metric_id": "m"}'::jsonb, 'values', value,
                                                           'statistics', statistics))))::text;
SELECT is(pg_temp.load(pg_temp.node('{"entity_results_count": 17, "statistics": {"mean": 8, "sd": 4.8989794855663561964, "median": 8.1}}')
  || E'\n' || string_agg(pg_temp.measured('F' || i, i, CASE i
    WHEN 0 THEN jsonb_build_object('z', -8 / sqrt(24.0::float8), 'percentile', 100 * 0.5 / 17)
    WHEN 16 THEN jsonb_build_object('z', 8 / sqrt(24.0::float8) + 2e-9, 'robust_z', 1) END), E'\n' ORDER BY i), 'd.jsonl'), '17 0 0',
  'lines that state statistics are loaded') FROM generate_series(0, 16) i;
SELECT results_eq($$SELECT w.line, w.statistic, w.stated, round(w.computed::numeric, 6) FROM signals.ingest_warning w ORDER BY 1, 2$$,
  $$VALUES (1::bigint, 'median', 8.1::float8, 8.000000), (18, 'robust_z', 1, round(8 / (1.4826 * 4), 6)),
    (18, 'z', 8 / sqrt(24.0::float8) + 2e-9, 1.632993)$$, 'what is off by more than 1e-9 is a warning, and nothing else');
SELECT is(pg_temp.load(pg_temp.node('{"entity_results_count": 3}') || E'\n' || pg_temp.measured('A', 1, '{"z": 5}') || E'\n'
  || pg_temp.measured('A', 1, '{"z": 5}'), 'd.jsonl'), '1 1 17', 'fewer than peers are');
SELECT results_eq($$SELECT w.line, w.statistic, w.stated, w.computed FROM signals.ingest_warning w$$,
  $$VALUES (1::bigint, 'entity_results_count', 3::float8, 1::float8)$$, 'the count is of what was loaded; without peers no z is judged');

-- ---- the other kinds ----
SELECT is(pg_temp.load(E'\uFEFF{"type": "contribution", "node_id": "n", "metric_id": "m", "facility_id": "A", '
  '"child": "c", "value": 1.5, "weight": 2}' || E'\r\n'
  || '{"type": "contribution", "node_id": "n", "metric_id": "m", "facility_id": "A", "child": "c", "value": "1.5", "weight": 2}' || E'\r\n'
  || '{"type": "shap"}', 'e.jsonl'), '1 2 0', 'contributions');
SELECT results_eq($$SELECT c.facility_id, c.child, c.name, c.value, c.weight FROM signals.stg_contribution c$$,
  $$VALUES ('A', 'c', 'c', 1.5::float8, 2::float8)$$, 'are what the staging views read');
SELECT is(pg_temp.rejects('e.jsonl'), '{2 value is no number,3 its type is not contribution}', 'the others are refused');
SELECT is(pg_temp.load('{"type": "modeling_run", "metric_id": "m", "model": "ols", "features": ["a", "b"], '
  '"beta": [1, 2], "mean": [3, 4e0]}',
  'f.jsonl'), '1 0 0', 'a model');
SELECT results_eq($$SELECT m.feature, m.beta, m.mean FROM signals.stg_model m ORDER BY 1$$,
  $$VALUES ('a', 1::float8, 3::float8), ('b', 2, 4)$$, 'a row a feature');

-- ---- arguments, rights ----
SELECT throws_ok(format('SELECT signals.ingest(%s)', a), e, NULL, a || ': ' || e) FROM (VALUES
  ($$NULL, 'r', 'a', 'x'$$, '22004'), ($$md5('')::uuid, NULL, 'a', 'x'$$, '22004'), ($$pg_temp.id('employer'), 'r', 'a', NULL$$, '22004'),
  ($$pg_temp.id('employer'), '', 'a', 'x'$$, '22023'), ($$pg_temp.id('employer'), 'r/s', 'a', 'x'$$, '22023'),
  ($$pg_temp.id('employer'), repeat('r', 101), 'a', 'x'$$, '22023'), ($$pg_temp.id('employer'), 'r', '', 'x'$$, '22023'),
  ($$pg_temp.id('employer'), 'r', repeat('a', 1001), 'x'$$, '22023'), ($$pg_temp.id('employer'), 'r', E'a\nb', 'x'$$, '22023'),
  ($$md5('')::uuid, 'r', 'a', 'x'$$, 'PT404')) v (a, e);
SELECT is(has_function_privilege('public', p.oid, 'EXECUTE'), false, p.oid::regprocedure || ' is not for everybody')
  FROM pg_proc p WHERE p.pronamespace = 'harmony_internal'::regnamespace AND p.proname LIKE 'artifact%';
GRANT USAGE ON SCHEMA signals TO harmony_user;
GRANT EXECUTE ON FUNCTION signals.ingest, signals.ingest_directory TO harmony_user;
SELECT set_config('request.jwt.claims', json_build_object('sub', pg_temp.id('member'))::text, true),
  set_config('role', 'harmony_user', true)
  \g /dev/null
SELECT throws_ok($$SELECT signals.ingest(md5('signals ingest employer')::uuid, 'r', 'a', 'x')$$, '42501', NULL, 'a member does not load');
SELECT throws_ok($$SELECT signals.ingest_directory(md5('signals ingest employer')::uuid, 'r')$$, '42501', NULL, 'nor from files');
SELECT set_config('request.jwt.claims', json_build_object('sub', md5('signals ingest admin')::uuid)::text, true) \g /dev/null
SELECT lives_ok($$SELECT signals.ingest(md5('signals ingest employer')::uuid, 'r', 'a', 'x')$$, 'an administrator does');
RESET ROLE;
SELECT set_config('request.jwt.claims', '', true) \g /dev/null

-- ---- jobs, events ----
CREATE TEMP TABLE told (event text, kind text, keys uuid[], ids text[]);
CREATE OR REPLACE FUNCTION platform.tell(event text, kind text, keys uuid[], ids text[]) RETURNS void LANGUAGE sql
  AS 'INSERT INTO pg_temp.told VALUES (event, kind, keys, ids)';
SELECT pg_temp.load(pg_temp.node(), 'z.jsonl') \g /dev/null
SELECT is_empty('SELECT FROM told', 'a load tells nobody');
SELECT is(signals.refresh_job(jsonb_build_object('organization', pg_temp.id('employer'), 'run_id', 'r1')) ->> 'status', 'published',
  'a job builds a run');
SELECT ok(signals.hydrate_job(jsonb_build_object('organization', pg_temp.id('employer'), 'run_id', 'r1')) ? 'created',
  'a job takes it over');
SELECT results_eq($$SELECT * FROM told WHERE event LIKE 'run.%'$$,
  $$VALUES ('run.published', 'organization', ARRAY[pg_temp.id('employer')], '{r1}'::text[])$$,
  'the organisation is told that it is published');
INSERT INTO signals.quality_check (layer, kind, arguments, severity) VALUES ('signals.stg_node', 'row_count', '{"most": 0}', 'error');
SELECT is(signals.refresh_job(jsonb_build_object('organization', pg_temp.id('employer'), 'run_id', 'r1')) ->> 'status', 'refused',
  'a failed check keeps it back');
SELECT is((SELECT array_agg(event) FROM told WHERE event LIKE 'run.%'), '{run.published,run.refused}', 'and the organisation is told');
SELECT throws_ok($$SELECT signals.refresh_job('{"run_id": "none"}')$$, 'PT404', NULL, 'what is not loaded is not built');
SELECT is_empty($$SELECT k.kind FROM platform.job_kind k WHERE k.kind LIKE 'signals.%'
  AND to_regprocedure(k.routine || '(jsonb)') IS NULL$$,
  'each kind of job has its routine');

DELETE FROM platform.organization WHERE id = pg_temp.id('employer');
SELECT is_empty($$SELECT 1 FROM signals.raw_entity_result UNION ALL SELECT 1 FROM signals.raw_line
  UNION ALL SELECT 1 FROM signals.ingest_reject
  UNION ALL SELECT 1 FROM signals.ingest_warning UNION ALL SELECT 1 FROM signals.raw_node_result$$,
    'an organisation takes its artifacts along');
SELECT * FROM finish();
ROLLBACK;
