-- Artifacts from files: what is below harmony.artifact_directory and nothing else; files in any encoding; names; the job.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
SELECT harmony.install('signals') \g /dev/null
\ir ../../lib/secrets.sql
CREATE FUNCTION pg_temp.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('signals directory ' || name)::uuid;
INSERT INTO platform.organization (id, name) VALUES (pg_temp.id('employer'), 'Employer');
\set node '{"type": "node_metadata", "canonical_node_id": "n", "metric_id": "m"}'
CREATE FUNCTION pg_temp.entity(facility text, value text) RETURNS text LANGUAGE sql
  RETURN format('{"entity": [{"id": "facilityId", "value": %s}], "metric": [{"metadata": {"metric_id": "m"}, "values": %s}]}',
    to_json(facility), value);
-- A file of these bytes, by the server's user; text cannot hold all of them.
CREATE FUNCTION pg_temp.put(path text, content bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE object oid := lo_from_bytea(0, content);
BEGIN
  PERFORM lo_export(object, current_setting('data_directory') || '/harmony_test_artifacts/' || path);
  PERFORM lo_unlink(object);
END $$;
CREATE FUNCTION pg_temp.load(path text) RETURNS TABLE (artifact text, loaded bigint, rejected bigint, replaced bigint) LANGUAGE sql
  AS $$ SELECT * FROM signals.ingest_directory(pg_temp.id('employer'), path) $$;

SELECT throws_ok($$SELECT pg_temp.load('r1')$$, '22023', 'setting "harmony.artifact_directory" is empty',
  'without the setting no file is read');
SELECT pg_temp.shell('rm -rf harmony_test_artifacts; cd . && mkdir -p harmony_test_artifacts/r1/results/nodes harmony_test_artifacts/r2 '
  'harmony_test_artifacts/empty harmony_test_artifacts_beside/r1 && cd harmony_test_artifacts && ln -s ../.. r1/results/up '
  '&& mkdir links pipes deep fine && ln -s ../r2 links/r && ln -s r1 link && mkfifo pipes/p.jsonl && echo x >file.jsonl '
  '&& mkdir -p deep/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17 && echo x >../harmony_test_artifacts_beside/r1/x.jsonl') \g /dev/null
SELECT set_config('harmony.artifact_directory', current_setting('data_directory') || '/harmony_test_artifacts', true) AS root \gset
SELECT pg_temp.put('r1/b.jsonl', convert_to(:'node' || E'\r\n' || pg_temp.entity('B', '2') || E'\r\n' || pg_temp.entity('B', '3'), 'UTF8')),
  pg_temp.put('r1/results/nodes/a.jsonl', convert_to(:'node' || E'\n' || pg_temp.entity('A', '1') || E'\n', 'UTF8')),
  pg_temp.put('r1/notes.txt', 'x'), pg_temp.put('r1/.jsonl', 'x'), pg_temp.put('r2/x.jsonl', '') \g /dev/null

-- ---- what is no place of a run ----
SELECT throws_ok(format('SELECT pg_temp.load(%L)', p), '22023', NULL, 'no run: ' || quote_nullable(translate(p, E'\n\x01', '?')))
  FROM unnest(ARRAY['', '/', '.', '..', './r2', '../r2',
  'r1/..', 'r2/../r2', 'x//y', 'nothing', 'r2/nothing', 'empty', 'link', 'links', 'links/r', 'pipes', 'file.jsonl', 'r2/x.jsonl', 'deep',
  '/etc', '/r2', :'root', :'root' || '/', :'root' || '/../harmony_test_artifacts/r2', :'root' || '_beside/r1', 'r1/results', '~', '$HOME',
  repeat('r', 300), repeat('r/', 3000), E'r\n2', 'r2' || chr(1)]) p;
SELECT throws_ok($$SELECT pg_temp.load(NULL)$$, '22004', NULL, 'no path');
SELECT is_empty($$SELECT 1 FROM signals.artifact$$, 'nothing was loaded');

-- ---- a run ----
SELECT throws_ok($$SELECT pg_temp.load('r1')$$, '22023', NULL, 'a link in a run''s folder keeps all of it out');
SELECT pg_temp.shell('rm harmony_test_artifacts/r1/results/up') \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.load('r1')$$,
  $$VALUES ('b.jsonl', 1::bigint, 1::bigint, 0::bigint), ('results/nodes/a.jsonl', 1, 0, 0)$$,
    'its artifacts, by their path in the folder');
SELECT results_eq($$SELECT u.run_id, u.n_lines, u.rejected FROM signals.run u$$, $$VALUES ('r1', 2::bigint, 1::bigint)$$,
  'the folder''s name is the run');
SELECT results_eq(format('SELECT * FROM pg_temp.load(%L)', :'root' || '/r1/'),
  $$VALUES ('b.jsonl', 1::bigint, 1::bigint, 0::bigint), ('results/nodes/a.jsonl', 1, 0, 0)$$, 'the same again, by an absolute path');
SELECT pg_temp.put('r1/b.jsonl', convert_to(:'node', 'UTF8')) \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.load('r1')$$,
  $$VALUES ('b.jsonl', 0::bigint, 0::bigint, 1::bigint), ('results/nodes/a.jsonl', 1, 0, 0)$$, 'a changed file replaces itself');
SELECT is(signals.load_job(jsonb_build_object('organization', pg_temp.id('employer'), 'path', 'r1')),
  '{"artifacts": 2, "loaded": 1, "rejected": 0, "replaced": 0}', 'a job does it too');
SELECT throws_ok(format('SELECT signals.load_job(%L)', jsonb_build_object('organization', pg_temp.id('employer'), 'path', '../r1')),
  '22023', NULL,
  'and is refused the same');
SELECT results_eq($$SELECT * FROM pg_temp.load('r2')$$, $$VALUES ('x.jsonl', 0::bigint, 0::bigint, 0::bigint)$$,
  'an empty file is an artifact');

-- ---- the same in text and file ----
SELECT is((SELECT i.replaced FROM signals.ingest(pg_temp.id('employer'), 'r1', 'results/nodes/a.jsonl', :'node' || E'\n'
  || pg_temp.entity('A', '1') || E'\n') i), 0::bigint, 'the same content as a text is the same');

-- ---- bytes that are no text ----
SELECT pg_temp.put('fine/latin1.jsonl', convert_to(:'node' || E'\n' ||
    pg_temp.entity('K' || chr(246) || 'ln', '1') || E'\n' || pg_temp.entity('A', '1'),
    'LATIN1')),
  pg_temp.put('fine/zero.jsonl', convert_to(:'node' || E'\n', 'UTF8') || '\x7b007d0a' || convert_to(pg_temp.entity('A', '1'), 'UTF8')),
  pg_temp.put('fine/utf16.jsonl', '\xfffe' || (SELECT string_agg(set_byte('\x0000', 0, get_byte(b, i)), '' ORDER BY i)
    FROM (SELECT convert_to(:'node' || E'\n' || pg_temp.entity('A', '1'), 'UTF8') AS b) c, generate_series(0, length(b) - 1) i)),
  pg_temp.put('fine/utf8.jsonl', '\xefbbbf' || convert_to(:'node' || E'\n' || pg_temp.entity('K' || chr(246) || 'ln', '1'), 'UTF8'))
  \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.load('fine')$$,
  $$VALUES ('latin1.jsonl', 1::bigint, 1::bigint, 0::bigint), ('utf16.jsonl', 0, 2, 0), ('utf8.jsonl', 1, 0, 0), ('zero.jsonl', 1, 1, 0)$$,
  'a line that is no UTF-8 is refused, a mark of byte order is not');
SELECT results_eq($$SELECT a.artifact, j.line, j.reason, left(j.excerpt, 13) FROM signals.ingest_reject j
  JOIN signals.artifact a ON a.id = j.artifact_id
    ORDER BY 1, 2$$,
  $$VALUES ('latin1.jsonl', 2::bigint, 'not JSON', '{"entity": [{'), ('utf16.jsonl', 1, 'a zero character', '\xff\xfe{\x00'),
    ('utf16.jsonl', 2, 'the first line does not say what this is', '\x00{\x00"\x0'), ('zero.jsonl', 2, 'a zero character', '{\x00}')$$,
  'with the reason, and what it was');
SELECT matches((SELECT j.excerpt FROM signals.ingest_reject j JOIN signals.artifact a ON a.id = j.artifact_id
  AND a.artifact = 'latin1.jsonl'),
  'K\\xf6ln', 'a byte that is no letter by its number');
SELECT is((SELECT e.facility_id FROM signals.raw_entity_result e JOIN signals.artifact a ON a.id = e.artifact_id
  AND a.artifact = 'utf8.jsonl'),
  'K' || chr(246) || 'ln', 'a letter as it is');

-- ---- names ----
SELECT pg_temp.shell(E'cd harmony_test_artifacts && mkdir names && echo x >"names/$(printf ''K\\303\\266ln.jsonl'')" '
  '&& echo x >"names/a b.jsonl"')
  \g /dev/null
SELECT results_eq($$SELECT l.artifact FROM pg_temp.load('names') l$$, $$VALUES ('K' || chr(246) || 'ln.jsonl'), ('a b.jsonl')$$,
  'names of files');
SELECT pg_temp.shell(E'cd harmony_test_artifacts && echo x >"names/$(printf ''K\\366ln.jsonl'')"') \g /dev/null
SELECT throws_ok($$SELECT pg_temp.load('names')$$, '22023', NULL, 'a name that is no text');
SELECT pg_temp.shell('chmod 0 harmony_test_artifacts/r1/b.jsonl') \g /dev/null
SELECT throws_ok($$SELECT pg_temp.load('r1')$$, '58030', NULL, 'a file that the server''s user may not read');
SELECT set_config('harmony.artifact_directory', 'harmony_test_artifacts', true) \g /dev/null
SELECT throws_ok($$SELECT pg_temp.load('r1')$$, '22023', 'setting "harmony.artifact_directory" is no absolute path',
  'the setting is a whole path');
SET LOCAL ROLE harmony_user;
SELECT throws_ok($$SET harmony.artifact_directory = '/etc'$$, '42501', NULL, 'and a superuser''s');
RESET ROLE;
SELECT pg_temp.shell('chmod -R u+rwX harmony_test_artifacts; rm -rf harmony_test_artifacts harmony_test_artifacts_beside') \g /dev/null
SELECT * FROM finish();
ROLLBACK;
