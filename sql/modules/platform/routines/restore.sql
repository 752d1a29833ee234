-- Loading data alone into a database whose modules have been installed.

CREATE OR REPLACE FUNCTION platform.prepare_restore() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relations CONSTANT regclass[] := ARRAY (
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN (SELECT m.module FROM harmony.migration m) AND c.relkind IN ('r', 'p') ORDER BY c.oid);
  held regclass;
  holds_rows boolean;
BEGIN
  IF NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'this is for the owner of the modules' USING ERRCODE = 'insufficient_privilege';
  END IF;
  LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE;
  -- Installing itself writes shipped rows, what it activates into the audit trail, and marks of what to rebuild.
  FOREACH held IN ARRAY relations LOOP
    CONTINUE WHEN coalesce(obj_description(held, 'pg_class'), '') LIKE '%[shipped]'
               OR held IN ('platform.audit_event'::regclass, 'platform.stale_mark'::regclass);
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', held) INTO holds_rows;
    IF holds_rows THEN
      RAISE EXCEPTION 'table % holds rows', held USING ERRCODE = 'object_not_in_prerequisite_state',
        DETAIL = 'Everything in the modules is emptied, which is meant for a database that has just been installed.';
    END IF;
  END LOOP;
  PERFORM harmony_internal.empty_tables(relations || 'harmony.migration'::regclass);
  RETURN cardinality(relations);
END
$$;
COMMENT ON FUNCTION platform.prepare_restore() IS
'Empties the tables of all modules, with the shipped content and the record of what is installed, so that the data of a dump can be
loaded alone: pg_restore --data-only --disable-triggers. Returns how many tables.

For a database that has just been installed: a table that holds other rows than installing writes is an error 55000. Until the data are
loaded nothing works; harmony.install afterwards brings the modules up to date. For the owner of the modules (42501).';
