-- Row-level security is forced, so that even the owner needs a policy: the owner's routines see everything, a request
-- sees its own account, roles, organisations and messages, an administrator all of them.
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['account', 'organization', 'account_role', 'membership', 'outbox', 'audit_event'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_all ON platform.%I TO %I USING (true) WITH CHECK (true)', relation,
      (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = format('platform.%I', relation)::regclass));
    EXECUTE format('CREATE POLICY admin_reads ON platform.%I FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
END
$$;
CREATE POLICY own_account ON platform.account FOR SELECT USING (id = (SELECT platform.active_account()));
CREATE POLICY own_roles ON platform.account_role FOR SELECT USING (account_id = (SELECT platform.active_account()));
CREATE POLICY own_memberships ON platform.membership FOR SELECT USING (account_id = (SELECT platform.active_account()));
CREATE POLICY own_organizations ON platform.organization FOR SELECT
  USING (id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_messages ON platform.outbox FOR SELECT USING (recipient_id = (SELECT platform.active_account()));

-- What policies call is for everybody, as every query runs it; the rest is the owner's.
REVOKE ALL ON FUNCTION platform.audit(text, text, jsonb), platform.refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.current_account(), platform.active_account(), platform.has_role(text), platform.is_admin(), platform.current_organizations(),
  platform.is_privileged() TO PUBLIC;
