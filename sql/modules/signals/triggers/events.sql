-- Live events.
CREATE OR REPLACE TRIGGER tell_update AFTER UPDATE ON signals.run REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION signals.tell_of_runs();
