-- Without a live consent nothing of its kind is kept, computed, shown or exported: every kind withdrawn, then every function, view, job and
-- report, taken from the catalog, so that a new one has to be said here.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
SELECT platform.grant_application() \g /dev/null
SELECT night(1) \g /dev/null

-- What a request can call, and which kinds it rests on. NULL: on none.
CREATE TEMP TABLE rests (object text, call text, kinds text[]);
INSERT INTO rests VALUES
  ('consent', $$SELECT affinity.consent('research', true)$$, NULL), ('consent_texts', 'SELECT * FROM api.consent_texts()', NULL),
  ('consents', 'SELECT * FROM api.consents', NULL),
  ('phases', 'SELECT * FROM api.phases', NULL), ('filters', 'SELECT * FROM api.filters', NULL),
  ('set_filters', $$SELECT api.set_filters('{"gender": "woman"}')$$, '{visual}'),
  ('block', $$SELECT api.block(id('p3'))$$, NULL),
  ('photo_put', 'SELECT api.photo_put((SELECT document_id FROM own_photo))', '{visual}'),
  ('photos', 'SELECT * FROM api.photos', '{visual}'), ('calibration_set', 'SELECT * FROM api.calibration_set()', '{visual}'),
  ('calibrate', 'SELECT api.calibrate((SELECT one FROM rating_call))', '{visual}'),
  ('visual_score', $$SELECT api.visual_score(id('p2'))$$, '{visual}'), ('discover', 'SELECT * FROM api.discover()', '{visual}'),
  ('want_to_meet', $$SELECT api.want_to_meet(id('p2'), 'yes')$$, '{visual}'), ('match', $$SELECT api.match(id('p2'))$$, '{visual}'),
  ('answers', 'SELECT * FROM api.answers', '{visual}'), ('blocks', 'SELECT * FROM api.blocks', '{visual}'),
  ('matches', 'SELECT * FROM api.matches', '{visual}'), ('match_top', 'SELECT * FROM api.match_top()', '{visual}'),
  ('match_report', 'SELECT api.match_report((SELECT id FROM one_pair))', '{visual}'),
  ('hla_put', 'SELECT api.hla_put(typing(2))', '{genetic}'), ('hla_match', $$SELECT api.hla_match(id('p2'))$$, '{genetic}'),
  ('export_typing', 'SELECT api.export_typing()', '{genetic}'),
  ('calibration', 'SELECT * FROM api.calibration', NULL), ('calibration_summary', 'SELECT * FROM api.calibration_summary()', NULL),
  ('affinity_validation', 'SELECT * FROM api.affinity_validation()', NULL);
CREATE TEMP TABLE own_photo AS SELECT document_id FROM affinity.photo WHERE person_id = id('p1');
CREATE TEMP TABLE one_pair AS SELECT id FROM affinity.pair WHERE id('p1') IN (person_a, person_b) AND id('p2') IN (person_a, person_b);
CREATE TEMP TABLE rating_call AS SELECT jsonb_build_array(jsonb_build_object('photo', document_id, 'rating', 3)) AS one
  FROM affinity.calibration_photos() LIMIT 1;
GRANT SELECT ON own_photo, one_pair, rating_call, rests TO harmony_user;
GRANT USAGE ON SCHEMA public TO harmony_user;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO harmony_user;
SELECT set_eq($$SELECT substr(r.object, 5) FROM affinity.api_rights() r$$, 'SELECT object FROM rests',
  'every object of schema api is here');

-- outcome(call): the SQLSTATE and message as p1, or a row's worth of text. Nothing of it stays.
CREATE FUNCTION pg_temp.outcome(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    PERFORM become('p1');
    SET LOCAL ROLE harmony_user;
    EXECUTE format('SELECT string_agg(q::text, '' '') FROM (%s) q', call) INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN 'answer: ' || SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
  END;
END $$;
SELECT ok(pg_temp.outcome(call) LIKE 'answer: %' OR object IN ('hla_put', 'calibration', 'calibration_summary', 'affinity_validation'),
  object || ' answers while everything is agreed to: ' || left(pg_temp.outcome(call), 200)) FROM rests;

CREATE FUNCTION pg_temp.withdrawn(kind text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE r rests; o text;
BEGIN
  FOR r IN SELECT * FROM rests WHERE kind = ANY (kinds) ORDER BY object LOOP
    o := pg_temp.outcome(r.call);
    RETURN NEXT is(o, format('42501 there is no consent of kind "%s"', kind), format('%s without consent of kind %s', r.object, kind));
  END LOOP;
END $$;
CREATE FUNCTION pg_temp.kept(person uuid) RETURNS jsonb LANGUAGE sql AS $$ SELECT platform.person_data(person) $$;
-- scores(name): which scores there are with the answers of and about somebody.
CREATE FUNCTION pg_temp.scores(name text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(concat_ws(' ', who, num_nonnulls(scores[1]), num_nonnulls(scores[2]), num_nonnulls(scores[3])), ', ' ORDER BY who)
  FROM affinity.answer, LATERAL (VALUES (CASE person_id WHEN id($1) THEN 'of' ELSE 'about' END)) v (who)
  WHERE id($1) IN (person_id, other_id) $$;

SAVEPOINT agreed;

-- visual
SELECT become('p2');
SELECT api.want_to_meet(id('p1'), 'yes') \g /dev/null
SELECT become('p1');
SELECT api.want_to_meet(id('p2'), 'no'), api.set_filters('{"gender": "woman", "latitude": 48.1, "longitude": 11.6}') \g /dev/null
SELECT api.consent('visual', false);
SELECT become(NULL);
SELECT pg_temp.withdrawn('visual');
SELECT is_empty($$SELECT 1 FROM affinity.photo WHERE person_id = id('p1') UNION ALL SELECT 1
  FROM affinity.embedding WHERE person_id = id('p1')
  UNION ALL SELECT 1 FROM affinity.rating WHERE person_id = id('p1') UNION ALL SELECT 1 FROM affinity.taste WHERE person_id = id('p1')
  UNION ALL SELECT 1 FROM platform.document_part p JOIN platform.document d ON d.id = p.document_id WHERE d.owner_id = id('p1')$$,
  'photo, its bytes, embedding, ratings and taste are gone');
SELECT is_empty($$SELECT 1 FROM affinity.filter WHERE person_id = id('p1') UNION ALL SELECT 1 FROM affinity.answer
  WHERE id('p1') IN (person_id, other_id)$$, 'and filters and answers, those of others about it too');
SELECT is_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b)
  AND num_nonnulls(visual_ab, visual_ba, visual_ab_low, visual_ba_high, score, a_to_b, b_to_a) > 0$$, 'the scores are NULL in all pairs');
SELECT isnt_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b) AND personality IS NOT NULL
  AND biological IS NOT NULL
  AND 'visual' = ANY (missing)$$, 'those of the other phases stay');
SELECT ok(NOT pg_temp.kept(id('p1')) ?| '{affinity.photo,affinity.embedding,affinity.rating,affinity.taste}', 'nothing of it is exported');
SELECT throws_ok($$INSERT INTO platform.document (owner_id, kind, title, file_name, media_type, size, storage, part_size, object_key)
  VALUES (id('p1'), 'photo', 'a', 'a.png', 'image/png', 1, 'database', 1, 'a')$$, '42501', 'there is no consent of kind "visual"',
  'no photo can be uploaded');
SELECT is((SELECT count(*) FROM affinity.eligible(ARRAY (SELECT id('p' || n) FROM generate_series(2, 12) n)) WHERE other_id = id('p1')),
  0::bigint, 'nobody is shown who does not agree');
SELECT night(2) \g /dev/null
SELECT is_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b)$$, 'nor scored in the night');
ROLLBACK TO agreed;

-- personality
SELECT become('p2');
SELECT api.want_to_meet(id('p1'), 'yes') \g /dev/null
SELECT become('p3');
SELECT api.want_to_meet(id('p2'), 'yes') \g /dev/null
SELECT become('p1');
SELECT api.want_to_meet(id('p3'), 'no') \g /dev/null
SELECT is(pg_temp.scores('p1'), 'about 1 1 1, of 1 1 1', 'an answer has its scores');
SELECT api.consent('personality', false);
SELECT become(NULL);
SELECT is(pg_temp.scores('p1'), 'about 1 0 1, of 1 0 1', 'of answers of and about it those are gone that rest on the consent');
SELECT is(pg_temp.scores('p2'), 'about 1 1 1, of 1 0 1', 'of no others');
SELECT is_empty($$SELECT 1 FROM affinity.trait_score WHERE person_id = id('p1')
  UNION ALL SELECT 1 FROM assessment.submission WHERE person_id = id('p1') UNION ALL SELECT 1
  FROM assessment.result WHERE person_id = id('p1')
  UNION ALL SELECT 1 FROM assessment.profile WHERE person_id = id('p1') AND psychometric_snapshot::text ~ 'lust'$$,
  'answers, scores and the profile are gone');
SELECT is_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b)
  AND num_nonnulls(personality, score, a_to_b, b_to_a) > 0$$, 'the scores are NULL in all pairs');
SELECT isnt_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b) AND visual_ab IS NOT NULL
  AND biological IS NOT NULL$$,
  'those of the other phases stay');
SELECT is(pg_temp.outcome('SELECT DISTINCT personality FROM api.matches'), 'answer: ()', 'none is shown');
SELECT throws_ok($$SELECT answer_traits('p1', 1)$$, '42501', 'there is no consent of kind "personality"', 'no answers are taken');
SELECT is(pg_temp.outcome($$SELECT count(*) FROM api.items i JOIN api.instruments s ON s.id = i.instrument WHERE s.code ~ '^seven'$$),
  'answer: (0)', 'no items are shown');
SELECT ok(NOT pg_temp.kept(id('p1')) ? 'affinity.trait_score', 'nothing of it is exported');
SELECT night(2) \g /dev/null
SELECT results_eq($$SELECT DISTINCT personality, missing FROM affinity.pair WHERE id('p1') IN (person_a, person_b)$$,
  $$VALUES (NULL::float8, '{personality,biological}'::text[])$$, 'nor scored in the night, nor what comes after it');
ROLLBACK TO agreed;

-- genetic
SELECT become('p1');
SELECT api.want_to_meet(id('p3'), 'no') \g /dev/null
SELECT api.consent('genetic', false);
SELECT become(NULL);
SELECT pg_temp.withdrawn('genetic');
SELECT is(pg_temp.scores('p1'), 'of 1 1 0', 'and the scores of answers');
SELECT is_empty($$SELECT 1 FROM affinity.hla_typing WHERE person_id = id('p1')$$, 'the sealed typing is gone');
SELECT is_empty($$SELECT 1 FROM affinity.pair WHERE id('p1') IN (person_a, person_b)
  AND num_nonnulls(biological, loci, score, a_to_b, b_to_a) > 0$$, 'the scores are NULL in all pairs');
SELECT is(pg_temp.outcome('SELECT DISTINCT biological FROM api.matches'), 'answer: ()', 'none is shown');
SELECT ok(NOT pg_temp.kept(id('p1')) ? 'affinity.hla_typing', 'nothing of it is exported');
SELECT night(2) \g /dev/null
SELECT results_eq($$SELECT DISTINCT biological, missing FROM affinity.pair WHERE id('p1') IN (person_a, person_b)$$,
  $$VALUES (NULL::float8, '{biological}'::text[])$$, 'nor scored in the night');
ROLLBACK TO agreed;

-- research
SELECT become('researcher');
SELECT is((SELECT count(*) FROM api.calibration), 12::bigint, 'researchers see who agrees');
SELECT become('p1');
SELECT api.consent('research', false);
SELECT become('researcher');
SELECT is((SELECT count(*) FROM api.calibration), 11::bigint, 'and not who does not');
SELECT become(NULL);
SELECT affinity.withdraw_consent(id('p' || n), 'research') FROM generate_series(2, 8) n \g /dev/null
SELECT become('researcher');
SELECT is((SELECT count(*) FROM api.calibration), 0::bigint, 'of four people nothing');
ROLLBACK TO agreed;

-- A figure that is there in spite of it, of whoever of the two, is not shown, nor the score that it is part of.
SELECT affinity.withdraw_consent(id('p2'), kind) FROM unnest('{personality,genetic}'::text[]) kind \g /dev/null
UPDATE affinity.pair SET personality = 61, biological = 62, loci = '{A}', score = 63, missing = '{}' WHERE id IN (SELECT id FROM one_pair);
SELECT is(pg_temp.outcome($$SELECT personality, biological, score, missing FROM api.matches WHERE person = id('p2')$$),
  'answer: (,,,"{personality,biological}")', 'matches tell nothing that the other has withdrawn');
SELECT is(pg_temp.outcome($$SELECT api.hla_match(id('p2'))$$), 'answer: ("{""band"": null, ""loci"": null}")', 'nor does hla_match');
SELECT ok(pg_temp.outcome($$SELECT api.match(id('p2'))$$) LIKE '%score"": null%', 'nor match');
SELECT is(pg_temp.outcome($$SELECT count(*) FROM api.match_top(50) WHERE person = id('p2')$$), 'answer: (0)', 'nor is it on a list');
SELECT ok(pg_temp.outcome($$SELECT api.visual_score(id('p2'))$$) NOT LIKE '%score"": null%', 'but what both agree to');
ROLLBACK TO agreed;

-- Reports that were made or wait go with any of the three.
SELECT become('p1');
SELECT api.match_report((SELECT id FROM one_pair), 'pdf') \g /dev/null
SELECT become(NULL);
SELECT platform.store_document(id('p2'), 'report', 'You and P1', 'match-2026-01-01.pdf', 'application/pdf',
  '%PDF-1.4', NULL, id('p1')) AS made \gset
SELECT affinity.withdraw_consent(id('p1'), 'genetic');
SELECT is_empty('SELECT 1 FROM platform.report_page', 'the page of a report is gone');
SELECT is((SELECT status FROM platform.document WHERE id = :'made'), 'deleted', 'and a report that was made');
ROLLBACK TO agreed;

-- A block takes the same along: reports on both, of both sides, and none else.
CREATE FUNCTION pg_temp.reported(who text, about text) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE document uuid;
BEGIN
  PERFORM become(who);
  PERFORM affinity.match_report((affinity.match(id(about)) ->> 'id')::bigint, 'pdf');
  PERFORM become(NULL);
  document := platform.store_document(id(who), 'report', 'You and ' || upper(about), 'match-2026-01-01.pdf', 'application/pdf', '%PDF-1.4',
                                      NULL, id(about));
  UPDATE platform.document d SET is_personal = true WHERE d.id = document;
  RETURN document;
END $$;
CREATE FUNCTION pg_temp.reports() RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', (SELECT count(*) FROM platform.report_page), (SELECT count(*) FROM platform.document
    WHERE kind = 'report' AND status = 'ready' AND title LIKE 'You and %' AND sha256 IS NOT NULL),
    (SELECT count(*) FROM platform.document WHERE kind = 'report' AND (status, title, file_name) = ('deleted', 'deleted', 'deleted')
     AND sha256 IS NULL)) $$;
SELECT pg_temp.reported('p1', 'p2'), pg_temp.reported('p2', 'p1'), pg_temp.reported('p1', 'p3'), pg_temp.reported('p3', 'p2') \g /dev/null
SELECT is(pg_temp.reports(), '4 4 0', 'four reports');
SAVEPOINT reported;
SELECT become('p2');
SELECT api.block(id('p1'));
SELECT become(NULL);
SELECT is(pg_temp.reports(), '2 2 2', 'with a block those on both go, and their titles, names and hashes');
ROLLBACK TO reported;
SELECT platform.erase_account(id('p2'));
SELECT is(pg_temp.reports(), '1 1 0', 'with an account those of it and about it');
SELECT is_empty($$SELECT 1 FROM platform.report_page r
  WHERE NOT EXISTS (SELECT FROM platform.job j WHERE j.id = r.job_id AND j.owner_id = id('p1'))$$,
  'and no page that it had asked for is left');
ROLLBACK TO agreed;

-- What was answered to requests with an Idempotency-Key goes with what it tells.
CREATE FUNCTION pg_temp.submitted(who text, code text, key text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE answer jsonb;
BEGIN
  PERFORM become(who), set_config('request.headers', json_build_object('idempotency-key', key)::text, true);
  answer := api.submit(i.id, ARRAY (SELECT (1 + n % 5)::smallint FROM generate_series(1, count(t.position)) n),
    array_fill(3000, ARRAY[count(t.position)::integer])) FROM assessment.instrument i JOIN assessment.item t ON t.instrument_id = i.id
    WHERE i.code = submitted.code GROUP BY i.id;
  PERFORM become(NULL), set_config('request.headers', '', true);
  RETURN answer;
END $$;
SELECT isnt(pg_temp.submitted(who, 'seven-traits-28', 'k1'), NULL, who || ' hands in') FROM unnest('{p1,p2}'::text[]) who;
SELECT isnt(pg_temp.submitted('p1', (
  SELECT min(code) FROM assessment.instrument WHERE kind = 'likert' AND code <> 'seven-traits-28'), 'k2'), NULL, 'and something else');
INSERT INTO platform.idempotency_key (account_id, routine, key, body_hash, answer)
  SELECT id(a), r, 'k3', sha256(''), '{"score": 61}' FROM (VALUES ('p1', 'match'), ('p2', 'match_report'), ('p3', 'begin_upload'),
    ('stranger', 'match')) v (a, r);
CREATE FUNCTION pg_temp.answers() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(concat_ws(' ', n, k.routine, k.key), ', ' ORDER BY n, k.routine, k.key) FROM platform.idempotency_key k
  JOIN unnest('{p1,p2,p3,stranger}'::text[]) n ON id(n) = k.account_id $$;
SELECT is(pg_temp.answers(),
  'p1 match k3, p1 submit k1, p1 submit k2, p2 match_report k3, p2 submit k1, p3 begin_upload k3, stranger match k3', 'are kept for a day');
SELECT affinity.withdraw_consent(id('p1'), 'personality');
SELECT is(pg_temp.answers(), 'p1 submit k2, p2 submit k1, p3 begin_upload k3, stranger match k3',
  'with the consent those go that tell traits, and what pairs with it score');
SELECT throws_ok($$SELECT pg_temp.submitted('p1', 'seven-traits-28', 'k1')$$, '42501', NULL, 'and the same request is refused');
ROLLBACK TO agreed;

-- Who deletes the own photo is scored with nobody from then on, as the other sees, too.
SELECT become('p2');
SELECT platform.delete_document(document) FROM api.photos;
SELECT become(NULL);
SELECT is((SELECT (status, title, file_name, sha256 IS NULL)::text FROM platform.document WHERE owner_id = id('p2') AND kind = 'photo'),
  '(deleted,deleted,deleted,t)', 'of a photo that is deleted nothing tells what it was');
SELECT is(pg_temp.outcome($$SELECT score, personality, biological, missing FROM api.matches WHERE person = id('p2')$$),
  'answer: (,,,"{visual,personality,biological}")', 'without a photo nothing is shown');
SELECT is(pg_temp.outcome($$SELECT count(score) FROM api.matches$$), 'answer: (10)', 'of others it is');
SELECT become('p2');
SELECT is((SELECT count(score) + count(personality) + count(biological) FROM api.matches), 0::bigint, 'nor to who deleted it');
ROLLBACK TO agreed;

-- What the texts say.
SELECT ok(purpose ~ said, kind || ': ' || said) FROM affinity.consent_kind JOIN (VALUES ('visual', 'sexual orientation'),
  ('visual', 'roughly how much you like their photos'), ('personality', 'data on your sex life'), ('genetic', 'you are related'),
  ('genetic', 'a high band raises the score all the same'), ('research', 'under a pseudonym, where at least five')) v (k, said) ON k = kind;
SELECT ok(purpose LIKE '%Who keeps your data, and for how long, this site tells you.', kind || ' leaves to the site who keeps what')
  FROM affinity.consent_kind;

-- They can be read before they are agreed to, in a language that they were put into; who agrees agrees to the words that were shown.
SELECT become('p1');
SELECT results_eq($$SELECT kind, phase, purpose, text_version FROM api.consent_texts()$$,
  $$SELECT kind, phase, purpose, text_version FROM affinity.consent_kind ORDER BY phase, kind$$, 'the texts can be read');
SELECT set_eq($$SELECT text_language FROM api.consent_texts('de')$$, '{de}'::text[], 'in another language');
SELECT set_eq(format('SELECT text_language FROM api.consent_texts(%L)', l), '{en}'::text[], 'of which there is none: in English')
FROM unnest('{fr,"",NULL}'::text[]) l;
SELECT is((SELECT count(*) FROM affinity.consent_translation), 4::bigint, 'each has been put into German');
SAVEPOINT german;
SELECT api.consent('research', false), api.consent('research', true, '1', 'de');
SELECT is((SELECT purpose FROM api.consents WHERE kind = 'research' AND withdrawn_at IS NULL),
  (SELECT purpose FROM api.consent_texts('de') WHERE kind = 'research'), 'what was shown is what is kept');
SELECT become(NULL);
UPDATE affinity.consent_kind SET text_version = '2' WHERE kind = 'research';
SELECT is(text_language, 'en', 'words of another version are not shown') FROM affinity.consent_texts('de') WHERE kind = 'research';
ROLLBACK TO german;
SELECT become(NULL);

-- Rows: given twice is one, another version is another row and deletes nothing, history stays, whoever ends one.
SELECT become('p1');
SELECT api.consent('visual', true);
SELECT is((SELECT count(*) FROM api.consents WHERE kind = 'visual'), 1::bigint, 'giving again is no other row');
SELECT throws_ok($$SELECT api.consent('visual', true, '2026-02')$$, 'PT409',
  'the text of consent of kind "visual" is not of this version any more', 'nobody agrees to a text that there is not');
SELECT become(NULL);
SELECT throws_ok($$SELECT affinity.give_consent(id('p1'), 'visual', '2026-02')$$, '55000', NULL, 'nor does the owner say so');
UPDATE affinity.consent_kind SET text_version = '2026-02', purpose = 'Other words.' WHERE kind = 'visual';
SELECT become('p1');
SELECT throws_ok($$SELECT affinity.consent('visual', true, '1')$$, '55000', NULL, 'nor to one that is not shown any more');
SELECT is((SELECT count(*) FROM api.consents WHERE kind = 'visual' AND purpose <> 'Other words.'), 1::bigint,
  'what was agreed to stays as it was');
SELECT api.consent('visual', true, '2026-02');
SELECT api.consent('visual', true);
SELECT results_eq($$SELECT text_version, withdrawn_at IS NULL FROM api.consents WHERE kind = 'visual' ORDER BY text_version$$,
  $$VALUES ('1', false), ('2026-02', true)$$, 'another version is another row');
SELECT is((SELECT count(*) FROM api.photos), 1::bigint, 'and deletes nothing');
SELECT api.consent('visual', false), api.consent('visual', false);
SELECT throws_ok($$SELECT api.consent('soul', true)$$, '22023', 'consent of kind "soul" does not exist', 'no other kinds');
SELECT throws_ok($$SELECT affinity.give_consent(id('p1'), 'soul', NULL)$$, '22023', 'consent of kind "soul" does not exist',
  'whatever the version');
SELECT throws_ok($$SELECT api.consent(NULL, true)$$, '22023', 'consent of kind "null" does not exist', 'a kind is said');
SELECT throws_ok($$SELECT api.consent('visual', NULL)$$, '22004', NULL, 'given is said');
SELECT throws_ok($$SELECT api.consent('visual', true, ' ')$$, '22023', NULL, 'a version is said');
-- Who was waited for has begun after this transaction: times go on.
SELECT become(NULL);
UPDATE affinity.consent SET given_at = now() + interval '2 seconds', text_version = '2026-01'
  WHERE person_id = id('p3') AND kind = 'visual';
SELECT lives_ok($$SELECT affinity.give_consent(id('p3'), 'visual')$$, 'of two who agree at once each may be the later');
SELECT results_eq($$SELECT withdrawn_at - now(), given_at - now() FROM affinity.consent WHERE person_id = id('p3') AND kind = 'visual'
  ORDER BY id$$, $$VALUES (interval '2 seconds', interval '2 seconds'), (NULL, interval '2 seconds')$$,
  'the row that ends does where the other begins');
SAVEPOINT counted;
SELECT become('p4');
DO $$ BEGIN
  FOR n IN 1..20 LOOP
    PERFORM affinity.consent('research', false), affinity.consent('research', true), affinity.consent('research', true);
  END LOOP;
  PERFORM affinity.consent('research', false);
END $$;
SELECT throws_ok($$SELECT api.consent('research', true)$$, 'PT429', 'too many consents given in a time', 'twenty a day');
SELECT lives_ok($$SELECT api.consent('visual', false)$$, 'withdrawing is never too often');
ROLLBACK TO counted;
SELECT become(NULL);
DELETE FROM affinity.consent WHERE person_id = id('p2') AND kind = 'genetic';
SELECT is_empty($$SELECT 1 FROM affinity.hla_typing WHERE person_id = id('p2')$$, 'a row that is deleted ends it too');
SELECT results_eq($$SELECT e.details ->> 'kind', e.action FROM platform.audit_event e WHERE e.object = 'platform.account/' || id('p1')
  AND e.action LIKE 'consent.%' AND e.actor_id = id('p1') ORDER BY e.id$$,
  $$VALUES ('visual', 'consent.given'), ('visual', 'consent.withdrawn')$$, 'the audit trail knows');

-- What a trigger or policy calls stays when the extension goes, and so does what that calls.
SELECT is_empty($$SELECT p.proname, c.proname FROM pg_proc p JOIN pg_proc c ON c.pronamespace = p.pronamespace
    AND coalesce(p.prosrc, '') || pg_get_functiondef(p.oid) ~ ('affinity\.' || c.proname || '\(')
  WHERE p.pronamespace = 'affinity'::regnamespace AND p.prokind = 'f' AND c.prokind = 'f' AND p.oid <> c.oid
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'x')
    AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = c.oid AND d.deptype = 'x')$$,
  'no function that stays calls one that goes');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
