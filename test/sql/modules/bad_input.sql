-- Whatever comes in, the answer is a value, NULL or a clear error of class 22 or 23; never XX000, never a crash.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.outcome(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE 'SELECT (' || expression || ')::text' INTO r;
  RETURN CASE WHEN r IS NULL THEN 'null' ELSE 'value' END;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
-- {…} stands for harmony.; one line a call: the wanted outcome and the expression.
CREATE FUNCTION pg_temp.check_calls(calls text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN got = want THEN 'ok - ' ELSE format('NOT OK - got %s: ', got) END || want || ' ' || expression
  FROM regexp_split_to_table(btrim(calls, E'\n'), E'\n(?! )') WITH ORDINALITY l (line, k),  -- what begins with a blank goes on
       LATERAL (SELECT split_part(btrim(line), ' ', 1) AS want, substr(btrim(line), strpos(btrim(line), ' ') + 1) AS expression) e,
       LATERAL pg_temp.outcome(expression) got
  ORDER BY k $$;

-- score_likert, score_cognitive: lengths, empty lists, NULLs inside, dimensions, keys, scales, values at the limits of their types.
SELECT pg_temp.check_calls($calls$
22023 (harmony.score_likert('{1,2}', '{1}', '{a}', 1, 5)).score
22023 (harmony.score_likert('{1}', '{1,1}', '{a}', 1, 5)).score
22023 (harmony.score_likert('{1}', '{1}', '{a,b}', 1, 5)).score
22023 (harmony.score_likert('{}', '{}', '{}', 1, 5)).score
22023 (harmony.score_likert('{}', '{1}', '{a}', 1, 5)).score
22023 (harmony.score_likert('{1}', '{0}', '{a}', 1, 5)).score
22023 (harmony.score_likert('{1}', '{-32768}', '{a}', 1, 5)).score
22023 (harmony.score_likert('{1}', '{1}', '{a}', 5, 5)).score
22023 (harmony.score_likert('{1}', '{1}', '{a}', 5, 1)).score
22003 (harmony.score_likert('{0}', '{1}', '{a}', 1, 5)).score
22003 (harmony.score_likert('{6}', '{1}', '{a}', 1, 5)).score
22003 (harmony.score_likert('{32767}', '{1}', '{a}', 1, 5)).score
22003 (harmony.score_likert('{-32768}', '{-1}', '{a}', 1, 5)).score
value (harmony.score_likert('{1}', '{-1}', '{a}', -2147483648, 2147483647)).score
value (harmony.score_likert('{1}', '{-1}', '{""}', 1, 5)).score
22004 (harmony.score_likert('{1}', '{NULL}', '{a}', 1, 5)).score
22004 (harmony.score_likert('{1}', '{1}', '{NULL}', 1, 5)).score
2202E (harmony.score_likert('{{1,2},{3,4}}', '{1,1,1,1}', '{a,a,a,a}', 1, 5)).score
2202E (harmony.score_likert('{1,2}', '{{1},{1}}', '{a,a}', 1, 5)).score
2202E (harmony.score_likert('{1,2}', '{1,1}', '{{a},{a}}', 1, 5)).score
value (harmony.score_likert('[7:8]={1,2}', '{1,1}', '{a,a}', 1, 5)).score
null (SELECT (harmony.score_likert('{1}', '{1}', '{a}', NULL, 5)).score)
22023 (harmony.score_cognitive('{1,2}', '{1}', '{a}')).score
22023 (harmony.score_cognitive('{1}', '{1}', '{a}', 1)).score
22023 (harmony.score_cognitive('{1}', '{1}', '{a}', -1)).score
22023 (harmony.score_cognitive('{1}', '{5}', '{a}', 4)).score
22023 (harmony.score_cognitive('{1}', '{0}', '{a}')).score
22003 (harmony.score_cognitive('{5}', '{1}', '{a}', 4)).score
22003 (harmony.score_cognitive('{0}', '{1}', '{a}')).score
22023 (harmony.score_cognitive('{}', '{}', '{}')).score
22004 (harmony.score_cognitive('{1}', '{NULL}', '{a}')).score
value (harmony.score_cognitive('{1}', '{1}', '{a}', 2147483647)).score
$calls$);

-- response_quality
SELECT pg_temp.check_calls($calls$
22023 (harmony.response_quality('{1,2}', '{1}', '{a}', 1, 5)).irv
22023 (harmony.response_quality('{}', '{}', '{}', 1, 5)).irv
22023 (harmony.response_quality('{1,2}', '{}', '{a,a}', 1, 5)).irv
22003 (harmony.response_quality('{6}', '{1}', '{a}', 1, 5)).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, '{-1}')).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, '{1,2}')).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1,2}', '{{1}}')).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1}', '{{1,2}}')).irv
22023 (harmony.response_quality('{1,2}', '{1,1}', '{a,a}', 1, 5, NULL, '{1,2}', '{{1,0,0,1}}')).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{NaN}', '{{1}}')).irv
22023 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1}', '{{Infinity}}')).irv
2202E (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1}', '{1}')).irv
2202E (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1}', '{}')).irv
22004 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{NULL}', '{{1}}')).irv
22004 (harmony.response_quality('{1}', '{1}', '{a}', 1, 5, NULL, '{1}', '{{NULL}}')).irv
22004 (harmony.response_quality('{1}', '{NULL}', '{a}', 1, 5)).irv
null harmony.response_quality(NULL, '{1}', '{a}', 1, 5)
null harmony.response_quality('{1}', '{1}', NULL, 1, 5)
null harmony.response_quality('{1}', '{1}', '{a}', 1, NULL)
null (harmony.response_quality('{1,2}', '{1,1}', '{a,a}', 1, 5, NULL, '{1,1}', '{{1e308,0},{0,-1}}')).mahalanobis
value (harmony.response_quality('{1,2}', '{1,1}', '{a,a}', 1, 5, '{2147483647,2147483647}')).median_ms
$calls$);

-- The snapshot aggregate.
SELECT pg_temp.check_calls($calls$
22003 harmony.snapshot('a', 'a', -1, true, now(), 'i', '{}')
22023 harmony.snapshot('a', 'a', 'Infinity', true, now(), 'i', '{}')
22023 harmony.snapshot('a', 'a', 'NaN', true, now(), 'i', '{}')
22004 harmony.snapshot('a', NULL, 1, true, now(), 'i', '{}')
22004 harmony.snapshot('a', 'a', 1, true, now(), 'i', '{NULL}')
2202E harmony.snapshot('a', 'a', 1, true, now(), 'i', '{{a,b},{c,d}}')
value harmony.snapshot('a', 'a', 1, NULL, NULL, NULL, NULL)
value harmony.snapshot(NULL, NULL, NULL, NULL, NULL, NULL, NULL)
value harmony.snapshot('a', 'a', 1, true, 'infinity', 'i', '{}')
value harmony.snapshot('', '', 1, true, now(), '', '{""}')
22023 harmony.snapshot('emotional_stability', 'emotional_stability', 1, true, now(), 'i', '{}')
$calls$);

-- Profiles of every wrong shape, to every function that takes one.
CREATE TEMP TABLE shape AS SELECT * FROM (VALUES ('22023', '[]'), ('22023', '[1,2]'), ('22023', '[{"gca": 1}]'), ('22023', '1'),
  ('22023', '"text"'), ('22023', 'true'), ('22023', 'null'),
  ('22023', '{"resilience": "high"}'), ('22023', '{"resilience": true}'), ('22023', '{"big_five": {"openness": [1]}}'),
    ('22023', '{"big_five": {"openness": {"a": 1}}}'), ('22023', '{"resilience": [1]}'),
  ('22003', '{"resilience": -1}'), ('22003', '{"resilience": 100.1}'), ('22003', '{"resilience": 1e400}'),
    ('22003', '{"leadership_preferences": {"autonomy": 42}}'), ('22003', '{"cognitive": {"gca": -1e-9}}')) v (want, profile);
SELECT CASE WHEN got = want THEN 'ok - ' ELSE format('NOT OK - got %s: ', got) END || want || ' ' || call
FROM shape, LATERAL unnest(ARRAY['harmony.p_ind(%L)', 'harmony.g_fit(%L)', 'harmony.competencies(%L)', 'harmony.safety_barrier(%L)',
  'harmony.f_env(%L, ''{}'')', 'harmony.f_lmx(%L, ''{}'')',
  'harmony.f_team(ARRAY[%L]::jsonb[])', 'harmony.dyad(%L, ''{}'')', 'harmony.dyad(''{}'', %L)',
    'harmony.match(gen_random_uuid(), %L, harmony.match_request())',
  'harmony.match(gen_random_uuid(), ''{}'', harmony.match_request(crew => ARRAY[%L]::jsonb[]))']) WITH ORDINALITY f (form, n),
  LATERAL format(form, profile) call, LATERAL pg_temp.outcome(call) got
WHERE NOT (profile = 'null' AND form LIKE '%crew%')  -- in a list, null is a member of whom nothing is known
ORDER BY n, shape.ctid;
-- What is not known is passed over: null, unknown traits and families, an empty family, keys of any length.
SELECT pg_temp.check_calls($calls$
null harmony.p_ind('{"cognitive": {"gca": null}, "resilience": null, "big_five": {}}')
null harmony.p_ind('{"zodiac": {"sign": "leo"}, "quality": {"completeness": 7}, "": 1}')
null harmony.p_ind(jsonb_build_object(repeat('x', 100000), 1))
value (harmony.f_team('{NULL,NULL}')).n
null (harmony.f_team('{NULL,NULL}')).score
2202E harmony.f_team('{{"{}","{}"},{"{}","{}"}}')
$calls$);

-- Model arguments.
SELECT pg_temp.check_calls($calls$
22023 harmony.p_ind('{}', '[]')
22023 harmony.p_ind('{}', '1')
22023 harmony.p_ind('{}', '{}')
22023 harmony.p_ind('{}', '{"gca": 0}')
22023 harmony.p_ind('{}', '{"gca": -1}')
22023 harmony.p_ind('{}', '{"gca": "1"}')
22023 harmony.p_ind('{}', '{"gca": null}')
22023 harmony.p_ind('{}', '{"charm": 1}')
22023 harmony.p_ind('{}', '{"gca": 1e308, "openness": 1e308}')
22003 harmony.p_ind('{}', '{"gca": 1e400}')
22023 harmony.f_team('{}', '[]')
22023 harmony.f_team('{}', '{"charm": 1}')
22023 harmony.f_team('{}', '{"sd_cap": 0}')
22023 harmony.f_team('{}', '{"min_agreeableness": -1}')
22023 harmony.f_team('{}', '{"min_agreeableness": 0, "homogeneity": 0, "mean_emotional_stability": 0}')
22023 harmony.f_env('{}', '[]')
22023 harmony.f_env('{}', '{"weather": 1}')
22023 harmony.f_env('{}', '{"salary_index": "1"}')
22003 harmony.f_env('{}', '{"salary_index": 1.01}')
22003 harmony.f_env('{}', '{"salary_index": -0.01}')
null harmony.f_env('{}', '{}')
null harmony.f_env('{}', NULL)
22023 harmony.f_lmx('{}', '"x"')
22023 harmony.f_lmx('{}', '{"charm": 1}')
22003 harmony.f_lmx('{}', '{"autonomy": 2}')
null harmony.f_lmx('{}', '{}')
22023 harmony.g_fit('{}', '[]')
22023 harmony.g_fit('{}', '{"charm": 1}')
22023 harmony.g_fit('{}', '{"gca": 101}')
22023 harmony.g_fit('{}', '{"gca": -1}')
22023 harmony.g_fit('{}', '{"gca": "high"}')
22023 harmony.g_fit('{}', '{"gca": {"benchmark": 50, "polarity": "sideways"}}')
22023 harmony.g_fit('{}', '{"gca": {"benchmark": 50, "polarity": 1}}')
22023 harmony.g_fit('{}', '{"gca": {"polarity": "low"}}')
22023 harmony.g_fit('{}', '{"gca": []}')
22023 harmony.g_fit('{}', NULL, '[]')
22023 harmony.g_fit('{}', NULL, '{"team_fit": []}')
22023 harmony.g_fit('{}', NULL, '{"team_fit": "much"}')
22023 harmony.g_fit('{}', NULL, '{"team_fit": -1}')
22023 harmony.g_fit('{}', NULL, '{"team_fit": 0}')
22023 harmony.g_fit('{}', NULL, '{"team_fit": {"charm": 1}}')
22023 harmony.g_fit('{}', NULL, '{"": {"gca": 1}}')
54000 harmony.g_fit('{}', NULL, (SELECT jsonb_object_agg('c' || k, '{"gca": 1}'::jsonb) FROM generate_series(1, 13) k))
22023 harmony.safety_barrier('{}', NULL, '{}')
22023 harmony.safety_barrier('{}', NULL, '1')
22023 harmony.safety_barrier('{}', NULL, '[1]')
22023 harmony.safety_barrier('{}', NULL, '[{}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1, "effect": "doom"}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1, "effect": "CLEAR"}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "charm", "below": 1, "effect": "ADVISORY"}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": 1, "below": 1, "effect": "ADVISORY"}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1, "effect": "ADVISORY", "positions": [1]}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1, "effect": "ADVISORY", "positions": "Captain"}]')
22023 harmony.safety_barrier('{}', NULL, '[{"trait": "gca", "below": 1, "effect": "ADVISORY", "position": ["Captain"]}]')
22023 harmony.mlpsm('NaN', 1, 1, 1)
22023 harmony.mlpsm(1, 'Infinity', 1, 1)
22023 harmony.mlpsm(1, 1, 1, 1, '[]')
22023 harmony.mlpsm(1, 1, 1, 1, '{"charm": 1}')
22023 harmony.mlpsm(1, 1, 1, 1, '{"p_ind": null}')
null harmony.mlpsm(1, NULL, NULL, NULL, '{"p_ind": 0}')
22023 harmony.midrank_percentile('NaN', '{1,2}')
22023 harmony.midrank_percentile(1, '{1,NaN}')
22023 harmony.midrank_percentile('Infinity', '{1,2}')
22004 harmony.midrank_percentile(1, '{1,NULL}')
22003 harmony.midrank_percentile(1e300, '{1,2}')
2202E harmony.midrank_percentile(1, '{{1,2},{3,4}}')
null harmony.midrank_percentile(1, '{}')
22023 harmony.hidden_conflict('[]')
22023 harmony.hidden_conflict('{"mood": 1}')
22023 harmony.hidden_conflict('{"weather": "fine"}')
22003 harmony.hidden_conflict('{"weather": 0.9}')
22003 harmony.hidden_conflict('{"weather": 5.1}')
22003 harmony.hidden_conflict('{"performance": 101}')
22003 harmony.hidden_conflict('{"sd_conscientiousness": -1}')
22003 harmony.team_volatility('{"rmssd": -1}')
22003 harmony.team_volatility('{"rmssd": 1e400}')
null harmony.team_volatility(NULL)
$calls$);

-- match: the request is checked once, candidates one by one.
SELECT pg_temp.check_calls($calls$
22004 harmony.match(gen_random_uuid(), '{}', NULL)
22023 harmony.match(gen_random_uuid(), '{}', '[]')
22023 harmony.match(gen_random_uuid(), '{}', '1')
22023 harmony.match(gen_random_uuid(), '{}', '{"charm": 1}')
22023 harmony.match(gen_random_uuid(), '{}', '{"position": 1}')
22023 harmony.match(gen_random_uuid(), '{}', '{"crew": {}}')
22023 harmony.match(gen_random_uuid(), '{}', '{"crew": [1]}')
22023 harmony.match(gen_random_uuid(), '{}', '{"top": "all"}')
22003 harmony.match(gen_random_uuid(), '{}', '{"top": -1}')
22003 harmony.match(gen_random_uuid(), '{}', '{"top": 1e20}')
22023 harmony.match(gen_random_uuid(), '{}', '{"model": []}')
22023 harmony.match(gen_random_uuid(), '{}', '{"model": {"f_env": {"least_demand": 0}}}')
22023 harmony.match(gen_random_uuid(), '{}', '{"model": {"version": 1}}')
22003 harmony.match(gen_random_uuid(), '{}', '{"environment": {"salary_index": 2}}')
22003 harmony.match(gen_random_uuid(), '{}', '{"leadership": {"autonomy": 2}}')
22023 harmony.match(gen_random_uuid(), '{}', '{"rules": {}}')
54000 harmony.match(gen_random_uuid(), '{}', jsonb_build_object('rules',
  (SELECT jsonb_agg('{"trait": "gca", "below": 1, "effect": "ADVISORY"}'::jsonb) FROM generate_series(1, 65))))
value harmony.match(NULL, '{}', '{}')
value harmony.match(gen_random_uuid(), NULL, '{}')
value harmony.match(gen_random_uuid(), '{}', '{"crew": [null, {}], "top": null}')
$calls$);

-- The parts of an aggregate are of no use by themselves; which of two classes says so depends on the server's minor release.
SELECT pg_temp.outcome('harmony_internal.match_final(NULL)') IN ('0A000', '42883'),
  pg_temp.outcome('harmony_internal.snapshot_final(NULL)') IN ('0A000', '42883');

-- A million elements: an answer, or an error. The timeout only ends what would be quadratic, which takes hours.
SELECT array_agg((k % 5 + 1)::smallint) AS answers, array_agg((1 - 2 * (k % 2))::smallint) AS keyed, array_agg('t' || k % 7) AS traits,
  array_agg(3000) AS ms INTO TEMP large FROM generate_series(1, 1000000) k;
SET statement_timeout = '20min';
SELECT count(*) = 7 FROM large, harmony.score_likert(answers, keyed, traits, 1, 5);
SELECT count(*) = 7 FROM large, harmony.score_cognitive(answers, answers, traits, 5);
SELECT n_items = 1000000, longstring = 1, flags FROM large, harmony.response_quality(answers, keyed, traits, 1, 5, ms);
SELECT count(*) = 1000000 FROM (SELECT array_agg('t' || k) t FROM generate_series(1, 1000000) k) n, large,
  harmony.score_likert(answers, keyed, t, 1, 5);
SELECT harmony.midrank_percentile(50, (SELECT array_agg(50::float8) FROM generate_series(1, 1000000)));
SELECT (harmony.f_team((SELECT array_agg('{"emotional_stability": 50}'::jsonb) FROM generate_series(1, 100000)))).n;
SELECT harmony.response_quality(answers, keyed, traits, 1, 5, ms, '{1}', '{{1}}') FROM large;
