-- Photos: whose bytes nobody reads as they were uploaded, what harmonyd says of them, nets that are never mixed.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql

-- upload(who, bytes): over the API's functions.
CREATE FUNCTION pg_temp.upload(who text, bytes bytea, kind text DEFAULT 'photo',
  type text DEFAULT 'image/jpeg') RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE document uuid;
BEGIN
  PERFORM become(who);
  document := platform.begin_upload('Me', kind, CASE type WHEN 'image/jpeg' THEN 'me.jpg' ELSE 'me.txt' END, type,
  length(bytes)) ->> 'document';
  PERFORM set_config('request.headers', json_build_object('document', document, 'part', 1)::text, true);
  PERFORM platform.upload_part(bytes), platform.complete_upload(document);
  RETURN document;
END $$;
CREATE FUNCTION pg_temp.claimed() RETURNS TABLE (id bigint, attempt integer, photo bigint, document uuid) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM become(NULL);
  RETURN QUERY SELECT c.id, c.attempt, (c.payload ->> 'photo')::bigint, (c.payload ->> 'document')::uuid
    FROM platform.claim_jobs('w', '{affinity.face}', 1) c;
END $$;
UPDATE platform.job SET status = 'done', finished_at = now() WHERE kind = 'affinity.face';

SELECT pg_temp.upload('p1', picture(7) || '\x45786966') AS doc \gset
SELECT throws_ok(format('SELECT platform.document_data(%L)', :'doc'), '55000', NULL, 'the owner does not read the upload');
SELECT throws_ok(format('SELECT platform.document_url(%L)', :'doc'), '55000', NULL, 'nor gets a link');
SELECT become('admin');
SELECT throws_ok(format('SELECT platform.document_data(%L)', :'doc'), '55000', NULL, 'nor does an administrator');
SELECT become('p2');
SELECT throws_ok(format('SELECT platform.document_data(%L)', :'doc'), 'PT404', NULL, 'others are told nothing');
SELECT throws_ok(format('SELECT affinity.photo_put(%L)', :'doc'), 'PT404', NULL, 'nor can they put it');
SELECT become('p1');
SELECT affinity.photo_put(:'doc') AS put \gset
SELECT is(affinity.photo_put(:'doc'), :'put'::jsonb, 'again is the same photo and job');
SELECT results_eq('SELECT status, model FROM api.photos WHERE document = ' || quote_literal(:'doc'), $$VALUES ('checking', NULL::text)$$,
  'it is being checked');
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE photo = :'doc'), 0::bigint, 'and shown to nobody');
SELECT id AS job, attempt, photo FROM pg_temp.claimed() \gset
SELECT become('p1');
SELECT throws_ok(format('SELECT affinity.face_found(%s, %s, %s, ''ready'', nets(), NULL, NULL)', :job, :attempt, :photo), '42501', NULL,
  'nobody but harmonyd says what was found');
SELECT become(NULL);
SELECT throws_ok(format('SELECT affinity.face_found(%s, %s, %s, %s)', :job, :attempt, :photo, rest), '22023', NULL, 'refused: ' || rest)
FROM unnest(ARRAY[$$'fine', nets(), picture(8), face(1)$$, $$NULL, nets(), picture(8), face(1)$$, $$'ready', nets(), NULL, face(1)$$,
  $$'ready', nets(), 'GIF89a', face(1)$$, $$'ready', nets(), picture(8), NULL$$, $$'ready', nets(), picture(8), '{}'$$,
  $$'ready', nets(), picture(8), '{1,NaN}'$$, $$'ready', nets(), picture(8), '{1,NULL}'$$, $$'ready', nets(), picture(8), '{{1},{2}}'$$,
  $$'ready', nets(), picture(8), '[0:1]={1,2}'$$, $$'ready', '{}', picture(8), face(1)$$, $$'ready', NULL, picture(8), face(1)$$,
  $$'ready', '[]', picture(8), face(1)$$]) rest;
SELECT is(affinity.face_found(:job, :attempt - 1, :photo, 'ready', nets(), picture(8), face(1)), NULL, 'an older attempt changes nothing');
SELECT is(affinity.face_found(:job, :attempt, :photo + 1, 'ready', nets(), picture(8), face(1)), NULL, 'nor another photo''s job');
SELECT is(affinity.face_found(:job, :attempt, :photo, 'ready', nets(), picture(8), face(1)), 'ready', 'it is ready');
SELECT is((SELECT status FROM platform.job WHERE id = :job), 'done', 'and its job done');
SELECT is(affinity.face_found(:job, :attempt, :photo, 'ready', nets(), picture(9), face(2)), NULL, 'once');
SELECT become('p1');
SELECT is(platform.document_data(:'doc'), picture(8), 'the picture made anew is in the place of the upload');
SELECT results_eq(format('SELECT file_name, size, encode(sha256, ''hex'') FROM platform.document WHERE id = %L', :'doc'),
  format('SELECT %L, 35::bigint, encode(sha256(picture(8)), ''hex'')', format('photo-%s.jpg', :photo)), 'with its name, size and SHA-256');
SELECT results_eq('SELECT status, model FROM api.photos WHERE document = ' || quote_literal(:'doc'), $$VALUES ('ready', 'faces 1')$$,
  'and its net');

-- What is not ready leaves no bytes.
CREATE FUNCTION pg_temp.told(status text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE c record; doc uuid := pg_temp.upload('p1', picture(length(status)));
BEGIN
  PERFORM affinity.photo_put(doc);
  SELECT * INTO c FROM pg_temp.claimed();
  PERFORM affinity.face_found(c.id, c.attempt, c.photo, status, '{"problem": "x"}', NULL, NULL);
  RETURN (SELECT p.status || ' ' || d.status || ' ' || (SELECT count(*) FROM platform.document_part q WHERE q.document_id = d.id)
          FROM affinity.photo p JOIN platform.document d ON d.id = p.document_id WHERE d.id = doc);
END $$;
SELECT is(pg_temp.told(s), s || ' deleted 0', s) FROM unnest('{no_face,several_faces,too_small,blurred,refused}'::text[]) s;

SELECT become('p1');
SELECT is((SELECT count(*) FROM affinity.turn WHERE person_id = id('p1') AND what = 'photos_put'), 2::bigint,
  'a photo without a face that can be used does not count as put, one that is refused does');

-- What may be put.
SELECT pg_temp.upload('p1', 'hello', 'other', 'text/plain') AS text \gset
SELECT throws_ok(format('SELECT affinity.photo_put(%L)', :'text'), '22023', NULL, 'no other document');
SELECT throws_ok($$SELECT affinity.photo_put(NULL)$$, 'PT404', NULL, 'nor none');
SELECT throws_ok($$SELECT platform.begin_upload('Me', 'calibration', 'me.jpg', 'image/jpeg', 10)$$, '22023', NULL,
  'nor one that everybody rates');
SELECT platform.begin_upload('Me', 'photo', 'me.jpg', 'image/jpeg', 10) ->> 'document' AS begun \gset
SELECT throws_ok(format('SELECT affinity.photo_put(%L)', :'begun'), '55000', NULL, 'nor one that is not uploaded');
SELECT throws_ok($$SELECT platform.begin_upload('Me', 'photo', 'me.jpg', 'image/jpeg', 10, storage => 's3')$$, '22023', NULL,
  'photos are in the database');
SELECT throws_ok($$SELECT platform.begin_upload('Me', 'photo', 'me.jpg', 'image/jpeg', 10485761)$$, '54000', NULL, 'of 10 MiB at most');
SELECT become('stranger');
SELECT throws_ok($$SELECT platform.begin_upload('Me', 'photo', 'me.jpg', 'image/jpeg', 10)$$, '42501',
  'there is no consent of kind "visual"',
  'without consent none');
DO $$ BEGIN FOR n IN 1..5 LOOP PERFORM affinity.photo_put(pg_temp.upload('p3', picture(60 + n))); END LOOP; END $$;
SELECT throws_ok($$SELECT affinity.photo_put(pg_temp.upload('p3', picture(70)))$$, '54000', NULL, 'six at most');
UPDATE platform.limit SET most = 3 WHERE what = 'photos_put';
DO $$ DECLARE doc uuid; BEGIN
  FOR n IN 1..3 LOOP
    doc := pg_temp.upload('p4', picture(90 + n));
    PERFORM affinity.photo_put(doc), platform.end_document(doc, 'deleted');
  END LOOP;
END $$;
SELECT throws_ok($$SELECT affinity.photo_put(pg_temp.upload('p4', picture(94)))$$, 'PT429', 'too many photos put in a time',
  'deleting the photo gives no other try');

-- Whoever withdraws while harmonyd looks: its word comes too late.
SELECT pg_temp.upload('p2', picture(80)) AS late \gset
SELECT affinity.photo_put(:'late') ->> 'photo' AS photo \gset
SELECT become(NULL);
SELECT id AS job, attempt FROM platform.claim_jobs('w', '{affinity.face}', 100) WHERE payload ->> 'photo' = :'photo' \gset
SELECT affinity.withdraw_consent(id('p2'), 'visual');
SELECT is(affinity.face_found(:job, :attempt, :photo, 'ready', nets(), picture(81), face(1)), NULL, 'nothing is kept');
SELECT is_empty($$SELECT 1 FROM affinity.photo WHERE person_id = id('p2') UNION ALL SELECT 1
  FROM affinity.embedding WHERE person_id = id('p2')$$,
  'of who has withdrawn');

-- Nets are never mixed: another version is another model, and does not count until it is the active one.
SELECT night(1) \g /dev/null
SELECT visual_ab AS visual FROM affinity.pair WHERE person_a = least(id('p4'), id('p5')) AND person_b = greatest(id('p4'), id('p5')) \gset
SELECT platform.store_document(id('p4'), 'photo', 'Me', 'me.jpg', 'image/jpeg', picture(90)) AS other \gset
SELECT is(affinity.settle_photo((affinity.queue_photo(id('p4'), :'other')).id, 'ready', nets('2'), picture(91), face(91, 8)), 'ready',
  'of another net');
SELECT results_eq('SELECT version, dimensions, is_active FROM affinity.embedding_model ORDER BY id', $$VALUES ('1', 16, true), ('2', 8,
  false)$$,
  'another version is another model');
SELECT throws_ok($$UPDATE affinity.embedding SET model_id = (SELECT id
  FROM affinity.embedding_model WHERE version = '2') WHERE dimensions = 16$$,
  '23503', NULL, 'an embedding is of its model''s dimensions');
SELECT night(2) \g /dev/null
SELECT is((SELECT visual_ab FROM affinity.pair WHERE person_a = least(id('p4'), id('p5'))
  AND person_b = greatest(id('p4'), id('p5'))), :visual::float8,
  'it changes no score');
SELECT affinity.use_embedding_model((SELECT id FROM affinity.embedding_model WHERE version = '2'));
SELECT is(night(3), 0::bigint, 'once it is active, nobody is scored who was not looked at by it');
SELECT throws_ok('SELECT affinity.use_embedding_model(0)', '22023', NULL, 'no other');

SELECT throws_ok(format('SELECT affinity.require_ratings(%L)', r), '22023', NULL, 'no ratings: ' || r) FROM unnest(ARRAY['null', '{}',
  '[]', '[1]',
  '[{"photo": "x", "rating": 1}]', '[{"photo": "00000000-0000-0000-0000-000000000000"}]',
  '[{"photo": "00000000-0000-0000-0000-000000000000", "rating": 0.9}]',
  '[{"photo": "00000000-0000-0000-0000-000000000000", "rating": 1e400}]',
  '[{"photo": "00000000-0000-0000-0000-000000000000", "rating": "love"}]',
  '[{"photo": "00000000-0000-0000-0000-000000000000", "rating": 1}, '
  '{"photo": "00000000-0000-0000-0000-000000000000", "rating": 2}]']) r;
SELECT become('p5');
SELECT throws_ok($$SELECT affinity.calibrate('[{"photo": "00000000-0000-0000-0000-000000000000", "rating": 2}]')$$, '22023',
  'a photo is not in the set',
  'ratings are of the set');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
