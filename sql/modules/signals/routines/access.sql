-- Who may ask for what: members of an organisation for its rows, administrators for all.

CREATE OR REPLACE FUNCTION signals.require_signal(signal bigint) RETURNS signals.signal
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen signals.signal;
BEGIN
  SELECT s.* INTO chosen FROM signals.signal s WHERE s.id = signal;
  IF NOT FOUND OR NOT (platform.is_privileged() OR platform.is_admin()
                       OR chosen.organization_id = ANY (platform.current_organizations())) THEN
    RAISE EXCEPTION 'signal % does not exist', signal USING ERRCODE = 'PT404';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION signals.require_signal(bigint) IS
'The signal, for members of its organisation, administrators, and the owner''s own work; else an error PT404,
the same where there is none.';

CREATE OR REPLACE FUNCTION signals.require_count(what text, n integer, most integer) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF n BETWEEN 1 AND most IS NOT TRUE THEN
    RAISE EXCEPTION '% must be from 1 to %', what, most USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_count(text, integer, integer) IS
'Passes for a number of rows from 1 to most, else an error 22023 that names it.';

CREATE OR REPLACE FUNCTION signals.newest_run(organization uuid) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT r.run_id FROM signals.run r WHERE r.organization_id = organization AND r.published_at IS NOT NULL
          ORDER BY r.run_id DESC LIMIT 1);
COMMENT ON FUNCTION signals.newest_run(uuid) IS 'The newest run of an organisation that the marts hold.';

CREATE OR REPLACE FUNCTION signals.newest_run_of(organization uuid, metric text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT r.run_id FROM signals.run r
          WHERE r.organization_id = organization AND r.published_at IS NOT NULL AND EXISTS (
            SELECT FROM signals.fct_signal f
            WHERE f.organization_id = r.organization_id AND f.run_id = r.run_id AND f.metric_id = metric)
          ORDER BY r.run_id DESC LIMIT 1);
COMMENT ON FUNCTION signals.newest_run_of(uuid, text) IS 'The newest run of an organisation that the marts hold and that has the metric.';

CREATE OR REPLACE FUNCTION signals.require_run(organization uuid, run_id text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM signals.run r WHERE r.organization_id = organization AND r.run_id = require_run.run_id) THEN
    RAISE EXCEPTION 'run "%" is not loaded', left(run_id, 100) USING ERRCODE = 'PT404', HINT = 'See signals.run.';
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_run(uuid, text) IS
'Passes for a run that something was loaded of, else PT404.';

CREATE OR REPLACE FUNCTION signals.require_published(organization uuid, run_id text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found signals.run;
BEGIN
  SELECT r.* INTO found FROM signals.run r WHERE r.organization_id = organization AND r.run_id = require_published.run_id;
  IF found.published_at IS NULL THEN
    RAISE EXCEPTION 'run "%" is not published', left(run_id, 100) USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = CASE found.status WHEN 'refused' THEN 'A check failed when it was built: signals.check_result says which, and which rows.'
                               ELSE 'Build it first: signals.build.' END;
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_published(uuid, text) IS 'Passes where the marts hold the run. Errors: 55000.';
