-- Row-level security, forced: the owner's routines see everything, a request sees its own person. What employers and
-- administrators may see comes with their roles.
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['submission', 'result', 'profile'] LOOP
    EXECUTE format('ALTER TABLE assessment.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE assessment.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_all ON assessment.%I TO %I USING (true) WITH CHECK (true)', relation,
      (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = format('assessment.%I', relation)::regclass));
    EXECUTE format('CREATE POLICY own_rows ON assessment.%I FOR SELECT USING (person_id = (SELECT platform.active_account()))', relation);
  END LOOP;
END
$$;
CREATE POLICY own_submission ON assessment.submission FOR INSERT WITH CHECK (person_id = (SELECT platform.active_account()));

-- Routines that write are the owner's; nobody else gets them by default.
DO $$
DECLARE
  routine regprocedure;
BEGIN
  FOR routine IN SELECT harmony_internal.module_routines('assessment') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine);
    EXECUTE format('ALTER FUNCTION %s DEPENDS ON EXTENSION harmony', routine);
  END LOOP;
END
$$;
