-- Whoever ends a consent, and however: what it was for goes in the same transaction. A statement at a time.
CREATE OR REPLACE TRIGGER consent_updated AFTER UPDATE ON affinity.consent
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.consent_ended();
CREATE OR REPLACE TRIGGER consent_deleted AFTER DELETE ON affinity.consent
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.consent_ended();
