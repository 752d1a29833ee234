-- Row-level security is forced, so that even the owner needs a policy: the owner's routines see everything, a request
-- sees its own account.
ALTER TABLE platform.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.account FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS owner_all ON platform.account;
DO $$
BEGIN
  EXECUTE format('CREATE POLICY owner_all ON platform.account TO %I USING (true) WITH CHECK (true)',
    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'platform.account'::regclass));
END
$$;
DROP POLICY IF EXISTS own_account ON platform.account;
CREATE POLICY own_account ON platform.account FOR SELECT USING (id = platform.current_account());
