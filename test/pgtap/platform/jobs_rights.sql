-- Who may do what with jobs and messages: harmonyd its part and nothing else, people their own, administrators all. And the trace id.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_worker, harmony_user;
DO $$ DECLARE t text; BEGIN FOR t IN SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = pg_my_temp_schema()
  AND relkind IN ('r', 'S') LOOP EXECUTE 'GRANT ALL ON ' || t || ' TO harmony_user, harmony_worker'; END LOOP; END $$;
INSERT INTO platform.account (id, email) SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org'
  FROM generate_series(1, 3) n;
INSERT INTO platform.account_role VALUES ('00000000-0000-4000-8000-000000000003', 'admin');
DELETE FROM platform.schedule WHERE name <> 'platform.clean_jobs';
UPDATE platform.schedule SET next_run_at = now() + interval '1 hour';
CREATE FUNCTION pg_temp.ask(person integer) RETURNS void LANGUAGE sql AS $$SELECT set_config('request.jwt.claims',
  json_build_object('sub', '00000000-0000-4000-8000-00000000000' || person)::text, true)$$;
INSERT INTO platform.job_kind (kind, runs) VALUES ('test.work', 'worker');
SELECT pg_temp.ask(1);
SELECT platform.add_job('test.work') AS mine \gset
SELECT pg_temp.ask(2);
SELECT platform.add_job('test.work') AS others, platform.add_job('test.work') AS other \gset
SELECT set_config('request.jwt.claims', '', true);
INSERT INTO platform.job_history (id, kind, status, priority, owner_id, attempt, run_at, created_at, finished_at)
  SELECT -n, 'test.work', 'done', 5, ('00000000-0000-4000-8000-00000000000' || n)::uuid, 1, now(), now(), now() FROM generate_series(1,
  2) n;
SELECT is((SELECT owner_id FROM platform.job WHERE id = :mine), '00000000-0000-4000-8000-000000000001'::uuid,
  'a job is of who asked for it');

-- A person: own jobs, without their payload.
SET LOCAL ROLE harmony_user;
SELECT pg_temp.ask(1);
SELECT results_eq('SELECT id FROM platform.job', ARRAY[:mine]::bigint[], 'own jobs');
SELECT results_eq('SELECT id FROM platform.job_history', ARRAY[-1]::bigint[], 'own history');
SELECT throws_ok('SELECT payload FROM platform.job', '42501', NULL, 'no payload');
SELECT is_empty('SELECT name FROM platform.schedule', 'no schedules');
SELECT throws_ok('SELECT * FROM platform.template', '42501', NULL, 'no templates');
SELECT throws_ok('SELECT * FROM platform.job_kind', '42501', NULL, 'no kinds');
SELECT throws_ok('SELECT * FROM platform.webhook', '42501', NULL, 'no webhooks');
SELECT throws_ok(format('SELECT platform.cancel_job(%s)', :other), '42501', format('job %s is not one of yours', :other));
SELECT throws_ok('SELECT platform.cancel_job(999999)', '42501', 'job 999999 is not one of yours', 'the same for one that is not there');
SELECT throws_ok('SELECT platform.cancel_job(-2)', '42501', NULL, 'and for what somebody else''s was');
SELECT throws_ok('SELECT platform.cancel_job(-1)', '55000', NULL, 'one''s own has ended');
SELECT is(platform.cancel_job(:mine), 'cancelled', 'one''s own is cancelled');
RESET ROLE;
UPDATE platform.job_kind SET cancellable = false WHERE kind = 'test.work';
SELECT platform.add_job('test.work') AS fixed \gset
UPDATE platform.job SET owner_id = '00000000-0000-4000-8000-000000000001' WHERE id = :fixed;
SET LOCAL ROLE harmony_user;
SELECT throws_ok(format('SELECT platform.cancel_job(%s)', :fixed), '55000', format('job %s cannot be cancelled', :fixed),
  'not one that would be left half done');
RESET ROLE;
DELETE FROM platform.job WHERE id = :fixed;
UPDATE platform.job_kind SET cancellable = true WHERE kind = 'test.work';
SET LOCAL ROLE harmony_user;
SELECT throws_ok(format('SELECT platform.retry_job(%s)', :mine), '42501', NULL, 'trying again is for administrators');
SELECT throws_ok($$SELECT platform.run_now('platform.clean_jobs')$$, '42501');
SELECT throws_ok($$SELECT platform.add_job('test.work')$$, '42501', NULL, 'nobody queues what they like');
SELECT throws_ok($$SELECT * FROM platform.claim_jobs('w', '{test.work}', 1)$$, '42501', NULL, 'nor works');
SELECT throws_ok($$SELECT * FROM platform.claim_messages('w', 1)$$, '42501');
SELECT throws_ok($$UPDATE platform.job SET status = 'queued'$$, '42501');
SELECT lives_ok($$UPDATE platform.schedule SET is_active = false$$, 'a schedule');
-- An administrator: all, and the schedules.
SELECT pg_temp.ask(3);
SELECT is((SELECT count(*) FROM platform.job), 3::bigint, 'an administrator sees all');
SELECT results_eq($$SELECT is_active FROM platform.schedule$$, '{true}'::boolean[], 'which nobody else has switched off');
WITH c AS (UPDATE platform.schedule SET every = '2 minutes' RETURNING 1) SELECT is(count(*), 1::bigint, 'changes when they run') FROM c;
SELECT throws_ok($$UPDATE platform.schedule SET kind = 'crew.retrain'$$, '42501', NULL, 'not what');
SELECT is(platform.cancel_job(:other), 'cancelled', 'cancels anybody''s');
SELECT lives_ok(format('SELECT platform.retry_job(%s)', :other), 'and has it tried again');
SELECT lives_ok($$SELECT platform.run_now('platform.clean_jobs')$$, 'runs a schedule now');
-- Somebody granted what harmonyd may still has to be harmonyd.
RESET ROLE;
SELECT set_config('request.jwt.claims', '', true);
CREATE TEMP TABLE asked AS SELECT p.oid::regprocedure AS routine, format('SELECT %s(%s)', p.oid::regproc, (
    SELECT string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n) FROM unnest(p.proargtypes) WITH ORDINALITY u (t, n)
    WHERE n <= p.pronargs - p.pronargdefaults)) AS statement
  FROM platform.wanted_rights() w JOIN pg_proc p ON p.oid = w.object WHERE w.grantee = 'harmony_worker' AND w.kind = 'ROUTINE';
GRANT SELECT ON asked TO harmony_user;
SELECT is((SELECT count(*) FROM asked), 24::bigint, 'twenty-four functions');
DO $$ DECLARE r regprocedure; BEGIN FOR r IN SELECT routine FROM asked LOOP
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO harmony_user', r); END LOOP; END $$;
SET LOCAL ROLE harmony_user;
SELECT throws_ok(statement, '42501', 'this is for harmonyd', routine::text) FROM asked;
RESET ROLE;

-- harmonyd.
SELECT is((SELECT array_agg(DISTINCT w.privilege ORDER BY w.privilege) FROM platform.wanted_rights() w WHERE w.grantee = 'harmony_worker'),
  '{EXECUTE,USAGE}', 'no table');
SET LOCAL ROLE harmony_worker;
SELECT ok(platform.is_privileged(), 'without a person it is the owner''s own work');
SELECT throws_ok('SELECT * FROM platform.job', '42501');
SELECT throws_ok('SELECT * FROM platform.outbox', '42501');
SELECT throws_ok('SELECT * FROM platform.account', '42501');
SELECT throws_ok($$SELECT platform.add_job('test.work')$$, '42501');
SELECT throws_ok($$SELECT platform.send(NULL, 'x', '{}', 'x')$$, '42501');
SELECT throws_ok($$SELECT crew.rebuild_stale()$$, '42501', NULL, 'the modules'' functions are the jobs'' alone');
SELECT is((SELECT count(*) FROM platform.claim_jobs('w', '{test.work}', 10)), 2::bigint, 'but it works');
SELECT is(platform.finish_job(:other, 1), 'done');
SELECT lives_ok('SELECT platform.rescue_jobs(), platform.run_jobs(10)', 'and runs the database''s');
SELECT pg_temp.ask(3);
SELECT ok(NOT platform.is_privileged(), 'with a person it is not the owner''s work');
RESET ROLE;
SELECT set_config('request.jwt.claims', '', true);

-- The trace id: what a header says, never an error, and the same in rows.
CREATE TEMP TABLE headers (value text, expected text);
INSERT INTO headers VALUES
  ('{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', '0af7651916cd43dd8448eb211c80319c'),
  ('{"host":"x","traceparent":"01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more","z":1}', '0af7651916cd43dd8448eb211c80319c'),
  ('{"traceparent": "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', NULL),
  ('{"traceparent": "00-00000000000000000000000000000000-b7ad6b7169203331-01"}', NULL),
  ('{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"}', NULL),
  ('{"traceparent": "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"}', NULL),
  ('{"traceparent": "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01"}', NULL),
  ('{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x"}', NULL),
  ('{"x": "\"traceparent\": \"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\""}', NULL),
  ('{"traceparent": 5}', NULL), ('no JSON at all', NULL), ('', NULL), (repeat('{"', 100000), NULL), (E'{"traceparent": "00-\n', NULL);
CREATE FUNCTION pg_temp.traced(headers text, OUT asked text, OUT outbox text, OUT audit text, OUT job text) LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  PERFORM set_config('request.headers', headers, true);
  asked := platform.trace_id();
  INSERT INTO platform.outbox (template, idempotency_key) VALUES ('x', gen_random_uuid()) RETURNING trace_id INTO outbox;
  written := platform.audit('test', 'test');
  SELECT e.trace_id INTO audit FROM platform.audit_event e WHERE e.id = written;
  written := platform.add_job('test.work');
  SELECT j.trace_id INTO job FROM platform.job j WHERE j.id = written;
END $$;
SELECT results_eq(format('SELECT * FROM pg_temp.traced(%L)', value), format('VALUES (%1$L, %1$L, %1$L, %1$L)', expected), left(value, 60))
FROM headers;
SELECT set_config('request.headers', '', true);
SELECT lives_ok($$SELECT platform.enter_trace('0af7651916cd43dd8448eb211c80319c')$$);
SELECT is(platform.trace_id(), '0af7651916cd43dd8448eb211c80319c', 'a trace is entered');
SELECT * FROM finish();
ROLLBACK;
