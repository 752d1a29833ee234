-- Documents, seen from harmonyd: what a job of it takes, and what it has found. It has no credentials of S3: it gets links for each thing.

CREATE OR REPLACE FUNCTION platform.document_work(job bigint, attempt integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
  d platform.document;
BEGIN
  PERFORM platform.require_worker();
  SELECT j.kind, j.payload INTO chosen FROM platform.job j
  WHERE j.id = job AND j.attempt = document_work.attempt AND j.lease_until IS NOT NULL AND j.kind LIKE 'document.%';
  IF chosen.kind = 'document.remove' THEN
    RETURN jsonb_strip_nulls(jsonb_build_object(
      'delete', harmony.s3_presign('DELETE', chosen.payload ->> 'bucket', chosen.payload ->> 'key', 3600),
      'abort', CASE WHEN chosen.payload ->> 'upload' IS NOT NULL THEN harmony.s3_presign('DELETE', chosen.payload ->> 'bucket',
        chosen.payload ->> 'key', 3600, jsonb_build_object('uploadId', chosen.payload ->> 'upload')) END));
  END IF;
  SELECT o.* INTO d FROM platform.document o WHERE o.id = (chosen.payload ->> 'document')::uuid AND CASE chosen.kind
    WHEN 'document.upload' THEN o.status = 'planned' AND o.upload_id IS NULL
    WHEN 'document.check' THEN o.status = 'checking' WHEN 'document.ocr' THEN o.status = 'ready' END;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF chosen.kind = 'document.upload' THEN
    RETURN jsonb_build_object('create', harmony.s3_presign('POST', d.bucket, d.object_key, 3600, '{"uploads": ""}'));
  END IF;
  RETURN jsonb_strip_nulls(jsonb_build_object('document', d.id, 'size', d.size, 'media_type', d.media_type, 'file_name', d.file_name,
      'is_text', (SELECT t.is_text FROM platform.media_type t WHERE t.media_type = d.media_type),
      'scan', platform.setting('document_scan') = 'on'))
    || CASE WHEN d.storage = 'database' THEN '{}' ELSE jsonb_build_object(
      'get', harmony.s3_presign('GET', d.bucket, d.object_key, 3600)) END
    || CASE WHEN d.upload_id IS NULL OR chosen.kind <> 'document.check' THEN '{}' ELSE jsonb_build_object(
      'complete', harmony.s3_presign('POST', d.bucket, d.object_key, 3600, jsonb_build_object('uploadId', d.upload_id)),
      'body', platform.etags_body(d.etags)) END;
END
$$;
COMMENT ON FUNCTION platform.document_work(bigint, integer) IS
'What a job of kind document.* needs: links to S3 that are good for an hour, and what is known of the document; without a link get
the bytes are in the database (platform.document_bytes). NULL: there is nothing to do, or the job is no longer this attempt''s.

document.upload: {create}; document.check: {document, size, media_type, file_name, is_text, scan, get, complete, body}; document.ocr: of
these without complete and body; document.remove: {delete, abort}. For harmonyd (42501). 58030: the file of the credentials of S3.';

CREATE OR REPLACE FUNCTION platform.etags_body(etags jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT '<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' || string_agg(
      format('<Part><PartNumber>%s</PartNumber><ETag>"%s"</ETag></Part>', e.part ->> 'number', btrim(e.part ->> 'etag', '"')), ''
      ORDER BY (e.part ->> 'number')::integer) || '</CompleteMultipartUpload>'
  FROM jsonb_array_elements(etags_body.etags) e (part);
END;
COMMENT ON FUNCTION platform.etags_body(jsonb) IS
'What S3 is told to complete an upload, of etags as platform.require_etags lets them pass.';

CREATE OR REPLACE FUNCTION platform.document_opened(job bigint, attempt integer, upload text) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := (SELECT (j.payload ->> 'document')::uuid FROM platform.job j WHERE j.id = job AND j.kind = 'document.upload');
  state text;
  d platform.document;
BEGIN
  PERFORM platform.require_worker();
  state := platform.end_job(job, attempt, NULL);
  IF state = 'done' THEN
    UPDATE platform.document o SET status = 'uploading', upload_id = upload, touched_at = now()
    WHERE o.id = chosen AND o.status = 'planned' RETURNING o.* INTO d;
    IF NOT FOUND THEN
      PERFORM platform.remove_object(o.bucket, o.object_key, upload) FROM platform.document o WHERE o.id = chosen;
    END IF;
  END IF;
  RETURN CASE WHEN d.id IS NOT NULL THEN state END;
END
$$;
COMMENT ON FUNCTION platform.document_opened(bigint, integer, text) IS
'S3 has opened the upload of a document under this name, and the job is done: returns done, or NULL, and changes nothing of the document,
where the job is no longer this attempt''s, or nobody waits for the upload any more, which is then removed. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.document_checked(job bigint, attempt integer, facts jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := (SELECT (j.payload ->> 'document')::uuid FROM platform.job j WHERE j.id = job AND j.kind = 'document.check');
  d CONSTANT platform.document := (SELECT o FROM platform.document o WHERE o.id = chosen);
BEGIN
  PERFORM platform.require_worker();
  IF chosen IS NULL OR platform.end_job(job, attempt, facts - '{head,tail}'::text[]) IS DISTINCT FROM 'done' THEN
    RETURN NULL;
  END IF;
  RETURN platform.settle_document(chosen, (facts ->> 'size')::bigint, decode(facts ->> 'sha256', 'hex'), coalesce(facts ->> 'problem',
    platform.content_problem(d.media_type, decode(facts ->> 'head', 'hex'), decode(facts ->> 'tail', 'hex'),
                             coalesce((facts ->> 'is_text')::boolean, false))));
END
$$;
COMMENT ON FUNCTION platform.document_checked(bigint, integer, jsonb) IS
'What harmonyd has found of the bytes of a document, and its job is done: returns the document''s new state, ready or quarantined, or NULL,
and changes nothing, where the job is no longer this attempt''s or the document is not being checked.

facts: {size, sha256, head, tail, is_text, problem}, sha256 and the first and last 64 KiB in hexadecimal digits; problem, such as a virus:
why it is to be in quarantine, besides the rest or alone. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.document_read(job bigint, attempt integer, extracted jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT uuid := (SELECT (j.payload ->> 'document')::uuid FROM platform.job j WHERE j.id = job AND j.kind = 'document.ocr');
BEGIN
  PERFORM platform.require_worker();
  IF chosen IS NULL OR platform.end_job(job, attempt, NULL) IS DISTINCT FROM 'done' THEN
    RETURN NULL;
  END IF;
  UPDATE platform.document d SET extracted = document_read.extracted WHERE d.id = chosen AND d.status = 'ready';
  RETURN 'done';
END
$$;
COMMENT ON FUNCTION platform.document_read(bigint, integer, jsonb) IS
'What was read in a document, {text, fields, confidence}, and its job is done; NULL, and changes nothing, where the job is no longer this
attempt''s. For harmonyd (42501).';

-- It calls the extension, and goes with it.
ALTER FUNCTION platform.document_work(bigint, integer) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.part_links(platform.document, integer[]) DEPENDS ON EXTENSION harmony;
