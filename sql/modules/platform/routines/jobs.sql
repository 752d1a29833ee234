-- Jobs, seen from who asks for them: add, cancel, retry, what comes round, what is done. Working on them: job_work.sql.

CREATE OR REPLACE FUNCTION platform.require_job(kind text, priority integer, on_duplicate text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM platform.job_kind k WHERE k.kind = require_job.kind) THEN
    RAISE EXCEPTION 'jobs of kind "%" do not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Kinds are rows of platform.job_kind.';
  ELSIF priority BETWEEN 0 AND 9 IS NOT TRUE THEN
    RAISE EXCEPTION 'priority is %', coalesce(priority::text, 'null') USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 0 to 9.';
  ELSIF on_duplicate IN ('keep', 'replace', 'run_at') IS NOT TRUE THEN
    RAISE EXCEPTION 'on_duplicate is "%"', left(on_duplicate, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is keep, replace or run_at.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_job(text, integer, text) IS
'Passes for a kind that there is, a priority from 0 to 9, and keep, replace or run_at, else an error 22023.';

CREATE OR REPLACE FUNCTION platform.add_job(kind text, payload jsonb DEFAULT '{}', run_at timestamptz DEFAULT now(),
                                            priority integer DEFAULT 5, dedup_key text DEFAULT NULL,
                                            on_duplicate text DEFAULT 'keep', batch uuid DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  job bigint;
BEGIN
  PERFORM platform.require_job(kind, priority, on_duplicate);
  LOOP  -- again where the job of this key ended between the two statements
    INSERT INTO platform.job AS j (kind, payload, run_at, priority, max_attempts, dedup_key, batch_id, owner_id, trace_id)
    SELECT k.kind, coalesce(add_job.payload, '{}'), coalesce(add_job.run_at, now()), add_job.priority, k.max_attempts, add_job.dedup_key,
           add_job.batch, platform.active_account(), platform.trace_id()
    FROM platform.job_kind k WHERE k.kind = add_job.kind
    ON CONFLICT (kind, dedup_key) WHERE dedup_key IS NOT NULL AND status IN ('queued', 'running')
    DO UPDATE SET run_at = excluded.run_at,
      payload = CASE add_job.on_duplicate WHEN 'replace' THEN excluded.payload ELSE j.payload END,
      priority = CASE add_job.on_duplicate WHEN 'replace' THEN excluded.priority ELSE j.priority END
    WHERE add_job.on_duplicate <> 'keep' AND j.status = 'queued'
    RETURNING j.id INTO job;
    IF NOT FOUND THEN
      SELECT j.id INTO job FROM platform.job j
      WHERE j.kind = add_job.kind AND j.dedup_key = add_job.dedup_key AND j.status IN ('queued', 'running');
    END IF;
    EXIT WHEN job IS NOT NULL;
  END LOOP;
  RETURN job;
END
$$;
COMMENT ON FUNCTION platform.add_job(text, jsonb, timestamptz, integer, text, text, uuid) IS
'Queues a job in this transaction and returns its number.

kind: a row of platform.job_kind; payload: an object; run_at: not before; priority: 0 to 9, each step counts like a minute of waiting;
batch: what is asked for together. With a dedup_key of which a job of the kind is queued or running, that one''s number is returned, and
on_duplicate says what becomes of it if it still waits: keep it as it is, replace payload, run_at and priority, or run_at alone. The job
belongs to the account and the trace of the request. Errors: 22023; 23514 a payload that is no object.';

CREATE OR REPLACE FUNCTION platform.accepted(job bigint) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.set_status(202);
  RETURN jsonb_build_object('job', job);
END
$$;
COMMENT ON FUNCTION platform.accepted(bigint) IS
'The answer to a request whose work a job does: 202, {job}. How it goes on is in view jobs of schema api.';

CREATE OR REPLACE FUNCTION platform.cancel_job(job bigint) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  may_all CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  chosen record;
  waiting bigint[];
  cancelled bigint[];
BEGIN
  SELECT j.status, j.kind, j.owner_id, j.batch_id INTO chosen FROM platform.job j WHERE j.id = job;
  IF NOT FOUND THEN
    SELECT h.status, h.kind, h.owner_id, h.batch_id INTO chosen FROM platform.job_history h WHERE h.id = job;
  END IF;
  IF NOT may_all AND chosen.owner_id = platform.active_account() IS NOT TRUE THEN
    RAISE EXCEPTION 'job % is not one of yours', job USING ERRCODE = 'insufficient_privilege';
  ELSIF chosen.status IS NULL THEN
    RAISE EXCEPTION 'job % does not exist', job USING ERRCODE = 'invalid_parameter_value';
  END IF;
  LOOP  -- until none has come: one may have ended, and have queued another, while this waited for its row
    waiting := ARRAY (
      SELECT j.id FROM platform.job j
      WHERE (j.id = job OR j.batch_id = chosen.batch_id AND j.kind = chosen.kind) AND j.status IN ('queued', 'running')
      ORDER BY j.id FOR NO KEY UPDATE);
    EXIT WHEN waiting <@ cancelled;
    IF waiting <> '{}' AND NOT may_all AND NOT (SELECT k.cancellable FROM platform.job_kind k WHERE k.kind = chosen.kind) THEN
      RAISE EXCEPTION 'job % cannot be cancelled', job USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'What it is for would be left half done: abort_upload or delete_document ends that.';
    END IF;
    UPDATE platform.job j SET cancel_requested = true,
      status = CASE j.status WHEN 'queued' THEN 'cancelled' ELSE j.status END,
      finished_at = CASE j.status WHEN 'queued' THEN now() END
    WHERE j.id = ANY (waiting);
    cancelled := waiting;
  END LOOP;
  IF cancelled = '{}' THEN
    RAISE EXCEPTION 'job % has ended: %', job, coalesce((SELECT j.status FROM platform.job j WHERE j.id = job), chosen.status)
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN CASE waiting WHEN '{}' THEN 'cancelled' ELSE 'running' END;
END
$$;
COMMENT ON FUNCTION platform.cancel_job(bigint) IS
'Cancels a job that waits, and asks for the end of one that runs, which its worker learns at the next heartbeat; with it those of its kind
and batch, also where it has ended itself. Returns their state: running while one runs, else cancelled.

For whose job it is, administrators and the owner: else 42501, the same for one that does not exist. One that has ended, or
of a kind that only administrators cancel: 55000.';

CREATE OR REPLACE FUNCTION platform.retry_job(job bigint) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
BEGIN
  PERFORM platform.require_admin();
  SELECT j.status, j.kind, j.dedup_key INTO chosen FROM platform.job j WHERE j.id = job FOR NO KEY UPDATE;
  IF NOT FOUND AND NOT EXISTS (SELECT FROM platform.job_history h WHERE h.id = job) THEN
    RAISE EXCEPTION 'job % does not exist', job USING ERRCODE = 'invalid_parameter_value';
  ELSIF chosen.status IN ('failed', 'cancelled') IS NOT TRUE THEN
    RAISE EXCEPTION 'job % cannot be tried again: %', job, coalesce(chosen.status, 'it ended long ago')
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Those that failed or were cancelled can.';
  ELSIF EXISTS (
    SELECT FROM platform.job o
    WHERE o.kind = chosen.kind AND o.dedup_key = chosen.dedup_key AND o.status IN ('queued', 'running')) THEN
    RAISE EXCEPTION 'job % cannot be tried again: another one of its key waits or runs', job
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  UPDATE platform.job j SET status = 'queued', attempts_before = j.attempt, run_at = now(), cancel_requested = false, finished_at = NULL,
    worker = NULL, progress = NULL, message = NULL,
    max_attempts = j.attempt + (SELECT k.max_attempts FROM platform.job_kind k WHERE k.kind = j.kind)
  WHERE j.id = job;
  PERFORM pg_notify('harmony_jobs', '');
END
$$;
COMMENT ON FUNCTION platform.retry_job(bigint) IS
'Queues a job that failed or was cancelled again, as if it had never been tried.

For administrators (42501). 22023 one that does not exist, 55000 one in another state, or of whose key another one waits or runs.';

CREATE OR REPLACE FUNCTION platform.set_sort_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.sort_at := NEW.run_at - NEW.priority * interval '1 minute';
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION platform.set_sort_at() IS
'The order of jobs: a step of priority counts like a minute of waiting. What waits long enough is before whatever comes later, so that
nothing starves.';

CREATE OR REPLACE FUNCTION platform.notify_jobs() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- What has notified cannot be prepared: on a server that allows for two-phase commit, workers find out when they look.
  IF current_setting('max_prepared_transactions') = '0' THEN
    PERFORM pg_notify('harmony_jobs', '');
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.notify_jobs() IS 'Tells harmonyd that there is work: NOTIFY harmony_jobs, without a payload.';

CREATE OR REPLACE FUNCTION platform.clean_jobs(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  most CONSTANT integer := coalesce((payload ->> 'most')::integer, 100000);
  keep CONSTANT interval := coalesce((payload ->> 'keep')::interval, '30 days');
  moved bigint;
  removed bigint;
BEGIN
  WITH gone AS (
    DELETE FROM platform.job j WHERE j.id IN (
      SELECT o.id FROM platform.job o
      WHERE o.status = 'done' OR o.status IN ('failed', 'cancelled') AND o.finished_at < now() - keep
      LIMIT most FOR UPDATE SKIP LOCKED)
    RETURNING j.*)
  INSERT INTO platform.job_history (id, kind, status, priority, progress, message, result, error, batch_id, owner_id, attempt, trace_id,
    run_at, created_at, started_at, finished_at)
  SELECT g.id, g.kind, g.status, g.priority, g.progress, g.message, g.result, g.error, g.batch_id, g.owner_id,
         g.attempt - g.attempts_before, g.trace_id, g.run_at, g.created_at, g.started_at, g.finished_at
  FROM gone g WHERE g.finished_at >= now() - 2 * keep;
  GET DIAGNOSTICS moved = ROW_COUNT;
  DELETE FROM platform.job_history h WHERE h.finished_at < now() - 2 * keep;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN jsonb_build_object('moved', moved, 'removed', removed);
END
$$;
COMMENT ON FUNCTION platform.clean_jobs(jsonb) IS
'Moves up to most (100,000) jobs that are done, and those that ended otherwise longer than keep (30 days) ago, into platform.job_history,
and removes from there what ended twice as long ago; returns {moved, removed}. A job of the schedule platform.clean_jobs.';
