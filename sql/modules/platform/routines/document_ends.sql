-- What becomes of documents: verified, held, deleted, or forgotten.

CREATE OR REPLACE FUNCTION platform.end_document(document uuid, state text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  is_secret CONSTANT boolean := (
    SELECT d.is_personal OR k.is_withheld FROM platform.document d JOIN platform.document_kind k ON k.kind = d.kind WHERE d.id = document);
BEGIN
  PERFORM platform.remove_object(d.bucket, d.object_key, d.upload_id) FROM platform.document d WHERE d.id = document AND d.storage = 's3';
  DELETE FROM platform.document_part p WHERE p.document_id = document;
  UPDATE platform.document d SET status = state, touched_at = now(), extracted = NULL, upload_id = NULL, etags = NULL,
    title = CASE WHEN is_secret THEN state ELSE d.title END, file_name = CASE WHEN is_secret THEN state ELSE d.file_name END,
    sha256 = CASE WHEN NOT is_secret THEN d.sha256 END
  WHERE d.id = document;
END
$$;
COMMENT ON FUNCTION platform.end_document(uuid, text) IS
'Takes the bytes of a document away and leaves its row in this state: aborted or deleted. Of a personal one, and of a kind that is withheld,
title, file name and SHA-256 go, too: they say what, or who, was in it. Without asking who calls.';

CREATE OR REPLACE FUNCTION platform.remove_object(bucket text, key text, upload text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- By the key, not the row: that may be gone with its owner.
  PERFORM platform.add_job('document.remove', jsonb_build_object('bucket', bucket, 'key', key, 'upload', upload),
    dedup_key => concat_ws(' ', key, upload));
END
$$;
COMMENT ON FUNCTION platform.remove_object(text, text, text) IS 'Queues the job that removes an object, and an upload of it, from S3.';

CREATE OR REPLACE FUNCTION platform.abort_upload(document uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (platform.require_document(document)).status <> 'aborted' THEN
    PERFORM platform.end_document((platform.require_upload(document)).id, 'aborted');
  END IF;
END
$$;
COMMENT ON FUNCTION platform.abort_upload(uuid) IS
'Ends an upload that is not complete; what was received is gone. Again: nothing. Errors: PT404 not one''s own; 55000 it is complete.';

CREATE OR REPLACE FUNCTION platform.delete_document(document uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_document(document);
BEGIN
  IF chosen.legal_hold THEN
    RAISE EXCEPTION 'document % is under legal hold', document USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF chosen.status = 'deleted' THEN
    RETURN;
  ELSIF chosen.status NOT IN ('ready', 'quarantined') THEN
    RAISE EXCEPTION 'document % cannot be deleted: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = CASE WHEN chosen.status IN ('planned', 'uploading') THEN 'abort_upload ends an upload.' ELSE 'Ask again later.' END;
  END IF;
  PERFORM platform.end_document(document, 'deleted'), platform.audit('document.deleted', 'platform.document/' || document,
    jsonb_build_object('kind', chosen.kind, 'owner', chosen.owner_id));
END
$$;
COMMENT ON FUNCTION platform.delete_document(uuid) IS
'Takes the bytes of a document away; its row stays, deleted, and the audit trail has one. Again: nothing. For its owner and administrators.

Errors: PT404 not one''s own; 55000 under legal hold, or neither ready nor in quarantine.';

CREATE OR REPLACE FUNCTION platform.verify_document(document uuid, verified boolean, note text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen platform.document;
BEGIN
  PERFORM platform.require_admin();
  chosen := platform.require_document(document);
  IF verified IS NULL THEN
    RAISE EXCEPTION 'verified must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF chosen.status <> 'ready' THEN
    RAISE EXCEPTION 'document % is not ready: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF length(note) > 1000 THEN
    RAISE EXCEPTION 'the note is too long' USING ERRCODE = 'invalid_parameter_value', HINT = '1,000 characters at most.';
  END IF;
  UPDATE platform.document d SET verified_at = CASE WHEN verified THEN now() END,
    verified_by = CASE WHEN verified THEN platform.current_account() END WHERE d.id = document;
  PERFORM platform.audit(CASE WHEN verified THEN 'document.verified' ELSE 'document.unverified' END, 'platform.document/' || document,
    jsonb_strip_nulls(jsonb_build_object('kind', chosen.kind, 'owner', chosen.owner_id, 'note', note)));
  IF chosen.kind = 'identity' THEN
    PERFORM platform.verify_account(chosen.owner_id, verified);
  END IF;
END
$$;
COMMENT ON FUNCTION platform.verify_document(uuid, boolean, text) IS
'Notes that an administrator has found a document to be genuine, or takes that back; of kind identity so of the account too
(platform.verify_account). The note goes into the audit trail.

For administrators (42501). Errors: PT404 no such document; 55000 not ready; 22004, 22023.';

CREATE OR REPLACE FUNCTION platform.hold_document(document uuid, held boolean, note text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen platform.document;
BEGIN
  PERFORM platform.require_admin();
  chosen := platform.require_document(document);
  IF held IS NULL THEN
    RAISE EXCEPTION 'held must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF chosen.status NOT IN ('checking', 'ready', 'quarantined') THEN
    RAISE EXCEPTION 'document % cannot be held: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF length(note) > 1000 THEN
    RAISE EXCEPTION 'the note is too long' USING ERRCODE = 'invalid_parameter_value', HINT = '1,000 characters at most.';
  END IF;
  UPDATE platform.document d SET legal_hold = held WHERE d.id = document;
  PERFORM platform.audit(CASE WHEN held THEN 'document.held' ELSE 'document.released' END, 'platform.document/' || document,
    jsonb_strip_nulls(jsonb_build_object('kind', chosen.kind, 'owner', chosen.owner_id, 'note', note)));
END
$$;
COMMENT ON FUNCTION platform.hold_document(uuid, boolean, text) IS
'Puts a document under legal hold, or ends that: while it lasts neither its owner nor retention deletes it, and its owner''s account is not
erased. The note goes into the audit trail.

For administrators (42501). Errors: PT404 no such document; 55000 its bytes are not there; 22004, 22023.';

CREATE OR REPLACE FUNCTION platform.erasure_obstacle(account uuid) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT 'A document is under legal hold.' FROM platform.document d
          WHERE (d.owner_id = account OR d.subject_id = account) AND d.legal_hold LIMIT 1);
COMMENT ON FUNCTION platform.erasure_obstacle(uuid) IS
'Why an account may not be erased now, such as a document under legal hold; NULL: nothing is in the way. Asked when it is requested and
when it is done.';

CREATE OR REPLACE FUNCTION platform.clean_documents(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  visited record;
  aborted bigint := 0;
  deleted bigint := 0;
BEGIN
  FOR visited IN
    SELECT d.id, d.status FROM platform.document d JOIN platform.document_kind k ON k.kind = d.kind
    WHERE (NOT d.legal_hold OR d.status = 'checking') AND CASE d.status
      WHEN 'planned' THEN d.touched_at < now() - interval '24 hours'
      WHEN 'uploading' THEN d.touched_at < now() - interval '24 hours'
      WHEN 'quarantined' THEN d.touched_at < now() - platform.setting('document_quarantine')::interval
      WHEN 'ready' THEN greatest(d.expires_on::timestamptz, d.created_at) + k.keep < now()
      WHEN 'checking' THEN d.touched_at < now() - interval '24 hours' AND NOT EXISTS (
        SELECT FROM platform.job j
        WHERE j.kind = 'document.check' AND j.dedup_key = d.id::text AND j.status IN ('queued', 'running')) END
    ORDER BY d.touched_at LIMIT 1000 FOR NO KEY UPDATE OF d SKIP LOCKED
  LOOP
    IF visited.status IN ('planned', 'uploading') THEN
      PERFORM platform.end_document(visited.id, 'aborted');
      aborted := aborted + 1;
    ELSIF visited.status = 'checking' THEN  -- its job has failed, or was cancelled
      UPDATE platform.document d SET status = 'quarantined', problem = 'it could not be checked', touched_at = now()
      WHERE d.id = visited.id;
    ELSE
      PERFORM platform.end_document(visited.id, 'deleted');
      deleted := deleted + 1;
    END IF;
  END LOOP;
  RETURN jsonb_build_object('aborted', aborted, 'deleted', deleted);
END
$$;
COMMENT ON FUNCTION platform.clean_documents(jsonb) IS
'Aborts uploads that nobody has touched for 24 hours, puts what no job checks any more into quarantine after as long, and deletes
what has been in quarantine for 30 days (platform.setting
document_quarantine) and what has been kept as long as its kind says (platform.document_kind), but for what is under legal hold. Returns
{aborted, deleted}. A job of the schedule platform.clean_documents; the payload is not looked at.';
