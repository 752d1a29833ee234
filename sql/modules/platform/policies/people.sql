-- A request sees its own account, roles, organisations and messages, an administrator all of them.
SELECT platform.secure('platform');

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'platform'::regnamespace AND c.relkind IN ('r', 'p')
    AND c.oid NOT IN ('platform.pseudonym'::regclass, 'platform.idempotency_key'::regclass, 'platform.document_part'::regclass,
      'platform.report_page'::regclass, 'platform.document'::regclass) LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
END
$$;
CREATE POLICY logged_in ON platform.role FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY own_account ON platform.account FOR SELECT USING (id = (SELECT platform.active_account()));
CREATE POLICY own_roles ON platform.account_role FOR SELECT USING (account_id = (SELECT platform.active_account()));
CREATE POLICY own_memberships ON platform.membership FOR SELECT USING (account_id = (SELECT platform.active_account()));
CREATE POLICY own_organizations ON platform.organization FOR SELECT
  USING (id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON platform.token FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_messages ON platform.outbox FOR SELECT USING (recipient_id = (SELECT platform.active_account()));
