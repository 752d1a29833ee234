-- Fetching, seen from harmonyd: what a job of it takes, what it hands in, and how it ends. Each call names the attempt; what an older one
-- says changes nothing, and it is told so by NULL or false. It has the tokens, which never come here.

CREATE OR REPLACE FUNCTION delivery.require_fetch(job bigint, attempt integer) RETURNS delivery.integration
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.integration;
BEGIN
  PERFORM platform.require_worker();
  SELECT i.* INTO chosen
  FROM platform.job j JOIN delivery.integration i ON i.id = (j.payload ->> 'integration')::integer
  WHERE j.id = job AND j.attempt = require_fetch.attempt AND j.lease_until IS NOT NULL AND j.kind = 'delivery.fetch';
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION delivery.require_fetch(bigint, integer) IS
'The integration that an attempt at a job fetches from; NULL where the job is no longer this attempt''s. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION delivery.fetch_problem(integration delivery.integration) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT format('setting "%s" is %s', s.setting, CASE WHEN integration.settings ? s.setting THEN 'not valid' ELSE 'missing' END)
    FROM delivery.integration_settings() s
    WHERE s.kind = integration.kind AND (s.is_required AND NOT integration.settings ? s.setting
      OR integration.settings ? s.setting AND (integration.settings ->> s.setting ~ s.pattern) IS NOT TRUE)
    ORDER BY s.setting LIMIT 1);
END
$$;
COMMENT ON FUNCTION delivery.fetch_problem(delivery.integration) IS 'Why nothing can be fetched by the settings of an integration; NULL:
it can.';

CREATE OR REPLACE FUNCTION delivery.fetch_work(job bigint, attempt integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.integration := delivery.require_fetch(job, attempt);
  problem CONSTANT text := delivery.fetch_problem(chosen);
  -- What was fetched from elsewhere says nothing of here.
  origin CONSTANT text := concat_ws(' ', chosen.settings ->> 'url', chosen.settings ->> 'repository', chosen.settings ->> 'key',
                                    chosen.settings ->> 'project');
  fetched CONSTANT jsonb := CASE WHEN chosen.fetched ->> 'origin' = origin THEN chosen.fetched
                                 ELSE jsonb_build_object('origin', origin) END;
  since CONSTANT text := coalesce(fetched ->> 'since', CASE WHEN problem IS NULL THEN (chosen.settings ->> 'since') || 'T00:00:00Z' END);
BEGIN
  PERFORM FROM delivery.integration i WHERE i.id = chosen.id FOR NO KEY UPDATE;
  IF chosen.id IS NULL OR NOT chosen.is_active OR EXISTS (
    SELECT FROM delivery.etl_job e JOIN platform.job j ON j.id = e.job_id
    WHERE e.integration_id = chosen.id AND e.step = 'fetch' AND e.status = 'running' AND j.status = 'running' AND j.id <> job) THEN
    RETURN NULL;
  END IF;
  UPDATE delivery.etl_job e SET status = 'failed', finished_at = clock_timestamp(), error = 'it did not end'
  WHERE e.integration_id = chosen.id AND e.step = 'fetch' AND e.status = 'running';
  INSERT INTO delivery.etl_job (organization_id, integration_id, step, cause, job_id)
  SELECT chosen.organization_id, chosen.id, 'fetch', CASE WHEN j.dedup_key ~ '/now$' IS NOT FALSE THEN 'hand' ELSE 'schedule' END, job
  FROM platform.job j WHERE j.id = job;
  RETURN jsonb_build_object('organization', chosen.organization_id, 'kind', chosen.kind, 'settings', chosen.settings,
    'fetched', fetched, 'problem', problem,
    'since', since, 'deployed_since', to_char(since::timestamptz AT TIME ZONE 'UTC' - interval '7 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    -- What changes while it is fetched is fetched again.
    'until', to_char((now() - interval '10 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));
END
$$;
COMMENT ON FUNCTION delivery.fetch_work(bigint, integer) IS
'What a job fetches: {organization, kind, settings, fetched, since, until, problem}. since: what changed before is there; until: to be
handed in as since when all was fetched; problem: why nothing can be. NULL: there is nothing to do, another job is at it, or the job is no
longer this attempt''s. Writes a row of delivery.etl_job. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION delivery.fetch_page(job bigint, attempt integer, kind text, documents jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.integration := delivery.require_fetch(job, attempt);
  n bigint;
BEGIN
  IF chosen.id IS NULL THEN
    RETURN NULL;
  ELSIF kind = ANY (delivery.record_kinds(chosen.kind)) IS NOT TRUE THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  n := delivery.keep_records(chosen, chosen.settings ->> 'project', chosen.kind || '.' || kind, documents);
  UPDATE delivery.etl_job e SET pages = e.pages + 1, records = e.records + n WHERE e.job_id = job AND e.status = 'running';
  RETURN n;
END
$$;
COMMENT ON FUNCTION delivery.fetch_page(bigint, integer, text, jsonb) IS
'Keeps the records of a page (delivery.keep_records); returns how many are new, or NULL where the job is no longer this attempt''s. For
harmonyd (42501). Error 22023: a kind that the integration does not have.';

CREATE OR REPLACE FUNCTION delivery.fetch_ended(job bigint, attempt integer, fetched jsonb, error text DEFAULT NULL,
                                                again_at timestamptz DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT delivery.integration := delivery.require_fetch(job, attempt);
  state CONSTANT text := CASE WHEN again_at IS NOT NULL THEN 'put_off' WHEN error IS NOT NULL THEN 'failed' ELSE 'done' END;
BEGIN
  IF chosen.id IS NULL THEN
    RETURN false;
  END IF;
  UPDATE delivery.etl_job e SET status = state, finished_at = clock_timestamp(), error = left(fetch_ended.error, 2000)
  WHERE e.job_id = job AND e.status = 'running';
  UPDATE delivery.integration i
  SET fetched = fetch_ended.fetched, last_run_at = now(), last_error = CASE WHEN state = 'failed' THEN left(fetch_ended.error, 2000) END
  WHERE i.id = chosen.id;
  IF state = 'put_off' THEN
    -- This job has its own key until it has ended, so there are two.
    PERFORM platform.add_job('delivery.fetch', jsonb_build_object('integration', chosen.id), least(again_at, now() + interval '1 day'),
      dedup_key => format('delivery.fetch_%s/later%s', chosen.id, CASE WHEN j.dedup_key ~ '/later$' THEN 2 END), on_duplicate => 'run_at')
    FROM platform.job j WHERE j.id = job;
  END IF;
  IF EXISTS (SELECT FROM delivery.raw_record r WHERE r.integration_id = chosen.id AND r.status = 'waiting') THEN
    PERFORM delivery.add_transform(chosen.id);
  END IF;
  RETURN true;
END
$$;
COMMENT ON FUNCTION delivery.fetch_ended(bigint, integer, jsonb, text, timestamptz) IS
'A job has fetched: up to where (delivery.integration.fetched), and why not further; again_at: another job goes on then, a day later at
most. Has what was fetched transformed by a job. false, and nothing is changed, where the job is no longer this attempt''s. For harmonyd
(42501).';

CREATE OR REPLACE FUNCTION delivery.schedule_fetch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  schedule CONSTANT text := 'delivery.fetch_' || CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
BEGIN
  IF TG_OP = 'DELETE' OR NOT (NEW.settings ? 'url') OR delivery.record_kinds(NEW.kind) IS NULL THEN
    DELETE FROM platform.schedule s WHERE s.name = schedule;
  ELSE
    INSERT INTO platform.schedule AS s (name, kind, payload, every, is_active)
    VALUES (schedule, 'delivery.fetch', jsonb_build_object('integration', NEW.id),
            coalesce((NEW.settings ->> 'every')::interval, '1 hour'), NEW.is_active)
    ON CONFLICT (name) DO UPDATE SET is_active = excluded.is_active,
      every = CASE WHEN TG_OP = 'UPDATE' AND OLD.settings ->> 'every' IS DISTINCT FROM NEW.settings ->> 'every' THEN excluded.every
                   ELSE s.every END;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.schedule_fetch() IS
'Keeps the schedule delivery.fetch_<number> of an integration that harmonyd fetches from, one with an address: every hour, or as its setting
every says.';
