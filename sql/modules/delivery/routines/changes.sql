-- What a change of the graph or of deployments leads to, whoever makes it: each project that changed is recomputed once, at the end of the
-- transaction (by a deferred constraint trigger of delivery.stale), or by delivery.load before it returns.

CREATE OR REPLACE FUNCTION delivery.mark_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- The project is locked before its mark is written, as delivery.load does: in the other order the two would wait for each other.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO delivery.stale (project_id, organization_id)
    SELECT p.id, p.organization_id FROM delivery.project p WHERE p.id IN (SELECT n.project_id FROM new_rows n)
    ORDER BY p.id FOR NO KEY UPDATE OF p ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO delivery.stale (project_id, organization_id)
    SELECT p.id, p.organization_id FROM delivery.project p WHERE p.id IN (SELECT o.project_id FROM old_rows o)
    ORDER BY p.id FOR NO KEY UPDATE OF p ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO delivery.stale (project_id, organization_id)
    SELECT p.id, p.organization_id FROM delivery.project p
    WHERE p.id IN (SELECT n.project_id FROM new_rows n UNION ALL SELECT o.project_id FROM old_rows o)
    ORDER BY p.id FOR NO KEY UPDATE OF p ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO delivery.stale (project_id, organization_id) SELECT p.id, p.organization_id FROM delivery.project p
    ORDER BY p.id FOR NO KEY UPDATE OF p ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.mark_stale() IS
'Marks the projects whose commits, parents or deployments a statement has changed, and locks them as delivery.lock_project does.';

CREATE OR REPLACE FUNCTION delivery.recompute_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM delivery.stale s WHERE s.project_id = NEW.project_id) THEN
    PERFORM delivery.recompute(NEW.project_id);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.recompute_stale() IS
'Recomputes a project that is still marked when its transaction ends.';

CREATE OR REPLACE FUNCTION delivery.deployment_is_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM delivery.deployment_commit e USING old_rows o WHERE e.deployment_id = o.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.deployment_is_gone() IS 'What a deployment put live is no more said when it goes.';

CREATE OR REPLACE FUNCTION delivery.commit_is_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM delivery.commit_parent e USING old_rows o WHERE e.child = o.id;
  DELETE FROM delivery.commit_parent e USING old_rows o WHERE e.project_id = o.project_id AND e.parent = o.id;
  DELETE FROM delivery.deployment_commit e USING old_rows o WHERE e.project_id = o.project_id AND e.commit_id = o.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.commit_is_gone() IS
'The edges of a commit go with it, to both sides, and that deployments put it live: what names it has to be loaded again.';

CREATE OR REPLACE FUNCTION delivery.all_are_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM delivery.deployment_commit;
  IF TG_TABLE_NAME = 'commit' THEN
    DELETE FROM delivery.commit_parent;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.all_are_gone() IS 'What is emptied takes along what names it, as what is deleted does.';

CREATE OR REPLACE FUNCTION delivery.project_is_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation regclass;
BEGIN
  -- Edges first: commits and deployments would look for theirs.
  FOREACH relation IN ARRAY '{delivery.commit_parent,delivery.deployment_commit,delivery.commit,delivery.deployment,delivery.incident,
    delivery.pull_request_commit,delivery.pull_request,delivery.review,delivery.status_change,delivery.work_item,delivery.sprint_item,
    delivery.sprint,delivery.stale}'::regclass[] LOOP
    EXECUTE format('DELETE FROM %s x USING old_rows o WHERE x.project_id = o.id', relation);
  END LOOP;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery.project_is_gone() IS 'What was loaded for a project goes with it.';
