-- Members of an organisation read its rows, administrators all; everything is written by routines that check for themselves. Steps, chunks
-- and ratings are read by nobody but through functions, which join small roles.
SELECT platform.secure('workforce');
SELECT platform.drop_with_extension('workforce', '{workforce.organizations_as(text[]),workforce.member_organizations()}');

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'workforce'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
END
$$;
CREATE POLICY own_organizations ON workforce.workload FOR SELECT
  USING ((organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL)
         OR organization_id = ANY ((SELECT workforce.member_organizations())::uuid[]));
CREATE POLICY own_organizations ON workforce.simulation FOR SELECT
  USING (organization_id = ANY ((SELECT workforce.member_organizations())::uuid[]));
