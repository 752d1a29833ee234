-- Three kinds of evidence kept apart, and nothing that an answer tells: each phase's score stays bit for bit as it is whatever becomes of
-- the data of the two others; handing in again and again tells nothing beyond what the night has stored.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql

SELECT is(night(1), 66::bigint, 'all pairs of twelve people');
CREATE TEMP TABLE before AS SELECT person_a, person_b, visual_ab, visual_ab_low, visual_ba, visual_ba_high, personality, biological, loci,
  score
  FROM affinity.pair;
SELECT is((SELECT count(*) FROM before WHERE num_nulls(visual_ab, visual_ba, personality, biological, score) = 0), 66::bigint,
  'every phase is scored');
SELECT ok((SELECT count(DISTINCT visual_ab) > 30 AND count(DISTINCT personality) > 10
    AND array_agg(DISTINCT biological) <@ '{20,55,85}' AND count(DISTINCT biological) > 1 FROM before),
  'and differs; of HLA no more is kept than the middle of the band');
-- differs(columns): pairs of which one of these is another bit than before.
CREATE FUNCTION pg_temp.differs(columns text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM before b JOIN affinity.pair p USING (person_a, person_b) WHERE (%s) IS DISTINCT FROM (%s)',
    regexp_replace(columns, '(\w+)', 'b.\1', 'g'), regexp_replace(columns, '(\w+)', 'p.\1', 'g')) INTO n;
  RETURN n;
END $$;
\set visual 'visual_ab, visual_ab_low, visual_ba, visual_ba_high'
SAVEPOINT scored;

-- The data of two phases are permuted, removed or invented; the third is scored again.
CREATE TEMP TABLE permuted AS SELECT id('p' || n) AS person, id('p' || 1 + n % 12) AS becomes FROM generate_series(1, 12) n;
SAVEPOINT permuted;
UPDATE affinity.trait_score t SET scores = o.scores FROM permuted p, (SELECT * FROM affinity.trait_score) o
  WHERE t.person_id = p.person AND o.person_id = p.becomes;
DELETE FROM affinity.typing_turn;
SELECT hand_in('p' || n, n * n + 1) FROM generate_series(1, 12) n \g /dev/null
SELECT night(2) \g /dev/null
SELECT ok(pg_temp.differs('personality') > 50 AND pg_temp.differs('biological') > 20, 'traits and typings are others');
SELECT is(pg_temp.differs(:'visual'), 0::bigint, 'not a bit of the visual scores is');
ROLLBACK TO permuted;
UPDATE affinity.embedding e SET embedding = face(e.photo_id::integer * 31) WHERE e.person_id IS NOT NULL;
SELECT rate('p' || n, n + 5) FROM generate_series(1, 12) n \g /dev/null
DELETE FROM affinity.typing_turn;
SELECT hand_in('p' || n, n * n + 1) FROM generate_series(1, 12) n \g /dev/null
SELECT night(2) \g /dev/null
SELECT ok(pg_temp.differs(:'visual') > 50 AND pg_temp.differs('biological') > 20, 'faces, tastes and typings are others');
SELECT is(pg_temp.differs('personality'), 0::bigint, 'not a bit of the personality scores is');
ROLLBACK TO permuted;
UPDATE affinity.embedding e SET embedding = face(e.photo_id::integer * 31) WHERE e.person_id IS NOT NULL;
SELECT rate('p' || n, n + 5), answer_traits('p' || n, n + 3) FROM generate_series(1, 12) n \g /dev/null
SELECT night(2) \g /dev/null
SELECT ok(pg_temp.differs(:'visual') > 50 AND pg_temp.differs('personality') > 50, 'faces, tastes and traits are others');
SELECT is(pg_temp.differs('biological'), 0::bigint, 'not a bit of the biological scores is');
ROLLBACK TO permuted;
SELECT affinity.withdraw_consent(id('p' || n), kind) FROM generate_series(1, 12) n,
  unnest('{genetic,personality}'::text[]) kind \g /dev/null
SELECT night(2) \g /dev/null
SELECT is(pg_temp.differs(:'visual'), 0::bigint, 'visual scores do without the other phases');
SELECT is((SELECT count(score) FROM affinity.pair), 0::bigint, 'but a phase alone is no score of both');
ROLLBACK TO permuted;
SELECT affinity.withdraw_consent(id('p' || n), 'genetic') FROM generate_series(1, 12) n \g /dev/null
SELECT night(2) \g /dev/null
SELECT is(pg_temp.differs(:'visual' || ', personality'), 0::bigint, 'both do without typings');
SELECT is((SELECT count(score) FROM affinity.pair WHERE missing = '{biological}'), 66::bigint, 'and give a score, which says so');
ROLLBACK TO scored;

-- What came after noon waits: p1 hands in anew, and the night before keeps all as it was.
SELECT become('p1');
CREATE FUNCTION pg_temp.seen() RETURNS text LANGUAGE sql AS $$
  SELECT md5(string_agg(concat_ws('|', m, affinity.visual_score(m.person), affinity.hla_match(m.person), affinity.match(m.person)), ' '
    ORDER BY m.person)) FROM affinity.shown_matches() m $$;
SELECT pg_temp.seen() AS seen \gset
-- A thousand tastes, and as many typings as a person would like to: what is told stays the same.
DO $$
DECLARE
  changed integer := 0;
  first text := pg_temp.seen();
BEGIN
  FOR n IN 1..1000 LOOP
    PERFORM affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', c.photo, 'rating', 1 + (n * 7 + c.sort * n) % 5))
                                FROM affinity.calibration_set() c));
    BEGIN
      PERFORM affinity.hla_put(typing(n));
      changed := changed + 1;
    EXCEPTION WHEN object_not_in_prerequisite_state THEN NULL;
    END;
    IF n % 50 = 0 AND pg_temp.seen() <> first THEN
      changed := changed + 1000;
    END IF;
  END LOOP;
  PERFORM set_config('test.changed', changed::text, true);
END $$;
SELECT is(current_setting('test.changed'), '0', 'a thousand tastes and typings change nothing that is told');
SELECT affinity.consent('genetic', false), affinity.consent('genetic', true);
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', NULL, 'nor does withdrawing give another try');
SELECT become(NULL);
ROLLBACK TO scored;
UPDATE affinity.taste SET learnt_at = now() + interval '5 hours' WHERE person_id = id('p1');
UPDATE affinity.trait_score SET measured_at = now() + interval '5 hours', scores = '{1,2,3,4,5,6,7}' WHERE person_id = id('p1');
DELETE FROM affinity.typing_turn;
SELECT hand_in('p1', 3) \g /dev/null
UPDATE affinity.hla_typing SET typed_at = now() + interval '5 hours' WHERE person_id = id('p1');
UPDATE affinity.embedding SET created_at = now() + interval '5 hours', embedding = face(77) WHERE person_id = id('p1');
SELECT night(3) \g /dev/null
SELECT is(pg_temp.differs(:'visual' || ', personality, biological, loci, score'), 0::bigint,
  'what came after noon waits for the next night');
SELECT night(6) \g /dev/null
SELECT ok(pg_temp.differs('personality') BETWEEN 5 AND 11 AND pg_temp.differs('visual_ab, visual_ba') BETWEEN 5 AND 11,
  'when it is scored');
SELECT is_empty($$SELECT 1 FROM before b JOIN affinity.pair p USING (person_a, person_b) WHERE id('p1') NOT IN (person_a, person_b)
  AND (b.visual_ab, b.visual_ba, b.personality, b.biological) IS DISTINCT FROM (p.visual_ab, p.visual_ba, p.personality, p.biological)$$,
  'in the pairs of that person alone');
ROLLBACK TO scored;

-- Whoever knows the own half of a score finds out a step and a band of the other's, whatever one hands in, and nothing finer.
CREATE TEMP TABLE told (other uuid, band text, exact float8, score float8, n integer);
DO $$
BEGIN
  FOR n IN 1..15 LOOP
    DELETE FROM affinity.typing_turn;
    PERFORM hand_in('p1', n * n + n), night(10 + n);
    INSERT INTO told SELECT affinity.other_of(p, id('p1')), affinity.band(p.biological, p.model),
      harmony.hla_sealed_dissimilarity(a.sealed, a.person_id, b.sealed, b.person_id), p.score, n
    FROM affinity.pair p JOIN affinity.hla_typing a ON a.person_id = p.person_a JOIN affinity.hla_typing b ON b.person_id = p.person_b
    WHERE id('p1') IN (p.person_a, p.person_b);
  END LOOP;
END $$;
SELECT ok(max(exacts) > 1 AND min(scores) = 1 AND max(scores) = 1, 'of fifteen typings of one''s own a score tells the band')
  FROM (SELECT count(DISTINCT exact) AS exacts, count(DISTINCT score) AS scores FROM told GROUP BY other, band) t;
SELECT ok(max(bands) > 1 AND bool_and(scores <= bands), 'and where the band is another, so may the score be')
  FROM (SELECT count(DISTINCT band) AS bands, count(DISTINCT score) AS scores FROM told GROUP BY other) t;
ROLLBACK TO scored;
SELECT is_empty($$SELECT 1 FROM affinity.pair p WHERE p.score IS DISTINCT FROM (harmony.willingness(
    round(p.visual_ab::numeric, -1), round(p.visual_ba::numeric, -1), p.personality,
    CASE affinity.band(p.biological, p.model) WHEN 'low' THEN 20 WHEN 'middle' THEN 55 ELSE 85 END) ->> 'score')::float8$$,
  'taste counts in tens, HLA as the middle of its band');
SELECT is((SELECT count(*) FROM affinity.pair WHERE visual_ab <> round(visual_ab::numeric, -1)) > 50, true, 'which most tastes are not');
SELECT become('p1');
SELECT throws_ok($$SELECT answer_traits('p1', n) FROM generate_series(2, 4) n$$, 'PT429', NULL,
  'the questionnaire is answered twice in 90 days, and not again and again');
SELECT become(NULL);
SELECT lives_ok($$SELECT answer_traits('p1', n) FROM generate_series(2, 4) n$$, 'what the owner brings in is not counted');
ROLLBACK TO scored;

-- Users see whole numbers and bands, each its own side.
SELECT become('p1');
SELECT is_empty($$SELECT 1 FROM api.matches WHERE score <> round(score) OR biological NOT IN ('low', 'middle',
  'high') OR biological IS NULL$$,
  'matches are whole numbers and bands');
SELECT results_eq($$SELECT (affinity.visual_score(b.other) ->> 'score')::integer
  FROM (SELECT CASE WHEN person_a = id('p1') THEN person_b ELSE person_a
    END AS other, * FROM before WHERE id('p1') IN (person_a, person_b)) b ORDER BY b.other$$,
  $$SELECT round(CASE WHEN person_a = id('p1') THEN visual_ab ELSE visual_ba END)::integer FROM before
    WHERE id('p1') IN (person_a, person_b) ORDER BY CASE WHEN person_a = id('p1') THEN person_b ELSE person_a END$$,
  'one sees the own direction');
SELECT is(jsonb_object_agg(k, 0), '{"high": 0, "low": 0, "score": 0}', 'and no more of it')
  FROM jsonb_object_keys(affinity.visual_score(id('p2'))) k;
SELECT is(jsonb_object_agg(k, 0), '{"band": 0, "loci": 0}', 'of genes a band') FROM jsonb_object_keys(affinity.hla_match(id('p2'))) k;
SELECT throws_ok(format('SELECT affinity.match(%L)', id(who)), 'PT404', format('person %s is not shown to you', id(who)),
  who || ' is no match') FROM unnest('{stranger,nobody,p1}'::text[]) who;

-- Typings are opened once a person and night, and the audit trail says so.
SELECT become(NULL);
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'typing.unsealed'), 12::bigint, 'one row a person and run');
SELECT night(2) \g /dev/null
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'typing.unsealed' AND details ->> 'purpose' = 'score'), 24::bigint,
  'another for the next');
SELECT is(night(2), 66::bigint, 'a run that is finished is not done again');

-- Broken off and gone on with: the same as in one go.
UPDATE platform.setting SET value = '5' WHERE name = 'affinity_batch';
DELETE FROM affinity.pair;
CREATE FUNCTION pg_temp.jobs() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint := 0; r jsonb := '{}';
BEGIN
  WHILE coalesce((r ->> 'progress')::float8, 0) < 1 LOOP
    r := affinity.score_job(jsonb_build_object('noon', now() + interval '9 hours'));
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
SELECT is(pg_temp.jobs(), 4::bigint, 'three batches of at most five, and an end');
SELECT is(pg_temp.differs(:'visual' || ', personality, biological, loci, score'), 0::bigint, 'in batches the scores are the same');
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'affinity.score'), 3::bigint, 'each batch has queued the next');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
