-- One trait, one metric: shipped norms, forced choice equated to the rating scale, adaptive sessions on the metric of the full form.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set norms `cat "${HARMONY_DATA:-../shared/data}/norms/ipip_ffm_50.json" 2>/dev/null || echo '{}'`
INSERT INTO platform.account (id, email) SELECT md5(k::text)::uuid, k || '@metric.example.org' FROM generate_series(1, 300) k;
SELECT id AS rating FROM assessment.instrument WHERE code = 'ipip-ffm-50' \gset
SELECT id AS choice FROM assessment.instrument WHERE code = 'forced-choice-30' \gset
SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
CREATE FUNCTION pg_temp.untrue() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM assessment.verify_snapshots() $$;

-- ---- the shipped norm ----

SELECT is((SELECT string_agg(DISTINCT metric || ' ' || n, ',') FROM assessment.norm), 'pomp 14461', 'the shipped norms are POMP');
SELECT CASE WHEN :'norms' = '{}' THEN skip('no file of norms', 1) ELSE is_empty(format($$
  SELECT t.key FROM jsonb_each(%L::jsonb -> 'traits') t
  LEFT JOIN assessment.norm n ON n.population = 'volunteers' AND n.trait = t.key AND n.instrument_id = %s
  WHERE (n.mean, n.sd, n.reliability) IS DISTINCT FROM ((t.value ->> 'mean')::float8, (t.value ->> 'sd')::float8,
      (t.value ->> 'alpha')::float8)
    OR (SELECT array_agg(n.quantiles[5 * k] ORDER BY k) FROM generate_series(1, 19) k)
      <> (SELECT array_agg(q::float8) FROM jsonb_array_elements_text(t.value -> 'quantiles_5_to_95_by_5') q)$$, :'norms', :rating),
  'mean, SD, alpha and measured percentiles are those of the file') END;
-- Between the measured percentiles interpolated, beyond them normal; two decimals.
SELECT is_empty($$
  SELECT n.trait, k FROM assessment.norm n CROSS JOIN generate_series(1, 99) k
  CROSS JOIN LATERAL (SELECT CASE
    WHEN k < 5 THEN n.quantiles[5] + n.sd * (harmony.normal_quantile(k / 100.0) - harmony.normal_quantile(0.05))
    WHEN k > 95 THEN n.quantiles[95] + n.sd * (harmony.normal_quantile(k / 100.0) - harmony.normal_quantile(0.95))
    WHEN k % 5 = 0 THEN n.quantiles[k]
    ELSE n.quantiles[k / 5 * 5] + k % 5 / 5.0 * (n.quantiles[k / 5 * 5 + 5] - n.quantiles[k / 5 * 5]) END AS q) w
  WHERE abs(n.quantiles[k] - greatest(0, least(100, w.q))) > 0.0051$$, 'the other percentiles are as the migration says');
SELECT throws_ok($$UPDATE assessment.norm SET quantiles = quantiles[1:98]$$, '23514', NULL, 'a norm has 99 percentiles');

-- Out of the box: 30 raw points of extraversion on ten items, POMP 50: T = 50 + 10 (50 - 51.3561)/22.8077, SEM = 22.8077 sqrt(1 - .9024).
INSERT INTO assessment.submission (person_id, id, instrument_id, answers)
SELECT md5('1')::uuid, 1, :rating, array_fill(3::smallint, ARRAY[50]);
INSERT INTO assessment.submission (person_id, id, instrument_id, answers)
SELECT md5(k::text)::uuid, 1, :rating, array_fill(3::smallint, ARRAY[50]) FROM generate_series(2, 3) k;
SELECT results_eq($$SELECT score, round(t_score::numeric, 9), percentile, round(sem::numeric, 9), standard_error FROM assessment.result
  WHERE trait = 'extraversion' ORDER BY person_id$$,
  $$SELECT 50::float8, round(50 + 10 * (50 - 51.3561) / 22.8077, 9), 47.5::float8, round(22.8077 * sqrt(1 - 0.9024), 9), NULL::float8
    FROM generate_series(1, 3)$$, 'T, percentile and SEM are there without set-up, from one row and from many');
SELECT is(pg_temp.untrue(), 0::bigint, 'and true');
SELECT throws_ok($$UPDATE assessment.norm SET metric = 'percent_right'$$, '22023', NULL, 'a norm on another metric is refused');
DELETE FROM assessment.norm WHERE instrument_id = :rating AND trait = 'openness';
SELECT is(assessment.restandardise(ARRAY[:rating]), 12::bigint, 'a trait without norm');
SELECT is(pg_temp.untrue(), 0::bigint, 'has none in new scores either');

-- ---- forced choice ----

INSERT INTO assessment.submission (person_id, id, instrument_id, answers)
SELECT md5(k::text)::uuid, 2, :choice, ARRAY (SELECT (1 + (hashint4(k * 100 + n) & 1))::smallint FROM generate_series(1, 30) n)
FROM generate_series(1, 300) k;
SELECT is_empty(format($$
  SELECT r.person_id, r.trait
  FROM (SELECT s.* FROM assessment.submission s WHERE s.instrument_id = %1$s OFFSET 0) s
  CROSS JOIN LATERAL assessment.score_forced_choice(%1$s, s.answers) f
  JOIN assessment.result r ON s.person_id = r.person_id AND s.id = r.submission_id AND f.trait = r.trait
  JOIN assessment.instrument i ON i.id = r.instrument_id
  CROSS JOIN LATERAL (SELECT array_position(i.trait_order, r.trait) AS k) o
  WHERE abs(r.score - greatest(0, least(100, i.equated_mean[o.k] + i.equated_sd[o.k] * (f.raw - i.theta_mean[o.k]) / i.theta_sd[o.k])))
      > 1e-9 OR r.score <> f.score OR abs(r.standard_error - i.equated_sd[o.k] * f.standard_error) > 1e-9 OR r.raw <> f.raw
    OR (r.t_score, r.percentile) IS DISTINCT FROM
      (harmony.t_score(r.score, i.equated_mean[o.k], i.equated_sd[o.k]),
       (SELECT harmony.norm_percentile(r.score, n.quantiles) FROM assessment.norm n WHERE n.instrument_id = r.instrument_id
        AND n.trait = r.trait))$$, :choice), 'score = mean + sd (theta - theta mean)/theta sd, read against the rating scale''s norm');
SELECT is((SELECT count(*) FROM assessment.result WHERE instrument_id = :choice), 1500::bigint, 'for everybody');
-- As many people fall below the barrier's thresholds by one form as by the other: 1,000 simulated people, their rating scale normal with
-- the norm's mean, SD and alpha (test/bench/honesty/metric.sh simulates its items). Percentiles would put 30 % of them below 30.
SELECT setseed(0.1) IS NULL AS seeded \gset
CREATE FUNCTION pg_temp.normal() RETURNS float8 LANGUAGE sql VOLATILE AS $$
  SELECT sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) $$;
CREATE TEMP TABLE simulated AS
SELECT k, ARRAY[pg_temp.normal(), pg_temp.normal(), pg_temp.normal(), pg_temp.normal(), pg_temp.normal()] AS theta
FROM generate_series(1, 1000) k;
CREATE TEMP TABLE answered AS
SELECT s.k, s.theta, (
  SELECT array_agg((2 - (random() < harmony.normal_cdf((y.left_intercepts[p] - y.right_intercepts[p]
        + y.left_loadings[p] * s.theta[array_position(y.trait_order, y.traits[p])]
        - y.right_loadings[p] * s.theta[array_position(y.trait_order, y.right_traits[p])])
      / sqrt(2 - y.left_loadings[p] ^ 2 - y.right_loadings[p] ^ 2)))::integer)::smallint ORDER BY p)
  FROM generate_series(1, 30) p) AS answers
FROM simulated s, assessment.scoring_key y WHERE y.instrument_id = :choice;
CREATE TEMP TABLE shares AS
SELECT f.trait, below, 100 * avg((CASE f.trait WHEN 'neuroticism' THEN 100 - f.score ELSE f.score END < below)::integer) AS choice,
  100 * avg((CASE f.trait WHEN 'neuroticism' THEN 100 - r.score ELSE r.score END < below)::integer) AS rating
FROM answered a
CROSS JOIN LATERAL assessment.score_forced_choice(:choice, a.answers) f
JOIN assessment.instrument i ON i.id = :choice
JOIN assessment.norm n ON n.instrument_id = i.id AND n.trait = f.trait
CROSS JOIN LATERAL (SELECT alpha FROM (VALUES ('neuroticism', 0.885), ('agreeableness', 0.8405), ('conscientiousness', 0.8253)) v (t, alpha)
  WHERE v.t = f.trait) c
CROSS JOIN LATERAL (SELECT n.mean + n.sd * (sqrt(alpha) * a.theta[array_position(i.trait_order, f.trait)]
  + sqrt(1 - alpha) * pg_temp.normal()) AS score) r
JOIN (VALUES ('neuroticism', 15), ('neuroticism', 30), ('agreeableness', 15), ('agreeableness', 30), ('conscientiousness', 25),
  ('conscientiousness', 35)) b (trait, below) ON b.trait = f.trait
GROUP BY f.trait, below;
SELECT is((SELECT count(*) FROM shares), 6::bigint, 'six thresholds');
SELECT is_empty('SELECT * FROM shares WHERE abs(choice - rating) > 5', 'shares below them do not depend on the form');
-- A form of one's own without metric: answers are kept, theta and percentile are there, nothing reaches the profile.
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max, trait_order, trait_correlation)
VALUES (900050, 'own-form', 'own', 'forced_choice', 1, 2, '{openness,agreeableness}', '{{1,0.2},{0.2,1}}');
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed, loading, intercept, right_text, right_trait, right_loading,
  right_intercept)
SELECT 900050, k, 'l' || k, 'openness', 1, 0.7, 0, 'r' || k, 'agreeableness', 0.7, 0 FROM generate_series(1, 4) k;
INSERT INTO assessment.submission (person_id, id, instrument_id, answers) VALUES (md5('200')::uuid, 3, 900050, '{1,1,1,2}');
SELECT is((SELECT count(*) FROM assessment.result WHERE instrument_id = 900050), 0::bigint, 'a form without metric has no scores');
SELECT is((SELECT count(*) FROM assessment.score_forced_choice(900050, '{1,1,1,2}') WHERE raw IS NOT NULL AND percentile IS NOT NULL
  AND score IS NULL), 2::bigint, 'but theta and percentile');
SELECT throws_ok($$UPDATE assessment.instrument SET equated_mean = '{60,60}' WHERE id = 900050$$, '23514', NULL, 'half a metric');
SELECT throws_ok($$UPDATE assessment.instrument SET equated_mean = '{60,60}', equated_sd = '{15,15}', theta_mean = '{0,0}',
  theta_sd = '{0.8,0.8}' WHERE id = 900050$$, '55000', NULL, 'a metric comes before the answers');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after forced choice');

-- ---- adaptive sessions ----

-- Sessions of a person of ability 0: right up to difficulty 0, wrong beyond.
CREATE FUNCTION pg_temp.session(most integer) RETURNS smallint[] LANGUAGE plpgsql AS $$
DECLARE
  test integer := (SELECT id FROM assessment.instrument WHERE code = 'reasoning-18');
  answers smallint[] := array_fill(NULL::smallint, ARRAY[18]);
  n harmony.next_item;
BEGIN
  FOR k IN 1 .. most LOOP
    n := assessment.choose_item(test, answers);
    EXIT WHEN n.item IS NULL;
    answers[n.item] := (SELECT CASE WHEN p.difficulty <= 0 THEN t.correct_option ELSE 0 END FROM assessment.item t
      JOIN assessment.item_parameter p USING (instrument_id, position) WHERE t.instrument_id = test AND t.position = n.item);
  END LOOP;
  RETURN answers;
END $$;
INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers)
VALUES (md5('10')::uuid, 10, :test, 'adaptive', pg_temp.session(2));
SELECT is((SELECT count(*) FROM assessment.result WHERE submission_id = 10), 0::bigint, 'a session under way scores nothing');
SELECT is((SELECT psychometric_snapshot -> 'cognitive' FROM assessment.profile WHERE person_id = md5('10')::uuid), NULL::jsonb,
  'and is in no profile');
UPDATE assessment.submission SET answers = pg_temp.session(18) WHERE id = 10;
SELECT cmp_ok((SELECT num_nonnulls(VARIADIC answers) FROM assessment.submission WHERE id = 10), '<=', 12, 'it ends before the full form');
-- The test characteristic curve at its theta, by trait, as harmony.expected_score has it; the module's own arithmetic has no part in it.
CREATE TEMP VIEW wanted AS
SELECT s.id, t.trait, sum(1 / (1 + exp(-p.discrimination * ((a.f).theta - p.difficulty)))) AS raw, count(*) AS n_items,
  count(s.answers[t.position]) AS n_answered, (a.f).theta, (a.f).standard_error AS se,
  sum(p.discrimination * exp(-p.discrimination * ((a.f).theta - p.difficulty))
    / (1 + exp(-p.discrimination * ((a.f).theta - p.difficulty))) ^ 2) AS slope
FROM assessment.submission s
CROSS JOIN LATERAL (SELECT harmony.ability_2pl(array_agg(CASE WHEN s.answers[t.position] IS NOT NULL
    THEN (s.answers[t.position] = t.correct_option)::integer END::smallint ORDER BY t.position),
    array_agg(p.discrimination ORDER BY t.position), array_agg(p.difficulty ORDER BY t.position)) AS f
  FROM assessment.item t JOIN assessment.item_parameter p USING (instrument_id, position) WHERE t.instrument_id = s.instrument_id) a
JOIN assessment.item t ON t.instrument_id = s.instrument_id
JOIN assessment.item_parameter p ON p.instrument_id = t.instrument_id AND p.position = t.position
WHERE s.mode = 'adaptive' GROUP BY s.id, t.trait, a.f;
SELECT results_eq('SELECT trait, round(raw::numeric, 9), round(score::numeric, 7), n_items, n_answered, round(standard_error::numeric, 7)
    FROM assessment.result WHERE submission_id = 10 ORDER BY trait',
  'SELECT trait, round(raw::numeric, 9), round((100 * raw / n_items)::numeric, 7), n_items::integer, n_answered::integer,
    round((100 * slope / n_items * se)::numeric, 7) FROM wanted WHERE id = 10 ORDER BY trait', 'the expected percentage right');
SELECT cmp_ok((SELECT (psychometric_snapshot #>> '{cognitive,gca}')::float8 FROM assessment.profile WHERE person_id = md5('10')::uuid),
  '>', 45::float8, 'ability 0 is in the middle, not at a fifth');
SELECT is((SELECT psychometric_snapshot #>> '{quality,unreliable}' FROM assessment.profile WHERE person_id = md5('10')::uuid), '[]',
  'few items are no reason to doubt it');
-- One row, many rows, COPY's way: the same.
INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers, response_ms)
SELECT md5((10 + k)::text)::uuid, 10 + k, :test, 'adaptive', answers, array_fill(3000, ARRAY[18])
FROM assessment.submission, generate_series(1, 3) k WHERE id = 10;
INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers, response_ms)
SELECT md5('14')::uuid, 14, :test, 'adaptive', answers, array_fill(300, ARRAY[18]) FROM assessment.submission WHERE id = 10;
SELECT is((SELECT count(DISTINCT (trait, raw, score, standard_error)) FROM assessment.result WHERE submission_id BETWEEN 10 AND 14),
  3::bigint, 'one row or many');
SELECT is((SELECT array_agg(DISTINCT submission_id) FROM assessment.result WHERE submission_id BETWEEN 10 AND 14 AND NOT reliable),
  '{14}'::bigint[], 'speed is what tells against a session');
-- Half of the sessions of full answers: another mode, another score.
INSERT INTO assessment.submission (person_id, id, instrument_id, answers)
SELECT md5('15')::uuid, 15, :test, array_replace(answers, 0::smallint, NULL) FROM assessment.submission WHERE id = 10;
SELECT cmp_ok((SELECT avg(score) FROM assessment.result WHERE submission_id = 15), '<',
  (SELECT avg(score) - 20 FROM assessment.result WHERE submission_id = 10), 'as a full form unasked items are wrong');
UPDATE assessment.submission SET mode = 'adaptive' WHERE id = 15;
SELECT is((SELECT count(*) FROM assessment.result WHERE submission_id = 15), 0::bigint,
  'skipped items that are given as not asked leave the session unfinished');
DELETE FROM assessment.submission WHERE id = 11;
SELECT is((SELECT count(*) FROM assessment.result WHERE submission_id = 11), 0::bigint, 'a deleted session takes its results');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after adaptive sessions');
SELECT assessment.rescore() > 0 AS rescored \gset
SELECT is(pg_temp.untrue(), 0::bigint, 'and after all was scored anew');
SELECT is((SELECT count(*) FROM assessment.scale_answers WHERE instrument_id = :test), 0::bigint, 'sessions are no rows for reliability');
SELECT is((SELECT count(*) FROM assessment.submission_quality WHERE instrument = 'reasoning-18@1'), 0::bigint, 'nor sheets to be judged');
SELECT throws_ok(format($$SELECT assessment.build_norms('sessions', ARRAY[%s])$$, :test), '22023', 'too few people for a norm',
  'nor norms');

-- Refused.
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers) '
    'VALUES (%L, 77, %s, ''adaptive'', %L)',
  md5('1')::uuid, :rating, array_fill(3::smallint, ARRAY[50])), '22023', NULL, 'a rating scale is not given adaptively');
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers) '
    'VALUES (%L, 77, %s, ''adaptive'', %L)',
  md5('1')::uuid, :choice, array_fill(1::smallint, ARRAY[30])), '22023', NULL, 'nor a forced choice');
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, instrument_id, mode, answers) VALUES (%L, %s, ''quick'', %L)',
  md5('1')::uuid, :test, array_fill(1::smallint, ARRAY[18])), '23514', NULL, 'another mode');
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, id, instrument_id, answers) VALUES (%L, 78, %s, %L)',
  md5('1')::uuid, :test, array_fill(0::smallint, ARRAY[18])), '22003', NULL, '0 is no answer to a full form');
SELECT throws_ok($$UPDATE assessment.item_parameter SET difficulty = difficulty + 1$$, '55000', NULL,
  'parameters that scored sessions are fixed');
SELECT throws_ok($$TRUNCATE assessment.item_parameter$$, '55000', NULL, 'and cannot be emptied either');
SELECT throws_ok($$UPDATE assessment.instrument SET target_se = 0.3 WHERE code = 'reasoning-18'$$, '55000', NULL,
  'so is the stopping rule');
SELECT throws_ok($$UPDATE assessment.instrument SET target_se = 0.3 WHERE code = 'resilience-10'$$, '23514', NULL,
  'which only tests have');
DELETE FROM assessment.submission WHERE instrument_id = :test;
UPDATE assessment.item_parameter SET difficulty = difficulty + 1 WHERE instrument_id = :test;
SELECT is((SELECT k.difficulties FROM assessment.scoring_key k WHERE k.instrument_id = :test),
  (SELECT array_agg(difficulty ORDER BY position) FROM assessment.item_parameter WHERE instrument_id = :test),
  'a calibration reaches the key as long as no session was scored');
DELETE FROM assessment.item_parameter WHERE instrument_id = :test;
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, id, instrument_id, mode, answers) '
    'VALUES (%L, 77, %s, ''adaptive'', %L)',
  md5('1')::uuid, :test, array_fill(1::smallint, ARRAY[18])), '22023', NULL, 'a test without parameters is not given adaptively');

-- Norms that no submission could be scored by are refused when they are written.
SELECT throws_ok(format('UPDATE assessment.norm SET %s', what), code, NULL, what)
FROM (VALUES ($$sd = 'NaN'$$, '23514'), ('sd = -4', '23514'), ($$mean = 'Infinity'$$, '23514'), ('n = 29', '23514'),
             ('reliability = 1.5', '23514'),
             ($$quantiles = array_fill('NaN'::float8, ARRAY[99])$$, '23514'), ('quantiles = array_fill(NULL::float8, ARRAY[99])', '23514'),
             ('quantiles = ARRAY (SELECT 100.0 - g FROM generate_series(1, 99) g)', '22023')) v (what, code);
SELECT throws_ok(format('UPDATE assessment.response_norm SET %s', what), code, NULL, what)
FROM (VALUES ('n = 29', '23514'), ($$item_mean = array_fill('NaN'::float8, ARRAY[50])$$, '22023'),
             ('item_mean = array_fill(3::float8, ARRAY[7]), item_covariance = array_fill(0::float8, ARRAY[7, 7])', '22023'),
             ($$item_covariance = array_fill('NaN'::float8, ARRAY[50, 50])$$, '22023'),
             ('item_covariance[1][2] = item_covariance[1][2] + 1', '22023')) v (what, code);
SELECT lives_ok('TRUNCATE assessment.norm', 'norms can be emptied');
SELECT is((SELECT count(*) FROM assessment.scoring_key WHERE norm_mean IS NOT NULL), 0::bigint, 'and the keys follow');
SELECT * FROM finish();
ROLLBACK;
