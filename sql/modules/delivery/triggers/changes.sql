-- Marks of projects to recompute, and what goes with what.
CREATE OR REPLACE TRIGGER mark_insert AFTER INSERT ON delivery.commit REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_update AFTER UPDATE ON delivery.commit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_delete AFTER DELETE ON delivery.commit REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_truncate AFTER TRUNCATE ON delivery.commit
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER gone AFTER DELETE ON delivery.commit REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.commit_is_gone();
CREATE OR REPLACE TRIGGER gone_truncate AFTER TRUNCATE ON delivery.commit
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.all_are_gone();

CREATE OR REPLACE TRIGGER mark_insert AFTER INSERT ON delivery.commit_parent REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_update AFTER UPDATE ON delivery.commit_parent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_delete AFTER DELETE ON delivery.commit_parent REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_truncate AFTER TRUNCATE ON delivery.commit_parent
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();

CREATE OR REPLACE TRIGGER mark_insert AFTER INSERT ON delivery.deployment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_update AFTER UPDATE ON delivery.deployment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_delete AFTER DELETE ON delivery.deployment REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_truncate AFTER TRUNCATE ON delivery.deployment
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER gone AFTER DELETE ON delivery.deployment REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.deployment_is_gone();
CREATE OR REPLACE TRIGGER gone_truncate AFTER TRUNCATE ON delivery.deployment
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.all_are_gone();

CREATE OR REPLACE TRIGGER mark_insert AFTER INSERT ON delivery.deployment_commit REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_update AFTER UPDATE ON delivery.deployment_commit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_delete AFTER DELETE ON delivery.deployment_commit REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();
CREATE OR REPLACE TRIGGER mark_truncate AFTER TRUNCATE ON delivery.deployment_commit
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.mark_stale();

CREATE OR REPLACE TRIGGER gone AFTER DELETE ON delivery.project REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.project_is_gone();
