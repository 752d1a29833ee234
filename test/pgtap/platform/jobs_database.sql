-- Jobs that the database runs, what comes round, what becomes of rows.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
DELETE FROM platform.schedule;
CREATE TABLE public.effect (n integer, trace_id text, privileged boolean);
CREATE FUNCTION public.test_effect(payload jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.effect VALUES ((payload ->> 'n')::integer, platform.trace_id(), platform.is_privileged());
  IF payload ? 'fails' THEN
    RAISE EXCEPTION 'no luck' USING ERRCODE = 'HM001';
  ELSIF payload ? 'cancel' THEN
    UPDATE platform.job SET cancel_requested = true WHERE id = (test_effect.payload ->> 'cancel')::bigint;
  ELSIF payload ? 'add' THEN
    PERFORM platform.add_job('test.effect', '{"n": 77}', now() + interval '1 hour');
  END IF;
  RETURN jsonb_build_object('n', payload -> 'n');
END $$;
INSERT INTO platform.job_kind (kind, runs, routine, max_attempts) VALUES ('test.effect', 'database', 'public.test_effect', 2),
  ('test.gone', 'database', 'public.test_gone', 2);
SELECT throws_ok($$INSERT INTO platform.job_kind (kind, runs, routine) VALUES ('test.x', 'database', 'pg_sleep(1); --')$$, '23514', NULL,
  'a routine is a name');
SELECT throws_ok($$INSERT INTO platform.job_kind (kind, runs) VALUES ('test.x', 'database')$$, '23514', NULL,
  'which jobs of the database have');

SELECT platform.add_job('test.effect', '{"n": 1}') AS one, platform.add_job('test.effect', '{"n": 2, "fails": true}') AS two,
  platform.add_job('test.effect', '{"n": 3}') AS three \gset
SELECT is((SELECT count(*) FROM platform.claim_jobs('w', '{database}', 10)), 3::bigint, '"database" stands for all of them');
SELECT is(platform.run_database_job(:one, 2), NULL, 'another attempt does nothing');
SELECT is((SELECT count(*) FROM effect), 0::bigint, 'nothing at all');
SELECT is(platform.run_database_job(:one, 1), 'done', 'run and finished');
SELECT results_eq(format('SELECT status, result FROM platform.job WHERE id = %s', :one), $$VALUES ('done', '{"n": 1}'::jsonb)$$);
SELECT is(platform.run_database_job(:one, 1), NULL, 'once');
SELECT throws_ok(format('SELECT platform.run_database_job(%s, 1)', :two), 'HM001', 'no luck', 'an error comes through');
SELECT results_eq(format('SELECT job, state, error FROM platform.run_database_jobs(ARRAY[%s, %s], ''{1,1}'')', :two, :three),
  format('VALUES (%s::bigint, NULL, ''HM001 no luck''), (%s, ''done'', NULL)', :two, :three), 'several: one fails alone');
SELECT bag_eq('SELECT n FROM effect', '{1,3}'::integer[], 'and has no effect');
SELECT is(platform.fail_job(:two, 1, 'no luck'), 'queued', 'which its worker tells');

-- Cancelled: before it begins, and while it runs.
SELECT platform.add_job('test.effect', '{"n": 4}') AS four \gset
SELECT platform.add_job('test.effect', jsonb_build_object('n', 5, 'cancel', currval('platform.job_id_seq') + 1)) AS five \gset
SELECT count(*) FROM platform.claim_jobs('w', '{database}', 10);
SELECT platform.cancel_job(:four);
SELECT is(platform.run_database_job(:four, 1), 'cancelled', 'cancelled before it began');
SELECT throws_ok(format('SELECT platform.run_database_job(%s, 1)', :five), '55000', format('job %s was cancelled while it ran', :five),
  'cancelled while it ran');
SELECT bag_eq('SELECT n FROM effect', '{1,3}'::integer[], 'neither has an effect');
SELECT platform.add_job('test.gone') AS gone \gset
SELECT count(*) FROM platform.claim_jobs('w', '{test.gone}', 10);
SELECT throws_ok(format('SELECT platform.run_database_job(%s, 1)', :gone), '42883', NULL, 'a kind whose function is gone');
SELECT platform.fail_job(:gone, 1, 'x', true);

-- The trace of the request goes on through the job.
SELECT set_config('request.headers', '{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', true);
SELECT platform.add_job('test.effect', '{"n": 6, "add": true}') AS six \gset
SELECT set_config('request.headers', '', true);
SELECT platform.add_job('test.effect', '{"n": 7}') AS seven \gset
DELETE FROM platform.job WHERE id = :two;
SELECT is(platform.run_jobs(), 2::bigint, 'here and now');
SELECT results_eq('SELECT n, trace_id FROM effect WHERE n > 5 ORDER BY n', $$VALUES (6, '0af7651916cd43dd8448eb211c80319c'), (7, NULL)$$,
  'each with its own trace');
SELECT is((SELECT trace_id FROM platform.job WHERE payload = '{"n": 77}'), '0af7651916cd43dd8448eb211c80319c', 'what it causes keeps it');
SELECT is(current_setting('request.headers'), '', 'and the caller''s is as it was');
SELECT ok((SELECT bool_and(privileged) FROM effect), 'a job is the owner''s own work');
SELECT platform.add_job('test.effect', '{"n": 8, "fails": true}') AS eight \gset
SELECT is(platform.run_jobs(), 1::bigint);
SELECT is((SELECT status || ' ' || error FROM platform.job WHERE id = :eight), 'queued no luck',
  'one that fails waits for another attempt');
SELECT is(platform.run_jobs(), 0::bigint, 'later');

-- What comes round. Missed slots run once; a slot whose job still waits adds none.
INSERT INTO platform.schedule (name, kind, payload, every, next_run_at)
  VALUES ('test.each', 'test.effect', '{"n": 9}', '10 minutes', now() - interval '35 minutes'),
         ('test.gone', 'test.gone', '{}', '10 minutes', now()), ('test.later', 'test.effect', '{}', '1 day', now() + interval '1 second');
INSERT INTO platform.schedule (name, kind, every, is_active) VALUES ('test.off', 'test.effect', '1 minute', false);
SELECT is(platform.queue_schedules(), 1::bigint, 'one is due, of a kind that is there');
SELECT results_eq($$SELECT name, next_run_at - now() FROM platform.schedule ORDER BY name$$,
  $$VALUES ('test.each', interval '5 minutes'), ('test.gone', '10 minutes'), ('test.later', '1 second'), ('test.off', '0')$$,
  'the next slot is one of the row');
SELECT is((SELECT count(*) FROM platform.job WHERE starts_with(dedup_key, 'test.each/')), 1::bigint, 'missed slots run once');
UPDATE platform.schedule SET next_run_at = now() - interval '1 minute' WHERE name = 'test.each';
SELECT is(platform.queue_schedules(), 0::bigint, 'what still waits stands for the next slot too');
SELECT is(platform.run_jobs(), 1::bigint);
UPDATE platform.schedule SET next_run_at = now() - interval '1 minute' WHERE name = 'test.each';
SELECT is(platform.queue_schedules(), 1::bigint, 'then there is another');
SELECT is(platform.queue_schedules(), 0::bigint, 'once a slot');
SELECT throws_ok($$UPDATE platform.schedule SET every = '1 month'$$, '23514', NULL, 'no months');
SELECT throws_ok($$UPDATE platform.schedule SET every = '0'$$, '23514', NULL, 'nor nothing');
SELECT throws_ok($$SELECT platform.run_now('test.none')$$, '22023');
SELECT is(platform.run_now('test.off'), platform.run_now('test.off'), 'now, once though asked twice');
DELETE FROM platform.schedule;

-- The modules' own kinds run, but for those that need to be told what to work on, and what moves those that are done, of which below.
INSERT INTO platform.schedule (name, kind, every) SELECT k.kind, k.kind, '1 day' FROM platform.job_kind k
  WHERE k.runs = 'database' AND k.kind !~ '^(test|signals|delivery|affinity)\.|^assessment\.import$' AND k.routine <> 'platform.clean_jobs';
DELETE FROM platform.job;
SELECT is(platform.run_jobs(), (SELECT count(*) FROM platform.schedule), 'every shipped kind of the database runs');
SELECT is_empty($$SELECT kind, error FROM platform.job WHERE error IS NOT NULL$$, 'without an error');

-- What is done moves, what failed stays a while.
UPDATE platform.job SET finished_at = now() - interval '31 days', status = 'failed', result = NULL WHERE kind = 'crew.retrain';
UPDATE platform.job SET finished_at = now() - interval '29 days', status = 'failed' WHERE kind = 'crew.rebuild_stale';
INSERT INTO platform.job_history (id, kind, status, priority, attempt, run_at, created_at, finished_at)
  VALUES (-1, 'x', 'done', 5, 1, now(), now(), now() - interval '61 days'), (-2, 'x', 'done', 5, 1, now(), now(),
  now() - interval '59 days');
SELECT is(platform.clean_jobs() ->> 'removed', '1', 'what ended two months ago is gone');
SELECT results_eq($$SELECT kind FROM platform.job$$, $$VALUES ('crew.rebuild_stale')$$, 'what failed of late stays');
SELECT bag_eq($$SELECT kind FROM platform.job_history$$, $$SELECT kind FROM platform.schedule WHERE kind <> 'crew.rebuild_stale'
  UNION ALL VALUES ('x')$$, 'the others are history');
SELECT throws_ok($$SELECT platform.cancel_job(max(id)) FROM platform.job_history$$, '55000', NULL, 'history is not cancelled');
SELECT throws_ok($$SELECT platform.retry_job(max(id)) FROM platform.job_history$$, '55000', NULL, 'nor tried again');
SELECT count(platform.add_job('test.effect', '{"n": 10}')) FROM generate_series(1, 7);
SELECT is(platform.run_jobs(5), 5::bigint, 'so many and no more');
SELECT is(platform.clean_jobs('{"most": 3}'), '{"moved": 3, "removed": 0}', 'in batches');
SELECT * FROM finish();
ROLLBACK;
