-- Uploads. To the database: parts through upload_part. To S3: always in parts, by links that are dead once the upload is complete; a link
-- for a whole object would let its holder replace what was checked.

CREATE OR REPLACE FUNCTION platform.part_count(document platform.document) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ((document.size + document.part_size - 1) / document.part_size)::integer;
END
$$;
COMMENT ON FUNCTION platform.part_count(platform.document) IS 'How many parts an upload has.';

CREATE OR REPLACE FUNCTION platform.part_links(document platform.document, numbers integer[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce((
    SELECT jsonb_agg(jsonb_build_object('number', n, 'url', CASE document.storage
      WHEN 'database' THEN 'rpc/upload_part'
      ELSE harmony.s3_presign('PUT', document.bucket, document.object_key, 3600,
        jsonb_build_object('partNumber', n::text, 'uploadId', document.upload_id)) END) ORDER BY n)
    FROM generate_series(1, platform.part_count(document)) n
    WHERE (numbers IS NULL OR n = ANY (numbers)) AND (document.storage = 'database' OR document.upload_id IS NOT NULL)), '[]');
END
$$;
COMMENT ON FUNCTION platform.part_links(platform.document, integer[]) IS
'Where parts go: [{number, url}]; of S3 none until harmonyd has opened the upload there. Links are good for an hour.';

CREATE OR REPLACE FUNCTION platform.received_parts(document platform.document) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce((SELECT jsonb_agg(p.number ORDER BY p.number) FROM platform.document_part p
                   WHERE p.document_id = (received_parts.document).id), '[]');
END
$$;
COMMENT ON FUNCTION platform.received_parts(platform.document) IS 'The numbers of the parts that the database has.';

CREATE OR REPLACE FUNCTION platform.chosen_storage(media_type text, size bigint, storage text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  has_s3 CONSTANT boolean := platform.setting('document_bucket') <> '';
  of_type CONSTANT bigint := (SELECT t.most FROM platform.media_type t WHERE t.media_type = chosen_storage.media_type);
  in_database CONSTANT bigint := platform.setting('document_database_most')::bigint;
  most bigint;
BEGIN
  IF storage IN ('database', 's3') IS FALSE THEN
    RAISE EXCEPTION 'storage is "%"', left(storage, 100) USING ERRCODE = 'invalid_parameter_value', HINT = 'It is database or s3.';
  ELSIF storage = 's3' AND NOT has_s3 THEN
    RAISE EXCEPTION 'this site keeps no documents in S3' USING ERRCODE = 'invalid_parameter_value';
  ELSIF size > 0 IS NOT TRUE THEN
    RAISE EXCEPTION 'the size is no number of bytes' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  storage := coalesce(storage, CASE WHEN has_s3 AND size > in_database THEN 's3' ELSE 'database' END);
  most := least(of_type, CASE storage WHEN 's3' THEN platform.setting('document_s3_most')::bigint ELSE in_database END);
  IF size > most THEN
    RAISE EXCEPTION 'the document is too large: % bytes', size USING ERRCODE = 'program_limit_exceeded',
      HINT = format('%s at most.', most);
  END IF;
  RETURN storage;
END
$$;
COMMENT ON FUNCTION platform.chosen_storage(text, bigint, text) IS
'Where a document of this size goes: where it was asked for, else S3 where the site has it and the database takes none so large.

Errors: 22023 no such storage, no size; 54000 too large for the media type or the storage.';

CREATE OR REPLACE FUNCTION platform.begin_upload(
  title text, kind text, file_name text, media_type text, size bigint, sha256 text DEFAULT NULL, expires_on date DEFAULT NULL,
  storage text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
  id CONSTANT uuid := gen_random_uuid();
  planned platform.document;
  refusal jsonb;
  is_withheld boolean;
BEGIN
  PERFORM platform.require_self(person);
  refusal := platform.take_call('begin_upload');
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM platform.require_text('title', title, 200), platform.require_file(file_name, media_type);
  IF NOT EXISTS (SELECT FROM platform.document_kind k WHERE k.kind = begin_upload.kind AND k.may_upload) THEN
    RAISE EXCEPTION 'documents of kind "%" are not uploaded', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Kinds: ' || string_agg(k.kind, ', ' ORDER BY k.kind) || '.' FROM platform.document_kind k WHERE k.may_upload);
  ELSIF sha256 !~ '^[0-9a-fA-F]{64}$' THEN
    RAISE EXCEPTION 'sha256 is no SHA-256' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 64 hexadecimal digits.';
  ELSIF expires_on NOT BETWEEN '1900-01-01' AND '9999-12-31' THEN
    RAISE EXCEPTION 'a document cannot end at %', expires_on USING ERRCODE = 'invalid_parameter_value',
      HINT = 'From 1900-01-01 to 9999-12-31.';
  ELSIF octet_length(file_name) > 900 THEN  -- an object's key has at most 1,024
    RAISE EXCEPTION 'the file name is too long' USING ERRCODE = 'invalid_parameter_value', HINT = '900 bytes at most.';
  END IF;
  is_withheld := (SELECT k.is_withheld FROM platform.document_kind k WHERE k.kind = begin_upload.kind);
  IF is_withheld AND storage = 's3' THEN
    RAISE EXCEPTION 'documents of kind "%" are kept in the database', kind USING ERRCODE = 'invalid_parameter_value';
  END IF;
  storage := platform.chosen_storage(media_type, size, CASE WHEN is_withheld THEN 'database' ELSE storage END);
  PERFORM platform.require_limit('documents_of_a_person', 1 + (
    SELECT count(*) FROM platform.document d WHERE d.owner_id = person AND d.status NOT IN ('aborted', 'deleted')));
  INSERT INTO platform.document (id, owner_id, kind, title, file_name, media_type, size, sha256, storage, expires_on, is_withheld,
    part_size, bucket, object_key)
  VALUES (id, person, kind, title, file_name, media_type, size, decode(sha256, 'hex'), storage, expires_on, is_withheld,
    CASE storage WHEN 'database' THEN 5242880 ELSE greatest(16777216, (size + 9999) / 10000) END,
    CASE storage WHEN 's3' THEN platform.setting('document_bucket') END,
    format('%s/%s/%s', platform.setting('document_tenant'), id, file_name))
  RETURNING * INTO planned;
  IF storage = 's3' THEN
    PERFORM platform.add_job('document.upload', jsonb_build_object('document', id), priority => 9, dedup_key => id::text);
  END IF;
  RETURN platform.upload_plan(planned);
END
$$;
COMMENT ON FUNCTION platform.begin_upload(text, text, text, text, bigint, text, date, text) IS
'Plans a document of the account of this request: {document, method, part_size, parts, expires_at}. Every part has part_size bytes but the
last. method database: each part to upload_part; multipart: each part by PUT to its url, which upload_parts tells as soon as harmonyd has
opened the upload in S3. Then complete_upload. Without a part, or asking for one, for 24 hours it is aborted.

Returned: 429. Errors: 22023 title, kind, file name, media type, size, sha256, storage; 54000 too large, or too many documents; 42501
nobody is signed in; 58030 the file of the credentials of S3.';

CREATE OR REPLACE FUNCTION platform.upload_plan(document platform.document) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('document', document.id, 'method', CASE document.storage WHEN 's3' THEN 'multipart' ELSE 'database' END,
    'part_size', document.part_size, 'parts', platform.part_links(document, NULL),
    'expires_at', document.touched_at + interval '24 hours');
END
$$;
COMMENT ON FUNCTION platform.upload_plan(platform.document) IS 'What platform.begin_upload answers.';

CREATE OR REPLACE FUNCTION platform.begun_upload(kept jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_document((kept ->> 'document')::uuid);
BEGIN
  RETURN platform.upload_plan(chosen);
END
$$;
COMMENT ON FUNCTION platform.begun_upload(jsonb) IS
'The answer of platform.begin_upload again, of what was kept of it, {document}: with links that are signed anew. PT404: not one''s own.';

CREATE OR REPLACE FUNCTION platform.require_uploader(document platform.document) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (platform.is_privileged() OR (document).owner_id IS NOT DISTINCT FROM platform.active_account()) THEN
    RAISE EXCEPTION 'document % is not one of yours', (document).id USING ERRCODE = 'PT404';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_uploader(platform.document) IS
'Passes for whose document it is, and the owner''s own work: nobody else, administrators neither, sends its bytes. Else PT404.';

CREATE OR REPLACE FUNCTION platform.require_upload(document uuid) RETURNS platform.document
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_document(document);
BEGIN
  PERFORM platform.require_uploader(chosen);
  IF chosen.status NOT IN ('planned', 'uploading') THEN
    RAISE EXCEPTION 'the upload of document % is over: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION platform.require_upload(uuid) IS
'As platform.require_document, and it is planned or uploading, else an error 55000.';

CREATE OR REPLACE FUNCTION platform.upload_part(bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  id CONSTANT text := platform.request_header('document');
  part CONSTANT text := platform.request_header('part');
  chosen platform.document;
  number integer;
  wanted bigint;
BEGIN
  PERFORM platform.require_self(platform.current_account());
  IF (id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND part ~ '^[1-9][0-9]{0,4}$') IS NOT TRUE THEN
    RAISE EXCEPTION 'it is not said which part this is' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Headers Document, the id that begin_upload has told, and Part, a number from 1.';
  END IF;
  chosen := platform.require_upload(id::uuid);
  number := part::integer;
  wanted := least(chosen.part_size, chosen.size - (number - 1) * chosen.part_size);
  IF chosen.storage <> 'database' THEN
    RAISE EXCEPTION 'parts of document % go to S3', id USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'upload_parts tells their links.';
  ELSIF wanted <= 0 THEN
    RAISE EXCEPTION 'document % has no part %', id, number USING ERRCODE = 'invalid_parameter_value',
      HINT = format('It has %s.', platform.part_count(chosen));
  ELSIF length($1) > wanted THEN
    RAISE EXCEPTION 'part % is too large: % bytes', number, length($1) USING ERRCODE = 'program_limit_exceeded',
      HINT = format('It has %s.', wanted);
  ELSIF length($1) < wanted THEN
    RAISE EXCEPTION 'part % is too short: % bytes', number, length($1) USING ERRCODE = 'invalid_parameter_value',
      HINT = format('It has %s.', wanted);
  END IF;
  INSERT INTO platform.document_part AS p (document_id, number, bytes) VALUES (chosen.id, number, $1)
  ON CONFLICT ON CONSTRAINT document_part_pkey DO UPDATE SET bytes = excluded.bytes;
  UPDATE platform.document d SET status = 'uploading', touched_at = now() WHERE d.id = chosen.id;
  RETURN jsonb_build_object('part', number, 'received', platform.received_parts(chosen));
END
$$;
COMMENT ON FUNCTION platform.upload_part(bytea) IS
'Takes a part of a document that goes into the database: {part, received}, the numbers of the parts that are there. Headers
Document and Part say which; the same part again replaces it.

Errors: 22023 headers, no such part, too short; 54000 too large; PT404 not one''s own; 55000 the upload is over, or goes to S3; 42501.';

CREATE OR REPLACE FUNCTION platform.upload_parts(document uuid, numbers integer[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_upload(document);
BEGIN
  UPDATE platform.document d SET touched_at = now() WHERE d.id = chosen.id;
  PERFORM platform.add_header('Cache-Control', 'no-store');
  RETURN jsonb_build_object('received', platform.received_parts(chosen), 'parts', platform.part_links(chosen, numbers));
END
$$;
COMMENT ON FUNCTION platform.upload_parts(uuid, integer[]) IS
'To begin with S3, and to resume: {received, parts}, the parts that the database has, and where these parts go, by default all, [{number,
url}]. parts is empty until harmonyd has opened the upload in S3; what S3 has received the uploader knows by the ETag that each part was
answered with.

Errors: PT404 not one''s own; 55000 the upload is over; 58030 the file of the credentials of S3.';

CREATE OR REPLACE FUNCTION platform.require_etags(document platform.document, etags jsonb) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_typeof(etags) <> 'array' IS NOT FALSE OR EXISTS (
    SELECT FROM jsonb_array_elements(etags) e (part)
    WHERE (jsonb_typeof(e.part -> 'number') = 'number' AND e.part ->> 'number' ~ '^[1-9][0-9]{0,4}$'
           AND e.part ->> 'etag' ~ '^"?[0-9A-Za-z-]{1,100}"?$') IS NOT TRUE) THEN
    RAISE EXCEPTION 'etags are no ETags of parts' USING ERRCODE = 'invalid_parameter_value',
      HINT = '[{"number": 1, "etag": "..."}, ...], as S3 has answered.';
  ELSIF ARRAY (SELECT (e.part ->> 'number')::integer FROM jsonb_array_elements(etags) e (part) ORDER BY 1)
    <> ARRAY (SELECT generate_series(1, platform.part_count(document))) THEN
    RAISE EXCEPTION 'etags are not of each part once' USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Parts 1 to %s.', platform.part_count(document));
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_etags(platform.document, jsonb) IS
'Passes for [{number, etag}] with each part of an upload once, else an error 22023.';

CREATE OR REPLACE FUNCTION platform.complete_upload(document uuid, etags jsonb DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_document(document);
  bytes bytea;
BEGIN
  PERFORM platform.require_uploader(chosen);
  IF chosen.status IN ('checking', 'ready', 'quarantined') THEN
    RETURN jsonb_build_object('document', chosen.id, 'status', chosen.status);
  ELSIF chosen.status IN ('aborted', 'deleted') THEN
    RAISE EXCEPTION 'the upload of document % is over: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF chosen.storage = 's3' AND chosen.upload_id IS NULL
    OR chosen.storage = 'database' AND jsonb_array_length(platform.received_parts(chosen)) < platform.part_count(chosen) THEN
    RAISE EXCEPTION 'parts of document % are missing', document USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('Received: %s of %s.', jsonb_array_length(platform.received_parts(chosen)), platform.part_count(chosen));
  END IF;
  IF chosen.storage = 's3' THEN
    PERFORM platform.require_etags(chosen, etags);
  END IF;
  UPDATE platform.document d SET status = 'checking', touched_at = now(), etags = CASE d.storage WHEN 's3' THEN complete_upload.etags END
  WHERE d.id = document;
  IF chosen.storage = 's3' OR platform.setting('document_scan') = 'on' THEN
    PERFORM platform.add_job('document.check', jsonb_build_object('document', document), dedup_key => document::text);
    RETURN jsonb_build_object('document', document, 'status', 'checking');
  END IF;
  bytes := (SELECT string_agg(p.bytes, '' ORDER BY p.number) FROM platform.document_part p WHERE p.document_id = document);
  RETURN jsonb_build_object('document', document, 'status',
    platform.settle_document(document, length(bytes), sha256(bytes), platform.bytes_problem(chosen.media_type, bytes)));
END
$$;
COMMENT ON FUNCTION platform.complete_upload(uuid, jsonb) IS
'All parts are there: {document, status}. In the database the bytes are checked at once: ready or quarantined; of S3, and where the site has
uploads scanned, by harmonyd: checking. A second call answers the state that it has by now.

etags: of an upload to S3 what each PUT was answered with, [{number, etag}]. Errors: 22023 etags; PT404 not one''s own; 55000 parts are
missing, or the upload was aborted.';

CREATE OR REPLACE FUNCTION platform.settle_document(document uuid, size bigint, sha256 bytea, problem text) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  settled platform.document;
BEGIN
  UPDATE platform.document d SET touched_at = now(), upload_id = NULL, etags = NULL, problem = p.problem,
    sha256 = coalesce(settle_document.sha256, d.sha256),
    status = CASE WHEN p.problem IS NULL THEN 'ready' ELSE 'quarantined' END
  FROM platform.document o CROSS JOIN LATERAL (
    SELECT CASE WHEN o.size <> settle_document.size THEN 'its size is another'
                WHEN o.sha256 <> settle_document.sha256 THEN 'its SHA-256 is another'
                ELSE settle_document.problem END AS problem) p
  WHERE d.id = document AND d.status = 'checking' AND o.id = d.id
  RETURNING d.* INTO settled;
  IF settled.status = 'ready' AND NOT settled.is_withheld AND settled.media_type IN ('image/png', 'image/jpeg', 'application/pdf')
    AND platform.setting('document_ocr') = 'on' THEN
    PERFORM platform.add_job('document.ocr', jsonb_build_object('document', document), priority => 3, dedup_key => document::text);
  END IF;
  RETURN settled.status;
END
$$;
COMMENT ON FUNCTION platform.settle_document(uuid, bigint, bytea, text) IS
'What was found of the bytes of a document that is being checked makes it ready, or puts it in quarantine with the reason; returns its new
state, NULL where it is in another one. size and sha256 may be NULL where there is a problem.';
