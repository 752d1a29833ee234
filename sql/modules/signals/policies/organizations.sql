-- Members of an organisation read its rows, administrators all; everything is written by routines that check for themselves.
SELECT platform.secure('signals');
SELECT platform.drop_with_extension('signals');

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'signals'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
    IF relation NOT IN ('signals.layer'::regclass, 'signals.quality_check'::regclass, 'signals.unit_test'::regclass,
                        'signals.workflow_step'::regclass, 'signals.cutoff'::regclass, 'signals.feed_mark'::regclass,
                        'signals.raw_line'::regclass) THEN
      EXECUTE format('CREATE POLICY own_organizations ON %s FOR SELECT
        USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))', relation);
    END IF;
  END LOOP;
END
$$;
CREATE POLICY logged_in ON signals.layer FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON signals.workflow_step FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY own_organizations ON signals.quality_check FOR SELECT
  USING ((organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL)
         OR organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON signals.cutoff FOR SELECT
  USING ((organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL)
         OR organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_marks ON signals.feed_mark FOR SELECT USING (account_id = (SELECT platform.active_account()));
-- Of lines as they were loaded, those that are shown as they are.
CREATE POLICY own_organizations ON signals.raw_line FOR SELECT
  USING (kind IN ('narrative', 'modeling_experiment') AND organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
