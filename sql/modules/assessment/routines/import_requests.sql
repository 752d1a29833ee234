-- Imports over HTTP: administrators ask, a job of the database does the work as the owner.

CREATE OR REPLACE FUNCTION assessment.request_import(document uuid, instrument integer, mapping jsonb DEFAULT '{}',
  shape text DEFAULT 'wide', dry_run boolean DEFAULT true) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen platform.document;
BEGIN
  PERFORM platform.require_admin();
  chosen := platform.require_readable(document);
  IF chosen.storage <> 'database' THEN
    RAISE EXCEPTION 'document % is not kept in the database', document USING ERRCODE = 'feature_not_supported',
      HINT = 'Upload it with storage "database".';
  ELSIF shape NOT IN ('wide', 'long') OR shape IS NULL OR dry_run IS NULL THEN
    RAISE EXCEPTION 'shape is "wide" or "long", dry_run true or false' USING ERRCODE = 'invalid_parameter_value';
  ELSIF NOT EXISTS (SELECT FROM assessment.instrument i WHERE i.id = request_import.instrument AND i.is_active) THEN
    RAISE EXCEPTION 'instrument % is not there, or not active', instrument USING ERRCODE = 'invalid_parameter_value';
  ELSIF jsonb_typeof(mapping -> 'encoding') <> 'string' OR jsonb_typeof(mapping -> 'delimiter') <> 'string' THEN
    RAISE EXCEPTION 'encoding and delimiter of the mapping are texts' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM assessment.whole_mapping(mapping - '{encoding,delimiter}'::text[], shape);
  PERFORM platform.audit('import.requested', 'platform.document/' || document, jsonb_build_object('instrument', instrument, 'dry_run',
    dry_run));
  RETURN platform.accepted(platform.add_job('assessment.import', jsonb_build_object('document', document, 'instrument', instrument,
    'mapping', mapping, 'shape', shape, 'dry_run', dry_run, 'account', platform.current_account())));
END
$$;
COMMENT ON FUNCTION assessment.request_import(uuid, integer, jsonb, text, boolean) IS
'Has a document imported by a job, whose result is the report of assessment.import_wide or import_long: 202 {job}; audited.

For administrators. mapping: with encoding and delimiter of harmony.read_csv beside the import''s keys. Errors: 42501; PT404 and 55000 of
platform.require_readable; 0A000 a document that is not kept in the database; 22023 an instrument that is not there or not active, a mapping
that cannot be.';

CREATE OR REPLACE FUNCTION assessment.run_import(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET client_min_messages = warning
AS $$
DECLARE
  mapping CONSTANT jsonb := payload -> 'mapping';
  instrument CONSTANT text := (
    SELECT i.code || '@' || i.version FROM assessment.instrument i WHERE i.id = (payload ->> 'instrument')::integer);
  told jsonb;
BEGIN
  DROP TABLE IF EXISTS pg_temp.import_document;
  CREATE TEMP TABLE import_document ON COMMIT DROP AS
    SELECT r.* FROM harmony.read_csv((
      SELECT string_agg(p.bytes, '' ORDER BY p.number) FROM platform.document_part p
      WHERE p.document_id = (payload ->> 'document')::uuid), mapping ->> 'encoding', mapping ->> 'delimiter') r;
  told := assessment.import_responses('pg_temp.import_document', instrument, mapping - '{encoding,delimiter}'::text[],
                                        (payload ->> 'dry_run')::boolean, payload ->> 'shape');
  UPDATE assessment.import_batch b
  SET created_by = (SELECT a.id FROM platform.account a WHERE a.id = (payload ->> 'account')::uuid)
    WHERE b.id = (told ->> 'batch')::bigint;
  DROP TABLE pg_temp.import_document;
  RETURN told;
END
$$;
COMMENT ON FUNCTION assessment.run_import(jsonb) IS
'The job of assessment.request_import: reads the document and imports it; returns the report.';

CREATE OR REPLACE FUNCTION assessment.request_undo(batch bigint) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  RETURN assessment.undo_import(batch);
END
$$;
COMMENT ON FUNCTION assessment.request_undo(bigint) IS 'assessment.undo_import for administrators; 42501 for others.';
