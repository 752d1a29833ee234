-- Items that count for several traits (a facet's item for its domain too), and translations (same_as).
BEGIN;
SELECT plan(36);
INSERT INTO platform.account (id, email) SELECT md5(n::text)::uuid, 'person' || n || '@example.org' FROM generate_series(1, 60) n;
INSERT INTO assessment.trait (code, family, label) VALUES
  ('warmth', 'facets', 'Warmth'), ('energy', 'facets', 'Energy'), ('sociability', 'domains', 'Sociability'), ('calm', 'domains', 'Calm');
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max, language) VALUES
  (910001, 'facets', 'Facets', 'likert', 1, 5, 'en'), (910002, 'facetten', 'Facetten', 'likert', 1, 5, 'de'),
  (910003, 'quiz', 'Quiz', 'cognitive', 1, 4, 'en');
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) VALUES
  (910001, 1, 'I like people', 'warmth', 1), (910001, 2, 'I am cold', 'warmth', -1), (910001, 3, 'I am lively', 'energy', 1),
  (910001, 4, 'I tire soon', 'energy', -1);
INSERT INTO assessment.item (instrument_id, position, text, trait, options, correct_option) VALUES
  (910003, 1, '1 + 1', 'warmth', '["1", "2"]', 2);
INSERT INTO assessment.item_trait (instrument_id, position, trait, keyed) SELECT 910001, p, 'sociability', k
  FROM (VALUES (1, 1), (2, -1), (3, 1), (4, -1)) v (p, k);
INSERT INTO assessment.item_trait (instrument_id, position, trait, keyed) VALUES (910001, 3, 'calm', -1);

SELECT results_eq($$SELECT traits, families, also_positions, also_traits, also_keyed FROM assessment.scoring_key
    WHERE instrument_id = 910001$$,
  $$VALUES ('{warmth,warmth,energy,energy}'::text[], '{facets,facets,domains,domains}'::text[], '{1,2,3,3,4}'::integer[],
    '{sociability,sociability,calm,sociability,sociability}'::text[], '{1,-1,-1,1,-1}'::smallint[])$$, 'the key holds what counts twice');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('1')::uuid, 910001, '{5,2,4,1}');
-- By hand: warmth (5 + 4 of 2 turned) of 2 to 10: 7/8; energy (4 + 5): 7/8; sociability 18 of 4 to 20: 14/16;
-- calm 4 turned, 2 of 1 to 5: 1/4.
SELECT results_eq($$SELECT trait, family, n_items, n_answered, raw, score FROM assessment.result ORDER BY trait$$,
  $$VALUES ('calm', 'domains', 1, 1, 2::float8, 25::float8), ('energy', 'facets', 2, 2, 9, 87.5),
    ('sociability', 'domains', 4, 4, 18, 87.5),
    ('warmth', 'facets', 2, 2, 9, 87.5)$$, 'each trait is scored from all items that count for it');
SELECT is((SELECT psychometric_snapshot - 'quality' FROM assessment.profile WHERE person_id = md5('1')::uuid),
  '{"version": 1, "facets": {"energy": 87.5, "warmth": 87.5}, "domains": {"calm": 25, "sociability": 87.5}}', 'and is in the profile');
SELECT is((SELECT count(*) FROM assessment.verify_snapshots()), 0::bigint, 'which verifies');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('2')::uuid, 910001, '{5,NULL,NULL,1}');
SELECT results_eq($$SELECT trait, n_answered, score FROM assessment.result WHERE person_id = md5('2')::uuid ORDER BY trait$$,
  $$VALUES ('energy', 1, 100::float8), ('sociability', 2, 100), ('warmth', 1, 100)$$, 'what was not answered is missing in both');
SELECT results_eq($$SELECT trait, items FROM assessment.scale_answers WHERE person_id = md5('1')::uuid ORDER BY trait$$,
  $$VALUES ('calm', '{2}'::float8[]), ('energy', '{4,5}'), ('sociability', '{5,4,4,5}'), ('warmth', '{5,4}')$$,
  'the answers to a scale, turned by its own keys');
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT md5(n::text)::uuid, 910001, ARRAY[1 + n % 5, 5 - n % 4, 1 + n * 7 % 5, 1 + n * 3 % 5] FROM generate_series(3, 40) n;
SELECT is((SELECT alpha FROM assessment.scale_reliability WHERE instrument_id = 910001 AND trait = 'sociability'),
  (SELECT (harmony.reliability(ARRAY[s.answers[1], 6 - s.answers[2], s.answers[3], 6 - s.answers[4]]::float8[])).alpha
   FROM assessment.submission s WHERE s.instrument_id = 910001 AND array_position(s.answers, NULL) IS NULL), 'its reliability');
SELECT results_eq($$SELECT position, trait, keyed FROM assessment.check_key('facets') ORDER BY position, trait$$,
  $$SELECT p, t, k::smallint FROM (VALUES (1, 'sociability', 1), (1, 'warmth', 1), (2, 'sociability', -1), (2, 'warmth', -1),
    (3, 'calm', -1),
    (3, 'energy', 1), (3, 'sociability', 1), (4, 'energy', -1), (4, 'sociability', -1)) v (p, t, k)$$, 'each scale''s keys are checked');
SELECT is((SELECT count(*) FROM assessment.item_analysis WHERE instrument_id = 910001 AND trait = 'sociability'), 4::bigint,
  'and its items analysed');
SELECT is((SELECT string_agg(variable, ' ' ORDER BY variable) FROM assessment.codebook('facets') WHERE kind = 'scale'),
  'calm energy sociability warmth', 'the codebook has the scales');

-- What is refused.
SELECT throws_ok($$INSERT INTO assessment.item_trait VALUES (910001, 2, 'calm', 1)$$, '55000', NULL,
  'nothing changes once it was answered');
SELECT throws_ok($$DELETE FROM assessment.item_trait WHERE instrument_id = 910001$$, '55000', NULL, 'nothing goes');
SELECT throws_ok($$TRUNCATE assessment.item_trait$$, '55000', NULL, 'nothing is emptied');
SELECT throws_ok($$INSERT INTO assessment.item_trait VALUES (910003, 1, 'energy', 1)$$, '22023',
  'items of instrument "quiz" version 1 count for one trait', 'a test has one trait an item');
SELECT throws_ok($$INSERT INTO assessment.item_trait VALUES (910002, 1, 'calm', 1)$$, '23503', NULL, 'there has to be such an item');
SELECT throws_ok($$INSERT INTO assessment.item_trait VALUES (910003, 1, 'energy', 2)$$, '23514', NULL, 'a key is +1 or -1');

-- A translation.
UPDATE assessment.instrument SET same_as = 910001 WHERE id = 910002;
SELECT throws_ok($$INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
    VALUES (910002, 1, 'Ich mag Menschen', 'warmth', -1)$$,
  '22023', 'instrument "facetten" version 1 is not the same as "facets" version 1', 'a translation is keyed as what it translates');
SELECT throws_ok($$INSERT INTO assessment.item (instrument_id, position, text, trait) VALUES (910002, 5, 'Neu', 'warmth')$$,
  '22023', 'instrument "facetten" version 1 is not the same as "facets" version 1', 'and has no items of its own');
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
  SELECT 910002, position, 'Deutsch ' || position, trait, keyed FROM assessment.item WHERE instrument_id = 910001 AND position < 4;
SELECT is((SELECT count(*) FROM assessment.scoring_key WHERE instrument_id = 910002), 0::bigint, 'it is not there before its last item');
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) VALUES (910002, 4, 'Ich ermüde bald', 'energy', -1);
INSERT INTO assessment.item (instrument_id, position, text, trait) SELECT 910003, 2, 'x', 'warmth' WHERE false;
SELECT is((SELECT (traits, also_positions, also_traits, also_keyed)::text FROM assessment.scoring_key WHERE instrument_id = 910002),
  (SELECT (traits, also_positions, also_traits, also_keyed)::text FROM assessment.scoring_key WHERE instrument_id = 910001),
  'then it is, with all keys of what it translates');
SELECT is((SELECT count(*) FROM assessment.scale_item WHERE instrument_id = 910002), 9::bigint, 'and its scales');
SELECT throws_ok($$INSERT INTO assessment.item_trait VALUES (910002, 1, 'calm', 1)$$, '22023',
  'instrument "facetten" version 1 is a translation', 'it has no further keys of its own');
SELECT throws_ok($$UPDATE assessment.instrument SET same_as = 910002 WHERE id = 910003$$, '22023', NULL, 'of another kind it is none');
SELECT throws_ok($$UPDATE assessment.instrument SET same_as = id WHERE id = 910003$$, '23514', NULL, 'nor of itself');
SELECT throws_ok($$DELETE FROM assessment.instrument WHERE id = 910001$$, '23503', NULL, 'what is translated stays');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('1')::uuid, 910002, '{5,2,4,1}');
INSERT INTO assessment.norm (population, instrument_id, trait, n, mean, sd, quantiles, reliability, metric)
  SELECT 'readers', 910001, t, 100, 50, 20, ARRAY (SELECT q FROM generate_series(1, 99) q), .8, 'pomp'
  FROM unnest('{warmth,energy,sociability,calm}'::text[]) t;
SELECT lives_ok($$SELECT assessment.use_norms('readers', ARRAY[910001])$$, 'norms of it');
SELECT is((SELECT k.norm_population FROM assessment.scoring_key k WHERE k.instrument_id = 910002), 'readers', 'are the translation''s too');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('2')::uuid, 910002, '{5,2,4,1}');
SELECT is((SELECT array_agg(round(t_score::numeric, 9) ORDER BY trait) FROM assessment.result
           WHERE person_id = md5('1')::uuid AND instrument_id = 910002),
  (SELECT array_agg(round(t_score::numeric, 9) ORDER BY trait) FROM assessment.result
   WHERE person_id = md5('1')::uuid AND instrument_id = 910001), 'equal answers have equal T scores');
SELECT is((SELECT string_agg(DISTINCT t_score::text, ' ') FROM assessment.result WHERE instrument_id = 910002), '37.5 68.75',
  'those of answers stored before and after: 50 + 10 (87.5 - 50) / 20, and of calm with 25');
SELECT is((SELECT count(*) FROM assessment.standard_scores WHERE instrument_id = 910002), 8::bigint, 'and beside each population');
SELECT is((SELECT count(*) FROM assessment.verify_snapshots()), 0::bigint, 'all of it verifies');

-- What is translated does not change beneath its translation, answered or not.
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max) VALUES
  (910004, 'first', 'First', 'likert', 1, 5), (910005, 'second', 'Second', 'likert', 1, 5);
INSERT INTO assessment.item (instrument_id, position, text, trait) VALUES (910004, 1, 'a', 'warmth'), (910005, 1, 'b', 'warmth');
UPDATE assessment.instrument SET same_as = 910004 WHERE id = 910005;
SELECT throws_ok($$UPDATE assessment.item SET keyed = -1 WHERE instrument_id = 910004$$, '22023',
  'instrument "second" version 1 is not the same as "first" version 1', 'its keys are those of both');
SELECT throws_ok($$UPDATE assessment.instrument SET scale_max = 7 WHERE id = 910004$$, '22023',
  'instrument "second" version 1 is not the same as "first" version 1', 'so is its scale');
INSERT INTO assessment.item_trait VALUES (910004, 1, 'calm', -1);
SELECT is((SELECT also_traits FROM assessment.scoring_key WHERE instrument_id = 910005), '{calm}'::text[], 'a further trait is of both');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('5')::uuid, 910005, '{4}');
SELECT throws_ok($$DELETE FROM assessment.item_trait WHERE instrument_id = 910004$$, '55000', NULL,
  'answers to the translation keep the keys of both');
SELECT throws_ok($$INSERT INTO assessment.item (instrument_id, position, text, trait) VALUES (910004, 2, 'c', 'warmth')$$, '55000', NULL,
  'and the items');
SELECT * FROM finish();
ROLLBACK;
