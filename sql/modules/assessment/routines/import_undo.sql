-- What undoes an import, what it may forget in time, and how it runs as a job.

CREATE OR REPLACE FUNCTION assessment.unused_persons(persons uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  left_over uuid[] := ARRAY (
    SELECT a.id FROM platform.account a
    WHERE a.id = ANY (persons) AND a.password_hash IS NULL AND a.last_login_at IS NULL AND a.email_verified_at IS NULL
      AND NOT a.is_verified);
  reference record;
BEGIN
  -- Whatever refers to an account, but for what an import made with it and what is derived.
  FOR reference IN
    SELECT k.conrelid::regclass AS relation, a.attname FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = 'platform.account'::regclass
      AND k.conrelid <> ALL ('{assessment.profile,assessment.person_key,assessment.import_reject,platform.pseudonym}'::regclass[])
  LOOP
    EXECUTE format('SELECT array_agg(p) FROM unnest($1) p WHERE NOT EXISTS (SELECT FROM %s r WHERE r.%I = p)', reference.relation,
      reference.attname) INTO left_over USING left_over;
    EXIT WHEN left_over IS NULL;
  END LOOP;
  RETURN coalesce(left_over, '{}');
END
$$;
COMMENT ON FUNCTION assessment.unused_persons(uuid[]) IS
'Those of these accounts that nothing refers to but a profile, a pseudonym, keys of other systems and rejects of imports, and that nobody
has used.';

CREATE OR REPLACE FUNCTION assessment.undo_import(batch bigint) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen assessment.import_batch;
  later bigint;
  made uuid[];
  n_restored bigint;
  n_deleted bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('assessment.import', 0));
  SELECT b.* INTO chosen FROM assessment.import_batch b WHERE b.id = undo_import.batch FOR UPDATE;
  IF chosen.id IS NULL THEN
    RAISE EXCEPTION 'import % is not there', batch USING ERRCODE = 'invalid_parameter_value';
  ELSIF chosen.status <> 'applied' THEN
    RAISE EXCEPTION 'import % is not applied: %', batch, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  SELECT max(n.batch) INTO later FROM assessment.import_row o
  JOIN assessment.import_row n ON n.person_id = o.person_id AND n.submission_id = o.submission_id AND n.batch > o.batch
  WHERE o.batch = undo_import.batch;
  IF later IS NOT NULL THEN
    RAISE EXCEPTION 'import % was changed by a later one', batch USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = format('Undo import %s first.', later);
  END IF;
  made := ARRAY (SELECT DISTINCT r.person_id FROM assessment.import_row r WHERE r.batch = undo_import.batch AND r.made_person);
  UPDATE assessment.submission s
  SET started_at = (r.former ->> 'started_at')::timestamptz, submitted_at = (r.former ->> 'submitted_at')::timestamptz,
      answers = ARRAY (SELECT (a.value #>> '{}')::smallint FROM jsonb_array_elements(r.former -> 'answers') WITH ORDINALITY a (value, i)
                       ORDER BY a.i),
      response_ms = CASE jsonb_typeof(r.former -> 'response_ms') WHEN 'array' THEN ARRAY (
        SELECT (a.value #>> '{}')::integer FROM jsonb_array_elements(r.former -> 'response_ms') WITH ORDINALITY a (value,
          i) ORDER BY a.i) END
  FROM assessment.import_row r
  WHERE r.batch = undo_import.batch AND r.former IS NOT NULL AND s.person_id = r.person_id AND s.id = r.submission_id;
  GET DIAGNOSTICS n_restored = ROW_COUNT;
  DELETE FROM assessment.import_row r WHERE r.batch = undo_import.batch AND r.former IS NOT NULL;
  DELETE FROM assessment.submission s USING assessment.import_row r
  WHERE r.batch = undo_import.batch AND s.person_id = r.person_id AND s.id = r.submission_id;
  GET DIAGNOSTICS n_deleted = ROW_COUNT;
  made := assessment.unused_persons(made);
  DELETE FROM platform.account a WHERE a.id = ANY (made);
  UPDATE assessment.import_batch b SET status = 'undone' WHERE b.id = undo_import.batch;
  PERFORM platform.audit('import.undone', 'assessment.import_batch/' || batch);
  RETURN jsonb_build_object('submissions_deleted', n_deleted, 'submissions_restored', n_restored, 'persons_deleted', cardinality(made));
END
$$;
COMMENT ON FUNCTION assessment.undo_import(bigint) IS
'Takes an import back: deletes the submissions that it stored, restores those that it replaced, and deletes the accounts that it made and
that nothing else uses. Returns {submissions_deleted, submissions_restored, persons_deleted}.

Errors: 55000 an import that was only checked, or is undone already; one that a later import has changed, which the HINT names; 22023 none
of this number.';

CREATE OR REPLACE FUNCTION assessment.clean_imports(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  before CONSTANT timestamptz := now() - coalesce((payload ->> 'keep')::interval, '90 days');
  n_batches bigint;
  n_rejects bigint;
BEGIN
  DELETE FROM assessment.import_reject r USING assessment.import_batch b WHERE b.id = r.batch AND b.created_at < before;
  GET DIAGNOSTICS n_rejects = ROW_COUNT;
  DELETE FROM assessment.import_batch b WHERE b.status = 'checked' AND b.created_at < before;
  GET DIAGNOSTICS n_batches = ROW_COUNT;
  RETURN jsonb_build_object('batches', n_batches, 'rejects', n_rejects);
END
$$;
COMMENT ON FUNCTION assessment.clean_imports(jsonb) IS
'Removes what imports rejected, and imports that were only checked, keep (90 days) after they ran; returns {batches, rejects}. A job of the
schedule assessment.clean_imports.';
