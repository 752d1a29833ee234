-- When and how often: a time that is still to come, a leader for a look, arrays that are no lists.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- ---- a time to come: a week that is published before its end is never told again ----

INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
  SELECT id('member' || n), id('vessel1'), now() - d * interval '1 day', 3 FROM generate_series(1, 6) n, generate_series(0, 13) d;
SELECT is(left(pg_temp.says(who, q), 5), '22023', who || ': ' || q)
FROM unnest(ARRAY['SELECT crew.publish_figures(now() + interval ''1 second'')',
  'SELECT crew.publish_figures(now() + interval ''400 days'')',
  'SELECT crew.judge_toxicity(id(''employer1''), now() + interval ''8 days'')']) q, unnest('{admin}'::text[]) who;
SELECT is(left(pg_temp.says('client1', 'SELECT crew.judge_toxicity(id(''employer1''), now() + interval ''8 days'')'), 5), '22023',
  'an employer too');
SELECT throws_ok(q, '22023', 'the time is still to come', 'the owner: ' || q) FROM unnest(ARRAY[
  'SELECT crew.publish_figures(now() + interval ''1 second'')',
  'SELECT crew.judge_toxicity(id(''employer1''), now() + interval ''8 days'')']) q;
SELECT throws_ok(q, '22008', NULL, q) FROM unnest(ARRAY['SELECT crew.publish_figures(NULL)', 'SELECT crew.publish_figures(''infinity'')',
  'SELECT crew.publish_figures(''-infinity'')']) q;
SELECT is_empty('SELECT FROM platform.published_figure', 'nothing has been published');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace IN ('crew'::regnamespace, 'assessment'::regnamespace,
    'platform'::regnamespace) AND 'timestamptz'::regtype = ANY (p.proargtypes) AND 'at' = ANY (p.proargnames)
  AND has_function_privilege('harmony_user', p.oid, 'EXECUTE') AND p.prosrc !~ 'require_time\(at\)'$$,
  'every function of requests that takes a time checks it');

-- ---- a leader for a look ----

SELECT is(pg_temp.does('client1', 'SELECT crew.set_leader(id(''vessel1''), id(''member2''))::text'), '', 'a leader');
SELECT is((SELECT (e.actor_id, e.object, e.details)::text FROM platform.audit_event e WHERE e.action = 'leader.changed'),
  (id('client1'), 'crew.vessel/' || id('vessel1'), jsonb_build_object('leader', id('member2')))::text, 'is in the audit trail');
SELECT is(left(pg_temp.says('client1', q), 5), '55000', 'no prediction in this transaction: ' || q) FROM unnest(ARRAY[
  $$SELECT crew.impact(id('campaign1'), id('candidate1'))$$, $$SELECT count(*) FROM crew.matching(id('campaign1'))$$,
  $$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1')])$$]) q;
UPDATE crew.vessel SET basis_set_in = NULL;
SELECT is(left(pg_temp.says('client1', q), 5) <> '55000', true, 'in the next one there is: ' || q) FROM unnest(ARRAY[
  $$SELECT crew.impact(id('campaign1'), id('candidate1'))$$]) q;
SELECT is(pg_temp.does('client1', 'SELECT crew.set_leader(id(''vessel1''), NULL)::text'), '', 'nobody leads');
SELECT is((SELECT e.details FROM platform.audit_event e WHERE e.action = 'leader.changed' ORDER BY e.id DESC LIMIT 1),
  '{"leader": null}'::jsonb, 'which is told too');
SELECT is(left(pg_temp.says('client1', 'SELECT crew.set_leader(id(''vessel1''), gen_random_uuid())'), 5), '55000',
  'somebody who is not there');

-- ---- no list ----

UPDATE crew.vessel SET basis_set_in = NULL;
SELECT is(left(pg_temp.says('client1', q), 5), '22023', q) FROM unnest(ARRAY[
  $$SELECT crew.simulate(id('vessel1'), ARRAY[[id('member1'), id('member2')], [id('member3'), id('member4')]])$$,
  $$SELECT crew.sociogram(id('vessel1'), ARRAY[[id('candidate1')], [id('candidate2')]])$$,
  $$SELECT crew.shortlist(id('campaign1'), ARRAY[[id('candidate1')], [id('candidate2')]])$$]) q;
SELECT is(left(pg_temp.says('client1', q), 5), '22004', q) FROM unnest(ARRAY[
  $$SELECT crew.simulate(id('vessel1'), NULL)$$, $$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1'), NULL])$$,
  $$SELECT crew.shortlist(id('campaign1'), NULL)$$, $$SELECT crew.sociogram(id('vessel1'), ARRAY[NULL]::uuid[])$$]) q;
SELECT is(pg_temp.says('client1', $$SELECT crew.shortlist(id('campaign1'), '{}')$$), '0', 'an empty list is one');
SELECT * FROM finish();
ROLLBACK;
