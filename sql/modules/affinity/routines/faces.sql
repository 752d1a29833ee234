-- Photos of faces: put by people, looked at by harmonyd.

CREATE OR REPLACE FUNCTION affinity.photo_put(document uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := affinity.require_asker('visual');
  chosen platform.document;
  put affinity.photo;
BEGIN
  PERFORM affinity.hold_consent(person, 'visual');
  chosen := platform.require_document(document);
  IF chosen.owner_id <> person THEN
    RAISE EXCEPTION 'document % is not one of yours', document USING ERRCODE = 'PT404';
  END IF;
  SELECT p.* INTO put FROM affinity.photo p WHERE p.document_id = document;
  IF NOT FOUND THEN
    PERFORM affinity.require_photo(chosen), affinity.count_turn(person, 'photos_put');
    PERFORM platform.require_limit('photos_of_a_person', 1 + (
      SELECT count(*) FROM affinity.photo p WHERE p.person_id = person AND p.status IN ('checking', 'ready')));
    put := affinity.queue_photo(person, document);
  ELSIF put.status = 'checking' THEN
    put := affinity.look_at(put);  -- once more, where the job has failed
  END IF;
  PERFORM platform.set_status(202);
  RETURN jsonb_build_object('photo', put.id, 'job', put.job_id);
END
$$;
COMMENT ON FUNCTION affinity.photo_put(uuid) IS
'Takes a document of kind photo of the account of this request as a photo of its face, for harmonyd to look at: 202 {photo, job}; the same
document again is the same photo.

Errors: 42501 no consent of kind visual; PT404 not one''s own document; 22023 another kind or type; 55000 its bytes are not all there, or
are gone; 54000 too many photos, PT429 too many in a day.';

CREATE OR REPLACE FUNCTION affinity.shown_photos()
RETURNS TABLE (id bigint, document uuid, status text, model text, created_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 6 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
BEGIN
  RETURN QUERY
  SELECT p.id, p.document_id, p.status, m.name || ' ' || m.version, p.created_at
  FROM affinity.photo p LEFT JOIN affinity.embedding e ON e.photo_id = p.id LEFT JOIN affinity.embedding_model m ON m.id = e.model_id
  WHERE p.person_id = asker ORDER BY p.id;
END
$$;
COMMENT ON FUNCTION affinity.shown_photos() IS
'The photos of the account of this request; model: name and version of the net that made the embedding. What view photos of schema api
reads. 42501: no consent of kind visual.';

CREATE OR REPLACE FUNCTION affinity.require_photo(document platform.document) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF document.kind <> 'photo' OR document.media_type NOT IN ('image/jpeg', 'image/png') THEN
    RAISE EXCEPTION 'document % is no photo', document.id USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is uploaded with kind photo, as image/jpeg or image/png.';
  ELSIF document.status <> 'ready' THEN
    RAISE EXCEPTION 'document % is not ready: %', document.id, document.status USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_photo(platform.document) IS
'Passes for a document of kind photo that is JPEG or PNG (else 22023) and ready (else 55000).';

CREATE OR REPLACE FUNCTION affinity.look_at(photo affinity.photo) RETURNS affinity.photo
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  photo.job_id := platform.add_job('affinity.face', jsonb_build_object('photo', photo.id, 'document', photo.document_id),
                                   dedup_key => photo.id::text);
  UPDATE affinity.photo p SET job_id = (photo).job_id WHERE p.id = (photo).id;
  RETURN photo;
END
$$;
COMMENT ON FUNCTION affinity.look_at(affinity.photo) IS
'Queues the job that looks at a photo, where none waits or runs, and notes which it is.';

CREATE OR REPLACE FUNCTION affinity.queue_photo(person uuid, document uuid) RETURNS affinity.photo
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  queued affinity.photo;
BEGIN
  INSERT INTO affinity.photo (person_id, document_id) VALUES (person, document) RETURNING * INTO queued;
  RETURN affinity.look_at(queued);
END
$$;
COMMENT ON FUNCTION affinity.queue_photo(uuid, uuid) IS
'Makes a photo of a document, of a person or, NULL, one that people rate, and has it looked at.';

CREATE OR REPLACE FUNCTION affinity.known_model(facts jsonb, dimensions integer) RETURNS integer
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT m.id FROM affinity.embedding_model m
  WHERE (m.name, m.version, m.detector, m.detector_version, m.landmarks, m.landmarks_version, m.dimensions)
    = (known_model.facts #>> '{embedding,name}', known_model.facts #>> '{embedding,version}', known_model.facts #>> '{detector,name}',
       known_model.facts #>> '{detector,version}', known_model.facts #>> '{landmarks,name}',
       known_model.facts #>> '{landmarks,version}', known_model.dimensions);
END;
COMMENT ON FUNCTION affinity.known_model(jsonb, integer) IS
'The number of the embedding model that facts name (affinity.model_of_facts), NULL where there is none yet.';

CREATE OR REPLACE FUNCTION affinity.model_of_facts(facts jsonb, dimensions integer) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (
    SELECT FROM unnest('{embedding,detector,landmarks}'::text[]) n (net)
    WHERE (length(facts #>> ARRAY[n.net, 'name']) BETWEEN 1 AND 100 AND length(facts #>> ARRAY[n.net, 'version']) BETWEEN 1 AND 100)
      IS NOT TRUE) THEN
    RAISE EXCEPTION 'the facts do not name the nets' USING ERRCODE = 'invalid_parameter_value',
      HINT = '{"detector": {"name", "version"}, "landmarks": {"name", "version"}, "embedding": {"name", "version"}}';
  END IF;
  INSERT INTO affinity.embedding_model AS m (name, version, detector, detector_version, landmarks, landmarks_version, dimensions, is_active)
  VALUES (facts #>> '{embedding,name}', facts #>> '{embedding,version}', facts #>> '{detector,name}', facts #>> '{detector,version}',
          facts #>> '{landmarks,name}', facts #>> '{landmarks,version}', dimensions,
          NOT EXISTS (SELECT FROM affinity.embedding_model o WHERE o.is_active))
  ON CONFLICT DO NOTHING;
  RETURN affinity.known_model(facts, dimensions);
END
$$;
COMMENT ON FUNCTION affinity.model_of_facts(jsonb, integer) IS
'The number of the embedding model that facts name ({detector, landmarks, embedding}, each {name, version}) with so many dimensions, which
is made where it is new; the first is active. 22023: a name or version is missing.';

CREATE OR REPLACE FUNCTION affinity.require_embedding(embedding float4[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- An array that may hold anything is looked at once, without quoting it.
  IF (array_ndims(embedding) = 1 AND array_lower(embedding, 1) = 1 AND cardinality(embedding) BETWEEN 1 AND 16384
      AND NOT EXISTS (SELECT FROM unnest(embedding) e (x) WHERE e.x IS NULL OR e.x IN ('NaN', 'Infinity', '-Infinity'))) IS NOT TRUE THEN
    RAISE EXCEPTION 'the embedding is none' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is a list of 1 to 16384 finite numbers.';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_embedding(real[]) IS 'Passes for a list of finite numbers, else an error 22023.';

CREATE OR REPLACE FUNCTION affinity.seen_status(photo bigint, status text, facts jsonb, embedding float4[]) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  model CONSTANT integer := affinity.known_model(facts, cardinality(embedding));
  nearest float8;
BEGIN
  IF seen_status.status IS DISTINCT FROM 'ready' OR model IS NULL
    OR NOT EXISTS (SELECT FROM affinity.photo p WHERE p.id = seen_status.photo AND p.person_id IS NOT NULL) THEN
    RETURN seen_status.status;
  END IF;
  PERFORM affinity.require_embedding(embedding);
  SELECT (b.found[1]).score INTO nearest FROM (
    SELECT harmony_internal.best_embeddings(e.photo_id, e.embedding, seen_status.embedding::float8[], 1, 'cosine') AS found
    FROM affinity.embedding e JOIN affinity.calibration_photo c ON c.photo_id = e.photo_id WHERE e.model_id = model) b;
  RETURN CASE WHEN nearest >= 0.8 THEN 'refused' ELSE seen_status.status END;
END
$$;
COMMENT ON FUNCTION affinity.seen_status(bigint, text, jsonb, real[]) IS
'The status of a photo of which this was found: refused where it would be ready and its face is nearly that of a photo that people rate (the
cosine of both embeddings, of one model, is .8 or more), else as it was found. Everybody sees those: who put one as the own face would read
from scores how others have rated it.';

CREATE OR REPLACE FUNCTION affinity.settle_photo(photo bigint, status text, facts jsonb, picture bytea, embedding float4[]) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen affinity.photo;
  seen CONSTANT text := affinity.seen_status(photo, status, facts, embedding);
  media_type CONSTANT text := CASE WHEN substring(picture FROM 1 FOR 3) = '\xffd8ff' THEN 'image/jpeg' ELSE 'image/png' END;
  model integer;
BEGIN
  IF status IN ('ready', 'no_face', 'several_faces', 'too_small', 'blurred', 'refused') IS NOT TRUE THEN
    RAISE EXCEPTION 'the status is "%"', left(status, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is ready, no_face, several_faces, too_small, blurred or refused.';
  END IF;
  PERFORM affinity.hold_person(p.person_id) FROM affinity.photo p WHERE p.id = settle_photo.photo AND p.person_id IS NOT NULL;
  SELECT p.* INTO chosen FROM affinity.photo p JOIN platform.document d ON d.id = p.document_id
  WHERE p.id = settle_photo.photo AND d.status = 'ready' FOR NO KEY UPDATE;
  IF NOT FOUND OR chosen.status <> 'checking' THEN
    RETURN NULL;
  END IF;
  UPDATE affinity.photo p SET status = seen, found_at = now(),
    facts = CASE jsonb_typeof(settle_photo.facts) WHEN 'object' THEN settle_photo.facts END
  WHERE p.id = chosen.id;
  IF seen <> 'ready' THEN
    IF NOT (SELECT d.legal_hold FROM platform.document d WHERE d.id = chosen.document_id) THEN
      PERFORM platform.end_document(chosen.document_id, 'deleted');
    END IF;
    IF seen <> 'refused' THEN  -- nothing of anybody was asked with it
      PERFORM affinity.give_turn_back(chosen.person_id, 'photos_put', chosen.created_at);
    END IF;
    RETURN seen;
  END IF;
  IF chosen.person_id IS NOT NULL THEN
    PERFORM affinity.hold_consent(chosen.person_id, 'visual');
  END IF;
  PERFORM affinity.require_embedding(settle_photo.embedding),
    platform.replace_bytes(chosen.document_id, format('photo-%s.%s', chosen.id,
      CASE media_type WHEN 'image/jpeg' THEN 'jpg' ELSE 'png' END), media_type, picture);
  model := affinity.model_of_facts(settle_photo.facts, cardinality(settle_photo.embedding));
  INSERT INTO affinity.embedding (photo_id, person_id, model_id, dimensions, embedding)
  VALUES (chosen.id, chosen.person_id, model, cardinality(settle_photo.embedding), settle_photo.embedding);
  PERFORM affinity.settle_phases(chosen.person_id);
  RETURN seen;
END
$$;
COMMENT ON FUNCTION affinity.settle_photo(bigint, text, jsonb, bytea, real[]) IS
'What was found of a photo that is being checked: returns its new status, NULL where it is not being checked or is gone. ready: the picture
takes the place of the uploaded bytes, and the embedding is kept under the model that facts name (affinity.model_of_facts); else the bytes
are deleted, and so are those of a photo that is refused for being nearly one that everybody rates (affinity.seen_status). One on which no
face can be used does not count as put (platform.limit photos_put).

For the owner of the modules, who so gives embeddings of an own net. Errors: 22023 no such status, no picture, no embedding, nets without a
name.';

CREATE OR REPLACE FUNCTION affinity.face_found(job bigint, attempt integer, photo bigint, status text, facts jsonb, picture bytea,
                                               embedding float4[]) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT bigint := (SELECT (j.payload ->> 'photo')::bigint FROM platform.job j WHERE j.id = job AND j.kind = 'affinity.face');
BEGIN
  PERFORM platform.require_worker();
  IF chosen = photo IS NOT TRUE
    OR platform.end_job(job, attempt, jsonb_build_object('photo', photo, 'status', affinity.seen_status(photo, status, facts, embedding)))
      IS DISTINCT FROM 'done' THEN
    RETURN NULL;
  END IF;
  RETURN affinity.settle_photo(photo, status, facts, picture, embedding);
END
$$;
COMMENT ON FUNCTION affinity.face_found(bigint, integer, bigint, text, jsonb, bytea, real[]) IS
'What harmonyd has found on a photo, and its job is done, in one transaction: returns the photo''s new status, or NULL, and nothing is kept,
where the job is no longer this attempt''s, or the photo is gone or no longer checked.

status: ready, no_face, several_faces, too_small, blurred, refused; facts: {detector, landmarks, embedding}, each {name, version}, and what
was measured; picture: the JPEG or PNG made anew, and embedding, finite numbers, of one that is ready, else NULL. For harmonyd (42501).
Errors as affinity.settle_photo.';

CREATE OR REPLACE FUNCTION affinity.photo_document_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  persons uuid[];
BEGIN
  WITH gone AS (
    DELETE FROM affinity.photo p USING new_rows n
    WHERE p.document_id = n.id AND n.status IN ('deleted', 'quarantined') AND p.status IN ('checking', 'ready') RETURNING p.person_id)
  SELECT array_agg(DISTINCT g.person_id) INTO persons FROM gone g WHERE g.person_id IS NOT NULL;
  PERFORM affinity.settle_phases(u.id) FROM (SELECT p.id FROM unnest(persons) p (id) ORDER BY 1) u;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.photo_document_ended() IS 'With the bytes of a photo the photo goes, and its embedding.';

CREATE OR REPLACE FUNCTION affinity.photo_document_begun() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.hold_consent(NEW.owner_id, 'visual');
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION affinity.photo_document_begun() IS 'Refuses a photo of who has not agreed to kind visual (42501).';
