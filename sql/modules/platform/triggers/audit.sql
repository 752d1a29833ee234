-- What changes somebody's rights leaves a trace, whoever changes it. A statement at a time.
CREATE OR REPLACE TRIGGER audit_inserted AFTER INSERT ON platform.account_role
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_updated AFTER UPDATE ON platform.account_role
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_deleted AFTER DELETE ON platform.account_role
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_inserted AFTER INSERT ON platform.membership
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_updated AFTER UPDATE ON platform.membership
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_deleted AFTER DELETE ON platform.membership
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_rights();
CREATE OR REPLACE TRIGGER audit_updated AFTER UPDATE ON platform.account
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_activity();
CREATE OR REPLACE TRIGGER audit_inserted AFTER INSERT ON platform.token
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_tokens();
CREATE OR REPLACE TRIGGER audit_updated AFTER UPDATE ON platform.token
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_tokens();
