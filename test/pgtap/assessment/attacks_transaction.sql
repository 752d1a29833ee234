-- One transaction in the names of two people: a puppet hands in a test, an employer looks, and all of it is taken back. What a
-- transaction's answers decide is told to nobody in it. And what analysts and the owner see and do while people answer, and are erased.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
INSERT INTO platform.account (id, email) VALUES (id('puppet'), 'puppet@example.org');
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('puppet'), id('campaign1'));

-- look(query, answers): the puppet's sheet, then what the employer is told by the query, then back.
CREATE FUNCTION pg_temp.look(query text, answers smallint[], who text DEFAULT 'client1') RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id('puppet'))::text, true), set_config('role', 'harmony_user', true);
    INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
      SELECT id('puppet'), i.id, answers, array_fill(9000, '{18}') FROM assessment.instrument i WHERE i.code = 'reasoning-18';
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who))::text, true);
    EXECUTE 'SELECT (' || query || ')::text' INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
SELECT array_agg(i.correct_option ORDER BY i.position) AS right_answers FROM assessment.item i WHERE i.instrument_id = :test \gset
SELECT is(pg_temp.look(q, a), '55000', left(q, 60)) FROM unnest(ARRAY[
  $$SELECT crew.simulate(id('vessel1'), ARRAY[id('puppet'), id('member1')])$$, $$SELECT crew.sociogram(id('vessel1'),
    ARRAY[id('puppet')])$$,
  $$SELECT crew.impact(id('campaign1'), id('puppet'))$$, $$SELECT count(*) FROM crew.matching(id('campaign1'))$$,
  $$SELECT count(*) FROM crew.sensitivity(id('campaign1'))$$, $$SELECT crew.report(id('puppet'), 'recruiter', id('campaign1'))$$,
  $$SELECT (crew.decide(id('campaign1'), id('puppet'), 'hired', 'x')).p_ind$$]) q,
  (VALUES (array_fill(1::smallint, '{18}')), (:'right_answers'::smallint[])) v (a);
SELECT is(pg_temp.look('SELECT count(*) FROM assessment.profile', array_fill(1::smallint, '{18}'), 'member1'), '0', 'nor own profiles');
SELECT is(pg_temp.look($$SELECT crew.impact(id('campaign1'), id('puppet'))$$, :'right_answers', 'admin'), '55000', 'nor administrators');
SELECT is((SELECT count(*) FROM assessment.attempt WHERE person_id = id('puppet')), 0::bigint, 'and no attempt is used');
-- Nothing of it holds for other transactions, also where numbers of transactions come again.
SELECT is(assessment.is_taking_test(), false, 'no test, no guard');
INSERT INTO assessment.attempt (person_id, instrument_id, used, used_in, used_at)
  VALUES (id('puppet'), :test, 1, pg_current_xact_id(), now() - interval '1 day');
SELECT is(assessment.is_taking_test(), false, 'a number from another database is none of this one''s');
UPDATE assessment.attempt SET used_at = now() WHERE person_id = id('puppet');
SELECT is(assessment.is_taking_test(), true, 'this transaction''s own is');
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
CREATE FUNCTION pg_temp.plan(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
  RETURN plan -> 0 -> 'Plan' ->> 'Index Name';
END $$;
SELECT is(pg_temp.plan('SELECT FROM assessment.attempt WHERE used_in = ''3'''), 'attempt_used_in_idx', 'found by an index');
SELECT is(pg_temp.plan('SELECT FROM assessment.test WHERE answered_in = ''3'''), 'test_answered_in_idx', 'of sessions too');
RESET enable_seqscan;
RESET enable_bitmapscan;
DELETE FROM assessment.attempt;

-- ---- what analysts see: complete months ----

SELECT id AS rating FROM assessment.instrument WHERE code = 'resilience-10' \gset
SELECT date_trunc('month', now(), 'UTC') AS month \gset
INSERT INTO platform.account (id, email) SELECT id('answers' || n), n || '@answers.example.org' FROM generate_series(1, 40) n;
CREATE TEMP TABLE results_before AS SELECT * FROM assessment.research_results;
CREATE TEMP TABLE usage_before AS SELECT * FROM assessment.research_usage;
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)
  SELECT id('answers' || n), :rating, CASE n % 2 WHEN 0 THEN :'month'::timestamptz ELSE now() END, '{4,2,5,3,4,2,4,4,3,4}'
  FROM generate_series(1, 39) n;
SELECT is_empty('SELECT * FROM assessment.research_results EXCEPT ALL SELECT * FROM results_before', 'who answers now is not seen to come');
SELECT is_empty('SELECT * FROM assessment.research_usage EXCEPT ALL SELECT * FROM usage_before', 'nor counted');
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)
  SELECT id('answers' || n), :rating, :'month'::timestamptz - interval '1 microsecond', '{4,2,5,3,4,2,4,4,3,4}'
  FROM generate_series(1, 39) n;
SELECT is((SELECT count(*) FROM assessment.research_results), (SELECT count(*) + 39 FROM results_before), 'when the month is complete');
SELECT is((SELECT sum(persons) FROM assessment.research_usage), 39::numeric, 'both views');
SELECT ok((SELECT max(month) FROM assessment.research_results) < :'month'::timestamptz, 'no row is of this month');

-- ---- people who are not there ----

UPDATE assessment.instrument SET target_se = 0.45, max_items = 12 WHERE id = :test;
SELECT is(left(pg_temp.says('admin', format('SELECT assessment.begin_test(%s, gen_random_uuid())', :test)), 5), '22023',
  'a test of nobody that exists');
SELECT is(left(pg_temp.says('admin', format('SELECT assessment.begin_test(%s, NULL)', :test)), 5), '42501', 'nor of nobody');
SELECT throws_ok(format('SELECT assessment.begin_test(%s, gen_random_uuid())', :test), '22023', NULL, 'for the owner too');
SELECT is(left(pg_temp.says('admin', q), 5), '22023', q) FROM unnest(ARRAY[
  'SELECT count(*) FROM crew.applications(gen_random_uuid())', 'SELECT crew.withdraw(id(''campaign1''), gen_random_uuid())',
  'SELECT crew.give_pulse(3, gen_random_uuid())', 'SELECT crew.accept_offer(id(''campaign1''), gen_random_uuid())']) q;
SELECT is(assessment.rebuild_snapshots(ARRAY[id('answers1'), gen_random_uuid(), id('answers2')]), 2::bigint, 'who is gone is left out');
SELECT is(assessment.rescore(ARRAY[id('answers1'), gen_random_uuid()]), 1::bigint, 'when all is scored anew too');
SELECT * FROM finish();
ROLLBACK;
