-- What belongs to an artifact goes with it.
CREATE OR REPLACE TRIGGER gone AFTER DELETE ON signals.artifact REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION signals.artifact_is_gone();
