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

CREATE OR REPLACE FUNCTION workforce.too_few(input jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT sum((o ->> 'count')::float8) < 5 FROM jsonb_array_elements(input -> 'roles') o);
COMMENT ON FUNCTION workforce.too_few(jsonb) IS
'Whether all roles together have fewer than five posts: nothing is told of them but to planners.';

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
  ELSIF workforce.too_few(result -> 'input') THEN
    RETURN NULL;
  END IF;
  RETURN result || jsonb_build_object(
    'input', (result -> 'input') - CASE WHEN result #>> '{input,target_half_width,role}' = ANY (hidden) THEN 'target_half_width' ELSE '' END
      || jsonb_build_object('workloads', (result #> '{input,workloads}') - hidden, 'roles', (
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
where all roles together have fewer than five posts. A target_half_width of one of them is left out.';

CREATE OR REPLACE FUNCTION workforce.wide(result jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- A query a step: grouped, each of its numbers would carry the whole step along.
  RETURN (
    SELECT jsonb_agg(jsonb_build_object('step', s.step -> 'step') || (
      SELECT jsonb_object_agg(concat(r.prefix, m.key, '_', f.key), f.value)
      FROM (SELECT '' AS prefix, s.step -> 'total' AS metrics
            UNION ALL SELECT o.key || '_', o.value FROM jsonb_each(s.step -> 'roles') o) r, jsonb_each(r.metrics) m,
           jsonb_each(m.value) f) ORDER BY s.place)
    FROM jsonb_array_elements(result -> 'steps') WITH ORDINALITY s (step, place));
END
$$;
COMMENT ON FUNCTION workforce.wide(jsonb) IS
'The steps of a result as one flat object each: {step, employees_mean, ..., HR_count_max, ...}.';

CREATE OR REPLACE FUNCTION workforce.require_simulation(id uuid) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organization uuid;
BEGIN
  SELECT o.organization_id INTO organization FROM workforce.simulation o
  WHERE o.id = require_simulation.id AND (workforce.is_planner(o.organization_id) OR o.organization_id = ANY
    (workforce.member_organizations()));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'simulation % does not exist', id USING ERRCODE = 'PT404';
  END IF;
  RETURN organization;
END
$$;
COMMENT ON FUNCTION workforce.require_simulation(uuid) IS
'The organisation of a simulation that this request may see, else an error PT404.';

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
  organization CONSTANT uuid := workforce.require_simulation(id);
  s record;
  state record;
  shown jsonb;
BEGIN
  SELECT o.kind, o.status, o.done::float8 / o.parts AS progress, o.input, o.result, o.joined INTO s
  FROM workforce.simulation o WHERE o.id = simulation_document.id;
  SELECT * INTO state FROM workforce.job_states(id);
  shown := CASE WHEN workforce.is_planner(organization) THEN s.result
                WHEN s.kind = 'simulation' THEN workforce.without_small_roles(s.result, s.joined)
                WHEN NOT workforce.too_few(s.input) THEN s.result END;
  RETURN jsonb_build_object('id', id, 'status', workforce.shown_status(s.status, state.status), 'progress', s.progress,
    'result', CASE WHEN wide AND s.kind = 'simulation' THEN workforce.wide(shown) ELSE shown END);
END
$$;
COMMENT ON FUNCTION workforce.simulation_document(uuid, boolean) IS
'{id, status, progress, result} of a simulation, result NULL until it is completed; wide: workforce.wide of it. For members; roles with
fewer than five posts are joined for those who do not plan, and of fewer than five posts in all there is no result. PT404.';

CREATE OR REPLACE FUNCTION workforce.comparison_without_small_roles(compared jsonb, joined jsonb[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  runs jsonb[];
  comparable boolean[];
BEGIN
  -- Comparable: both are told of, and the same roles are joined in both.
  SELECT array_agg(r.shown ORDER BY r.place),
         array_agg(r.shown IS NOT NULL AND r.base IS NOT NULL AND r.hidden = r.base_hidden ORDER BY r.place)
  INTO runs, comparable
  FROM (SELECT h.place, h.shown, h.hidden, first_value(h.shown) OVER (ORDER BY h.place) AS base,
               first_value(h.hidden) OVER (ORDER BY h.place) AS base_hidden
        FROM (SELECT o.place, workforce.without_small_roles(o.run, joined[o.place]) AS shown,
                     ARRAY (SELECT n FROM unnest(workforce.small_roles(o.run -> 'input')) n ORDER BY n) AS hidden
              FROM jsonb_array_elements(compared -> 'runs') WITH ORDINALITY o (run, place)) h) r;
  RETURN jsonb_build_object('runs', to_jsonb(runs),
    'differences', (SELECT coalesce(jsonb_agg(d ORDER BY o.place), '[]')
                    FROM jsonb_array_elements(compared -> 'differences') WITH ORDINALITY o (d, place)
                    WHERE comparable[1 + (d ->> 'config')::integer]),
    'variance_ratio', CASE WHEN true = ALL (comparable) THEN compared -> 'variance_ratio' END);
END
$$;
COMMENT ON FUNCTION workforce.comparison_without_small_roles(jsonb, jsonb[]) IS
'A comparison as those see it who do not plan: runs as workforce.without_small_roles, joined those metrics of each.

Differences are told where both runs are and the same roles are joined in both, else they would tell of a role by itself; variance_ratio
where all are.';

CREATE OR REPLACE FUNCTION workforce.compare_simulations(ids uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
  compared jsonb;
  details text;
BEGIN
  PERFORM platform.require_list('ids', ids), platform.require_limit('simulations_compared', cardinality(ids));
  PERFORM workforce.require_simulation(o.id) FROM unnest(ids) o (id);
  SELECT bool_and(s.status = 'completed' AND s.kind = 'simulation') AS completed,
         bool_and(workforce.is_planner(s.organization_id)) AS plans,
         coalesce(array_agg(s.input ORDER BY o.place), '{}') AS inputs, array_agg(s.joined ORDER BY o.place) AS joined
  INTO chosen FROM unnest(ids) WITH ORDINALITY o (id, place) JOIN workforce.simulation s ON s.id = o.id;
  IF NOT chosen.completed THEN
    RAISE EXCEPTION 'simulations that are compared must be completed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM harmony_internal.workforce_comparable(chosen.inputs);  -- before their parts are read
  compared := harmony.compare_workforce_chunks(chosen.inputs, ARRAY (
    SELECT c.bytes FROM workforce.chunk c WHERE c.simulation_id IN (  -- of several that asked the same, one's
      SELECT DISTINCT ON (s.digest) s.id FROM workforce.simulation s WHERE s.id = ANY (ids) ORDER BY s.digest, s.id)));
  RETURN CASE WHEN chosen.plans THEN compared ELSE workforce.comparison_without_small_roles(compared, chosen.joined) END;
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.compare_simulations(uuid[]) IS
'harmony.compare_workforce of stored simulations, the first the base. For members; who does not plan is told of small roles as in
workforce.simulation_document, and no differences of a run in which other roles are joined than in the base.

Errors: PT404; 55000 one is not completed; 22023 other seeds, iterations or steps; 22004 a NULL; PT413 more than 20
(platform.limit, simulations_compared), or too large together.';

CREATE OR REPLACE FUNCTION workforce.simulation_tornado(config jsonb, spans jsonb, metric text, organization uuid DEFAULT NULL)
RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := workforce.require_planner(organization);
  details text;
BEGIN
  PERFORM workforce.require_given('spans', spans IS NOT NULL), workforce.require_given('metric', metric IS NOT NULL);
  RETURN harmony.workforce_tornado(workforce.config_of(config, chosen), spans, metric);
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.simulation_tornado(jsonb, jsonb, text, uuid) IS
'harmony.workforce_tornado with the organisation''s workloads, for its planners (42501). organization: by default that for which one plans.
22004 for a NULL; PT413 too large.';

CREATE OR REPLACE FUNCTION workforce.seek_simulation(config jsonb, input text, metric text, goal float8, low float8, high float8,
  organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := workforce.require_planner(organization);
  details text;
BEGIN
  PERFORM workforce.require_given('input', input IS NOT NULL), workforce.require_given('metric', metric IS NOT NULL),
    workforce.require_given('goal', goal IS NOT NULL), workforce.require_given('low', low IS NOT NULL),
    workforce.require_given('high', high IS NOT NULL);
  RETURN harmony.seek_workforce(workforce.config_of(config, chosen), input, metric, goal, low, high);
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.seek_simulation(jsonb, text, text, float8, float8, float8, uuid) IS
'harmony.seek_workforce with the organisation''s workloads, for its planners (42501). organization: by default that for which one plans.
22004 for a NULL; PT413 too large.';

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
  PERFORM workforce.require_some_member();
  IF chosen IS NOT NULL THEN
    PERFORM workforce.require_member(chosen);
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
    PERFORM workforce.require_name(NEW.name);
    UPDATE workforce.simulation s SET name = NEW.name WHERE s.id = OLD.id;
    RETURN NEW;
  END IF;
  DELETE FROM workforce.simulation s WHERE s.id = OLD.id;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION workforce.simulation_written() IS 'Names and removes a simulation, for planners of its organisation.';
