-- Live events of the feed.
CREATE OR REPLACE TRIGGER tell_insert AFTER INSERT ON signals.activity_event REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION signals.tell_of_activity();
