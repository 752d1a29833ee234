-- What harmony.check_sql would not take is refused when it is written.
CREATE OR REPLACE TRIGGER options_checked BEFORE INSERT OR UPDATE ON oversight.sql_policy
  FOR EACH ROW EXECUTE FUNCTION oversight.policy_written();
