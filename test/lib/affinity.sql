-- People of module affinity: admin, researcher, stranger (an account that has agreed to nothing), p1 to p12 with everything, in two groups.
-- Expects test/lib/secrets.sql. id('...') names everybody; now() is the time of all they do, so that night(n) scores it: each n once.
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony affinity test ' || name)::uuid;
CREATE FUNCTION public.become(name text) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('request.jwt.claims', CASE WHEN name IS NULL THEN '' ELSE json_build_object('sub', id(name))::text END, true) $$;
CREATE FUNCTION public.night(n integer) RETURNS bigint LANGUAGE sql AS $$ SELECT affinity.score(now() + n * interval '1 hour') $$;

SELECT pg_temp.put_secret('harmony.seal_key_file',
  json_build_object('keys', json_build_array(json_build_object('id', 1, 'key', encode(sha256('one'), 'base64'))))::text) \g /dev/null
INSERT INTO platform.account (id, email, full_name)
SELECT id(name), name || '@affinity.example.org', upper(name) || ' Surname' FROM unnest('{admin,researcher,stranger}'::text[] || ARRAY (
  SELECT 'p' || n FROM generate_series(1, 12) n)) name;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin'), (id('researcher'), 'researcher');

-- face(seed, dimensions): an embedding; the same for the same seed.
CREATE FUNCTION public.face(seed integer, dimensions integer DEFAULT 16) RETURNS float4[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg((sin(seed * 7.3 + i * 1.7) + cos(seed * 3.1 * i))::float4 ORDER BY i) FROM generate_series(1, dimensions) i $$;
CREATE FUNCTION public.nets(version text DEFAULT '1') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('detector', '{"name": "finder", "version": "1"}'::jsonb,
    'landmarks', '{"name": "points", "version": "1"}'::jsonb, 'embedding', jsonb_build_object('name', 'faces', 'version', version)) $$;
CREATE FUNCTION public.picture(seed integer) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT '\xffd8ff'::bytea || sha256(seed::text::bytea) $$;
-- found(photo, seed): as harmonyd would say of a photo that is good.
CREATE FUNCTION public.found(photo bigint, seed integer) RETURNS text LANGUAGE sql AS $$
  SELECT affinity.settle_photo(photo, 'ready', nets(), picture(1000 + seed), face(seed)) $$;
CREATE FUNCTION public.photo_of(name text, seed integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  document uuid := platform.store_document(id(name), 'photo', 'Me', 'me.jpg', 'image/jpeg', picture(seed));
  photo affinity.photo;
BEGIN
  UPDATE platform.document d SET is_withheld = true WHERE d.id = document;
  photo := affinity.queue_photo(id(name), document);
  PERFORM found(photo.id, seed);
  RETURN photo.id;
END $$;
-- rate(name, seed): all photos of the set, 1 to 5.
CREATE FUNCTION public.rate(name text, seed integer) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  answer jsonb;
BEGIN
  PERFORM become(name);
  answer := affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', c.photo, 'rating', 1 + (seed * c.sort + c.sort * c.sort) % 5))
                                FROM affinity.calibration_set() c));
  PERFORM become(NULL);
  RETURN answer;
END $$;
CREATE FUNCTION public.answer_traits(name text, seed integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO assessment.submission (person_id, instrument_id, response_ms, answers)
  SELECT id($1), i.id, array_fill(3000, '{28}'),
    ARRAY (SELECT (1 + (seed * n + n * n / (1 + seed % 4)) % 5)::smallint FROM generate_series(1, 28) n)
  FROM assessment.instrument i WHERE i.code = 'seven-traits-28' $$;
CREATE FUNCTION public.typing(seed integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('A*0%s:01+A*%s:01^B*0%s:02+B*%s:01^DRB1*0%s:01+DRB1*%s:01', 1 + seed % 3, 23 + seed % 4, 7 + seed % 2, 44 + seed % 5,
    1 + seed % 4, 11 + seed % 6) $$;
CREATE FUNCTION public.hand_in(name text, seed integer) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  answer jsonb;
BEGIN
  PERFORM become(name);
  answer := affinity.hla_put(typing(seed));
  PERFORM become(NULL);
  RETURN answer;
END $$;

SELECT affinity.add_calibration_photo(id('admin'), format('c%s.jpg', n), 'image/jpeg', picture(n), n) FROM generate_series(1, 12) n
  \g /dev/null
SELECT found(c.photo_id, 100 + c.sort) FROM affinity.calibration_photo c ORDER BY c.sort \g /dev/null
SELECT affinity.give_consent(id('p' || n), kind) FROM generate_series(1, 12) n, unnest('{visual,personality,genetic,research}'::text[]) kind
  \g /dev/null
SELECT photo_of('p' || n, n), rate('p' || n, n) FROM generate_series(1, 12) n \g /dev/null
SELECT answer_traits('p' || n, n) FROM generate_series(1, 12) n \g /dev/null
SELECT hand_in('p' || n, n) FROM generate_series(1, 12) n \g /dev/null
