-- What views of schema api do in place of writing to their tables, with the rights of whoever writes: rights to UPDATE or DELETE a table
-- are also rights to lock it.

CREATE OR REPLACE FUNCTION delivery.project_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.id := delivery.add_project(NEW.organization_id, NEW.code, NEW.name, NEW.team, NEW.is_active);
    NEW.name := coalesce(NEW.name, NEW.code);
    NEW.is_active := coalesce(NEW.is_active, true);
  ELSE
    PERFORM delivery.change_project(OLD.id, NEW.name, NEW.team, NEW.is_active);
  END IF;
  RETURN NEW;
EXCEPTION WHEN lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION delivery.project_written() IS 'Makes and changes a project by delivery.add_project and change_project.';

CREATE OR REPLACE FUNCTION delivery.work_item_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  item bigint;
  details text;
  hint text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM delivery.remove_work_item(OLD.id);
    RETURN OLD;
  ELSIF TG_OP = 'INSERT' THEN
    item := delivery.add_work_item(NEW.project, NEW.external_id, NEW.type, NEW.team, NEW.title, NEW.points, NEW.status, NEW.created_at);
  ELSE
    item := OLD.id;
    IF NEW.status IS NULL THEN
      RAISE EXCEPTION 'status must not be null' USING ERRCODE = 'null_value_not_allowed';
    END IF;
    PERFORM delivery.change_work_item(item, NEW.type, NEW.team, NEW.title, NEW.points, nullif(NEW.status, OLD.status));
  END IF;
  SELECT w.* INTO NEW FROM api.work_items w WHERE w.id = item;
  RETURN NEW;
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION delivery.work_item_written() IS
'Writes, changes and removes a work item by delivery.add_work_item, change_work_item and remove_work_item.';

CREATE OR REPLACE FUNCTION delivery.integration_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.settings := coalesce(NEW.settings, '{}');
    NEW.is_active := coalesce(NEW.is_active, true);
    NEW.id := delivery.add_integration(NEW.organization_id, NEW.kind, NEW.name, NEW.settings, NEW.is_active);
  ELSE
    PERFORM delivery.change_integration(OLD.id, NEW.name, NEW.settings, NEW.is_active);
  END IF;
  RETURN NEW;
EXCEPTION WHEN lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION delivery.integration_written() IS
'Makes and changes an integration by delivery.add_integration and change_integration.';

CREATE OR REPLACE FUNCTION delivery.status_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM delivery.unmap_status(OLD.integration, OLD.status);
    RETURN OLD;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.organization_id := delivery.map_status(NEW.integration, NEW.status, NEW.category, false, NEW.organization_id);
  ELSE
    PERFORM delivery.map_status(OLD.integration, OLD.status, NEW.category, true);
  END IF;
  RETURN NEW;
EXCEPTION WHEN lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION delivery.status_written() IS
'Says and takes back what a status of a tool stands for, by delivery.map_status and unmap_status.';
