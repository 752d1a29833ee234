-- Where one is signed in; administrators read it all (policies/people.sql). One changes one's own name, phone and place.
CREATE POLICY own_sessions ON platform.session FOR SELECT USING (account_id = (SELECT platform.active_account()));
CREATE POLICY own_account_changed ON platform.account FOR UPDATE
  USING (id = (SELECT platform.active_account())) WITH CHECK (id = (SELECT platform.active_account()));
CREATE POLICY member_organizations ON platform.organization FOR SELECT
  USING (id = ANY ((SELECT platform.joined_organizations())::uuid[]));
