-- Phases in their order, with their times: asking early is refused, what is not open is not shown, and what opens a phase can be lost.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql

INSERT INTO platform.account (id, email, full_name) VALUES (id('new'), 'new@affinity.example.org', 'New');
CREATE FUNCTION pg_temp.phases() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('%s %s%s', p.phase, p.status, CASE WHEN p.completed_at = now() THEN ' now' END), ', ') FROM api.phases p $$;
CREATE FUNCTION pg_temp.items() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  SET LOCAL ROLE harmony_user;
  SELECT count(*) INTO n FROM api.items i WHERE i.instrument IN (SELECT q.instrument_id FROM affinity.questionnaire q);
  RESET ROLE;
  RETURN n;
END $$;
SELECT platform.grant_application() \g /dev/null

SELECT become('new');
SELECT is(pg_temp.phases(), '1 open, 2 locked, 3 locked', 'at first phase 1 is open');
SELECT is(pg_temp.items(), 0::bigint, 'items of phase 2 are not shown');
SELECT throws_ok('SELECT affinity.calibration_set()', '42501', 'there is no consent of kind "visual"', 'nothing without consent');
SELECT affinity.consent(kind, true) FROM unnest('{visual,personality,genetic}'::text[]) kind;
SELECT throws_ok($$SELECT answer_traits('new', 1)$$, '55000', 'phase 2 is not open yet', 'phase 2 cannot be answered');
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', 'phase 3 is not open yet', 'nor phase 3');
SELECT throws_ok(format('SELECT affinity.visual_score(%L)', id('p1')), '55000', 'phase 1 is not complete',
  'nor is anything told of phase 1');

-- Phase 1: ten ratings and a photo, in either order.
SELECT is(affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', photo, 'rating', 1 + sort % 5))
  FROM affinity.calibration_set() WHERE sort <= 9)), '{"n": 9, "loo_rmse": null, "calibration_complete": false}',
  'nine ratings are too few');
SELECT is(affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', photo, 'rating', 'like'))
  FROM affinity.calibration_set() WHERE sort = 10)) - 'loo_rmse', '{"n": 10, "calibration_complete": true}', 'ten are enough, like is 5');
SELECT is(pg_temp.phases(), '1 open, 2 locked, 3 locked', 'without a photo the phase is not complete');
SELECT become(NULL);
SELECT photo_of('new', 50) AS photo \gset
SELECT become('new');
SELECT is(pg_temp.phases(), '1 complete now, 2 open, 3 locked', 'with it it is');
SELECT is(pg_temp.items(), 28::bigint, 'and items of phase 2 are shown');
SELECT affinity.consent('personality', false);
SELECT is(pg_temp.items(), 0::bigint, 'but not without consent');
SELECT throws_ok($$SELECT answer_traits('new', 1)$$, '42501', 'there is no consent of kind "personality"', 'nor are answers taken');
SELECT affinity.consent('personality', true);

-- Phase 2: four traits.
INSERT INTO assessment.submission (person_id, instrument_id, response_ms, answers)
  SELECT id('new'), q.instrument_id, array_fill(3000, '{28}'),
    ARRAY (SELECT CASE WHEN i.trait IN ('lust', 'greed', 'pride') THEN 2 + i.keyed END
    FROM assessment.item i WHERE i.instrument_id = q.instrument_id ORDER BY i.position) FROM affinity.questionnaire q;
SELECT is((SELECT cardinality(array_remove(scores, NULL)) FROM affinity.trait_score WHERE person_id = id('new')), 3,
  'three traits are measured');
SELECT is(pg_temp.phases(), '1 complete now, 2 open, 3 locked', 'which are too few');
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', 'phase 3 is not open yet', 'phase 3 waits');
SELECT answer_traits('new', 3);
SELECT is(pg_temp.phases(), '1 complete now, 2 complete now, 3 open', 'all seven complete it');

-- A questionnaire is not given adaptively: a session would show items and keep answers without asking.
SELECT become(NULL);
SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
UPDATE assessment.instrument SET is_private = true WHERE id = :test;
SAVEPOINT adaptive;
SELECT throws_ok(format('INSERT INTO affinity.questionnaire VALUES (%s)', :test), '22023', 'instrument "reasoning-18" is given adaptively',
  'an adaptive instrument is no questionnaire');
UPDATE assessment.instrument SET target_se = NULL, max_items = NULL WHERE id = :test;
SELECT lives_ok(format('INSERT INTO affinity.questionnaire VALUES (%s)', :test), 'the same given at once is one');
SELECT throws_ok(format('UPDATE assessment.instrument SET target_se = 0.5 WHERE id = %s', :test), '22023', NULL,
  'and does not become adaptive');
ROLLBACK TO adaptive;
SELECT become('new');
SELECT assessment.begin_test(:test) \g /dev/null
SELECT become(NULL);
SELECT throws_ok(format('UPDATE assessment.instrument SET target_se = NULL, max_items = NULL WHERE id = %s', :test), '55000', NULL,
  'nor is it one while sessions that have begun run');
ROLLBACK TO adaptive;
SELECT become('new');

-- Phase 3: a locus that can be compared.
SELECT throws_ok($$SELECT affinity.hla_put('A*02+A*24')$$, '22023', 'no locus of the typing can be compared', 'one field is no typing');
SELECT is(affinity.hla_put('A*02:01+A*24:02^B*07'), '{"loci": ["A"], "quality": 0.3333333333333333}', 'loci and their share are told');
SELECT is(pg_temp.phases(), '1 complete now, 2 complete now, 3 complete now', 'and it is complete');
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', 'the typing cannot be replaced yet', 'not again at once');
SELECT affinity.consent('genetic', false);
SELECT affinity.consent('genetic', true);
SELECT is(pg_temp.phases(), '1 complete now, 2 complete now, 3 open', 'whoever withdraws loses the phase');
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', 'the typing cannot be replaced yet', 'and may not hand in anew by that');
SELECT become(NULL);
UPDATE affinity.typing_turn SET typed_at = now() - interval '179 days' WHERE person_id = id('new');
SELECT become('new');
SELECT throws_ok($$SELECT affinity.hla_put(typing(1))$$, '55000', NULL, '179 days later neither');
SELECT become(NULL);
UPDATE affinity.typing_turn SET typed_at = now() - interval '180 days' WHERE person_id = id('new');
SELECT become('new');
SELECT lives_ok($$SELECT affinity.hla_put(typing(1))$$, '180 days later it is taken');

-- Ratings from which no taste can be learnt complete phase 1 all the same; nobody is scored by them.
SAVEPOINT learnt;
SELECT is(affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', photo, 'rating', 3)) FROM affinity.calibration_set()))
  ->> 'calibration_complete', 'false', 'of equal ratings no taste is learnt');
SELECT is(pg_temp.phases(), '1 complete now, 2 complete now, 3 complete now', 'the phases are complete');
SELECT ok(id('new') <> ALL (affinity.scorable()), 'and nobody is scored by it');
ROLLBACK TO learnt;

-- Times stay as they are, and a phase that is lost locks those after it.
SELECT become(NULL);
UPDATE affinity.phase_completion SET completed_at = now() - interval '1 day' WHERE person_id = id('new');
SELECT become('new');
SELECT affinity.calibrate((SELECT jsonb_agg(jsonb_build_object('photo', photo,
  'rating', 6 - (1 + sort % 5))) FROM affinity.calibration_set()))
  \g /dev/null
SELECT is(pg_temp.phases(), '1 complete, 2 complete, 3 complete', 'what is complete stays so since when it was');
SELECT platform.delete_document((SELECT document FROM api.photos));
SELECT is(pg_temp.phases(), '1 open, 2 locked, 3 locked', 'without the photo phase 1 is open, and those after it are locked');
SELECT throws_ok(format('SELECT affinity.hla_match(%L)', id('p1')), '55000', 'phase 3 is not complete', 'and nothing is told of them');
SELECT is_empty($$SELECT 1 FROM affinity.phase_completion WHERE person_id = id('new')$$, 'nor noted as complete');
SELECT become(NULL);
SELECT photo_of('new', 55) \g /dev/null
SELECT become('new');
SELECT is(pg_temp.phases(), '1 complete now, 2 complete now, 3 complete now', 'another photo brings them back');

-- A questionnaire of phase 2 is private, and stays so.
SELECT become(NULL);
INSERT INTO assessment.instrument (code, version, name, kind, scale_min, scale_max, language)
  VALUES ('sept', 1, 'Sept', 'likert', 1, 5, 'fr');
SELECT throws_ok($$INSERT INTO affinity.questionnaire SELECT i.id FROM assessment.instrument i WHERE i.code = 'sept'$$, '55000',
  'instrument "sept" is not private', 'no questionnaire of which analysts see the results');
UPDATE assessment.instrument SET is_private = true WHERE code = 'sept';
SELECT lives_ok($$INSERT INTO affinity.questionnaire SELECT i.id FROM assessment.instrument i WHERE i.code = 'sept'$$,
  'a private one is taken');
SELECT throws_ok($$UPDATE assessment.instrument SET is_private = false WHERE code = 'sept'$$, '55000', 'instrument "sept" is not private',
  'and stays private');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
