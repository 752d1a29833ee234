-- Photos are documents: none begins without consent, and with its bytes goes what was made of it.
CREATE OR REPLACE TRIGGER photo_begun BEFORE INSERT ON platform.document
  FOR EACH ROW WHEN (NEW.kind = 'photo') EXECUTE FUNCTION affinity.photo_document_begun();
CREATE OR REPLACE TRIGGER photo_ended AFTER UPDATE ON platform.document
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.photo_document_ended();
