-- Work items that people write here. Those that delivery.load has brought are its own.

CREATE OR REPLACE FUNCTION delivery.enter_status(item delivery.work_item, category text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF category IS NULL OR category NOT IN ('todo', 'in_progress', 'done') THEN
    RAISE EXCEPTION 'status "%" does not exist', left(coalesce(category, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'todo, in_progress, done.';
  END IF;
  -- Of equal times the id decides: it is in the order in which they were written.
  INSERT INTO delivery.status_change (organization_id, project_id, external_id, work_item, category, at, is_loaded)
  VALUES (item.organization_id, item.project_id,
          format('%s/%s', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), item.id),
          item.external_id, enter_status.category, greatest(now(), item.created_at), false);
END
$$;
COMMENT ON FUNCTION delivery.enter_status(delivery.work_item, text) IS
'A work item is in another state from now on. Error 22023: a state that is none.';

CREATE OR REPLACE FUNCTION delivery.check_work_item(type text, title text, points float8) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_short_text('type', type), delivery.require_short_text('title', title);
  IF NOT points BETWEEN 0 AND 1e15 THEN
    RAISE EXCEPTION 'points must be from 0 to 1e15' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.check_work_item(text, text, float8) IS
'Passes for what a work item may be, as delivery.document_fields() has it, else an error 22023.';

CREATE OR REPLACE FUNCTION delivery.add_work_item(
  project text, external_id text DEFAULT NULL, type text DEFAULT NULL, team text DEFAULT NULL, title text DEFAULT NULL,
  points float8 DEFAULT NULL, status text DEFAULT NULL, created_at timestamptz DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.project := delivery.project_named(project);
  item delivery.work_item;
BEGIN
  PERFORM delivery.check_work_item(type, title, points), delivery.require_short_text('external_id', external_id);
  IF NOT created_at BETWEEN '0001-01-01' AND now() THEN
    RAISE EXCEPTION 'created_at must be a time that is past' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO delivery.work_item AS w (organization_id, project_id, external_id, type, team_id, title, points, created_at, is_loaded)
  VALUES (chosen.organization_id, chosen.id, coalesce(external_id, gen_random_uuid()::text), type,
          delivery.team_named(chosen.organization_id, team), title, points, coalesce(created_at, now()), false)
  RETURNING w.* INTO item;
  IF status <> 'todo' THEN
    PERFORM delivery.enter_status(item, status);
  END IF;
  RETURN item.id;
END
$$;
COMMENT ON FUNCTION delivery.add_work_item(text, text, text, text, text, float8, text, timestamptz) IS
'Writes a work item of a project of one''s own; returns its number. external_id: by default a new one; status: todo, or another from now on;
created_at: by default now.

For members of the organisation, administrators and the owner''s own work. Errors: 22023 no such project, a status that is none, a text
that is blank or longer than 500 characters, points or a time that cannot be; 23505 the external_id is there.';

CREATE OR REPLACE FUNCTION delivery.require_work_item(item bigint) RETURNS delivery.work_item
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.work_item;
BEGIN
  SELECT w.* INTO chosen FROM delivery.work_item w
  WHERE w.id = item AND w.organization_id = ANY (platform.require_organizations()) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'work item % does not exist', item USING ERRCODE = 'PT404';
  ELSIF chosen.is_loaded THEN
    RAISE EXCEPTION 'work item % was loaded', item USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'delivery.load changes it.';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION delivery.require_work_item(bigint) IS
'A work item that may be changed here, locked. Errors: PT404 there is none among one''s own; 55000 delivery.load has brought it.';

CREATE OR REPLACE FUNCTION delivery.change_work_item(item bigint, type text, team text, title text, points float8,
                                                     status text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.work_item := delivery.require_work_item(item);
BEGIN
  PERFORM delivery.check_work_item(type, title, points);
  UPDATE delivery.work_item w
  SET type = change_work_item.type, team_id = delivery.team_named(chosen.organization_id, team), title = change_work_item.title,
      points = change_work_item.points
  WHERE w.id = chosen.id;
  IF status IS NOT NULL THEN
    PERFORM delivery.enter_status(chosen, status);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.change_work_item(bigint, text, text, text, float8, text) IS
'Writes what a work item is; status: its state from now on, NULL: as it is.

For members of the organisation, administrators and the owner''s own work. Errors: PT404 no such item; 55000 delivery.load has brought it;
22023 as delivery.add_work_item.';

CREATE OR REPLACE FUNCTION delivery.remove_work_item(item bigint) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.work_item := delivery.require_work_item(item);
BEGIN
  DELETE FROM delivery.status_change s
  WHERE s.project_id = chosen.project_id AND s.work_item = chosen.external_id AND NOT s.is_loaded;
  DELETE FROM delivery.work_item w WHERE w.id = chosen.id;
END
$$;
COMMENT ON FUNCTION delivery.remove_work_item(bigint) IS
'Removes a work item that was written here, with its changes of status.

For members of the organisation, administrators and the owner''s own work. Errors: PT404 no such item; 55000 delivery.load has brought it.';
