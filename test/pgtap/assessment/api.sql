-- Schema api, the part of module assessment: what is there, as docs/reference/api.md tells it, and who gets what.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon;

-- ---- what is there ----

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES
  ('v', 'submit(instrument integer, answers smallint[], response_ms integer[] = NULL, started_at timestamptz = NULL)'),
  ('v', 'begin_test(instrument integer)'), ('v', 'next_item(test uuid, answer smallint = NULL, response_ms integer = NULL)'),
  ('v', 'grant_attempt(person uuid, instrument integer)'), ('v', 'undo_import(batch bigint)'),
  ('v', 'import_answers(document uuid, instrument integer, mapping jsonb = ''{}'', shape text = ''wide'', dry_run boolean = true)');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('assessment') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('assessment') v$$,
  '{instruments,items,submissions,results,profile,norms,import_batches,import_rejects}'::text[],
    'views');
SELECT is_empty($$SELECT pg_temp.faults('assessment')$$, 'comments, rights, conflicts');
\set page `sed -n '/^<!-- assessment -->/,/^<!-- end of assessment -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('assessment')$$, 'the page lists every object');

-- ---- who gets what ----

SELECT id AS likert FROM assessment.instrument WHERE code = 'resilience-10' \gset
SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
CREATE FUNCTION pg_temp.likert() RETURNS text LANGUAGE sql AS $$ SELECT id::text FROM assessment.instrument WHERE code = 'resilience-10' $$;
SELECT is(pg_temp.answers(w.who, w.value), w.outcome, w.who || ': ' || w.value) FROM (VALUES
  ('candidate1', '(SELECT count(*) FROM api.instruments)', '7'), ('anonymous', '(SELECT count(*) FROM api.instruments)', '42501'),
  ('candidate1', format('(SELECT items FROM api.instruments WHERE id = %s)', :likert), '10'),
  ('candidate1', format('(SELECT count(*) FROM api.items WHERE instrument = %s)', :test), '18'),
  ('anonymous', '(SELECT count(*) FROM api.items)', '42501'), ('anonymous', '(SELECT count(*) FROM api.results)', '42501'),
  ('anonymous', '(SELECT count(*) FROM api.submissions)', '42501'), ('anonymous', '(SELECT count(*) FROM api.profile)', '42501'),
  ('anonymous', '(SELECT count(*) FROM api.norms)', '42501'), ('anonymous', $$api.submit(1, '{1}')$$, '42501'),
  ('anonymous', 'api.begin_test(1)', '42501'), ('anonymous', $$api.next_item(id('nothing'))$$, '42501'),
  ('anonymous', $$api.grant_attempt(id('candidate1'), 1)$$, '42501'),
  ('candidate1', $$(SELECT person = id('candidate1') FROM api.profile)$$, 'true'), ('client1', '(SELECT count(*) FROM api.profile)', '0'),
  ('admin', '(SELECT count(*) FROM api.profile)', '0'), ('candidate1', '(SELECT count(*) FROM api.norms)', '0'),
  ('client1', '(SELECT count(*) FROM api.norms)', '0'), ('admin', '(SELECT count(*) > 0 FROM api.norms)', 'true'),
  -- Answers.
  ('candidate1', format($$(SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(api.submit(%s, array_fill(3::smallint, '{10}'),
    array_fill(3000, '{10}'))) k)$$, :likert), 'completeness results submission submitted_at 201'),
  ('candidate1', format($$(api.submit(%s, array_fill(3::smallint, '{10}'), array_fill(3000, '{10}')) #> '{results,0}')
    - '{flags,reliable}'::text[]$$, :likert),
    '{"sem": null, "score": 50, "trait": "resilience", "t_score": null, "percentile": null} 201'),
  ('candidate1', format($$api.submit(%s, '{3,3,3,3,3,3,NULL,NULL,NULL,4}', array_fill(3000, '{10}')) ->> 'completeness'$$, :likert),
    '0.7 201'),
  ('candidate1', format($$api.submit(%s, array_fill(3::smallint, '{10}'))$$, :likert), '22023'),
  ('candidate1', format($$api.submit(%s, '{9}', '{3000}')$$, :likert), '22023'), ('candidate1', $$api.submit(0, '{1}')$$, '22023'),
  ('candidate1', format($$api.submit(%s, NULL)$$, :likert), '23502'), ('candidate1', $$api.submit(NULL, '{1}')$$, '22023'),
  ('candidate1', format($$api.submit(%s, array_fill(3::smallint, '{10}'), array_fill(3000, '{10}'), now() + interval '1 day')$$, :likert),
    '23514'),
  ('client1', format($$(api.submit(%s, array_fill(3::smallint, '{10}'), array_fill(3000, '{10}')) ->> 'submission') IS NOT NULL$$, :likert),
    'true 201'),
  -- Tests.
  ('candidate1', format($$jsonb_typeof(api.submit(%s, array_fill(2::smallint, '{18}'), array_fill(3000, '{18}')) -> 'results')$$, :test),
    'null 201'),
  ('candidate1', format($$(SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(api.begin_test(%s)) k)$$, :test),
    'expires_at test 201'),
  ('candidate1', format('api.begin_test(%s)', :likert), '22023'), ('candidate1', 'api.begin_test(0)', '22023'),
  ('candidate1', $$api.next_item(id('nothing'))$$, '42501'),
  ('candidate1', format($$api.grant_attempt(id('candidate1'), %s)$$, :test), '42501'),
  ('client1', format($$api.grant_attempt(id('candidate1'), %s)$$, :test), '42501'),
  ('admin', format($$api.grant_attempt(id('candidate1'), %s)$$, :test), ''),
  ('admin', format($$api.grant_attempt(id('candidate1'), %s)$$, :likert), '22023'),
  ('admin', format($$api.grant_attempt(id('nothing'), %s)$$, :test), '22023')) w (who, value, outcome);
INSERT INTO platform.account_role VALUES (id('stranger'), 'researcher');
SELECT is(pg_temp.answers('stranger', '(SELECT count(*) > 0 FROM api.norms)'), 'true', 'a researcher sees norms');
SELECT is(pg_temp.answers('stranger', '(SELECT count(*) FROM assessment.norm WHERE quantiles IS NULL)'), '42501', 'not all of them');

-- What has been handed in is one's own, and only that is seen.
SELECT isnt(pg_temp.answers('candidate1', format($$api.submit(%s, array_fill(4::smallint, '{10}'), array_fill(3000, '{10}'))$$,
    :likert), true),
  '42501', 'answers');
SELECT is(pg_temp.answers(who, '(SELECT count(*) FROM api.submissions)'), n, who) FROM (VALUES ('candidate1', '1'), ('candidate2', '0'),
  ('client1', '0'), ('admin', '0')) w (who, n);
SELECT is(pg_temp.answers(who, '(SELECT string_agg(trait, '' '') FROM api.results)'), trait, who) FROM (VALUES ('candidate1', 'resilience'),
  ('candidate2', ''), ('client1', ''), ('admin', '')) w (who, trait);
SELECT is(pg_temp.answers('candidate1', $$(SELECT snapshot ? 'resilience' FROM api.profile)$$), 'true', 'and the profile follows');

-- A test is taken once, item by item, in a transaction each as the gateway has them: here the one before is made one that has ended.
SELECT pg_temp.answers('candidate2', format($$api.begin_test(%s) ->> 'test'$$, :test), true) AS begun \gset
SELECT split_part(:'begun', ' ', 1) AS session \gset
SELECT is(pg_temp.answers('candidate2', format($$(api.begin_test(%s) ->> 'test') = %L$$, :test, :'session')), 'true 201', 'it is resumed');
SELECT is(pg_temp.answers('candidate3', format('api.next_item(%L)', :'session')), '42501', 'it is nobody else''s');
SELECT is(pg_temp.answers('candidate2', format($$api.next_item(%L) #>> '{item,position}' IS NOT NULL$$, :'session')), 'true',
  'an item is open');
SELECT is(pg_temp.answers('candidate2', format('api.next_item(%L, 99::smallint, 3000)', :'session')), '22023', 'which has so many options');
SELECT is(pg_temp.answers('candidate2', format('api.next_item(%L, 1::smallint)', :'session')), '22023', 'and takes its time');
SELECT is(pg_temp.answers('candidate2', format($$api.next_item(%L, 1::smallint, 3000) ->> 'n_answered'$$, :'session'), true), '1',
    'it is answered');
SELECT is(pg_temp.answers('candidate2', format('api.next_item(%L, 1::smallint, 3000)', :'session')), 'PT409', 'one answer a transaction');
UPDATE assessment.test SET expires_at = now() - interval '1 day';
SELECT is(pg_temp.answers('candidate2', format('api.next_item(%L)', :'session')), 'PT409', 'it expires');
SELECT is(pg_temp.answers('candidate2', format('api.begin_test(%s)', :test)), 'PT409', 'and then no attempt is left');
SELECT is(pg_temp.answers('candidate2', format($$api.submit(%s, array_fill(2::smallint, '{18}'), array_fill(3000, '{18}'))$$, :test)),
    'PT409',
  'nor for the whole form');

-- Imports: administrators ask, the job does the work, the views tell.
SELECT id('admin') AS admin \gset
INSERT INTO platform.document (id, owner_id, kind, title, file_name, media_type, size, storage, part_size, bucket,
  object_key, status)
SELECT id(d), :'admin', 'other', d, d || '.csv', 'text/csv', 100, CASE d WHEN 'far' THEN 's3' ELSE 'database' END, 1000,
  CASE d WHEN 'far' THEN 'bucket' END, d, 'ready'
FROM unnest('{answers,far}'::text[]) d;
INSERT INTO platform.document_part SELECT id('answers'), 1, convert_to('mail;' || string_agg('#' || i, ';') || E'\nnew@x.example;'
  || string_agg('3', ';') || E'\nno address;' || string_agg('3', ';') || E'\n', 'UTF8') FROM generate_series(1, 10) i;
CREATE FUNCTION pg_temp.imports(dry boolean, more jsonb DEFAULT '{}', document text DEFAULT 'answers', shape text DEFAULT 'wide')
RETURNS text LANGUAGE sql AS $$
  SELECT format('api.import_answers(id(%L), %s, %L, %L, %L)', document, pg_temp.likert(), jsonb_build_object('person', 'mail',
    'create_persons', true, 'delimiter', ';', 'items', (SELECT jsonb_object_agg(i, '#' || (i + 1)) FROM generate_series(1, 10) i)) || more,
    shape, dry) $$;
SELECT is(pg_temp.answers(w.who, w.value), w.outcome, w.who || ': ' || left(w.value, 60) || w.outcome) FROM (VALUES
  ('anonymous', pg_temp.imports(true), '42501'), ('candidate1', pg_temp.imports(true), '42501'), ('client1', pg_temp.imports(true),
    '42501'),
  ('admin', pg_temp.imports(true, '{"persn": "x"}'), '22023'), ('admin', pg_temp.imports(true, '{}', 'far'), '0A000'),
  ('admin', pg_temp.imports(true, '{}', 'none'), 'PT404'), ('admin', pg_temp.imports(true, '{}', 'answers', 'tall'), '22023'),
  ('admin', pg_temp.imports(true, '{"encoding": 1}'), '22023'), ('admin', 'api.undo_import(0)', '22023'),
  ('candidate1', 'api.undo_import(0)', '42501'), ('anonymous', 'api.undo_import(0)', '42501')) w (who, value, outcome);
SELECT is(pg_temp.answers('admin', format('(%s ->> ''job'') IS NOT NULL', pg_temp.imports(true)), true), 'true 202',
  'a dry run is asked for');
SELECT is(pg_temp.answers('admin', format('(%s ->> ''job'') IS NOT NULL', pg_temp.imports(false)), true), 'true 202', 'and a run');
SELECT is(pg_temp.answers('admin', format('(%s ->> ''job'') IS NOT NULL', pg_temp.imports(false, '{"encoding": "latin"}')), true),
  'true 202',
  'and one of an encoding that there is not');
SELECT cmp_ok(platform.run_jobs(), '>=', 3::bigint, 'the jobs run');
SELECT results_eq($$SELECT status, result ->> 'status', result ->> 'stored', error FROM (
    SELECT id, kind, status, result, error FROM platform.job
    UNION ALL SELECT id, kind, status, result, error FROM platform.job_history) j
  WHERE kind = 'assessment.import' ORDER BY id$$,
  $$VALUES ('done', 'checked', '1', NULL), ('done', 'applied', '1', NULL), ('failed', NULL, NULL, 'encoding is not known')$$,
    'with the report');
SELECT is(pg_temp.answers('admin', $$(SELECT string_agg(status || ' ' || (created_by = id('admin')), ', ' ORDER BY id)
  FROM api.import_batches)$$),
  'checked true, applied true', 'administrators read the imports');
SELECT is(pg_temp.answers('admin', $$(SELECT string_agg(reason || ' ' || person, ', ') FROM api.import_rejects)$$),
  'bad_person no address, bad_person no address', 'and the rejects');
SELECT is(pg_temp.answers(w, '(SELECT count(*) FROM api.' || v || ')'), CASE w WHEN 'anonymous' THEN '42501' ELSE '0' END, w || ' ' || v)
FROM unnest('{candidate1,client1,anonymous}'::text[]) w, unnest('{import_batches,import_rejects}'::text[]) v;
SELECT is(pg_temp.answers('admin', 'api.undo_import((SELECT min(id) FROM api.import_batches))'), 'PT409', 'a dry run has nothing to undo');
SELECT is(pg_temp.answers('admin', 'api.undo_import((SELECT max(id) FROM api.import_batches))', true),
  '{"persons_deleted": 1, "submissions_deleted": 1, "submissions_restored": 0}', 'undone');
SELECT is((SELECT string_agg(action, ' ' ORDER BY id) FROM platform.audit_event WHERE action LIKE 'import.%'
  AND action <> 'import.requested'),
  'import.applied import.undone', 'audited');

SELECT is_empty($$SELECT pg_temp.unrefused('assessment', w) FROM unnest('{candidate1,client1,admin}'::text[]) w$$,
  'nothing is written through views, and that has a status');
SELECT * FROM finish();
ROLLBACK;
