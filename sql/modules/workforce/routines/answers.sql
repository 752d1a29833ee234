-- What is told of a simulation. Roles with fewer than five posts are told to planners alone; others see them joined, with the next smallest
-- ones so that there are at least five, as "other".

CREATE OR REPLACE FUNCTION workforce.small_roles(input jsonb) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(r.role), '{}')
    FROM (SELECT o.value ->> 'role' AS role, (o.value ->> 'count')::float8 AS n,
                 coalesce(sum((o.value ->> 'count')::float8) OVER (ORDER BY (o.value ->> 'count')::float8, o.place
                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
                 min((o.value ->> 'count')::float8) OVER () AS least
          FROM jsonb_array_elements(input -> 'roles') WITH ORDINALITY o (value, place)) r
    WHERE r.n < 5 OR r.least < 5 AND r.before < 5);
END
$$;
COMMENT ON FUNCTION workforce.small_roles(jsonb) IS
'The roles that are joined: those with fewer than five posts at the start, and the next smallest ones until they have five together.';

CREATE OR REPLACE FUNCTION workforce.yearly_changes(steps jsonb, year integer) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT jsonb_object_agg(m.metric, (m.figures ->> 'mean')::float8 - (steps -> (12 * (year - 1)) -> m.metric ->> 'mean')::float8)
    FROM jsonb_each(steps -> (12 * year)) m (metric, figures));
END
$$;
COMMENT ON FUNCTION workforce.yearly_changes(jsonb, integer) IS
'How the means of metrics change in a year, from 1; steps: {metric: figures} of each step.';

CREATE OR REPLACE FUNCTION workforce.without_small_roles(result jsonb, joined jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hidden CONSTANT text[] := workforce.small_roles(result -> 'input');
  posts CONSTANT float8 := (SELECT sum((o ->> 'count')::float8) FROM jsonb_array_elements(result #> '{input,roles}') o
                            WHERE o ->> 'role' = ANY (hidden));
BEGIN
  IF cardinality(hidden) = 0 THEN
    RETURN result;
  ELSIF posts < 5 THEN
    RETURN NULL;
  END IF;
  RETURN result || jsonb_build_object(
    'input', (result -> 'input') || jsonb_build_object('workloads', (result #> '{input,workloads}') - hidden, 'roles', (
      SELECT coalesce(jsonb_agg(o ORDER BY place) FILTER (WHERE o ->> 'role' <> ALL (hidden)), '[]')
        || jsonb_build_object('role', 'other', 'count', posts, 'salary', NULL)
      FROM jsonb_array_elements(result #> '{input,roles}') WITH ORDINALITY r (o, place))),
    'explanations', (result -> 'explanations') - hidden,
    'steps', (SELECT jsonb_agg(s || jsonb_build_object('roles', ((s -> 'roles') - hidden) || jsonb_build_object('other',
                joined -> (s ->> 'step')::integer)) ORDER BY place)
              FROM jsonb_array_elements(result -> 'steps') WITH ORDINALITY r (s, place)),
    'yearly', (SELECT coalesce(jsonb_agg(y || jsonb_build_object('roles', ((y -> 'roles') - hidden) || jsonb_build_object('other',
                 workforce.yearly_changes(joined, (y ->> 'year')::integer))) ORDER BY place), '[]')
               FROM jsonb_array_elements(result -> 'yearly') WITH ORDINALITY r (y, place)));
END
$$;
COMMENT ON FUNCTION workforce.without_small_roles(jsonb, jsonb) IS
'A result as those see it who do not plan: small roles joined as "other", with these metrics for each step (workforce.joined_roles); NULL
where all roles together have fewer than five posts.';

CREATE OR REPLACE FUNCTION workforce.wide(result jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT jsonb_agg(w.row ORDER BY w.place)
    FROM (SELECT s.place, jsonb_build_object('step', s.step -> 'step') || jsonb_object_agg(concat(r.prefix, m.key, '_', f.key),
      f.value) AS row
          FROM jsonb_array_elements(result -> 'steps') WITH ORDINALITY s (step, place), LATERAL (
            SELECT '' AS prefix, s.step -> 'total' AS metrics
            UNION ALL SELECT o.key || '_', o.value FROM jsonb_each(s.step -> 'roles') o) r, jsonb_each(r.metrics) m, jsonb_each(m.value) f
          GROUP BY s.place, s.step) w);
END
$$;
COMMENT ON FUNCTION workforce.wide(jsonb) IS
'The steps of a result as one flat object each: {step, employees_mean, ..., HR_count_max, ...}.';

CREATE OR REPLACE FUNCTION workforce.require_simulation(id uuid) RETURNS workforce.simulation
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s workforce.simulation;
BEGIN
  SELECT o.* INTO s FROM workforce.simulation o
  WHERE o.id = require_simulation.id AND (workforce.is_planner(o.organization_id) OR o.organization_id = ANY
    (workforce.member_organizations()));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'simulation % does not exist', id USING ERRCODE = 'PT404';
  END IF;
  RETURN s;
END
$$;
COMMENT ON FUNCTION workforce.require_simulation(uuid) IS 'A simulation that this request may see, else an error PT404.';

CREATE OR REPLACE FUNCTION workforce.job_states(simulation uuid) RETURNS TABLE (status text, error text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM workforce.require_simulation(simulation);
  RETURN QUERY
  SELECT coalesce(j.status, nullif(h.status, 'done'), 'failed'), coalesce(j.error, h.error)
  FROM workforce.simulation s LEFT JOIN platform.job_history h ON h.id = s.job LEFT JOIN LATERAL (
    SELECT o.status, o.error FROM platform.job o WHERE o.batch_id = s.id AND o.status <> 'done'
    ORDER BY o.status = 'running' DESC, o.status = 'queued' DESC, o.finished_at DESC, o.error LIMIT 1) j ON true
  WHERE s.id = simulation AND s.status <> 'completed';
END
$$;
COMMENT ON FUNCTION workforce.job_states(uuid) IS
'The state and the error of the jobs of a simulation that is not completed, for who may see it, else an error PT404: those of one that runs
or waits, else of the one that ended last; failed where none is left.';

CREATE OR REPLACE FUNCTION workforce.shown_status(status text, job_status text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN job_status IN ('failed', 'cancelled') THEN job_status WHEN job_status = 'running' THEN 'running' ELSE status END;
COMMENT ON FUNCTION workforce.shown_status(text, text) IS 'created, running, completed, failed or cancelled.';

CREATE OR REPLACE FUNCTION workforce.simulation_document(id uuid, wide boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s CONSTANT workforce.simulation := workforce.require_simulation(id);
  state record;
  shown jsonb := s.result;
BEGIN
  SELECT * INTO state FROM workforce.job_states(id);
  IF s.kind = 'simulation' AND NOT workforce.is_planner(s.organization_id) THEN
    shown := workforce.without_small_roles(shown, s.joined);
  END IF;
  RETURN jsonb_build_object('id', s.id, 'status', workforce.shown_status(s.status, state.status), 'progress', s.done::float8 / s.parts,
    'result', CASE WHEN wide AND s.kind = 'simulation' THEN workforce.wide(shown) ELSE shown END);
END
$$;
COMMENT ON FUNCTION workforce.simulation_document(uuid, boolean) IS
'{id, status, progress, result} of a simulation, result NULL until it is completed; wide: workforce.wide of it. For members; roles with
  fewer
than five posts are joined for those who do not plan. PT404.';

CREATE OR REPLACE FUNCTION workforce.compare_simulations(ids uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen workforce.simulation[] := '{}';
  id uuid;
  compared jsonb;
BEGIN
  FOREACH id IN ARRAY coalesce(ids, '{}') LOOP
    chosen := chosen || workforce.require_simulation(id);
  END LOOP;
  IF EXISTS (SELECT FROM unnest(chosen) s WHERE s.status <> 'completed' OR s.kind <> 'simulation') THEN
    RAISE EXCEPTION 'simulations that are compared must be completed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  compared := harmony.compare_workforce_chunks(
    ARRAY (SELECT s.input FROM unnest(chosen) WITH ORDINALITY s ORDER BY s.ordinality),
    ARRAY (SELECT c.bytes FROM workforce.chunk c WHERE c.simulation_id IN (  -- of several that asked the same, one's
      SELECT DISTINCT ON (s.digest) s.id FROM unnest(chosen) s ORDER BY s.digest, s.id)));
  IF EXISTS (SELECT FROM unnest(chosen) s WHERE NOT workforce.is_planner(s.organization_id)) THEN
    compared := compared || jsonb_build_object('runs', (
      SELECT jsonb_agg(workforce.without_small_roles(r, chosen[place].joined) ORDER BY place)
      FROM jsonb_array_elements(compared -> 'runs') WITH ORDINALITY o (r, place)));
  END IF;
  RETURN compared;
END
$$;
COMMENT ON FUNCTION workforce.compare_simulations(uuid[]) IS
'harmony.compare_workforce of stored simulations, the first the base. For members. Errors: PT404; 55000 one is not completed; 22023 other
seeds, iterations or steps.';

CREATE OR REPLACE FUNCTION workforce.simulation_tornado(config jsonb, spans jsonb, metric text) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
BEGIN
  RETURN harmony.workforce_tornado(workforce.config_of(config, workforce.require_planner(NULL)), spans, metric);
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.simulation_tornado(jsonb, jsonb, text) IS
'harmony.workforce_tornado with the organisation''s workloads, for who plans for one (42501). PT413 too large.';

CREATE OR REPLACE FUNCTION workforce.seek_simulation(config jsonb, input text, metric text, goal float8, low float8,
  high float8) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
BEGIN
  RETURN harmony.seek_workforce(workforce.config_of(config, workforce.require_planner(NULL)), input, metric, goal, low, high);
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.seek_simulation(jsonb, text, text, float8, float8, float8) IS
'harmony.seek_workforce with the organisation''s workloads, for who plans for one (42501). PT413 too large.';

CREATE OR REPLACE FUNCTION workforce.simulation_defaults(organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own CONSTANT uuid[] := workforce.member_organizations();
  chosen CONSTANT uuid := platform.meant_organization(organization, own);
  workloads CONSTANT jsonb := workforce.workloads_of(chosen);
  config CONSTANT jsonb := harmony.workforce_input('{"n_iterations": 100, "automation_factor": 0.5,
    "roles": [{"role": "Engineer", "count": 50, "salary": 120000}, {"role": "HR", "count": 20, "salary": 65000}]}');
BEGIN
  IF chosen IS NOT NULL THEN
    PERFORM workforce.require_member(chosen);
  ELSIF NOT platform.is_privileged() AND platform.active_account() IS NULL THEN
    RAISE EXCEPTION 'this is for members of an organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN jsonb_build_object('config', config - 'workloads', 'workloads', workloads, 'ranges', harmony_internal.workforce_ranges(),
    'assumptions', harmony.simulate_workforce(config || '{"n_iterations": 1, "n_steps": 1}') -> 'assumptions');
END
$$;
COMMENT ON FUNCTION workforce.simulation_defaults(uuid) IS
'What a form starts from: {config, ranges, workloads, assumptions}; ranges {input: {low, high, whole}}. For members (42501).';

CREATE OR REPLACE FUNCTION workforce.simulation_written() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM workforce.require_planner(OLD.organization_id);
  IF TG_OP = 'UPDATE' THEN
    UPDATE workforce.simulation s SET name = NEW.name WHERE s.id = OLD.id;
    RETURN NEW;
  END IF;
  DELETE FROM workforce.simulation s WHERE s.id = OLD.id;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION workforce.simulation_written() IS 'Names and removes a simulation, for planners of its organisation.';
