-- Who may ask for what, and how whoever changes a project gets it alone.

CREATE OR REPLACE FUNCTION delivery.require_organization(organization uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF organization IS NULL THEN
    RAISE EXCEPTION 'organization must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM platform.require_organization(organization);
END
$$;
COMMENT ON FUNCTION delivery.require_organization(uuid) IS
'As platform.require_organization; NULL is an error 22004.';

CREATE OR REPLACE FUNCTION delivery.require_project(organization uuid, project text) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  number integer;
BEGIN
  SELECT p.id INTO number FROM delivery.project p WHERE p.organization_id = organization AND p.code = project;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'project "%" does not exist', left(coalesce(project, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'See delivery.project.';
  END IF;
  RETURN number;
END
$$;
COMMENT ON FUNCTION delivery.require_project(uuid, text) IS 'The number of a project of the organisation, else an error 22023.';

CREATE OR REPLACE FUNCTION delivery.require_read_committed() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- With a snapshot from before the lock one would compute from what another has just changed.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'projects are loaded and recomputed in READ COMMITTED' USING ERRCODE = 'active_sql_transaction',
      HINT = 'Begin the transaction with ISOLATION LEVEL READ COMMITTED.';
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.require_read_committed() IS
'Passes in a transaction whose isolation is READ COMMITTED, else an error 25001.';

CREATE OR REPLACE FUNCTION delivery.lock_organization(organization uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('delivery.load'), hashtext(organization::text));
END
$$;
COMMENT ON FUNCTION delivery.lock_organization(uuid) IS
'Until the end of the transaction nobody else transforms records of this organisation: several projects in one transaction, with names of
authors and teams that they share, would wait for each other in circles. Taken before any row.';

CREATE OR REPLACE FUNCTION delivery.lock_project(project_id integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_read_committed();
  PERFORM FROM delivery.project p WHERE p.id = lock_project.project_id FOR NO KEY UPDATE;
END
$$;
COMMENT ON FUNCTION delivery.lock_project(integer) IS
'Until the end of the transaction nobody else loads or recomputes this project. Error 25001: the transaction''s isolation is not READ
COMMITTED.';
