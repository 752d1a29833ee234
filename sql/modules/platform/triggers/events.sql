-- Live events. A document that is ready is told by a trigger of its table, in the same way: document.ready, to its owner.
CREATE OR REPLACE TRIGGER tell AFTER UPDATE ON platform.job REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION platform.tell_of_jobs();
CREATE OR REPLACE TRIGGER tell AFTER UPDATE ON platform.outbox REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION platform.tell_of_messages();
