-- What was not measured: imputed from the pool, named, and never a reason for confidence. Wanted values by hand, or SQL's.
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.near(what text, got float8, want float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want OR abs(got - want) <= 1e-9 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got::text, 'null'), coalesce(want::text, 'null')) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
CREATE FUNCTION pg_temp.id(k integer) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5(k::text)::uuid;

--
-- By hand: two are complete, the third lacks resilience, the fourth has nothing but conscientiousness
--
CREATE FUNCTION pg_temp.level(x float8) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN jsonb_build_object('resilience', x,
  'big_five', jsonb_build_object('openness', x, 'conscientiousness', x, 'agreeableness', x, 'neuroticism', 100 - x),
  'cognitive', jsonb_build_object('gca', x), 'motivation', jsonb_build_object('intrinsic', x, 'identified', x),
  'leadership_preferences', jsonb_build_object('autonomy', 0.5, 'feedback', 0.5, 'structure', 0.5));
CREATE TEMP TABLE pool (person uuid, profile jsonb);
INSERT INTO pool VALUES (pg_temp.id(1), pg_temp.level(80)), (pg_temp.id(2), pg_temp.level(40)),
  (pg_temp.id(3), pg_temp.level(66) - 'resilience'),
  (pg_temp.id(4), '{"big_five": {"conscientiousness": 94}}');
SELECT harmony.match_request(environment => '{"charter_intensity": 1, "management_pressure": 1, "salary_index": 1, "rest_days_ratio": 1, '
  '"private_cabin_ratio": 1}') AS request \gset
CREATE TEMP TABLE ranked AS SELECT m.* FROM unnest((SELECT harmony.match(person, profile, :'request') FROM pool)) m;
-- Resilience counts (80 + 40)/2 = 60: F_env is 100 1/2 .6 = 30; environmental fit .55 60 + .45 66 = 62.7, and no proxy.
SELECT pg_temp.near('f_env', f_env, 30), pg_temp.same('environmental fit', competencies #>> '{environmental_fit,score}', '62.7'),
  pg_temp.same('its quality', competencies #>> '{environmental_fit,data_quality}', '0.45'),
  pg_temp.near('quality', data_quality, (1 + 1 + 0.45 + 1) / 4), pg_temp.same('imputed', imputed::text, '{resilience}'),
  pg_temp.same('unassessed', unassessed::text, '{resilience}'), pg_temp.same('level', safety_level, 'CLEAR'),
  pg_temp.same('flags', flags::text, '{}'), pg_temp.same('confidence', confidence, 'MEDIUM'),
  -- P_ind is measured, F_env is not; no crew and no leader: .25 of 1.
  pg_temp.near('quality of stage 2', success_data_quality, 0.25)
FROM ranked WHERE person = pg_temp.id(3);
-- The means: gca, A, ES, O and drive 62 of three, resilience 60 of two, preferences .5. individual .6 62 + .4 94 = 74.8; team .4 62 + .2 94
-- + .4 62 = 68.4; environment .55 60 + .45 62 = 60.9; leadership 50. P_ind .5 62 + .35 94 + .15 62 = 73.2; F_env 30.
SELECT pg_temp.near('g_fit of the mean person', g_fit, (74.8 + 68.4 + 60.9 + 50) / 4), pg_temp.near('p_ind', p_ind, 73.2),
  pg_temp.near('f_env', f_env, 30), pg_temp.same('confidence', confidence, 'LOW'), pg_temp.same('flags', flags::text, '{PARTIAL_PROFILE}'),
  pg_temp.same('level', safety_level, 'UNASSESSED'),
    pg_temp.same('unassessed', unassessed::text, '{agreeableness,emotional_stability,resilience}'),
  pg_temp.same('imputed', imputed::text,
    '{openness,agreeableness,emotional_stability,gca,intrinsic,identified,resilience,autonomy,feedback,structure}'),
  pg_temp.near('quality', data_quality, (0.4 + 0.2) / 4)
FROM ranked WHERE person = pg_temp.id(4);
-- A good trait more is better, a bad one worse: what was not measured is neither.
SELECT pg_temp.same('neither rewarded nor punished', string_agg(k::text, ' ' ORDER BY y_success DESC), 'better as_mean lacks worse')
FROM (SELECT m.y_success, v.k FROM (VALUES ('better', 61::float8), ('worse', 59), ('lacks', NULL), ('as_mean', 60)) v (k, r)
      CROSS JOIN LATERAL unnest((SELECT harmony.match(p.person, p.profile, :'request') FROM (
        SELECT person, profile FROM pool WHERE person <> pg_temp.id(3) UNION ALL
        SELECT pg_temp.id(3), jsonb_strip_nulls(pg_temp.level(66) || jsonb_build_object('resilience', v.r))) p)) m
      WHERE m.person = pg_temp.id(3) ORDER BY v.k) x;
-- Nobody has it: the proxy, as without a pool. Nothing measured at all: no score, rather than that of the mean.
SELECT pg_temp.same('nobody has it', concat_ws(' ', imputed, flags, f_env), '{} {RESILIENCE_PROXY}')
FROM unnest((SELECT harmony.match(person, profile - 'resilience', :'request') FROM pool)) WHERE person = pg_temp.id(3);
SELECT pg_temp.same('nothing', concat_ws(' ', g_fit, y_success, imputed, confidence, safety_level, flags),
  '{} LOW UNASSESSED {PARTIAL_PROFILE}')
FROM unnest((SELECT harmony.match(person, CASE WHEN person = pg_temp.id(3) THEN '{}' ELSE profile END, :'request') FROM pool))
WHERE person = pg_temp.id(3);

--
-- The functions of one person drop what is missing; with the traits of the pool, impact gives the numbers of the match
--
SELECT pg_temp.near('p_ind drops it', harmony.p_ind('{"big_five": {"conscientiousness": 94}}'), 94),
  pg_temp.near('and impact without a pool', (i #>> '{success,terms,p_ind,value}')::float8, 94),
    pg_temp.same('names nothing', i ->> 'imputed', '[]')
FROM harmony.impact('{"big_five": {"conscientiousness": 94}}', :'request') i;
SELECT pg_temp.same('resilience', (t -> 'resilience')::text, '{"n": 2, "sd": 28.284271247461902, "mean": 60}'),
  pg_temp.same('gca after derivation', (t #> '{gca,mean}')::text, '62'), pg_temp.same('of one', (o #> '{gca,sd}')::text, 'null'),
  pg_temp.same('of nobody', (n IS NULL)::text, 'true'), pg_temp.same('of empty profiles', e::text, '{}')
FROM (SELECT harmony.pool_traits(profile) t FROM pool) a, (SELECT harmony.pool_traits(profile) o FROM pool WHERE person = pg_temp.id(1)) b,
  (SELECT harmony.pool_traits(profile) n FROM pool WHERE false) c, (SELECT harmony.pool_traits('{}') e FROM pool) d;
SELECT pg_temp.same('impact is the match', count(*)::text, '4')
FROM ranked m JOIN pool p USING (person) CROSS JOIN (SELECT harmony.pool_traits(profile) AS traits FROM pool) t
CROSS JOIN LATERAL harmony.impact(p.profile, :'request'::jsonb || jsonb_build_object('pool', t.traits)) i
WHERE (i #>> '{fit,g_fit}')::float8 = m.g_fit AND (i #>> '{success,score}')::float8 = m.y_success AND i -> 'imputed' = to_jsonb(m.imputed)
  AND i -> 'flags' = to_jsonb(m.flags) AND i #> '{safety,unassessed}' = to_jsonb(m.unassessed)
  AND (i #>> '{success,data_quality}')::float8 = m.success_data_quality;
SELECT jsonb_array_elements_text(i -> 'explanation')
FROM pool p CROSS JOIN (SELECT harmony.pool_traits(profile) AS traits FROM pool) t
CROSS JOIN LATERAL harmony.impact(p.profile, :'request'::jsonb || jsonb_build_object('pool', t.traits)) i WHERE p.person = pg_temp.id(4);
-- Bad pools.
SELECT harmony.check_match_request('{"pool": 1}');
SELECT harmony.check_match_request('{"pool": {"charm": {"mean": 1}}}');
SELECT harmony.check_match_request('{"pool": {"gca": {"mean": 101}}}');
SELECT harmony.check_match_request('{"pool": {"autonomy": {"mean": 50}}}');
SELECT harmony.check_match_request('{"pool": {"gca": {"median": 50}}}');
SELECT harmony.check_match_request('{"lifted": ["x"]}');

--
-- The barrier lifted for one person: level HIGH_RISK, stage 2, the rules stay visible
--
SELECT pg_temp.same('lifted', concat_ws(' ', safety_level, flags, fit_label, g_fit > 0, y_success > 0),
  'HIGH_RISK {BARRIER_LIFTED} HIGH_RISK t t')
FROM (SELECT unnest(harmony.match(pg_temp.id(k), pg_temp.level(14),
  :'request'::jsonb || jsonb_build_object('lifted', ARRAY[pg_temp.id(2)]))) AS m
      FROM generate_series(1, 3) k) r, LATERAL (SELECT (m).*) x WHERE x.person = pg_temp.id(2);
SELECT pg_temp.same('not for others', string_agg(concat_ws(' ', safety_level, flags), ', '), 'DISQUALIFIED {}, DISQUALIFIED {}')
FROM (SELECT unnest(harmony.match(pg_temp.id(k), pg_temp.level(14),
  :'request'::jsonb || jsonb_build_object('lifted', ARRAY[pg_temp.id(2)]))) AS m
      FROM generate_series(1, 3) k) r, LATERAL (SELECT (m).*) x WHERE x.person <> pg_temp.id(2);
SELECT pg_temp.same('explained', concat_ws(' ', i #>> '{safety,level}', jsonb_array_length(i #> '{safety,triggers}'),
  i #>> '{success,score}' IS NOT NULL),
  'HIGH_RISK 7 t')
FROM harmony.impact(pg_temp.level(14), :'request'::jsonb || jsonb_build_object('lifted', ARRAY[pg_temp.id(2)]), pg_temp.id(2)) i;

--
-- Serial, parallel and partitioned: the same, bit for bit
--
CREATE TABLE missing_pool (person uuid, profile jsonb) PARTITION BY HASH (person);
CREATE TABLE missing_pool_0 PARTITION OF missing_pool FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE missing_pool_1 PARTITION OF missing_pool FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE missing_pool_2 PARTITION OF missing_pool FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO missing_pool SELECT pg_temp.id(k), jsonb_strip_nulls(jsonb_build_object(
    'resilience', CASE WHEN k % 7 > 0 THEN k * 31 % 1001 / 10.0 END,
    'big_five', jsonb_build_object('openness', CASE WHEN k % 11 > 0 THEN k * 37 % 1001 / 10.0 END, 'conscientiousness',
      k * 13 % 1001 / 10.0,
      'agreeableness', CASE WHEN k % 13 > 0 THEN k * 7 % 1001 / 10.0 END, 'neuroticism', k * 29 % 1001 / 10.0),
    'cognitive', jsonb_build_object('logical', CASE WHEN k % 10 <> 3 THEN k * 17 % 1001 / 10.0 END, 'verbal',
      CASE WHEN k % 10 <> 3 THEN k * 19 % 1001 / 10.0 END),
    'leadership_preferences', CASE WHEN k % 10 <> 7 THEN jsonb_build_object('autonomy', k * 29 % 101 / 100.0, 'feedback', 0.3, 'structure',
      k * 43 % 101 / 100.0) END))
  FROM generate_series(1, 6000) k;
ANALYZE missing_pool;
CREATE TABLE missing_whole AS TABLE missing_pool;
ANALYZE missing_whole;
SELECT harmony.match_request('Captain', '{"conscientiousness": 95, "logical": 70}', ARRAY[pg_temp.level(60), pg_temp.level(50)],
  '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, "private_cabin_ratio": 0.4}',
  '{"autonomy": 0.5, "feedback": 0.5, "structure": 0.5}') AS request \gset
SET max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE alone AS SELECT m.*
  FROM unnest((SELECT harmony.match(person, profile, :'request' ORDER BY person DESC) FROM missing_whole)) m;
SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
CREATE TEMP TABLE together AS SELECT m.* FROM unnest((SELECT harmony.match(person, profile, :'request') FROM missing_whole)) m;
SET enable_partitionwise_aggregate = on;
CREATE TEMP TABLE divided AS SELECT m.* FROM unnest((SELECT harmony.match(person, profile, :'request') FROM missing_pool)) m;
CREATE TEMP TABLE traits AS SELECT (SELECT harmony.pool_traits(profile) FROM missing_pool) AS divided,
  (SELECT harmony.pool_traits(profile ORDER BY person) FROM missing_whole) AS alone;
RESET ALL;
SELECT pg_temp.same('most lack something', (count(*) FILTER (WHERE imputed <> '{}') > 2000)::text, 'true'),
  pg_temp.same('and nobody is without a score', count(g_fit)::text, '6000') FROM alone;
SELECT pg_temp.same('in parallel as alone', count(*)::text, '0')
  FROM ((TABLE alone EXCEPT TABLE together) UNION ALL (TABLE together EXCEPT TABLE alone)) d;
SELECT pg_temp.same('divided as alone', count(*)::text, '0')
  FROM ((TABLE alone EXCEPT TABLE divided) UNION ALL (TABLE divided EXCEPT TABLE alone)) d;
SELECT pg_temp.same('and so the traits', (alone = divided)::text, 'true'),
  pg_temp.near('which are SQL''s', (alone #>> '{resilience,mean}')::float8,
    (SELECT avg((profile ->> 'resilience')::float8) FROM missing_whole)),
  pg_temp.near('spread too', (alone #>> '{resilience,sd}')::float8,
    (SELECT stddev_samp((profile ->> 'resilience')::float8) FROM missing_whole)) FROM traits;
DROP TABLE missing_pool, missing_whole;

--
-- Positions that nobody named, and people who are there twice
--
SELECT harmony.check_match_request(harmony.match_request('Captian', '{"gca": 80}')) IS NULL AS checked;
SELECT harmony.check_match_request(harmony.match_request('frist mate')) IS NULL AS checked;
SELECT harmony.check_match_request(harmony.match_request('Deckhand', '{"gca": 80}')) IS NULL AS checked;
SELECT harmony.check_match_request(harmony.match_request('chief ENGINEER')) IS NULL AS checked;
SELECT harmony.check_match_request(harmony.match_request('Anything', rules => '[]')) IS NULL AS checked;
SELECT cardinality(harmony.match(person, profile, harmony.match_request('Captian'))) FROM pool;
-- Of one person: a name one letter off; on a threshold by exact arithmetic (the mean of the three is 20) no rule fires.
SELECT level FROM harmony.safety_barrier('{"cognitive": {"gca": 5}}', 'Captian');
SELECT level, triggers FROM harmony.safety_barrier('{"cognitive": {"logical": 10.2, "numerical": 21.9, "verbal": 27.9}}', 'Captain');
SELECT level FROM harmony.safety_barrier('{"leadership_preferences": {"autonomy": 0.29}}', NULL,
  '[{"trait": "autonomy", "below": 29, "effect": "hard"}]');
SELECT cardinality(harmony.match(person, profile, :'request')) FROM (TABLE pool UNION ALL TABLE pool) twice;
SELECT cardinality(harmony.rank_sensitivity(person, profile, :'request')) FROM (TABLE pool UNION ALL TABLE pool) twice;

--
-- Equal scores tie, whatever way they came: both are 52.95 (.55 52.8 + .30 50.3 + .15 58.8, .55 51.6 + .30 54.1 + .15 55.6)
--
SELECT pg_temp.same('one score, one centile', string_agg(DISTINCT concat_ws(' ', c ->> 'score', c ->> 'centile'), ', '), '53.0 50.0')
FROM (SELECT (unnest(harmony.match(person, profile, harmony.match_request()))).competencies -> 'environmental_fit' AS c FROM (VALUES
  (pg_temp.id(1), '{"resilience": 52.8, "big_five": {"openness": 58.8, "neuroticism": 49.7}}'::jsonb),
  (pg_temp.id(2), '{"resilience": 51.6, "big_five": {"openness": 55.6, "neuroticism": 45.9}}')) t (person, profile)) m;
-- In 3,000 random profiles of one decimal: people whose g_fit is equal on paper (numeric arithmetic) have one centile.
CREATE TEMP TABLE exact AS
SELECT pg_temp.id(i) AS person,
  jsonb_build_object('resilience', r[1], 'big_five', jsonb_build_object('openness', r[2], 'agreeableness', r[3],
    'conscientiousness', r[4], 'neuroticism', r[5]), 'cognitive', jsonb_build_object('gca', r[6])) AS profile,
  round((0.6 * r[6] + 0.4 * r[4] + 0.4 * r[3] + 0.2 * r[4] + 0.4 * (100 - r[5]) + 0.55 * r[1] + 0.3 * (100 - r[5]) + 0.15 * r[2]) / 3,
    9) AS g
FROM generate_series(1, 3000) i CROSS
  JOIN LATERAL (SELECT array_agg(round(40 + mod(i * (k * 37 + 11) + i / 7 * k, 300) / 10.0, 1) ORDER BY k) AS r
  FROM generate_series(1, 6) k) q;
SELECT pg_temp.same('groups that are split', count(*) FILTER (WHERE n > 1)::text, '0'),
  pg_temp.same('there are groups', (sum(size) - count(*) > 500)::text, 'true')
FROM (SELECT e.g, count(DISTINCT m.centile) AS n, count(*) AS size
      FROM unnest((SELECT harmony.match(person, profile, harmony.match_request()) FROM exact)) m JOIN exact e USING (person) GROUP BY e.g)
        x;
