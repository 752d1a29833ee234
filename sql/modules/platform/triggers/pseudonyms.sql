CREATE OR REPLACE TRIGGER give_pseudonyms AFTER INSERT ON platform.account
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.give_pseudonyms();
