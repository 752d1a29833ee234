-- The statistics of groups, samples and scales on real data: NIST's certified values (StRD), R 4.2.2 with multilevel 2.7 on 7,382
-- soldiers in 99 companies and with psych 2.2.9 on 2,800 people (reference.json of each); the same in any plan and order.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it only what needs no file runs.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r teams/bh1996.csv ] && [ -r bfi/reference.json ] && [ -r nist/SiRstv.csv ] && echo true || echo false`

CREATE FUNCTION pg_temp.near(got float8, want float8, what text, tolerance float8 DEFAULT 1e-9) RETURNS text LANGUAGE sql AS $$
  SELECT ok(coalesce(abs(got - want) <= tolerance * greatest(abs(want), 1e-300), false), format('%s: %s', what, want))
    || CASE WHEN abs(got - want) <= tolerance * greatest(abs(want), 1e-300) THEN '' ELSE E'\n# got ' || coalesce(got::text, 'null') END $$;
CREATE FUNCTION pg_temp.digits(got float8, want float8, at_least float8, what text) RETURNS text LANGUAGE sql AS $$
  SELECT ok(got = want OR -log((abs(got - want) / want)::numeric) >= at_least, format('%s: %s digits of %s', what, at_least, want)) $$;
-- Whether two documents are the same but for a relative 1e-12 in their numbers.
CREATE FUNCTION pg_temp.alike(a jsonb, b jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(a) IS DISTINCT FROM jsonb_typeof(b) THEN RETURN false;
  ELSIF jsonb_typeof(a) = 'number' THEN RETURN abs(a::numeric - b::numeric) <= 1e-12 * greatest(abs(a::numeric), 1e-6);
  ELSIF jsonb_typeof(a) = 'array' THEN
    RETURN jsonb_array_length(a) = jsonb_array_length(b)
      AND NOT EXISTS (SELECT FROM generate_series(0, jsonb_array_length(a) - 1) i WHERE NOT pg_temp.alike(a -> i, b -> i));
  ELSIF jsonb_typeof(a) = 'object' THEN
    RETURN NOT EXISTS (SELECT FROM jsonb_object_keys(a || b) k WHERE NOT coalesce(pg_temp.alike(a -> k, b -> k), false));
  END IF;
  RETURN a = b;
END $$;

-- Groups of any type give what their text gives; 1.0 and 1.00 are one number; values of any numeric type.
CREATE TYPE pg_temp.watch AS ENUM ('port', 'starboard', 'dog');
CREATE TEMP TABLE typed AS
SELECT i, i % 3 AS int4, (i % 3)::int2 AS int2, (i % 3)::int8 AS int8, (i % 3)::text AS text, (i % 3)::varchar(5) AS varchar,
  (i % 3)::text::name AS name,
       i % 2 = 0 AS boolean, (ARRAY['port', 'starboard', 'dog'])[1 + i % 3]::pg_temp.watch AS enum, md5((i % 3)::text)::uuid AS uuid,
         date '2025-01-01' + i % 3 AS date,
       round(i % 3, i % 4) AS numeric, (i * 7 % 11)::float8 AS v FROM generate_series(1, 40) i;
CREATE FUNCTION pg_temp.four(value text, grp text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE answer jsonb;
BEGIN
  EXECUTE format('SELECT jsonb_build_array(to_jsonb(harmony.anova(%1$s, %2$s)) - ''group_stats'', to_jsonb(harmony.kruskal(%1$s, %2$s)), '
    'jsonb_array_length(to_jsonb(harmony.tukey_hsd(%1$s, %2$s))),
    jsonb_array_length(to_jsonb(harmony.games_howell(%1$s, %2$s)))) FROM typed', value, grp) INTO answer;
  RETURN answer;
END $$;
SELECT ok(pg_temp.alike(pg_temp.four('v', t), pg_temp.four('v', 'text')), 'groups of type ' || t)
  FROM unnest('{int2,int4,int8,varchar,name,enum,uuid,date,numeric}'::text[]) t;
SELECT ok(pg_temp.alike(pg_temp.four('v', 'boolean'), pg_temp.four('v', '(i % 2)')), 'groups of type boolean');
SELECT ok(pg_temp.alike(pg_temp.four('v::' || t, 'int4'), pg_temp.four('v', 'int4')), 'values of type ' || t)
  FROM unnest('{int2,int4,int8,real,numeric}'::text[]) t;
SELECT is((SELECT jsonb_path_query_array(group_stats, '$[*]."group"') FROM (SELECT (harmony.anova(v, enum)).group_stats FROM typed) a),
  '["dog", "port", "starboard"]', 'names of an enum');
SELECT is((SELECT jsonb_path_query_array(group_stats, '$[*]."group"') FROM (SELECT (harmony.anova(v, i % 11 - 1)).group_stats FROM typed)
  a), '["-1", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]', 'whole numbers by value');
SELECT is((harmony.anova(v, 'all')).k, 1::bigint, 'a literal') FROM typed;
SELECT is(harmony.fold_of(i, 5), harmony.fold_of(i::text, 5), 'the fold of a number') FROM typed WHERE i = 7;
SELECT is(harmony.fold_of(uuid, 5), harmony.fold_of(uuid::text, 5), 'the fold of a uuid') FROM typed WHERE i = 7;

-- NIST: SmLs01 to 09 are nine treatments of n values, offset.4 first and then in turn a tenth less and more; F = n.
CREATE TEMP TABLE smls AS
SELECT o.k, n, t.treatment, (o.digits || '.' || CASE WHEN i = 1 THEN c ELSE c + CASE WHEN i % 2 = 0 THEN -1 ELSE 1 END END)::float8 AS y
FROM (VALUES (0, '1'), (1, '1000000'), (2, '1000000000000')) o (k, digits), (VALUES (21), (201), (2001)) s (n),
  generate_series(1, 9) t (treatment),
  LATERAL (SELECT CASE WHEN t.treatment = 1 THEN 4 WHEN t.treatment % 2 = 0 THEN 3 ELSE 5 END) m (c), generate_series(1, n) i;
SELECT pg_temp.digits((a).f, n, (ARRAY[12, 8, 2])[k + 1], format('SmLs0%s', 3 * k + 1 + (n > 21)::int + (n > 201)::int))
FROM (SELECT k, n, harmony.anova(y, treatment) AS a FROM smls GROUP BY k, n) s ORDER BY k, n;

\if :present
CREATE TEMP TABLE nist (name text, treatment int, y float8);
ALTER TABLE nist ALTER name SET DEFAULT 'SiRstv';
\set load '\\copy nist (treatment, y) FROM ''' :data '/nist/SiRstv.csv'' CSV HEADER'
:load
ALTER TABLE nist ALTER name SET DEFAULT 'AtmWtAg';
\set load '\\copy nist (treatment, y) FROM ''' :data '/nist/AtmWtAg.csv'' CSV HEADER'
:load
SELECT pg_temp.digits((harmony.anova(y, treatment)).f, 1.18046237440255, 13, 'SiRstv') FROM nist WHERE name = 'SiRstv';
SELECT pg_temp.digits((harmony.anova(y, treatment)).f, 15.946733567793, 9, 'AtmWtAg') FROM nist WHERE name = 'AtmWtAg';
SELECT pg_temp.digits((harmony.anova(y, treatment)).eta_squared, 0.257426544538321, 9, 'AtmWtAg: eta squared is the certified R squared')
  FROM nist WHERE name = 'AtmWtAg';

-- bh1996: companies are GRP.
CREATE TEMP TABLE reference (name text, r jsonb);
\set content `cat "${HARMONY_DATA:-../shared/data}/teams/reference.json"`
INSERT INTO reference VALUES ('teams', :'content'::jsonb);
\set content `cat "${HARMONY_DATA:-../shared/data}/bfi/reference.json"`
INSERT INTO reference VALUES ('bfi', :'content'::jsonb);
\unset content
CREATE FUNCTION pg_temp.ref(of_name text, VARIADIC path text[]) RETURNS float8
  LANGUAGE sql STABLE AS $$ SELECT (r #>> path)::float8 FROM reference WHERE name = of_name $$;
CREATE TABLE soldier (grp int, cohes float8, g_cohes float8, w_cohes float8, lead float8, g_lead float8, w_lead float8, hrs float8,
  g_hrs float8, w_hrs float8, wbeing float8, g_wbeing float8, w_wbeing float8);
\set load '\\copy soldier FROM ''' :data '/teams/bh1996.csv'' CSV HEADER'
:load
CREATE TEMP TABLE companies AS
  SELECT 'HRS' AS name, (harmony.anova(hrs, grp)).* FROM soldier UNION ALL SELECT 'LEAD', (harmony.anova(lead, grp)).* FROM soldier
    UNION ALL SELECT 'WBEING', (harmony.anova(wbeing, grp)).* FROM soldier;
SELECT pg_temp.near(icc1, pg_temp.ref('teams', 'bh1996', name, 'ICC1'), 'ICC(1) of ' || name) FROM companies;
SELECT pg_temp.near(icc2, pg_temp.ref('teams', 'bh1996', name, 'ICC2'), 'ICC(2) of ' || name) FROM companies;
SELECT pg_temp.near(f, pg_temp.ref('teams', 'bh1996', name, 'anova', 'F value', '0'), 'F of ' || name) FROM companies;
SELECT pg_temp.near(ss_between, pg_temp.ref('teams', 'bh1996', name, 'anova', 'Sum Sq', '0'), 'SS between of ' || name) FROM companies;
SELECT pg_temp.near(ss_within, pg_temp.ref('teams', 'bh1996', name, 'anova', 'Sum Sq', '1'), 'SS within of ' || name) FROM companies;
CREATE TEMP TABLE company AS SELECT grp, harmony.rwg_j(ARRAY[lead], harmony.uniform_variance(5)) AS rwg FROM soldier GROUP BY grp;
SELECT pg_temp.near(avg(rwg), pg_temp.ref('teams', 'bh1996_rwg_LEAD', 'mean'), 'r_wg of LEAD: mean over companies') FROM company;
SELECT pg_temp.near(percentile_cont(0.5) WITHIN GROUP (ORDER BY rwg), pg_temp.ref('teams', 'bh1996_rwg_LEAD', 'median'),
  'r_wg of LEAD: median') FROM company;
SELECT pg_temp.near(c.rwg, (e ->> 'rwg')::float8, 'r_wg of company ' || c.grp)
FROM reference, jsonb_array_elements(r #> '{bh1996_rwg_LEAD,first10}') e JOIN company c ON c.grp = (e ->> 'grpid')::int
  WHERE name = 'teams' ORDER BY c.grp;

-- The same by any plan and in any order.
CREATE TABLE shuffled AS SELECT grp, grp::text AS company, hrs, lead, grp % 2 = 0 AS even FROM soldier ORDER BY md5(ctid::text);
CREATE TABLE parts (LIKE shuffled) PARTITION BY HASH (lead);
CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parts SELECT * FROM shuffled;
CREATE FUNCTION pg_temp.everything(source text, filter text DEFAULT 'true') RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE answer jsonb;
BEGIN
  EXECUTE format('SELECT jsonb_build_object(''anova'', to_jsonb(harmony.anova(lead, company)), ''numbered'', to_jsonb(harmony.anova(lead, '
    'grp)), ''kruskal'', to_jsonb(harmony.kruskal(hrs, company)),
    ''welch'', to_jsonb(harmony.welch_t(lead, even)), ''cohen'', to_jsonb(harmony.cohens_d(lead, even)),
    ''mann_whitney'', to_jsonb(harmony.mann_whitney(hrs, even)), ''ks'', to_jsonb(harmony.ks_2samp(lead, even)),
    ''wasserstein'', harmony.wasserstein(lead, even), ''norms'', to_jsonb(harmony.norms(lead)),
    ''rwg'', harmony.rwg_j(ARRAY[lead, hrs], 10)) FROM %s WHERE %s', source, filter) INTO answer;
  RETURN answer;
END $$;
ANALYZE shuffled;
ANALYZE parts;
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0; SET LOCAL min_parallel_table_scan_size = 0;
  SET LOCAL max_parallel_workers = 4;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT pg_temp.everything('(SELECT * FROM shuffled ORDER BY lead, hrs, grp) s') AS serial \gset
SELECT ok(pg_temp.alike(pg_temp.everything('shuffled'), :'serial'::jsonb), 'in another order');
SELECT ok(pg_temp.alike(pg_temp.everything('parts'), :'serial'::jsonb), 'partitioned');
SET LOCAL enable_partitionwise_aggregate = on;
SELECT ok(pg_temp.alike(pg_temp.everything('parts'), :'serial'::jsonb), 'partition by partition');
SET LOCAL max_parallel_workers_per_gather = 1;
SELECT ok(pg_temp.alike(pg_temp.everything('shuffled'), :'serial'::jsonb), 'with one worker');
SET LOCAL max_parallel_workers_per_gather = 2; ALTER TABLE shuffled SET (parallel_workers = 2);
SELECT ok(pg_temp.alike(pg_temp.everything('shuffled'), :'serial'::jsonb), 'with two workers');
SET LOCAL parallel_leader_participation = off;
SELECT ok(pg_temp.alike(pg_temp.everything('shuffled'), :'serial'::jsonb), 'by workers alone');
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text
  LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END $$;
SELECT ok(EXISTS (SELECT
  FROM pg_temp.plan_of('SELECT harmony.anova(lead, company), harmony.kruskal(hrs, company), harmony.welch_t(lead, even), '
  'harmony.ks_2samp(lead, even), harmony.norms(lead), harmony.rwg_j(ARRAY[lead], 2), harmony.games_howell(lead, company) FROM shuffled') p
  WHERE p LIKE '%Partial Aggregate%'),
  'aggregates are divided among workers');
RESET parallel_leader_participation;
SELECT ok(pg_temp.alike((SELECT to_jsonb(harmony.games_howell(lead, grp)) FROM shuffled WHERE grp < 6),
  (SELECT to_jsonb(harmony.games_howell(lead, grp)) FROM soldier WHERE grp < 6)), 'Games-Howell too');

-- bfi: scales by their keyed items, as the mean of what was answered where the reference has it so.
CREATE TEMP TABLE raw (k serial, id text, a1 int2, a2 int2, a3 int2, a4 int2, a5 int2, c1 int2, c2 int2, c3 int2, c4 int2, c5 int2,
  e1 int2, e2 int2, e3 int2, e4 int2, e5 int2,
  n1 int2, n2 int2, n3 int2, n4 int2, n5 int2, o1 int2, o2 int2, o3 int2, o4 int2, o5 int2, gender int2, education int2, age int2);
CREATE TEMP TABLE key (k serial, scale text, item text, sign int2);
\set columns 'id, a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5, gender, education'
\set load '\\copy raw (' :columns ', age) FROM ''' :data '/bfi/bfi.csv'' CSV HEADER'
:load
\set load '\\copy key (scale, item, sign) FROM ''' :data '/bfi/bfi_keys.csv'' CSV HEADER'
:load
CREATE TEMP TABLE scale AS SELECT * FROM (VALUES ('agree', 'agreeableness'), ('conscientious', 'conscientiousness'),
  ('extraversion', 'extraversion'), ('neuroticism', 'neuroticism'), ('openness', 'openness')) v (name, trait);
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max)
  VALUES (900026, 'bfi-25-statistics', 'bfi of R''s psych', 'likert', 1, 6);
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) SELECT 900026, k, item, trait, sign FROM key
  JOIN scale ON name = scale;
CREATE TEMP TABLE person AS SELECT k, ('00000000-0000-0000-0001-' || lpad(id, 12, '0'))::uuid AS person_id, gender, education,
  ARRAY[a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5] AS answers FROM raw;
INSERT INTO platform.account (id, email) SELECT person_id, k || '@bfi-statistics.example.org' FROM person;
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers) SELECT person_id, 1, 900026, '2024-01-01', answers
  FROM person;
CREATE TEMP TABLE mean AS
SELECT p.k, p.gender, p.education, s.name, avg(CASE WHEN y.sign = 1 THEN p.answers[y.k] ELSE 7 - p.answers[y.k] END)::float8 AS score
FROM person p CROSS JOIN scale s JOIN key y ON y.scale = s.name GROUP BY p.k, p.gender, p.education, s.name;

-- Women and men (gender 2 and 1 in the data; the reference names the sex and takes male - female).
CREATE TEMP TABLE sexes AS SELECT name, (harmony.welch_t(score, gender = 1)).*, (harmony.cohens_d(score, gender = 1)).d FROM mean
  GROUP BY name;
SELECT pg_temp.near(mean1, pg_temp.ref('bfi', 'gender_d', name, 'male_mean'), name || ': mean of men') FROM sexes ORDER BY name;
SELECT pg_temp.near(t, pg_temp.ref('bfi', 'gender_d', name, 'welch_t'), name || ': Welch''s t') FROM sexes ORDER BY name;
SELECT pg_temp.near(df, pg_temp.ref('bfi', 'gender_d', name, 'welch_df'), name || ': its df') FROM sexes ORDER BY name;
SELECT pg_temp.near(p_two_sided, pg_temp.ref('bfi', 'gender_d', name, 'welch_p'), name || ': its p') FROM sexes ORDER BY name;
SELECT pg_temp.near(d, pg_temp.ref('bfi', 'gender_d', name, 'cohen_d'), name || ': Cohen''s d') FROM sexes ORDER BY name;
CREATE TEMP TABLE education AS SELECT (harmony.anova(score, education)).* FROM mean WHERE name = 'agree';
SELECT pg_temp.near(f, pg_temp.ref('bfi', 'anova_agree_by_education', 'F'), 'agreeableness by education: F') FROM education;
SELECT pg_temp.near(p, pg_temp.ref('bfi', 'anova_agree_by_education', 'p'), 'agreeableness by education: p') FROM education;
SELECT pg_temp.near(eta_squared, pg_temp.ref('bfi', 'anova_agree_by_education', 'eta2'), 'agreeableness by education: eta squared')
  FROM education;

-- Item analysis. Which alpha: the listwise one, of the people who answered all five items of the scale (psych::alpha(use =
-- "complete.obs")).
CREATE TEMP TABLE reliability AS SELECT name, r.* FROM assessment.scale_reliability r JOIN scale s USING (trait)
  WHERE instrument_id = 900026;
SELECT is((SELECT count(*) FROM reliability), 5::bigint, 'five scales');
SELECT pg_temp.near(n, pg_temp.ref('bfi', 'alpha', name, 'manual_listwise', 'n'), name || ': complete answers') FROM reliability
  ORDER BY name;
SELECT pg_temp.near(alpha, pg_temp.ref('bfi', 'alpha', name, 'psych_listwise', 'raw_alpha'), name || ': alpha') FROM reliability
  ORDER BY name;
SELECT pg_temp.near(standardized_alpha, pg_temp.ref('bfi', 'alpha', name, 'psych_listwise', 'std_alpha'), name || ': standardized alpha')
  FROM reliability ORDER BY name;
SELECT pg_temp.near(omega_total, pg_temp.ref('bfi', 'omega', name, 'minres_std', 'omega_total'),
  name || ': omega total (psych''s optimiser stops at 1e-7)', 1e-6) FROM reliability ORDER BY name;
SELECT is((SELECT count(*) FROM assessment.item_analysis a JOIN scale s USING (trait)
  WHERE a.instrument_id = 900026
    AND abs(a.item_total_r - pg_temp.ref('bfi', 'alpha', s.name, 'manual_listwise', 'item_total_corrected_r', a.text)) <= 1e-9),
    25::bigint, 'corrected item-total correlations of 25 items');
SELECT is((SELECT count(*) FROM assessment.item_analysis a JOIN scale s USING (trait)
  WHERE a.instrument_id = 900026
    AND abs(a.alpha_if_deleted - pg_temp.ref('bfi', 'alpha', s.name, 'psych_listwise', 'alpha_drop', a.text, 'raw_alpha')) <= 1e-9),
    25::bigint, 'alpha without each of 25 items');

-- Norms: of everybody whose result is reliable.
SELECT is(assessment.build_norms('bfi', ARRAY[900026]), 5::bigint, 'norms of five traits');
CREATE TEMP TABLE score AS SELECT trait, score FROM assessment.result WHERE instrument_id = 900026 AND reliable;
SELECT is_empty('SELECT n.trait FROM assessment.norm n JOIN (SELECT trait, count(*) AS n, avg(score) AS mean, stddev_samp(score) AS sd, '
  'percentile_cont(ARRAY(SELECT i / 100.0 FROM generate_series(1, 99) i)) WITHIN GROUP (ORDER BY score) AS q FROM score GROUP BY trait) s '
  'USING (trait)
  WHERE n.population = ''bfi'' AND (n.n <> s.n OR abs(n.mean - s.mean) > 1e-9 OR abs(n.sd - s.sd) > 1e-9
    OR EXISTS (SELECT FROM unnest(n.quantiles, s.q) u (a, b) WHERE abs(a - b) > 1e-9))',
      'n, mean, sd and percentiles are those of the server''s own functions');
SELECT ok((SELECT bool_and(reliability BETWEEN 0.5 AND 0.9) FROM assessment.norm WHERE population = 'bfi'), 'with the scale''s alpha');
SELECT is(assessment.build_norms('bfi', ARRAY[900026]), 5::bigint, 'built again');
SELECT is((SELECT count(*) FROM assessment.norm WHERE population = 'bfi'), 5::bigint, 'without doubling');
SELECT is(assessment.build_norms('sixty', ARRAY[900026], ARRAY (SELECT person_id FROM person WHERE k <= 60)), 5::bigint,
  'of sixty people');
SELECT ok((SELECT max(n) FROM assessment.norm WHERE population = 'sixty') BETWEEN 30 AND 60, 'and of nobody else');
SELECT throws_ok($$SELECT assessment.build_norms('few', ARRAY[900026], ARRAY (SELECT person_id FROM person WHERE k <= 29))$$, '22023',
  'too few people for a norm', '29 people give no norm');
SELECT throws_ok($$SELECT assessment.build_norms('')$$, '22023', 'a population must have a name', 'a population has a name');
ANALYZE assessment.submission, assessment.result, assessment.norm;  -- without, the joins below go row by row
CREATE TEMP TABLE standard AS SELECT s.*, n.mean, n.sd, n.reliability FROM assessment.standard_scores s JOIN assessment.norm n
  USING (population, instrument_id, trait) WHERE population = 'bfi';
SELECT is((SELECT count(*) FROM standard), (SELECT count(*) FROM assessment.result WHERE instrument_id = 900026),
  'a standard score for every result');
SELECT is_empty('SELECT FROM standard WHERE abs(t_score - (50 + 10 * (score - mean) / sd)) > 1e-9 OR abs(sem - sd * sqrt(1 - reliability)) '
  '> 1e-9 OR abs(score_high - score - 1.959963984540054 * sem) > 1e-9', 'T = 50 + 10 z, SEM = sd sqrt(1 - alpha), interval of 1.96 SEM');
SELECT ok((SELECT abs(avg(percentile) - 50) FROM standard WHERE reliable) < 1, 'percentiles are centred');
SELECT ok((SELECT abs(avg(sten) - 5.5) + abs(avg(stanine) - 5) FROM standard WHERE reliable) < 0.5, 'stens and stanines too');
SELECT ok((SELECT corr(percentile, t_score) FROM standard) > 0.95, 'percentile and T score agree');

-- The population in use fills the results, stored and new ones.
SELECT is(assessment.use_norms('bfi', ARRAY[900026]), (SELECT count(*) FROM standard), 'every result has norms');
CREATE FUNCTION pg_temp.off_standard(population text) RETURNS bigint LANGUAGE sql AS $$
  SELECT count(*) FROM assessment.result r LEFT JOIN assessment.standard_scores s ON s.person_id = r.person_id
    AND s.submission_id = r.submission_id AND s.trait = r.trait AND s.population = off_standard.population
  WHERE r.instrument_id = 900026 AND (r.t_score, r.percentile, r.sem) IS DISTINCT FROM (s.t_score, s.percentile, s.sem) $$;
SELECT is(pg_temp.off_standard('bfi'), 0::bigint, 'results hold the standard scores of the population in use');
SELECT count(*) FROM harmony.advance_sequences() \g /dev/null
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT s.person_id, 900026, s.answers FROM assessment.submission s
  JOIN person USING (person_id) WHERE k <= 3 AND s.instrument_id = 900026;
UPDATE assessment.submission s SET answers[1] = 3 FROM person p WHERE p.person_id = s.person_id AND p.k = 4 AND s.instrument_id = 900026;
SELECT is(pg_temp.off_standard('bfi'), 0::bigint, 'new and changed submissions too');
SELECT is((SELECT count(*) FROM assessment.verify_snapshots()), 0::bigint, 'which is what verification expects');
SELECT is(assessment.build_norms('bfi', ARRAY[900026], ARRAY (SELECT person_id FROM person WHERE k <= 50)), 5::bigint,
  'norms of fewer people under the same name');
SELECT is(pg_temp.off_standard('bfi'), 0::bigint, 'reach the results');
SELECT is((SELECT count(*) FROM assessment.verify_snapshots()), 0::bigint, 'truly');
SELECT throws_ok($$SELECT assessment.use_norms('nobody')$$, '22023', 'population "nobody" has no norms', 'an unknown population');
SELECT is(assessment.use_norms(NULL, ARRAY[900026]), 0::bigint, 'against none');
SELECT is((SELECT count(*) FROM assessment.result WHERE instrument_id = 900026 AND num_nonnulls(t_score, percentile, sem) > 0), 0::bigint,
  'no standard scores are left');

-- A person sees the own row of the view only.
CREATE ROLE harmony_test_reader;
GRANT USAGE ON SCHEMA platform, assessment, harmony, public TO harmony_test_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA platform, assessment TO harmony_test_reader;
SELECT person_id AS me FROM person WHERE k = 5 \gset
SET LOCAL ROLE harmony_test_reader;
SELECT set_config('request.jwt.claims', json_build_object('sub', :'me')::text, true) IS NOT NULL AS acting \gset
SELECT results_eq('SELECT DISTINCT person_id FROM assessment.standard_scores', ARRAY[:'me'::uuid], 'standard scores of the person alone');
SELECT results_eq('SELECT DISTINCT person_id FROM assessment.scale_answers', ARRAY[:'me'::uuid], 'answers of the person alone');
SELECT results_eq('SELECT DISTINCT n FROM assessment.scale_reliability', ARRAY[1::bigint], 'and a reliability of nobody else');
RESET ROLE;
\else
SELECT skip('no data folder', 1);
\endif

-- Of a test alpha is KR-20: right is 1, wrong or skipped 0.
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max)
  VALUES (900027, 'test-statistics', 'three tasks', 'cognitive', 1, 4);
INSERT INTO assessment.item (instrument_id, position, text, trait, correct_option, options) SELECT 900027, i, 'task ' || i, 'numerical', i,
  '["a", "b", "c", "d"]' FROM generate_series(1, 3) i;
INSERT INTO platform.account (id, email) SELECT ('00000000-0000-0000-0002-00000000000' || i)::uuid, i || '@statistics.example.org'
  FROM generate_series(1, 4) i;
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT ('00000000-0000-0000-0002-00000000000' || i)::uuid, 900027,
  answers
FROM (VALUES (1, '{1,2,3}'::smallint[]), (2, '{1,2,NULL}'), (3, '{1,1,1}'), (4, '{4,NULL,NULL}')) v (i, answers);
-- Right: 111, 110, 100, 000. Variances 1/4, 1/3, 1/4 (n - 1), of the sum 5/3: alpha = 3/2 (1 - (5/6)/(5/3)) = 0.75.
SELECT pg_temp.near(alpha, 0.75, 'KR-20', 1e-14) FROM assessment.scale_reliability WHERE instrument_id = 900027;
SELECT results_eq('SELECT items FROM assessment.scale_answers WHERE instrument_id = 900027 ORDER BY person_id',
  $$VALUES ('{1,1,1}'::float8[]), ('{1,1,0}'), ('{1,0,0}'), ('{0,0,0}')$$, 'right and wrong answers');
SELECT * FROM finish();
ROLLBACK;
