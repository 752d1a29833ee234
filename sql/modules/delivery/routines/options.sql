-- What a figure is asked of: projects, a window, and options.

CREATE OR REPLACE FUNCTION delivery.read_options(options jsonb, OUT team text, OUT service text, OUT zone text, OUT year integer,
                                                 OUT incident_window interval)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  unknown text;
  seconds numeric;
BEGIN
  IF jsonb_typeof(coalesce(options, '{}')) <> 'object' THEN
    RAISE EXCEPTION 'options must be an object' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT o.key INTO unknown FROM jsonb_each(options) o
  WHERE o.key NOT IN ('team', 'service', 'zone', 'year', 'incident_window_seconds') ORDER BY o.key LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'option "%" does not exist', left(unknown, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'team, service, zone, year, incident_window_seconds.';
  END IF;
  SELECT o.key INTO unknown FROM jsonb_each(options) o
  WHERE jsonb_typeof(o.value) NOT IN ('null', CASE WHEN o.key IN ('team', 'service', 'zone') THEN 'string' ELSE 'number' END)
  ORDER BY o.key LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'option "%" must be a %', unknown, CASE WHEN unknown IN ('team', 'service', 'zone') THEN 'text' ELSE 'number' END
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  team := options ->> 'team';
  service := options ->> 'service';
  zone := coalesce(options ->> 'zone', 'UTC');
  PERFORM timezone(zone, now());  -- refuses a zone that is none
  IF (options ->> 'year')::numeric NOT BETWEEN 1 AND 9999 OR (options ->> 'year')::numeric <> trunc((options ->> 'year')::numeric) THEN
    RAISE EXCEPTION 'option "year" must be a year' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  year := coalesce((options ->> 'year')::numeric::integer, 2023);
  seconds := options ->> 'incident_window_seconds';
  IF seconds NOT BETWEEN 0 AND 1e11 THEN
    RAISE EXCEPTION 'option "incident_window_seconds" must be from 0 to 1e11' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  incident_window := make_interval(secs => seconds::float8);
END
$$;
COMMENT ON FUNCTION delivery.read_options(jsonb) IS
'The options of a figure, checked: team, service, zone (default UTC), year of the tiers (default 2023), incident_window_seconds (0 to 1e11;
default none). Error 22023: another option, a value of another type, a zone that does not exist, a year that is none.';

CREATE OR REPLACE FUNCTION delivery.require_year(organization uuid, year integer) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM delivery.benchmark b
                 WHERE b.year = require_year.year AND (b.organization_id IS NULL OR b.organization_id = organization)) THEN
    RAISE EXCEPTION 'there are no tiers of %', year USING ERRCODE = 'invalid_parameter_value', HINT = 'See delivery.benchmark.';
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.require_year(uuid, integer) IS 'Passes for a year of which there are tiers, else an error 22023.';

CREATE OR REPLACE FUNCTION delivery.require_window(start timestamptz, "end" timestamptz) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF start IS NULL OR "end" IS NULL THEN
    RAISE EXCEPTION 'start and end must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF NOT (isfinite(start) AND isfinite("end")) THEN
    RAISE EXCEPTION 'start and end must be finite' USING ERRCODE = 'invalid_parameter_value';
  ELSIF extract(epoch FROM "end") - extract(epoch FROM start) > 73050 * 86400.0 THEN  -- an interval would overflow
    RAISE EXCEPTION 'the window is longer than 200 years' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.require_window(timestamptz, timestamptz) IS
'Passes for two times at most 200 years apart, the end at or before the start too. Errors: 22004 null; 22023 infinite, or further apart.';

CREATE OR REPLACE FUNCTION delivery.projects_of(organization uuid, project text, team text DEFAULT NULL) RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF project IS NOT NULL THEN
    PERFORM delivery.require_project(organization, project);
  END IF;
  IF team IS NOT NULL AND NOT EXISTS (SELECT FROM delivery.team t WHERE t.organization_id = organization AND t.name = team) THEN
    RAISE EXCEPTION 'team "%" does not exist', left(team, 100) USING ERRCODE = 'invalid_parameter_value', HINT = 'See delivery.team.';
  END IF;
  RETURN ARRAY (
    SELECT p.id FROM delivery.project p
    WHERE p.organization_id = organization AND (project IS NULL OR p.code = project) AND (team IS NULL OR p.team_id IN (
      SELECT t.id FROM delivery.team t WHERE t.organization_id = organization AND t.name = team))
    ORDER BY p.id);
END
$$;
COMMENT ON FUNCTION delivery.projects_of(uuid, text, text) IS
'The numbers of the projects that are asked of: one, or all, those of a team. Errors 22023: there is no such project or team.';
