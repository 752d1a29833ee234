-- Simulations: asked for, run in parts by jobs, and ended.

CREATE OR REPLACE FUNCTION workforce.config_of(config jsonb, organization uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  input jsonb;
  details text;
BEGIN
  PERFORM workforce.require_given('config', config IS NOT NULL);
  input := harmony.workforce_input(config, workforce.workloads_of(organization));
  IF input @> '{"roles": [{"role": "other"}]}' THEN
    RAISE EXCEPTION '"role" in "roles" must not be "other"' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'Small roles are shown together under that name.';
  END IF;
  RETURN input;
EXCEPTION WHEN program_limit_exceeded THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
  PERFORM workforce.raise_too_large(SQLERRM, details);
END
$$;
COMMENT ON FUNCTION workforce.config_of(jsonb, uuid) IS
'A configuration with every default and the organisation''s workloads: harmony.workforce_input.

Errors: as there; 22004 for NULL; 22023 for a role named "other", under which small roles are shown together; PT413 too large.';

CREATE OR REPLACE FUNCTION workforce.kept_bytes(kind text, input jsonb) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN kind = 'simulation' AND NOT input ? 'target_half_width' THEN 40 * (input ->> 'n_iterations')::bigint
    * (1 + (input ->> 'n_steps')::bigint) * (1 + jsonb_array_length(input -> 'roles')) ELSE 0 END;
COMMENT ON FUNCTION workforce.kept_bytes(text, jsonb) IS
'What the parts of a simulation take that are kept when it is completed: those that can be compared; 40 bytes an iteration, a step and a
role, and as much for all roles together.';

CREATE OR REPLACE FUNCTION workforce.enqueue(organization uuid, name text, kind text, input jsonb, question jsonb,
  parts integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT bytea := sha256(convert_to(concat_ws(E'\n', harmony_internal.workforce_version(), kind, input, question), 'UTF8'));
  run record;
BEGIN
  -- Of two that ask for the same at once, one runs it.
  PERFORM pg_advisory_xact_lock(hashtext('workforce.simulation'), hashtext(organization::text));
  SELECT s.id, s.job, s.status = 'completed' AS cached INTO run
  FROM workforce.simulation s
  WHERE s.organization_id = enqueue.organization AND s.digest = asked AND s.created_at > now() - interval '1 hour'
    AND (s.status = 'completed' OR EXISTS (SELECT FROM platform.job j WHERE j.batch_id = s.id AND j.status IN ('queued', 'running')))
  ORDER BY s.created_at DESC LIMIT 1;
  IF NOT FOUND THEN
    PERFORM platform.count_today('simulations_started', enqueue.organization);
    PERFORM platform.require_limit('simulations_kept', count(*) + 1),
      platform.require_limit('simulation_bytes_kept', (sum(workforce.kept_bytes(s.kind, s.input))
        + workforce.kept_bytes(enqueue.kind, enqueue.input))::bigint)
    FROM workforce.simulation s WHERE s.organization_id = enqueue.organization;
    INSERT INTO workforce.simulation (organization_id, name, kind, input, question, digest, parts, size, created_by)
    VALUES (enqueue.organization, enqueue.name, enqueue.kind, enqueue.input, enqueue.question, asked, enqueue.parts,
      workforce.part_size(enqueue.input, enqueue.question), platform.active_account())
    RETURNING id, NULL::bigint AS job, false AS cached INTO run;
    run.job := (SELECT workforce.queue_jobs(s, 0) FROM workforce.simulation s WHERE s.id = run.id);
    UPDATE workforce.simulation s SET job = run.job WHERE s.id = run.id;
  END IF;
  PERFORM platform.set_status(202);
  RETURN jsonb_build_object('simulation', run.id, 'job', run.job, 'cached', run.cached);
END
$$;
COMMENT ON FUNCTION workforce.enqueue(uuid, text, text, jsonb, jsonb, integer) IS
'Has a simulation or a sensitivity analysis run by jobs, unless the organisation asked for the same within an hour and it did not fail:
{simulation, job, cached}, 202. Errors: PT429 too many in a day, 54000 too much that is kept (platform.limit: simulations_started,
simulations_kept, simulation_bytes_kept).';

CREATE OR REPLACE FUNCTION workforce.start_simulation(config jsonb, organization uuid DEFAULT NULL, name text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := workforce.require_planner(organization);
  input CONSTANT jsonb := workforce.config_of(config, chosen);
BEGIN
  PERFORM workforce.require_name(name);
  RETURN workforce.enqueue(chosen, name, 'simulation', input, NULL, (input ->> 'n_iterations')::integer);
END
$$;
COMMENT ON FUNCTION workforce.start_simulation(jsonb, uuid, text) IS
'Has a simulation run by jobs, with the workloads of the organisation: 202 {simulation, job, cached}. For its planners (42501).

Errors: as harmony.simulate_workforce with the limits of a job; 22004 for NULL; 22023 for a role named "other", and a name that is blank or
has more than 500 characters; PT413 too large; PT429 and 54000 beyond what an organisation may start in a day and keep.';

CREATE OR REPLACE FUNCTION workforce.start_sensitivity(config jsonb, spans jsonb, metric text, samples integer DEFAULT 1024,
  organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := workforce.require_planner(organization);
  input CONSTANT jsonb := workforce.config_of(config, chosen);
  details text;
BEGIN
  PERFORM workforce.require_given('spans', spans IS NOT NULL), workforce.require_given('metric', metric IS NOT NULL),
    workforce.require_given('samples', samples IS NOT NULL);
  BEGIN
    PERFORM harmony_internal.workforce_sensitivity_outcomes(input, spans, metric, samples);
  EXCEPTION WHEN program_limit_exceeded THEN
    GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
    PERFORM workforce.raise_too_large(SQLERRM, details);
  END;
  RETURN workforce.enqueue(chosen, NULL, 'sensitivity', input,
                           jsonb_build_object('spans', spans, 'metric', metric, 'samples', samples), samples) - 'cached';
END
$$;
COMMENT ON FUNCTION workforce.start_sensitivity(jsonb, jsonb, text, integer, uuid) IS
'Has first-order and total Sobol indices computed by jobs (harmony.workforce_sensitivity): 202 {simulation, job}. For planners (42501).
organization: by default that for which one plans. Errors as there, all before anything is queued, and as workforce.start_simulation.';

CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest(1, least(10000, floor(3e7 / ((SELECT sum((r ->> 'count')::float8) FROM jsonb_array_elements(input -> 'roles') r)
    * (input ->> 'n_steps')::float8 * CASE WHEN question IS NULL THEN 1 ELSE (input ->> 'n_iterations')::float8
      * (2 + (SELECT count(*) FROM jsonb_object_keys(question -> 'spans'))) END))))::integer;
COMMENT ON FUNCTION workforce.part_size(jsonb, jsonb) IS
'How many iterations, or samples, one job simulates: about 3e7 steps of agents, less than a second.';

CREATE OR REPLACE FUNCTION workforce.queue_jobs(simulation workforce.simulation, others bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- For an account that is being erased the job, whose row is held already, must not wait: the next one has no owner.
  owner CONSTANT uuid := (SELECT a.id FROM platform.account a WHERE a.id = simulation.created_by FOR KEY SHARE SKIP LOCKED);
  queued bigint[];
BEGIN
  SELECT array_agg(platform.add_job('workforce.simulate', jsonb_build_object('simulation', simulation.id), batch => simulation.id))
  INTO queued
  FROM generate_series(greatest(others, 0) + 1, least(platform.setting('workforce_lanes')::bigint,
    ceil((simulation.parts - simulation.done)::float8 / simulation.size)::bigint));
  UPDATE platform.job j SET owner_id = owner WHERE j.id = ANY (queued);
  RETURN queued[1];
END
$$;
COMMENT ON FUNCTION workforce.queue_jobs(workforce.simulation, bigint) IS
'Queues jobs of a simulation, beside so many others: together as many as the setting workforce_lanes says, and no more than parts are left;
returns the first, NULL where there are enough.';

CREATE OR REPLACE FUNCTION workforce.take_part(simulation uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  part integer;
  taken integer;
BEGIN
  LOOP
    taken := NULL;
    FOR part IN
      SELECT g.first FROM workforce.simulation s CROSS JOIN LATERAL generate_series(0, s.parts - 1, s.size) g (first)
      WHERE s.id = simulation AND NOT EXISTS (SELECT FROM workforce.chunk c WHERE c.simulation_id = s.id AND c.first = g.first)
      ORDER BY g.first
    LOOP
      -- Looked at again: it may have been done since the loop began.
      IF NOT pg_try_advisory_xact_lock(hashtextextended(simulation::text, part)) THEN
        taken := coalesce(taken, part);
      ELSIF NOT EXISTS (SELECT FROM workforce.chunk c WHERE c.simulation_id = simulation AND c.first = part) THEN
        RETURN part;
      END IF;
    END LOOP;
    EXIT WHEN taken IS NULL;
    -- Whoever is at it may have been taken for lost, and what it does be undone in the end.
    PERFORM pg_advisory_xact_lock(hashtextextended(simulation::text, taken));
  END LOOP;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION workforce.take_part(uuid) IS
'The first part of a simulation that is not done and at which nobody works, for the rest of this transaction: its first iteration or
sample; NULL where all are done. Where somebody works at each, this waits for one of them.';

CREATE OR REPLACE FUNCTION workforce.simulate_part(simulation uuid, first integer, last integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  s workforce.simulation;
  bytes bytea;
  outcomes float8[];
BEGIN
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = simulate_part.simulation;
  IF s.kind = 'simulation' THEN
    bytes := harmony.workforce_chunk(s.input, simulate_part.first, simulate_part.last);
  ELSE
    outcomes := harmony.workforce_sensitivity_chunk(s.input, s.question -> 'spans', s.question ->> 'metric',
      (s.question ->> 'samples')::integer, simulate_part.first, simulate_part.last);
  END IF;
  -- Whoever deletes the organisation or the simulation does not wait for a part: locks come after the work. Who deletes an organisation
  -- locks it first, and then what belongs to it.
  PERFORM FROM platform.organization o WHERE o.id = s.organization_id FOR KEY SHARE;
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = simulate_part.simulation FOR NO KEY UPDATE;
  IF FOUND AND s.status <> 'completed' AND simulate_part.first < s.parts THEN
    INSERT INTO workforce.chunk (organization_id, simulation_id, first, last, bytes, outcomes)
    VALUES (s.organization_id, s.id, simulate_part.first, simulate_part.last, bytes, outcomes)
    ON CONFLICT (simulation_id, first) DO NOTHING;
  END IF;
END
$$;
COMMENT ON FUNCTION workforce.simulate_part(uuid, integer, integer) IS
'Simulates these iterations or samples and keeps them, once, unless the simulation has gone or ended before them; then holds its row.';

CREATE OR REPLACE FUNCTION workforce.enough(simulation uuid, first integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT jsonb := (SELECT s.input FROM workforce.simulation s WHERE s.id = simulation);
BEGIN
  IF NOT asked ? 'target_half_width' THEN
    RETURN false;
  END IF;
  UPDATE workforce.chunk c SET target_values = harmony_internal.workforce_target_values(asked, c.bytes)
  WHERE c.simulation_id = simulation AND c.first = enough.first;
  RETURN harmony_internal.workforce_target_reached(asked, ARRAY (
    SELECT v.value FROM workforce.chunk c, unnest(c.target_values) WITH ORDINALITY v (value, place)
    WHERE c.simulation_id = simulation ORDER BY c.first, v.place), enough.first);
END
$$;
COMMENT ON FUNCTION workforce.enough(uuid, integer) IS
'Whether target_half_width is reached with the part that begins with that iteration, and all before it.';

CREATE OR REPLACE FUNCTION workforce.result_of(simulation uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s workforce.simulation;
BEGIN
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = simulation;
  IF s.kind = 'simulation' THEN
    RETURN harmony.merge_workforce_chunks(s.input, ARRAY (SELECT c.bytes FROM workforce.chunk c WHERE c.simulation_id = s.id ORDER BY
      c.first));
  END IF;
  RETURN harmony.workforce_sensitivity(s.input, s.question -> 'spans', s.question ->> 'metric', (s.question ->> 'samples')::integer, (
    SELECT array_agg(o.outcome ORDER BY c.first, o.place)
    FROM workforce.chunk c, unnest(c.outcomes) WITH ORDINALITY o (outcome, place) WHERE c.simulation_id = s.id));
END
$$;
COMMENT ON FUNCTION workforce.result_of(uuid) IS 'The result of a simulation whose parts are all there.';

CREATE OR REPLACE FUNCTION workforce.joined_roles(simulation uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s workforce.simulation;
  hidden text[];
BEGIN
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = simulation;
  hidden := workforce.small_roles(s.input);
  IF s.kind = 'simulation' AND cardinality(hidden) > 0 THEN
    RETURN harmony_internal.workforce_joined_roles(s.input, ARRAY (SELECT c.bytes FROM workforce.chunk c WHERE c.simulation_id = s.id
      ORDER BY c.first), hidden);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION workforce.joined_roles(uuid) IS
'The metrics of the small roles of a simulation together, for each step, from its parts, which must all be there; NULL where no role is
small.';

CREATE OR REPLACE FUNCTION workforce.keep_steps(simulation uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO workforce.step (organization_id, run, step, role, metric, mean, min, max, sd, p05, p50, p95, ci_low, ci_high)
  SELECT s.organization_id, s.id, (t.step ->> 'step')::integer, r.role, m.metric, f.*
  FROM workforce.simulation s, jsonb_array_elements(s.result -> 'steps') t (step), LATERAL (
    SELECT '' AS role, t.step -> 'total' AS metrics UNION ALL SELECT o.key, o.value FROM jsonb_each(t.step -> 'roles') o) r,
    jsonb_each(r.metrics) m (metric, figures), jsonb_to_record(m.figures) f (mean float8, min float8, max float8, sd float8, p05 float8,
      p50 float8, p95 float8, ci_low float8, ci_high float8)
  WHERE s.id = simulation
  ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION workforce.keep_steps(uuid) IS 'Writes the steps of a result as rows of workforce.step, once.';

CREATE OR REPLACE FUNCTION workforce.end_where_enough(simulation uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT p.first, p.last
    FROM (SELECT c.first, c.last, c.target_values IS NULL AS is_new, sum(c.last - c.first) OVER (ORDER BY c.first) AS done
          FROM workforce.chunk c WHERE c.simulation_id = simulation) p
    WHERE p.is_new AND p.done = p.last ORDER BY p.first
  LOOP
    IF workforce.enough(simulation, part.first) THEN
      DELETE FROM workforce.chunk c WHERE c.simulation_id = simulation AND c.first >= part.last;
      RETURN part.last;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION workforce.end_where_enough(uuid) IS
'Where target_half_width is reached: with the first part, in their order, whichever were done first; what is beyond it goes. NULL: not yet.

A part counts when all before it are there.';

CREATE OR REPLACE FUNCTION workforce.simulate_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s workforce.simulation;
  part integer;
BEGIN
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = (payload ->> 'simulation')::uuid AND o.status <> 'completed';
  part := workforce.take_part(s.id);
  IF part IS NULL THEN
    RETURN NULL;  -- it was deleted or is completed
  END IF;
  PERFORM workforce.simulate_part(s.id, part, least(s.parts, part + s.size));
  SELECT * INTO s FROM workforce.simulation o WHERE o.id = s.id AND o.status <> 'completed';
  IF NOT FOUND THEN
    RETURN NULL;  -- meanwhile
  END IF;
  IF s.input ? 'target_half_width' THEN
    s.parts := coalesce(workforce.end_where_enough(s.id), s.parts);
  END IF;
  s.done := (SELECT sum(c.last - c.first) FROM workforce.chunk c WHERE c.simulation_id = s.id);
  -- The row is updated once: of one that this transaction has written the foreign keys are checked again, and wait for the account.
  IF s.done < s.parts THEN
    s.job := coalesce(workforce.queue_jobs(s, (
      SELECT greatest(0, count(*) - 1) FROM platform.job j WHERE j.batch_id = s.id AND j.status IN ('queued', 'running'))), s.job);
    UPDATE workforce.simulation o SET done = s.done, status = 'running', started_at = coalesce(o.started_at, now()), job = s.job
    WHERE o.id = s.id;
  ELSE
    UPDATE workforce.simulation o SET done = s.done, parts = s.parts, status = 'completed', started_at = coalesce(o.started_at, now()),
      result = workforce.result_of(s.id), joined = workforce.joined_roles(s.id), finished_at = clock_timestamp() WHERE o.id = s.id;
    IF s.kind = 'simulation' THEN
      PERFORM workforce.keep_steps(s.id);
    END IF;
    IF workforce.kept_bytes(s.kind, s.input) = 0 THEN
      DELETE FROM workforce.chunk c WHERE c.simulation_id = s.id;
    END IF;
  END IF;
  RETURN jsonb_build_object('simulation', s.id, 'done', s.done, 'of', s.parts);
END
$$;
COMMENT ON FUNCTION workforce.simulate_job(jsonb) IS
'A job: simulates the first part of a simulation at which nobody works, and queues the next job, or sums up when it was the last one;
returns {simulation, done, of}, NULL where nothing was left to do.

Several such jobs work at a simulation at once. A part that fails or is cancelled is undone by itself: what was simulated before stays, and
retry_job goes on from there. When it is completed its parts go unless they can be compared (workforce.kept_bytes).';

CREATE OR REPLACE FUNCTION workforce.tell_of_simulations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('simulation.' || CASE n.status WHEN 'completed' THEN 'completed' ELSE 'progress' END, 'organization',
                        array_agg(n.organization_id), array_agg(n.id::text))
  FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE (n.status, n.done) IS DISTINCT FROM (o.status, o.done) GROUP BY n.status;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION workforce.tell_of_simulations() IS
'Tells an organisation how far a simulation is (simulation.progress) and that it is there (simulation.completed).';
