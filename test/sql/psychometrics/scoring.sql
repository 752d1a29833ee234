-- Scoring and response quality. Every wanted value is worked out by hand; the arithmetic stands beside it.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on
SET extra_float_digits = 0;

CREATE FUNCTION pg_temp.near(what text, got float8, want float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want OR abs(got - want) <= 1e-9 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got::text, 'null'), coalesce(want::text, 'null')) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;

--
-- score_likert
--
-- Keyed answers 4, 6 - 2 = 4, 5: raw 13, mean 13/3, 100 (13/3 - 1)/4 = 250/3.
SELECT pg_temp.near('reversed item', score, 250.0/3), pg_temp.near('raw', raw, 13),
  pg_temp.same('items', n_items || '/' || n_answered, '3/3')
FROM harmony.score_likert('{4,2,5}', '{1,-1,1}', '{a,a,a}', 1, 5);
-- Traits in order of first appearance: b = items 1 and 3: (1 + 5)/2 = 3, 50; a = item 2: 4, 75.
SELECT pg_temp.same('order of traits', string_agg(trait || ' ' || score, ', '), 'b 50, a 75')
FROM harmony.score_likert('{1,4,5}', '{1,1,1}', '{b,a,b}', 1, 5);
-- Half answered, 2 of 4: mean (4 + 2)/2 = 3, 50. Under half, 1 of 3 and 2 of 5: none. 3 of 5: (5 + 5 + 2)/3 = 4, 75.
SELECT pg_temp.near('2 of 4 answered', score, 50) FROM harmony.score_likert('{4,NULL,NULL,2}', '{1,1,1,1}', '{a,a,a,a}', 1, 5);
SELECT pg_temp.near('1 of 3 answered', score, NULL), pg_temp.near('its raw sum', raw, 4),
  pg_temp.same('its counts', n_items || '/' || n_answered, '3/1')
FROM harmony.score_likert('{4,NULL,NULL}', '{1,1,1}', '{a,a,a}', 1, 5);
SELECT pg_temp.near('2 of 5 answered', score, NULL) FROM harmony.score_likert('{5,5,NULL,NULL,NULL}', '{1,1,1,1,1}', '{a,a,a,a,a}', 1, 5);
SELECT pg_temp.near('3 of 5 answered', score, 75) FROM harmony.score_likert('{5,5,2,NULL,NULL}', '{1,1,1,1,1}', '{a,a,a,a,a}', 1, 5);
SELECT pg_temp.near('0 of 1 answered', score, NULL) FROM harmony.score_likert('{NULL}', '{1}', '{a}', 1, 5);
-- The ends, and a scale around 0: -2 and (-2 + 2 - 2) = -2, the minimum.
SELECT pg_temp.near('all at the minimum', score, 0) FROM harmony.score_likert('{1,7}', '{1,-1}', '{a,a}', 1, 7);
SELECT pg_temp.near('all at the maximum', score, 100) FROM harmony.score_likert('{7,1}', '{1,-1}', '{a,a}', 1, 7);
SELECT pg_temp.near('scale around 0', score, 0), pg_temp.near('its raw sum', raw, -4)
  FROM harmony.score_likert('{-2,2}', '{1,-1}', '{a,a}', -2, 2);
-- The widest scale that smallint knows: (0 + 32768)/65535.
SELECT pg_temp.near('widest scale', score, 100.0 * 32768 / 65535) FROM harmony.score_likert('{0}', '{1}', '{a}', -32768, 32767);
-- NULL in, nothing out.
SELECT pg_temp.same('null answers', count(*)::text, '0') FROM harmony.score_likert(NULL, '{1}', '{a}', 1, 5);

--
-- score_cognitive
--
-- Right: items 1 and 4; item 3 skipped, which counts as wrong: 2/4.
SELECT pg_temp.near('number right', score, 50), pg_temp.near('raw', raw, 2), pg_temp.same('items', n_items || '/' || n_answered, '4/3')
FROM harmony.score_cognitive('{1,2,NULL,4}', '{1,3,2,4}', '{v,v,v,v}');
-- Guessing among 4: right 2, wrong 1 (the skipped one is not), 2 - 1/3 = 5/3 of 4 = 125/3 %.
SELECT pg_temp.near('corrected for guessing', score, 125.0/3), pg_temp.near('raw', raw, 5.0/3)
FROM harmony.score_cognitive('{1,2,NULL,4}', '{1,3,2,4}', '{v,v,v,v}', 4);
-- Guessing among 2: 1 - 3/1 = -2, at least 0.
SELECT pg_temp.near('never below 0', score, 0) FROM harmony.score_cognitive('{2,2,2,1}', '{1,1,1,1}', '{v,v,v,v}', 2);
SELECT pg_temp.same('nothing answered of b', string_agg(trait || ' ' || coalesce(score::text, 'none'), ', '), 'a 100, b none')
FROM harmony.score_cognitive('{1,NULL}', '{1,1}', '{a,b}');

--
-- response_quality: flags at their boundaries. Two traits leave the even-odd consistency unjudged (it takes 3).
--
CREATE FUNCTION pg_temp.quality(answers smallint[], ms integer[] DEFAULT NULL, lowest int DEFAULT 1, highest int DEFAULT 5)
RETURNS harmony.response_quality LANGUAGE sql AS $$
  SELECT harmony.response_quality(answers, array_fill(1::smallint, ARRAY[cardinality(answers)]),
    array_fill('a'::text, ARRAY[cardinality(answers)]), lowest, highest, ms) $$;
CREATE FUNCTION pg_temp.verdict(q harmony.response_quality) RETURNS text LANGUAGE sql AS $$
  SELECT array_to_string(q.flags, '+') || CASE WHEN q.reliable THEN ' reliable' ELSE ' unreliable' END $$;

-- Without a fault: 1 2 3 4 2 3, mean 2.5, squares 2.25 + .25 + .25 + 2.25 + .25 + .25 = 5.5, SD sqrt(5.5/5); 1 of 6 at an end.
SELECT pg_temp.same('no flag', pg_temp.verdict(q), ' reliable'), pg_temp.near('irv', q.irv, sqrt(1.1)),
  pg_temp.near('extreme share', q.extreme_share, 1.0/6),
  pg_temp.near('completeness', q.completeness, 1), pg_temp.same('longstring', q.longstring::text, '1'),
  pg_temp.same('not judged', concat(q.even_odd, q.median_ms, q.fast_share, q.mahalanobis, q.mahalanobis_cutoff), '')
FROM pg_temp.quality('{1,2,3,4,2,3}') q;

-- SPEEDING: more than a quarter under 2,000 ms. 1 of 4 is not more, 2000 is not under; median (2000 + 2000)/2.
SELECT pg_temp.same('a quarter fast', pg_temp.verdict(q), ' reliable'), pg_temp.near('share', q.fast_share, 0.25),
  pg_temp.near('median', q.median_ms, 2000)
FROM pg_temp.quality('{2,3,4,2}', '{1999,2000,2000,2000}') q;
-- 2 of 4, median (1999 + 2001)/2. Alone it makes the result unreliable.
SELECT pg_temp.same('half fast', pg_temp.verdict(q), 'SPEEDING unreliable'), pg_temp.near('median of 4', q.median_ms, 2000)
FROM pg_temp.quality('{2,3,4,2}', '{1999,2001,100,9000}') q;
-- A time that was not taken is not judged: 1 of 3 is fast.
SELECT pg_temp.same('1 of 3 fast', pg_temp.verdict(q), 'SPEEDING unreliable'), pg_temp.near('share of 3', q.fast_share, 1.0/3),
  pg_temp.near('median of 3', q.median_ms, 3000)
FROM pg_temp.quality('{2,3,4,2}', '{NULL,1,3000,3000}') q;
SELECT pg_temp.same('no time taken', pg_temp.verdict(q), ' reliable'), pg_temp.near('no share', q.fast_share, NULL)
FROM pg_temp.quality('{2,3,4,2}', '{NULL,NULL,NULL,NULL}') q;

-- LONGSTRING: half of the items, or 10. 8 items: a run of 3 is not half, 4 is.
SELECT pg_temp.same('run of 3 of 8', pg_temp.verdict(q), ' reliable') FROM pg_temp.quality('{2,2,2,4,3,4,2,3}') q;
SELECT pg_temp.same('run of 4 of 8', pg_temp.verdict(q), 'LONGSTRING unreliable'), pg_temp.same('its length', q.longstring::text, '4')
  FROM pg_temp.quality('{4,2,2,2,2,4,3,4}') q;
-- 9 items: 4 is under 4.5.
SELECT pg_temp.same('run of 4 of 9', pg_temp.verdict(q), ' reliable') FROM pg_temp.quality('{4,2,2,2,2,4,3,4,3}') q;
-- 30 items: 9 is neither 10 nor 15.
SELECT pg_temp.same('run of 9 of 30', pg_temp.verdict(q), ' reliable')
  FROM pg_temp.quality('{3,3,3,3,3,3,3,3,3,4,2,4,2,3,4,3,2,4,4,2,3,2,4,3,3,2,4,2,3,4}') q;
SELECT pg_temp.same('run of 10 of 30', pg_temp.verdict(q), 'LONGSTRING unreliable')
  FROM pg_temp.quality('{3,3,3,3,3,3,3,3,3,3,2,4,2,3,4,3,2,4,4,2,3,2,4,3,3,2,4,2,3,4}') q;
-- What was not answered ends a run.
SELECT pg_temp.same('run broken', q.longstring::text, '3') FROM pg_temp.quality('{2,2,2,NULL,2,2,4,3,4,3}') q;
SELECT pg_temp.same('nothing answered', pg_temp.verdict(q), 'INCOMPLETE reliable'), pg_temp.same('no run', q.longstring::text, '0'),
  pg_temp.near('no irv', q.irv, NULL), pg_temp.near('no share', q.extreme_share, NULL)
FROM pg_temp.quality('{NULL,NULL,NULL}') q;

-- EXTREME: 7 of 10 at an end is not more than 70 %, 8 of 10 is; alone it leaves the result reliable.
SELECT pg_temp.same('7 of 10 at the ends', pg_temp.verdict(q), ' reliable'), pg_temp.near('share', q.extreme_share, 0.7)
  FROM pg_temp.quality('{1,5,1,5,1,5,1,3,2,4}') q;
SELECT pg_temp.same('8 of 10 at the ends', pg_temp.verdict(q), 'EXTREME reliable') FROM pg_temp.quality('{1,5,1,5,1,5,1,5,2,4}') q;
-- A scale of two points has nothing but ends.
SELECT pg_temp.near('two points', q.extreme_share, NULL) FROM pg_temp.quality('{0,1,0,1,1,0}', NULL, 0, 1) q;

-- LOW_VARIABILITY: SD below 0.5 (5 points). 3 3 3 4: mean 3.25, squares 3 (1/16) + 9/16 = .75, /3 = .25, SD .5: not below.
SELECT pg_temp.same('SD 0.5 exactly', pg_temp.verdict(q), 'LONGSTRING unreliable'), pg_temp.near('SD', q.irv, 0.5)
  FROM pg_temp.quality('{3,3,3,4}') q;
-- 3 3 4 3 3 4 3 3 4: 3 fours of 9, squares 3 * 6/9 = 2, /8 = .25, SD .5 again, now with a mean that is no binary fraction.
SELECT pg_temp.same('SD 0.5 with mean 10/3', pg_temp.verdict(q), ' reliable'), pg_temp.near('SD', q.irv, 0.5)
  FROM pg_temp.quality('{3,3,4,3,3,4,3,3,4}') q;
-- 3 3 4 3 3 4 3 3: 2 fours of 8, squares 2 * 6/8 = 1.5, /7, SD sqrt(.2143) = .463.
SELECT pg_temp.same('SD below 0.5', pg_temp.verdict(q), 'LOW_VARIABILITY reliable'), pg_temp.near('SD', q.irv, sqrt(1.5/7))
  FROM pg_temp.quality('{3,3,4,3,3,4,3,3}') q;
-- 7 points: 0.5 * 6/4 = 0.75. 3 4 5 4 3 4: mean 23/6, squares (25 + 1 + 49 + 1 + 25 + 1)/36 = 102/36, /5 = .5667, SD .753: not below.
SELECT pg_temp.same('SD .753 of 7 points', pg_temp.verdict(q), ' reliable'), pg_temp.near('SD', q.irv, sqrt(102.0/36/5))
  FROM pg_temp.quality('{3,4,5,4,3,4}', NULL, 1, 7) q;
-- 3 4 3 4 3 4: squares 6/4, /5 = .3, SD .548: below.
SELECT pg_temp.same('SD .548 of 7 points', pg_temp.verdict(q), 'LOW_VARIABILITY reliable')
  FROM pg_temp.quality('{3,4,3,4,3,4}', NULL, 1, 7) q;

-- INCOMPLETE: 4 of 5 is 80 %, 7 of 9 is under.
SELECT pg_temp.same('4 of 5 answered', pg_temp.verdict(q), ' reliable'), pg_temp.near('completeness', q.completeness, 0.8)
  FROM pg_temp.quality('{2,3,4,2,NULL}') q;
SELECT pg_temp.same('7 of 9 answered', pg_temp.verdict(q), 'INCOMPLETE reliable') FROM pg_temp.quality('{2,3,4,2,4,2,3,NULL,NULL}') q;
-- Two flags: 4 of 6 answered, all at an end (a run of 1).
SELECT pg_temp.same('two flags', pg_temp.verdict(q), 'EXTREME+INCOMPLETE unreliable') FROM pg_temp.quality('{1,5,1,5,NULL,NULL}') q;

-- INCONSISTENT: the halves of 3 traits, first items x = 1 3 5 (deviations -2 0 2), second items y.
CREATE FUNCTION pg_temp.halves(answers smallint[], keyed smallint[] DEFAULT '{1,1,1,1,1,1}') RETURNS harmony.response_quality
  LANGUAGE sql AS $$
  SELECT harmony.response_quality(answers, keyed, '{a,a,b,b,c,c}', 1, 5) $$;
-- y = 1 3 5: r = 1, 2/(1 + 1) = 1.
SELECT pg_temp.near('r = 1', q.even_odd, 1), pg_temp.same('consistent', (q.flags @> '{INCONSISTENT}')::text, 'false')
  FROM pg_temp.halves('{1,1,3,3,5,5}') q;
-- y = 3 5 4 (deviations -1 1 0): r = 2/(sqrt 8 sqrt 2) = 1/2, 2 (1/2)/(3/2) = 2/3.
SELECT pg_temp.near('r = 1/2', q.even_odd, 2.0/3), pg_temp.same('consistent enough', (q.flags @> '{INCONSISTENT}')::text, 'false')
  FROM pg_temp.halves('{1,3,3,5,5,4}') q;
-- y = 3 4 3: r = 0. y = 5 3 1: r = -1, at least -1.
SELECT pg_temp.near('r = 0', q.even_odd, 0), pg_temp.same('inconsistent', (q.flags @> '{INCONSISTENT}')::text, 'true')
  FROM pg_temp.halves('{1,3,3,4,5,3}') q;
SELECT pg_temp.near('r = -1', q.even_odd, -1) FROM pg_temp.halves('{1,5,3,3,5,1}') q;
-- Reversed second items turn 5 3 1 into 1 3 5.
SELECT pg_temp.near('reversed', q.even_odd, 1) FROM pg_temp.halves('{1,5,3,3,5,1}', '{1,-1,1,-1,1,-1}') q;
-- Not judged: a half that does not vary; a trait without a second half leaves two.
SELECT pg_temp.near('no variance', q.even_odd, NULL) FROM pg_temp.halves('{1,3,3,3,5,3}') q;
SELECT pg_temp.near('two traits', q.even_odd, NULL) FROM pg_temp.halves('{1,1,3,3,5,NULL}') q;

-- OUTLIER: mean 4 4 4 4, variances c, no covariance; answers 7 1 7 1 deviate by 3 each: D2 = 36/c. The cut-off x of 4 degrees of
-- freedom solves exp(-x/2) (1 + x/2) = 0.001, x = 18.4668…: c = 1.9 gives 18.947, c = 2 gives 18.
CREATE FUNCTION pg_temp.against(c float8, answers smallint[] DEFAULT '{7,1,7,1}') RETURNS harmony.response_quality LANGUAGE sql AS $$
  SELECT harmony.response_quality(answers, '{1,1,1,1}', '{a,a,a,a}', 1, 7, NULL, '{4,4,4,4}',
    ARRAY[[c,0,0,0],[0,c,0,0],[0,0,c,0],[0,0,0,c]]) $$;
SELECT pg_temp.same('beyond', (q.flags @> '{OUTLIER}')::text, 'true'), pg_temp.near('D2', q.mahalanobis, 36/1.9),
  pg_temp.near('cut-off', exp(-q.mahalanobis_cutoff/2) * (1 + q.mahalanobis_cutoff/2), 0.001) FROM pg_temp.against(1.9) q;
SELECT pg_temp.same('within', (q.flags @> '{OUTLIER}')::text, 'false'), pg_temp.near('D2', q.mahalanobis, 18) FROM pg_temp.against(2) q;
-- Two answered: two degrees of freedom, exp(-x/2) = 0.001, x = -2 ln 0.001.
SELECT pg_temp.near('D2 of two', q.mahalanobis, 9), pg_temp.near('cut-off of two', q.mahalanobis_cutoff, -2 * ln(0.001::float8))
  FROM pg_temp.against(2, '{7,NULL,NULL,1}') q;
-- Correlated: S = [[2,1],[1,2]], inverse [[2,-1],[-1,2]]/3; deviations 3, -3: (18 + 18 + 18)/3 = 18; 3, 3: 18/3 = 6.
SELECT pg_temp.near('against the correlation',
  (harmony.response_quality('{7,1}', '{1,1}', '{a,a}', 1, 7, NULL, '{4,4}', '{{2,1},{1,2}}')).mahalanobis, 18),
  pg_temp.near('with the correlation',
    (harmony.response_quality('{7,7}', '{1,1}', '{a,a}', 1, 7, NULL, '{4,4}', '{{2,1},{1,2}}')).mahalanobis, 6);
-- A covariance that is not positive definite: not judged.
SELECT pg_temp.near('singular', (harmony.response_quality('{7,1}', '{1,1}', '{a,a}', 1, 7, NULL, '{4,4}', '{{1,1},{1,1}}')).mahalanobis,
  NULL);

-- An ability test (no keys): completeness, runs and times only.
SELECT pg_temp.same('ability test', pg_temp.verdict(q), 'SPEEDING unreliable'),
  pg_temp.same('nothing of ratings', concat(q.irv, q.extreme_share, q.even_odd, q.mahalanobis), '')
FROM harmony.response_quality('{1,4,1,4}', NULL, '{v,v,v,v}', 1, 4, '{900,900,900,9000}') q;
-- Even-odd that is 0.3 is not below 0.3: r = 6/34, 2r/(1 + r) = 12/40.
SELECT q.even_odd, q.flags FROM harmony.response_quality('{4,3,1,4,4,5,4,5,3,2}', '{1,1,1,1,1,1,1,1,1,1}', '{a,a,b,b,c,c,d,d,e,e}', 1, 5) q;
-- CYCLING: 1 2 3 4 5 over 14 items is not 15; over 15 it is, alone enough. One answer throughout is a LONGSTRING.
SELECT pg_temp.same('14 items', pg_temp.verdict(q), ' reliable'), pg_temp.same('its length', q.longest_cycle::text, '14')
  FROM pg_temp.quality('{1,2,3,4,5,1,2,3,4,5,1,2,3,4,1,3,2,4,2,5,3}') q;
SELECT pg_temp.same('15 items', pg_temp.verdict(q), 'CYCLING unreliable')
  FROM pg_temp.quality('{1,2,3,4,5,1,2,3,4,5,1,2,3,4,5,3,2,4,2,5,3}') q;
SELECT pg_temp.same('one answer', (q.flags @> '{LONGSTRING}' AND NOT q.flags @> '{CYCLING}')::text, 'true')
  FROM pg_temp.quality(array_fill(3::smallint, ARRAY[20])) q;
-- Resampled reliability: as test/unit/psychometrics/split_halves_test.cpp, whose value an independent program gave.
SELECT pg_temp.near('resampled', q.resampled_reliability, 0.966874332) FROM harmony.response_quality(
  '{1,2,3,4,5,2,2,3,4,5,1,3,4,4,4,1,2,2,5,5}', array_fill(1::smallint, ARRAY[20]),
  '{a,b,c,d,e,a,b,c,d,e,a,b,c,d,e,a,b,c,d,e}', 1, 5) q;
-- Synonyms: five pairs that correlate .8, the last of them -.8. Second answers 2 1 4 3 and 1 turned to 5 beside 1 2 3 4 5: r = .8.
CREATE FUNCTION pg_temp.synonyms(answers smallint[]) RETURNS harmony.response_quality LANGUAGE sql AS $$
  SELECT harmony.response_quality(answers, array_fill(1::smallint, ARRAY[10]), array_fill('a'::text, ARRAY[10]), 1, 5, NULL,
    array_fill(3::float8, ARRAY[10]), (SELECT array_agg(l.v ORDER BY i) FROM generate_series(1, 10) i CROSS JOIN LATERAL (
      SELECT array_agg(CASE WHEN i = j THEN 4 WHEN (i + 1) / 2 <> (j + 1) / 2 THEN 0 WHEN i < 9 THEN 3.2 ELSE -3.2 END::float8
                       ORDER BY j) AS v
      FROM generate_series(1, 10) j) l)) $$;
SELECT pg_temp.near('synonyms', q.synonym_consistency, 0.8), pg_temp.same('kept', (q.flags @> '{SYNONYMS}')::text, 'false')
  FROM pg_temp.synonyms('{1,2,2,1,3,4,4,3,5,1}') q;
SELECT pg_temp.near('against each other', q.synonym_consistency, -1), pg_temp.same('not kept', (q.flags @> '{SYNONYMS}')::text, 'true')
  FROM pg_temp.synonyms('{1,5,2,4,3,3,4,2,5,5}') q;
SELECT pg_temp.near('four pairs', q.synonym_consistency, NULL) FROM pg_temp.synonyms('{NULL,5,2,4,3,3,4,2,5,5}') q;
-- lz of a test: mpmath with 30 digits (test/unit/psychometrics/person_fit_test.cpp). Right: the first three; the last three.
CREATE FUNCTION pg_temp.fit(answers smallint[]) RETURNS harmony.response_quality LANGUAGE sql AS $$
  SELECT harmony.response_quality(answers, NULL, '{v,v,v,v,v,v}', 1, 4, NULL, NULL, NULL, '{1,2,3,4,1,2}', '{1.1,1.2,1.0,1.3,1.4,1.6}',
    '{-1.9,-1.7,-0.5,0.3,1.1,1.5}') $$;
SELECT pg_temp.near('fit', q.person_fit_lz, 0.975404821878), pg_temp.same('fits', pg_temp.verdict(q), ' reliable')
  FROM pg_temp.fit('{1,2,3,1,2,4}') q;
SELECT pg_temp.near('misfit', q.person_fit_lz, -5.81796144918), pg_temp.same('MISFIT', pg_temp.verdict(q), 'MISFIT reliable')
  FROM pg_temp.fit('{2,3,4,4,1,2}') q;
-- A covariance that is not symmetric.
SELECT harmony.response_quality('{7,1}', '{1,1}', '{a,a}', 1, 7, NULL, '{4,4}', '{{2,1e300},{0.2,2}}');
-- Anything that says what to judge is NULL: NULL.
SELECT pg_temp.same('null answers', (harmony.response_quality(NULL, '{1}', '{a}', 1, 5) IS NULL)::text, 'true'),
  pg_temp.same('null scale', (harmony.response_quality('{1}', '{1}', '{a}', NULL, 5) IS NULL)::text, 'true');

-- The cut-offs and the derived traits are data.
SELECT jsonb_pretty(harmony.default_psychometrics_model() -> 'response_quality');
SELECT jsonb_pretty(harmony.default_psychometrics_model() -> 'careless');
SELECT d.key, string_agg(p.weight || CASE WHEN p.reversed THEN ' (100 - ' || p.trait || ')' ELSE ' ' || p.trait END, ' + '
  ORDER BY p.weight DESC, p.trait)
FROM jsonb_each(harmony.default_psychometrics_model() -> 'derived_traits') d,
  jsonb_to_recordset(d.value) p (trait text, weight float8, reversed boolean) GROUP BY 1 ORDER BY 1;
SELECT pg_temp.same('version', (harmony.default_psychometrics_model() ->> 'version'), harmony_internal.snapshot_version()::text),
  pg_temp.same('traits of completeness', jsonb_array_length(harmony.default_psychometrics_model() -> 'completeness')::text, '12');
