-- Attacks on tests and their norms, as a candidate would try them: the key of a reasoning test by retakes, the next item as an oracle of
-- the ability, two sessions at once, times left out, a norm of two people, a flood of submissions.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
SELECT id AS rating FROM assessment.instrument WHERE code = 'resilience-10' \gset
UPDATE assessment.instrument SET target_se = 0.45, max_items = 12 WHERE id = :test;

-- What a request has written is committed, as far as this file's one transaction goes: the next request is in another.
CREATE FUNCTION pg_temp.committed() RETURNS void LANGUAGE sql AS $$
  UPDATE assessment.attempt SET used_in = '3' WHERE used_in IS NOT NULL;
  UPDATE assessment.test SET answered_in = '3' WHERE answered_in IS NOT NULL $$;
SELECT pg_temp.committed() \g /dev/null

-- ---- 32 retakes give the whole key ----

-- sheet(k): all answers 1, as a full form with times.
CREATE FUNCTION public.sheet(k integer) RETURNS text LANGUAGE sql AS $$
  SELECT format('WITH s AS (INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) '
    'VALUES (platform.current_account(), %s, array_fill(%s::smallint, ''{18}''), array_fill(4000, ''{18}'')) RETURNING 1) SELECT count(*) '
    'FROM s', (SELECT id FROM assessment.instrument WHERE code = 'reasoning-18'), 1 + k % 4) $$;
SELECT is(pg_temp.does('candidate1', sheet(0)), '1', 'a test is taken once');
SELECT is(pg_temp.does('candidate1', sheet(k)), '55000', 'and not again: ' || k) FROM generate_series(1, 32) k;
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id = id('candidate1') AND instrument_id = :test), 1::bigint,
  'of 33 tries one is there');
SELECT is(pg_temp.does('candidate1', format('SELECT assessment.begin_test(%s)', :test)), '55000', 'nor adaptively');
SELECT is(pg_temp.does('candidate2', format('WITH s AS (INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
    SELECT platform.current_account(), %s, array_fill(k::smallint, ''{18}''), array_fill(4000, ''{18}'') FROM generate_series(1, 2) k
    RETURNING 1) SELECT count(*) FROM s', :test)), '55000', 'nor twice in one statement');
SELECT is(pg_temp.does('candidate2', sheet(1)), '1', 'which has used up nothing');
SELECT is(pg_temp.does('candidate1', format('SELECT assessment.grant_attempt(id(''candidate1''), %s)', :test)), '42501',
  'nobody grants an attempt to oneself');
SELECT is(pg_temp.does('client1', format('SELECT assessment.grant_attempt(id(''candidate1''), %s)', :test)), '42501',
  'nor does an employer');
SELECT is(pg_temp.does('admin', format('SELECT assessment.grant_attempt(id(''candidate1''), %s)::text', :test)), '',
  'an administrator does');
SELECT is(pg_temp.does('candidate1', sheet(k)), expected, 'one grant is one attempt: ' || k)
FROM (VALUES (1, '1'), (2, '55000')) v (k, expected);
SELECT is((SELECT (actor_id, details ->> 'instrument')::text FROM platform.audit_event WHERE action = 'attempt.granted'),
  (id('admin'), :test)::text, 'and is in the audit trail');
SELECT is(pg_temp.does('admin', q), '22023', q) FROM unnest(ARRAY[format('SELECT assessment.grant_attempt(id(''candidate1''), %s)',
  :rating),
  'SELECT assessment.grant_attempt(id(''candidate1''), -1)', format('SELECT assessment.grant_attempt(id(''nothing''), %s)', :test)]) q;
SELECT is(pg_temp.does('candidate1', 'UPDATE assessment.attempt SET granted = 9'), '42501', 'attempts are not written by people');
SELECT is(pg_temp.does('candidate1', 'SELECT (granted, used)::text FROM assessment.attempt'), '(2,2)', 'but seen, the own ones');
-- The owner's inserts are not counted.
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate1'), :test, array_fill(2::smallint, '{18}') FROM generate_series(1, 3);
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (id('candidate3'), :test, array_fill(2::smallint, '{18}'));
SELECT is(pg_temp.does('candidate3', sheet(1)), '1', 'what the owner has imported is no attempt');
-- What follows the single answers, and the keys, are not read.
SELECT is(pg_temp.does('candidate1', 'SELECT ' || q), '42501', q) FROM unnest(ARRAY['raw FROM assessment.result',
  'standard_error FROM assessment.result', 'snapshot_state FROM assessment.profile', '1 FROM assessment.scoring_key',
  '1 FROM assessment.item_parameter', 'quantiles FROM assessment.norm', '1 FROM assessment.response_norm',
    'correct_option FROM assessment.item',
  'keyed FROM assessment.item', 'trait FROM assessment.item', 'target_se FROM assessment.instrument', '1 FROM assessment.test',
  '1 FROM assessment.submission_quality', '1 FROM assessment.scale_answers', '1 FROM assessment.item_analysis',
  '1 FROM assessment.research_results', 'assessment.choose_item(1, ''{}'')', 'assessment.score(1, ''{}'', NULL)',
  'assessment.use_attempts(''{}'', ''{}'')', '1 FROM platform.pseudonym']) q;

-- ---- the next item as an oracle ----

SELECT is(pg_temp.does('candidate4', format('WITH s AS (INSERT INTO assessment.submission (person_id, instrument_id, answers, mode)
    VALUES (platform.current_account(), %s, array_fill(1::smallint, ''{18}''), ''adaptive'') RETURNING 1) SELECT count(*) FROM s', :test)),
  '42501', 'nobody writes an adaptive submission');
CREATE ROLE harmony_test_loose;
GRANT harmony_user TO harmony_test_loose;
GRANT INSERT ON assessment.submission TO harmony_test_loose;
SELECT is(pg_temp.attempt(json_build_object('sub', id('candidate4'))::text, format(
  'INSERT INTO assessment.submission (person_id, id, instrument_id, answers, mode)
    VALUES (platform.current_account(), 990001, %s, array_fill(1::smallint, ''{18}''), ''adaptive'')', :test), 'harmony_test_loose'),
      '42501',
  'whatever the rights');
SELECT pg_temp.does('candidate4', format('SELECT (assessment.begin_test(%s) ->> ''test'')', :test)) AS session \gset
SELECT matches(:'session'::text, '^[0-9a-f-]{36}$', 'a session begins');
SELECT is(pg_temp.does('candidate4', format('SELECT (assessment.begin_test(%s) ->> ''test'')', :test)), :'session',
  'who begins again is led to the running one');
CREATE FUNCTION pg_temp.step(who text, more text DEFAULT '') RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE WHEN a ~ '^\{' THEN a::jsonb ELSE to_jsonb(a) END
  FROM pg_temp.does(who, format('SELECT assessment.next_item(%L%s)', current_setting('test.session'), more)) a $$;
SELECT set_config('test.session', :'session', true) AS session \gset
SELECT is(pg_temp.step('candidate4') - 'item', '{"n_answered": 0, "stop": false, "submission": null}', 'nothing but the item is told');
SELECT is(ARRAY (SELECT k FROM jsonb_object_keys(pg_temp.step('candidate4') -> 'item') k ORDER BY k), '{options,position,text}'::text[],
  'of the item what is to be read');
SELECT is(pg_temp.step('candidate4'), pg_temp.step('candidate4'), 'the open item stays open: a lost connection is resumed');
SELECT is(pg_temp.step('candidate4', a), to_jsonb('22023'::text), 'no option: ' || a)
  FROM unnest(ARRAY[', ''5'', 3000', ', ''-1'', 3000', ', ''32767'', 3000', ', ''1'', -1']) a;
SELECT is(pg_temp.step('candidate4', ', ''1'''), '"22023"', 'times are needed');
SELECT is(pg_temp.step('candidate4', ', NULL, 3000'), '"22023"', 'a time without an answer');
SELECT is(pg_temp.step(who, ', ''1'', 3000'), '"42501"', 'a session of somebody else: ' || who)
  FROM unnest('{candidate5,client1,stranger}'::text[]) who;
SELECT is(pg_temp.words('candidate5', format('SELECT assessment.next_item(%L)', :'session')),
  replace(pg_temp.words('candidate5', format('SELECT assessment.next_item(%L)', id('nothing'))), id('nothing')::text, :'session'),
  'is like one that does not exist');
SELECT is(pg_temp.does('candidate5', format('SELECT assessment.begin_test(%s, id(''candidate4''))', :test)), '42501',
  'nobody begins for somebody else');
SELECT is(pg_temp.does('candidate5', format('SELECT assessment.begin_test(%s)', i)), '22023', 'no adaptive test: ' || i)
  FROM (VALUES (:rating), (-1)) v (i);
SELECT throws_ok(q, '55000', NULL, 'a running test stays as it is: ' || q) FROM unnest(ARRAY[
  'UPDATE assessment.item_parameter SET difficulty = 0', format('UPDATE assessment.instrument SET max_items = 3 WHERE id = %s', :test)]) q;
-- The answers are stored in the session: no retake of an item, none that the person chooses.
SELECT pg_temp.step('candidate4') #>> '{item,position}' AS first \gset
SELECT is(pg_temp.step('candidate4', ', ''1'', 3000') ->> 'n_answered', '1', 'an answer is taken');
SELECT is(pg_temp.step('candidate4', ', ''1'', 3000'), '"55000"', 'and in this transaction no other');
SELECT isnt(pg_temp.step('candidate4') #>> '{item,position}', :'first'::text, 'and the next item is another');
SELECT is((SELECT answers[:first] FROM assessment.test WHERE id = :'session'), 1::smallint, 'it belongs to the item that was open');
SELECT is(pg_temp.does('candidate4', 'SELECT count(*) FROM assessment.result'), '0', 'no score before the end');
SELECT is(pg_temp.does('candidate4', $$SELECT count(*) FROM assessment.profile WHERE psychometric_snapshot ? 'quality'$$), '0',
  'nor in the profile');
-- To the end.
DO $$ BEGIN FOR k IN 1 .. 18 LOOP
  EXIT WHEN (pg_temp.step('candidate4') ->> 'stop')::boolean;
  PERFORM pg_temp.committed(), pg_temp.step('candidate4', ', ''' || k % 5 || ''', 3000');
END LOOP; END $$;
SELECT is(pg_temp.step('candidate4') - 'n_answered', jsonb_build_object('item', NULL, 'stop', true, 'submission', (SELECT id
  FROM assessment.submission WHERE person_id = id('candidate4') AND mode = 'adaptive')), 'it ends with a submission');
SELECT cmp_ok((SELECT cardinality(asked) FROM assessment.test WHERE id = :'session'), '<=', 12, 'by the instrument''s own rule');
SELECT is((SELECT count(*) FROM assessment.submission s JOIN assessment.test t ON t.submission_id = s.id
  WHERE t.id = :'session' AND s.answers = t.answers AND s.response_ms = t.response_ms AND num_nonnulls(VARIADIC s.answers)
    = cardinality(t.asked)), 1::bigint, 'of what was answered');
SELECT is(pg_temp.does('candidate4', 'SELECT count(*) FROM assessment.result'), '0', 'whose score this transaction is not told');
SELECT pg_temp.committed() \g /dev/null
SELECT is(pg_temp.does('candidate4', 'SELECT count(*) FROM assessment.result'), '3', 'but the next');
SELECT is(pg_temp.step('candidate4', ', ''1'', 3000'), '"55000"', 'and takes no answer any more');
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id = id('candidate4')), 1::bigint, 'it ends once');
SELECT is(pg_temp.does('candidate4', format('SELECT assessment.begin_test(%s)', :test)), '55000', 'and is not begun again');
SELECT is(pg_temp.does('candidate4', sheet(1)), '55000', 'nor as a full form');
-- Not ended in time: nothing is scored, the attempt is gone.
SELECT pg_temp.does('candidate5', format('SELECT (assessment.begin_test(%s) ->> ''test'')', :test)) AS session \gset
SELECT set_config('test.session', :'session', true) AS session \gset
UPDATE assessment.test SET expires_at = now() - interval '1 second' WHERE id = :'session';
SELECT is(pg_temp.step('candidate5', a), '"55000"', 'expired' || a) FROM unnest(ARRAY['', ', ''1'', 3000']) a;
SELECT is(pg_temp.does('candidate5', format('SELECT assessment.begin_test(%s)', :test)), '55000', 'an abandoned test is an attempt');
SELECT assessment.grant_attempt(id('candidate5'), :test)::text AS granted \gset
SELECT isnt(pg_temp.does('candidate5', format('SELECT (assessment.begin_test(%s) ->> ''test'')', :test)), :'session',
  'another begins anew');

-- ---- answers that are taken back when their score is known ----

-- In subtransactions: a sheet, what it scored, and back. Keys found: items of which two options gave different answers.
CREATE FUNCTION public.keys_by_score() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  told text[];
  answer text;
  found integer := 0;
BEGIN
  FOR item IN 1 .. 18 LOOP
    told := '{}';
    FOR chosen IN 1 .. 4 LOOP
      BEGIN
        INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
        SELECT platform.current_account(), i.id, array_fill(1::smallint, ARRAY[item - 1]) || chosen::smallint
          || array_fill(1::smallint, ARRAY[18 - item]), array_fill(4000, '{18}') FROM assessment.instrument i WHERE i.code = 'reasoning-18';
        answer := concat((SELECT sum(r.score) FROM assessment.result r), (SELECT sum(c.score) FROM assessment.current_score c),
                         (SELECT p.psychometric_snapshot ->> 'cognitive' FROM assessment.profile p));
        RAISE EXCEPTION USING ERRCODE = 'HM002';
      EXCEPTION WHEN SQLSTATE 'HM002' THEN told := told || answer;
      END;
    END LOOP;
    found := found + (SELECT count(DISTINCT t) - 1 FROM unnest(told) t)::integer;
  END LOOP;
  RETURN found;
END $$;
SELECT is(pg_temp.does('member3', 'SELECT keys_by_score()'), '0', 'keys found by scores of sheets that are taken back: none');
SELECT is(pg_temp.tries('member3', 'SELECT (SELECT used FROM assessment.attempt)'), '-', 'though no attempt is used');
SELECT is(pg_temp.does('member3', sheet(0)), '1', 'a sheet');
SELECT is(pg_temp.tries('member3', 'SELECT ' || q), expected, q) FROM (VALUES ('count(*) FROM assessment.submission', '1'),
  ('count(*) FROM assessment.result', '0'), ('count(*) FROM assessment.profile', '0'), ('count(*) FROM assessment.current_score', '0'),
  ('crew.report(id(''member3''), ''candidate'')', '55000'), ('assessment.is_taking_test()', 'true')) v (q, expected);
SELECT is(pg_temp.tries('member2', 'SELECT assessment.is_taking_test()'), 'true', 'whoever it is that the transaction asks as');
-- An employer who applies to the own campaign.
INSERT INTO platform.account_role (account_id, role) VALUES (id('member3'), 'client'), (id('member3'), 'researcher');
INSERT INTO platform.membership (account_id, organization_id)
  SELECT id('member3'), m.organization_id FROM platform.membership m WHERE m.account_id = id('client1');
SELECT c.id AS campaign, c.vessel_id AS vessel FROM crew.campaign c JOIN platform.membership m USING (organization_id)
  WHERE m.account_id = id('client1') AND c.status = 'open' LIMIT 1 \gset
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('member3'), :'campaign');
CREATE TEMP TABLE employers_look AS SELECT format('SELECT 1 FROM ' || f, :'campaign', id('member3'), :'vessel') AS q FROM unnest(ARRAY[
  'crew.matching(%1$L)', 'crew.impact(%1$L, %2$L)', 'crew.sensitivity(%1$L)', 'crew.sociogram(%3$L, ARRAY[%2$L]::uuid[])',
  'crew.simulate(%3$L, ARRAY[%2$L]::uuid[])', 'crew.decide(%1$L, %2$L, ''hired'', ''fits'')', 'crew.lift_barrier(%1$L, %2$L, ''fits'')',
  'crew.report(%2$L, ''recruiter'', %1$L)', 'crew.restore_barrier(%1$L, %2$L, ''fits'')', 'crew.fairness(%1$L)']) f;
SELECT is(pg_temp.tries('member3', q), '55000', q) FROM employers_look;
SELECT pg_temp.committed() \g /dev/null
SELECT is(pg_temp.tries('member3', 'SELECT ' || q), expected, 'in the next transaction: ' || q) FROM (VALUES
  ('count(*) FROM assessment.result', '3'), ('count(*) FROM assessment.profile', '1'), ('count(*) FROM assessment.current_score', '3'),
  ('1 FROM crew.report(id(''member3''), ''candidate'')', '1'), ('assessment.is_taking_test()', 'false')) v (q, expected);
SELECT isnt(pg_temp.tries('member3', q), '55000', 'in the next transaction: ' || q) FROM employers_look WHERE q !~ '_barrier';

-- The same with a session: all options of the open item, what comes next, and back; then one of them is committed.
CREATE FUNCTION public.peek(test uuid, option integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  told jsonb := assessment.next_item(test, option::smallint, 3000);
  again text;
BEGIN
  BEGIN
    again := assessment.next_item(test, '1', 3000);
  EXCEPTION WHEN OTHERS THEN again := SQLSTATE;
  END;
  -- the number of the submission is another each time
  RETURN concat(told - 'submission', jsonb_typeof(told -> 'submission'), again, assessment.next_item(test) - 'submission',
    (SELECT sum(r.score) FROM assessment.result r), (SELECT p.psychometric_snapshot ->> 'cognitive' FROM assessment.profile p));
END $$;
CREATE FUNCTION pg_temp.keys_by_item(who text, session text) RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
  asked integer := 0;
  found integer := 0;
BEGIN
  LOOP
    PERFORM pg_temp.committed();
    asked := asked + 1;
    found := found - 1 + (SELECT count(DISTINCT pg_temp.tries(who, format('SELECT peek(%L, %s)', session, o)))
      FROM generate_series(0, 4) o);
    EXIT WHEN asked > 18
      OR pg_temp.does(who, format('SELECT assessment.next_item(%L, %L, 3000)', session, 1 + asked % 4))::jsonb -> 'stop' = 'true';
  END LOOP;
  RETURN ARRAY[asked, found];
END $$;
SELECT pg_temp.does('member4', format('SELECT (assessment.begin_test(%s) ->> ''test'')', :test)) AS session \gset
SELECT pg_temp.keys_by_item('member4', :'session') AS by_item \gset
SELECT is((:'by_item'::integer[])[2], 0, 'keys found by the next item, or the end: none');
SELECT is((:'by_item'::integer[])[1], (SELECT num_nonnulls(VARIADIC answers) FROM assessment.submission WHERE person_id = id('member4')),
  'of all that were asked');
SELECT is((SELECT count(*) FROM assessment.result WHERE person_id = id('member4')), 3::bigint, 'and the session is scored');
-- An item that were chosen with the answer would tell it.
SELECT is((SELECT count(DISTINCT (assessment.choose_item(:test, array_fill(NULL::smallint, '{10}') || o::smallint)).item)
  FROM generate_series(0, 4) o), 2::bigint, 'which the rule without a queue would not hide');
-- Every session ends where it is scored, however it is answered; max_items is the most.
CREATE FUNCTION pg_temp.session(code text, n_items integer, pattern integer) RETURNS smallint[] LANGUAGE plpgsql AS $$
DECLARE
  test CONSTANT integer := (SELECT i.id FROM assessment.instrument i WHERE i.code = session.code);
  answers smallint[] := array_fill(NULL::smallint, ARRAY[n_items]);
  open integer := (assessment.choose_item(test, answers)).item;
  queued integer := assessment.queue_item(test, answers, open);
BEGIN
  FOR k IN 0 .. 18 LOOP
    EXIT WHEN open IS NULL;
    answers[open] := CASE WHEN pattern >> k & 1 = 1 THEN (SELECT i.correct_option FROM assessment.item i WHERE i.instrument_id = test
      AND i.position = open) ELSE 0 END;
    open := queued;
    queued := assessment.queue_item(test, answers, open);
  END LOOP;
  RETURN answers;
END $$;
SELECT is_empty(format('SELECT n.n_answered, n.stop FROM generate_series(0, 4095, 37) p,
  assessment.choose_item(%s, pg_temp.session(''reasoning-18'', 18, p)) n WHERE n.stop IS NULL OR n.n_answered > 12', :test),
  'a session of any answers has reached its end');
INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max, target_se, max_items)
  VALUES ('one-item', 'One item', 'cognitive', 1, 4, 0.1, 1);
INSERT INTO assessment.item (instrument_id, position, text, trait, options, correct_option)
  SELECT n.id, t.position, t.text, t.trait, t.options, t.correct_option FROM assessment.item t, assessment.instrument n
  WHERE t.instrument_id = :test AND t.position <= 3 AND n.code = 'one-item';
INSERT INTO assessment.item_parameter SELECT n.id, p, 1, p - 2 FROM assessment.instrument n, generate_series(1, 3) p
  WHERE n.code = 'one-item';
SELECT is(pg_temp.session('one-item', 3, p), expected::smallint[], 'also of one item: ' || p)
  FROM (VALUES (0, '{NULL,0,NULL}')) v (p, expected);
UPDATE assessment.instrument SET max_items = NULL WHERE code = 'one-item';
SELECT is(num_nonnulls(VARIADIC pg_temp.session('one-item', 3, p)), 3, 'or of all: ' || p) FROM (VALUES (0), (5)) v (p);

-- ---- times left out ----

SELECT is(pg_temp.does('member1', format('INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
  VALUES (platform.current_account(), %s, %L, %L)', :rating, answers, times)), expected, coalesce(times, 'no times'))
FROM (VALUES ('{4,2,2,4,4,2,2,4,4,2}', NULL, '22023'), ('{4,2,2,4,4,2,2,4,4,2}', '{}', '22023'),
  ('{4,2,2,4,4,2,2,4,4,2}', '{3000,3000,3000,3000,3000,3000,3000,3000,3000,NULL}', '22023'),
  ('{4,2,2,4,4,2,2,4,4,NULL}', '{3000,3000,3000,3000,3000,3000,3000,3000,3000,NULL}', '-'),
  ('{4,2,2,4,4,2,2,4,4,2}', '{3000,3000,3000,3000,3000,3000,3000,3000,3000,3000}', '-')) v (answers, times, expected);
UPDATE assessment.instrument SET requires_times = false WHERE id = :rating;
SELECT is(pg_temp.does('member1', format('INSERT INTO assessment.submission (person_id, instrument_id, answers)
  VALUES (platform.current_account(), %s, ''{4,2,2,4,4,2,2,4,4,2}'')', :rating)), '-', 'where they are not required');
UPDATE assessment.instrument SET requires_times = true WHERE id = :rating;
SELECT lives_ok(format('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (%L, %s, ''{4,2,2,4,4,2,2,4,4,2}'')',
  id('member1'), :rating), 'the owner imports without');
SELECT is_empty('SELECT code FROM assessment.instrument WHERE origin = ''harmony'' AND NOT requires_times',
  'every shipped one requires them');

-- ---- 20,000 submissions in a statement ----

CREATE FUNCTION pg_temp.flood(n integer) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.does('member2', format('WITH s AS (INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
    SELECT platform.current_account(), %s, ''{4,2,2,4,4,2,2,4,4,2}'', array_fill(3000, ''{10}'') FROM generate_series(1, %s) RETURNING 1)
    SELECT count(*) FROM s', (SELECT id FROM assessment.instrument WHERE code = 'resilience-10'), n)) $$;
SELECT is(pg_temp.flood(20000), '54000', '20,000 submissions in a statement');
SELECT is(pg_temp.flood(11), '54000', '11 of them');
SELECT is(pg_temp.flood(10), '10', '10 pass');
UPDATE platform.limit SET most = 11 WHERE what = 'submissions_a_statement';
SELECT is(pg_temp.flood(11), '11', 'the limit is a row');
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('member2'), :rating, '{4,2,2,4,4,2,2,4,4,2}'
  FROM generate_series(1, 200);
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id = id('member2')), 221::bigint, 'which the owner has not');

-- ---- a norm of two people ----

SELECT throws_ok(format('SELECT assessment.build_norms(''two'', ARRAY[%s], ARRAY[id(''member1''), id(''member2'')])', :rating), '22023',
  'too few people for a norm', 'two people are no norm');
SELECT throws_ok(format('SELECT assessment.build_response_norm(%s)', :rating), '22023', NULL, 'nor do they give one of answers');
SELECT throws_ok(format('INSERT INTO assessment.norm SELECT ''two'', %s, trait, 29, mean, sd, quantiles, reliability, metric
  FROM assessment.norm LIMIT 1', :rating), '23514', NULL, 'nor is one written by hand');

-- ---- one place for the rule of what counts ----

SELECT is_empty($$SELECT p.person_id, c.trait FROM assessment.profile p JOIN assessment.current_score c USING (person_id)
  WHERE (p.psychometric_snapshot #>> CASE WHEN c.trait = c.family THEN ARRAY[c.trait] ELSE ARRAY[c.family, c.trait] END)::numeric
    IS DISTINCT FROM round(c.score::numeric, 1)$$, 'the current score is the one in the profile');
SELECT is((SELECT count(*) FROM assessment.current_score), (SELECT count(DISTINCT (person_id, trait)) FROM assessment.result),
  'one a person and trait');
SELECT pg_temp.committed() \g /dev/null
SELECT is(pg_temp.does('member2', 'SELECT string_agg(DISTINCT person_id::text, '' '') FROM assessment.current_score'), id('member2')::text,
  'a person sees the own');

-- That the first of the attacks above would find the whole key, were it not refused: last, as it takes the rule away.
CREATE OR REPLACE FUNCTION assessment.is_taking_test() RETURNS boolean LANGUAGE sql STABLE RETURN false;
SELECT is(pg_temp.does('member5', 'SELECT keys_by_score()'), '18', 'without the rule each item gives its key');
SELECT * FROM finish();
ROLLBACK;
