-- Jobs, seen from who works on them: harmonyd, as role harmony_worker, and platform.run_jobs. Each call names the attempt; what an older
-- attempt says changes nothing, and it is told so by NULL or false. Where one job is asked for by its number, that it runs is asked as
-- lease_until IS NOT NULL: with its state the planner would take the index on running jobs for shorter than the primary key.

CREATE OR REPLACE FUNCTION platform.require_worker() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'this is for harmonyd' USING ERRCODE = 'insufficient_privilege',
      HINT = 'The owner calls it outside of a request: without request.jwt.claims.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_worker() IS 'Passes for harmony_worker and the owner''s own work, else an error 42501.';

CREATE OR REPLACE FUNCTION platform.kinds_with_room(kinds text[], most integer) RETURNS TABLE (kind text, room bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  counted CONSTANT text[] := ARRAY (
    SELECT k.kind FROM platform.job_kind k
    WHERE k.concurrency IS NOT NULL AND (k.kind = ANY (kinds) OR k.runs = 'database' AND 'database' = ANY (kinds))
      AND EXISTS (SELECT FROM platform.job j WHERE j.kind = k.kind AND j.status = 'queued' AND j.sort_at <= now())
    FOR NO KEY UPDATE SKIP LOCKED);
BEGIN
  -- A statement of its own: it sees what the last one that held the row has claimed.
  RETURN QUERY SELECT k.kind, CASE WHEN k.concurrency IS NULL THEN most ELSE k.concurrency - (
    SELECT count(*) FROM platform.job j WHERE j.kind = k.kind AND j.status = 'running') END
  FROM platform.job_kind k
  WHERE (k.kind = ANY (kinds) OR k.runs = 'database' AND 'database' = ANY (kinds))
    AND (k.concurrency IS NULL OR k.kind = ANY (counted));
END
$$;
COMMENT ON FUNCTION platform.kinds_with_room(text[], integer) IS
'How many more jobs of each of these kinds may run; a kind without a limit has room for most.

A kind with a limit is counted by one session at a time, which holds its row until the end of the transaction; others pass it by.';

-- One plan, by the indexes: a new one each time, or one by statistics of a queue that was empty, takes longer than the claim.
CREATE OR REPLACE FUNCTION platform.claim_jobs(worker text, kinds text[], most integer)
RETURNS TABLE (id bigint, kind text, runs text, attempt integer, payload jsonb, lease_s float8, trace_id text,
               created_at timestamptz)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
  PERFORM platform.require_worker();
  RETURN QUERY
  WITH due AS MATERIALIZED (
    SELECT j.id, j.sort_at
    FROM platform.kinds_with_room(kinds, most) r CROSS JOIN LATERAL (
      SELECT j.id, j.sort_at FROM platform.job j
      WHERE j.kind = r.kind AND j.status = 'queued' AND j.sort_at <= now() AND j.run_at <= now()
      ORDER BY j.sort_at LIMIT least(r.room, most) FOR UPDATE SKIP LOCKED) j
    WHERE r.room > 0
  ), chosen AS MATERIALIZED (
    SELECT d.id FROM due d ORDER BY d.sort_at, d.id LIMIT most)
  UPDATE platform.job j SET status = 'running', attempt = j.attempt + 1, worker = claim_jobs.worker, lease_until = now() + k.lease,
    started_at = now(), heartbeat_at = NULL, progress = NULL, message = NULL
  FROM chosen c, platform.job_kind k WHERE j.id = c.id AND k.kind = j.kind
  RETURNING j.id, j.kind, k.runs, j.attempt, j.payload, extract(epoch FROM k.lease)::float8, j.trace_id,
    j.created_at;
END
$$;
COMMENT ON FUNCTION platform.claim_jobs(text, text[], integer) IS
'Hands out up to most jobs of these kinds whose time has come, in the order of sort_at: they run, with the next attempt and a lease.

kinds: names; "database" stands for all that the database runs. Commit before the work begins. Two at once get different jobs. Then
platform.heartbeat before the lease ends, and one of finish_job, fail_job, release_job with the attempt. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.heartbeat(job bigint, attempt integer, progress float8 DEFAULT NULL, message text DEFAULT NULL)
RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  UPDATE platform.job j SET lease_until = clock_timestamp() + k.lease, heartbeat_at = clock_timestamp(),
    progress = coalesce(least(greatest(heartbeat.progress, 0), 1), j.progress), message = coalesce(left(heartbeat.message, 1000), j.message)
  FROM platform.job_kind k
  WHERE j.id = job AND j.attempt = heartbeat.attempt AND j.lease_until IS NOT NULL AND NOT j.cancel_requested AND k.kind = j.kind
    AND coalesce(j.heartbeat_at < clock_timestamp() - interval '1 second', true);
  RETURN EXISTS (
    SELECT FROM platform.job j
    WHERE j.id = job AND j.attempt = heartbeat.attempt AND j.lease_until IS NOT NULL AND NOT j.cancel_requested);
END
$$;
COMMENT ON FUNCTION platform.heartbeat(bigint, integer, float8, text) IS
'A worker is still at a job: its lease begins anew; whether to go on: false when the job is no longer this attempt''s, or is to be
cancelled, and then its lease runs out.

progress: 0 to 1; message: what is being done. Both are kept at most once a second. For harmonyd (42501).';

-- PL/pgSQL keeps the plan; in SQL each call would plan it, which takes longer than the job.
CREATE OR REPLACE FUNCTION platform.end_job(job bigint, attempt integer, result jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state text;
BEGIN
  UPDATE platform.job j SET status = CASE WHEN j.cancel_requested THEN 'cancelled' ELSE 'done' END, lease_until = NULL,
    finished_at = clock_timestamp(), result = end_job.result, error = NULL,
    progress = CASE WHEN j.cancel_requested THEN j.progress ELSE 1 END
  WHERE j.id = job AND j.attempt = end_job.attempt AND j.lease_until IS NOT NULL RETURNING j.status INTO state;
  RETURN state;
END
$$;
COMMENT ON FUNCTION platform.end_job(bigint, integer, jsonb) IS
'What platform.finish_job does, without asking who calls.';

CREATE OR REPLACE FUNCTION platform.finish_job(job bigint, attempt integer, result jsonb DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  RETURN platform.end_job(job, attempt, result);
END
$$;
COMMENT ON FUNCTION platform.finish_job(bigint, integer, jsonb) IS
'A job is done: returns done, or cancelled where that was asked for, or NULL, and changes nothing, where it is no longer this attempt''s.

For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.retry_delay(backoff interval, attempt integer, longest interval) RETURNS interval
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN least(backoff * (2 ^ least(attempt, 30)), longest) * (0.8 + 0.4 * random());
COMMENT ON FUNCTION platform.retry_delay(interval, integer, interval) IS
'How long to wait after a failed attempt: backoff * 2^attempt, longest at most, give or take 20 % so that what failed together does not come
back together.';

CREATE OR REPLACE FUNCTION platform.fail_job(job bigint, attempt integer, error text, permanent boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state text;
BEGIN
  PERFORM platform.require_worker();
  UPDATE platform.job j SET status = n.status, lease_until = NULL, error = left(fail_job.error, 2000),
    run_at = CASE n.status WHEN 'queued' THEN
      now() + platform.retry_delay(k.backoff, j.attempt - j.attempts_before, '1 day') ELSE j.run_at END,
    finished_at = CASE WHEN n.status <> 'queued' THEN clock_timestamp() END
  FROM platform.job_kind k, platform.job o CROSS JOIN LATERAL (
    SELECT CASE WHEN o.cancel_requested THEN 'cancelled'
                WHEN coalesce(fail_job.permanent, false) OR o.attempt >= o.max_attempts THEN 'failed' ELSE 'queued' END AS status) n
  WHERE j.id = job AND o.id = j.id AND j.attempt = fail_job.attempt AND j.lease_until IS NOT NULL AND k.kind = j.kind
  RETURNING j.status INTO state;
  RETURN state;
END
$$;
COMMENT ON FUNCTION platform.fail_job(bigint, integer, text, boolean) IS
'An attempt at a job has failed: returns queued, for another after the kind''s backoff * 2^attempt (give or take 20 %, a day at most),
failed where it was the last or the failure is permanent, cancelled where that was asked for, or NULL where it is no longer this attempt''s.

Of the error 2,000 characters are kept. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.release_job(job bigint, attempt integer) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state text;
BEGIN
  PERFORM platform.require_worker();
  -- The number of the attempt stays taken, so that whatever it still says is refused; it counts for nothing.
  UPDATE platform.job j SET status = CASE WHEN j.cancel_requested THEN 'cancelled' ELSE 'queued' END, lease_until = NULL,
    max_attempts = j.max_attempts + 1, finished_at = CASE WHEN j.cancel_requested THEN clock_timestamp() END
  WHERE j.id = job AND j.attempt = release_job.attempt AND j.lease_until IS NOT NULL RETURNING j.status INTO state;
  IF state = 'queued' THEN
    PERFORM pg_notify('harmony_jobs', '');
  END IF;
  RETURN state;
END
$$;
COMMENT ON FUNCTION platform.release_job(bigint, integer) IS
'Hands a job back unfinished, for another worker to begin at once; the attempt does not count. Returns queued, cancelled where that was
asked for, or NULL where it is no longer this attempt''s.

For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.rescue_jobs() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  jobs bigint;
  messages bigint;
BEGIN
  PERFORM platform.require_worker();
  WITH lost AS MATERIALIZED (
    SELECT j.id, CASE WHEN j.cancel_requested THEN 'cancelled' WHEN j.attempt >= j.max_attempts THEN 'failed' ELSE 'queued' END AS status
    FROM platform.job j WHERE j.status = 'running' AND j.lease_until < now() FOR UPDATE SKIP LOCKED)
  UPDATE platform.job j SET status = l.status, lease_until = NULL, error = format('worker %s was not heard of for the lease', j.worker),
    finished_at = CASE WHEN l.status <> 'queued' THEN now() END
  FROM lost l WHERE j.id = l.id;
  GET DIAGNOSTICS jobs = ROW_COUNT;
  messages := platform.rescue_messages();
  PERFORM platform.queue_schedules();
  RETURN jobs + messages;
END
$$;
COMMENT ON FUNCTION platform.rescue_jobs() IS
'Takes jobs and messages back whose worker was not heard of for their lease, and queues schedules whose time has come; returns how many were
taken back.

A job waits again; it has failed where that was its last attempt, or is cancelled where that was asked for. harmonyd calls it every few
seconds, in any number of processes. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.perform_job(job bigint, attempt integer) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
  result jsonb;
  state text;
BEGIN
  SELECT j.payload, j.trace_id, j.cancel_requested, k.routine INTO chosen
  FROM platform.job j JOIN platform.job_kind k ON k.kind = j.kind
  WHERE j.id = job AND j.attempt = perform_job.attempt AND j.lease_until IS NOT NULL AND k.runs = 'database';
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT chosen.cancel_requested THEN
    IF platform.trace_id() IS DISTINCT FROM chosen.trace_id THEN
      PERFORM platform.enter_trace(chosen.trace_id);
    END IF;
    EXECUTE format('SELECT %s($1)', chosen.routine) INTO result USING chosen.payload;
  END IF;
  state := platform.end_job(job, attempt, result);
  IF state IS DISTINCT FROM 'done' AND NOT chosen.cancel_requested THEN
    RAISE EXCEPTION 'job % was %', job, CASE state WHEN 'cancelled' THEN 'cancelled while it ran' ELSE 'given to another worker' END
      USING ERRCODE = 'object_not_in_prerequisite_state', DETAIL = 'What it did is undone.';
  END IF;
  RETURN state;
END
$$;
COMMENT ON FUNCTION platform.perform_job(bigint, integer) IS
'Runs a job of the database and finishes it, without asking who calls: see platform.run_database_job. Sets the trace of the transaction.';

CREATE OR REPLACE FUNCTION platform.run_database_job(job bigint, attempt integer) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  RETURN platform.perform_job(job, attempt);
END
$$;
COMMENT ON FUNCTION platform.run_database_job(bigint, integer) IS
'Runs a job of the database and finishes it in the same transaction, so that it has its effect once; returns done, or, without having done
anything, cancelled or NULL where it is no longer this attempt''s.

The kind''s function (platform.job_kind, which only the owner writes) runs as the owner. Its errors come through: then call
platform.fail_job in a transaction of its own. 55000 when the job was cancelled or taken away meanwhile. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.run_database_jobs(jobs bigint[], attempts integer[])
RETURNS TABLE (job bigint, attempt integer, state text, error text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  FOR job, attempt IN SELECT u.job, u.attempt FROM unnest(jobs, attempts) WITH ORDINALITY u (job, attempt, n) ORDER BY u.n LOOP
    BEGIN
      state := platform.perform_job(job, attempt);
      error := NULL;
    EXCEPTION WHEN OTHERS THEN
      state := NULL;
      error := SQLSTATE || ' ' || SQLERRM;
    END;
    RETURN NEXT;
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.run_database_jobs(bigint[], integer[]) IS
'Runs several jobs of the database as platform.run_database_job does, in one transaction: what is short costs less so.

A job that fails is undone alone and has its error in its row: then call platform.fail_job in a transaction of its own. For harmonyd
(42501).';

CREATE OR REPLACE FUNCTION platform.run_jobs(most integer DEFAULT 100) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  headers CONSTANT text := coalesce(current_setting('request.headers', true), '');
  chosen record;
  n bigint := 0;
BEGIN
  PERFORM platform.require_worker(), platform.rescue_jobs();
  WHILE n < most LOOP
    SELECT c.id, c.attempt INTO chosen FROM platform.claim_jobs('platform.run_jobs', '{database}', 1) c;
    EXIT WHEN NOT FOUND;
    BEGIN
      PERFORM platform.run_database_job(chosen.id, chosen.attempt);
    EXCEPTION WHEN OTHERS THEN
      PERFORM platform.fail_job(chosen.id, chosen.attempt, SQLERRM);
    END;
    PERFORM set_config('request.headers', headers, true);
    n := n + 1;
  END LOOP;
  RETURN n;
END
$$;
COMMENT ON FUNCTION platform.run_jobs(integer) IS
'Runs up to so many jobs of the database here and now, all in this transaction, and what schedules ask for: where no harmonyd runs, call it
every minute, such as from pg_cron. Returns how many were run.

One that fails is undone alone and tried again later. For the owner and harmonyd (42501).';
