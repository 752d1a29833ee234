-- How the server is: for who watches it, and for load balancers.

CREATE OR REPLACE FUNCTION platform.is_monitor() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN CASE current_setting('role')
           WHEN 'harmony_monitor' THEN true
           WHEN 'none' THEN coalesce(pg_has_role(SESSION_USER, to_regrole('harmony_monitor'), 'USAGE'), false)
           ELSE false END;
COMMENT ON FUNCTION platform.is_monitor() IS
'Whether the request is one of harmony_monitor, or the login one that has its rights. The gateway''s login, which may become that role for a
token of it, has them not.';

CREATE OR REPLACE FUNCTION platform.require_monitor() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (platform.is_privileged() OR platform.is_monitor() OR platform.is_admin()) THEN
    RAISE EXCEPTION 'this is for monitoring and administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_monitor() IS
'Passes for harmony_monitor, administrators and the owner''s own work, else an error 42501.';

-- Each figure once, for health and metrics alike.
CREATE OR REPLACE FUNCTION platform.health_figures() RETURNS jsonb
LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
  SELECT jsonb_build_object(
    'queue', (
      SELECT jsonb_build_object('queued', count(*) FILTER (WHERE j.status = 'queued'),
        'running', count(*) FILTER (WHERE j.status = 'running'), 'failed', count(*) FILTER (WHERE j.status = 'failed'),
        'oldest_s', coalesce(extract(epoch FROM now() - min(j.run_at) FILTER (WHERE j.status = 'queued' AND j.run_at <= now())), 0))
      FROM platform.job j),
    'outbox', (
      SELECT jsonb_build_object('queued', count(*) FILTER (WHERE o.status = 'queued'),
        'sending', count(*) FILTER (WHERE o.status = 'sending'), 'failed', count(*) FILTER (WHERE o.status = 'failed'),
        'oldest_s', coalesce(extract(epoch FROM now() - min(o.run_at) FILTER (WHERE o.status = 'queued' AND o.run_at <= now())), 0))
      FROM platform.outbox o WHERE o.status IN ('queued', 'sending', 'failed')),
    'snapshots', (
      SELECT jsonb_build_object('dirty', count(DISTINCT (m.kind, m.key)),
        'oldest_s', coalesce(extract(epoch FROM now() - min(m.marked_at)), 0)) FROM platform.stale_mark m),
    'workers', (
      SELECT count(*) FROM pg_stat_activity a
      WHERE a.application_name LIKE 'harmonyd %' AND a.application_name NOT IN ('harmonyd control', 'harmonyd check')
        AND a.datname = current_database()),
    'oldest_transaction_s', (
      SELECT coalesce(max(extract(epoch FROM now() - a.xact_start)), 0) FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()));
END;
COMMENT ON FUNCTION platform.health_figures() IS
'{queue {queued, running, failed, oldest_s}, outbox {queued, sending, failed, oldest_s}, snapshots {dirty, oldest_s}, workers,
oldest_transaction_s}: rows by state, how long the oldest has been due in seconds, threads of harmonyd that are connected, and the age of
the oldest transaction in this database, of those that the owner of the modules may see (pg_read_all_stats).';

CREATE OR REPLACE FUNCTION platform.health() RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  version CONSTANT text := (SELECT e.extversion FROM pg_extension e WHERE e.extname = 'harmony');
  status CONSTANT text := CASE WHEN version IS NULL THEN 'dead' WHEN pg_is_in_recovery() THEN 'read_only' ELSE 'ok' END;
  answer CONSTANT jsonb := jsonb_build_object('status', status, 'version', version);
BEGIN
  IF status = 'dead' THEN
    PERFORM platform.set_status(503);
  END IF;
  IF NOT (platform.is_privileged() OR platform.is_monitor() OR platform.is_admin()) THEN
    RETURN answer;
  END IF;
  RETURN answer || platform.health_figures() || jsonb_build_object(
    'database', jsonb_build_object('name', current_database(), 'server_version', current_setting('server_version')),
    'modules', (SELECT coalesce(jsonb_agg(DISTINCT m.module), '[]') FROM harmony.migration m),
    'migrations', (
      SELECT coalesce(jsonb_object_agg(m.module, m.n), '{}')
      FROM (SELECT g.module, count(*) AS n FROM harmony.migration g WHERE g.file LIKE 'migrations/%' GROUP BY g.module) m),
    'extensions', (SELECT jsonb_object_agg(e.extname, e.extversion) FROM pg_extension e));
END
$$;
COMMENT ON FUNCTION platform.health() IS
'{status, version}: ok, read_only on a standby, or dead, with status 503, where the extension is not there.

To harmony_monitor, administrators and the owner also database {name, server_version}, modules, migrations (how many of each module),
extensions and platform.health_figures().';

CREATE OR REPLACE FUNCTION platform.metrics() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  health jsonb;
BEGIN
  PERFORM platform.require_monitor();
  health := platform.health();
  PERFORM platform.add_header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
  RETURN (
    WITH family (n, name, help) AS (VALUES
      (1, 'info', 'Version of the extension'), (2, 'jobs', 'Jobs by state'),
      (3, 'jobs_queued', 'Jobs that wait, by kind'), (4, 'jobs_oldest_seconds', 'How long the oldest job has been due'),
      (5, 'messages', 'Messages by state'), (6, 'messages_oldest_seconds', 'How long the oldest message has been due'),
      (7, 'snapshots_dirty', 'Snapshots that wait to be computed again'), (8, 'snapshots_oldest_seconds', 'Age of the oldest mark'),
      (9, 'workers', 'Connected threads of harmonyd'), (10, 'oldest_transaction_seconds', 'Age of the oldest transaction')
    ), sample (name, labels, value) AS (
      SELECT 'info', format('{version="%s"}', health ->> 'version'), '1'
      UNION ALL SELECT 'jobs', format('{status="%s"}', s.key), s.value FROM jsonb_each_text((health -> 'queue') - 'oldest_s'::text) s
      UNION ALL SELECT 'jobs_queued', format('{kind="%s"}', j.kind), count(*)::text
      FROM platform.job j WHERE j.status = 'queued' GROUP BY j.kind
      UNION ALL SELECT 'messages', format('{status="%s"}', s.key), s.value FROM jsonb_each_text((health -> 'outbox') - 'oldest_s'::text) s
      UNION ALL VALUES ('jobs_oldest_seconds', '', health #>> '{queue,oldest_s}'),
        ('messages_oldest_seconds', '', health #>> '{outbox,oldest_s}'), ('snapshots_dirty', '', health #>> '{snapshots,dirty}'),
        ('snapshots_oldest_seconds', '', health #>> '{snapshots,oldest_s}'), ('workers', '', health ->> 'workers'),
        ('oldest_transaction_seconds', '', health ->> 'oldest_transaction_s')
    ), text (n, lines) AS (
      SELECT f.n, format(E'# HELP harmony_%1$s %2$s.\n# TYPE harmony_%1$s gauge\n', f.name, f.help)
        || string_agg(format(E'harmony_%s%s %s\n', s.name, s.labels, s.value), '' ORDER BY s.labels)
      FROM family f JOIN sample s ON s.name = f.name GROUP BY f.n, f.name, f.help)
    SELECT string_agg(t.lines, '' ORDER BY t.n) FROM text t);
END
$$;
COMMENT ON FUNCTION platform.metrics() IS
'platform.health_figures() in the text format of Prometheus, 0.0.4: gauges harmony_jobs{status}, harmony_jobs_queued{kind},
harmony_jobs_oldest_seconds, harmony_messages{status}, harmony_messages_oldest_seconds, harmony_snapshots_dirty,
harmony_snapshots_oldest_seconds, harmony_workers, harmony_oldest_transaction_seconds, harmony_info{version}.

For harmony_monitor, administrators and the owner (42501).';
