-- Attacks on what is told about groups of people: what an employer, with accounts of its own and as often as it likes, tries in order to
-- learn what one person said, declared or is. Each has to find nothing. test/pgtap/crew/puppets.sql plays a year of them by chance.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

CREATE FUNCTION pg_temp.state(who text, query text) RETURNS text LANGUAGE sql RETURN left(pg_temp.says(who, query), 5);
-- Everything that an employer is told about groups.
CREATE FUNCTION pg_temp.told() RETURNS text LANGUAGE sql RETURN concat_ws(E'\n',
  pg_temp.says('client1', $$SELECT (r.survey, r.item, r.n, r.mean, r.sd)::text FROM crew.survey_results(id('vessel1')) r$$),
  pg_temp.says('client1', $$SELECT a::text FROM crew.agreement(id('employer1')) a$$),
  pg_temp.says('client1', $$SELECT f::text FROM crew.fairness() f$$),
  pg_temp.says('client1', $$SELECT crew.judge_toxicity(id('employer1'))$$),
  pg_temp.says('client1', $$SELECT (d -> 'weather', d -> 'toxicity_evidence')::text FROM crew.dashboard(id('vessel1')) d$$),
  pg_temp.says('client1', $$SELECT f ->> 'toxic' FROM crew.fleet(id('employer1')) f$$),
  pg_temp.says('client1', $$SELECT (v -> 'weather', v -> 'toxicity_flag')::text
    FROM jsonb_array_elements(crew.fleet(id('employer1')) -> 'vessels') v$$),
  pg_temp.says('client1', $$SELECT (vessel_snapshot -> 'weather', toxicity_flag, toxicity_evidence)::text FROM crew.vessel ORDER BY id$$));

-- A crew of nine that has been there for long, and three puppets: one has just boarded, one has an account of this week with service from
-- long ago, one had its service entered this week.
INSERT INTO platform.account (id, email, created_at) SELECT id('more' || n), 'more' || n || '@example.org', now() - interval '1 year'
  FROM generate_series(1, 3) n;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at) SELECT id('more' || n), id('vessel1'), 'Deckhand',
  platform.today() - 100, now() - interval '100 days' FROM generate_series(1, 3) n;
INSERT INTO platform.account (id, email, created_at) VALUES (id('puppet1'), 'p1@example.org', now() - interval '1 year'),
  (id('puppet2'), 'p2@example.org', now() - interval '29 days'), (id('puppet3'), 'p3@example.org', now() - interval '1 year');
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at) VALUES
  (id('puppet1'), id('vessel1'), 'Chef', platform.today() - 29, now() - interval '29 days'),
  (id('puppet2'), id('vessel1'), 'Chef', platform.today() - 100, now() - interval '100 days'),
  (id('puppet3'), id('vessel1'), 'Chef', platform.today() - 100, now() - interval '1 day');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour');
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
SELECT pg_temp.told() AS nothing \gset

-- Four puppets and the fifth person: who has boarded, or was entered, to ask this question does not count towards five.
SELECT bag_eq($$SELECT crew.counting_people(id('vessel1'), now() - interval '1 hour', 'survey')$$,
  $$SELECT id('member' || n) FROM generate_series(1, 6) n UNION SELECT id('more' || n) FROM generate_series(1, 3) n$$,
  'who has been there for 30 days counts, account, service and its entry');
INSERT INTO crew.survey_response (person_id, survey_id, responded_at, leadership) SELECT id(who), id('survey1'),
  now() - interval '50 minutes' + nth * interval '1 second', 1 FROM unnest('{puppet1,puppet2,puppet3,member1,member2}'::text[])
  WITH ORDINALITY w (who, nth);
SELECT is(crew.publish_figures(), 0::bigint, 'three puppets and two of the crew: nothing is published');
INSERT INTO crew.survey_response (person_id, survey_id, responded_at, leadership) SELECT id('member' || n), id('survey1'),
  now() - interval '40 minutes', 8 FROM generate_series(3, 4) n;
SELECT is(crew.publish_figures(), 0::bigint, 'nor with four');
SELECT is(pg_temp.told(), :'nothing', 'and the employer sees what it saw');
SELECT is((SELECT count(*) FROM crew.survey_results(id('vessel1'))), 1::bigint, 'the owner''s own work has all seven');

-- Two looks at a survey, before and after one more answer.
INSERT INTO crew.survey_response (person_id, survey_id, leadership, workload) VALUES (id('member5'), id('survey1'), 8, 3);
SELECT is(pg_temp.told(), :'nothing', 'an answer shows nothing by itself');
SELECT is(pg_temp.state('client1', 'SELECT crew.publish_figures()'), '42501', 'an employer does not publish');
SELECT is(pg_temp.state('member1', 'SELECT crew.publish_figures()'), '42501', 'nor does crew');
SELECT cmp_ok(crew.publish_figures(), '>=', 1::bigint, 'the schedule does');
-- 1, 1, 8, 8, 8: 0, 0, 77.8 three times: mean 46.7, sd 42.6; none of the puppets' 1.
SELECT is(pg_temp.says('client1', $$SELECT (item, n, mean, sd)::text FROM crew.survey_results(id('vessel1'))$$), '(leadership,5,47,43)',
  'five people who count, in whole numbers');
SELECT pg_temp.told() AS five \gset
INSERT INTO crew.survey_response (person_id, survey_id, leadership, workload) VALUES (id('member6'), id('survey1'), 1, 3);
SELECT is(crew.publish_due(now() + interval '30 days'), 0::bigint, 'a sixth answer is not published, however long one waits');
UPDATE crew.survey_response SET leadership = 10 WHERE person_id = id('member3');
DELETE FROM platform.account WHERE id = id('member4');
SELECT is(crew.publish_due(now() + interval '60 days'), 0::bigint, 'nor a changed answer, nor an erased account');
SELECT is(pg_temp.told(), :'five', 'what was told stays');
INSERT INTO crew.survey_response (person_id, survey_id, leadership, workload) SELECT id('more' || n), id('survey1'), 5, 3
  FROM generate_series(1, 3) n;
SELECT is(crew.publish_due(now() + interval '61 days'), 3::bigint, 'leadership waits at nine; workload has five, and is published');
SELECT is(pg_temp.says('client1', $$SELECT (item, n, mean)::text FROM crew.survey_results(id('vessel1')) WHERE item = 'leadership'$$),
  '(leadership,5,47)', 'which leaves the other item alone');
SELECT is((SELECT basis -> 'leadership' FROM platform.published_figure WHERE kind = 'survey' ORDER BY id DESC LIMIT 1),
  '[[1], [1], [8], [8], [8]]'::jsonb, 'what a later publication goes on from names nobody');
SELECT is(pg_temp.state('client1', 'SELECT figures FROM platform.published_figure'), '42501', 'nor is it for employers');

-- Once a week at most: the crew is asked again, ten answers in two halves.
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey2'), id('vessel1'), 'post_charter', now() - interval '2 hours');
INSERT INTO crew.survey_response (person_id, survey_id, workload) SELECT id('member' || n), id('survey2'), 5
  FROM generate_series(1, 6) n WHERE n <> 4;
SELECT cmp_ok(crew.publish_due(now() + interval '70 days'), '>=', 1::bigint, 'five');
UPDATE crew.disclosure SET least_people = 3, least_responses = 3 WHERE what = 'survey';
INSERT INTO crew.survey_response (person_id, survey_id, workload) SELECT id('more' || n), id('survey2'), 5 FROM generate_series(1, 3) n;
SELECT crew.publish_due(now() + interval '76 days') IS NOT NULL AS published \gset
SELECT is((SELECT count(*) FROM platform.published_figure WHERE period = id('survey2')::text), 1::bigint, 'nothing new in a week');
SELECT crew.publish_due(now() + interval '77 days') IS NOT NULL AS published \gset
SELECT is((SELECT count(*) FROM platform.published_figure WHERE period = id('survey2')::text), 2::bigint, 'after it');
UPDATE crew.disclosure SET least_people = 5, least_responses = 5 WHERE what = 'survey';

-- Only verified identities, where a site wants that.
UPDATE crew.disclosure SET verified_only = true WHERE what = 'survey';
SELECT is_empty($$SELECT crew.counting_people(id('vessel1'), now(), 'survey')$$, 'nobody is verified');
SELECT is(pg_temp.state('client1', $$SELECT platform.verify_account(id('puppet1'))$$), '42501', 'an employer verifies nobody');
SELECT is(pg_temp.says('admin', $$SELECT platform.verify_account(id('member1'))$$), '', 'an administrator does');
SELECT platform.verify_account(id('member1'));
SELECT results_eq($$SELECT crew.counting_people(id('vessel1'), now(), 'survey')$$, $$VALUES (id('member1'))$$, 'who then counts');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'account.verified' AND object LIKE '%' || id('member1')), 1::bigint,
  'which is audited');
UPDATE platform.account SET full_name = 'Another' WHERE id = id('member1');
SELECT is_empty($$SELECT crew.counting_people(id('vessel1'), now(), 'survey')$$, 'another name has to be verified again');
UPDATE crew.disclosure SET verified_only = false WHERE what = 'survey';
SELECT throws_ok($$SELECT platform.verify_account(id('nobody'))$$, '22023', NULL, 'nobody is not verified');
SELECT throws_ok($$SELECT platform.verify_account(id('member1'), NULL)$$, '22004', NULL, 'nor perhaps');

-- An account that has used a token of the employer in that time does not count.
INSERT INTO platform.token (kind, token_hash, organization_id, expires_at, used_at, used_by)
  VALUES ('invite', sha256('x'), id('employer1'), now(), now() - interval '10 days', id('member2'));
SELECT is_empty($$SELECT FROM crew.counting_people(id('vessel1'), now(), 'survey') c WHERE c = id('member2')$$, 'invited ten days ago');
SELECT isnt_empty($$SELECT FROM crew.counting_people(id('vessel1'), now() - interval '11 days', 'survey') c WHERE c = id('member2')$$,
  'counted before');

-- Who left before the survey opened has no answer to it, and strangers learn nothing of its time.
INSERT INTO crew.assignment (person_id, vessel_id, position, status, started_on, ended_on)
  VALUES (id('stranger'), id('vessel1'), 'Chef', 'ended', platform.today() - 300, platform.today() - 100);
INSERT INTO crew.survey (id, vessel_id, kind, opens_at, closes_at) VALUES
  (id('over'), id('vessel1'), 'post_season', now() - interval '3 days', now() - interval '2 days');
CREATE TEMP TABLE refusal AS SELECT who, survey, pg_temp.says(who, format(
    'INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id(%L), id(%L), 5)', who, survey)) AS words
  FROM unnest('{stranger,candidate1,member7,member1}'::text[]) who, unnest('{survey1,over}'::text[]) survey;
SELECT is(words, format('23514 person %s may not answer survey %s', id(who), id(survey)), who || ' is told nothing of ' || survey)
  FROM refusal WHERE who <> 'member1';
SELECT matches(words, '^55000 survey .* takes no answers at .* It is open from', 'the crew is told the time') FROM refusal
  WHERE who = 'member1' AND survey = 'over';

-- Weather and toxicity: of complete weeks, disjoint ones; a pulse, a corrected one, an erased account change nothing that was told.
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT a.person_id, id('vessel1'),
  (crew.last_week() + d)::timestamp AT TIME ZONE 'UTC', 1 + (d + length(a.person_id::text) + ascii(a.person_id::text)) % 5
  FROM crew.assignment a, generate_series(0, 6) d WHERE a.vessel_id = id('vessel1') AND a.status = 'active';
SELECT is(crew.publish_figures(), 2::bigint, 'a week');
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
SELECT is((SELECT contributors FROM platform.published_figure WHERE kind = 'weather'),
  (SELECT count(*) FROM crew.counting_people(id('vessel1'), crew.last_week()::timestamp AT TIME ZONE 'UTC', 'weather')),
  'of those who count');
SELECT pg_temp.told() AS week \gset
SELECT matches(:'week'::text, crew.last_week()::text, 'is shown');
UPDATE crew.pulse SET score = 5 WHERE person_id = id('member1');
SELECT is(crew.publish_figures(), 0::bigint, 'a corrected pulse is not published');
DELETE FROM platform.account WHERE id = id('member6');
INSERT INTO crew.pulse (person_id, vessel_id, score) SELECT id('member' || n), id('vessel1'), 1 FROM generate_series(1, 3) n;
SELECT crew.publish_figures() + crew.rebuild_stale() IS NOT NULL AS again \gset
SELECT is(pg_temp.told(), :'week', 'nor an erased account, nor pulses of this week');
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'all is as it was published');
SELECT is(crew.publish_due(now() + interval '7 days'), 0::bigint, 'three people make no week');
SELECT pg_temp.says('client1', $$SELECT crew.judge_toxicity(id('employer1'), now() - interval '7 days')$$) AS judged \gset
SELECT is((SELECT count(*) FROM platform.published_figure WHERE kind = 'toxicity'), 1::bigint, 'an employer''s call judges nothing');
SELECT throws_ok(format('%s platform.published_figure %s', c.verb, c.rest), '55000', NULL::text,
  c.verb || ' of what was published is refused')
  FROM (VALUES ('UPDATE', 'SET figures = ''{}'''), ('DELETE FROM', ''), ('TRUNCATE', '')) c (verb, rest);

-- Fairness of one campaign tells the group of the one who was selected: administrators and researchers alone see it.
INSERT INTO platform.account (id, email, created_at, is_verified) SELECT id('fair' || n), 'fair' || n || '@crew.example.org',
  now() - interval '3 years', n <> 40 FROM generate_series(1, 60) n;
INSERT INTO crew.declared_group SELECT id('fair' || n), 'origin', (ARRAY['a', 'b'])[1 + n % 2] FROM generate_series(1, 60) n;
INSERT INTO crew.declared_group SELECT id('fair' || n), 'faith', CASE WHEN n = 7 THEN 'c' ELSE (ARRAY['a', 'b'])[1 + n % 2] END
  FROM generate_series(1, 60) n;
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status) SELECT id('search' || k), id('employer1'),
  id('vessel1'), 'Bosun', 'Search ' || k, 'open' FROM generate_series(1, 3) k;
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('fair' || n), id('search' || 1 + n % 2) FROM generate_series(1, 60) n;
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('fair7'), id('search3')), (id('fair8'), id('search3'));
-- Shortlisted 1 to 28, hired 1 to 14; in search 3 one of two.
UPDATE crew.candidacy c SET shortlisted = true WHERE c.person_id IN (SELECT id('fair' || n) FROM generate_series(1, 28) n)
  AND c.campaign_id <> id('search3');
UPDATE crew.candidacy c SET status = 'hired' WHERE c.person_id IN (SELECT id('fair' || n) FROM generate_series(1, 14) n)
  AND c.campaign_id <> id('search3');
UPDATE crew.candidacy c SET status = 'hired' WHERE c.person_id = id('fair7') AND c.campaign_id = id('search3');
UPDATE crew.campaign SET status = 'closed' WHERE id IN (id('search1'), id('search2'), id('search3'));
UPDATE crew.campaign SET status = 'archived', archived_at = '2024-03-01' WHERE id IN (id('search1'), id('search2'));
UPDATE crew.campaign SET status = 'archived', archived_at = '2025-03-01' WHERE id = id('search3');
SELECT is(pg_temp.state('client1', $$SELECT group_name FROM crew.fairness(id('search3'))$$), '42501', 'an employer is told of no campaign');
SELECT is(pg_temp.says('client1', $$SELECT group_name FROM crew.fairness()$$), '-', 'nor of a year before it is published');
SELECT is(pg_temp.state('stranger', $$SELECT group_name FROM crew.fairness()$$), '42501', 'others of none');
INSERT INTO platform.account_role VALUES (id('stranger'), 'researcher');
SELECT is(pg_temp.says('stranger', $$SELECT DISTINCT stage FROM crew.fairness(id('search1')) WHERE attribute = 'origin' ORDER BY 1$$),
  'barrier hire shortlist', 'a researcher sees a campaign');
SELECT is(pg_temp.state('stranger', $$SELECT group_name FROM crew.fairness()$$), '42501', 'and no years');
DELETE FROM platform.account_role WHERE account_id = id('stranger');
SELECT cmp_ok(crew.publish_figures(), '>=', 2::bigint, 'two years are published');
-- 2024, origin: 60 people less the one who is not verified, 7 of 30 hired in each; of faith c there is one, so that nothing is told of it.
-- By hand; n and selected in full fives: b 29 verified of 30.
SELECT is(pg_temp.says('client1', $$SELECT DISTINCT (year, attribute, stage, group_name, n, selected, rate)::text FROM crew.fairness()
  ORDER BY 1$$), '(2024,origin,hire,a,25,5,0.24) (2024,origin,hire,b,30,5,0.23) (2024,origin,shortlist,a,25,10,0.48) '
  || '(2024,origin,shortlist,b,30,10,0.47)', 'a year: groups with five selected and five not');
SELECT is(pg_temp.says('client1', $$SELECT count(*) FROM crew.fairness() WHERE num_nonnulls(mh_odds_ratio, mh_low, mh_high, mh_p) > 0$$),
  '0', 'nothing compares within campaigns');
SELECT is(pg_temp.says('client2', $$SELECT count(*) FROM crew.fairness()$$), '0', 'nor with another employer''s');
SELECT is((SELECT figures FROM platform.published_figure WHERE kind = 'fairness' AND period = '2025'), '[]'::jsonb,
  'a year with one selected has nothing to tell');

-- Later changes: an erased account, a changed group, a verified one, an archived campaign of the same people.
SELECT pg_temp.told() AS years \gset
DELETE FROM platform.account WHERE id IN (id('fair1'), id('fair20'));
UPDATE crew.declared_group SET group_name = 'b' WHERE person_id = id('fair9');
SELECT platform.verify_account(id('fair40'));
UPDATE crew.disclosure SET verified_only = false WHERE what = 'fairness';
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  VALUES (id('search4'), id('employer1'), id('vessel1'), 'Bosun', 'Search 4', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('fair' || n), id('search4') FROM generate_series(2, 19) n;
SELECT is(pg_temp.says('client1', $$UPDATE crew.campaign SET status = 'closed' WHERE title = 'Search 4'$$), '-', 'an employer closes');
UPDATE crew.campaign SET status = 'closed' WHERE id = id('search4');
SELECT is(pg_temp.state('client1', $$UPDATE crew.campaign SET status = 'archived', archived_at = '2024-06-01' WHERE title = 'Search 4'$$),
  '42501', 'but does not choose the year');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('search4');
SELECT is((SELECT archived_at FROM crew.campaign WHERE id = id('search4')), now(), 'which is the present one');
SELECT is(crew.publish_figures(), 0::bigint, 'a year is published once, and not before its end');
SELECT is(pg_temp.told(), :'years', 'nothing of it changes');
SELECT is((SELECT string_agg(DISTINCT stage, ' ') FROM crew.fairness(id('search1'))), 'barrier hire shortlist', 'the owner sees it live');
UPDATE crew.disclosure SET verified_only = true WHERE what = 'fairness';

-- Two stages: who was on the shortlist and not hired is known to the employer; where that is one person, one of the two is not told.
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  VALUES (id('search5'), id('employer2'), id('vessel2'), 'Bosun', 'Search 5', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('fair' || n), id('search5') FROM generate_series(2, 60) n WHERE n <> 20;
UPDATE crew.candidacy c SET shortlisted = true WHERE c.campaign_id = id('search5')
  AND c.person_id IN (SELECT id('fair' || n) FROM generate_series(2, 22) n);
UPDATE crew.candidacy c SET status = 'hired' WHERE c.campaign_id = id('search5')
  AND c.person_id IN (SELECT id('fair' || n) FROM generate_series(2, 21) n);
UPDATE crew.campaign SET status = 'closed' WHERE id = id('search5');
UPDATE crew.campaign SET status = 'archived', archived_at = '2023-05-01' WHERE id = id('search5');
SELECT crew.publish_figures() IS NOT NULL AS published \gset
SELECT is(pg_temp.says('client2', $$SELECT DISTINCT stage FROM crew.fairness() WHERE attribute = 'origin'$$), 'hire',
  'the hire alone is told');

-- Limits: groups that a person declares, surveys that an employer puts to a vessel.
SELECT is(pg_temp.says('member1', $$INSERT INTO crew.declared_group SELECT id('member1'), 'a' || n, 'x' FROM generate_series(1, 20) n$$),
  '-', '20 groups');
SELECT is(pg_temp.state('member1', $$INSERT INTO crew.declared_group SELECT id('member1'), 'a' || n, 'x' FROM generate_series(1, 21) n$$),
  '54000', 'not 21');
CREATE FUNCTION pg_temp.opens(n int) RETURNS text LANGUAGE sql RETURN pg_temp.says('client1', format(
  $$SELECT count(crew.open_survey(id('vessel3'), 'post_charter')) FROM generate_series(1, %s)$$, n));
SELECT is(pg_temp.opens(5), '5', 'five surveys are open');
SELECT is(left(pg_temp.opens(6), 5), 'PT429', 'not six');
INSERT INTO crew.survey (vessel_id, kind, opens_at, closes_at) SELECT id('vessel3'), 'post_charter', now() - interval '20 days',
  now() - interval '19 days' FROM generate_series(1, 7);
SELECT is(pg_temp.opens(3), '3', 'ten in 30 days');
SELECT is(left(pg_temp.opens(4), 5), 'PT429', 'not eleven');
SELECT ok(crew.open_survey(id('vessel3'), 'post_charter') IS NOT NULL, 'the owner''s own work is not limited');

-- An open transaction elsewhere holds up no run for longer than this.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace
  AND p.proname IN ('publish_figures', 'judge_toxicity') AND NOT p.proconfig @> '{lock_timeout=5s}'$$, 'runs wait for locks 5 s at most');

-- Row estimates: EXPLAIN does not tell what people declare and answer.
ANALYZE crew.declared_group, crew.pulse, crew.survey_response;
CREATE FUNCTION pg_temp.estimate(condition text, relation text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', id('client1'))::text, true), set_config('role', 'harmony_user', true);
  EXECUTE format('EXPLAIN (FORMAT json) SELECT FROM %s WHERE %s', relation, condition) INTO plan;
  PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
  RETURN concat_ws(' ', plan -> 0 -> 'Plan' ->> 'Plan Rows', plan -> 0 -> 'Plan' ->> 'Total Cost');
END $$;
SELECT is(pg_temp.estimate(format(c.condition, c.common), c.relation), pg_temp.estimate(format(c.condition, c.absent), c.relation),
  c.condition)
FROM (VALUES ('crew.declared_group', 'group_name = %L', 'a', 'zzz'), ('crew.declared_group', 'attribute = %L', 'origin', 'zzz'),
  ('crew.pulse', 'score = %s', '1', '4'), ('crew.survey_response', 'leadership = %s', '8', '2'),
  ('crew.survey_response', 'workload > %s', '5', '9')) c (relation, condition, common, absent);
SELECT is_empty($$SELECT s.tablename, s.attname FROM pg_catalog.pg_stats s WHERE s.schemaname = 'crew'
  AND (s.tablename, s.attname) IN (('declared_group', 'group_name'), ('declared_group', 'attribute'), ('pulse', 'score'),
    ('survey_response', 'leadership'), ('survey_response', 'workload'), ('survey_response', 'intent_to_stay'))$$,
  'there are no statistics');
SELECT * FROM finish();
ROLLBACK;
