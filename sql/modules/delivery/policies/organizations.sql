-- Members of an organisation read its rows, administrators all; everything is written by routines that check for themselves. Who wrote
-- what is read by neither but through functions that guard groups: of authors a member reads the own row.
SELECT platform.secure('delivery');
-- What the constraint trigger calls stays when the extension goes: a migration makes that trigger, once.
SELECT platform.drop_with_extension('delivery', '{delivery.recompute_stale()}');

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'delivery'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
    IF relation NOT IN ('delivery.benchmark'::regclass, 'delivery.health_weight'::regclass, 'delivery.author'::regclass,
                        'delivery.author_alias'::regclass) THEN
      EXECUTE format('CREATE POLICY own_organizations ON %s FOR SELECT
        USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))', relation);
    END IF;
  END LOOP;
END
$$;
CREATE POLICY own_organizations ON delivery.benchmark FOR SELECT
  USING ((organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL)
         OR organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON delivery.health_weight FOR SELECT
  USING ((organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL)
         OR organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_names ON delivery.author_alias FOR SELECT USING (account_id = (SELECT platform.active_account()));
