-- What of others can be computed from all that is told: loci, traits and bands in steps, photos that everybody sees; and whom nothing is
-- told of: who is being erased, and administrators.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
SELECT platform.grant_application() \g /dev/null
SELECT night(1) \g /dev/null
-- other_model(constants): a copy of the active model with these in place of its own, which then is the active one.
CREATE FUNCTION pg_temp.other_model(constants jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO affinity.model SELECT m.* FROM affinity.active_model() o,
    jsonb_populate_record(o, constants || jsonb_build_object('is_active', false)) m;
  PERFORM affinity.use_model(constants ->> 'version');
END $$;
CREATE FUNCTION pg_temp.typed(name text, gl text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM affinity.typing_turn;
  PERFORM become(name), affinity.hla_put(gl), become(NULL);
END $$;
CREATE FUNCTION pg_temp.of_pairs(name text) RETURNS TABLE (n bigint, biological bigint, missing bigint, score bigint, loci text[])
LANGUAGE sql AS $$
  SELECT count(*), count(p.biological), count(*) FILTER (WHERE 'biological' = ANY (p.missing)), count(p.score), min(p.loci)
  FROM affinity.pair p WHERE id($1) IN (p.person_a, p.person_b) $$;
SAVEPOINT scored;

-- One locus tells who carries an allele.
SELECT pg_temp.typed('p1', 'A*02:01+A*02:01');
SELECT night(2) \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.of_pairs('p1')$$, $$VALUES (11::bigint, 0::bigint, 11::bigint, 11::bigint, '{A}'::text[])$$,
  'of one locus there is no biological score, and the phase is missing');
SELECT become('p1');
SELECT is(affinity.hla_match(id('p2')), '{"band": null, "loci": ["A"]}', 'nor a band');
SELECT is((SELECT status FROM api.phases WHERE phase = 3), 'complete', 'but the phase is complete');
SELECT become(NULL);
SELECT is((SELECT biological FROM pg_temp.of_pairs('p2')), 10::bigint, 'the other pairs have theirs');
SELECT pg_temp.typed('p1', 'A*02:01+A*02:01^B*07:02+B*08:01');
SELECT night(3) \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.of_pairs('p1')$$, $$VALUES (11::bigint, 11::bigint, 0::bigint, 11::bigint, '{A,B}'::text[])$$,
  'of two there is');
SELECT pg_temp.other_model('{"version": "three", "least_loci": 3}');
SELECT night(4) \g /dev/null
SELECT is((SELECT biological FROM pg_temp.of_pairs('p1')), 0::bigint, 'where the model asks for three there is not');
SELECT pg_temp.other_model('{"version": "two", "hla_loci": ["HLA-B", "a", "A"], "least_loci": 2}');
SELECT is((SELECT hla_loci FROM affinity.active_model()), '{A,B}', 'loci of a model are named as those of typings, each once');
SELECT night(5) \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.of_pairs('p2')$$, $$VALUES (11::bigint, 11::bigint, 0::bigint, 11::bigint, '{A,B}'::text[])$$,
  'what the model does not compare does not count');
SELECT throws_ok($$SELECT pg_temp.other_model('{"version": "x", "hla_loci": ["A"], "least_loci": 2}')$$, '23514', NULL,
  'more loci than are compared no model asks for');
SELECT throws_ok(format('UPDATE affinity.model SET %I = 1', c), '55000', NULL, c || ' never changes')
  FROM unnest('{least_loci,visual_step,trait_step}'::text[]) c;
ROLLBACK TO scored;

-- Traits count in steps of ten: by hand, by the night, and whatever changes within a step.
SELECT is(harmony_internal.traits_in_steps('{0,4.9,15,25,44.7,96,NULL}', 10), '{0,0,20,20,40,100,NULL}', 'nearest multiples of ten');
SELECT is(harmony_internal.traits_in_steps('{0,1,2,50,98,99,100}', 60), '{0,0,0,60,100,100,100}', 'and 100 at most');
SELECT throws_ok(format('SELECT harmony_internal.traits_in_steps(%L, %L)', t, s), '22023', NULL, t || ' in steps of ' || s)
  FROM (VALUES ('{1,2,3}', '10'), ('{0,0,0,0,0,0,101}', '10'), ('{0,0,0,0,0,0,-1}', '10'), ('{0,0,0,0,0,0,NaN}', '10'),
    ('{0,0,0,0,0,0,0}', '0'), ('{0,0,0,0,0,0,0}', '101'), ('{0,0,0,0,0,0,0}', 'NaN')) v (t, s);
SELECT throws_ok($$SELECT harmony_internal.traits_in_steps('{{1,2,3,4,5,6,7}}', 10)$$, '2202E', NULL, 'a list');
CREATE FUNCTION pg_temp.tens(traits float8[]) RETURNS float8[] LANGUAGE sql AS $$
  SELECT array_agg(10 * round(t / 10) ORDER BY n) FROM unnest(traits) WITH ORDINALITY u (t, n) $$;
SELECT is_empty($$SELECT 1 FROM affinity.pair p JOIN affinity.trait_score a ON a.person_id = p.person_a
  JOIN affinity.trait_score b ON b.person_id = p.person_b
  WHERE p.personality IS DISTINCT FROM harmony.trait_similarity(pg_temp.tens(a.scores), pg_temp.tens(b.scores))$$,
  'personality is the similarity of traits in tens');
SELECT isnt_empty($$SELECT 1 FROM affinity.trait_score WHERE scores <> pg_temp.tens(scores)$$, 'which most traits are not');
CREATE TEMP TABLE before AS SELECT person_a, person_b, personality FROM affinity.pair;
UPDATE affinity.trait_score SET scores = ARRAY (SELECT CASE WHEN pg_temp.tens(ARRAY[t + d]) = pg_temp.tens(ARRAY[t]) THEN t + d ELSE t END
    FROM unnest(scores) WITH ORDINALITY u (t, n), LATERAL (VALUES (least(3.5, 100 - t))) v (d) ORDER BY n);
SELECT night(2) \g /dev/null
SELECT is_empty($$SELECT 1 FROM before b JOIN affinity.pair p USING (person_a, person_b)
  WHERE p.personality IS DISTINCT FROM b.personality$$,
  'within a step nothing changes');
SELECT pg_temp.other_model('{"version": "fine", "trait_step": 0.5}');
SELECT night(3) \g /dev/null
SELECT isnt_empty($$SELECT 1 FROM before b JOIN affinity.pair p USING (person_a, person_b) WHERE p.personality <> b.personality$$,
  'the step is the model''s');
ROLLBACK TO scored;

-- A photo of oneself is none that everybody sees.
CREATE FUNCTION pg_temp.put(name text, embedding float4[], facts jsonb DEFAULT nets()) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  document uuid := platform.store_document(id(name), 'photo', 'Me', 'me.jpg', 'image/jpeg', picture(500));
  photo affinity.photo := affinity.queue_photo(id(name), document);
  said text := affinity.settle_photo(photo.id, 'ready', facts, picture(501), embedding);
BEGIN
  RETURN concat_ws(' ', said, (SELECT p.status FROM affinity.photo p WHERE p.id = photo.id),
    (SELECT count(*) FROM affinity.embedding e WHERE e.photo_id = photo.id),
    (SELECT count(*) FROM platform.document_part q WHERE q.document_id = document));
END $$;
-- turned(embedding, cosine): at this cosine from it.
CREATE FUNCTION pg_temp.turned(embedding float4[], cosine float8) RETURNS float4[] LANGUAGE sql AS $$
  SELECT array_agg((cosine * x / sqrt(xx) + sqrt(1 - cosine ^ 2) * (y - x * xy / xx) / sqrt(yy - xy * xy / xx))::float4 ORDER BY n)
  FROM unnest(embedding) WITH ORDINALITY e (x, n) JOIN LATERAL (VALUES (CASE WHEN n = 1 THEN 1 ELSE 0 END::float8)) v (y) ON true,
    (SELECT sum(x * x) AS xx, sum(CASE WHEN n = 1 THEN x ELSE 0 END) AS xy, 1 AS yy FROM unnest(embedding) WITH ORDINALITY e (x, n)) s $$;
SELECT is(pg_temp.put('p1', face(104)), 'refused refused 0 0', 'the face of a photo that everybody rates is refused, and nothing is kept');
SELECT is(pg_temp.put('p1', (SELECT array_agg((3 * x)::float4 ORDER BY n) FROM unnest(face(104)) WITH ORDINALITY u (x, n))),
  'refused refused 0 0', 'at whatever length of the embedding');
SELECT is(pg_temp.put('p1', pg_temp.turned(face(104), 0.81)), 'refused refused 0 0', 'and one that is nearly it');
UPDATE affinity.calibration_photo SET is_active = false;
SELECT is(pg_temp.put('p1', pg_temp.turned(face(104), 0.81)), 'refused refused 0 0', 'also of one that was rated earlier');
DELETE FROM affinity.calibration_photo WHERE sort <> 4;
SELECT is(pg_temp.put('p1', pg_temp.turned(face(104), 0.79)), 'ready ready 1 1', 'one that is not is taken');
SELECT is(pg_temp.put('p1', face(104), nets('2')), 'ready ready 1 1', 'embeddings of different nets are not compared');
SELECT affinity.add_calibration_photo(id('admin'), 'again.jpg', 'image/jpeg', picture(4), 40) AS again \gset
SELECT is(found(:again, 104), 'ready', 'everybody may rate a face twice');
SELECT throws_ok($$SELECT pg_temp.put('p1', array_fill(NULL::float4, '{16}'))$$, '22023', 'the embedding is none', 'an embedding is one');
SELECT platform.store_document(id('p2'), 'photo', 'Me', 'me.jpg', 'image/jpeg', picture(600)) AS doc \gset
SELECT (q).id AS photo, (q).job_id AS job FROM affinity.queue_photo(id('p2'), :'doc') q \gset
SELECT attempt FROM platform.claim_jobs('w', '{affinity.face}', 1000) WHERE id = :job \gset
SELECT is(affinity.face_found(:job, :attempt, :photo, 'ready', nets(), picture(601), face(104)), 'refused', 'harmonyd is told so');
SELECT is((SELECT result ->> 'status' FROM platform.job WHERE id = :job), 'refused', 'and the job says so');
ROLLBACK TO scored;

-- Weight 0: typings are not opened, and not needed.
SELECT pg_temp.other_model('{"version": "0", "weights": {"visual": 0.6, "personality": 0.4, "biological": 0.0}}');
SELECT pg_temp.put_secret('harmony.seal_key_file', '{"keys": []}');
SELECT count(*) AS opened FROM platform.audit_event WHERE action = 'typing.unsealed' \gset
SELECT night(2) \g /dev/null
SELECT results_eq($$SELECT * FROM pg_temp.of_pairs('p1')$$, $$VALUES (11::bigint, 0::bigint, 11::bigint, 11::bigint, NULL::text[])$$,
  'without weight the phase is missing');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'typing.unsealed'), :opened::bigint, 'nobody''s typing was opened');
SELECT is((SELECT skipped FROM affinity.run ORDER BY noon DESC LIMIT 1), 0::bigint, 'nor could anything of it be wrong');
ROLLBACK TO scored;

-- Who is being erased is shown to nobody from then on, and scored with nobody.
SELECT document_id AS photo FROM affinity.photo WHERE person_id = id('p2') \gset
CREATE FUNCTION pg_temp.shown(name text, photo uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE found text;
BEGIN
  PERFORM become('p1');
  found := concat_ws(' ', (SELECT count(*) FROM affinity.discover(50) d WHERE d.person = id(name)),
    (SELECT count(*) FROM affinity.shown_matches() m WHERE m.person = id(name)),
    (SELECT count(*) FROM affinity.match_top(50) t WHERE t.person = id(name)), affinity.shows_document(photo));
  BEGIN PERFORM affinity.match(id(name)); EXCEPTION WHEN SQLSTATE 'PT404' THEN found := found || ' 404'; END;
  BEGIN PERFORM affinity.want_to_meet(id(name), 'yes'); EXCEPTION WHEN SQLSTATE 'PT404' THEN found := found || ' 404'; END;
  PERFORM become(NULL);
  RETURN found;
END $$;
SELECT is(pg_temp.shown('p2', :'photo'), '1 1 1 t', 'p2 is shown');
DELETE FROM affinity.answer;
INSERT INTO platform.erasure (account_id, due_at) VALUES (id('p2'), now() + interval '7 days');
SELECT is(pg_temp.shown('p2', :'photo'), '0 0 0 f 404 404', 'and nowhere, from when its erasure is asked for');
SELECT is_empty($$SELECT 1 FROM affinity.eligible(ARRAY[id('p2')])$$, 'nor is anybody to p2');
SELECT ok(id('p2') <> ALL (affinity.scorable()), 'it cannot be scored');
SELECT is(night(2), 55::bigint, 'nor is it');
SELECT is_empty($$SELECT 1 FROM affinity.pair WHERE id('p2') IN (person_a, person_b)$$, 'the night leaves no pair');
SELECT become('p2');
SELECT platform.cancel_erasure();
SELECT become(NULL);
SELECT night(3) \g /dev/null
SELECT is(pg_temp.shown('p2', :'photo'), '1 1 1 t', 'who cancels it is back');
ROLLBACK TO scored;

-- Administrators: no list of anybody's, no report on a pair.
SELECT become('admin');
SELECT throws_ok($$SELECT affinity.match_top(id('p1'), 3)$$, '42501', format('the list of person %s is somebody else''s', id('p1')),
  'a list is not for administrators');
SELECT throws_ok($$SELECT affinity.match_top(id('nobody'), 3)$$, '42501', NULL, 'and nobody''s neither');
SELECT become('p1');
SELECT is((SELECT count(*) FROM affinity.match_top(id('p1'), 3)), 3::bigint, 'it is for whose it is');
SELECT become(NULL);
SELECT is((SELECT count(*) FROM affinity.match_top(id('p1'), 3)), 3::bigint, 'and for the owner');
UPDATE platform.job SET status = 'done', finished_at = now() WHERE status = 'queued';
SELECT become('p1');
SELECT platform.make_report('match', jsonb_build_object('match', (SELECT min(id) FROM affinity.shown_matches()))) ->> 'job' AS job \gset
SELECT become(NULL);
SELECT attempt FROM platform.claim_jobs('w', '{platform.report}', 10) WHERE id = :job \gset
SELECT platform.report_made(:job, :attempt, '%PDF-1.4') AS made \gset
SELECT result ->> 'document' AS report FROM platform.job WHERE id = :job \gset
SELECT platform.store_document(id('p1'), 'report', 'Another', 'vessel-2026-01-01.pdf', 'application/pdf', '%PDF-1.4') AS other \gset
GRANT USAGE ON SCHEMA public TO harmony_user;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO harmony_user;
CREATE FUNCTION pg_temp.reads(who text, document uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint; answer text;
BEGIN
  PERFORM become(who);
  SET LOCAL ROLE harmony_user;
  SELECT count(*) INTO n FROM api.documents d WHERE d.id = document;
  BEGIN
    answer := length(api.document_data(document));
  EXCEPTION WHEN OTHERS THEN answer := SQLSTATE;
  END;
  RESET ROLE;
  PERFORM become(NULL);
  RETURN n || ' ' || answer;
END $$;
SELECT is(pg_temp.reads(who, d::uuid), reads, who || ' reads ' || what) FROM (VALUES ('p1', :'report', '1 8', 'the report on a pair'),
  ('admin', :'report', '0 PT404', 'it'), ('p2', :'report', '0 PT404', 'it'), ('admin', :'other', '1 8', 'another report')) v (who, d, reads,
  what);

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
