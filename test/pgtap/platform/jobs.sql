-- The states of a job: every step of the table in docs/reference/jobs.md, and none besides; who works on an older attempt changes nothing.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
DELETE FROM platform.schedule;
INSERT INTO platform.job_kind (kind, runs, lease, max_attempts, backoff) VALUES ('test.work', 'worker', '1 minute', 3, '10 seconds'),
  ('test.other', 'worker', '1 minute', 3, '10 seconds');
INSERT INTO platform.job_kind (kind, runs, concurrency) VALUES ('test.few', 'worker', 2);
CREATE FUNCTION pg_temp.state(job bigint) RETURNS text LANGUAGE sql AS
  $$SELECT concat_ws(' ', j.status, j.attempt || '/' || j.max_attempts, j.worker) FROM platform.job j WHERE j.id = job$$;
CREATE FUNCTION pg_temp.claim(most integer DEFAULT 1, kinds text[] DEFAULT '{test.work}') RETURNS SETOF bigint LANGUAGE sql AS
  $$SELECT c.id FROM platform.claim_jobs('w', kinds, most) c$$;

-- Adding.
SELECT throws_ok($$SELECT platform.add_job('test.none')$$, '22023', 'jobs of kind "test.none" do not exist');
SELECT throws_ok($$SELECT platform.add_job(NULL)$$, '22023');
SELECT throws_ok($$SELECT platform.add_job('test.work', priority => 10)$$, '22023', 'priority is 10');
SELECT throws_ok($$SELECT platform.add_job('test.work', priority => NULL)$$, '22023', 'priority is null');
SELECT throws_ok($$SELECT platform.add_job('test.work', on_duplicate => 'ignore')$$, '22023', 'on_duplicate is "ignore"');
SELECT throws_ok($$SELECT platform.add_job('test.work', '[]')$$, '23514');
SELECT throws_ok($$SELECT platform.add_job('test.work', run_at => 'infinity')$$, '23514');
SELECT platform.add_job('test.work', '{"a": 1}', batch => '00000000-0000-4000-8000-000000000001') AS a \gset
SELECT is(pg_temp.state(:a), 'queued 0/3', 'a new job waits');
SELECT results_eq(format('SELECT payload, priority, batch_id IS NOT NULL, sort_at = run_at - interval ''5 minutes'' FROM platform.job
  WHERE id = %s', :a), $$VALUES ('{"a": 1}'::jsonb, 5, true, true)$$, 'as it was asked for');

-- One of a key.
SELECT platform.add_job('test.work', '{"n": 1}', dedup_key => 'k', priority => 3) AS k \gset
SELECT is(platform.add_job('test.work', '{"n": 2}', dedup_key => 'k'), :k::bigint, 'one of a key: the same number');
SELECT is((SELECT payload FROM platform.job WHERE id = :k), '{"n": 1}', 'kept as it is');
SELECT is(platform.add_job('test.work', '{"n": 2}', now() + interval '1 hour', dedup_key => 'k', on_duplicate => 'run_at'), :k::bigint);
SELECT results_eq(format('SELECT payload, priority, run_at > now() FROM platform.job WHERE id = %s', :k),
  $$VALUES ('{"n": 1}'::jsonb, 3, true)$$, 'put off');
SELECT is(platform.add_job('test.work', '{"n": 2}', dedup_key => 'k', on_duplicate => 'replace', priority => 9), :k::bigint);
SELECT results_eq(format('SELECT payload, priority, run_at = now(), sort_at = now() - interval ''9 minutes'' FROM platform.job WHERE id =
  %s',
  :k), $$VALUES ('{"n": 2}'::jsonb, 9, true, true)$$, 'replaced, the order too');
SELECT isnt(platform.add_job('test.other', dedup_key => 'k'), :k::bigint, 'another kind''s key is another');
DELETE FROM platform.job WHERE kind = 'test.other';

-- The order: priority counts minutes of waiting; nothing starves.
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:k]::bigint[], 'the higher priority first');
SELECT is(pg_temp.state(:k), 'running 1/3 w', 'which runs, for the first time');
SELECT is(platform.add_job('test.work', '{"n": 3}', dedup_key => 'k', on_duplicate => 'replace'), :k::bigint, 'running counts as well');
SELECT is((SELECT payload FROM platform.job WHERE id = :k), '{"n": 2}', 'and is not replaced');
SELECT platform.add_job('test.work', run_at => now() - interval '10 minutes', priority => 0) AS old,
  platform.add_job('test.work', priority => 9) AS urgent, platform.add_job('test.work', run_at => now() + interval '1 minute',
  priority => 9)
  AS later \gset
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:old]::bigint[], 'ten minutes of waiting outweigh nine steps');
SELECT bag_eq('SELECT pg_temp.claim(10)', ARRAY[:urgent, :a]::bigint[], 'several at once; not before its time');
SELECT is_empty('SELECT pg_temp.claim(10)', 'then none');
SELECT is(pg_temp.state(:later), 'queued 0/3', 'what comes later waits');

-- Heartbeats.
SELECT is((SELECT lease_until FROM platform.job WHERE id = :a), now() + interval '1 minute', 'the lease is the kind''s');
SELECT ok(platform.heartbeat(:a, 1, 0.25, 'reading'), 'go on');
SELECT results_eq(format('SELECT progress, message, lease_until > now() + interval ''1 minute'' FROM platform.job WHERE id = %s', :a),
  $$VALUES (0.25::float8, 'reading', true)$$, 'progress, and a new lease');
SELECT ok(platform.heartbeat(:a, 1, 0.5, 'writing'), 'again at once');
SELECT is((SELECT progress FROM platform.job WHERE id = :a), 0.25::float8, 'is kept once a second');
SELECT ok(NOT platform.heartbeat(:a, 2), 'another attempt is told to stop');
SELECT ok(NOT platform.heartbeat(:later, 0), 'so is who has no lease');
SELECT ok(NOT platform.heartbeat(-1, 1), 'and who has no job');

-- Done, and late.
SELECT is(platform.finish_job(:a, 0, '{}'), NULL, 'an older attempt changes nothing, and is told');
SELECT is(platform.finish_job(:a, 1, '{"answer": 42}'), 'done', 'done');
SELECT results_eq(format('SELECT status, progress, result, lease_until IS NULL, finished_at IS NOT NULL FROM platform.job WHERE id = %s',
  :a),
  $$VALUES ('done', 1::float8, '{"answer": 42}'::jsonb, true, true)$$, 'with its result');
SELECT is(platform.finish_job(:a, 1, '{}'), NULL, 'once');
SELECT is(platform.fail_job(:a, 1, 'x'), NULL, 'what is done does not fail');
SELECT is(platform.release_job(:a, 1), NULL, 'nor is it handed back');

-- Failing: again after the backoff, twice as long each time, then never.
SELECT is(platform.fail_job(:old, 1, repeat('x', 5000)), 'queued', 'a failed attempt is followed by another');
SELECT results_eq(format('SELECT run_at BETWEEN now() + interval ''16 seconds'' AND now() + interval ''24 seconds'', length(error), attempt
  FROM platform.job WHERE id = %s', :old), $$VALUES (true, 2000, 1)$$, 'after 20 s, give or take 20 %');
UPDATE platform.job SET run_at = now() WHERE id = :old;
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:old]::bigint[]);
SELECT is(platform.fail_job(:old, 1, 'late'), NULL, 'the first attempt has no say any more');
SELECT is(platform.fail_job(:old, 2, 'y'), 'queued');
SELECT ok((SELECT run_at BETWEEN now() + interval '32 seconds' AND now() + interval '48 seconds' FROM platform.job WHERE id = :old),
  'after 40 s');
UPDATE platform.job SET run_at = now() WHERE id = :old;
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:old]::bigint[]);
SELECT is(platform.fail_job(:old, 3, 'z'), 'failed', 'the last attempt');
SELECT results_eq(format('SELECT status, error, finished_at IS NOT NULL FROM platform.job WHERE id = %s', :old),
  $$VALUES ('failed', 'z', true)$$, 'has failed');
SELECT is(platform.fail_job(:urgent, 1, 'bad input', true), 'failed', 'a permanent failure at once');
SELECT ok((SELECT min(d) >= interval '8 seconds' AND max(d) <= interval '12 seconds' AND count(DISTINCT d) > 50
  FROM (SELECT platform.retry_delay('5 seconds', 1, '1 day') AS d FROM generate_series(1, 100)) x), 'the delay varies within its bounds');
SELECT ok(platform.retry_delay('1 hour', 2147483647, '1 day') BETWEEN interval '19 hours' AND interval '29 hours', 'and has an end');

-- Handed back: at once to the next, and it does not count.
SELECT is(platform.release_job(:k, 1), 'queued', 'handed back');
SELECT is(pg_temp.state(:k), 'queued 1/4 w', 'the attempt does not count, its number stays taken');
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:k]::bigint[]);
SELECT is(platform.finish_job(:k, 1), NULL, 'who handed it back cannot finish it');

-- A lost worker.
SELECT is(platform.rescue_jobs(), 0::bigint, 'within the lease nothing is taken back');
UPDATE platform.job SET lease_until = now() - interval '1 second' WHERE id = :k;
SELECT is(platform.rescue_jobs(), 1::bigint, 'after it, it is');
SELECT is(pg_temp.state(:k), 'queued 2/4 w', 'and waits');
SELECT ok(NOT platform.heartbeat(:k, 2), 'whose worker learns that');
UPDATE platform.job SET attempt = 3 WHERE id = :k;
SELECT is(ARRAY (SELECT pg_temp.claim(1)), ARRAY[:k]::bigint[]);
UPDATE platform.job SET lease_until = now() - interval '1 second' WHERE id = :k;
SELECT is(platform.rescue_jobs(), 1::bigint);
SELECT is(pg_temp.state(:k), 'failed 4/4 w', 'the last attempt lost: failed');

-- Cancelling.
SELECT is(platform.cancel_job(:later), 'cancelled', 'what waits is cancelled');
SELECT throws_ok(format('SELECT platform.cancel_job(%s)', :later), '55000', format('job %s has ended: cancelled', :later));
SELECT throws_ok('SELECT platform.cancel_job(-1)', '22023', 'job -1 does not exist');
SELECT platform.add_job('test.work') AS c, platform.add_job('test.work') AS d, platform.add_job('test.work') AS e,
  platform.add_job('test.work') AS f \gset
SELECT is((SELECT count(*) FROM pg_temp.claim(10)), 4::bigint);
SELECT is(ARRAY[platform.cancel_job(:c), platform.cancel_job(:d), platform.cancel_job(:e), platform.cancel_job(:f)],
  '{running,running,running,running}', 'what runs goes on');
SELECT ok(NOT platform.heartbeat(:c, 1), 'until its worker asks');
SELECT is(platform.fail_job(:c, 1, 'stopped'), 'cancelled', 'failing then is being cancelled');
SELECT is(platform.finish_job(:d, 1, '{}'), 'cancelled', 'so is finishing late');
SELECT is(platform.release_job(:e, 1), 'cancelled', 'so is handing it back');
UPDATE platform.job SET lease_until = now() - interval '1 second' WHERE id = :f;
SELECT is(platform.rescue_jobs(), 1::bigint);
SELECT is(pg_temp.state(:f), 'cancelled 1/3 w', 'and a rescue: never queued');
-- What was asked for together: one of it stands for all of its kind, also when it has ended.
SELECT platform.add_job('test.work', batch => '00000000-0000-4000-8000-000000000002') AS first,
  platform.add_job('test.work', batch => '00000000-0000-4000-8000-000000000002') AS second \gset
SELECT bag_eq('SELECT pg_temp.claim(10)', ARRAY[:first, :second]::bigint[]);
SELECT platform.add_job('test.work', batch => '00000000-0000-4000-8000-000000000002') AS third,
  platform.add_job('test.other', batch => '00000000-0000-4000-8000-000000000002') AS fourth,
  platform.add_job('test.work', batch => '00000000-0000-4000-8000-000000000003') AS fifth \gset
SELECT is(platform.finish_job(:first, 1), 'done', 'one of a batch is done');
SELECT is(platform.cancel_job(:first), 'running', 'it stands for the others');
SELECT is(ARRAY[pg_temp.state(:first), pg_temp.state(:third)], '{"done 1/3 w","cancelled 0/3"}', 'what waits of them is cancelled');
SELECT ok(NOT platform.heartbeat(:second, 1), 'what runs is to end');
SELECT is(ARRAY[pg_temp.state(:fourth), pg_temp.state(:fifth)], '{"queued 0/3","queued 0/3"}', 'not another kind, nor another batch');
SELECT is(platform.finish_job(:second, 1), 'cancelled');
SELECT throws_ok(format('SELECT platform.cancel_job(%s)', :first), '55000', format('job %s has ended: done', :first), 'all have ended');
DELETE FROM platform.job WHERE id IN (:fourth, :fifth);

-- Once more.
SELECT lives_ok(format('SELECT platform.retry_job(%s)', :old), 'what failed is tried again');
SELECT is((SELECT status || ' ' || attempt FROM api.jobs WHERE id = :old), 'queued 0', 'as if never tried');
SELECT is((SELECT max_attempts - attempt FROM platform.job WHERE id = :old), 3, 'with all attempts before it');
SELECT is((SELECT attempt - attempts_before FROM platform.job WHERE id = :old), 0, 'whose numbers go on');
SELECT is_empty(format('SELECT FROM generate_series(1, (SELECT attempt FROM platform.job WHERE id = %1$s)) a
  WHERE platform.finish_job(%1$s, a::integer) IS NOT NULL', :old), 'so that a worker of a former attempt changes nothing');
SELECT lives_ok(format('SELECT platform.retry_job(%s)', :c), 'so is what was cancelled');
SELECT ok(NOT (SELECT cancel_requested FROM platform.job WHERE id = :c), 'which is not cancelled any more');
SELECT throws_ok(format('SELECT platform.retry_job(%s)', :c), '55000', format('job %s cannot be tried again: queued', :c));
SELECT throws_ok(format('SELECT platform.retry_job(%s)', :a), '55000', NULL, 'not what is done');
SELECT throws_ok('SELECT platform.retry_job(-1)', '22023');
SELECT platform.add_job('test.work', dedup_key => 'k') AS k2 \gset
SELECT throws_ok(format('SELECT platform.retry_job(%s)', :k), '55000', NULL, 'not while another one of its key waits');

-- So many of a kind at a time.
SELECT count(platform.add_job('test.few')) FROM generate_series(1, 5);
SELECT is((SELECT count(*) FROM pg_temp.claim(10, '{test.few,test.none}')), 2::bigint, 'two of five');
SELECT is_empty($$SELECT pg_temp.claim(10, '{test.few}')$$, 'while two run, no more');
SELECT is(platform.finish_job((SELECT min(id) FROM platform.job WHERE kind = 'test.few'), 1), 'done');
SELECT is((SELECT count(*) FROM pg_temp.claim(10, '{test.few}')), 1::bigint, 'then one');
SELECT is_empty($$SELECT pg_temp.claim(10, '{}')$$, 'no kinds, no jobs');
SELECT is_empty($$SELECT pg_temp.claim(0)$$, 'nor any of none');

-- Every row is in a state that the table has.
SELECT throws_ok($$UPDATE platform.job SET lease_until = NULL WHERE status = 'running'$$, '23514', NULL, 'what runs has a lease');
SELECT throws_ok($$UPDATE platform.job SET finished_at = NULL WHERE status = 'done'$$, '23514', NULL, 'what has ended has its time');
SELECT * FROM finish();
ROLLBACK;
