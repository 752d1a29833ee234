-- With an account its documents go, and their objects in S3.
CREATE OR REPLACE FUNCTION platform.remove_objects() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.remove_object(o.bucket, o.object_key, o.upload_id) FROM old_rows o WHERE o.storage = 's3'
    AND o.status NOT IN ('aborted', 'deleted');
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.remove_objects() IS 'Has the objects of documents whose rows are deleted removed from S3.';
CREATE OR REPLACE TRIGGER remove_objects AFTER DELETE ON platform.document
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION platform.remove_objects();

CREATE OR REPLACE FUNCTION platform.document_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.legal_hold AND NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'document % is under legal hold', OLD.id USING ERRCODE = 'check_violation';
  ELSIF NEW.expires_on NOT BETWEEN '1900-01-01' AND '9999-12-31' THEN
    RAISE EXCEPTION 'a document cannot end at %', NEW.expires_on USING ERRCODE = 'invalid_parameter_value',
      HINT = 'From 1900-01-01 to 9999-12-31.';
  END IF;
  NEW.verified_at := NULL;
  NEW.verified_by := NULL;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION platform.document_changed() IS
'What was verified is what a document was said to be: another title or end is not. Errors: 23514 under legal hold, 22023 no such end.';
CREATE OR REPLACE TRIGGER document_changed BEFORE UPDATE OF title, expires_on ON platform.document
  FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.expires_on IS DISTINCT FROM NEW.expires_on)
  EXECUTE FUNCTION platform.document_changed();
