-- The profile document that harmony.snapshot builds. Wanted documents are written out by hand.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.same(what text, got anyelement, want anyelement) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what ELSE format('NOT OK - %s: got %s, want %s', what, got, want) END $$;
CREATE TEMP TABLE result (person int, trait text, family text, score float8, reliable boolean DEFAULT true,
  measured_at timestamptz DEFAULT '2024-05-01', instrument text DEFAULT 'one@1', flags text[] DEFAULT '{}');

-- The example of the documentation: 12 of 12 traits but introjected is none of the 12, verbal … resilience are: C A N E O, 3 cognitive,
-- intrinsic, identified, amotivation, resilience. gca = (70 + 55 + 61)/3 = 62; emotional_stability = 100 - 31;
-- autonomy = (.6 62.5 + .4 29)/100 = (37.5 + 11.6)/100 = .491; feedback = (55.2 + 68.1)/200 = .6165; structure = (.7 71 + .3 37.5)/100 =
-- .6095.
INSERT INTO result (person, trait, family, score) VALUES (1, 'openness', 'big_five', 62.5), (1, 'conscientiousness', 'big_five', 71),
  (1, 'extraversion', 'big_five', 55.2),
  (1, 'agreeableness', 'big_five', 68.1), (1, 'neuroticism', 'big_five', 31), (1, 'logical', 'cognitive', 70),
    (1, 'numerical', 'cognitive', 55), (1, 'verbal', 'cognitive', 61),
  (1, 'intrinsic', 'motivation', 80), (1, 'identified', 'motivation', 72), (1, 'introjected', 'motivation', 40),
    (1, 'amotivation', 'motivation', 5), (1, 'resilience', 'resilience', 58.3);
SELECT pg_temp.same('whole document', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags), '{"version": 1,
  "big_five": {"openness": 62.5, "conscientiousness": 71.0, "extraversion": 55.2, "agreeableness": 68.1, "neuroticism": 31.0},
  "emotional_stability": 69.0, "cognitive": {"logical": 70.0, "numerical": 55.0, "verbal": 61.0, "gca": 62.0},
  "motivation": {"intrinsic": 80.0, "identified": 72.0, "introjected": 40.0, "amotivation": 5.0}, "resilience": 58.3,
  "leadership_preferences": {"autonomy": 0.49, "feedback": 0.62, "structure": 0.61},
  "quality": {"completeness": 1.0, "flags": [], "instruments": ["one@1"],
    "estimated": ["leadership_preferences"], "unreliable": []}}'::jsonb)
FROM result WHERE person = 1;
-- Numbers keep their decimals in the text.
SELECT pg_temp.same('decimals', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags)
  #>> '{big_five,conscientiousness}', '71.0') FROM result WHERE person = 1;
-- The order of the rows does not matter.
SELECT pg_temp.same('any order', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags ORDER BY trait),
                                 harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags ORDER BY trait DESC))
                                   FROM result WHERE person = 1;

-- Which result wins. a: the newer; b: the older, for the newer is unreliable; c: nothing reliable, so the newer unreliable one.
INSERT INTO result VALUES
  (2, 'openness', 'big_five', 10, true, '2024-01-01', 'old@1', '{}'),
    (2, 'openness', 'big_five', 20, true, '2024-02-01', 'new@2', '{EXTREME}'),
  (2, 'extraversion', 'big_five', 30, true, '2024-01-01', 'old@1', '{}'),
    (2, 'extraversion', 'big_five', 40, false, '2024-02-01', 'bad@1', '{SPEEDING}'),
  (2, 'verbal', 'cognitive', 50, false, '2024-01-01', 'old@1', '{LONGSTRING}'),
    (2, 'verbal', 'cognitive', 60, false, '2024-02-01', 'new@2', '{SPEEDING,EXTREME}');
-- Completeness: extraversion, openness, verbal of 12 = .25. Openness alone estimates nothing. Flags: of the winners, each once.
SELECT pg_temp.same('which result wins', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags), '{"version": 1,
  "big_five": {"openness": 20.0, "extraversion": 30.0}, "cognitive": {"verbal": 60.0, "gca": 60.0},
  "quality": {"completeness": 0.25, "flags": ["EXTREME", "SPEEDING"], "instruments": ["new@2", "old@1"],
    "estimated": [], "unreliable": ["verbal"]}}'::jsonb)
FROM result WHERE person = 2;

-- Rounding as printf: 62.45 is 62.4500000000000028 in binary: 62.5; 0.25 is a tie: to the even digit, 0.2; 0.75: 0.8; 12.35 is
-- 12.3499999999999996: 12.3.
-- A measured preference of 12.5 is 0.125, a tie: 0.12; 37.5 is 0.375: 0.38. emotional_stability 100 - 0.25 = 99.75, a tie: 99.8.
INSERT INTO result (person, trait, family, score) VALUES (3, 'openness', 'big_five', 62.45), (3, 'neuroticism', 'big_five', 0.25),
  (3, 'extraversion', 'big_five', 0.75), (3, 'agreeableness', 'big_five', 12.35),
  (3, 'autonomy', 'leadership_preferences', 12.5), (3, 'structure', 'leadership_preferences', 37.5);
-- Completeness: O N E A of 12 = .3333. Preferences were measured, so that none is estimated, feedback neither.
SELECT pg_temp.same('rounding', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags), '{"version": 1,
  "big_five": {"openness": 62.5, "neuroticism": 0.2, "extraversion": 0.8, "agreeableness": 12.3}, "emotional_stability": 99.8,
  "leadership_preferences": {"autonomy": 0.12, "structure": 0.38},
  "quality": {"completeness": 0.33, "flags": [], "instruments": ["one@1"], "estimated": [], "unreliable": []}}'::jsonb)
FROM result WHERE person = 3;

-- Only extraversion and agreeableness: feedback alone is estimated, (.5 20 + .5 40)/100.
INSERT INTO result (person, trait, family, score) VALUES (4, 'extraversion', 'big_five', 20), (4, 'agreeableness', 'big_five', 40),
  (4, 'conscientiousness', 'big_five', 1);
SELECT pg_temp.same('estimated where possible', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags)
  -> 'leadership_preferences', '{"feedback": 0.30}'::jsonb) FROM result WHERE person = 4;

-- Local traits: a family of one is a number, a family of two an object.
INSERT INTO result (person, trait, family, score) VALUES (5, 'grit', 'grit', 1), (5, 'humour', 'style', 2), (5, 'taste', 'style', 3);
SELECT pg_temp.same('local traits', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags) - 'quality',
  '{"version": 1, "grit": 1.0, "style": {"humour": 2.0, "taste": 3.0}}'::jsonb) FROM result WHERE person = 5;

-- Nothing: no row and rows without a result give an empty profile.
SELECT pg_temp.same('no row', harmony.snapshot(trait, family, score, reliable, measured_at, instrument, flags),
  '{"version": 1, "quality": {"completeness": 0.0, "flags": [], "instruments": [], "estimated": [], "unreliable": []}}'::jsonb) FROM result
    WHERE false;
SELECT pg_temp.same('rows without a result', harmony.snapshot(t, t, s, true, now(), 'x', '{}'),
  '{"version": 1, "quality": {"completeness": 0.0, "flags": [], "instruments": [], "estimated": [], "unreliable": []}}'::jsonb)
FROM (VALUES (NULL::text, 1::float8), ('a', NULL)) v (t, s);
-- By group, with a filter, many groups: 1,000 people of two results each, the newer 5 points above.
SELECT pg_temp.same('many groups', count(*), 1000::bigint) FROM (
  SELECT p, harmony.snapshot('openness', 'big_five', p % 90 + 5 * k, true, '2024-01-01'::timestamptz + k * interval '1 day', 'i@1', '{}') s
  FROM generate_series(1, 1000) p, generate_series(0, 1) k GROUP BY p) g
WHERE (s #>> '{big_five,openness}')::float8 = p % 90 + 5;
-- A document with more entries than jsonb keeps lengths for in a row: every key is found, and its bytes are those of the server's own.
WITH wide AS (
  SELECT harmony.snapshot('t' || i, 'wide', i / 2.0, true, now(), repeat('i', i), ARRAY['F' || i]) AS s,
    jsonb_object_agg('t' || i, round(i / 2.0, 1)) AS want
  FROM generate_series(1, 200) i)
SELECT pg_temp.same('a wide family', s -> 'wide', want), pg_temp.same('its bytes', pg_column_size(s), pg_column_size(s::text::jsonb)),
       pg_temp.same('its flags', jsonb_array_length(s #> '{quality,flags}'), 200),
         pg_temp.same('its last key', (s #>> '{wide,t200}')::float8, 100.0::float8),
       pg_temp.same('its longest word', length(s #>> '{quality,instruments,199}'), 200)
FROM wide;
-- As a window function: the running profile has the newest so far.
SELECT pg_temp.same('running', string_agg(s #>> '{big_five,openness}', ' ' ORDER BY at), '1.0 2.0 3.0') FROM (
  SELECT at, harmony.snapshot('openness', 'big_five', at, true, '2024-01-01'::timestamptz + at * interval '1 day', 'i@1', '{}') OVER
    (ORDER BY at) s FROM generate_series(1, 3) at) w;

-- Refused: a score outside 0 to 100, names the layout uses, a trait in two families, a family with a trait of its own name beside others, a
-- NULL family.
\set VERBOSITY default
SELECT harmony.snapshot('openness', 'big_five', 100.5, true, now(), 'i', '{}');
SELECT harmony.snapshot('x', 'quality', 1, true, now(), 'i', '{}');
SELECT harmony.snapshot('gca', 'cognitive', 1, true, now(), 'i', '{}');
SELECT harmony.snapshot('x', f, 1, true, now(), 'i', '{}') FROM (VALUES ('one'), ('two')) v (f);
SELECT harmony.snapshot(t, 'grit', 1, true, now(), 'i', '{}') FROM (VALUES ('grit'), ('zeal')) v (t);
SELECT harmony.snapshot('x', NULL, 1, true, now(), 'i', '{}');
