-- Phase 1: the photos that everybody rates, and what is learnt from it.

CREATE OR REPLACE FUNCTION affinity.add_calibration_photo(owner uuid, file_name text, media_type text, bytes bytea, sort integer)
RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  document uuid;
  queued affinity.photo;
BEGIN
  IF media_type IN ('image/jpeg', 'image/png') IS NOT TRUE THEN
    RAISE EXCEPTION 'a photo is no "%"', left(media_type, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is image/jpeg or image/png.';
  END IF;
  document := platform.store_document(owner, 'calibration', file_name, file_name, media_type, bytes);
  UPDATE platform.document d SET is_withheld = true WHERE d.id = document;
  queued := affinity.queue_photo(NULL, document);
  INSERT INTO affinity.calibration_photo (photo_id, sort) VALUES (queued.id, add_calibration_photo.sort);
  RETURN queued.id;
END
$$;
COMMENT ON FUNCTION affinity.add_calibration_photo(uuid, text, text, bytea, integer) IS
'Adds a photo that everybody rates, in this order among them, of a person who has agreed to that, and has it looked at; returns its number.

owner: the account whose document it is, best one that is of no person: it cannot be erased while the photo is active. For the owner of the
modules. Errors as platform.store_document, and 22023.';

CREATE OR REPLACE FUNCTION affinity.refuse_calibration_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n CONSTANT bigint := (
    SELECT count(*) FROM platform.document d JOIN affinity.photo p ON p.document_id = d.id
    JOIN affinity.calibration_photo c ON c.photo_id = p.id WHERE d.owner_id = OLD.id AND c.is_active);
BEGIN
  IF n > 0 THEN
    RAISE EXCEPTION 'account % owns photos that everybody rates: %', OLD.id, n USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'They would go with the account, and so would everybody''s ratings of them.',
      HINT = 'Add photos of another account, and set is_active of these in affinity.calibration_photo to false.';
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION affinity.refuse_calibration_owner() IS
'Refuses to delete the account whose documents are photos that everybody rates while these are active (55000): an erasure is put off, with
the reason.';

CREATE OR REPLACE FUNCTION affinity.calibration_photos() RETURNS TABLE (photo_id bigint, document_id uuid, sort integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 14
BEGIN ATOMIC
  SELECT p.id, p.document_id, c.sort FROM affinity.calibration_photo c JOIN affinity.photo p ON p.id = c.photo_id
  WHERE c.is_active AND p.status = 'ready' ORDER BY c.sort, p.id LIMIT 14;
END;
COMMENT ON FUNCTION affinity.calibration_photos() IS 'The photos that everybody rates now: those that are active and ready, the first 14.';

CREATE OR REPLACE FUNCTION affinity.calibration_set() RETURNS TABLE (photo uuid, sort integer, rating float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 14 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
BEGIN
  RETURN QUERY
  SELECT c.document_id, c.sort, r.rating FROM affinity.calibration_photos() c
  LEFT JOIN affinity.rating r ON r.photo_id = c.photo_id AND r.person_id = asker ORDER BY c.sort, c.photo_id;
END
$$;
COMMENT ON FUNCTION affinity.calibration_set() IS
'The photos that the account of this request rates, by their documents, and how it has. 42501: no consent of kind visual.';

CREATE OR REPLACE FUNCTION affinity.require_ratings(ratings jsonb) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_typeof(ratings) = 'array' IS NOT TRUE OR jsonb_array_length(ratings) NOT BETWEEN 1 AND 100 OR EXISTS (
    SELECT FROM jsonb_array_elements(ratings) r (item)
    WHERE (r.item ->> 'photo' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' AND CASE jsonb_typeof(r.item -> 'rating')
        WHEN 'number' THEN (r.item ->> 'rating')::numeric BETWEEN 1 AND 5
        WHEN 'string' THEN r.item ->> 'rating' IN ('like', 'dislike') END) IS NOT TRUE) THEN
    RAISE EXCEPTION 'these are no ratings' USING ERRCODE = 'invalid_parameter_value',
      HINT = '[{"photo": "<document>", "rating": 1 to 5, "like" or "dislike"}, ...], 1 to 100 of them.';
  ELSIF (SELECT count(DISTINCT lower(r.item ->> 'photo')) FROM jsonb_array_elements(ratings) r (item)) < jsonb_array_length(ratings) THEN
    RAISE EXCEPTION 'a photo is rated twice' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_ratings(jsonb) IS
'Passes for [{photo, rating}], each photo once, ratings 1 to 5, like (5) or dislike (1), else an error 22023.';

CREATE OR REPLACE FUNCTION affinity.calibrate(ratings jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
  n_strange bigint;
  n_changed bigint;
  learnt affinity.taste;
BEGIN
  PERFORM affinity.hold_consent(asker, 'visual'), affinity.require_ratings(ratings);
  n_strange := (SELECT count(*) FROM jsonb_array_elements(ratings) r (item)
                WHERE NOT EXISTS (SELECT FROM affinity.calibration_photos() c WHERE c.document_id = (r.item ->> 'photo')::uuid));
  IF n_strange > 0 THEN
    RAISE EXCEPTION 'a photo is not in the set' USING ERRCODE = 'invalid_parameter_value', HINT = 'calibration_set tells which are.';
  END IF;
  INSERT INTO affinity.rating AS r (person_id, photo_id, rating)
  SELECT asker, c.photo_id, CASE r.item ->> 'rating' WHEN 'like' THEN 5 WHEN 'dislike' THEN 1 ELSE (r.item ->> 'rating')::float8 END
  FROM jsonb_array_elements(ratings) r (item) JOIN affinity.calibration_photos() c ON c.document_id = (r.item ->> 'photo')::uuid
  ORDER BY c.photo_id
  ON CONFLICT (person_id, photo_id) DO UPDATE SET rating = excluded.rating, rated_at = excluded.rated_at
  WHERE r.rating <> excluded.rating;
  GET DIAGNOSTICS n_changed = ROW_COUNT;
  learnt := (SELECT t FROM affinity.taste t WHERE t.person_id = asker);
  IF n_changed > 0 OR learnt.model_id IS DISTINCT FROM (SELECT m.id FROM affinity.embedding_model m WHERE m.is_active) THEN
    learnt := affinity.learn_taste(asker);
    PERFORM affinity.settle_phases(asker);
  END IF;
  RETURN jsonb_build_object('n', coalesce(learnt.n, 0), 'calibration_complete', coalesce(learnt.is_complete, false),
                            'loo_rmse', learnt.loo_rmse);
END
$$;
COMMENT ON FUNCTION affinity.calibrate(jsonb) IS
'Keeps ratings of photos of affinity.calibration_set by the account of this request, [{photo, rating}], and learns its taste anew: {n,
calibration_complete, loo_rmse}. A photo that is rated again is corrected; those that are not named stay. Pairs are scored by it in the next
night.

Errors: 42501 no consent of kind visual; 22023 no ratings, or a photo that is not in the set.';

CREATE OR REPLACE FUNCTION affinity.learn_taste(person uuid) RETURNS affinity.taste
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  net CONSTANT affinity.embedding_model := (SELECT m FROM affinity.embedding_model m WHERE m.is_active);
  rated record;
  learnt affinity.taste;
BEGIN
  SELECT count(*) AS n, array_agg(r.rating ORDER BY r.photo_id) AS ratings, array_agg(e.embedding::float8[] ORDER BY r.photo_id) AS faces
  INTO rated FROM affinity.rating r JOIN affinity.embedding e ON e.photo_id = r.photo_id AND e.model_id = net.id
  WHERE r.person_id = person;
  IF net.id IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO affinity.taste AS t (person_id, model_id, n, loo_rmse, is_complete, fit)
  SELECT person, net.id, rated.n, f.loo_rmse, f.fit IS NOT NULL, to_jsonb(f.fit)
  FROM (SELECT (p.fit).loo_rmse, p.fit FROM (
    SELECT harmony.fit_preference(rated.faces, rated.ratings, net.prior, net.center, net.scale) WHERE rated.n > 0) p (fit)
    RIGHT JOIN (VALUES (1)) one (row) ON true) f
  ON CONFLICT (person_id) DO UPDATE SET model_id = excluded.model_id, n = excluded.n, loo_rmse = excluded.loo_rmse,
    is_complete = excluded.is_complete, fit = excluded.fit, learnt_at = excluded.learnt_at
  RETURNING * INTO learnt;
  RETURN learnt;
END
$$;
COMMENT ON FUNCTION affinity.learn_taste(uuid) IS
'Learns a person''s taste from all ratings of photos with an embedding of the active model (harmony.fit_preference), and keeps it.';
