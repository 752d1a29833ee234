-- What comes round.

CREATE OR REPLACE FUNCTION platform.job_routine(kind text) RETURNS regprocedure
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT to_regprocedure(k.routine || '(jsonb)') FROM platform.job_kind k WHERE k.kind = job_routine.kind AND k.runs = 'database');
COMMENT ON FUNCTION platform.job_routine(text) IS
'The function that runs jobs of a kind in the database; NULL for other kinds, and where it is gone with its module.';

CREATE OR REPLACE FUNCTION platform.queue_schedules() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  due record;
  n bigint := 0;
BEGIN
  FOR due IN
    SELECT s.*, k.runs FROM platform.schedule s JOIN platform.job_kind k ON k.kind = s.kind
    WHERE s.is_active AND s.next_run_at <= now() ORDER BY s.next_run_at FOR NO KEY UPDATE OF s SKIP LOCKED
  LOOP
    -- One that still waits from an earlier slot stands for this one too; so does nothing where the module is gone.
    IF (due.runs = 'worker' OR platform.job_routine(due.kind) IS NOT NULL) AND NOT EXISTS (
      SELECT FROM platform.job j WHERE j.kind = due.kind AND j.status = 'queued' AND starts_with(j.dedup_key, due.name || '/')) THEN
      PERFORM platform.add_job(due.kind, due.payload, dedup_key => due.name || '/' || to_json(due.next_run_at)::text);
      n := n + 1;
    END IF;
    UPDATE platform.schedule s SET next_run_at = s.next_run_at
      + (1 + floor(extract(epoch FROM now() - s.next_run_at) / extract(epoch FROM s.every)))::float8 * s.every
    WHERE s.name = due.name;
  END LOOP;
  RETURN n;
END
$$;
COMMENT ON FUNCTION platform.queue_schedules() IS
'Queues a job for each schedule (platform.schedule) whose time has come, and returns how many.

Slots that were missed run once; a slot whose job of an earlier slot still waits adds none. In any number of sessions.';

CREATE OR REPLACE FUNCTION platform.run_now(schedule text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
BEGIN
  PERFORM platform.require_admin();
  SELECT s.* INTO chosen FROM platform.schedule s WHERE s.name = run_now.schedule;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'schedule "%" does not exist', left(schedule, 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN platform.accepted(platform.add_job(chosen.kind, chosen.payload, priority => 9, dedup_key => chosen.name || '/now'));
END
$$;
COMMENT ON FUNCTION platform.run_now(text) IS
'Queues the job of a schedule now, besides its slots: 202 {job}, that of the one that waits or runs where it is asked twice.

For administrators (42501). A schedule that does not exist: 22023.';
