-- What the policies of every module begin with.

CREATE OR REPLACE FUNCTION platform.secure(module text, for_everybody regprocedure[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation record;
  routine regprocedure;
BEGIN
  FOR relation IN
    SELECT c.oid::regclass AS name, pg_get_userbyid(c.relowner) AS owner,
           EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner_all') AS has_policy
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = secure.module AND c.relkind IN ('r', 'p') ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation.name);
    IF NOT relation.has_policy THEN
      EXECUTE format('CREATE POLICY owner_all ON %s TO %I USING (true) WITH CHECK (true)', relation.name, relation.owner);
    END IF;
  END LOOP;
  FOR routine IN SELECT harmony_internal.module_routines(module) LOOP
    EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', routine);
    IF routine = ANY (for_everybody) THEN
      EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO PUBLIC', routine);
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.secure(text, regprocedure[]) IS
'Closes a module''s schema: row-level security on every table, forced, with one policy, by which the owner sees everything; and none
of its own routines for PUBLIC but those that are named.

Policies that open tables again come after it. What policies call has to be for everybody, as every query runs it.';

CREATE OR REPLACE FUNCTION platform.drop_with_extension(module text, kept regprocedure[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  routine regprocedure;
BEGIN
  FOR routine IN SELECT r FROM harmony_internal.module_routines(module) r WHERE r <> ALL (kept) LOOP
    EXECUTE format('ALTER ROUTINE %s DEPENDS ON EXTENSION harmony', routine);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.drop_with_extension(text, regprocedure[]) IS
'Lets a module''s routines go when the extension goes, whose functions they call, but for those to keep; tables and data stay.';
