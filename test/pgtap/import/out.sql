-- What comes out again: keys checked, codebook, scores, to the figures of the shared data; undo of replaced answers, and retention.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\set present `cd "${HARMONY_DATA:-../shared/data}" 2>&- && [ -r import/cases.jsonl ] && echo true || echo false`
\if :present
SELECT harmony.install('assessment') \g /dev/null
\ir ../../lib/imports.sql
\set instruments `cat "${HARMONY_DATA:-../shared/data}/import/instruments.json"`
\set analyst `grep '"id": "analyst"' "${HARMONY_DATA:-../shared/data}/import/cases.jsonl"`
\set content `base64 -w 0 "${HARMONY_DATA:-../shared/data}/import/files/analyst.csv"`
SELECT public.add_instruments(:'instruments') \g /dev/null
CREATE TEMP TABLE given AS SELECT :'analyst'::jsonb AS c;
CREATE TABLE public.raw AS SELECT * FROM harmony.read_csv(decode(:'content', 'base64'));
SELECT assessment.import_wide('public.raw', 'own-25p', (SELECT c -> 'steps' -> 0 -> 'mapping' FROM given), false) ->> 'batch' AS batch \gset

SELECT
  results_eq('SELECT position, code, trait, keyed::integer, n, round(r::numeric, 12), round(low::numeric, 12), round(high::numeric, 12), '
  'verdict FROM assessment.check_key(''own-25p'')',
  $$SELECT w.position, w.code, w.trait, w.keyed, w.n, round(w.r, 12), round(w.low, 12), round(w.high, 12), w.verdict
    FROM given, jsonb_to_recordset(c -> 'check_key') w (position integer, code text, trait text, keyed integer, n bigint, r numeric,
      low numeric,
      high numeric, verdict text) ORDER BY w.position$$, 'the keys, to 1e-12');
SELECT results_eq('SELECT variable, kind, position, n, missing, round(mean::numeric, 12), round(sd::numeric, 12), minimum::integer, '
  'maximum::integer FROM assessment.codebook(''own-25p'') WHERE kind = ''item''',
  $$SELECT w.variable, w.kind, w.position, w.n, w.missing, round(w.mean, 12), round(w.sd, 12), w.minimum, w.maximum
    FROM given, jsonb_to_recordset(c -> 'codebook_items') w (variable text, kind text, position integer, n bigint, missing bigint,
      mean numeric,
      sd numeric, minimum integer, maximum integer) ORDER BY w.position$$, 'the codebook''s items, to 1e-12');
SELECT results_eq($$SELECT b.variable, b.n, round(b.mean::numeric, 10), round(b.alpha::numeric, 10) FROM assessment.codebook('own-25p') b
  WHERE kind = 'scale'$$,
  $$SELECT r.trait, count(*), round(avg(r.score)::numeric, 10), round(max(l.alpha)::numeric, 10) FROM assessment.result r
    JOIN assessment.scale_reliability l USING (instrument_id, trait)
    JOIN assessment.instrument i ON i.id = r.instrument_id WHERE i.code = 'own-25p' GROUP BY r.trait ORDER BY r.trait$$,
      'and its scales, to 1e-10');
SELECT is(assessment.export_scores('scores')::text, 'scores', 'the name of a temporary view');
SELECT is((SELECT jsonb_object_agg(s.person, jsonb_build_object('o0_p', trim_scale(round(s.o0_p::numeric, 10)),
    'o1_p', trim_scale(round(s.o1_p::numeric, 10)), 'o2_p', trim_scale(round(s.o2_p::numeric, 10)),
    'o3_p', trim_scale(round(s.o3_p::numeric, 10)), 'o4_p', trim_scale(round(s.o4_p::numeric, 10)))) FROM scores s),
  (SELECT jsonb_object_agg(e.key, (SELECT jsonb_object_agg(t.key, trim_scale(round(t.value::numeric, 10))) FROM jsonb_each_text(e.value) t))
   FROM given, jsonb_each(c -> 'export' -> 'rows') e), 'the scores by person');
SELECT throws_ok($$SELECT assessment.export_scores('scores')$$, '42P07', NULL, 'a name that is taken');
SELECT throws_ok($$SELECT assessment.export_scores('s', persons => 'name')$$, '22023', NULL, 'another way to name people');
SELECT throws_ok($$SELECT assessment.export_scores('s', which => 'oldest')$$, '22023', NULL, 'another choice');
SELECT throws_ok($$SELECT assessment.export_scores('s', '{nothing}')$$, '22023', NULL, 'another instrument');
SELECT lives_ok($$SELECT assessment.export_scores('a "b"; DROP', '{own-25p@1}', 'all', 'external:x''y', true)$$, 'odd names are names');
SELECT is((SELECT count(*) FROM pg_temp."a ""b""; DROP" WHERE "A1" BETWEEN 1 AND 6 AND person IS NULL AND instrument = 'own-25p@1'),
  89::bigint,
  'with the answers');
SELECT is((SELECT count(*) FROM assessment.check_key('own-25p', '{}') WHERE verdict = 'few' AND n = 0), 25::bigint, 'few people');
SELECT is((SELECT count(*) FROM assessment.codebook('mini-6p') WHERE n = 0 AND mean IS NULL), 8::bigint, 'nobody at all');

-- Replaced answers come back, times too; what a later import changed is not undone before it.
CREATE FUNCTION pg_temp.put(lines text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE public.raw;
  INSERT INTO public.raw SELECT * FROM harmony.read_csv(convert_to(lines, 'UTF8'));
  RETURN assessment.import_wide('public.raw', 'mini-6p', '{"person": "mail", "submitted_at": "at", "response": "id", "existing": "replace",
    "times": {"q1": "ms"}, "create_persons": true}', false);
END $$;
SELECT pg_temp.put(E'mail,at,id,q1,q2,q3,q4,q5,q6,ms\nA@x.example,2026-01-01,r1,1,2,3,4,5,,800\nb@x.example,2026-01-01,r2,1,1,1,1,1,1,') ->>
  'batch'
  AS one \gset
CREATE TEMP TABLE before AS SELECT s.* FROM assessment.submission s JOIN assessment.import_row r ON r.submission_id = s.id
  WHERE r.batch = :one;
SELECT results_eq('SELECT answers, response_ms FROM before ORDER BY answers', $$VALUES ('{1,1,1,1,1,1}'::smallint[], NULL::integer[]),
  ('{1,2,3,4,5,NULL}', '{800,NULL,NULL,NULL,NULL,NULL}')$$, 'answers and a time');
SELECT pg_temp.put(E'mail,at,id,q1,q2,q3,q4,q5,q6,ms\na@x.example,2026-01-02,r1,5,5,5,5,5,5,900\nc@x.example,2026-01-01,r3,1,1,1,1,1,2,') AS
  report
\gset
SELECT (:'report'::jsonb) ->> 'batch' AS two \gset
SELECT is((:'report'::jsonb) -> 'replaced', '1', 'one replaced');
SELECT throws_ok(format('SELECT assessment.undo_import(%s)', :one), '55000', format('import %s was changed by a later one', :one),
  'not before the '
  'later one');
SELECT is(assessment.undo_import(:two), '{"submissions_deleted": 1, "submissions_restored": 1, "persons_deleted": 1}',
  'the later one undone');
SELECT set_eq('SELECT * FROM assessment.submission WHERE id IN (SELECT id FROM before)', 'SELECT * FROM before', 'as it was');
SELECT is_empty('SELECT * FROM assessment.verify_snapshots()', 'the profiles too');
SELECT is(assessment.undo_import(:one), '{"submissions_deleted": 2, "submissions_restored": 0, "persons_deleted": 2}', 'then the first');
SELECT throws_ok('SELECT assessment.undo_import(-1)', '22023', NULL, 'none of this number');

-- What is kept.
SELECT assessment.import_wide('public.raw', 'mini-6p', '{"person": "mail"}') ->> 'batch' AS dry \gset
SELECT throws_ok(format('SELECT assessment.undo_import(%s)', :dry), '55000', NULL, 'a dry run has nothing to undo');
SELECT is(assessment.clean_imports(), '{"batches": 0, "rejects": 0}', 'nothing is old');
UPDATE assessment.import_batch SET created_at = now() - interval '91 days';
SELECT is(assessment.clean_imports() -> 'batches', '1', 'dry runs go');
SELECT is((SELECT count(*) FROM assessment.import_reject), 0::bigint, 'and all rejects');
SELECT is((SELECT count(*) FROM assessment.import_batch), 3::bigint, 'not what was applied');
DELETE FROM platform.account WHERE email = 'bo000@firm.example';
SELECT is((SELECT count(*) FROM assessment.import_row WHERE batch = :batch), 89::bigint, 'rows go with the person');
-- Codes may be given once there are answers; nothing else of an item changes.
SELECT lives_ok($$UPDATE assessment.item SET code = code || '_2' WHERE trait = 'o0_p'$$, 'another code');
SELECT throws_ok($$UPDATE assessment.item SET keyed = -keyed WHERE trait = 'o0_p'$$, '55000', NULL, 'not another key');
SELECT is((SELECT bool_or(has_function_privilege('public', p.oid, 'EXECUTE') OR p.prosecdef) FROM pg_proc p
  WHERE p.pronamespace = 'assessment'::regnamespace AND p.proname IN ('import_wide', 'import_long', 'undo_import', 'export_scores',
    'codebook',
    'check_key')), false, 'for the owner alone, with the caller''s rights');
\else
SELECT skip('no data of imports in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
