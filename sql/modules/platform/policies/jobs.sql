-- Whose jobs they are; administrators read them all (policies/people.sql) and change when schedules run.
CREATE POLICY own_jobs ON platform.job FOR SELECT USING (owner_id = (SELECT platform.active_account()));
CREATE POLICY own_jobs ON platform.job_history FOR SELECT USING (owner_id = (SELECT platform.active_account()));
CREATE POLICY admin_changes ON platform.schedule FOR UPDATE USING ((SELECT platform.is_admin())) WITH CHECK ((SELECT platform.is_admin()));
