-- Who may read a document, and the ways to its bytes.

CREATE OR REPLACE FUNCTION platform.people_of_modules() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  module text;
  found uuid[];
  people uuid[] := '{}';
BEGIN
  FOR module IN SELECT platform.modules_with('current_people()') LOOP
    EXECUTE format('SELECT %I.current_people()', module) INTO found;
    people := people || found;
  END LOOP;
  RETURN people;
END
$$;
COMMENT ON FUNCTION platform.people_of_modules() IS
'What the functions current_people() of all modules say, for platform.people_of_employers.';

CREATE OR REPLACE FUNCTION platform.people_of_employers() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.current_organizations() = '{}' OR NOT platform.has_extension() THEN
    RETURN '{}';
  END IF;
  RETURN platform.people_of_modules();
END
$$;
COMMENT ON FUNCTION platform.people_of_employers() IS
'At whose documents the employers for which this request acts may look: the modules say, by a function current_people() of theirs. Empty
for everybody else.';

CREATE OR REPLACE FUNCTION platform.shown_by_modules(document uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  module text;
  is_shown boolean;
BEGIN
  FOR module IN SELECT platform.modules_with('shows_document(uuid)') LOOP
    EXECUTE format('SELECT %I.shows_document($1)', module) INTO is_shown USING document;
    IF is_shown THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.shown_by_modules(uuid) IS
'Whether a module shows this document of somebody else to the account of this request, by a function shows_document(document uuid) of its
own.';

CREATE OR REPLACE FUNCTION platform.require_readable(document uuid) RETURNS platform.document
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen platform.document;
BEGIN
  SELECT d.* INTO chosen FROM platform.document d WHERE d.id = document;
  IF platform.is_privileged() OR platform.is_admin() AND NOT chosen.is_personal OR chosen.owner_id = platform.active_account() THEN
    NULL;
  ELSIF chosen.status = 'ready' AND chosen.owner_id = ANY (platform.people_of_employers())
    AND EXISTS (SELECT FROM platform.document_kind k WHERE k.kind = chosen.kind AND k.for_clients) THEN
    RETURN chosen;
  ELSIF chosen.status = 'ready' AND NOT chosen.is_withheld AND platform.has_extension() AND platform.shown_by_modules(document) THEN
    RETURN chosen;
  ELSE
    chosen := NULL;
  END IF;
  IF chosen.id IS NULL THEN
    RAISE EXCEPTION 'document % is not one of yours', document USING ERRCODE = 'PT404';
  ELSIF chosen.status <> 'ready' THEN
    RAISE EXCEPTION 'document % is not ready: %', document, chosen.status USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF chosen.is_withheld THEN
    RAISE EXCEPTION 'document % is not ready: it is shown when it has been made anew', document
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION platform.require_readable(uuid) IS
'The document, which is ready and which this request may read: the owner''s; an administrator''s, but for
personal ones; of the kinds for employers an employer''s
(platform.people_of_employers), and what modules show (platform.shown_by_modules). One that is withheld is not ready for anybody.

Else an error PT404, the same for one that does not exist, or 55000 for one in another state.';

CREATE OR REPLACE FUNCTION platform.document_data(document uuid) RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_readable(document);
BEGIN
  IF chosen.storage <> 'database' THEN
    RAISE EXCEPTION 'document % is not kept in the database', document USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'document_url gives a link to it.';
  END IF;
  PERFORM platform.add_header('Content-Disposition', platform.content_disposition(chosen.file_name)),
    platform.add_header('X-Content-Type-Options', 'nosniff');
  RETURN (SELECT string_agg(p.bytes, '' ORDER BY p.number) FROM platform.document_part p WHERE p.document_id = document);
END
$$;
COMMENT ON FUNCTION platform.document_data(uuid) IS
'The bytes of a document that is kept in the database, to be saved under its file name, whatever its type.

Errors: PT404 not one that this request may read; 55000 not ready, or kept in S3.';

CREATE OR REPLACE FUNCTION platform.document_url(document uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT platform.document := platform.require_readable(document);
BEGIN
  PERFORM platform.add_header('Cache-Control', 'no-store');
  IF chosen.storage = 'database' THEN
    RETURN jsonb_build_object('url', 'rpc/document_data?document=' || chosen.id, 'expires_in', NULL);
  END IF;
  RETURN jsonb_build_object('expires_in', 300, 'url', harmony.s3_presign('GET', chosen.bucket, chosen.object_key, 300,
    jsonb_build_object('response-content-disposition', platform.content_disposition(chosen.file_name),
                       'response-content-type', 'application/octet-stream')));
END
$$;
COMMENT ON FUNCTION platform.document_url(uuid) IS
'Where the bytes of a document are: {url, expires_in}. In S3: a link for five minutes, for whoever has it; in the database: the path of
document_data below that of the API, to be asked for like everything else, and expires_in is null.

Errors as platform.document_data; 58030 the file of the credentials of S3.';

CREATE OR REPLACE FUNCTION platform.require_document(document uuid) RETURNS platform.document
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen platform.document;
BEGIN
  SELECT d.* INTO chosen FROM platform.document d
  WHERE d.id = document AND (d.owner_id = platform.active_account() OR platform.is_privileged() OR platform.is_admin());
  -- Whoever works on a person holds the account before its documents; so in that order here, too.
  PERFORM FROM platform.account a WHERE a.id = chosen.owner_id FOR NO KEY UPDATE;
  SELECT d.* INTO chosen FROM platform.document d WHERE d.id = chosen.id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'document % is not one of yours', document USING ERRCODE = 'PT404';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION platform.require_document(uuid) IS
'The document, locked until the end of the transaction: one of the account of this request, for administrators and the owner any. Else
PT404.';

-- They call the extension, and go with it.
ALTER FUNCTION platform.document_url(uuid) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.people_of_modules() DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.shown_by_modules(uuid) DEPENDS ON EXTENSION harmony;
