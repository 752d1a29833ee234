-- Building a run: layers in their order, checks after each, all in one transaction. A check of severity error that fails takes everything
-- back but what was found.

-- The planner knows nothing yet of rows that this transaction has just written, and would join them in nested loops: 200 s instead of 2 for
-- 520,000 values. Nor is compiling (JIT) worth its second.
CREATE OR REPLACE FUNCTION signals.write_layer(chosen signals.layer, organization uuid, run_id text, all_runs boolean) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET enable_nestloop = off
  SET jit = off
AS $$
DECLARE
  of_run CONSTANT text := CASE WHEN chosen.kind = 'incremental' AND NOT all_runs THEN ' AND t.run_id = $2' ELSE '' END;
  columns CONSTANT text := (
    SELECT string_agg(quote_ident(s.attname), ', ' ORDER BY s.attnum)
    FROM pg_attribute s JOIN pg_attribute t ON t.attrelid = to_regclass(chosen.name) AND t.attname = s.attname AND NOT t.attisdropped
    WHERE s.attrelid = to_regclass(chosen.source) AND s.attnum > 0 AND NOT s.attisdropped);
  n bigint;
BEGIN
  IF chosen.kind = 'view' THEN
    RETURN NULL;
  END IF;
  EXECUTE format('DELETE FROM %s t WHERE t.organization_id = $1%s', to_regclass(chosen.name), of_run) USING organization, run_id;
  EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM %s t WHERE t.organization_id = $1%s', to_regclass(chosen.name), columns, columns,
    to_regclass(chosen.source), of_run) USING organization, run_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION signals.write_layer(signals.layer, uuid, text, boolean) IS
'Writes the rows of a table anew from its source, those of the run or of all runs; returns how many, NULL for a view.';

CREATE OR REPLACE FUNCTION signals.build_layers(organization uuid, run_id text, all_runs boolean, OUT steps jsonb, OUT answers jsonb)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen signals.layer;
  question signals.quality_check;
  found record;
  began timestamptz;
  n bigint;
  n_failed integer;
BEGIN
  steps := '[]';
  answers := '[]';
  FOR chosen IN SELECT l.* FROM signals.layer_order() o JOIN signals.layer l ON l.name = o.layer ORDER BY o.position LOOP
    began := clock_timestamp();
    n := signals.write_layer(chosen, organization, run_id, all_runs);
    n_failed := 0;
    FOR question IN SELECT q.* FROM signals.quality_check q
      WHERE q.layer = chosen.name AND coalesce(q.organization_id, organization) = organization ORDER BY q.id LOOP
      SELECT * INTO found FROM signals.answer(question, organization, run_id);
      n_failed := n_failed + (NOT found.passed)::integer;
      answers := answers || jsonb_build_object('check', question.id, 'is_error', NOT found.passed AND question.severity = 'error',
        'n_rows', found.n_rows, 'n_failed', found.n_failed, 'passed', found.passed, 'failing_keys', found.failing_keys);
    END LOOP;
    steps := steps || jsonb_build_object('step', chosen.name, 'kind', chosen.kind, 'n_rows', n, 'failed_checks', n_failed,
      'ms', round(1000 * extract(epoch FROM clock_timestamp() - began), 3));
  END LOOP;
END
$$;
COMMENT ON FUNCTION signals.build_layers(uuid, text, boolean) IS
'Writes all layers in their order and asks the checks of each. Returns the steps and the answers, and takes nothing back.';

CREATE OR REPLACE FUNCTION signals.note_build(organization uuid, run_id text, steps jsonb, answers jsonb, is_refused boolean) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM signals.build_step s WHERE s.organization_id = organization AND s.run_id = note_build.run_id;
  INSERT INTO signals.build_step (organization_id, run_id, position, step, kind, n_rows, ms, failed_checks)
  SELECT organization, run_id, s.place, s.step ->> 'step', s.step ->> 'kind', (s.step ->> 'n_rows')::bigint, (s.step ->> 'ms')::float8,
         (s.step ->> 'failed_checks')::integer
  FROM jsonb_array_elements(steps) WITH ORDINALITY s (step, place);
  DELETE FROM signals.check_result r WHERE r.organization_id = organization AND r.run_id = note_build.run_id;
  INSERT INTO signals.check_result (organization_id, run_id, check_id, n_rows, n_failed, passed, failing_keys)
  SELECT organization, run_id, (a ->> 'check')::integer, (a ->> 'n_rows')::bigint, (a ->> 'n_failed')::bigint, (a ->> 'passed')::boolean,
         a -> 'failing_keys'
  FROM jsonb_array_elements(answers) a;
  UPDATE signals.run r
  SET status = CASE WHEN is_refused THEN 'refused' ELSE 'published' END,
      published_at = CASE WHEN is_refused THEN r.published_at ELSE now() END
  WHERE r.organization_id = organization AND r.run_id = note_build.run_id;
END
$$;
COMMENT ON FUNCTION signals.note_build(uuid, text, jsonb, jsonb, boolean) IS
'Keeps the steps and answers of the newest build of a run, and its state.';

CREATE OR REPLACE FUNCTION signals.lock_organization(organization uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- With a snapshot from before the lock one would compute from what another has just changed.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'runs are loaded, built and taken over in READ COMMITTED' USING ERRCODE = 'active_sql_transaction',
      HINT = 'Begin the transaction with ISOLATION LEVEL READ COMMITTED.';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('signals.run'), hashtext(organization::text));
END
$$;
COMMENT ON FUNCTION signals.lock_organization(uuid) IS
'Until the end of the transaction nobody else loads, builds or takes over a run of this organisation: they meet the same rows. Error 25001:
the transaction''s isolation is not READ COMMITTED.';

CREATE OR REPLACE FUNCTION signals.lock_run(organization uuid, run_id text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM signals.lock_organization(organization), signals.require_run(organization, run_id);
END
$$;
COMMENT ON FUNCTION signals.lock_run(uuid, text) IS 'signals.lock_organization for a run that is there. PT404: there is no such run.';

CREATE OR REPLACE FUNCTION signals.build(organization uuid, run_id text, "full" boolean DEFAULT false)
RETURNS TABLE (step text, kind text, n_rows bigint, ms float8, failed_checks integer)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 30 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  broken CONSTANT text := (SELECT string_agg(b.problem, '; ' ORDER BY b.layer, b.problem) FROM signals.broken_contracts() b);
  steps jsonb;
  answers jsonb;
  is_refused boolean := false;
BEGIN
  PERFORM platform.require_admin();
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'a layer is not what its contract says' USING ERRCODE = 'invalid_parameter_value', DETAIL = broken;
  END IF;
  PERFORM signals.lock_run(organization, run_id);
  BEGIN
    SELECT b.steps, b.answers INTO steps, answers FROM signals.build_layers(organization, run_id, coalesce("full", false)) b;
    IF EXISTS (SELECT FROM jsonb_array_elements(answers) a WHERE (a ->> 'is_error')::boolean) THEN
      RAISE EXCEPTION 'refused' USING ERRCODE = 'SIGNL';
    END IF;
  EXCEPTION WHEN SQLSTATE 'SIGNL' THEN
    is_refused := true;
  END;
  PERFORM signals.note_build(organization, run_id, steps, answers, is_refused);
  IF NOT is_refused THEN
    PERFORM signals.measure_run(organization, run_id);
  END IF;
  RETURN QUERY
  SELECT s.step, s.kind, s.n_rows, s.ms, s.failed_checks FROM signals.build_step s
  WHERE s.organization_id = organization AND s.run_id = build.run_id ORDER BY s.position;
END
$$;
COMMENT ON FUNCTION signals.build(uuid, text, boolean) IS
'Computes the marts of a loaded run and publishes them, in one transaction: whoever reads sees all of it or nothing. A row a layer: rows
written (NULL for a view), milliseconds, checks that failed. Where one of severity error failed nothing is published, the run is "refused",
and signals.check_result says what and where. "full": all runs of the organisation are written anew.

For the owner''s own work and administrators (42501). Errors: PT404 no such run; 22023 a circle of layers, a broken contract, a check that
means nothing: before anything is written.';
