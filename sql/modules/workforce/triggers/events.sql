-- Live events.
CREATE OR REPLACE TRIGGER tell_update AFTER UPDATE ON workforce.simulation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION workforce.tell_of_simulations();
