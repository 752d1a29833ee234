-- Documents: what their names and bytes have to be like, and how code of the modules makes and reads them. Uploads: document_uploads.sql.

CREATE OR REPLACE FUNCTION platform.require_file(file_name text, media_type text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  extensions CONSTANT text[] := (SELECT t.extensions FROM platform.media_type t WHERE t.media_type = require_file.media_type);
BEGIN
  PERFORM platform.require_text('file name', file_name, 255);
  -- Besides what leads elsewhere: what is not seen, or turns the reading around.
  IF file_name ~ '[/\\\x01-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]' OR position('..' IN file_name) > 0
    OR file_name ~ '^[. ]|[. ]$' THEN
    RAISE EXCEPTION 'the file name is none' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It has no slashes, "..", control characters, nor a dot or space at an end.';
  ELSIF extensions IS NULL THEN
    RAISE EXCEPTION 'documents of media type "%" are not taken', left(media_type, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Media types: ' || string_agg(t.media_type, ', ' ORDER BY t.media_type) || '.' FROM platform.media_type t);
  ELSIF lower(substring(file_name FROM '\.([^.]+)$')) = ANY (extensions) IS NOT TRUE THEN
    RAISE EXCEPTION 'the file name does not end as one of media type "%"', media_type USING ERRCODE = 'invalid_parameter_value',
      HINT = format('It ends in .%s.', array_to_string(extensions, ' or .'));
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_file(text, text) IS
'Passes for a file name that leads nowhere else and ends as files of the media type do, one of platform.media_type, else an error 22023.';

CREATE OR REPLACE FUNCTION platform.content_problem(media_type text, head bytea, tail bytea, is_text boolean) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  rule CONSTANT platform.media_type := (SELECT t FROM platform.media_type t WHERE t.media_type = content_problem.media_type);
BEGIN
  RETURN CASE
    WHEN rule.media_type IS NULL THEN 'the media type is not taken'
    WHEN rule.is_text AND NOT is_text THEN 'it is not valid as the text that it is said to be'
    -- A tag, after spaces and a byte order mark.
    WHEN rule.is_text AND encode(substring(head FROM 1 FOR 1024), 'escape') ~ '^(\\357\\273\\277)?\s*<[a-zA-Z?!/]' THEN 'it is markup'
    WHEN NOT rule.is_text AND NOT EXISTS (
      SELECT FROM unnest(rule.begins) b (bytes) WHERE substring(head FROM 1 FOR length(b.bytes)) = b.bytes) THEN
      'it does not begin like its media type'
    WHEN EXISTS (SELECT FROM unnest(rule.contains) c (bytes) WHERE position(c.bytes IN head) = 0 AND position(c.bytes IN tail) = 0) THEN
      'it lacks what its media type has'
    END;
END
$$;
COMMENT ON FUNCTION platform.content_problem(text, bytea, bytea, boolean) IS
'What speaks against bytes being of a media type (platform.media_type); NULL: nothing. head, tail: the first and last 64 KiB; is_text:
whether all of it is UTF-8 without NUL and, of JSON, is read as such.';

CREATE OR REPLACE FUNCTION platform.is_text(bytes bytea, media_type text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN CASE media_type WHEN 'application/json' THEN convert_from(bytes, 'UTF8')::json IS NOT NULL
                         ELSE convert_from(bytes, 'UTF8') IS NOT NULL END;
EXCEPTION WHEN data_exception OR statement_too_complex OR untranslatable_character THEN
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.is_text(bytea, text) IS 'Whether bytes are UTF-8 without NUL and, of JSON, are read as such.';

CREATE OR REPLACE FUNCTION platform.bytes_problem(media_type text, bytes bytea) RETURNS text
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN platform.content_problem(media_type, substring(bytes FROM 1 FOR 65536), substring(bytes FROM greatest(1, length(bytes) - 65535)),
    coalesce((SELECT t.is_text FROM platform.media_type t WHERE t.media_type = bytes_problem.media_type), false)
      AND platform.is_text(bytes, media_type));
COMMENT ON FUNCTION platform.bytes_problem(text, bytea) IS 'platform.content_problem of bytes that are all there.';

CREATE OR REPLACE FUNCTION platform.content_disposition(file_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT 'attachment; filename*=UTF-8''''' || string_agg(
    CASE WHEN b.byte BETWEEN 48 AND 57 OR b.byte BETWEEN 65 AND 90 OR b.byte BETWEEN 97 AND 122 OR b.byte IN (45, 46, 95)
         THEN chr(b.byte) ELSE '%' || upper(lpad(to_hex(b.byte), 2, '0')) END, '' ORDER BY b.n)
  FROM (SELECT n, get_byte(convert_to(content_disposition.file_name, 'UTF8'), n)
        FROM generate_series(0, octet_length(convert_to(content_disposition.file_name, 'UTF8')) - 1) n) b (n, byte);
END;
COMMENT ON FUNCTION platform.content_disposition(text) IS
'The header Content-Disposition of a document: to be saved, not shown, under this name (RFC 6266, RFC 8187).';

CREATE OR REPLACE FUNCTION platform.store_document(
  owner uuid, kind text, title text, file_name text, media_type text, bytes bytea, organization uuid DEFAULT NULL,
  subject uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  most CONSTANT bigint := platform.setting('document_database_most')::bigint;
  id CONSTANT uuid := gen_random_uuid();
  problem text;
BEGIN
  PERFORM platform.require_text('title', title, 200), platform.require_file(file_name, media_type);
  IF coalesce(length(bytes), 0) = 0 THEN
    RAISE EXCEPTION 'the document is empty' USING ERRCODE = 'invalid_parameter_value';
  ELSIF length(bytes) > most THEN
    RAISE EXCEPTION 'the document is too large: % bytes', length(bytes) USING ERRCODE = 'program_limit_exceeded',
      HINT = format('In the database %s at most.', most);
  END IF;
  problem := platform.bytes_problem(media_type, bytes);
  IF problem IS NOT NULL THEN
    RAISE EXCEPTION 'the document is no %', media_type USING ERRCODE = 'invalid_parameter_value', DETAIL = problem;
  END IF;
  INSERT INTO platform.document (id, owner_id, subject_id, organization_id, kind, title, file_name, media_type, size, sha256, storage,
    part_size, object_key, status)
  VALUES (id, owner, subject, organization, kind, title, file_name, media_type, length(bytes), sha256(bytes), 'database',
    length(bytes), format('%s/%s/%s', platform.setting('document_tenant'), id, file_name), 'ready');
  INSERT INTO platform.document_part (document_id, number, bytes) VALUES (id, 1, bytes);
  RETURN id;
END
$$;
COMMENT ON FUNCTION platform.store_document(uuid, text, text, text, text, bytea, uuid, uuid) IS
'Makes a document of bytes, such as a report, that is ready at once, in the database, and returns its id.

owner: whose it is; kind: of platform.document_kind; organization: for which it was made; subject: whom it is about, with whom it is erased
too. For the owner of the modules. Errors: 22023 title, file name, media type, bytes that are not of it; 23503 no such kind, account or
organisation; 54000 too large.';

CREATE OR REPLACE FUNCTION platform.replace_bytes(document uuid, file_name text, media_type text, bytes bytea) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  problem text;
BEGIN
  PERFORM platform.require_file(file_name, media_type);
  problem := CASE WHEN coalesce(length(bytes), 0) = 0 THEN 'it is empty' ELSE platform.bytes_problem(media_type, bytes) END;
  IF problem IS NOT NULL THEN
    RAISE EXCEPTION 'the document is no %', media_type USING ERRCODE = 'invalid_parameter_value', DETAIL = problem;
  END IF;
  DELETE FROM platform.document_part p WHERE p.document_id = document;
  INSERT INTO platform.document_part (document_id, number, bytes) VALUES (document, 1, bytes);
  UPDATE platform.document d SET file_name = replace_bytes.file_name, media_type = replace_bytes.media_type, size = length(bytes),
    sha256 = pg_catalog.sha256(bytes), part_size = length(bytes), is_withheld = false, touched_at = now()
  WHERE d.id = document;
END
$$;
COMMENT ON FUNCTION platform.replace_bytes(uuid, text, text, bytea) IS
'Puts bytes that a module has made anew in the place of those that were uploaded, of a document in the database; from then on they are shown
(platform.document_kind is_withheld). Those that were there are gone.

For the owner of the modules. Errors: 22023 file name, media type, bytes that are not of it.';

CREATE OR REPLACE FUNCTION platform.document_bytes(document uuid) RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  RETURN (SELECT string_agg(p.bytes, '' ORDER BY p.number) FROM platform.document_part p WHERE p.document_id = document);
END
$$;
COMMENT ON FUNCTION platform.document_bytes(uuid) IS
'The bytes of a document that is kept in the database, whatever its state; NULL: it has none there. For harmonyd (42501).';
